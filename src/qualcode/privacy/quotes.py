"""Which quotes are published: a few of many, so that their number says nothing, and of nobody too often."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence

from qualcode.model.codebook import Codebook
from qualcode.model.coded import CodedSegment
from qualcode.model.coding import Coding
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Role, Span

MOST = 3
"""Quotes of one code by respondents of one type."""

_LENGTH = 160
"""Letters that a quote of a report has, about."""

_SHARING = 2
"""Respondents of one label who must speak of a sensitive code before any of them is quoted on it."""


def selected(
    segments: Sequence[CodedSegment],
    positions: Collection[int],
    codebook: Codebook,
    labels: Mapping[str, str],
    *,
    may_quote: Callable[[str, str], bool],
) -> tuple[int, ...]:
    """The positions of the codings whose words are published, at most MOST for each code and respondent type.

    `positions` are those that tables count, `labels` what stands under a respondent's quotes, `may_quote` says
    whether a code may be quoted for a respondent type. Those who were quoted least come first, so that no voice is
    heard all the time and no respondent can be put together from their quotes.
    """
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position in positions:
        segment = segments[position]
        found[segment.coding.code, segment.respondent.type].append(position)
    types = sorted({kind for _, kind in found})
    often: Counter[str] = Counter()
    chosen: list[int] = []
    for code in codebook.codes():
        for kind in types:
            if not may_quote(code.id, kind):
                continue
            candidates = _of_each(segments, found.get((code.id, kind), ()))
            if code.sensitive:
                candidates = _shared(segments, candidates, labels)
            best = sorted(candidates, key=lambda one: (often[_who(segments, one)], _fitness(segments[one]), one))[:MOST]
            often.update(_who(segments, one) for one in best)
            chosen += best
    return tuple(chosen)


def stripped(segment: CodedSegment, label: str) -> CodedSegment:
    """A quote as it is published: its words, its code and what was read of it, and the label, but not whose it is."""
    coding = segment.coding
    left = Coding(
        transcript="",
        span=Span(0, 0),
        turn=0,
        first_segment=0,
        last_segment=0,
        theme=coding.theme,
        code=coding.code,
        rule="",
        matched="",
        agent=coding.agent,
        action=coding.action,
        target=coding.target,
        assertion=coding.assertion,
        polarity=coding.polarity,
        modality=coding.modality,
        method="",
        status=coding.status,
    )
    return CodedSegment(
        left, Respondent("", segment.respondent.type, label=label), "", "", Role.RESPONDENT, "", segment.text
    )


def _who(segments: Sequence[CodedSegment], position: int) -> str:
    return segments[position].respondent.id


def _fitness(segment: CodedSegment) -> tuple[int, str]:
    """The nearer its length to that of a good quote, the better."""
    return (abs(len(segment.text) - _LENGTH), segment.text)


def _of_each(segments: Sequence[CodedSegment], positions: Sequence[int]) -> list[int]:
    """The best passage of each respondent."""
    best: dict[str, int] = {}
    for position in sorted(positions, key=lambda one: (_fitness(segments[one]), one)):
        best.setdefault(_who(segments, position), position)
    return list(best.values())


def _shared(segments: Sequence[CodedSegment], positions: Sequence[int], labels: Mapping[str, str]) -> list[int]:
    sharing = Counter(labels[_who(segments, one)] for one in positions)
    return [one for one in positions if sharing[labels[_who(segments, one)]] >= _SHARING]
