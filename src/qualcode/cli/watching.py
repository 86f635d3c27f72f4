"""code --watch: codes again at every save of the codebook, until Ctrl-C."""

from pathlib import Path
from typing import TYPE_CHECKING

from rich.markup import escape

from qualcode.cli.excerpts import show_excerpt, show_more
from qualcode.cli.options import Format, study_at
from qualcode.cli.progress import Bar
from qualcode.cli.render import counted, out, say, show_error, show_problems

if TYPE_CHECKING:
    from qualcode.workflow.watching import CodeNews, Recoded


def watch_study(path: Path | None, *, format: Format) -> None:
    """Codes the study and goes on watching its codebook; Ctrl-C ends it, which is no failure."""
    from qualcode.errors import MisuseError
    from qualcode.workflow.watching import Faulty, watch

    if format is not Format.TABLE:
        what = f"--watch prints for reading, not as {format.value}."
        raise MisuseError(what, hint="leave --format out, or run qualcode code without --watch")
    with study_at(path) as study, Bar() as bar:
        try:
            for found in watch(study, progress=bar):
                if isinstance(found, Faulty):
                    show_error(found.error)
                    say("What was coded before is kept.")
                else:
                    _show(found)
                say(f"Watching {study.folder.codebook.name}/ for changes. Ctrl-C ends it.")
        except KeyboardInterrupt:
            bar.finish()
            say("\nStopped watching. What was coded is kept.")


def _show(found: "Recoded") -> None:
    report = found.report
    show_problems(report.problems, verbose=False)
    run = report.run
    say(
        f"{counted(run.codings, 'coding')} in {counted(run.transcripts, 'transcript')}, "
        f"of {counted(report.respondents, 'respondent')}."
    )
    names = {code.id: code.name for code in report.codebook.codes()}
    for news in found.news:
        _show_news(news, names.get(news.code, "(no longer in the codebook)"))
    if report.before is not None and not found.news:
        say("Nothing changed since the run before.")


def _show_news(news: "CodeNews", name: str) -> None:
    _print(f"\n[bold]{escape(news.code)}[/]  {escape(name)}  [green]+{news.gained}[/] [red]-{news.lost}[/]")
    for sign, number, passages in (("+", news.gained, news.gained_passages), ("-", news.lost, news.lost_passages)):
        for one in passages:
            show_excerpt(sign, one.text, ", ".join(filter(None, (one.segment, one.respondent, one.reading))))
        if number > len(passages):
            show_more(sign, number - len(passages))


def _print(marked_up: str) -> None:
    out().print(marked_up, soft_wrap=True)
