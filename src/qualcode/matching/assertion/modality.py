"""Modality: whether something is a fact, and if not, in which way it is none."""

from qualcode.matching.assertion.afterthoughts import DOUBTING, doubted_after
from qualcode.matching.assertion.asking import ASKED, left_undecided, put_as_question, unknown_alternative, unknown_if
from qualcode.matching.assertion.auxiliaries import AUXILIARY_FORMS, auxiliary_modality
from qualcode.matching.assertion.coming import TOMORROW, to_come
from qualcode.matching.assertion.conditions import (
    CONDITION_FORMS,
    after_condition,
    before_condition,
    conditions_on,
    misread_condition,
    opened_by_condition,
    spliced_condition,
    supposed,
)
from qualcode.matching.assertion.contrasts import is_corrected
from qualcode.matching.assertion.habits import (
    COUNTED_UNITS,
    HABIT_FORMS,
    HABITUAL_ADVERBS,
    REPEATING,
    habit_beside,
    is_every,
    opening_habit,
)
from qualcode.matching.assertion.mood import asked, asked_in_quotes, commanded
from qualcode.matching.assertion.prospects import (
    PROSPECT_CUES,
    can_be,
    fear_before,
    modified_by,
    prospect_of,
    supposed_beside,
)
from qualcode.matching.assertion.scope import Finding, Link, Matter, link_of, mark_of, subject_of
from qualcode.matching.assertion.wishes import task_of
from qualcode.matching.tree import Tree, per_tree

RANK = ("asked", "feared", "intended", "conditional", "possible", "future", "habitual", "actual")
"""Where several hold, the first of these."""
_RANKS = {value: rank for rank, value in enumerate(RANK)}

POSSIBLE_ADVERBS = frozenset("maybe perhaps possibly probably potentially likely presumably conceivably".split())
_ADVERBS = POSSIBLE_ADVERBS | HABITUAL_ADVERBS | {"either", "better"}
FACTIVE = frozenset("forget remember regret forgive realize realise deny ignore".split())
"""What is taken for granted below these, whatever is said of them ("I will never forget how they beat him")."""
TOLD = frozenset("say tell explain show mention add know describe".split())
"""The same below these, of what the speakers themselves say ("I would say that the prices rose")."""
MODALITY_FORMS = (
    POSSIBLE_ADVERBS
    | HABIT_FORMS
    | TOMORROW
    | DOUBTING
    | {"please", "let", "lets"}
    | CONDITION_FORMS
    | AUXILIARY_FORMS
    | {"gon", "whether"}
)
MODALITY_CUES = PROSPECT_CUES | ASKED
"""What can make something no fact: forms as they stand, and dictionary words."""


def read_modality(matter: Matter) -> Finding:
    """The modality of the matter with the words that decided it."""
    return _first([*asked(matter.tree), *_findings(matter)])


def modality_but_asked(matter: Matter) -> str:
    """The modality of what a question asks, without the asking."""
    return _first([one for one in _findings(matter) if one.value != "asked"]).value


def _first(found: list[Finding]) -> Finding:
    return min(found, key=lambda one: _RANKS[one.value]) if found else Finding("actual")


def _findings(matter: Matter) -> list[Finding]:
    """All that the sentence says about the modality of the matter."""
    tree, at = matter.tree, matter.anchor
    found = [*_of_sentence(tree), *commanded(tree, at), *_of_word(tree, at, None)]
    found += fear_before(tree, at) + habit_beside(tree, at) + unknown_alternative(tree, at) + supposed(tree, at)
    found += asked_in_quotes(tree, at) + put_as_question(tree, at) + unknown_if(tree, at)
    found += left_undecided(tree, at) + doubted_after(tree, at)
    found += can_be(tree, at) + spliced_condition(tree, at) + _opening_adverb(tree, at)
    for link in matter.path():
        above, ends = _of_link(tree, link.word, link.word == at)
        found += above
        if ends:
            break
    found = [one for one in found if matter.matched.isdisjoint(one.words)]
    if any(one.value != "habitual" for one in found):
        return found
    return [*found, *after_condition(tree, at), *before_condition(tree, at)]


@per_tree
def _of_sentence(tree: Tree) -> list[Finding]:
    """What the begin of the sentence makes of all of it."""
    return misread_condition(tree) + opening_habit(tree) + _closing_adverb(tree)


def _closing_adverb(tree: Tree) -> list[Finding]:
    """A "maybe" after the last comma, wherever the parser hangs it: "they photographed the boats, *presumably*"."""
    last = next((at for at in range(len(tree) - 1, 0, -1) if tree.forms[at].isalnum()), 0)
    said = tree.forms[last] in POSSIBLE_ADVERBS and tree.forms[last - 1] == "," and not _is_of_number(tree, last)
    return [Finding("possible", (last,))] if said else []


def _opening_adverb(tree: Tree, at: int) -> list[Finding]:
    """A "perhaps" before words put in between: "*perhaps*, only God knows, they deport him"."""
    if tree.forms[0] not in POSSIBLE_ADVERBS or tree.forms[1:2] != (",",):
        return []
    between = [one for one in range(2, at) if tree.forms[one] == ","]
    return [Finding("possible", (0,))] if len(between) == 1 else []


