"""Place and period of an event: named in its own clause, or none."""

import pytest
from gold_lexicon import events


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("The police beat us in the forest.", "in the forest"),
        ("They were caught at the border by soldiers.", "at the border"),
        ("The soldiers caught us near Bihać.", "near Bihać"),
        ("In Bulgaria the police beat us.", "In Bulgaria"),
        ("The smugglers abandoned us in the middle of the forest.", "in the middle of the forest"),
        ("The guards took our phones in the camp.", "in the camp"),
        ("We suffered violence in Croatia.", "in Croatia"),
        ("The police arrested us in the morning.", None),
        ("The police beat my uncle in front of my children.", None),
        ("They beat us in Serbia and the smugglers robbed us.", "in Serbia"),
        ("The police hit me in the face.", None),
        ("The police robbed me of all my money.", None),
    ],
)
def test_the_place_is_a_named_or_locational_noun_of_the_clause(sentence: str, place: str | None) -> None:
    """The place of the first event is the words of its preposition and noun."""
    span = events(sentence)[0].place
    assert (sentence[slice(*span)] if span else None) == place


@pytest.mark.parametrize(
    ("sentence", "period", "reading"),
    [
        ("Before, the police helped us.", "Before", "before"),
        ("In the past villagers helped us.", "In the past", "before"),
        ("Now the police beat us.", "Now", "now"),
        ("These days the smugglers rob everyone.", "These days", "now"),
        ("The police beat people nowadays.", "nowadays", "now"),
        ("Last year the smugglers robbed us.", "Last year", "Last year"),
        ("In 2022 the guards beat us.", "In 2022", "In 2022"),
        ("The police arrested me in March.", "in March", "in March"),
        ("At that time the police did not beat people.", "At that time", "At that time"),
        ("Two years ago I was robbed in Athens.", "Two years ago", "Two years ago"),
        ("The police beat us in the morning.", None, ""),
        ("The police beat us three times.", None, ""),
        ("The police caught us before the border.", None, ""),
    ],
)
def test_the_period_is_before_now_or_the_words_said(sentence: str, period: str | None, reading: str) -> None:
    """The period of the first event is the words that say when, not a time of day, a count or a duration."""
    first = events(sentence)[0]
    said = sentence[slice(*first.period)] if first.period else None
    assert (said, first.period_reading) == (period, reading)


def test_a_joined_clause_with_its_own_subject_has_its_own_place() -> None:
    """What the first clause says of its place does not hold for the second."""
    first, second = events("They beat us in Serbia and the smugglers robbed us.")
    assert (first.place is None, second.place) == (False, None)
