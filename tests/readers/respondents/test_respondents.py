"""Respondent lists as field teams keep them."""

import datetime

import pytest
from openpyxl import Workbook

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.respondent import Consent, Respondent
from qualcode.model.source import Grid
from qualcode.readers.respondents.reading_list import read_respondents, respondents_from_grid
from qualcode.settings import Settings

FILE = "respondents.csv"


def study(**more: object) -> Settings:
    """A study that declares only what a test needs."""
    return Settings.model_validate(more)


def grid(text: str, *, first_row: int = 1) -> Grid:
    """A sheet drawn as lines with | between cells."""
    rows = [[cell.strip(" ") for cell in line.split("|")] for line in text.strip("\n").splitlines()]
    width = max(len(row) for row in rows)
    return Grid(tuple(tuple(row + [""] * (width - len(row))) for row in rows), first_row=first_row)


def read(text: str, **settings: object) -> tuple[tuple[Respondent, ...], tuple[Problem, ...]]:
    """The respondents and problems of a sheet."""
    return respondents_from_grid(grid(text), study(**settings), file=FILE)


def people(text: str, **settings: object) -> tuple[Respondent, ...]:
    """The respondents of a sheet without errors."""
    found, problems = read(text, **settings)
    assert [str(problem) for problem in problems if problem.severity is Severity.ERROR] == []
    return found


def ids(text: str, **settings: object) -> list[str]:
    """Who is in a sheet without errors."""
    return [one.id for one in people(text, **settings)]


def problem_texts(text: str, severity: Severity, **settings: object) -> list[str]:
    """The problems of one severity as a person reads them."""
    return [str(problem) for problem in read(text, **settings)[1] if problem.severity is severity]


def errors(text: str, **settings: object) -> list[str]:
    """The errors of a sheet as a person reads them."""
    return problem_texts(text, Severity.ERROR, **settings)


def warnings(text: str, **settings: object) -> list[str]:
    """The warnings of a sheet as a person reads them."""
    return problem_texts(text, Severity.WARNING, **settings)


def notes(text: str, **settings: object) -> list[str]:
    """The notes of a sheet as a person reads them."""
    return problem_texts(text, Severity.NOTE, **settings)


TYPES = {"refugee_migrant": ["refugee", "migrant"], "key_informant": ["KI", "KII"]}
COUNTRIES = {"values": ["Afghanistan", "Türkiye", "Bosnia and Herzegovina", "North Macedonia", "Syria", "Iran"]}
NATIONALITY = {"nationality": {**COUNTRIES, "aliases": {"Afghanistan": ["Afg.", "Afghani"]}}}


