"""When two words stand in sequence."""

import re

_APART = re.compile(r"(?!.*\.\.|.*\s[-‐‑–—]+\s)(?:[^,;:!?()\[\]{}<>…–—]*|[–—])", re.DOTALL)
"""What may stand between two words of a term in sequence: no punctuation that ends a thought, no transcriber's mark."""


def together(between: str) -> bool:
    """Whether words with only `between` between them stand in sequence: a space, a hyphen, an apostrophe."""
    return between in (" ", "-") or _APART.fullmatch(between) is not None
