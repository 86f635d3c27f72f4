"""The figures as Markdown tables."""

from collections import Counter
from collections.abc import Iterable, Sequence

from gold_engine import AXES
from gold_results import (
    Result,
    agents,
    f_with_interval,
    legs,
    on_matched,
    right,
    share_with_interval,
    swapped,
    triples,
)
from gold_scores import Counts, share, together

READINGS = ("affirmed", "negated", "ceased", "hypothetical", "asked")
LEG_PARTS = ("mode", "forced", "status", "own")
CONSTRUCT_HEAD = ("construct", "sentences", "right", "found", "gold", "P", "R", "F", "F, agents", "swaps")
NONE = "–"

Row = Sequence[str]


def event_tables(results: Sequence[Result]) -> str:
    """Events: overall and by style for every reader, by construct for the first beside the others' F."""
    head = ("reader", "sentences", "P", "R", "F", "P, agents", "R, agents", "F, agents", "swaps")
    overall = [(_label(part), *_event_figures(result)) for part, result in _parts(results)]
    first, *others = results
    constructs = [
        (construct, *_event_figures(result, whole=False), *(_f_of_construct(other, construct) for other in others))
        for construct, result in first.by("construct")
    ]
    return "\n".join(
        (
            table(head, overall),
            table(
                (*CONSTRUCT_HEAD, *(f"F, {other.reader}" for other in others)),
                constructs,
            ),
        )
    )


def assertion_tables(results: Sequence[Result]) -> str:
    """Assertions: overall and by style, by construct, and which reading was taken for which."""
    overall = [
        (_label(part), str(len(result.entries)), *(_interval(*share_with_interval(right(result, a))) for a in AXES))
        for part, result in _parts(results)
    ]
    first, *others = results
    constructs = [
        (
            construct,
            str(len(result.entries)),
            *(_percent(share(right(result, axis))) for axis in AXES),
            *(_percent(share(right(_only(other, construct), "reading"))) for other in others),
        )
        for construct, result in first.by("construct")
    ]
    return "\n".join(
        (
            table(("reader", "sentences", *AXES), overall),
            table(("construct", "sentences", *AXES, *(f"reading, {other.reader}" for other in others)), constructs),
            f"What {first.reader} took each reading for:\n",
            confusion(first),
        )
    )


def confusion(result: Result) -> str:
    """For every reading how often each was found; the last column counts what was not coded."""
    found = Counter((entry.reading, axes.reading) for entry, axes in result.pairs())
    rows = [(gold, *(str(found[gold, got]) for got in (*READINGS, ""))) for gold in READINGS]
    return table(("should be", *READINGS, "not coded"), rows)


def route_tables(results: Sequence[Result]) -> str:
    """Routes: legs overall and by style, and the rest of what was said on the legs that were found."""
    head = ("reader", "texts", "legs", "found", "P", "R", "F", *LEG_PARTS)
    rows = []
    for part, result in _parts(results):
        counts, around = f_with_interval(legs(result))
        parts = (_percent(share(on_matched(result, attribute))) for attribute in LEG_PARTS)
        texts = str(len(result.entries))
        rows.append((_label(part), texts, str(counts.gold), str(counts.found), *_prf(counts, around), *parts))
    return table(head, rows)


def _parts(results: Iterable[Result]) -> Iterable[tuple[tuple[str, str], Result]]:
    """Every reader's result as a whole, then every reader's by style."""
    results = list(results)
    yield from (((result.reader, ""), result) for result in results)
    for result in results:
        yield from (((result.reader, style), part) for style, part in result.by("style"))


def _label(part: tuple[str, str]) -> str:
    return ", ".join(filter(None, part))


def _event_figures(result: Result, *, whole: bool = True) -> Row:
    texts, swap = str(len(result.entries)), str(swapped(result))
    if whole:
        return texts, *_prf(*f_with_interval(triples(result))), *_prf(*f_with_interval(agents(result))), swap
    counts = together(triples(result))
    numbers = (str(counts.right), str(counts.found), str(counts.gold))
    return texts, *numbers, *_prf(counts, None), _percent(together(agents(result)).f), swap


def _f_of_construct(result: Result, construct: str) -> str:
    return _percent(together(triples(_only(result, construct))).f)


def _only(result: Result, construct: str) -> Result:
    return result.where(lambda entry: entry.construct == construct)


def _prf(counts: Counts, around: tuple[float, float] | None) -> Row:
    return _percent(counts.precision), _percent(counts.recall), _interval(counts.f, around)


def _percent(value: float | None) -> str:
    return NONE if value is None else f"{value:.2f}"


def _interval(value: float | None, around: tuple[float, float] | None) -> str:
    return _percent(value) + (f" ({around[0]:.2f}–{around[1]:.2f})" if around else "")


def table(head: Row, rows: Iterable[Row]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
