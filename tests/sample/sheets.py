"""The survey export and the respondent list as Excel files."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from packed import settle
from truth import TrueInterview

_LAST_CHECK = "2024-07-25"
_GROUPS = ("Leaving", "Leaving", "Journey", "Journey", "Journey", "Journey", "Journey", "Return", "Return", "Return")
"""The group of the form that each question stands in; the rest stand in "Closing"."""


def write_survey(path: Path, interviews: Sequence[TrueInterview]) -> None:
    """A KoboToolbox export with labels as headings: one row an interview, system columns around the answers."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "returnees_albania"
    rows = [_survey_row(number, interview) for number, interview in enumerate(interviews, start=1)]
    sheet.append(list(rows[0]))
    for row in rows:
        sheet.append(list(row.values()))
    workbook.save(path)
    settle(path, _LAST_CHECK)


def _survey_row(number: int, interview: TrueInterview) -> dict[str, Any]:
    """Heading to cell."""
    day = interview.profile["interview_date"][0]
    questions = interview.turns[::2]
    answers = interview.turns[1::2]
    groups = [*_GROUPS, *["Closing"] * len(questions)]
    return {
        "start": f"{day}T10:02:11.000+02:00",
        "end": f"{day}T11:19:40.000+02:00",
        "today": day,
        "username": "field_al_2",
        "deviceid": f"collect:invented{number}",
        "respondent_id": interview.id,
        "Profile/Gender": interview.profile["gender"][0],
        "Profile/Age": interview.profile["age_band"][0],
        **{
            f"{group}/{question.text}": answer.text
            for group, question, answer in zip(groups, questions, answers, strict=False)
        },
        "Place of interview": "41.33 19.82 0 0",
        "_Place of interview_latitude": 41.33,
        "_Place of interview_longitude": 19.82,
        "_id": 310_400_000 + number,
        "_uuid": f"00000000-0000-4000-8000-00000000000{number}",
        "_submission_time": f"{day}T20:00:00",
        "_validation_status": "",
        "_status": "submitted_via_web",
        "_submitted_by": "field_al_2",
        "__version__": "vSample1",
        "_tags": "",
        "_index": number,
    }


def write_respondents(path: Path, listed: Mapping[str, Any]) -> None:
    """The respondent list, cell by cell as it was written."""
    workbook = Workbook()
    sheet = workbook.active
    sheet.title = "Respondents"
    for note in listed["notes"]:
        sheet.append([note])
    sheet.append(listed["header"])
    for row in listed["rows"]:
        sheet.append([None if cell == "" else cell for cell in row])
    header = len(listed["notes"]) + 1
    for cell in sheet[header]:
        cell.font = Font(bold=True)
    sheet.freeze_panes = sheet.cell(header + 1, 2)
    for column, heading in enumerate(listed["header"], start=1):
        cells = [str(row[column - 1] or "") for row in listed["rows"] if len(row) >= column]
        width = max(len(heading), *(len(cell) for cell in cells)) + 2
        sheet.column_dimensions[sheet.cell(header, column).column_letter].width = min(width, 32)
    workbook.save(path)
    settle(path, _LAST_CHECK)
