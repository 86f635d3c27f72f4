"""Whether a word of the codebook is a verb, a noun, or neither where it stands."""

from qualcode.matching.events.dislocation import taken_up
from qualcode.matching.events.event import Trigger
from qualcode.matching.events.objects import SOURCES, direct_objects
from qualcode.matching.events.roles import names_somebody
from qualcode.matching.events.scene import NOUN_TAGS, OBJECT_PRONOUNS, VERB_TAGS, Scene
from qualcode.matching.events.stand_ins import fronted_things, thing
from qualcode.matching.events.subjects import subjects
from qualcode.matching.events.voice import is_passive, looks_participle

_ARTICLES = frozenset(("DT", "PRP$", "POS"))
_SUBJECT_PRONOUNS = frozenset(("i", "we", "they", "he", "she", "who"))
_BEFORE_OBJECT = frozenset(("DT", "PRP$", "PRP"))
_LINKS = frozenset(("conj", "appos", "compound", "dep", "npadvmod", "nmod"))
_BE = frozenset(("is", "was", "are", "were", "am", "be", "been", "being", "'m", "'re", "'s", "get", "got", "gets"))
_AFTER_VERB = frozenset(("dobj", "oprd", "npadvmod", "attr", "xcomp", "ccomp", "dep", "advmod", "advcl"))
_MUCH = frozenset("much many more some few several little lots these those".split())
_COUNTED = frozenset(("of", "as"))


def as_verb(scene: Scene, words: range, *, nominal: bool) -> int | None:
    """The word that is the verb of the trigger, None where it is no verb here. `nominal`: it may be a noun too."""
    tree = scene.tree
    at = next((one for one in words if tree.tags[one] in VERB_TAGS), words[0])
    tag = tree.tags[at]
    if tag in VERB_TAGS:
        return None if (nominal and _named_by_article(scene, at)) or _is_gerund(scene, at) else at
    if (
        tree.child(at, "auxpass") is not None
        or _after_be(scene, at, nominal=nominal)
        or _trailing_ing(scene, at)
        or _after_preposition(scene, at, nominal=nominal)
    ):
        return at
    if tag.startswith("JJ") and looks_participle(tree.forms[at]):
        return at if tree.deps[at] in ("amod", "acomp", "ccomp", "ROOT", "conj") else None
    return _in_order(scene, at, nominal=nominal)


def _is_gerund(scene: Scene, at: int) -> bool:
    """Whether an -ing form without subject and object is a noun by its prepositions: beating from police."""
    tree = scene.tree
    if tree.tags[at] != "VBG" or tree.deps[at] in ("xcomp", "conj", "advcl", "acl"):
        return False
    if tree.child(at, "dobj", "aux", "auxpass", "nsubj", "nsubjpass") is not None:
        return False
    for child in tree.all_children(at, "prep", "agent"):
        form = tree.forms[child]
        if form == "of" or (form in ("by", "from") and not (form == "from" and tree.lemma(at) in SOURCES)):
            return any(names_somebody(scene, one) for one in scene.objects_of(child))
    return False


def _after_be(scene: Scene, at: int, *, nominal: bool) -> bool:
    """Whether a base form after "was" stands for a participle: they was rob, he was kill by police."""
    tree = scene.tree
    head = tree.heads[at]
    if (
        tree.deps[at] not in ("attr", "acomp")
        or tree.forms[head] not in _BE
        or tree.child(at, "det", "poss") is not None
    ):
        return False
    if any(tree.tags[one] not in ("RB", "UH") for one in range(head + 1, at)):
        return False
    subject = tree.child(head, "nsubj", "nsubjpass")
    return subject is not None and (not nominal or names_somebody(scene, subject))


def _trailing_ing(scene: Scene, at: int) -> bool:
    """Whether an -ing form that trails a verb goes on with it: police catching us, beating."""
    tree = scene.tree
    if not tree.forms[at].endswith("ing") or tree.deps[at] not in ("dep", "conj", "npadvmod", "appos", "advcl"):
        return False
    return tree.tags[tree.heads[at]] in VERB_TAGS and tree.child(at, "det", "poss", "amod", "prep") is None


def _after_preposition(scene: Scene, at: int, *, nominal: bool) -> bool:
    """Whether a base form after "after" stands for an -ing form: after catch they beat us."""
    tree = scene.tree
    return not nominal and tree.deps[at] == "pobj" and at > 0 and tree.forms[at - 1] in ("after", "before", "without")


def _named_by_article(scene: Scene, at: int) -> bool:
    """Whether a verb form is a noun by what stands before it: the beating, their killings."""
    tree = scene.tree
    if tree.tags[at] not in ("VBG", "VB", "VBP", "VBZ") or tree.deps[at] == "amod":
        return False
    if tree.child(at, "dobj", "aux", "auxpass", "nsubj") is not None:
        return False
    if at > 0 and tree.forms[at - 1] in _MUCH and tree.heads[at - 1] == at:
        return True
    return tree.child(at, "det", "poss") is not None or (at > 0 and tree.tags[at - 1] in _ARTICLES)


