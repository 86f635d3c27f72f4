"""How two codebooks differ, as values."""

from dataclasses import dataclass

from qualcode.model.codebook import Code, Rule
from qualcode.model.term import TermKind


@dataclass(frozen=True, slots=True)
class RuleChange:
    """A rule that is in both codebooks and not the same: by its id, or because most of it is the same."""

    before: Rule
    after: Rule
    gained: tuple[str, ...] = ()
    """Terms (or names and words of an event or a pattern) that only the new one has, as written."""
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeChange:
    """A code that is in both codebooks and not the same. `before` is another id only where it was renamed."""

    before: Code
    after: Code
    rules_added: tuple[Rule, ...] = ()
    rules_removed: tuple[Rule, ...] = ()
    rules_changed: tuple[RuleChange, ...] = ()
    settings: tuple[str, ...] = ()
    """Names of other fields that decide how it is coded or counted: unless, perpetrator, absence, counts ..."""
    texts: tuple[str, ...] = ()
    """Names of fields for people: name, definition, use, avoid, examples, counterexamples."""

    @property
    def renamed(self) -> bool:
        """Whether its id is a new one."""
        return self.before.id != self.after.id


@dataclass(frozen=True, slots=True)
class ListChange:
    """A set, an actor or an action that is not the same, or in one of the codebooks only."""

    kind: TermKind
    name: str
    state: str
    """added, removed or changed"""
    gained: tuple[str, ...] = ()
    """Its terms that only the new codebook has, as written; `take + phone` for a verb with its object."""
    lost: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    """Names of other fields that changed: collective, first_person."""
    codes: tuple[str, ...] = ()
    """Ids of the new codebook's codes that lead to it (of the old one's where it was removed)."""


@dataclass(frozen=True, slots=True)
class CodebookDiff:
    """Everything in which a new codebook differs from an old one, in the order of the new."""

    added: tuple[Code, ...] = ()
    removed: tuple[Code, ...] = ()
    changed: tuple[CodeChange, ...] = ()
    lists: tuple[ListChange, ...] = ()
    settings: tuple[str, ...] = ()
    """Names of the codebook's own fields that changed: name, version, language; and themes, for their texts."""

    @property
    def same(self) -> bool:
        """Whether there is no difference at all."""
        return not (self.added or self.removed or self.changed or self.lists or self.settings)
