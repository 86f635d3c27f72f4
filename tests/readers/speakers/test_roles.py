"""Which role each label has, and what is asked of a person where that stays open."""

import pytest

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document, Line
from qualcode.model.transcript import Interpreting, Role
from qualcode.readers.speakers.interview import Casting, read_interview
from qualcode.readers.speakers.roles import ALIKE, ASKED, DECLARED, KEYED, OPEN, WORDED, Speech, Verdict, assign_roles

INTERVIEWER, RESPONDENT, INTERPRETER = Role.INTERVIEWER, Role.RESPONDENT, Role.INTERPRETER


def _roles(*speech, declared=None, keyed=None):
    """Label to (role, reason) for speech given as (key, turns, words, asking)."""
    found = assign_roles([Speech(*one) for one in speech], declared=declared or {}, keyed=keyed or {})
    return {key: (verdict.role, verdict.reason) for key, verdict in found.items()}


def test_what_a_person_declares_comes_first():
    """A declared role outranks a key, and a key outranks the label's words."""
    found = _roles(
        ("interviewer", 4, 40, 4), ("r", 4, 400, 0), declared={"Interviewer": RESPONDENT}, keyed={"r": INTERVIEWER}
    )
    assert found == {"interviewer": (RESPONDENT, DECLARED), "r": (INTERVIEWER, KEYED)}


def test_a_pattern_declares_many_labels():
    """`P*` stands for every label that starts so; a label of its own outranks it, however spaced."""
    found = _roles(("p1", 1, 9, 0), ("p2", 1, 9, 0), declared={"P*": RESPONDENT, "P 2": Role.OTHER})
    assert found == {"p1": (RESPONDENT, DECLARED), "p2": (Role.OTHER, DECLARED)}


def test_words_of_a_label_name_its_role():
    """A word for a role decides, in the languages field teams label in."""
    found = _roles(("entrevistadora", 3, 30, 3), ("ispitanik 2", 3, 300, 0), ("prevodilac", 1, 3, 0))
    assert found == {
        "entrevistadora": (INTERVIEWER, WORDED),
        "ispitanik 2": (RESPONDENT, WORDED),
        "prevodilac": (INTERPRETER, WORDED),
    }


def test_a_misspelt_label_follows_the_right_one():
    """A slip of the keys makes no new speaker."""
    found = _roles(("interviewer", 5, 50, 5), ("inteviewer", 1, 9, 1), ("respondent", 5, 500, 0))
    assert found["inteviewer"] == (INTERVIEWER, ALIKE)


@pytest.mark.parametrize(
    ("labels", "roles"),
    [
        (("i", "r"), (INTERVIEWER, RESPONDENT)),
        (("q", "a"), (INTERVIEWER, RESPONDENT)),
        (("q", "i"), (INTERVIEWER, RESPONDENT)),
        (("m", "p"), (INTERVIEWER, RESPONDENT)),
        (("r", "p"), (INTERVIEWER, RESPONDENT)),
        (("interviewer", "i"), (INTERVIEWER, RESPONDENT)),
    ],
)
def test_letters_are_read_beside_each_other(labels, roles):
    """R asks where P answers, and answers where I asks."""
    found = _roles((labels[0], 5, 50, 5), (labels[1], 5, 500, 0))
    assert tuple(found[label][0] for label in labels) == roles


def test_letters_that_say_the_opposite_are_left_to_the_questions():
    """Where R asks and I tells at length, R interviews."""
    found = _roles(("i", 5, 500, 0), ("r", 5, 50, 4))
    assert found == {"i": (RESPONDENT, ASKED), "r": (INTERVIEWER, ASKED)}


def test_a_respondent_who_asks_back_stays_one():
    """R who asks a lot but talks most is no interviewer."""
    found = _roles(("i", 5, 50, 0), ("r", 5, 500, 4))
    assert found == {"i": (INTERVIEWER, WORDED), "r": (RESPONDENT, WORDED)}


def test_who_asks_interviews():
    """Of two names the one who asks far more is the interviewer."""
    assert _roles(("ana", 6, 60, 5), ("ben", 6, 600, 1)) == {"ana": (INTERVIEWER, ASKED), "ben": (RESPONDENT, ASKED)}


def test_two_may_interview():
    """Where two only ask and one only tells, both interview."""
    found = _roles(("speaker 1", 5, 50, 4), ("speaker 2", 7, 700, 0), ("speaker 3", 2, 20, 2))
    assert found == {
        "speaker 1": (INTERVIEWER, ASKED),
        "speaker 2": (RESPONDENT, ASKED),
        "speaker 3": (INTERVIEWER, ASKED),
    }


@pytest.mark.parametrize(
    "speech",
    [
        (("ana", 6, 60, 0), ("ben", 6, 600, 0)),
        (("ana", 6, 60, 3), ("ben", 6, 600, 3)),
        (("ana", 6, 600, 6), ("ben", 6, 100, 0)),
    ],
)
def test_what_cannot_be_told_stays_open(speech):
    """Nobody asks, both ask, or who asks talks most: a person has to say who is who."""
    assert _roles(*speech) == {"ana": (Role.UNKNOWN, OPEN), "ben": (Role.UNKNOWN, OPEN)}


