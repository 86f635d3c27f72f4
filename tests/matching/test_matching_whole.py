"""What must not change what is coded: parsing less, coding interviews together, keeping parses, coding some codes."""

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_sample import transcript

from qualcode.codebook import load_codebook
from qualcode.matching import Interview, Matcher, Words, compile_codebook, words_of
from qualcode.model.coding import Coding
from qualcode.model.transcript import Transcript

CODEBOOK = Path(__file__).parents[2] / "codebook"
TYPES = {"R1": "refugee_migrant"}


@cache
def _matcher(*, parse_all: bool = False) -> Matcher:
    return compile_codebook(load_codebook(CODEBOOK)[0], parse_all=parse_all)


SUBJECTS = ("the police", "smugglers", "they", "we", "my brother", "people", "nobody", "a man from the mafia", "he", "")
VERBS = ("beat", "did not beat", "took the phone of", "threatened to kill", "would catch", "never helped", "was hit by")
OBJECTS = ("us", "my family", "the refugees", "the smuggler", "him", "them", "no one", "the others")
TAILS = (
    "",
    " at the border",
    ", I heard",
    " in Serbia last year",
    " and pushed us back",
    " without food",
    " if we do not pay",
    " because there was no water",
    ", the smugglers",
    " and left us in the forest",
)
ENDS = (".", "?", "!", "...")
ANSWERS = ("Yes.", "No.", "No, never.", "We were afraid of the police.", "Yes they did.")

sentences = st.builds(
    lambda who, did, whom, tail, end: f"{who} {did} {whom}{tail}{end}".strip().capitalize(),
    st.sampled_from(SUBJECTS),
    st.sampled_from(VERBS),
    st.sampled_from(OBJECTS),
    st.sampled_from(TAILS),
    st.sampled_from(ENDS),
)
turns = st.one_of(
    st.lists(sentences, min_size=1, max_size=4).map(" ".join),
    sentences.map("I: {}".format),
    st.sampled_from(ANSWERS),
)
talks = st.lists(turns, min_size=1, max_size=5).map(lambda said: transcript(*said))


@settings(max_examples=60, deadline=None)
@given(talks)
def test_parsing_less_changes_nothing(talk: Transcript):
    """A sentence that is not parsed is one whose grammar changes no coding."""
    assert _matcher().code(talk, types=TYPES) == _matcher(parse_all=True).code(talk, types=TYPES)


@settings(max_examples=25, deadline=None)
@given(st.lists(talks, min_size=2, max_size=4))
def test_coding_together_is_coding_each(found: list[Transcript]):
    """Interviews that are coded together have the codings that each has alone."""
    assert _together(found) == [_matcher().code(talk, types=TYPES) for talk in found]


def _together(found: list[Transcript]) -> list[tuple[Coding, ...]]:
    """The codings of each transcript, coded in one go under names of their own."""
    interviews = [
        Interview(f"T{number}", talk.revision, talk.text, talk.turns, words_of(talk), TYPES)
        for number, talk in enumerate(found)
    ]
    codings = _matcher().code_all(interviews)
    own = [[one for one in codings if one.transcript == interview.id] for interview in interviews]
    return [tuple(_renamed(coding) for coding in each) for each in own]


def _renamed(coding: Coding) -> Coding:
    from dataclasses import replace

    return replace(coding, transcript="T")


@settings(max_examples=25, deadline=None)
@given(talks, st.sets(st.sampled_from([code.id for code in load_codebook(CODEBOOK)[0].codes()]), min_size=1))
def test_some_codes_are_coded_as_with_all(talk: Transcript, codes: set[str]):
    """Coding with some codes gives what coding with all gives for them."""
    interview = Interview.of(talk, words_of(talk), TYPES)
    every = _matcher().code_all([interview])
    assert _matcher().code_all([interview], codes=frozenset(codes)) == tuple(one for one in every if one.code in codes)


@settings(max_examples=100)
@given(st.lists(st.one_of(turns, st.text(max_size=60)), min_size=1, max_size=4))
def test_words_survive_being_kept(said: list[str]):
    """Words come back from their bytes as they were."""
    words = words_of(transcript(*said))
    again = Words.unpack(words.pack())
    assert again.vocabulary == words.vocabulary
    assert (again.words == words.words).all()
    assert (again.sentences == words.sentences).all()


def test_words_know_what_stands_in_sequence():
    """White space, a hyphen and an apostrophe join words; punctuation, a mark and the end of a sentence part them."""
    text = "They push-back us, people [laughs] said. Then we left"
    words = words_of(transcript(text))
    joined = {text[start:end] for _, start, end, flag in words.words.tolist() if flag}
    assert joined == {"They", "push", "back", "Then", "we"}


@pytest.mark.parametrize("said", ["", "...", "[inaudible]"])
def test_nothing_said_is_nothing_coded(said):
    """A turn without words has no words and no codings."""
    assert len(words_of(transcript(said)).words) == 0
    assert _matcher().code(transcript(said)) == ()
