"""What each column of a survey export is: the system's, the profile's, an answer in somebody's words, or none."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import regex

from qualcode.readers.survey.table import Column, plain
from qualcode.settings import ProfileField, SurveySettings

_SYSTEM = frozenset(
    {
        "deviceid", "device id", "device info", "devicephonenum", "devicemodel", "subscriberid", "simid", "simserial",
        "imei", "phonenumber", "username", "text audit", "audio audit", "uuid", "rootuuid", "xform id string",
        "submission time", "submissiondate", "submission date", "validation status", "submitted by", "parent index",
        "parent table name", "geolocation", "attachments", "instanceid", "instancename", "instance id",
        "formdef version", "formdef id", "form version", "formversion", "duration in seconds", "duration (in seconds)",
        "caseid", "case id", "review status", "review quality", "review corrections", "reviewstate", "submitterid",
        "submittername",
        "attachmentspresent", "attachmentsexpected", "startdate", "enddate", "recordeddate", "responseid", "starttime",
        "endtime", "distributionchannel", "userlanguage", "externalreference",
    }
)  # fmt: skip
"""Headings that only programs use, in a group or not."""
_SYSTEM_AS_WRITTEN = frozenset(
    {
        "start", "end", "today", "audit", "_notes", "_status", "_tags", "_index", "_version_", "__version__", "_id",
        "key", "parent_key", "duration", "progress", "finished", "status", "edits", "index", "review_comments",
        "start time", "end time", "start_time", "end_time", "version",
    }
)  # fmt: skip
"""Headings that are the system's only as they stand: a question in a group may well be called `journey/start`."""
_META = regex.compile(r"meta[/:.-].+|set of .+")
_PRIVATE = regex.compile(
    r"(?:.*\b)?(?:gps|latitude|longitude|altitude|precision|accuracy|geopoint|geo ?location|coordinates?)"
    r"|(?:.*\b)?(?:phone|telephone|mobile|whatsapp|viber)(?: (?:number|no\.?|contact))?|(?:.*\b)?e-?mail(?: address)?"
    r"|(?:.*\b)?ip ?address|ip|(?:recipient|respondent|participant|interviewee|contact|person|first|last|full|family|"
    r"sur|middle|nick|given|father|mother)[ ’'s]*(?:first |last )?name|name|surname|names?(?: and surname)?|"
    r"name of (?:the )?(?:respondent|participant|interviewee|person|enumerator|interviewer|interpreter)"
    r"|(?:enumerator|interviewer|surveyor|data collector|collector|supervisor|field ?worker)\b.*"
)
_COORDINATES = regex.compile(r"-?\d{1,3}\.\d{2,}[ ,;]+-?\d{1,3}\.\d{2,}(?:[ ,;]+-?[\d.]+){0,2}")
_ADDRESS = regex.compile(r"[\w.+-]+@[\w-]+\.[\w.]+")
_QUESTION = regex.compile(
    r"(?:\W*\d+\W+)?(?:how|what|why|when|where|who|whom|which|did|do|does|have|has|had|can|could|would|will|were|was|is|are|"
    r"should|tell|describe|please|in your|if)\b(?:\s+\S+){2,}",
    regex.IGNORECASE,
)
_NOT_THEIR_WORDS = regex.compile(r"(?:.*\b)?(?:notes?|remarks?|observations?|comments?|consent\b.*)")
_LONGEST = 80
"""A column with longer cells holds remarks, in which anything may be told about a person, and no profile."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """The columns by what they are; every column is in exactly one of the first five."""

    answers: tuple[Column, ...]
    profile: Mapping[str, Column]
    """Profile field to its column."""
    system: tuple[Column, ...]
    """Dropped: what the device recorded, and what could identify a person."""
    options: tuple[Column, ...]
    others: tuple[Column, ...]
    declared: bool
    """Whether study.yaml names the answers; else they were found by their content."""


def kinds_of(
    columns: Sequence[Column],
    settings: SurveySettings,
    fields: Mapping[str, ProfileField],
    *,
    identifying: Iterable[Column] = (),
    own_profile: bool = False,
) -> Kinds:
    """What each of `columns` is; `identifying` are those that name the row or the respondent.

    With `own_profile` the columns left over are the profile, but for those with long remarks.
    """
    spoken_for = {column.index for column in identifying}
    asked = {column.index for column in columns if column.called(*settings.questions)}
    profile = _profile(columns, fields, asked)
    spoken_for |= {column.index for column in profile.values()} - asked
    rest = [column for column in columns if column.index not in spoken_for | asked]
    options = [column for column in rest if column.option]
    system = [column for column in rest if not column.option and is_system(column, settings)]
    sorted_out = {column.index for column in (*options, *system)}
    rest = [column for column in rest if column.index not in sorted_out]
    found = [column for column in rest if not settings.questions and _is_answer(column)]
    answers = [column for column in columns if column.index in asked or column in found]
    others = [column for column in rest if column not in found and column.filled]
    if own_profile and answers:
        profile = {_slug(column.heading): column for column in others if max(map(len, column.filled)) <= _LONGEST}
        others = [column for column in others if column not in profile.values()]
    return Kinds(tuple(answers), profile, tuple(system), tuple(options), tuple(others), bool(settings.questions))


def _slug(heading: str) -> str:
    """A heading as the name of a profile field."""
    return "_".join(regex.findall(r"[\p{L}\p{M}\p{N}]+", heading.casefold()))


def _profile(columns: Sequence[Column], fields: Mapping[str, ProfileField], asked: set[int]) -> dict[str, Column]:
    """The column of each profile field, by its name, its title or the headings study.yaml lists for it."""
    found: dict[str, Column] = {}
    for name, field in fields.items():
        matching = [column for column in columns if column.called(name, field.title, *field.columns)]
        if matching and matching[0].index not in asked:
            found[name] = matching[0]
    return found


def is_system(column: Column, settings: SurveySettings) -> bool:
    """Whether a column holds what a device recorded or what could identify somebody, and is not kept by study.yaml."""
    if column.called(*settings.keep):
        return False
    written = column.heading.strip().casefold()
    if _META.fullmatch(written) or written in _SYSTEM_AS_WRITTEN or any(title in _SYSTEM for title in column.titles):
        return True
    if any(_PRIVATE.fullmatch(title) for title in column.titles if _is_short(title)):
        return True
    return _mostly(column, _COORDINATES) or _mostly(column, _ADDRESS)


def _is_short(heading: str) -> bool:
    """Whether a heading is a name and no question."""
    return "?" not in heading and len(heading.split()) <= 5


def _mostly(column: Column, pattern: "regex.Pattern[str]") -> bool:
    filled = column.filled
    return bool(filled) and sum(1 for cell in filled if pattern.fullmatch(cell.strip())) >= 0.5 * len(filled)


def _is_answer(column: Column) -> bool:
    """Whether a column holds answers in the respondents' words, by its cells and by its heading."""
    filled = [cell.strip() for cell in column.filled]
    if not filled or all(_is_value(cell) for cell in filled):
        return False
    asks = any("?" in name or _QUESTION.match(name) for name in (column.heading, column.question))
    if not asks and any(_NOT_THEIR_WORDS.fullmatch(plain(name)) for name in (column.name, column.label)):
        return False
    if any(name.rstrip().endswith("?") for name in (column.heading, column.label)):
        return True
    sizes = [len(cell.split()) for cell in filled]
    long = sum(1 for size in sizes if size > 3) / len(sizes)
    return (long >= 0.5 or sum(sizes) / len(sizes) >= 5) and not _is_choice(filled, max(sizes))


def _is_value(cell: str) -> bool:
    """Whether a cell is a number, a date, a time or a link."""
    return (
        regex.fullmatch(r"[\d\s.,:/+%€$T-]+Z?|https?://\S+|\S+\.(?:jpe?g|png|mp[34]|m4a|wav|amr|3gpp|csv)", cell)
        is not None
    )


def _is_choice(filled: Sequence[str], longest: int) -> bool:
    """Whether the same few short phrases come back, as in a closed question."""
    distinct = len({cell.casefold() for cell in filled})
    return len(filled) >= 4 and longest <= 12 and distinct <= max(1, 0.4 * len(filled))
