"""Words of a report beside the words that were said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.analysis.quoting import is_faithful

SAID = "They beat us at the fence, and then they took our phones. We walked back."


@pytest.mark.parametrize(
    "words",
    [
        SAID,
        "They beat us at the fence, [...] they took our phones. We walked back.",
        "They beat us at the fence, and then they took our phones. [...]",
        "[…] they took our phones. […]",
        "They [the guards] beat us at the fence, and then they took our phones. We walked back.",
        "[so] They beat us at the fence,  and then they took our phones.\nWe walked back.",
        "[...] We [all] walked back.",
        "They beat us [...]",
    ],
)
def test_marked_cuts_and_additions_are_faithful(words):
    """White space does not matter."""
    assert is_faithful(words, SAID)


@pytest.mark.parametrize(
    "words",
    [
        "They beat us at the fence.",
        "They took our phones. We walked back.",
        "They beat me at the fence, and then they took our phones. We walked back.",
        "We walked back. [...] They beat us at the fence, and then they took our phones.",
        "they beat us at the fence, and then they took our phones. We walked back.",
        "[...]",
        "[We were beaten]",
        "",
        "[...] They did not beat us [...]",
    ],
)
def test_anything_else_is_not(words):
    """Words left out or changed without a mark, another order, nothing of what was said."""
    assert not is_faithful(words, SAID)


def test_brackets_that_were_said_stay():
    """A transcriber's own [laughs] is part of the words."""
    assert is_faithful("Yes [laughs] of course.", "Yes [laughs] of course.")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from("we they beat us fence night .".split()), min_size=3, max_size=12), st.data())
def test_a_cut_of_any_run_of_words_is_faithful_and_an_unmarked_one_is_not(words, data):
    """Whatever the words are, as long as the cut changes them."""
    first = data.draw(st.integers(1, len(words) - 2))
    last = data.draw(st.integers(first + 1, len(words) - 1))
    said = " ".join(words)
    assert is_faithful(" ".join([*words[:first], "[...]", *words[last:]]), said)
    cut = " ".join([*words[:first], *words[last:]])
    assert is_faithful(cut, said) == (cut == said)
