"""The forms of words that no lexicon lists (names, loans, new words), by the rules of English spelling."""

import re

_NO_VERB = re.compile(
    r"(?:[^aeiou]{2,}|.*(?:ity|[st]ion|ment|ness|ism|ist|ous|ic|al|[ai]ble|ful|less|ly|[ae]nc[ey]|ee|ie|or|an|phobia))"
)
"""Words that are not inflected as verbs: without a vowel, or with the ending of a noun, an adjective or an adverb."""
_LEAST_VERB = 4
"""Letters of the shortest unlisted word that may be a verb."""
_SINGULARS = (
    (re.compile(r"(..+)ies"), r"\1y"),
    (re.compile(r"(.+(?:[sc]h|ss|[xz]))es"), r"\1"),
    (re.compile(r"(..*[^suia])s"), r"\1"),
)
"""From a plural to its singular, the first that fits; Damascus, Isis and Hamas are none."""
_PLURALS = ((re.compile(r"(.*[^aeiou])y"), r"\1ies"), (re.compile(r"(.*(?:[sxz]|[cs]h))"), r"\1es"))
_BASES = (
    (re.compile(r"(.+)i(?:es|ed)"), r"\1y"),
    (re.compile(r"(.+[^aeiou]y)ing"), r"\1"),
    (re.compile(r"(.+(?:[aiy]s|[iy]z|at|ut|[vuc]|[dr]g|[^aeioulr]l))(?:ed|ing)"), r"\1e"),
    (re.compile(r"(.*[aeiou]([bdgkmnprt]))\2(?:ed|ing)"), r"\1"),
    (re.compile(r"(.{3,})(?:ed|ing)"), r"\1"),
    *_SINGULARS[1:],
)
"""From an inflected verb to its dictionary form, the first that fits."""
_DOUBLED = re.compile(r"[^aeiou]*[aeiou]([bdgkmnprt])")
"""Verbs that double their last letter: one syllable, one vowel, one consonant."""


def noun_forms(word: str) -> frozenset[str]:
    """Singular and plural of a folded noun: `frontex frontexes`; a participle has no plural."""
    if word.endswith("ed"):
        return frozenset((word,))
    singular = _changed(word, _SINGULARS)
    base = word if singular is None else singular
    return frozenset((word, base, _changed(base, _PLURALS) or base + "s"))


def verb_forms(word: str) -> frozenset[str]:
    """The forms of a folded verb, itself only where it cannot be one."""
    base = _changed(word, _BASES) or word
    if len(base) < _LEAST_VERB or _NO_VERB.fullmatch(base):
        return frozenset((word,))
    third = _changed(base, _PLURALS) or base + "s"
    stem = base + base[-1] if _DOUBLED.fullmatch(base) else base
    return frozenset((word, base, third, regular_past(base), stem.removesuffix("e") + "ing"))


def regular_past(base: str) -> str:
    """The past of a folded verb as if it were a regular one: catched, hitted, taked."""
    stem = base + base[-1] if _DOUBLED.fullmatch(base) else base
    return re.sub(r"(?<=[^aeiou])y$", "i", stem).removesuffix("e") + "ed"


def _changed(word: str, changes: tuple[tuple[re.Pattern[str], str], ...]) -> str | None:
    """`word` after the first change that fits, None where none does."""
    for pattern, replacement in changes:
        found = pattern.fullmatch(word)
        if found:
            return found.expand(replacement)
    return None
