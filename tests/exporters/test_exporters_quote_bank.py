"""The quote bank, reopened and compared paragraph by paragraph."""

import dataclasses
import re
from zipfile import ZipFile

import docx
import pytest
from exporters_sample import GUIDE, WORDS, Counter, report

from qualcode.exporters.claims import claims
from qualcode.exporters.quote_bank import write
from qualcode.exporters.quote_bank.passages import by_code


def written(tmp_path, made):
    """The paragraphs of a report's document: style and text."""
    write(tmp_path / "quotes.docx", made)
    return [(one.style.name, one.text) for one in docx.Document(str(tmp_path / "quotes.docx")).paragraphs]


def test_quotes_stand_under_theme_code_and_respondent_type(tmp_path):
    """With the definition, the claim as counted, and each passage's label and place."""
    paragraphs = written(tmp_path, report())
    start = paragraphs.index(("Heading 1", "Authorities"))
    assert paragraphs[start : start + 10] == [
        ("Heading 1", "Authorities"),
        ("Qualcode Note", "3 of 3 respondents"),
        ("Heading 2", "Violence"),
        ("Qualcode Note", "Officials hurt people."),
        ("Qualcode Note", "2 of 3 respondents"),
        ("Qualcode Kind", "Refugee migrant"),
        ("Quote", f"“{WORDS['RM_1'][0]}”"),
        ("Qualcode Label", "Syrian woman, interviewed in Serbia · T_RM_1:2"),
        ("Quote", f"“{WORDS['RM_2'][0]}”"),
        ("Qualcode Label", "Albanian man, interviewed in Albania · T_RM_2:2"),
    ]


def test_every_counted_quote_is_there_verbatim(tmp_path):
    """Each once under each of its codes."""
    quotes = [text for style, text in written(tmp_path, report()) if style == "Quote"]
    expected = [
        f"“{WORDS[person][number - 1]}”"
        for person, number in (("RM_1", 1), ("RM_2", 1), ("KII_1", 1), ("RM_1", 1), ("RM_1", 2))
    ]
    assert sorted(quotes) == sorted(expected)


def test_what_is_said_otherwise_stands_apart(tmp_path):
    """A denial stands under a heading of its own, below those who say so."""
    made = report(readings={("RM_1", "sta_violence"): "negated"})
    paragraphs = written(tmp_path, made)
    start = paragraphs.index(("Heading 2", "Violence"))
    styles = [text for style, text in paragraphs[start:] if style in ("Heading 3", "Quote")][:3]
    assert styles == [f"“{WORDS['RM_2'][0]}”", "Denied", f"“{WORDS['RM_1'][0]}”"]


def test_hearsay_stands_apart():
    """What is known from others is no quote of somebody who lived it."""
    made = report()
    heard = dataclasses.replace(
        made.segments[0], coding=dataclasses.replace(made.segments[0].coding, source="reported")
    )
    found = by_code(dataclasses.replace(made, segments=(heard, *made.segments[1:])))
    assert set(found[heard.coding.code]) == {"", "Heard of from others"}


@pytest.mark.parametrize(("status", "quoted"), [("accepted", 2), ("rejected", 1), ("disputed", 1)])
def test_what_people_rejected_is_not_quoted(status, quoted):
    """Nor what they differ on."""
    made = report()
    place = next(number for number, one in enumerate(made.segments) if one.coding.code == "sta_violence")
    one = made.segments[place]
    decided = dataclasses.replace(one, coding=dataclasses.replace(one.coding, status=status))
    segments = (*made.segments[:place], decided, *made.segments[place + 1 :])
    assert len(by_code(dataclasses.replace(made, segments=segments))["sta_violence"][""]) == quoted


def test_two_rules_on_one_sentence_are_one_quote():
    """A passage stands once under a code."""
    made = report(codes={"RM_1": (("sta_violence", 1), ("sta_violence", 1))})
    assert len(by_code(made)["sta_violence"][""]) == 1


def test_a_type_that_was_not_asked_is_no_part_of_a_claim():
    """Of needs nobody was asked; who says so all the same is counted."""
    made = report(codes={"RM_1": (("sta_violence", 1),)}, guide=GUIDE)
    assert claims(made) == {
        "sta": "1 of 3 respondents",
        "sta_violence": "1 of 3 respondents",
        "sta_pushback": "0 of 3 respondents",
        "jrn": "",
        "jrn_needs": "",
    }


@pytest.mark.parametrize("text", ["He said “no” & left <quickly>.", "bell \x07", "two\nlines", "سلام، ضربونا."])
def test_words_are_kept(tmp_path, text):
    """Quotation marks, signs of XML, lines and scripts; what XML cannot hold is shown as a symbol."""
    quotes = [
        one
        for style, one in written(tmp_path, report({"RM_1": (text,)}, {"RM_1": (("sta_violence", 1),)}))
        if style == "Quote"
    ]
    assert quotes == [f"“{text}”".replace("\x07", "␇")]


def test_words_from_right_to_left_stand_so(tmp_path):
    """The paragraph and its run both know."""
    write(tmp_path / "q.docx", report({"RM_1": ("سلام، ضربونا.",)}, {"RM_1": (("sta_violence", 1),)}))
    with ZipFile(tmp_path / "q.docx") as archive:
        xml = archive.read("word/document.xml").decode()
    assert re.search(r'<w:pStyle w:val="Quote"/><w:bidi/></w:pPr><w:r><w:rPr><w:rtl/></w:rPr><w:t', xml)


def test_same_report_same_bytes(tmp_path):
    """There is no clock in it."""
    for name in ("a.docx", "b.docx"):
        write(tmp_path / name, report())
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_a_published_document_has_no_properties(tmp_path):
    """It says what it is in place of "confidential", on the first page and on every footer."""
    made = dataclasses.replace(report(), published="For publication.")
    paragraphs = written(tmp_path, made)
    document = docx.Document(str(tmp_path / "quotes.docx"))
    assert ("Qualcode Note", "For publication.") in paragraphs
    assert document.sections[0].footer.paragraphs[0].text.startswith("For publication.")
    assert (document.core_properties.author, document.core_properties.title) == ("", "")


def test_progress_counts_quotes(tmp_path):
    """A step for each quote that is written."""
    counter = Counter()
    write(tmp_path / "q.docx", report(), progress=counter)
    assert counter.told == [("Writing the quotes", 5), *["step"] * 5, "finish"]
