"""Every form of the dictionary words in a cue list, made without a lexicon so that the lists cost nothing to load."""

from collections.abc import Iterable

IRREGULAR = {
    "be": "am is are was were been being",
    "beg": "begged begging",
    "begin": "began begun",
    "break": "broke broken",
    "bring": "brought",
    "buy": "bought",
    "choose": "chose chosen",
    "dare": "daring",
    "die": "dying",
    "do": "did done does",
    "drink": "drank drunk",
    "eat": "ate eaten",
    "feel": "felt",
    "find": "found",
    "flee": "fled",
    "forbid": "forbade forbidden forbid",
    "forget": "forgot forgotten",
    "foresee": "foresaw foreseen",
    "get": "got gotten",
    "give": "gave given",
    "go": "went gone goes",
    "have": "had has",
    "hear": "heard",
    "hide": "hid hidden",
    "keep": "kept",
    "know": "knew known",
    "lead": "led",
    "leave": "left",
    "lie": "lying",
    "lose": "lost",
    "mean": "meant",
    "read": "read",
    "run": "ran",
    "say": "said says",
    "see": "saw seen",
    "seek": "sought",
    "shortage": "shortages",
    "swear": "swore sworn",
    "take": "took taken",
    "tell": "told",
    "think": "thought",
    "withhold": "withheld",
    "write": "wrote written",
}
"""Forms that no rule makes."""
_DOUBLING = "bdfglmnprt"
_VOWELS = "aeiou"


def inflected(words: Iterable[str]) -> frozenset[str]:
    """The words with all their forms (a few that nobody uses among them)."""
    return frozenset(form for word in words for form in _forms(word))


def _forms(word: str) -> list[str]:
    stem = word[:-1] if word.endswith("e") else word
    lasting = word if word.endswith(("ee", "oe", "ye")) else stem
    forms = [word, word + "s", stem + "ed", lasting + "ing", *IRREGULAR.get(word, "").split()]
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.append(word + "es")
    if word.endswith("y") and len(word) > 1 and word[-2] not in _VOWELS:
        forms += [word[:-1] + "ies", word[:-1] + "ied"]
    if len(word) > 2 and word[-1] in _DOUBLING and word[-2] in _VOWELS:
        forms += [word + word[-1] + "ed", word + word[-1] + "ing"]
    if word.endswith("c"):
        forms += [word + "ked", word + "king"]
    return forms
