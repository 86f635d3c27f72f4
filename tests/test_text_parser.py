"""The one language pipeline: a sentence's grammar depends on nothing but the sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.model.parse import Parse
from qualcode.text import Parser, documents, parses, token_matcher

SENTENCES = (
    "The police arrested the smugglers.",
    "They never beat us, the traffickers.",
    "We walked for six hours. Nobody helped us!",
    "He says: “I will call the police”, and then he left...",
    "police they catch us and beating very hard, take phone, everything",
    "No.",
    "If you don't pay, they won't let you go - that's how it is.",
    "Some of the guards, who'd been drinking, laughed at my brother.",
)


class Kept:
    """A cache in memory that says what it was asked and given."""

    def __init__(self) -> None:
        self.parses: dict[str, Parse] = {}
        self.put_in: list[str] = []

    def get(self, texts):
        """What is kept of each."""
        return [self.parses.get(text) for text in texts]

    def put(self, parses):
        """Keeps these."""
        self.put_in += [parse.text for parse in parses]
        self.parses |= {parse.text: parse for parse in parses}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=20))
def test_the_company_of_a_sentence_does_not_matter(mixed):
    """Parsed alone or among others, in whatever order, a sentence has the same grammar."""
    assert Parser(reuse=False).parse(mixed) == [Parser().parse([text])[0] for text in mixed]


def test_a_sentence_is_one_tree():
    """The boundaries are ours: two sentences for a reader are one where they are handed over as one."""
    for parse in Parser().parse(SENTENCES):
        assert sum(head == at for at, head in enumerate(parse.heads)) == 1


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_words_lie_in_their_sentence(text):
    """Whatever is handed over, every word lies within it, in order, and says where it hangs."""
    (parse,) = Parser().parse([text])
    assert parse.text == text
    assert all(0 <= start < end <= len(text) for start, end in zip(parse.starts, parse.ends, strict=True))
    assert list(parse.starts) == sorted(parse.starts)
    assert all(0 <= head < len(parse.heads) for head in parse.heads)


def test_equal_sentences_are_parsed_once():
    """A sentence said twice is handed to the pipeline and to the cache once."""
    cache = Kept()
    found = Parser(cache).parse(["No.", "Yes.", "No."])
    assert cache.put_in == ["No.", "Yes."]
    assert found[0] == found[2]


def test_what_is_kept_is_not_parsed_again():
    """The cache's word is taken."""
    cache = Kept()
    other = Parser().parse(["We slept."])[0]
    cache.parses["We walked."] = other
    assert Parser(cache).parse(["We walked."]) == [other]
    assert cache.put_in == []


def test_without_reuse_every_sentence_is_parsed():
    """Reuse can be switched off, to measure what it saves."""
    cache = Kept()
    found = Parser(cache, reuse=False).parse(["No.", "No."])
    assert (found[0], cache.put_in) == (found[1], [])


@pytest.mark.parametrize(
    ("language", "expected"), [("en", True), ("en-GB", True), ("EN", True), ("sr", False), ("", False)]
)
def test_which_languages_have_a_parser(language, expected):
    """English, in whatever country."""
    assert parses(language) is expected


@pytest.mark.parametrize("text", SENTENCES)
def test_documents_are_the_sentence(text):
    """SpaCy's document of a parse has the same words at the same places, with parts of speech and dictionary forms."""
    (parse,) = Parser().parse([text])
    (doc,) = documents([parse])
    assert doc.text == text
    assert tuple(word.idx for word in doc) == parse.starts
    assert all(word.pos_ for word in doc)


def test_the_longest_of_overlapping_matches_wins():
    """A pattern with a repetition matches as far as it goes."""
    (doc,) = documents(Parser().parse(["They beat us, beat us and beat us."]))
    matcher = token_matcher([({"LOWER": "beat"}, {"OP": "*"}, {"LOWER": "us"})])
    assert [span.text for span in matcher(doc, as_spans=True)] == ["beat us, beat us and beat us"]
