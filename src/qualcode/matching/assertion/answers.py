"""Bare answers: what a "yes" or a "no" says about the question before it."""

from collections.abc import Sequence
from dataclasses import replace

from qualcode.matching.assertion.modality import modality_but_asked
from qualcode.matching.assertion.person_words import KIN
from qualcode.matching.assertion.reading import Assertion
from qualcode.matching.assertion.scope import Matter, anchor_of
from qualcode.matching.tree import Tree
from qualcode.text import tokens

YES = frozenset(
    "yes yeah yep yea yah ya yup aha mhm uhuh sure definitely absolutely exactly correct indeed certainly right "
    "true".split()
)
NO = frozenset("no nope nah never not none nobody nothing".split())
PHRASES = {
    ("of", "course", "not"): "no",
    ("of", "course"): "yes",
    ("uh", "huh"): "yes",
    ("mm", "hmm"): "yes",
    ("mm", "hm"): "yes",
    ("uh", "uh"): "no",
    ("not", "really"): "no",
    ("not", "at", "all"): "no",
    ("that", "right"): "yes",
    ("that", "is", "right"): "yes",
    ("that", "correct"): "yes",
    ("that", "is", "correct"): "yes",
    ("that", "true"): "yes",
    ("that", "is", "true"): "yes",
    ("for", "sure"): "yes",
    ("i", "think", "so"): "yes",
    ("i", "believe", "so"): "yes",
    ("i", "guess", "so"): "yes",
    ("i", "suppose", "so"): "yes",
    ("no", "way"): "no",
    ("not", "so", "far"): "no",
    ("not", "that", "i", "know"): "no",
    ("not", "to", "me"): "no",
    ("not", "to", "us"): "no",
    ("not", "always"): "",
    ("not", "everyone"): "",
    ("not", "all"): "",
    ("i", "don't", "think", "so"): "no",
    ("many", "times"): "yes",
    ("all", "the", "time"): "yes",
}
"""Answers of several words; a "not always" is neither."""

HESITATION = frozenset(
    "well oh um uh ah eh hmm mm hm ok okay so and unfortunately fortunately sadly luckily thank thanks god".split()
)
"""May stand before a yes or no."""

AUXILIARIES = frozenset(
    "did do does was were have has had are is am could can would will didn't don't doesn't wasn't weren't haven't "
    "hasn't hadn't aren't isn't couldn't can't wouldn't won't".split()
)
PRONOUNS = frozenset("they he she we i you it this that there".split())
"""A pronoun and an auxiliary alone are an answer too ("they did", "we weren't")."""

MANNER = frozenset(
    "really many several few lot a lots of times time sometimes always often once twice three so very much true right "
    "course sure definitely absolutely exactly all at the not never no yes yeah yep nope too also it's that's ever yet "
    "sir madam miss sister brother my friend unfortunately sadly every day night only just almost uh um mm hmm huh "
    "please indeed thank thanks god says say said says happened happen think guess believe us them me him her both "
    "everyone everybody been well ok okay oh here there nothing none nobody again still sorry like to".split()
)
"""May follow a yes or no without adding an event of their own."""
ANSWERED_BY = frozenset("by from in at near the my our with some on only".split())
"""After a "yes" these open one or two words that say who, where or what."""

OPENINGS = YES | NO | HESITATION | PRONOUNS | {phrase[0] for phrase in PHRASES}
"""The words one of which begins every bare answer."""


def bare_answer(sentence: str, said: Sequence[str] | None = None) -> str:
    """Gives "yes" or "no" where the sentence only answers a yes/no question; "" where its own words say more.

    `said` are the folded words of the sentence, for whoever has them.
    """
    forms = [token.form for token in tokens(sentence)] if said is None else list(said)
    while len(forms) > 1 and forms[0] in HESITATION and tuple(forms[:2]) not in PHRASES:
        forms = forms[1:]
    if not forms or "?" in sentence:
        return ""
    answer, rest = _opening(forms)
    if not answer or not _adds_nothing(answer, rest):
        return ""
    if answer == "yes" and any(form in NO or form.endswith("n't") for form in rest):
        return "no"
    return "" if answer == "no" and not YES.isdisjoint(rest) else answer


def _opening(forms: list[str]) -> tuple[str, list[str]]:
    for length in (4, 3, 2):
        found = PHRASES.get(tuple(forms[:length]))
        if found is not None:
            return found, forms[length:]
    if forms[0] in YES:
        return "yes", forms[1:]
    if forms[0] in NO:
        return "no", forms[1:]
    if len(forms) > 1 and forms[0] in PRONOUNS and forms[1] in AUXILIARIES and len(forms) <= 3:
        return "no" if forms[1].endswith("n't") or forms[-1] == "not" else "yes", forms[2:]
    return "", forms


def _adds_nothing(answer: str, rest: list[str]) -> bool:
    if all(form in MANNER or form in PRONOUNS or form in AUXILIARIES for form in rest):
        return True
    return answer == "yes" and len(rest) <= 3 and rest[0] in ANSWERED_BY


def answered(question: Assertion, answer: str, *, question_tree: Tree, anchors: Sequence[int] = ()) -> Assertion:
    """How what a question asks is asserted by a bare "yes" or "no" to it; cues stand in the question.

    `anchors` are the words of the matter in the question; without them its main verb is taken. The interviewer's "you"
    is the one who answers.
    """
    matter = Matter(question_tree, anchor_of(question_tree, anchors or (question_tree.root,)))
    modality = modality_but_asked(matter) if question.modality == "asked" else question.modality
    experiencer = _experiencer(question, question_tree)
    cues = tuple(cue for cue in question.cues if cue.axis != "modality" or question.modality != "asked")
    polarity = _polarity(question, answer, question_tree)
    return replace(question, polarity=polarity, modality=modality, experiencer=experiencer, cues=cues)


def _polarity(question: Assertion, answer: str, tree: Tree) -> str:
    if answer == "yes":
        return "affirmed" if question.polarity == "negated" and _inverts(tree) else question.polarity
    return "affirmed" if question.polarity == "ceased" else "negated"


def _experiencer(question: Assertion, tree: Tree) -> str:
    if "your" in tree.forms and any(
        tree.forms[at] in KIN and any(tree.forms[child] == "your" for child in tree.children[at])
        for at in range(len(tree))
    ):
        return "kin"
    asks_you = not {"you", "your", "yourself"}.isdisjoint(tree.forms)
    return "self" if asks_you and question.experiencer == "generic" else question.experiencer


def _inverts(tree: Tree) -> bool:
    """Whether the question opens with its auxiliary ("Didn't they beat you?", "Did they not beat you?")."""
    opening = next((at for at in range(len(tree)) if tree.forms[at].isalpha() and tree.forms[at] not in HESITATION), 0)
    return tree.forms[opening] in AUXILIARIES | {"ca", "wo"} and not {"n't", "not", "nt"}.isdisjoint(tree.forms)
