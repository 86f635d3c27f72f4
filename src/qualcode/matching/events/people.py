"""Whom a noun phrase or a pronoun stands for: from a word of the sentence to the slot of an event."""

from dataclasses import replace
from typing import NamedTuple

from qualcode.matching.events.counting import counted
from qualcode.matching.events.dislocation import afterthought, named_after
from qualcode.matching.events.event import OTHER, UNKNOWN, Slot, Stretch
from qualcode.matching.events.naming import BELONGING, answer, equated, named
from qualcode.matching.events.ordinals import in_order
from qualcode.matching.events.persons import (
    ANIMALS,
    EVERYBODY,
    KIN,
    OWN_PEOPLE,
    PEOPLE,
    QUANTITIES,
    is_indefinite,
    is_person,
)
from qualcode.matching.events.pointing import is_definite, points_back
from qualcode.matching.events.pronouns import THIRD, antecedent, looking_ahead
from qualcode.matching.events.quotation import Quote
from qualcode.matching.events.scene import RELATIVES, Scene
from qualcode.matching.events.stand_ins import owner as owner_of
from qualcode.matching.events.stand_ins import thing
from qualcode.matching.events.things import BODY, INHABITED, WEAPONS, may_be_somebody

_FIRST = frozenset("i we me us my our mine ours myself ourselves".split())
_SECOND = frozenset("you your yours u ya".split())
_NOBODY = frozenset("it this that these what which its something anything nothing everything there".split())
"""Pronouns for things and situations: they fill no slot."""
_NOMINAL = frozenset(("DT", "WP", "JJ", "JJS"))
"""Tags of words that stand for persons without naming them: those, who, the first, the worst."""
_GROUPS = frozenset("group groups crowd gang gangs team band bunch".split())
"""Of those, words that also name somebody where nobody is named after them."""
_OTHERS = frozenset("one two three four five other others another some many most both".split())
"""Of those, words that alone stand for some of those named before: three soldiers laughed, another one hit me."""
_RELEASING = frozenset(("set", "release", "send", "let", "bring", "have", "use", "unleash"))
_SERVING = frozenset(("for", "with", "to"))
"""A man working for the smugglers."""
_DEPTH = 4
_NONE: frozenset[str] = frozenset()


class Party(NamedTuple):
    """Who fills a slot, and how that was found where the grammar alone did not tell: pronoun, copula."""

    slot: Slot
    how: str = ""
    person: bool = True
    """False for a thing, which is no one's target."""


def party(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str] = _NONE, depth: int = 0) -> Party:
    """Who the phrase with the head `at` is, as an agent (`acting`) or a target.

    Actors of `avoid` are nobody's antecedents.
    """
    meant = _referring(scene, at, acting=acting, avoid=avoid)
    if meant is not None:
        return meant
    if depth > _DEPTH:
        return Party(Slot(UNKNOWN, scene.phrase(at)), person=False)
    if not acting and scene.tree.forms[at] in ("one", "ones") and scene.tree.deps[at] == "appos":
        # the girl, the one they rescued
        return party(scene, scene.tree.heads[at], acting=acting, avoid=avoid, depth=depth + 1)
    counts = scene.tree.forms[at] in QUANTITIES or scene.tree.tags[at] == "CD"
    some_of = counted(scene, at) if counts else None
    if some_of is not None:
        return party(scene, some_of, acting=acting, avoid=avoid, depth=depth + 1)
    return _pointing_back(scene, at, acting=acting, avoid=avoid) or _noun(
        scene, at, acting=acting, avoid=avoid, depth=depth
    )


def _referring(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str]) -> Party | None:
    """Who a personal pronoun is, None for any other word; "it" does something where it stands for a body of people."""
    form = scene.tree.forms[at]
    if form in _FIRST or form in _SECOND:
        return _speaking(scene, at, acting=acting, avoid=avoid)
    if form in THIRD and scene.mention(at) is None:
        return _pronoun(scene, at, acting=acting, avoid=avoid)
    body = antecedent(scene, at, acting=True, avoid=avoid) if acting and form in ("it", "its") else None
    return Party(Slot(body.actor, _word(scene, at), body.words), "pronoun") if body is not None else None


