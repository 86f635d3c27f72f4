"""Words that carry a noun's action and tell of its roles: used violence, suffered abuse, victims of torture."""

from collections.abc import Iterable

from qualcode.matching.events.light_verbs import (
    ANNOUNCING,
    ANSWERING,
    CHARGING,
    COMING,
    DOERS,
    DOING,
    GIVING,
    HANGING,
    HAVING,
    KEPT_IN,
    MAKING,
    ONLOOKING,
    PERILS,
    PUTTING,
    SUFFERERS,
    SUFFERING,
    WAYS,
)
from qualcode.matching.events.objects import direct_objects, towards
from qualcode.matching.events.roles import AGAINST, Roles, hands, owned, persons, prepositions
from qualcode.matching.events.scene import OBJECT_PRONOUNS, VERB_TAGS, Scene
from qualcode.matching.events.subjects import subjects
from qualcode.matching.events.voice import by_phrase, is_passive


def governed(scene: Scene, noun: int, found: Roles) -> None:
    """What the verb around the noun tells: they used it, we suffered it, there was some from the police."""
    tree = scene.tree
    head, dep = tree.heads[noun], tree.deps[noun]
    if dep == "pobj":
        _after_preposition(scene, head, noun, found)
    elif head == noun or tree.tags[head] not in VERB_TAGS or tree.forms[noun] in SUFFERERS:
        return
    elif dep == "dobj" or (dep in ("attr", "oprd") and tree.lemma(head) in SUFFERING):
        _as_object(scene, head, found)
    elif dep == "nsubjpass":
        found.act(persons(scene, by_phrase(scene, head)), "passive")
        around(scene, head, found, coming=False)
    elif dep in ("nsubj", "attr", "conj", "appos"):
        _as_subject(scene, head, found)


def _as_object(scene: Scene, verb: int, found: Roles) -> None:
    """They used violence; we were given a beating by the guards."""
    lemma = scene.tree.lemma(verb)
    if not is_passive(scene, verb):
        by_subject(scene, verb, lemma, found)
    elif lemma in GIVING:
        found.act(persons(scene, by_phrase(scene, verb)))
        found.undergo([one.at for one in subjects(scene, verb)])
    around(scene, verb, found, coming=lemma in SUFFERING or lemma in HAVING)
    if lemma in MAKING:
        tree = scene.tree
        own = [verb, *tree.all_children(verb, "dobj")]
        _with(scene, [one for word in own for one in tree.all_children(word, "prep")], found)


def _as_subject(scene: Scene, verb: int, found: Roles) -> None:
    """There was violence from the police; threats come from smugglers; what they did was torture."""
    tree = scene.tree
    clause = tree.child(verb, "csubj")
    if clause is not None and tree.lemma(clause) == "do":
        found.act([one.at for one in subjects(scene, clause)], "copula")
        around(scene, clause, found, coming=False)
    subject = tree.child(verb, "nsubj")
    if subject is not None and tree.forms[subject] in WAYS:
        found.act(persons(scene, tree.all_children(subject, "poss")), "copula")
    coming = tree.lemma(verb) in COMING or tree.child(verb, "expl") is not None
    around(scene, verb, found, coming=coming)


def by_subject(scene: Scene, verb: int, lemma: str, found: Roles) -> None:
    """The subject of a light verb is the one who does it or who suffers it."""
    if lemma in DOING or lemma in GIVING or (lemma in HANGING and _hangs_over(scene, verb)):
        if not found.agents:
            found.agents.extend(subjects(scene, verb))
        found.undergo(persons(scene, direct_objects(scene, verb)))
    elif lemma in SUFFERING and lemma not in ONLOOKING:
        found.undergo([one.at for one in subjects(scene, verb)])
    elif lemma in HAVING:
        around(scene, verb, found, coming=True)
        if found.agents:
            found.undergo([one.at for one in subjects(scene, verb)])


def _hangs_over(scene: Scene, verb: int) -> bool:
    """Whether something is held over somebody."""
    tree = scene.tree
    own = [verb, *tree.all_children(verb, "dobj")]
    return any(tree.forms[child] == "over" for one in own for child in tree.all_children(one, "prep"))


def around(scene: Scene, verb: int, found: Roles, *, coming: bool) -> None:
    """Prepositional phrases of the verb: we suffered abuse in the camp from the guards."""
    tree = scene.tree
    for child in tree.all_children(verb, "prep", "agent", "dative"):
        form = tree.forms[child]
        nouns = list(scene.objects_of(child))
        if form == "by" or (form == "from" and coming):
            found.act(persons(scene, nouns))
        elif form == "at":
            found.act(hands(scene, nouns))
        elif form in AGAINST or form == "to":
            found.undergo(persons(scene, nouns) or (owned(scene, nouns) if form != "to" else ()))
        inner = [one for noun in nouns if coming for one in tree.all_children(noun, "prep")]
        for preposition in inner:
            if tree.forms[preposition] in ("from", "by"):
                found.act(persons(scene, scene.objects_of(preposition)))


def _with(scene: Scene, prepositions: Iterable[int], found: Roles) -> None:
    """Interpreted English, they do torture with me; with names it may be whom they did it together with."""
    for one in prepositions:
        if scene.tree.forms[one] == "with":
            found.undergo(noun for noun in scene.objects_of(one) if _suffers(scene, noun))


