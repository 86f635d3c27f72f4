"""How a movement is told: done, tried or meant; whose it is; whether it was forced."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.matching.routes import words
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.routes.whose import SUBJECTS, Voice, is_way, is_way_noun, subject_of, whose
from qualcode.matching.tree import Tree
from qualcode.model.leg import LegStatus

_READINGS: tuple[tuple[frozenset[str], LegStatus | None], ...] = (
    (frozenset(("not", "try")), LegStatus.TRIED),
    (frozenset(("not",)), None),
    (frozenset(("intend",)), LegStatus.INTENDED),
    (frozenset(("will",)), LegStatus.INTENDED),
    (frozenset(("would",)), None),
    (frozenset(("order",)), None),
    (frozenset(("open",)), None),
    (frozenset(("try",)), LegStatus.TRIED),
)
"""Cues that stand together before a verb, and what they make of it; None is no fact at all."""
_HEADING = frozenset(("going", "heading", "leaving", "travelling", "traveling", "moving", "continuing", "crossing"))


@dataclass(frozen=True, slots=True)
class Telling:
    """How one movement is told. `own` is None where nothing says whose it is; `status` None where it is no fact."""

    status: LegStatus | None = LegStatus.DONE
    own: bool | None = None
    forced: bool = False
    impersonal: bool = False
    """Whether a way is told of and nobody who takes it."""
    travels: bool = True
    """Whether those who move can be travellers at all: not the police, money or a river."""


def told(tree: Tree, trigger: Trigger, voice: Voice) -> Telling:
    """How the movement that `trigger` tells of is told."""
    subject = subject_of(tree, trigger.at, voice)
    own, travels = whose(tree, trigger, subject, voice)
    if is_way_noun(trigger):
        status, compelled = _noun_status(tree, trigger.at), trigger.kind is Kind.EXPEL
    else:
        status, compelled = _verb_status(tree, trigger, own=own)
    if subject is not None and _denied_or_told(tree, trigger.at, subject, voice):
        status = None
    forced = compelled or _forced(tree, trigger, subject, voice)
    impersonal = is_way_noun(trigger) or any(is_way(tree, one) for one in (subject, trigger.at) if one is not None)
    return Telling(status, own, forced, impersonal, travels)


def _denied_or_told(tree: Tree, at: int, subject: int, voice: Voice) -> bool:
    """Whether nobody does it, or somebody only says so to another: "he says you go to Serbia"."""
    form = tree.forms[subject]
    if form in ("nobody", "none", "no") or _few(tree, subject):
        return True
    said = any(tree.forms[one] in words.SAY for one in tree.ancestors(at) if one < at)
    if not said or voice.interpreted or form in words.FIRST:
        return False
    return form == "you" or tree.forms[tree.heads[subject]] in words.SAY


def _few(tree: Tree, subject: int) -> bool:
    """Whether almost nobody does it: few people, hardly anyone."""
    first = min(tree.subtree(subject)[0], subject)
    said = tree.forms[max(0, first - 1) : subject + 1]
    few = next((at for at, form in enumerate(said) if form in words.FEW), None)
    return few is not None and "a" not in said[:few]


# ---- whether it is done ---------------------------------------------------------------------------------------------


def _verb_status(tree: Tree, trigger: Trigger, *, own: bool | None) -> tuple[LegStatus | None, bool]:
    """The status of a verb, and whether somebody was compelled ("forced us to go")."""
    at = trigger.at
    found = _before(tree, at)
    if not found and _shares(tree, at):
        return _verb_status(tree, Trigger(tree.heads[at], Kind.GO, ""), own=own)
    soon = not words.SOON.isdisjoint(tree.forms) and tree.tags[at] not in ("VBD", "VBN")
    if trigger.kind is Kind.WISH and not soon:
        found = {*found, "try" if trigger.verb in words.TRYING else "intend"}
    elif trigger.kind is Kind.WISH:
        found = {*found, "intend"}
    if own and tree.forms[at] in _HEADING and found == {"present"}:
        found = {"intend"}
    status = None if _conditional(tree, at) else _status(found)
    return status, status is LegStatus.DONE and "compel" in found


def _status(found: set[str]) -> LegStatus | None:
    """What the cues before a verb make of it, the first that decides."""
    for cues, status in _READINGS:
        if cues <= found:
            return status
    return LegStatus.DONE


def _before(tree: Tree, at: int) -> set[str]:
    """What the words between subject and verb say of it, read from the verb to the left."""
    found: set[str] = set()
    infinitive = False
    place = at - 1
    while place >= 0:
        form = tree.forms[place]
        sort = _sort(form)
        if sort:
            found.add(sort)
        elif form == "to":
            infinitive = True
        elif not _skipped(tree, place, at, infinitive=infinitive):
            break
        place -= 1
    if place >= 0 and tree.forms[place] in words.SAY and tree.forms[at] in words.GOING:
        found.add("order")  # "they say go Turkey"
    if infinitive and not found & {"intend", "try", "done", "compel", "order", "not", "will"}:
        found.add(_purpose(tree, at, place))
    elif infinitive and found == {"not"}:
        found.add("open")
    if _nobody(tree.forms[max(0, place - 1) : place + 1]):
        found.add("not")
    return found


def _nobody(subject: Sequence[str]) -> bool:
    """Whether the words in front of all that are a subject nobody belongs to."""
    return subject[-1:] in (("nobody",), ("none",), ("neither",), ("noone",)) or tuple(subject) == ("no", "one")


def _skipped(tree: Tree, place: int, at: int, *, infinitive: bool) -> bool:
    """Whether a word may stand between subject and verb and say nothing of it."""
    form = tree.forms[place]
    if form in words.ADVERBS:
        return True
    if form in words.PERSONS and place and tree.forms[place - 1] in words.verb_forms("COMPELLING"):
        return True
    if (form in words.PERSONS and infinitive) or form in ("of", "about"):
        return _governs(tree, place)
    return form in ("it", "our", "way", "my", "the") and infinitive and place != at - 2


def _sort(form: str) -> str:
    """The sort of cue a word is, "" for none."""
    for sort, forms in _FORMS:
        if form in forms:
            return sort
    for sort, listed in _VERBS:
        if form in words.verb_forms(listed):
            return sort
    return "intend" if form in words.PLANS else ""


_FORMS = (
    ("not", words.NOT),
    ("will", words.WILL),
    ("would", words.WOULD),
    ("present", words.PRESENT),
    ("past", frozenset(("was", "were"))),
)
_VERBS = (
    ("compel", "COMPELLING"),
    ("order", "ORDERING"),
    ("intend", "INTENDING"),
    ("try", "TRYING"),
    ("done", "SUCCEEDING"),
)


def _governs(tree: Tree, place: int) -> bool:
    """Whether a word stands right behind a cue: "us" in "forced us to go", "of" in "thinking of going"."""
    return place > 0 and bool(_sort(tree.forms[place - 1]))


def _purpose(tree: Tree, at: int, stop: int) -> str:
    """What "to reach" says without a verb of wishing before it: done after lasting, meant after leaving."""
    if stop >= 0 and tree.forms[stop] in words.PLANS:
        return "intend"
    for head in tree.ancestors(at):
        form = tree.forms[head]
        for sort, listed in _VERBS:
            if sort != "intend" and form in words.verb_forms(listed):
                return sort
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
    if head == at or tree.deps[at] not in ("conj", "dep") or tree.child(at, *SUBJECTS, "aux", "neg") is not None:
        return False
    return tree.tags[at] in ("VB", "VBP", "VBG") and tree.tags[head] == "VB" and bool(_before(tree, head))


def _conditional(tree: Tree, at: int) -> bool:
    """Whether the clause begins with if, unless, whether or before."""
    for one in (at, *tree.ancestors(at)):
        for mark in tree.all_children(one, "mark", "advmod"):
            if tree.forms[mark] in ("if", "unless", "whether") and mark < at:
                return True
            before = tree.forms[mark : mark + 2]
            if before[:1] == ("before",) and before != ("before", ",") and one == at and mark < at:
                return tree.forms[tree.heads[at]] not in words.verb_forms("DWELLING")
        if tree.deps[one] not in ("xcomp", "conj", "advcl", "dep", "ccomp"):
            break
        if tree.deps[one] == "advcl":
            head = tree.heads[one]
            if words.WHEN.isdisjoint(tree.forms[mark] for mark in tree.all_children(one, "mark", "advmod")):
                return False
            return any(tree.forms[aux] in words.WILL | words.WOULD for aux in tree.all_children(head, "aux"))
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


# ---- whether it was forced ------------------------------------------------------------------------------------------


def _forced(tree: Tree, trigger: Trigger, subject: int | None, voice: Voice) -> bool:
    """Expelled, or taken by the authorities; "they took us" after somebody was caught, and "they sent us back"."""
    if trigger.kind is not Kind.CARRY:
        return trigger.kind is Kind.EXPEL
    at = trigger.at
    agents, before = _agents(tree, at, subject), set(tree.forms[:at])
    if not agents.isdisjoint(words.SMUGGLERS):
        return False
    by_country = any(one in voice.taken for one in tree.all_children(at, "nsubj"))
    if by_country or not agents.isdisjoint(words.AUTHORITIES):
        return True
    if not agents <= _ANYBODY or not before.isdisjoint(words.SMUGGLERS):
        return False
    return voice.caught or not before.isdisjoint(words.AUTHORITIES | words.CAUGHT) or "back" in tree.forms[at : at + 5]


_ANYBODY = frozenset(("they", "he", "we", "i", "us", "people", "them"))
"""Subjects that leave open who takes somebody away."""


def _agents(tree: Tree, at: int, subject: int | None) -> set[str]:
    """The words for those who take somebody away; none where they are not expressed."""
    by = tree.child(at, "agent")
    if by is not None:
        return {tree.forms[one] for one in tree.subtree(by)}
    if subject is None or tree.child(at, "nsubjpass", "auxpass") is not None:
        return set()
    return {tree.forms[one] for one in tree.subtree(subject) if one <= subject}
