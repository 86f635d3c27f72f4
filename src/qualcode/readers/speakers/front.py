"""What stands above the talk: fields such as date and place, and a key that says what the labels mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import regex

from qualcode.model.source import Line
from qualcode.model.transcript import Role
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.readers.speakers.role_words import is_field, known_role

_REACH = 60
"""How many lines from the top may still be front matter."""
_SPEECH = 25
"""A line of more words without a heading is speech."""
_GREETINGS = frozenset(
    "yes no yeah hello hi hey okay ok good thanks thank welcome sure right so well please mhm hm hmm uh um not "
    "sorry none fine"
    " maybe never always great absolutely exactly correct true nothing i we my it the and".split()
)


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a document. `lines` is how many lines it takes from the top."""

    lines: int
    fields: Mapping[str, str]
    """Heading (folded) to value, as written."""
    key: Mapping[str, Role]
    """Label (folded) to the role that a key line gives it."""


def read_front(lines: Sequence[Line]) -> Front:
    """The front matter of `lines`: nothing where the first line already is talk."""
    fields: dict[str, str] = {}
    key: dict[str, Role] = {}
    end = 0
    people: list[tuple[str, str]] = []
    for index, line in enumerate(lines[:_REACH]):
        if line.speaker:
            break
        pairs = _key_pairs(line.text)
        field = _field(lines, index)
        if pairs:
            key |= pairs
        elif field is not None and is_field(key_of(field[0])):
            fields |= {key_of(heading): value for heading, value in [*people, field]}
        elif field is not None and _could_name_person(*field):
            people.append(field)
            if not (fields and end == index and _is_named(field[1])):
                continue
            fields[key_of(field[0])] = field[1]
        elif field is not None or len(line.text.split()) > _SPEECH:
            break
        else:
            continue
        people, end = [], index + 1
    key |= _names_that_return(fields, people, lines[end:])
    if people and any(key_of(value) in key for _, value in people):
        end += len(people)
    return Front(end, fields, key)


def _field(lines: Sequence[Line], index: int) -> tuple[str, str] | None:
    """A line of the form `Heading: value`, or a two-cell table row, as heading and value."""
    line = lines[index]
    if line.cell is not None and line.cell.column == 1:
        value = lines[index + 1] if index + 1 < len(lines) else None
        if value is not None and value.cell is not None and value.cell.row == line.cell.row:
            return (line.text.strip().rstrip(":："), value.text.strip()) if len(line.text) < 40 else None
        return None
    if line.cell is not None:
        before = lines[index - 1] if index else None
        same = before is not None and before.cell is not None and before.cell.row == line.cell.row
        return (
            (before.text.strip().rstrip(":："), line.text.strip())
            if same and before and len(before.text) < 40
            else None
        )
    found = regex.match(r"\s*(?P<heading>\p{L}[^:：\n]{0,45}?)\s*[:：]\s*(?P<value>.*)$", line.text)
    return (found["heading"], found["value"].strip()) if found else None


def _could_name_person(heading: str, value: str) -> bool:
    """Whether `Interviewer: A. B.` can be a field: a role in full, beside something that nobody says aloud."""
    words = value.split()
    if known_role(key_of(heading)) is None or len(key_of(heading)) < 3 or not words or len(words) > 8:
        return False
    return (
        value[-1] not in "?!…" and not (value.endswith(".") and len(words) > 3) and key_of(words[0]) not in _GREETINGS
    )


def _is_named(value: str) -> bool:
    """Whether a value is written as a name or a code."""
    return all(word[0].isupper() or not word[0].isalpha() or len(word) <= 3 for word in value.split())


_ROLE_WORD = r"(?P<role>\p{L}[\p{L}-]{1,20}(?: \p{L}[\p{L}-]{1,14})?)"
_CODE = r"(?P<code>\p{Lu}[\p{Lu}\p{N}]{0,4}|\p{L}\p{N}{0,2})"
_PAIRS = tuple(
    regex.compile(pattern)
    for pattern in (
        rf"(?<![\p{{L}}\p{{N}}]){_CODE}\s*(?:=|[–—]|-(?=\s)|(?<=\s)-|stands for|is)\s*(?:the |an? )?{_ROLE_WORD}",
        rf"(?<![\p{{L}}\p{{N}}]){_CODE}\s*[:：]\s*(?:the |an? )?{_ROLE_WORD}\s*(?=[,;.)/|\]]|$)",
        rf"{_ROLE_WORD}\s*[(\[]\s*{_CODE}\s*[)\]]",
        rf"{_ROLE_WORD}\s*=\s*{_CODE}(?![\p{{L}}\p{{N}}])",
    )
)


def _key_pairs(text: str) -> dict[str, Role]:
    """The roles that a key line gives to labels: `I = Interviewer; X = Informant`, `Interviewer (I)`."""
    if len(text) > 300:
        return {}
    best: dict[str, Role] = {}
    for pattern in _PAIRS:
        pairs: dict[str, Role] = {}
        for found in pattern.finditer(text):
            role = _role_of(found["role"])
            if role is not None:
                pairs[key_of(found["code"])] = role
        if len(pairs) > len(best):
            best = pairs
    return best if best and (len(best) > 1 or _says_only_that(text)) else {}


def _says_only_that(text: str) -> bool:
    """Whether a line with a single pair is short enough to be nothing but a key."""
    if any(pattern.fullmatch(text.strip()) for pattern in _PAIRS):
        return True
    return len(text.split()) <= 12 and not regex.search(r"[?!]|\.\s", text) and "=" in text


def _role_of(words: str) -> Role | None:
    """The role of one or two words, the second of which may belong to what follows."""
    return (
        known_role(key_of(words))
        or known_role(key_of(words.split(maxsplit=1)[0]))
        or known_role(key_of(words.rsplit(maxsplit=1)[-1]))
    )


def _names_that_return(
    fields: Mapping[str, str], pending: Sequence[tuple[str, str]], rest: Sequence[Line]
) -> dict[str, Role]:
    """`Interviewer: AB` above a talk whose turns are labelled `AB:` is a key as well."""
    found: dict[str, Role] = {}
    starts = {
        key_of(regex.split(r"[:：\t]", line.text, maxsplit=1)[0])
        for line in rest
        if regex.match(r"[^:：\t]{1,40}[:：\t]", line.text)
    }
    for heading, value in [*fields.items(), *pending]:
        role = known_role(key_of(heading))
        if role is None or not value:
            continue
        for part in regex.split(r"\s*[,;/&]\s*|\sand\s", value):
            name = key_of(regex.sub(r"\(.*?\)", "", part))
            codes = {key_of(code) for code in regex.findall(r"\((.*?)\)", part)}
            found |= {code: role for code in {name, *codes} if code and code in starts}
    return found
