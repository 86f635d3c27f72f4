"""Ways out of a study, one file or package a format; EXPORTERS finds the one for a file name.

Each is `write(path, report, *, matrix=(), progress=Silent())`. `matrix` is respondents by code as plain rows: a header
("respondent" and the code ids), then a respondent id and its counts; a format without room for it ignores it.
"""

from qualcode.registry import Registry

EXPORTERS = Registry(
    {
        ".xlsx": "qualcode.exporters.workbook:write",
        ".docx": "qualcode.exporters.quote_bank:write",
        ".html": "qualcode.exporters.page:write",
        ".csv": "qualcode.exporters.codings_csv:write",
        ".jsonl": "qualcode.exporters.codings_jsonl:write",
    }
)

READS_INTERVIEWS = frozenset((".html",))
"""Formats that show whole interviews, and need them in the report."""
