"""Tables, quotes and exports: what leaves a study, and what never does."""

import csv
import json
from zipfile import ZipFile

import pytest
from workflow_sample import CODEBOOK, LIST, LONG, SETTINGS, TALKS, studied, talk, write

from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.respondent import Respondent
from qualcode.workflow.coding import code_study
from qualcode.workflow.exporting import ExportOptions, export_study
from qualcode.workflow.importing import import_files
from qualcode.workflow.release import released
from qualcode.workflow.selecting import Selection, parse_where
from qualcode.workflow.tabulating import coded, default_fields, make_report, quotes, theme_table

GONE = LIST.replace("man,41,active", "man,41,withdrawn")
CONTRACT = (
    "respondent,transcript,segment,start,end,speaker,role,question,text,theme,code,rule,matched,agent,action,target,via,"
    "assertion,polarity,modality,source,experiencer,place,period,method,coder,status,memo"
)


@pytest.fixture
def study(tmp_path):
    """The sample study, coded."""
    with studied(tmp_path) as coded_study:
        code_study(coded_study)
        yield coded_study


def cells(table):
    """Row to (respondents, mentions) under each column."""
    return {row.code or row.theme: [(len(cell.respondents), cell.mentions) for cell in row.cells] for row in table.rows}


def columns(table):
    """Title and number of respondents of each column."""
    return [(column.title, column.n) for column in table.columns]


class TestTables:
    """Themes by profile."""

    def test_respondents_are_counted_once_and_mentions_as_runs(self, study):
        """Two neighbouring sentences of one turn are one mention, one person one respondent, a denial none."""
        table = theme_table(study, "gender")
        assert columns(table) == [("All respondents", 3), ("woman", 2), ("man", 1)]
        assert cells(table) == {
            "sta": [(1, 1), (1, 1), (0, 0)],
            "sta_police": [(1, 1), (1, 1), (0, 0)],
            "rte": [(2, 2), (2, 2), (0, 0)],
            "rte_river": [(2, 2), (2, 2), (0, 0)],
        }

    def test_an_unknown_field_is_told(self, study):
        """With the nearest one and all there are."""
        with pytest.raises(MisuseError) as caught:
            theme_table(study, "gendre")
        assert str(caught.value) == (
            'there is no profile field "gendre". Did you mean "gender"?\nTry: one of: respondent_type, gender, age'
        )

    def test_a_study_that_is_not_coded_has_no_tables(self, tmp_path):
        """The message names the command that comes before."""
        with studied(tmp_path) as fresh, pytest.raises(QualcodeError) as caught:
            theme_table(fresh, "gender")
        assert str(caught.value) == "this study has not been coded yet.\nTry: qualcode code"

    def test_a_changed_codebook_is_told_under_tables(self, study):
        """Tables are of the last run, and say so."""
        write(study.folder.codebook, {"roads.yaml": CODEBOOK.replace("[river]", "[forest]")})
        assert coded(study).notes == (
            "The codebook has changed since the last run: qualcode code brings the tables up to date.",
        )

    def test_fields_that_nobody_has_are_not_shown_by_default(self, study):
        """Without a respondent type and with nothing declared, the type is the one table."""
        assert default_fields(study, coded(study).respondents) == ("respondent_type",)

    def test_a_table_of_nobody_is_empty(self, tmp_path):
        """Where every transcript waits, tables have no respondents and say why."""
        with studied(tmp_path, {"R01.txt": "We walked.\n\nThen we rested.\n"}) as study:
            code_study(study)
            assert columns(theme_table(study, "gender")) == [("All respondents", 0)]
            assert coded(study).notes == (
                "1 transcript(s) wait for a decision and are in no table: R01.",
                "3 respondent(s) on the list have no transcript that can be used: R01, R02, R03.",
            )

    def test_somebody_who_is_on_no_list_is_counted_without_a_profile(self, tmp_path):
        """Their interview is theirs all the same."""
        with studied(tmp_path, {**TALKS, "X09.txt": talk("The police came.")}) as study:
            code_study(study)
            assert Respondent("X09") in coded(study).respondents


