"""How long a key takes on the review screen in a large study, beside an empty textual screen.

python tests/benchmarks/review.py [--transcripts 1000] [--codings 100000]
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from textual.app import App

from qualcode.tui import ReviewApp
from qualcode.workflow.coding import code_study
from qualcode.workflow.desk import Desk
from qualcode.workflow.importing import import_files
from qualcode.workflow.study import StudyFolder, opened

CODEBOOK = """
codebook: Roads
version: "1.0"
themes:
  - id: sta
    name: Authorities
    codes:
      - {id: sta_police, name: Police, definition: Words about the police., rules: [{any: [police]}]}
      - {id: sta_river, name: River, definition: Words about a river., rules: [{any: [river]}]}
"""
KEYS = ("n", "a", "n", "r", "u", "n", "a", "down", "up", "right_square_bracket")


def main() -> None:
    """Prints a table: the median and the longest time of a key, in milliseconds."""
    parser = argparse.ArgumentParser(description="How long a key takes on the review screen.")
    parser.add_argument("--transcripts", type=int, default=1_000)
    parser.add_argument("--codings", type=int, default=100_000)
    options = parser.parse_args()
    lines = ["| screen | median ms | longest ms |", "|---|---:|---:|"]
    with tempfile.TemporaryDirectory() as folder:
        study = _make(Path(folder), options.transcripts, options.codings)
        with opened(StudyFolder(study)) as current:
            desk = Desk(current, "Anna")
            for name, app in (("qualcode review", ReviewApp(desk, desk.transcripts())), ("an empty screen", App())):
                times = asyncio.run(_times(app))
                lines.append(f"| {name} | {statistics.median(times):.0f} | {max(times):.0f} |")
    sys.stdout.write("\n".join(lines) + "\n")


async def _times(app: App[Any]) -> list[float]:
    """How long each key took until the screen had nothing left to do, in milliseconds."""
    times = []
    async with app.run_test(size=(80, 24)) as pilot:
        for key in KEYS * 3:
            start = time.perf_counter()
            await pilot.press(key)
            await pilot.pause()
            times.append((time.perf_counter() - start) * 1000)
    return times


def _make(folder: Path, transcripts: int, codings: int) -> Path:
    study, incoming = folder / "study", folder / "field"
    (study / "codebook").mkdir(parents=True)
    incoming.mkdir()
    (study / "study.yaml").write_text("name: Roads\n", encoding="utf-8")
    (study / "codebook" / "roads.yaml").write_text(CODEBOOK, encoding="utf-8")
    ids = [f"R{number:04}" for number in range(transcripts)]
    rows = "".join(f"{one},active\n" for one in ids)
    (study / "respondents.csv").write_text(f"respondent_id,consent_status\n{rows}", encoding="utf-8")
    answers = codings // (2 * transcripts)
    for place, one in enumerate(ids):
        said = "".join(
            f"I: What happened on day {day} of {place}?\nR: The police stopped us near village {day * 7 + place}. "
            f"We crossed the river {place} times. Then we slept.\n"
            for day in range(answers)
        )
        (incoming / f"{one}.txt").write_text(said, encoding="utf-8")
    with opened(StudyFolder(study)) as current:
        import_files(current, [incoming])
        code_study(current)
    return study


if __name__ == "__main__":
    main()
