"""Closure: a later clause that says that what was told before it is over, or not true."""

from qualcode.matching.assertion.ending import CUSTOMS, ENDING
from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.negation import NEGATORS, NOBODY
from qualcode.matching.assertion.persons import is_person
from qualcode.matching.assertion.scope import is_activity, subject_of
from qualcode.matching.tree import Tree

NOT_NOW = (
    ("not", "now"),
    ("now", "no"),
    ("now", "not"),
    ("not", "anymore"),
    ("no", "more"),
    ("now", "nothing"),
    ("now", "finish"),
    ("now", "finished"),
    ("now", "stop"),
    ("not", "any", "more"),
    ("not", "any", "longer"),
    ("no", "longer"),
)
"""At the end of a sentence these close what was told before them."""
CLOSED = frozenset("over finish finished past gone closed stop stopped ended".split())
"""What the closing clause says ("now it is *closed*", "this time is *over*")."""
NOW = frozenset("now today nowadays currently presently".split())
FORMERLY = frozenset("before earlier formerly previously past ago first initially beginning start".split())
"""Against these a "now" with nobody or nothing closes what was ("before they let us pass, now nobody passes")."""
PRESENT = frozenset("is are 's has have".split())
LINKING = (
    NOW | PRESENT | frozenset("but and that this it these those time times all everything been also already".split())
)
"""All that may stand between the border of the closing clause and its closing word."""
BORDERS = frozenset((",", ";", "-", "–", "—", ".", "...", "…"))
STOPPED = frozenset("stop stops stopped finish finished end ended".split())
"""What ends what was told of before, in a clause of its own ("at first they gave us soap, then they *stopped*")."""
PASSING = frozenset(("lapse", "pass", "change"))
"""What is told as "that" or "this" and does so is over ("*that arrangement lapsed*")."""
UNTIL = frozenset(("until", "till"))
UNTIL_THEN = frozenset("last recently then ago lately".split())
"""After "until" these name a time since which it is otherwise."""
SEASONS = frozenset("spring summer autumn winter".split())
PAST = frozenset(("VBD", "VBN"))
LIKE_THAT = frozenset(("like", "so", "that", "this", "case"))
"""After "not ... now" these take up what was told before."""
_CLOSING = CLOSED | NOW | STOPPED | NOBODY | {"zero", "behind", "later", "afterwards"} | inflected(ENDING | PASSING) | UNTIL | {"anymore", "more", "longer", "these"}
_YEAR = 4
"""Figures of a year."""
MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_NEAR = 6
"""Words that a clause with "now" is looked at."""


def closed_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The words that close what is told at `at`, none where nothing does."""
    if _CLOSING.isdisjoint(tree.words):
        return ()
    return (
        _not_now(tree, at)
        or _closing_word(tree, at)
        or _denied_now(tree, at)
        or _now_denied_before(tree, at)
        or _stopped_after(tree, at)
        or _until_then(tree, at)
        or _otherwise_now(tree, at)
    )


def refuted_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The words of a later clause that say that what was told at `at` is not true ("they say they help, *it is a lie*")."""
    if _REFUTING.isdisjoint(tree.words):
        return ()
    for word in range(at + 3, len(tree)):
        if tree.forms[word] not in _REFUTING or (word + 1 < len(tree) and tree.forms[word + 1].isalnum()):
            continue
        begin = next((one for one in range(word - 1, at, -1) if tree.forms[one] in ("it", "that", "this", "these")), at)
        between = tree.forms[begin + 1 : word]
        bordered = begin > at + 1 and (tree.forms[begin - 1] in BORDERS or tree.forms[begin - 1] in ("but", "and"))
        denied = not {"not", "n't"}.isdisjoint(between)
        if bordered and set(between) <= _REFUTED_BY and denied == (tree.forms[word] in _TRUE):
            return tuple(range(begin, word + 1))
    return ()


_TRUE = frozenset(("true", "so", "correct"))
_REFUTING = _TRUE | frozenset("lie lies false untrue nonsense".split())
_REFUTED_BY = frozenset("is 's was are were all just only a not n't".split())


def _not_now(tree: Tree, at: int) -> tuple[int, ...]:
    """A bare "but not now", "now no" at the end."""
    for one in range(at + 1, len(tree) - 1):
        for phrase in NOT_NOW:
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


