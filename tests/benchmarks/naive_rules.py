"""The codebook's rules as a loop over the sentences of a parsed text, one after another, each from the beginning."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product

from naive_terms import Entry, Hits, TermMatchers, listed, terms_of
from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc, Span, Token

from qualcode.model.codebook import UNKNOWN, Code, Codebook, EventSpec, Rule, RuleKind, Scope
from qualcode.model.term import Term, TermKind

_OBJECT_WITHIN = 8
_OBJECTS = ("dobj", "nsubjpass", "dative")
_US = ("we", "us", "i", "me")

Hit = tuple[int, int]


@dataclass(frozen=True, slots=True)
class NaiveCoding:
    """A code on a stretch of words, and whether the verb is negated."""

    code: str
    start: int
    end: int
    negated: bool


@dataclass(frozen=True, slots=True)
class _Compiled:
    """A rule of a code with its lists written out, once for all sentences."""

    code: str
    rule: Rule
    entries: tuple[Entry, ...]
    vetoes: tuple[tuple[Scope, Entry], ...]


class NaiveCoder:
    """Applies a codebook to texts that the whole pipeline has been through.

    Rules of kind `question` are left out: the text of a turn does not hold the question.
    """

    def __init__(self, nlp: Language, codebook: Codebook) -> None:
        self._codebook = codebook
        self._terms = TermMatchers(nlp, terms_of(codebook))
        self._patterns = Matcher(nlp.vocab)
        self._strings = nlp.vocab.strings
        rules = [(code, rule) for code in codebook.codes() for rule in code.rules]
        self._rules = [_compiled(codebook, *pair) for pair in rules if pair[1].kind is not RuleKind.QUESTION]
        self._actions = {name: listed(codebook, [_reference(TermKind.ACTION, name)]) for name in codebook.actions}
        self._actors = {
            name: listed(codebook, [*actor.terms, *actor.generic]) for name, actor in codebook.actors.items()
        }
        for one in self._rules:
            if one.rule.pattern:
                self._patterns.add(f"{one.code} {one.rule.id}", [[dict(word) for word in one.rule.pattern]])

    def code(self, doc: Doc) -> list[NaiveCoding]:
        """The codings of one turn."""
        sentences = self._terms.find(doc)
        turn: Hits = {}
        for hits in sentences.values():
            for term, found in hits.items():
                turn.setdefault(term, []).extend(found)
        codings: list[NaiveCoding] = []
        for sentence in doc.sents:
            if sentence.start in sentences:
                codings += self._coded(sentence, sentences[sentence.start], turn)
        if len(self._patterns):
            for key, start, end in self._patterns(doc):
                codings.append(_coding(doc, self._strings[key].split()[0], [(start, end)]))
        return codings

    def _coded(self, sentence: Span, hits: Hits, turn: Hits) -> Iterator[NaiveCoding]:
        for one in self._rules:
            matched = self._matched(one, sentence, hits if one.rule.scope is Scope.SENTENCE else turn)
            if matched and not any(_of(veto, hits if scope is Scope.SENTENCE else turn) for scope, veto in one.vetoes):
                yield _coding(sentence.doc, one.code, matched)

    def _matched(self, one: _Compiled, sentence: Span, hits: Hits) -> list[Hit]:
        """The words that make a rule hold, none where it does not."""
        rule = one.rule
        if rule.event is not None:
            return self._events(rule.event, sentence, hits)
        found: list[list[Hit]] = []
        for entry in one.entries:
            found.append(_of(entry, hits))
            if not found[-1] and rule.kind in (RuleKind.ALL, RuleKind.NEAR):
                return []
        if rule.kind is RuleKind.NEAR:
            return next((list(chain) for chain in product(*found) if _near(chain, rule)), [])
        if rule.kind is RuleKind.AT_LEAST and sum(map(bool, found)) < rule.count:
            return []
        return [hit for entry in found for hit in entry]

    def _events(self, event: EventSpec, sentence: Span, hits: Hits) -> list[Hit]:
        """The verbs of an action whose subject and object are the actors asked for."""
        verbs = [hit for name in event.actions for hit in _of(self._actions[name], hits)]
        return [
            (start, end)
            for start, end in verbs
            if self._is_one_of(event.agents, _agents(sentence.doc[start]), hits)
            and self._is_one_of(event.targets, _of_deps(sentence.doc[start], _OBJECTS), hits)
        ]

    def _is_one_of(self, actors: tuple[str, ...], words: list[Token], hits: Hits) -> bool:
        if not actors or (UNKNOWN in actors and not words):
            return True
        known = [name for name in actors if name in self._actors]
        spans = [hit for name in known for hit in _of(self._actors[name], hits)]
        us = any(self._codebook.actors[name].first_person for name in known)
        return any((us and word.lower_ in _US) or any(start <= word.i < end for start, end in spans) for word in words)


def _compiled(codebook: Codebook, code: Code, rule: Rule) -> _Compiled:
    by_scope: dict[Scope, list[Term]] = {}
    for unless in (rule.unless, code.unless):
        if unless.terms:
            by_scope.setdefault(unless.scope, []).extend(unless.terms)
    entries = tuple(listed(codebook, [term]) for term in rule.terms)
    if rule.kind is RuleKind.ANY:
        entries = (listed(codebook, rule.terms),)
    return _Compiled(code.id, rule, entries, tuple((scope, listed(codebook, of)) for scope, of in by_scope.items()))


def _reference(kind: TermKind, name: str) -> Term:
    return Term(f"{kind}:{name}", kind, name)


def _of(entry: Entry, hits: Hits) -> list[Hit]:
    """Where something stands of what an entry of a rule stands for."""
    found = [] if entry.terms.isdisjoint(hits) else [hit for term in hits if term in entry.terms for hit in hits[term]]
    for verbs, objects in entry.verbs:
        near = [start for term in hits if term in objects for start, _ in hits[term]]
        starts = [hit for term in hits if term in verbs for hit in hits[term]] if near else []
        found += [hit for hit in starts if any(abs(start - hit[0]) <= _OBJECT_WITHIN for start in near)]
    return found


def _agents(verb: Token) -> list[Token]:
    by = [word for agent in _of_deps(verb, ("agent",)) for word in _of_deps(agent, ("pobj",))]
    return [*_of_deps(verb, ("nsubj",)), *by]


def _of_deps(head: Token, deps: tuple[str, ...]) -> list[Token]:
    return [child for child in head.children if child.dep_ in deps]


def _near(chain: tuple[Hit, ...], rule: Rule) -> bool:
    ordered = list(chain) if rule.ordered else sorted(chain)
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(ordered)]
    return all(0 <= gap <= rule.within for gap in gaps)


def _coding(doc: Doc, code: str, matched: list[Hit]) -> NaiveCoding:
    start, end = min(matched)[0], max(end for _, end in matched)
    negated = any(child.dep_ == "neg" for word in doc[start:end] for child in word.children)
    return NaiveCoding(code, start, end, negated)
