"""The voice of a verb: whether its surface subject is the one it happens to, and who stands after "by"."""

from collections.abc import Iterator

from qualcode.matching.events.persons import is_person
from qualcode.matching.events.scene import OBJECT_PRONOUNS, SUBJECTS, VERB_TAGS, Scene

_ASKED = (("who",), ("whom",))
_OF_PASSIVE = frozenset(("auxpass", "nsubjpass", "agent"))
_PRONOUNS = frozenset(("them", "him", "her"))
_ACTIVE = frozenset(("dobj", "aux", "auxpass", "mark"))
_ADDING = frozenset(("only", "but", ",", "and", "time", "once", "twice", "first", "then"))
"""Words before a second "by": one time by the army, one time by the thieves."""
_DENYING = frozenset(("not", "never"))
_PARTICIPIAL = frozenset(("acl", "ccomp", "xcomp", "oprd", "advcl"))


def is_passive(scene: Scene, verb: int) -> bool:
    """Whether the surface subject of the verb is the one it happens to."""
    if verb not in scene.passives:
        scene.passives[verb] = _happens_to_subject(scene, verb)
    return scene.passives[verb]


def _happens_to_subject(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    dep, tag = tree.deps[verb], tree.tags[verb]
    labels = {tree.deps[child] for child in tree.children[verb]}
    if is_had_done(scene, verb):
        return True
    if not labels.isdisjoint(_OF_PASSIVE):
        return "agent" in labels or not _personal_object(scene, verb)
    if tag == "VBG" or (("dobj" in labels or "aux" in labels) and dep != "acomp"):
        return False
    if dep == "conj" and labels.isdisjoint(SUBJECTS):
        return is_passive(scene, tree.heads[verb])
    if dep in ("acomp", "attr"):
        return not _begins_object(scene, verb + 1)
    return _is_participle(scene, verb, subject=not labels.isdisjoint(SUBJECTS))


def is_had_done(scene: Scene, verb: int) -> bool:
    """Whether somebody has it done to somebody, rather than suffers it: they had all the detainees punched."""
    tree = scene.tree
    head = tree.heads[verb]
    if tree.deps[verb] != "ccomp" or tree.tags[verb] not in ("VBD", "VBN") or tree.lemma(head) not in ("have", "get"):
        return False
    subject = tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or tree.child(verb, *_ACTIVE) is not None:
        return False
    owner = tree.child(subject, "poss")
    own = tree.child(head, "nsubj")
    if owner is None or own is None:
        return own is not None
    return tree.forms[owner] in ("my", "our") and tree.forms[own] not in ("i", "we")


def _begins_object(scene: Scene, after: int) -> bool:
    """Whether an object begins here, right behind the verb: the smuggler is cheat all people."""
    tree = scene.tree
    if after >= len(tree):
        return False
    return tree.tags[after] in ("PRP", "PRP$", "DT", "PDT") or scene.mention(after) is not None


def _is_participle(scene: Scene, verb: int, *, subject: bool) -> bool:
    """Whether a verb without auxiliaries is a past participle: beaten people, saw him beaten, we beaten by police."""
    tree = scene.tree
    dep, tag = tree.deps[verb], tree.tags[verb]
    if dep == "amod":
        return tag in ("VBN", "VBD") or (tag == "JJ" and looks_participle(tree.forms[verb]))
    if tag == "VBD":
        return dep == "acl" and not subject
    if subject and any(tree.tags[one] == "VBD" and _goes_on(scene, one) for one in tree.all_children(verb, "conj")):
        return False  # the police first fed and then photographed them
    return tag == "VBN" and (dep in _PARTICIPIAL or subject)


def looks_participle(form: str) -> bool:
    """Whether the word may be a past participle by its ending: beaten, robbed, hurt."""
    return form.endswith(("ed", "en", "t", "wn"))


def _personal_object(scene: Scene, verb: int) -> bool:
    """Whether somebody is its object, which no passive has: they are beat us, smuggler is cheat all people."""
    tree = scene.tree
    return any(
        tree.forms[child] in OBJECT_PRONOUNS or scene.mention(child) is not None or is_person(tree.forms[child])
        for child in tree.all_children(verb, "dobj")
    )


def joined(scene: Scene, verb: int) -> list[int]:
    """The verbs that share the subject of this one, from the first on, itself among them."""
    tree = scene.tree
    first = verb
    while tree.deps[first] == "conj" and tree.child(first, "nsubj", "nsubjpass") is None:
        first = tree.heads[first]
    found = [first]
    for one in found:
        found.extend(child for child in tree.all_children(one, "conj", "advcl") if _goes_on(scene, child))
    return found


def _goes_on(scene: Scene, verb: int) -> bool:
    """Whether a verb continues the one it hangs on: a joined one, or a participle in a list of passives."""
    tree = scene.tree
    if tree.tags[verb] not in VERB_TAGS or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return False
    return tree.deps[verb] == "conj" or tree.tags[verb] == "VBN"


def by_phrase(scene: Scene, verb: int) -> list[int]:
    """The nouns after "by" with a passive verb, its own or shared with verbs joined to it."""
    found = _own_by(scene, verb)
    found = [*found, *(one for one in _added_by(scene, verb) if one not in found)]
    named = [one for one in found if scene.tree.forms[one] not in _PRONOUNS]
    if found:
        return named or found  # by them, by the smugglers I mean
    if scene.tree.deps[verb] in ("acomp", "attr"):
        found = _own_by(scene, scene.tree.heads[verb])
    if found:
        return found
    others = joined(scene, verb)
    later = [one for one in others if one > verb]
    earlier = [one for one in reversed(others) if one < verb and is_passive(scene, one)]
    return next((named for one in (*later, *earlier) if (named := _own_by(scene, one))), [])


def _added_by(scene: Scene, verb: int) -> Iterator[int]:
    """Whom a second "by" adds behind a comma: helped by nobody, only by one driver."""
    tree = scene.tree
    for at in range(verb + 1, len(tree)):
        if tree.tags[at] in VERB_TAGS:
            return
        added = tree.forms[at - 1] in _ADDING or tree.tags[at - 1] == "CD"
        denied = tree.forms[at - 1] in _DENYING
        if tree.forms[at] == "by" and tree.heads[at] != verb and added and not denied:
            yield from scene.objects_of(at)


def _own_by(scene: Scene, verb: int) -> list[int]:
    tree = scene.tree
    found: list[int] = []
    for child in tree.children[verb]:
        form = tree.forms[child]
        if form == "by" and (tree.forms[child + 1 : child + 2] in _ASKED or tree.forms[child - 1] in _DENYING):
            continue  # by whom? by the police, never by the locals
        if form == "by" and tree.deps[child] in ("agent", "prep"):
            found.extend(scene.objects_of(child))
        elif tree.deps[child] == "prep":
            for noun in tree.all_children(child, "pobj"):
                found.extend(_at_hands(scene, noun))
                for clause in tree.all_children(noun, "relcl"):
                    # robbed of everything he owned by a gang
                    if tree.child(clause, "nsubj") is not None and tree.child(clause, "auxpass") is None:
                        found.extend(_own_by(scene, clause))
                for inner in tree.all_children(noun, "prep", "agent"):
                    found.extend(scene.objects_of(inner) if tree.forms[inner] == "by" else ())
    return found


def _at_hands(scene: Scene, noun: int) -> Iterator[int]:
    """At the hands of the police, at the smugglers' hands."""
    tree = scene.tree
    if tree.forms[noun] not in ("hands", "hand"):
        return
    for child in tree.children[noun]:
        if tree.deps[child] == "prep" and tree.forms[child] == "of":
            yield from scene.objects_of(child)
        elif tree.deps[child] == "poss":
            yield child


def from_phrase(scene: Scene, word: int) -> list[int]:
    """The nouns after "from" that hang on the word: in broken English it stands for "by"."""
    tree = scene.tree
    return [
        noun
        for child in tree.children[word]
        if tree.deps[child] in ("prep", "agent") and tree.forms[child] == "from"
        for noun in scene.objects_of(child)
    ]
