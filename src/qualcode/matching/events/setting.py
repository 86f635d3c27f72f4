"""Where and when: the place and the period that the clause of an event names."""

from collections.abc import Iterator
from typing import NamedTuple

from qualcode.matching.events.event import Stretch
from qualcode.matching.events.scene import NOUN_TAGS, VERB_TAGS, Scene

_PLACE_WORDS = frozenset(
    "in at near on inside outside around along between by across within beside behind next".split()
)
_PLACES = frozenset(
    """
    forest forests border borders camp camps river mountain mountains jungle street streets road roads town city
    village villages prison jail station house home hotel hostel room car van truck bus train container boat sea island
    park centre center country countries crossing checkpoint squat squats field fields warehouse basement cell desert
    beach coast woods hill hills territory garage bridge hospital school building apartment flat office airport port
    fence lake bank valley tunnel factory market church mosque shop store farm line zone area region place facility
    motel journey route trip balkans ship railway highway bushes trees garden yard court
    """.split()
)
_PARTS = frozenset("middle edge side sides outskirts front end part centre center top bottom back".split())
"""Nouns of a place's part, whose "of" names the place: in the middle of the forest."""
_PROPER = frozenset(("NNP", "NNPS"))
_MONTHS = frozenset("january february march april may june july august september october november december".split())
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SEASONS = frozenset(
    "winter spring summer autumn fall year years month months week weeks ramadan decade season".split()
)
_SPELLS = frozenset("time times days day moment period pandemic war covid past nineties".split())
_POINTING = frozenset("last this next that those these past previous same recent first early late following".split())
_OF_TIME = frozenset(
    ("in", "during", "since", "at", "on", "until", "before", "after", "around", "within", "throughout")
)
_BEFORE = frozenset(("before", "earlier", "previously", "formerly", "once"))
_NOW = frozenset(("now", "nowadays", "today", "currently", "presently"))
_SAID = frozenset(("yesterday", "recently", "lately", "tonight", "tomorrow"))
_NOW_PHRASES = frozenset(("days", "moment"))
_ADVERBIAL = frozenset(("advmod", "npadvmod", "prep", "pcomp", "nsubj", "dep"))
_CLAUSES = frozenset(("relcl", "ccomp", "advcl", "conj", "parataxis", "csubj", "acl", "xcomp", "pcomp"))


class Setting(NamedTuple):
    """Place and period of a clause, None where it names none."""

    place: Stretch | None = None
    period: Stretch | None = None
    reading: str = ""


_NOWHERE = Setting()


def setting(scene: Scene, at: int) -> Setting:
    """The place and the period said in the clause of the word, a verb or a noun."""
    deps, forms = scene.tree.deps, scene.tree.forms
    words = [one for one in _adverbials(scene, at) if deps[one] in _ADVERBIAL or forms[one] == "ago"]
    if not words:
        return _NOWHERE
    period, reading = _period(scene, words)
    return Setting(_place(scene, words), period, reading)


def _adverbials(scene: Scene, at: int) -> Iterator[int]:
    """The words that hang on the verb of the clause or on the noun itself, those before a joined verb included."""
    tree = scene.tree
    yield from _nearby(scene, at)
    verb = at
    while tree.tags[verb] not in VERB_TAGS and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    if verb != at:
        yield from _nearby(scene, verb)
    while tree.deps[verb] in ("xcomp", "conj", "ccomp") and tree.heads[verb] != verb:
        joined = tree.deps[verb] == "conj"
        if tree.deps[verb] == "ccomp" and tree.child(verb, "mark") is not None:
            break
        verb = tree.heads[verb]
        first = min((one for one in tree.children[verb]), default=verb)
        for child in tree.children[verb]:
            if (
                not joined
                or child <= max(first, 0)
                or (child < verb and tree.deps[child] in ("prep", "npadvmod", "advmod"))
            ):
                yield child


def _nearby(scene: Scene, at: int) -> Iterator[int]:
    """What hangs on a word, and prepositions that hang on its nouns: took our phones in the forest."""
    tree = scene.tree
    for child in tree.children[at]:
        if tree.deps[child] in _CLAUSES:
            continue
        yield child
        if tree.deps[child] in ("dobj", "pobj", "attr", "prep", "agent", "nsubjpass", "dative", "advmod", "npadvmod"):
            for inner in tree.children[child]:
                if tree.deps[inner] in ("prep", "npadvmod"):
                    yield inner
                elif tree.deps[inner] == "pobj":
                    yield from (one for one in tree.children[inner] if tree.deps[one] == "prep")


