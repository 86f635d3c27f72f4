"""Summaries: out to a sheet that researchers write in, and back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qualcode.analysis.framework import Place, Summary, fingerprints, summary_sheet
from qualcode.errors import MisuseError, ProblemsError, did_you_mean
from qualcode.exporters.listing_file import SUFFIXES, write_listing
from qualcode.exporters.undated import is_untouched
from qualcode.model.coded import Material
from qualcode.model.problem import Problem, Where
from qualcode.readers.formats import cells
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import coded

DELETE = "DELETE"
_COLUMNS = ("respondent", "theme", "summary")


@dataclass(frozen=True, slots=True)
class SummaryReport:
    """What an import of summaries did."""

    added: int = 0
    changed: int = 0
    removed: int = 0
    kept: int = 0
    """Summaries that are as they were."""


def kept_summaries(study: Study) -> dict[Place, Summary]:
    """Every summary of the study."""
    return {place: Summary(*held) for place, held in study.store.summaries().items()}


def export_summaries(study: Study, out: Path) -> int:
    """Writes the sheet that summaries are written in to `out` (.xlsx or .csv) and says how many rows it has.

    Raises MisuseError for another suffix, and where somebody has worked on the file since it was written.
    """
    _check(out)
    if out.exists() and not (out.suffix.lower() == ".xlsx" and is_untouched(out)):
        raise MisuseError(
            f'"{out.name}" is there already, and what was written in it would be lost.',
            hint="qualcode summaries import reads it; then choose another name, or move it away",
        )
    sheet = summary_sheet(coded(study), kept_summaries(study))
    write_listing(out, sheet)
    study.store.log("export", file=out.name, summaries=len(sheet.rows))
    return len(sheet.rows)


def import_summaries(study: Study, path: Path) -> SummaryReport:
    """Reads summaries back. An empty cell changes nothing, DELETE removes a summary.

    Raises ProblemsError with every fault and its row, and keeps nothing then; MisuseError for another suffix.
    """
    _check(path)
    material, before = coded(study), kept_summaries(study)
    rows = list(_rows(path, study.settings.encoding))
    problems = [problem for row, place, _ in rows for problem in _faults(material, path, row, place)]
    problems += _repeated(path, rows)
    if problems:
        raise ProblemsError("the summaries were not read.", problems)
    now = fingerprints(material)
    counts = {"added": 0, "changed": 0, "removed": 0, "kept": 0}
    with study.store.transaction():
        for _, place, text in rows:
            if not text:
                continue
            what = _what(before.get(place), text)
            counts[what] += 1
            if what != "kept":
                study.store.put_summary(*place, "" if text == DELETE else text, now.get(place, ""))
        study.store.log("summaries", file=path.name, **counts)
    return SummaryReport(**counts)


def _what(before: Summary | None, text: str) -> str:
    if text == DELETE:
        return "removed" if before else "kept"
    if before is None:
        return "added"
    return "kept" if before.text == text else "changed"


def _check(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES:
        raise MisuseError(f'"{path.name}" is no sheet for summaries.', hint=f"a name ending in {' or '.join(SUFFIXES)}")


def _rows(path: Path, encoding: str) -> Iterator[tuple[int, Place, str]]:
    """Row number, respondent and theme, and what is written there, below the row of headings."""
    (grid, *_) = cells.read(path, encoding=encoding)
    columns: dict[str, int] = {}
    for number, row in enumerate(grid.rows, start=grid.first_row):
        words = [str(cell or "").strip() for cell in row]
        if not columns:
            found = {word.casefold(): place for place, word in enumerate(words) if word.casefold() in _COLUMNS}
            columns = found if set(found) == set(_COLUMNS) else {}
            continue
        held = [words[columns[name]] if columns[name] < len(words) else "" for name in _COLUMNS]
        if held[0] and held[1]:
            yield number, (held[0], held[1]), held[2]
    if not columns:
        what = f"there is no row with the headings {', '.join(_COLUMNS)}."
        raise ProblemsError(
            "the summaries were not read.", [Problem(what, Where(path.name), "qualcode summaries export makes a sheet")]
        )


def _faults(material: Material, path: Path, row: int, place: Place) -> Iterator[Problem]:
    people = [one.id for one in material.respondents]
    themes = [theme.id for theme in material.codebook.themes]
    for held, known, what in ((place[0], people, "respondent"), (place[1], themes, "theme")):
        if held not in known:
            fix = "write it as qualcode summaries export has it, or leave the row out"
            yield Problem(f'there is no {what} "{held}".{did_you_mean(held, known)}', Where(path.name, row=row), fix)


def _repeated(path: Path, rows: Sequence[tuple[int, Place, str]]) -> Iterator[Problem]:
    """Two different summaries of one respondent on one theme: nobody can tell which is meant."""
    first: dict[Place, tuple[int, str]] = {}
    for row, place, text in rows:
        if text and place in first and first[place][1] != text:
            what = f"{place[0]} has two summaries on {place[1]}, the other in row {first[place][0]}."
            yield Problem(what, Where(path.name, row=row), "keep one of them")
        if text:
            first.setdefault(place, (row, text))
