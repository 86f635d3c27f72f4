"""The negations that belong to a clause or a noun: not, never, nobody, no food, no longer."""

from qualcode.matching.assertion.conditions import is_next_to_none
from qualcode.matching.assertion.contrasts import CORRECTED, is_corrected, is_of_manner
from qualcode.matching.assertion.scope import follows
from qualcode.matching.tree import Tree

NEGATORS = frozenset("not n't nt no never nor neither hardly barely scarcely rarely seldom".split())
"""Words that negate the clause or noun they belong to."""

ALMOST = frozenset(("almost", "nearly"))
"""What almost happened did not."""

NOBODY = frozenset("nobody none nothing nowhere no-one noone neither".split())
"""Words that negate a clause by being its subject or object."""

NOT_NEGATING = frozenset("only just merely simply because alone always all everyone everybody every until".split())
"""After "not" these leave the clause affirmed ("not only beat us", "not because we ran", "not all of them")."""

IDIOMS = frozenset(
    "doubt matter wonder choice option alternative idea question reason mistake secret surprise coincidence "
    "exaggeration accident".split()
)
"""After "no" these leave the clause affirmed ("no doubt they beat us", "no choice but to pay")."""

NEGATED_ADVERBS = frozenset(
    "longer ever more anymore really actually exactly once again yet even also still way".split()
)
"""Adverbs whose negation is that of the clause ("no longer", "hardly ever")."""

MEASURES = frozenset("degree hour tolerance percent grade point euro".split())
"""Of these "zero" is a number like any other."""

NO_TIME = frozenset("point time way circumstance circumstances case stage account moment means".split())
"""After "at no", "in no", "under no" these negate the clause."""

ENDING_ADVERBS = frozenset(("anymore", "longer"))
"""With a negation these say that something has ended."""

ANSWERING = frozenset("or say says said answer answered if and".split())
"""After these a "no" is an answer of its own."""
_FEW = 5
"""Words from a noun to the "no" that denies it."""
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "attr", "dative", "agent", "amod", "quantmod", "npadvmod", "prep", "dep")
_RESUMED = (",", "no", ",")
"""After an infinitive put first these deny it ("but *to hit, no,* he did not")."""
_SO_MUCH_AS = ("so", "much", "as")
_DENYING = frozenset("not n't never without".split())
_NOT_ONE = ("not", "one")
_NOUN_PHRASE = frozenset("DT JJ NN NNS NNP CD".split())
_SUBJECT_PHRASE = CORRECTED | {"PRP$", "NNPS"}
_FINITE = ("VBD", "VBP", "VBZ", "MD")
JUST = frozenset(("hardly", "scarcely", "barely"))
ACHIEVED = frozenset("survive escape manage avoid reach succeed make cover suffice recover".split())
"""What is "barely" so was done, with little to spare."""
_NOTHING_ELSE = (("but",), ("else", "than"), ("else", "but"), ("other", "than"), ("except",))
"""After "nothing" these say that it was done, and nothing besides."""


def negation(tree: Tree, at: int, coming: int | None, matched: frozenset[int]) -> int | None:
    """The first word that negates the clause or noun at `at`, not counting the branch of `coming` nor `matched`."""
    for child in tree.children[at]:
        if child == coming and tree.forms[child] not in NOBODY:
            continue
        found = _negation_in(tree, child, at)
        if found is not None and found not in matched and not is_of_manner(tree, at):
            return found
    apart = next((one for one in (_added(tree, at), _bare(tree, at), _before(tree, at)) if one is not None), None)
    return None if apart in matched else apart


