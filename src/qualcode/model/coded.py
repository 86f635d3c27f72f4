"""Codings joined with what they lie on, and everything a workbook is made from."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qualcode.model.codebook import Codebook
from qualcode.model.coding import Coding, Run
from qualcode.model.guide import Guide
from qualcode.model.respondent import Respondent
from qualcode.model.source import Position
from qualcode.model.table import Basis, Level, Listing, ThemeTable
from qualcode.model.transcript import Role


@dataclass(frozen=True, slots=True)
class CodedSegment:
    """One coding with its words, its speaker and its respondent: a row of the codings table and of the quotes."""

    coding: Coding
    respondent: Respondent
    segment: str
    """The public id of the segment or run of segments."""
    speaker: str
    role: Role
    question: str
    """What the interviewer asked, verbatim, "" where nothing was asked."""
    text: str
    """The whole segment (or run of segments) verbatim."""
    source: str = ""
    """The file the transcript came from."""
    position: Position = Position()
    before: str = ""
    """The sentence before in the same turn, verbatim."""
    after: str = ""
    """The sentence after in the same turn, verbatim."""


@dataclass(frozen=True, slots=True)
class Material:
    """Everything that tables are made from: a coded study, already limited to what may be shown of it."""

    study: str
    codebook: Codebook
    run: Run
    respondents: tuple[Respondent, ...]
    segments: tuple[CodedSegment, ...]
    """In the order of the codings contract; cells of tables refer to positions in it."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Profile field to its title, in the order of study.yaml."""
    guide: Guide = Guide()
    notes: tuple[str, ...] = ()
    """What every reader must know: transcripts left out and why."""
    basis: Basis = Basis.ALL
    """Which codings `segments` are limited to."""
    rounds: Mapping[str, str] = field(default_factory=dict)
    """Transcript to the round it belongs to; what somebody says in one round is not counted in another."""


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """A turn of an interview as a reader sees it."""

    number: int
    speaker: str
    role: Role
    respondent: str
    """The respondent whose words these are, "" where it is not known, or they are nobody's."""
    start: int
    """Where its text begins, in code points of the transcript's text."""
    text: str


@dataclass(frozen=True, slots=True)
class Interview:
    """A transcript to be read, without the turns of those who have withdrawn."""

    id: str
    source: str
    turns: tuple[SpokenTurn, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What an export shows: plain values, already limited to what may leave the study."""

    study: str
    codebook: Codebook
    run: Run
    respondents: tuple[Respondent, ...]
    segments: tuple[CodedSegment, ...]
    """In the order of the codings contract; table cells refer to positions in it."""
    tables: tuple[ThemeTable, ...]
    """One for each profile field asked for."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Profile field to its title, in the order of study.yaml."""
    notes: tuple[str, ...] = ()
    """What every reader must know: transcripts left out and why, codings nobody has reviewed."""
    listings: tuple[Listing, ...] = ()
    """Every other table, in the order of their sheets."""
    interviews: tuple[Interview, ...] = ()
    """The transcripts, for formats that show them (READS_INTERVIEWS); never in a published report."""
    published: str = ""
    """Of a report for publication what it says of itself in place of "confidential"; "" for one that stays inside.
    A published report holds no respondent, no place in a transcript and no number that is withheld."""

    def counted(self) -> frozenset[int]:
        """Positions of the codings that some table of the report counts."""
        return frozenset(
            position
            for table in self.tables
            for row in table.at(Level.CODE)
            for cell in row.cells
            for position in cell.codings
        )
