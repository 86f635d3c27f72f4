"""The page: read as text, and in a real browser."""

import dataclasses
import html
import json
import re
import shutil
import subprocess

import lxml.html
import pytest
from exporters_sample import CODEBOOK, CODES, RESPONDENTS, WORDS, Counter, report, transcript

from qualcode.exporters.page import write
from qualcode.exporters.page.data import page_data
from qualcode.exporters.page.figures import packed
from qualcode.model.coded import Interview, SpokenTurn
from qualcode.model.source import Position
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


def dom(tmp_path, place="", found=None):
    """What a browser makes of a page at a place."""
    write(tmp_path / "page.html", found or made())
    address = f"{(tmp_path / 'page.html').as_uri()}{place}"
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run([*command, "--dump-dom", address], capture_output=True, timeout=120, check=True)  # noqa: S603
    return lxml.html.fromstring(done.stdout.decode())


def words(item):
    """The words of passages, a bar around each mark."""
    for mark in item.iter("mark"):
        mark.text, mark.tail = f"|{mark.text or ''}", f"|{mark.tail or ''}"
    return [one.text_content() for one in item.find_class("words")]


def shown(tmp_path, place="", found=None):
    """What the status says at a place of the page, and the words of each passage."""
    tree = dom(tmp_path, place, found)
    return tree.get_element_by_id("found").text_content(), words(tree)


def leads(text):
    """Each number of the page that can be clicked, and the codings it leads to."""
    figures = embedded(text)["figures"]
    buttons = re.findall(r'data-figure="(\d+)">([^<]*)<', text)
    return [(html.unescape(words), unpacked(figures[int(number)])) for number, words in buttons]


def unpacked(figure):
    """The positions that a figure names, as the page's script reads them."""
    runs = [[int(place) for place in run.split("-")] for run in figure.split()]
    return tuple(place for run in runs for place in range(run[0], run[-1] + 1))


def test_it_loads_nothing(tmp_path):
    """No address, no resource, and a policy that lets nothing run but its own script and style."""
    text = page(tmp_path)
    assert not re.search(r"https?://|\bsrc=|<link|@import|url\(", text)
    assert "default-src 'none'; style-src 'sha256-" in text
    assert "unsafe" not in text


def test_tables_are_well_formed(tmp_path):
    """Every table has a caption and headings that say what they head, and all its rows are equally wide."""
    tables = list(lxml.html.fromstring(page(tmp_path)).iter("table"))
    assert len(tables) == 2
    for table in tables:
        assert table.find("caption").text
        assert {one.get("scope") for one in table.iter("th")} == {"col", "colgroup", "row"}
        over, under, *rest = table.iter("tr")
        wide = sum(int(one.get("colspan", 1)) for one in over)
        assert len(under) + sum(one.get("rowspan") == "2" for one in over) == wide
        assert {len(row) for row in rest} == {wide}


def test_a_theme_table_ends_with_everybody(tmp_path):
    """The last row counts who speaks of anything, and the mentions of all themes."""
    first, second = [table.findall("tfoot/tr")[0] for table in lxml.html.fromstring(page(tmp_path)).iter("table")]
    assert [cell.text_content() for cell in first if cell.text_content()] == ["Any theme", "3 (4)", "1 (1)", "2 (3)"]
    assert [cell.text_content() for cell in second if cell.text_content()] == ["Any theme", "2 (3)", "1 (1)", "1 (2)"]


def test_every_number_leads_to_the_codings_it_counts(tmp_path):
    """Row by row: who says so, all and of each group, then who says otherwise; denials and fears to their own words."""
    found = made(readings={("RM_1", "sta_violence"): "negated", ("RM_2", "sta_violence"): "hypothetical"})
    assert leads(page(tmp_path, dataclasses.replace(found, tables=found.tables[:1]))) == [
        *[("2", (0, 1)), ("1*", (0,)), ("1*", (1,)), ("1", (2,)), ("1", (4,))],  # Authorities
        *[("1 deny", (2,)), ("1 deny", (2,)), ("1", (2,)), ("1", (4,))],  # Violence
        *[("2", (0, 1)), ("1*", (0,)), ("1*", (1,))],  # Pushback
        *[("1*", (3,)), ("1*", (3,))] * 2,  # Journey, Needs
        *[("2", (0, 1, 3)), ("1", (0,)), ("1", (1, 3))],  # Any theme
    ]


