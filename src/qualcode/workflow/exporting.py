"""Export: the report of a study to a file, in the format its name asks for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qualcode.analysis.long_tables import long_table
from qualcode.analysis.matrix import RespondentMatrix
from qualcode.errors import MisuseError, QualcodeError
from qualcode.exporters import EXPORTERS, READS_INTERVIEWS
from qualcode.exporters.listings_csv import write_listings
from qualcode.exporters.undated import is_untouched
from qualcode.model.coded import Interview, Report
from qualcode.model.progress import SILENT, Progress
from qualcode.workflow.publishing import Judgement, Terms, publish
from qualcode.workflow.release import released
from qualcode.workflow.selecting import Selection
from qualcode.workflow.signing import signed
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import EVERYTHING, coded, make_report


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is exported, and whether it is for publication."""

    by: Sequence[str] = ()
    """Profile fields for the theme tables; none for those of study.yaml."""
    selection: Selection = EVERYTHING
    release: Terms | None = None
    """The terms of a release; None for an export that stays inside."""
    signed: str = ""
    """The name of a sign-off whose state is exported; "" for the study as it is."""
    overwrite: bool = False
    """Whether a workbook or document is replaced although a person has changed it."""


ALL = ExportOptions()


def check_format(out: Path) -> None:
    """MisuseError where `out` has a suffix that nothing is exported to."""
    if not EXPORTERS.knows(out):
        raise MisuseError(
            f'"{out.name}" has no format that can be exported.',
            hint=f"a name ending in {', '.join(EXPORTERS.suffixes)}",
        )


def export_study(study: Study, out: Path, *, options: ExportOptions = ALL, progress: Progress = SILENT) -> Report:
    """Writes the study to `out`, in the format of its suffix, and says what was written.

    A release is written as it may be published, and its numbers are kept, so that no later one tells what it withheld.
    """
    check_format(out)
    if options.signed and out.suffix.lower() in READS_INTERVIEWS:
        raise MisuseError(
            "a page shows the interviews as they are today, not as they were signed off.",
            hint="a name ending in .xlsx, .docx, .csv or .jsonl",
        )
    if not options.overwrite:
        _refuse_to_lose(out)
    if options.release is not None:
        published = publish(study, options.by, options.selection, options.release)
        with study.store.transaction():  # no file goes out whose numbers the study does not know
            remember(study, out.name, published.judgement)
            EXPORTERS.load(out)(out, published.report, progress=progress)
        return published.report
    report, matrix = _report(study, options)
    if out.suffix.lower() in READS_INTERVIEWS:
        kept = {one.id for one in report.respondents}
        interviews = released(study).interviews()
        report = replace(report, interviews=tuple(one for one in interviews if _is_of(one, kept)))
    EXPORTERS.load(out)(out, report, matrix=matrix.grid(), progress=progress)
    study.store.log("export", file=out.name, codings=len(report.segments))
    return report


def _report(study: Study, options: ExportOptions) -> tuple[Report, RespondentMatrix]:
    if options.signed:
        return make_report(study, options.by, signed(study, options.signed, options.selection), earlier=True)
    return make_report(study, options.by, coded(study, options.selection))


def _refuse_to_lose(out: Path) -> None:
    """QualcodeError where a workbook or document of this name has been changed since it was written, or by others."""
    if out.suffix.lower() in _EDITED and out.exists() and not is_untouched(out):
        raise QualcodeError(
            "somebody has changed this file since qualcode wrote it, and that would be lost.",
            where=out.name,
            hint="choose another name, move this file away, or export with --overwrite",
        )


_EDITED = (".xlsx", ".docx")
"""Formats that people work on."""


def _is_of(interview: Interview, respondents: Collection[str]) -> bool:
    return any(turn.respondent in respondents for turn in interview.turns)


def export_tables(study: Study, folder: Path, *, options: ExportOptions = ALL) -> tuple[Path, ...]:
    """Writes every table of the workbook to `folder`, a csv file each, and says which files.

    Raises QualcodeError where `folder` is a file.
    """
    if folder.is_file():
        raise QualcodeError("this is a file and no folder.", where=str(folder), hint="--tables some-folder")
    if options.release is not None:
        published = publish(study, options.by, options.selection, options.release)
        with study.store.transaction():
            remember(study, folder.name, published.judgement)
            tables = map(long_table, published.report.tables)
            return write_listings(folder, tables, notice=published.report.published)
    report, _ = _report(study, options)
    written = write_listings(folder, [*map(long_table, report.tables), *report.listings])
    study.store.log("export", file=folder.name, tables=len(written))
    return written


def remember(study: Study, file: str, judgement: Judgement) -> None:
    """Keeps what was published and, in the internal log, how much of what was withheld and why."""
    with study.store.transaction():
        study.store.add_release(
            file, [(one.row, tuple(sorted(one.group)), tuple(sorted(one.speakers))) for one in judgement.published]
        )
        withheld = {
            f"{table.title}: {reason}": len(places)
            for number, table in enumerate(judgement.tables)
            for reason, places in zip(("too small", "would tell a small one"), judgement.of(number), strict=True)
        }
        study.store.log("release", file=file, published=len(judgement.published), **withheld)
