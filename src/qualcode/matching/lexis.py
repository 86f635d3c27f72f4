"""What a codebook looks for, together with the words met so far: lent to every corpus that is searched."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from qualcode.matching.compiled import Slots, Terms
from qualcode.matching.expressions import Expressions
from qualcode.matching.terms import Pattern, Step
from qualcode.matching.vocabulary import Vocabulary


class Entry(NamedTuple):
    """Several terms looked for as one: all their single words together, and the slots that hold more than those."""

    words: tuple[Step, ...]
    rest: Slots


class Lexis:
    """The terms of a codebook, by slot, its regular expressions, and the vocabulary of what was searched so far."""

    def __init__(self, terms: Terms, *, vocabulary: Vocabulary | None = None) -> None:
        self.terms = terms
        self.vocabulary = Vocabulary() if vocabulary is None else vocabulary
        self.expressions = Expressions(terms.expressions)
        whole = terms.names | terms.tagged.keys()
        self._singles = {slot: _singles(found) for slot, found in terms.patterns.items() if slot not in whole}
        self.remainder: Mapping[int, tuple[Pattern, ...]] = {
            slot: tuple(pattern for pattern in terms.patterns[slot] if not _is_single(pattern))
            for slot in self._singles
        }
        """For slots whose single words are looked for together, the patterns that are no single word."""
        self._entries: dict[Slots, Entry] = {}

    def unconfirmed(self) -> "Lexis":
        """The same terms, those included that are parts of longer names or stand as other parts of speech."""
        return Lexis(replace(self.terms, names=frozenset(), tagged={}), vocabulary=self.vocabulary)

    def entry(self, slots: Slots) -> Entry:
        """The terms of `slots` as one."""
        if slots not in self._entries:
            forms: dict[bool, set[str]] = {False: set(), True: set()}
            for slot in slots & self._singles.keys():
                for step in self._singles[slot]:
                    forms[step.exact].update(step.forms)
            words = tuple(Step(frozenset(found), exact=exact) for exact, found in forms.items() if found)
            rest = frozenset(slot for slot in slots if self.remainder.get(slot, True))
            self._entries[slots] = Entry(words, rest)
        return self._entries[slots]


def _singles(patterns: tuple[Pattern, ...]) -> tuple[Step, ...]:
    return tuple(pattern.pieces[0][0] for pattern in patterns if _is_single(pattern))


def _is_single(pattern: Pattern) -> bool:
    """Whether a pattern is one word by its form alone."""
    if len(pattern.pieces) > 1 or len(pattern.pieces[0]) > 1 or pattern.verbatim:
        return False
    return pattern.pieces[0][0].shape is None
