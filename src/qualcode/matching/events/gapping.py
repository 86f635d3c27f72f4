"""Clauses that leave out the verb, or say "do" for it: they beat the father and the gang the son; so did the police."""

from collections.abc import Iterator

from qualcode.matching.events.scene import NOUN_TAGS, VERB_TAGS, Scene

_JOINING = frozenset(("and", "or", "but", ",", ";", "then"))
_ECHOING = frozenset(("so", "as", "neither", "nor"))


def gapped(scene: Scene, verb: int) -> list[tuple[int, int]]:
    """Who does the same to whom where the verb is not said again: the police arrested my brother, the militia me."""
    tree = scene.tree
    if tree.child(verb, "dobj") is None:
        return []
    found = []
    for agent in range(verb + 2, len(tree) - 1):
        if tree.tags[agent] in VERB_TAGS:
            break
        target = tree.child(agent, "appos")
        edge = scene.left_edge(agent)
        if target is None or tree.forms[edge - 1] not in _JOINING or scene.left_edge(target) != agent + 1:
            continue
        if scene.actor(agent) and scene.actor(agent) not in scene.affected | {scene.actor(target)}:
            found.append((agent, target))
    return found


def echoing(scene: Scene, verb: int) -> Iterator[tuple[int, int]]:
    """Who is said to do the same, and the word that says so: the verb, or the "do" of who does it where others do not.

    The villagers beat us, and so did the police; the police did not beat us, the smugglers did.
    """
    tree = scene.tree
    for at in range(verb + 1, len(tree)):
        if tree.tags[at] not in VERB_TAGS:
            continue
        subject = tree.child(at, "nsubj")
        others = [one for one in tree.all_children(at, "dobj", "ccomp", "xcomp", "attr") if one != verb]
        if others or tree.lemma(at) != "do" or subject is None:
            return
        if tree.tags[subject] in NOUN_TAGS and scene.actor(subject):
            same = (tree.child(at, "neg") is None) == (tree.child(verb, "neg") is None)
            inverted = same and subject > at and tree.forms[at - 1] in _ECHOING
            if inverted or (subject < at and tree.forms[scene.left_edge(subject) - 1] in _JOINING | _ECHOING):
                yield from ((one, verb if same else at) for one in scene.conjuncts(subject))
        return
