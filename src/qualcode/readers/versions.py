"""Near-identical versions of one interview: the same talk under two names, a draft and its correction."""

from collections.abc import Iterator, Mapping
from zlib import crc32

from qualcode.text import tokens

_RUN = 5
_SAMPLE = 8
"""One in so many runs of words is kept."""
_ALIKE = 0.7
_LEAST = 10
"""Below this many kept runs a transcript is too short to say."""


def sketch(text: str) -> frozenset[int]:
    """What is said in `text`, as hashes of a fixed part of its runs of five words; the same in every process."""
    forms = [token.form for token in tokens(text)]
    runs = (crc32(" ".join(forms[at : at + _RUN]).encode()) for at in range(len(forms) - _RUN + 1))
    return frozenset(code for code in runs if code % _SAMPLE == 0)


def near_identical(
    fresh: Mapping[str, frozenset[int]], known: Mapping[str, frozenset[int]]
) -> Iterator[tuple[str, str, float]]:
    """Pairs (a fresh id, an earlier id, the share of the shorter one that stands in both), at least 70 % alike."""
    earlier = dict(known)
    for name, codes in fresh.items():
        best = max(
            (
                (len(codes & other) / min(len(codes), len(other)), kept)
                for kept, other in earlier.items()
                if min(len(codes), len(other)) >= _LEAST
            ),
            default=(0.0, ""),
        )
        if best[0] >= _ALIKE:
            yield name, best[1], best[0]
        earlier[name] = codes
