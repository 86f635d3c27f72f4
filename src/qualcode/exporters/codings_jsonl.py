"""The codings table as JSON, one coding a line."""

import json
from pathlib import Path

from qualcode.exporters.contract import contract_row
from qualcode.exporters.files import replacing
from qualcode.exporters.grid import Grid
from qualcode.model.coded import Report
from qualcode.model.progress import Progress, Silent

_LINE_ENDS = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})
"""Characters that JSON allows in a string and that many programs take for the end of a line."""


def write(
    path: Path,
    report: Report,
    *,
    matrix: Grid = (),  # noqa: ARG001 - every exporter is called alike
    progress: Progress = Silent(),  # noqa: B008 - Silent holds nothing
) -> None:
    r"""Writes one UTF-8 object a line ("\n"), the contract's columns as keys in order; a missing value is ""."""
    progress.start("Writing codings", len(report.segments))
    with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
        for segment in report.segments:
            line = json.dumps(contract_row(segment), ensure_ascii=False)
            file.write(line.translate(_LINE_ENDS) + "\n")
            progress.step()
    progress.finish()
