"""The first sheet: what the workbook was made from, how to read it, and where to go."""

from collections import Counter
from collections.abc import Sequence

from qualcode.exporters.workbook.look import ALARM, MUTED, PLAIN, THEME_FILL, WRAPPED
from qualcode.exporters.workbook.names import CHARTS, CODEBOOK, QUOTES, RESPONDENTS, readable
from qualcode.exporters.workbook.sheet import Field, Sheet
from qualcode.model.coded import Report
from qualcode.model.table import WITHHELD

WIDTHS = (28.0, 110.0)

CONFIDENTIAL = (
    "This file holds the words of respondents and the profiles that stand beside them. Keep it where "
    "the study is kept, and do not pass it on or publish from it without checking who could be recognised."
)

_HOW_TO_READ = (
    ("Respondents first", "How many different people speak of a theme or code. A theme counts each person once."),
    ("Mentions second", "How often: neighbouring sentences of one turn with the same code are one mention."),
    (
        "Mentions of a theme",
        "Neighbouring sentences with any code of the theme are one mention: fewer than its codes' mentions added up.",
    ),
    ("n", "How many respondents the group has, whether they speak of anything or not."),
    ("Any theme", "People who speak of at least one theme, and the mentions of all themes added up."),
    ("Small groups", 'Give shares as percentages from n = 10; below, write "1 of 3".'),
    (
        "Blue",
        "Blue cells are links. A number leads to its quotes, a quote's code id and respondent lead back. "
        "Excel opens 65,530 links a sheet: in a longer one the last rows have none.",
    ),
    ("Several quotes", "A link marks all quotes behind a number where they stand together, else the first of them."),
    ("Suggested", "A rule of the codebook found it and nobody has looked yet. It is a suggestion, not a finding."),
    (
        "Quotes",
        "Word for word as transcribed. Long ones are divided into numbered rows, never cut. A symbol such as ␀ or ␦ "
        "stands for a character in the file that a workbook cannot hold.",
    ),
    ("Two rows, one quote", "Two rules that find the same sentence give two rows, and one mention."),
    ("Said by", "The respondent, or an interpreter who renders the respondent's words."),
    ("Where in the file", "Where the turn begins in the source file: its page, paragraph, row or time."),
)

_PUBLISHED = (
    ("Respondents", "How many different people speak of a theme or code. A theme counts each person once."),
    (WITHHELD, "A number that is too small to be told, or that would tell such a number beside others."),
    ("n", "How many respondents the group has, whether they speak of anything or not."),
    ("Small groups", 'Give shares as percentages from n = 10; below, write "1 of 3".'),
    (
        "Quotes",
        "Some of many, word for word as transcribed; how many stand here says nothing about how often it is said.",
    ),
    ("Blue", "Blue cells are links. A number leads to quotes of its theme or code, whoever said them."),
)

SHOWS = {
    CHARTS: "Themes by group as bars, beside the numbers they are drawn from.",
    RESPONDENTS: "One row a respondent, one column a code: how often each person speaks of each code.",
    QUOTES: "Every coding in the words that were said, with who said it, where, and which rule found it.",
    CODEBOOK: "What each code means, when to use it, and the rules that look for it.",
}
"""What the sheets show that are in every workbook."""

SOME_QUOTES = "Some quotes of each code that enough respondents speak of, each under a label that enough of them share."


def fill(sheet: Sheet, report: Report, contents: Sequence[tuple[str, str]]) -> None:
    """Writes the whole sheet; `contents` are the names of the others, in order, each with what it shows."""
    sheet.plain_paper()
    sheet.append([Field(report.study, PLAIN.but(bold=True, size=18))], height=27)
    sheet.append([Field("Themes by respondent profile", PLAIN.but(size=12, color=MUTED))], height=18)
    sheet.append([])
    mark = "For publication" if report.published else "Confidential"
    sheet.append([Field(mark, PLAIN.but(bold=True, color=ALARM)), Field(report.published or CONFIDENTIAL, WRAPPED)])
    _section(sheet, "What it was made from", _made_from(report))
    _heading(sheet, "Sheets")
    for title, about in contents:
        sheet.append([Field(title, PLAIN, f"{_quoted(title)}!A1"), Field(about, WRAPPED)])
    _section(sheet, "How to read it", _PUBLISHED if report.published else _HOW_TO_READ)
    _section(sheet, "Notes", [("", note) for note in report.notes])
    for table in report.tables:
        _section(sheet, f"Notes on: {table.title}", [("", note) for note in table.notes])


def _quoted(title: str) -> str:
    return "'" + title.replace("'", "''") + "'"


def _heading(sheet: Sheet, title: str) -> None:
    look = PLAIN.but(bold=True, fill=THEME_FILL)
    sheet.append([])
    sheet.append([Field(title, look), Field("", look)])


def _section(sheet: Sheet, title: str, lines: Sequence[tuple[str, str]]) -> None:
    """A heading and its lines; nothing where there are none."""
    if not lines:
        return
    _heading(sheet, title)
    for name, text in lines:
        sheet.append([Field(name, WRAPPED.but(bold=True)) if name else None, Field(text, WRAPPED)])


def _made_from(report: Report) -> list[tuple[str, str]]:
    run, codebook = report.run, report.codebook
    coded = [] if report.published else _coded(report)
    themes, codes = len(codebook.themes), sum(1 for _ in codebook.codes())
    return [
        ("Study", report.study),
        *coded,
        ("Codebook", f"{run.codebook_name}, version {run.codebook_version}: {themes} themes, {codes} codes"),
        ("Codebook hash (SHA-256)", run.codebook_hash),
        ("Matching engine", f"version {run.engine}"),
        ("Language model (SHA-256)", run.model or "none was needed"),
    ]


def _coded(report: Report) -> list[tuple[str, str]]:
    return [
        ("Respondents", f"{len(report.respondents)}{_by_type(report)}"),
        ("Transcripts", str(report.run.transcripts)),
        ("Codings", f"{len(report.segments)} in this file"),
    ]


def _by_type(report: Report) -> str:
    types = Counter(person.type for person in report.respondents)
    named = [f"{readable(kind) or 'type not recorded'} {count}" for kind, count in types.most_common()]
    return f" ({', '.join(named)})" if any(types) else ""
