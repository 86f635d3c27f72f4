"""Whether a word of the codebook is a verb, a noun, or neither where it stands."""

from qualcode.matching.events.clauses import OBJECT_PRONOUNS, direct_objects, is_passive, subjects
from qualcode.matching.events.event import Trigger
from qualcode.matching.events.scene import NOUN_TAGS, VERB_TAGS, Scene

_ARTICLES = frozenset(("DT", "PRP$", "POS"))
_SUBJECT_PRONOUNS = frozenset(("i", "we", "they", "he", "she", "who"))
_NOUN_PLACES = frozenset(("pobj", "dobj", "nsubj", "nsubjpass", "attr", "compound", "dative", "appos", "npadvmod"))
_BEFORE_OBJECT = frozenset(("DT", "PRP$", "PRP"))
_LINKS = frozenset(("conj", "appos", "compound", "dep", "npadvmod", "nmod"))
_COUNTED = frozenset(("of", "as"))


def as_verb(scene: Scene, words: range, *, nominal: bool) -> int | None:
    """The word that is the verb of the trigger, None where it is no verb here. `nominal`: it may be a noun too."""
    tree = scene.tree
    at = next((one for one in words if tree.tags[one] in VERB_TAGS), words[0])
    tag = tree.tags[at]
    if tag in VERB_TAGS:
        return None if nominal and _named_by_article(scene, at) else at
    if tag.startswith("JJ"):
        participle = tree.forms[at].endswith(("ed", "en", "t", "n"))
        return (
            at if participle and tree.deps[at] in ("amod", "acomp", "ccomp", "ROOT", "conj") else _in_order(scene, at, nominal=nominal)
        )
    return _in_order(scene, at, nominal=nominal)


def _named_by_article(scene: Scene, at: int) -> bool:
    """Whether a verb form is a noun by what stands before it: the beating, their killings."""
    tree = scene.tree
    if tree.tags[at] not in ("VBG", "VB", "VBP", "VBZ") or tree.deps[at] == "amod":
        return False
    if tree.child(at, "dobj", "aux", "auxpass", "nsubj") is not None:
        return False
    return tree.child(at, "det", "poss") is not None or (at > 0 and tree.tags[at - 1] in _ARTICLES)


def _in_order(scene: Scene, at: int, *, nominal: bool) -> int | None:
    """The word as a verb where the order of words leaves no doubt, whatever the tagger says: police attack us."""
    tree = scene.tree
    before, after = at - 1, at + 1
    if before < 0 or tree.tags[before] in _ARTICLES or tree.tags[before] in ("IN", "JJ", "CD"):
        return None
    if not nominal and tree.deps[at] == "conj" and tree.tags[tree.heads[at]] in NOUN_TAGS:
        return at if _in_order(scene, tree.heads[at], nominal=False) is not None else None
    if tree.deps[at] == "ccomp" and tree.child(at, "nsubj") is not None:
        return at
    subject = tree.forms[before] in _SUBJECT_PRONOUNS or bool(scene.actor(before))
    to = tree.tags[before] in ("TO", "MD")
    if not subject and not to:
        return None
    if to or tree.forms[before] in _SUBJECT_PRONOUNS:
        return at
    if after >= len(tree):
        return None if nominal else at
    if not nominal and tree.tags[after] not in NOUN_TAGS:
        return at
    followed = tree.forms[after] in OBJECT_PRONOUNS or tree.tags[after] in _BEFORE_OBJECT or bool(scene.mention(after))
    return at if followed else None


def is_nominal(scene: Scene, words: range, *, listed: bool) -> int | None:
    """The head of the trigger as a noun, None where it is none. One not `listed` as a noun must be an -ing form."""
    tree = scene.tree
    inside = [one for one in words if tree.heads[one] not in words or tree.heads[one] == one]
    at = inside[0] if inside else words[-1]
    if not listed:
        return at if tree.forms[at].endswith(("ing", "ings")) and tree.tags[at] in NOUN_TAGS else None
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
    return False


def _objects(scene: Scene, verb: int) -> list[int]:
    if is_passive(scene, verb):
        return [one.at for one in subjects(scene, verb)] + direct_objects(scene, verb)
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
            return dep in ("dobj", "oprd", "npadvmod", "attr", "xcomp", "ccomp", "dep", "advmod") and word > verb
        if dep == "pobj" and tree.forms[head] in _COUNTED:
            word = tree.heads[head]
            if word == verb:
                return True
        elif dep in _LINKS and head != word:
            word = head
        else:
            return False
    return False


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
