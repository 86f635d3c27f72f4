"""Places that no verb of movement reaches: routes told as a list, in the order they were passed."""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, takewhile

from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Mention, ModeMention
from qualcode.matching.routes.roles import Role
from qualcode.matching.routes.stops import Placed, Stop, is_verb
from qualcode.matching.routes.telling import Telling
from qualcode.matching.routes.triggers import Kind, Trigger
from qualcode.matching.routes.whose import Voice
from qualcode.matching.tree import Tree
from qualcode.model.leg import LegStatus

_UNSAID = (Role.NONE, Role.BARE, Role.LISTED)
"""What a place is that no preposition goes with."""
_LONG = 3
"""How many places in a row, without a verb, are a way even where no word says so."""


def read_lists(tree: Tree, placed: Sequence[Placed], modes: Sequence[ModeMention]) -> tuple[Placed, ...]:
    """The places of a sentence, those on a list with a trigger that says so."""
    read: list[Placed] = []
    alone = not any(one.trigger for one in placed if not _is_free(one))
    for listable, run in groupby(placed, key=_is_free):
        stops = list(run)
        read += _headed(tree, stops) or _listed(tree, stops, modes, alone=alone) if listable else stops
    return tuple(read)


def _is_free(one: Placed) -> bool:
    """Whether a place is no stop of any movement so far."""
    return one.trigger is None or one.stop.role is Role.BARE or _is_way(one)


def _is_way(one: Placed) -> bool:
    """Whether a place hangs on a noun that says "way" and on no preposition."""
    trigger = one.trigger
    way = trigger is not None and trigger.kind is Kind.WAY and trigger.verb in words.WAYS
    return way and one.stop.role in _UNSAID


def _headed(tree: Tree, run: Sequence[Placed]) -> list[Placed]:
    """A list behind a word that says it is a way: "the way now it is Bulgaria, Serbia"; empty where it is none."""
    first = _first(tree, run[0].stop.mention)
    at = first - 1
    while at >= 0 and tree.forms[at] in words.HEADING:
        at -= 1
    passed = run[0].stop.role is Role.THROUGH
    if len(run) == 1 or not (passed or run[0].stop.role in _UNSAID) or not 0 <= at < first - 1 or not _heads(tree, at):
        return []
    stops = [one.stop if one.stop.role is Role.TO else one.stop._replace(role=Role.LISTED, link="then") for one in run]
    stops[0] = stops[0]._replace(role=Role.TO if passed else Role.FROM)
    return _triggered(Trigger(at, Kind.LIST, tree.forms[at]), stops)


def _heads(tree: Tree, at: int) -> bool:
    """Whether a word says that a way follows: "the route", but "countries" only where somebody passed them."""
    told = words.FIRST | words.MINE | {"was", "were"}
    return tree.forms[at] in words.WAYS or (tree.forms[at] in words.STATIONS and not told.isdisjoint(tree.forms))


def _triggered(trigger: Trigger, stops: Sequence[Stop]) -> list[Placed]:
    return [Placed(stop, trigger) for stop in stops]


def _listed(tree: Tree, run: Sequence[Placed], modes: Sequence[ModeMention], *, alone: bool) -> Sequence[Placed]:
    """A run of places as the list it is: "first Bulgaria, after Serbia"; unchanged where it is none."""
    taken = [one for one in run if one.stop.role not in (Role.NONE, Role.NEAR, Role.AT)]
    if not taken or not words.NATIONS.isdisjoint(tree.forms):
        return run
    inside = {at for mode in modes for at in tree.at(mode.start, mode.end)}
    stops = list(_in_order(tree, [one.stop for one in taken], inside))
    whole = alone and stops[0].link != "then"
    if _has_verb(tree, stops, inside, whole=whole) or not _tells_a_way(tree, stops, inside, alone=alone):
        return run
    if stops[0].role is Role.BARE:
        stops[0] = stops[0]._replace(role=Role.OPEN if len(stops) > 1 else Role.TO)
    trigger = Trigger(_first(tree, stops[0].mention), Kind.LIST, "")
    return [*(one for one in run if one not in taken), *_triggered(trigger, stops)]


def _in_order(tree: Tree, stops: Sequence[Stop], inside: set[int]) -> Iterator[Stop]:
    """Places as goals where the words before them say so: then Serbia, then by boat Greece, after Turkey Bulgaria."""
    before: Stop | None = None
    for stop in stops:
        first = _first(tree, stop.mention)
        read = stop
        if _comes_next(tree, before, stop):
            read = stop._replace(role=Role.TO, link="then")
        elif stop.role is Role.BARE and _reached_by(tree, first, inside):
            read = stop._replace(role=Role.TO)
        before = read
        yield read


def _comes_next(tree: Tree, before: Stop | None, stop: Stop) -> bool:
    """Whether the words before a place say that it was the next: then Serbia, after that Serbia."""
    first = _first(tree, stop.mention)
    said = tree.forms[max(0, first - 2) : first]
    if stop.role is Role.AFTER:
        return said[-1:] in (("that",), ("this",), ("it",))
    if stop.role is not Role.BARE:
        return False
    if said[-1:] in (("was",), ("is",), ("come",), ("came",)):
        said = said[:-1]
    if (said[-1:] != ("first",) and not words.THEN.isdisjoint(said[-1:])) or said == ("and", "now"):
        return True
    return before is not None and (before.role is Role.AFTER or _next(tree, before, stop))


def _reached_by(tree: Tree, first: int, inside: set[int]) -> bool:
    """Whether nothing but how one came there stands before a place: by boat Greece, with small boat Greece."""
    start = first
    while start > 0 and (start - 1 in inside or tree.forms[start - 1] in ("a", "small", "big")):
        start -= 1
    while start > 0 and tree.forms[start - 1] in ("by", "with", "in", "on"):
        start -= 1
    moded = any(at in inside for at in range(start, first))
    return moded and (start == 0 or tree.forms[start - 1] in words.THEN | words.BREAKS)


