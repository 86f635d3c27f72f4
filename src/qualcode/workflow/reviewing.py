"""Review in Excel: what is given to a coder, and what they decided read back."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qualcode.analysis.coded import neighbour
from qualcode.analysis.counting import REVIEWED
from qualcode.analysis.drawing import Place, draw
from qualcode.analysis.groups import values_of
from qualcode.errors import MisuseError
from qualcode.exporters.readings import happened, party
from qualcode.exporters.review_sheet import ReviewRow, ReviewSheet, write
from qualcode.exporters.undated import is_untouched
from qualcode.model.decision import Decided
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Segment, Transcript
from qualcode.workflow.desk import Desk
from qualcode.workflow.selecting import exact_where, fits
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import profile_fields

_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?)\s*%")


@dataclass(frozen=True, slots=True)
class Given:
    """What a coder is given to review."""

    coder: str
    blind: bool = False
    sample: str = ""
    """A share of the turns: "20%"; "" for all."""
    by: str = ""
    """The profile field whose groups are all drawn from."""
    seed: int = 1
    all_sentences: bool = False
    """Sentences that no suggestion lies on too; where a sample is drawn or the coder is blind it is always so."""
    unreviewed: bool = False
    code: str = ""
    transcript: str = ""
    where: Mapping[str, str] = field(default_factory=dict)
    """Only what respondents with these values of their profile said."""


def export_review(study: Study, out: Path, given: Given) -> int:
    """Writes the sheet for a coder and says how many rows it has.

    Raises MisuseError for another suffix, a share that is none, and a file somebody may have worked on.
    """
    if out.suffix.lower() != ".xlsx":
        raise MisuseError(f'"{out.name}" is no workbook.', hint="qualcode review export review.xlsx")
    if out.exists() and not is_untouched(out):
        raise MisuseError(
            f'"{out.name}" is there already, and what was decided in it would be lost.',
            hint="qualcode review import reads it; then choose another name, or move it away",
        )
    desk = Desk(study, given.coder, blind=given.blind)
    rows = list(_rows(desk, given))
    codes = [(code.id, f"{code.name}: {code.definition}".rstrip(": ")) for code in desk.codebook.codes()]
    agents = [*desk.codebook.actors, "other", "unknown"]
    write(out, ReviewSheet(desk.coder, given.blind, rows, codes, agents))
    study.store.log("review export", coder=desk.coder, rows=len(rows), blind=int(given.blind), file=out.name)
    return len(rows)


def key_of(segment: str, one: Decided | None, coder: str) -> str:
    """What leads a row back to its coding, with the decisions of the coder that it stands on."""
    if one is None:
        return segment
    own = ",".join(made.id for made in one.decisions if made.coder == coder)
    base = one.base
    return "|".join((segment, str(base.span.start), str(base.span.end), base.code, one.added_by, own))


def _rows(desk: Desk, given: Given) -> Iterator[ReviewRow]:
    chosen = turns_given(desk, given)
    every = given.all_sentences or bool(given.sample) or given.blind
    for id_ in desk.transcripts():
        transcript = desk.transcript(id_)
        turns = {turn.number: turn for turn in transcript.turns if (id_, turn.number) in chosen}
        if turns:
            suggested = [one for one in desk.decided(id_) if one.base.turn in turns and _wanted(one, given)]
            for segment in transcript.segments:
                if segment.turn in turns:
                    yield from _of_segment(desk, transcript, segment, suggested, every=every)


def _wanted(one: Decided, given: Given) -> bool:
    if given.code and given.code not in (one.base.code, one.base.theme):
        return False
    return not (given.unreviewed and one.coding.status in REVIEWED)


def _of_segment(
    desk: Desk, transcript: Transcript, segment: Segment, suggested: Sequence[Decided], *, every: bool
) -> Iterator[ReviewRow]:
    here = [one for one in suggested if one.base.first_segment == segment.number]
    for one in here:
        yield _row(desk, transcript, (segment.number, one.base.last_segment), one)
    if every and not here:
        yield _row(desk, transcript, (segment.number, segment.number), None)


def _row(desk: Desk, transcript: Transcript, run: tuple[int, int], one: Decided | None) -> ReviewRow:
    segments = {segment.number: segment for segment in transcript.segments}
    turns = {turn.number: turn for turn in transcript.turns}
    first, last = segments[run[0]], segments[run[1]]
    turn = turns[first.turn]
    asked = turns.get(turn.question) if turn.question is not None else None
    id_ = transcript.segment_id(*run)
    names = {code.id: code.name for code in desk.codebook.codes()}
    return ReviewRow(
        id_,
        turn.respondent or "",
        transcript.words(asked) if asked and desk.may_show(transcript, asked.number) else "",
        neighbour(transcript, segments.get(run[0] - 1), turn),
        transcript.text[first.span.start : last.span.end],
        neighbour(transcript, segments.get(run[1] + 1), turn),
        f"{names.get(one.coding.code, one.coding.code)} ({one.coding.code})" if one else "",
        why(one) if one else "",
        key_of(id_, one, desk.coder),
    )


def why(one: Decided) -> str:
    """Why a coding is there and how it stands, in plain words."""
    coding = one.coding
    said = [f"coded by {coding.coder}" if coding.method == "human" else f'for "{coding.matched}"']
    if coding.agent:
        said.append(f"by {party(coding.agent)}")
    if coding.assertion not in ("", "affirmed"):
        said.append(f"did it happen? {happened(coding)}")
    if coding.status not in ("suggested", "added"):
        said.append(f"{coding.status} by {coding.coder}")
    return "; ".join(said)


def turns_given(desk: Desk, given: Given) -> frozenset[Place]:
    """The turns that the coder is given.

    Raises MisuseError for a share that is none, and for a profile field or value that nobody has.
    """
    people = _people(desk, given)
    turns: list[tuple[Place, str]] = []
    for id_ in [given.transcript] if given.transcript else desk.transcripts():
        transcript = desk.transcript(id_)
        spoken = {segment.turn for segment in transcript.segments}
        for turn in transcript.turns:
            person = people(turn.respondent or "")
            if person and turn.number in spoken and desk.may_show(transcript, turn.number):
                group = ", ".join(values_of(person, given.by)) if given.by else ""
                turns.append(((id_, turn.number), group))
    if given.by and not any(group for _, group in turns):
        raise MisuseError(f'nobody has a value for "{given.by}".', hint="a profile field, as respondent_type")
    if not given.sample:
        return frozenset(place for place, _ in turns)
    share = _SHARE.fullmatch(given.sample.strip())
    if share is None or not 0 < float(share[1]) <= 100:
        raise MisuseError(f'"{given.sample}" is no share.', hint="--sample 20%")
    return draw(turns, share=float(share[1]) / 100, seed=given.seed)


def _people(desk: Desk, given: Given) -> Callable[[str], Respondent | None]:
    """From an id to the respondent, None for nobody and for those whose words are not asked for."""
    settings, listed = desk.study.settings, desk.respondents()
    known = {one.id: one for one in listed}
    asked = exact_where(given.where, listed, profile_fields(settings, listed), settings)

    def find(id_: str) -> Respondent | None:
        person = known.get(id_, Respondent(id_)) if id_ else None
        return person if person and fits(person, asked) else None

    return find
