"""Changes to a study's codebook, as a researcher makes them between two runs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

_COMMON = "lentils"
"""A word of the corpus that the shipped codebook does not use: with it, a rule finds something new."""
_UNSAID = "zeppelin over Belgrade"
"""What nobody says: as a veto it changes a rule and nothing that is found."""


def change_one_rule(study: Path) -> None:
    """Gives one rule of one code another word.

    Raises LookupError where the codebook has no rule of kind `any`.
    """
    for path, codebook in _files(study):
        for rule in _rules(codebook):
            if "any" in rule:
                rule["any"].append(_COMMON)
                _yaml().dump(codebook, path)
                return
    raise LookupError("any")


def change_every_rule(study: Path) -> None:
    """Gives every rule of every code another veto, so that each is another rule and has to be tried again."""
    for path, codebook in _files(study):
        for rule in _rules(codebook):
            unless = rule.setdefault("unless", [])
            if isinstance(unless, str):
                rule["unless"] = [unless, _UNSAID]
            elif isinstance(unless, dict):
                next(terms for name, terms in unless.items() if name != "scope").append(_UNSAID)
            else:
                unless.append(_UNSAID)
        _yaml().dump(codebook, path)


def _files(study: Path) -> Iterator[tuple[Path, Any]]:
    for path in sorted((study / "codebook").glob("*.yaml")):
        yield path, _yaml().load(path)


def _rules(codebook: Any) -> Iterator[Any]:
    for theme in codebook.get("themes", ()):
        for code in theme["codes"]:
            yield from code.get("rules", ())


def _yaml() -> YAML:
    yaml = YAML()
    yaml.width = 10_000
    return yaml
