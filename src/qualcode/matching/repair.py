"""Repairs of what the small language model typically misreads in interview English.

Every repair rests on a structure that no English sentence has (a preposition with two nouns, "us" as part of a
compound, a noun with a direct object), never on words of a codebook.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from qualcode.model.parse import Parse
from qualcode.text import fold

REPAIR_RULES = "1"
"""Version of the repairs: what is read from repaired parses of another version is not the same."""

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_FINITE = frozenset(("VBD", "VBP", "VBZ", "VB"))
_VERBS = _FINITE | {"VBG", "VBN", "MD"}
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECT_FORMS = frozenset(("us", "me", "him", "them"))
_SUBJECT_FORMS = frozenset(("they", "he", "she"))
_RELATIVES = frozenset(("that", "who", "whom", "which"))
_MARKS = frozenset(("mark", "aux", "auxpass", "dobj", "expl", "cop"))
_FINITE_AUXILIARIES = frozenset(("MD", "VBZ", "VBP", "VBD"))
_MISTAKEN = frozenset(("pobj", "dobj", "conj", "appos", "npadvmod", "dep"))
"""As what a subject is mistaken that the parser gave to the clause before."""
_ACCUSING = frozenset(
    "accuse accuses accused accusing suspect suspects suspected convicted blame blamed charged".split()
)
_OWN_PHRASE = frozenset(("det", "poss", "amod", "compound", "nummod", "advmod"))


def repaired(parse: Parse) -> Parse:
    """The parse with typical misreadings put right; the very same one where there are none."""
    draft = _Draft(parse, list(parse.heads), list(parse.deps), list(parse.tags))
    for repair in _REPAIRS:
        repair(draft)
    if not draft.touched:
        return parse
    return replace(parse, heads=tuple(draft.heads), deps=tuple(draft.deps), tags=tuple(draft.tags))


@dataclass
class _Draft:
    """The parse while it is being repaired."""

    parse: Parse
    heads: list[int]
    deps: list[str]
    tags: list[str]
    touched: bool = False

    def written(self, at: int) -> str:
        return self.parse.text[self.parse.starts[at] : self.parse.ends[at]]

    def form(self, at: int) -> str:
        return fold(self.written(at))

    def children(self, at: int, *deps: str) -> Iterator[int]:
        for child, head in enumerate(self.heads):
            if head == at and child != at and (not deps or self.deps[child] in deps):
                yield child

    def has(self, at: int, *deps: str) -> bool:
        return next(self.children(at, *deps), None) is not None

    def hang(self, at: int, head: int, dep: str, tag: str = "") -> None:
        """Hangs a word on another, unless that would close a circle."""
        above = head
        while above != self.heads[above]:
            if above == at:
                return
            above = self.heads[above]
        if above == at and head != at:
            return
        self.heads[at], self.deps[at] = head, dep
        self.tags[at] = tag or self.tags[at]
        self.touched = True

    def raise_to_root(self, at: int, old: int) -> None:
        """Makes `at` the root instead of `old`, which must be hung on it next."""
        head, dep = self.heads[old], self.deps[old]
        self.heads[at], self.deps[at] = (at if head == old else head), dep
        self.touched = True

    def left_edge(self, noun: int) -> int:
        return min((one for one in self.children(noun) if one < noun and self.deps[one] in _OWN_PHRASE), default=noun)


def _verb_with_object(draft: _Draft) -> None:
    """Police torture refugees: a "noun" with a direct object is a verb, its compound the subject."""
    for at, tag in enumerate(draft.tags):
        if tag in _NOUNS and draft.has(at, "dobj"):
            before = next((one for one in draft.children(at, "compound") if one == at - 1), None)
            if before is not None or draft.has(at, "nsubj"):
                draft.tags[at] = "VBP"
                draft.touched = True
                if before is not None:
                    draft.hang(before, at, "nsubj")


def _compound_with_subject(draft: _Draft) -> None:
    """The drivers rob migrants: a part of a compound that has a subject is the verb, and the noun behind its object."""
    for at, dep in enumerate(draft.deps):
        noun = draft.heads[at]
        if dep != "compound" or draft.tags[at] not in _NOUNS or noun < at or not draft.has(at, "nsubj"):
            continue
        rest = [one for one in draft.children(noun) if one != at and (one > noun or draft.deps[one] == "punct")]
        draft.raise_to_root(at, noun)
        draft.tags[at] = "VBP"
        draft.heads[noun], draft.deps[noun] = at, "dobj"
        for one in rest:
            if draft.deps[one] not in ("prep", "acl", "relcl", "appos", "cc", "conj"):
                draft.heads[one] = at


def _verb_in_compound(draft: _Draft) -> None:
    """There are thieves rob people: a finite verb is no part of a compound; the noun before is its subject."""
    for verb, dep in enumerate(draft.deps):
        noun = draft.heads[verb]
        if dep == "compound" and draft.tags[verb] in ("VBP", "VB", "VBZ") and 0 < verb < noun:
            before = verb - 1
            if draft.tags[before] in _NOUNS and noun not in (draft.heads[before], before):
                draft.hang(verb, before, "relcl")
                draft.hang(noun, verb, "dobj")


def _auxiliary_without_subject(draft: _Draft) -> None:
    """If you call the police will beat you: the noun right before "will" is the subject that its verb lacks."""
    for auxiliary, tag in enumerate(draft.tags):
        verb, noun = draft.heads[auxiliary], auxiliary - 1
        if tag not in _FINITE_AUXILIARIES or draft.deps[auxiliary] not in ("aux", "auxpass") or noun < 0:
            continue
        if draft.has(verb, *_SUBJECTS) or draft.deps[verb] in ("relcl", "acl") or draft.deps[noun] not in _MISTAKEN:
            continue
        if draft.tags[noun] in _NOUNS and verb not in _above(draft, draft.heads[noun]):
            draft.hang(noun, verb, "nsubjpass" if draft.has(verb, "auxpass") else "nsubj")


def _above(draft: _Draft, at: int) -> Iterator[int]:
    while draft.heads[at] != at:
        at = draft.heads[at]
        yield at


def _gerund_before_noun(draft: _Draft) -> None:
    """Accused of beating minors: behind "accused of" an -ing form is a verb and the noun its object."""
    for at, dep in enumerate(draft.deps):
        noun, preposition = draft.heads[at], at - 1
        if dep != "amod" or draft.tags[at] != "VBG" or draft.heads[noun] != preposition or draft.deps[noun] != "pobj":
            continue
        verb = next((one for one in _above(draft, preposition) if draft.tags[one] in _VERBS), None)
        if verb is not None and draft.form(verb) in _ACCUSING:
            draft.hang(at, preposition, "pcomp")
            draft.hang(noun, at, "dobj")


def _pronoun_in_compound(draft: _Draft) -> None:
    """They take from us money: "us" is no part of a compound, but what stands before it governs it."""
    for at, dep in enumerate(draft.deps):
        if dep not in ("compound", "nmod", "amod", "poss") or at == 0 or draft.form(at) not in _OBJECT_FORMS:
            continue
        noun, before = draft.heads[at], at - 1
        if draft.tags[before] in ("IN", "TO") and draft.heads[noun] == before:
            verb = draft.heads[before]
            draft.hang(at, before, "pobj")
            draft.hang(noun, verb, "dobj" if draft.tags[verb] in _VERBS else "dep")
        elif draft.tags[before] in _VERBS:
            draft.hang(at, before, "dative" if draft.heads[noun] == before else "dobj")


def _second_noun_of_preposition(draft: _Draft) -> None:
    """In Bulgaria police beat us: the second noun of a preposition is the subject of the verb after it."""
    for at, dep in enumerate(draft.deps):
        if dep not in ("pobj", "appos"):
            continue
        first = draft.heads[at] if dep == "appos" else next(draft.children(draft.heads[at], "pobj"))
        if first == at or draft.left_edge(at) != first + 1 or draft.deps[first] != "pobj":
            continue
        verb = at + 1
        while verb < len(draft.tags) and (draft.form(verb) == "," or draft.tags[verb] in ("RB", "MD")):
            verb += 1
        if verb < len(draft.tags) and draft.tags[verb] in _VERBS and not draft.has(verb, *_SUBJECTS):
            draft.hang(at, verb, "nsubj")


def _second_noun_before_verb(draft: _Draft) -> None:
    """My brother police shoot him; people smuggler rob us: of two nouns with no comma the second is the subject."""
    for at, dep in enumerate(draft.deps):
        first, verb = draft.heads[at], at + 1
        if dep != "appos" or draft.deps[first] not in _SUBJECTS or verb != draft.heads[first] or first != at - 1:
            continue
        if draft.tags[first] in _NOUNS and not draft.written(at)[0].isupper():
            role = draft.deps[first]
            draft.heads[at], draft.deps[at] = verb, role
            determined = draft.has(first, "det", "poss")
            draft.heads[first], draft.deps[first] = (verb, "npadvmod") if determined else (at, "compound")
            draft.touched = True


def _noun_before_joined_verb(draft: _Draft) -> None:
    """I was with friends and thieves come: a noun after "and" right before a joined verb is its subject."""
    for verb, dep in enumerate(draft.deps):
        noun, linked = verb - 1, draft.heads[verb]
        if dep not in ("conj", "dep") or draft.tags[verb] not in _FINITE or noun < 1 or draft.has(verb, *_SUBJECTS):
            continue
        if draft.deps[noun] != "conj" or draft.tags[noun] not in _NOUNS or linked >= noun:
            continue
        if draft.deps[draft.heads[noun]] in ("pobj", "dobj") and draft.form(draft.left_edge(noun) - 1) in (
            "and",
            "but",
        ):
            draft.hang(noun, verb, "nsubj")


def _subject_after_preposition(draft: _Draft) -> None:
    """I go with my family and guard catch us: a preposition needs the noun behind it, "guard" is the subject."""
    for first, dep in enumerate(draft.deps):
        if dep != "nsubj" or draft.tags[first] not in _NOUNS:
            continue
        preposition = draft.left_edge(first) - 1
        second = next(draft.children(first, "conj"), None)
        if preposition < 0 or draft.tags[preposition] != "IN" or second is None or draft.deps[preposition] != "prep":
            continue
        if draft.has(preposition, "pobj") or draft.heads[preposition] > first or draft.tags[second] not in _NOUNS:
            continue
        verb = draft.heads[first]
        draft.hang(second, verb, "nsubj")
        draft.hang(first, preposition, "pobj")


def _object_relative(draft: _Draft) -> None:
    """The men (that) the police caught were afraid: "caught" is about the men, and the police are its subject."""
    for verb in range(2, len(draft.tags)):
        if draft.deps[verb] != "acl" or draft.tags[verb] not in ("VBD", "VBN") or draft.has(verb, "agent", "aux"):
            continue
        subject = draft.heads[verb]
        edge = draft.left_edge(subject)
        relative = edge - 1 if edge and draft.form(edge - 1) in _RELATIVES else None
        about = (relative if relative is not None else edge) - 1
        determined = draft.tags[edge] in ("DT", "PRP$")
        if subject != verb - 1 or about < 0 or draft.tags[about] not in _NOUNS or not (determined or relative):
            continue
        main = next((one for one in range(verb + 1, len(draft.tags)) if draft.tags[one] in _FINITE | {"MD"}), None)
        if main is not None:
            _reattach(draft, verb, subject, about)
            if relative is not None:
                draft.hang(relative, verb, "dobj", "WDT")


def _reattach(draft: _Draft, verb: int, subject: int, about: int) -> None:
    """Hangs a relative clause on what it is about, and that on the main verb that was taken for one."""
    old = draft.heads[subject]
    draft.hang(subject, old, "dep")
    if draft.deps[old] == "relcl" and draft.heads[old] == about:
        passive = draft.has(old, "auxpass")
        rest = [one for one in draft.children(about) if one > verb and one != old]
        draft.raise_to_root(old, about)
        draft.heads[about], draft.deps[about] = old, "nsubjpass" if passive else "nsubj"
        for one in rest:
            draft.heads[one] = old
    draft.hang(verb, about, "relcl", "VBD")
    draft.hang(subject, verb, "nsubj")


def _reduced_relative(draft: _Draft) -> None:
    """The refugees robbed in the forest had nothing: a clause as subject needs a "that", this one is a participle."""
    for verb, dep in enumerate(draft.deps):
        if dep != "csubj" or draft.tags[verb] not in ("VBD", "VBN") or draft.has(verb, *_MARKS):
            continue
        subject = next(draft.children(verb, "nsubj"), None)
        main = draft.heads[verb]
        if subject is not None and draft.tags[subject] in _NOUNS and main > verb:
            draft.hang(subject, main, "nsubj")
            draft.hang(verb, subject, "acl", "VBN")


def _participle_after_comma(draft: _Draft) -> None:
    """They rob people, taking all their money: after a comma the participle is about the subject, not the last noun."""
    for verb, dep in enumerate(draft.deps):
        if dep != "acl" or draft.tags[verb] != "VBG" or draft.form(verb - 1) != ",":
            continue
        noun = draft.heads[verb]
        above = noun
        while draft.heads[above] != above and draft.tags[above] not in _VERBS:
            above = draft.heads[above]
        if draft.deps[noun] in ("dobj", "pobj", "conj") and draft.tags[above] in _VERBS and above < noun:
            draft.hang(verb, above, "advcl")


def _topic_as_root(draft: _Draft) -> None:
    """The police they return us: a noun and a clause with its pronoun, but no other verb, are topic and sentence."""
    for verb, dep in enumerate(draft.deps):
        if dep != "relcl" or draft.tags[verb] not in _VERBS:
            continue
        noun = draft.heads[verb]
        subject = next(draft.children(verb, "nsubj"), None)
        if draft.heads[noun] != noun or subject is None or draft.form(subject) not in _SUBJECT_FORMS:
            continue
        rest = [one for one in draft.children(noun) if one > subject and one != verb]
        if any(draft.tags[one] in _FINITE for one in rest):
            continue
        draft.raise_to_root(verb, noun)
        draft.heads[noun] = verb
        object_first = draft.form(noun) in _OBJECT_FORMS and not draft.has(verb, "dobj")
        draft.deps[noun] = "dobj" if object_first else "npadvmod"
        for one in rest:
            draft.heads[one] = verb


def _main_clauses(draft: _Draft, preposition: int, inner: int) -> Iterator[int]:
    """Clauses behind the -ing form that have a subject of their own and are no relative clauses."""
    for verb in range(inner + 1, len(draft.deps)):
        subject = next(draft.children(verb, *_SUBJECTS), None)
        if (
            subject is None
            or draft.tags[verb] not in _FINITE | {"VBN", "VBG"}
            or preposition not in _above(draft, verb)
        ):
            continue
        loose = draft.deps[verb] == "relcl" and draft.tags[subject] == "PRP"
        if (draft.deps[verb] == "ccomp" and draft.heads[verb] == inner) or loose:
            yield verb


def _preposition_as_root(draft: _Draft) -> None:
    """After beating us the police sent us back: the main clause was taken for what "beating" says."""
    for preposition, head in enumerate(draft.heads):
        if head != preposition or draft.tags[preposition] != "IN":
            continue
        inner = next(draft.children(preposition, "pcomp"), None)
        main = next(_main_clauses(draft, preposition, inner), None) if inner is not None else None
        if main is None:
            continue
        rest = [one for one in draft.children(preposition) if one > main]
        draft.heads[main], draft.deps[main] = main, "ROOT"
        draft.heads[preposition], draft.deps[preposition] = main, "prep"
        for one in rest:
            draft.heads[one] = main
        draft.touched = True


_REPAIRS: tuple[Callable[[_Draft], None], ...] = (
    _verb_with_object,
    _compound_with_subject,
    _verb_in_compound,
    _auxiliary_without_subject,
    _gerund_before_noun,
    _pronoun_in_compound,
    _second_noun_of_preposition,
    _second_noun_before_verb,
    _noun_before_joined_verb,
    _subject_after_preposition,
    _object_relative,
    _reduced_relative,
    _participle_after_comma,
    _topic_as_root,
    _preposition_as_root,
)