class TestHeader:
    """Finding the header and its columns."""

    @pytest.mark.parametrize(
        "heading",
        [
            *(
                "respondent_id",
                "Respondent ID",
                "ID",
                "Resp. no",
                "Resp. No. ",
                "Code",
                "Participant",
                "PARTICIPANT CODE",
            ),
            *("Respondent\u00a0ID", " Interview-ID:", "Id *", "Interviewee", "ID (as on the form)", "ID of respondent"),
        ],
    )
    def test_id_column_goes_by_many_names(self, heading):
        """The column of ids is found under any of its usual headings."""
        assert ids(f"{heading}|Remarks\nR1|\nR2|late") == ["R1", "R2"]

    @pytest.mark.parametrize(
        "heading", ["Type", "Type of respondent", "respondent_type", "Respondent type (KI / refugee)"]
    )
    def test_type_column_goes_by_many_names(self, heading):
        """The column of types is found under any of its usual headings."""
        assert people(f"ID|{heading}\nR1|KI", respondent_types=TYPES)[0].type == "key_informant"

    @pytest.mark.parametrize("heading", ["file", "File name", "Transcript", "Transcript file"])
    def test_file_column_goes_by_many_names(self, heading):
        """The column of files is found under any of its usual headings, and a cell may hold several files."""
        (one,) = people(f"ID|{heading}\nR1|tape 1.docx; tape 2.docx ;")
        assert one.files == ("tape 1.docx", "tape 2.docx")

    def test_study_names_its_own_headings(self):
        """Headings declared in study.yaml go before the usual ones."""
        text = "ID|Fall|Herkunft\n1|F7|Iran"
        (one,) = people(text, columns={"respondent_id": ["Fall"]}, fields={"nationality": {"columns": ["Herkunft"]}})
        assert one == Respondent("F7", attributes={"nationality": ("Iran",)}, label="Respondent")

    def test_field_is_found_by_its_title(self):
        """A profile field's column may bear its title."""
        (one,) = people("ID|Age of respondent\nR1|18-29", fields={"age_band": {"title": "Age"}})
        assert one.attributes == {"age_band": ("18-29",)}

    def test_notes_above_the_header_are_passed(self):
        """The header is the row that holds most known headings, whatever stands above it."""
        text = "Respondents 2024||\nID numbers are on the consent forms||\n||\nID|Type|Gender\nR1|KI|f"
        assert people(text, fields={"gender": {}}) == (Respondent("R1", "KI", {"gender": ("f",)}, label="KI"),)

    def test_header_may_take_two_rows(self):
        """Groups of headings stand above the headings themselves; a heading may stand in either row."""
        text = "Respondent ID|Profile|Profile|Consent\n|Nationality|Gender|\nR1|Iran|woman|yes"
        found = people(text, fields={"nationality": {}, "gender": {}})
        profile = {"nationality": ("Iran",), "gender": ("woman",)}
        assert found == (Respondent("R1", "", profile, Consent.ACTIVE, "Respondent"),)

    def test_heading_may_be_split_over_two_rows(self):
        """Two rows together can be one heading."""
        (one,) = people("Respondent|Interview\nID|country\nR1|Serbia", fields={"interview_country": {}})
        assert one.attributes == {"interview_country": ("Serbia",)}

    def test_repeated_header_is_no_respondent(self):
        """A header that stands again on the next page is passed over."""
        assert ids("ID|Type\nR1|KI\n\nID|Type\nR2|KI") == ["R1", "R2"]

    def test_missing_header_is_told_with_what_was_seen(self):
        """Without a header the error lists what was read as headings and what would be understood."""
        text = "Who|Where\nR1|Serbia"
        found, problems = read(text, fields={"country": {}})
        assert found == ()
        assert [str(one) for one in problems] == [
            "respondents.csv: no row with headings and a column for the respondents' ids was found. The likeliest row "
            'holds: "Who", "Where".\nTry: use these headings: respondent_id, respondent_type, file, speaker, '
            "consent_status, country; or declare yours under columns: in study.yaml"
        ]

    def test_empty_sheet_is_told(self):
        """A sheet without any cell gives the same error, with nothing seen."""
        found, problems = respondents_from_grid(Grid(()), Settings(), file=FILE)
        assert found == ()
        assert problems[0].what.endswith("The likeliest row holds: nothing.")

    def test_two_columns_for_one_thing_are_told(self):
        """Two columns with the same heading and both filled in cannot be told apart."""
        assert errors("ID|Gender|Gender\nR1|woman|man", fields={"gender": {}}) == [
            "respondents.csv, row 1: columns B and C could both be gender.\n"
            "Try: give them different headings, or delete the one that is not needed"
        ]

    def test_empty_twin_of_a_column_does_no_harm(self):
        """A second column with the same heading and nothing in it is passed over."""
        (one,) = people("ID|Gender|Gender\nR1||man", fields={"gender": {}})
        assert one.attributes == {"gender": ("man",)}

    def test_missing_type_column_is_told(self):
        """A study with respondent types needs a column for them."""
        assert errors("ID\nR1\nR2", respondent_types=TYPES) == [
            "respondents.csv, row 1: there is no column for the respondent type (refugee_migrant, key_informant).\n"
            "Try: add a column respondent_type, or declare its heading under columns: in study.yaml"
        ]


