"""Events are read from whatever the parser makes of whatever was said."""

from dataclasses import replace

import pytest
from gold_lexicon import events, mentions, triggers
from hypothesis import given, settings
from hypothesis import strategies as st
from test_sentences import rows

from qualcode.matching.events import Context, Event, Mention, Trigger, find_events
from qualcode.matching.repair import repaired
from qualcode.matching.tree import Tree
from qualcode.model.parse import Parse
from qualcode.text import Parser

LABELS = "nsubj nsubjpass dobj agent pobj relcl acl conj xcomp ccomp dative poss appos prep amod compound aux auxpass neg attr pcomp advcl npadvmod dep det mark csubj".split()  # noqa: E501
TAGS = "NN NNS NNP VB VBD VBG VBN VBP VBZ IN PRP PRP$ DT JJ RB CC TO MD WP CD . ,".split()
WORDS = "police beat us they the smuggler who by from violence of not take phone my some he was attack said I".split()


@st.composite
def parses(draw: st.DrawFn) -> Parse:
    """Any words in any tree, with any labels."""
    words = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12))
    order = draw(st.permutations(range(len(words))))
    heads = [0] * len(words)
    for number, word in enumerate(order):
        heads[word] = word if number == 0 else order[draw(st.integers(0, number - 1))]
    starts = [sum(len(one) + 1 for one in words[:number]) for number in range(len(words))]
    return Parse(
        " ".join(words),
        tuple(starts),
        tuple(start + len(word) for start, word in zip(starts, words, strict=True)),
        tuple(heads),
        tuple("ROOT" if head == at else draw(st.sampled_from(LABELS)) for at, head in enumerate(heads)),
        tuple(draw(st.sampled_from(TAGS)) for _ in words),
    )


def check(found: tuple[Event, ...], length: int, words: int) -> None:
    """Every span lies within the sentence, every position is a word of it."""
    for event in found:
        spans = [event.span, event.agent.span, event.target.span, event.place, event.period]
        assert 0 <= event.at < words
        assert all(0 <= span[0] < span[1] <= length for span in spans if span is not None)


@settings(max_examples=400, deadline=None)
@given(parses(), st.sampled_from(["", "migrant"]))
def test_any_tree_gives_events_within_its_sentence(parse: Parse, speaker: str) -> None:
    """Nothing is raised, and all spans lie within the sentence, also for trees that no parser makes."""
    context = Context(speaker, frozenset(("state",)))
    found = find_events(Tree(repaired(parse)), mentions(parse.text), triggers(parse.text), context)
    check(found, len(parse.text), len(parse.heads))


@settings(max_examples=400, deadline=None)
@given(parses())
def test_a_repaired_parse_is_a_tree_over_the_same_words(parse: Parse) -> None:
    """Words stay as they are, there is one root, and every word reaches it."""
    mended = repaired(parse)
    assert replace(mended, heads=parse.heads, deps=parse.deps, tags=parse.tags) == parse
    assert sum(head == at for at, head in enumerate(mended.heads)) == 1
    reached = list(range(len(mended.heads)))
    for _ in mended.heads:
        reached = [mended.heads[at] for at in reached]
    assert len(set(reached)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "Police.",
        "Yes",
        "...",
        "beat",
        "police police police",
        "Beat! Beat! Beat!",
        "1. robbery 2. violence 3. help",
    ],
)
def test_fragments_and_lists_are_read_without_fault(sentence: str) -> None:
    """One word, a list, nothing at all."""
    if sentence:
        check(events(sentence), len(sentence), 99)
    else:
        empty = Tree(Parse("", (), (), (), (), ()))
        assert find_events(empty, (Mention(0, 1, "state"),), (Trigger(0, 1, "violence", False),), Context()) == ()


def test_every_sentence_of_the_tables_gives_spans_within_it() -> None:
    """The same on real parses, with every word in turn as a trigger of both kinds."""
    sentences = [row.values[0].partition("=>")[0].partition("||")[0].strip() for row in rows()]
    for parse in Parser().parse(sentences):
        tree = Tree(repaired(parse))
        everything = [
            Trigger(start, end, "any", noun)
            for start, end in zip(tree.starts, tree.ends, strict=True)
            for noun in (True, False)
        ]
        check(find_events(tree, mentions(parse.text), everything, Context("migrant")), len(parse.text), len(tree))
