"""Passages that people coded with the study's codes: single quotations, and whole interviews sentence by sentence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from gold_entries import HERE
from ruamel.yaml import YAML

QUOTATIONS = HERE / "quotations"
QUOTED = ("third_report", "test_report", "test", "dev_report", "dev")
"""The sets of quotations: three that nobody read who wrote rules, two to tune on."""
INTERVIEWS = HERE.parents[1] / "transcripts_sample" / "gold"


@dataclass(frozen=True, slots=True)
class GivenCode:
    """A code that a passage got, how what it says is asserted, and who did it where the code is a harm."""

    code: str
    reading: str = "affirmed"
    agent: str = ""

    @property
    def theme(self) -> str:
        """The theme that the code's id begins with."""
        return theme_of(self.code)


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage with the codes that it got; in an interview, one sentence."""

    id: str
    text: str
    codes: tuple[GivenCode, ...]
    speaker: str = ""
    """The kind of respondent, for a quotation, which stands alone."""


def theme_of(code: str) -> str:
    """The theme a code of the study belongs to: `drv_economic` stands under `mig`."""
    prefix = code.partition("_")[0]
    return "mig" if prefix == "drv" else prefix


def read_quotations(name: str) -> tuple[Unit, ...]:
    """The quotations of one set of `QUOTED`."""
    entries = _load(QUOTATIONS / f"{name}.yaml")
    return tuple(
        Unit(entry["id"], entry["text"], tuple(map(_given, entry["codes"])), entry["respondent_type"])
        for entry in entries
    )


def read_coded_interviews(pass_: str) -> dict[str, Mapping[int, tuple[GivenCode, ...]]]:
    """What one pass (`first`, `second` or `agreed`) gave: transcript to segment number to codes."""
    found = {}
    for path in sorted((INTERVIEWS / pass_).glob("*.yaml")):
        content = _load(path)
        found[content["transcript"]] = dict(_by_segment(content["segments"]))
    return found


def _by_segment(segments: Mapping[Any, Any]) -> Iterator[tuple[int, tuple[GivenCode, ...]]]:
    for key, codes in segments.items():
        first, _, last = str(key).partition("-")
        for number in range(int(first), int(last or first) + 1):
            yield number, tuple(map(_given, codes))


def _given(entry: Mapping[str, str]) -> GivenCode:
    return GivenCode(entry["code"], entry.get("reading") or "affirmed", entry.get("agent") or "")


def _load(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
