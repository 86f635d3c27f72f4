"""Words of headings and cells made comparable, however a field team typed them."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

import regex

_INVISIBLE = regex.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_SEPARATORS = regex.compile(r"[\s_\-‐‑–—/\\,;:*#()\[\]\"'’ʼ]+")


def tidy(text: str) -> str:
    """`text` with composed letters, no invisible characters and single spaces: what is stored."""
    return " ".join(_INVISIBLE.sub("", unicodedata.normalize("NFC", text)).split())


def folded(text: str) -> str:
    """`text` for comparing: case, accents of Latin letters, full stops and what separates words do not matter."""
    letters = unicodedata.normalize("NFKD", tidy(text).casefold()).replace("ı", "i").replace(".", "")
    bare = "".join(letter for letter in letters if not "\u0300" <= letter <= "\u036f")
    spaced: str = _SEPARATORS.sub(" ", unicodedata.normalize("NFC", bare))
    return spaced.strip()


def nearest(written: str, known: Mapping[str, str]) -> str:
    """Of folded spellings and what each stands for, what the nearest one stands for, "" where none is near."""
    found = get_close_matches(folded(written), known, n=1, cutoff=0.75)
    return known[found[0]] if found else ""


def short(text: str, limit: int = 40) -> str:
    """`text` in a message, cut where it is long."""
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def listed(words: Iterable[str], limit: int = 20) -> str:
    """Words in a message, at most `limit` of them."""
    every = list(words)
    return ", ".join(every[:limit]) + (f" and {len(every) - limit} more" if len(every) > limit else "")
