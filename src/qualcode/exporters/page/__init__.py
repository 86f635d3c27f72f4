"""The page: one file that any browser shows without a network, with findings, tables and interviews to filter."""

import base64
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template

from qualcode.exporters.files import replacing
from qualcode.exporters.grid import Grid
from qualcode.exporters.page.about import CONFIDENTIAL, about_html
from qualcode.exporters.page.data import page_data
from qualcode.exporters.page.figures import Figures, text
from qualcode.exporters.page.listings import listing_html
from qualcode.exporters.page.themes import theme_html
from qualcode.model.coded import Report
from qualcode.model.progress import Progress, Silent

_PASSAGES = "What was said"


@dataclass(frozen=True, slots=True)
class _Part:
    """A section of the page that can be folded; what is folded is not printed."""

    id: str
    title: str
    html: str
    is_open: bool


def write(
    path: Path,
    report: Report,
    *,
    matrix: Grid = (),  # noqa: ARG001 - the tables are enough
    progress: Progress = Silent(),  # noqa: B008 - Silent holds nothing
) -> None:
    """Writes one HTML file, which loads nothing from anywhere; the same report gives the same bytes.

    Raises QualcodeError where `path` is open elsewhere or cannot be written.
    """
    progress.start("Writing the page", 1)
    with replacing(path) as draft:
        draft.write_text(_page(report), encoding="utf-8", newline="\n")
    progress.step()
    progress.finish()


def _page(report: Report) -> str:
    figures = Figures()
    parts = _parts(report, figures)
    frame, style, script = map(_packaged, ("page.html", "page.css", "page.js"))
    links = [*((part.id, part.title) for part in parts), ("passages", _PASSAGES)]
    return Template(frame).substitute(
        title=text(report.study),
        mark=text(report.published or CONFIDENTIAL),
        about=about_html(report),
        contents="".join(f'<li><a href="#{id_}">{text(title)}</a></li>' for id_, title in links),
        tables="\n".join(map(_section, parts)),
        passages=_PASSAGES,
        language=text(report.codebook.language),
        data=_embedded({**page_data(report), "figures": figures.packed}),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _parts(report: Report, figures: Figures) -> Sequence[_Part]:
    """The first listing, which is the findings, then the theme tables, then what readers unfold when they need it."""
    listed = [
        _Part(f"list-{one.id}", one.title, listing_html(one, figures), is_open=number == 0)
        for number, one in enumerate(report.listings)
    ]
    tables = [
        _Part(f"table{number}", table.title, theme_html(table, figures), is_open=True)
        for number, table in enumerate(report.tables)
    ]
    return [*listed[:1], *tables, *listed[1:]]


def _section(part: _Part) -> str:
    shown = " open" if part.is_open else ""
    return (
        f'<section id="{text(part.id)}"><details{shown}><summary><h2>{text(part.title)}</h2></summary>'
        f"{part.html}</details></section>"
    )


def _packaged(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


def _embedded(data: object) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _hash(source: str) -> str:
    """What a page's policy calls the one script, or style, that may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