def _pointing_back(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str]) -> Party | None:
    """Who it is where the phrase points at somebody named before: those people, the tall one, another."""
    numbered = in_order(scene, at)
    if numbered is not None:
        return Party(Slot(numbered[0], scene.phrase(at), numbered[1]), "pronoun")
    if points_back(scene, at):
        found = antecedent(scene, at, acting=acting, avoid=avoid)
        if found is not None and (found.actor != OTHER or scene.tree.forms[at] in ("one", "ones")):
            return Party(Slot(found.actor, scene.phrase(at), found.words), "pronoun")
    alone = scene.tree.forms[at] in _OTHERS and scene.tree.child(at, "relcl", "acl", "prep") is None
    if alone and not is_definite(scene, at):
        return _pronoun(scene, at, acting=acting, avoid=avoid)
    return None


def _noun(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str], depth: int) -> Party:
    """Who a noun names: an actor, somebody of an actor's, somebody the sentence says to be one, or somebody else."""
    mention = scene.mention(at)
    listed = mention is not None and not mention.generic
    found = None
    if not listed:
        found = _belonging(scene, at, acting=acting, avoid=avoid, depth=depth) or _named(scene, at, acting=acting)
    if found is None and mention is not None and (listed or not acting):
        found = Party(Slot(mention.actor, (mention.start, mention.end), generic=mention.generic))
    same = equated(scene, at)
    if same is None and not acting:
        same = answer(scene, at)
    if found is None and same is not None:
        found = party(scene, same, acting=acting, avoid=avoid, depth=depth + 1)
    return found or _unlisted(scene, at, acting=acting, avoid=avoid, depth=depth)


def _speaking(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str]) -> Party:
    """The speaker's own group for "we" and "you", or whoever speaks or is spoken to in a quotation."""
    span = _word(scene, at)
    own = scene.context.first_person or OTHER
    quote = next((one for one in scene.quotes if at in one), None)
    if quote is None:
        return Party(Slot(own, span))
    first = scene.tree.forms[at] in _FIRST
    speaker = _quoted_speaker(scene, quote, avoid, acting=acting)
    if first:
        return Party(replace(speaker.slot, span=span), speaker.how)
    if quote.addressee is not None and quote.addressee not in quote:
        addressee = party(scene, quote.addressee, acting=acting, avoid=avoid)
        return Party(replace(addressee.slot, span=span), addressee.how)
    if speaker.slot.actor != own:
        return Party(Slot(own, span))
    spoken_to = antecedent(scene, quote.first, acting=True, avoid=avoid | {own})
    return Party(Slot(spoken_to.actor, span, spoken_to.words), "pronoun") if spoken_to else Party(Slot(UNKNOWN, span))


def _quoted_speaker(scene: Scene, quote: Quote, avoid: frozenset[str], *, acting: bool) -> Party:
    if quote.speaker is not None and quote.speaker not in quote:
        third = scene.tree.forms[quote.speaker] in THIRD
        named_so = afterthought(scene, scene.tree.heads[quote.speaker], quote.speaker) if third else None
        speaker = quote.speaker if named_so is None or named_so > quote.first else named_so
        return party(scene, speaker, acting=acting or third, avoid=avoid)
    found = antecedent(scene, quote.first, acting=True, avoid=avoid)
    return Party(Slot(found.actor, None, found.words), "pronoun") if found else Party(Slot())


def _pronoun(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str]) -> Party:
    span = _word(scene, at)
    after = None if acting else named_after(scene, at)
    if after is not None:
        named_so = party(scene, after, acting=False)
        return Party(replace(named_so.slot, span=scene.phrase(after)), "dislocation")
    found = antecedent(scene, at, acting=acting, avoid=avoid)
    if found is not None:
        return Party(Slot(found.actor, span, found.words), "pronoun")
    ahead = looking_ahead(scene, at)
    if ahead is None:
        return Party(Slot(UNKNOWN, span), "pronoun")
    return Party(replace(party(scene, ahead, acting=True).slot, span=span), "pronoun")


