"""Export: the report of a study to a file, in the format its name asks for."""

from collections.abc import Sequence
from pathlib import Path

from qualcode.analysis.long_tables import long_table
from qualcode.errors import MisuseError, QualcodeError
from qualcode.exporters import EXPORTERS
from qualcode.exporters.listings_csv import write_listings
from qualcode.model.coded import Report
from qualcode.model.progress import SILENT, Progress
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import make_report


def check_format(out: Path) -> None:
    """MisuseError where `out` has a suffix that nothing is exported to."""
    if not EXPORTERS.knows(out):
        raise MisuseError(
            f'"{out.name}" has no format that can be exported.',
            hint=f"a name ending in {', '.join(EXPORTERS.suffixes)}",
        )


def export_study(study: Study, out: Path, *, by: Sequence[str] = (), progress: Progress = SILENT) -> Report:
    """Writes the study to `out` (.xlsx, .csv or .jsonl) and says what was written."""
    check_format(out)
    report, matrix = make_report(study, by)
    EXPORTERS.load(out)(out, report, matrix=matrix.grid(), progress=progress)
    study.store.log("export", file=out.name, codings=len(report.segments))
    return report


def export_tables(study: Study, folder: Path, *, by: Sequence[str] = ()) -> tuple[Path, ...]:
    """Writes every table of the workbook to `folder`, a csv file each, and says which files.

    Raises QualcodeError where `folder` is a file.
    """
    if folder.is_file():
        raise QualcodeError("this is a file and no folder.", where=str(folder), hint="--tables some-folder")
    report, _ = make_report(study, by)
    written = write_listings(folder, [*map(long_table, report.tables), *report.listings])
    study.store.log("export", file=folder.name, tables=len(written))
    return written
