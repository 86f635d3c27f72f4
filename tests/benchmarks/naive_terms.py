"""The codebook's terms as spaCy matchers: what a colleague writes who knows spaCy and not yet what it costs."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc, Span

from qualcode.model.codebook import Codebook
from qualcode.model.term import Term, TermKind

Hits = dict[str, list[tuple[int, int]]]
"""Term, as it is written, to the first word of each hit and the one after its last."""

_PHRASES = {TermKind.WORDS: "LEMMA", TermKind.EXACT: "LOWER", TermKind.CASE: "ORTH"}
"""Terms of plain words are phrases: a bare word in all its forms, that is by its lemma."""


def terms_of(codebook: Codebook) -> list[Term]:
    """Every term that names words itself, once."""
    listed = [term for rules in _rules(codebook) for term in rules]
    listed += [term for members in codebook.sets.values() for term in members]
    listed += [term for actor in codebook.actors.values() for term in (*actor.terms, *actor.generic)]
    for action in codebook.actions.values():
        listed += action.nouns
        for verb in action.verbs:
            listed += (verb.verb, *verb.objects)
    references = (TermKind.SET, TermKind.ACTOR, TermKind.ACTION)
    return list({term.notation: term for term in listed if term.kind not in references}.values())


def _rules(codebook: Codebook) -> Iterator[tuple[Term, ...]]:
    for code in codebook.codes():
        yield code.unless.terms
        for rule in code.rules:
            yield rule.terms
            yield rule.unless.terms


@dataclass(frozen=True, slots=True)
class Entry:
    """What a term stands for: the terms of a list, and for an action also verbs that need an object nearby."""

    terms: frozenset[str]
    verbs: tuple[tuple[frozenset[str], frozenset[str]], ...] = ()


def listed(codebook: Codebook, terms: Iterable[Term]) -> Entry:
    """What `terms` stand for together, with the lists they refer to written out."""
    entries = [_written_out(codebook, term) for term in terms]
    return Entry(
        frozenset().union(*(entry.terms for entry in entries)),
        tuple(pair for entry in entries for pair in entry.verbs),
    )


def _written_out(codebook: Codebook, term: Term) -> Entry:
    if term.kind is TermKind.SET:
        return listed(codebook, codebook.sets[term.words])
    if term.kind is TermKind.ACTOR:
        return listed(codebook, codebook.actors[term.words].terms)
    if term.kind is not TermKind.ACTION:
        return Entry(frozenset((term.notation,)))
    action = codebook.actions[term.words]
    entry = listed(codebook, [*action.nouns, *(verb.verb for verb in action.verbs if not verb.objects)])
    pairs = (verb for verb in action.verbs if verb.objects)
    verbs = [(listed(codebook, [one.verb]).terms, listed(codebook, one.objects).terms) for one in pairs]
    return Entry(entry.terms, (*entry.verbs, *verbs))


class TermMatchers:
    """Finds terms in parsed text."""

    def __init__(self, nlp: Language, terms: Sequence[Term]) -> None:
        self._phrases = {kind: PhraseMatcher(nlp.vocab, attr=attribute) for kind, attribute in _PHRASES.items()}
        self._tokens = Matcher(nlp.vocab)
        self._expressions: dict[str, re.Pattern[str]] = {}
        self._strings = nlp.vocab.strings
        self._nlp = nlp
        phrases = [term for term in terms if term.kind in self._phrases]
        for term, doc in zip(phrases, nlp.pipe([term.words for term in phrases]), strict=True):
            self._phrases[term.kind].add(term.notation, [doc])
        for term in terms:
            if term.kind is TermKind.REGEX:
                self._expressions[term.notation] = re.compile(term.words, re.IGNORECASE)
            elif term.kind not in self._phrases:
                self._tokens.add(term.notation, [list(self._pattern(term))])

    def find(self, doc: Doc) -> dict[int, Hits]:
        """The hits of every sentence, by the sentence's first word."""
        found: dict[int, Hits] = defaultdict(lambda: defaultdict(list))
        matches = [match for matcher in self._phrases.values() for match in matcher(doc)]
        for key, start, end in (*matches, *self._tokens(doc)):
            found[doc[start].sent.start][self._strings[key]].append((start, end))
        for sentence in doc.sents:
            for notation, expression in self._expressions.items():
                for match in expression.finditer(sentence.text):
                    span = _words(sentence, match)
                    if span is not None:
                        found[sentence.start][notation].append((span.start, span.end))
        return found

    def _pattern(self, term: Term) -> Iterator[dict[str, Any]]:
        """A token pattern for a wildcard, a gap or a part of speech."""
        if term.kind is TermKind.POS:
            written, _, part = term.words.rpartition("/")
            yield {"LOWER": written.lower(), "POS": part}
            return
        for word in self._nlp(term.words.replace("*", "QQQ").replace("...", " QGAP ")):
            if word.text == "QGAP":
                yield {"OP": "{0,4}"}
            elif "QQQ" in word.text:
                yield {"LOWER": {"REGEX": f"^{re.escape(word.text.lower()).replace('qqq', '.*')}$"}}
            else:
                yield {"LEMMA": word.lemma_}


def _words(sentence: Span, match: re.Match[str]) -> Span | None:
    start = sentence.start_char
    return sentence.doc.char_span(start + match.start(), start + match.end(), alignment_mode="expand")
