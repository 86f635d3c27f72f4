"""A codebook from YAML files, with every fault of all of them reported together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import TypeVar

from qualcode.codebook.fingerprint import codebook_hash
from qualcode.codebook.nodes import Reading
from qualcode.codebook.parts import Parts, read_parts
from qualcode.codebook.references import check_names, check_references
from qualcode.codebook.routes import check_routes, merged_routes
from qualcode.codebook.source import Text, read_sources, read_texts
from qualcode.errors import ProblemsError
from qualcode.model.codebook import Codebook
from qualcode.model.problem import Problem, Severity, Where, has_errors

_Value = TypeVar("_Value")


def load_codebook(path: Path) -> tuple[Codebook, tuple[Problem, ...]]:
    """The codebook at `path`, a YAML file or a folder of them, with the warnings and notes about it.

    Raises ProblemsError with all faults of all files where one of them is an error, QualcodeError where there is no
    file to read.
    """
    return _loaded(path.name, path.resolve().stem, read_texts(path))


@lru_cache(maxsize=2)
def _loaded(file: str, name: str, texts: tuple[Text, ...]) -> tuple[Codebook, tuple[Problem, ...]]:
    """The codebook of these texts, called `name` where they do not say; `file` is where faults of the whole are.

    One command may ask several times for the same codebook, and compare it with one other.
    """
    sources, unread = read_sources(texts)
    readings = [Reading(source.name) for source in sources]
    parts = [read_parts(reading, source.root) for reading, source in zip(readings, sources, strict=True)]
    codebook = _merged(name, parts)
    problems = [*unread, *chain.from_iterable(reading.problems for reading in readings), *check_names(readings)]
    if not unread:
        problems += [*_incomplete(file, parts), *check_references(codebook, readings), *check_routes(codebook.routes)]
    problems.sort(key=lambda problem: (problem.where.file, problem.where.line or 0))
    if has_errors(problems):
        count = sum(problem.severity is Severity.ERROR for problem in problems)
        raise ProblemsError(f"the codebook has {'a fault' if count == 1 else f'{count} faults'}.", problems)
    return replace(codebook, hash=codebook_hash(codebook)), tuple(problems)


def _merged(name: str, parts: Sequence[Parts]) -> Codebook:
    return Codebook(
        name=_first(part.name for part in parts) or name,
        version=_first(part.version for part in parts),
        hash="",
        language=_first(part.language for part in parts) or "en",
        themes=tuple(theme for part in parts for theme in part.themes),
        actors=_together(part.actors for part in parts),
        actions=_together(part.actions for part in parts),
        sets=_together(part.sets for part in parts),
        routes=merged_routes(part.routes for part in parts),
    )


def _first(values: Iterable[str]) -> str:
    return next(filter(None, values), "")


def _together(parts: Iterable[Mapping[str, _Value]]) -> dict[str, _Value]:
    return {name: value for part in parts for name, value in part.items()}


def _incomplete(file: str, parts: Sequence[Parts]) -> list[Problem]:
    """What no file of the codebook says."""
    where = Where(file)
    found: list[Problem] = []
    if not any(part.themes for part in parts):
        return [Problem("the codebook has no themes.", where, 'write them below "themes:", each with its codes')]
    if not _first(part.name for part in parts):
        found.append(Problem("the codebook has no name.", where, 'write "codebook: My study"', Severity.WARNING))
    if not _first(part.version for part in parts):
        fix = 'write version: "1.0", and a new one after every change'
        found.append(Problem("the codebook has no version.", where, fix, Severity.WARNING))
    return found