class TestColumnsLeftOut:
    """Columns that study.yaml does not declare."""

    def test_undeclared_columns_are_noted(self):
        """Other columns are left out, with their headings in a note."""
        assert notes("ID|Age|Weather|Mood||\nR1|30|rain|good|x|", fields={"age": {}}) == [
            'respondents.csv, row 1: left out because study.yaml has no such fields: "Weather", "Mood", column E (no '
            "heading).\nTry: declare those you need under fields: in study.yaml"
        ]

    def test_a_study_without_fields_takes_the_columns_of_the_list(self):
        """Where study.yaml declares no field at all, the list's own columns are the profile, dates as written."""
        text = (
            "ID|Type|Age band|Date of arrival|Full name|Contact|Remarks\n"
            f"R1|migrant|30+|03/04/2024|Ana B.|ana@example.org|{'She spoke of her village. ' * 4}"
        )
        found, problems = read(text)
        profile = {"age_band": ("30+",), "date_of_arrival": ("03/04/2024",)}
        assert found == (Respondent("R1", "migrant", profile, label="Migrant"),)
        assert [str(problem) for problem in problems] == [
            "respondents.csv: study.yaml declares no profile fields, so the list's own columns were taken: age_band, "
            "date_of_arrival.\nTry: declare those you need under fields: in study.yaml",
            'respondents.csv, row 1: left out because they could tell who somebody is: "Full name", "Contact". '
            "Nothing of them is stored.\nTry: delete these columns from the copy of the list in the study",
            'respondents.csv, row 1: left out because study.yaml has no such fields: "Remarks".\n'
            "Try: declare those you need under fields: in study.yaml",
        ]

    @pytest.mark.parametrize(
        "heading",
        [
            "Name",
            "First name",
            "Phone number",
            "Tel.",
            "E-mail",
            "WhatsApp",
            "Home address",
            "Passport no",
            "Date of birth",
        ],
    )
    def test_columns_that_name_people_are_warned_of(self, heading):
        """Names, telephone numbers and addresses are left out with a warning that quotes none of them."""
        found, problems = read(f"ID|{heading}\nR1|secret")
        assert found == (Respondent("R1", label="Respondent"),)
        assert [str(one) for one in problems] == [
            f'respondents.csv, row 1: left out because they could tell who somebody is: "{heading}". Nothing of them '
            "is stored.\nTry: delete these columns from the copy of the list in the study"
        ]
        assert problems[0].severity is Severity.WARNING

    @pytest.mark.parametrize("cell", ["ana@example.org", "+381 60 123 45 67", "0038160-1234567"])
    def test_columns_with_contacts_in_them_are_warned_of(self, cell):
        """A harmless heading does not hide telephone numbers and e-mail addresses."""
        (text,) = warnings(f"ID|Remarks\nR1|{cell}")
        assert text.startswith('respondents.csv, row 1: left out because they could tell who somebody is: "Remarks".')
        assert cell not in text

    def test_misspelt_field_is_asked_about(self):
        """A heading that is nearly a field's is left out with a question."""
        assert warnings("ID|Natinality\nR1|Iran", fields={"nationality": {}}) == [
            'respondents.csv, row 1: "Natinality" is no field of study.yaml and was left out.\nTry: did you mean '
            "nationality? correct the heading, or name it under columns: of that field in study.yaml"
        ]

    def test_fields_without_a_column_are_noted(self):
        """Fields of the study that the list does not have are named."""
        assert notes("ID\nR1", fields={"gender": {}, "age_band": {}}) == [
            "respondents.csv, row 1: the list has no column for these fields of study.yaml: gender, age_band.\n"
            "Try: name the heading under columns: of the field, if the list calls it something else"
        ]


