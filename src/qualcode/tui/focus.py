"""What a screen keeps to: a sample, a code, a part of the respondents, what is open or in dispute."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qualcode.analysis.counting import REVIEWED
from qualcode.analysis.drawing import Place
from qualcode.analysis.groups import RESPONDENT_TYPE, readable, values_of
from qualcode.errors import QualcodeError
from qualcode.model.decision import Decided
from qualcode.workflow.desk import Desk
from qualcode.workflow.reviewing import Given, turns_given

EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Focus:
    """Which turns are given, and which of the codings on them are to be decided on."""

    code: str = ""
    """A code or theme."""
    disputed: bool = False
    """Only what people differ about."""
    places: frozenset[Place] | None = None
    """The turns that are given; None for all."""
    words: str = ""
    """What it keeps to, for the top line; "" for everything."""

    def gives(self, transcript: str, turn: int) -> bool:
        """Whether a turn is given."""
        return self.places is None or (transcript, turn) in self.places

    def asks(self, one: Decided) -> bool:
        """Whether somebody is asked to decide on a coding."""
        if not self.gives(one.coding.transcript, one.coding.turn):
            return False
        if self.code and self.code not in (one.coding.code, one.coding.theme):
            return False
        return one.disputed if self.disputed else one.coding.status not in REVIEWED

    def transcripts(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Those of the transcripts in which something is given."""
        if self.places is None:
            return tuple(ids)
        held = {transcript for transcript, _ in self.places}
        return tuple(one for one in ids if one in held)


ALL = Focus()


def focus_of(desk: Desk, given: Given, *, disputed: bool = False) -> Focus:
    """What a screen for `given` keeps to.

    Raises MisuseError for what cannot be given, QualcodeError where nothing is left.
    """
    words = [f"sample {given.sample}"] if given.sample else []
    words += [f"{readable(name)} {value}" for name, value in given.where.items()]
    words += [given.code] if given.code else []
    words += ["not reviewed"] if given.unreviewed else []
    words += ["disputed"] if disputed else []
    places = turns_given(desk, given) if given.sample or given.where else None
    made = Focus(given.code, disputed, places, ", ".join(words))
    if given.unreviewed or disputed:
        made = replace(made, places=_asked(desk, made))
    if made.places is not None and not made.places:
        raise QualcodeError(f"nothing is left to review: {made.words}.", hint="fewer of --where, --code, --unreviewed")
    return made


def _asked(desk: Desk, focus: Focus) -> frozenset[Place]:
    """The turns with something to decide on."""
    return frozenset(
        (id_, one.coding.turn)
        for id_ in focus.transcripts(desk.transcripts())
        for one in desk.decided(id_)
        if focus.asks(one)
    )


def choices(desk: Desk) -> list[tuple[str, str]]:
    """What a screen can be asked to keep to: everything, disputes, each theme and code, each value of a profile."""
    found = [(EVERYTHING, ""), ("disputed", "what people differ about"), ("not reviewed", "what nobody decided on")]
    for theme in desk.codebook.themes:
        found.append((theme.id, theme.name))
        found += [(code.id, code.name) for code in theme.codes]
    people = desk.respondents()
    fields = dict.fromkeys([RESPONDENT_TYPE, *(name for one in people for name in one.attributes)])
    for name in fields:
        values = sorted({value for one in people for value in values_of(one, name) if value})
        found += [(f"{name}={value}", f"{readable(name)} {readable(value)}") for value in values]
    return found


def chosen(desk: Desk, choice: str) -> Focus:
    """The focus of one of `choices`; QualcodeError where nothing is left in it."""
    name, equals, value = choice.partition("=")
    if choice == EVERYTHING:
        return ALL
    where = {name: value} if equals else {}
    code = "" if equals or choice in ("disputed", "not reviewed") else choice
    given = Given(desk.coder, desk.blind, code=code, where=where, unreviewed=choice == "not reviewed")
    return focus_of(desk, given, disputed=choice == "disputed")