def _next(tree: Tree, before: Stop, stop: Stop) -> bool:
    """Whether a place comes next: Bulgaria finish, Serbia come; Greece two years, Albania one month."""
    between = tree.forms[_first(tree, before.mention) : _first(tree, stop.mention)]
    return _phase(tree, stop) or not words.DURATIONS.isdisjoint(between)


def _phase(tree: Tree, stop: Stop) -> bool:
    """Whether a place ends or comes: Bulgaria finish, Serbia come."""
    last = tree.at(stop.mention.start, stop.mention.end)[-1]
    return not words.PHASES.isdisjoint(tree.forms[last + 1 : last + 2])


def _tells_a_way(tree: Tree, stops: Sequence[Stop], inside: set[int], *, alone: bool) -> bool:
    """Whether places without a verb are a way, and not just named."""
    roles = {stop.role for stop in stops}
    if {Role.FROM, Role.TO} <= roles:
        return True
    starts = _first(tree, stops[0].mention)
    if Role.TO in roles and (inside or not words.DURATIONS.isdisjoint(tree.forms) or (stops[0].link and starts)):
        return True
    linked = Role.AFTER in roles or any(stop.link == "then" or _phase(tree, stop) for stop in stops)
    if (linked and len(stops) > 1) or not alone:
        return linked and len(stops) > 1
    onward = tree.forms[0] in words.TO or tree.forms[:2] in (("from", "there"), ("from", "here"))
    opening = onward and stops[0].role is Role.TO
    following = starts in (1, 2) and all(form in words.THEN | {"that", "this"} for form in tree.forms[:starts])
    return opening or following or _in_a_row(tree, stops)


def _in_a_row(tree: Tree, stops: Sequence[Stop]) -> bool:
    """Whether nothing but places is said: "Afghanistan, Iran, Turkey, with smugglers"."""
    bare = stops[0].role is Role.BARE and all(stop.role is Role.LISTED and stop.link != "or" for stop in stops[1:])
    return (
        bare
        and len(stops) >= _LONG
        and _first(tree, stops[0].mention) <= 1
        and (words.TRAVELLERS - words.QUANTIFIERS).isdisjoint(tree.forms)
    )


def _has_verb(tree: Tree, stops: Sequence[Stop], inside: set[int], *, whole: bool) -> bool:
    """Whether a verb stands before or among the places, or right behind them; before them in the clause or anywhere."""
    first, last = stops[0].mention, stops[-1].mention
    start = 0 if whole else _clause_start(tree, first)
    end = tree.at(last.start, last.end)[-1]
    behind = next((at for at in range(end + 1, len(tree)) if tree.forms[at] in words.BREAKS), len(tree))
    return any(is_verb(tree, at) and at not in inside and not _no_verb(tree, at) for at in range(start, behind))


def _clause_start(tree: Tree, first: Mention) -> int:
    start = _first(tree, first)
    return next((at + 1 for at in range(start - 1, -1, -1) if tree.forms[at] in words.BREAKS), 0)


def _no_verb(tree: Tree, at: int) -> bool:
    """Whether a verb says no more than that a list follows, or that a place ends or comes."""
    form, before = tree.forms[at], tree.forms[max(0, at - 1)]
    listing = words.THEN | {"it", "this", "that", "first"}
    if form in words.PHASES | words.VEHICLES or form == "foot":
        return True
    return form in ("is", "was", "'s", "were") and before in listing


def _first(tree: Tree, mention: Mention) -> int:
    return tree.at(mention.start, mention.end)[0]


# ---- how a list is told ---------------------------------------------------------------------------------------------

_IMPASSABLE = (("not", "possible"), ("no", "possible"), ("no", "go"))


def list_told(tree: Tree, trigger: Trigger, voice: Voice) -> Telling:
    """How a list is told; its trigger is the word of a way before it, or else its first place."""
    forms = tree.forms
    before = forms[: trigger.at]
    around = forms[max(0, trigger.at - 3) :]
    status: LegStatus | None = LegStatus.DONE
    if not words.COMING.isdisjoint(before) or not words.PLANS.isdisjoint(forms):
        status = LegStatus.INTENDED
    if not words.LOCKED.isdisjoint(around) or any(pair in _IMPASSABLE for pair in pairwise(around)):
        status = None
    usual = bool(trigger.verb) or not words.USUAL.isdisjoint(forms)
    return Telling(
        status, _owner(forms, trigger), _taken(forms, voice), impersonal=usual and {"was", "were"}.isdisjoint(forms)
    )


def _owner(forms: Sequence[str], trigger: Trigger) -> bool | None:
    """Whose way it is: my way was, for most people the way is, the way of my brother; None where nothing says so."""
    behind = () if not trigger.verb else tuple(takewhile(words.HEADING.__contains__, forms[trigger.at + 1 :]))
    if not (words.TRAVELLERS - words.QUANTIFIERS).isdisjoint(behind):
        return False
    if not (words.FIRST | words.MINE).isdisjoint(forms):
        return True
    return None if words.GENERIC.isdisjoint(forms[: trigger.at]) else False


def _taken(forms: Sequence[str], voice: Voice) -> bool:
    """Whether those on the way were taken: by police car, deported; "back to Serbia" after somebody was caught."""
    if voice.caught and "back" in forms:
        return True
    escorted = any(one in words.AUTHORITIES and other in words.VEHICLES for one, other in pairwise(forms))
    return escorted or any(form in words.verb_forms("EXPELLING") for form in forms)
