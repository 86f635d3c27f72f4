"""A change of the codebook's files, and how it is written: checked first, then every file whole or not at all."""

import os
import re
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from qualcode.codebook.load import load_codebook
from qualcode.codebook.source import files_of
from qualcode.errors import ProblemsError, QualcodeError
from qualcode.model.problem import Problem

_NAMED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that is not made yet.

    `files` has the whole new text of each file that changes, byte for byte as it will be when saved as UTF-8;
    `sentences` say in plain English what changes, `before` is what these files held when the edit was planned.
    """

    path: Path
    files: Mapping[Path, str]
    sentences: tuple[str, ...]
    before: Mapping[Path, str] = field(default_factory=dict)


def write(edit: Edit) -> None:
    """Writes every file of `edit`, or none.

    Raises ProblemsError where the codebook would have faults that it has not now, QualcodeError where a file was
    changed since the edit was planned or cannot be written.
    """
    for file, text in edit.before.items():
        if not file.is_file() or file.read_bytes() != text.encode():
            raise QualcodeError(
                "the file was changed in the meantime.", where=file.name, hint="do it again with the file as it is now"
            )
    _check(edit)
    done: list[Path] = []
    with _drafts(edit) as drafts:
        try:
            for file, draft in drafts.items():
                draft.replace(file.resolve())
                done.append(file)
        except OSError as error:
            for file in done:
                file.write_bytes(edit.before[file].encode())
            raise _unwritable(file, error) from error


def new_problems(edit: Edit) -> tuple[Problem, ...]:
    """The errors that the codebook would have after `edit` and has not now."""
    with TemporaryDirectory() as folder:
        copy = Path(folder) / edit.path.resolve().name
        if edit.path.is_dir():
            copy.mkdir()
        for _, file in files_of(edit.path):
            target = copy / file.name if edit.path.is_dir() else copy
            target.write_bytes(edit.files[file].encode() if file in edit.files else file.read_bytes())
        after = _errors(copy)
    before = _errors(edit.path) if after else []
    for same in (_words, _kind):
        after, before = _unmatched(after, before, same), _unmatched(before, after, same)
    return tuple(after)


def _check(edit: Edit) -> None:
    problems = new_problems(edit)
    if problems:
        raise ProblemsError(
            "the codebook would not be sound after this change, so that nothing was changed.",
            problems,
            hint="mend what is said below, with the line it would have, or make the change by hand",
        )


def _errors(path: Path) -> list[Problem]:
    try:
        load_codebook(path)
    except ProblemsError as error:
        return list(error.errors)
    return []


def _unmatched(problems: list[Problem], others: list[Problem], same: Callable[[Problem], str]) -> list[Problem]:
    """Those of `problems` for which none of `others` is left that is the same."""
    left = Counter(map(same, others))
    found: list[Problem] = []
    for problem in problems:
        if left[same(problem)]:
            left[same(problem)] -= 1
        else:
            found.append(problem)
    return found


def _words(problem: Problem) -> str:
    return problem.what


def _kind(problem: Problem) -> str:
    """What is wrong, without names: a fault of a code that is called differently now is no new one."""
    return _NAMED.sub("", problem.what)


@contextmanager
def _drafts(edit: Edit) -> Iterator[dict[Path, Path]]:
    """The new files, each beside the one whose place it takes; those left over vanish at the end."""
    drafts: dict[Path, Path] = {}
    try:
        for file, text in edit.files.items():
            real = file.resolve()
            drafts[file] = real.with_name(f".{real.name}.{os.getpid()}.part")
            try:
                drafts[file].write_bytes(text.encode())
                shutil.copymode(real, drafts[file])
            except OSError as error:
                raise _unwritable(file, error) from error
        yield drafts
    finally:
        for draft in drafts.values():
            with suppress(OSError):
                draft.unlink()


def _unwritable(file: Path, error: OSError) -> QualcodeError:
    return QualcodeError(
        f"the file cannot be written ({error.strerror or type(error).__name__}), so that nothing was changed.",
        where=file.name,
        hint="close it in other programs, and check that you may write to it and its folder",
    )
