"""Closure: a later clause that says that what was told before it is over."""

from qualcode.matching.assertion.bygone import (
    BORDERS,
    FORMER,
    NOW,
    UNTIL,
    is_now,
    opened_in_the_past,
    otherwise_now,
    until_then,
)
from qualcode.matching.assertion.ending import CUSTOMS, ENDING
from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.negation import NEGATORS, NOBODY
from qualcode.matching.assertion.persons import is_person
from qualcode.matching.tree import Tree

NOT_NOW = {
    "not": (("not", "now"), ("not", "anymore"), ("not", "any", "more"), ("not", "any", "longer")),
    "no": (("no", "more"), ("no", "longer")),
    "now": (
        ("now", "no"),
        ("now", "not"),
        ("now", "nothing"),
        ("now", "finish"),
        ("now", "finished"),
        ("now", "stop"),
    ),
}
"""At the end of a sentence these, by their first word, close what was told before them."""
CLOSED = frozenset("over finish finished past gone closed stop stopped ended".split())
"""What the closing clause says ("now it is *closed*", "this time is *over*")."""
STOPPED = frozenset("stop stops stopped finish finished end ended".split())
"""What ends what was told of before, in a clause of its own ("at first they gave us soap, then they *stopped*")."""
PASSING = frozenset(("lapse", "pass"))
"""What is told as "that" or "this" and does so is over ("*that arrangement lapsed*")."""
FORMERLY = frozenset("before earlier formerly previously past ago first initially beginning start".split())
"""Against these a "now" with nobody or nothing closes what was ("before they let us pass, now nobody passes")."""
LATER = frozenset(("later", "afterwards"))
PRESENT = frozenset("is are 's has have".split())
LINKING = (
    NOW | PRESENT | frozenset("but and that this it these those time times all everything been also already".split())
)
"""All that may stand between the border of the closing clause and its closing word."""
NOTHING = frozenset("nothing nobody none zero".split())
SINCE = frozenset("since after now today".split())
"""With these a clause of no verb begins that says what there is since ("since March nothing")."""
_LIKE_THAT = frozenset(("like", "so", "that", "this", "case"))
"""After "not ... now" these take up what was told before."""
_DO_IT = frozenset(("do", it) for it in ("it", "that", "this", "so"))
_IN_THE_PAST = (("in", "the", "past"), ("before",), ("formerly",), ("in", "the", "old", "days"), ("back", "then"))
_THAT_WAS = (("that", "was"), ("this", "was"), ("it", "was"), ("those", "were"))
_ANY_MORE = frozenset((("any", "more"), ("any", "longer")))
_ENDINGS = inflected(ENDING | PASSING)
_STOPPING = _ENDINGS | STOPPED
_CLOSING = (
    FORMER
    | {"ago", "then", "since", "old", "former"}
    | _STOPPING
    | CLOSED
    | NOW
    | NOBODY
    | UNTIL
    | LATER
    | {"zero", "behind", "anymore", "more", "longer", "these"}
)
_PRESENTLY = NOW | LATER | {"days"}
_NEAR = 6
"""Words that a clause with "now" is looked at."""


def closed_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The words that close what is told at `at`, none where nothing does."""
    if _CLOSING.isdisjoint(tree.words):
        return ()
    formerly = not FORMERLY.isdisjoint(tree.words) or tree.forms[:2] in (("in", "those"), ("one", "time"))
    return (
        _not_now(tree, at)
        or _closing_word(tree, at)
        or _denied_now(tree, at, formerly=formerly)
        or (_now_denied_before(tree, at) if formerly else ())
        or _stopped_after(tree, at, formerly=formerly)
        or _nothing_since(tree, at)
        or _long_past(tree, at)
        or opened_in_the_past(tree, at)
        or until_then(tree, at)
        or otherwise_now(tree, at)
    )


def ended_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The "any more" at the end of what is denied at `at`, wherever the parser hangs it."""
    if tree.words.isdisjoint(("anymore", "any")):
        return ()
    for one in range(at + 1, len(tree)):
        if not tree.forms[one].isalnum():
            return ()
        last = one + 1 == len(tree) or not tree.forms[one + 1].isalnum()
        if last and (tree.forms[one] == "anymore" or tree.forms[one - 1 : one + 1] in _ANY_MORE):
            return (one,)
    return ()


