"""import, respondents, transcripts, speakers: what came in, and whose words it is."""

from pathlib import Path
from typing import Annotated

import typer

from qualcode.cli.options import (
    Format,
    FormatOption,
    InterpreterOption,
    SkipBadOption,
    StudyOption,
    VerboseOption,
    study_at,
)


def import_(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH...", help="Files or folders; the transcripts folder if none.")
    ] = None,
    respondents: Annotated[
        Path | None, typer.Option("--respondents", help="The respondent list; the study's own where nothing is said.")
    ] = None,
    replace: Annotated[
        list[str] | None, typer.Option("--replace", help="A transcript whose changed text is taken as a new revision.")
    ] = None,
    interpreter: InterpreterOption = None,
    skip_bad: SkipBadOption = False,
    verbose: VerboseOption = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Read transcripts and the respondent list into the study. Again, later, for new and changed ones."""
    from qualcode.cli.imported import show_import
    from qualcode.cli.progress import Bar
    from qualcode.cli.render import tell
    from qualcode.model.transcript import Interpreting
    from qualcode.workflow.importing import ImportOptions, import_files
    from qualcode.workflow.inspecting import status

    voice = Interpreting(interpreter.value) if interpreter else None
    options = ImportOptions(skip_bad=skip_bad, replace=frozenset(replace or ()), interpreter=voice)
    with study_at(study) as current, Bar() as bar:
        chosen = paths or [current.folder.transcripts]
        report = import_files(current, chosen, respondents=respondents, options=options, progress=bar)
        following = status(current).next_command
    show_import(report, verbose=verbose, format=format)
    tell(f"Next: {following}")


def respondents(format: FormatOption = Format.TABLE, study: StudyOption = None) -> None:
    """List the respondents with their profile and their transcripts."""
    from qualcode.cli.listing import Column, Kind, show_listing
    from qualcode.cli.render import counted
    from qualcode.workflow.inspecting import respondent_lines
    from qualcode.workflow.tabulating import profile_fields

    with study_at(study) as current:
        lines = respondent_lines(current)
        fields = profile_fields(current.settings, [one for one, _ in lines])
    columns = [
        Column("respondent_id", heading="respondent"),
        Column("respondent_type", heading="type"),
        Column("consent_status", heading="consent"),
        Column("attribution", Kind.WIDE),
        Column("transcripts", Kind.WIDE),
        *(Column(name, Kind.HIDDEN) for name in fields),
    ]
    rows = [
        [one.id, one.type, one.consent.value, one.label, "; ".join(ids)]
        + ["; ".join(one.attributes.get(name, ())) for name in fields]
        for one, ids in lines
    ]
    if format is Format.TABLE:  # what the id says already is not said again
        rows = [[*row[:4], _unless(row[4], row[0]), *row[5:]] for row in rows]
    show_listing(columns, rows, format=format, title=counted(len(rows), "respondent"))


def transcripts(
    keep: Annotated[
        str | None, typer.Option("--keep", help="Of versions that are nearly the same, use this transcript.")
    ] = None,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """List the transcripts: whose they are, what waits for a decision, and who has none."""
    from qualcode.cli.listing import Column, Kind, show_listing
    from qualcode.cli.render import counted, say, tell
    from qualcode.workflow.casting import keep_version
    from qualcode.workflow.importing import missing_transcripts
    from qualcode.workflow.inspecting import transcript_lines

    with study_at(study) as current:
        if keep is not None:
            others = keep_version(current, keep)
            say(f"{keep} is used; set aside: {', '.join(others) or 'nothing'}. Next: qualcode code")
            return
        lines = transcript_lines(current)
        missing = missing_transcripts(current)
    columns = [
        Column("transcript"),
        Column("date"),
        Column("turns", Kind.NUMBER),
        Column("sentences", Kind.NUMBER),
        Column("words", Kind.NUMBER),
        Column("respondents", Kind.WIDE),
        Column("file", Kind.WIDE),
        Column("waits_for", Kind.WIDE, "waits"),
    ]
    rows = [
        [one.id, one.date, one.turns, one.segments, one.words, "; ".join(one.respondents), one.source, one.held]
        for one in lines
    ]
    if format is Format.TABLE:  # what the id says already is not said again
        rows = [[*row[:5], _unless(row[5], row[0]), _unless(row[6], row[0]), row[7]] for row in rows]
    show_listing(
        columns, rows, format=format, title=f"{counted(len(rows), 'transcript')} (words without the interviewer's)"
    )
    if missing:
        tell(f"On the respondent list without a transcript: {', '.join(missing)}")


def speakers(
    transcript: Annotated[str, typer.Argument(help="The transcript's id.")],
    set_: Annotated[
        list[str] | None, typer.Option("--set", help="'A=respondent', '1,3,5-9=interviewer', 'rest=respondent'.")
    ] = None,
    turns: Annotated[bool, typer.Option("--turns", help="Show every turn with its number and first words.")] = False,
    format: FormatOption = Format.TABLE,
    study: StudyOption = None,
) -> None:
    """Show who speaks in a transcript, or mend it. The text is never touched."""
    from qualcode.cli.imported import show_cast, show_speakers, show_turns
    from qualcode.workflow.casting import set_speakers, speakers_of

    with study_at(study) as current:
        if set_:
            show_cast(set_speakers(current, transcript, set_), format=format)
        elif turns or not any(one.label for one in speakers_of(current, transcript)):
            show_turns(current.store.transcript(transcript), format=format)
        else:
            show_speakers({transcript: speakers_of(current, transcript)}, format=format)


def _unless(said: object, known: object) -> str:
    """`said`, or nothing where it only repeats `known`, whole, without its suffix, or as one row of a survey."""
    words, parts = str(said), str(known).split(":")
    return "" if words == known or words in parts or Path(words).stem in parts else words
