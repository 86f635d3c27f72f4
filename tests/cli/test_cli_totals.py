"""Every total of the workbook agrees with every other: all sheets, counted once more from the quotes."""

import re
from collections import defaultdict

import openpyxl
import pytest

from qualcode.workflow.exporting import ExportOptions, export_study
from qualcode.workflow.study import find_study, opened

FIELDS = ("respondent_type", "nationality", "gender", "stakeholder", "interview_country")
SHEETS = {
    "Themes by profile": "Respondent type",
    "Themes by Nationality": "Nationality",
    "Themes by Gender": "Gender",
    "Themes by Stakeholder": "Stakeholder",
    "Themes by Interviewed in": "Interviewed in",
}
GROUP = re.compile(r"(.*) \(n = (\d+)\): (respondents|share|mentions)$")
TYPES = ("refugee migrant", "key informant", "focus group")


@pytest.fixture(scope="module")
def book(finished_demo, tmp_path_factory):
    """The workbook of the sample study by five fields."""
    out = tmp_path_factory.mktemp("totals") / "all.xlsx"
    with opened(find_study(finished_demo)) as study:
        export_study(study, out, options=ExportOptions(FIELDS))
    return openpyxl.load_workbook(out)


@pytest.fixture(scope="module")
def quotes(book):
    """What the quotes say: code and theme to the respondents whom tables count, and everybody's profile."""
    rows = records(book["Quotes"])
    said = defaultdict(set)
    for row in rows:
        if row["In a theme table"] == "yes":
            said[row["Code id"]].add(row["Respondent"])
            said[row["Theme"]].add(row["Respondent"])
    profiles = {row["Respondent"]: row for row in rows}
    return said, profiles


def records(sheet):
    """The rows of a sheet down to the first empty one, by their headings."""
    rows = sheet.iter_rows(values_only=True)
    headings = next(rows)
    found = []
    for row in rows:
        if all(value is None for value in row):
            break
        found.append(dict(zip(headings, row, strict=True)))
    return found


def number(value):
    """What a cell counts: text ("not asked", "2 deny", an empty cell) is nobody."""
    return value if isinstance(value, int) else 0


@pytest.mark.parametrize("title", SHEETS)
def test_theme_tables_count_what_the_quotes_show(book, quotes, title):
    """Every cell of every theme table, by every field, is the number of respondents with a counted quote."""
    said, profiles = quotes
    checked = 0
    for row in records(book[title]):
        name = row["Id"]
        if name is None:
            continue
        key = name if "_" in name else row["Theme and code"]
        for heading, value in row.items():
            found = GROUP.match(heading)
            if found is None or found[3] != "respondents":
                continue
            kind, _, group = found[1].rpartition(", ") if found[1].split(", ")[0] in TYPES else ("", "", found[1])
            people = {
                person
                for person in said.get(key, ())
                if fits(profiles[person], kind or (group if group in TYPES else ""), group, SHEETS[title])
            }
            assert number(value) == len(people), (title, name, heading)
            checked += 1
    assert checked > 100


def fits(profile, kind, group, field):
    """Whether a respondent belongs to a column: of a type, with a value of the field."""
    if kind and profile["Respondent type"] != kind:
        return False
    if group in TYPES:
        return True
    if group == "All respondents":
        return profile[field] is not None
    return group in (profile[field] or "").split("; ")


def test_mentions_are_those_of_the_matrix(book):
    """Each code's mentions over all respondents, in the theme table, in the matrix and in the codebook."""
    matrix = {
        heading: sum(number(row[heading]) for row in records(book["Respondents by code"])[:-1])
        for heading in next(book["Respondents by code"].iter_rows(values_only=True))
    }
    meaning = {row["Code id"]: row for row in records(book["Codebook"])}
    checked = 0
    for row in records(book["Themes by profile"]):
        if row["Id"] and "_" in row["Id"]:
            total = sum(number(value) for heading, value in row.items() if heading.endswith(": mentions"))
            assert total == matrix[row["Theme and code"]] == meaning[row["Id"]]["Mentions"]
            checked += 1
    assert checked == 45


def test_respondents_agree_in_every_sheet(book, quotes):
    """Findings by type, the discussion grid, the matrix's last row and the codebook count the same people."""
    said, profiles = quotes
    last = records(book["Respondents by code"])[-1]
    findings = {row["Code"]: row for row in records(book["Findings"])}
    grid = {row["Id"]: row["Interviews"] for row in records(book["Discussion grid"])}
    for row in records(book["Codebook"]):
        code = row["Code id"]
        if code not in findings:
            continue
        people = said.get(code, set())
        assert len(people) == row["Respondents"] == grid[code] == last[row["Name"]]
        for kind in TYPES:
            assert findings[code][f"Say so: {kind}"] == sum(profiles[one]["Respondent type"] == kind for one in people)


def test_claims_say_the_numbers_beside_them(book):
    """A claim such as "9 of 24 key informants" has 9 in its column."""
    for row in records(book["Findings"]):
        for count, kind in re.findall(
            r"(\d+) of \d+ ([a-z ]+?)s?(?: participants)?(?: unasked)?(?:,|$)", row["As counted"]
        ):
            assert row[f"Say so: {kind.removesuffix(' participant').strip()}"] == int(count)


def test_who_did_what_adds_up(book):
    """Nobody is of two types, and the mentions of a row are no fewer than its respondents."""
    for row in records(book["Who did what"]):
        assert row["Respondents"] == sum(number(row[f"Of them: {kind}"]) for kind in TYPES)
        assert row["Mentions"] >= row["Respondents"]
    for row in records(book["Routes"]):
        assert row["Respondents"] == sum(number(row[f"Of them: {kind}"]) for kind in TYPES)


def test_every_number_of_a_theme_table_leads_to_quotes(book):
    """No number but zero is without a link, and the place it leads to is a quote of its code."""
    sheet, quotes = book["Themes by profile"], book["Quotes"]
    headings = [cell.value for cell in sheet[1]]
    for cells in sheet.iter_rows(min_row=2, max_row=56):
        for heading, cell in zip(headings, cells, strict=True):
            counted = heading.endswith((": respondents", ": mentions")) and isinstance(cell.value, int) and cell.value
            if counted:
                place = re.match(r"'Quotes'!C(\d+)", cell.hyperlink.location)
                name = cells[1].value
                if "_" in name:
                    assert name in [
                        quotes.cell(int(place[1]), column).value for column in range(1, quotes.max_column + 1)
                    ]