class TestRows:
    """Ids, and rows that are no respondents."""

    @pytest.mark.parametrize(
        ("cell", "id_"), [("3.0", "3"), ("007", "007"), ("KII\u00a003 ", "KII 03"), ("R\u200b1", "R1"), ("1.5", "1.5")]
    )
    def test_ids_are_kept_as_they_are_meant(self, cell, id_):
        """A number that a spreadsheet made of an id is undone, zeros in front and all else stay."""
        assert ids(f"ID|Type\n{cell}|KI") == [id_]

    def test_blank_rows_are_passed(self):
        """Rows without content, or with spaces only, are no respondents."""
        assert ids("ID|Type\n|\nR1|KI\n\u00a0|  \nR2|KI\n|") == ["R1", "R2"]

    @pytest.mark.parametrize(
        "row", ["Total|2", "|TOTAL", "n = 2|", "Note: ages are estimates|", "|* asked on the phone only"]
    )
    def test_totals_and_remarks_are_passed_and_noted(self, row):
        """What stands below the respondents is no respondent, and the note says which rows these are."""
        text = f"ID|Type\nR1|KI\nR2|KI\n{row}"
        assert ids(text) == ["R1", "R2"]
        assert notes(text) == ["respondents.csv: rows that are totals or remarks were passed over: 4."]

    def test_missing_id_is_told(self):
        """A row with content and without an id is an error at its row."""
        assert errors("ID|Type|Sex\nR1|KI|f\n-|KI|m") == [
            'respondents.csv, row 3, column "ID": this row has no respondent id.\n'
            "Try: give the respondent an id, or delete the row"
        ]

    def test_double_id_is_told_with_both_rows(self):
        """An id that stands twice is one error with both rows, and neither row is used."""
        found, problems = read("ID|Type\nR1|KI\nR2|KI\nr1|KI")
        assert [one.id for one in found] == ["R2"]
        assert [str(one) for one in problems] == [
            'respondents.csv, row 4: the id "R1" stands in rows 2 and 4.\n'
            "Try: give each respondent one row and an id of their own"
        ]

    def test_rows_are_counted_as_in_the_file(self):
        """A sheet that starts further down names the rows of the file."""
        found = respondents_from_grid(grid("ID|Type\n|KI", first_row=5), Settings(), file=FILE, sheet="List")
        assert [str(one) for one in found[1]] == [
            'respondents.csv, row 6, sheet "List", column "ID": this row has no respondent id.\n'
            "Try: give the respondent an id, or delete the row"
        ]

    def test_ids_like_names_are_warned_of(self):
        """Ids that look like people's names get a warning that does not repeat them."""
        assert warnings("ID|Type\nAlma Example|KI\nR2|KI") == [
            "respondents.csv: the ids of these rows look like names, and ids stand in every export: 2.\n"
            "Try: use codes such as R01, in the list and in file names"
        ]

    def test_speaker_loses_its_colon(self):
        """The label of a person in a group is kept without what ends it."""
        assert people("ID|Speaker\nR1|P1:")[0].speaker == "P1"


