"""Near-identical versions of one interview."""

from qualcode.readers.versions import near_identical, sketch

TALK = " ".join(
    f"we walked to village {number} and slept under tree {number * 7} near the old mill" for number in range(60)
)
OTHER = " ".join(
    f"the office opened in month {number} with desks and {number * 3} new colleagues from town" for number in range(60)
)


def test_a_corrected_draft_is_recognised():
    """A few changed words leave most runs of words as they were."""
    corrected = TALK.replace("village 7 ", "the village ").replace("slept under tree 21 ", "rested ")
    found = list(near_identical({"draft": sketch(TALK)}, {"final": sketch(corrected), "other": sketch(OTHER)}))
    assert [(later, earlier) for later, earlier, _ in found] == [("draft", "final")]
    assert found[0][2] > 0.8


def test_two_interviews_are_no_versions():
    """Different talk shares next to nothing."""
    assert list(near_identical({"a": sketch(TALK), "b": sketch(OTHER)}, {})) == []


def test_very_short_texts_are_not_judged():
    """Two greetings are no evidence."""
    assert (
        list(
            near_identical(
                {"a": sketch("Hello there my good old friend")}, {"b": sketch("Hello there my good old friend")}
            )
        )
        == []
    )
