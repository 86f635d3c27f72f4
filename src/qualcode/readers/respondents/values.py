"""Cells of a respondent list in the study's own words: aliases mapped and counted, nothing guessed."""

from collections import Counter
from collections.abc import Iterator, Mapping

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.respondent import Consent
from qualcode.readers.dates import AmbiguousDateError, parse_date
from qualcode.readers.respondents.countries import spellings
from qualcode.readers.spelling import folded, listed, nearest, short, tidy
from qualcode.settings import ProfileField, Settings

_NOT_RECORDED = frozenset(
    (
        *("", "n a", "na", "nan", "null", "nr", "n r", "unknown", "not known", "not recorded", "not stated", "missing"),
        *("no data", "not available", "not applicable", "none recorded", "#n a", "?", "??", "???"),
    )
)
_CONSENT = {
    Consent.ACTIVE: (
        *("active", "yes", "y", "true", "given", "consented", "granted", "obtained", "agreed", "signed", "written"),
        *("verbal", "oral", "ok", "recorded", "verbal on transcript", "verbal consent", "oral consent"),
        *("written consent", "consent given", "yes verbal", "yes oral", "yes written", "yes signed"),
    ),
    Consent.WITHDRAWN: ("withdrawn", "no", "n", "false", "refused", "declined", "not given", "not obtained"),
    Consent.UNKNOWN: ("unknown", "pending", "unclear"),
}
_WITHDRAWN = regex.compile(r"\b(?:withdrawn?|withdrew|withdraws|revoked|retracted)\b")
_DENIED = regex.compile(r"\b(?:not|never|no|t|if|can|could)\b.*(?:withdr|revo|retr)|\bmay withdr")
_SEVERAL = regex.compile(r"[;,/\n]")
_YES_NO = {"yes": ("y", "true"), "no": ("n", "false")}


class UnreadableValueError(ValueError):
    """A cell that cannot be put in the study's words: what is wrong, and how to mend it."""

    def __init__(self, what: str, fix: str) -> None:
        super().__init__(what)
        self.what = what
        self.fix = fix


def is_recorded(cell: str) -> bool:
    """Whether a cell says anything: "n/a", "-" and "not recorded" do not."""
    return folded(cell) not in _NOT_RECORDED


class Values:
    """Reads cells by field, and remembers every spelling it changed."""

    def __init__(self, settings: Settings, *, declared: bool = True) -> None:
        self._settings = settings
        self._declared = declared
        self._fields = {name: _field_choices(field) for name, field in settings.fields.items()}
        self._types = _choices({name: (name, *words) for name, words in settings.respondent_types.items()})
        self._consent = _choices({one.value: words for one, words in _CONSENT.items()})
        self.mapped: Counter[tuple[str, str, str]] = Counter()
        """Field, spelling in the list, the study's own word: how many cells."""

    def respondent_type(self, cell: str) -> str:
        """The respondent type of a cell, "" where none is recorded; UnreadableValueError where it is none."""
        if not self._types or not is_recorded(cell):
            return tidy(cell) if is_recorded(cell) else ""
        return self._chosen("respondent_type", tidy(cell), self._types)

    def consent(self, cell: str) -> Consent:
        """The consent a cell tells of; UnreadableValueError where it could be anything."""
        written = tidy(cell)
        if not is_recorded(cell):
            return Consent.UNKNOWN
        if _WITHDRAWN.search(folded(cell)) and not _DENIED.search(folded(cell)):
            return Consent(self._noted("consent_status", written, Consent.WITHDRAWN.value))
        if folded(cell) not in self._consent:
            raise UnreadableValueError(
                f'"{short(written)}" does not say whether consent is given.', "write active, withdrawn or unknown"
            )
        return Consent(self._noted("consent_status", written, self._consent[folded(cell)]))

    def attribute(self, name: str, cell: str) -> tuple[str, ...]:
        """The values of a profile field; UnreadableValueError where the field cannot hold what is written."""
        field, choices = self._settings.fields[name], self._fields[name]
        if folded(cell) in choices:
            return (self._chosen(name, tidy(cell), choices),)
        if not is_recorded(cell):
            return ()
        if self._declared and _is_date(name, field):
            return (self._date(tidy(cell)),)
        parts = [tidy(part) for part in _SEVERAL.split(cell)] if field.several else [tidy(cell)]
        parts = [part for part in parts if is_recorded(part)]
        if not field.values:
            return tuple(dict.fromkeys(self._known(name, part, choices) for part in parts))
        try:
            return tuple(dict.fromkeys(self._chosen(name, part, choices, allowed=field.values) for part in parts))
        except UnreadableValueError as fault:
            if not field.several and all(folded(part) in choices for part in _SEVERAL.split(cell)):
                fault.fix = (
                    f"where {name} may hold several values, write several: true under fields: {name}: in study.yaml"
                )
            raise

    def notes(self, place: Where) -> Iterator[Problem]:
        """Every spelling that was changed, once, with how often."""
        for (name, written, value), count in self.mapped.items():
            times = "1 row" if count == 1 else f"{count} rows"
            what = f'{name}: "{short(written)}" was read as "{value}" ({times}).'
            yield Problem(what, place, severity=Severity.NOTE)

    def _known(self, field: str, written: str, choices: Mapping[str, str]) -> str:
        """The study's word where it has one, else what is written."""
        return self._noted(field, written, choices.get(folded(written), written))

    def _chosen(self, field: str, written: str, choices: Mapping[str, str], *, allowed: tuple[str, ...] = ()) -> str:
        """The study's word for what is written."""
        if folded(written) in choices:
            return self._noted(field, written, choices[folded(written)])
        meant = nearest(written, choices)
        options = listed(allowed or dict.fromkeys(choices.values()))
        advice = f'did you mean "{meant}"? ' if meant else ""
        raise UnreadableValueError(
            f'"{short(written)}" is no value of {field}; it may be: {options}.',
            f"{advice}correct the cell, or declare the spelling in study.yaml",
        )

    def _noted(self, field: str, written: str, value: str) -> str:
        if value != written:
            self.mapped[field, written, value] += 1
        return value

    def _date(self, written: str) -> str:
        try:
            iso = parse_date(written, order=self._settings.dates)
        except AmbiguousDateError:
            raise UnreadableValueError(
                f'the date "{short(written)}" can be read two ways.',
                "write dates: day-first (or dates: month-first) in study.yaml",
            ) from None
        if not iso:
            raise UnreadableValueError(
                f'"{short(written)}" cannot be read as a date.', "write it like 2024-06-09, or leave the cell empty"
            )
        return iso


def _is_date(name: str, field: ProfileField) -> bool:
    """Whether a field holds days: its name says so, and it has no values of its own."""
    return not field.values and "date" in name.casefold().split("_")


def _choices(words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Folded spellings to the word they stand for."""
    found: dict[str, str] = {}
    for value, spelt in words.items():
        for word in spelt:
            found.setdefault(folded(word), value)
    return found


def _field_choices(field: ProfileField) -> dict[str, str]:
    """Spellings of a field's values: declared ones first, then those of countries and of yes and no."""
    own = tuple(dict.fromkeys((*field.values, *field.aliases)))
    found = _choices({value: (value,) for value in own})
    for spelt, value in _choices(dict(field.aliases)).items():
        found.setdefault(spelt, value)
    for value in own:
        for word in _YES_NO.get(folded(value), ()):
            found.setdefault(word, value)
    return {**spellings(own), **found}