def _not_now(tree: Tree, at: int) -> tuple[int, ...]:
    """A bare "but not now", "now no" at the end."""
    for one in range(at + 1, len(tree) - 1):
        for phrase in NOT_NOW.get(tree.forms[one], ()):
            last = one + len(phrase) - 1
            if tree.forms[one : last + 1] == phrase and _is_last(tree, last):
                return (one, last)
    return ()


def _is_last(tree: Tree, at: int) -> bool:
    """Whether the sentence ends after the word at `at`, or only takes up a word from before ("now not good")."""
    return all(not form.isalnum() or form in tree.forms[:at] for form in tree.forms[at + 1 : at + 2])


def _closing_word(tree: Tree, at: int) -> tuple[int, ...]:
    """The word that ends a clause of nothing but pronouns, "now" and "is": "..., now it is *closed*"."""
    for word in range(at + 2, len(tree)):
        behind = tree.forms[word] == "behind" and tree.tags[word + 1 : word + 2] == ("PRP",)
        if tree.forms[word] not in CLOSED and not behind:
            continue
        begin = word
        while begin > at + 1 and tree.forms[begin - 1] in LINKING:
            begin -= 1
        between = tree.forms[begin:word]
        bordered = tree.forms[begin - 1] in BORDERS or not {"but", "and", "now"}.isdisjoint(between[:2])
        if bordered and not (NOW | PRESENT).isdisjoint(between):
            return (word,)
    return ()


def _denied_now(tree: Tree, at: int, *, formerly: bool) -> tuple[int, ...]:
    """The "now" and the negation of the same thing: "before they gave bread, *now* they do*n't* give"."""
    for now in () if _PRESENTLY.isdisjoint(tree.words) else range(at + 1, len(tree)):
        later = formerly and tree.forms[now] in LATER
        cue = _negation_after(tree, now) if later or is_now(tree, now) else None
        if cue is None:
            continue
        following = tree.forms[cue + 1] if cue + 1 < len(tree) else "."
        taken_up = following in _LIKE_THAT or tree.forms[cue + 1 : cue + 3] in _DO_IT
        contrasted = formerly and (taken_up or tree.forms[cue] in NOBODY)
        if contrasted or _repeats(tree, at, cue) or not following.isalnum():
            return (now, cue)
    return _no_more_like_that(tree, at) if formerly else ()


def _no_more_like_that(tree: Tree, at: int) -> tuple[int, ...]:
    """The negation before "like that now": "in the past they took money, it is *not* like that *now*"."""
    for cue in range(at + 2, len(tree) - 2):
        if tree.forms[cue] in ("not", "n't") and tree.forms[cue + 1] in _LIKE_THAT:
            now = next((one for one in range(cue + 2, min(cue + _NEAR, len(tree))) if is_now(tree, one)), None)
            if now is not None:
                return (cue, now)
    return ()


def _now_denied_before(tree: Tree, at: int) -> tuple[int, ...]:
    """The same with the present first: "*now* they do*n't* beat, before they beat"."""
    if FORMERLY.isdisjoint(tree.forms[max(at - 3, 0) : at]):
        return ()
    for now in range(at):
        cue = _negation_after(tree, now) if is_now(tree, now) else None
        if cue is not None and cue < at - 1 and _repeats(tree, at, cue):
            return (now, cue)
    return ()


def _negation_after(tree: Tree, now: int) -> int | None:
    """The negation in the clause that begins with "now"."""
    for one in range(now + 1, min(now + _NEAR, len(tree))):
        if tree.forms[one] in BORDERS:
            return None
        if tree.forms[one] in NEGATORS or tree.forms[one] in NOBODY:
            return one
    return None


def _repeats(tree: Tree, at: int, cue: int) -> bool:
    """Whether the words after the negation name the same action as the word at `at` or a verb above it."""
    same = {tree.lemma(one) for one in (at, *tree.ancestors(at)) if tree.tags[one].startswith("V") and one <= at + 1}
    return any(tree.lemma(one) in same for one in range(cue + 1, min(cue + _NEAR, len(tree))))


