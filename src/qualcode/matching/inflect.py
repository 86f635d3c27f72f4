"""The inflected forms of a word, by part of speech. English only: elsewhere a word has one form, its own."""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

import regex

from qualcode.matching.lexicon import inflections, lemmas
from qualcode.matching.unlisted import noun_forms, regular_past, verb_forms
from qualcode.text import fold


class Part(StrEnum):
    """As what a word is inflected."""

    ANY = "any"
    """As every part of speech the lexicon lists."""
    NOUN = "noun"
    VERB = "verb"


_INFLECTED = regex.compile(r"[\p{L}\p{M}]{2,}")
"""What can be inflected: a word of letters, more than one."""
_ACCENTED = regex.compile(r"(\p{Latin})[\u0300-\u036f]+")
_STROKES = str.maketrans({"đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ŧ": "t", "æ": "ae", "œ": "oe"})

_CLOSED_WORDS = """
a an the this that these those and or but nor if as than because while when where who whom whose which what how why
i me my mine we us our ours you your yours he him his she her hers it its they them their theirs
myself yourself himself herself itself ourselves yourselves themselves
of to in on at by for from with without about into onto over under through between among against across along
around after before behind below above beside during until till since off out up down away back near toward towards
not no never nobody nothing none any some all both each every either neither much many more most few little
can could may might must shall should will would ought here there then now so too very just only also again once
"""
_CLOSED = frozenset(_CLOSED_WORDS.split())
PARTICLES = frozenset(("back", "in", "out", "up", "down", "off", "over", "away", "on", "by", "through", "around"))
"""Closed words that take a plural at the end of a compound noun: push-backs, break-ins."""
_AUXILIARIES = frozenset(("be", "have", "do"))
_PASTS = frozenset(("bore", "bound", "fell", "found", "ground", "lay", "rewound", "saw", "smelt", "underlay"))
"""Pasts of common verbs that are rare verbs of their own: `found` is not to bring in `founded`."""
_ISE = regex.compile(r"(?<=\p{L}{3}[iy])([sz])(e[sd]?|ers?|ing|ations?)$")
_AGENT = regex.compile(r"(\p{L}+?l)l?([eo]rs?)")


def bare(form: str) -> str:
    """A folded form without the accents of Latin letters: `bihać` and `bihac` are the same word."""
    if form.isascii():
        return form
    stripped = _ACCENTED.sub(r"\1", unicodedata.normalize("NFD", form)).translate(_STROKES)
    return unicodedata.normalize("NFC", stripped)


@cache
def word_forms(word: str, *, part: Part = Part.ANY, last: bool = True) -> frozenset[str]:
    """The folded forms of one English word, its own among them.

    A word that is a dictionary form (`beat`) has its inflections. An inflected word (`beaten`, `smugglers`) has those
    of the one dictionary form it belongs to, as a noun if it can be one, and none where it belongs to several or is
    a word of its own too (`left`, `found`). A word no lexicon lists is inflected by pattern, as a noun only where it is
    not the `last` of its phrase.
    """
    form = fold(word)
    if not _INFLECTED.fullmatch(form) or (form in _CLOSED and part is not Part.VERB):
        return frozenset((form,))
    inflected = _inflected(form, part)
    if not inflected and (last or part is not Part.NOUN):
        inflected = _by_pattern(form, part, name=word[:1].isupper())
    forms = {form, *map(fold, inflected), *_regular(form, part)}
    return frozenset(forms.union(*map(respelt, forms)))


def compound_forms(words: tuple[str, ...], *, part: Part) -> frozenset[str]:
    """The forms of `words` written as one, at most one of them inflected: `pushback`, `pushbacks`, `pushedback`.

    There are none where that could be another word: `be at` is no `beat`, `a way` is not `away`.
    """
    own = [fold(word) for word in words]
    if _CLOSED.intersection(own[:-1]) or own[-1] in _CLOSED - PARTICLES or "be" in own:
        return frozenset()
    found = {"".join(own), *_inflected("".join(own), part)}
    for position, alternatives in enumerate(phrase_forms(words, part=part)):
        found.update("".join([*own[:position], form, *own[position + 1 :]]) for form in alternatives)
    return frozenset(found)


