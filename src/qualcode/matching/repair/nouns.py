"""Subjects, objects and joined nouns taken for parts of another phrase."""

from qualcode.matching.repair.draft import FINITE, NOUNS, SUBJECTS, VERBS, Draft

_OBJECT_FORMS = frozenset(("us", "me", "him", "them"))
_HELD_AS = frozenset(("prisoner", "hostage", "captive", "prisoners", "hostages"))
_FINITE_AUXILIARIES = frozenset(("MD", "VBZ", "VBP", "VBD"))
_MISTAKEN = frozenset(("pobj", "dobj", "conj", "appos", "npadvmod", "dep"))
"""As what a subject is mistaken that the parser gave to the clause before."""


def object_of_mark(draft: Draft) -> None:
    """They send dogs after us to bite: a conjunction has no object, so "after" is a preposition of the verb before."""
    for mark in draft.labelled("mark"):
        verb = draft.heads[mark]
        if draft.tags[mark] == "IN" and draft.has(mark, "pobj") and draft.heads[verb] < mark:
            draft.attach(mark, draft.heads[verb], "prep")


def second_object_held_as(draft: Draft) -> None:
    """They hold him prisoner: of two objects the second is what somebody is held as."""
    objects = draft.labelled("dobj")
    for noun in objects[1:]:
        if draft.form(noun) in _HELD_AS and next(draft.children(draft.heads[noun], "dobj"), noun) < noun:
            draft.attach(noun, draft.heads[noun], "oprd")


def held_as(draft: Draft) -> None:
    """They hold migrants prisoner: what somebody is held as is no object, the noun before it is."""
    for at in draft.labelled("compound"):
        noun = draft.heads[at]
        if noun != at + 1 or draft.form(noun) not in _HELD_AS or draft.deps[noun] != "dobj":
            continue
        if draft.tags[at] in ("NNS", "NNP", "NNPS") or draft.has(noun, "det", "poss"):
            verb = draft.heads[noun]
            for one in draft.children(noun):
                if one < at:
                    draft.attach(one, at)
            draft.attach(at, verb, "dobj")
            draft.attach(noun, verb, "oprd")


def auxiliary_without_subject(draft: Draft) -> None:
    """If you call the police will beat you: the noun right before "will" is the subject that its verb lacks."""
    for auxiliary in draft.labelled("aux", "auxpass"):
        verb, noun = draft.heads[auxiliary], auxiliary - 1
        if draft.tags[auxiliary] not in _FINITE_AUXILIARIES or noun < 0:
            continue
        if draft.deps[noun] not in _MISTAKEN or draft.tags[noun] not in NOUNS:
            continue
        if draft.deps[verb] in ("relcl", "acl") or draft.has(verb, *SUBJECTS):
            continue
        if verb not in draft.above(draft.heads[noun]):
            draft.hang(noun, verb, "nsubjpass" if draft.has(verb, "auxpass") else "nsubj")


def adjective_as_conjunct(draft: Draft) -> None:
    """Smugglers and corrupt officers: an adjective right before a joined noun is its attribute, not joined itself."""
    for at in draft.labelled("conj"):
        noun, first = at + 1, draft.heads[at]
        if draft.tags[at] != "JJ" or noun >= len(draft.deps) or draft.tags[noun] not in NOUNS:
            continue
        if draft.deps[noun] == "conj" and draft.heads[noun] == first and not draft.has(at, "conj"):
            draft.hang(noun, first, "conj")
            draft.hang(at, noun, "amod")


def pronoun_in_compound(draft: Draft) -> None:
    """They take from us money: "us" is no part of a compound, but what stands before it governs it."""
    for at in draft.labelled("compound", "nmod", "amod", "poss"):
        if at == 0 or draft.form(at) not in _OBJECT_FORMS:
            continue
        noun, before = draft.heads[at], at - 1
        if draft.tags[before] in ("IN", "TO") and draft.heads[noun] == before:
            verb = draft.heads[before]
            draft.hang(at, before, "pobj")
            draft.hang(noun, verb, "dobj" if draft.tags[verb] in VERBS else "dep")
        elif draft.tags[before] in VERBS:
            draft.hang(at, before, "dative" if draft.heads[noun] == before else "dobj")


