"""What qualcode says about the gold sentences, each coded as a turn of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gold_entries import HERE, AssertionEntry, Entry, EventEntry, Triple

from qualcode.codebook import load_codebook
from qualcode.matching import Matcher, compile_codebook
from qualcode.model.codebook import Code, Codebook, Rule, RuleKind, Theme
from qualcode.model.coding import Coding
from qualcode.model.term import Term, TermKind
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import sentences

AXES = ("reading", "polarity", "modality", "source", "experiencer")
RESPONDENT = "R1"


@dataclass(frozen=True, slots=True)
class Axes:
    """How a focus was read; every axis is "" where nothing was coded."""

    reading: str = ""
    polarity: str = ""
    modality: str = ""
    source: str = ""
    experiencer: str = ""


def gold_codebook(path: Path = HERE / "codebook.yaml") -> Codebook:
    """The codebook of the gold sentences."""
    return load_codebook(path)[0]


def transcript(entry: Entry) -> Transcript:
    """One turn of one respondent: the sentences before, and the text."""
    return one_turn(entry.id, " ".join((*entry.before, entry.text)))


def one_turn(id_: str, words: str) -> Transcript:
    """Some words as one turn of one respondent."""
    turn = Turn(1, "", Role.RESPONDENT, Span(0, len(words)), respondent=RESPONDENT)
    segments = tuple(Segment(number, 1, span) for number, span in enumerate(sentences(words), 1))
    return Transcript(id_, words, (turn,), segments, f"{id_}.txt", "0")


def read_events(entries: Sequence[EventEntry], codebook: Codebook) -> list[frozenset[Triple]]:
    """The events that qualcode finds in the text of each entry."""
    matcher = compile_codebook(codebook)
    return [
        frozenset((coding.code, coding.agent, coding.target) for coding in _codings(matcher, entry))
        for entry in entries
    ]


def read_assertions(entries: Sequence[AssertionEntry], codebook: Codebook) -> list[Axes]:
    """How qualcode reads the focus of each entry, found by a rule for exactly these words."""
    focuses = sorted({entry.focus.lower() for entry in entries})
    ids = {focus: f"focus_{number}" for number, focus in enumerate(focuses)}
    matcher = compile_codebook(focus_codebook(codebook, ids))
    return [_axes(_codings(matcher, entry), ids[entry.focus.lower()]) for entry in entries]


def focus_codebook(codebook: Codebook, ids: Mapping[str, str]) -> Codebook:
    """`codebook` with one code for each focus instead of its own; `ids` are the codes' ids by focus."""
    terms = {focus: Term(f"exact:{focus}", TermKind.EXACT, focus) for focus in ids}
    return any_codebook(codebook, {code: (terms[focus],) for focus, code in ids.items()})


def any_codebook(codebook: Codebook, terms: Mapping[str, tuple[Term, ...]]) -> Codebook:
    """`codebook` with other codes: one for each id of `terms`, with the rule `any` of its terms."""
    codes = tuple(Code(id, "gold", id, rules=(Rule(f"any-{id}", RuleKind.ANY, terms=of),)) for id, of in terms.items())
    return replace(codebook, themes=(Theme("gold", "Gold", codes=codes),))


def _codings(matcher: Matcher, entry: Entry) -> list[Coding]:
    """The codings on the text itself, and not on the sentences before it."""
    said = transcript(entry)
    first = len(said.segments) - len(sentences(entry.text)) + 1
    found = matcher.code(said, types={RESPONDENT: entry.speaker})
    return [coding for coding in found if coding.first_segment >= first]


def _axes(codings: Sequence[Coding], code: str) -> Axes:
    for coding in codings:
        if coding.code == code:
            return Axes(coding.assertion, coding.polarity, coding.modality, coding.source, coding.experiencer)
    return Axes()
