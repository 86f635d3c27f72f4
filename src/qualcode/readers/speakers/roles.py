"""Which role each label has: declared, keyed, known by its words, or told by who asks the questions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase

import regex

from qualcode.model.transcript import Role
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.readers.speakers.labels import same_speaker
from qualcode.readers.speakers.role_words import known_role, nobody


@dataclass(frozen=True, slots=True)
class Speech:
    """What one label says in a transcript, in numbers."""

    key: str
    turns: int
    words: int
    asking: int
    """Turns that put a question."""

    @property
    def asks(self) -> float:
        """The share of turns that ask something."""
        return self.asking / self.turns if self.turns else 0.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """A label's role and how it was found, in words a researcher understands."""

    role: Role
    reason: str


DECLARED = "declared in study.yaml"
KEYED = "from the key at the top of the file"
WORDED = "from the label's wording"
ASKED = "from who asks the questions"
ALIKE = "written like another label"
OPEN = "not known: say whose words these are"


def assign_roles(
    speech: Sequence[Speech],
    *,
    declared: Mapping[str, Role],
    keyed: Mapping[str, Role],
) -> dict[str, Verdict]:
    """The role of every label. `declared` may hold patterns such as `P*`; keys are folded."""
    verdicts: dict[str, Verdict] = {}
    keys = frozenset(one.key for one in speech)
    for one in speech:
        by_study = _declared(one.key, declared)
        if by_study is not None:
            verdicts[one.key] = Verdict(by_study, DECLARED)
        elif one.key in keyed:
            verdicts[one.key] = Verdict(keyed[one.key], KEYED)
        elif (worded := known_role(one.key) or _letter_role(one.key, keys)) is not None:
            verdicts[one.key] = Verdict(worded, WORDED)
    _correct_letters(speech, verdicts)
    _correct_askers(speech, verdicts)
    _settle_alike(speech, verdicts)
    _settle_alphabet(speech, verdicts)
    _settle_by_questions(speech, verdicts)
    for one in speech:
        verdicts.setdefault(one.key, Verdict(Role.UNKNOWN, OPEN))
    return verdicts


def _declared(key: str, declared: Mapping[str, Role]) -> Role | None:
    """What the study says of a label: by itself first, then by a pattern."""
    exact = {key_of(label): role for label, role in declared.items() if "*" not in label}
    if key in exact:
        return exact[key]
    for pattern, role in declared.items():
        if "*" in pattern and fnmatchcase(key, "*".join(key_of(part) for part in pattern.split("*"))):
            return role
    return None


def _letter_role(key: str, keys: frozenset[str]) -> Role | None:
    """A single letter (with a number) read beside the other labels of the file."""
    found = regex.fullmatch(r"(?P<letter>\p{L})\s?(?P<number>\d{0,3})", key)
    if found is None:
        return None
    letter, others = found["letter"], {regex.sub(r"[\s\d]", "", other) for other in keys} - {found["letter"]}
    worded = {known_role(other) for other in keys}
    asker = others & {"q", "i", "m"} or Role.INTERVIEWER in worded
    answerer = others & {"r", "p", "a"} or Role.RESPONDENT in worded
    roles: dict[str, Role | None] = {
        "q": Role.INTERVIEWER,
        "i": Role.RESPONDENT if "q" in others or (Role.INTERVIEWER in worded and not answerer) else Role.INTERVIEWER,
        "r": Role.INTERVIEWER if "p" in others and not others & {"i", "q", "m"} else Role.RESPONDENT,
        "p": Role.RESPONDENT,
        "a": Role.RESPONDENT if asker else None,
        "m": Role.INTERVIEWER if answerer else None,
        "t": Role.INTERPRETER if asker and answerer else None,
        "f": Role.INTERVIEWER if others == {"p"} else None,
    }
    return roles.get(letter)


def _correct_letters(speech: Sequence[Speech], verdicts: dict[str, Verdict]) -> None:
    """Single letters whose talk says the opposite (I answers, R asks) are left to the questions they ask."""
    lettered = [one for one in speech if len(one.key) <= 2 and _reason(verdicts, one.key) == WORDED]
    asking = [one for one in lettered if verdicts[one.key].role is Role.INTERVIEWER]
    answering = [one for one in lettered if verdicts[one.key].role is Role.RESPONDENT]
    if len(asking) == 1 and len(answering) == 1:
        asker, answerer = asking[0], answering[0]
        talks = asker.words > answerer.words
        if min(asker.turns, answerer.turns) >= 3 and answerer.asks >= 0.5 and asker.asks <= 0.2 and talks:
            del verdicts[asker.key], verdicts[answerer.key]


