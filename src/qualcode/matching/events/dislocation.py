"""A name beside a pronoun: "the police, they beat us" and "they hit us, the traffickers"."""

from collections.abc import Sequence

from qualcode.matching.events.persons import KIN, QUANTITIES, is_person, is_plural
from qualcode.matching.events.pronouns import PLURAL, THIRD
from qualcode.matching.events.scene import NOUN_TAGS, RELATIVES, VERB_TAGS, Scene
from qualcode.matching.events.things import may_be_somebody

_BETWEEN = frozenset((",", "-", "–", "also", "too", "there", "always", "sometimes", "usually", "maybe", "then"))
_INSIDE = frozenset(("pobj", "prep", "compound", "amod", "det", "advmod"))
_OBJECTS = frozenset(("dobj", "dative", "pobj", "conj", "poss", "attr", "oprd"))
_TRAILING = frozenset(("dobj", "appos", "npadvmod", "dep", "nsubj", "attr", "conj", "oprd", "dative"))
_CLOSING = frozenset((".", ",", "!", "?", "...", "…", ";", "and", "but", "because", "when", "then"))
_RESUMING = frozenset(("him", "her"))
_TAKING_UP = frozenset(("it", "they", "he", "she"))
_FRONTED = frozenset(("npadvmod", "dep", "nsubj", "nsubjpass"))
_DETERMINED = frozenset(("DT", "PRP$", "PDT", "JJ", "WDT"))
_BEFORE_NOUN = _DETERMINED | {"CD"}
_TELLING = frozenset(("tell", "ask", "inform", "show", "promise", "warn"))
_POINTING = frozenset(("these", "those", "this", "that"))
_ORDER = frozenset("first then only mostly always also maybe mainly usually especially".split())
_STOPS = frozenset((",", ".", "!", "?", ";", ":", "and", "but", "because"))
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_GOVERNING = VERB_TAGS | {"IN", "TO"}
_OBJECT_FORMS = frozenset(("us", "me", "him", "her", "them"))
_SUBJECT_PRONOUNS = frozenset(("they", "he", "she", "we", "i"))
_EITHER = frozenset(("us", "me", "my", "our"))


def topic(scene: Scene, pronoun: int) -> int | None:
    """The head of the noun phrase that names the subject pronoun right before it, None where there is none."""
    tree = scene.tree
    if tree.forms[pronoun] not in THIRD or (pronoun and tree.forms[pronoun - 1] in _OBJECT_FORMS):
        return None  # nor where an object is said first: a man from there, him they lock up
    at = pronoun - 1
    while at >= 0 and tree.forms[at] in _BETWEEN:
        at -= 1
    while at >= 0 and tree.deps[at] in _INSIDE and tree.heads[at] < at and not scene.mention(at):
        at = tree.heads[at]
    if at >= 0 and tree.deps[at] == "appos" and tree.heads[at] < at and not scene.actor(at):
        at = tree.heads[at]  # the cook, one woman from the city, she lied
    clause = tree.heads[pronoun]
    own = tree.deps[clause] == "relcl" and tree.heads[clause] == at
    seen = own and tree.deps[at] == "dobj" and tree.lemma(tree.heads[at]) not in _TELLING
    if (
        at < 0
        or tree.tags[at] not in NOUN_TAGS
        or (_is_object(scene, at) and not (seen and _is_complete(scene, clause)))
    ):
        return None
    if own and not _is_complete(scene, clause):
        # the man they robbed: the noun is what the clause is about, and not they
        return None
    taken = [tree.forms[one] for one in tree.all_children(clause, "dobj", "dative")]
    resumed = any(one in _RESUMING for one in taken)
    if resumed and not agrees(scene, tree.forms[at], tree.forms[pronoun], scene.actor(at)):
        # my brother they kill him: the noun is whom it is done to
        return None
    if "them" in taken and _is_affected(scene, at):
        # the women, they rape them
        return None
    return at if scene.actor(at) or may_be_somebody(tree.forms[at]) else None


def _is_object(scene: Scene, at: int) -> bool:
    """Whether the noun is an object; one joined to a verb is none."""
    tree = scene.tree
    return tree.deps[at] in _OBJECTS and not (tree.deps[at] == "conj" and tree.tags[tree.heads[at]] in VERB_TAGS)


