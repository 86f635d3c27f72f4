"""Verbs taken for nouns, adjectives and interjections."""

from qualcode.matching.lexicon import lemmas
from qualcode.matching.repair.draft import FINITE, NOUNS, SUBJECTS, VERBS, Draft

_SUBJECT_FORMS = frozenset(("i", "we", "they", "he", "she"))
_MAKING = frozenset("make makes made let lets have has had help helps helped see saw seen watch watched hear".split())
_BEFORE_ACTION = frozenset(
    "subject subjected subjects expose exposed exposes submitted resort resorted resorts".split()
)
_DENYING = frozenset(("no", "not", "never"))
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


def verb_as_interjection(draft: Draft) -> None:
    """They catch you, beat, send back: a word that goes on with a verb and can be one is no interjection."""
    for at in draft.labelled("advcl", "conj", "ccomp", "dep", "ROOT"):
        if draft.tags[at] == "UH" and draft.form(at) in lemmas(draft.form(at)).get("VERB", ()):
            draft.tag(at, "VBP")
            if draft.deps[at] == "advcl" and draft.form(at - 1) == ",":
                draft.attach(at, draft.heads[at], "conj")


def noun_that_is_verb(draft: Draft) -> None:
    """Torture them on camera and extort money: a word that is only a verb begins a clause behind "and"."""
    for at in draft.labelled("conj"):
        first, noun = draft.heads[at], at + 1
        if draft.tags[at] != "NN" or draft.tags[first] not in NOUNS:
            continue
        listed = lemmas(draft.form(at))
        if "VERB" not in listed or "NOUN" in listed:
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


def verb_with_apposition(draft: Draft) -> None:
    """The dog bit the smallest: a "noun" with an apposition that no comma sets off is a verb with its object."""
    for noun in draft.labelled("appos"):
        at = draft.heads[noun]
        before, edge = at - 1, draft.left_edge(noun)
        if edge != at + 1 or draft.tags[edge] not in ("DT", "PRP$", "PRP") or draft.tags[at] not in NOUNS or before < 0:
            continue
        if draft.heads[before] == at and draft.deps[before] == "compound" and "VERB" in lemmas(draft.form(at)):
            draft.tag(at, "VBD")
            for one in draft.children(at):
                if one < before:
                    draft.attach(one, before)
            draft.attach(before, at, "nsubj")
            draft.attach(noun, at, "dobj")


def verb_with_subject(draft: Draft) -> None:
    """The kidnappers beat, tortured and killed him: what has a subject and can be a verb is one."""
    for at in draft.labelled("ROOT"):
        subject = next(draft.children(at, "nsubj"), None) if draft.tags[at] == "NN" else None
        if subject is None or draft.has(at, "det", "amod", "poss", "compound", "cop", "prep"):
            continue
        if draft.tags[subject] != "NNS" or "VERB" not in lemmas(draft.form(at)):
            continue
        draft.tag(at, "VBD")
        for one in draft.children(at, "advcl"):
            if draft.tags[one] == "VBN" and not draft.has(one, "auxpass", "aux", "agent", "mark", *SUBJECTS):
                draft.attach(one, at, "conj")
                draft.tag(one, "VBD")


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


def base_form_after_for(draft: Draft) -> None:
    """They call the police for arrest us: "for" with a verb that has an object stands for "to"."""
    for verb in draft.labelled("pcomp", "pobj"):
        preposition = draft.heads[verb]
        head = draft.heads[preposition]
        if preposition != verb - 1 or draft.tags[preposition] != "IN" or draft.form(preposition) != "for":
            continue
        if draft.tags[verb] not in ("NN", "NNP", "VB", "VBP", "VBD") or head == preposition:
            continue
        if not draft.has(verb, "dobj") or draft.has(verb, *SUBJECTS):
            continue
        governor = head if draft.tags[head] in VERBS else draft.heads[head]
        draft.hang(verb, governor, "advcl", "VB")
        draft.hang(preposition, verb, "aux", "TO")


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
