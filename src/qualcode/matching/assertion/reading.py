"""The reading of an assertion: four axes, each with the words that decided it."""

from dataclasses import dataclass

HYPOTHETICAL = ("conditional", "possible", "future", "feared", "intended")
"""Modalities that are no fact: together the one word "hypothetical"."""


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that decided an axis, in code points of the sentence."""

    axis: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Assertion:
    """How something is asserted. Every axis has a value; those without a cue have the first of their list."""

    polarity: str = "affirmed"
    """affirmed, negated, ceased"""
    modality: str = "actual"
    """actual, habitual, conditional, possible, future, feared, intended, asked"""
    source: str = "unmarked"
    """unmarked, witnessed, reported"""
    experiencer: str = "generic"
    """generic, self, kin, other"""
    cues: tuple[Cue, ...] = ()

    @property
    def reading(self) -> str:
        """The one word: asked, else hypothetical, else ceased, else negated, else affirmed."""
        if self.modality == "asked":
            return "asked"
        if self.modality in HYPOTHETICAL:
            return "hypothetical"
        return self.polarity