class TestValues:
    """Values in the study's own words."""

    @pytest.mark.parametrize(
        ("cell", "value"),
        [
            *(
                ("Afghanistan", "Afghanistan"),
                ("Afg.", "Afghanistan"),
                ("afg", "Afghanistan"),
                ("AFGHANI ", "Afghanistan"),
            ),
            *(("Afganistan", "Afghanistan"), ("Afghan", "Afghanistan"), ("Turkey", "Türkiye"), ("Turkiye", "Türkiye")),
            *(
                ("BiH", "Bosnia and Herzegovina"),
                ("Bosnia", "Bosnia and Herzegovina"),
                ("B&H", "Bosnia and Herzegovina"),
            ),
            *(("Bosnia & Herzegovina", "Bosnia and Herzegovina"), ("FYROM", "North Macedonia")),
            *(("Macedonia", "North Macedonia"), ("Republic of North Macedonia", "North Macedonia")),
            *(("Syrian Arab Republic", "Syria"), ("syrian", "Syria"), ("Iran (Islamic Republic of)", "Iran")),
        ],
    )
    def test_spellings_of_countries_are_mapped(self, cell, value):
        """Declared aliases and spellings that can mean nothing else become the study's own value."""
        (one,) = people(f"ID|Nationality\nR1|{cell}", fields=NATIONALITY)
        assert one.attributes == {"nationality": (value,)}

    def test_every_mapping_is_noted_with_its_count(self):
        """Each spelling that was changed is one note for all its rows."""
        text = "ID|Nationality\nR1|Afg.\nR2|Turkey\nR3|Afg.\nR4|Iran\nR5|iran"
        assert notes(text, fields=NATIONALITY) == [
            'respondents.csv: nationality: "Afg." was read as "Afghanistan" (2 rows).',
            'respondents.csv: nationality: "Turkey" was read as "Türkiye" (1 row).',
            'respondents.csv: nationality: "iran" was read as "Iran" (1 row).',
        ]

    def test_unknown_value_is_told_and_not_guessed(self):
        """A value that is no spelling of a declared one is an error with all values and the nearest."""
        found, problems = read("ID|Nationality\nR1|Afghanstan\nR2|Iran", fields=NATIONALITY)
        assert [one.id for one in found] == ["R2"]
        assert [str(one) for one in problems] == [
            'respondents.csv, row 2, column "Nationality": "Afghanstan" is no value of nationality; it may be: '
            "Afghanistan, Türkiye, Bosnia and Herzegovina, North Macedonia, Syria, Iran.\n"
            'Try: did you mean "Afghanistan"? correct the cell, or declare the spelling in study.yaml'
        ]

    def test_value_like_none_is_told_without_a_guess(self):
        """Where no value is near, only what is allowed is said."""
        assert errors("ID|Gender\nR1|7", fields={"gender": {"values": ["woman", "man"]}}) == [
            'respondents.csv, row 2, column "Gender": "7" is no value of gender; it may be: woman, man.\n'
            "Try: correct the cell, or declare the spelling in study.yaml"
        ]

    def test_countries_are_not_mapped_where_the_study_does_not_have_them(self):
        """The spellings of countries are only for fields that declare the country."""
        assert people("ID|Residence\nR1|Turkey", fields={"residence": {}})[0].attributes == {"residence": ("Turkey",)}

    def test_country_under_two_declared_names_is_not_guessed(self):
        """Where the study declares two spellings of one country, a third one is asked about."""
        fields = {"residence": {"values": ["Turkey", "Türkiye"]}}
        assert people("ID|Residence\nR1|Turkey", fields=fields)[0].attributes == {"residence": ("Turkey",)}
        assert len(errors("ID|Residence\nR1|Turkish", fields=fields)) == 1

    def test_alias_without_values_maps_and_lets_others_through(self):
        """A field that has only aliases maps these and keeps whatever else is written."""
        fields = {"work": {"aliases": {"farming": ["farm", "farmer"]}}}
        found = people("ID|Work\nR1|Farmer\nR2| sells  phones ", fields=fields)
        assert [one.attributes["work"] for one in found] == [("farming",), ("sells phones",)]

    @pytest.mark.parametrize("cell", ["", "-", "–", "n/a", "N.A.", "not recorded", "Unknown", "?", "\u00a0"])
    def test_words_for_nothing_are_not_recorded(self, cell):
        """An empty cell and what people write in its place are the same."""
        (one,) = people(f"ID|Nationality|Type\nR1|{cell}|KI", fields=NATIONALITY)
        assert one.attributes == {"nationality": ()}

    def test_unknown_can_be_a_value(self):
        """A study that declares "unknown" as a value gets it."""
        (one,) = people("ID|Status\nR1|Unknown", fields={"status": {"values": ["known", "unknown"]}})
        assert one.attributes == {"status": ("unknown",)}

    def test_several_values_are_split(self):
        """A field that may hold several takes them between semicolons, commas and slashes, each once."""
        fields = {"residence": {**COUNTRIES, "several": True}}
        (one,) = people("ID|Residence\nR1|Iran; Turkey, Syria / Iran", fields=fields)
        assert one.attributes == {"residence": ("Iran", "Türkiye", "Syria")}

    def test_value_with_a_slash_stays_whole(self):
        """A declared value is not split at its own slash."""
        fields = {"stakeholder": {"values": ["NGO/CSO", "state"], "several": True}}
        assert people("ID|Stakeholder\nR1|ngo/cso", fields=fields)[0].attributes == {"stakeholder": ("NGO/CSO",)}

    def test_several_values_in_a_field_for_one_are_told(self):
        """Two values where one is allowed are an error that says how to allow several."""
        assert errors("ID|Nationality\nR1|Iran; Syria", fields=NATIONALITY) == [
            'respondents.csv, row 2, column "Nationality": "Iran; Syria" is no value of nationality; it may be: '
            "Afghanistan, Türkiye, Bosnia and Herzegovina, North Macedonia, Syria, Iran.\n"
            "Try: where nationality may hold several values, write several: true under fields: nationality: in "
            "study.yaml"
        ]

    @pytest.mark.parametrize(("cell", "value"), [("TRUE", "yes"), ("n", "no"), ("Yes", "yes")])
    def test_ticks_of_a_spreadsheet_are_yes_and_no(self, cell, value):
        """A field of yes and no takes what a spreadsheet makes of them."""
        (one,) = people(f"ID|Returnee\nR1|{cell}", fields={"returnee": {"values": ["yes", "no"]}})
        assert one.attributes == {"returnee": (value,)}

    def test_field_of_another_type_is_left_out_and_warned_of(self):
        """What is filled in for a type it is not recorded for is not stored."""
        settings = {"respondent_types": TYPES, "fields": {"nationality": {"for": "refugee_migrant"}}}
        text = "ID|Type|Nationality\nR1|refugee|Iran\nR2|KI|Serbia\nR3|KI|\nR4|KI|Serbia"
        assert [one.attributes for one in people(text, **settings)] == [{"nationality": ("Iran",)}, {}, {}, {}]
        assert warnings(text, **settings) == [
            "respondents.csv: nationality is not recorded for key_informant, but filled in: rows 3, 5. It was left "
            "out.\nTry: empty these cells, or add key_informant to for: under fields: nationality: in study.yaml"
        ]

    def test_label_is_made_of_the_values(self):
        """A respondent's label follows the template of their type."""
        settings = {
            "respondent_types": TYPES,
            "fields": NATIONALITY,
            "labels": {"refugee_migrant": "{demonym} respondent"},
        }
        assert people("ID|Type|Nationality\nR1|migrant|Afg.", **settings)[0].label == "Afghan respondent"

    def test_fault_of_a_label_is_told_once(self):
        """A fault of study.yaml that every row shows is one problem."""
        settings = {"respondent_types": TYPES, "labels": {"key_informant": "{nothing}"}}
        (text,) = errors("ID|Type\nR1|KI\nR2|KI", **settings)
        assert text.startswith("study.yaml, labels: key_informant: the label has {nothing}")


