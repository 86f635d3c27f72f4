"""Release: what of a study may be published, judged as one and stripped of everything that leads to a person."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.analysis.counting import REVIEWED, counted_positions
from qualcode.errors import QualcodeError
from qualcode.model.coded import Material, Report
from qualcode.model.table import WITHHELD, Basis, ThemeTable
from qualcode.privacy import tables as judged
from qualcode.privacy.labels import pooled
from qualcode.privacy.merging import MERGED, merged_values, with_merged
from qualcode.privacy.quotes import selected, stripped
from qualcode.privacy.recovery import Count
from qualcode.privacy.suppression import Withheld, withheld
from qualcode.workflow.labelling import label_steps
from qualcode.workflow.selecting import Selection, field_named
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import coded, default_fields, theme_table


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a study is released."""

    unreviewed: bool = False
    """Whether codings count that nobody has reviewed; every sheet says so."""
    merge: bool = False
    """Whether values of a profile field that few respondents have are put together as "other"."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """Theme tables with what of them may be published."""

    material: Material
    tables: tuple[ThemeTable, ...]
    kept_back: Withheld
    """Places among `counts`."""
    counts: tuple[Count, ...]
    """Every number of every table, one table after the other."""

    def of(self, number: int) -> tuple[Collection[int], Collection[int]]:
        """The places among the numbers of one table that are too small, and those that would tell such a one."""
        start = sum(len(judged.places(table)) for table in self.tables[:number])
        inside = range(start, start + len(judged.places(self.tables[number])))
        return tuple({place - start for place in found if place in inside} for found in self._found())  # type: ignore[return-value]

    def _found(self) -> tuple[Collection[int], Collection[int]]:
        return self.kept_back.small, self.kept_back.complements

    @property
    def published(self) -> tuple[Count, ...]:
        """The numbers that are published."""
        return tuple(one for place, one in enumerate(self.counts) if place not in self.kept_back.all)


def judge(study: Study, by: Sequence[str], selection: Selection, *, merge: bool = False) -> Judgement:
    """Judges the theme tables of a study together with one another and with every earlier release."""
    found = coded(study, selection)
    fields = by or default_fields(study, found.respondents)
    limit = study.settings.disclosure.cell
    if merge:
        found = _merged(found, fields, limit)
    tables = tuple(theme_table(study, field, found=found) for field in fields)
    counts = tuple(count for table in tables for count in judged.counts(table))
    before = [Count(row, frozenset(group), frozenset(said)) for row, group, said in study.store.published_counts()]
    return Judgement(
        found,
        tables,
        withheld(counts, parts=judged.parts(found.codebook), limit=limit, before=before),
        counts,
    )


def _merged(found: Material, fields: Sequence[str], limit: int) -> Material:
    people = found.respondents
    for written in fields:
        for part in written.replace("*", ",").split(","):
            field = field_named(found, part.strip())
            values = merged_values(people, field, least=limit)
            people = tuple(with_merged(one, field, values) if field in one.attributes else one for one in people)
    return replace(found, respondents=people)


@dataclass(frozen=True, slots=True)
class Publication:
    """What is published, and what the study keeps of it."""

    report: Report
    judgement: Judgement


def publish(study: Study, by: Sequence[str], selection: Selection, terms: Terms) -> Publication:
    """The report of a study as it may be published.

    Raises QualcodeError where nobody has reviewed any coding and `terms` do not say that this may be.
    """
    if not terms.unreviewed and selection.basis is Basis.ALL:
        selection = replace(selection, basis=Basis.REVIEWED)
    judgement = judge(study, by, selection, merge=terms.merge)
    found = judgement.material
    if not terms.unreviewed and not found.segments:
        raise QualcodeError(
            "nobody has reviewed a coding of this study, and only reviewed ones are published.",
            hint="--include-unreviewed publishes what rules suggest as well, and every page says so",
        )
    labels = pooled(
        {one.id: label_steps(one, found.respondents, study.settings) for one in found.respondents},
        least=study.settings.disclosure.label,
    )
    chosen = selected(
        found.segments,
        counted_positions(found.segments, found.codebook),
        found.codebook,
        labels,
        may_quote=_quotable(study, judgement),
    )
    segments = tuple(stripped(found.segments[one], labels[found.segments[one].respondent.id]) for one in chosen)
    order = sorted(range(len(segments)), key=lambda one: (segments[one].coding.code, segments[one].text))
    segments = tuple(segments[one] for one in order)
    notice = _notice(found, limit=study.settings.disclosure.cell)
    report = Report(
        study=found.study,
        codebook=found.codebook,
        run=replace(found.run, transcripts=0, codings=0),
        respondents=(),
        segments=segments,
        tables=tuple(_released(judgement, number, segments, notice) for number in range(len(judgement.tables))),
        fields=found.fields,
        published=notice,
    )
    return Publication(report, judgement)


def _quotable(study: Study, judgement: Judgement) -> "_Quotable":
    """A code is quoted for a respondent type where the number of those of the type who speak of it is published."""
    limit = study.settings.disclosure.cell
    people = judgement.material.respondents
    types = {kind: frozenset(one.id for one in people if one.type == kind) for kind in {one.type for one in people}}
    told = {(count.row, count.group): count.value for count in judgement.published}
    return _Quotable(types, told, limit)


@dataclass(frozen=True, slots=True)
class _Quotable:
    types: Mapping[str, frozenset[str]]
    told: Mapping[tuple[str, frozenset[str]], int]
    limit: int

    def __call__(self, code: str, kind: str) -> bool:
        return self.told.get((code, self.types[kind]), 0) >= self.limit


def _notice(found: Material, *, limit: int) -> str:
    unseen = sum(one.coding.status not in REVIEWED for one in found.segments)
    reviewed = (
        f"Nobody has reviewed {unseen} of the {len(found.segments)} codings it rests on."
        if unseen
        else "A person has reviewed every coding it rests on."
    )
    return f"For publication: numbers of fewer than {limit} respondents are withheld. {reviewed}"


def _released(judgement: Judgement, number: int, segments: Sequence, notice: str) -> ThemeTable:  # type: ignore[type-arg]
    table = judgement.tables[number]
    small, more = judgement.of(number)
    kept_back = [place for at, place in enumerate(judged.places(table)) if at in small or at in more]
    quoted: dict[str, list[int]] = {}
    for position, segment in enumerate(segments):
        for name in (segment.coding.code, segment.coding.theme):
            quoted.setdefault(name, []).append(position)
    sizes = [f"{column.title} (n = {column.n})" for column in table.columns]
    notes = (
        notice,
        f'"{WITHHELD}" stands for a number that is too small to be told, or that would tell such a one beside others.',
        "Respondents are counted once. Mentions, hearsay and who did what are not part of a release.",
        f"Groups: {', '.join(sizes)}.",
        *((f'"{MERGED}" are values that few respondents have.',) if any(MERGED in one for one in sizes) else ()),
    )
    return replace(judged.without(table, kept_back, quoted), notes=notes)
