"""How an import, and whose words are whose, look on the terminal."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.cli.listing import Column, Kind, show_listing
from qualcode.cli.options import Format
from qualcode.cli.render import counted, say, show_problems, tell
from qualcode.model.problem import Severity
from qualcode.model.transcript import Role, Transcript

if TYPE_CHECKING:
    from qualcode.readers.speakers.interview import SpeakerSummary
    from qualcode.workflow.casting import CastChange
    from qualcode.workflow.importing import ImportReport

_FIRST_WORDS = 60
_MEND = "Who speaks (mend with: qualcode speakers TRANSCRIPT --set 'LABEL=ROLE')"
_SPEAKERS = (
    Column("transcript", Kind.GROUP),
    Column("label", Kind.WIDE),
    Column("role"),
    Column("respondent"),
    Column("turns", Kind.HIDDEN),
    Column("words", Kind.HIDDEN),
    Column("share", Kind.NUMBER),
    Column("role found", Kind.WIDE),
)
_TURNS = (
    Column("turn", Kind.NUMBER),
    Column("label", Kind.WIDE),
    Column("role"),
    Column("respondent"),
    Column("words", Kind.WIDE, "first words"),
)


def show_import(
    report: "ImportReport", *, brief: bool = False, verbose: bool = False, format: Format = Format.TABLE
) -> None:
    """What came in: each file's labels with their roles and shares, what changed, and what a person should look at."""
    problems = [one for one in report.problems if not (brief and one.severity is Severity.NOTE)]
    show_problems(problems, verbose=verbose or format is not Format.TABLE)
    if format is not Format.TABLE or (any(report.speakers.values()) and not brief):
        show_speakers(report.speakers, format=format, holds=report.holds)
    write = say if format is Format.TABLE else tell
    surveys = Counter(name.partition(":")[0] for name in report.added if ":" in name)
    for name, number in () if brief else surveys.items():
        write(f"{name}: {counted(number, 'interview')}, one a row")
    for what, ids in (("New revision of", report.revised), ("Speakers changed in", report.recast)):
        if ids:
            write(f"{what}: {', '.join(ids)}")
    changed = [change for change in report.respondents if not change.is_new]
    for change in changed:
        write(f"Profile of {change.id}: {change.field} was {change.old or 'empty'}, is {change.new or 'empty'}")
    if report.holds:
        tell(f"Kept out of tables until you decide: {', '.join(report.holds)}")
    if report.missing:
        tell(f"On the respondent list without a transcript: {', '.join(report.missing)}")
    new = sum(change.is_new for change in report.respondents)
    write(
        f"Imported {counted(len(report.added), 'transcript')}, {len(report.unchanged)} unchanged; "
        f"{counted(new, 'new respondent')}, {len({change.id for change in changed})} with a changed profile."
    )


def show_speakers(
    speakers: "Mapping[str, Sequence[SpeakerSummary]]", *, format: Format, holds: Mapping[str, str] | None = None
) -> None:
    """Per transcript each label, its role and why, its respondent and its share of the words."""
    reading = format is Format.TABLE
    waiting = holds or {}
    rows = [
        [
            f"{name} (waits: {waiting[name]})" if reading and name in waiting else name,
            one.label or ("(none)" if reading else ""),
            one.role.value,
            one.respondent or ("nobody yet" if reading and one.role in (Role.RESPONDENT, Role.UNKNOWN) else ""),
            one.turns,
            one.words,
            f"{one.share:.0%}" if reading else round(one.share, 4),
            one.reason,
        ]
        for name, labels in speakers.items()
        for one in labels
    ]
    show_listing(_SPEAKERS, rows, format=format, title=_MEND)


def show_turns(transcript: Transcript, *, format: Format) -> None:
    """Every turn with its number, for a person to say whose it is; csv and json have all its words."""
    rows = []
    for turn in transcript.turns:
        words = transcript.words(turn)
        shown = _first_words(words) if format is Format.TABLE else words
        rows.append([turn.number, turn.speaker, turn.role.value, turn.respondent or "", shown])
    show_listing(_TURNS, rows, format=format, title=transcript.id)


def _first_words(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _FIRST_WORDS else line[: _FIRST_WORDS - 1] + "…"


def show_cast(change: "CastChange", *, format: Format) -> None:
    """What a change of speakers did."""
    write = say if format is Format.TABLE else tell
    show_speakers({change.transcript: change.speakers}, format=format)
    write(f"{counted(len(change.turns), 'turn')} changed; the text is as it was.")
    if change.lost:
        codes = sorted({coding.code for coding in change.lost})
        verb = "lies" if len(change.lost) == 1 else "lie"
        write(f"{counted(len(change.lost), 'coding')} {verb} on words that no longer count: {', '.join(codes)}")
    if change.held:
        tell(f"Still kept out of tables: {change.held}")
    write("Next: qualcode code")
