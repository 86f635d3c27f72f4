"""The English lexicon: which dictionary forms a word belongs to, and which inflections a dictionary form has.

The tables are those of the package lemminflect. They are read here and not through the package, which first loads
spaCy and copies an entry at every question: a codebook of some thousand words is recoded at every save.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from qualcode.errors import QualcodeError

_PARTS = {
    "noun": "NOUN",
    "verb": "VERB",
    "adj": "ADJ",
    "adv": "ADV",
    "aux": "AUX",
    "modal": "AUX",
}
"""Categories of the tables to parts of speech (Universal Dependencies)."""
_TAGS = {
    "noun": ("NNS",),
    "adj": ("JJR", "JJS"),
    "adv": ("RBR", "RBS"),
    "verb": ("VBD", "VBN", "VBG", "VBZ"),
}
"""The inflections of a line in their order, by category (Penn Treebank)."""
_BASE = {"noun": ("NN",), "adj": ("JJ",), "adv": ("RB",), "verb": ("VB", "VBP")}
_FIRST_LETTERS = {"NOUN": "N", "VERB": "V", "AUX": "V", "ADJ": "J", "ADV": "R"}
"""What the tags of a part of speech begin with."""
_FIXED: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "can": {"VB": ("can",), "VBD": ("could",)},
    "may": {"VB": ("may",), "VBD": ("might",)},
    "will": {"VB": ("will",), "VBD": ("would",)},
    "shall": {"VB": ("shall",), "VBD": ("should",)},
    "must": {"VB": ("must",)},
    "ought": {"VB": ("ought",)},
    "dare": {"VB": ("dare",)},
    "be": {
        "VB": ("be",),
        "VBD": ("was", "were"),
        "VBG": ("being",),
        "VBN": ("been",),
        "VBP": ("am", "are"),
        "VBZ": ("is",),
    },
}
"""Auxiliaries and modals, which stand for all that the tables say of these words."""


@cache
def lemmas(form: str) -> Mapping[str, tuple[str, ...]]:
    """Part of speech to the dictionary forms that a folded word can belong to, empty where no lexicon lists it."""
    table, overrides = _table("lemma")
    found = {_PARTS[category]: tuple(listed.lower().split("/")) for category, listed in _entries(table, form)}
    return {**found, **overrides.get(form, {})}


@cache
def words() -> tuple[str, ...]:
    """Every word the lexicon lists in small letters, inflected ones too, sorted."""
    table, _ = _table("lemma")
    listed = dict.fromkeys(line.partition(",")[0] for line in table)
    return tuple(sorted(word for word in listed if word.islower()))


@cache
def inflections(lemma: str, part: str) -> frozenset[str]:
    """The forms of a dictionary form as one part of speech, its own among them; none where it is not listed as that."""
    letter = _FIRST_LETTERS[part]
    return frozenset(form for tag, forms in _tagged(lemma).items() if tag.startswith(letter) for form in forms)


@cache
def _tagged(lemma: str) -> Mapping[str, tuple[str, ...]]:
    """Tag to the forms of a dictionary form."""
    table, overrides = _table("infl")
    found: dict[str, tuple[str, ...]] = {}
    for category, listed in () if lemma in _FIXED else _entries(table, lemma):
        columns = zip(_TAGS[category], listed.lower().split(","), strict=False)
        found |= {tag: tuple(column.split("/")) for tag, column in columns if column}
        found |= dict.fromkeys(_BASE[category], (lemma,))
    return {**_FIXED.get(lemma, found), **overrides.get(lemma, {})}


_Overrides = Mapping[str, Mapping[str, tuple[str, ...]]]


@cache
def _table(name: str) -> tuple[list[str], _Overrides]:
    """The lines of a table, `word,category,forms`, sorted, and what takes the place of single entries."""
    packed = (_folder() / f"{name}_lu.csv.gz").read_bytes()
    return sorted(gzip.decompress(packed).decode().splitlines()), _overrides(f"{name}_overrides.csv")


def _entries(table: list[str], word: str) -> Iterator[tuple[str, str]]:
    """Category and forms of every line of `word`."""
    beginning = word + ","
    at = bisect_left(table, beginning)
    while at < len(table) and table[at].startswith(beginning):
        _, category, forms = table[at].split(",", 2)
        yield category, forms
        at += 1


def _overrides(name: str) -> _Overrides:
    """What takes the place of single entries: word to part of speech or tag to the form."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in (_folder() / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            word, tag, form = line.strip().split(",")
            found.setdefault(word, {})[tag] = (form,)
    return found


@cache
def _folder() -> Path:
    """The folder with the tables; found without importing the package."""
    spec = find_spec("lemminflect")
    for place in (spec.submodule_search_locations or ()) if spec else ():
        folder = Path(place) / "resources"
        if (folder / "infl_lu.csv.gz").is_file():
            return folder
    raise QualcodeError("the English lexicon is not installed.", hint="pip install lemminflect==0.2.3")
