"""Who stands where around a verb: its surface subject and its objects, also those it shares with other verbs."""

from collections.abc import Iterator

from qualcode.matching.events.persons import is_person
from qualcode.matching.events.scene import NOUN_TAGS, RELATIVES, SUBJECTS, VERB_TAGS, Filler, Scene

OBJECT_PRONOUNS = frozenset(("me", "us", "him", "them", "her", "you", "everyone", "everybody"))
_PARTICLES = frozenset(("back", "up", "down", "out", "away", "off", "on", "so", "very", "also", "always", "all"))

_CAUSE = frozenset(
    ("let", "make", "have", "get", "order", "force", "send", "set", "command", "instruct", "use", "train")
)
"""Verbs whose subject is behind what their object does."""
_DIRECT = frozenset(
    (*_CAUSE, "tell", "ask", "want", "allow", "help", "teach", "pay", "hire", "push", "oblige", "cause")
)
"""Verbs whose object is the one who does the infinitive: "they told the boys to beat us"."""
_OBJECT_CONTROL = _DIRECT | {
    "compel",
    "expect",
    "need",
    "encourage",
    "invite",
    "persuade",
    "pressure",
    "coerce",
    "bring",
}
_PERCEIVE = frozenset(("see", "hear", "watch", "find", "catch", "leave", "keep", "notice", "witness", "film"))
_CLEFT = frozenset(("it", "this", "that", "they", "these", "those"))
_OF_OBJECT = {
    "of": frozenset(("accuse", "suspect", "convict", "blame", "charge")),
    "from": frozenset(("stop", "prevent", "keep", "hold", "discourage", "ban")),
    "into": frozenset(("force", "trick", "push", "pressure", "talk", "coerce")),
    "for": frozenset(
        ("arrest", "punish", "blame", "thank", "pay", "beat", "catch", "detain", "jail", "imprison", "hit")
    ),
}
"""Prepositions before an -ing form, with the verbs whose object does it: "they accused him of robbing us"."""
_TOWARDS = frozenset(("to", "at", "on", "of", "against", "towards", "toward", "from", "into", "upon", "onto"))
"""Prepositions whose noun a verb may act upon: lie to us, shoot at us, steal from us."""
_MOVING = frozenset("return send deport push bring hand expel go come move drive transfer escort lock hold".split())
"""Verbs whose "to" and "from" say where somebody is moved."""
SOURCES = frozenset("steal take rob extort demand collect snatch grab get ask want seize confiscate squeeze".split())
"""Verbs whose "from" names whom something is taken from."""
_ANNOUNCING = frozenset(("threaten", "swear", "vow"))
"""Verbs that are aimed at whom what they announce is aimed at: they threatened to kill us."""
_NOTHING: frozenset[str] = frozenset()
_DEPTH = 6


def is_passive(scene: Scene, verb: int) -> bool:
    """Whether the surface subject of the verb is the one it happens to."""
    tree = scene.tree
    dep, tag = tree.deps[verb], tree.tags[verb]
    labels = {tree.deps[child] for child in tree.children[verb]}
    if "auxpass" in labels or "nsubjpass" in labels or "agent" in labels:
        return "agent" in labels or not _personal_object(scene, verb)
    if tag == "VBG" or (labels & {"dobj", "aux"} and dep != "acomp"):
        return False
    if dep in ("acomp", "attr"):
        return True
    if dep == "amod":
        return tag in ("VBN", "VBD") or (tag == "JJ" and looks_participle(tree.forms[verb]))
    if dep in ("acl", "ccomp", "xcomp", "oprd", "advcl") and tag == "VBN":
        return True
    if dep == "acl" and tag == "VBD" and not labels & SUBJECTS:
        return True
    if dep == "conj" and not labels & SUBJECTS:
        return is_passive(scene, tree.heads[verb])
    return tag == "VBN" and bool(labels & SUBJECTS)


def looks_participle(form: str) -> bool:
    """Whether the word may be a past participle by its ending: beaten, robbed, hurt."""
    return form.endswith(("ed", "en", "t", "wn"))


def _personal_object(scene: Scene, verb: int) -> bool:
    """Whether "us" or "him" is its object, which no passive has: "they are beat us"."""
    tree = scene.tree
    return any(tree.forms[child] in OBJECT_PRONOUNS for child in tree.all_children(verb, "dobj"))