def _of(scene: Scene, at: int) -> int | None:
    """The noun after "of": of the police, of us."""
    tree = scene.tree
    for child in tree.children[at]:
        if tree.deps[child] == "prep" and tree.forms[child] == "of":
            return tree.child(child, "pobj")
    return None


def _belonging(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str], depth: int) -> Party | None:
    """The actor whose person, animal or (as an agent) thing this is: police dogs, the smuggler's men, their people."""
    tree = scene.tree
    form = tree.forms[at]
    if form in KIN:
        return None
    if any(tree.forms[child] == "own" for child in tree.all_children(at, "amod")):
        avoid = _NONE  # he cheated his own boss
    if form in PEOPLE or acting:
        for child in tree.children[at]:
            if tree.deps[child] in ("compound", "nmod", "amod") and scene.actor(child):
                return Party(_slot(scene, child, at))
    owner = _owning(scene, at, acting=acting)
    if owner is not None:
        found = party(scene, owner, acting=True, avoid=avoid, depth=depth + 1)
        if found.slot.actor not in (OTHER, UNKNOWN):
            return Party(replace(found.slot, span=scene.phrase(at)), found.how)
    return _from_actor(scene, at, acting=acting) if may_be_somebody(form) else None


def _owning(scene: Scene, at: int, *, acting: bool) -> int | None:
    """The possessor for whom the person, animal or thing stands; my boss and your friend need not stand for us."""
    tree = scene.tree
    form = tree.forms[at]
    owner = tree.child(at, "poss")
    if owner is None and tree.deps[at] == "conj" and tree.child(at, "det") is None:
        owner = tree.child(tree.heads[at], "poss")  # their dogs and men
    if owner is None:
        return _master(scene, at) if acting and form in ANIMALS else None
    if form in PEOPLE and form not in OWN_PEOPLE and tree.forms[owner] in _FIRST | _SECOND:
        return None
    if form not in PEOPLE and form not in ANIMALS and (not acting or is_person(form)):
        return None
    return _relative_owner(scene, owner) if tree.forms[owner] == "whose" else owner


def _master(scene: Scene, at: int) -> int | None:
    """Who is said before to set the animals on somebody: police set the dogs on us and the dogs bit us."""
    tree = scene.tree
    for one in range(at):
        verb = tree.heads[one]
        if tree.forms[one] == tree.forms[at] and tree.deps[one] == "dobj" and tree.lemma(verb) in _RELEASING:
            return tree.child(verb, "nsubj")
    return None


def _from_actor(scene: Scene, at: int, *, acting: bool) -> Party | None:
    tree = scene.tree
    mention = scene.mention(at)
    accepted_here = BELONGING if acting or mention is None or not mention.generic else BELONGING - {"from"}
    prepositions = [(child, accepted_here) for child in tree.all_children(at, "prep")]
    for verb in tree.all_children(at, "acl", "relcl"):
        if tree.lemma(verb) in ("work", "belong"):
            prepositions.extend((child, _SERVING) for child in tree.children[verb])
    if acting and at + 1 < len(tree) and tree.forms[at + 1] == "from" and not prepositions:
        # the preposition may hang on the verb: beaten by some guys from the mafia
        prepositions.append((at + 1, BELONGING))
    for child, accepted in prepositions:
        if tree.deps[child] == "prep" and tree.forms[child] in accepted:
            for noun in scene.objects_of(child):
                if scene.actor(noun) and scene.actor(noun) != scene.context.first_person:
                    return Party(_slot(scene, noun, noun))
                ours = (tree.forms[one] in _FIRST for one in tree.all_children(noun, "poss"))
                if tree.forms[noun] in OWN_PEOPLE and any(ours):
                    return Party(Slot(scene.context.first_person or OTHER, scene.phrase(at)))
    return None