@cache
def phrase_forms(words: tuple[str, ...], *, part: Part) -> tuple[frozenset[str], ...]:
    """For each word of a phrase the forms it may take; as a verb, the first word that can is the verb."""
    parts = _parts(words, part)
    last = len(words) - 1
    found = [
        word_forms(word, part=own, last=position == last)
        for position, (word, own) in enumerate(zip(words, parts, strict=True))
    ]
    if last and fold(words[last]) in PARTICLES:
        found[last] |= {fold(words[last]) + "s"}
    return tuple(found)


def _parts(words: tuple[str, ...], part: Part) -> list[Part]:
    if part is not Part.VERB or len(words) == 1:
        return [part] * len(words)
    head = next((position for position, word in enumerate(words) if fold(word) not in _CLOSED), 0)
    return [Part.VERB if position == head else Part.NOUN for position in range(len(words))]


@cache
def _regular(form: str, part: Part) -> frozenset[str]:
    """What learners make of an irregular word of the lexicon, where that is no other word: catched, beated, mens."""
    if part is Part.VERB and "VERB" in lemmas(form):
        irregular = not any(one.endswith("ed") for one in inflections(form, "VERB"))
        found = {regular_past(form)} if irregular and form.isascii() else set()
    elif part is Part.NOUN and form.endswith(("man", "child")) and "NOUN" in lemmas(form):
        found = {one + "s" for one in inflections(form, "NOUN") if not one.endswith("s") and one != form}
    else:
        return frozenset()
    return frozenset(one for one in found if not lemmas(one))


@cache
def _inflected(form: str, part: Part) -> frozenset[str]:
    """The inflections of a word of the lexicon, nothing where the lexicon does not list it as `part`."""
    listed = lemmas(form)
    auxiliary = listed.get("AUX", ())
    if _AUXILIARIES.intersection(auxiliary):
        return inflections(auxiliary[0], "VERB")
    readings = _readings(form, listed, part)
    if not readings:
        return frozenset((form,)) if listed and part is Part.ANY else frozenset()
    return frozenset((form, *readings.values())).union(*(inflections(lemma, tag) for tag, lemma in readings.items()))


def _readings(form: str, known: Mapping[str, tuple[str, ...]], part: Part) -> dict[str, str]:
    """Part of speech to the dictionary form whose inflections count."""
    wanted = ("NOUN", "VERB", "ADJ", "ADV") if part is Part.ANY else (part.value.upper(),)
    listed = {tag: known[tag] for tag in wanted if tag in known}
    own = {tag: form for tag, all_of in listed.items() if form in all_of and not (tag == "VERB" and form in _PASTS)}
    if own:
        return own
    if part is Part.VERB and form in _PASTS:
        return {}
    siblings = {tag: all_of[0] for tag, all_of in listed.items() if tag in ("NOUN", "VERB") and len(all_of) == 1}
    return {"NOUN": siblings["NOUN"]} if "NOUN" in siblings else siblings


@cache
def respelt(form: str) -> frozenset[str]:
    """The form as written across the Atlantic, where the lexicon has it: organised, organized; traveller, traveler."""
    found: set[str] = set()
    ending = _ISE.search(form)
    if ending:
        other = form[: ending.start()] + ("z" if ending[1] == "s" else "s") + ending[2]
        found |= {other} if lemmas(other) else set()
    agent = _AGENT.fullmatch(form)
    if agent and {agent[1] + "ed", agent[1] + "led"} <= inflections(agent[1], "VERB"):
        found |= {agent[1] + agent[2], agent[1] + "l" + agent[2]}
    return frozenset(found)


def _by_pattern(form: str, part: Part, *, name: bool) -> frozenset[str]:
    """Forms of a word no lexicon lists; a name is inflected as a noun."""
    if form in _PASTS:
        return frozenset()
    if part is Part.VERB:
        return verb_forms(form) if form.isascii() else frozenset((form,))
    if not form.isascii():
        return frozenset((form, form + "s"))
    return noun_forms(form) if name or part is Part.NOUN else noun_forms(form) | verb_forms(form)
