"""Verbs taken for nouns, and subjects and objects taken for parts of another phrase."""

from qualcode.matching.lexicon import lemmas
from qualcode.matching.repair.draft import FINITE, NOUNS, SUBJECTS, VERBS, Draft

_OBJECT_FORMS = frozenset(("us", "me", "him", "them"))
_SUBJECT_FORMS = frozenset(("i", "we", "they", "he", "she"))
_MAKING = frozenset("make makes made let lets have has had help helps helped see saw seen watch watched hear".split())
_BEFORE_ACTION = frozenset("subject subjected subjects expose exposed exposes submitted resort resorted resorts".split())
_HELD_AS = frozenset(("prisoner", "hostage", "captive", "prisoners", "hostages"))
_DENYING = frozenset(("no", "not", "never"))
_FINITE_AUXILIARIES = frozenset(("MD", "VBZ", "VBP", "VBD"))
_MISTAKEN = frozenset(("pobj", "dobj", "conj", "appos", "npadvmod", "dep"))
"""As what a subject is mistaken that the parser gave to the clause before."""
_ACCUSING = frozenset(
    "accuse accuses accused accusing suspect suspects suspected convicted blame blamed charged".split()
)


def verb_with_object(draft: Draft) -> None:
    """Police torture refugees: a "noun" with a direct object is a verb, its compound the subject."""
    for at in dict.fromkeys(draft.heads[one] for one in draft.labelled("dobj")):
        if draft.tags[at] in NOUNS:
            before = next((one for one in draft.children(at, "compound") if one == at - 1), None)
            if before is None and _is_infinitive(draft, at):
                # they made two boys rob the others
                draft.tag(at, "VB")
                draft.attach(at, draft.heads[at], "ccomp")
            elif before is not None or draft.has(at, "nsubj"):
                draft.tag(at, "VBP")
                if before is not None:
                    draft.hang(before, at, "nsubj")


def _is_infinitive(draft: Draft, at: int) -> bool:
    """Whether a "noun" is what the object of "make" or "see" does: it is a bare verb form that hangs on those."""
    form, verb = draft.form(at), draft.heads[at]
    if draft.deps[at] not in ("npadvmod", "dep", "oprd") or draft.has(at, "det", "poss", "amod", "compound"):
        return False
    return draft.form(verb) in _MAKING and form in lemmas(form).get("VERB", ()) and draft.has(verb, "dobj")


def clause_as_subject(draft: Draft) -> None:
    """My uncle call from Edirne, he say: of two subjects with a comma between, the first is a clause of its own."""
    for verb in draft.labelled("nsubj"):
        main, noun = draft.heads[verb], verb - 1
        if draft.tags[verb] != "NN" or draft.deps[noun] != "compound" or draft.heads[noun] != verb:
            continue
        later = [one for one in draft.children(main, "nsubj") if verb < one < main and draft.tags[one] == "PRP"]
        form = draft.form(verb)
        if not later or "," not in map(draft.form, range(verb, later[-1])) or form not in lemmas(form).get("VERB", ()):
            continue
        draft.tag(verb, "VBP")
        draft.attach(verb, main, "ccomp")
        for one in draft.children(verb):
            if one < noun:
                draft.attach(one, noun)
        draft.attach(noun, verb, "nsubj")


def action_after_to(draft: Draft) -> None:
    """They subjected us to torture: behind these verbs "to" stands before a noun."""
    for verb in draft.labelled("advcl", "xcomp"):
        head, marker = draft.heads[verb], verb - 1
        if draft.form(head) not in _BEFORE_ACTION or draft.form(marker) != "to" or draft.heads[marker] != verb:
            continue
        if draft.tags[verb] == "VB" and not draft.has(verb, "dobj", "nsubj"):
            draft.tag(verb, "NN")
            draft.tag(marker, "IN")
            draft.attach(marker, head, "prep")
            draft.attach(verb, marker, "pobj")


