"""What simpler means say about the gold sentences: keywords, windows of words, places in order of mention."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from gold_engine import Axes, any_codebook, transcript
from gold_entries import AssertionEntry, EventEntry, Leg, RouteEntry, Triple

from qualcode.matching import Matcher, compile_codebook
from qualcode.model.codebook import Codebook
from qualcode.model.term import Term, TermKind
from qualcode.model.transcript import Span

WINDOW = 5
"""How many words before the focus are looked at (as many after it, too, for the experiencer)."""

FIRST_PERSON = "i me my mine we us our ours"

# The cues of a word window, in the manner of NegEx (Chapman and others 2001); the first list with a hit decides.
POLARITY = {
    "ceased": "used to|no longer|stop|stopped|anymore|any more|ceased|before",
    "negated": "no|not|n't|never|nobody|none|nothing|without|neither|nor|cannot|hardly",
}
MODALITY = {
    "asked": "whether|ask|asked|who|what|why",
    "conditional": "if|unless|would",
    "feared": "afraid|fear|feared|scared|worried|threat|threaten|threatened|risk",
    "possible": "may|might|maybe|could|can|perhaps|possible|possibly",
    "future": "will|going to|shall|expect|expected|tomorrow|soon|next",
    "intended": "want|wanted|try|tried|plan|planned|should|must|order|ordered|in order to",
    "habitual": "always|usually|often|every|normally|whenever",
}
SOURCE = {
    "reported": "heard|hear|say|says|said|tell|tells|told|claim|claims|according to|allegedly|reportedly",
    "witnessed": "saw|see|seen|watched|noticed|witnessed",
}
EXPERIENCER = {
    "kin": "brother|sister|mother|father|parents|son|daughter|wife|husband|uncle|aunt|cousin|family",
    "self": FIRST_PERSON.replace(" ", "|"),
    "other": "he|she|him|her|his|them|boy|boys|men|women|friend|refugees|migrants|children|families",
}
HYPOTHETICAL = {"conditional", "possible", "future", "feared", "intended"}


def keyword_events(entries: Sequence[EventEntry], codebook: Codebook) -> list[frozenset[Triple]]:
    """For each action named in an entry's text: the nearest actor word before it as agent, after it as target."""
    generic = {f"generic_{name}": actor.generic for name, actor in codebook.actors.items() if actor.generic}
    actors = {f"actor_{name}": (_term("actor", TermKind.ACTOR, name),) for name in codebook.actors}
    actions = {f"action_{name}": (_term("action", TermKind.ACTION, name),) for name in codebook.actions}
    first = {"first": tuple(_term("exact", TermKind.EXACT, word) for word in FIRST_PERSON.split())}
    matcher = compile_codebook(any_codebook(codebook, {**actors, **actions, **generic, **first}))
    return [frozenset(_triples(matcher, entry)) for entry in entries]


def always_affirmed(entries: Sequence[AssertionEntry]) -> list[Axes]:
    """The first value of every axis, whatever is said."""
    return [Axes("affirmed", "affirmed", "actual", "unmarked", "generic")] * len(entries)


def word_window(entries: Sequence[AssertionEntry]) -> list[Axes]:
    """What the cue words within a few words before the focus say."""
    return [_window(entry) for entry in entries]


def places_in_order(entries: Sequence[RouteEntry], places: Mapping[str, Iterable[str]]) -> list[tuple[Leg, ...]]:
    """A leg from each place to the next one mentioned; `places` are names to everything the place is called."""
    called = {alias.casefold(): name for name, aliases in places.items() for alias in aliases}
    longest_first = "|".join(map(re.escape, sorted(called, key=len, reverse=True)))
    pattern = re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)", re.IGNORECASE)
    legs = []
    for entry in entries:
        mentioned = [called[found[0].casefold()] for found in pattern.finditer(entry.text)]
        pairs = [(one, other) for one, other in pairwise(mentioned) if one != other]
        legs.append(tuple(Leg(one, other, "", forced=False, status="done", own=True) for one, other in pairs))
    return legs


def _term(prefix: str, kind: TermKind, words: str) -> Term:
    return Term(f"{prefix}:{words}", kind, words)


def _triples(matcher: Matcher, entry: EventEntry) -> Iterable[Triple]:
    """One triple for each action, read from the words around its first word."""
    alone = EventEntry(entry.id, entry.text, entry.style, entry.construct, (), entry.speaker, ())
    hits: list[tuple[Span, str, str]] = []
    for coding in matcher.code(transcript(alone)):
        kind, _, name = coding.code.partition("_")
        hits += [(span, kind, name) for span in coding.evidence]
    speaker = "migrant" if entry.speaker == "refugee_migrant" else "other"
    actors = sorted((span.start, kind, name or speaker) for span, kind, name in hits if kind != "action")
    for action in {name for _, kind, name in hits if kind == "action"}:
        at = min(span.start for span, kind, name in hits if (kind, name) == ("action", action))
        agents = [name for start, kind, name in actors if start < at and kind != "generic"]
        targets = [name for start, _, name in actors if start > at]
        yield action, [*agents[-1:], "unknown"][0], [*targets[:1], "unknown"][0]


def _window(entry: AssertionEntry) -> Axes:
    found = re.search(rf"(?<!\w){re.escape(entry.focus)}(?!\w)", entry.text)
    start, end = found.span() if found else (0, 0)
    before = " ".join(_words(entry.text[:start])[-WINDOW:])
    around = before + " " + " ".join(_words(entry.text[end:])[:WINDOW])
    polarity = _first(POLARITY, before, "affirmed")
    modality = "asked" if entry.text.endswith("?") else _first(MODALITY, before, "actual")
    reading = "asked" if modality == "asked" else "hypothetical" if modality in HYPOTHETICAL else polarity
    source = _first(SOURCE, before, "unmarked")
    return Axes(reading, polarity, modality, source, _first(EXPERIENCER, around, "generic"))


def _words(text: str) -> list[str]:
    return re.findall(r"n't|\w+(?=n't)|\w+", text.lower().replace("’", "'"))


def _first(cues: Mapping[str, str], words: str, otherwise: str) -> str:
    hits = (value for value, written in cues.items() if re.search(rf"(?<![\w'])(?:{written})(?!\w)", words))
    return next(hits, otherwise)
