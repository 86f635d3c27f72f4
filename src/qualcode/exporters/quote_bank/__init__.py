"""The quote bank: a document of quotes by theme and code, each with its label, ready to be pasted into a report."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from qualcode.exporters.claims import claims
from qualcode.exporters.files import replacing
from qualcode.exporters.grid import Grid
from qualcode.exporters.quote_bank.document import Paper
from qualcode.exporters.quote_bank.passages import HEADINGS, Passage, by_code
from qualcode.model.codebook import Code
from qualcode.model.coded import Report
from qualcode.model.progress import Progress, Silent

_CONFIDENTIAL = "Confidential: words of respondents. Check who could be recognised before anything of it is passed on."


def write(
    path: Path,
    report: Report,
    *,
    matrix: Grid = (),  # noqa: ARG001 - quotes only
    progress: Progress = Silent(),  # noqa: B008 - Silent holds nothing
) -> None:
    """Writes a Word document; the same report gives the same bytes.

    Raises QualcodeError where `path` is open elsewhere or cannot be written.
    """
    progress.start("Writing the quotes", len(report.segments))
    paper = Paper(report.published or "Confidential", language=report.codebook.language)
    found, counted = by_code(report), claims(report)
    _front(paper, report, counted)
    for theme in report.codebook.themes:
        if any(code.id in found for code in theme.codes):
            paper.heading(theme.name, 1)
            paper.note(counted.get(theme.id, ""))
            for code in theme.codes:
                _code(paper, code, counted.get(code.id, ""), found.get(code.id, {}), progress)
    with replacing(path) as draft:
        paper.save(draft, title="" if report.published else report.study)
    progress.finish()


def _front(paper: Paper, report: Report, counted: Mapping[str, str]) -> None:
    paper.title(report.study)
    paper.note(report.published or _CONFIDENTIAL)
    paper.note(f"Quotes by theme and code: {report.codebook.name}, version {report.codebook.version}.")
    for note in report.notes:
        paper.note(note)
    for theme in report.codebook.themes:
        paper.entry(theme.name, counted.get(theme.id, ""))


def _code(paper: Paper, code: Code, claim: str, found: Mapping[str, Sequence[Passage]], progress: Progress) -> None:
    """A code with its definition, the claim as counted, and its passages; nothing where it has none."""
    if not found:
        return
    paper.heading(code.name, 2)
    paper.note(code.definition)
    paper.note(claim)
    for heading in HEADINGS:
        if heading and heading in found:
            paper.heading(heading, 3)
        kind = ""
        for passage in found.get(heading, ()):
            one = passage.segment
            if one.respondent.type != kind:
                kind = one.respondent.type
                paper.kind(kind.replace("_", " ").capitalize())
            paper.quote(one.text, one.respondent.label or one.respondent.id, one.segment)
            progress.step()
