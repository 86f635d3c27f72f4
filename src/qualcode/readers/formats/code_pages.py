"""Which eight-bit code page a text without a mark was saved in: Windows-1250, Windows-1252 or Mac Roman."""

import unicodedata
from typing import NamedTuple

import regex

CENTRAL = "cp1250"
WESTERN = "cp1252"
MAC = "mac_roman"

_SURE = 2.0
_VOWELS = frozenset("aeiouyąęůőűă")
# Letters two code pages disagree on, and how far each speaks for its own page before its neighbours are looked at:
# South Slavic letters are at home in this tool's first studies, French and Spanish ones in any English text.
_PRIOR = {
    CENTRAL: {"ć": 2.0, "č": 1.5, "đ": 2.5, "ő": 1.0, "ű": 1.0, "ł": 1.0, "ş": 1.0, "ţ": 1.0, "ă": 1.0, "ř": 0.5},
    WESTERN: {"à": 2.5, "è": 1.5, "ñ": 2.0, "ê": 1.0, "æ": 1.0, "å": 1.5, "ï": 1.5, "ã": 1.0, "ø": 1.0, "ò": 1.0}
    | {"ì": 1.0, "ù": 1.0, "û": 1.0, "õ": 0.5},
}
_TELLING = {
    CENTRAL: regex.compile(
        r"ić(?:a|i|u|em|ev|evi)?\b|ač\b|[čć](?:ki|ka|ke|ko|ev|ov|an|ni|na|ić|va)|đ[aeiou]|rč[kn]", regex.IGNORECASE
    ),
    WESTERN: regex.compile(
        r"è\p{L}{1,3}es?\b|[^aeiou\W]è\b|ñ[aeiou]|[aA]ï|\bà\b|ã[oe]|ê\p{L}{1,2}es?\b|ø[rln]|æ[rn]", regex.IGNORECASE
    ),
}
_UNHEARD = frozenset({"èk", "ðk"})
_SHARED_SLAVIC = regex.compile("[šžŠŽ]")
_WORD = regex.compile(r"[\p{L}\p{M}\p{Sc}\p{So}¡¿ªº¹²³¼½¾ˇ˘˙˛¦¯�]+")
_MAC_APOSTROPHE = regex.compile(rb"[A-Za-z]\xd5(?:s|t|d|m|re|ve|ll)\b")


class Guess(NamedTuple):
    """A code page, and whether the letters leave no doubt about it."""

    encoding: str
    sure: bool


def guess(data: bytes) -> Guess:
    """The code page in which the letters of `data` sit most plausibly inside their words."""
    if _MAC_APOSTROPHE.search(data) and not regex.search(rb"[\x91-\x94]", data):
        return Guess(MAC, sure=True)
    texts = {page: data.decode(page, errors="replace") for page in (CENTRAL, WESTERN)}
    if texts[CENTRAL] == texts[WESTERN]:
        return Guess(WESTERN, sure=True)
    central, western = _evidence(texts[CENTRAL], texts[WESTERN])
    best = CENTRAL if central > western else WESTERN
    return Guess(best, sure=abs(central - western) >= _SURE and "�" not in texts[best])


def _evidence(central: str, western: str) -> tuple[float, float]:
    """How much speaks for either reading; the two are the same text byte by byte, so positions agree."""
    totals = [min(1.0, 0.5 * len(_SHARED_SLAVIC.findall(central))), 0.0]
    for position, (one, other) in enumerate(zip(central, western, strict=True)):
        if one != other:
            totals[0] += _plausibility(central, position, CENTRAL)
            totals[1] += _plausibility(western, position, WESTERN)
    for index, (page, text) in enumerate(((CENTRAL, central), (WESTERN, western))):
        totals[index] += 2.0 * sum(
            1 for word in _differing_words(text, central, western) if _TELLING[page].search(word)
        )
    return totals[0], totals[1]


def _differing_words(text: str, central: str, western: str) -> list[str]:
    """The words of `text` in which the two readings are not the same."""
    found = _WORD.finditer(text)
    return [word.group() for word in found if central[word.start() : word.end()] != western[word.start() : word.end()]]


def _plausibility(text: str, position: int, page: str) -> float:
    """How well the character at `position` fits between its neighbours."""
    character = text[position]
    before, after = text[position - 1 : position], text[position + 1 : position + 2]
    if character == "�":
        return -3.0
    if not character.isalpha() or character in "ªº":
        return -1.5 if before.isalpha() and after.isalpha() else (1.0 if before.isdigit() or after.isdigit() else 0.0)
    score = _PRIOR[page].get(character.lower(), 0.0)
    if (character.isupper() and before.islower()) or before.isdigit() or after.isdigit():
        score -= 1.5
    if (character + after).lower() in _UNHEARD or (character == "ñ" and _is_consonant(after)):
        score -= 2.5
    return score + (_as_vowel(before, after) if _is_vowel(character) else _as_consonant(before, after))


def _as_vowel(before: str, after: str) -> float:
    """A vowel stands beside a consonant, and in the languages meant here rarely behind another full vowel."""
    if _base(before) in {"a", "e"} and _base(after) != "v":
        return -1.0
    return float(_is_consonant(before) or _is_consonant(after)) + float(not _is_vowel(before) and not _is_vowel(after))


def _as_consonant(before: str, after: str) -> float:
    """A consonant stands beside a vowel; between two others only where r or l carries the syllable (Brčko)."""
    if _is_consonant(before) and not _is_vowel(after):
        return 0.0 if _base(before) in {"r", "l"} else -1.0
    return float(_is_vowel(before) or _is_vowel(after)) + float(not _is_consonant(before) and not _is_consonant(after))


def _is_vowel(character: str) -> bool:
    lower = character.lower()
    return lower in {"æ", "ø", "å"} or (bool(lower) and (lower in _VOWELS or _base(lower) in _VOWELS))


def _is_consonant(character: str) -> bool:
    return character.isalpha() and not _is_vowel(character)


def _base(character: str) -> str:
    """The letter without its mark."""
    return unicodedata.normalize("NFD", character.lower())[:1]
