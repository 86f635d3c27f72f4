"""What is set against what was said ("not the police"), and who did it, told behind a time or a gerund."""

from qualcode.matching.repair.draft import NOUNS, VERBS, Draft

_DENYING = frozenset(("not", "never", "no"))
_PAUSES = frozenset((",", ";", "–", "—", "-", "and", "but"))
_NO_CLAUSE = frozenset(("dobj", "attr", "dative", "npadvmod", "appos", "conj", "prep", "agent", "oprd", "nsubj", "dep"))
_TIMES = frozenset("time times day days night nights once twice year years occasion occasions".split())


def contrast_behind_verb(draft: Draft) -> None:
    """The police beat him, not the smugglers: "not" behind a pause denies the phrase after it and no verb before."""
    for denying in draft.labelled("neg"):
        verb = draft.heads[denying]
        if not verb < denying or draft.form(denying) != "not" or draft.tags[verb] not in VERBS:
            continue
        if draft.form(denying - 1) not in _PAUSES:
            continue
        phrase = next((one for one in draft.children(verb) if one > denying and draft.deps[one] != "punct"), None)
        if phrase is None or draft.deps[phrase] not in _NO_CLAUSE or draft.tags[phrase] in VERBS:
            continue
        _set_apart(draft, phrase, denying)


def contrast_without_verb(draft: Draft) -> None:
    """The smugglers beat us, the police never: a phrase before a last "never" has its own, unspoken verb."""
    for denying in draft.labelled("advmod", "neg", "intj"):
        phrase = denying - 1
        verb = draft.heads[phrase]
        if draft.form(denying) not in _DENYING or draft.deps[phrase] != "dobj" or draft.heads[denying] != verb:
            continue
        before = draft.left_edge(phrase) - 1
        if before < 1 or draft.form(before) not in _PAUSES or not _ends(draft, denying):
            continue
        if any(one < before for one in draft.children(verb, "dobj")):
            _set_apart(draft, phrase, denying)


def doer_behind_gerund(draft: Draft) -> None:
    """Threatened by smuggling networks: a gerund right behind "by" and right before a bare noun is part of its name."""
    for gerund in draft.labelled("pcomp"):
        by, noun = draft.heads[gerund], next(draft.children(gerund, "dobj"), None)
        if draft.deps[by] != "agent" or gerund != by + 1 or noun != gerund + 1 or draft.tags[noun] not in NOUNS:
            continue
        verb = draft.heads[by]
        for one in [*draft.children(gerund)]:
            if one != noun:
                draft.attach(one, verb)
        draft.attach(noun, by, "pobj")
        draft.attach(gerund, noun, "compound")
        draft.tag(gerund, "NN")


def doer_behind_time(draft: Draft) -> None:
    """Robbed twice, both times by taxi drivers: "by" belongs to the passive verb and to no time."""
    for by in draft.labelled("agent", "prep"):
        time = draft.heads[by]
        if draft.form(by) != "by" or time != by - 1 or draft.form(time) not in _TIMES:
            continue
        verb = draft.heads[time]
        if draft.deps[time] in ("npadvmod", "advmod") and draft.has(verb, "auxpass") and not draft.has(verb, "agent"):
            draft.attach(by, verb, "agent")


def verb_before_passive_gerund(draft: Draft) -> None:
    """Migrants report being beaten: a "noun" before "being" and a participle is the verb."""
    for participle in draft.labelled("acl"):
        verb = draft.heads[participle]
        being = next((one for one in draft.children(participle, "auxpass", "aux") if one == verb + 1), None)
        subject = next((one for one in draft.children(verb, "compound") if one == verb - 1), None)
        if being is None or subject is None or draft.form(being) not in ("being", "having"):
            continue
        if draft.deps[verb] == "ROOT" and draft.tags[subject] in ("NNS", "NNPS"):
            draft.tag(verb, "VBP")
            draft.attach(subject, verb, "nsubj")
            draft.attach(participle, verb, "xcomp")


def _set_apart(draft: Draft, phrase: int, denying: int) -> None:
    """Leaves a phrase beside its clause, with the denial as its own."""
    draft.attach(denying, phrase, "neg")
    if draft.deps[phrase] not in ("prep", "agent"):
        draft.attach(phrase, draft.heads[phrase], "dep")


def _ends(draft: Draft, at: int) -> bool:
    """Whether nothing but punctuation follows a word."""
    return all(not draft.form(one)[:1].isalnum() for one in range(at + 1, len(draft.heads)))
