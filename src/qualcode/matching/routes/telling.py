"""How a movement is told: done, tried or meant; whose it is; whether it was forced."""

from collections.abc import Collection
from dataclasses import dataclass

from qualcode.matching.routes import words
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.tree import Tree
from qualcode.model.leg import LegStatus

_PRESENT = ("am", "'m", "is", "'s", "are", "'re", "im", "i'm", "we're")
_CLIMBED = ("xcomp", "conj", "advcl", "ccomp", "pcomp", "dep", "acl", "prep", "relcl")
_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_HEADING = frozenset(("going", "heading", "leaving", "travelling", "traveling", "moving", "continuing", "crossing"))
_STEPS = 5
"""How many heads up a subject is looked for."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How one movement is told. `own` is None where nothing says whose it is; `status` None where it is no fact."""

    status: LegStatus | None = LegStatus.DONE
    own: bool | None = None
    forced: bool = False
    travels: bool = True
    """Whether those who move can be travellers at all: not the police, money or a river."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as far as the sentence needs to know."""

    interpreted: bool = False
    """Whether "he" and "she" are the respondent."""
    caught: bool = False
    """Whether the sentence before has the police in it or somebody being caught."""
    taken: Collection[int] = ()
    """Words that are part of a place's name: a parser takes them for subjects."""


def told(tree: Tree, trigger: Trigger, voice: Voice) -> Telling:
    """How the movement that `trigger` tells of is told."""
    if trigger.kind is Kind.LIST:
        return Telling()
    subject = _subject(tree, trigger.at, voice)
    own, travels = _whose(tree, trigger, subject, voice)
    if _is_noun(trigger):
        status, compelled = _noun_status(tree, trigger.at), trigger.kind is Kind.EXPEL
    else:
        status, compelled = _verb_status(tree, trigger, own=own)
    if subject is not None and tree.forms[subject] in ("nobody", "none", "no"):
        status = None
    forced = compelled or _forced(tree, trigger, subject, voice)
    return Telling(status, own, forced, travels)


def _is_noun(trigger: Trigger) -> bool:
    return trigger.verb in words.WAYS | words.EXPULSIONS | words.GAMES and trigger.kind in (Kind.WAY, Kind.EXPEL)


# ---- whether it is done ---------------------------------------------------------------------------------------------


def _verb_status(tree: Tree, trigger: Trigger, *, own: bool | None) -> tuple[LegStatus | None, bool]:
    """The status of a verb, and whether somebody was compelled ("forced us to go")."""
    at = trigger.at
    found = _before(tree, at)
    if not found and _shares(tree, at):
        return _verb_status(tree, Trigger(tree.heads[at], Kind.GO, ""), own=own)
    if trigger.kind is Kind.WISH:
        found = {*found, "try" if trigger.verb in words.TRYING else "intend"}
    if _conditional(tree, at):
        return None, False
    if "not" in found:
        return (None if "try" not in found else LegStatus.TRIED), False
    if "intend" in found or "will" in found:
        return LegStatus.INTENDED, False
    if found & {"would", "order", "open"}:
        return None, False
    if "try" in found:
        return LegStatus.TRIED, False
    if own and tree.forms[at] in _HEADING and "present" in found:
        return LegStatus.INTENDED, False
    return LegStatus.DONE, "compel" in found


def _before(tree: Tree, at: int) -> set[str]:
    """What the words between subject and verb say of it, read from the verb to the left."""
    found: set[str] = set()
    infinitive = False
    place = at - 1
    while place >= 0:
        form = tree.forms[place]
        sort = _sort(form)
        if form == "to":
            infinitive = True
        elif sort:
            found.add(sort)
        elif form in words.PERSONS and infinitive and _governs_person(tree, place):
            pass
        elif not (form in words.ADVERBS or form in ("it", "our", "way", "my", "the") and infinitive and place != at - 2):
            break
        place -= 1
    if infinitive and not found & {"intend", "try", "done", "compel", "order", "not", "will"}:
        found.add(_purpose(tree, at, place))
    elif infinitive and found == {"not"}:
        found.add("open")
    if place >= 0 and tree.forms[place] in ("nobody", "none", "neither", "noone"):
        found.add("not")
    if place >= 1 and tree.forms[place - 1 : place + 1] == ("no", "one"):
        found.add("not")
    return found


