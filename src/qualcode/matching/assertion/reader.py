"""The reading of assertion: all four axes of a matter in a sentence."""

from collections.abc import Sequence

from qualcode.matching.assertion.absence import read_absence
from qualcode.matching.assertion.experiencer import by_words, in_stretch, read_experiencer
from qualcode.matching.assertion.lexical import assertion_without_parse, cues_of, marked_axes
from qualcode.matching.assertion.modality import read_modality
from qualcode.matching.assertion.polarity import read_polarity
from qualcode.matching.assertion.reading import Assertion, Cue
from qualcode.matching.assertion.scope import Finding, Matter, anchor_of
from qualcode.matching.assertion.source import read_source
from qualcode.matching.tree import Tree, per_tree

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
    words = cues_of(tree).intersection(matched)
    return _read(tree, anchor_of(tree, anchors), words, absence, experiencer)


@per_tree
def _read(tree: Tree, anchor: int, matched: frozenset[int], absence: bool, stretch: Stretch | None) -> Assertion:
    matter = Matter(tree, anchor, matched)
    found = {axis: _axis(matter, axis) for axis in READERS}
    if absence:
        found["polarity"] = read_absence(matter, found["polarity"], found["modality"].value)
    cues = [Cue(axis, *tree.span(one.words)) for axis, one in found.items() if one.value not in DEFAULTS]
    kind, named = _experiencer(matter, stretch)
    if named:
        cues.append(Cue("experiencer", *named))
    polarity, modality, source = (one.value for one in found.values())
    return Assertion(polarity, modality, source, kind, tuple(cues))


DEFAULTS = frozenset(("affirmed", "actual", "unmarked"))
"""Values that need no cue."""
READERS = {
    "polarity": (read_polarity, Finding("affirmed")),
    "modality": (read_modality, Finding("actual")),
    "source": (read_source, Finding("unmarked")),
}


def _axis(matter: Matter, axis: str) -> Finding:
    """The axis, or its default where the sentence has no word that could say otherwise."""
    reader, default = READERS[axis]
    if axis not in marked_axes(matter.tree):
        return default
    found = reader(matter)
    if cues_of(matter.tree).isdisjoint(found.words) or not matter.matched.isdisjoint(found.words):
        return default
    return found


def _experiencer(matter: Matter, stretch: Stretch | None) -> tuple[str, Stretch | None]:
    if stretch is not None:
        return in_stretch(matter.tree.text, stretch)
    decided = _by_words(matter.tree)
    if decided is not None:
        return decided
    found = read_experiencer(matter)
    return found.value, matter.tree.span(found.words) if found.words else None


@per_tree
def _by_words(tree: Tree) -> tuple[str, Stretch | None] | None:
    """What the words alone say, where nothing else asked for a parse: with and without one it must be the same."""
    if marked_axes(tree) or assertion_without_parse(tree.text, tree.said) is None:
        return None
    return by_words(tree.text, tree.said)
