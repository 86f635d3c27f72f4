"""Which interview a file is: its id, its respondents, and where name, header and list contradict each other."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.respondent import Respondent
from qualcode.readers.dates import AmbiguousDateError, parse_date
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.settings import Settings

_DATE_FIELDS = ("date", "datum", "interview date", "date of interview", "day")
_ID_FIELDS = (
    "id",
    "interview id",
    "interview no",
    "interview number",
    "interview code",
    "respondent id",
    "participant id",
    "participant code",
    "respondent code",
    "transcript id",
    "code",
)


@dataclass(frozen=True, slots=True)
class Identity:
    """A transcript's id, and the rows of the respondent list that are its respondents'."""

    id: str
    respondents: tuple[Respondent, ...]


def plain_id(name: str) -> str:
    """A file's stem as an id: composed letters, no spaces, no colon, so that it is the same on every machine."""
    return re.sub(r"[\s:]+", "_", unicodedata.normalize("NFC", name).strip())


def identify(path: PurePath, respondents: Sequence[Respondent]) -> Identity:
    """The id of the transcript in `path`: the respondent's where the file is one person's only, else its stem."""
    stem = plain_id(path.stem)
    names = {_folded(path.name), _folded(path.stem), _folded(stem)}
    listed = [one for one in respondents if any(_folded(PurePath(file).name) in names for file in one.files)]
    if not listed:
        listed = [one for one in respondents if _folded(one.id) in names]
        return Identity(listed[0].id if listed else stem, tuple(listed))
    if len(listed) == 1 and len(listed[0].files) == 1:
        return Identity(listed[0].id, tuple(listed))
    return Identity(stem, tuple(listed))


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).strip().casefold()


def name_fields(stem: str, pattern: str) -> Mapping[str, str] | None:
    """What a file name says by the study's pattern (`{type}_{country}_{number}`), None where it does not fit."""
    if not pattern:
        return {}
    parts = regex.split(r"(\{[a-z_]+\}|\*)", pattern)
    built = "".join(
        f"(?P<{part[1:-1]}>[^_]+?)" if part.startswith("{") else (".*" if part == "*" else regex.escape(part))
        for part in parts
    )
    found = regex.fullmatch(built, unicodedata.normalize("NFC", stem), regex.IGNORECASE)
    return found.groupdict() if found else None


def contradictions(
    path: PurePath, identity: Identity, header: Mapping[str, str], settings: Settings
) -> tuple[Problem, ...]:
    """Errors where file name, header and respondent list say different things about one interview."""
    problems: list[Problem] = []
    named = name_fields(path.stem, settings.file_names)
    if len(identity.respondents) == 1:
        problems += _against_list(path, named or {}, identity.respondents[0], settings)
    stated = next((header[name] for name in _ID_FIELDS if header.get(name)), "")
    if _contradicts(stated, path, identity):
        problems.append(
            Problem(
                f"the header of the file gives the id {stated}, but the file is {identity.id}.",
                Where(path.name),
                "correct the header, the file's name or the respondent list's file column",
            )
        )
    return tuple(problems)


_PLAIN = frozenset(("", "interview", "int", "transcript", "participant", "respondent", "p", "r", "id", "no", "nr"))
"""Words before a number that name no scheme of their own."""


def _contradicts(stated: str, path: PurePath, identity: Identity) -> bool:
    """Whether an id in the header is another interview's: of the same scheme as the file's, with another number.

    `7` in `dana_final.docx` or `KII_7` in `SRB-12.docx` say nothing about each other.
    """
    if len(stated.split()) != 1 or not regex.search(r"\d", stated):
        return False
    names = [identity.id, path.stem, *(one.id for one in identity.respondents)]
    schemes = [_scheme(name) for name in names]
    own = _scheme(stated)
    if own in schemes or any(numbers[-1:] == own[1] for letters, numbers in schemes if own[0] in _PLAIN):
        return False
    alike = [letters == own[0] or {letters, own[0]} <= _PLAIN for letters, numbers in schemes if numbers]
    return any(alike)


def _scheme(name: str) -> tuple[str, tuple[int, ...]]:
    """An id as its letters and its numbers, so that `KII_03`, `kii-3` and `KII 3` are one."""
    letters = "".join(regex.findall(r"\p{L}+", name.casefold()))
    return letters, tuple(int(number) for number in regex.findall(r"\d+", name))


def _against_list(path: PurePath, named: Mapping[str, str], one: Respondent, settings: Settings) -> list[Problem]:
    """Errors where the file name's fields differ from the respondent's row."""
    problems = []
    for field, written in named.items():
        listed, said = _field_values(field, written, one, settings)
        if said and listed and said not in listed:
            problems.append(
                Problem(
                    f'the file name says {field} "{written}", '
                    f'the respondent list says "{", ".join(listed)}" for {one.id}.',
                    Where(path.name),
                    "correct the file's name or the row of the list",
                )
            )
    return problems


def _field_values(field: str, written: str, one: Respondent, settings: Settings) -> tuple[tuple[str, ...], str]:
    """What the list holds for a field, and what the name says in the study's own words ("" where it cannot be told)."""
    if field in ("type", "respondent_type"):
        return (one.type,) if one.type else (), _mapped(written, dict(settings.respondent_types))
    declared = settings.fields.get(field)
    if declared is None:
        return (), ""
    choices = {
        **{value: (value,) for value in declared.values},
        **{value: (value, *words) for value, words in declared.aliases.items()},
    }
    return one.attributes.get(field, ()), _mapped(written, choices)


def _mapped(written: str, choices: Mapping[str, Sequence[str]]) -> str:
    """The study's own value for a spelling, "" where no alias has it."""
    folded = key_of(written)
    return next(
        (value for value, words in choices.items() if folded in {key_of(value), *(key_of(word) for word in words)}), ""
    )


def interview_date(
    path: PurePath, identity: Identity, header: Mapping[str, str], settings: Settings
) -> tuple[str, tuple[Problem, ...]]:
    """When the interview was held (ISO 8601, "" where unknown); what differs, or reads two ways."""
    stated = next((header[name] for name in _DATE_FIELDS if header.get(name)), "")
    listed = identity.respondents[0].attributes.get("interview_date", ()) if len(identity.respondents) == 1 else ()
    declared = settings.transcript(identity.id, path.name).date
    found: dict[str, str] = {}
    for place, written in (
        ("study.yaml", declared),
        ("the header", stated),
        ("the respondent list", "".join(listed[:1])),
        ("the file name", path.stem),
    ):
        try:
            iso = parse_date(written, order=settings.dates) if written else ""
        except AmbiguousDateError:
            if place == "the file name" or declared:
                continue
            if listed and _could_be(written, listed[0]):
                continue
            what = f'the date "{written}" in {place} can be read two ways; it is left open.'
            fix = "dates: day-first (or month-first) in study.yaml, then import again"
            return "", (Problem(what, Where(path.name), fix, Severity.WARNING),)
        if iso:
            found[place] = iso
    if "study.yaml" not in found and len(set(found.values())) > 1:
        said = " and ".join(f"{place} says {iso}" for place, iso in found.items())
        return "", (Problem(f"the dates differ: {said}.", Where(path.name), "correct the one that is wrong"),)
    return next(iter(found.values()), ""), ()


def _could_be(written: str, iso: str) -> bool:
    """Whether one reading of an ambiguous date is the one the list gives."""
    readings = {parse_date(written, order="day-first"), parse_date(written, order="month-first")}
    return iso in readings