class TestWithdrawn:
    """Nothing of who has withdrawn leaves the study, coded before or not."""

    @pytest.fixture
    def after(self, study):
        """The coded study after R02 has withdrawn, not coded again."""
        write(study.folder.path, {"respondents.csv": GONE})
        import_files(study, [study.folder.transcripts])
        return study

    def test_not_in_tables(self, after):
        """Neither in a cell nor in a number of respondents; a note says how many."""
        table = theme_table(after, "gender")
        assert columns(table) == [("All respondents", 2), ("woman", 2)]
        assert cells(table)["sta"] == [(1, 1), (1, 1)]
        assert coded(after).notes == ("1 respondent(s) have withdrawn and are in no table.",)

    def test_not_in_quotes(self, after):
        """Only the others' passages are left."""
        assert [one.respondent.id for one in quotes(after, "sta_police", Selection())] == ["R01", "R01"]

    @pytest.mark.parametrize("name", ["out.html", "out.csv", "out.jsonl"])
    def test_not_in_exports(self, after, tmp_path, name):
        """Neither their id nor their words."""
        export_study(after, tmp_path / name)
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert ("R02" in text, "Nobody saw" in text, "R01" in text) == (False, False, True)

    def test_not_in_the_workbook(self, after):
        """Not even in the sheet that lists every respondent by code."""
        report, matrix = make_report(after, ["gender"], coded(after))
        assert [one.id for one in report.respondents] == ["R01", "R03"]
        assert [row[0] for row in matrix.grid()] == ["respondent", "R01", "R03"]


class TestQuotes:
    """The passages behind a number."""

    def test_quotes_of_a_code(self, study):
        """Verbatim, each with its respondent and position."""
        assert [(one.respondent.id, one.segment, one.text) for one in quotes(study, "rte_river", Selection())] == [
            ("R01", "R01:5", "We crossed the river at night."),
            ("R03", "R03:2", "The river was cold."),
        ]

    def test_quotes_of_a_theme_are_those_of_all_its_codes(self, study):
        """A theme's id stands for all its codes."""
        assert [one.coding.code for one in quotes(study, "sta", Selection())] == ["sta_police"] * 3

    def test_quotes_of_some_respondents(self, study):
        """Every condition has to hold, whatever the case of its value."""
        where = {"gender": "WOMAN", "age": "52"}
        assert [one.respondent.id for one in quotes(study, "rte_river", Selection(where))] == ["R03"]

    @pytest.mark.parametrize(
        ("code", "where", "message"),
        [
            (
                "sta_polise",
                {},
                'there is no code "sta_polise". Did you mean "sta_police"?\n'
                "Try: a theme (sta, rte) or a code of the codebook",
            ),
            (
                "sta",
                {"gender": "womn"},
                'no respondent has gender "womn". Did you mean "woman"?\nTry: one of: woman, man',
            ),
            ("sta", {"sex": "woman"}, 'there is no profile field "sex".\nTry: one of: respondent_type, gender, age'),
        ],
    )
    def test_what_is_not_there_is_told(self, study, code, where, message):
        """With what there is."""
        with pytest.raises(MisuseError) as caught:
            quotes(study, code, Selection(where))
        assert str(caught.value) == message

    def test_conditions_are_read(self):
        """FIELD=VALUE, spaces around them do not matter."""
        assert parse_where(["gender = woman", "age=52"]) == {"gender": "woman", "age": "52"}

    @pytest.mark.parametrize(
        ("conditions", "message"),
        [
            (["gender"], '"gender" is no condition.\nTry: --where nationality=Syria'),
            (["=woman"], '"=woman" is no condition.\nTry: --where nationality=Syria'),
            (
                ["gender=woman", "gender=man"],
                "gender is asked for twice.\nTry: one --where for each field; run the command twice for two values",
            ),
        ],
    )
    def test_conditions_that_are_none_are_told(self, conditions, message):
        """With how one is written."""
        with pytest.raises(MisuseError) as caught:
            parse_where(conditions)
        assert str(caught.value) == message


