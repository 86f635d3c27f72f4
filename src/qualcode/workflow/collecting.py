"""Which files of the paths a person gave are read, and what was passed over."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers import FORMATS
from qualcode.workflow.study import LISTS, StudyFolder

_NEVER = frozenset(("thumbs.db", "desktop.ini", "icon\r", "study.yaml", "cache.db"))
_ABOUT = frozenset(("readme", "license", "licence", "changelog"))
"""Stems of files that say something about a folder and are no interviews."""
_OLD = {".doc": ".docx", ".xls": ".xlsx"}


def collect(
    paths: Iterable[Path], folder: StudyFolder, *, respondents: Path | None, without: Sequence[Path] = ()
) -> tuple[list[Path], list[Problem]]:
    """The files to read, in the same order on every machine, and what was passed over.

    Folders are searched with everything in them, except for what is the study's own. `respondents` is the list in use,
    `without` are other files and folders that are no transcripts.
    """
    found: list[Path] = []
    problems: list[Problem] = []
    own = [folder.codebook, folder.exports, *without]
    for path in paths:
        if path.is_dir():
            found += _inside(path, {one.resolve() for one in own})
        elif path.exists():
            found.append(path)
        else:
            problems.append(Problem("there is no such file or folder.", Where(str(path)), "check its spelling"))
    listed = respondents.resolve() if respondents else None
    files = []
    for path in dict.fromkeys(one.resolve() for one in found):
        if path == listed or _is_no_interview(path, folder):
            continue
        oddity = _other_list(path) or _oddity(path)
        if oddity is None:
            files.append(path)
        else:
            problems.append(oddity)
    return files, problems


def _inside(path: Path, own: set[Path]) -> Iterator[Path]:
    """The files in a folder and in all folders in it."""
    for one in sorted(path.rglob("*"), key=lambda one: unicodedata.normalize("NFC", one.as_posix())):
        place = one.resolve()
        if one.is_file() and not _hidden(one.relative_to(path)) and own.isdisjoint((place, *place.parents)):
            yield one


def _hidden(path: Path) -> bool:
    """Whether a file stands in a hidden folder or is hidden itself."""
    return any(part.startswith(".") or part == "__MACOSX" for part in path.parts)


def _is_no_interview(path: Path, folder: StudyFolder) -> bool:
    """Whether a file is of the system, of the study, or about a folder."""
    name = path.name.casefold()
    of_study = path.parent == folder.path.resolve() and name.startswith(("study.db", "start-"))
    return name in _NEVER or path.stem.casefold() in _ABOUT or of_study


def _other_list(path: Path) -> Problem | None:
    """A warning for a file that is named as respondent lists are."""
    if path.name.casefold() not in LISTS:
        return None
    what = "this looks like a respondent list; it was passed over, because another one or none is used."
    return Problem(what, Where(path.name), "give it with --respondents if it is the one", Severity.WARNING)


def _oddity(path: Path) -> Problem | None:
    """Why a file is not read, None where it is."""
    suffix = path.suffix.lower()
    if path.name.startswith("~$"):
        what = "this is a lock file that Word or Excel leaves while a document is open; it was passed over."
        return Problem(what, Where(path.name), "close the document", Severity.WARNING)
    if suffix in _OLD:
        what = f"{suffix} files of old versions of Office are not read."
        return Problem(what, Where(path.name), f"open it and save it as {_OLD[suffix]}")
    if not FORMATS.knows(path):
        what = f"{suffix or 'a file without a suffix'} is no transcript format; it was passed over."
        return Problem(what, Where(path.name), f"formats: {' '.join(FORMATS.suffixes)}", Severity.WARNING)
    return None