def _is_complete(scene: Scene, clause: int) -> bool:
    """Whether a clause lacks no object that the noun before it could be: the smuggler he cheat us."""
    tree = scene.tree
    verb = clause
    while (inner := tree.child(verb, "xcomp")) is not None and tree.tags[inner] in VERB_TAGS:
        verb = inner
    return tree.child(verb, "dobj", "dative", "ccomp") is not None


def _is_affected(scene: Scene, at: int) -> bool:
    """Whether the word names people like the speakers, or relatives: those to whom things are done."""
    mention = scene.mention(at)
    if mention is not None:
        return mention.generic or mention.actor in scene.affected
    return scene.tree.forms[at] in KIN


def taken_up(scene: Scene, subjects: Sequence[int]) -> list[int]:
    """The nouns that a pronoun right behind them takes up as subject: my phone it was stolen."""
    tree = scene.tree
    found = []
    for one in subjects:
        before = one - 1 if tree.forms[one - 1] != "," else one - 2
        if before > 1 and tree.deps[before] == "pobj" and tree.forms[tree.heads[before]] == "of":
            before = tree.heads[tree.heads[before]]  # two of our group, they were killed
        counted = before >= 0 and (tree.tags[before] == "CD" or tree.forms[before] in QUANTITIES)
        named = before >= 0 and (counted or tree.tags[before] in NOUN_TAGS) and tree.deps[before] in _FRONTED
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
            or mention.actor in scene.affected
        ):
            continue
        head = words[-1]
        if tree.deps[head] == "compound" and tree.heads[head] == head + 1:
            head += 1  # this mafia people
        of = tree.heads[head]
        if tree.deps[head] == "pobj" and tree.forms[of] in ("of", "from") and is_person(tree.forms[tree.heads[of]]):
            head = tree.heads[of]  # the people of the militia
            words = range(scene.left_edge(head), words[-1] + 1)
        joined = tree.forms[head + 1 : head + 2] == ("and",) and tree.child(head, "conj") is not None
        if form and not joined and not agrees(scene, tree.forms[head], form, mention.actor):
            continue
        if _trails(scene, verb, words[0], head) or _is_set_apart(scene, verb, words[0], head):
            return head
    return None


def _is_set_apart(scene: Scene, verb: int, first: int, head: int) -> bool:
    """Whether commas set the phrase apart from all around it: they beat you and send you back, the police, every time.

    Nobody else may be named between the verb and it, and it is neither a link of a list nor the subject of a verb.
    """
    tree = scene.tree
    edge = opening = _opening(scene, first)
    while edge > 1 and tree.forms[edge - 1] in _ORDER and tree.forms[edge - 2] == ",":
        edge -= 1
    if (tree.deps[head] == "compound" and tree.heads[head] > head) or tree.forms[edge - 1] not in (",", "-", "–"):
        return False
    if any(scene.actor(one) and scene.actor(one) not in scene.affected for one in range(verb + 1, edge)):
        return False
    end = _end_of_phrase(scene, head)
    closed = _closes(scene, end)
    listed = tree.tags[opening] not in _DETERMINED and end < len(tree) and tree.forms[end] not in (".", "!", "?")
    return closed and not listed


def person_after(scene: Scene, verb: int, pronoun: int, *, suffering: bool = False) -> int | None:
    """Somebody no actor lists whom commas set apart behind the clause: they never lied, the people of that mosque.

    As `suffering` one to whom things are done: he was killed, my cousin, by a soldier. Behind "us" only somebody whom
    the speaker points at: they beat us, these people.
    """
    tree = scene.tree
    for head in range(verb + 1, len(tree)):
        if tree.tags[head] not in NOUN_TAGS or not _fits(scene, head, suffering=suffering):
            continue
        edge = scene.left_edge(head)
        opening = tree.forms[edge]
        if tree.forms[edge - 1] != "," or opening not in _POINTING | {"the", "my", "our", "some"}:
            continue
        taken = tree.forms[edge - 2] in _OBJECT_FORMS
        end = _end_of_phrase(scene, head)
        closed = end >= len(tree) or tree.forms[end] in _CLOSING
        if (
            closed
            and not (taken and opening not in _POINTING)
            and agrees(scene, tree.forms[head], tree.forms[pronoun], "")
        ):
            return head
    return None


def _fits(scene: Scene, head: int, *, suffering: bool) -> bool:
    if suffering:
        return _is_affected(scene, head)
    return is_person(scene.tree.forms[head]) and not scene.actor(head)


