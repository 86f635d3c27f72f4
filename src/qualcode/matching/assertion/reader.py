"""The reading of assertion: all four axes of a matter in a sentence."""

from collections.abc import Sequence

from qualcode.matching.assertion.absence import read_absence
from qualcode.matching.assertion.experiencer import by_words, in_stretch, read_experiencer
from qualcode.matching.assertion.lexical import ALL_BY_AXIS, OPENING, is_cue, is_marked
from qualcode.matching.assertion.modality import read_modality
from qualcode.matching.assertion.polarity import read_polarity
from qualcode.matching.assertion.reading import Assertion, Cue
from qualcode.matching.assertion.scope import Finding, Matter, anchor_of
from qualcode.matching.assertion.source import read_source
from qualcode.matching.tree import Tree

Stretch = tuple[int, int]


def read_assertion(  # noqa: PLR0913 - options of one reading, all by name
    tree: Tree,
    anchors: Sequence[int],
    *,
    matched: frozenset[int] = frozenset(),
    absence: bool = False,
    experiencer: Stretch | None = None,
    first_person: str = "",  # noqa: ARG001 - callers hold it ready; "we" is read alike whoever speaks
) -> Assertion:
    """How what the words at `anchors` express is asserted in the sentence.

    Words in `matched` are part of the match and never cues; `absence` says that the code's subject is a lack;
    `experiencer` is where the sentence names who lived through it, where a rule knows that already.
    """
    matter = Matter(tree, anchor_of(tree, anchors), matched)
    polarity, modality, source = (_read(matter, axis) for axis in READERS)
    if absence:
        polarity = read_absence(matter, polarity, modality.value)
    kind, stretch = _experiencer(matter, experiencer)
    read = {"polarity": polarity, "modality": modality, "source": source}
    cues = [Cue(axis, *tree.span(one.words)) for axis, one in read.items() if one.value not in DEFAULTS]
    if stretch:
        cues.append(Cue("experiencer", *stretch))
    return Assertion(polarity.value, modality.value, source.value, kind, tuple(cues))


DEFAULTS = frozenset(("affirmed", "actual", "unmarked"))
"""Values that need no cue."""


def _read(matter: Matter, axis: str) -> Finding:
    """The axis, or its default where the sentence has no word that could say otherwise."""
    reader, default = READERS[axis]
    tree = matter.tree
    opened = axis == "modality" and (is_marked(tree.text) or tree.forms[0] in OPENING)
    if not opened and ALL_BY_AXIS[axis].isdisjoint(tree.forms):
        return Finding(default)
    found = reader(matter)
    return found if any(is_cue(tree, at) for at in found.words) else Finding(default)


READERS = {
    "polarity": (read_polarity, "affirmed"),
    "modality": (read_modality, "actual"),
    "source": (read_source, "unmarked"),
}


def _experiencer(matter: Matter, stretch: Stretch | None) -> tuple[str, Stretch | None]:
    if stretch is not None:
        return in_stretch(matter.tree.text, stretch)
    decided = by_words(matter.tree.text, matter.tree.said)
    if decided is not None:
        return decided
    found: Finding = read_experiencer(matter)
    return found.value, matter.tree.span(found.words) if found.words else None
