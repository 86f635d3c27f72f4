"""Deciding from scripts, and decisions that travel between studies as one plain file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from qualcode.analysis.decided import Names, standing
from qualcode.analysis.ledger import ledger, look_again
from qualcode.errors import MisuseError, ProblemsError, QualcodeError
from qualcode.exporters.files import replacing
from qualcode.model.decision import Action, Decision
from qualcode.model.decision_json import from_json, to_json
from qualcode.model.problem import Problem, Where
from qualcode.model.table import Listing
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.decided import decided, stranded
from qualcode.workflow.desk import Desk, Word, chosen
from qualcode.workflow.explaining import passage
from qualcode.workflow.release import kept_out, withdrawn
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a person says of the codings of one code on a passage."""

    action: Action
    code: str
    changes: Mapping[str, str] = field(default_factory=dict)
    memo: str = ""
    settles: bool = False


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a file of decisions brought."""

    added: int
    known: int
    left_out: int
    """Decisions on words of respondents who have withdrawn."""
    stranded: int
    """Decisions that stand and whose words this study does not have, all in all."""


def decide(study: Study, segment: str, coder: str, verdict: Verdict) -> tuple[Decision, ...]:
    """Decides on every coding with the code on these sentences, or adds the code to them; in one transaction.

    Raises QualcodeError where the code is not on them, MisuseError for what the codebook does not have.
    """
    desk = Desk(study, coder)
    transcript, numbers = passage(study, segment)
    first, last = numbers[0], numbers[-1]
    if verdict.action is Action.ADD:
        where = desk.passage(transcript.id, first, last)
        return (desk.add(where, verdict.code, changes=verdict.changes, memo=verdict.memo),)
    found = chosen(desk.decided(transcript.id), first, last, verdict.code)
    if not found:
        raise QualcodeError(
            f"no coding with {verdict.code} is there.", where=segment, hint="qualcode explain, or decide add"
        )
    with study.store.transaction():
        return tuple(
            desk.judge(one, Word(verdict.action, verdict.changes, verdict.memo, verdict.settles)) for one in found
        )


def write_memo(study: Study, segment: str, coder: str, memo: str, code: str = "") -> Decision:
    """Keeps a memo on these sentences, or on a code there."""
    desk = Desk(study, coder)
    transcript, numbers = passage(study, segment)
    return desk.note(desk.passage(transcript.id, numbers[0], numbers[-1]), memo, code=code)


def decisions_listing(study: Study, *, only_again: bool = False) -> Listing:
    """What people decided, without what lies on words of respondents who have withdrawn."""
    again = look_again(decided(study, Names.of(study_codebook(study)[0])))
    again |= _of_split_codes(study)
    again |= {one.decision.id: one.why for one in stranded(study)}
    return ledger(_shown(study), again, only_again=only_again)


def _of_split_codes(study: Study) -> dict[str, str]:
    """The decisions that stand on a code from before it was split."""
    entries = [one for one in study.store.entries() if one.action == "codebook split"]
    split = {str(one.details["code"]): one.time for one in entries}
    held = standing(study.store.decisions())
    return {one.id: "its code was split since" for one in held if one.time <= split.get(one.code, "")}


def export_decisions(study: Study, path: Path) -> int:
    """Writes every decision as a line of JSON; how many.

    Those on words of respondents who have withdrawn, and of interviews that wait for a decision, are not written.
    """
    lines = sorted((one.time, one.id, to_json(one)) for one in _shown(study))
    with replacing(path) as draft:
        draft.write_text("".join(f"{line}\n" for _, _, line in lines), encoding="utf-8")
    return len(lines)


def import_decisions(study: Study, path: Path) -> MergeReport:
    """Adds the decisions of a file to those of the study; the order in which files come does not matter.

    Raises ProblemsError with every line that is no decision, and adds nothing then.
    """
    gone = withdrawn(study)
    read = _read(path)
    taken = [one for one in read if one.passage.respondent not in gone]
    with study.store.transaction():
        added = study.store.add_decisions(taken)
        if added:
            study.store.log("decisions", added=added)
    return MergeReport(added, len(taken) - added, len(read) - len(taken), sum(1 for _ in stranded(study)))


def _shown(study: Study) -> list[Decision]:
    out, gone = kept_out(study), withdrawn(study)
    return [
        one
        for one in study.store.decisions()
        if one.passage.transcript not in out and one.passage.respondent not in gone
    ]


def _read(path: Path) -> list[Decision]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise MisuseError(
            f"this file cannot be read ({type(error).__name__}).", where=path.name, hint="check its name"
        ) from error
    found: list[Decision] = []
    problems = []
    for number, line in enumerate(content.splitlines(), start=1):
        if line.strip():
            try:
                found.append(from_json(line))
            except ValueError:
                fix = "send the file that qualcode decisions export wrote, unchanged"
                problems.append(Problem("this line is no decision.", Where(path.name, line=number), fix))
    if problems:
        raise ProblemsError("nothing was imported.", problems)
    return found