class TestTypes:
    """Respondent types."""

    @pytest.mark.parametrize("cell", ["refugee_migrant", "Refugee", "Refugee / migrant", "MIGRANT."])
    def test_types_are_mapped(self, cell):
        """Aliases and spellings of a type become the type."""
        assert people(f"ID|Type\nR1|{cell}", respondent_types=TYPES)[0].type == "refugee_migrant"

    def test_unknown_type_is_told(self):
        """A type that is none of the study's is an error."""
        assert errors("ID|Type\nR1|refugeee", respondent_types=TYPES) == [
            'respondents.csv, row 2, column "Type": "refugeee" is no value of respondent_type; it may be: '
            'refugee_migrant, key_informant.\nTry: did you mean "refugee_migrant"? correct the cell, or declare the '
            "spelling in study.yaml"
        ]

    def test_missing_type_is_told(self):
        """An empty type is an error where the study has types."""
        assert errors("ID|Type|File\nR1||a.txt", respondent_types=TYPES) == [
            'respondents.csv, row 2, column "Type": this row has no respondent type.\n'
            "Try: fill in one of: refugee_migrant, key_informant"
        ]

    def test_type_is_free_where_none_is_declared(self):
        """Without declared types a cell is taken as it is."""
        assert people("ID|Type\nR1| Head nurse")[0].type == "Head nurse"


