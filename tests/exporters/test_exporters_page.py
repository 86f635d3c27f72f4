"""The page: read as text, and in a real browser."""

import dataclasses
import html
import json
import re
import shutil
import subprocess

import lxml.html
import pytest
from exporters_sample import CODES, RESPONDENTS, WORDS, Counter, report, transcript

from qualcode.exporters.page import write
from qualcode.exporters.page.data import page_data
from qualcode.model.coded import Interview, SpokenTurn
from qualcode.model.table import Figure, Heading, Kind, Listing

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_a_browser = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine to show the page in")


def interviews(words=WORDS):
    """The transcripts of the sample as a reader sees them."""
    found = []
    for person, sentences in words.items():
        source = transcript(person, sentences)
        turns = tuple(
            SpokenTurn(
                turn.number, turn.speaker, turn.role, turn.respondent or "", turn.span.start, turn.span.of(source.text)
            )
            for turn in source.turns
        )
        found.append(Interview(source.id, source.source, turns))
    return tuple(found)


def made(words=WORDS, codes=CODES, **more):
    """The sample report with its interviews."""
    return dataclasses.replace(report(words, codes, **more), interviews=interviews(words))


def page(tmp_path, found=None):
    """The text of a page."""
    write(tmp_path / "page.html", found or made())
    return (tmp_path / "page.html").read_text(encoding="utf-8")


def embedded(text):
    """The data in a page."""
    return json.loads(re.search(r'id="data">(.*?)</script>', text, re.DOTALL)[1])


def shown(tmp_path, place="", found=None):
    """What a browser makes of a page at a place: what the status says, the words of each passage."""
    write(tmp_path / "page.html", found or made())
    address = f"{(tmp_path / 'page.html').as_uri()}{place}"
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run([*command, "--dump-dom", address], capture_output=True, timeout=120, check=True)  # noqa: S603
    dom = done.stdout.decode()
    status = html.unescape(re.search(r'id="found"[^>]*>([^<]*)<', dom)[1])
    words = re.findall(r'<p class="words"[^>]*>(.*?)</p>', dom, re.DOTALL)
    return status, [html.unescape(re.sub(r"</?mark>", "|", one)) for one in words]


def test_it_loads_nothing(tmp_path):
    """No address, no resource, and a policy that lets nothing run but its own script and style."""
    text = page(tmp_path)
    assert not re.search(r"https?://|\bsrc=|<link|@import|url\(", text)
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "unsafe" not in text


def test_tables_are_well_formed(tmp_path):
    """Every table can be parsed, has a caption, and its cells fill its rows."""
    tables = re.findall(r"<table>.*?</table>", page(tmp_path), re.DOTALL)
    assert len(tables) == 2
    for table in tables:
        tree = lxml.html.fromstring(table)
        assert tree.find("caption").text
        widths = {len(row) for row in tree.iter("tr")}
        assert len(widths) == 1


def test_numbers_of_listings_name_their_codings(tmp_path):
    """A button for each number that rests on something; technical and narrow columns are left out."""
    headings = (
        Heading("name", "Name"),
        Heading("count", "Count", Kind.NUMBER),
        Heading("id", "Id", folded=True),
        Heading("t", "T", Kind.TICK),
    )
    rows = ((Figure("<b>"), Figure(2, (0, 3)), Figure("x"), Figure(1)), (Figure("None"), Figure(0), Figure(), Figure()))
    listing = Listing("findings", "Findings", "What was found.", headings, rows)
    text = page(tmp_path, dataclasses.replace(made(), listings=(listing,)))
    assert 'data-codings="0,3">2</button>' in text
    assert "&lt;b&gt;" in text
    assert ">Id<" not in text
    assert ">T<" not in text


def test_words_cannot_end_the_script(tmp_path):
    """What looks like HTML in a quote stays words."""
    words = {"RM_1": ("They beat us </script><script>alert(1)</script> & left.",)}
    text = page(tmp_path, made(words, {"RM_1": (("sta_violence", 1),)}))
    assert "<script>alert" not in text
    turns = embedded(text)["turns"]
    assert any(words["RM_1"][0] in turn[4] for turn in turns)


def test_matched_words_are_found_as_browsers_count():
    """Offsets are UTF-16 units: a letter beyond the first plane before them counts twice."""
    words = {"RM_1": ("😀 Yes.", "They beat us.")}
    (turn,) = [one for one in page_data(made(words, {"RM_1": (("sta_violence", 2),)}))["turns"] if one[5]]
    start, end = turn[5][0]["m"][0]
    assert turn[4].encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le") == "They"


def test_same_report_same_bytes(tmp_path):
    """There is no clock in it."""
    assert page(tmp_path) == page(tmp_path)


def test_a_published_page_knows_nobody(tmp_path):
    """Without interviews and people the passages stand alone under their labels."""
    found = report()
    left = tuple(
        dataclasses.replace(
            one,
            segment="",
            respondent=dataclasses.replace(one.respondent, id="", attributes={}, label="A traveller"),
            coding=dataclasses.replace(one.coding, transcript=""),
        )
        for one in found.segments
    )
    published = dataclasses.replace(found, published="For publication.", respondents=(), segments=left)
    text = page(tmp_path, published)
    data = embedded(text)
    assert (data["people"], data["interviews"], data["fields"]) == ([], [], [])
    assert {turn[1] for turn in data["turns"]} == {"A traveller"}
    assert "For publication." in text


def test_progress_is_told(tmp_path):
    """One step."""
    counter = Counter()
    write(tmp_path / "page.html", made(), progress=counter)
    assert counter.told == [("Writing the page", 1), "step", "finish"]


@in_a_browser
def test_a_browser_shows_what_was_said(tmp_path):
    """All coded turns at first, with the matched words marked."""
    status, words = shown(tmp_path)
    assert status == "5 codings of 3 respondents."
    assert words[0].replace("|", "") == "They beat us near the fence at night. No water – for two days, till Bihać."
    assert words[0].startswith("|They|")


@in_a_browser
@pytest.mark.parametrize(
    ("place", "status", "passages"),
    [
        ("#code=sta_pushback", "2 codings of 2 respondents.", 2),
        ("#code=jrn", "1 coding of 1 respondent.", 1),
        ("#code=sta&reading=negated", "1 coding of 1 respondent.", 1),
        ("#field=nationality&value=Albania", "1 coding of 1 respondent.", 1),
        ("#q=FENCE", "4 codings of 2 respondents.", 2),
        ("#codings=0", "1 coding of 1 respondent.", 1),
        ("#code=sta_violence&table=1&column=2&reading=counted", "0 codings of 0 respondents.", 0),
        ("#whole=1&interview=1", "1 coding of 1 respondent.", 2),
        ("#code=sta_violence&q=nowhere", "0 codings of 0 respondents.", 0),
    ],
)
def test_a_browser_filters(tmp_path, place, status, passages):
    """By code, theme, reading, profile, words, the codings of a number, a group of a table, one interview."""
    found = made(readings={("RM_1", "sta_violence"): "negated"})
    said, words = shown(tmp_path, place, found)
    assert (said, len(words)) == (status, passages)


def test_people_are_those_of_the_report():
    """Each once, with label and profile."""
    people = page_data(made())["people"]
    assert [one["label"] for one in people] == [one.label for one in RESPONDENTS]
