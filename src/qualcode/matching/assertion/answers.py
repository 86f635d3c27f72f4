"""Bare answers: what a "yes" or a "no" says about the question before it."""

from dataclasses import replace

from qualcode.matching.assertion.reading import Assertion
from qualcode.matching.tree import Tree
from qualcode.text import tokens

YES = frozenset(
    "yes yeah yep yea yah ya aha uh-huh mhm uhuh sure definitely absolutely exactly correct indeed yup".split()
)
NO = frozenset("no nope nah never not none nobody nothing".split())
PHRASES = {
    ("of", "course"): "yes",
    ("of", "course", "not"): "no",
    ("uh", "huh"): "yes",
    ("uh", "uh"): "no",
    ("not", "really"): "no",
    ("not", "at", "all"): "no",
    ("that's", "right"): "yes",
    ("that", "is", "right"): "yes",
    ("i", "think", "so"): "yes",
    ("i", "don't", "think", "so"): "no",
}
"""Answers of several words, the longest first tried."""

FILLERS = frozenset(
    "yes yeah no nope never not yep really well ok okay oh thank thanks god many several few lot a lots of times time "
    "sometimes always often once twice three so very much true right course sure definitely absolutely exactly all at "
    "they he she we i you it did didn't do don't does doesn't was wasn't were weren't have haven't has hasn't had "
    "hadn't are aren't is isn't am not too also it's that that's there says said say ever yet sir madam miss brother "
    "my friend of course unfortunately sadly happened happen every day night only uh um mm hmm huh please indeed "
    "think guess believe just almost everyone everybody us them me him her both could couldn't can can't would "
    "wouldn't will won't be been".split()
)
"""Words that may follow a yes or no without adding an event of their own."""


def bare_answer(sentence: str) -> str:
    """ "yes" or "no" where the sentence only answers a yes/no question; "" where its own words say more."""
    forms = [token.form for token in tokens(sentence)]
    if not forms or "?" in sentence:
        return ""
    answer, rest = _opening(forms, sentence)
    if not answer or any(form not in FILLERS for form in rest):
        return ""
    return answer


def _opening(forms: list[str], sentence: str) -> tuple[str, list[str]]:
    for length in (4, 3, 2):
        found = PHRASES.get(tuple(forms[:length]))
        if found:
            return found, forms[length:]
    while forms and forms[0] in ("well", "oh", "um", "uh", "ah", "eh", "hmm", "mm", "no,"):
        forms = forms[1:]
    first = forms[0] if forms else ""
    if first in YES:
        return "yes", forms[1:]
    if first in NO:
        return "no", forms[1:]
    return "", forms


def answered(question: Assertion, answer: str, *, question_tree: Tree) -> Assertion:
    """How the matter of `question` is asserted by a bare "yes" or "no" to it."""
    modality = "actual" if question.modality == "asked" else question.modality
    cues = tuple(cue for cue in question.cues if cue.axis != "modality" or modality != "actual")
    if answer == "yes":
        inverted = question.polarity == "negated" and _inverts(question_tree)
        polarity = "affirmed" if inverted else question.polarity
    else:
        polarity = "affirmed" if question.polarity == "ceased" else "negated"
    return replace(question, polarity=polarity, modality=modality, cues=cues)


def _inverts(tree: Tree) -> bool:
    """Whether the question begins with its negated auxiliary ("Didn't they beat you?")."""
    return len(tree) > 2 and tree.tags[0][:2] in ("VB", "MD") and tree.forms[1] in ("n't", "not", "nt")
