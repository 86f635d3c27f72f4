"""The command line: commands parse, call one function of workflow, and render what it returns."""

import gc
import sys

from qualcode.cli.app import app, show_help
from qualcode.errors import QualcodeError

_STOPPED = 130
"""What a command exits with that was stopped with Ctrl-C, as shells count."""
_COLLECTED_EVERY = (50_000, 20, 100)
"""How many new objects are worth a search for rings of dead ones; with 700, as Python has it, much time goes there."""


def main() -> None:
    """Runs the command line; the one place where an error becomes a message and an exit code."""
    gc.set_threshold(*_COLLECTED_EVERY)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    debug = "--debug" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--debug"]  # it may stand anywhere, also behind a command
    try:
        if not {"-h", "--help"}.isdisjoint(sys.argv):
            show_help(sys.argv[1:])
        app()
    except SystemExit as left:
        if left.code == _STOPPED:
            sys.stderr.write("\nStopped. What had been stored before is kept.\n")
        raise
    except (QualcodeError, OSError) as error:
        if debug:
            raise
        _explain(error if isinstance(error, QualcodeError) else _refused(error))
    finally:
        if not debug:
            sys.excepthook = _unexpected  # typer puts a hook of its own there, which shows the traceback


def _explain(error: QualcodeError) -> None:
    from qualcode.cli.render import show_error

    show_error(error)
    sys.exit(error.exit_code)


def _refused(error: OSError) -> QualcodeError:
    """What the system would not let qualcode do, in its own words."""
    what = f"the system refuses it: {error.strerror or type(error).__name__}."
    hint = "check that the file is closed everywhere, and that you may read and write there"
    return QualcodeError(what, where=str(error.filename or ""), hint=hint)


def _unexpected(kind: type[BaseException], _error: BaseException, _trace: object) -> None:
    """What a person sees of a fault in qualcode itself: its name, never a transcript's words."""
    sys.unraisablehook = lambda _: None  # what is let go of on the way out is of no interest to anybody
    sys.stderr.write(
        f"qualcode met a fault of its own ({kind.__name__}). What had been stored before is kept.\n"
        "Try: the same command with --debug, and report what it prints after removing anything confidential\n"
    )
