"""What is wrong with a file that is not YAML, in words for someone who has never heard of YAML."""

import re
from collections.abc import Callable, Mapping

from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.reader import ReaderError

from qualcode.model.problem import Problem, Where

_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
Said = tuple[str, str, int]
"""What is wrong, how to mend it, and the line, from 0."""


def explain(error: Exception, text: str, name: str) -> Problem:
    """The fault that `error` found in the `text` of the file `name`, on the line where a person would mend it."""
    what, fix, line = _said(error, text)
    return Problem(what, Where(name, line=line + 1), fix)


def _said(error: Exception, text: str) -> Said:
    if isinstance(error, ReaderError):
        line = text.count("\n", 0, error.position)
        return "there is a character that does not belong in a text file.", "delete the line and type it again", line
    if not isinstance(error, MarkedYAMLError):
        return "lists stand too deep within lists.", "check the brackets and the indentation", 0
    at = _line(error.problem_mark)
    begun = _line(error.context_mark) if error.context_mark else at
    said = f"{error.context or ''}: {error.problem or ''}"
    lines = [*_LINE_END.split(text), ""]
    if _tab(lines, at) is not None:
        return (
            "a tab stands where YAML needs spaces.",
            "replace it by spaces (two for each level)",
            _tab(lines, at) or 0,
        )
    for pattern, say in _FAULTS.items():
        if re.search(pattern, said):
            return say(lines, at, begun)
    return _indented(lines, at, begun)


def _line(mark: object) -> int:
    return int(getattr(mark, "line", 0))


def _tab(lines: list[str], at: int) -> int | None:
    """The line with a tab in its indentation, at the fault or right before it."""
    for line in (at, at - 1):
        if 0 <= line < len(lines) and re.match(r" *\t", lines[line]):
            return line
    return None


def _quote(lines: list[str], at: int, begun: int) -> Said:
    what = "a quotation mark is opened and never closed."
    return what, 'put the same quotation mark (") at the end of the text', _unpaired(lines, at, begun)


def _after_quote(lines: list[str], at: int, begun: int) -> Said:
    lost = _unpaired(lines, at, -1)
    if lost != -1:
        return _quote(lines, at, lost)
    if "'" not in lines[at] and '"' not in lines[at]:
        return _indented(lines, at, begun)
    what = "words stand outside of the quotation marks around a text, or a quotation mark is missing."
    return what, 'put "..." around the whole text; use single quotation marks within it', at


def _unpaired(lines: list[str], at: int, otherwise: int) -> int:
    """The first line with an odd number of double quotation marks, up to the fault."""
    return next((number for number, line in enumerate(lines[: at + 1]) if line.count('"') % 2), otherwise)


def _colon(lines: list[str], at: int, begun: int) -> Said:
    del begun
    if len(re.findall(r":(?:\s|$)", lines[at])) > 1:
        what = "a colon followed by a space stands within a text."
        return what, "put the text in quotation marks", at
    above = next((number for number in range(at - 1, -1, -1) if lines[number].strip()), at)
    if ":" not in re.sub(r":(?=\S)", "", lines[above]):
        return _no_colon(lines, above, above)
    return _indented(lines, at, at)


def _no_colon(lines: list[str], at: int, begun: int) -> Said:
    del lines, at
    what = "a colon is missing, or the space after it."
    return what, 'write the word, a colon, a space and then the value: "name: Violence"', begun


def _bracket(lines: list[str], at: int, begun: int) -> Said:
    if begun >= at:
        opened = (line for line in range(at, -1, -1) if re.search(r"[\[{][^\]}]*$", lines[line]))
        begun = next(opened, begun)
    what = "a list is opened with [ or { and not closed, or a comma is missing in it."
    return what, "close it with ] or }, and put a comma between two terms", begun


def _star(lines: list[str], at: int, begun: int) -> Said:
    del lines, begun
    what = "a text begins with * or &, which YAML reads as something else."
    return what, 'put it in quotation marks: "*phobia"', at


def _first(lines: list[str], at: int, begun: int) -> Said:
    del lines, begun
    return "a text begins with a character that has a meaning in YAML.", "put the whole text in quotation marks", at


def _backslash(lines: list[str], at: int, begun: int) -> Said:
    del lines, begun
    return "a backslash stands within double quotation marks.", "use single quotation marks: 're:\\d+'", at


def _documents(lines: list[str], at: int, begun: int) -> Said:
    del lines, begun
    return "a line of three dashes (---) divides the file in two.", "remove the line, or make two files", at


def _indented(lines: list[str], at: int, begun: int) -> Said:
    del begun
    what = "this line does not fit the lines above it."
    return what, "check its indentation, and look for a lost quotation mark, colon or dash", min(at, len(lines) - 1)


_FAULTS: Mapping[str, Callable[[list[str], int, int], Said]] = {
    r"quoted scalar: found unexpected (?:end|document)": _quote,
    r"unknown escape|expected escape": _backslash,
    r"mapping values are not allowed": _colon,
    r"could not find expected ':'": _no_colon,
    r"flow (?:sequence|mapping|node)": _bracket,
    r"undefined alias|scanning an? (?:alias|anchor)": _star,
    r"cannot start any token": _first,
    r"single document": _documents,
    r"found '<scalar>'": _after_quote,
}
"""What the parser says to what we say, the first that fits."""
