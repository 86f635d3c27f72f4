"""Files of cells as grids: comma- and tab-separated text, and Excel workbooks."""

from pathlib import Path

from qualcode.errors import ProblemsError
from qualcode.model.problem import has_errors
from qualcode.model.source import Grid
from qualcode.readers.formats.decoding import decode
from qualcode.readers.formats.delimited import parse
from qualcode.readers.formats.unusable import read_bytes

_WORKBOOKS = (".xlsx", ".xlsm")


def read(path: Path, *, encoding: str = "") -> tuple[Grid, ...]:
    """The grids of a file: one for text, one for each visible sheet with anything in it for a workbook.

    Text files name their grid after the file. Raises ProblemsError for what cannot be used.
    """
    if path.suffix.lower() in _WORKBOOKS:
        from qualcode.readers.formats.workbook import read_workbook

        return read_workbook(path)
    text, problems = decode(read_bytes(path), encoding=encoding, file=path.name)
    grid = parse(text, file=path.name, tabs=path.suffix.lower() == ".tsv")
    problems += grid.problems
    if has_errors(problems):
        raise ProblemsError(f"{path.name} cannot be read.", problems)
    return (Grid(grid.rows, grid.name, grid.first_row, problems),)
