"""The top of the page: what it was made from, and who has looked at it."""

from collections import Counter

from qualcode.exporters.page.figures import text
from qualcode.model.coded import Report

CONFIDENTIAL = (
    "Confidential: this page holds the words of respondents and their profiles. Keep it where the study is kept."
)
_HOW = "Click a number to read the words behind it; the browser's Back button returns to the table."
_HOW_PUBLISHED = "Click a number for some quotes on its theme or code; the browser's Back button returns to the table."
_DECIDED = {
    "accepted": "accepted by a person",
    "edited": "changed by a person",
    "added": "added by a person",
    "rejected": "rejected by a person",
    "disputed": "disputed between people",
}


def about_html(report: Report) -> str:
    """The notes of the report and the facts it rests on; of a published one no numbers of people."""
    run, codebook = report.run, report.codebook
    themes, codes = len(codebook.themes), sum(1 for _ in codebook.codes())
    facts = [
        *([] if report.published else [_people(report), _reviewed(report)]),
        f"Codebook: {run.codebook_name}, version {run.codebook_version}, {themes} themes, {codes} codes.",
        *report.notes,
        _HOW_PUBLISHED if report.published else _HOW,
    ]
    return "".join(f"<li>{text(fact)}</li>" for fact in facts)


def _people(report: Report) -> str:
    types = Counter(person.type for person in report.respondents)
    named = ", ".join(f"{(kind or 'type not recorded').replace('_', ' ')} {count}" for kind, count in types.items())
    kinds = f" ({named})" if any(types) else ""
    return f"Respondents: {len(report.respondents)}{kinds}. Transcripts: {report.run.transcripts}."


def _reviewed(report: Report) -> str:
    """How many codings a person has decided on, and what."""
    states = Counter(segment.coding.status for segment in report.segments)
    decided = [f"{states[state]} {words}" for state, words in _DECIDED.items() if states[state]]
    unseen = sum(count for state, count in states.items() if state not in _DECIDED)
    waiting = f"{unseen} suggested by rules, which nobody has looked at yet"
    return f"Codings: {len(report.segments)}. {', '.join([*decided, *([waiting] if unseen else [])])}."
