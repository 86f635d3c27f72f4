"""A name beside a pronoun: "the police, they beat us" and "they hit us, the traffickers"."""

from collections.abc import Sequence

from qualcode.matching.events.persons import is_person, is_plural
from qualcode.matching.events.pronouns import PLURAL, THIRD
from qualcode.matching.events.scene import NOUN_TAGS, Scene

_BETWEEN = frozenset((",", "-", "–", "also", "too", "there", "always", "sometimes", "usually", "maybe", "then"))
_INSIDE = frozenset(("pobj", "prep", "compound", "amod", "det", "advmod"))
_OBJECTS = frozenset(("dobj", "dative", "pobj", "conj", "poss", "attr"))
_TRAILING = frozenset(("dobj", "appos", "npadvmod", "dep", "nsubj", "attr", "conj", "oprd", "dative"))
_CLOSING = frozenset((".", ",", "!", "?", "...", "…", ";", "and", "but", "because", "when", "then"))
_RESUMING = frozenset(("him", "her"))
_TAKING_UP = frozenset(("it", "they", "he", "she"))
_FRONTED = frozenset(("npadvmod", "dep", "nsubj", "nsubjpass"))
_EITHER = frozenset(("us", "me", "my", "our"))


def topic(scene: Scene, pronoun: int) -> int | None:
    """The head of the noun phrase that names the subject pronoun right before it, None where there is none."""
    tree = scene.tree
    if tree.forms[pronoun] not in THIRD:
        return None
    at = pronoun - 1
    while at >= 0 and tree.forms[at] in _BETWEEN:
        at -= 1
    while at >= 0 and tree.deps[at] in _INSIDE and tree.heads[at] < at and not scene.mention(at):
        at = tree.heads[at]
    if at < 0 or tree.tags[at] not in NOUN_TAGS or tree.deps[at] in _OBJECTS:
        return None
    clause = tree.heads[pronoun]
    if tree.deps[clause] == "relcl" and tree.heads[clause] == at:
        # the man they robbed: the noun is what the clause is about, and not they
        return None
    resumed = any(tree.forms[one] in _RESUMING for one in tree.all_children(clause, "dobj", "dative"))
    if resumed and not agrees(scene, tree.forms[at], tree.forms[pronoun], scene.actor(at)):
        # my brother they kill him: the noun is whom it is done to
        return None
    return at if scene.actor(at) or is_person(tree.forms[at]) else None


def taken_up(scene: Scene, subjects: Sequence[int]) -> list[int]:
    """The nouns that a pronoun right behind them takes up as subject: my phone it was stolen."""
    tree = scene.tree
    found = []
    for one in subjects:
        before = one - 1 if tree.forms[one - 1] != "," else one - 2
        named = before >= 0 and tree.tags[before] in NOUN_TAGS and tree.deps[before] in _FRONTED
        if named and tree.forms[one] in _TAKING_UP:
            found.append(before)
    return found


def afterthought(scene: Scene, verb: int, pronoun: int | None) -> int | None:
    """The head of the noun phrase that names the subject after the clause, None where there is none.

    It must differ from the speaker's own group, agree in number with the pronoun (`None` where no subject is said),
    and stand behind an object that it cannot explain ("they hit us, the traffickers").
    """
    tree = scene.tree
    form = tree.forms[pronoun] if pronoun is not None else ""
    if pronoun is not None and form not in THIRD:
        return None
    for mention in scene.mentions:
        words = scene.words(mention.start, mention.end)
        if (
            not words
            or words[0] <= verb
            or scene.excluded(words[-1])
            or mention.generic
            or mention.actor == scene.context.first_person
        ):
            continue
        head = words[-1]
        if tree.deps[head] == "compound" and tree.heads[head] == head + 1:
            head += 1  # this mafia people
        if form and not agrees(scene, tree.forms[head], form, mention.actor):
            continue
        if _trails(scene, verb, words[0], head):
            return head
    return None


def agrees(scene: Scene, noun: str, pronoun: str, actor: str) -> bool:
    """Whether a noun that names an actor may be meant by the pronoun; "he" is said of bodies, too."""
    plural = is_plural(noun) or actor in scene.context.collective
    return plural if pronoun in PLURAL else True


def _trails(scene: Scene, verb: int, first: int, head: int) -> bool:
    tree = scene.tree
    after = max(tree.subtree(head)) + 1 if tree.child(head, "prep") is not None else head + 1
    if tree.deps[head] not in _TRAILING or (after < len(tree) and tree.forms[after] not in _CLOSING):
        return False
    edge = min(first, scene.left_edge(head))
    before = tree.forms[edge - 1]
    if before not in (",", "-", "–"):
        # without a comma only where the verb has had its object already: "he take my phone the police"
        earlier = [one for one in tree.all_children(verb, "dobj", "dative") if verb < one < edge]
        if tree.deps[head] == "appos":
            named = tree.heads[head]
            return tree.tags[edge] == "DT" and not is_person(tree.forms[named]) and not scene.mention(named)
        return tree.heads[head] == verb and bool(earlier) and tree.deps[head] in ("dobj", "npadvmod", "dep")
    anchor = tree.heads[head]
    if anchor == verb:
        return any(verb < one < edge for one in tree.all_children(verb, "dobj", "prep", "dative", "advmod", "acomp"))
    if tree.deps[head] == "conj" or tree.deps[head] == "appos":
        owner = tree.child(anchor, "poss")
        owned = owner is not None and tree.forms[owner] in _EITHER
        loose = tree.deps[head] == "appos" and not is_person(tree.forms[anchor]) and not scene.mention(anchor)
        return verb < anchor and (tree.forms[anchor] in _EITHER or owned or (loose and tree.tags[anchor] in NOUN_TAGS))
    return False