def _added(tree: Tree, at: int) -> int | None:
    """The "not" of what is set against what was said before it ("an accident, *not* violence")."""
    if not tree.tags[at].startswith("N") or tree.words.isdisjoint(_DENYING | {"anything"}):
        return None
    first = min(tree.subtree(at))
    if tree.forms[max(first - 3, 0) : first] == _SO_MUCH_AS and not _DENYING.isdisjoint(tree.forms[:first]):
        return next(one for one in range(first) if tree.forms[one] in _DENYING)
    if tree.deps[at] == "pobj":
        first = tree.heads[at]
    if tree.forms[max(first - 2, 0) : first] == ("anything", "but"):
        return first - 2
    contrasted = first > 1 and tree.forms[first - 1] == "not" and tree.forms[first - 2] in (",", "and", "-", "–")
    return first - 1 if contrasted else None


def _before(tree: Tree, at: int) -> int | None:
    """The negation that stands before a verb, where the parser hangs it elsewhere."""
    if not tree.tags[at].startswith("V"):
        return None
    if "nor" in tree.words and tree.deps[at] == "conj":
        opened = min(tree.subtree(at))
        nor = opened if tree.forms[opened] == "nor" else opened - 1
        return nor if nor > 0 and tree.forms[nor] == "nor" else None
    outside = (look(tree, at) for look in (_neither_of, _next_to_none, _right_before, _not_a_single))
    return next((one for one in outside if one is not None), None)


def _right_before(tree: Tree, at: int) -> int | None:
    """The words of "instead of", "without so much as", and of the "no" that takes up an infinitive put first."""
    if tree.deps[at] == "conj" and tree.forms[max(at - 2, 0) : at] == ("instead", "of"):
        return at - 2
    if tree.forms[max(at - 3, 0) : at] == _SO_MUCH_AS and tree.forms[at - 4] in _DENYING:
        return at - 4
    return at + 2 if tree.forms[at - 1] == "to" and tree.forms[at + 1 : at + 4] == _RESUMED else None


def _not_a_single(tree: Tree, at: int) -> int | None:
    """The "not" of "not a single one" as the subject right before the verb."""
    first = at
    while first > 0 and at - first < _FEW and tree.tags[first - 1] in _NOUN_PHRASE:
        first -= 1
    single = (
        tree.forms[first - 1 : first + 2] == ("not", "a", "single") or tree.forms[first - 1 : first + 1] == _NOT_ONE
    )
    return first - 1 if first > 0 and single else None


def _neither_of(tree: Tree, at: int) -> int | None:
    """The "neither" of "*neither* police nor mafia touch them", wherever the parser hangs the two."""
    if not tree.words >= {"neither", "nor"} or tree.forms[at - 1] in ("neither", "nor"):
        return None
    nor = next((one for one in range(at - 1, 0, -1) if tree.forms[one] == "nor"), 0)
    neither = next((one for one in range(nor - 1, -1, -1) if tree.forms[one] == "neither"), None)
    if neither is None:
        return None
    between = (*tree.tags[neither + 1 : nor], *tree.tags[nor + 1 : at])
    return neither if all(tag in _SUBJECT_PHRASE for tag in between) else None


def _next_to_none(tree: Tree, at: int) -> int | None:
    """The "few" of "*few* if any of the deported were admitted", the "rarely" of "rarely, if ever"."""
    if "if" not in tree.words or tree.words.isdisjoint(("any", "ever", "anything")):
        return None
    opening = next((one for one in range(1, at) if tree.forms[one] == "if" and is_next_to_none(tree, one)), None)
    if opening is None:
        return None
    own = tree.all_children(at, "aux", "auxpass")
    others = any(tree.tags[one] in _FINITE for one in range(opening, at) if one not in own)
    return None if others else opening - 1 - (tree.forms[opening - 1] == ",")


