"""Whom a third-person pronoun stands for: the most recent one who fits, in its sentence and four before it."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from qualcode.matching.events.event import OTHER, Earlier, Mention
from qualcode.matching.events.persons import ANIMALS, KIN, PEOPLE, is_gendered_against, is_person, is_plural
from qualcode.matching.events.scene import NOUN_TAGS, VERB_TAGS, Scene
from qualcode.matching.events.subjects import subjects
from qualcode.text import Token, fold, tokens

THIRD = frozenset("he she they him her them his their hers theirs".split())
PLURAL = frozenset("they them their theirs".split())
_SENTENCES = 4
_BODIES = frozenset(("someone", "somebody", "one", "ones", "those", "everyone", "everybody", "side", "head", "heads"))
"""Words for persons that no pronoun can be said to stand for."""
_CROWD = frozenset("people woman women child children family families girl girls everyone everybody person".split())
"""Persons who are mentioned as those things happen to, so that "they" who do something are rather not they."""
_SINGULARS = frozenset(("he", "she"))
_BINDING = frozenset(("of", "of the", "from", "from the", "of a", "from a"))
_POSSESSIVES = frozenset(("'s", "'"))
_OWNED = re.compile(r"['’]s? (\w+)")
_PREDICATE = re.compile(r" (?:he |they )?(?:is|was|are|were) (?:not )?(?:\w+ ){0,3}")
"""Between somebody who is listed and a word for a person that says what he is: my smuggler is a big man."""
_DENIED = re.compile(r"\b(?:not|nor|neither)(?: (?:by|from|the|our|any|a|an|these|those))* ?$")
"""Before an actor whom an earlier sentence names to say that it is not meant: not the police, not our guide."""
_TOPICS = frozenset(("nsubj", "nsubjpass", "npadvmod", "ROOT", "dep"))


class Candidate(NamedTuple):
    """Somebody named before the pronoun."""

    actor: str
    words: str
    last: str
    """The folded last word, which tells number and gender."""
    at: int = -1
    """Its word in the sentence of the pronoun, -1 where it stands in an earlier one."""


def antecedent(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str]) -> Candidate | None:
    """Whom the pronoun stands for, as somebody who does something (`acting`) or as one it is done to.

    Never an actor of `avoid` (who stands in the event already). Number counts first, then not to be of the speaker's
    own group for one who does harm, then recency; where nobody agrees in number, whoever is nearest.
    """
    blamed = _blamed(scene, at) if acting else None
    if blamed is not None and blamed.actor not in avoid:
        return blamed
    found = [one for one in _candidates(scene, at, acting=acting) if one.actor not in avoid or one.actor == OTHER]
    pronoun = scene.tree.forms[at]
    if pronoun in ("it", "its"):
        return next(
            (one for one in found if one.actor in scene.context.collective and not one.last.endswith("s")), None
        )
    affected = scene.affected
    found = [one for one in found if not (acting and _suffers_it(scene, one.at, pronoun))]
    found = [one for one in found if not is_gendered_against(one.last, pronoun)]
    if acting:
        found = [one for one in found if one.actor not in affected] or found
    else:
        # things are done to persons rather than to bodies such as the police
        found = [one for one in found if one.actor not in scene.context.collective] or found
    agreeing = [one for one in found if _agrees(one, pronoun, scene.context.collective)]
    chosen = agreeing or [one for one in found if one.actor != OTHER]
    if not chosen and not acting and len(found) > 1:
        chosen = found  # my mother and my father, they hit both of them
    return chosen[0] if chosen else None


def _suffers_it(scene: Scene, at: int, pronoun: str) -> bool:
    """Whether somebody is the object of what the same pronoun does: they do not accept refugees, they deport them."""
    tree = scene.tree
    if at < 0 or tree.deps[at] != "dobj":
        return False
    subject = tree.child(tree.heads[at], "nsubj")
    return subject is not None and subject < at and tree.forms[subject] == pronoun


def looking_ahead(scene: Scene, at: int) -> int | None:
    """The subject of the main clause that a pronoun before it stands for: after his arrest the farmer left."""
    tree = scene.tree
    for above in tree.ancestors(at):
        if tree.deps[above] in ("prep", "advcl") and tree.tags[tree.heads[above]] in VERB_TAGS:
            subject = tree.child(tree.heads[above], "nsubj", "nsubjpass")
            if subject is None or subject < above or subject < at or tree.tags[subject] not in NOUN_TAGS:
                return None
            form, pronoun = tree.forms[subject], tree.forms[at]
            fits = (is_plural(form) == (pronoun in PLURAL)) and not is_gendered_against(form, pronoun)
            return subject if fits and (scene.mention(subject) is not None or is_person(form)) else None
    return None


def several(scene: Scene, at: int) -> tuple[int, ...]:
    """The nouns joined by "and" that "they" stands for, where it stands for several: the police and some thieves."""
    tree = scene.tree
    if tree.forms[at] != "they":
        return ()
    found = antecedent(scene, at, acting=True, avoid=frozenset())
    if found is None or found.at < 0:
        return ()
    first = found.at
    while tree.deps[first] == "conj" and tree.tags[tree.heads[first]] in NOUN_TAGS:
        first = tree.heads[first]
    named = tuple(one for one in scene.conjuncts(first) if scene.actor(one) and one < at)
    joined = any(tree.forms[one] == "and" for one in tree.all_children(first, "cc"))
    return named if len(named) > 1 and joined else ()


def _blamed(scene: Scene, at: int) -> Candidate | None:
    """Who is done something to for what the pronoun does: he attacked our interpreter because she had helped."""
    tree = scene.tree
    clause = tree.heads[at]
    marks = [tree.forms[one] for one in tree.all_children(clause, "mark")]
    whom = tree.child(tree.heads[clause], "dobj") if marks == ["because"] and tree.deps[clause] == "advcl" else None
    if whom is None or tree.deps[at] != "nsubj" or whom > at:
        return None
    mention, form = scene.mention(whom), tree.forms[whom]
    if mention is not None and not mention.generic:
        found = _mentioned(tree.text, mention.start, mention.end, mention.actor)
    elif is_person(form) and form not in _BODIES:
        found = Candidate(OTHER, tree.text[tree.starts[whom] : tree.ends[whom]], form)
    else:
        return None
    pronoun = tree.forms[at]
    fits = _agrees(found, pronoun, scene.context.collective) and not is_gendered_against(found.last, pronoun)
    return found if fits else None


def _agrees(candidate: Candidate, pronoun: str, collective: frozenset[str]) -> bool:
    if pronoun in PLURAL or pronoun not in THIRD:
        return is_plural(candidate.last) or candidate.actor in collective
    return not is_plural(candidate.last)


def _candidates(scene: Scene, at: int, *, acting: bool) -> Iterator[Candidate]:
    """Everybody named before the pronoun, the nearest first."""
    own = frozenset() if acting else _own_subject(scene, at)
    near = list(_before(scene, at, acting=acting, without=own))
    yield from (one for one, aside in near if not aside)
    yield from (one for one, aside in near if aside)
    singular = scene.tree.forms[at] in _SINGULARS
    for earlier in scene.context.earlier[:_SENTENCES]:
        yield from _in_earlier(earlier, affected=scene.affected, acting=acting, singular=singular)


def _own_subject(scene: Scene, at: int) -> frozenset[int]:
    """The subject of the verb whose object the pronoun is, whom it cannot stand for."""
    tree = scene.tree
    if tree.deps[at] not in ("dobj", "dative") or tree.tags[tree.heads[at]] not in VERB_TAGS:
        return frozenset()
    return frozenset(one.at for one in subjects(scene, tree.heads[at]))


def _before(scene: Scene, at: int, *, acting: bool, without: frozenset[int]) -> Iterator[tuple[Candidate, bool]]:
    """Those named before the pronoun in its sentence except for `without`, and whether each stands aside.

    A direct object is rarely the one who acts next, nor one after "by" the next target.
    """
    tree = scene.tree
    seen: set[tuple[int, int]] = set()
    singular = tree.forms[at] in _SINGULARS
    for word in range(at - 1, -1, -1):
        if word in without:
            continue
        mention = scene.mention(word)
        owner = _owner(scene, word)
        if owner is not None and (mention is None or mention.generic):
            seen.add(owner[:2])
            belonging = _mentioned(tree.text, owner.start, owner.end, owner.actor)
            yield belonging._replace(last=tree.forms[word], at=word), acting and tree.deps[word] == "dobj"
            continue
        if mention is not None and mention[:2] not in seen:
            seen.add(mention[:2])
            if not (acting and mention.generic):
                aside = _is_aside(scene, word) if acting else _after_by(scene, word)
                yield _mentioned(tree.text, mention.start, mention.end, mention.actor)._replace(at=word), aside
                continue
        form = tree.forms[word]
        if not is_person(form) or form in _BODIES or form in ANIMALS or (mention is not None and not mention.generic):
            continue
        crowd = _is_crowd(form, singular=singular) and not _is_set_first(scene, word)
        if not acting or (_is_topic(scene, word) and not crowd):
            yield Candidate(OTHER, tree.text[tree.starts[word] : tree.ends[word]], form), tree.deps[word] == "pobj"


def _owner(scene: Scene, word: int) -> Mention | None:
    """The actor whose person the word is: the smuggler's men."""
    tree = scene.tree
    if tree.forms[word] not in PEOPLE or tree.forms[word] in KIN:
        return None
    for child in tree.all_children(word, "poss", "compound"):
        if scene.actor(child):
            return scene.mention(child)
    return None


