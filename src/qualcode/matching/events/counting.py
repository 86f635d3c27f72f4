"""Of whom a word counts some: some of the police, two from our group, of the forty people only six."""

from qualcode.matching.events.roles import names_somebody
from qualcode.matching.events.scene import Scene

_FRAMED = frozenset(("nsubj", "nsubjpass", "dobj"))


def counted(scene: Scene, at: int) -> int | None:
    """Of whom the word counts some: some of the police, two from our group; not where it is itself an actor's name."""
    tree = scene.tree
    named = scene.actor(at)
    for child in tree.children[at]:
        form = tree.forms[child]
        if tree.deps[child] != "prep" or form not in ("of", "from", "among", "amongst", "in", "out"):
            continue
        inner = child if form != "out" else next(iter(tree.all_children(child, "prep")), child)
        noun = tree.child(inner, "pobj")
        if noun is None or ((named or form != "of") and not names_somebody(scene, noun)):
            continue
        if named and (not scene.actor(noun) or scene.actor(noun) in scene.affected):
            continue  # a gang of men from the city is a gang
        return noun
    return None if named else _counted_before(scene, at)


def _counted_before(scene: Scene, at: int) -> int | None:
    """Of whom it counts some where that is said first: of the forty people in the truck only ten were caught."""
    tree = scene.tree
    first = tree.forms[0] in ("of", "from", "out") and tree.deps[0] == "prep" and tree.deps[at] in _FRAMED
    if not first or tree.heads[0] not in (at, tree.heads[at]):
        return None
    noun = tree.child(0, "pobj")
    return noun if noun is not None and noun < at and names_somebody(scene, noun) else None
