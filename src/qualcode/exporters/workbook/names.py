"""Names that a workbook gives its sheets and columns."""

import re
from collections.abc import Iterable, Mapping

from qualcode.model.coded import Report
from qualcode.model.respondent import Respondent
from qualcode.model.table import Listing, ThemeTable

README = "Read me"
THEMES = "Themes by profile"
RESPONDENTS = "Respondents by code"
QUOTES = "Quotes"
CODEBOOK = "Codebook"
CHARTS = "Charts"

TYPE_FIELD = "respondent_type"
_TAKEN = {name.casefold() for name in (README, RESPONDENTS, QUOTES, CODEBOOK, CHARTS, "History")}
_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]+")


def theme_sheets(tables: Iterable[ThemeTable], fields: Mapping[str, str]) -> tuple[str, ...]:
    """A sheet name for each table: "Themes by profile" for the first, the field's title for the others."""
    taken = set(_TAKEN)
    names: list[str] = []
    for table in tables:
        by = " and ".join(field_title(field, fields) for field in table.fields)
        wanted = f"Themes by {by or field_title('', fields)}" if names else THEMES
        names.append(_free(wanted, taken))
        taken.add(names[-1].casefold())
    return tuple(names)


def listing_sheets(listings: Iterable[Listing], taken: Iterable[str]) -> tuple[str, ...]:
    """A sheet name for each listing, its title where that is free."""
    used = _TAKEN | {name.casefold() for name in taken}
    names = []
    for listing in listings:
        names.append(_free(listing.title, used))
        used.add(names[-1].casefold())
    return tuple(names)


def table_field(table: ThemeTable) -> str:
    """The profile field a table is made by, the first of several, "" for none."""
    return table.fields[0] if table.fields else ""


def field_title(field: str, fields: Mapping[str, str]) -> str:
    """What a profile field is called in headings."""
    return fields.get(field) or readable(field) or "profile"


def field_heading(field: str, fields: Mapping[str, str]) -> str:
    """What a profile field is called at the top of a column."""
    title = field_title(field, fields)
    return title[:1].upper() + title[1:]


def readable(name: str) -> str:
    """An id as a reader would say it: `key_informant` as "key informant"."""
    return name.replace("_", " ")


def profile_fields(report: Report) -> tuple[str, ...]:
    """The fields that some respondent has a value of: the type, those of the tables, then in the study's order."""
    tabulated = [field for table in report.tables for field in table.fields]
    attributes = {field for person in report.respondents for field, values in person.attributes.items() if values}
    known = [*report.fields, *sorted(attributes)]
    wanted = [TYPE_FIELD, *(field for field in tabulated if field), *known]
    used = attributes | ({TYPE_FIELD} if any(person.type for person in report.respondents) else set())
    return tuple(field for field in dict.fromkeys(wanted) if field in used)


def profile_value(respondent: Respondent, field: str) -> str:
    """What a respondent's profile says of `field`, several values separated by "; "."""
    if field == TYPE_FIELD:
        return readable(respondent.type)
    return "; ".join(readable(value) for value in respondent.attributes.get(field, ()))


def _free(wanted: str, taken: set[str]) -> str:
    """`wanted` as a sheet may be called, numbered where the name is taken."""
    name = " ".join(_FORBIDDEN.sub(" ", wanted).split()).strip("'")
    number, free = 1, name[:_LONGEST].strip(" '")
    while free.casefold() in taken:
        number += 1
        suffix = f" {number}"
        free = name[: _LONGEST - len(suffix)].strip(" '") + suffix
    return free
