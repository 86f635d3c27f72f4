"""Which quotes are published, and what is left of them."""

from privacy_sample import CODEBOOK, group, said

from qualcode.privacy.quotes import MOST, selected, stripped

PEOPLE = group(8, kind="traveller", origin="Peru")
LABELS = {one.id: "A traveller" for one in PEOPLE}


def choose(segments, labels=LABELS, may_quote=lambda _code, _kind: True):
    """What is selected of all of some codings."""
    return selected(segments, range(len(segments)), CODEBOOK, labels, may_quote=may_quote)


def test_a_code_has_few_quotes_each_of_another_respondent():
    """Three of eight, however often each of them speaks of it."""
    segments = [said(one, "a_one", f"Sentence {number} of {one.id}.") for one in PEOPLE for number in range(3)]
    chosen = choose(segments)
    assert len(chosen) == MOST
    assert len({segments[one].respondent.id for one in chosen}) == MOST


def test_those_who_were_quoted_least_come_first():
    """Six respondents who speak of two codes are each quoted once."""
    segments = [said(one, code, f"{code} {one.id}") for code in ("a_one", "a_two") for one in PEOPLE[:6]]
    chosen = choose(segments)
    assert len({segments[one].respondent.id for one in chosen}) == len(chosen) == 2 * MOST


def test_a_sensitive_code_is_quoted_where_two_of_a_label_speak_of_it():
    """One alone with their label would be found."""
    segments = [said(one, "a_two", f"Words of {one.id}") for one in PEOPLE[:3]]
    labels = {PEOPLE[0].id: "A woman", PEOPLE[1].id: "A man", PEOPLE[2].id: "A man"}
    assert sorted(choose(segments, labels)) == [1, 2]
    open_code = [said(one, "a_one", f"Words of {one.id}") for one in PEOPLE[:3]]
    assert sorted(choose(open_code, labels)) == [0, 1, 2]


def test_a_code_that_too_few_speak_of_is_not_quoted():
    """Whoever calls says which may be, by code and respondent type."""
    segments = [
        said(PEOPLE[0], "a_one", "Words."),
        said(PEOPLE[1], "a_two", "Words."),
        said(PEOPLE[2], "a_two", "More."),
    ]
    assert choose(segments, may_quote=lambda code, kind: (code, kind) == ("a_one", "traveller")) == (0,)


def test_a_published_quote_has_words_and_label_only():
    """Words verbatim; no id, no place, no question, no memo."""
    left = stripped(said(PEOPLE[0], "a_one", "  Verbatim – “words”.  "), "A traveller")
    assert (left.text, left.respondent.label, left.coding.code) == ("  Verbatim – “words”.  ", "A traveller", "a_one")
    assert not any(word in repr(left) for word in ("Peru", "T_", "file.docx", "And then?", "note"))
