"""What is measured: the two baselines, and qualcode in every state that a researcher meets it in."""

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from changes import change_every_rule, change_one_rule
from programs import Finished, run
from studies import Description, describe, make_sample_study, make_studies


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured."""

    interviews: int = 1000
    words: int = 5_000_000
    naive: int = 150_000
    """Words the naive pipeline runs on."""
    phrases: int = 1_000_000
    """Words the PhraseMatcher runs on."""


@dataclass(frozen=True, slots=True)
class Row:
    """What one run took."""

    what: str
    interviews: int
    """0 where it ran on a part of them."""
    words: int
    seconds: float
    run: Finished

    @property
    def speed(self) -> float:
        """Words a second."""
        return self.words / self.seconds


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything that was measured, one after another on one corpus."""

    corpus: Description
    sample: Description
    baselines: tuple[Row, ...]
    """The naive pipeline comes first."""
    states: tuple[Row, ...]
    """qualcode over the whole corpus."""
    sizes: tuple[Row, ...]
    """qualcode cold, over a quarter of the corpus, half of it and all of it."""
    alone: Row
    """qualcode cold on one process, over a quarter."""


def measure(folder: Path, size: Size) -> Measured:
    """Makes the studies in `folder` and measures; what is going on is told on stderr."""
    parts = [max(size.interviews // share, 1) for share in (4, 2, 1)]
    quarter, whole = parts[0], parts[-1]
    _say("making the interviews")
    heard = make_sample_study(folder / "sample")
    folders = {part: folder / f"{part}" for part in parts}
    words = make_studies(folders, size.words, heard)
    untouched = {name: shutil.copytree(folders[part], folder / name) for name, part in (("a", quarter), ("b", whole))}
    baselines = (*_naive(folders[whole], size), *_phrases(folders[whole], size))
    sizes = [_coded("cold", folders[part], (part, words[part])) for part in parts]
    corpus = describe(folders[whole])
    alone = _coded("cold, one process", untouched["a"], (quarter, words[quarter]), "--processes", 1)
    each = _coded("cold, every sentence for itself", untouched["b"], (whole, words[whole]), "--no-reuse")
    warm = _warm(folders[whole], (whole, words[whole]))
    return Measured(corpus, describe(folder / "sample"), baselines, (sizes[-1], each, *warm), tuple(sizes), alone)


def _naive(folder: Path, size: Size) -> tuple[Row, ...]:
    _say("the naive pipeline")
    run_ = run("run_naive.py", folder, size.naive, 2)
    return (Row("naive pipeline, two processes", 0, run_.found["words"], run_.found["seconds"], run_),)


def _phrases(folder: Path, size: Size) -> tuple[Row, ...]:
    _say("the PhraseMatcher")
    run_ = run("run_phrases.py", folder, size.phrases)
    words = run_.found["words"]
    return (
        Row("PhraseMatcher alone, over tokenised text", 0, words, run_.found["seconds"], run_),
        Row("PhraseMatcher alone, tokenising included", 0, words, run_.found["with_tokens"], run_),
    )


def _warm(folder: Path, corpus: tuple[int, int]) -> list[Row]:
    """A study that was coded before, coded again."""
    rows = [_coded("warm, nothing changed", folder, corpus)]
    change_one_rule(folder)
    rows.append(_coded("warm, one rule changed", folder, corpus))
    change_every_rule(folder)
    rows.append(_coded("warm, every rule changed", folder, corpus))
    rows.append(_coded("warm, everything evaluated afresh", folder, corpus, "--afresh"))
    return rows


def _coded(what: str, folder: Path, corpus: tuple[int, int], *options: object) -> Row:
    """A run of qualcode on a corpus of so many interviews and words."""
    interviews, words = corpus
    _say(f"{what}, {interviews} interviews")
    run_ = run("run_qualcode.py", folder, *options)
    return Row(f"qualcode, {what}", interviews, words, run_.found["seconds"], run_)


def _say(what: str) -> None:
    sys.stderr.write(f"{what} ...\n")