def _suffers(scene: Scene, noun: int) -> bool:
    """Whether the word is a pronoun or speaks of people like the speaker."""
    mention = scene.mention(noun)
    own = mention is not None and (mention.generic or mention.actor == scene.context.first_person)
    return own or scene.tree.forms[noun] in OBJECT_PRONOUNS


def _after_preposition(scene: Scene, preposition: int, noun: int, found: Roles) -> None:
    """Victims of violence, exposed to it, under attack, resorted to it, responsible for it."""
    tree = scene.tree
    marker, head = tree.forms[preposition], tree.heads[preposition]
    form = tree.forms[head]
    if tree.forms[noun] in PERILS and tree.tags[head] in VERB_TAGS:
        found.undergo([one.at for one in subjects(scene, head)])
        around(scene, head, found, coming=True)
    elif tree.tags[head] in VERB_TAGS and tree.lemma(head) in ("be", "stay", "remain", "sit", "die"):
        _being(scene, head, marker, noun, found)
    elif tree.tags[head] in VERB_TAGS:
        _after_verb(scene, head, marker, found)
    elif form in SUFFERERS and marker in ("of", "to"):
        prepositions(scene, head, found)
        found.undergo(_bearers(scene, head))
        around(scene, tree.heads[head], found, coming=True)
    elif form in DOERS:
        found.act(_bearers(scene, head), "copula")


def _being(scene: Scene, verb: int, marker: str, noun: int, found: Roles) -> None:
    """He is in detention; we were under attack by bandits; a gang was behind the robberies."""
    own = [one.at for one in subjects(scene, verb)]
    if marker == "behind":
        found.act(own, "copula")
    elif marker == "under" or (marker == "in" and scene.tree.forms[noun] in KEPT_IN):
        found.undergo(own)
        around(scene, verb, found, coming=True)


def _after_verb(scene: Scene, verb: int, marker: str, found: Roles) -> None:
    lemma = scene.tree.lemma(verb)
    if lemma in ("subject", "expose", "submit") and marker == "to":
        if is_passive(scene, verb):
            found.act(persons(scene, by_phrase(scene, verb)))
            found.undergo([one.at for one in subjects(scene, verb)])
        else:
            by_subject(scene, verb, lemma, found)
    elif (lemma == "suffer" and marker == "from") or (lemma in ("come", "live", "fall") and marker == "under"):
        found.undergo([one.at for one in subjects(scene, verb)])
        around(scene, verb, found, coming=marker == "under")
    elif (lemma in ("resort", "turn") and marker == "to") or (lemma in ("engage", "participate") and marker == "in"):
        found.agents.extend(subjects(scene, verb) if not found.agents else ())
        around(scene, verb, found, coming=False)
    elif marker in ("to", "of") and any(scene.tree.forms[one] in SUFFERERS for one in direct_objects(scene, verb)):
        # migrants fall victim to it
        found.undergo([one.at for one in subjects(scene, verb)])
    elif lemma == "amount" and marker == "to":
        found.act([one.at for one in subjects(scene, verb)], "copula")
    elif lemma in ANSWERING and marker == "with":
        _instrument(scene, verb, found)
    else:
        _done_with_object(scene, verb, lemma, marker, found)


def _done_with_object(scene: Scene, verb: int, lemma: str, marker: str, found: Roles) -> None:
    """Put under arrest, accused of robbery, involved in it: the passive subject has the role of the object."""
    passive = is_passive(scene, verb) or scene.tree.forms[verb] == "wanted"
    own = [one.at for one in subjects(scene, verb)]
    whom = own if passive else direct_objects(scene, verb)
    if lemma in PUTTING and marker in ("under", "in", "into", "through"):
        found.act(persons(scene, by_phrase(scene, verb) if passive else own))
        found.undergo(whom)
    elif lemma in CHARGING and marker in ("of", "for", "with"):
        found.act(whom, "control")
    elif lemma == "involve" and marker == "in":
        found.act(own, "copula")


def _instrument(scene: Scene, verb: int, found: Roles) -> None:
    """They met us with violence; we were threatened with arrest, by whomever."""
    passive = is_passive(scene, verb)
    own = [one.at for one in subjects(scene, verb)]
    if scene.tree.lemma(verb) not in ANNOUNCING:
        found.act(persons(scene, by_phrase(scene, verb) if passive else own))
    found.undergo(persons(scene, own if passive else [*direct_objects(scene, verb), *towards(scene, verb)]))


def _bearers(scene: Scene, word: int) -> list[int]:
    """Of whom a predicate is said: we were victims."""
    tree = scene.tree
    head = tree.heads[word]
    if tree.deps[word] == "amod":
        return [head]
    if tree.deps[word] == "nsubj" and tree.lemma(head) == "be":
        return list(tree.all_children(head, "attr"))  # the victims were two farmers
    fallen = tree.deps[word] == "dobj" and tree.lemma(head) in ("fall", "become")
    if (fallen or tree.deps[word] in ("attr", "acomp", "oprd", "prep", "conj")) and tree.tags[head] in VERB_TAGS:
        return [one.at for one in subjects(scene, head)]
    return []
