"""Corridors: legs from one place to the next, put together over respondents."""

from collections import Counter
from collections.abc import Iterable, Sequence

from qualcode.analysis.groups import readable
from qualcode.model.leg import Corridor, Leg, LegStatus
from qualcode.model.respondent import Respondent
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "routes"
_ABOUT = "From where to where, how many tell of it, and by what means; places as countries."
_NOTES = (
    "A corridor counts respondents who tell that somebody travelled it, each once; own are those who did themselves.",
    "Forced: taken that way against their will. Tried and meant to: nothing is said of arriving.",
    "Legs that do not say where they began are in no corridor; qualcode routes --legs lists them.",
)


def corridors(legs: Iterable[Leg]) -> tuple[Corridor, ...]:
    """The corridors of these legs, those of most respondents first; a leg without a beginning is in none."""
    grouped: dict[tuple[str, str], list[Leg]] = {}
    for leg in legs:
        if leg.origin:
            grouped.setdefault((leg.origin, leg.destination), []).append(leg)
    found = [_corridor(ends, group) for ends, group in grouped.items()]
    return tuple(
        sorted(found, key=lambda one: (-len(one.respondents), -one.legs, -one.tried, one.origin, one.destination))
    )


def _corridor(ends: tuple[str, str], legs: list[Leg]) -> Corridor:
    done = [leg for leg in legs if leg.status is LegStatus.DONE]
    modes = Counter(leg.mode for leg in done if leg.mode)
    return Corridor(
        *ends,
        respondents=tuple(sorted({leg.respondent for leg in done})),
        own=len({leg.respondent for leg in done if leg.own}),
        legs=len(done),
        forced=len({leg.respondent for leg in done if leg.forced}),
        tried=len({leg.respondent for leg in legs if leg.status is LegStatus.TRIED}),
        intended=len({leg.respondent for leg in legs if leg.status is LegStatus.INTENDED}),
        modes=tuple(sorted(modes.items(), key=lambda pair: (-pair[1], pair[0]))),
        segments=tuple(dict.fromkeys(f"{leg.transcript}:{leg.segment}" for leg in done)),
    )


def routes_listing(found: Sequence[Corridor], respondents: Sequence[Respondent]) -> Listing:
    """A row a corridor, with the respondents of each type who tell of it in columns of their own."""
    types = [kind for kind, _ in Counter(one.type for one in respondents).most_common()]
    kinds = {one.id: one.type for one in respondents}
    headings = (
        Heading("from", "From", Kind.NAME),
        Heading("to", "To", Kind.NAME),
        Heading("respondents", "Respondents", Kind.NUMBER),
        *(
            Heading(
                f"respondents_{kind or 'untyped'}", f"Of them: {readable(kind) or 'type not recorded'}", Kind.NUMBER
            )
            for kind in types
        ),
        Heading("own", "Own journey", Kind.NUMBER),
        Heading("legs", "Legs", Kind.NUMBER, "How often it is told as travelled."),
        Heading("forced", "Forced", Kind.NUMBER),
        Heading("tried", "Tried", Kind.NUMBER),
        Heading("intended", "Meant to", Kind.NUMBER),
        Heading("modes", "By what means", Kind.TEXT, "With the number of legs."),
        Heading("segments", "Told in", Kind.TEXT, "The sentences; qualcode explain shows one in its turn."),
    )
    rows = tuple(
        (
            Figure(one.origin),
            Figure(one.destination),
            Figure(len(one.respondents), people=one.respondents),
            *(_of_type(one, kind, kinds) for kind in types),
            *map(Figure, (one.own, one.legs, one.forced, one.tried, one.intended)),
            Figure(", ".join(f"{mode} {number}" for mode, number in one.modes)),
            Figure(", ".join(one.segments)),
        )
        for one in found
    )
    return Listing(ID, "Routes", _ABOUT, headings, rows, _NOTES)


def _of_type(corridor: Corridor, kind: str, kinds: dict[str, str]) -> Figure:
    people = tuple(one for one in corridor.respondents if kinds.get(one, "") == kind)
    return Figure(len(people), people=people)