def test_lettered_participants_are_respondents():
    """A, B and C whom M asks are a group."""
    found = _roles(("m", 5, 50, 5), ("a", 3, 90, 0), ("b", 3, 90, 0), ("c", 3, 90, 0))
    assert {key: role for key, (role, _) in found.items()} == {
        "m": INTERVIEWER,
        "a": RESPONDENT,
        "b": RESPONDENT,
        "c": RESPONDENT,
    }


def _interview(*lines, **casting):
    given = {"roles": {}, "respondents": {}, "respondent": "INT_1", "interpreter": None} | casting
    return read_interview(Document(tuple(Line(line) for line in lines)), Casting(**given), file="INT_1")


def _warning(what, fix):
    return Problem(what, Where("INT_1"), fix, Severity.WARNING)


TALK = ("I: Where did you sell it?", "R: At the fair.", "I: And the rest?", "R: We ate it in the cold months.")
VOICED = (
    "I: Where did you sell it?",
    "T: He says at the fair by the river.",
    "R: Yes.",
    "I: And then?",
    "T: He ate it.",
)


def test_a_clear_talk_needs_nobody():
    """Letters that are read alike by everybody give no message and no reason to wait."""
    found = _interview(*TALK)
    assert (found.problems, found.hold) == ((), "")


def test_an_interpreter_who_says_much_is_asked_about():
    """Above a fifth of the words somebody has to say what an interpreter's turns are."""
    found = _interview(*VOICED)
    what = "an interpreter speaks 58% of the words: the respondent's testimony (voice) or remarks (aside)?"
    fix = "transcripts: {INT_1: {interpreter: voice}} in study.yaml, or import with --interpreter voice"
    assert found.problems == (_warning(what, fix),)
    assert found.hold == "an interpreter speaks much of it: say whether as voice or aside"


@pytest.mark.parametrize(("said", "owner"), [(Interpreting.VOICE, "INT_1"), (Interpreting.ASIDE, None)])
def test_an_interpreter_speaks_for_the_respondent_where_that_is_said(said, owner):
    """As voice their words are the respondent's, as aside nobody's."""
    found = _interview(*VOICED, interpreter=said)
    owners = {turn.respondent for turn in found.turns if turn.role is INTERPRETER}
    assert (found.problems, found.hold, owners) == ((), "", {owner})


def test_labels_of_a_group_are_asked_about():
    """Several respondents in one file belong to nobody until they are mapped."""
    found = _interview("M: Who walks?", "P1: I do.", "M: Who rides?", "P2: I ride.", "P1: Sometimes.")
    what = "nobody has said which respondent these labels are: P1, P2. They are not counted."
    fix = "transcripts: {INT_1: {respondents: {P1: RESPONDENT_ID}}} in study.yaml"
    nobody = "no turn has a respondent, so nothing in it will be coded."
    assert found.problems == (_warning(what, fix), _warning(nobody, "qualcode speakers INT_1"))


def test_a_label_that_is_not_mapped_is_asked_about():
    """Of a group's labels those that nobody has mapped are named."""
    lines = ("M: Who walks?", "P1: I do.", "M: Who rides?", "P2: I ride.", "P1: Sometimes.")
    found = _interview(*lines, respondents={"P1": "R01"}, respondent=None)
    what = "nobody has said which respondent these labels are: P2. They are not counted."
    fix = "transcripts: {INT_1: {respondents: {P2: RESPONDENT_ID}}} in study.yaml"
    assert found.problems == (_warning(what, fix),)
    assert [turn.respondent for turn in found.turns] == [None, "R01", None, None, "R01"]


def test_a_label_of_no_known_role_is_asked_about():
    """A third voice is named, and does not count."""
    found = _interview(*TALK, "Zora: The soup is ready.", "R: Thank you.")
    what = "nobody has said who speaks under: Zora. They are not counted."
    assert found.problems == (_warning(what, "qualcode speakers INT_1 --set 'Zora=respondent'"),)


def test_labels_of_no_known_role_hold_the_transcript():
    """Where no label's role is known nothing is counted until somebody says."""
    found = _interview("Ana: The fair was wet.", "Ben: It was.", "Ana: We sold a goat.", "Ben: Two.", "Ana: Two, then.")
    what = "no label's role is known. The text is kept and stays out of tables."
    assert found.problems == (_warning(what, "qualcode speakers INT_1 --set 'LABEL=respondent'"),)
    assert found.hold == "no label's role is known"


def test_a_file_without_labels_is_held():
    """Speakers are never invented: the text is kept, and the way to name them is shown."""
    found = _interview("Where did you sell it?", "At the fair.")
    (problem,) = found.problems
    assert problem.what == f"{found.hold}. The text is kept and stays out of tables."
    assert found.hold == "no speaker labels: nobody has said yet whose words these are"
    assert problem.fix.startswith(
        "qualcode speakers INT_1 shows its turns; then for instance --set '1,3,5=interviewer'"
    )
    assert {turn.role for turn in found.turns} == {Role.UNKNOWN}


def test_a_verdict_says_why():
    """The summary tells for each label its role, the reason, its turns and its share of the words."""
    found = _interview(*TALK)
    assert [(one.label, one.role, one.reason, one.turns, one.words) for one in found.speakers] == [
        ("I", INTERVIEWER, WORDED, 2, 8),
        ("R", RESPONDENT, WORDED, 2, 10),
    ]
    assert Verdict(INTERVIEWER, WORDED) == Verdict(INTERVIEWER, "from the label's wording")
