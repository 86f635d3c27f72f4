"""Bare answers, and what they assert about the question before them."""

import pytest
from assertion_tables import starred_words

from qualcode.matching.assertion import OPENINGS, answered, bare_answer, read_assertion
from qualcode.text import tokens

YES = [
    "Yes", "Yes yes", "Yes, many times.", "Yes they did", "Of course", "Uh-huh", "Yeah, sometimes", "Yes, he says yes",
     "Yeah.", "Mhm.", "Yes, of course.", "Yes, all the time.", "Yes, twice", "They did.", "We were.", "I have.",
     "Yes, the police.", "Yes, in Serbia.", "Well, yes.", "Exactly.", "Yes, unfortunately.", "Yes, every day.",
     "Right.", "That's right.", "That's correct.", "For sure.", "Unfortunately yes.", "I believe so.",
     "Yes, it happened to me."
]  # fmt: skip
NO = [
    "No.", "No, never.", "No, they didn't", "Not really", "Never", "Not at all.", "Of course not.", "No no no",
     "Nope.", "They didn't.", "No, thank God.", "I haven't.", "No, nobody.", "Nothing.", "Not yet.", "Yeah, no.",
     "No, it never happened.", "We did not.", "No way.", "Thank God no.", "Luckily no.", "Not so far.",
     "No, nothing like that.", "Not to me."
]  # fmt: skip


@pytest.mark.parametrize("sentence", YES)
def test_a_bare_yes(sentence):
    """A sentence that only affirms is a yes."""
    assert bare_answer(sentence) == "yes"


@pytest.mark.parametrize("sentence", NO)
def test_a_bare_no(sentence):
    """A sentence that only denies is a no."""
    assert bare_answer(sentence) == "no"


@pytest.mark.parametrize(
    "sentence",
    ["No food for two days", "No one helped us", "Yes the police there is very bad they took everything",
     "Yes, they beat us.", "No, they only took our money.", "Maybe.", "I don't know.", "We walked.", "",
     "Yes?", "Nobody came to see us.", "Never they beat me.", "No, the smugglers.", "They did it to many people.",
     "Nothing to eat there.", "No problem with them.", "Not always.", "Right after that we left.",
     "True, but they helped us.", "Thank God we arrived."],
)  # fmt: skip
def test_a_sentence_with_a_content_of_its_own_is_no_bare_answer(sentence):
    """Where the words carry an event of their own, the sentence is read by itself."""
    assert bare_answer(sentence) == ""


def test_every_bare_answer_begins_with_a_word_of_the_list():
    """Only turns that begin so are looked at: none of the answers above may begin otherwise."""
    answers = [sentence for sentences in (YES, NO) for sentence in sentences]
    assert [one for one in answers if tokens(one)[0].form not in OPENINGS] == []


def answer_to(starred, answer):
    """The assertion of the starred words of a question that is answered so."""
    tree, words = starred_words(starred)
    question = read_assertion(tree, words, matched=frozenset(words))
    return answered(question, answer, question_tree=tree, anchors=words)


@pytest.mark.parametrize(
    ("question", "answer", "polarity"),
    [
        ("Did they *beat* you?", "yes", "affirmed"),
        ("Did they *beat* you?", "no", "negated"),
        ("Didn't they *beat* you?", "yes", "affirmed"),
        ("Didn't they *beat* you?", "no", "negated"),
        ("Did they not *beat* you?", "yes", "affirmed"),
        ("You were not *beaten*?", "yes", "negated"),
        ("You were not *beaten*?", "no", "negated"),
        ("They never *beat* you, right?", "yes", "negated"),
        ("They never *beat* you, right?", "no", "negated"),
        ("Did the *violence* stop?", "yes", "ceased"),
        ("Did the *violence* stop?", "no", "affirmed"),
        ("So, did they *take* your phone?", "yes", "affirmed"),
        ("And were you ever *arrested*?", "no", "negated"),
        ("You *paid* a smuggler?", "yes", "affirmed"),
    ],
)
def test_polarity_of_an_answered_question(question, answer, polarity):
    """Yes affirms what was asked (a statement with its negation), no denies it."""
    assert answer_to(question, answer).polarity == polarity


@pytest.mark.parametrize(
    ("question", "modality"),
    [
        ("Did they *beat* you?", "actual"),
        ("Could they *beat* you there?", "possible"),
        ("Did they threaten to *kill* you?", "feared"),
        ("Will they *deport* you?", "future"),
        ("Were you afraid that they would *beat* you?", "feared"),
        ("Do they always *beat* people?", "habitual"),
    ],
)
def test_modality_of_an_answered_question_is_that_of_what_was_asked(question, modality):
    """The asking itself is gone, what was asked keeps its modality."""
    assert answer_to(question, "yes").modality == modality


@pytest.mark.parametrize(
    ("question", "experiencer"),
    [
        ("Did they *beat* you?", "self"),
        ("Was your brother *beaten*?", "kin"),
        ("Is there *violence*?", "generic"),
        ("Did they *beat* him?", "other"),
    ],
)
def test_the_interviewers_you_is_the_one_who_answers(question, experiencer):
    """The "you" in a question is the respondent, "your brother" the respondent's kin."""
    assert answer_to(question, "yes").experiencer == experiencer


def test_the_answer_keeps_no_cue_of_the_asking():
    """The question mark decides nothing any more."""
    assert [cue.axis for cue in answer_to("Did they *beat* him?", "yes").cues] == ["experiencer"]
