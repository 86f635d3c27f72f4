"""From a document to a transcript: whose words they are, what each answers, and how it was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Document
from qualcode.model.transcript import Interpreting, Role, Segment, Span, Turn
from qualcode.readers.speakers.front import Front, read_front
from qualcode.readers.speakers.label_grammar import key_of
from qualcode.readers.speakers.labels import find_labels, same_speaker
from qualcode.readers.speakers.role_words import known_role
from qualcode.readers.speakers.roles import Speech, Verdict, assign_roles
from qualcode.readers.speakers.tables import spoken_tables
from qualcode.readers.speakers.turns import Spoken, caption_labels, lay_out
from qualcode.text import sentences, tokens

INTERPRETER_SHARE = 0.2
"""Above this share of the words, somebody has to say what an interpreter's turns are."""
_SHORT = 25
"""A turn of no more words that holds a question mark is a question."""
UNLABELLED = "no speaker labels: nobody has said yet whose words these are"


@dataclass(frozen=True, slots=True)
class Casting:
    """What is declared about the speakers of one transcript."""

    roles: Mapping[str, Role]
    """Label, pattern (`P*`) or turn (`#12`) to role."""
    respondents: Mapping[str, str]
    """Label to respondent id, for a file that holds several respondents."""
    respondent: str | None
    """Whose interview it is where it is one person's."""
    interpreter: Interpreting | None


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """One label of a transcript, for a person to see a mistake: its role, why, whose words, and how many."""

    label: str
    role: Role
    reason: str
    respondent: str | None
    turns: int
    words: int
    share: float
    """Of all words spoken in the transcript, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Interview:
    """A document read as an interview, before it has an id."""

    text: str
    turns: tuple[Turn, ...]
    segments: tuple[Segment, ...]
    speakers: tuple[SpeakerSummary, ...]
    fields: Mapping[str, str]
    problems: tuple[Problem, ...]
    hold: str
    """Why it stays out of tables until a person decides, "" where it need not."""


def read_interview(document: Document, casting: Casting, *, file: str) -> Interview:
    """The interview that `document` holds."""
    declared = frozenset(key_of(label) for label in casting.roles if "*" not in label)
    declared |= frozenset(key_of(label) for label in casting.respondents)
    lines = spoken_tables(document.lines, declared)
    front = read_front(lines)
    labels = find_labels(lines, declared=declared | frozenset(front.key), start=front.lines)
    if front.lines and not labels.keys:
        again = find_labels(lines, declared=declared)
        front, labels = (Front(0, front.fields, front.key), again) if again.keys else (front, labels)
    lines, labels = caption_labels(lines, labels)
    text, spoken = lay_out(lines, labels, front=front.lines)
    verdicts = _verdicts(text, spoken, casting, front)
    turns = _turns(text, spoken, verdicts, casting)
    turns, problems, hold = cast(text, turns, casting, file=file)
    return Interview(
        text,
        turns,
        _segments(text, turns),
        summarise(text, turns, verdicts),
        front.fields,
        (*document.problems, *problems),
        hold,
    )


def _verdicts(text: str, spoken: Sequence[Spoken], casting: Casting, front: Front) -> dict[str, Verdict]:
    """The role of every label that is spoken under."""
    said: dict[str, list[str]] = {}
    for one in spoken:
        if one.key:
            said.setdefault(one.key, []).append(one.span.of(text))
    speech = [
        Speech(key, len(texts), sum(len(words.split()) for words in texts), sum(_asks(words) for words in texts))
        for key, texts in said.items()
    ]
    declared = {**dict.fromkeys(casting.respondents, Role.RESPONDENT), **casting.roles}
    return assign_roles(speech, declared=declared, keyed=front.key)


def _asks(words: str) -> bool:
    """Whether a turn puts a question: it ends in one, or is short and holds one; a storyteller's "why?" is none."""
    if not regex.search(r"[?؟？]", words):
        return False
    return bool(regex.search(r"[?؟？]['\"”’»)\]\s.…]*$", words)) or ("?" in words and len(words.split()) <= _SHORT)