def _bare(tree: Tree, at: int) -> int | None:
    """The "no" of broken English right before a verb ("guide no tell us") or right after a noun ("water no")."""
    if tree.words.isdisjoint(("no", "nothing", "none", "zero")):
        return None
    if tree.tags[at].startswith("V"):
        if at < 2 or tree.forms[at - 1] != "no" or tree.deps[at] in ("amod", "compound"):
            return None
        return at - 1 if tree.forms[at - 2].isalnum() and tree.forms[at - 2] not in ANSWERING else None
    if not tree.tags[at].startswith("N"):
        return None
    if (nothing := _closes_list(tree, at)) is not None:
        return nothing
    end = next((one for one in range(at, len(tree)) if not tree.forms[one].isalnum()), len(tree))
    apart = end - at < _FEW or at == 0
    verbal = any(tree.tags[one].startswith(("V", "MD")) for one in range(at, end))
    final = end - 1 > at and tree.forms[end - 1] in ("no", "zero") and tree.forms[end - 2] not in ANSWERING
    return end - 1 if final and apart and not verbal else None


def _closes_list(tree: Tree, at: int) -> int | None:
    """The last word of a list without a verb: "doctor, medicine, food, *nothing*"."""
    last = next((one for one in range(len(tree) - 1, at, -1) if tree.forms[one].isalnum()), at)
    alone = tree.forms[last] in ("nothing", "none") and tree.forms[last - 1] == ","
    return last if alone and not any(tag.startswith(("V", "MD")) for tag in tree.tags) else None


def ending_adverb(tree: Tree, at: int, cue: int | None) -> int | None:
    """The word that makes a negation an end: no *longer*, not *anymore*, no *more*."""
    for child in tree.children[at]:
        form = tree.forms[child]
        if child != cue and (form in ENDING_ADVERBS or (form == "more" and tree.forms[child - 1] in ("any", "no"))):
            return None if follows(tree, child, "than") else child
        if tree.deps[child] in ("attr", "dobj", "nsubj"):
            inner = ending_adverb(tree, child, cue)
            if inner is not None and tree.forms[inner] == "more":
                return inner
    return None


def _negation_in(tree: Tree, child: int, at: int) -> int | None:
    """The negation that the word at `child` is or holds, of the clause or noun at `at`."""
    form, dep = tree.forms[child], tree.deps[child]
    if form in NEGATORS:
        return child if _negates(tree, child, at) else None
    if form == "zero" or form in ALMOST:
        said = _is_none(tree, child, at) if form == "zero" else _falls_short(tree, child, at)
        return child if said else None
    if dep == "advmod":
        return _negated_adverb(tree, child)
    if dep == "prep":
        return _no_time(tree, child)
    if form in NOBODY and (
        dep == "appos" or (dep in ("nsubj", "nsubjpass") and tree.child(child, "appos") is not None)
    ):
        return child  # water, blankets, nothing of this; nobody, not even the priest, came
    apart = "," in tree.forms[min(child, at) : max(child, at)] and (child > at or tree.child(child, "conj") is None)
    return _negative_noun(tree, child) if dep in _ARGUMENTS and not apart else None


def _is_none(tree: Tree, zero: int, noun: int) -> bool:
    """Whether "zero" is a "no" ("zero help") and no number ("zero degrees")."""
    return zero + 1 == noun and tree.lemma(noun) not in MEASURES


def _falls_short(tree: Tree, adverb: int, verb: int) -> bool:
    """Whether "almost" is said of what was done and not of how many or how often."""
    near = tree.tags[verb].startswith("V") and adverb < verb and tree.tags[adverb + 1] not in ("CD", "DT", "RB", "PDT")
    return near and "," not in tree.forms[adverb:verb]


def _negates(tree: Tree, negator: int, at: int) -> bool:
    following = tree.forms[negator + 1] if negator + 1 < len(tree) else ""
    if following in NOT_NEGATING or (tree.forms[at] in IDIOMS and not _is_open_question(tree, at)):
        return False
    if following == "for" and tree.forms[negator + 2 : negator + 3] == ("nothing",):
        return False
    if (
        _need_not_have(tree, at)
        or is_corrected(tree, negator)
        or (tree.forms[negator] in JUST and (_is_just(tree, negator) or tree.lemma(at) in ACHIEVED))
    ):
        return False
    if tree.forms[negator] == "no" and following in (",", ".", "-", "", "…", "!"):
        return False
    if tree.deps[negator] == "neg" and not tree.tags[at].startswith(("V", "MD")):
        return not _opposed(tree, at)
    return True


