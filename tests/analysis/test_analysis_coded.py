"""Codings joined with their words."""

import dataclasses

from analysis_sample import AMAL, RESPONDENTS, coding, transcript

from qualcode.analysis.coded import coded_segments
from qualcode.model.coded import CodedSegment
from qualcode.model.respondent import Respondent
from qualcode.model.source import Position
from qualcode.model.transcript import Role

TALK = transcript("RM_1", ["We left.", "It was  dark — très."], ["Then north."])


def test_coded_segment_holds_words_question_and_respondent():
    """A coding on a run of segments carries everything between them verbatim, and the question before."""
    found = coding(TALK, 2, "rte_entry", last=3)
    assert coded_segments([TALK], [found], RESPONDENTS) == (
        CodedSegment(
            coding=found,
            respondent=AMAL,
            segment="T_RM_1:2-3",
            speaker="R",
            role=Role.RESPONDENT,
            question="And then?",
            text="We left. It was  dark — très.",
            source="T_RM_1.docx",
            position=Position(paragraph=2),
        ),
    )


def test_coded_segments_stand_in_contract_order():
    """Order follows transcript and place, whatever order transcripts and codings come in."""
    other = transcript("KII_1", ["They hide."])
    late, early, first = coding(TALK, 5, "rte_entry"), coding(TALK, 2, "rte_entry"), coding(other, 2, "rte_covert")
    found = coded_segments(iter([TALK, other]), iter([late, first, early]), RESPONDENTS)
    assert [segment.coding for segment in found] == [first, early, late]


def test_speaker_outside_the_list_is_known_by_id_only():
    """A respondent nobody listed keeps their id and has no profile."""
    (found,) = coded_segments([TALK], [coding(TALK, 2, "rte_entry")], ())
    assert found.respondent == Respondent("RM_1")


def test_turn_of_nobody_has_a_respondent_without_id():
    """Words that are nobody's are joined with an empty respondent, whom tables never count."""
    turns = tuple(dataclasses.replace(turn, respondent=None, question=None) for turn in TALK.turns)
    (found,) = coded_segments([dataclasses.replace(TALK, turns=turns)], [coding(TALK, 2, "rte_entry")], RESPONDENTS)
    assert (found.respondent, found.question) == (Respondent(""), "")


def test_codings_of_a_transcript_that_is_not_given_are_left_out():
    """What may not leave the study is left out by not giving its transcript."""
    assert coded_segments([], [coding(TALK, 2, "rte_entry")], RESPONDENTS) == ()
