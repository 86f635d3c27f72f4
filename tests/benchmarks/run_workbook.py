"""Writes a workbook of many codings: `run_workbook.py CODINGS RESPONDENTS HOW`, HOW is qualcode or plain.

Prints as JSON what it took. The codings are made from a seed: who says what, how often and in which words is invented.
"""

import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook

from qualcode.analysis import cooccurrence, findings, framework, grid, sample, voices, who
from qualcode.analysis.matrix import respondents_by_code
from qualcode.analysis.tables import cross_tabulate
from qualcode.exporters.contract import contract_row
from qualcode.exporters.workbook import write
from qualcode.model.codebook import Code, Codebook, Theme
from qualcode.model.coded import CodedSegment, Material, Report
from qualcode.model.coding import Coding, Run
from qualcode.model.respondent import Respondent
from qualcode.model.table import Grouping
from qualcode.model.transcript import Role, Span

_WORDS = (
    "we they crossed river night police camp guide money walked waited cold forest border bus again nobody said".split()
)
_READINGS = ("affirmed",) * 8 + ("negated", "hypothetical")
_FIELDS = {"country": ("Serbia", "Bosnia", "Albania", "Greece"), "gender": ("woman", "man")}
_TURNS = 40


def material(codings: int, respondents: int) -> Material:
    """A coded study: so many codings on the words of so many respondents."""
    chance = random.Random(7)  # noqa: S311 - the same study every time
    codes = tuple(
        Code(f"t{theme}_{code}", f"t{theme}", f"Code {theme}.{code}") for theme in range(10) for code in range(5)
    )
    themes = tuple(Theme(f"t{one}", f"Theme {one}", codes=codes[5 * one : 5 * one + 5]) for one in range(10))
    codebook = Codebook("Made up", "1.0", "ab" * 32, themes=themes)
    people = tuple(
        Respondent(
            f"R{number:04}",
            "person",
            {name: (chance.choice(held),) for name, held in _FIELDS.items()},
            label="A person",
        )
        for number in range(respondents)
    )
    found = [_coded(chance, people[number % respondents], number, codes) for number in range(codings)]
    run = Run("Made up", "1.0", "ab" * 32, "1", "", respondents, codings)
    ordered = tuple(sorted(found, key=lambda one: one.coding.sort_key))
    return Material("Made up", codebook, run, people, ordered, {name: name for name in _FIELDS})


def _coded(chance: random.Random, person: Respondent, number: int, codes: Sequence[Code]) -> CodedSegment:
    code, turn = chance.choice(codes), chance.randrange(_TURNS)
    segment = 10 * turn + chance.randrange(10)
    text = " ".join(chance.choices(_WORDS, k=chance.randrange(6, 30)))
    coding = Coding(
        f"T_{person.id}",
        Span(100 * segment + number % 90, 100 * segment + 95),
        turn,
        segment,
        segment,
        code.theme,
        code.id,
        f"{code.id}-any",
        text[:8],
        agent=chance.choice(("", "police", "smuggler")),
        assertion=chance.choice(_READINGS),
    )
    return CodedSegment(
        coding,
        person,
        f"T_{person.id}:{segment}",
        "R",
        Role.RESPONDENT,
        "And then?",
        text,
        f"T_{person.id}.docx",
        before=text[::-1],
        after=text,
    )


def with_qualcode(found: Material, path: Path) -> None:
    """All tables and the workbook, as an export makes them from codings in memory."""
    tables = tuple(cross_tabulate(found, (Grouping(name, name),)) for name in _FIELDS)
    listings = (
        findings.findings(found),
        who.who_did_what(found),
        framework.framework(found, {}),
        grid.discussion_grid(found, {}),
        sample.describe(found),
        voices.voice_balance(found),
        cooccurrence.cooccurrence(found),
    )
    report = Report(
        found.study, found.codebook, found.run, found.respondents, found.segments, tables, found.fields, (), listings
    )
    write(path, report, matrix=respondents_by_code(found.segments, found.respondents, found.codebook).grid())


def plainly(found: Material, path: Path) -> None:
    """The quotes alone, as somebody writes them who knows openpyxl and not yet what it costs: no link, no look."""
    book = Workbook()
    sheet = book.active
    for segment in found.segments:
        sheet.append(list(contract_row(segment).values()))
    book.save(path)


HOW: dict[str, Callable[[Material, Path], None]] = {"qualcode": with_qualcode, "plain": plainly}

if __name__ == "__main__":
    study = material(int(sys.argv[1]), int(sys.argv[2]))
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        HOW[sys.argv[3]](study, Path(folder) / "out.xlsx")
        seconds = time.perf_counter() - started
        size = (Path(folder) / "out.xlsx").stat().st_size
    sys.stdout.write(json.dumps({"seconds": seconds, "size": size}))