def _correct_askers(speech: Sequence[Speech], verdicts: dict[str, Verdict]) -> None:
    """Where every label's wording is a respondent's and one does nothing but ask (a nurse, a doctor), it is open."""
    if any(_role(verdicts, one.key) in (None, Role.INTERVIEWER) for one in speech):
        return
    worded = [
        one for one in speech if _reason(verdicts, one.key) == WORDED and _role(verdicts, one.key) is Role.RESPONDENT
    ]
    for one in worded:
        if (
            len(worded) > 1
            and one.turns >= 3
            and one.asks >= 0.5
            and one.asks >= 2 * max(other.asks for other in worded if other is not one)
        ):
            del verdicts[one.key]


def _reason(verdicts: Mapping[str, Verdict], key: str) -> str:
    return verdicts[key].reason if key in verdicts else ""


def _settle_alike(speech: Sequence[Speech], verdicts: dict[str, Verdict]) -> None:
    """A misspelt label, or a name beside its initials, has the role of the label it resembles."""
    for one in speech:
        if one.key in verdicts:
            continue
        for other in speech:
            alike = same_speaker(one.key, other.key) or same_speaker(other.key, one.key)
            if other.key in verdicts and one.key != other.key and alike:
                verdicts[one.key] = Verdict(verdicts[other.key].role, ALIKE)
                break


def _settle_alphabet(speech: Sequence[Speech], verdicts: dict[str, Verdict]) -> None:
    """In a group that is lettered A, B, C and on, whom an interviewer questions, every letter is a respondent."""
    keys = {one.key for one in speech}
    if not keys >= {"a", "b", "c"} or all(verdict.role is not Role.INTERVIEWER for verdict in verdicts.values()):
        return
    for one in speech:
        if one.key not in verdicts and regex.fullmatch(r"[a-h]", one.key) and one.asks < 0.5:
            verdicts[one.key] = Verdict(Role.RESPONDENT, ASKED)


def _settle_by_questions(speech: Sequence[Speech], verdicts: dict[str, Verdict]) -> None:
    """The labels still open: who asks far more than the others interviews, who talks at length responds."""
    groups = _groups([one for one in speech if one.key not in verdicts])
    has_interviewer = any(verdict.role is Role.INTERVIEWER for verdict in verdicts.values())
    has_respondent = any(verdict.role is Role.RESPONDENT for verdict in verdicts.values())
    if not groups or (has_interviewer and has_respondent):
        return
    if not has_interviewer:
        groups.sort(key=lambda group: group[0].asks, reverse=True)
        askers = _askers(
            [group[0] for group in groups], [one for one in speech if _role(verdicts, one.key) is Role.RESPONDENT]
        )
        if not askers:
            return
        for group in groups[:askers]:
            _give(group, Role.INTERVIEWER, verdicts)
        groups = groups[askers:]
    if has_respondent:
        return
    most = max((group[0].words for group in groups), default=0)
    for group in groups:
        if group[0].words >= 0.1 * most and group[0].asks < 0.6 and not nobody(group[0].key):
            _give(group, Role.RESPONDENT, verdicts)


def _askers(speech: Sequence[Speech], respondents: Sequence[Speech]) -> int:
    """How many of `speech`, those who ask most first, clearly interview; 0 where that cannot be told.

    Nobody interviews who talks half as much again as anybody else; several do only where half of their turns ask.
    """
    for count in range(1, min(3, len(speech)) + 1):
        asking, others = speech[:count], [*speech[count:], *respondents]
        last = asking[-1]
        if not others or last.asks < (0.25 if count == 1 else 0.5) or last.asking < 1:
            return 0
        if last.asks >= 1.5 * max(other.asks for other in others):
            most = max(other.words for other in others)
            return count if all(one.words <= (1.5 if count == 1 else 1) * most for one in asking) else 0
    return 0


def _role(verdicts: Mapping[str, Verdict], key: str) -> Role | None:
    return verdicts[key].role if key in verdicts else None


def _groups(speech: Sequence[Speech]) -> list[list[Speech]]:
    """Labels that are one speaker together, led by a sum of what they say."""
    groups: list[list[Speech]] = []
    for one in speech:
        for group in groups:
            if any(same_speaker(one.key, other.key) or same_speaker(other.key, one.key) for other in group[1:]):
                group.append(one)
                break
        else:
            groups.append([one, one])
    return [[_sum(group[1:]), *group[1:]] for group in groups]


def _sum(group: Sequence[Speech]) -> Speech:
    return Speech(
        group[0].key,
        sum(one.turns for one in group),
        sum(one.words for one in group),
        sum(one.asking for one in group),
    )


def _give(group: Sequence[Speech], role: Role, verdicts: dict[str, Verdict]) -> None:
    for one in group[1:]:
        verdicts[one.key] = Verdict(role, ASKED)
