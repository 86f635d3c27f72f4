"""The small model's typical misreadings of interview English are put right, and nothing else is touched."""

import pytest

from qualcode.matching.repair import repaired
from qualcode.model.parse import Parse
from qualcode.text import Parser


def word(parse: Parse, at: int) -> str:
    """The word at a position, as written."""
    return parse.text[parse.starts[at] : parse.ends[at]]


def relations(parse: Parse) -> set[tuple[str, str, str]]:
    """Every word with how it hangs on which."""
    return {(word(parse, at), parse.deps[at], word(parse, head)) for at, head in enumerate(parse.heads)}


@pytest.mark.parametrize(
    ("sentence", "mended"),
    [
        ("police torture refugees there", {("police", "nsubj", "torture"), ("refugees", "dobj", "torture")}),
        ("They take from us money.", {("us", "pobj", "from"), ("money", "dobj", "take")}),
        ("In Bulgaria police dog bite me.", {("dog", "nsubj", "bite"), ("Bulgaria", "pobj", "In")}),
        (
            "People that the police caught were sent back.",
            {("police", "nsubj", "caught"), ("caught", "relcl", "People"), ("People", "nsubjpass", "sent")},
        ),
        ("The boys the mafia kidnapped were very young.", {("mafia", "nsubj", "kidnapped"), ("boys", "nsubj", "were")}),
        (
            "The refugees robbed in the forest had nothing.",
            {("robbed", "acl", "refugees"), ("refugees", "nsubj", "had")},
        ),
        ("The police they return back us.", {("return", "ROOT", "return"), ("police", "npadvmod", "return")}),
        ("After beating us the police sent us back.", {("sent", "ROOT", "sent"), ("After", "prep", "sent")}),
        ("my brother police shoot him in leg", {("police", "nsubj", "shoot"), ("brother", "npadvmod", "shoot")}),
        ("There are many thieves rob people on the way", {("rob", "relcl", "thieves"), ("people", "dobj", "rob")}),
        ("They accused the police of beating minors.", {("beating", "pcomp", "of"), ("minors", "dobj", "beating")}),
        (
            "The drivers rob migrants, taking all their money.",
            {("migrants", "dobj", "rob"), ("taking", "advcl", "rob")},
        ),
        ("They hold migrants prisoner in these farms.", {("migrants", "dobj", "hold"), ("prisoner", "oprd", "hold")}),
        (
            "The man whose brother the police killed is here.",
            {("police", "nsubj", "killed"), ("brother", "dobj", "killed")},
        ),
        ("The boy whom masked men stabbed is here.", {("men", "nsubj", "stabbed"), ("stabbed", "relcl", "boy")}),
        (
            "Most of us the agent he cheated with the price.",
            {("Most", "dobj", "cheated"), ("agent", "npadvmod", "cheated")},
        ),
        ("They subjected the men to torture.", {("torture", "pobj", "to"), ("to", "prep", "subjected")}),
        ("Traffickers deceive families, threaten them and go.", {("families", "dobj", "deceive")}),
    ],
)
def test_a_typical_misreading_is_put_right(sentence: str, mended: set[tuple[str, str, str]]) -> None:
    """The words hang where the sentence means them to hang."""
    (parse,) = Parser().parse([sentence])
    assert mended <= relations(repaired(parse))


@pytest.mark.parametrize(
    "sentence",
    [
        "The police beat us in the forest and took our phones.",
        "The men who robbed us were caught by the army near the river.",
        "My brother, the oldest of us, was not afraid of them.",
        "What they did to us in Croatia was never written down.",
        "He said that the people they help come from Syria.",
    ],
)
def test_a_parse_without_misreadings_is_the_very_same(sentence: str) -> None:
    """Nothing is copied where nothing is mended."""
    (parse,) = Parser().parse([sentence])
    assert repaired(parse) is parse
