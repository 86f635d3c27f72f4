"""Who somebody is said to be: the man who beat him was a smuggler; it was thieves; the police did it."""

from collections.abc import Iterator

from qualcode.matching.events.persons import PEOPLE, is_indefinite, is_person
from qualcode.matching.events.pronouns import THIRD
from qualcode.matching.events.scene import SUBJECTS, VERB_TAGS, Filler, Scene
from qualcode.matching.events.subjects import subjects

BELONGING = frozenset(("from", "of", "in", "with", "at"))
"""A man from the police, men of the mafia, the boss of the smugglers."""
_NAMING = frozenset(("be", "become", "remain"))
_SEEMING = frozenset("turn prove seem appear happen look".split())
"""Verbs whose "to be" says who somebody is: they turned out to be policemen."""
_THINKING = frozenset("think believe know say see understand hear guess suppose tell learn find suspect".split())
_POINTING = frozenset(("it", "this", "that", "these", "those", "they"))
_DEED = frozenset(("it", "this", "that"))
_NEAR = 12
"""How many words after a verb somebody may be said to have done it."""


def named(scene: Scene, at: int, *, acting: bool) -> int | None:
    """The word for the actor that the sentence says the person is, None where it says nothing or denies it.

    Of somebody who suffers (not `acting`) also a generic word tells who it is: those who had been beaten were women.
    """
    for verb in _naming(scene, at):
        found = _predicate(scene, at, verb)
        if found is not None:
            return found
        if not acting and (said := _said_to_be(scene, verb)) is not None and at != said:
            mention = scene.mention(said)
            return said if mention is not None and mention.generic and scene.tree.child(verb, "neg") is None else None
    return None


def _said_to_be(scene: Scene, verb: int) -> int | None:
    """The noun of a copula, also behind a parenthesis: those they expelled were, for the most part, people like me."""
    tree = scene.tree
    named = tree.child(verb, "attr")
    if named is not None or tree.child(verb, "acomp") is not None or tree.forms[verb + 1 : verb + 2] != (",",):
        return named
    return next((one for one in tree.all_children(verb, "npadvmod", "dep") if one > verb), None)


def answer(scene: Scene, at: int) -> int | None:
    """Whom no actor lists and a copula says "the one" to be: the one who was beaten was the interpreter, was me."""
    tree = scene.tree
    copula = tree.heads[at]
    if tree.deps[at] != "nsubj" or tree.forms[at] not in ("one", "ones", "those") or tree.lemma(copula) != "be":
        return None
    said = tree.child(copula, "attr", "acomp")
    if said is None or tree.child(copula, "neg") is not None:
        return None
    return said if is_person(tree.forms[said]) or tree.forms[said] in ("me", "us", "him", "her") else None


def equated(scene: Scene, at: int) -> int | None:
    """The pronoun or noun that a copula makes the same as "the ones": they are the ones who sheltered us."""
    tree = scene.tree
    verb = tree.heads[at]
    if tree.deps[at] != "attr" or tree.forms[at] not in ("one", "ones") or tree.lemma(verb) != "be":
        return None
    subject = tree.child(verb, "nsubj")
    return subject if subject is not None and (tree.forms[subject] in THIRD or is_person(tree.forms[subject])) else None


def _naming(scene: Scene, at: int) -> Iterator[int]:
    """The copulas that may say who it is: its own, that of the clause it begins, that of a pronoun which takes it up.

    The man is a smuggler; who beat us were soldiers; the guys who hit us, they were soldiers.
    """
    tree = scene.tree
    head = tree.heads[at]
    verbs = [head, *tree.all_children(at, "relcl")]
    if tree.deps[head] in ("csubj", "advcl", "ccomp") and tree.deps[at] == "nsubj" and is_indefinite(tree.forms[at]):
        verbs.append(tree.heads[head])
        verbs.extend(one for one in tree.all_children(head, "ccomp", "conj") if one > head)
    if tree.deps[at] == "appos":
        # he was a smuggler, the man who cheated us
        verbs.append(tree.heads[head])
    if tree.deps[at] == "pobj" and tree.forms[head] == "among":
        verbs.append(tree.heads[head])  # among those kidnapped was a woman
    if (taking_up := _taking_up(scene, at)) is not None:
        yield taking_up
    for verb in verbs:
        if tree.tags[verb] not in VERB_TAGS:
            continue
        again = [one for one in tree.all_children(verb, "conj") if _resumes(scene, one)]
        if (
            tree.deps[verb] == "ccomp"
            and tree.lemma(verb) == "be"
            and tree.heads[verb] > verb
            and _resumes(scene, tree.heads[verb])
        ):
            again.append(tree.heads[verb])  # they were no organisation, they were farmers
        for one in (verb, *tree.all_children(verb, "xcomp"), *_thought(scene, verb), *again):
            if _is_naming(scene, one) and (one != verb or verb in (head, tree.heads[head]) or _resumes(scene, one)):
                yield one