def _sort(form: str) -> str:
    """The sort of cue a word is, "" for none."""
    if form in words.NOT:
        return "not"
    if form in words.WILL:
        return "will"
    if form in words.WOULD:
        return "would"
    if form in _PRESENT:
        return "present"
    for sort, listed in _CUES:
        if form in words.verb_forms(listed):
            return sort
    return "intend" if form in words.PLANS else "past" if form in ("was", "were") else ""


_CUES = (
    ("compel", "COMPELLING"),
    ("order", "ORDERING"),
    ("intend", "INTENDING"),
    ("try", "TRYING"),
    ("done", "SUCCEEDING"),
)


def _governs_person(tree: Tree, place: int) -> bool:
    """Whether "us" stands between a verb such as force or want and the one that depends on it."""
    return place > 0 and bool(_sort(tree.forms[place - 1]))


def _purpose(tree: Tree, at: int, stop: int) -> str:
    """What "to reach" says without a verb of wishing before it: done after lasting, meant after leaving."""
    if stop >= 0 and tree.forms[stop] in words.PLANS:
        return "intend"
    for head in tree.ancestors(at):
        form = tree.forms[head]
        if form in words.verb_forms("LEAVING") or form in words.verb_forms("INTENDING"):
            return "intend"
        if form in words.verb_forms("LASTING") or form in words.verb_forms("CARRYING"):
            return "done"
        if tree.tags[head].startswith("V"):
            break
    return "open"


def _shares(tree: Tree, at: int) -> bool:
    """Whether a second verb goes with what stands before the first: "want to go to Serbia and cross to Hungary"."""
    head = tree.heads[at]
    if head == at or tree.deps[at] not in ("conj", "dep") or tree.child(at, *_SUBJECTS, "aux", "neg") is not None:
        return False
    return tree.tags[at] in ("VB", "VBP", "VBG") and tree.tags[head] == "VB" and bool(_before(tree, head))


def _conditional(tree: Tree, at: int) -> bool:
    """Whether the clause begins with if, unless, whether or before."""
    for one in (at, *tree.ancestors(at)):
        for mark in tree.all_children(one, "mark", "advmod"):
            if tree.forms[mark] in ("if", "unless", "whether") and mark < at:
                return True
            if tree.forms[mark] == "before" and one == at and mark < at:
                return True
        if tree.deps[one] not in ("xcomp", "conj", "advcl", "dep", "ccomp"):
            break
        if tree.deps[one] == "advcl" and one != at:
            break
    return False


def _noun_status(tree: Tree, at: int) -> LegStatus | None:
    """A way is travelled unless it is closed, denied or meant; a game is an attempt."""
    around = tree.forms
    if not words.CLOSED.isdisjoint(around) or not words.NOT.isdisjoint(around[max(0, at - 4) : at]):
        return None
    for head in tree.ancestors(at):
        if tree.tags[head].startswith("V") and head < at:
            found = _before(tree, head) | ({_sort(tree.forms[head])} & {"intend", "try", "order"})
            if found & {"not", "would", "open", "order"} or _conditional(tree, head):
                return None
            if found & {"intend", "will"}:
                return LegStatus.INTENDED
            if "try" in found:
                return LegStatus.TRIED
            break
    return LegStatus.TRIED if around[at] in words.GAMES else LegStatus.DONE


# ---- whose it is ----------------------------------------------------------------------------------------------------


def _subject(tree: Tree, at: int, voice: Voice) -> int | None:
    """The word that says who acts: the verb's own subject, or that of the verb it hangs on."""
    for _ in range(_STEPS):
        found = next((one for one in tree.all_children(at, *_SUBJECTS) if one not in voice.taken), None)
        if found is not None:
            if tree.forms[found] in ("who", "that", "which") and tree.deps[at] == "relcl":
                return tree.heads[at]
            return found
        if tree.deps[at] in ("acl", "relcl") and tree.tags[tree.heads[at]].startswith(("N", "P", "D")):
            return tree.heads[at]
        if tree.heads[at] == at or tree.deps[at] not in (*_CLIMBED, "dobj", "pobj", "attr", "npadvmod", "nsubj"):
            break
        at = tree.heads[at]
    return _pronoun_before(tree, at)