def _place(scene: Scene, words: list[int]) -> Stretch | None:
    tree = scene.tree
    best: tuple[int, Stretch] | None = None
    for word in words:
        if tree.deps[word] != "prep" or tree.forms[word] not in _PLACE_WORDS:
            continue
        noun = _noun_after(scene, word)
        if noun is None or _temporal(scene, noun) or scene.mention(noun) is not None:
            continue
        named = tree.tags[noun] in _PROPER and tree.text[tree.starts[noun]].isupper()
        way = tree.forms[noun] == "way" and tree.forms[word] in ("on", "along")
        rank = 2 if named else 1 if way or tree.forms[noun] in _PLACES else 0
        if rank and (best is None or rank > best[0]):
            best = rank, (tree.starts[word], tree.ends[noun])
    return best[1] if best else None


def _noun_after(scene: Scene, preposition: int) -> int | None:
    """The noun of a preposition; of "next to" and "on the way to" the last one."""
    tree = scene.tree
    for child in tree.children[preposition]:
        if tree.deps[child] == "pobj" and tree.tags[child] in (*NOUN_TAGS, "CD"):
            inner = tree.child(child, "prep") if tree.forms[child] in _PARTS else None
            return _noun_after(scene, inner) if inner is not None else child
        if tree.deps[child] == "prep":
            return _noun_after(scene, child)
    return None


def _temporal(scene: Scene, noun: int) -> bool:
    form = scene.tree.forms[noun]
    return form in _MONTHS or form in _DAYS or form in _SEASONS or form in _SPELLS or _is_year(form)


def _is_year(form: str) -> bool:
    return len(form) == 4 and form.isdigit() and form[:2] in ("19", "20")


def _period(scene: Scene, words: list[int]) -> tuple[Stretch | None, str]:
    found = [one for word in words if (one := _said_at(scene, word)) is not None]
    if not found:
        return None, ""
    found.sort(key=lambda one: one[1] == "before")
    return found[0]


def _said_at(scene: Scene, word: int) -> tuple[Stretch, str] | None:
    """When it was, where the word tells: its words and how they read."""
    tree = scene.tree
    form, dep = tree.forms[word], tree.deps[word]
    if not tree.children[word]:
        reading = "before" if form in _BEFORE else "now" if form in _NOW else form if form in _SAID else ""
        return ((tree.starts[word], tree.ends[word]), reading) if reading and dep in _ADVERBIAL else None
    if form == "ago":
        return _said(scene, min(tree.subtree(word)), word)
    if dep == "npadvmod" and _dated(scene, word, bare=False):
        ago = tree.forms[tree.heads[word]] == "ago"
        return _said(scene, scene.left_edge(word), tree.heads[word] if ago else word)
    return _said_after(scene, word) if dep == "prep" else None


def _said_after(scene: Scene, preposition: int) -> tuple[Stretch, str] | None:
    """When it was, where the preposition has a date: in March 2022, during the war."""
    tree = scene.tree
    if tree.forms[preposition : preposition + 3] == ("in", "the", "past"):
        return _said(scene, preposition, preposition + 2)
    noun = _noun_after(scene, preposition) if tree.forms[preposition] in _OF_TIME else None
    if noun is None or not _dated(scene, noun, bare=True):
        return None
    return _said(scene, preposition, max(_last(scene, noun), noun))


def _dated(scene: Scene, noun: int, *, bare: bool) -> bool:
    """Whether the noun says when: a date, a season, "that time"; `bare` where a preposition stands before it."""
    tree = scene.tree
    form = tree.forms[noun]
    if _is_year(form) or form in _MONTHS or form in _DAYS:
        return bare or form not in ("may", "march")
    pointed = any(tree.forms[child] in _POINTING for child in tree.children[noun])
    if form in _SEASONS:
        return pointed or (bare and form not in ("year", "years", "month", "months", "week", "weeks", "decade"))
    if form in _SPELLS:
        return pointed or (bare and form in ("pandemic", "war", "covid", "past", "moment", "nineties"))
    return False


def _last(scene: Scene, noun: int) -> int:
    """The last word of the date: March 2022."""
    tree = scene.tree
    return max(
        (one for one in tree.all_children(noun, "nummod", "appos", "npadvmod") if tree.tags[one] == "CD"), default=noun
    )


def _said(scene: Scene, first: int, last: int) -> tuple[Stretch, str]:
    tree = scene.tree
    span = tree.starts[first], tree.ends[last]
    forms = tree.forms[first : last + 1]
    if forms[-1] == "past":
        return span, "before"
    if forms[-1] in _NOW_PHRASES and ("these" in forms or forms[-1] == "moment") and "that" not in forms:
        return span, "now"
    return span, tree.text[span[0] : span[1]]