def _named(scene: Scene, at: int, *, acting: bool) -> Party | None:
    """The actor that an apposition or a copula says the person is: "the man who beat him was a smuggler"."""
    tree = scene.tree
    form = tree.forms[at]
    if not (may_be_somebody(form) or form in QUANTITIES) and tree.tags[at] not in _NOMINAL:
        return None
    apposed = tree.child(at, "appos")
    if apposed is not None and (acting or tree.forms[scene.left_edge(apposed)] in ("a", "an")):
        if scene.actor(apposed):
            return Party(_slot(scene, apposed, apposed))
        if (found := _from_actor(scene, apposed, acting=acting)) is not None and is_person(tree.forms[apposed]):
            return found
    said_to_be = named(scene, at, acting=acting)
    if said_to_be is None:
        return None
    mention = scene.mention(said_to_be)
    if mention is None:
        return Party(Slot(scene.actor(said_to_be), scene.phrase(said_to_be)), "copula")
    return Party(Slot(mention.actor, (mention.start, mention.end), generic=mention.generic), "copula")


def _unlisted(scene: Scene, at: int, *, acting: bool, avoid: frozenset[str], depth: int) -> Party:
    """Somebody no actor lists, nobody in particular, or a thing, which as a target stands for its possessor."""
    tree = scene.tree
    form = tree.forms[at]
    span = scene.phrase(at)
    if not acting and (meant := thing(scene, at)) is not None:
        return party(scene, meant, acting=False, avoid=avoid, depth=depth + 1)
    if form in EVERYBODY and not acting:
        return Party(Slot(scene.context.first_person or UNKNOWN, span, generic=True))
    if form in _GROUPS or tree.tags[at] in ("NNP", "NNPS"):
        return Party(Slot(OTHER, span))
    if form in WEAPONS or is_indefinite(form) or form in _NOBODY or form in RELATIVES or form in QUANTITIES:
        return Party(Slot(UNKNOWN, span), person=False)
    owner = tree.child(at, "poss")
    if acting or (_is_somebody(scene, at) and not (form in BODY and owner is not None)):
        return Party(Slot(OTHER, span))
    return _possessor(scene, at, owner, avoid=avoid, depth=depth)


def _is_somebody(scene: Scene, at: int) -> bool:
    """Whether the noun is a word for a person, or ends like one and has an article: a pensioner."""
    tree = scene.tree
    form = tree.forms[at]
    if is_person(form):
        return True
    return tree.tags[at] == "NN" and form not in INHABITED and may_be_somebody(form) and scene.left_edge(at) < at


def _possessor(scene: Scene, at: int, owner: int | None, *, avoid: frozenset[str], depth: int) -> Party:
    """Whose the thing is, nobody where nothing says so."""
    if owner is None:
        owner = _of(scene, at) or owner_of(scene, at)
    if owner is None:
        return Party(Slot(UNKNOWN, None), person=False)
    if scene.tree.forms[owner] == "whose":
        owner = _relative_owner(scene, owner)
    found = party(scene, owner, acting=False, avoid=avoid, depth=depth + 1)
    return found if found.person else Party(Slot(UNKNOWN, None), person=False)


def _relative_owner(scene: Scene, whose: int) -> int:
    """The noun before "whose"."""
    tree = scene.tree
    return next((tree.heads[one] for one in tree.ancestors(whose) if tree.deps[one] == "relcl"), whose)


def _slot(scene: Scene, at: int, last: int) -> Slot:
    """The slot of a named actor, with its words up to `last`."""
    mention = scene.mention(at)
    if mention is None:
        return Slot(scene.actor(at) or UNKNOWN, scene.phrase(last))
    return Slot(mention.actor, (mention.start, max(mention.end, scene.tree.ends[last])))


def _word(scene: Scene, at: int) -> Stretch:
    return scene.tree.starts[at], scene.tree.ends[at]