def named_after(scene: Scene, pronoun: int) -> int | None:
    """Who is named behind a comma right after their object pronoun: we cannot protect them all, the refugees."""
    tree = scene.tree
    at = pronoun + 1
    while at < len(tree) and tree.forms[at] in ("all", "both", "too", "also", "back", "up"):
        at += 1
    if tree.forms[pronoun] not in _OBJECT_FORMS or at + 1 >= len(tree) or tree.forms[at] != ",":
        return None
    head = at + 1
    while head < len(tree) and tree.tags[head] in _BEFORE_NOUN:
        head += 1
    if head >= len(tree) or tree.tags[head] not in NOUN_TAGS or not _is_affected(scene, head):
        return None
    end = _end_of_phrase(scene, head)
    plural = is_plural(tree.forms[head]) == (tree.forms[pronoun] == "them")
    return head if plural and (end >= len(tree) or tree.forms[end] in _CLOSING) else None


def _opening(scene: Scene, first: int) -> int:
    """The first word of the phrase whose name begins at `first`, by the words before it alone."""
    while first and scene.tree.tags[first - 1] in _BEFORE_NOUN:
        first -= 1
    return first


def _end_of_phrase(scene: Scene, head: int) -> int:
    """The first word behind a phrase with what belongs to it: the police in that town, these men with masks."""
    tree = scene.tree
    end = head + 1
    if end < len(tree) and (tree.tags[end] == "IN" or tree.forms[end] in RELATIVES):
        relative = tree.forms[end] in RELATIVES
        while end < len(tree) and tree.forms[end] not in _STOPS:
            if not relative and tree.tags[end] in _FINITE:
                return head + 1
            end += 1
    return end


def fronted(scene: Scene, verb: int) -> list[int]:
    """The object before the subject pronoun of a verb that has none behind it: her they caught, four of us they beat.

    Somebody who is named between them may be the subject that the pronoun repeats: him the soldiers they hit.
    """
    tree = scene.tree
    clause = tree.heads[verb] if tree.deps[verb] == "xcomp" and tree.child(verb, "nsubj") is None else verb
    subject = next((one for one in reversed(tree.children[clause]) if tree.deps[one] == "nsubj"), None)
    if subject is None:
        return []
    before = _before(scene, scene.left_edge(subject))
    if tree.forms[subject] not in _SUBJECT_PRONOUNS and (
        before is None or (tree.forms[before - 1] != "of" and tree.forms[before] not in _OBJECT_FORMS)
    ):
        return []
    if before is not None and scene.actor(before) and scene.actor(before) not in scene.affected:
        before = _before(scene, scene.left_edge(before))
    if before is None or (before and tree.tags[before - 1] in _GOVERNING and tree.forms[before - 1] != "of"):
        return []
    form = tree.forms[before]
    if before > 1 and tree.forms[before - 1] == "of":
        counted = tree.forms[before - 2] in QUANTITIES or tree.tags[before - 2] == "CD"
        same = form == "them" and tree.forms[subject] == "they"
        return [before - 2] if counted and form in _OBJECT_FORMS and not same else []
    return [before] if form in _OBJECT_FORMS else []


def _before(scene: Scene, at: int) -> int | None:
    """The word before, a comma between left out; None at the begin."""
    at -= 1
    while at >= 0 and scene.tree.forms[at] == ",":
        at -= 1
    return at if at >= 0 else None


def agrees(scene: Scene, noun: str, pronoun: str, actor: str) -> bool:
    """Whether a noun that names an actor may be meant by the pronoun; "he" is said of bodies, too."""
    plural = is_plural(noun) or actor in scene.context.collective
    return plural if pronoun in PLURAL else True


def _closes(scene: Scene, at: int) -> bool:
    """Whether a clause or the sentence ends before the word, an aside such as "I mean" left out."""
    tree = scene.tree
    while at < len(tree) and tree.tags[at] == "UH":
        at += 1
    return at >= len(tree) or tree.forms[at] in _CLOSING


def _trails(scene: Scene, verb: int, first: int, head: int) -> bool:
    tree = scene.tree
    after = max(tree.subtree(head)) + 1 if tree.child(head, "prep") is not None else head + 1
    if tree.deps[head] not in _TRAILING or not _closes(scene, after):
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
