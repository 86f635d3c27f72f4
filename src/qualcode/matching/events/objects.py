"""Whom and what a verb acts upon: its objects, those it shares with other verbs, and nouns behind prepositions."""

from qualcode.matching.events.persons import PEOPLE
from qualcode.matching.events.scene import OBJECT_PRONOUNS, RELATIVES, SUBJECTS, VERB_TAGS, Scene
from qualcode.matching.events.voice import is_passive

OBJECT_CONTROL = frozenset(
    """
    let make have get order force send set command instruct use train tell ask want allow help teach pay hire push
    oblige cause compel expect need encourage invite persuade pressure coerce bring
    beg implore urge warn convince assist
    """.split()
)
"""Verbs whose object is the one who does the infinitive: "they told the boys to beat us"."""
_PARTICLES = frozenset(("back", "up", "down", "out", "away", "off", "on", "so", "very", "also", "always", "all"))
_TOWARDS = frozenset(("to", "at", "on", "of", "against", "towards", "toward", "from", "into", "upon", "onto"))
"""Prepositions whose noun a verb may act upon: lie to us, shoot at us, steal from us."""
_MOVING = frozenset("return send deport push bring hand expel go come move drive transfer escort lock hold".split())
"""Verbs whose "to" and "from" say where somebody is moved."""
SOURCES = frozenset("steal take rob extort demand collect snatch grab get ask want seize confiscate squeeze".split())
"""Verbs whose "from" names whom something is taken from."""
_ANNOUNCING = frozenset(("threaten", "swear", "vow"))
"""Verbs that are aimed at whom what they announce is aimed at: they threatened to kill us."""


def direct_objects(scene: Scene, verb: int) -> list[int]:
    """The objects of an active verb, its own or one it shares, the nearest first."""
    if verb not in scene.acted_on:
        scene.acted_on[verb] = _acted_on(scene, verb)
    return scene.acted_on[verb]


def _acted_on(scene: Scene, verb: int) -> list[int]:
    tree = scene.tree
    found: list[int] = []
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep == "dobj" and tree.forms[child] in RELATIVES and tree.deps[verb] == "relcl":
            if any(one > verb for one in tree.all_children(verb, "dobj")):
                continue  # the agent which he cheated my brother
            found.extend(scene.conjuncts(tree.heads[verb]))
        elif dep in ("dobj", "dative") and tree.tags[child] not in ("IN", "TO"):
            if _is_set_off(scene, verb, child) or _is_subject_twice(scene, verb, child):
                continue
            person = _person_in_compound(scene, verb, child)
            if person is not None:
                found.append(person)
                continue
            found.extend(scene.conjuncts(child))
        elif dep == "dative" and not (tree.forms[child] == "for" and _to(scene, verb)):
            found.extend(scene.objects_of(child))
    after = _pronoun_after(scene, verb)
    if after is not None and after not in found:
        found.insert(0, after)
    return found or _misplaced(scene, verb)


def _to(scene: Scene, verb: int) -> bool:
    """Whether the verb has words after "to": he lied for us to the police."""
    tree = scene.tree
    return any(tree.forms[one] == "to" for one in tree.all_children(verb, "prep", "dative"))


def _person_in_compound(scene: Scene, verb: int, noun: int) -> int | None:
    """Persons right behind the verb that were taken for part of a compound: who shelter migrants risk prison."""
    tree = scene.tree
    after = verb + 1
    if after >= noun or tree.tags[after] != "NNS" or tree.deps[after] != "compound" or tree.heads[after] != noun:
        return None
    return after if scene.mention(after) is not None and tree.forms[noun] not in PEOPLE else None


def _is_set_off(scene: Scene, verb: int, noun: int) -> bool:
    """Whether a single comma parts a noun from a verb before it, so that it is no object: they beat, every time."""
    tree = scene.tree
    edge = scene.left_edge(noun)
    if edge <= verb + 1 or tree.forms[edge - 1] != "," or scene.mention(noun) is not None:
        return False
    return tree.forms[verb:edge].count(",") == 1


def _is_subject_twice(scene: Scene, verb: int, noun: int) -> bool:
    """Whether the phrase only counts those whom the subject pronoun behind it means: both of them they robbed me."""
    tree = scene.tree
    if noun > verb or tree.forms[noun + 1 : noun + 3] != ("of", "them"):
        return False
    return any(tree.forms[one] == "they" and noun < one < verb for one in tree.all_children(verb, "nsubj"))


def _misplaced(scene: Scene, verb: int) -> list[int]:
    """Objects that hang elsewhere: on the infinitive, behind a verb tagged as a noun, before a relative clause."""
    tree = scene.tree
    if tree.lemma(verb) in OBJECT_CONTROL:
        for clause in tree.all_children(verb, "ccomp"):
            if tree.tags[clause] == "VB" and tree.child(clause, "mark") is None:
                return list(tree.all_children(clause, "nsubj"))
    if tree.tags[verb] not in VERB_TAGS:
        return _noun_after(scene, verb)
    if tree.deps[verb] == "relcl" and not _subject_is_relative(scene, verb):
        return list(scene.conjuncts(tree.heads[verb]))
    return []