def object_of_mark(draft: Draft) -> None:
    """They send dogs after us to bite: a conjunction has no object, so "after" is a preposition of the verb before."""
    for mark in draft.labelled("mark"):
        verb = draft.heads[mark]
        if draft.tags[mark] == "IN" and draft.has(mark, "pobj") and draft.heads[verb] < mark:
            draft.attach(mark, draft.heads[verb], "prep")


def compound_with_subject(draft: Draft) -> None:
    """The drivers rob migrants: a part of a compound that has a subject is the verb, and the noun behind its object."""
    for at in draft.labelled("compound"):
        noun = draft.heads[at]
        if draft.tags[at] not in NOUNS or noun < at or not draft.has(at, "nsubj"):
            continue
        rest = [one for one in draft.children(noun) if one != at and (one > noun or draft.deps[one] == "punct")]
        draft.raise_to_root(at, noun)
        draft.tag(at, "VBP")
        draft.attach(noun, at, "dobj")
        for one in rest:
            if draft.deps[one] not in ("prep", "acl", "relcl", "appos", "cc", "conj"):
                draft.attach(one, at)


def verb_in_compound(draft: Draft) -> None:
    """There are thieves rob people: a finite verb is no part of a compound; the noun before is its subject."""
    for verb in draft.labelled("compound"):
        noun = draft.heads[verb]
        if draft.tags[verb] in ("VBP", "VB", "VBZ") and 0 < verb < noun:
            before = verb - 1
            if draft.tags[before] in NOUNS and noun not in (draft.heads[before], before):
                draft.hang(verb, before, "relcl")
                draft.hang(noun, verb, "dobj")


def verb_as_interjection(draft: Draft) -> None:
    """They catch you, beat, send back: a word that goes on with a verb and can be one is no interjection."""
    for at in draft.labelled("advcl", "conj", "ccomp", "dep", "ROOT"):
        if draft.tags[at] == "UH" and draft.form(at) in lemmas(draft.form(at)).get("VERB", ()):
            draft.tag(at, "VBP")
            if draft.deps[at] == "advcl" and draft.form(at - 1) == ",":
                draft.attach(at, draft.heads[at], "conj")


def second_object_held_as(draft: Draft) -> None:
    """They hold him prisoner: of two objects the second is what somebody is held as."""
    for noun in draft.labelled("dobj"):
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


def noun_that_is_verb(draft: Draft) -> None:
    """Torture them on camera and extort money: a word that is only a verb begins a clause behind "and"."""
    for at in draft.labelled("conj"):
        first, noun = draft.heads[at], at + 1
        listed = lemmas(draft.form(at))
        if draft.tags[at] != "NN" or "VERB" not in listed or "NOUN" in listed or draft.tags[first] not in NOUNS:
            continue
        while noun < len(draft.tags) and draft.tags[noun] in ("DT", "PRP$", "JJ", "CD"):
            noun += 1
        verb = next((one for one in draft.above(first) if draft.tags[one] in VERBS), None)
        if verb is None or noun >= len(draft.tags) or draft.tags[noun] not in NOUNS | {"PRP"}:
            continue
        if draft.heads[first] == noun:
            draft.attach(first, draft.heads[noun], draft.deps[noun])
        draft.attach(at, verb, "conj")
        draft.tag(at, "VBP")
        draft.attach(noun, at, "dobj")
        for one in draft.children(verb):
            if one > noun and draft.deps[one] == "prep":
                draft.attach(one, at)