@pytest.mark.parametrize(
    ("positions", "text"),
    [((), ""), ((4,), "4"), ((3, 1, 2, 0), "0-3"), ((0, 2, 3, 9, 2), "0 2-3 9"), (range(10, 13), "10-12")],
)
def test_positions_are_packed(positions, text):
    """Neighbours are written by their ends, each position once."""
    assert (packed(positions), unpacked(packed(positions))) == (text, tuple(sorted(set(positions))))


HEADINGS = (
    Heading("name", "Name", note="What it is."),
    Heading("count", "Count", Kind.NUMBER),
    Heading("id", "Id", folded=True),
    Heading("t", "T", Kind.TICK, note="Somebody."),
    Heading("summary", "Summary", note="To be written."),
)
ROWS = (
    (Figure("<b>"), Figure(2, (0, 3)), Figure("x"), Figure(1, (3,), mark="*"), Figure()),
    (Figure("None"), Figure(0, (1,)), Figure(), Figure(), Figure()),
)
LISTING = Listing("findings", "Findings", "What was found.", HEADINGS, ROWS, notes=("Read with care.",))


def listed(tmp_path, listing=LISTING):
    """The text of a page that has one listing and no other table."""
    return page(tmp_path, dataclasses.replace(made(), tables=(), listings=(listing,)))


def test_numbers_of_listings_lead_to_their_codings(tmp_path):
    """A button for each number that rests on something; nothing leads from a zero."""
    assert leads(listed(tmp_path)) == [("2", (0, 3)), ("1*", (3,))]


def test_a_listing_shows_what_a_reader_needs(tmp_path):
    """No technical column, none that nobody has filled yet; under it its notes and what its columns mean."""
    (section,) = lxml.html.fromstring(listed(tmp_path)).xpath("//section[@id='list-findings']")
    assert [one.text_content() for one in section.iter("th")] == ["Name", "Count", "T", "<b>", "None"]
    assert [one.text for one in section.iter("li")] == ["Name: What it is.", "Read with care."]


def test_a_listing_wider_than_paper_stands_in_parts(tmp_path):
    """Sixty narrow columns a table, each with the columns that name its rows."""
    ticks = tuple(Heading(f"t{number}", f"T{number}", Kind.TICK) for number in range(61))
    wide = Listing("grid", "Grid", "Who.", (Heading("name", "Name"), *ticks), ((Figure("x"), *[Figure(1)] * 61),))
    tables = list(lxml.html.fromstring(listed(tmp_path, wide)).iter("table"))
    assert [table.find("caption").text for table in tables] == ["Who. Part 1 of 2.", "Who. Part 2 of 2."]
    assert [len(table.find("thead/tr")) for table in tables] == [61, 2]


def test_a_shaded_listing_is_a_heat_map_with_its_numbers(tmp_path):
    """The larger the number, the darker its cell; the number stands in it."""
    rows = tuple((Figure("x"), Figure(number)) for number in (0, 1, 8))
    heat = Listing("heat", "Heat", "How much.", HEADINGS[:2], rows, shaded=True)
    cells = re.findall(r'<td class="count (s\d)">(\d)</td>', listed(tmp_path, heat))
    assert cells == [("s0", "0"), ("s1", "1"), ("s4", "8")]


