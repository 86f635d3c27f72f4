"""How the test of a codebook looks: a line for each code, then each failure with what to do about it."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from qualcode.cli.listing import Column, folded, show_listing
from qualcode.cli.options import Format
from qualcode.cli.render import counted, out, say, tell
from qualcode.cli.rule_notation import place
from qualcode.workflow.testing import Trial, Verdict
from qualcode.workflow.utterance import speaker_types, usual_speaker

if TYPE_CHECKING:
    from qualcode.workflow.testing import TrialReport

_SIGNS = {Verdict.PASSED: "[green].[/]", Verdict.APART: "[yellow]~[/]", Verdict.FAILED: "[bold red]F[/]"}
_COLUMNS = (
    *("code", "kind", "file", "line", "verdict", "sentence", "speaker", "assertion", "rule", "matched"),
    *("coded_instead", "why"),
)
_LABEL = 15
"""Columns of the names in front of what is said of a sentence."""


def show_trials(report: "TrialReport", *, format: Format, codebook: Path | None = None) -> None:
    """What was tried and how it came out; `codebook` is what the hints name, None for the study's."""
    if format is not Format.TABLE:
        show_listing([Column(name) for name in _COLUMNS], map(_row, report.trials), format=format)
    else:
        _show_codes(report.trials)
        for trial in report.trials:
            if trial.verdict is Verdict.APART:
                _show_apart(trial)
        usual = usual_speaker(speaker_types(report.codebook))
        for trial in report.failed:
            _show_failure(trial, _hint(trial, codebook, usual))
    write = say if format is Format.TABLE else tell
    if report.untested:
        write(f"Without an example: {', '.join(code.id for code in report.untested)}.")
    write(_summary(report.trials))


def _summary(trials: Sequence[Trial]) -> str:
    numbers = {verdict: sum(one.verdict is verdict for one in trials) for verdict in Verdict}
    codes = len({one.sentence.code.id for one in trials})
    parts = [f"{numbers[Verdict.PASSED]} passed"]
    if numbers[Verdict.APART]:
        parts.append(f"{numbers[Verdict.APART]} coded but not counted")
    parts.append(f"{numbers[Verdict.FAILED]} failed")
    return f"{counted(len(trials), 'sentence')} of {counted(codes, 'code')}: {', '.join(parts)}."


def _show_codes(trials: Sequence[Trial]) -> None:
    """A line for each code with a sign for each of its sentences, examples before counterexamples."""
    width = max((len(one.sentence.code.id) for one in trials), default=0) + 2
    for file, in_file in groupby(trials, key=lambda one: one.sentence.code.file):
        _print(f"[dim]{escape(file)}[/]")
        for code, own in groupby(in_file, key=lambda one: one.sentence.code.id):
            signs = list(own)
            wanted = "".join(_SIGNS[one.verdict] for one in signs if one.sentence.wanted)
            unwanted = "".join(_SIGNS[one.verdict] for one in signs if not one.sentence.wanted)
            _print(f"  {escape(code):<{width}}{wanted} {unwanted}".rstrip())
    out().print()


def _show_apart(trial: Trial) -> None:
    """An example that has its code in a reading that is not counted."""
    reading = trial.coding.assertion if trial.coding else ""
    code = trial.sentence.code
    _print(f"[yellow]NOT COUNTED[/]  [bold]{escape(code.id)}[/]  [dim]{escape(str(trial.sentence.where))}[/]")
    said = f'coded, read as {reading}: "{trial.sentence.text}"'
    for line in folded(said, out().width, indent=2):
        _print(escape(line))
    out().print()


def _show_failure(trial: Trial, hint: str) -> None:
    code = trial.sentence.code
    _print(f"[bold red]FAILED[/]  [bold]{escape(code.id)}[/]  [dim]{escape(str(trial.sentence.where))}[/]")
    for name, words in _said(trial):
        for number, line in enumerate(folded(words, out().width, indent=_LABEL + 2)):
            left = f"  {name if number == 0 else '':<{_LABEL}}"
            _print(f"[dim]{left}[/]{escape(line.strip())}")
    _print(f"  [dim]Try:[/] {escape(hint)}")  # in one piece, to be copied
    out().print()


def _said(trial: Trial) -> Iterator[tuple[str, str]]:
    """What there is to say of a sentence that failed."""
    yield "example" if trial.sentence.wanted else "counterexample", f'"{trial.sentence.text}"'
    if trial.speaker:
        yield "said by", trial.speaker
    coding = trial.coding
    if coding is not None:
        reading = f", read as {coding.assertion}" if coding.assertion else ""
        yield "coded", f'on "{coding.matched}"{reading}'
        yield "by rule", _rule(trial, coding.rule)
        return
    others = dict.fromkeys(one.code for one in trial.others)
    yield "coded instead", ", ".join(others) or "with nothing"
    if trial.nearest is not None:
        yield "nearest rule", f"{trial.nearest.rule.id}, {place(trial.nearest.rule)}"
        yield "why not", trial.nearest.failed


def _rule(trial: Trial, id_: str) -> str:
    rule = next((one for one in trial.sentence.code.rules if one.id == id_), None)
    return f"{id_}, {place(rule)}" if rule else id_


def _hint(trial: Trial, codebook: Path | None, usual: str) -> str:
    """The command that shows everything about the sentence; who is taken to speak anyway is left out."""
    quoted = trial.sentence.text.replace("\\", "\\\\").replace('"', '\\"')
    words = ["qualcode explain --text", f'"{quoted}"', f"--code {trial.sentence.code.id}"]
    words += [f"--speaker {trial.speaker}"] if trial.speaker not in ("", usual) else []
    words += [f"--codebook {codebook}"] if codebook else []
    return " ".join(words)


def _row(trial: Trial) -> list[object]:
    sentence, coding = trial.sentence, trial.coding
    return [
        sentence.code.id,
        "example" if sentence.wanted else "counterexample",
        sentence.where.file,
        sentence.where.line,
        trial.verdict.value,
        sentence.text,
        trial.speaker,
        coding.assertion if coding else "",
        coding.rule if coding else trial.nearest.rule.id if trial.nearest else "",
        coding.matched if coding else "",
        "; ".join(dict.fromkeys(one.code for one in trial.others)),
        trial.nearest.failed if trial.nearest else "",
    ]


def _print(marked_up: str) -> None:
    out().print(marked_up, soft_wrap=True)
