"""The header of a respondent list: which row it is, which column is what, and which columns are none of the study's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import regex

from qualcode.readers.spelling import folded, tidy
from qualcode.settings import Settings

Rows = Sequence[Sequence[str]]

_DEEPEST = 50
"""A header below this many rows is no header any more."""
_WORDS = {
    "respondent_id": (
        *("respondent id", "respondent code", "respondent no", "respondent number", "respondent nr", "resp id"),
        *("resp no", "resp nr", "resp code", "resp", "participant id", "participant code", "participant no"),
        *(
            "participant number",
            "interviewee id",
            "interviewee code",
            "interviewee no",
            "informant id",
            "informant code",
        ),
        *("case id", "case no", "interview id", "interview code", "interview no", "interview number", "unique id"),
        *("anonymous id", "anonymised id", "study id", "pid", "identifier", "id", "id code", "id no", "code"),
        *("respondent", "participant", "interviewee", "informant"),
    ),
    "respondent_type": (
        *("respondent type", "type of respondent", "participant type", "type of participant", "respondent category"),
        *("respondent group", "type of interview", "interview type", "type", "category"),
    ),
    "file": (
        *(
            "file",
            "file name",
            "filename",
            "name of file",
            "transcript file",
            "transcript file name",
            "transcript name",
        ),
        *("transcript", "transcripts", "transcript id", "files", "document"),
    ),
    "speaker": ("speaker", "speaker label", "label in transcript", "label in the transcript"),
    "consent_status": (
        *("consent status", "consent", "status of consent", "consent given", "informed consent", "consent obtained"),
        *("consented", "gave consent"),
    ),
}
_OF_RESPONDENT = regex.compile(
    r"^(?:respondent|participant|interviewee)s?(?: s)? | of (?:the )?(?:respondent|participant|interviewee)$"
)
_BRACKETS = regex.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_IDENTIFYING = regex.compile(
    r"\b(?:names?|surnames?|firstname|lastname|fullname|nickname|initials|alias|phones?|telephone|tel|mobile|cell|whatsapp|"
    r"viber|telegram|e ?mail|mail|address|street|contacts?|facebook|instagram|passport|national id|id card|id number|"
    r"signature|date of birth|birth ?date|dob|gps|latitude|longitude|coordinates|enumerator|interviewer|researcher|"
    r"imei|ip)\b"
)
_CONTACT = regex.compile(r"[^\s@]+@[^\s@]+\.\p{L}{2,}|(?:\+|\b00)[\d\s()/.-]{8,}\d")


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands and what it says."""

    first: int
    """Index of its first row."""
    last: int
    """Index of its last row: some headers take two."""
    columns: Mapping[str, int]
    """`respondent_id`, `respondent_type`, `file`, `speaker`, `consent_status` and profile fields to their column."""
    headings: tuple[str, ...]
    """What stands above each column."""
    clashes: Mapping[str, tuple[int, ...]]
    """What several columns could be with the same right."""


def expected_headings(settings: Settings) -> tuple[str, ...]:
    """The headings a list of this study may have, the plainest name of each."""
    return ("respondent_id", *(name for name in _WORDS if name != "respondent_id"), *settings.fields)


def find_header(rows: Rows, settings: Settings) -> Header | None:
    """The header: the row, or two rows together, that hold most known headings and the id among them."""
    vocabulary = _vocabulary(settings)
    best: Header | None = None
    for index in range(min(len(rows), _DEEPEST)):
        single = _header(rows, index, index, vocabulary)
        double = _header(rows, index, index + 1, vocabulary) if index + 1 < len(rows) else None
        for found in (single, double):
            if found and "respondent_id" in found.columns and (best is None or _worth(found) > _worth(best)):
                best = found
    return best


def _worth(header: Header) -> tuple[int, bool]:
    """How good a header is: by known headings, and one row rather than two."""
    return (len(header.columns), header.first == header.last)


def likely_headings(rows: Rows, settings: Settings) -> tuple[str, ...]:
    """What stands in the row that looks most like a header, for a message."""
    vocabulary = _vocabulary(settings)
    near = rows[:_DEEPEST]
    known = [sum(1 for cell in row if _meaning(cell, vocabulary)) for row in near]
    filled = [sum(1 for cell in row if tidy(cell)) for row in near]
    if not near or not any(filled):
        return ()
    best = max(range(len(near)), key=lambda index: (known[index], filled[index] > 1, -index))
    return tuple(tidy(cell) for cell in near[best] if tidy(cell))


def is_identifying(heading: str) -> bool:
    """Whether a heading announces what could tell who somebody is: a name, a telephone number, an address."""
    return bool(_IDENTIFYING.search(folded(heading)))


def holds_contacts(cells: Iterable[str]) -> bool:
    """Whether telephone numbers or e-mail addresses stand in a column."""
    return any(_CONTACT.search(cell) for cell in cells)


def _vocabulary(settings: Settings) -> dict[str, tuple[str, int]]:
    """Folded headings to what they mean and their rank: the study's own first, then plain names, then usual words."""
    own = [(heading, name) for name, headings in settings.columns.items() for heading in headings]
    plain = [(name, name) for name in _WORDS]
    for name, field in settings.fields.items():
        plain += [(heading, name) for heading in (name, field.title, *field.columns) if heading]
    usual = [(heading, name) for name, headings in _WORDS.items() for heading in headings]
    found: dict[str, tuple[str, int]] = {}
    for rank, (heading, name) in enumerate([*own, *plain, *usual]):
        found.setdefault(folded(heading), (name, rank))
    return found


def _meaning(heading: str, vocabulary: Mapping[str, tuple[str, int]]) -> tuple[str, int] | None:
    """What a heading means, also without what it says in brackets or about the respondent."""
    whole, bare = folded(heading), folded(_BRACKETS.sub(" ", heading))
    forms = (whole, bare, _OF_RESPONDENT.sub("", bare))
    return next((vocabulary[form] for form in forms if form in vocabulary), None)


def _header(rows: Rows, first: int, last: int, vocabulary: Mapping[str, tuple[str, int]]) -> Header:
    """What the rows from `first` to `last` say as a header."""
    headings: list[str] = []
    meanings: list[tuple[str, int] | None] = []
    for top, bottom in zip(rows[first], rows[last], strict=True):
        choices = [tidy(bottom)] if first == last else [tidy(bottom), tidy(f"{top} {bottom}"), tidy(top)]
        heading = next((one for one in choices if _meaning(one, vocabulary)), next((one for one in choices if one), ""))
        headings.append(heading)
        meanings.append(_meaning(heading, vocabulary))
    columns: dict[str, int] = {}
    clashes: dict[str, tuple[int, ...]] = {}
    for name in dict.fromkeys(meaning[0] for meaning in meanings if meaning):
        ranked = [(meaning[1], column) for column, meaning in enumerate(meanings) if meaning and meaning[0] == name]
        same = tuple(column for rank, column in ranked if rank == min(ranked)[0])
        with_content = tuple(one for one in same if any(tidy(row[one]) for row in rows[last + 1 :]))
        columns[name] = (with_content or same)[0]
        if len(with_content) > 1:
            clashes[name] = with_content
    return Header(first, last, columns, tuple(headings), clashes)