def _turns(text: str, spoken: Sequence[Spoken], verdicts: Mapping[str, Verdict], casting: Casting) -> tuple[Turn, ...]:
    """Numbered turns with their roles; what a person said of one turn (`#12`) outranks its label."""
    labelled = any(one.key for one in spoken)
    turns = []
    for number, one in enumerate(spoken, start=1):
        unnamed = Role.OTHER if labelled and one.heading else Role.UNKNOWN
        role = verdicts[one.key].role if one.key else unnamed
        role = casting.roles.get(f"#{number}", role)
        turns.append(Turn(number, one.label, role, one.span, one.position))
    return link_questions(text, turns)


def _segments(text: str, turns: Sequence[Turn]) -> tuple[Segment, ...]:
    """The sentences of every turn, numbered through the transcript."""
    spans: list[tuple[int, Span]] = []
    for turn in turns:
        spans += [(turn.number, span) for span in sentences(text, turn.span.start, turn.span.end)]
    return tuple(Segment(number, turn, span) for number, (turn, span) in enumerate(spans, start=1))


_ACKNOWLEDGEMENTS = frozenset(
    "mhm mm mmm hm hmm hmmm uh huh uhuh um yes yeah yep yup ok okay right sure good great fine true exactly wow "
    "really oh ah aha  "
    "i see no nice perfect thanks thank you alright all interesting of course understood clear understand "
    "absolutely".split()
)


def link_questions(text: str, turns: Sequence[Turn]) -> tuple[Turn, ...]:
    """Turns with the interviewer's turn each one answers; an answer runs on over a "mhm"."""
    asked: int | None = None
    linked: list[Turn] = []
    for turn in turns:
        if turn.role is Role.INTERVIEWER:
            if not _acknowledges(turn.span.of(text)):
                asked = turn.number
            linked.append(replace(turn, question=None))
        else:
            linked.append(replace(turn, question=asked))
    return tuple(linked)


def _acknowledges(words: str) -> bool:
    """Whether an interviewer's turn only keeps the respondent talking."""
    forms = [token.form for token in tokens(words)]
    return "?" not in words and len(forms) <= 4 and all(form in _ACKNOWLEDGEMENTS for form in forms)


def cast(
    text: str, turns: Sequence[Turn], casting: Casting, *, file: str
) -> tuple[tuple[Turn, ...], tuple[Problem, ...], str]:
    """Turns with the respondent whose words they are, what a person should look at, and why to hold the transcript."""
    problems: list[Problem] = []
    owners = _owners(turns, casting, problems, file)
    voice, hold = _interpreting(text, turns, casting, problems, file)
    single = next(iter(set(owners.values()) - {None}), None) if len(set(owners.values())) == 1 else None
    placed = []
    for turn in turns:
        owner = owners.get(key_of(turn.speaker)) if turn.role is Role.RESPONDENT else None
        if turn.role is Role.INTERPRETER and voice:
            owner = single or casting.respondent
        placed.append(replace(turn, respondent=owner))
    if all(turn.role in (Role.UNKNOWN, Role.OTHER) for turn in turns):
        labelled = any(turn.speaker for turn in turns)
        hold = "no label's role is known" if labelled else UNLABELLED
        fix = f"qualcode speakers {file} --set 'LABEL=respondent'" if labelled else _set_turns(file)
        problems.append(
            Problem(f"{hold}. The text is kept and stays out of tables.", Where(file), fix, Severity.WARNING)
        )
    elif all(turn.respondent is None for turn in placed) and not hold and not _unlabelled(turns, file):
        what = "no turn has a respondent, so nothing in it will be coded."
        problems.append(Problem(what, Where(file), f"qualcode speakers {file}", Severity.WARNING))
    else:
        problems += _open_labels(turns, file)
    return tuple(placed), tuple(problems), hold


def _set_turns(file: str) -> str:
    return (
        f"qualcode speakers {file} shows its turns; then for instance --set '1,3,5=interviewer' --set 'rest=respondent'"
    )