def _need_not_have(tree: Tree, at: int) -> bool:
    """Whether "need not have paid" says that they did, in vain."""
    auxiliaries = {tree.forms[one] for one in tree.all_children(at, "aux")}
    return auxiliaries >= {"need", "have"}


def _is_open_question(tree: Tree, at: int) -> bool:
    """Whether there is "no question *of*" doing it, which denies it."""
    return tree.forms[at] == "question" and tree.forms[at + 1 : at + 2] == ("of",)


def _is_just(tree: Tree, adverb: int) -> bool:
    """Whether "hardly had we arrived when" says that it had only just happened."""
    had = {*tree.forms[max(adverb - 1, 0) : adverb + 2]} & {"had", "'d"}
    return bool(had) and not {"when", "before", "than"}.isdisjoint(tree.forms[adverb:])


def _opposed(tree: Tree, at: int) -> bool:
    """Whether "not the police" is answered by "but the smugglers"."""
    return any(tree.forms[child] == "but" for child in tree.children[at])


def _negated_adverb(tree: Tree, at: int) -> int | None:
    """The adverb that negates, "nowhere" and a "little" put first, or its negation: "no longer", "hardly ever"."""
    if tree.forms[at] == "nowhere" or (tree.forms[at] == "little" and _is_inverted(tree, at)):
        return at
    if tree.forms[at] not in NEGATED_ADVERBS:
        return None
    found = next((child for child in tree.children[at] if tree.forms[child] in NEGATORS), None)
    return None if found is None or is_corrected(tree, found) else found


def _no_time(tree: Tree, preposition: int) -> int | None:
    """The negation of "at no point", "in no way", and of "by nobody"."""
    inner = tree.child(preposition, "pobj")
    if inner is None:
        return None
    if tree.forms[inner] in ("none", "nobody"):
        return inner
    timed = tree.forms[inner] in NO_TIME and tree.forms[preposition] in ("at", "in", "under", "by")
    if not timed and not _is_inverted(tree, preposition):
        return None
    if tree.forms[inner] == "neither":
        return inner
    return next((child for child in tree.children[inner] if tree.forms[child] == "no"), None)


def _is_inverted(tree: Tree, first: int) -> bool:
    """Whether what stands first puts the auxiliary before the subject ("in no village *did anyone* ask")."""
    verb = tree.heads[first]
    auxiliary, subject = tree.child(verb, "aux", "auxpass"), tree.child(verb, "nsubj", "nsubjpass")
    if subject is None or first > subject:
        return False
    return first < (verb if auxiliary is None else auxiliary) < subject


def _negative_noun(tree: Tree, at: int) -> int | None:
    """The word that makes an argument negative: "nobody", "no food", "none of them", "hardly anyone"."""
    if tree.forms[at] in NOBODY:
        nothing_else = any(follows(tree, at, *phrase) for phrase in _NOTHING_ELSE)
        return None if nothing_else else at
    if tree.deps[at] in ("agent", "dative") and tree.child(at, "pobj") is not None:
        inner = tree.child(at, "pobj")
        return None if inner is None else _negative_noun(tree, inner)
    if (tree.forms[at] in IDIOMS and not _is_open_question(tree, at)) or tree.deps[at] == "dep":
        return None
    for child in tree.children[at]:
        if child > at or _opposed(tree, at):
            break
        if tree.forms[child] in NEGATORS:
            return child if tree.forms[child + 1] not in NOT_NEGATING else None
        if tree.forms[child] == "any":  # hardly any food
            return next((one for one in tree.children[child] if tree.forms[one] in NEGATORS), None)
    return None
