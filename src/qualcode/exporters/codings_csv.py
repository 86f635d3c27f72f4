"""The codings table as CSV."""

import csv
from pathlib import Path

from qualcode.exporters.contract import COLUMNS, contract_row
from qualcode.exporters.files import replacing
from qualcode.exporters.grid import Grid
from qualcode.model.coded import Report
from qualcode.model.progress import Progress, Silent


def write(
    path: Path,
    report: Report,
    *,
    matrix: Grid = (),  # noqa: ARG001 - every exporter is called alike
    progress: Progress = Silent(),  # noqa: B008 - Silent holds nothing
) -> None:
    r"""Writes the contract's columns as UTF-8 with "," and "\n", quoted only where needed, texts unchanged.

    There is no byte order mark, since it would become part of the first column's name in most readers; in Excel open
    the file with Data > From Text/CSV and choose 65001: Unicode (UTF-8), or export a workbook.
    """
    progress.start("Writing codings", len(report.segments))
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        rows.writeheader()
        for segment in report.segments:
            rows.writerow(contract_row(segment))
            progress.step()
    progress.finish()