def _is_crowd(form: str, *, singular: bool) -> bool:
    """Whether it is a word for those to whom things are done; one woman may well be the "she" who does something."""
    return form in _CROWD and not (singular and not is_plural(form))


def _is_set_first(scene: Scene, word: int) -> bool:
    """Whether a definite phrase is set before its clause: this family on the mountain, they sheltered us."""
    tree = scene.tree
    if tree.deps[word] not in ("npadvmod", "dep") or tree.heads[word] < word:
        return False
    return any(tree.forms[one] in ("this", "that", "these", "those") for one in tree.all_children(word, "det"))


def _is_topic(scene: Scene, word: int) -> bool:
    """Whether the word is what its clause is about; "he is a bad man" brings in nobody, "there is a man" does."""
    tree = scene.tree
    if tree.deps[word] == "attr":
        return tree.child(tree.heads[word], "expl") is not None
    return tree.deps[word] in _TOPICS


def _is_aside(scene: Scene, word: int) -> bool:
    """Whether the word is an object, or only what somebody is compared with: stronger than the police."""
    tree = scene.tree
    return tree.deps[word] == "dobj" or (tree.deps[word] == "pobj" and tree.forms[tree.heads[word]] in ("than", "like"))


def _after_by(scene: Scene, word: int) -> bool:
    tree = scene.tree
    return tree.deps[word] == "pobj" and tree.forms[tree.heads[word]] == "by"


