"""Asides that speak to the listener, which the language model does not get to read."""

import pytest

from qualcode.text import Parser
from qualcode.text.asides import left_out


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("We were , how you say , beaten .", "We were beaten ."),
        ("The thief was , can you believe , a neighbour .", "The thief was a neighbour ."),
        ("In that house , if I may , we found them .", "In that house , we found them ."),
        ("They hit us , the soldiers I mean , not the driver .", "They hit us , the soldiers , not the driver ."),
        ("Believe me , nobody came .", "nobody came ."),
        ("Nobody came , believe me .", "Nobody came ."),
        ("I do n't know who robbed me , I slept .", "I do n't know who robbed me , I slept ."),
        ("I mean it .", "I mean it ."),
        ("You know .", "You know ."),
    ],
)
def test_an_aside_is_left_out_with_its_commas(said, kept):
    """What tells something stays, and a comma stays where the phrase before it may end."""
    words = said.split()
    out = left_out(words)
    assert [word for at, word in enumerate(words) if at not in out] == kept.split()


def test_a_parse_has_the_words_of_an_aside_as_interjections():
    """All words are there, and "beaten" is the passive that it would be without the aside."""
    text = "My brother was, how you say, beaten by thieves."
    (parse,) = Parser().parse([text])
    words = [text[start:end] for start, end in zip(parse.starts, parse.ends, strict=True)]
    assert words == ["My", "brother", "was", ",", "how", "you", "say", ",", "beaten", "by", "thieves", "."]
    assert {parse.deps[at] for at in (4, 5, 6)} == {"intj"}
    assert (parse.deps[1], words[parse.heads[1]]) == ("nsubjpass", "beaten")