def _subject_is_relative(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    own = [child for child in tree.children[verb] if tree.deps[child] in SUBJECTS]
    return not own or tree.forms[own[-1]] in RELATIVES


def _pronoun_after(scene: Scene, verb: int) -> int | None:
    """The object pronoun right after the verb, whatever the parser made of it: "hold us hostage"."""
    forms = scene.tree.forms
    after = verb + 1
    while after < len(forms) and forms[after] in _PARTICLES:
        after += 1
    if after >= len(forms) or forms[after] not in OBJECT_PRONOUNS:
        return None
    if forms[after] in ("her", "you") and scene.tree.deps[after] not in ("dobj", "dative"):
        return None
    return after


def _noun_after(scene: Scene, verb: int) -> list[int]:
    """The actor named after a verb that the tagger took for a noun: mafia attack migrants."""
    tree = scene.tree
    for at in range(verb + 1, min(verb + 4, len(tree))):
        if scene.mention(at) is not None:
            return [at]
        if tree.tags[at] not in ("DT", "PRP$", "JJ", "CD"):
            break
    return []


def objects(scene: Scene, verb: int) -> list[int]:
    """The direct objects of an active verb, its own, else those of a following verb that is joined to it."""
    found = direct_objects(scene, verb) or _later(scene, verb)
    tree = scene.tree
    if not found and tree.lemma(verb) in _ANNOUNCING:
        for one in tree.all_children(verb, "xcomp", "ccomp"):
            found = found or direct_objects(scene, one)
    return found


def towards(scene: Scene, verb: int, *, sources: bool = True) -> list[int]:
    """The nouns of prepositions through which a verb acts: lie to us, shoot at us; as `sources`, steal from us."""
    tree = scene.tree
    moves = tree.lemma(verb) in _MOVING
    return [
        noun
        for child in tree.children[verb]
        if tree.deps[child] in ("prep", "dative") and tree.forms[child] in _TOWARDS and child > verb
        if not (moves and tree.forms[child] in ("to", "into", "at", "on"))
        if tree.forms[child] != "from" or (sources and tree.lemma(verb) in SOURCES)
        for noun in scene.objects_of(child)
    ]


def _later(scene: Scene, verb: int) -> list[int]:
    """The object of a following joined verb: they caught, beat and robbed us."""
    tree = scene.tree
    for child in tree.all_children(verb, "conj"):
        if tree.tags[child] in VERB_TAGS and child > verb and tree.child(child, "nsubj", "nsubjpass", "neg") is None:
            if any(verb < one < child for one in tree.children[verb] if tree.deps[one] in ("prep", "advcl", "neg")):
                return []
            return [] if is_passive(scene, child) else direct_objects(scene, child) or _later(scene, child)
    return []


def main_objects(scene: Scene, verb: int) -> list[int]:
    """Whom the main clause is about, where its subject is the same pronoun: after they catch they beat us."""
    tree = scene.tree
    head = tree.heads[verb]
    if tree.deps[verb] != "advcl" or head < verb or tree.tags[head] not in VERB_TAGS or tree.child(verb, "dobj"):
        return []
    own, others = tree.child(verb, "nsubj"), tree.child(head, "nsubj")
    if own is None or others is None or tree.forms[own] != tree.forms[others] or tree.tags[own] != "PRP":
        return []
    return [one for one in direct_objects(scene, head) if tree.forms[one] in OBJECT_PRONOUNS]


def pursued(scene: Scene, verb: int) -> list[int]:
    """After or on whom somebody is sent to do it: they send dogs after us to bite."""
    tree = scene.tree
    head = tree.heads[verb]
    if tree.deps[verb] not in ("xcomp", "advcl", "ccomp") or tree.lemma(head) not in ("send", "set", "release", "let"):
        return []
    own = [head, *tree.all_children(head, "dobj")]
    return [
        noun
        for one in own
        for child in tree.all_children(one, "prep")
        if tree.forms[child] in ("after", "on", "at", "onto") and head < child < verb
        for noun in scene.objects_of(child)
    ]


def prior_objects(scene: Scene, verb: int) -> list[int]:
    """The object of the verb it is joined to: they catch us and beat very hard."""
    tree = scene.tree
    if tree.deps[verb] == "xcomp" and tree.tags[verb] == "VBG":
        # they pushed us and started kicking
        verb = tree.heads[verb]
    if tree.lemma(verb) in SOURCES and tree.child(verb, "dobj") is not None:
        return []  # beat the boys and took every phone: nobody says whose
    trailing = tree.deps[verb] == "advcl" and tree.tags[verb] == "VBG" and tree.child(verb, "mark", "advmod") is None
    if not (trailing or tree.deps[verb] in ("conj", "dep")) or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return []
    head = tree.heads[verb]
    if tree.tags[head] not in VERB_TAGS or is_passive(scene, head):
        return []
    return [*direct_objects(scene, head), *towards(scene, head)] or prior_objects(scene, head)
