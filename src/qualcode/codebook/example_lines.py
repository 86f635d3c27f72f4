"""On which line of a codebook an example stands."""

import re
from collections.abc import Mapping
from pathlib import Path

from qualcode.codebook.source import files_of
from qualcode.model.codebook import Code

_SPACE = re.compile(r"\s+")


def line_of(texts: Mapping[str, str], code: Code, example: str) -> int | None:
    """The line on which `example` of `code` begins, that of the code where it is not found as written.

    `texts` are the codebook's files by name. YAML lets a sentence run over several lines and doubles quotation marks.
    """
    lines = texts.get(code.file, "").split("\n")
    after = (code.line or 1) - 1
    written = "\n".join(lines[after:])
    for words in (example, example.replace("'", "''"), example.replace("\\", "\\\\").replace('"', '\\"')):
        found = re.search(r"\s+".join(map(re.escape, _SPACE.split(words.strip()))), written)
        if found:
            return after + 1 + written.count("\n", 0, found.start())
    return code.line


def texts_of(path: Path) -> dict[str, str]:
    """The files of the codebook at `path` by the name that its codes give them."""
    return {name: file.read_text(encoding="utf-8-sig") for name, file in files_of(path)}