def subjects(scene: Scene, verb: int, depth: int = 0) -> tuple[Filler, ...]:
    """The surface subject of the verb: its own, else the one that it shares with the word it hangs on."""
    tree = scene.tree
    dep, head = tree.deps[verb], tree.heads[verb]
    own = [child for child in tree.children[verb] if tree.deps[child] in SUBJECTS]
    if own:
        return next((found for one in reversed(own) if (found := tuple(_own(scene, verb, one)))), ())
    stranded = tuple(_stranded(scene, verb)) if head == verb or tree.tags[verb] not in VERB_TAGS else ()
    if stranded or depth > _DEPTH or head == verb:
        return stranded
    if dep == "relcl" and not _has_gap_subject(scene, verb):
        return ()
    if dep in ("relcl", "amod") or (dep == "acl" and not _infinitive(scene, verb)):
        # a participle behind the first noun of a fragment is its verb: "smuggler beating my wife"
        via = "direct" if dep == "acl" and tree.heads[head] == head else _relative_via(scene, head)
        if tree.deps[head] == "attr" and tree.deps[verb - 1] == "conj" and tree.heads[verb - 1] == head:
            # we are four and police beating us: the second noun begins a clause of its own
            return (Filler(verb - 1),)
        return tuple(Filler(one, via) for one in scene.conjuncts(head))
    if dep == "acl" and _is_person_like(scene, head):
        return tuple(Filler(one, "control") for one in scene.conjuncts(head))
    if dep == "csubj":
        return ()
    return tuple(_shared(scene, verb, depth))


def _own(scene: Scene, verb: int, subject: int) -> Iterator[Filler]:
    tree = scene.tree
    if tree.deps[verb] == "relcl" and tree.forms[subject] in RELATIVES:
        head = _who(scene, tree.heads[verb], subject)
        yield from (Filler(one, _relative_via(scene, head)) for one in scene.conjuncts(head))
        return
    behind = _causers(scene, verb)
    for one in scene.conjuncts(subject):
        yield Filler(one, "control" if behind or _is_made_to(scene, verb) else "direct", behind)


def _who(scene: Scene, noun: int, relative: int) -> int:
    """What "who" is about: the noun before it that is somebody ("under the control of smugglers who abused us")."""
    tree = scene.tree
    if tree.forms[relative] != "who" or scene.mention(noun) is not None or is_person(tree.forms[noun]):
        return noun
    if tree.tags[noun] not in NOUN_TAGS:
        return noun
    between = [one for one in range(noun + 1, relative) if scene.actor(one) and tree.deps[one] == "pobj"]
    return between[-1] if between else noun


def _relative_via(scene: Scene, noun: int) -> str:
    """`copula` for the noun of a cleft sentence, "it was the police who beat us", else `relative`."""
    tree = scene.tree
    while tree.deps[noun] in ("conj", "appos"):
        noun = tree.heads[noun]
    head = tree.heads[noun]
    subject = tree.child(head, "nsubj") if tree.deps[noun] == "attr" else None
    return "copula" if subject is not None and tree.forms[subject] in _CLEFT else "relative"


def _is_made_to(scene: Scene, verb: int) -> bool:
    """Whether the verb is an infinitive that somebody is made, told or allowed to do."""
    tree = scene.tree
    head = tree.heads[verb]
    if tree.deps[verb] not in ("ccomp", "xcomp") or tree.tags[verb] != "VB" or tree.lemma(head) not in _OBJECT_CONTROL:
        return False
    return all(tree.forms[one] == "to" for one in tree.all_children(verb, "aux"))


def _causers(scene: Scene, verb: int) -> tuple[int, ...]:
    tree = scene.tree
    head = tree.heads[verb]
    if tree.deps[verb] in ("ccomp", "xcomp") and tree.tags[head] in VERB_TAGS and tree.lemma(head) in _CAUSE:
        return tuple(filler.at for filler in subjects(scene, head))
    return ()


def _shared(scene: Scene, verb: int, depth: int) -> Iterator[Filler]:
    """The subject of an infinitive, a participle or a joined verb."""
    tree = scene.tree
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep == "pcomp":
        marker, head = tree.forms[head], tree.heads[head]
        objects = _before_ing(scene, verb, head, _OF_OBJECT.get(marker, _NOTHING))
    else:
        objects = _controllers(scene, verb, head) if dep in ("xcomp", "ccomp", "advcl", "oprd") else []
    if objects:
        behind = _causers(scene, verb)
        yield from (Filler(one, "control", behind) for one in objects)
        return
    via = "conjunction" if dep in ("conj", "parataxis", "dep") else "control"
    if dep == "conj" and tree.tags[verb] == "VBG" != tree.tags[head] and tree.deps[head] in ("ccomp", "xcomp"):
        # they don't let us sleep and beating: the -ing form goes with the main verb
        head = tree.heads[head]
    for filler in subjects(scene, head, depth + 1):
        quote = next((one for one in scene.quotes if filler.at in one and verb not in one), None)
        if quote is not None and quote.speaker is not None:
            # he shouted "I will beat you" and hit me: outside of the quotation it is he again
            filler = Filler(quote.speaker, filler.via)  # noqa: PLW2901
        yield filler if filler.via == "relative" else Filler(filler.at, via, filler.behind)


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
    ing = tree.tags[verb] in ("VBG", "VBN")
    if lemma in _OBJECT_CONTROL or (ing and lemma in _PERCEIVE and "," not in tree.forms[head:verb]):
        return [one for one in direct_objects(scene, head) if one < verb]
    return []


