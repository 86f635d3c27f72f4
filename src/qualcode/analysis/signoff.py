"""A state of the study that was signed off, and what differs from it since: which respondents, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from qualcode.analysis.counting import REVIEWED, counted_positions
from qualcode.analysis.groups import readable
from qualcode.model.codebook import Code
from qualcode.model.coded import CodedSegment, Material
from qualcode.model.coding import Coding, Run, matched
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "changes"
_HEADINGS = (
    Heading("code", "Code", Kind.NAME),
    Heading("respondent", "Respondent", Kind.ID),
    Heading("profile", "Profile", Kind.NAME),
    Heading("change", "Change", Kind.NAME),
    Heading("segments", "Segments", Kind.ID),
    Heading("why", "Why", Kind.TEXT),
    Heading("words", "Words", Kind.TEXT, "The first of the passages, verbatim; nothing where it may not be shown."),
)


@dataclass(frozen=True, slots=True)
class Frozen:
    """What was counted: plain values, without anybody's words."""

    coder: str
    codebook: str
    """SHA-256 (hex) of the codebook's meaning."""
    counted: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Code to respondent to the segments that count."""
    profiles: Mapping[str, Mapping[str, tuple[str, ...]]]
    decisions: tuple[str, ...] = ()
    """The ids of all decisions there were."""
    unreviewed: int = 0
    disputed: int = 0
    files: Mapping[str, str] = field(default_factory=dict)
    """The codebook's files as they were."""
    codings: tuple[Coding, ...] = ()
    """Every coding as it stood, its words and memo left out: they are in the transcripts, and leave with them."""
    run: Run | None = None


def freeze(material: Material, coder: str, decisions: tuple[str, ...], files: Mapping[str, str]) -> Frozen:
    """The state of a study now."""
    counted: dict[str, dict[str, list[str]]] = {}
    for position in counted_positions(material.segments, material.codebook):
        one = material.segments[position]
        counted.setdefault(one.coding.code, {}).setdefault(one.respondent.id, []).append(one.segment)
    return Frozen(
        coder,
        material.codebook.hash,
        {
            code: {person: tuple(dict.fromkeys(found)) for person, found in people.items()}
            for code, people in counted.items()
        },
        {one.id: {"type": (one.type,), **one.attributes} for one in material.respondents},
        decisions,
        sum(one.coding.status not in REVIEWED for one in material.segments),
        sum(one.coding.status == "disputed" for one in material.segments),
        files,
        tuple(replace(one.coding, matched="", memo="") for one in material.segments),
        material.run,
    )


def with_words(coding: Coding, text: str) -> Coding:
    """A frozen coding with the matched words it had in `text`."""
    return replace(coding, matched=matched(text, coding.evidence or (coding.span,)))


def changes(then: Frozen, material: Material, *, name: str) -> Listing:
    """Who counts for which code now and did not, or did and does not; and whose profile changed."""
    now = freeze(material, "", (), {})
    codes = {code.id: code for code in material.codebook.codes()}
    renamed = {old: code.id for code in codes.values() for old in code.formerly if old not in codes}
    before: dict[str, dict[str, tuple[str, ...]]] = {}
    for code, people in then.counted.items():
        before.setdefault(renamed.get(code, code), {}).update(people)
    rows, notes = [], []
    for code in sorted({*before, *now.counted}, key=lambda one: (one not in codes, one)):
        old, new = before.get(code, {}), now.counted.get(code, {})
        title = codes[code].name if code in codes else f"{code} (no longer in the codebook)"
        if set(old) != set(new):
            notes.append(f"{title}: {len(old)} respondents then, {len(new)} now.")
        rows += [
            _row(material, title, (person, "new"), new[person], _gained(then, material, code, new[person], person))
            for person in sorted(set(new) - set(old))
        ]
        rows += [
            _row(
                material,
                title,
                (person, "gone"),
                old[person],
                _lost(now, material, codes.get(code), old[person], person),
            )
            for person in sorted(set(old) - set(new))
        ]
    rows += list(_profiles(then, now))
    return Listing(
        ID, f"Changes since {name}", "What differs from what was signed off.", _HEADINGS, tuple(rows), tuple(notes)
    )


def _row(
    material: Material, title: str, who: tuple[str, str], segments: tuple[str, ...], why: str
) -> tuple[Figure, ...]:
    """A respondent and whether they are new or gone, with the words behind it."""
    person, change = who
    people = {one.id: one for one in material.respondents}
    profile = readable(people[person].type) if person in people else ""
    words = next((one.text for one in material.segments if one.segment in segments), "")
    values = (title, person, profile, change, ", ".join(segments), why, words)
    return tuple(Figure(value) for value in values)


def _gained(then: Frozen, material: Material, code: str, segments: tuple[str, ...], person: str) -> str:
    if person not in then.profiles:
        return "the respondent came in since"
    found = [one.coding for one in material.segments if one.segment in segments and one.coding.code == code]
    human = [one for one in found if one.status in REVIEWED]
    if human:
        return f"{human[0].status} by {human[0].coder}"
    return "a rule finds it now" if material.codebook.hash != then.codebook else "it counts now"


def _lost(now: Frozen, material: Material, code: Code | None, segments: tuple[str, ...], person: str) -> str:
    if person not in now.profiles:
        return "the respondent is no longer in the study"
    if code is None:
        return "the code is no longer in the codebook"
    found = [one for one in material.segments if one.segment in segments and one.coding.code == code.id]
    return _state(found[0]) if found else "no rule finds it any more"


def _state(one: CodedSegment) -> str:
    if one.coding.status in ("rejected", "disputed"):
        return f"{one.coding.status} by {one.coding.coder}"
    return f"it is read as {one.coding.assertion} now"


def _profiles(then: Frozen, now: Frozen) -> Iterator[tuple[Figure, ...]]:
    for person in sorted(set(then.profiles) & set(now.profiles)):
        old, new = then.profiles[person], now.profiles[person]
        for name in sorted({*old, *new}):
            if old.get(name, ()) != new.get(name, ()):
                why = f"{readable(name)}: {', '.join(old.get(name, ())) or 'not recorded'} then, "
                why += ", ".join(new.get(name, ())) or "not recorded"
                yield tuple(Figure(value) for value in ("", person, "", "profile", "", f"{why} now", ""))