def _in_order(scene: Scene, at: int, *, nominal: bool) -> int | None:
    """The word as a verb where the order of words leaves no doubt, whatever the tagger says: police attack us."""
    tree = scene.tree
    head, before = tree.heads[at], at - 1
    if before < 0 or tree.tags[before] in _ARTICLES or tree.tags[before] in ("IN", "JJ", "CD"):
        return None
    if not nominal and tree.deps[at] == "conj" and tree.tags[head] in NOUN_TAGS:
        return at if _in_order(scene, head, nominal=False) is not None else None
    small_clause = tree.deps[at] == "ccomp" and tree.child(at, "nsubj") is not None
    if small_clause or tree.forms[before] in _SUBJECT_PRONOUNS or tree.tags[before] in ("TO", "MD"):
        return at
    return at if scene.actor(before) and _goes_on_as_clause(scene, at + 1, nominal=nominal) else None


def _goes_on_as_clause(scene: Scene, after: int, *, nominal: bool) -> bool:
    """Whether the next word may follow a verb but no noun: us, the, an actor; after no listed noun, most words."""
    tree = scene.tree
    if after >= len(tree):
        return not nominal
    if not nominal and tree.tags[after] not in NOUN_TAGS:
        return True
    return (
        tree.forms[after] in OBJECT_PRONOUNS or tree.tags[after] in _BEFORE_OBJECT or scene.mention(after) is not None
    )


def verbal_noun(scene: Scene, words: range) -> int | None:
    """The word where a noun of the codebook is used as a verb: smugglers threat us."""
    tree = scene.tree
    at = words[-1]
    used = tree.tags[at] in VERB_TAGS and tree.tags[at] != "VBG"
    return at if used and tree.child(at, "nsubj", "dobj") is not None else None


def is_nominal(scene: Scene, words: range, *, listed: bool) -> int | None:
    """The head of the trigger as a noun, None where it is none. One not `listed` as a noun must be an -ing form."""
    tree = scene.tree
    inside = [one for one in words if tree.heads[one] not in words or tree.heads[one] == one]
    at = inside[0] if inside else words[-1]
    if not listed:
        head = tree.heads[at]
        if tree.deps[at] == "dobj" and tree.tags[head] in VERB_TAGS and tree.lemma(head) == "give":
            return at
        return at if tree.forms[at].endswith(("ing", "ings")) and tree.tags[at] in (*NOUN_TAGS, "VBG") else None
    return at


def required_object(scene: Scene, trigger: Trigger, verb: int) -> bool:
    """Whether a verb that needs certain objects has one of them: its object, or the subject of its passive."""
    if trigger.objects is None:
        return True
    own = set(_objects(scene, verb))
    for start, end in trigger.objects:
        words = scene.words(start, end)
        if any(_reaches(scene, word, verb, own) for word in words) or _next_noun(scene, verb) in words:
            return True
    return bool(things_meant(scene, trigger, verb))


def things_meant(scene: Scene, trigger: Trigger, verb: int) -> list[int]:
    """The things that the verb needs, where a pronoun stands for them or they are said first: they broke them."""
    wanted = {word for start, end in trigger.objects or () for word in scene.words(start, end)}
    found = [one for at in _objects(scene, verb) if (one := thing(scene, at, wanted)) is not None]
    return found or fronted_things(scene, verb, wanted)


def _objects(scene: Scene, verb: int) -> list[int]:
    if is_passive(scene, verb):
        own = [one.at for one in subjects(scene, verb)]
        return [*own, *taken_up(scene, own), *direct_objects(scene, verb)]
    found = direct_objects(scene, verb)
    tree = scene.tree
    return found or [
        one
        for child in tree.all_children(verb, "conj")
        if tree.tags[child] in VERB_TAGS and tree.child(child, "nsubj", "nsubjpass") is None
        for one in direct_objects(scene, child)
    ]


def _reaches(scene: Scene, word: int, verb: int, own: set[int]) -> bool:
    """Whether the word is one of the objects, joined to one, or counted by one: all of our money."""
    tree = scene.tree
    for _ in range(8):
        if word in own:
            return True
        head, dep = tree.heads[word], tree.deps[word]
        if head == verb:
            bare = dep != "advcl" or tree.child(word, "mark", "aux", "nsubj") is None
            return dep in _AFTER_VERB and word > verb and bare
        if dep == "compound" and _is_kind_of(scene, word):
            return False
        if dep == "pobj" and tree.forms[head] in _COUNTED:
            word = tree.heads[head]
            if word == verb:
                return True
        elif dep in _LINKS and head != word:
            word = head
        else:
            return False
    return False


def _is_kind_of(scene: Scene, word: int) -> bool:
    """Whether the word only says what kind of thing the noun after it is: a phone number is no phone."""
    tree = scene.tree
    head = tree.heads[word]
    return head == word + 1 and tree.tags[head] in ("NN", "NNS") and tree.child(head, "det", "poss") is not None


def _next_noun(scene: Scene, verb: int) -> int:
    """The nearest noun after a verb that has no object of its own, in the same run of words; -1 for none."""
    tree = scene.tree
    if tree.child(verb, "dobj") is not None:
        return -1
    for at in range(verb + 1, len(tree)):
        if tree.tags[at] in NOUN_TAGS:
            return at if tree.deps[at] != "pobj" or tree.forms[tree.heads[at]] == "from" else -1
        if tree.tags[at] in VERB_TAGS or tree.tags[at] in (".", ","):
            return -1
    return -1