def _taking_up(scene: Scene, at: int) -> int | None:
    """The copula whose "it" takes up a noun with its relative clause: the people who held us, it was two farmers."""
    tree = scene.tree
    if tree.child(at, "relcl") is None:
        return None
    end = max(tree.subtree(at)) + 1
    if tree.forms[end : end + 1] != (",",) or tree.forms[end + 1 : end + 2] not in tuple((one,) for one in _POINTING):
        return None
    copula = tree.heads[end + 1]
    return copula if tree.lemma(copula) == "be" and tree.deps[end + 1] == "nsubj" else None


def _thought(scene: Scene, verb: int) -> list[int]:
    """The clause of a verb of thinking: those men, I think they are thieves."""
    tree = scene.tree
    if tree.lemma(verb) not in _THINKING:
        return []
    return [one for one in tree.all_children(verb, "ccomp") if _resumes(scene, one)]


def _is_naming(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    if tree.lemma(verb) not in _NAMING or tree.tags[verb] not in VERB_TAGS:
        return False
    return tree.deps[verb] != "xcomp" or tree.lemma(tree.heads[verb]) in _SEEMING


def _resumes(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    subject = tree.child(verb, "nsubj")
    return subject is not None and tree.forms[subject] in THIRD | _POINTING


def _predicate(scene: Scene, at: int, verb: int) -> int | None:
    """The actor on the other side of the copula, unless it is denied."""
    tree = scene.tree
    if tree.child(verb, "neg") is not None:
        return None
    others = ("nsubj",) if tree.deps[at] in ("attr", "acomp") else ("attr", "acomp", "prep")
    for child in tree.children[verb]:
        if tree.deps[child] in others and (found := _actor_among(scene, child)) is not None:
            return found
    return None


def _actor_among(scene: Scene, child: int) -> int | None:
    """The actor that a predicate names: a smuggler, from the police, one of the guards."""
    tree = scene.tree
    inner = [child]
    if tree.deps[child] == "prep":
        inner = list(scene.objects_of(child)) if tree.forms[child] in BELONGING else []
    for noun in inner:
        for one in scene.conjuncts(noun):
            if any(tree.forms[det] == "no" for det in tree.all_children(one, "det")):
                continue  # he was no smuggler but a farmer
            if scene.actor(one):
                return one
            kind = next((word for word in tree.all_children(one, "compound", "nmod") if scene.actor(word)), None)
            if kind is not None and tree.forms[one] in PEOPLE:
                return kind
        for of in tree.all_children(noun, "prep"):
            counted = tree.child(of, "pobj") if tree.forms[of] == "of" else None
            if counted is not None and scene.actor(counted):
                return counted
    return None


def blamed(scene: Scene, verb: int, *, asked: bool = False) -> tuple[Filler, ...]:
    """Who is said after a clause to have done what it tells: he was beaten, the police did it; it was thieves.

    `asked`: the clause asks who it was, so that whoever is named answers: who tricked us, it was one who slept there.
    """
    tree = scene.tree
    for at in range(verb + 1, min(verb + 1 + _NEAR, len(tree))):
        if tree.tags[at] not in VERB_TAGS or tree.child(at, "neg") is not None:
            continue
        lemma = tree.lemma(at)
        found: tuple[Filler, ...] = ()
        if lemma == "do" and any(tree.forms[one] in _DEED for one in tree.all_children(at, "dobj")):
            found = subjects(scene, at)
        elif lemma == "be":
            found = tuple(Filler(one, "copula") for one in _pointed_at(scene, at, asked=asked))
        elif lemma == tree.lemma(verb) and tree.deps[at] == "relcl":
            found = subjects(scene, at)
        found = tuple(one for one in found if asked or _is_somebody(scene, one.at))
        if found:
            return found
    return ()


def _pointed_at(scene: Scene, copula: int, *, asked: bool) -> tuple[int, ...]:
    """Whom "it was" and "these were" name, not in a cleft sentence that tells of something else."""
    tree = scene.tree
    subject = tree.child(copula, "nsubj")
    named = tree.child(copula, "attr")
    if subject is None or named is None or tree.forms[subject] not in _POINTING or not subject < copula < named:
        return ()
    if not asked and tree.child(named, "relcl", "acl") is not None:
        return ()
    found = tuple(one for one in scene.conjuncts(named) if scene.actor(one))
    kind = _actor_among(scene, named)
    return found or ((kind,) if kind is not None else ())


def _is_somebody(scene: Scene, at: int) -> bool:
    mention = scene.mention(at)
    if mention is not None and mention.actor in scene.affected and not mention.generic:
        return False
    return mention is not None or is_person(scene.tree.forms[at]) or is_indefinite(scene.tree.forms[at])


def denied_cleft(scene: Scene, at: int) -> bool:
    """Whether the phrase is what a negated cleft sentence excludes: it was not the smugglers who robbed us."""
    tree = scene.tree
    copula = tree.heads[at]
    if tree.deps[at] != "attr" or tree.lemma(copula) != "be" or tree.child(copula, "neg") is None:
        return False
    subject = tree.child(copula, *SUBJECTS)
    return subject is not None and tree.forms[subject] in _POINTING
