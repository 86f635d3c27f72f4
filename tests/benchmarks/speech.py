"""From clauses to sentences as people say them: chained, hesitating, broken, long and short."""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

import journeys
import offices
import questions
import styles
import vocabulary
from grammar import Grammar

TALK_SUBJECTS = (
    *("home", "home", "home", "road", "road", "smuggling", "border", "robbery", "camp", "camp"),
    *("inside", "inside", "small_talk", "small_talk", "aside", "aside", "aside", "aside"),
)
OFFICIAL_SUBJECTS = (
    *("numbers", "business", "policing", "services", "office", "office", "office"),
    *("town_life", "town_life", "town_life", "small_talk"),
)
"""What people speak about; what stands twice comes twice as often."""

BARE_VERBS = {
    **{
        "walked": "walk",
        "went": "go",
        "took": "take",
        "caught": "catch",
        "came": "come",
        "gave": "give",
        "told": "tell",
    },
    **{
        "slept": "sleep",
        "beat": "beating",
        "stayed": "stay",
        "paid": "pay",
        "left": "leave",
        "lost": "lose",
        "ate": "eat",
    },
    **{
        "waited": "wait",
        "asked": "ask",
        "called": "call",
        "robbed": "rob",
        "pushed": "push",
        "said": "say",
        "was": "is",
    },
    **{"sold": "sell", "worked": "work", "broke": "break", "brought": "bring", "locked": "lock", "crossed": "cross"},
    **{"promised": "promise", "arrested": "arrest", "found": "find", "hit": "hitting", "threatened": "threat"},
}
"""Past forms and what somebody says instead whose interpreter is in a hurry."""

HESITATIONS = ("uh,", "eh,", "you know,", "how to say,", "I mean,", "well,", "[pause]", "like,", "sorry,", "hm,", "...")
ENDINGS = (".", ".", ".", ".", ".", ".", "!")

GRAMMAR = Grammar(
    *(vocabulary.PLACES, vocabulary.PEOPLE, vocabulary.THINGS, vocabulary.TIMES, vocabulary.MANNERS),
    *(*journeys.JOURNEYS, *offices.OFFICES, questions.QUESTIONS, styles.MIGRANT, styles.INFORMANT),
)
_KINDS = {
    word: symbol
    for symbol in ("number", "weekday", "month", "home_country", "country", "old_town", "town")
    for word in GRAMMAR.words(symbol)
}
"""Of a sentence of the sample, these words are exchanged for others of their kind."""
_WORD = re.compile(r"[^\W_]+")
_LONGEST = 60

Saying = Callable[[], str]
"""Something that says a sentence, another one every time."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How one respondent speaks."""

    official: bool
    """Whether it is a key informant and not a refugee or migrant."""
    broken: float
    """Share of sentences in broken English."""
    hesitant: float
    """Share of sentences with a hesitation."""

    @property
    def style(self) -> str:
        """How the symbols of this kind of speech begin."""
        return "official" if self.official else "talk"


def voice(dice: random.Random) -> Voice:
    """A respondent: two of five are key informants, and half of the others speak broken English."""
    if dice.random() < 0.4:
        return Voice(official=True, broken=0.0, hesitant=0.05)
    return Voice(official=False, broken=dice.choice((0.0, 0.1, 0.5, 0.8)), hesitant=dice.choice((0.05, 0.15)))


def subject(speaker: Voice, dice: random.Random) -> str:
    """Something to speak about."""
    return dice.choice(OFFICIAL_SUBJECTS if speaker.official else TALK_SUBJECTS)


def question(speaker: Voice, dice: random.Random) -> str:
    """What the interviewer asks: mostly something new, at times only to go on."""
    if dice.random() < 0.08:
        return GRAMMAR.expand("prompt", dice)
    return _opened(GRAMMAR.expand("official_question" if speaker.official else "question", dice))


def stock(dice: random.Random) -> str:
    """One of the short answers that everybody gives, in every interview."""
    return _opened(GRAMMAR.expand("stock", dice)) + "."


def sentence(speaker: Voice, about: str, dice: random.Random) -> str:
    """A sentence of a respondent; how long depends on the dice, at most 60 words."""
    while True:
        said = _clauses(speaker, about, dice)
        if dice.random() < speaker.broken:
            said = _broken(said, dice)
        if dice.random() < speaker.hesitant:
            words = said.split()
            words.insert(dice.randrange(len(words)), dice.choice(HESITATIONS))
            said = " ".join(words)
        if len(said.split()) <= _LONGEST:
            return _opened(said.replace(" ,", ",").replace(",,", ",")) + dice.choice(ENDINGS)


def retold(heard: str, speaker: Voice, dice: random.Random) -> str:
    """A sentence of the sample with other places, times and numbers, or with something added."""
    words = _WORD.sub(lambda found: _exchanged(found.group(), dice), heard)
    if words == heard:
        words = heard.rstrip(".!?") + " " + GRAMMAR.expand(f"{speaker.style}_tail", dice) + "."
    return words.replace(" ,", ",")


def _clauses(speaker: Voice, about: str, dice: random.Random) -> str:
    """One clause or several in a chain."""
    if dice.random() < 0.18:
        return GRAMMAR.expand("brief" if speaker.official else "short", dice)
    count = dice.choices((1, 2, 3, 4, 5), (75, 17, 5, 2, 1))[0]
    said = GRAMMAR.expand(about, dice)
    for _ in range(count - 1):
        following = about if dice.random() < 0.6 else subject(speaker, dice)
        said += f" {GRAMMAR.expand(f'{speaker.style}_link', dice)} {GRAMMAR.expand(following, dice)}"
    if dice.random() < 0.25:
        said = f"{GRAMMAR.expand(f'{speaker.style}_front', dice)} {said}"
    if dice.random() < 0.2:
        said += " " + GRAMMAR.expand(f"{speaker.style}_tail", dice)
    return said


def _broken(said: str, dice: random.Random) -> str:
    """The sentence without some of its small words and past forms: "police they catch us, take phone"."""
    said = said.replace("the police ", dice.choice(("police they ", "police ", "the police ")))
    kept: list[str] = []
    for word in said.split():
        if word in ("the", "a", "an", "was", "were", "is", "are", "did", "had") and dice.random() < 0.6:
            continue
        kept.append(BARE_VERBS.get(word, word) if dice.random() < 0.7 else word)
    return " ".join(kept) or said


def _exchanged(word: str, dice: random.Random) -> str:
    symbol = _KINDS.get(word)
    return word if symbol is None else GRAMMAR.expand(symbol, dice)


def _opened(said: str) -> str:
    return said[0].upper() + said[1:]
