"""A parse as bytes: a few for each word, and back in microseconds."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from struct import Struct

from qualcode.model.parse import Parse

# For each word where it begins, where it ends and where its head stands, then its relation and its tag as numbers of
# labels, all of one kind together. The first byte says how wide they are: the narrowest, 8 bytes a word, holds all but
# the oddest sentences.
_WIDTHS = (("H", "B"), ("I", "H"), ("q", "q"))
_MOST = ((2**16, 2**8), (2**32, 2**16))
"""Below which numbers the narrower widths hold places and labels."""
_SIZES = tuple(Struct(f"<3{place}2{label}").size for place, label in _WIDTHS)


def pack(parse: Parse, numbers: Mapping[str, int]) -> bytes:
    """The parse without its text; `numbers` has one from 0 for each of its labels."""
    places = (*parse.starts, *parse.ends, *parse.heads)
    labels = [numbers[label] for label in (*parse.deps, *parse.tags)]
    width = _width(places, labels)
    return bytes((width,)) + _layout(width, len(parse.starts)).pack(*places, *labels)


def unpack(text: str, packed: bytes, labels: Sequence[str]) -> Parse | None:
    """The parse of `text`, the labels at the positions of their numbers; None where these are not all there."""
    words = (len(packed) - 1) // _SIZES[packed[0]]
    values = _layout(packed[0], words).unpack_from(packed, 1)
    try:
        names = tuple([labels[number] for number in values[3 * words :]])
    except IndexError:
        return None
    places = (values[:words], values[words : 2 * words], values[2 * words : 3 * words])
    return Parse(text, *places, names[:words], names[words:])


def _width(places: Sequence[int], labels: Sequence[int]) -> int:
    """The narrowest width that holds these numbers."""
    if min(places, default=0) < 0:
        return len(_MOST)
    place, label = max(places, default=0), max(labels, default=0)
    fitting = (
        width
        for width, (places_below, labels_below) in enumerate(_MOST)
        if place < places_below and label < labels_below
    )
    return next(fitting, len(_MOST))


@lru_cache(maxsize=1024)
def _layout(width: int, words: int) -> Struct:
    place, label = _WIDTHS[width]
    return Struct(f"<{3 * words}{place}{2 * words}{label}")
