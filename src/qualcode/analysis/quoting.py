"""Quotes as a report has them: words cut and added to in marked places only, beside the words that were said."""

import re

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_CUT = re.compile(r"\[\s*(?:\.\.\.|\u2026)\s*\]")
_SPACE = re.compile(r"\s+")


def is_faithful(words: str, verbatim: str) -> bool:
    """Whether `words` are those of `verbatim`, with cuts marked [...] and additions in square brackets.

    Between two pieces words may be missing only where a cut stands, at the beginning and the end as well; nothing may
    stand in another order. White space does not matter. Brackets that were in the verbatim words stay as they are.
    """
    said = squeezed(verbatim)
    return squeezed(words) == said or _follows(_parts(words), said)


def squeezed(text: str) -> str:
    """`text` with every run of white space as one space, none at the ends."""
    return _SPACE.sub(" ", text).strip()


def _parts(words: str) -> list[tuple[str, str]]:
    """Pieces of words with what stands between them: "cut", "addition", or "words"."""
    parts: list[tuple[str, str]] = []
    place = 0
    for found in _BRACKETED.finditer(words):
        parts.append(("words", words[place : found.start()]))
        parts.append(("cut" if _CUT.fullmatch(found.group()) else "addition", found.group()))
        place = found.end()
    return [*parts, ("words", words[place:])]


def _follows(parts: list[tuple[str, str]], said: str) -> bool:
    """Whether the pieces follow each other in what was said, with nothing left out but where a cut stands."""
    pattern = r"\s*"
    for kind, text in parts:
        if kind == "cut":
            pattern += r"(?:.*?)"
        elif kind == "words" and text.strip():
            pattern += r"\s*".join(map(re.escape, text.split())) + r"\s*"
    return any(text.strip() for kind, text in parts if kind == "words") and bool(
        re.fullmatch(pattern, said, flags=re.DOTALL)
    )
