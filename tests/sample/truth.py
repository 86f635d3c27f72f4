"""The sample interviews as they were written: what every document of transcripts_sample/ is built from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from qualcode.model.respondent import Consent, Respondent

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "transcripts_sample"
_TYPES = {"RM": "refugee_migrant", "KII": "key_informant", "FG": "focus_group"}


@dataclass(frozen=True, slots=True)
class Tracked:
    """A change that Word tracks in a turn; `inserted` is part of its text, `deleted` is not."""

    after: str
    """The words before the change, enough of them to find the place."""
    inserted: str
    deleted: str


@dataclass(frozen=True, slots=True)
class TrueTurn:
    """A turn as a reader must find it: the label as written, whose words, and the words."""

    speaker: str
    role: str
    respondent: str | None
    text: str
    tracked: Tracked | None = None

    @property
    def paragraphs(self) -> list[str]:
        """The words, paragraph by paragraph."""
        return self.text.split("\n")


@dataclass(frozen=True, slots=True)
class TrueInterview:
    """An interview: the file it is written into, what stands above the talk, the respondent's profile, the turns."""

    id: str
    """The respondent's id; a focus group's own."""
    file: str
    form: str
    """Which kind of document it becomes: a key of build.FORMS."""
    transcript: str
    """The transcript's id."""
    above: tuple[tuple[str, str], ...]
    profile: Mapping[str, tuple[str, ...]]
    turns: tuple[TrueTurn, ...]
    participants: Mapping[str, str]
    """Label to respondent id in a focus group, whose members share the profile; empty where one person speaks."""
    withdrawn: bool
    """Whether the respondent has taken consent back."""

    @property
    def respondents(self) -> tuple[Respondent, ...]:
        """The respondents as the list is to be understood; it names a file only where the file's name does not."""
        consent = Consent.WITHDRAWN if self.withdrawn else Consent.ACTIVE
        kind = _TYPES[self.id.partition("_")[0]]
        named = self.form == "survey" or (Path(self.file).stem == self.id and not self.participants)
        people = self.participants or {"": self.id}
        return tuple(
            Respondent(id_, kind, self.profile, consent, files=() if named else (self.file,), speaker=label)
            for label, id_ in people.items()
        )


def interviews() -> tuple[TrueInterview, ...]:
    """Every interview of the sample, in the order of their ids."""
    return tuple(_interview(_load(path)) for path in sorted((HERE / "interviews").glob("*.yaml")))


def respondent_list() -> Mapping[str, Any]:
    """respondents.xlsx as written: `notes`, `header` and `rows` of cells."""
    listed: Mapping[str, Any] = _load(HERE / "respondents.yaml")
    return listed


def _load(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def _interview(data: Mapping[str, Any]) -> TrueInterview:
    return TrueInterview(
        id=data["id"],
        file=data["file"],
        form=data["form"],
        transcript=data["transcript"],
        above=tuple((heading, value) for heading, value in data["above"]),
        profile={
            name: tuple(value) if isinstance(value, list) else (value,) for name, value in data["profile"].items()
        },
        turns=tuple(_turn(turn) for turn in data["turns"]),
        participants=data.get("participants", {}),
        withdrawn=data.get("consent") == "withdrawn",
    )


def _turn(data: Mapping[str, Any]) -> TrueTurn:
    tracked = Tracked(**data["tracked"]) if "tracked" in data else None
    return TrueTurn(data["speaker"], data["role"], data["respondent"], data["text"], tracked)