def _stranded(scene: Scene, verb: int) -> Iterator[Filler]:
    """A subject that the parser did not see: an actor named right before the verb."""
    tree = scene.tree
    before = verb - 1
    while before >= 0 and tree.deps[before] in ("aux", "advmod", "neg", "auxpass"):
        before -= 1
    if before < 0 or not scene.actor(before):
        return
    # a finite verb needs a subject, so the noun of a preposition before it is none of its: "in forest thieves rob us"
    fronted = tree.deps[before] == "pobj" and tree.tags[verb] != "VBN" and tree.heads[tree.heads[before]] == verb
    if fronted or tree.deps[before] not in ("pobj", "dobj"):
        yield Filler(before)


def _has_gap_subject(scene: Scene, verb: int) -> bool:
    """Whether a relative clause without a subject can be about its head as the subject: it has an object, or by-words."""
    tree = scene.tree
    return any(tree.deps[child] in ("dobj", "agent", "auxpass", "prep") for child in tree.children[verb])


def _infinitive(scene: Scene, verb: int) -> bool:
    tree = scene.tree
    return tree.tags[verb] == "VB" and any(tree.forms[child] == "to" for child in tree.children[verb])


def _is_person_like(scene: Scene, noun: int) -> bool:
    return scene.mention(noun) is not None


def direct_objects(scene: Scene, verb: int) -> list[int]:
    """The objects of an active verb, its own or one it shares, the nearest first."""
    tree = scene.tree
    found: list[int] = []
    for child in tree.children[verb]:
        dep = tree.deps[child]
        if dep == "dobj" and tree.forms[child] in RELATIVES and tree.deps[verb] == "relcl":
            found.extend(scene.conjuncts(tree.heads[verb]))
        elif dep in ("dobj", "dative") and tree.tags[child] not in ("IN", "TO"):
            found.extend(scene.conjuncts(child))
        elif dep == "dative":
            found.extend(scene.objects_of(child))
    after = _pronoun_after(scene, verb)
    if after is not None and after not in found:
        found.insert(0, after)
    if not found and tree.lemma(verb) in _OBJECT_CONTROL:
        found.extend(
            subject
            for clause in tree.all_children(verb, "ccomp")
            if tree.tags[clause] == "VB" and tree.child(clause, "mark") is None
            for subject in tree.all_children(clause, "nsubj")
        )
    if not found and tree.tags[verb] not in VERB_TAGS:
        found.extend(_noun_after(scene, verb))
    if not found and tree.deps[verb] == "relcl" and not _subject_is_relative(scene, verb):
        found.extend(scene.conjuncts(tree.heads[verb]))
    return found


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


def prior_objects(scene: Scene, verb: int) -> list[int]:
    """The object of the verb it is joined to: they catch us and beat very hard."""
    tree = scene.tree
    if tree.deps[verb] not in ("conj", "dep") or tree.child(verb, "nsubj", "nsubjpass") is not None:
        return []
    head = tree.heads[verb]
    if tree.tags[head] not in VERB_TAGS or is_passive(scene, head):
        return []
    return direct_objects(scene, head) or prior_objects(scene, head)


def joined(scene: Scene, verb: int) -> list[int]:
    """The verbs that share the subject of this one, from the first on, itself among them."""
    tree = scene.tree
    first = verb
    while tree.deps[first] == "conj" and tree.child(first, "nsubj", "nsubjpass") is None:
        first = tree.heads[first]
    found = [first]
    for one in found:
        found.extend(
            child
            for child in tree.all_children(one, "conj")
            if tree.tags[child] in VERB_TAGS and tree.child(child, "nsubj", "nsubjpass") is None
        )
    return found


def by_phrase(scene: Scene, verb: int) -> list[int]:
    """The nouns after "by" with a passive verb, its own or shared with verbs joined to it."""
    found = _own_by(scene, verb)
    if not found and scene.tree.deps[verb] in ("acomp", "attr"):
        found = _own_by(scene, scene.tree.heads[verb])
    if found:
        return found
    others = joined(scene, verb)
    later = [one for one in others if one > verb]
    earlier = [one for one in reversed(others) if one < verb and is_passive(scene, one)]
    return next((named for one in (*later, *earlier) if (named := _own_by(scene, one))), [])


def _own_by(scene: Scene, verb: int) -> list[int]:
    tree = scene.tree
    found: list[int] = []
    for child in tree.children[verb]:
        form = tree.forms[child]
        if form == "by" and tree.deps[child] in ("agent", "prep"):
            found.extend(scene.objects_of(child))
        elif tree.deps[child] == "prep":
            for noun in tree.all_children(child, "pobj"):
                found.extend(_at_hands(scene, noun))
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


def is_noun(scene: Scene, at: int) -> bool:
    """Whether the tagger takes the word for a noun."""
    return scene.tree.tags[at] in NOUN_TAGS
