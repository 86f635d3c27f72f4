"""For each code the claim as counted: who says so, who denies it, who was never asked."""

from collections.abc import Iterator, Sequence

from qualcode.analysis.groups import readable, values_of
from qualcode.analysis.voicing import DENIED, POSSIBLE, STOPPED, Voices, people, types, voices_by_code
from qualcode.model.codebook import Code
from qualcode.model.coded import Material
from qualcode.model.respondent import many
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "findings"
_ABOUT = (
    "For each code the claim as counted: who says so, who denies it, who was not asked, and the best counter-quote."
)
_GROUPED = ("stakeholder", "nationality")
"""Profile fields whose groups are named as those a finding was heard from, where the study has them."""
_NOTES = (
    "The claim counts respondents of each type who say so (affirmed, or what the code's counts say), of those "
    "whose topic guide asks about it.",
    "Not asked: respondents whose type's topic guide has no question on the code and who do not bring it up.",
    "Who says so in one place and denies it in another counts as saying so, and stands under both.",
    "Heard of: respondents who know of it only from others.",
    "A counter-quote is the longest denial, else the longest passage that says it stopped.",
)


def findings(material: Material) -> Listing:
    """A row a code in the order of the codebook, with respondents of each type in columns of their own."""
    kinds = types(material)
    rows = tuple(
        _row(material, code, voices, kinds)
        for code, voices in zip(material.codebook.codes(), voices_by_code(material).values(), strict=True)
    )
    return Listing(ID, "Findings", _ABOUT, tuple(_headings(kinds)), rows, _NOTES)


def _headings(kinds: Sequence[str]) -> Iterator[Heading]:
    yield Heading("theme", "Theme", Kind.ID, folded=True)
    yield Heading("code", "Code", Kind.ID, folded=True)
    yield Heading("finding", "Finding", Kind.NAME, "The name of the code.")
    yield Heading("claim", "As counted", Kind.TEXT, "Respondents who say so, of those asked, by type.")
    for kind in kinds:
        name = readable(kind) or "type not recorded"
        yield Heading(f"say_{kind or 'untyped'}", f"Say so: {name}", Kind.NUMBER)
    yield Heading("deny", "Deny it", Kind.NUMBER, "Respondents who say that it does not happen or did not.")
    yield Heading("stopped", "Say it stopped", Kind.NUMBER)
    yield Heading(
        "possible", "Fear or expect it", Kind.NUMBER, "Respondents who speak of it as feared, possible or to come."
    )
    yield Heading("heard_of", "Heard of it only", Kind.NUMBER)
    yield Heading(
        "contradictory", "Say both", Kind.NUMBER, "Respondents who say so in one place and deny it in another."
    )
    yield Heading("not_asked", "Not asked", Kind.NUMBER)
    yield Heading(
        "heard_from", "Heard from", Kind.TEXT, "The stakeholder groups and nationalities of those who say so."
    )
    yield Heading("counter_quote", "Strongest counter-quote", Kind.TEXT, "Verbatim.")
    yield Heading("counter_label", "Said by", Kind.NAME)
    yield Heading("counter_segment", "Where", Kind.ID)


def _row(material: Material, code: Code, voices: Voices, kinds: Sequence[str]) -> tuple[Figure, ...]:
    say = people(material, voices.counted)
    deny = people(material, voices.read[DENIED])
    silent = [one for one in material.respondents if not material.guide.asks(code.id, one.type) and one.id not in say]
    heard = set(people(material, voices.heard)) - set(
        people(material, [one for one in voices.counted if one not in set(voices.heard)])
    )
    counter = _counter(material, voices)
    return (
        Figure(code.theme),
        Figure(code.id),
        Figure(code.name),
        Figure(_claim(material, code, voices, kinds)),
        *(_number(material, voices.counted, kind) for kind in kinds),
        _number(material, voices.read[DENIED]),
        _number(material, voices.read[STOPPED]),
        _number(material, voices.read[POSSIBLE]),
        Figure(len(heard), tuple(one for one in voices.heard if material.segments[one].respondent.id in heard)),
        Figure(len(set(say) & set(deny)), people=tuple(sorted(set(say) & set(deny)))),
        Figure(len(silent), people=tuple(one.id for one in silent)),
        Figure(_heard_from(material, say)),
        *counter,
    )


def _number(material: Material, positions: Sequence[int], kind: str | None = None) -> Figure:
    who = people(material, positions, kind)
    codings = tuple(one for one in positions if material.segments[one].respondent.id in who)
    return Figure(len(who), codings, who)


def _claim(material: Material, code: Code, voices: Voices, kinds: Sequence[str]) -> str:
    """As in: 9 of 24 key informants, 3 of 17 refugee migrants. A type that was not asked says so."""
    parts = []
    for kind in kinds:
        who = people(material, voices.counted, kind)
        n = sum(one.type == kind for one in material.respondents)
        if not material.guide.asks(code.id, kind):
            parts.append(
                f"{len(who)} of {n} {many(readable(kind))} unasked" if who else f"{many(readable(kind))}: not asked"
            )
        else:
            parts.append(f"{len(who)} of {n} {many(readable(kind))}")
    return ", ".join(parts)


def _heard_from(material: Material, who: Sequence[str]) -> str:
    chosen = set(who)
    named = {
        value: None
        for field in _GROUPED
        for one in material.respondents
        if one.id in chosen
        for value in values_of(one, field)
    }
    return ", ".join(sorted(named))


def _counter(material: Material, voices: Voices) -> tuple[Figure, Figure, Figure]:
    """The longest denial, else the longest passage that says it stopped: its words, label and place."""
    against = voices.read[DENIED] or voices.read[STOPPED]
    if not against:
        return Figure(), Figure(), Figure()
    best = max(against, key=lambda one: (len(material.segments[one].text), -one))
    segment = material.segments[best]
    return Figure(segment.text), Figure(segment.respondent.label), Figure(segment.segment, (best,))
