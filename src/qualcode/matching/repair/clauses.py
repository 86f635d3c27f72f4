"""Clauses hung on the wrong word: topics, participles, the main clause itself."""

from collections.abc import Iterator

from qualcode.matching.repair.draft import FINITE, SUBJECTS, VERBS, Draft

_OBJECT_FORMS = frozenset(("us", "me", "him", "them"))
_SUBJECT_FORMS = frozenset(("they", "he", "she"))


def verb_behind_adverbial(draft: Draft) -> None:
    """They had at some point fed refugees: behind "had" and an adverbial the participle is the main verb."""
    for verb in draft.labelled("amod"):
        noun = draft.heads[verb]
        preposition = draft.heads[noun]
        had = draft.heads[preposition]
        if draft.tags[verb] != "VBN" or draft.deps[noun] != "pobj" or draft.form(had) not in ("had", "have", "has"):
            continue
        first = next(draft.children(preposition, "pobj"), noun)
        if first == noun or first != verb - 1 or draft.has(had, "dobj") or noun < verb:
            continue
        draft.raise_to_root(verb, had)
        for one in draft.children(had):
            if one != verb:
                draft.attach(one, verb)
        draft.attach(had, verb, "aux")
        draft.attach(noun, verb, "dobj")


def object_before_subject(draft: Draft) -> None:
    """Half of us the mafia kidnapped: what counts "us" is no part of the subject, and the participle is the verb."""
    for counted in draft.labelled("nmod"):
        subject = draft.heads[counted]
        verb = next(draft.children(subject, "acl"), None)
        of = next(draft.children(counted, "prep"), None)
        whom = next(draft.children(of, "pobj"), None) if of is not None else None
        if verb is None or whom is None or draft.form(whom) not in _OBJECT_FORMS or draft.has(verb, "agent", "dobj"):
            continue
        if draft.tags[verb] in ("VBN", "VBD") and counted < subject < verb:
            above = draft.heads[subject]
            draft.attach(verb, verb if above == subject else above, "ROOT" if above == subject else "ccomp")
            draft.tag(verb, "VBD")
            draft.attach(subject, verb, "nsubj")
            draft.attach(counted, verb, "dobj")


def joined_to_nearest(draft: Draft) -> None:
    """He died because the guide left him, abandoned him: the same is done to the same one by the same."""
    for verb in draft.labelled("conj"):
        head = draft.heads[verb]
        whom = next(draft.children(verb, "dobj"), None)
        if draft.tags[verb] not in VERBS or whom is None or draft.tags[whom] != "PRP" or draft.has(verb, *SUBJECTS):
            continue
        if draft.form(verb - 1) != ",":
            continue
        for near in draft.children(head, "advcl", "ccomp"):
            objects = [draft.form(one) for one in draft.children(near, "dobj")]
            if head < near < verb and draft.form(whom) in objects and draft.has(near, *SUBJECTS):
                draft.attach(verb, near)
                break


def topic_behind_object(draft: Draft) -> None:
    """Him the soldiers they hit, most of us the agent he cheated: an object, then the subject said twice."""
    for verb in draft.labelled("relcl"):
        noun = draft.heads[verb]
        subject = next(draft.children(verb, *SUBJECTS), None)
        if subject != noun + 1 or draft.form(subject) not in _SUBJECT_FORMS or draft.has(verb, "dobj", "dative"):
            continue
        whom = draft.left_edge(noun) - 1
        if whom < 0 or draft.form(whom) not in _OBJECT_FORMS or draft.tags[verb] not in VERBS:
            continue
        counted = whom
        if whom > 1 and draft.form(whom - 1) == "of":
            counted = draft.heads[draft.heads[whom]]
        elif whom and draft.tags[whom - 1] in VERBS | {"IN", "TO"}:
            continue
        top = next((one for one in draft.above(noun) if draft.tags[one] in VERBS), None)
        draft.attach(verb, verb if top is None else top, "ROOT" if top is None else "ccomp")
        draft.attach(noun, verb, "npadvmod")
        draft.attach(counted, verb, "dobj")


def participle_as_root(draft: Draft) -> None:
    """Refugees robbed on the way rarely complain: the verb behind an adverb has no other subject, so "robbed" is none.

    Only where a phrase of the participle stands between: "police robbed and never helped" is left as it is.
    """
    for verb in draft.labelled("ROOT"):
        if draft.tags[verb] not in ("VBD", "VBN") or draft.has(verb, "dobj", "aux", "auxpass"):
            continue
        subject = next(draft.children(verb, "nsubj"), None)
        main = next(
            (one for one in draft.children(verb, "advcl", "ccomp", "xcomp", "dep") if _is_main(draft, one)), None
        )
        if subject is None or main is None or subject != verb - 1 or draft.tags[subject] != "NNS":
            continue
        phrase = next(draft.children(verb, "prep", "agent"), None)
        if phrase is None or phrase > main or any(draft.form(one) == "," for one in range(verb, main)):
            continue
        _make_main(draft, verb, main)
        draft.hang(subject, main, "nsubj")
        draft.hang(verb, subject, "acl", "VBN")


def _is_main(draft: Draft, verb: int) -> bool:
    """Whether a verb is finite beyond doubt and lacks a subject: rarely file, are sent back, cannot speak."""
    if draft.tags[verb] not in VERBS - {"VBG"} or draft.has(verb, *SUBJECTS, "mark", "cc"):
        return False
    finite = any(draft.tags[one] in ("MD", "VBP", "VBZ") for one in draft.children(verb, "aux", "auxpass"))
    return finite or (draft.tags[verb] in FINITE and draft.tags[verb - 1] == "RB")