class TestConsent:
    """Consent."""

    @pytest.mark.parametrize(
        ("cell", "consent"),
        [
            *(("yes", Consent.ACTIVE), ("Active", Consent.ACTIVE), ("verbal_on_transcript", Consent.ACTIVE)),
            *(
                ("no", Consent.WITHDRAWN),
                ("withdrawn on 3 May", Consent.WITHDRAWN),
                ("Withdrew (e-mail)", Consent.WITHDRAWN),
            ),
            *(("", Consent.UNKNOWN), ("unknown", Consent.UNKNOWN), ("n/a", Consent.UNKNOWN)),
        ],
    )
    def test_consent_is_read(self, cell, consent):
        """Consent is active, withdrawn or unknown, however it is written."""
        assert people(f"ID|Consent|Type\nR1|{cell}|KI")[0].consent is consent

    @pytest.mark.parametrize("cell", ["not withdrawn", "maybe", "may withdraw", "hasn't withdrawn"])
    def test_unclear_consent_is_told(self, cell):
        """What could mean anything is asked about."""
        (text,) = errors(f"ID|Consent\nR1|{cell}")
        assert text == (
            f'respondents.csv, row 2, column "Consent": "{cell}" does not say whether consent is given.\n'
            "Try: write active, withdrawn or unknown"
        )

    def test_whoever_withdrew_is_there_whatever_else_is_wrong(self):
        """A mistake in another column, or a second row, does not hide that somebody has withdrawn."""
        text = "ID|Consent|Nationality\nR1|withdrawn|nowhere\nR2|yes|Iran\nR2|withdrawn|Iran\nR3|yes|nowhere"
        found, problems = read(text, fields=NATIONALITY)
        assert [(one.id, one.consent) for one in found] == [("R1", Consent.WITHDRAWN), ("R2", Consent.WITHDRAWN)]
        assert [one.where.row for one in problems if one.severity is Severity.ERROR] == [2, 5, 4]


class TestDates:
    """Dates."""

    @pytest.mark.parametrize("cell", ["2024-06-17", "17.6.2024", "17 June 2024", "6/17/2024", "2024-06-17 00:00:00"])
    def test_dates_become_iso(self, cell):
        """A date that can be read in one way only is written in ISO 8601."""
        (one,) = people(f"ID|Interview date\nR1|{cell}", fields={"interview_date": {}})
        assert one.attributes == {"interview_date": ("2024-06-17",)}

    def test_ambiguous_date_is_asked_about(self):
        """Day and month that could be swapped are an error that says what to declare."""
        assert errors("ID|Interview date\nR1|3/4/2024", fields={"interview_date": {}}) == [
            'respondents.csv, row 2, column "Interview date": the date "3/4/2024" can be read two ways.\n'
            "Try: write dates: day-first (or dates: month-first) in study.yaml"
        ]

    def test_declared_order_settles_dates(self):
        """With the order declared in study.yaml the date is read."""
        (one,) = people("ID|Interview date\nR1|3/4/2024", fields={"interview_date": {}}, dates="day-first")
        assert one.attributes == {"interview_date": ("2024-04-03",)}

    def test_what_is_no_date_is_told(self):
        """Words in a column of dates are an error."""
        assert errors("ID|Interview date\nR1|in summer", fields={"interview_date": {}}) == [
            'respondents.csv, row 2, column "Interview date": "in summer" cannot be read as a date.\n'
            "Try: write it like 2024-06-09, or leave the cell empty"
        ]


