"""Which of the candidates in a document are its speakers' labels. Speakers are found, never invented."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

import regex

from qualcode.model.source import Line
from qualcode.readers.speakers.label_grammar import Candidate, Style, candidates, is_time_only, key_of, loose_reading
from qualcode.readers.speakers.role_words import PERSONS, is_generic, known_role, names_no_speaker

_SURE = (Style.FORMAT, Style.TIMED, Style.COLON, Style.INLINE)
_WEAK = (Style.BOLD, Style.BRACKETS, Style.TAB, Style.STOP, Style.ALONE, Style.DASH, Style.SPACED)
_PARTICLES = frozenset("de del der den des du la le von van zu ten al el bin ibn abu da di dos do e y of".split())
"""Words within a name that are written small."""
_SLACK = (Style.ALONE, Style.TAB, Style.BOLD, Style.BRACKETS)
"""Styles in which a label is believed that stands elsewhere in the file with a colon or a time."""


@dataclass(frozen=True, slots=True)
class Labels:
    """For each line of a document the label it starts with, and the keys that were believed."""

    by_line: tuple[Candidate | None, ...]
    keys: frozenset[str]


def find_labels(lines: Sequence[Line], *, declared: frozenset[str] = frozenset(), start: int = 0) -> Labels:
    """The labels of `lines` from line `start` on; keys in `declared` are believed wherever they stand."""
    numbered = _has_line_numbers(lines[start:])
    readings = [
        [] if index < start or line.note else _readings(line, numbered=numbered) for index, line in enumerate(lines)
    ]
    _promote_names_under_times(lines, readings)
    _drop_quoted(lines, readings)
    believed = _believe(readings, declared, _body_size(lines, start))
    by_line = [_choose(options, believed) for options in readings]
    _add_slips(lines, by_line, believed, start)
    _drop_titles(by_line)
    return Labels(tuple(by_line), frozenset(key for style in believed.values() for key in style))


def _readings(line: Line, *, numbered: bool) -> list[Candidate]:
    """What a line could start with; a speaker the format names leaves nothing to guess."""
    if line.speaker is not None:
        return (
            [Candidate(line.speaker, key_of(line.speaker), Style.FORMAT, 0, line.position.time)] if line.speaker else []
        )
    return candidates(line, numbered=numbered)


def _has_line_numbers(lines: Sequence[Line]) -> bool:
    """Whether most paragraphs start with a number that grows by one."""
    lines = [line for line in lines if line.joiner == "\n" and line.text.strip()]
    numbers = [int(found[1]) for line in lines if (found := regex.match(r"\(?(\d{1,4})[.)]?\s+\S", line.text))]
    steps = sum(later == earlier + 1 for earlier, later in pairwise(numbers))
    return len(numbers) >= 4 and steps >= 0.6 * (len(numbers) - 1) and len(numbers) >= 0.5 * len(lines)


def _promote_names_under_times(lines: Sequence[Line], readings: list[list[Candidate]]) -> None:
    """A name alone under a line that holds only a time is as telling as one beside it."""
    for index in range(1, len(lines)):
        if is_time_only(lines[index - 1].text) and not regex.search(r"\p{Ll}{2}[.!]\s*$", lines[index].text):
            readings[index] = [
                Candidate(option.label, option.key, Style.TIMED, option.words, option.time)
                if option.style is Style.ALONE
                else option
                for option in readings[index]
            ]


def _drop_quoted(lines: Sequence[Line], readings: list[list[Candidate]]) -> None:
    """Where every speaker's label stands apart, a talk retold within an answer (`Officer: ...`) names nobody.

    Apart means below an empty line, or at the start of a paragraph where lines are broken within paragraphs.
    """
    named: dict[str, list[int]] = defaultdict(list)
    for index, options in enumerate(readings):
        for option in options:
            if _names_role(option):
                named[option.key].append(_distance(lines, index))
    distances = [distance for gaps in named.values() if len(gaps) >= 3 for distance in gaps]
    if len(distances) < 4:
        distances = [distance for gaps in named.values() for distance in gaps]
    if len(distances) < 4:
        return
    for index, options in enumerate(readings):
        if options and _distance(lines, index) < min(distances):
            readings[index] = [option for option in options if option.style is not Style.COLON]


def _names_role(option: Candidate) -> bool:
    letter = len(option.key) == 1 and option.label.isupper()
    return option.style is Style.COLON and (letter or known_role(option.key) is not None)


def _distance(lines: Sequence[Line], index: int) -> int:
    """0 within a paragraph, 1 at the start of the next one, 2 below an empty line or at the top of the file."""
    number = lines[index].position.paragraph
    before = lines[index - 1].position.paragraph if index else None
    if index == 0:
        return 2
    return min(2, max(0, number - before)) if number is not None and before is not None else 0


def _drop_titles(by_line: list[Candidate | None]) -> None:
    """A name on a line of its own above the first real label is a title, not a turn."""
    for index, found in enumerate(by_line):
        if found is None:
            continue
        following = next((later for later in by_line[index + 1 :] if later is not None), None)
        alone = (Style.ALONE, Style.LOOSE)
        if found.style not in alone or following is None or following.style in alone:
            return
        by_line[index] = None


def _body_size(lines: Sequence[Line], start: int) -> int:
    """How many paragraphs could start with a label."""
    return sum(1 for line in lines[start:] if line.text.strip() and not line.note and line.joiner == "\n")


def _believe(
    readings: Sequence[Sequence[Candidate]], declared: frozenset[str], body: int
) -> dict[Style, frozenset[str]]:
    """The keys that are speakers, by the style they are written in."""
    counts: dict[Style, Counter[str]] = defaultdict(Counter)
    labels: dict[str, str] = {}
    for options in readings:
        for option in options:
            counts[option.style][option.key] += 1
            labels.setdefault(option.key, option.label)
    believed: dict[Style, frozenset[str]] = {}
    for style in _SURE:
        believed[style] = _sure_keys(style, counts[style], labels, declared, body)
    covered = sum(counts[style][key] for style in _SURE for key in believed[style])
    if covered < 0.3 * body or covered < 2:
        for style in _WEAK:
            keys = _weak_keys(style, counts[style], labels, declared, body)
            if sum(counts[style][key] for key in keys) > covered:
                believed[style] = keys
    return believed


def _sure_keys(
    style: Style, counts: Counter[str], labels: dict[str, str], declared: frozenset[str], body: int
) -> frozenset[str]:
    """Keys set off by a colon, a time or the format: role words at once, names when they recur or labels abound."""
    if style is Style.FORMAT:
        return frozenset(counts)
    firm = {key for key, number in counts.items() if key in declared or _is_firm(key, number, labels[key], style)}
    answers = firm & {"question", "answer"}
    if len(answers) == 1 and not (answers == {"answer"} and counts["answer"] >= max(4, 0.4 * body)):
        firm -= answers
    firm |= _dominant(counts, body // 2 if style is Style.TIMED else body)
    coverage = sum(counts[key] for key in firm)
    rare = {key for key in counts if key not in firm | {"question", "answer"} and _looks_like_speaker(key, labels[key])}
    both = coverage + sum(counts[key] for key in rare)
    if coverage >= max(2, 0.4 * body) or (both >= 2 and both >= 0.8 * body and len(firm | rare) >= 2):
        firm |= rare
    return frozenset(firm)


def _dominant(counts: Counter[str], body: int) -> set[str]:
    """Keys of any shape (`anna`, `4`) that recur and start most of the file together: they can only be labels."""
    often = {
        key
        for key, number in counts.items()
        if number >= 3 and len(key.split()) <= 5 and (len(key) <= 2 or not names_no_speaker(key))
    }
    return often if 2 <= len(often) <= 12 and sum(counts[key] for key in often) >= 0.7 * body else set()


def _is_firm(key: str, number: int, label: str, style: Style) -> bool:
    """Whether a key is believed by itself."""
    if key in ("question", "answer") or regex.fullmatch(r"part \d+", key):
        return number >= 2
    if known_role(key) is not None or is_generic(key):
        return len(key.split()) <= 4
    if not _looks_like_speaker(key, label):
        return False
    return number >= (1 if style is Style.TIMED else 3) or (number >= 2 and _is_code(key))


def _weak_keys(
    style: Style, counts: Counter[str], labels: dict[str, str], declared: frozenset[str], body: int
) -> frozenset[str]:
    """Keys without a colon: at least two that recur, or one role word among them, and enough of the file."""
    keys = {
        key
        for key, number in counts.items()
        if key in declared
        or (known_role(key) is not None and len(key.split()) <= 3)
        or is_generic(key)
        or (number >= 2 and _looks_like_speaker(key, labels[key]))
    }
    if style is Style.BRACKETS:
        keys = {key for key in keys if known_role(key) or is_generic(key) or _is_code(key) or labels[key][0].isupper()}
        keys |= {key for key in _dominant(counts, body) if len(key) > 3}
    if style in (Style.DASH, Style.SPACED, Style.STOP):
        keys = {key for key in keys if counts[key] >= 2 or key in declared or known_role(key)}
    if style is Style.STOP:
        keys |= _numbered_pairs(counts)
    total = sum(counts[key] for key in keys)
    if len(keys) < 2 or total < max(2, 0.25 * body):
        return frozenset()
    return frozenset(keys)


def _numbered_pairs(counts: Counter[str]) -> set[str]:
    """`Q1.` and `A1.`: each stands once, but their letters return."""
    numbered = {key for key in counts if regex.fullmatch(r"[qa] ?\d{1,2}", key)}
    asked, answered = ({key[1:] for key in numbered if key[0] == letter} for letter in "qa")
    return numbered if len(asked & answered) >= 2 else set()


def _is_code(key: str) -> bool:
    """Letters, letters with a number, initials: `i`, `p1`, `r 12`."""
    return bool(regex.fullmatch(r"\p{L}{1,3}\s?\d{0,3}", key))


def _looks_like_speaker(key: str, label: str) -> bool:
    """Whether a label is written as a name, initials, a letter or a code, and is no heading."""
    bare = regex.sub(r"\(.*?\)|\[.*?\]", "", label).strip()
    words = bare.split()
    if not words or len(words) > 4 or not bare[0].isalpha():
        return False
    if names_no_speaker(key_of(bare)):
        return False
    if known_role(key) or is_generic(key):
        return regex.fullmatch(r"part \d+", key) is None
    if _is_code(key_of(bare)):
        return not bare[0].islower() or len(key) <= 2
    return all(not word[0].islower() or word in _PARTICLES | PERSONS for word in words)


def _choose(options: Sequence[Candidate], believed: dict[Style, frozenset[str]]) -> Candidate | None:
    """The first reading of a line whose key is believed in its style."""
    for option in options:
        if option.key in believed.get(option.style, frozenset()):
            return option
        slack = option.style in _SLACK and not _is_item(option)
        if slack and any(option.key in believed.get(style, ()) for style in (Style.COLON, Style.TIMED)):
            return option
    return None


def _is_item(option: Candidate) -> bool:
    """Whether `(a) ...` counts the parts of an answer; written small and in brackets it is nobody's initial."""
    return option.style is Style.BRACKETS and len(option.label) == 1 and option.label.islower()