def second_noun_of_preposition(draft: Draft) -> None:
    """In Bulgaria police beat us: the second noun of a preposition is the subject of the verb after it."""
    firsts: dict[int, int] = {}
    for at in draft.labelled("pobj", "appos"):
        head = draft.heads[at]
        first = head if draft.deps[at] == "appos" else firsts.setdefault(head, at)
        if first == at or draft.left_edge(at) != first + 1 or draft.deps[first] != "pobj":
            continue
        verb = at + 1
        while verb < len(draft.tags) and (draft.form(verb) == "," or draft.tags[verb] in ("RB", "MD")):
            verb += 1
        if verb < len(draft.tags) and draft.tags[verb] in VERBS and not draft.has(verb, *SUBJECTS):
            draft.hang(at, verb, "nsubj")


def second_noun_before_verb(draft: Draft) -> None:
    """My brother police shoot him; people smuggler rob us: of two nouns with no comma the second is the subject."""
    for at in draft.labelled("appos"):
        first, verb = draft.heads[at], at + 1
        if draft.deps[first] not in SUBJECTS or verb != draft.heads[first] or first != at - 1:
            continue
        if draft.tags[first] in NOUNS and not draft.written(at)[0].isupper():
            role = draft.deps[first]
            draft.attach(at, verb, role)
            determined = draft.has(first, "det", "poss")
            draft.attach(first, *((verb, "npadvmod") if determined else (at, "compound")))


def noun_before_joined_verb(draft: Draft) -> None:
    """I was with friends and thieves come: a noun after "and" right before a joined verb is its subject."""
    for verb in draft.labelled("conj", "dep"):
        noun, linked = verb - 1, draft.heads[verb]
        if draft.tags[verb] not in FINITE or noun < 1 or draft.has(verb, *SUBJECTS):
            continue
        if draft.deps[noun] != "conj" or draft.tags[noun] not in NOUNS or linked >= noun:
            continue
        if draft.deps[draft.heads[noun]] in ("pobj", "dobj") and draft.form(draft.left_edge(noun) - 1) in (
            "and",
            "but",
        ):
            draft.hang(noun, verb, "nsubj")


def subject_after_preposition(draft: Draft) -> None:
    """I go with my family and guard catch us: a preposition needs the noun behind it, "guard" is the subject."""
    for first in draft.labelled("nsubj"):
        if draft.tags[first] not in NOUNS:
            continue
        second = next(draft.children(first, "conj"), None)
        preposition = draft.left_edge(first) - 1 if second is not None else -1
        if preposition < 0 or draft.tags[preposition] != "IN" or second is None or draft.deps[preposition] != "prep":
            continue
        if draft.has(preposition, "pobj") or draft.heads[preposition] > first or draft.tags[second] not in NOUNS:
            continue
        verb = draft.heads[first]
        draft.hang(second, verb, "nsubj")
        draft.hang(first, preposition, "pobj")


def joined_as_modifier(draft: Draft) -> None:
    """Smugglers and police officers extort money: several persons and others are joined, no kind of those."""
    for first in draft.labelled("nmod"):
        head = draft.heads[first]
        joint = next((one for one in draft.children(head, "cc") if first < one < head), None)
        if draft.tags[first] != "NNS" or joint is None or draft.tags[head] not in NOUNS:
            continue
        draft.raise_to_root(first, head)
        draft.attach(head, first, "conj")
        draft.attach(joint, first)


def two_subjects(draft: Draft) -> None:
    """A guide and two drivers were caught: of two subjects of one verb with "and" between, the second is joined."""
    for second in draft.labelled(*SUBJECTS):
        verb = draft.heads[second]
        joint = draft.left_edge(second) - 1
        if joint < 1 or draft.form(joint) != "and" or draft.tags[second] not in NOUNS:
            continue
        first = draft.heads[joint]
        if first < joint and draft.deps[first] == draft.deps[second] and draft.heads[first] == verb:
            draft.attach(second, first, "conj")


def noun_and_i(draft: Draft) -> None:
    """My cousin and I got caught: a noun and a clause joined by "and" are two subjects of that clause."""
    for verb in draft.labelled("conj"):
        noun = draft.heads[verb]
        if draft.tags[verb] not in VERBS or draft.tags[noun] not in NOUNS or draft.heads[noun] != noun:
            continue
        subject = next(draft.children(verb, *SUBJECTS), None)
        if subject is None or draft.form(subject) not in ("i", "we") or draft.form(subject - 1) != "and":
            continue
        if subject - 2 == noun:
            role = draft.deps[subject]
            draft.raise_to_root(verb, noun)
            draft.attach(noun, verb, role)
            draft.attach(subject, noun, "conj")
