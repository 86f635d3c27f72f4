"""The profile fields of a list whose study declares none: its own columns, without those that could name somebody."""

import regex

from qualcode.model.source import Grid
from qualcode.readers.respondents.header import find_header, holds_contacts, is_identifying
from qualcode.readers.spelling import folded, tidy
from qualcode.settings import ProfileField, Settings

_LONGEST = 80
"""A column with longer cells holds remarks, in which anything may be told about a person, and no profile."""


def own_fields(grid: Grid, settings: Settings) -> dict[str, ProfileField]:
    """A field for every column of a list that is none of the usual ones and could not tell who somebody is."""
    header = find_header(grid.rows, settings)
    if header is None:
        return {}
    used = {*header.columns.values(), *(one for columns in header.clashes.values() for one in columns)}
    fields: dict[str, ProfileField] = {}
    for column, heading in enumerate(header.headings):
        cells = [cell for row in grid.rows[header.last + 1 :] if (cell := tidy(row[column]))]
        name = regex.sub(r"[^\p{L}\p{M}\p{N}]+", "_", folded(heading)).strip("_")
        identifying = is_identifying(heading) or holds_contacts(cells)
        if column not in used and name and cells and not identifying and max(map(len, cells)) <= _LONGEST:
            fields[name] = ProfileField(title=heading)
    return fields
