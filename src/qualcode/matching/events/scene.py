"""A sentence with all that is known about it before anybody looks for events."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from qualcode.matching.events.event import Context, Mention, Stretch
from qualcode.matching.events.quotation import Quote, quotes
from qualcode.matching.tree import Tree

NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS"))
VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
OBJECT_PRONOUNS = frozenset(("me", "us", "him", "them", "her", "you", "everyone", "everybody"))
OWN = frozenset("my our me us i we your you".split())
RELATIVES = frozenset(("who", "that", "which", "whom"))


class Filler(NamedTuple):
    """A phrase that stands in a role: its head word, and how it was found."""

    at: int
    via: str = "direct"
    behind: tuple[int, ...] = ()
    """Who made them do it: counts where the phrase itself names nobody the codebook knows ("let the dogs bite us")."""


class Scene:
    """One sentence: its tree, which word names which actor, and the context. Words are known by position."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], context: Context) -> None:
        self.tree = tree
        self.context = context
        self.mentions = mentions
        self.negated = "not" in tree.forms or "neither" in tree.forms
        self.passives: dict[int, bool] = {}
        """What `is_passive` has found out, by verb."""
        self.surface: dict[int, tuple[Filler, ...]] = {}
        """What `subjects` has found out, by verb."""
        self.acted_on: dict[int, list[int]] = {}
        """What `direct_objects` has found out, by verb."""
        self._mention_at: dict[int, Mention] = {}
        for mention in mentions:
            for word in self.words(mention.start, mention.end):
                self._mention_at[word] = mention

    @cached_property
    def affected(self) -> frozenset[str]:
        """The actors of whose kind the speaker, or the study's speakers, are."""
        own = self.context.first_person
        return self.context.affected | {own} if own else self.context.affected

    @cached_property
    def noted(self) -> int | None:
        """The one actor of a note without a finite verb ("Caught by police, beaten, phones gone"), None elsewhere."""
        tree = self.tree
        if any(self._makes_clause(at) for at in range(len(tree))):
            return None
        named = {at: one for at, one in self._mention_at.items() if not one.generic and one.actor not in self.affected}
        if len({one.actor for one in named.values()}) != 1:
            return None
        at = next(iter(named))
        return None if tree.deps[at] == "compound" and tree.heads[at] > at and at + 1 not in named else at

    def _makes_clause(self, at: int) -> bool:
        """Whether the word is a finite auxiliary, or the subject of a finite verb."""
        tree = self.tree
        dep = tree.deps[at]
        if dep in ("aux", "auxpass"):
            return tree.tags[at] in _FINITE
        return (dep in SUBJECTS or dep == "expl") and tree.tags[tree.heads[at]] in _FINITE

    @cached_property
    def quotes(self) -> tuple[Quote, ...]:
        """What of the sentence is somebody else's speech."""
        people = [at for at, one in self._mention_at.items() if one.generic or one.actor in self.affected]
        return quotes(self.tree, quoting=self.context.quoting, affected=people)

    def mention(self, at: int) -> Mention | None:
        """The mention that the word belongs to, None where it names nobody."""
        return self._mention_at.get(at)

    def actor(self, at: int) -> str:
        """The actor that the word names and that may act, "" where it names none; generic words name nobody."""
        found = self._mention_at.get(at)
        return found.actor if found is not None and not found.generic else ""

    def words(self, start: int, end: int) -> range:
        """The words that share a code point with the stretch."""
        starts, ends = self.tree.starts, self.tree.ends
        first = max(bisect_right(starts, start) - 1, 0)
        while first < len(starts) and ends[first] <= start:
            first += 1
        return range(first, max(bisect_left(starts, end), first))

    def phrase(self, head: int) -> Stretch:
        """The words of a noun phrase up to its head: article, possessor, adjectives, compounds."""
        return self.tree.starts[self.left_edge(head)], self.tree.ends[head]

    def left_edge(self, head: int) -> int:
        """The first word of the noun phrase that ends in `head`."""
        tree = self.tree
        edge = head
        for child in reversed(tree.children[head]):
            if child < edge and tree.deps[child] in _BEFORE_NOUN:
                edge = min(edge, self.left_edge(child))
        return edge

    def conjuncts(self, head: int) -> tuple[int, ...]:
        """`head` and the nouns joined to it, without those that "not" excludes ("not the police but the thieves")."""
        tree = self.tree
        if not self.negated and tree.child(head, "conj") is None:
            return (head,)
        found = [self._first_of(head) if self.excluded(head) else head]
        for one in found:
            found.extend(
                child
                for child in tree.children[one]
                if (tree.deps[child] == "conj" and tree.tags[child] not in VERB_TAGS)
                or (tree.deps[child] == "appos" and self.excluded(child))
            )
        return tuple(one for one in found if not self.excluded(one))

    def _first_of(self, head: int) -> int:
        """The first of the nouns that one is joined to: "not" sets what it excludes against that one."""
        tree = self.tree
        while tree.deps[head] in ("conj", "appos") and tree.heads[head] != head:
            head = tree.heads[head]
        return head

    def excluded(self, head: int) -> bool:
        """Whether "not" stands right before the phrase and denies that it is this one."""
        if not self.negated:
            return False
        edge = self.left_edge(head)
        forms = self.tree.forms
        if edge == 0:
            return False
        if forms[edge - 1] in ("neither", "nor"):
            # neither the police nor the army but villagers
            tree = self.tree
            buts = [at for at in range(head + 1, len(forms)) if forms[at] == "but" and tree.deps[at] == "cc"]
            return any(tree.tags[tree.heads[at]] in NOUN_TAGS for at in buts)
        return forms[edge - 1] == "not" and forms[edge] not in _NOT_ONLY

    def objects_of(self, preposition: int) -> Iterable[int]:
        """The nouns after a preposition, those joined to it included."""
        tree = self.tree
        for child in tree.children[preposition]:
            if tree.deps[child] in ("pobj", "pcomp") and tree.tags[child] not in VERB_TAGS:
                yield from self.conjuncts(child)
            elif tree.deps[child] == "conj" and tree.tags[child] == "IN" and tree.forms[child] in _ALIKE:
                yield from self.objects_of(child)


_BEFORE_NOUN = frozenset(("det", "poss", "amod", "compound", "nummod", "nmod", "predet", "quantmod", "advmod"))
_FINITE = frozenset(("VBD", "VBP", "VBZ", "VB", "MD"))
_ALIKE = frozenset(("by", "from", "of", "on", "at", "to", "against", "among"))
"""Prepositions that, joined to another, stand for the same: by the police and from the thieves."""
_NOT_ONLY = frozenset(("only", "just", "all", "every", "everyone", "everybody", "many", "even", "simply", "a", "one"))
