"""Who says what of a code: that it happens, that it does not, that it stopped, that it may, that others told them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from qualcode.analysis.counting import COUNTED, counts
from qualcode.model.coded import Material

DENIED, STOPPED, POSSIBLE, ASKED = "negated", "ceased", "hypothetical", "asked"


@dataclass(slots=True)
class Voices:
    """Positions of the codings of one code, by what the words say of it; only codings that nobody rejected."""

    counted: list[int] = field(default_factory=list)
    """What tables count."""
    read: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """The other readings: assertion to the codings that have it and are not counted."""
    heard: list[int] = field(default_factory=list)
    """What is counted and known from others only: told as hearsay."""


def voices_by_code(material: Material) -> dict[str, Voices]:
    """Every code of the codebook, in its order, with its codings by what they say."""
    codes = {code.id: code for code in material.codebook.codes()}
    found = {code: Voices() for code in codes}
    for position, segment in enumerate(material.segments):
        code = codes.get(segment.coding.code)
        if code is None or not segment.respondent.id or segment.coding.status not in COUNTED:
            continue
        voices = found[code.id]
        if counts(segment, code):
            voices.counted.append(position)
            if segment.coding.source == "reported":
                voices.heard.append(position)
        else:
            voices.read[segment.coding.assertion].append(position)
    return found


def people(material: Material, positions: Sequence[int], kind: str | None = None) -> tuple[str, ...]:
    """Ids of the respondents behind some codings, of one respondent type or of all, in order."""
    said = {one.id: one.type for one in (material.segments[position].respondent for position in positions)}
    return tuple(sorted(one for one, type_ in said.items() if kind is None or type_ == kind))


def types(material: Material) -> tuple[str, ...]:
    """The respondent types of the sample, the largest first."""
    sizes: dict[str, int] = defaultdict(int)
    for one in material.respondents:
        sizes[one.type] += 1
    return tuple(sorted(sizes, key=lambda kind: (-sizes[kind], kind)))
