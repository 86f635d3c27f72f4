"""The page: one file that any browser shows without a network, with findings, tables and interviews to filter."""

import base64
import hashlib
import json
from html import escape
from importlib.resources import files
from pathlib import Path

from qualcode.exporters.files import replacing
from qualcode.exporters.grid import Grid
from qualcode.exporters.page.data import page_data
from qualcode.exporters.page.tables import listing_html, theme_html
from qualcode.exporters.texts import visible
from qualcode.model.coded import Report
from qualcode.model.progress import Progress, Silent

_CONFIDENTIAL = (
    "Confidential: this page holds the words of respondents and their profiles. Keep it where the study is kept."
)
_FRAME = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; style-src '{style_hash}'; script-src '{script_hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{title}</h1>
<p class="mark">{mark}</p>
<nav aria-label="Parts of the page">{contents}</nav>
</header>
<main>
{tables}
<section id="passages" aria-labelledby="passages-title">
<h2 id="passages-title">What was said</h2>
<form id="filters" role="search" aria-label="Filter what was said"></form>
<p id="found" role="status"></p>
<ol id="list"></ol>
<p><button type="button" id="more" hidden>Show more</button></p>
<noscript><p>Filters and interviews need JavaScript, which this browser does not run.</p></noscript>
</section>
<section id="notes"><h2>Notes</h2><ul>{notes}</ul></section>
</main>
<script type="application/json" id="data">{data}</script>
<script>{script}</script>
</body>
</html>
"""


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
    style, script = (files(__name__).joinpath(name).read_text(encoding="utf-8") for name in ("page.css", "page.js"))
    listed = [(f"list-{one.id}", one.title, _foldable(listing_html(one))) for one in report.listings]
    tables = [(f"table{number}", table.title, theme_html(table, number)) for number, table in enumerate(report.tables)]
    parts = [*listed[:1], *tables, *listed[1:]]
    sections = [f'<section id="{id_}"><h2>{escape(title)}</h2>{html}</section>' for id_, title, html in parts]
    links = [*((id_, title) for id_, title, _ in parts), ("passages", "What was said"), ("notes", "Notes")]
    return _FRAME.format(
        language=escape(report.codebook.language),
        title=escape(visible(report.study)),
        mark=escape(report.published or _CONFIDENTIAL),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        contents=" ".join(f'<a href="#{id_}">{escape(title)}</a>' for id_, title in links),
        tables="\n".join(sections),
        notes="".join(f"<li>{escape(note)}</li>" for note in _notes(report)),
        data=_embedded(page_data(report)),
    )


def _foldable(html: str) -> str:
    """A long listing that is there for who opens it."""
    return f"<details><summary>Show the table</summary>{html}</details>"


def _notes(report: Report) -> list[str]:
    """Every note once: of the report, of its tables, of its listings."""
    of_tables = [note for table in report.tables for note in table.notes]
    of_listings = [note for listing in report.listings for note in listing.notes]
    return list(dict.fromkeys(map(visible, (*report.notes, *of_tables, *of_listings))))


def _embedded(data: object) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _hash(text: str) -> str:
    """What a page's policy calls the one script, or style, that may run."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
