"""Relative clauses hung on the wrong word, or taken for something else."""

from qualcode.matching.repair.draft import FINITE, NOUNS, SUBJECTS, VERBS, Draft

_RELATIVES = frozenset(("that", "who", "whom", "which"))
_MARKS = frozenset(("mark", "aux", "auxpass", "dobj", "expl", "cop"))


def object_relative(draft: Draft) -> None:
    """The men (that) the police caught were afraid: "caught" is about the men, and the police are its subject."""
    for verb in draft.labelled("acl"):
        if verb < 2 or draft.tags[verb] not in ("VBD", "VBN") or draft.has(verb, "agent", "aux"):
            continue
        subject = draft.heads[verb]
        edge = draft.left_edge(subject)
        relative = edge - 1 if edge and draft.form(edge - 1) in _RELATIVES else None
        about = (relative if relative is not None else edge) - 1
        determined = draft.tags[edge] in ("DT", "PRP$")
        if subject != verb - 1 or about < 0 or draft.tags[about] not in NOUNS or not (determined or relative):
            continue
        main = next((one for one in range(verb + 1, len(draft.tags)) if draft.tags[one] in FINITE | {"MD"}), None)
        if main is not None:
            _reattach(draft, verb, subject, about)
            if relative is not None:
                draft.hang(relative, verb, "dobj", "WDT")


def _reattach(draft: Draft, verb: int, subject: int, about: int) -> None:
    """Hangs a relative clause on what it is about, and that on the main verb that was taken for one."""
    old = draft.heads[subject]
    draft.hang(subject, old, "dep")
    if draft.deps[old] == "relcl" and draft.heads[old] == about:
        passive = draft.has(old, "auxpass")
        rest = [one for one in draft.children(about) if one > verb and one != old]
        draft.raise_to_root(old, about)
        draft.attach(about, old, "nsubjpass" if passive else "nsubj")
        for one in rest:
            draft.attach(one, old)
    draft.hang(verb, about, "relcl", "VBD")
    draft.hang(subject, verb, "nsubj")


def whose_object(draft: Draft) -> None:
    """The man whose brother the police killed: of two nouns before the verb the second is the subject."""
    for verb in draft.labelled("relcl"):
        thing = next(draft.children(verb, *SUBJECTS), None)
        if thing is None or not any(draft.tags[one] == "WP$" for one in draft.children(thing, "poss")):
            continue
        subject = next(draft.children(thing, "appos"), None)
        if subject is not None and draft.left_edge(subject) == thing + 1 and subject < verb:
            draft.attach(subject, verb, "nsubj")
            draft.attach(thing, verb, "dobj")


def whom_as_subject(draft: Draft) -> None:
    """The boy whom masked men stabbed: "whom" is no subject, so what was taken for its verb says how the men were."""
    for whom in draft.labelled("nsubj"):
        first = draft.heads[whom]
        if draft.form(whom) != "whom" or draft.tags[first] not in VERBS or first != whom + 1:
            continue
        noun = next(draft.children(first, "dobj"), None)
        verb = next(draft.children(noun, "acl"), None) if noun is not None else None
        if noun is None or verb is None or noun != first + 1 or draft.has(verb, "agent"):
            continue
        about = draft.heads[first]
        draft.attach(verb, about, "relcl")
        draft.tag(verb, "VBD")
        draft.attach(noun, verb, "nsubj")
        draft.attach(first, noun, "amod")
        draft.attach(whom, verb, "dobj")


def reduced_relative(draft: Draft) -> None:
    """The refugees robbed in the forest had nothing: a clause as subject needs a "that", this one is a participle."""
    for verb in draft.labelled("csubj", "csubjpass"):
        if draft.tags[verb] not in ("VBD", "VBN") or draft.has(verb, *_MARKS):
            continue
        subject = next(draft.children(verb, "nsubj"), None)
        main = draft.heads[verb]
        if subject is not None and draft.tags[subject] in NOUNS and main > verb:
            draft.hang(subject, main, "nsubj" if draft.deps[verb] == "csubj" else "nsubjpass")
            draft.hang(verb, subject, "acl", "VBN")


def cleft_clause(draft: Draft) -> None:
    """It was she who was robbed: the clause is about what the copula names."""
    for verb in draft.labelled("ccomp"):
        copula = draft.heads[verb]
        who = next(draft.children(verb, *SUBJECTS), None)
        named = next(draft.children(copula, "attr"), None)
        if who is None or named is None or draft.form(who) != "who" or who != named + 1 or named > verb:
            continue
        draft.attach(verb, named, "relcl")