def test_the_top_says_who_has_looked(tmp_path):
    """How many codings a person has decided on, and what, beside the notes of the report."""
    found = made()
    (one, two, *rest) = found.segments
    decided = tuple(
        dataclasses.replace(segment, coding=dataclasses.replace(segment.coding, status=status))
        for segment, status in ((one, "accepted"), (two, "rejected"))
    )
    tree = lxml.html.fromstring(page(tmp_path, dataclasses.replace(found, segments=(*decided, *rest))))
    assert [item.text for item in tree.xpath("//header/ul/li")] == [
        "Respondents: 3 (refugee migrant 2, key informant 1). Transcripts: 3.",
        "Codings: 5. 1 accepted by a person, 1 rejected by a person, "
        "3 suggested by rules, which nobody has looked at yet.",
        "Codebook: Borders, version 2.1, 2 themes, 3 codes.",
        "1 transcript was left out.",
        "Click a number to read the words behind it; the browser's Back button returns to the table.",
    ]


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


def released():
    """The sample as it may be published: no people, no places, every number of a row leading to the same quotes."""
    found = report()
    left = tuple(
        dataclasses.replace(
            one,
            segment="",
            position=Position(),
            question="",
            respondent=dataclasses.replace(one.respondent, id="", attributes={}, label="A traveller"),
            coding=dataclasses.replace(one.coding, transcript=""),
        )
        for one in found.segments
    )
    (table, *_) = (dataclasses.replace(one, published=True) for one in found.tables)
    return dataclasses.replace(found, published="For publication.", respondents=(), segments=left, tables=(table,))


def test_a_published_page_knows_nobody(tmp_path):
    """Without interviews and people the passages stand alone under their labels."""
    text = page(tmp_path, released())
    data = embedded(text)
    assert (data["people"], data["interviews"], data["fields"]) == ([], [], [])
    assert {turn[1] for turn in data["turns"]} == {"A traveller"}
    assert [item.text for item in lxml.html.fromstring(text).xpath("//header/*[@class='mark'] | //header/ul/li")] == [
        "For publication.",
        "Codebook: Borders, version 2.1, 2 themes, 3 codes.",
        "1 transcript was left out.",
        "Click a number for some quotes on its theme or code; the browser's Back button returns to the table.",
    ]


def test_progress_is_told(tmp_path):
    """One step."""
    counter = Counter()
    write(tmp_path / "page.html", made(), progress=counter)
    assert counter.told == [("Writing the page", 1), "step", "finish"]


def test_a_coded_turn_names_its_question_and_its_place():
    """Where in the file it stands, and which turn it answers."""
    turns = page_data(made())["turns"]
    coded = [(turns[turn[6]][4], turn[7]) for turn in turns if turn[5]]
    assert coded == [("What happened?", "page 2, paragraph 4")] * 3


@in_a_browser
def test_a_browser_shows_what_was_said(tmp_path):
    """All coded turns at first, with the matched words marked, their question and their codes."""
    tree = dom(tmp_path)
    (first, *_) = tree.get_element_by_id("list").xpath("li[@tabindex]")
    assert tree.get_element_by_id("found").text_content() == "3 passages, 5 codings, 3 respondents."
    assert [one.text_content() for one in first.find_class("asked")] == ["What happened?"]
    assert [one.text_content() for one in first.xpath("ul/li")] == ["1 Pushback", "2 Violence", "3 Needs"]
    assert [one.get("data-chips") for one in first.iter("mark")] == ["1,2", "3"]
    assert words(first) == ["|They| beat us near the fence at night. |No w|ater – for two days, till Bihać."]
    place = "Syrian woman, interviewed in Serbia · R · T_RM_1:2, 3 · page 2, paragraph 4"
    assert [one.text_content() for one in first.find_class("place")] == [place]