class TestExports:
    """Files that leave the study."""

    @pytest.mark.parametrize("name", ["out.xlsx", "out.docx", "out.html", "out.csv", "out.jsonl"])
    def test_the_same_data_give_the_same_bytes(self, study, tmp_path, name):
        """Exported twice, and exported from a study made anew from the same files."""
        export_study(study, tmp_path / "a" / name, options=ExportOptions(["gender"]))
        export_study(study, tmp_path / "b" / name, options=ExportOptions(["gender"]))
        with studied(tmp_path / "again") as other:
            code_study(other)
            export_study(other, tmp_path / "c" / name, options=ExportOptions(["gender"]))
        first, *others = ((tmp_path / folder / name).read_bytes() for folder in "abc")
        assert others == [first, first]

    def test_csv_has_the_columns_of_the_contract(self, study, tmp_path):
        """Exactly these, in this order, and a row for each coding."""
        report = export_study(study, tmp_path / "codings.csv")
        with (tmp_path / "codings.csv").open(encoding="utf-8-sig", newline="") as file:
            header, *rows = csv.reader(file)
        assert (",".join(header), len(rows), len(report.segments)) == (CONTRACT, 5, 5)

    def test_jsonl_has_the_keys_of_the_contract(self, study, tmp_path):
        """The same names in the same order."""
        export_study(study, tmp_path / "codings.jsonl")
        first = (tmp_path / "codings.jsonl").read_text(encoding="utf-8").splitlines()[0]
        assert ",".join(json.loads(first)) == CONTRACT

    def test_an_unknown_format_is_told_before_any_work(self, study, tmp_path):
        """With the formats there are."""
        with pytest.raises(MisuseError) as caught:
            export_study(study, tmp_path / "themes.xls")
        assert str(caught.value) == (
            '"themes.xls" has no format that can be exported.\nTry: a name ending in .xlsx, .docx, .html, .csv, .jsonl'
        )

    def test_held_transcripts_are_in_no_export(self, tmp_path):
        """A version that waits for a choice is left out."""
        draft = {"R01.txt": talk(f"{LONG} The river."), "R01 b.txt": talk(f"{LONG} The river. The river.")}
        with studied(tmp_path, draft, settings=SETTINGS) as study:
            code_study(study)
            report = export_study(study, tmp_path / "codings.csv")
        assert {one.coding.transcript for one in report.segments} == {"R01_b"}

    @pytest.mark.parametrize("name", ["themes.xlsx", "quotes.docx"])
    def test_what_a_person_changed_is_not_lost(self, study, tmp_path, name):
        """A file that was saved elsewhere is kept until somebody says that it may go; an untouched one is replaced."""
        out = tmp_path / name
        export_study(study, out)
        export_study(study, out)
        with ZipFile(out) as archive:
            parts = {entry: archive.read(entry) for entry in archive.namelist()}
        with ZipFile(out, "w") as archive:
            for entry, data in parts.items():
                archive.writestr(entry, data)
        changed = out.read_bytes()
        with pytest.raises(QualcodeError) as caught:
            export_study(study, out)
        assert str(caught.value) == (
            f"{name}: somebody has changed this file since qualcode wrote it, and that would be lost.\n"
            "Try: choose another name, move this file away, or export with --overwrite"
        )
        assert out.read_bytes() == changed
        export_study(study, out, options=ExportOptions(overwrite=True))
        assert out.read_bytes() != changed

    def test_a_file_of_that_name_that_is_no_workbook_is_kept(self, study, tmp_path):
        """It was not written here at all."""
        (tmp_path / "themes.xlsx").write_text("notes", encoding="utf-8")
        with pytest.raises(QualcodeError, match="would be lost"):
            export_study(study, tmp_path / "themes.xlsx")
        assert (tmp_path / "themes.xlsx").read_text(encoding="utf-8") == "notes"


def test_nothing_is_read_of_an_interview_whose_respondent_has_withdrawn(tmp_path):
    """Not the questions either: they may repeat what was said."""
    with studied(tmp_path) as study:
        code_study(study)
        assert [len(one.turns) for one in released(study).interviews()] == [4, 4, 4]
        write(study.folder.path, {"respondents.csv": LIST.replace("woman,30,active", "woman,30,withdrawn")})
        import_files(study, [write(tmp_path / "again", {"R02.txt": TALKS["R02.txt"]})])
        assert [(one.id, len(one.turns)) for one in released(study).interviews()] == [
            ("R01", 0),
            ("R02", 4),
            ("R03", 4),
        ]