def _mentioned(text: str, start: int, end: int, actor: str) -> Candidate:
    words = text[start:end]
    return Candidate(actor, words, fold(words.replace("-", " ").split()[-1]) if words.strip() else "")


def _in_earlier(earlier: Earlier, *, affected: frozenset[str], acting: bool, singular: bool) -> Iterator[Candidate]:
    """Those an earlier sentence names, the last first; it has no tree, so the first listed one counts as its topic."""
    text = earlier.text
    listed = earlier.mentions
    told = [one for one in listed if not _DENIED.search(fold(text[: one.start]))]
    named = [one for one in told if not (one.generic and (acting or _is_said_of(text, one.start, listed)))]
    topic = min((one.start for one in named if one.actor not in affected), default=len(text))
    found = [(one.start, _named_with(text, one)) for one in named]
    taken = [(one.start, one.end) for one in named]
    for token in _persons(text):
        if any(start <= token.start < end for start, end in taken) or _belongs(text, token, taken):
            continue
        if _is_said_of(text, token.start, listed):
            continue
        crowd = _is_crowd(token.form, singular=singular) and token.form not in KIN
        if acting and (token.start > topic or crowd):
            continue
        found.append((token.start, Candidate(OTHER, text[token.start : token.end], token.form)))
    found.sort(key=lambda one: -one[0])
    for _, candidate in found:
        yield candidate


def _named_with(text: str, mention: Mention) -> Candidate:
    """The actor, or the person of theirs that is named: the smuggler's men are several."""
    found = _mentioned(text, mention.start, mention.end, mention.actor)
    after = _OWNED.match(text, mention.end)
    owned = fold(after[1]) if after else ""
    return found._replace(last=owned) if owned in PEOPLE and owned not in KIN else found


def _is_said_of(text: str, start: int, mentions: Sequence[Mention]) -> bool:
    """Whether the word that starts here only says what somebody who is listed is: my smuggler is a big man."""
    return any(one.end < start and _PREDICATE.fullmatch(text[one.end : start]) for one in mentions)


def _belongs(text: str, token: Token, taken: list[tuple[int, int]]) -> bool:
    """Whether a listed actor beside the word says whose it is: the driver of the smugglers, the smuggler's driver."""
    for start, end in taken:
        if fold(text[token.end : start].strip()) in _BINDING or fold(text[end : token.start].strip()) in _POSSESSIVES:
            return True
    return False


@lru_cache(maxsize=4096)
def _persons(text: str) -> tuple[Token, ...]:
    return tuple(token for token in tokens(text) if is_person(token.form) and token.form not in _BODIES | ANIMALS)
