"""What the words right before a place make of it."""

from enum import StrEnum

from qualcode.matching.routes import words
from qualcode.matching.tree import Tree


class Role(StrEnum):
    """What a place is to a movement."""

    FROM = "from"
    TO = "to"
    THROUGH = "through"
    AT = "at"
    """Where something happens."""
    AFTER = "after"
    """Behind "after": where it was left, or where one came next."""
    PAIR = "pair"
    """The first of two that name a border: the border between Serbia and Croatia, the Serbian-Croatian border."""
    NEAR = "near"
    """Beside it something happens; nobody is said to go there."""
    BARE = "bare"
    OPEN = "open"
    """The first on a list without a verb: its beginning, or the next place where the story has reached another."""
    LISTED = "listed"
    """It goes on a list that the place before it began."""
    NONE = "none"


def role_of(tree: Tree, first: int) -> tuple[Role, int]:
    """What the words right before a place make of it, and where the word stands that decides."""
    place = _skipped(tree, first - 1)
    if place > 0 and tree.forms[place] in words.AT and tree.forms[place - 1] in words.OPENERS:
        # "to the camp in Preševo": what counts is where the camp stands in the sentence.
        further = _skipped(tree, place - 1)
        reached = words.FROM | words.TO | words.THROUGH | words.verb_forms("ENTERING").keys()
        if further >= 0 and tree.forms[further] in reached:
            place = further
    if place < 0:
        return Role.BARE, place
    role = _role_of(tree, place)
    return (Role.NONE if role in _GOALS and _denied(tree, first, place, role) else role), place


def _denied(tree: Tree, first: int, place: int, role: Role) -> bool:
    """Whether just this place is denied: "not to Hungary", "not Hungary but Romania"."""
    before = first - 1 if role is Role.BARE else place - 1
    while before >= 0 and tree.forms[before] in words.ADVERBS | words.OPENERS:
        before -= 1
    # "Not possible to Hungary", "did not go Hungary": there a word stands between, and the verb is denied.
    return before >= 0 and tree.forms[before] in ("not", "never", "no") and tree.forms[before - 1] not in words.PRESENT


def _skipped(tree: Tree, place: int) -> int:
    """The first word to the left, from `place` on, that is more than a part of a place's name: the border with."""
    while place >= 0:
        form = tree.forms[place]
        named = form in ("with", "of") and place > 0 and tree.forms[place - 1] in words.OPENERS
        if not (named or form in words.OPENERS or (form in words.ADVERBS and form not in words.THEN)):
            break
        place -= 1
    return place


def _role_of(tree: Tree, place: int) -> Role:
    form, before = tree.forms[place], tree.forms[max(0, place - 1)]
    if form == "of" and before == "out":
        return Role.FROM
    if form == "for" and _setting_off(tree, place):
        return Role.TO
    if form == "between" and before in words.BORDERS:
        return Role.PAIR
    return next((role for listed, role in _ROLES if form in listed), Role.BARE)


_GOALS = (Role.BARE, Role.TO, Role.THROUGH, Role.FROM)
_ROLES = (
    (words.BESIDE, Role.NEAR),
    (words.AFTERWARDS, Role.AFTER),
    (words.FROM, Role.FROM),
    (words.TO, Role.TO),
    (words.THROUGH, Role.THROUGH),
    (words.AT, Role.AT),
    (words.OTHERWISE, Role.NONE),
)


def _setting_off(tree: Tree, place: int) -> bool:
    """Whether "for" follows a verb of setting off: left for Serbia, left Iran for Serbia."""
    forms = (words.verb_forms("GOING"), words.verb_forms("LEAVING"))
    for form in reversed(tree.forms[max(0, place - 4) : place]):
        verb = forms[0].get(form) or forms[1].get(form)
        if verb:
            return verb in words.SETTING_OFF
    return False