def _pronoun_before(tree: Tree, at: int) -> int | None:
    """The nearest pronoun to the left, where the parser finds no subject."""
    persons = words.FIRST | words.THIRD | {"people", "you"}
    return next((one for one in range(at - 1, -1, -1) if tree.forms[one] in persons), None)


def _whose(tree: Tree, trigger: Trigger, subject: int | None, voice: Voice) -> tuple[bool | None, bool]:
    """Whose movement it is, and whether those who move can be travellers."""
    if trigger.kind in (Kind.CARRY, Kind.EXPEL) and not _is_noun(trigger):
        return _moved_whose(tree, trigger.at, subject, voice)
    if trigger.kind is Kind.WISH and trigger.verb in words.PLANS and tree.tags[trigger.at].startswith(("N", "J")):
        owner = tree.child(trigger.at, "poss")
        return (None if owner is None else tree.forms[owner] in words.MINE), True
    if _is_noun(trigger) or trigger.verb == "take":
        owner = tree.child(trigger.at, "poss")
        if owner is not None:
            return tree.forms[owner] in words.MINE, True
        first = any(form in words.FIRST for form in tree.forms)
        return (True if first else None if subject is None else _person(tree, subject, voice)), True
    if subject is None:
        return None, True
    own = _person(tree, subject, voice)
    return own, own is not None


def _moved_whose(tree: Tree, at: int, subject: int | None, voice: Voice) -> tuple[bool | None, bool]:
    """Whose movement it is when somebody moves them: the object's, in the passive the subject's."""
    for form in tree.forms[at + 1 : at + 3]:
        if form in words.PERSONS:
            return form in words.FIRST or (voice.interpreted and form in words.THIRD), True
    thing = tree.child(at, "dobj", "dative")
    if thing is not None and tree.forms[thing] in words.TRAVELLERS:
        return bool(_person(tree, thing, voice)), True
    passive = tree.child(at, "auxpass", "nsubjpass") is not None or tree.tags[at] == "VBN"
    if passive and subject is not None:
        own = _person(tree, subject, voice)
        return own, own is not None
    earlier = [form for form in tree.forms[:at] if form in words.FIRST | words.THIRD | words.PERSONS]
    return (earlier[-1] in words.FIRST if earlier else None), True


def _person(tree: Tree, at: int, voice: Voice) -> bool | None:
    """True for the speaker, False for other travellers, None for anybody or anything else."""
    inside = {tree.forms[one] for one in tree.subtree(at) if one <= at + 4 and tree.deps[one] not in ("relcl", "acl")}
    form = tree.forms[at]
    if form in words.FIRST or {"i", "we", "me", "us"} & inside:
        return True
    if form in words.THIRD:
        return voice.interpreted
    if form in words.COMPANY and "our" in inside:
        return True
    if form in words.TRAVELLERS or not words.TRAVELLERS.isdisjoint(inside - {"that", "who", "one"}):
        return False
    return None


# ---- whether it was forced ------------------------------------------------------------------------------------------


def _forced(tree: Tree, trigger: Trigger, subject: int | None, voice: Voice) -> bool:
    """Expelled, or taken by the authorities; "they took us" after somebody was caught, and "they sent us back"."""
    if trigger.kind is Kind.EXPEL:
        return True
    if trigger.kind is not Kind.CARRY:
        return False
    at = trigger.at
    agents = {tree.forms[subject]} if subject is not None else set()
    by = tree.child(at, "agent")
    if by is not None:
        agents = {tree.forms[one] for one in tree.subtree(by)}
    elif subject is not None:
        agents |= {tree.forms[one] for one in tree.subtree(subject) if one <= subject}
    if not agents.isdisjoint(words.SMUGGLERS):
        return False
    if not agents.isdisjoint(words.AUTHORITIES):
        return True
    plain = not agents or agents <= {"they", "he", "we", "i", "us", "people", "them"}
    before = set(tree.forms[:at])
    if plain and (not before.isdisjoint(words.AUTHORITIES | words.CAUGHT) or voice.caught):
        return before.isdisjoint(words.SMUGGLERS)
    return plain and "back" in tree.forms[at + 1 : at + 5] and before.isdisjoint(words.SMUGGLERS)