def _stopped_after(tree: Tree, at: int, *, formerly: bool) -> tuple[int, ...]:
    """The end of what was told, or of what was "first": "at first they gave us soap, then they *stopped*"."""
    if _STOPPING.isdisjoint(tree.words):
        return ()
    for word in range(at + 2, len(tree)):
        if tree.forms[word] not in _STOPPING or tree.child(word, "neg") is not None:
            continue
        if tree.forms[word] in _ENDINGS and _is_taken_up(tree, word):
            return (word,)
        if formerly and tree.forms[word] in STOPPED and _is_bare_end(tree, word):
            return (word,)
    return ()


def _is_taken_up(tree: Tree, verb: int) -> bool:
    """Whether what ends is what was told before: abandoned *the practice*, *that arrangement* lapsed."""
    if not tree.tags[verb].startswith("V"):
        return False
    ended = tree.all_children(verb, "dobj", "nsubjpass")
    return any(_points_back(tree, one) for one in ended or tree.all_children(verb, "nsubj"))


def _points_back(tree: Tree, thing: int) -> bool:
    """Whether a noun takes up what was told: the practice, this habit, and as a subject "that arrangement", "this"."""
    dets = {tree.forms[one] for one in tree.children[thing]}
    if tree.lemma(thing) in CUSTOMS:
        return not dets.isdisjoint(("the", "this", "that", "these", "such"))
    if tree.deps[thing] == "dobj" and thing < tree.heads[thing]:
        return tree.forms[thing] in ("this", "that")
    if tree.deps[thing] == "dobj" or tree.tags[thing] == "WDT" or is_person(tree, thing):
        return False
    return tree.forms[thing] in ("this", "that") or not dets.isdisjoint(("this", "that", "these", "such"))


def _is_bare_end(tree: Tree, word: int) -> bool:
    """Whether the word ends what was told, and no thing of its own: "then they *stopped*", "and *finish* with this"."""
    following = tree.forms[word + 1] if word + 1 < len(tree) else "."
    if following.isalnum() and following not in ("it", "this", "that", "with"):
        return False
    subject = tree.child(word, "nsubj")
    if tree.tags[word].startswith("V") and (subject is None or tree.tags[subject] in ("PRP", "DT")):
        return True
    return tree.forms[word - 1] in ("and", "then", "after", "now", ",")


def _long_past(tree: Tree, at: int) -> tuple[int, ...]:
    """The words at the end that put what was told into the past ("..., *in the past*", "but that was years *ago*")."""
    last = next((one for one in range(len(tree) - 1, at, -1) if tree.forms[one].isalnum()), at)
    begin = next((one + 1 for one in range(last, at, -1) if tree.forms[one] in BORDERS), 0)
    said = tuple(form for form in tree.forms[begin : last + 1] if form not in ("but", "and"))
    if begin <= at:
        return ()
    if said in _IN_THE_PAST:
        return tuple(range(begin, last + 1))
    was = said[:2] in _THAT_WAS and (
        said[2:] in (*_IN_THE_PAST, ("then",)) or (said[-1] == "ago" and len(said) < _NEAR)
    )
    if was or (said[:2] == ("not", "since") and tree.forms[begin] == "but"):
        return tuple(range(begin, last + 1))
    return ()


def _nothing_since(tree: Tree, at: int) -> tuple[int, ...]:
    """The last word of "they were paying us, since March *nothing*"."""
    last = next((one for one in range(len(tree) - 1, at, -1) if tree.forms[one].isalnum()), at)
    if tree.forms[last] not in NOTHING:
        return ()
    begin = next((one + 1 for one in range(last, at, -1) if tree.forms[one] in BORDERS), last)
    clause = tree.forms[begin:last]
    since = clause[:1] and (clause[0] in SINCE or (clause[0] == "from" and "on" in clause))
    verbs = any(tree.tags[one].startswith(("V", "MD")) for one in range(begin, last))
    return (last,) if since and not verbs else ()
