"""study.yaml as values: everything a study declares about its files, speakers and respondents."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from qualcode.errors import ProblemsError, QualcodeError, did_you_mean
from qualcode.model.problem import Problem, Where
from qualcode.model.transcript import Interpreting, Role

FILE = "study.yaml"


def _listed(value: Any) -> Any:
    """A single word where a list is meant, as a list of one."""
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Part(BaseModel):
    """A part of study.yaml: unknown keys are faults, so that a misspelt one is never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class ProfileField(_Part):
    """A field of the respondents' profile."""

    title: str = ""
    applies_to: Words = Field(default=(), alias="for")
    """Respondent types it is recorded for; none means all."""
    values: Words = ()
    """What it may hold, in the order tables show it; none means anything."""
    aliases: Mapping[str, Words] = {}
    """The study's value to other spellings of it: `Afghanistan: [Afg., Afghani]`."""
    several: bool = False
    """Whether a cell of the list may hold several values, separated by `;` or `,`."""
    columns: Words = ()
    """Other headings of its column in the respondent list."""


class TranscriptSettings(_Part):
    """What a study says about one transcript, by its id or file name."""

    speakers: Mapping[str, Role] = {}
    respondents: Mapping[str, str] = {}
    """Speaker label to respondent id, for a file that holds several."""
    interpreter: Interpreting | None = None
    language: str = ""
    encoding: str = ""
    date: str = ""
    round: str = ""


class SurveySettings(_Part):
    """How survey exports (one row an interview, one column a question) are read."""

    key: str = ""
    """The column that names a row; found by its heading where nothing is said."""
    respondent: str = ""
    """The column that holds the respondent's id."""
    questions: Words = ()
    """The columns that hold answers in the respondent's words; found by their content where nothing is said."""
    keep: Words = ()
    """System columns that are kept although they are dropped by default."""


class Topic(_Part):
    """A topic of an interview guide: what is asked, of whom, and what an answer can be about."""

    question: str = Field(min_length=1)
    """The question as the guide words it; interviewers ask it in their own words."""
    about: Words = Field(min_length=1)
    """Themes or codes of the codebook. What no topic is about is nowhere asked."""
    applies_to: Words = Field(default=(), alias="for")
    """Respondent types whose guide it stands in; none means all."""


class TableSettings(_Part):
    """What tables show when a command does not say."""

    by: Words = ("respondent_type",)
    interviewer: str = "interviewer"
    """The profile field that holds who interviewed a respondent; numbers that rest on one of them are marked."""
    place: str = "interview_place"
    """The profile field that holds where; numbers that rest on one place are marked."""


class DisclosureSettings(_Part):
    """From how many respondents on something may be published."""

    cell: int = Field(default=5, ge=2)
    """A number of respondents."""
    label: int = Field(default=3, ge=2)
    """A label under a quote: by how many respondents it must be shared."""


class Settings(_Part):
    """All of study.yaml."""

    name: str = "Untitled study"
    language: str = "en"
    file_names: str = ""
    """How file names are built: `{type}_{stakeholder}_{country}_{number}`; fields in braces, `*` for anything."""
    speakers: Mapping[Role, Words] = {}
    """Role to the labels that have it; `P*` stands for P1, P2 and so on."""
    interpreter: Interpreting | None = None
    dates: Literal["day-first", "month-first", ""] = ""
    """Which way round 3/4/2024 is to be read; such a date is asked about where nothing is said."""
    encoding: str = ""
    """The encoding of text files where they do not say it themselves."""
    fields: Mapping[str, ProfileField] = {}
    respondent_types: Mapping[str, Words] = {}
    """Respondent type to other spellings of it in the list."""
    columns: Mapping[str, Words] = {}
    """Headings of the respondent list for `respondent_id`, `respondent_type`, `file`, `speaker`, `consent_status`."""
    labels: Mapping[str, str] = {}
    """Respondent type to the label under quotes: `Key informant, {stakeholder}, {country}`."""
    demonyms: Mapping[str, str] = {}
    """Country to the word for its people, for `{demonym}` in labels."""
    transcripts: Mapping[str, TranscriptSettings] = {}
    survey: SurveySettings = SurveySettings()
    tables: TableSettings = TableSettings()
    topic_guide: Mapping[str, Topic] = {}
    """Topic id to the topic, in the order in which interviewers go through them."""
    disclosure: DisclosureSettings = DisclosureSettings()
    retention: Mapping[str, Any] = {}

    def transcript(self, *names: str) -> TranscriptSettings:
        """What is said of the transcript known by any of `names` (its id, its file name)."""
        for name in names:
            if name in self.transcripts:
                return self.transcripts[name]
        return TranscriptSettings()


def load_settings(path: Path) -> Settings:
    """The settings in the study.yaml at `path`.

    Raises ProblemsError with every fault and its line, QualcodeError where the file cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise QualcodeError("there is no study here.", where=str(path), hint="qualcode init my-study") from None
    except (OSError, UnicodeDecodeError) as error:
        raise QualcodeError(
            f"study.yaml cannot be read ({type(error).__name__}).", where=path.name, hint="save it as UTF-8 text"
        ) from error
    try:
        data = YAML(typ="rt").load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = Where(path.name, line=mark.line + 1 if mark else None)
        what = f"this is not YAML: {getattr(error, 'problem', None) or 'it cannot be parsed'}."
        raise _faults([Problem(what, where, "look for a lost quote, colon or space before this line")]) from error
    try:
        settings = Settings.model_validate(data or {})
    except ValidationError as error:
        raise _faults([_problem(path.name, data, fault) for fault in error.errors()]) from error
    if problems := list(_unknown_types(path.name, data, settings)):
        raise _faults(problems)
    return settings


def _unknown_types(file: str, data: Any, settings: Settings) -> Iterator[Problem]:
    """Topics for respondent types that the study does not declare, where it declares any."""
    types = settings.respondent_types
    for name, topic in settings.topic_guide.items():
        for unknown in [one for one in topic.applies_to if types and one not in types]:
            what = f'the topic "{name}" is for "{unknown}", which is no respondent type.{did_you_mean(unknown, types)}'
            where = Where(file, line=_line(data, ["topic_guide", name, "for"]))
            yield Problem(what, where, f"write one of: {', '.join(types)}")


def _faults(problems: list[Problem]) -> ProblemsError:
    return ProblemsError("study.yaml has faults.", problems)


def _problem(file: str, data: Any, fault: Any) -> Problem:
    """A pydantic fault as a Problem with the line of the key it is about."""
    location = [part for part in fault["loc"] if part != "[key]"]
    key = ".".join(str(part) for part in location)
    if fault["type"] == "extra_forbidden":
        return Problem(f'unknown setting "{key}".', Where(file, line=_line(data, location)), "check its spelling")
    return Problem(f'"{key}": {fault["msg"].lower()}.', Where(file, line=_line(data, location)), "mend or remove it")


def _line(data: Any, location: list[Any]) -> int | None:
    """The line of the deepest key of `location` that the file has."""
    line: int | None = None
    for part in location:
        marks = getattr(data, "lc", None)
        if marks is None:
            break
        try:
            line = marks.key(part)[0] + 1 if isinstance(data, Mapping) else marks.item(part)[0] + 1
            data = data[part]
        except (KeyError, IndexError, TypeError):
            break
    return line
