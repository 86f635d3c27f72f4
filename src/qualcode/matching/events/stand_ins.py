"""Things that a pronoun stands for: my phone, they took it; they broke it, the phone."""

from collections.abc import Collection

from qualcode.matching.events.persons import is_plural
from qualcode.matching.events.scene import NOUN_TAGS, VERB_TAGS, Scene
from qualcode.matching.events.things import may_be_somebody

THINGS = frozenset(("it", "them", "this", "that", "these", "those", "all"))
"""Pronouns that may stand for things."""
_PLURALS = frozenset(("them", "these", "those"))
_MENTIONED = frozenset("dobj nsubj nsubjpass npadvmod dep ROOT conj attr appos".split())
"""How a thing stands that is spoken of after."""
_OWNING = frozenset("have own carry hide keep buy save bring hold possess wear".split())
"""Verbs whose subject owns the object."""


def thing(scene: Scene, pronoun: int, wanted: Collection[int] | None = None) -> int | None:
    """The noun of a thing that a pronoun stands for, of those `wanted`; None where there is none in the sentence."""
    tree = scene.tree
    form = tree.forms[pronoun]
    if form not in THINGS:
        return None
    found = [one for one in range(pronoun - 1, -1, -1) if _is_spoken_of(scene, one, wanted)]
    agreeing = [one for one in found if is_plural(tree.forms[one]) == (form in _PLURALS)]
    if agreeing or found:
        return (agreeing or found)[0]
    return _said_after(scene, pronoun, wanted)


def _is_spoken_of(scene: Scene, at: int, wanted: Collection[int] | None) -> bool:
    tree = scene.tree
    if wanted is not None:
        return at in wanted
    return (
        tree.tags[at] in NOUN_TAGS
        and tree.deps[at] in _MENTIONED
        and scene.mention(at) is None
        and not may_be_somebody(tree.forms[at])
    )


def _said_after(scene: Scene, pronoun: int, wanted: Collection[int] | None) -> int | None:
    """The thing named behind a comma after its pronoun: they took it, my phone."""
    tree = scene.tree
    after = pronoun + 1
    while after < len(tree) and tree.forms[after] in ("all", "both", "away", "too"):
        after += 1
    if after >= len(tree) or tree.forms[after] != ",":
        return None
    for at in range(after + 1, min(after + 5, len(tree))):
        if tree.tags[at] in NOUN_TAGS:
            named = scene.left_edge(at) == after + 1 and scene.mention(at) is None
            return at if named and (wanted is None or at in wanted) else None
        if tree.tags[at] in VERB_TAGS:
            return None
    return None


def fronted_things(scene: Scene, verb: int, wanted: Collection[int]) -> list[int]:
    """Things said before the subject of a verb that has no object: all our phones they broke."""
    tree = scene.tree
    if tree.child(verb, "dobj") is not None:
        return []
    found = [one for one in tree.all_children(verb, "npadvmod", "dep", "dobj") if one < verb and one in wanted]
    return found or _right_before(scene, verb, wanted)


def _right_before(scene: Scene, verb: int, wanted: Collection[int]) -> list[int]:
    """The thing whose phrase ends right before the subject pronoun: but the phone of my wife they broke."""
    tree = scene.tree
    subject = tree.child(verb, "nsubj")
    if subject is None or not subject or tree.tags[subject] != "PRP":
        return []
    at = subject - 1 if tree.forms[subject - 1] != "," else subject - 2
    while at > 0 and at not in wanted and tree.deps[at] in ("pobj", "prep") and tree.heads[at] < at:
        at = tree.heads[at]
    return [at] if at in wanted else []


def owner(scene: Scene, at: int) -> int | None:
    """Who is said to have the thing: I had two phones; everything, my bag and my money."""
    tree = scene.tree
    for verb in (tree.heads[at], *tree.all_children(at, "relcl")):
        having = tree.deps[at] == "dobj" or tree.deps[verb] == "relcl"
        if having and tree.tags[verb] in VERB_TAGS and tree.lemma(verb) in _OWNING:
            return tree.child(verb, "nsubj")
    beside = tree.all_children(at, "appos")
    while tree.deps[at] in ("appos", "conj") and tree.tags[tree.heads[at]] in NOUN_TAGS:
        at = tree.heads[at]
        beside.append(at)
    return next((one for noun in beside for one in tree.all_children(noun, "poss")), None)
