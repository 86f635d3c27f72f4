"""The discussion grid as humanitarian teams keep it: points down, interviews across, 1 or blank."""

from collections.abc import Mapping

from qualcode.analysis.counting import counted_positions
from qualcode.model.coded import Material
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "grid"
_ABOUT = "The discussion grid: topics and points down, interviews across, with totals and room for a summary."
_NEW = "*"


def discussion_grid(material: Material, dates: Mapping[str, str]) -> Listing:
    """A row a theme and code, a column a respondent in the order of their interviews.

    `dates` are the dates of interviews (ISO, "" where not recorded) by respondent; those without a date stand last.
    """
    order = sorted(material.respondents, key=lambda one: (dates.get(one.id, "") or "9999", one.id))
    said: dict[tuple[str, str], list[int]] = {}
    for position in counted_positions(material.segments, material.codebook):
        segment = material.segments[position]
        for point in (segment.coding.code, segment.coding.theme):
            said.setdefault((point, segment.respondent.id), []).append(position)
    headings = (
        Heading("topic", "Topic or point", Kind.NAME),
        Heading("id", "Id", Kind.ID, folded=True),
        Heading("total", "Interviews", Kind.NUMBER, "Respondents who make the point."),
        *(Heading(one.id, one.id, Kind.TICK, one.label) for one in order),
        Heading("summary", "Summary", Kind.TEXT, "For the team to fill in."),
    )
    rows, new = [], dict.fromkeys((one.id for one in order), 0)
    for theme in material.codebook.themes:
        for point, name, top in ((theme.id, theme.name, True), *((code.id, code.name, False) for code in theme.codes)):
            who = [one.id for one in order if (point, one.id) in said]
            if who and not top:
                new[who[0]] += 1
            every = tuple(one for person in who for one in said[point, person])
            cells = [
                Figure(
                    1,
                    tuple(said[point, one.id]),
                    (one.id,),
                    mark=_NEW if not top and one.id == who[0] else "",
                    strong=top,
                )
                if one.id in who
                else Figure("", strong=top)
                for one in order
            ]
            ends = (
                Figure(name, strong=top),
                Figure(point, strong=top),
                Figure(len(who), every, tuple(who), strong=top),
            )
            rows.append((*ends, *cells, Figure("", strong=top)))
    rows.append((Figure("New points"), Figure(), Figure(sum(new.values())), *map(Figure, new.values()), Figure()))
    last = max((place for place, count in enumerate(new.values(), start=1) if count), default=0)
    notes = (
        "Interviews stand in the order in which they were held. 1: the respondent makes the point; * marks "
        "the interview in which it comes up first. The last row counts the new points of each interview.",
        f"The last new point came up in interview {last} of {len(order)}.",
    )
    return Listing(ID, "Discussion grid", _ABOUT, headings, tuple(rows), notes)
