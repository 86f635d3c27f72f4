"""A person who was interviewed, as far as the study may know them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Consent(StrEnum):
    """Whether what a respondent said may be used."""

    ACTIVE = "active"
    WITHDRAWN = "withdrawn"
    UNKNOWN = "unknown"


def many(title: str) -> str:
    """What several respondents of a type are called, by the type in words: "key informants"."""
    if not title:
        return "respondents"
    return f"{title} participants" if title.endswith("group") else f"{title}s"


@dataclass(frozen=True, slots=True)
class Respondent:
    """One row of the respondent list, its values already mapped to the study's own."""

    id: str
    type: str = ""
    """The kind of respondent (`refugee_migrant`, `key_informant`), "" where the study has only one."""
    attributes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Profile field to its values; most hold one, an empty tuple is "not recorded"."""
    consent: Consent = Consent.UNKNOWN
    label: str = ""
    """What stands under a quote: never a name."""
    files: tuple[str, ...] = ()
    """Transcripts the list says are theirs, by file name or stem; a focus group stands in several rows."""
    speaker: str = ""
    """Their label in a file that holds several respondents."""