class TestFiles:
    """Whole files."""

    def test_csv_is_read(self, tmp_path):
        """A list in csv with semicolons and accents is read."""
        path = tmp_path / "respondents.csv"
        path.write_text("ID;Nationality\nR1;Türkiye\nR2;Afg.\n", encoding="utf-8-sig")
        found, problems = read_respondents(path, study(fields=NATIONALITY))
        assert [one.attributes["nationality"] for one in found] == [("Türkiye",), ("Afghanistan",)]
        assert [one.severity for one in problems] == [Severity.NOTE]

    def test_workbook_as_a_team_keeps_it_is_read(self, tmp_path):
        """Titles, merged cells, dates, numbers, blank rows and totals are taken for what they are."""
        book = Workbook()
        sheet = book.active
        sheet.append(["List of respondents", None, None, None, None])
        sheet.merge_cells("A1:E1")
        sheet.append(["Interview", None, None, "Profile", None])
        sheet.merge_cells("A2:C2")
        sheet.merge_cells("D2:E2")
        sheet.append(["Resp. no ", "Interview\u00a0date", "Consent", "Nationality", "Age (years)"])
        sheet.append([3.0, datetime.date(2024, 6, 9), "yes", "Afg. ", 34])
        sheet.append([None] * 5)
        sheet.append(["007", datetime.date(2024, 7, 1), "withdrawn on 3 May", "Turkey", "n/a"])
        sheet.append(["Total", 2, None, None, None])
        path = tmp_path / "respondents.xlsx"
        book.save(path)
        fields = {"interview_date": {}, **NATIONALITY, "age": {}}
        found, problems = read_respondents(path, study(fields=fields))
        first = {"interview_date": ("2024-06-09",), "nationality": ("Afghanistan",), "age": ("34",)}
        second = {"interview_date": ("2024-07-01",), "nationality": ("Türkiye",), "age": ()}
        assert found == (
            Respondent("3", "", first, Consent.ACTIVE, "Respondent"),
            Respondent("007", "", second, Consent.WITHDRAWN, "Respondent"),
        )
        assert {one.severity for one in problems} == {Severity.NOTE}

    def test_hidden_rows_are_read_and_reported(self, tmp_path):
        """A hidden row is a respondent like the others, and somebody is told that it is hidden."""
        book = Workbook()
        book.active.append(["ID"])
        book.active.append(["R1"])
        book.active.append(["R2"])
        book.active.row_dimensions[3].hidden = True
        path = tmp_path / "respondents.xlsx"
        book.save(path)
        found, problems = read_respondents(path, Settings())
        assert [one.id for one in found] == ["R1", "R2"]
        assert [(one.severity, one.where.file) for one in problems] == [(Severity.WARNING, "respondents.xlsx")]

    @staticmethod
    def _sheets(path, second):
        book = Workbook()
        book.active.title = "Refugees"
        for row in (["ID", "Consent"], ["R1", "active"]):
            book.active.append(row)
        other = book.create_sheet("Experts")
        for row in second:
            other.append(row)
        book.save(path)

    def test_second_sheet_of_others_is_read_too(self, tmp_path):
        """Respondents on a sheet of their own belong to the list."""
        path = tmp_path / "respondents.xlsx"
        self._sheets(path, [["ID", "Consent"], ["K1", "active"]])
        found, problems = read_respondents(path, Settings())
        assert ([one.id for one in found], problems) == (["R1", "K1"], ())

    def test_second_sheet_of_the_same_is_told(self, tmp_path):
        """A sheet that lists the same people again is not read, and a warning says so."""
        path = tmp_path / "respondents.xlsx"
        self._sheets(path, [["ID", "Consent"], ["r1", "withdrawn"]])
        found, problems = read_respondents(path, Settings())
        assert [(one.id, one.consent) for one in found] == [("R1", Consent.ACTIVE)]
        assert problems == (
            Problem(
                'sheet "Experts" lists respondents of sheet "Refugees" again; it was not read.',
                Where("respondents.xlsx"),
                "keep everything about a respondent in one row of one sheet",
                Severity.WARNING,
            ),
        )

    def test_sheet_of_codes_is_no_list(self, tmp_path):
        """A sheet that only explains codes gives no respondents."""
        path = tmp_path / "respondents.xlsx"
        self._sheets(path, [["Code", "Meaning"], ["1", "yes"]])
        assert [one.id for one in read_respondents(path, Settings())[0]] == ["R1"]

    def test_other_kind_of_file_is_told(self, tmp_path):
        """A list in a Word file is refused with what to do."""
        assert read_respondents(tmp_path / "respondents.docx", Settings()) == (
            (),
            (
                Problem(
                    "a respondent list is an Excel file (.xlsx) or a csv file.",
                    Where("respondents.docx"),
                    "save it as .xlsx or .csv",
                ),
            ),
        )

    def test_unreadable_file_gives_its_problems(self, tmp_path):
        """A file that cannot be read gives problems and nobody, and is not raised."""
        path = tmp_path / "respondents.csv"
        path.touch()
        found, problems = read_respondents(path, Settings())
        assert (found, [one.severity for one in problems]) == ((), [Severity.ERROR])
