"""Tables and quotes: from a study's codings to plain values that faces render."""

import re
from collections.abc import Sequence

from qualcode.analysis.coded import coded_segments
from qualcode.analysis.groups import RESPONDENT_TYPE
from qualcode.analysis.marks import Circumstances
from qualcode.analysis.matrix import RespondentMatrix, respondents_by_code
from qualcode.analysis.tables import cross_tabulate
from qualcode.errors import MisuseError, QualcodeError, did_you_mean
from qualcode.model.codebook import Codebook
from qualcode.model.coded import CodedSegment, Material, Report
from qualcode.model.guide import Guide, GuideTopic
from qualcode.model.respondent import Respondent
from qualcode.model.table import Grouping, ThemeTable
from qualcode.settings import Settings
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.listings import listings
from qualcode.workflow.release import released
from qualcode.workflow.rounds import with_rounds
from qualcode.workflow.selecting import Selection, field_named, limited
from qualcode.workflow.study import Study

EVERYTHING = Selection()


def coded(study: Study, selection: Selection = EVERYTHING) -> Material:
    """The selected codings of the last run with their words.

    Raises QualcodeError where nothing has been coded yet, MisuseError for a selection that nobody can meet.
    """
    run = study.store.last_run()
    if run is None:
        raise QualcodeError("this study has not been coded yet.", hint="qualcode code")
    codebook, _ = study_codebook(study)
    shown = released(study)
    segments = coded_segments(shown.transcripts(), shown.codings(codebook), shown.respondents)
    notes = list(shown.notes)
    if codebook.hash != run.codebook_hash:
        notes.append("The codebook has changed since the last run: qualcode code brings the tables up to date.")
    people = with_rounds(study, shown.respondents)
    found = Material(
        study.settings.name,
        codebook,
        run,
        people,
        segments,
        profile_fields(study.settings, people),
        guide_of(study.settings, codebook),
        tuple(notes),
        rounds={} if people is shown.respondents else study.store.rounds(),
    )
    return limited(found, selection, study.settings)


def guide_of(settings: Settings, codebook: Codebook) -> Guide:
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


def theme_table(study: Study, by: str, *, found: Material | None = None, mixed: bool = False) -> ThemeTable:
    """Themes by the profile field `by`; MisuseError for a field that nobody has.

    "nationality,gender" nests gender within nationality; "nationality*gender" crosses them, without the columns of
    nationality alone. Respondent types stand in columns of their own unless `mixed`.
    """
    found = found or coded(study)
    names = [one.strip() for one in re.split(r"[,*]", by)]
    groupings = [_grouping(study.settings, found, field_named(found, name)) for name in names]
    tables = study.settings.tables
    circumstances = Circumstances(tables.interviewer, tables.place)
    made = cross_tabulate(found, groupings, crossed="*" in by, mixed=mixed, circumstances=circumstances)
    if found.respondents and not any(column.n for column in made.columns):
        what = f"nobody has all of {', '.join(names)}: they are recorded for different respondent types."
        raise MisuseError(what, hint="one --by for each field, for tables beside each other")
    return made


def _grouping(settings: Settings, found: Material, name: str) -> Grouping:
    if name == RESPONDENT_TYPE:
        return Grouping(name, "respondent type", tuple(settings.respondent_types))
    declared = settings.fields.get(name)
    values, applies_to = (declared.values, declared.applies_to) if declared else ((), ())
    return Grouping(name, found.fields[name], values, applies_to)


def quotes(study: Study, code: str, selection: Selection) -> tuple[CodedSegment, ...]:
    """The passages with `code` (or with any code of a theme of this id) that are selected."""
    found = coded(study, selection)
    themes = {theme.id: {one.id for one in theme.codes} for theme in found.codebook.themes}
    codes = {one.id: {one.id} for one in found.codebook.codes()} | themes
    if code not in codes:
        raise MisuseError(
            f'there is no code "{code}".{did_you_mean(code, codes)}',
            hint=f"a theme ({', '.join(themes)}) or a code of the codebook",
        )
    return tuple(one for one in found.segments if one.coding.code in codes[code])


def make_report(
    study: Study, by: Sequence[str], found: Material, *, earlier: bool = False
) -> tuple[Report, RespondentMatrix]:
    """Everything an export shows of a coded study, or of an `earlier` state of it; and respondents by codes."""
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
        listings(study, found, earlier=earlier),
    )
    return report, respondents_by_code(found.segments, found.respondents, found.codebook)