@in_a_browser
@pytest.mark.parametrize(
    ("place", "left"),
    [
        ("#code=sta_pushback", "2 passages, 2 codings, 2 respondents"),
        ("#code=jrn", "1 passage, 1 coding, 1 respondent"),
        ("#code=sta&reading=negated", "1 passage, 1 coding, 1 respondent"),
        ("#field=nationality&value=Albania", "1 passage, 1 coding, 1 respondent"),
        ("#q=FENCE", "2 passages, 4 codings, 2 respondents"),
        ("#q=bihac", "1 passage, 3 codings, 1 respondent"),
        ("#code=sta_violence&q=nowhere", "0 passages, 0 codings, 0 respondents"),
    ],
)
def test_a_browser_filters(tmp_path, place, left):
    """By code, theme, reading, profile, and words, whatever their case and accents; the page says how much is left."""
    found = made(readings={("RM_1", "sta_violence"): "negated"})
    said, passages = shown(tmp_path, place, found)
    assert said == f"{left}; of 3 passages, 5 codings, 3 respondents."
    assert f"{len(passages)} passage{'' if len(passages) == 1 else 's'}" == left.split(",")[0]


@in_a_browser
def test_a_browser_shows_a_whole_interview(tmp_path):
    """With its questions and what was not coded."""
    said, passages = shown(tmp_path, "#whole=1&interview=1")
    assert said == "1 passage, 1 coding, 1 respondent; of 3 passages, 5 codings, 3 respondents."
    assert passages == ["What happened?", "|They| beat me."]


@in_a_browser
def test_a_browser_says_which_number_it_is_behind(tmp_path):
    """A number shows its own codings and no others, even where a code counts what is feared as said."""
    codes = (dataclasses.replace(CODEBOOK.themes[0].codes[0], counts=("affirmed", "hypothetical")),)
    codebook = dataclasses.replace(CODEBOOK, themes=(dataclasses.replace(CODEBOOK.themes[0], codes=codes),))
    found = made(codebook=codebook, readings={("RM_1", "sta_violence"): "hypothetical"})
    text = page(tmp_path, found)
    (number, _) = re.search(
        r'Violence</th><td><button type="button" class="number" data-figure="(\d+)">(2)<', text
    ).groups()
    tree = dom(tmp_path, f"#figure={number}", found)
    assert tree.get_element_by_id("found").text_content().startswith("2 passages, 2 codings, 2 respondents;")
    behind = "Behind the number: Themes by respondent type: Violence, All respondents n = 3: 2 Back to the table"
    assert tree.get_element_by_id("behind").text_content() == behind


@in_a_browser
@pytest.mark.parametrize(
    "said",
    [
        "They </script><script>document.title='x'</script> \"beat\" & 'hit' us <b>there</b>.",
        "They said \u202b\u0636\u0631\u0628\u0648\u0646\u0627\u202c at the fence.",
        "\u0636\u0631\u0628\u0648\u0646\u0627 \u0639\u0646\u062f \u0627\u0644\u0633\u064a\u0627\u062c.",
        "Th\U0001f600y  beat\tus: Biha\u0107 Bihac\u0301.",
    ],
)
def test_a_browser_shows_words_as_they_are(tmp_path, said):
    """Mark-up, quotes, other directions of writing, spaces and letters of two units: nothing is altered."""
    found = made({"RM_1": (said,)}, {"RM_1": (("sta_violence", 1),)})
    tree = dom(tmp_path, "", found)
    (passage,) = tree.find_class("words")
    assert (tree.findtext(".//title"), passage.get("dir")) == ("Border study", "auto")
    assert words(tree) == [f"|{said[:4]}|{said[4:]}"]


@in_a_browser
def test_a_published_number_leads_to_quotes_of_no_group(tmp_path):
    """It says what the quotes are on, and not of whose number they are."""
    tree = dom(tmp_path, "#figure=0", released())
    assert tree.get_element_by_id("behind").text_content() == "Some quotes on: Authorities Back to the table"
    assert not tree.get_element_by_id("found").text_content().count("respondent")


def test_people_are_those_of_the_report():
    """Each once, with label and profile."""
    people = page_data(made())["people"]
    assert [one["label"] for one in people] == [one.label for one in RESPONDENTS]
