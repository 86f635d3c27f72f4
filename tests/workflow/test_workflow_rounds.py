"""A study that returns after a year, and two studies beside each other."""

from workflow_sample import CODEBOOK, LIST, SETTINGS, TALKS, make_study, studied, talk, write

from qualcode.model.table import Level
from qualcode.workflow.beside import compared
from qualcode.workflow.coding import code_study
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import StudyFolder, opened
from qualcode.workflow.tabulating import coded, theme_table

ROUNDS = """
transcripts:
  R01: {round: "2024"}
  R01_again: {round: "2025"}
  R02: {round: "2024"}
  R03: {round: "2025"}
"""
AGAIN = {**TALKS, "R01_again.txt": talk("We stayed in the camp all winter.", "A bus came on Mondays.")}
TWICE = LIST.replace("consent_status", "consent_status,file").replace(
    "R01,woman,30,active", "R01,woman,30,active,R01.txt; R01_again.txt"
)


def numbers(table):
    """Code to the respondents of each column."""
    return {row.code: [len(cell.respondents) for cell in row.cells] for row in table.at(Level.CODE)}


def test_a_table_by_round_counts_what_was_said_in_it(tmp_path):
    """Who was met twice stands in both rounds, and what they said in the first is not counted in the second."""
    with studied(tmp_path, AGAIN, settings=SETTINGS + ROUNDS, respondents=TWICE) as study:
        code_study(study)
        table = theme_table(study, "round")
        assert [(column.title, column.n) for column in table.columns] == [
            ("All respondents", 3),
            ("2024", 2),
            ("2025", 2),
        ]
        assert numbers(table) == {"sta_police": [1, 1, 0], "rte_river": [2, 1, 1]}


def test_without_rounds_there_is_no_such_field(tmp_path):
    """The profile stays as it is."""
    with studied(tmp_path) as study:
        code_study(study)
        assert "round" not in coded(study).fields


def test_two_studies_are_compared_code_by_code(tmp_path):
    """A code that is the same has both numbers, a redefined one says so, new and gone ones have one side."""
    changed = CODEBOOK.replace("[river]", "[river, forest]").replace(
        "id: sta_police", "id: sta_officers\n        formerly: [sta_police]"
    )
    changed += """      - id: rte_camp
        name: Camp
        definition: Words about a camp.
        rules: [{any: [camp]}]
"""
    with studied(tmp_path) as old:
        code_study(old)
        folder = make_study(tmp_path / "later", codebook=changed)
        incoming = write(tmp_path / "new", {"R02.txt": talk("The police came to the camp.", "We hid in a forest.")})
        with opened(StudyFolder(folder)) as new:
            import_files(new, [incoming])
            code_study(new)
            listing = compared(old, new)
    names = [heading.name for heading in listing.headings]
    rows = {row[0].value: dict(zip(names, (figure.value for figure in row), strict=True)) for row in listing.rows}
    assert {code: row["state"] for code, row in rows.items()} == {
        "sta_officers": "renamed",
        "rte_river": "redefined: not comparable",
        "rte_camp": "new",
    }
    officers = rows["sta_officers"]
    assert (officers["earlier"], officers["then_untyped"], officers["then_share_untyped"]) == (
        "sta_police",
        1,
        "1 of 3",
    )
    assert (officers["now_untyped"], officers["now_share_untyped"]) == (1, "1 of 1")
    assert (rows["rte_camp"]["then_untyped"], rows["rte_camp"]["now_untyped"]) == ("", 1)


def test_a_code_that_is_gone_stands_last(tmp_path):
    """With its old numbers and nothing beside them."""
    fewer = CODEBOOK[: CODEBOOK.index("  - id: rte\n")]
    with studied(tmp_path) as old:
        code_study(old)
        folder = make_study(tmp_path / "later", codebook=fewer)
        with opened(StudyFolder(folder)) as new:
            import_files(new, [write(tmp_path / "new", {"R02.txt": talk("The police came.", "We hid.")})])
            code_study(new)
            listing = compared(old, new)
    assert [(row[0].value, row[2].value) for row in listing.rows] == [("sta_police", "the same"), ("rte_river", "gone")]
