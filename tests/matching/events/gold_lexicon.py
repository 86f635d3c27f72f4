"""Finds actors and actions of the gold codebook in a sentence: a small stand-in for the engine's lexical pass."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from qualcode.matching.events import Context, Earlier, Event, Mention, Trigger, find_events
from qualcode.matching.inflect import Part
from qualcode.matching.repair import repaired
from qualcode.matching.terms import forms
from qualcode.matching.tree import Tree
from qualcode.text import Parser, fold, tokens

GOLD = Path(__file__).parents[2] / "gold" / "codebook.yaml"
PARTICLES = ("back", "up")
Hits = list[tuple[int, int, str, bool]]


def events(
    sentence: str, earlier: Iterable[str] = (), speaker: str = "migrant", *, quoting: bool = False, later: str = ""
) -> tuple[Event, ...]:
    """The events of a sentence.

    `speaker` is the actor of its "we", `earlier` the sentences before, nearest first, `later` the one after it.
    """
    context = Context(
        first_person=speaker,
        affected=frozenset(("migrant",)),
        collective=frozenset(("state", "gang", "local")),
        earlier=tuple(Earlier(text, mentions(text)) for text in earlier),
        quoting=quoting,
        later=Earlier(later, mentions(later)) if later else None,
    )
    tree = Tree(repaired(Parser().parse([sentence])[0]))
    return find_events(tree, mentions(sentence), triggers(sentence), context)


def told(found: Iterable[Event]) -> list[tuple[str, str, str, str]]:
    """Action, agent, target and via of each event."""
    return [(one.action, one.agent.actor, one.target.actor, one.via) for one in found]


def mentions(sentence: str) -> tuple[Mention, ...]:
    """The actors that the sentence names, of overlapping ones the longest."""
    found: list[Mention] = []
    for start, end, actor, generic in sorted(_hits(sentence, _actors()), key=lambda one: (one[0] - one[1], one[0])):
        if all(end <= one.start or one.end <= start for one in found):
            found.append(Mention(start, end, actor, generic))
    return tuple(sorted(found))


def triggers(sentence: str) -> tuple[Trigger, ...]:
    """The words of the sentence that may express an action."""
    found = {Trigger(start, end, action, noun) for start, end, action, noun in _hits(sentence, _verbs())}
    found |= {Trigger(start, end, action, noun) for start, end, action, noun in _hits(sentence, _nouns())}
    for number, (action, words) in enumerate(_with_objects()):
        objects = tuple((start, end) for start, end, _, _ in _hits(sentence, _object_forms(number)))
        verbs = {spelling: [(action, False)] for spelling in forms(words, part=Part.VERB)}
        found |= {Trigger(start, end, action, False, objects) for start, end, _, _ in _hits(sentence, verbs)}
    longest = [
        one
        for one in found
        if not any(
            other.start <= one.start and one.end <= other.end and len(range(*other[:2])) > len(range(*one[:2]))
            for other in found
            if other.action == one.action
        )
    ]
    return tuple(sorted(longest, key=lambda one: one[:4]))


def _hits(sentence: str, spellings: dict[str, list[tuple[str, bool]]]) -> Hits:
    words = tokens(sentence)
    found: Hits = []
    for first in range(len(words)):
        for last in range(first, min(first + 3, len(words))):
            written = " ".join(word.form for word in words[first : last + 1])
            for name, flag in spellings.get(written, ()):
                found.append((words[first].start, words[last].end, name, flag))
        for gap in (1, 2):
            if first + gap + 1 < len(words) and words[first + gap + 1].form in PARTICLES:
                written = f"{words[first].form} {words[first + gap + 1].form}"
                for name, flag in spellings.get(written, ()):
                    if not flag:
                        found.append((words[first].start, words[first + gap + 1].end, name, flag))
    return found


@cache
def _gold() -> Any:
    return YAML(typ="safe").load(GOLD.read_text(encoding="utf-8"))


def _table(rows: Iterable[tuple[str, str, bool, Part]]) -> dict[str, list[tuple[str, bool]]]:
    table: dict[str, list[tuple[str, bool]]] = {}
    for name, term, flag, part in rows:
        kind, _, word = term.rpartition(":")
        for spelling in (fold(word),) if kind else forms(word, part=part):
            table.setdefault(spelling, []).append((name, flag))
    return table


@cache
def _actors() -> dict[str, list[tuple[str, bool]]]:
    return _table(
        (name, term, generic, Part.NOUN)
        for name, actor in _gold()["actors"].items()
        for terms, generic in ((actor["terms"], False), (actor.get("generic", ()), True))
        for term in terms
    )


@cache
def _verbs() -> dict[str, list[tuple[str, bool]]]:
    return _table(
        (name, verb, False, Part.VERB)
        for name, action in _gold()["actions"].items()
        for verb in action["verbs"]
        if isinstance(verb, str)
    )


@cache
def _nouns() -> dict[str, list[tuple[str, bool]]]:
    return _table(
        (name, noun, True, Part.NOUN) for name, action in _gold()["actions"].items() for noun in action["nouns"]
    )


@cache
def _with_objects() -> list[tuple[str, str]]:
    return [(name, verb["verb"]) for name, verb in _objects()]


def _objects() -> Iterator[tuple[str, Any]]:
    for name, action in _gold()["actions"].items():
        yield from ((name, verb) for verb in action["verbs"] if not isinstance(verb, str))


@cache
def _object_forms(number: int) -> dict[str, list[tuple[str, bool]]]:
    name, verb = list(_objects())[number]
    return _table((name, term, False, Part.NOUN) for term in verb["object"])