def ended_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The "any more" at the end of what is denied, wherever the parser hangs it."""
    for one in range(at + 1, len(tree)):
        if not tree.forms[one].isalnum():
            return ()
        last = one + 1 == len(tree) or not tree.forms[one + 1].isalnum()
        if last and (tree.forms[one] == "anymore" or tree.forms[one - 1 : one + 1] in _ANY_MORE):
            return (one,)
    return ()


_ANY_MORE = (("any", "more"), ("any", "longer"))


def _denied_now(tree: Tree, at: int) -> tuple[int, ...]:
    """The "now" and the negation of the same thing: "before they gave bread, *now* they do*n't* give"."""
    formerly = not FORMERLY.isdisjoint(tree.forms) or tree.forms[:2] == ("in", "those")
    for now in range(at + 1, len(tree)):
        later = formerly and tree.forms[now] in ("later", "afterwards")
        cue = _negation_after(tree, now) if later or _is_now(tree, now) else None
        if cue is None:
            continue
        following = tree.forms[cue + 1] if cue + 1 < len(tree) else "."
        again = tree.forms[cue + 1 : cue + 3] in _DO_IT
        contrasted = formerly and (again or tree.forms[cue] in NOBODY or following in LIKE_THAT)
        if contrasted or _repeats(tree, at, cue) or not following.isalnum():
            return (now, cue)
    return _no_more_like_that(tree, at) if formerly else ()


_DO_IT = tuple(("do", it) for it in ("it", "that", "this", "so"))


def _is_now(tree: Tree, at: int) -> bool:
    return tree.forms[at] in NOW or (tree.forms[at] == "days" and tree.forms[at - 1] == "these")


def _no_more_like_that(tree: Tree, at: int) -> tuple[int, ...]:
    """The negation before "like that now": "in the past they took money, it is *not* like that *now*"."""
    for cue in range(at + 2, len(tree) - 2):
        if tree.forms[cue] in ("not", "n't") and tree.forms[cue + 1] in LIKE_THAT:
            now = next((one for one in range(cue + 2, min(cue + _NEAR, len(tree))) if _is_now(tree, one)), None)
            if now is not None:
                return (cue, now)
    return ()


def _stopped_after(tree: Tree, at: int) -> tuple[int, ...]:
    """The end of a clause about what was "first": "at first they gave us soap, then they *stopped*"."""
    formerly = not FORMERLY.isdisjoint(tree.forms[: at + 1]) or tree.forms[:2] in _ONE_TIME
    for word in range(at + 2, len(tree)):
        if tree.child(word, "neg") is not None:
            continue
        if tree.lemma(word) in ENDING | PASSING and _is_taken_up(tree, word):
            return (word,)
        if formerly and tree.forms[word] in STOPPED and _is_bare_end(tree, word):
            return (word,)
    return _nothing_since(tree, at, formerly=formerly)


_ONE_TIME = (("one", "time"), ("some", "time"))
_AFTER = frozenset("it this that with".split())


def _is_bare_end(tree: Tree, word: int) -> bool:
    """Whether the word ends what was told, and no thing of its own: "then they *stopped*", "and *finish* with this"."""
    if tree.forms[word + 1 : word + 2] and tree.forms[word + 1].isalnum() and tree.forms[word + 1] not in _AFTER:
        return False
    subject = tree.child(word, "nsubj")
    verb = tree.tags[word].startswith("V") and (subject is None or tree.tags[subject] in ("PRP", "DT"))
    return verb or tree.forms[word - 1] in ("and", "then", "after", "now", ",")


def _nothing_since(tree: Tree, at: int, *, formerly: bool) -> tuple[int, ...]:
    """The last word of "they were paying us, since March *nothing*"."""
    last = next((one for one in range(len(tree) - 1, at, -1) if tree.forms[one].isalnum()), at)
    begin = next((one for one in range(last, at, -1) if tree.forms[one] in BORDERS), None)
    if tree.forms[last] not in ("nothing", "nobody", "none", "zero") or begin is None:
        return ()
    clause = tree.forms[begin + 1 : last]
    verbs = any(tree.tags[one].startswith(("V", "MD")) for one in range(begin + 1, last))
    since = bool(clause) and (clause[0] in ("since", "after", "now", "today") or (clause[0] == "from" and "on" in clause))
    return (last,) if since and not verbs and (formerly or tree.tags[at] in ("VBG", "VBD", "VBP", "VB", "NN")) else ()


def _is_taken_up(tree: Tree, verb: int) -> bool:
    """Whether what ends is what was told before: abandoned *the practice*, *that arrangement* lapsed, *all this* stopped."""
    if not tree.tags[verb].startswith("V"):
        return False
    for thing in tree.all_children(verb, "dobj", "nsubjpass", "nsubj"):
        pointed = any(tree.forms[one] in ("this", "that", "these", "such") for one in tree.children[thing])
        pointed = pointed or (tree.deps[thing] != "dobj" and tree.forms[thing] in ("this", "that"))
        if tree.deps[thing] == "nsubj" and tree.child(verb, "dobj", "xcomp", "ccomp") is not None:
            continue
        if tree.lemma(thing) in CUSTOMS and (pointed or any(tree.forms[one] == "the" for one in tree.children[thing])):
            return True
        if pointed and tree.deps[thing] != "dobj" and not is_person(tree, thing) and tree.tags[thing] != "WDT":
            return True
    return False


def _until_then(tree: Tree, at: int) -> tuple[int, ...]:
    """The "until last year" before what was so until then, or after what others did until then."""
    if UNTIL.isdisjoint(tree.words) or _tense(tree, at) not in PAST:
        return ()
    for until in range(len(tree) - 1):
        if tree.forms[until] not in UNTIL or at not in tree.ancestors(until):
            continue
        if tree.deps[until] == "mark":
            if tree.heads[tree.heads[until]] == at and until > at and _is_lasting(tree, at):
                return (until,)
            continue
        own = [one for one in tree.subtree(until) if one >= until]
        first = until == 0 or tree.forms[:until] == ("up",)
        then = any(tree.forms[one] in UNTIL_THEN or _is_date(tree, one) for one in own)
        event = first and any(tree.tags[one] in ("NN", "NNS") and is_activity(tree.lemma(one)) for one in own)
        ours = (subject := subject_of(tree, at)) is not None and tree.forms[subject] in ("i", "we", "he", "she")
        if event or (then and (first or not ours)):
            return (until,)
    return ()


def _is_lasting(tree: Tree, at: int) -> bool:
    """Whether it went on for years, so that an "until" ends it ("she *worked* there until they sent her home")."""
    return tree.lemma(at) in LASTING or any(tree.forms[one : one + 2] in FOR_YEARS for one in range(len(tree)))


LASTING = frozenset("work serve teach belong sell own study".split())
FOR_YEARS = (("for", "years"), ("for", "decades"), ("for", "months"))


def _otherwise_now(tree: Tree, at: int) -> tuple[int, ...]:
    """The "now" of what is done instead of what was done in a time that is past ("back then they fed us, *today* ...")."""
    now = next((one for one in range(at + 2, len(tree)) if _is_now(tree, one)), None)
    if now is None or not _is_border(tree, now - (2 if tree.forms[now] == "days" else 1)):
        return ()
    if not _is_long_ago(tree, now) or _again(tree, at, now):
        return ()
    return (now,)


def _is_border(tree: Tree, at: int) -> bool:
    return tree.forms[at] in BORDERS or tree.forms[at] in ("but", "and")


def _is_long_ago(tree: Tree, now: int) -> bool:
    """Whether a time is named before the "now" that is set against it."""
    text = tree.forms[:now]
    if any(text[: len(phrase)] == phrase for phrase in LONG_AGO) or not _LONG_AGO.isdisjoint(text):
        return True
    if "before" not in text:
        return False
    before = text.index("before")
    last = before + 1 == now or not text[before + 1].isalnum()
    return last or (before > 0 and text[before - 1] in ("like", "that"))


def _again(tree: Tree, at: int, now: int) -> bool:
    """Whether what was done then is done now too, in another way ("before they slept outside, now they sleep in tents")."""
    verbs = [at, *(one for one in tree.ancestors(at) if one < now)]
    same = {tree.lemma(one) for one in verbs if tree.tags[one].startswith("V")} - {"be", "have"}
    return not same or any(tree.lemma(one) in same for one in range(now, len(tree)))


LONG_AGO = (("once", "upon", "a", "time"), ("back", "then"), ("back", "in"), ("in", "those"), ("in", "the", "past"))
_LONG_AGO = frozenset(("earlier", "formerly", "previously"))
FORMER = _LONG_AGO | frozenset(("before", "upon", "back", "those", "past"))
"""Without one of these no time is long ago."""


def _is_date(tree: Tree, at: int) -> bool:
    form = tree.forms[at]
    return form in SEASONS or form in MONTHS or (len(form) == _YEAR and form.isdigit())


def _tense(tree: Tree, at: int) -> str:
    """The tag of the verb at `at`, past where its auxiliary is."""
    auxiliaries = tree.all_children(at, "aux", "auxpass")
    if any(tree.forms[one] in ("would", "was", "were", "had", "'d") for one in auxiliaries):
        return "VBD"
    return tree.tags[at] if not auxiliaries else ""


def _now_denied_before(tree: Tree, at: int) -> tuple[int, ...]:
    """The same with the present first: "*now* they do*n't* beat, before they beat"."""
    if FORMERLY.isdisjoint(tree.forms[max(at - 3, 0) : at]):
        return ()
    for now in range(at):
        cue = _negation_after(tree, now) if _is_now(tree, now) else None
        if cue is not None and cue < at - 1 and _repeats(tree, at, cue):
            return (now, cue)
    return ()


def _negation_after(tree: Tree, now: int) -> int | None:
    """The negation in the clause that begins with "now"."""
    for one in range(now + 1, min(now + _NEAR, len(tree))):
        if tree.forms[one] in BORDERS:
            return None
        if tree.forms[one] in NEGATORS | NOBODY:
            return one
    return None


def _repeats(tree: Tree, at: int, cue: int) -> bool:
    """Whether the words after the negation name the same action as the word at `at` or a verb above it."""
    same = {tree.lemma(one) for one in (at, *tree.ancestors(at)) if tree.tags[one].startswith("V") and one <= at + 1}
    return any(tree.lemma(one) in same for one in range(cue + 1, min(cue + _NEAR, len(tree))))