def verb_as_adjective(draft: Draft) -> None:
    """Traffickers deceive families: a word that is a verb and no adjective parts two nouns, the second its object."""
    for verb in draft.labelled("amod"):
        noun, subject = draft.heads[verb], verb - 1
        if draft.tags[verb] != "JJ" or noun < verb or subject < 0 or draft.tags[subject] != "NNS":
            continue
        listed = lemmas(draft.form(verb))
        if draft.heads[subject] != noun or "ADJ" in listed or draft.form(verb) not in listed.get("VERB", ()):
            continue
        main = draft.heads[noun]
        takes_place = draft.deps[noun] in SUBJECTS and draft.tags[main] in VERBS
        draft.raise_to_root(verb, main if takes_place else noun)
        draft.tag(verb, "VBP")
        for one in draft.children(noun):
            if one < verb:
                draft.attach(one, subject)
        draft.attach(subject, verb, "nsubj")
        draft.attach(noun, verb, "dobj")
        if takes_place:
            draft.attach(main, verb, "conj")


def verb_after_and(draft: Draft) -> None:
    """They beat and rob refugees: no noun is joined to a verb, its first part is the verb."""
    for at in draft.labelled("compound"):
        noun, first = at + 1, draft.heads[draft.heads[at]]
        if draft.heads[at] != noun or draft.deps[noun] != "conj" or draft.tags[at] != "NN":
            continue
        if draft.tags[first] in FINITE and first == at - 2 and draft.form(at - 1) in ("and", "or"):
            draft.hang(at, first, "conj", "VBP")
            draft.hang(noun, at, "dobj")


def verb_before_object(draft: Draft) -> None:
    """Police, they no beat women: behind a subject pronoun "beat" is the verb, and the noun its object."""
    for verb in draft.labelled("amod"):
        noun, pronoun = draft.heads[verb], verb - 1
        if draft.tags[verb] not in FINITE or noun < verb:
            continue
        while pronoun > 0 and draft.form(pronoun) in _DENYING:
            pronoun -= 1
        if pronoun >= 0 and draft.form(pronoun) in _SUBJECT_FORMS and draft.heads[noun] == pronoun:
            topic = draft.heads[pronoun]
            draft.attach(verb, *((verb, "ROOT") if topic == pronoun else (topic, "relcl")))
            draft.attach(pronoun, verb, "nsubj")
            draft.attach(noun, verb, "dobj")


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


def gerund_before_noun(draft: Draft) -> None:
    """Accused of beating minors: behind "accused of" an -ing form is a verb and the noun its object."""
    for at in draft.labelled("amod"):
        noun, preposition = draft.heads[at], at - 1
        if draft.tags[at] != "VBG" or draft.heads[noun] != preposition or draft.deps[noun] != "pobj":
            continue
        verb = next((one for one in draft.above(preposition) if draft.tags[one] in VERBS), None)
        if verb is not None and draft.form(verb) in _ACCUSING:
            draft.hang(at, preposition, "pcomp")
            draft.hang(noun, at, "dobj")


def adjective_as_conjunct(draft: Draft) -> None:
    """Smugglers and corrupt officers: an adjective right before a joined noun is its attribute, not joined itself."""
    for at in draft.labelled("conj"):
        noun, first = at + 1, draft.heads[at]
        if draft.tags[at] != "JJ" or noun >= len(draft.deps) or draft.tags[noun] not in NOUNS:
            continue
        if draft.deps[noun] == "conj" and draft.heads[noun] == first and not draft.has(at, "conj"):
            draft.hang(noun, first, "conj")
            draft.hang(at, noun, "amod")


def base_form_after_for(draft: Draft) -> None:
    """They call the police for arrest us: "for" with a verb that has an object stands for "to"."""
    for verb in draft.labelled("pcomp", "pobj"):
        preposition = draft.heads[verb]
        head = draft.heads[preposition]
        if preposition != verb - 1 or draft.tags[preposition] != "IN" or draft.form(preposition) != "for":
            continue
        if draft.tags[verb] not in ("NN", "VB", "VBP", "VBD") or head == preposition:
            continue
        if not draft.has(verb, "dobj") or draft.has(verb, *SUBJECTS):
            continue
        governor = head if draft.tags[head] in VERBS else draft.heads[head]
        draft.hang(verb, governor, "advcl", "VB")
        draft.hang(preposition, verb, "aux", "TO")


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
