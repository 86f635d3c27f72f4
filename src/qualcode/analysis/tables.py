"""Theme tables: how many respondents of each profile speak of a theme or a code, and how often."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.analysis.groups import columns, covered, readable
from qualcode.analysis.marks import Circumstances, mark
from qualcode.analysis.mentions import mentions
from qualcode.analysis.shares import share
from qualcode.analysis.table_notes import notes_on_cells, notes_on_counts, notes_on_groups
from qualcode.analysis.voicing import DENIED, POSSIBLE, STOPPED, Voices, voices_by_code
from qualcode.model.codebook import Code
from qualcode.model.coded import Material
from qualcode.model.respondent import Respondent
from qualcode.model.table import Cell, Column, Grouping, Level, Row, ThemeTable, Told


def cross_tabulate(
    material: Material,
    by: Sequence[Grouping],
    *,
    crossed: bool = False,
    mixed: bool = False,
    circumstances: Circumstances = Circumstances(),  # noqa: B008 - frozen and empty
) -> ThemeTable:
    """Themes and codes by one or several profile fields ("respondent_type" for the type of respondent).

    Columns are as `groups.columns` makes them, over the respondents whose type every field is recorded for. A theme
    counts unique respondents over its codes. Cells hold positions in `material.segments`.
    """
    inside = covered(material.respondents, by)
    across = columns(inside, by, crossed=crossed, mixed=mixed)
    count = _Count(material, {one.id: one for one in inside}, _by_person(material), circumstances)
    rows = tuple(_rows(count, across))
    name = " and ".join(one.title or readable(one.field) for one in by)
    notes = (
        *notes_on_groups(across, material.respondents, by),
        *notes_on_cells(rows),
        *notes_on_counts(material, inside),
    )
    return ThemeTable(f"Themes by {name}", across, rows, notes, tuple(one.field for one in by))


_Heard = Mapping[str, Mapping[str, Sequence[int]]]
"""What is said of a code (a key of _READINGS or "said") to respondent to the codings."""

_SAID, _HEARD = "said", "heard"


@dataclass(frozen=True, slots=True)
class _Count:
    """What every cell is counted from."""

    material: Material
    people: Mapping[str, Respondent]
    voices: Mapping[str, _Heard]
    """Code to what is said of it."""
    circumstances: Circumstances


def _by_person(material: Material) -> dict[str, _Heard]:
    return {code: _readings(material, voices) for code, voices in voices_by_code(material).items()}


def _readings(material: Material, voices: Voices) -> _Heard:
    found: dict[str, dict[str, list[int]]] = {}
    said = {_SAID: voices.counted, _HEARD: voices.heard, **voices.read}
    for reading, positions in said.items():
        for position in positions:
            person = material.segments[position].respondent.id
            found.setdefault(reading, {}).setdefault(person, []).append(position)
    return found


def _rows(count: _Count, across: Sequence[Column]) -> Iterator[Row]:
    for theme in count.material.codebook.themes:
        cells = tuple(_cell(count, theme.codes, column) for column in across)
        yield Row(Level.THEME, theme.id, "", theme.name, cells)
        for code in theme.codes:
            cells = tuple(_cell(count, (code,), column) for column in across)
            yield Row(Level.CODE, theme.id, code.id, code.name, cells)


def _cell(count: _Count, codes: Sequence[Code], column: Column) -> Cell:
    """What the people of a column say under any of `codes`."""
    said = _told(count, codes, column, _SAID)
    asked = _asked(count, codes, column)
    heard = _told(count, codes, column, _HEARD)
    return Cell(
        respondents=said.respondents,
        mentions=mentions(count.material.segments[position].coding for position in said.codings),
        codings=said.codings,
        asked=asked,
        denied=_told(count, codes, column, DENIED),
        stopped=_told(count, codes, column, STOPPED),
        possible=_told(count, codes, column, POSSIBLE),
        heard=_only(count, heard, said),
        share=share(len(set(said.respondents).intersection(asked)), len(asked)) if asked else "",
        mark=mark(said.respondents, column.respondents, count.people, count.circumstances),
    )


def _told(count: _Count, codes: Sequence[Code], column: Column, reading: str) -> Told:
    spoken = [count.voices[code.id][reading] for code in codes if reading in count.voices[code.id]]
    found = [(person, said[person]) for said in spoken for person in column.respondents if person in said]
    speakers = {person for person, _ in found}
    positions = tuple(sorted(position for _, positions in found for position in positions))
    if column.round is not None:
        positions = tuple(one for one in positions if _is_of_round(count.material, one, column.round))
        speakers = {count.material.segments[one].respondent.id for one in positions}
    return Told(tuple(person for person in column.respondents if person in speakers), positions)


def _is_of_round(material: Material, position: int, number: str) -> bool:
    transcript = material.segments[position].coding.transcript
    return not material.rounds or material.rounds.get(transcript, "") == number


def _only(count: _Count, heard: Told, said: Told) -> Told:
    """Of what is `heard` of, that of people who say nothing else of it."""
    if not heard.codings:
        return heard
    segments = count.material.segments
    known = {segments[one].respondent.id for one in set(said.codings) - set(heard.codings)}
    return Told(
        tuple(one for one in heard.respondents if one not in known),
        tuple(one for one in heard.codings if segments[one].respondent.id not in known),
    )


def _asked(count: _Count, codes: Sequence[Code], column: Column) -> tuple[str, ...]:
    guide, people = count.material.guide, count.people
    types = {kind: any(guide.asks(code.id, kind) for code in codes) for kind in {one.type for one in people.values()}}
    return tuple(one for one in column.respondents if types[people[one].type])
