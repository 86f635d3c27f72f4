"""Answers that take their meaning from the question: a bare yes or no, and rules that look at what was asked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from qualcode.matching.assertion import OPENINGS, answered, bare_answer
from qualcode.matching.codings import coding_of
from qualcode.matching.compiled import CompiledRule
from qualcode.matching.corpus import Corpus, Interview, Sentence
from qualcode.matching.firing import Firing
from qualcode.matching.room import Room
from qualcode.matching.search import Search
from qualcode.matching.words import Numbers
from qualcode.model.codebook import RuleKind, Scope
from qualcode.model.coding import Coding
from qualcode.model.transcript import Role, Turn

_LONGEST = 20
"""Words a bare answer has at the most: nobody says yes at greater length without saying something."""
QUESTION = "question"
"""How an agent was found that only the question names."""


@dataclass(frozen=True, slots=True)
class BareAnswer:
    """A turn that begins with a bare yes or no, and the question it answers."""

    interview: Interview
    question: int
    """Number of the interviewer's turn."""
    answer: str
    """`yes` or `no`."""
    sentence: int
    """Position, in the corpus of what respondents say, of the sentence that answers."""


def bare_answers(search: Search) -> tuple[BareAnswer, ...]:
    """The first sentences of answers that are a bare yes or no."""
    corpus = search.corpus
    found: list[BareAnswer] = []
    for at in _may_be_bare(search, _first_sentences(corpus)):
        sentence = corpus.sentence(at)
        question = sentence.turn.question
        if question is not None and not _goes_on(corpus, at):
            answer = bare_answer(sentence.text, search.forms(at))
            if answer:
                found.append(BareAnswer(sentence.interview, question, answer, at))
    return tuple(found)


def _goes_on(corpus: Corpus, at: int) -> bool:
    """Whether the turn before answers the same question, so that this one goes on with its answer."""
    if at == 0:
        return False
    before, now = corpus.sentence(at - 1), corpus.sentence(at)
    return before.interview is now.interview and before.turn.question == now.turn.question


def _may_be_bare(search: Search, sentences: Numbers) -> list[int]:
    """Of some sentences those that are short enough and begin as a bare answer does."""
    corpus = search.corpus
    count = corpus.high[sentences] - corpus.low[sentences]
    spoken = sentences[(count > 0) & (count <= _LONGEST)]
    numbers = search.numbers(OPENINGS)
    found: list[int] = spoken[np.isin(corpus.forms[corpus.low[spoken]], numbers)].tolist()
    return found


def questions(answers: Sequence[BareAnswer]) -> tuple[tuple[Interview, frozenset[int]], ...]:
    """The interviews with the numbers of their turns that were answered so, those turns as if the answerer spoke them.

    What a question says is then read with the answerer's "we", and limited to the codes of the answerer's type.
    """
    wanted: dict[int, list[BareAnswer]] = defaultdict(list)
    for answer in answers:
        wanted[id(answer.interview)].append(answer)
    found = []
    for own in wanted.values():
        interview = own[0].interview
        turns = {turn.number: turn for turn in interview.turns}
        for answer in own:
            answered = turns.get(answer.question)
            if answered is not None and answered.role is Role.INTERVIEWER:
                turns[answer.question] = replace(answered, respondent=_who(answer, interview))
        numbers = frozenset(answer.question for answer in own)
        found.append((replace(interview, turns=tuple(turns.values())), numbers))
    return tuple(found)


def last_sentences(corpus: Corpus) -> Mapping[tuple[str, int], int]:
    """For every turn of a corpus of questions, by interview and number, the sentence that asks.

    That is the last one that ends with a question mark, else the last.
    """
    found: dict[tuple[str, int], int] = {}
    marked: set[tuple[str, int]] = set()
    for at, sentence in enumerate(corpus.sentences()):
        key = (sentence.interview.id, sentence.turn.number)
        asks = sentence.text.rstrip(" \"'”’)").endswith("?")
        if asks or key not in marked:
            found[key] = at
        if asks:
            marked.add(key)
    return found


def asked_firings(rules: Sequence[CompiledRule], said: Room, asked: Room) -> Iterator[Firing]:
    """The firings of question rules: every turn that answers a question with one of the rule's terms."""
    for rule in rules:
        found = map(asked.corpus.sentence, np.flatnonzero(asked.book.mentioned(rule)).tolist())
        turns = {(one.interview.id, one.turn.number) for one in found}
        runs: dict[int, list[int]] = defaultdict(list)
        for at in np.flatnonzero(said.book.allowed(rule)).tolist() if turns else ():
            sentence = said.corpus.sentence(at)
            if (sentence.interview.id, sentence.turn.question) in turns:
                runs[int(said.corpus.turn[at])].append(at)
        for run in runs.values():
            words = (said.corpus.sentence(run[0]).start, said.corpus.sentence(run[-1]).end)
            yield Firing(rule, run[0], run[-1], (words,))


def answered_codings(
    rules: Sequence[CompiledRule], answers: Sequence[BareAnswer], said: Room, asked: Room
) -> Iterator[Coding]:
    """What rules find in a question, as codings of the bare yes or no that answers it."""
    asking = last_sentences(asked.corpus)
    by_question = {
        asking[one.interview.id, one.question]: one for one in answers if (one.interview.id, one.question) in asking
    }
    own = [rule for rule in rules if rule.rule.scope is Scope.SENTENCE and rule.rule.kind is not RuleKind.QUESTION]
    firings = [one for one in asked.book.firings(own) if one.first in by_question]
    standing = asked.standing(firings)
    asked.assertions.prepare(standing)
    for firing in standing:
        answer = by_question[firing.first]
        for evidence, assertion in asked.assertions.split(firing):
            tree = asked.grammar.tree(firing.first)
            anchors = asked.assertions.anchors(firing, firing.first, evidence)
            meant = (
                answered(assertion, answer.answer, question_tree=tree, anchors=anchors) if assertion and tree else None
            )
            coding = coding_of(firing, asked.corpus, evidence, meant)
            yield _on_answer(coding, said.corpus.sentence(answer.sentence))


def _on_answer(coding: Coding, sentence: Sentence) -> Coding:
    """A coding of a question, moved to the sentence that answers it."""
    return replace(
        coding,
        span=sentence.span,
        turn=sentence.turn.number,
        first_segment=sentence.number,
        last_segment=sentence.number,
        matched=sentence.text,
        evidence=(sentence.span,),
        via=QUESTION,
    )


def is_question(_: Interview, turn: Turn) -> bool:
    """Whether a turn is an interviewer's."""
    return turn.role is Role.INTERVIEWER


def _first_sentences(corpus: Corpus) -> Numbers:
    """The first sentence of every turn."""
    turn = corpus.turn
    return np.flatnonzero(np.concatenate([[True], turn[1:] != turn[:-1]])[: len(turn)]).astype(np.int32)


def _who(answer: BareAnswer, interview: Interview) -> str | None:
    """The respondent who answers."""
    return next(
        (turn.respondent for turn in interview.turns if turn.question == answer.question and turn.respondent), None
    )
