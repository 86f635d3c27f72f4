"""How the results of commands look on the terminal."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.markup import escape
from rich.table import Table

from qualcode.cli.options import Format
from qualcode.cli.render import out, say, show_listing, show_problems, tell
from qualcode.model.coded import CodedSegment
from qualcode.model.table import Level, ThemeTable
from qualcode.model.transcript import Transcript

if TYPE_CHECKING:
    from qualcode.readers.speakers.interview import SpeakerSummary
    from qualcode.workflow.casting import CastChange
    from qualcode.workflow.coding import CodeReport
    from qualcode.workflow.demo import RunReport
    from qualcode.workflow.importing import ImportReport

_FIRST_WORDS = 60


def show_import(report: "ImportReport", *, brief: bool = False) -> None:
    """What came in: each file's labels with their roles and shares, what changed, and what a person should look at."""
    show_problems(report.problems, notes=not brief)
    if report.speakers and not brief:
        show_speakers(report.speakers, format=Format.TABLE)
    for what, ids in (("New revision of", report.revised), ("Speakers changed in", report.recast)):
        if ids:
            say(f"{what}: {', '.join(ids)}")
    changed = [change for change in report.respondents if not change.is_new]
    for change in changed:
        say(f"Profile of {change.id}: {change.field} was {change.old or 'empty'}, is {change.new or 'empty'}")
    if report.holds:
        tell(f"Kept out of tables until you decide: {', '.join(report.holds)}")
    if report.missing:
        tell(f"On the respondent list without a transcript: {', '.join(report.missing)}")
    new = sum(change.is_new for change in report.respondents)
    say(
        f"Imported {len(report.added)} transcripts, {len(report.unchanged)} unchanged; {new} new respondents, "
        f"{len({change.id for change in changed})} with a changed profile."
    )


def show_speakers(speakers: "Mapping[str, Sequence[SpeakerSummary]]", *, format: Format) -> None:
    """Per transcript each label, its role and why, its respondent and its share of the words."""
    headings = ["transcript", "label", "role", "respondent", "turns", "words", "share", "role found"]
    rows = [
        [
            name,
            one.label or "(none)",
            one.role.value,
            one.respondent or "",
            one.turns,
            one.words,
            f"{one.share:.0%}",
            one.reason,
        ]
        for name, labels in speakers.items()
        for one in labels
    ]
    show_listing(
        headings, rows, format=format, title="Who speaks (mend with: qualcode speakers TRANSCRIPT --set 'LABEL=ROLE')"
    )


def show_turns(transcript: Transcript, *, format: Format) -> None:
    """Every turn with its number, for a person to say whose it is."""
    rows = [
        [turn.number, turn.speaker, turn.role.value, turn.respondent or "", _first_words(transcript.words(turn))]
        for turn in transcript.turns
    ]
    show_listing(["turn", "label", "role", "respondent", "first words"], rows, format=format, title=transcript.id)


def _first_words(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _FIRST_WORDS else line[: _FIRST_WORDS - 1] + "…"


def show_cast(change: "CastChange") -> None:
    """What a change of speakers did."""
    show_speakers({change.transcript: change.speakers}, format=Format.TABLE)
    say(f"{len(change.turns)} turns changed; the text is as it was.")
    if change.lost:
        codes = sorted({coding.code for coding in change.lost})
        say(
            f"{len(change.lost)} codings are on words that no longer count and go with the next run: {', '.join(codes)}"
        )
    if change.held:
        tell(f"Still kept out of tables: {change.held}")
    say("Next: qualcode code")


def show_code(report: "CodeReport") -> None:
    """What a run did and how it differs from the one before."""
    show_problems(report.problems)
    run = report.run
    say(f"{run.codings} codings in {run.transcripts} transcripts, of {report.respondents} respondents.")
    if report.before is None:
        say("This was the first run. Next: qualcode table, or qualcode export exports/themes.xlsx")
        return
    if not report.changes:
        say("Nothing changed since the run before.")
        return
    names = {code.id: code.name for code in report.codebook.codes()}
    rows = [
        [
            change.code,
            names.get(change.code, "(no longer in the codebook)"),
            f"+{len(change.gained)}",
            f"-{len(change.lost)}",
        ]
        for change in report.changes
    ]
    show_listing(["code", "name", "gained", "lost"], rows, format=Format.TABLE, title="Changed since the run before")


def show_table(table: ThemeTable, *, codes: bool, format: Format, notes: Sequence[str] = ()) -> None:
    """A theme table: in the terminal respondents with mentions in brackets, in csv and json a column for each."""
    rows = [row for row in table.rows if codes or row.level is Level.THEME]
    if format is not Format.TABLE:
        headings = ["theme", "code", "title"]
        for column in table.columns:
            headings += [f"{column.title} (n={column.n}) respondents", f"{column.title} (n={column.n}) mentions"]
        cells = [
            [
                row.theme,
                row.code,
                row.title,
                *(number for cell in row.cells for number in (len(cell.respondents), cell.mentions)),
            ]
            for row in rows
        ]
        show_listing(headings, cells, format=format)
        return
    drawn = Table(title=escape(table.title), title_justify="left", header_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    drawn.add_column("Theme" if not codes else "Theme and code", overflow="fold")
    for column in table.columns:
        drawn.add_column(f"{escape(column.title)}\nn = {column.n}", justify="right")
    for row in rows:
        bold = codes and row.level is Level.THEME
        title = escape(row.title if row.level is Level.THEME else f"  {row.title}")
        drawn.add_row(
            title, *(_cell(len(cell.respondents), cell.mentions) for cell in row.cells), style="bold" if bold else None
        )
    out().print(drawn)
    say("Respondents, with mentions in brackets.")
    for note in [*table.notes, *notes]:
        tell(f"Note: {note}")


def _cell(respondents: int, mentions: int) -> str:
    return f"{respondents} [dim]({mentions})[/]" if respondents else "[dim]0[/]"


def show_quotes(found: Sequence[CodedSegment], *, code: str, format: Format) -> None:
    """Passages, verbatim, with the label under each."""
    if format is not Format.TABLE:
        headings = ["respondent", "label", "segment", "code", "text", "matched", "rule", "question"]
        rows = [
            [
                one.respondent.id,
                one.respondent.label,
                one.segment,
                one.coding.code,
                one.text,
                one.coding.matched,
                one.coding.rule,
                one.question,
            ]
            for one in found
        ]
        show_listing(headings, rows, format=format)
        return
    console = out()
    for one in found:
        console.print(f"[bold]{escape(one.text)}[/]")
        said_by = one.respondent.label or one.respondent.id
        console.print(f"  [dim]{escape(f'{said_by} | {one.segment} | {one.coding.code}: {one.coding.matched}')}[/]")
    people = {one.respondent.id for one in found}
    say(f"{len(found)} codings of {code}, {len(people)} respondents.")


def show_run(report: "RunReport", written: Path, *, kept: bool, brief: bool = False) -> None:
    """What a whole run did: the import, the table of themes, where the result is."""
    show_import(report.imported, brief=brief)
    show_problems(report.coded.problems)
    if report.report.tables:
        sys.stderr.flush()
        show_table(report.report.tables[0], codes=False, format=Format.TABLE, notes=report.report.notes)
    say(
        f"{report.coded.run.codings} codings. The workbook: {written}"
        if written.suffix == ".xlsx"
        else f"Wrote {written}"
    )
    if kept:
        say(f"The study: {report.folder.path}")
