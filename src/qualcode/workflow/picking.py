"""Picking quotes for the report: from the terminal, or from a column of the workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qualcode.analysis.picks import Pick
from qualcode.analysis.quoting import is_faithful, squeezed
from qualcode.errors import MisuseError, ProblemsError, QualcodeError, did_you_mean
from qualcode.model.coded import CodedSegment
from qualcode.model.problem import Problem, Where
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Transcript
from qualcode.readers.formats import cells
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.explaining import passage
from qualcode.workflow.labelling import label_steps
from qualcode.workflow.release import released
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import coded

_COLUMNS = {"quote": "Quote", "segment": "Segment", "code": "Code id", "section": "For the report"}


@dataclass(frozen=True, slots=True)
class Wording:
    """How a passage is to stand in the report; empty words and label for those the study has."""

    words: str = ""
    """The passage with cuts marked [...] and additions in square brackets."""
    label: str = ""
    section: str = ""
    code: str = ""
    memo: str = ""


def pick(study: Study, segment: str, wording: Wording) -> Pick:
    """Keeps a passage for the report, in the place of what was picked of it for the same section.

    Raises QualcodeError for a passage that is not one respondent's or may not be shown, MisuseError for words that were
    not said, for a label that is finer than the respondent's own or no label of theirs, and for an unknown code.
    """
    transcript, numbers = passage(study, segment)
    verbatim, person = _said(study, transcript, numbers)
    words = wording.words.strip() or verbatim
    if not is_faithful(words, verbatim):
        raise MisuseError(
            "these are not the words of the passage.",
            hint="leave words out only where [...] stands, add only in square brackets: [so], and change nothing else",
        )
    codes = [code.id for code in study_codebook(study)[0].codes()]
    if wording.code and wording.code not in codes:
        raise MisuseError(
            f'there is no code "{wording.code}".{did_you_mean(wording.code, codes)}', hint="a code of the codebook"
        )
    made = Pick(
        transcript.segment_id(numbers[0], numbers[-1]),
        person.id,
        words,
        _label(study, person, wording.label),
        verbatim,
        wording.section.strip(),
        wording.code,
        wording.memo,
    )
    _keep(study, made)
    return made


def drop(study: Study, segment: str, section: str) -> None:
    """Takes a pick back; QualcodeError where there is none of this passage in this section."""
    transcript, numbers = passage(study, segment)
    if not study.store.drop_pick(transcript.segment_id(numbers[0], numbers[-1]), section.strip()):
        raise QualcodeError(
            "this passage is not picked for this section.", where=segment, hint="qualcode quotes picked lists all"
        )


def read_picks(study: Study, path: Path) -> tuple[Pick, ...]:
    """Picks what the column "For the report" of a workbook's sheet of quotes names a section for.

    Raises ProblemsError with every fault and its row, and keeps nothing then: a quote whose words were altered in the
    sheet, a passage that the study does not have.
    """
    if path.suffix.lower() != ".xlsx":
        raise MisuseError(f'"{path.name}" is no workbook.', hint="the .xlsx that qualcode export wrote, filled in")
    rows = list(_marked(path, study.settings.encoding))
    found = {(one.segment, one.coding.code): one for one in coded(study).segments}
    problems, made = [], []
    for row, held in rows:
        place = Where(path.name, row=row)
        one = found.get((held["segment"], held["code"]))
        if one is None:
            fix = "export the workbook anew: the study has been coded again since"
            problems.append(Problem(f"{held['segment']} is not coded with {held['code']}.", place, fix))
        elif squeezed(one.text) != squeezed(held["quote"]):
            fix = "leave the column Quote as it was; qualcode quotes pick --words cuts and adds"
            problems.append(Problem("the words of the quote were altered in the sheet.", place, fix))
        else:
            made.append(_whole(one, held["section"]))
    if problems:
        raise ProblemsError("nothing was picked.", problems)
    with study.store.transaction():
        for kept in made:
            _keep(study, kept)
    return tuple(made)


def _keep(study: Study, one: Pick) -> None:
    row = (one.segment, one.respondent, one.words, one.label, one.verbatim, one.section, one.code, one.memo)
    study.store.put_pick(row)


def _whole(segment: CodedSegment, section: str) -> Pick:
    person = segment.respondent
    return Pick(segment.segment, person.id, segment.text, person.label, segment.text, section, segment.coding.code)


def _said(study: Study, transcript: Transcript, numbers: list[int]) -> tuple[str, Respondent]:
    """The words of a run of sentences and whose they are."""
    people = {one.id: one for one in released(study).respondents}
    segments = [one for one in transcript.segments if one.number in numbers]
    turns = {turn.number: turn for turn in transcript.turns}
    owners = {turns[one.turn].respondent for one in segments}
    if len({one.turn for one in segments}) > 1 or len(owners) > 1 or None in owners:
        raise QualcodeError(
            "a quote is of one respondent's neighbouring sentences, in one turn.",
            where=transcript.segment_id(numbers[0], numbers[-1]),
            hint="qualcode explain shows whose words a sentence has",
        )
    owner = people.get(next(iter(owners)) or "")
    if owner is None:
        raise QualcodeError(
            "this respondent has withdrawn, or their interview waits for a decision: nothing of it is picked.",
            where=transcript.id,
            hint="qualcode respondents lists who there is",
        )
    return transcript.text[segments[0].span.start : segments[-1].span.end], owner


def _label(study: Study, person: Respondent, wanted: str) -> str:
    """The label to stand under the quote: the respondent's own, or a coarser one of theirs."""
    steps = [step for step in label_steps(person, released(study).respondents, study.settings) if step]
    if not wanted:
        return person.label or (steps[0] if steps else "")
    allowed = dict.fromkeys(filter(None, (person.label, *steps)))
    if wanted.strip() not in allowed:
        raise MisuseError("this is no label of the respondent's, or a finer one.", hint=f"one of: {'; '.join(allowed)}")
    return wanted.strip()


def _marked(path: Path, encoding: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Row number and cells of the quotes for which a section is named."""
    grid = next((one for one in cells.read(path, encoding=encoding) if one.name == "Quotes"), None)
    headings = [word.strip() for word in grid.rows[0]] if grid and grid.rows else []
    missing = [title for title in _COLUMNS.values() if title not in headings]
    if grid is None or missing:
        what = f"the sheet Quotes has no column {missing[0]}." if grid else "there is no sheet Quotes."
        raise ProblemsError("nothing was picked.", [Problem(what, Where(path.name), "qualcode export writes one")])
    places = {name: headings.index(title) for name, title in _COLUMNS.items()}
    for number, row in enumerate(grid.rows[1:], start=grid.first_row + 1):
        held = {name: row[place].strip() if place < len(row) else "" for name, place in places.items()}
        if held["section"]:
            yield number, held
