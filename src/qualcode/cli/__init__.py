"""The command line: commands parse, call one function of workflow, and render what it returns."""

import sys

from qualcode.cli.app import app
from qualcode.errors import QualcodeError


def main() -> None:
    """Runs the command line; the one place where an error becomes a message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    debug = "--debug" in sys.argv
    sys.argv = [word for word in sys.argv if word != "--debug"]  # it may stand anywhere, also behind a command
    if not debug:
        sys.excepthook = _unexpected
    try:
        app()
    except QualcodeError as error:
        if debug:
            raise
        from qualcode.cli.render import show_error

        show_error(error)
        sys.exit(error.exit_code)


def _unexpected(kind: type[BaseException], _error: BaseException, _trace: object) -> None:
    """What a person sees of a fault in qualcode itself: its name, never a transcript's words."""
    if issubclass(kind, KeyboardInterrupt):
        sys.stderr.write("\nStopped. What had been stored before is kept.\n")
        return
    sys.stderr.write(
        f"qualcode met a fault of its own ({kind.__name__}). What had been stored before is kept.\n"
        "Try: the same command with --debug, and report what it prints after removing anything confidential\n"
    )
