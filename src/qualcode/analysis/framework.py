"""The framework matrix: respondents down, themes across; the researcher's summary above the best quotes.

Ritchie and Spencer 1994 (Qualitative data analysis for applied policy research) describe the method.
"""

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcode.analysis.counting import counted_positions
from qualcode.analysis.groups import RESPONDENT_TYPE, readable, values_of
from qualcode.model.coded import Material
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "framework"
SHEET = "summaries"
STALE = "[codings changed since this was written]"
_ABOUT = "A row a respondent, a column a theme: the researcher's summary, where there is one, above the best quotes."
_NOTES = (
    "Summaries are the team's own words: qualcode summaries export gives a sheet to write them in, summaries import "
    "reads it back.",
    "The quotes are those that come nearest to the length of a good quote, of different codes where there are several.",
)
_LENGTH, _MOST, _MOST_TO_SUMMARISE = 160, 2, 5

Place = tuple[str, str]
"""A respondent and a theme."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a researcher wrote of a respondent on a theme."""

    text: str
    fingerprint: str
    """What `fingerprints` said of the codings under it when it was written."""


def fingerprints(material: Material) -> dict[Place, str]:
    """A hash over the counted codings of each respondent on each theme: it changes when they do."""
    found: dict[Place, str] = {}
    for place, positions in _counted(material).items():
        said = sorted({(material.segments[one].segment, material.segments[one].coding.code) for one in positions})
        found[place] = hashlib.sha256(repr(said).encode()).hexdigest()
    return found


def framework(material: Material, summaries: Mapping[Place, Summary], fields: Sequence[str] = ()) -> Listing:
    """The matrix, with profile `fields` between respondent and themes; who says nothing has empty cells."""
    counted, now = _counted(material), fingerprints(material)
    headings = (
        Heading("respondent", "Respondent", Kind.ID),
        Heading("label", "Label", Kind.NAME),
        *(Heading(field, _title(material, field), Kind.NAME) for field in fields),
        *(Heading(theme.id, theme.name, Kind.TEXT) for theme in material.codebook.themes),
    )
    rows = []
    for person in material.respondents:
        profile = ["; ".join(map(readable, values_of(person, field))) for field in fields]
        cells = []
        for theme in material.codebook.themes:
            place = (person.id, theme.id)
            positions = counted.get(place, ())
            words = [*_summary(summaries.get(place), now.get(place, "")), *_quotes(material, positions, _MOST)]
            cells.append(Figure("\n".join(words), tuple(positions), (person.id,) if positions else ()))
        rows.append((Figure(person.id), Figure(person.label), *map(Figure, profile), *cells))
    return Listing(ID, "Framework matrix", _ABOUT, headings, tuple(rows), _NOTES)


def summary_sheet(material: Material, summaries: Mapping[Place, Summary]) -> Listing:
    """The sheet that summaries are written in: a row for each respondent and theme with something to summarise."""
    counted, now = _counted(material), fingerprints(material)
    headings = (
        Heading("respondent", "Respondent", Kind.ID),
        Heading("label", "Label", Kind.NAME),
        Heading("theme", "Theme", Kind.ID),
        Heading("theme_name", "Theme in words", Kind.NAME),
        Heading("quotes", "Quotes", Kind.TEXT),
        Heading(
            "summary", "Summary", Kind.TEXT, "Write here. DELETE removes a summary; an empty cell changes nothing."
        ),
        Heading("changed", "Changed since", Kind.NAME, "yes: codings under the summary changed after it was written."),
    )
    rows = []
    for person in material.respondents:
        for theme in material.codebook.themes:
            place = (person.id, theme.id)
            kept = summaries.get(place)
            if place not in counted and kept is None:
                continue
            changed = "yes" if kept and kept.fingerprint != now.get(place, "") else ""
            quotes = "\n".join(_quotes(material, counted.get(place, ()), _MOST_TO_SUMMARISE))
            words = (person.id, person.label, theme.id, theme.name, quotes, kept.text if kept else "", changed)
            rows.append(tuple(map(Figure, words)))
    return Listing(SHEET, "Summaries", "A sheet to write summaries in.", headings, tuple(rows))


def _counted(material: Material) -> dict[Place, list[int]]:
    found: dict[Place, list[int]] = defaultdict(list)
    for position in counted_positions(material.segments, material.codebook):
        segment = material.segments[position]
        found[segment.respondent.id, segment.coding.theme].append(position)
    return found


def _summary(kept: Summary | None, now: str) -> list[str]:
    if kept is None:
        return []
    return [kept.text if kept.fingerprint == now else f"{kept.text} {STALE}"]


def _quotes(material: Material, positions: Sequence[int], most: int) -> list[str]:
    """The best passages with their places, verbatim, each once, those of new codes first."""
    segments = material.segments
    best = sorted(positions, key=lambda one: (abs(len(segments[one].text) - _LENGTH), segments[one].segment))
    chosen: list[int] = []
    for new_code in (True, False):
        for one in best:
            seen = {segments[other].segment for other in chosen}
            codes = {segments[other].coding.code for other in chosen}
            if (
                len(chosen) < most
                and segments[one].segment not in seen
                and (not new_code or segments[one].coding.code not in codes)
            ):
                chosen.append(one)
    return [f"\u201c{segments[one].text}\u201d ({segments[one].segment})" for one in chosen]


def _title(material: Material, field: str) -> str:
    return "Respondent type" if field == RESPONDENT_TYPE else material.fields.get(field, readable(field))