def _owners(turns: Sequence[Turn], casting: Casting, problems: list[Problem], file: str) -> dict[str, str | None]:
    """Label (folded) to respondent id; None where nobody has said whose label it is."""
    labels = list(dict.fromkeys(turn.speaker for turn in turns if turn.role is Role.RESPONDENT))
    mapped = {key_of(label): owner for label, owner in casting.respondents.items()}
    owners: dict[str, str | None] = {key_of(label): mapped.get(key_of(label)) for label in labels}
    if mapped:
        open_labels = [label for label in labels if owners[key_of(label)] is None]
    elif _one_person(labels):
        return dict.fromkeys(owners, casting.respondent)
    else:
        open_labels = labels
    if open_labels:
        what = f"nobody has said which respondent these labels are: {', '.join(open_labels)}. They are not counted."
        fix = f"transcripts: {{{file}: {{respondents: {{{open_labels[0]}: RESPONDENT_ID}}}}}} in study.yaml"
        problems.append(Problem(what, Where(file), fix, Severity.WARNING))
    return owners


def _one_person(labels: Sequence[str]) -> bool:
    """Whether all labels of respondents can be one person's: slips, initials, or a role word beside a letter."""
    keys = [key_of(label) for label in labels]
    if len(keys) < 2:
        return True
    first = keys[0]
    alike = all(same_speaker(first, key) or same_speaker(key, first) for key in keys[1:])
    initial = all(
        key[0] == first[0] and min(len(key), len(first)) == 1 and known_role(max(key, first, key=len))
        for key in keys[1:]
    )
    return alike or initial


def _interpreting(
    text: str, turns: Sequence[Turn], casting: Casting, problems: list[Problem], file: str
) -> tuple[bool, str]:
    """Whether an interpreter's turns are the respondent's voice, and why to hold the transcript until somebody says."""
    if casting.interpreter is not None:
        return casting.interpreter is Interpreting.VOICE, ""
    words = {turn.number: len(turn.span.of(text).split()) for turn in turns}
    share = sum(words[turn.number] for turn in turns if turn.role is Role.INTERPRETER) / max(1, sum(words.values()))
    if share <= INTERPRETER_SHARE:
        return False, ""
    what = f"an interpreter speaks {share:.0%} of the words: the respondent's testimony (voice) or remarks (aside)?"
    fix = f"transcripts: {{{file}: {{interpreter: voice}}}} in study.yaml, or import with --interpreter voice"
    problems.append(Problem(what, Where(file), fix, Severity.WARNING))
    return False, "an interpreter speaks much of it: say whether as voice or aside"


def _open_labels(turns: Sequence[Turn], file: str) -> list[Problem]:
    """A warning for labels whose role nobody knows while others' are."""
    labels = dict.fromkeys(turn.speaker for turn in turns if turn.role is Role.UNKNOWN and turn.speaker)
    if not labels:
        return _unlabelled(turns, file)
    what = f"nobody has said who speaks under: {', '.join(labels)}. They are not counted."
    fix = f"qualcode speakers {file} --set '{next(iter(labels))}=respondent'"
    return [Problem(what, Where(file), fix, Severity.WARNING)]


def _unlabelled(turns: Sequence[Turn], file: str) -> list[Problem]:
    """A warning for turns without a label among others that have one."""
    numbers = [turn.number for turn in turns if turn.role is Role.UNKNOWN and not turn.speaker]
    if not numbers:
        return []
    what = "1 turn has" if len(numbers) == 1 else f"{len(numbers)} turns have"
    what += " no label, and nobody has said whose words they hold. Such words are not counted."
    asked = any(turn.role is Role.INTERVIEWER for turn in turns)
    some = ",".join(str(number) for number in numbers[:3])
    role = Role.RESPONDENT if asked else Role.INTERVIEWER
    fix = f"qualcode speakers {file} --turns shows them; then for instance --set '{some}={role}'"
    return [Problem(what, Where(file), fix, Severity.WARNING)]


def summarise(text: str, turns: Sequence[Turn], verdicts: Mapping[str, Verdict]) -> tuple[SpeakerSummary, ...]:
    """One line for each label, in order of appearance."""
    counts: dict[str, list[Turn]] = {}
    for turn in turns:
        counts.setdefault(turn.speaker, []).append(turn)
    words = {label: sum(len(turn.span.of(text).split()) for turn in group) for label, group in counts.items()}
    total = max(1, sum(words.values()))
    return tuple(
        SpeakerSummary(
            label,
            group[0].role,
            verdicts[key_of(label)].reason if key_of(label) in verdicts else "",
            next((turn.respondent for turn in group if turn.respondent), None),
            len(group),
            words[label],
            words[label] / total,
        )
        for label, group in counts.items()
    )
