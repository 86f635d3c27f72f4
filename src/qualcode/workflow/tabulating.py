"""Tables and quotes: from a study's codings to plain values that faces render."""

from collections.abc import Mapping, Sequence

from qualcode.analysis.coded import coded_segments
from qualcode.analysis.groups import RESPONDENT_TYPE
from qualcode.analysis.matrix import RespondentMatrix, respondents_by_code
from qualcode.analysis.tables import cross_tabulate
from qualcode.errors import MisuseError, QualcodeError, did_you_mean
from qualcode.model.codebook import Codebook
from qualcode.model.coded import CodedSegment, Material, Report
from qualcode.model.guide import Guide, GuideTopic
from qualcode.model.respondent import Respondent
from qualcode.model.table import ThemeTable
from qualcode.settings import Settings
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.listings import listings
from qualcode.workflow.release import released
from qualcode.workflow.study import Study


def coded(study: Study) -> Material:
    """The codings of the last run with their words; QualcodeError where nothing has been coded yet."""
    run = study.store.last_run()
    if run is None:
        raise QualcodeError("this study has not been coded yet.", hint="qualcode code")
    codebook, _ = study_codebook(study)
    shown = released(study)
    segments = coded_segments(shown.transcripts(), shown.codings(), shown.respondents)
    notes = list(shown.notes)
    if codebook.hash != run.codebook_hash:
        notes.append("The codebook has changed since the last run: qualcode code brings the tables up to date.")
    return Material(
        study.settings.name,
        codebook,
        run,
        shown.respondents,
        segments,
        profile_fields(study.settings, shown.respondents),
        _guide(study.settings, codebook),
        tuple(notes),
    )


def _guide(settings: Settings, codebook: Codebook) -> Guide:
    """The topic guide of study.yaml with themes written out as their codes."""
    themes = {theme.id: frozenset(code.id for code in theme.codes) for theme in codebook.themes}
    return Guide(
        tuple(
            GuideTopic(
                name,
                topic.question,
                frozenset().union(*(themes.get(one, frozenset((one,))) for one in topic.about)),
                topic.applies_to,
            )
            for name, topic in settings.topic_guide.items()
        )
    )


def profile_fields(settings: Settings, respondents: Sequence[Respondent]) -> dict[str, str]:
    """Profile field to its title: those of study.yaml first, then what the respondents have beside them."""
    fields = {name: field.title or name.replace("_", " ") for name, field in settings.fields.items()}
    for one in respondents:
        for name in one.attributes:
            fields.setdefault(name, name.replace("_", " "))
    return fields


def default_fields(study: Study, respondents: Sequence[Respondent]) -> tuple[str, ...]:
    """The fields that tables show when nobody says: those of study.yaml that anybody has a value for."""
    fields = profile_fields(study.settings, respondents)
    has = {name for one in respondents for name, values in one.attributes.items() if values}
    if any(one.type for one in respondents):
        has.add(RESPONDENT_TYPE)
    chosen = [name for name in study.settings.tables.by if name in has and (name in fields or name == RESPONDENT_TYPE)]
    return tuple(chosen) or (RESPONDENT_TYPE,)


def theme_table(study: Study, by: str, *, found: Material | None = None) -> ThemeTable:
    """Themes by the profile field `by`; MisuseError for a field that nobody has."""
    found = found or coded(study)
    by = _field(study, found, by)
    fields = profile_fields(study.settings, found.respondents)
    declared = study.settings.fields.get(by)
    values = tuple(study.settings.respondent_types) if by == RESPONDENT_TYPE else (declared.values if declared else ())
    applies_to = declared.applies_to if declared else ()
    title = "respondent type" if by == RESPONDENT_TYPE else fields[by]
    return cross_tabulate(
        found.segments,
        found.respondents,
        found.codebook,
        field=by,
        values=values,
        title=title,
        applies_to=applies_to,
    )


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


def quotes(study: Study, code: str, where: Mapping[str, str]) -> tuple[CodedSegment, ...]:
    """The passages with `code` (or with any code of a theme of this id), of respondents that fit `where`."""
    found = coded(study)
    themes = {theme.id: {one.id for one in theme.codes} for theme in found.codebook.themes}
    codes = {one.id: {one.id} for one in found.codebook.codes()} | themes
    if code not in codes:
        raise MisuseError(
            f'there is no code "{code}".{did_you_mean(code, codes)}',
            hint=f"a theme ({', '.join(themes)}) or a code of the codebook",
        )
    wanted = {_field(study, found, name): value for name, value in where.items()}
    exact = {field: _value(study, found, field, value) for field, value in wanted.items()}
    return tuple(one for one in found.segments if one.coding.code in codes[code] and _fits(one.respondent, exact))


def _field(study: Study, found: Material, written: str) -> str:
    """The profile field that `written` names, by its name or its title; MisuseError for one that nobody has."""
    fields = profile_fields(study.settings, found.respondents)
    names = {RESPONDENT_TYPE: RESPONDENT_TYPE, **{title: name for name, title in fields.items()}}
    names |= {name: name for name in fields}
    folded = {name.casefold(): field for name, field in names.items()}
    if written.casefold() in folded:
        return folded[written.casefold()]
    known = [RESPONDENT_TYPE, *fields]
    raise MisuseError(
        f'there is no profile field "{written}".{did_you_mean(written, names)}', hint=f"one of: {', '.join(known)}"
    )


def _value(study: Study, found: Material, field: str, written: str) -> str:
    """The study's own spelling of a value, aliases included; MisuseError for one that nobody has."""
    held = dict.fromkeys(value for one in found.respondents for value in _values(one, field))
    aliases = dict(study.settings.respondent_types) if field == RESPONDENT_TYPE else {}
    if field in study.settings.fields:
        aliases = dict(study.settings.fields[field].aliases)
    spellings = {word.casefold(): value for value, words in aliases.items() for word in words}
    spellings |= {value.casefold(): value for value in held}
    if written.casefold() in spellings:
        return spellings[written.casefold()]
    raise MisuseError(
        f'no respondent has {field} "{written}".{did_you_mean(written, held)}', hint=f"one of: {', '.join(held)}"
    )


def _values(respondent: Respondent, field: str) -> tuple[str, ...]:
    return (respondent.type,) if field == RESPONDENT_TYPE else respondent.attributes.get(field, ())


def _fits(respondent: Respondent, where: Mapping[str, str]) -> bool:
    """Whether a respondent has every value that `where` asks for."""
    return all(value in _values(respondent, field) for field, value in where.items())


def make_report(study: Study, by: Sequence[str]) -> tuple[Report, RespondentMatrix]:
    """Everything an export shows, and the matrix of respondents by codes."""
    found = coded(study)
    fields = by or default_fields(study, found.respondents)
    tables = tuple(theme_table(study, field, found=found) for field in fields)
    report = Report(
        study.settings.name,
        found.codebook,
        found.run,
        found.respondents,
        found.segments,
        tables,
        found.fields,
        found.notes,
        listings(study, found),
    )
    return report, respondents_by_code(found.segments, found.respondents, found.codebook)
