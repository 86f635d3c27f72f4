"""A new version of a transcript: stored beside the old one, with decisions carried to it."""

import shutil
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.problem import Problem
from qualcode.model.transcript import Transcript
from qualcode.workflow.decided import stranded
from qualcode.workflow.importing import ImportOptions, import_files
from qualcode.workflow.study import Study


class SameWordsError(QualcodeError):
    """The study has this version already."""


@dataclass(frozen=True, slots=True)
class RevisionReport:
    """What a new version changed."""

    revision: int
    same: int
    """Sentences that are as they were."""
    gone: int
    """Sentences of the old version that are not in the new one."""
    new: int
    waiting: int
    """Decisions on it whose words are not in the new version, or not only once: they wait for a person."""
    problems: tuple[Problem, ...]


def revise(study: Study, id_: str, path: Path) -> RevisionReport:
    """Stores the file at `path` as the next version of a transcript, whatever the file is called.

    Raises MisuseError for a row of a survey and for a file that is not there, SameWordsError where nothing differs,
    ProblemsError for a file that cannot be used; nothing is stored then.
    """
    old = study.store.transcript(id_)
    if ":" in id_:
        raise MisuseError(
            "a row of a survey is not revised by itself.", where=id_, hint=f"qualcode import --replace {id_} SURVEY"
        )
    if not path.is_file():
        raise MisuseError("there is no such file.", where=path.name, hint="check its spelling")
    with TemporaryDirectory() as folder:
        # Under the name that the study knows it by, the list says whose words it holds.
        named = Path(folder) / f"{PurePath(old.source).stem}{path.suffix}"
        shutil.copyfile(path, named)
        report = import_files(study, [named], options=ImportOptions(replace=frozenset((id_,))))
    if id_ not in report.revised:
        raise SameWordsError("this version has the same words.", where=path.name, hint="nothing needs to be done")
    new = study.store.transcript(id_)
    same = _same(old, new)
    waiting = sum(one.decision.passage.transcript == id_ for one in stranded(study))
    study.store.log("revise", transcript=id_, revision=new.revision, waiting=waiting)
    return RevisionReport(
        new.revision, same, len(old.segments) - same, len(new.segments) - same, waiting, tuple(report.problems)
    )


def _same(old: Transcript, new: Transcript) -> int:
    """How many sentences stand in both versions, in the same order."""
    before, after = ([one.span.of(each.text) for one in each.segments] for each in (old, new))
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)
