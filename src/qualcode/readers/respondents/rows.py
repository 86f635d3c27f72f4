"""One row of a respondent list as a respondent, with everything that is wrong in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import regex

from qualcode.model.problem import Problem, Where
from qualcode.model.respondent import Consent, Respondent
from qualcode.readers.respondents.attribution import attribution
from qualcode.readers.respondents.header import Header
from qualcode.readers.respondents.values import UnreadableValueError, Values, is_recorded
from qualcode.readers.spelling import folded, listed, tidy
from qualcode.settings import Settings

_TOTAL = regex.compile(r"^(?:grand |sub ?)?totals?\b|^(?:sum|count|n ?= ?\d*)$")
_REMARK = regex.compile(r"^(?:notes?|source|legend|comments?|remarks?|nb)\b")
_WHOLE_NUMBER = regex.compile(r"(\d+)\.0+")
_FILES = regex.compile(r"[;\n]")


@dataclass(slots=True)
class Row:
    """What a row gave: nobody where it has no id."""

    number: int
    """Its number in the file."""
    respondent: Respondent | None = None
    faults: list[Problem] = field(default_factory=list)
    label_faults: tuple[Problem, ...] = ()
    """Faults of study.yaml that show when the label is made; the same for many rows."""
    misplaced: list[str] = field(default_factory=list)
    """Fields that are filled in although they are not recorded for this type of respondent."""


def is_aside(cells: Sequence[str]) -> bool:
    """Whether a row is a total or somebody's remark, and no respondent."""
    filled = [folded(cell) for cell in cells if tidy(cell)]
    if not filled:
        return False
    return bool(_TOTAL.search(filled[0])) or (
        len(filled) == 1 and (len(filled[0].split()) >= 4 or bool(_REMARK.search(filled[0])))
    )


class RowReader:
    """Reads the rows below one header; fields that nobody has `declared` are taken as they are written."""

    def __init__(self, header: Header, settings: Settings, place: Where, *, declared: bool = True) -> None:
        self._header = header
        self._settings = settings
        self._place = place
        self.values = Values(settings, declared=declared)

    def read(self, number: int, cells: Sequence[str]) -> Row:
        """The respondent in a row and its faults; a value with a fault is as if it were not recorded."""
        row = Row(number)
        written = {name: cells[column] for name, column in self._header.columns.items()}
        id_ = tidy(written["respondent_id"])
        if not is_recorded(id_):
            fix = "give the respondent an id, or delete the row"
            row.faults.append(self._fault(row, "respondent_id", "this row has no respondent id.", fix))
            return row
        whole = _WHOLE_NUMBER.fullmatch(id_)
        type_ = self._type(row, written.get("respondent_type"))
        attributes = self._attributes(row, written, type_)
        label, row.label_faults = attribution(type_, attributes, self._settings)
        row.respondent = Respondent(
            whole[1] if whole else id_,
            type_,
            attributes,
            self._consent(row, written.get("consent_status", "")),
            label,
            tuple(tidy(one) for one in _FILES.split(written.get("file", "")) if is_recorded(one)),
            tidy(written.get("speaker", "")).rstrip(":： "),
        )
        return row

    def _fault(self, row: Row, name: str, what: str, fix: str) -> Problem:
        heading = self._header.headings[self._header.columns[name]]
        detail = ", ".join(part for part in (self._place.detail, f'column "{heading}"') if part)
        return Problem(what, replace(self._place, row=row.number, detail=detail), fix)

    def _type(self, row: Row, cell: str | None) -> str:
        """The respondent type; that there is no such column at all is told of the header, not of every row."""
        if cell is None:
            return ""
        try:
            found = self.values.respondent_type(cell)
        except UnreadableValueError as fault:
            row.faults.append(self._fault(row, "respondent_type", fault.what, fault.fix))
            return ""
        if not found and self._settings.respondent_types:
            fix = f"fill in one of: {listed(self._settings.respondent_types)}"
            row.faults.append(self._fault(row, "respondent_type", "this row has no respondent type.", fix))
        return found

    def _consent(self, row: Row, cell: str) -> Consent:
        try:
            return self.values.consent(cell)
        except UnreadableValueError as fault:
            row.faults.append(self._fault(row, "consent_status", fault.what, fault.fix))
            return Consent.UNKNOWN

    def _attributes(self, row: Row, written: dict[str, str], type_: str) -> dict[str, tuple[str, ...]]:
        """The profile: every field of the list that is recorded for this type of respondent."""
        profile: dict[str, tuple[str, ...]] = {}
        for name, declared in self._settings.fields.items():
            if name not in written:
                continue
            if type_ and declared.applies_to and type_ not in declared.applies_to:
                if is_recorded(written[name]):
                    row.misplaced.append(name)
                continue
            try:
                profile[name] = self.values.attribute(name, written[name])
            except UnreadableValueError as fault:
                profile[name] = ()
                row.faults.append(self._fault(row, name, fault.what, fault.fix))
        return profile
