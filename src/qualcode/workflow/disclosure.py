"""What of a study's tables and labels could be published, judged before anything is."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from qualcode.analysis.groups import readable
from qualcode.analysis.shares import share
from qualcode.model.respondent import Respondent
from qualcode.model.table import Figure, Heading, Kind, Listing, ThemeTable
from qualcode.privacy.labels import pooled
from qualcode.privacy.recovery import Count
from qualcode.privacy.suppression import withheld
from qualcode.readers.respondents.attribution import attribution
from qualcode.settings import Settings
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import coded, default_fields, theme_table

_NUMBERS = (
    Heading("table", "Table", Kind.NAME),
    Heading("numbers", "Numbers", Kind.NUMBER, "Respondents in a cell; mentions go the way of their cell."),
    Heading("small", "Too small", Kind.NUMBER),
    Heading("complements", "Would tell them", Kind.NUMBER),
    Heading("left", "Can be published", Kind.NUMBER),
    Heading("share", "Share", Kind.SHARE),
)
_LABELS = (
    Heading("type", "Respondents", Kind.NAME),
    Heading("label", "Label now", Kind.TEXT),
    Heading("sharing", "Share it", Kind.NUMBER),
    Heading("published", "Label to publish", Kind.TEXT),
    Heading("sharing_published", "Share that", Kind.NUMBER),
)


def judge_numbers(study: Study, by: Sequence[str]) -> Listing:
    """How many numbers of the theme tables could be published together, a row a table.

    All tables are judged jointly: no withheld number can be worked out from everything that is left of all of them.
    """
    material = coded(study)
    fields = by or default_fields(study, material.respondents)
    tables = [theme_table(study, field, found=material) for field in fields]
    counts = [one for table in tables for one in _counts(table)]
    parts = {theme.id: tuple(code.id for code in theme.codes) for theme in material.codebook.themes}
    limit = study.settings.disclosure.cell
    found = withheld(counts, parts=parts, limit=limit)
    rows, start = [], 0
    for table in tables:
        places = range(start, start + sum(1 for _ in _counts(table)))
        start = places.stop
        small, more = len(found.small.intersection(places)), len(found.complements.intersection(places))
        left = len(places) - small - more
        numbers = (len(places), small, more, left)
        rows.append((Figure(table.title), *map(Figure, numbers), Figure(share(left, len(places)))))
    notes = (
        f"Numbers of fewer than {limit} respondents are too small, and zero is one of them; the others that are "
        "withheld would let a reader work out one of these, from whatever table.",
        "Nothing is published by this command. study.yaml says from how many on: disclosure: {cell: 5, label: 3}.",
        _advice(rows),
    )
    about = "How many numbers of the theme tables could be published together."
    return Listing("disclosure", "What could be published", about, _NUMBERS, tuple(rows), tuple(filter(None, notes)))


def judge_labels(study: Study) -> Listing:
    """Every label with how many respondents share it, and the label under which their quotes could be published."""
    people = coded(study).respondents
    steps = {one.id: _steps(one, people, study.settings) for one in people}
    least = study.settings.disclosure.label
    published = pooled(steps, least=least)
    sharing = Counter(published.values())
    groups = Counter((one.type, steps[one.id][0], published[one.id]) for one in people)
    fine = Counter(steps[one.id][0] for one in people)
    rows = tuple(
        (
            Figure(readable(kind) or "type not recorded"),
            Figure(label),
            Figure(fine[label]),
            Figure(coarse or "(no label)"),
            Figure(sharing[coarse]),
        )
        for kind, label, coarse in sorted(groups)
    )
    notes = (
        f"A label is fit to be published where at least {least} respondents share it. Where fewer do, all who would "
        "share the next coarser one take that.",
    )
    about = "Which labels too few respondents share, and the coarser ones under which quotes could be published."
    return Listing("disclosure-labels", "Labels under quotes", about, _LABELS, rows, notes)


def _counts(table: ThemeTable) -> Iterator[Count]:
    """Every number of respondents in a table, with whom it could count and whom it does."""
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield Count(row.code or row.theme, frozenset(column.respondents), frozenset(cell.respondents))


def _advice(rows: Sequence[Sequence[Figure]]) -> str:
    """Which tables are hardly worth publishing: less than a quarter of their numbers is left."""
    empty = [str(row[0].value) for row in rows if 4 * int(row[4].value) < int(row[1].value)]
    if not empty:
        return ""
    return (
        f"Little is left of: {', '.join(empty)}. Merge small values (fields: aliases in study.yaml), or publish by "
        "fewer fields."
    )


def _steps(person: Respondent, people: Sequence[Respondent], settings: Settings) -> tuple[str, ...]:
    """A respondent's labels from the finest to the respondent type: the field with most values falls away first.

    The same fields fall away in the same order for everybody of one type.
    """
    same = [one for one in people if one.type == person.type]
    fields = sorted(
        {name for one in same for name in one.attributes},
        key=lambda name: (-len({one.attributes.get(name, ()) for one in same}), name),
    )
    labels = [_label(person, person.attributes, settings)]
    kept = dict(person.attributes)
    changed: list[str] = []
    for name in fields:
        without = [{key: held for key, held in one.attributes.items() if key not in (*changed, name)} for one in same]
        before = [{key: held for key, held in one.attributes.items() if key not in changed} for one in same]
        told = [
            (_label(one, a, settings), _label(one, b, settings))
            for one, a, b in zip(same, before, without, strict=True)
        ]
        if any(fine != coarse for fine, coarse in told):
            changed.append(name)
            kept.pop(name, None)
            labels.append(_label(person, kept, settings))
    return (*labels, readable(person.type).capitalize() or "Respondent")


def _label(person: Respondent, attributes: Mapping[str, tuple[str, ...]], settings: Settings) -> str:
    return attribution(person.type, attributes, settings)[0]
