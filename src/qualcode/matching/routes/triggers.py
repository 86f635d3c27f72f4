"""The words of a parsed sentence that tell of a movement."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import ModeMention
from qualcode.matching.tree import Tree


class Kind(StrEnum):
    """What sort of movement a word tells of."""

    GO = "go"
    """Somebody moves."""
    CARRY = "carry"
    """Somebody is moved."""
    EXPEL = "expel"
    """Somebody is moved against their will, whoever does it."""
    WAY = "way"
    """A noun: a route, a journey. Counts only with both its ends."""
    WISH = "wish"
    """A wish or an attempt with a place right behind it: "I want Germany"."""
    LIST = "list"
    """No word at all: places in an order, "first Bulgaria, after Serbia"."""


class Trigger(NamedTuple):
    """A word that tells of a movement, by its position in the parse."""

    at: int
    kind: Kind
    verb: str
    """The dictionary form of a verb, the noun itself."""


_LONG_MODE = 2
_VERBAL = ("PRP", "NNS", "NNP", "NNPS", "WP", "WDT", "RB", "TO", "MD", "CC", ",", "NN", "EX", "DT")
_PASSIVE = ("nsubjpass", "auxpass")


def find_triggers(tree: Tree, modes: Sequence[ModeMention]) -> tuple[Trigger, ...]:
    """The triggers of a sentence, in order. Words inside a mode of several words ("by walking") are none."""
    covered = {at for mode in modes for at in _inside(tree, mode)}
    found = (_trigger(tree, at, modes) for at in range(len(tree)) if at not in covered)
    return tuple(trigger for trigger in found if trigger is not None)


def _inside(tree: Tree, mode: ModeMention) -> tuple[int, ...]:
    inside = tree.at(mode.start, mode.end)
    return inside if len(inside) >= _LONG_MODE else ()


def _trigger(tree: Tree, at: int, modes: Sequence[ModeMention]) -> Trigger | None:
    form = tree.forms[at]
    if form in words.VEHICLES and tree.forms[at + 1 : at + 2] == ("from",) and not _ridden(tree, at):
        return Trigger(at, Kind.WAY, form)
    if _is_noun(tree, at):
        if form in words.EXPULSIONS:
            return Trigger(at, Kind.EXPEL if form not in words.WAYS else Kind.WAY, form)
        if form in words.WAYS or form in words.GAMES:
            return Trigger(at, Kind.WAY, form)
        return None
    kind = _verb_kind(tree, at, form, modes)
    return Trigger(at, *kind) if kind else None


def _ridden(tree: Tree, at: int) -> bool:
    """Whether a verb of movement stands before a vehicle: "we took a taxi from Belgrade" is told of by its verb."""
    lists = ("GOING", "LEAVING", "ENTERING", "CROSSING", "CARRYING", "EXPELLING")
    return any(form in words.verb_forms(one) for one in lists for form in tree.forms[:at])


def _is_noun(tree: Tree, at: int) -> bool:
    """Whether the word is used as a noun; broken English leaves that to the words around it."""
    tag, before = tree.tags[at], tree.tags[at - 1] if at else ""
    form = tree.forms[at]
    if form in words.verb_forms("EXPELLING") and form not in words.EXPULSIONS:
        return False
    if form in words.EXPULSIONS | words.WAYS | words.GAMES and not tag.startswith("V"):
        return before not in ("PRP", "TO", "MD") or form in ("game", "games")
    if form in ("crossing", "crossings", "deportation") and before in ("DT", "JJ", "PRP$"):
        return True
    wished = at > 0 and any(tree.forms[at - 1] in words.verb_forms(one) for one in ("INTENDING", "TRYING"))
    return tag.startswith(("N", "J")) and not (before in _VERBAL or at == 0 or wished)


def _verb_kind(tree: Tree, at: int, form: str, modes: Sequence[ModeMention]) -> tuple[Kind, str] | None:
    for listed, kind in (("EXPELLING", Kind.EXPEL), ("CARRYING", Kind.CARRY)):
        verb = words.verb_forms(listed).get(form)
        if verb and _moved(tree, at):
            return (Kind.EXPEL if verb == "return" else kind), verb
    expelling = words.verb_forms("EXPELLING").get(form)
    seized = expelling == "push" and not words.AUTHORITIES.isdisjoint(tree.forms[:at])
    if expelling and (expelling != "push" or seized or "back" in tree.forms[at + 1 : at + 3]):
        return Kind.EXPEL, expelling
    if form in words.verb_forms("CARRYING") and words.verb_forms("CARRYING")[form] == "take":
        return _taking(tree, at, modes)
    for listed in ("ENTERING", "CROSSING", "LEAVING", "GOING"):
        verb = words.verb_forms(listed).get(form)
        if verb and _complete(tree, at, verb):
            return Kind.GO, verb
    carrying = words.verb_forms("CARRYING").get(form)
    return (Kind.CARRY, carrying) if carrying and _unsaid_object(tree, at) else None


def _unsaid_object(tree: Tree, at: int) -> bool:
    """Whether somebody is moved whom broken English leaves out: "police catch, take to Sofia, put in camp"."""
    ahead = tree.forms[at + 1 : at + 2]
    if ahead in (("back",), ("to",)):
        return tree.tags[at].startswith("V")
    seized = words.AUTHORITIES | words.CAUGHT
    return ahead in (("in",), ("into",)) and not seized.isdisjoint(tree.forms[:at])


def _moved(tree: Tree, at: int) -> bool:
    """Whether somebody is moved: a person is the object, or the subject of a passive."""
    following = [form for form in tree.forms[at + 1 : at + 3] if form not in ("all", "back", "only", "even")]
    if following[:1] and following[0] in words.PERSONS:
        return True
    if tree.child(at, *_PASSIVE) is not None or (tree.forms[max(0, at - 1)] in ("got", "get", "gets", "being")):
        return True
    thing = tree.child(at, "dobj", "dative")
    if thing is not None and tree.forms[thing] in words.TRAVELLERS | words.PERSONS:
        return True
    # A participle that describes somebody: "people deported from Germany".
    return tree.deps[at] == "acl" and tree.tags[at] == "VBN"


def _taking(tree: Tree, at: int, modes: Sequence[ModeMention]) -> tuple[Kind, str] | None:
    """Taking a bus is a movement, "it took three days" tells of a way, any other taking is neither."""
    ahead = range(at + 1, min(at + 5, len(tree)))
    if any(place in ahead for mode in modes for place in tree.at(mode.start, mode.end)):
        return Kind.GO, "take"
    if any(tree.forms[place] in words.DURATIONS for place in ahead):
        return Kind.WAY, "take"
    return (Kind.CARRY, "take") if _unsaid_object(tree, at) else None


def _complete(tree: Tree, at: int, verb: str) -> bool:
    """Whether the verb is one of movement here: with the word it needs, and not the "going" of a future."""
    form, ahead = tree.forms[at], tree.forms[at + 1 : at + 4]
    if form in ("left", "back") and not tree.tags[at].startswith("V") and tree.tags[at - 1 : at] != ("PRP",):
        return False
    if form == "going" and ahead[:1] == ("to",) and tree.tags[at + 2 : at + 3] == ("VB",):
        return False
    needed = words.NEEDS.get(verb)
    return not needed or not needed.isdisjoint(ahead)
