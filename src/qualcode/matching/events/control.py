"""Who does what a verb without a subject of its own says: whoever is forced, told or seen to do it."""

from qualcode.matching.events.objects import OBJECT_CONTROL, direct_objects
from qualcode.matching.events.quotation import addressee
from qualcode.matching.events.scene import NOUN_TAGS, VERB_TAGS, Scene
from qualcode.matching.events.voice import is_passive

CAUSE = frozenset("let make have get order force send set command instruct use train".split())
"""Verbs whose subject is behind what their object does."""
_SUMMONING = frozenset(("call", "phone", "alert", "inform", "summon", "hire", "bribe"))
"""Verbs whose object, where it is an actor, does what they are called for: they called the police to arrest us."""
_TELLING = frozenset(("tell", "say", "shout", "order", "call", "sign"))
"""Verbs whose addressee does what a bare verb says: he tells to the soldiers hit them."""
PERCEIVING = frozenset(("see", "hear", "watch", "find", "catch", "leave", "keep", "notice", "witness", "film"))
"""Verbs whose object does what an -ing form says: we saw them beating people."""
_OF_OBJECT = {
    "of": frozenset(("accuse", "suspect", "convict", "blame", "charge")),
    "from": frozenset(("stop", "prevent", "keep", "hold", "discourage", "ban")),
    "into": frozenset(("force", "trick", "push", "pressure", "talk", "coerce")),
    "for": frozenset(
        (
            "sentence",
            "convict",
            "fine",
            "prosecute",
            "try",
            "condemn",
            "accuse",
            "suspect",
            "investigate",
            "kill",
            "arrest",
            "punish",
            "blame",
            "thank",
            "pay",
            "beat",
            "catch",
            "detain",
            "jail",
            "imprison",
            "hit",
        )
    ),
}
"""Prepositions before an -ing form, with the verbs whose object does it: "they accused him of robbing us"."""
_INFINITIVES = frozenset(("ccomp", "xcomp", "advcl"))
_NOTHING: frozenset[str] = frozenset()


def doers(scene: Scene, verb: int) -> list[int]:
    """The object of the governing verb, where it does what this verb says; else nothing."""
    tree = scene.tree
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep == "pcomp":
        return _before_ing(scene, verb, tree.heads[head], _OF_OBJECT.get(tree.forms[head], _NOTHING))
    if dep == "advcl" and tree.tags[verb] == "VBG" and tree.deps[verb - 1] == "pobj" and scene.actor(verb - 1):
        # I dream of the soldiers hitting my father
        return [verb - 1]
    return _controllers(scene, verb, head) if dep in ("xcomp", "ccomp", "advcl", "oprd") else []


def _took_time(scene: Scene, head: int) -> bool:
    """Whether "it" took somebody time to do something: it took them an hour to help us."""
    tree = scene.tree
    subject = tree.child(head, "nsubj")
    return tree.lemma(head) in ("take", "cost") and subject is not None and tree.forms[subject] == "it"


def is_made_to(scene: Scene, verb: int) -> bool:
    """Whether the verb is an infinitive that somebody is made, told or allowed to do."""
    tree = scene.tree
    head = tree.heads[verb]
    if tree.deps[verb] not in ("ccomp", "xcomp") or tree.tags[verb] != "VB" or tree.lemma(head) not in OBJECT_CONTROL:
        return False
    return all(tree.forms[one] == "to" for one in tree.all_children(verb, "aux"))


def is_caused(scene: Scene, verb: int) -> bool:
    """Whether the subject of the governing verb makes somebody do it: they let the dogs bite us."""
    tree = scene.tree
    head = tree.heads[verb]
    if head > verb:
        return False  # he deceived him, he let the phone ring
    if tree.deps[verb] == "advcl" and (tree.tags[verb] != "VB" or tree.child(verb, "nsubj", "mark") is not None):
        return False
    return tree.deps[verb] in _INFINITIVES and tree.tags[head] in VERB_TAGS and tree.lemma(head) in CAUSE


def _before_ing(scene: Scene, verb: int, head: int, governing: frozenset[str]) -> list[int]:
    """The object before "of robbing us", whether the preposition hangs on the verb or on the object."""
    tree = scene.tree
    if tree.tags[head] in NOUN_TAGS or tree.tags[head] == "PRP":
        above = tree.heads[head]
        return [head] if tree.deps[head] in ("dobj", "dative") and tree.lemma(above) in governing else []
    if tree.lemma(head) not in governing or is_passive(scene, head):
        return []
    return [one for one in direct_objects(scene, head) if one < verb]


def _controllers(scene: Scene, verb: int, head: int) -> list[int]:
    tree = scene.tree
    if tree.tags[head] not in VERB_TAGS or is_passive(scene, head):
        return []
    lemma = tree.lemma(head)
    if lemma in _SUMMONING and tree.tags[verb] == "VB":
        return [one for one in direct_objects(scene, head) if one < verb and scene.actor(one)]
    if lemma in _TELLING and tree.forms[verb] == tree.lemma(verb) and tree.child(verb, "mark", "nsubj") is None:
        whom = addressee(tree, head)
        if whom is not None and whom < verb:
            return [whom]
    ing = tree.tags[verb] in ("VBG", "VBN")
    if (
        lemma in OBJECT_CONTROL
        or _took_time(scene, head)
        or (ing and lemma in PERCEIVING and "," not in tree.forms[head:verb])
    ):
        return [one for one in direct_objects(scene, head) if one < verb]
    return []
