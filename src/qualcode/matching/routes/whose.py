"""Who moves: the respondent, other travellers, or nobody who travels."""

from collections.abc import Collection
from dataclasses import dataclass

from qualcode.matching.routes import words
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.tree import Tree

_CLIMBED = ("xcomp", "conj", "advcl", "ccomp", "pcomp", "dep", "acl", "prep", "relcl")
SUBJECTS = ("nsubj", "nsubjpass", "expl")
_STEPS = 5
"""How many heads up a subject is looked for."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, as far as the sentence needs to know."""

    interpreted: bool = False
    """Whether "he" and "she" are the respondent."""
    caught: bool = False
    """Whether the sentence before has the police in it or somebody being caught."""
    taken: Collection[int] = ()
    """Words that are part of a place's name: a parser takes them for subjects."""


def subject_of(tree: Tree, at: int, voice: Voice) -> int | None:
    """The word that says who acts: the verb's own subject, or that of the verb it hangs on."""
    verb, told_of = at, False
    for _ in range(_STEPS):
        found = _own_subject(tree, at, voice)
        # "I crossed Sudan; a boat took me": the parser hangs the first on the second, whose subject is another.
        if found is not None and not (told_of and found > verb):
            if tree.forms[found] in ("who", "that", "which") and tree.deps[at] == "relcl":
                return tree.heads[at]
            return found
        if tree.deps[at] == "xcomp" and (thing := tree.child(tree.heads[at], "dobj")) is not None and thing < at:
            return thing
        if tree.deps[at] in ("acl", "relcl") and tree.tags[tree.heads[at]].startswith(("N", "P", "D")):
            return tree.heads[at]
        if tree.heads[at] == at or tree.deps[at] not in (*_CLIMBED, "dobj", "pobj", "attr", "npadvmod", "nsubj"):
            break
        told_of = told_of or tree.deps[at] == "ccomp"
        at = tree.heads[at]
    return _pronoun_before(tree, at)


def _own_subject(tree: Tree, at: int, voice: Voice) -> int | None:
    """Of several words the parser takes for the subject ("my wife and I") the speaker, else the nearest."""
    found = [one for one in tree.all_children(at, *SUBJECTS) if not _no_subject(tree, one, voice)]
    first = [one for one in found if tree.forms[one] in words.FIRST]
    return first[0] if first else found[-1] if found else None


def _no_subject(tree: Tree, at: int, voice: Voice) -> bool:
    """Whether the parser takes a place or a time for a subject: "three time send me back"."""
    return at in voice.taken or tree.forms[at] in words.DURATIONS


def _pronoun_before(tree: Tree, at: int) -> int | None:
    """The nearest pronoun to the left, where the parser finds no subject."""
    persons = words.FIRST | words.THIRD | {"people", "you"}
    return next((one for one in range(at - 1, -1, -1) if tree.forms[one] in persons), None)


def whose(tree: Tree, trigger: Trigger, subject: int | None, voice: Voice) -> tuple[bool | None, bool]:
    """Whose movement it is, and whether those who move can be travellers."""
    if trigger.kind in (Kind.CARRY, Kind.EXPEL) and not is_way_noun(trigger):
        return _moved_whose(tree, trigger.at, subject, voice)
    plan = trigger.kind is Kind.WISH and trigger.verb in words.PLANS and tree.tags[trigger.at].startswith(("N", "J"))
    if plan or is_way_noun(trigger) or trigger.verb == "take":
        return _owner(tree, trigger.at, None if plan else subject, voice, spoken=not plan), True
    if subject is None or is_way(tree, subject):
        return None, True
    if tree.forms[subject] in words.VEHICLES:
        owner = tree.child(subject, "poss")
        return (True if owner is not None and tree.forms[owner] in words.MINE else None), True
    if tree.forms[subject] in words.PLANS:
        return _owner(tree, subject, None, voice), True
    own = _person(tree, subject, voice)
    return own, own is not None


def _owner(tree: Tree, noun: int, subject: int | None, voice: Voice, *, spoken: bool = False) -> bool | None:
    """Whose plan or journey it is: "my journey"; where nothing stands before it that of the speaker, if `spoken` of."""
    owner = tree.child(noun, "poss")
    if owner is not None:
        return tree.forms[owner] in words.MINE
    if spoken and not words.FIRST.isdisjoint(tree.forms):
        return True
    return None if subject is None else _person(tree, subject, voice)


def is_way(tree: Tree, subject: int) -> bool:
    """Whether the subject is a way, or "it" behind one."""
    form = tree.forms[subject]
    named = {form, *(tree.forms[one] for one in tree.all_children(subject, "compound"))}
    return not (words.WAYS | words.VEHICLES).isdisjoint(named) or (
        form == "it" and not words.WAYS.isdisjoint(tree.forms[:subject])
    )


def _moved_whose(tree: Tree, at: int, subject: int | None, voice: Voice) -> tuple[bool | None, bool]:
    """Whose movement it is when somebody moves them: the object's, in the passive the subject's."""
    for form in tree.forms[at + 1 : at + 3]:
        if form in words.PERSONS:
            return form in words.FIRST or (voice.interpreted and form in words.THIRD), True
    thing = tree.child(at, "dobj", "dative")
    if thing is not None and tree.forms[thing] in words.TRAVELLERS:
        return bool(_person(tree, thing, voice)), True
    if subject is not None and _passive(tree, at):
        own = _person(tree, subject, voice)
        return own, own is not None
    earlier = [form for form in tree.forms[:at] if form in words.FIRST | words.THIRD | words.PERSONS]
    return (earlier[-1] in words.FIRST if earlier else None), True


def _passive(tree: Tree, at: int) -> bool:
    """Whether a verb is in the passive, by its own auxiliary or that of the verb it is joined to."""
    if tree.deps[at] == "conj" and tree.tags[at] == "VBN" and tree.tags[tree.heads[at]] == "VBN":
        return _passive(tree, tree.heads[at])
    return tree.child(at, "auxpass", "nsubjpass") is not None or tree.deps[at] in ("acl", "advcl")


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


def is_way_noun(trigger: Trigger) -> bool:
    """Whether the trigger is a noun: a journey, a deportation."""
    return trigger.verb in words.WAYS | words.EXPULSIONS | words.GAMES | words.VEHICLES and trigger.kind in (
        Kind.WAY,
        Kind.EXPEL,
    )
