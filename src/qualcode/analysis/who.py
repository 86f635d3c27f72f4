"""Who did what: agents by harm and place, what was lived through or seen apart from what was heard of."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from qualcode.analysis.counting import counted_positions
from qualcode.analysis.groups import readable
from qualcode.analysis.mentions import mentions
from qualcode.analysis.voicing import people, types
from qualcode.model.coded import CodedSegment, Material
from qualcode.model.routes import Routes
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "who"
_ABOUT = "Who did what: each agent by harm and place, lived through and seen apart from heard of."
_NOTES = (
    "Only codings that tables count and whose agent was read: what is denied, feared or asked about is not here.",
    'Agents are the actors of the codebook; "other" is somebody whom no actor lists, "unknown" nobody expressed.',
    "Where: the country of the place that the same clause names, where the codebook's routes know it.",
    "Lived through: it happened to the speaker or their kin. Seen: the speaker saw or heard it happen to others.",
)
_NOT_SAID, _OTHER_PLACE = "not said", "a place without a name"
_WORD = re.compile(r"[\w'’-]+")
_HOW = ("lived through", "seen", "told", "heard of")


def who_did_what(material: Material) -> Listing:
    """A row for every agent, code and place, most respondents first within an agent."""
    kinds = types(material)
    groups: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    where = _countries(material.codebook.routes)
    for position in counted_positions(material.segments, material.codebook):
        coding = material.segments[position].coding
        if coding.agent:
            groups[coding.agent, coding.code, where(coding.place)].append(position)
    names = {code.id: code.name for code in material.codebook.codes()}
    sizes = {agent: 0 for agent, _, _ in groups}
    for (agent, _, _), positions in groups.items():
        sizes[agent] += len(positions)
    rows = [
        _row(material, agent, names[code], code, place, positions, kinds)
        for (agent, code, place), positions in sorted(
            groups.items(),
            key=lambda item: (-sizes[item[0][0]], item[0][0], -len(people(material, item[1])), item[0]),
        )
    ]
    return Listing(ID, "Who did what", _ABOUT, tuple(_headings(kinds)), tuple(rows), _NOTES)


def _countries(routes: Routes) -> Callable[[str], str]:
    """From the words for a place to the country that it lies in: "near Tovarnik" to Croatia."""
    names = {
        tuple(name.casefold().split()): routes.country(place.name)
        for place in routes.places.values()
        for name in (*place.names(), *place.adjectives)
    }
    longest = max(map(len, names), default=0)

    def country(said: str) -> str:
        words = _WORD.findall(said.casefold())
        for size in range(min(longest, len(words)), 0, -1):
            for start in range(len(words) - size + 1):
                if (found := names.get(tuple(words[start : start + size]))) is not None:
                    return found
        return _OTHER_PLACE if words else _NOT_SAID

    return country


def _headings(kinds: Sequence[str]) -> Iterator[Heading]:
    yield Heading("agent", "Who", Kind.NAME, "An actor of the codebook, other or unknown.")
    yield Heading("harm", "What", Kind.NAME)
    yield Heading("code", "Code", Kind.ID, folded=True)
    yield Heading("place", "Where", Kind.NAME)
    yield Heading("respondents", "Respondents", Kind.NUMBER)
    yield Heading("mentions", "Mentions", Kind.NUMBER)
    for kind in kinds:
        name = readable(kind) or "type not recorded"
        yield Heading(f"respondents_{kind or 'untyped'}", f"Of them: {name}", Kind.NUMBER)
    for how in _HOW:
        note = "Respondents who tell of it without saying how they know." if how == "told" else ""
        yield Heading(how.replace(" ", "_"), how.capitalize(), Kind.NUMBER, note)


def _row(  # noqa: PLR0913 - the parts of one row
    material: Material, agent: str, name: str, code: str, place: str, positions: Sequence[int], kinds: Sequence[str]
) -> tuple[Figure, ...]:
    known: dict[str, list[int]] = {how: [] for how in _HOW}
    for position in positions:
        known[_how(material.segments[position])].append(position)
    return (
        Figure(agent),
        Figure(name),
        Figure(code),
        Figure(place),
        _people(material, positions),
        Figure(mentions(material.segments[one].coding for one in positions), tuple(positions)),
        *(_people(material, [one for one in positions if _type(material, one) == kind]) for kind in kinds),
        *(_people(material, known[how]) for how in _HOW),
    )


def _people(material: Material, positions: Sequence[int]) -> Figure:
    who = people(material, positions)
    return Figure(len(who), tuple(positions), who)


def _type(material: Material, position: int) -> str:
    return material.segments[position].respondent.type


def _how(segment: CodedSegment) -> str:
    coding = segment.coding
    if coding.source == "reported":
        return "heard of"
    if coding.experiencer in ("self", "kin"):
        return "lived through"
    return "seen" if coding.source == "witnessed" else "told"
