"""What of a study's tables and labels could be published, judged before anything is."""

from collections import Counter
from collections.abc import Sequence

from qualcode.analysis.groups import readable
from qualcode.analysis.shares import share
from qualcode.model.table import Figure, Heading, Kind, Listing
from qualcode.privacy.labels import pooled
from qualcode.privacy.tables import places
from qualcode.workflow.labelling import label_steps
from qualcode.workflow.publishing import Judgement, judge
from qualcode.workflow.selecting import Selection
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import EVERYTHING, coded

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


def judge_numbers(
    study: Study, by: Sequence[str], selection: Selection = EVERYTHING, *, merge: bool = False
) -> Listing:
    """How many numbers of the theme tables could be published together, a row a table.

    All tables are judged jointly, and with every earlier release: no withheld number can be worked out from everything
    that is left of all of them. Where little is left of a table, a row says what merging small groups would save.
    """
    judgement = judge(study, by, selection, merge=merge)
    limit = study.settings.disclosure.cell
    rows = [_row(judgement, number) for number in range(len(judgement.tables))]
    if not merge and any(map(_is_poor, rows)):
        better = judge(study, by, selection, merge=True)
        rows += [
            _row(better, number, title=f"{table.title}, small groups merged")
            for number, table in enumerate(better.tables)
            if table.columns != judgement.tables[number].columns
        ]
    notes = (
        f"Numbers of fewer than {limit} respondents are too small, and zero is one of them; the others that are "
        "withheld would let a reader work out one of these, from whatever table or earlier release.",
        "Nothing is published by this command. study.yaml says from how many on: disclosure: {cell: 5, label: 3}.",
        _advice(rows),
    )
    about = "How many numbers of the theme tables could be published together."
    return Listing("disclosure", "What could be published", about, _NUMBERS, tuple(rows), tuple(filter(None, notes)))


def _row(judgement: Judgement, number: int, *, title: str = "") -> tuple[Figure, ...]:
    table = judgement.tables[number]
    all_ = len(places(table))
    small, more = judgement.of(number)
    left = all_ - len(small) - len(more)
    numbers = map(Figure, (all_, len(small), len(more), left))
    return (Figure(title or table.title), *numbers, Figure(share(left, all_)))


def judge_labels(study: Study) -> Listing:
    """Every label with how many respondents share it, and the label under which their quotes could be published."""
    people = coded(study).respondents
    steps = {one.id: label_steps(one, people, study.settings) for one in people}
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


def _is_poor(row: Sequence[Figure]) -> bool:
    """Whether less than a quarter of a table's numbers is left."""
    return 4 * int(row[4].value) < int(row[1].value)


def _advice(rows: Sequence[Sequence[Figure]]) -> str:
    """Which tables are hardly worth publishing."""
    poor = [str(row[0].value) for row in rows if _is_poor(row)]
    if not poor:
        return ""
    return (
        f"Little is left of: {', '.join(poor)}. Merge small values (--merge-small, or fields: aliases in study.yaml), "
        "or publish by fewer fields."
    )
