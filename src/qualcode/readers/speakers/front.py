"""What stands above the talk: fields such as date and place, and a key that says what the labels mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import regex

from qualcode.model.source import Line
from qualcode.model.transcript import Role
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.readers.speakers.role_words import is_field, is_generic, known_role

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
    top = _Top(lines)
    for index, line in enumerate(lines[:_REACH]):
        if line.speaker or not top.takes(index):
            break
    return top.front()


Field = tuple[str, str]
"""A heading and its value, as written."""


@dataclass(slots=True)
class _Top:
    """The lines from the top, as far as they have been taken for front matter."""

    lines: Sequence[Line]
    fields: dict[str, str] = field(default_factory=dict)
    key: dict[str, Role] = field(default_factory=dict)
    end: int = 0
    people: list[Field] = field(default_factory=list)
    """Lines such as `Interviewer: A. B.` that could be a first turn as well, as long as nothing below settles it."""
    met: int = 0
    """Where the last of them ends."""
    details: list[Field] = field(default_factory=list)
    """Lines such as `Company: a bank`, believed where there are two of them or another field follows."""

    def takes(self, index: int) -> bool:
        """Whether front matter may go on behind line `index`."""
        if pairs := _key_pairs(self.lines[index].text):
            self.key |= pairs
            return self._settle([], index)
        found = _field(self.lines, index)
        if found is None:
            return len(self.lines[index].text.split()) <= _SPEECH
        if is_field(key_of(found[0])):
            return self._settle([*self.people, *self.details, found], index)
        if key_of(found[0]) in {key_of(heading) for heading, _ in self.people}:
            return False
        return self._takes_open(found, index)

    def _takes_open(self, found: Field, index: int) -> bool:
        """A line that may be a field or somebody's first words."""
        if _could_name_person(*found):
            self.people.append(found)
            self.met = index + 1
            at_once = self.fields and self.end == index and _is_named(found[1])
            return self._settle([found], index) if at_once else True
        if _is_detail(*found, self.lines):
            self.details.append(found)
            return self._settle(self.details, index) if len(self.details) > 1 or self.end == index > 0 else True
        return False

    def _settle(self, fields: Sequence[Field], index: int) -> bool:
        """All lines up to `index` are front matter, and `fields` stand in them."""
        self.fields |= {key_of(heading): value for heading, value in fields}
        self.people, self.details, self.end = [], [], index + 1
        return True

    def front(self) -> Front:
        """What was found, with the people above the talk whose labels return in it."""
        self.key |= _names_that_return(self.fields, self.people, self.lines[self.end :])
        keyed = any(key_of(value) in self.key for _, value in self.people)
        if self.people and (keyed or _are_names(self.people, self.lines[self.met :])):
            self._settle(self.people, self.met - 1)
        return Front(self.end, self.fields, self.key)


def _field(lines: Sequence[Line], index: int) -> Field | None:
    """A line of the form `Heading: value`, or a two-cell table row, as heading and value."""
    line = lines[index]
    if line.cell is not None and line.cell.column % 2 == 1:
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
    if (
        regex.search(r"[(\[<]\s*\d", heading)
        or _role_of_heading(key_of(heading)) is None
        or len(key_of(heading)) < 3
        or not words
        or len(words) > 8
    ):
        return False
    return (
        value[-1] not in "?!…" and not (value.endswith(".") and len(words) > 3) and key_of(words[0]) not in _GREETINGS
    )


def _is_detail(heading: str, value: str, lines: Sequence[Line]) -> bool:
    """Whether `Company: a bank` can be a field of any name: a few words, no sentence, a heading that never returns."""
    key = key_of(heading)
    if (
        known_role(key)
        or is_generic(key)
        or regex.search(r"[\d(\[<]", heading)
        or not 0 < len(value.split()) <= 8
        or value[-1] in "?!….,"
    ):
        return False
    return sum(key_of(line.text[: len(heading) + 2].split(":")[0]) == key for line in lines) == 1


def _are_names(people: Sequence[tuple[str, str]], rest: Sequence[Line]) -> bool:
    """Whether all of `people` are named as nobody speaks: without an end of a sentence, above a talk that has them."""
    ended = sum(line.text.rstrip().endswith((".", "?", "!", "…", "؟")) for line in rest)
    return ended >= max(3, 0.4 * len(rest)) and all(
        _is_named(value) and (not value.endswith((".", ",")) or regex.fullmatch(r"(?:\p{Lu}\.\s?)+", value))
        for _, value in people
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
        role = _role_of_heading(key_of(heading))
        if role is None or not value:
            continue
        for part in regex.split(r"\s*[,;/&]\s*|\sand\s", value):
            name = key_of(regex.sub(r"\(.*?\)", "", part))
            codes = {key_of(code) for code in regex.findall(r"\((.*?)\)", part)}
            role = next((told for code in codes if (told := known_role(code))), role)
            found |= {code: role for code in {name, *codes} if code and code in starts}
    return found


def _role_of_heading(key: str) -> Role | None:
    """The role of those a heading lists; `Participants: ...` lists respondents, though as a label it is a chorus."""
    plural = known_role(key.removesuffix("s"))
    return Role.RESPONDENT if plural is Role.RESPONDENT else known_role(key)
