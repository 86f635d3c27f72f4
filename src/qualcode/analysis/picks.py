"""The quotes that were picked for the report, by its sections."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.model.codebook import Codebook
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "picks"
_ABOUT = "The quotes picked for the report, by its sections, each beside the words that were said."
_NOTES = (
    "[...] is a cut, other words in square brackets were added; all else is verbatim. A label may be coarser than the "
    "respondent's own, never finer.",
)
_HEADINGS = (
    Heading("section", "Section", Kind.NAME),
    Heading("quote", "Quote for the report", Kind.TEXT),
    Heading("label", "Label", Kind.NAME),
    Heading("verbatim", "Words that were said", Kind.TEXT, "Verbatim, the whole passage."),
    Heading("code", "Code", Kind.ID, folded=True),
    Heading("code_name", "On", Kind.NAME),
    Heading("segment", "Segment", Kind.ID),
    Heading("memo", "Memo", Kind.TEXT),
)


@dataclass(frozen=True, slots=True)
class Pick:
    """A passage of neighbouring sentences that somebody keeps for the report."""

    segment: str
    """The public id of the sentence or run of sentences."""
    respondent: str
    words: str
    label: str
    verbatim: str
    section: str = ""
    code: str = ""
    memo: str = ""


def picked(picks: Sequence[Pick], codebook: Codebook) -> Listing:
    """A row a pick, by section as they were first named, and within it in the order in which they were picked."""
    sections = {section: place for place, section in enumerate(dict.fromkeys(one.section for one in picks))}
    names = {code.id: code.name for code in codebook.codes()}
    rows = tuple(
        (
            Figure(one.section),
            Figure(one.words),
            Figure(one.label),
            Figure(one.verbatim),
            Figure(one.code),
            Figure(names.get(one.code, one.code)),
            Figure(one.segment, people=(one.respondent,)),
            Figure(one.memo),
        )
        for one in sorted(picks, key=lambda one: sections[one.section])
    )
    return Listing(ID, "Quotes for the report", _ABOUT, _HEADINGS, rows, _NOTES)
