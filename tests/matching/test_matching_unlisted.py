"""The forms of words that no lexicon lists."""

import pytest

from qualcode.matching.unlisted import noun_forms, verb_forms

NOUNS = [
    ("frontex", "frontex frontexes"),
    ("nepali", "nepali nepalis"),
    ("hungary", "hungaries hungary"),
    ("donkey", "donkey donkeys"),
    ("ngos", "ngo ngos"),
    ("survivors", "survivor survivors"),
    ("agencies", "agencies agency"),
    ("bangladesh", "bangladesh bangladeshes"),
    ("damascus", "damascus damascuses"),
    ("isis", "isis isises"),
    ("securitised", "securitised"),
]
VERBS = [
    ("overstretch", "overstretch overstretched overstretches overstretching"),
    ("overstretched", "overstretch overstretched overstretches overstretching"),
    ("criminalised", "criminalise criminalised criminalises criminalising"),
    ("externalizing", "externalize externalized externalizes externalizing"),
    ("whatsapp", "whatsapp whatsapped whatsapping whatsapps"),
    ("gofy", "gofied gofies gofy gofying"),
    ("gofied", "gofied gofies gofy gofying"),
    ("blag", "blag blagged blagging blags"),
    ("blagged", "blag blagged blagging blags"),
    ("deportee", "deportee"),
    ("militarisation", "militarisation"),
    ("islamophobic", "islamophobic"),
    ("survivors", "survivors"),
    ("re", "re"),
    ("hmm", "hmm"),
]


@pytest.mark.parametrize(("word", "expected"), NOUNS)
def test_an_unlisted_noun_has_singular_and_plural(word, expected):
    """Singular and plural by spelling; names in -us, -is and -as are no plurals, a participle has none."""
    assert sorted(noun_forms(word)) == expected.split()


@pytest.mark.parametrize(("word", "expected"), VERBS)
def test_an_unlisted_verb_is_regular(word, expected):
    """A regular verb has its five forms; what looks like another part of speech is no verb."""
    assert sorted(verb_forms(word)) == expected.split()
