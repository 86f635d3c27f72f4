"""Which respondents and codings a table or an export is limited to: --where and --basis."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from qualcode.analysis.counting import on_basis
from qualcode.analysis.groups import RESPONDENT_TYPE, readable, values_of
from qualcode.errors import MisuseError, did_you_mean
from qualcode.model.coded import Material
from qualcode.model.respondent import Respondent
from qualcode.model.table import Basis
from qualcode.settings import Settings


@dataclass(frozen=True, slots=True)
class Selection:
    """Respondents with every value of `where` (field to value, as a person wrote them), and codings on a basis."""

    where: Mapping[str, str] = field(default_factory=dict)
    basis: Basis = Basis.ALL


def parse_where(conditions: Sequence[str]) -> dict[str, str]:
    """`FIELD=VALUE` conditions as a mapping; MisuseError for anything else."""
    parsed = {}
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals or not name.strip() or not value.strip():
            raise MisuseError(f'"{condition}" is no condition.', hint="--where nationality=Syria")
        if name.strip() in parsed:
            what = f"{name.strip()} is asked for twice."
            raise MisuseError(what, hint="one --where for each field; run the command twice for two values")
        parsed[name.strip()] = value.strip()
    return parsed


def limited(found: Material, selection: Selection, settings: Settings) -> Material:
    """What of `found` is selected, with a note that says so; MisuseError for a field or value that nobody has."""
    exact = exact_where(selection.where, found.respondents, found.fields, settings)
    if not exact and selection.basis is Basis.ALL:
        return found
    people = tuple(one for one in found.respondents if fits(one, exact))
    kept = {one.id for one in people}
    segments = tuple(
        one for one in found.segments if (not exact or one.respondent.id in kept) and on_basis(one, selection.basis)
    )
    words = ", ".join(f"{found.fields.get(name) or readable(name)} {readable(value)}" for name, value in exact.items())
    of = f"{len(people)} of {len(found.respondents)} respondents"
    notes = (f"Only respondents with {words}: {of}.",) if exact else ()
    return replace(found, respondents=people, segments=segments, notes=(*notes, *found.notes), basis=selection.basis)


def exact_where(
    where: Mapping[str, str], respondents: Sequence[Respondent], fields: Mapping[str, str], settings: Settings
) -> dict[str, str]:
    """Field to value as the study spells them; `fields` are names with titles.

    Raises MisuseError for a field or value that nobody has.
    """
    exact = {}
    for written, value in where.items():
        name = _field(fields, written)
        exact[name] = _value(respondents, name, value, settings)
    return exact


def field_named(found: Material, written: str) -> str:
    """The profile field that `written` names, by its name or its title; MisuseError for one that nobody has."""
    return _field(found.fields, written)


def _field(fields: Mapping[str, str], written: str) -> str:
    names = {RESPONDENT_TYPE: RESPONDENT_TYPE, **{title: name for name, title in fields.items()}}
    names |= {name: name for name in fields}
    folded = {name.casefold(): name_of for name, name_of in names.items()}
    if written.casefold() in folded:
        return folded[written.casefold()]
    known = [RESPONDENT_TYPE, *fields]
    raise MisuseError(
        f'there is no profile field "{written}".{did_you_mean(written, names)}', hint=f"one of: {', '.join(known)}"
    )


def _value(respondents: Sequence[Respondent], field_: str, written: str, settings: Settings) -> str:
    """The study's own spelling of a value, aliases included; MisuseError for one that nobody has."""
    held = dict.fromkeys(value for one in respondents for value in values_of(one, field_))
    aliases = dict(settings.respondent_types) if field_ == RESPONDENT_TYPE else {}
    if field_ in settings.fields:
        aliases = dict(settings.fields[field_].aliases)
    spellings = {word.casefold(): value for value, words in aliases.items() for word in words if value in held}
    spellings |= {value.casefold(): value for value in held}
    if written.casefold() in spellings:
        return spellings[written.casefold()]
    raise MisuseError(
        f'no respondent has {field_} "{written}".{did_you_mean(written, held)}', hint=f"one of: {', '.join(held)}"
    )


def fits(respondent: Respondent, where: Mapping[str, str]) -> bool:
    """Whether a respondent has every value that `where` asks for."""
    return all(value in values_of(respondent, name) for name, value in where.items())