def _add_slips(
    lines: Sequence[Line], by_line: list[Candidate | None], believed: dict[Style, frozenset[str]], start: int
) -> None:
    """`R; words` and `I - words` beside many `R:` and `I:` are the same label with a slip."""
    keys = frozenset(key for style in (Style.COLON, Style.TAB) for key in believed.get(style, ()))
    counted = sum(found is not None for found in by_line)
    if not keys or counted < 3:
        return
    for index in range(start, len(lines)):
        if by_line[index] is None and lines[index].speaker is None and not lines[index].note:
            by_line[index] = loose_reading(lines[index], keys)


def same_speaker(key: str, other: str) -> bool:
    """Whether two keys are one label: misspelt, or a name beside its initials."""
    if key == other:
        return True
    if regex.sub(r"\D", "", key) != regex.sub(r"\D", "", other):
        return False
    if _is_surname(key, other):
        return True
    initials = "".join(word[0] for word in other.split() if word)
    if len(initials) > 1 and regex.sub(r"[ .]", "", key) == initials:
        return True
    pairs = list(zip(key.split(), other.split(), strict=False))
    return len(key.split()) == len(other.split()) and all(one == two or _misspelt(one, two) for one, two in pairs)


def _is_surname(key: str, other: str) -> bool:
    """Whether one key is the last name (or the first) of the other: `hale` beside `tom hale`."""
    names = other.split()
    plain = not (known_role(key) or known_role(other) or is_generic(key) or is_generic(other))
    return plain and key.isalpha() and len(key) > 2 and len(names) in (2, 3) and key in (names[0], names[-1])


def _misspelt(word: str, other: str) -> bool:
    """Whether two words are one with a slip."""
    return min(len(word), len(other)) > 4 and SequenceMatcher(None, word, other).ratio() > 0.8
