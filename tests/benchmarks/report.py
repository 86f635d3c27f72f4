"""What was measured, as Markdown."""

import os
import platform
from collections.abc import Callable, Mapping, Sequence
from importlib.metadata import version
from statistics import mean

from measuring import Measured, Row
from studies import Description

_METHOD = """\
- **Naive pipeline**: what somebody writes who knows spaCy and not yet what it costs. The whole English pipeline, entity
  recogniser included, over respondents' turns on two processes (`nlp.pipe(n_process=2)`); then the same codebook's
  terms as phrases by lemma, its gaps and wildcards as token patterns, and a loop over its rules. It is slow, so it runs
  on interviews drawn from all over the corpus. Loading the model and compiling the terms are not counted.
- **PhraseMatcher alone**: every spelling of the codebook's terms, over text that is tokenised already, and with
  tokenising counted. It finds terms and nothing else: no rule, no actor, no negation.
- **qualcode**: `code_study` on a study whose transcripts are stored: compiling the codebook, reading the transcripts,
  coding them and storing the codings, comparing them with the run before. *Cold*: there is no cache.db. *Every sentence
  for itself*: cold, and equal sentences are not coded once for all. *One rule changed*: a word was added to one rule of
  one code. *Every rule changed*: each rule was given another veto. *Afresh*: nothing changed and no stored result used.
- **Process**: each run is a fresh process, with one thread a process for linear algebra (`OMP_NUM_THREADS=1`). *In all*
  is that process from start to end, with imports and, for the baselines, with loading, compiling and reading the text.
- **Memory** is what the process and all it starts hold at the worst moment, looked at ten times a second. What they
  share is counted in each of them.
- **Words** are what white space separates. Only respondents' words are counted: interviewers' are never coded.
- **The interviews** are made from a seed: sentences of a grammar written for this benchmark, in clean and in broken
  English; the sample's sentences, some as they are and some with other places and times; short answers that everybody
  gives. They are written straight into a study, so that no time of an import is measured."""

_FACTS: Mapping[str, Callable[[Description], str]] = {
    "interviews": lambda one: f"{one.interviews:,}",
    "words of respondents": lambda one: f"{one.words:,}",
    "sentences, interviewers' included": lambda one: f"{one.sentences:,}",
    "of these, said before word for word": lambda one: f"{one.repeated / one.sentences:.1%}",
    "sentences of respondents": lambda one: f"{len(one.lengths):,}",
    "words of these, on average and at most": lambda one: f"{mean(one.lengths):.1f}, {one.lengths[-1]}",
    "of these, coded": lambda one: f"{one.coded / len(one.lengths):.1%}",
}


def report(measured: Measured, command: str) -> str:
    """The whole document, with the `command` that makes it."""
    machine = (
        f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, spaCy {version('spacy')}"
    )
    parts = [
        "# Speed",
        "How fast `qualcode code` is, beside two ways to do without it, measured in one run on one corpus:",
        f"```sh\n{command}\n```",
        f"On {machine}.",
        "## Coding",
        _speed(measured),
        _processes(measured),
        "## Memory",
        _growth(measured.sizes),
        "## The interviews",
        _corpora(measured.corpus, measured.sample),
        "## How it is measured",
        _METHOD,
    ]
    return "\n\n".join(parts) + "\n"


def _speed(measured: Measured) -> str:
    naive = measured.baselines[0]
    head = ("", "words", "seconds", "words/s", "× naive", "parsed", "in all", "memory")
    return _table(head, [_costs(row, naive) for row in (*measured.baselines, *measured.states)])


def _costs(row: Row, naive: Row) -> tuple[str, ...]:
    found = row.run.found
    parsed = f"{found['parsed'] / found['sentences']:.1%}" if found.get("sentences") else ""
    times = f"{row.speed / naive.speed:,.1f}"
    speed = (f"{row.words:,}", f"{row.seconds:,.1f}", f"{row.speed:,.0f}", times)
    return (row.what, *speed, parsed, f"{row.run.whole:,.1f} s", _megabytes(row))


def _processes(measured: Measured) -> str:
    one, two = measured.alone, measured.sizes[0]
    return (
        f"The second process: {one.interviews:,} interviews, cold, take {one.seconds:,.1f} s on one process "
        f"({one.speed:,.0f} words/s) and {two.seconds:,.1f} s on two ({two.speed:,.0f} words/s), which is "
        f"{one.seconds / two.seconds:.2f} times as fast."
    )


def _growth(rows: Sequence[Row]) -> str:
    sizes = [
        (f"{row.interviews:,}", f"{row.words:,}", f"{row.seconds:,.1f}", f"{row.speed:,.0f}", _megabytes(row))
        for row in rows
    ]
    return _table(("interviews, cold", "words", "seconds", "words/s", "memory"), sizes)


def _corpora(corpus: Description, sample: Description) -> str:
    rows = [(name, say(corpus), say(sample)) for name, say in _FACTS.items()]
    return _table(("", "corpus", "sample"), rows)


def _megabytes(row: Row) -> str:
    return f"{row.run.peak / 1e6:,.0f} MB" if row.run.peak else ""


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"| {' | '.join(head)} |", f"|---|{'---:|' * (len(head) - 1)}"]
    return "\n".join([*lines, *(f"| {' | '.join(row)} |" for row in rows)])
