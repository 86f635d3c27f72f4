"""Theme tables: how many respondents of each profile speak of a theme or a code, and how often."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualcode.analysis.counting import counts
from qualcode.analysis.groups import columns, covered, readable
from qualcode.analysis.mentions import mentions
from qualcode.analysis.table_notes import notes_on_counts, notes_on_groups
from qualcode.model.codebook import Code, Codebook
from qualcode.model.coded import CodedSegment
from qualcode.model.respondent import Respondent
from qualcode.model.table import Cell, Column, Level, Row, ThemeTable


def cross_tabulate(  # noqa: PLR0913 - the options are keyword-only and describe one thing, the profile field
    segments: Sequence[CodedSegment],
    respondents: Sequence[Respondent],
    codebook: Codebook,
    *,
    field: str,
    values: Sequence[str] = (),
    title: str = "",
    applies_to: Sequence[str] = (),
) -> ThemeTable:
    """Themes and codes by the profile `field` ("respondent_type" for the type of respondent).

    Columns are as `groups.columns` makes them, over the respondents whose type is in `applies_to` (all where it is
    empty). A theme counts unique respondents over its codes. Cells hold positions in `segments`.
    """
    across = columns(covered(respondents, applies_to), field, values)
    spoken = _counted(segments, codebook)
    rows = tuple(_rows(segments, spoken, across, codebook))
    name = title or readable(field)
    groups = notes_on_groups(across, respondents, name, applies_to=applies_to)
    counted = notes_on_counts(segments, across, respondents, codebook)
    return ThemeTable(f"Themes by {name}", across, rows, (*groups, *counted))


_Spoken = Mapping[str, Mapping[str, Sequence[int]]]
"""Code to respondent to the positions of the codings that count."""


def _counted(segments: Sequence[CodedSegment], codebook: Codebook) -> _Spoken:
    codes = {code.id: code for code in codebook.codes()}
    spoken: dict[str, dict[str, list[int]]] = {code: defaultdict(list) for code in codes}
    for position, segment in enumerate(segments):
        code = codes.get(segment.coding.code)
        if code is not None and counts(segment, code):
            spoken[code.id][segment.respondent.id].append(position)
    return spoken


def _rows(
    segments: Sequence[CodedSegment], spoken: _Spoken, across: Sequence[Column], codebook: Codebook
) -> Iterator[Row]:
    for theme in codebook.themes:
        cells = tuple(_cell(segments, spoken, theme.codes, column) for column in across)
        yield Row(Level.THEME, theme.id, "", theme.name, cells)
        for code in theme.codes:
            cells = tuple(_cell(segments, spoken, (code,), column) for column in across)
            yield Row(Level.CODE, theme.id, code.id, code.name, cells)


def _cell(segments: Sequence[CodedSegment], spoken: _Spoken, codes: Iterable[Code], column: Column) -> Cell:
    """What the people of a column say under any of `codes`."""
    said = [(person, spoken[code.id].get(person, ())) for code in codes for person in column.respondents]
    speakers = {person for person, positions in said if positions}
    positions = tuple(sorted(position for _, found in said for position in found))
    return Cell(
        respondents=tuple(person for person in column.respondents if person in speakers),
        mentions=mentions(segments[position].coding for position in positions),
        codings=positions,
    )