def _make_main(draft: Draft, old: int, main: int) -> None:
    """Makes a verb the root instead of the one above it, with what stands behind it."""
    rest = [one for one in draft.children(old) if one > main]
    draft.attach(main, main, "ROOT")
    draft.attach(old, main, "dep")
    for one in rest:
        draft.attach(one, main)


def clause_behind_fronted_phrase(draft: Draft) -> None:
    """After the bridge we were stopped and beaten: "we were stopped" is no relative clause about the bridge."""
    for verb in draft.labelled("relcl"):
        noun = draft.heads[verb]
        if draft.deps[noun] != "pobj":
            continue
        preposition = draft.heads[noun]
        root = draft.heads[preposition]
        if root < verb or draft.heads[root] != root or draft.tags[root] not in VERBS or draft.has(root, *SUBJECTS):
            continue
        subject = next(draft.children(verb, *SUBJECTS), None)
        if subject != noun + 1 or draft.form(subject) not in _SUBJECT_FORMS | {"we", "i"}:
            continue
        draft.attach(verb, verb, "ROOT")
        draft.attach(root, verb, "conj")
        draft.attach(preposition, verb)


def participle_after_comma(draft: Draft) -> None:
    """They rob people, taking all their money: after a comma the participle is about the subject, not the last noun."""
    for verb in draft.labelled("acl"):
        if draft.tags[verb] != "VBG" or draft.form(verb - 1) != ",":
            continue
        noun = draft.heads[verb]
        above = noun
        while draft.heads[above] != above and draft.tags[above] not in VERBS:
            above = draft.heads[above]
        if draft.deps[noun] in ("dobj", "pobj", "conj") and draft.tags[above] in VERBS and above < noun:
            draft.hang(verb, above, "advcl")


def topic_as_root(draft: Draft) -> None:
    """The police they return us: a noun and a clause with its pronoun, but no other verb, are topic and sentence.

    So are those whom a word counts: some from the police they help.
    """
    for verb in draft.labelled("relcl"):
        if draft.tags[verb] not in VERBS:
            continue
        noun = draft.heads[verb]
        subject = next(draft.children(verb, *SUBJECTS), None)
        counting = draft.heads[draft.heads[noun]] if draft.deps[noun] == "pobj" else noun
        if draft.heads[counting] == counting and draft.tags[counting] in ("DT", "CD", "JJ", "JJS"):
            noun = counting
        if draft.heads[noun] != noun or subject is None or draft.form(subject) not in _SUBJECT_FORMS:
            continue
        rest = [one for one in draft.children(noun) if one > subject and one != verb]
        if any(draft.tags[one] in FINITE and not draft.has(one, *SUBJECTS) for one in rest):
            continue
        draft.attach(verb, verb, "ROOT")
        object_first = draft.form(noun) in _OBJECT_FORMS and not draft.has(verb, "dobj")
        draft.attach(noun, verb, "dobj" if object_first else "npadvmod")
        for one in rest:
            draft.attach(one, verb)


def clause_before_main(draft: Draft) -> None:
    """Before the buses left for the city, the guard had us beaten: "left" is the verb of the first clause."""
    for noun in draft.labelled("appos"):
        edge = draft.left_edge(noun)
        subject = None if edge < 1 or draft.form(edge - 1) != "," else _of_marked_clause(draft, noun, edge)
        if subject is None:
            continue
        main, verb = draft.heads[subject], next(draft.children(subject, "acl"))
        mark = next(draft.children(main, "mark"))
        draft.attach(verb, main, "advcl")
        draft.tag(verb, "VBD")
        draft.attach(subject, verb, "nsubj")
        draft.attach(mark, verb)
        draft.attach(noun, main, "nsubj")


def _of_marked_clause(draft: Draft, noun: int, edge: int) -> int | None:
    """The subject, before the noun, of a clause with a conjunction whose verb stands behind the noun."""
    for main in draft.labelled("ROOT"):
        mark = next(draft.children(main, "mark"), None)
        subject = next(draft.children(main, "nsubj"), None)
        if mark is None or subject is None or not mark < subject < edge <= noun < main:
            continue
        verb = next(draft.children(subject, "acl"), None)
        if verb is not None and draft.tags[verb] in ("VBN", "VBD") and subject < verb < edge:
            return subject
    return None


def _main_clauses(draft: Draft, preposition: int, inner: int) -> Iterator[int]:
    """Clauses behind the -ing form that have a subject of their own and are no relative clauses."""
    for verb in range(inner + 1, len(draft.deps)):
        subject = next(draft.children(verb, *SUBJECTS), None)
        if subject is None or draft.tags[verb] not in FINITE | {"VBN", "VBG"} or preposition not in draft.above(verb):
            continue
        loose = draft.deps[verb] == "relcl" and draft.tags[subject] == "PRP"
        if (draft.deps[verb] == "ccomp" and draft.heads[verb] == inner) or loose:
            yield verb


def preposition_as_root(draft: Draft) -> None:
    """After beating us the police sent us back: the main clause was taken for what "beating" says."""
    for preposition in draft.labelled("ROOT"):
        if draft.tags[preposition] != "IN":
            continue
        inner = next(draft.children(preposition, "pcomp"), None)
        main = next(_main_clauses(draft, preposition, inner), None) if inner is not None else None
        if main is None:
            continue
        rest = [one for one in draft.children(preposition) if one > main]
        draft.attach(main, main, "ROOT")
        draft.attach(preposition, main, "prep")
        for one in rest:
            draft.attach(one, main)
