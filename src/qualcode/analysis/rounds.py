"""One study beside an earlier one: each code with its numbers in both, where they can be compared at all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.analysis.groups import readable
from qualcode.analysis.shares import share
from qualcode.analysis.voicing import Voices, people, types, voices_by_code
from qualcode.model.coded import Material
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "compare"
SAME, RENAMED, REDEFINED, NEW, GONE = "the same", "renamed", "redefined: not comparable", "new", "gone"
_NOTES = (
    "Redefined: the definition, the rules or a word list behind the code changed. What was counted then and what is "
    "counted now is not the same thing; code the old study again with the new codebook to compare.",
    "Shares are percentages from ten respondents on. Who was interviewed differs between the studies: compare shares "
    "within a respondent type, and look at both samples first.",
)


@dataclass(frozen=True, slots=True)
class Mapped:
    """How the codes of the new study stand to those of the old one."""

    earlier: Mapping[str, str]
    """New code to the old code that it is."""
    redefined: frozenset[str]
    """New codes that do not mean or find what they did."""


def compare_studies(old: Material, new: Material, mapped: Mapped) -> Listing:
    """A row a code of the new codebook, then those that only the old one has; numbers by respondent type."""
    kinds = tuple(dict.fromkeys((*types(new), *types(old))))
    was, now = voices_by_code(old), voices_by_code(new)
    rows = [
        _row(old, new, code.id, mapped.earlier.get(code.id, ""), _state(code.id, mapped), (was, now), kinds)
        for code in new.codebook.codes()
    ]
    gone = [code.id for code in old.codebook.codes() if code.id not in set(mapped.earlier.values())]
    rows += [_row(old, new, "", code, GONE, (was, now), kinds) for code in gone]
    about = f"{new.study} beside {old.study}: each code with its numbers in both."
    return Listing(ID, "Compared with an earlier study", about, tuple(_headings(kinds)), tuple(rows), _NOTES)


def _headings(kinds: Sequence[str]) -> Iterator[Heading]:
    yield Heading("code", "Code", Kind.ID)
    yield Heading("name", "Name", Kind.NAME)
    yield Heading("state", "The code is", Kind.NAME)
    yield Heading("earlier", "Was called", Kind.ID, folded=True)
    for kind in kinds:
        name, title = kind or "untyped", readable(kind) or "type not recorded"
        yield Heading(f"then_{name}", f"{title}: then", Kind.NUMBER)
        yield Heading(f"then_share_{name}", f"{title}: of those then", Kind.SHARE)
        yield Heading(f"now_{name}", f"{title}: now", Kind.NUMBER)
        yield Heading(f"now_share_{name}", f"{title}: of those now", Kind.SHARE)


def _state(code: str, mapped: Mapped) -> str:
    if code not in mapped.earlier:
        return NEW
    if code in mapped.redefined:
        return REDEFINED
    return SAME if mapped.earlier[code] == code else RENAMED


def _row(  # noqa: PLR0913 - both sides of one row
    old: Material,
    new: Material,
    code: str,
    earlier: str,
    state: str,
    voices: tuple[Mapping[str, Voices], Mapping[str, Voices]],
    kinds: Sequence[str],
) -> tuple[Figure, ...]:
    names = {one.id: one.name for material in (old, new) for one in material.codebook.codes()}
    figures: list[Figure] = []
    for kind in kinds:
        for material, found, id_ in ((old, voices[0], earlier), (new, voices[1], code)):
            figures += _numbers(material, found[id_], kind) if id_ else (Figure(), Figure())
    return (Figure(code or earlier), Figure(names[code or earlier]), Figure(state), Figure(earlier), *figures)


def _numbers(material: Material, voices: Voices, kind: str) -> tuple[Figure, Figure]:
    who = people(material, voices.counted, kind)
    n = sum(one.type == kind for one in material.respondents)
    return Figure(len(who), people=who), Figure(share(len(who), n) if n else "")