@per_tree
def _of_link(tree: Tree, at: int, first: bool) -> tuple[list[Finding], bool]:
    """What the word above the one at `at` makes of it, and whether what stands higher says nothing about it."""
    link = link_of(tree, at)
    if link.kind == "relative":
        every = [Finding("habitual", (tree.children[link.head][0],))] if is_every(tree, link.head) else []
        return [*every, *task_of(tree, link)], not _is_existential(tree, link.head)
    if link.kind == "subject":
        return conditions_on(tree, link.head, at), False
    if link.kind == "adverbial" and _is_fact_clause(tree, at):
        return [], True
    if link.kind in ("beside", "coordinate"):
        return _across(tree, link), False
    found = prospect_of(tree, link, first=first)
    if link.kind == "complement" and _tells_a_fact(tree, link):
        return found, True
    return found + _of_word(tree, link.head, at), False


@per_tree
def _of_word(tree: Tree, at: int, coming: int | None) -> list[Finding]:
    """What the auxiliaries, adverbs and clauses around the word at `at` make of it."""
    found = conditions_on(tree, at, coming) + opened_by_condition(tree, at) + to_come(tree, at)
    repeating = not REPEATING.isdisjoint(tree.words)
    for child in tree.children[at]:
        dep = tree.deps[child]
        if dep == "aux":
            if value := auxiliary_modality(tree, child, at):
                found.append(Finding(value, (child,)))
        elif tree.forms[child] in _ADVERBS:
            found += _of_adverb(tree, child, at)
        elif dep in ("amod", "compound"):
            found += modified_by(tree, child)
        elif dep == "parataxis":
            found += supposed_beside(tree, child)
        elif repeating and is_every(tree, child):
            found.append(Finding("habitual", (*tree.children[child], child)))
    return found


def _of_adverb(tree: Tree, child: int, at: int) -> list[Finding]:
    """What "maybe", "always", "either ... or" or "had better" make of the word they hang on."""
    form = tree.forms[child]
    if form in POSSIBLE_ADVERBS:
        return [] if _is_of_number(tree, child) else [Finding("possible", (child,))]
    if form in HABITUAL_ADVERBS:
        return [Finding("habitual", (child,))]
    if form == "better":
        return [Finding("intended", (child,))] if child < at and tree.forms[child - 1] in ("had", "'d") else []
    undecided = tree.tags[at].startswith("V") and "or" in tree.forms[at:]
    return [Finding("possible", (child,))] if undecided else []


def _is_of_number(tree: Tree, adverb: int) -> bool:
    """Whether "maybe" is said of how many or how long: "maybe twenty", "eighteen hours maybe"."""
    following = tree.tags[adverb + 1 : adverb + 2] == ("CD",) and tree.forms[adverb + 1] != "one"
    if tree.forms[adverb + 1 : adverb + 2] == ("not",) and is_corrected(tree, adverb + 1):
        return True
    counted = [one for one in (adverb - 1, adverb - 2) if one >= 0 and tree.tags[one] == "CD"]
    alone = adverb + 1 == len(tree) or not tree.forms[adverb + 1].isalnum() or tree.lemma(adverb - 1) in COUNTED_UNITS
    return following or (bool(counted) and alone and tree.tags[adverb - 1] in ("CD", "NN", "NNS"))


def _across(tree: Tree, link: Link) -> list[Finding]:
    """What two joined clauses share: the condition before them, the sentence's adverb."""
    if tree.forms[link.head : link.word] in (("try", "and"), ("tries", "and")):
        return [Finding("intended", (link.head,))]
    found = [one for one in _of_word(tree, link.head, link.word) if one.words[0] < link.word]
    if tree.child(link.word, "nsubj", "nsubjpass") is not None:
        found = [one for one in found if one.value == "conditional" or one.words[0] == 0]
    return [one for one in found if one.value in ("conditional", "possible", "habitual", "future")]


def _tells_a_fact(tree: Tree, link: Link) -> bool:
    """Whether what surrounds the head leaves its clause a fact: "I will never forget how they beat him"."""
    infinitive = tree.tags[link.word] in ("VB", "VBG") or mark_of(tree, link.word) in ("if", "whether", "to")
    if infinitive or tree.deps[link.word] != "ccomp" or link.word < link.head:
        return False
    lemma = tree.lemma(link.head)
    subject = subject_of(tree, link.head)
    return lemma in FACTIVE or (lemma in TOLD and subject is not None and tree.forms[subject] in ("i", "we"))


def _is_existential(tree: Tree, noun: int) -> bool:
    head = tree.heads[noun]
    return tree.child(head, "expl") is not None


def _is_fact_clause(tree: Tree, at: int) -> bool:
    """Whether an adverbial clause tells a fact of its own ("because they beat us, we will leave")."""
    return mark_of(tree, at) in ("because", "since", "as", "after", "although", "though", "while")
