"""Whether a codebook finds its own examples, and none of its counterexamples."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from qualcode.codebook.example_lines import line_of, texts_of
from qualcode.errors import MisuseError, did_you_mean
from qualcode.matching import Matcher, compile_codebook
from qualcode.matching.corpus import Interview
from qualcode.matching.explain import explain
from qualcode.matching.words import words_of
from qualcode.model.codebook import Code, Codebook
from qualcode.model.coding import Coding
from qualcode.model.problem import Where
from qualcode.model.progress import SILENT, Progress
from qualcode.model.trace import RuleTrace
from qualcode.text import Parser
from qualcode.workflow.coding import read_codebook
from qualcode.workflow.parses import RecentParses
from qualcode.workflow.utterance import SPEAKER, speaker_types, utterance


class Verdict(StrEnum):
    """How a sentence of the codebook came out."""

    PASSED = "passed"
    APART = "apart"
    """An example that has its code, in a reading that the code does not count: negated, or only feared."""
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Sentence:
    """An example or a counterexample of a code, and where it stands."""

    code: Code
    text: str
    wanted: bool
    """Whether it must have the code: true of examples."""
    where: Where


@dataclass(frozen=True, slots=True)
class Trial:
    """A sentence of the codebook with what the rules made of it."""

    sentence: Sentence
    verdict: Verdict
    speaker: str
    """The type of respondent who is taken to say it."""
    coding: Coding | None = None
    """The coding with its code, where it has one."""
    others: tuple[Coding, ...] = ()
    """The codings with other codes."""
    nearest: RuleTrace | None = None
    """For an example that failed the rule that came nearest."""


@dataclass(frozen=True, slots=True)
class TrialReport:
    """Every sentence that was tried, and the codes that have none."""

    codebook: Codebook
    trials: tuple[Trial, ...]
    untested: tuple[Code, ...]
    """Codes with rules and without examples."""

    @property
    def failed(self) -> tuple[Trial, ...]:
        """The trials that failed."""
        return tuple(one for one in self.trials if one.verdict is Verdict.FAILED)


def try_codebook(path: Path, names: Sequence[str] = (), *, progress: Progress = SILENT) -> TrialReport:
    """Tries the examples and counterexamples of the codebook at `path`.

    With `names` only those of codes and themes of these ids (`sab_*` for several), and sentences with these words.
    Each is tried as said by every type of respondent the code may be of: an example needs its code from one of them,
    a counterexample from none.
    """
    progress.start("Preparing the codebook", 0)
    codebook, _ = read_codebook(path)
    matcher = compile_codebook(codebook, parser=Parser(RecentParses()))
    progress.finish()
    every = tuple(_sentences(codebook, texts_of(path)))
    chosen = _chosen(codebook, every, names)
    progress.start("Testing", 0)
    said = _coded(matcher, codebook, chosen)
    trials = tuple(_tried(matcher, one, said) for one in chosen)
    progress.finish()
    tested = {one.code.id for one in every if one.wanted}
    codes = {one.code.id for one in chosen} if names else None
    untested = [
        code
        for code in codebook.codes()
        if code.rules and code.id not in tested and (codes is None or code.id in codes)
    ]
    return TrialReport(codebook, trials, tuple(untested))


def _sentences(codebook: Codebook, texts: Mapping[str, str]) -> Iterator[Sentence]:
    for code in codebook.codes():
        if not code.rules:
            continue
        for wanted, sentences in ((True, code.examples), (False, code.counterexamples)):
            for text in filter(str.strip, sentences):
                yield Sentence(code, text, wanted, Where(code.file, line=line_of(texts, code, text)))


def _chosen(codebook: Codebook, every: Sequence[Sentence], names: Sequence[str]) -> tuple[Sentence, ...]:
    """The sentences that `names` select; MisuseError for a name that selects none."""
    if not names:
        return tuple(every)
    found: dict[int, Sentence] = {}
    for name in names:
        own = {at: one for at, one in enumerate(every) if _named(one, name)}
        if not own:
            known = [*(theme.id for theme in codebook.themes), *(code.id for code in codebook.codes())]
            raise MisuseError(
                f'no code, theme or example has the name or the words "{name}".{did_you_mean(name, known)}',
                hint="a code, a theme, or words of an example; qualcode codebook test alone tries them all",
            )
        found |= own
    return tuple(found[at] for at in sorted(found))


def _named(sentence: Sentence, name: str) -> bool:
    folded = name.casefold()
    ids = (sentence.code.id.casefold(), sentence.code.theme.casefold())
    return any(fnmatchcase(one, folded) for one in ids) or folded in sentence.text.casefold()


Said = Mapping[tuple[str, str], Sequence[Coding]]
"""The codings of every sentence as every type of respondent would say it."""


def _coded(matcher: Matcher, codebook: Codebook, sentences: Sequence[Sentence]) -> Said:
    """All sentences coded in one go."""
    spoken = dict.fromkeys((one.text, kind) for one in sentences for kind in _speakers(matcher, one.code))
    interviews = [
        Interview.of(transcript, words_of(transcript), {SPEAKER: kind})
        for number, (text, kind) in enumerate(spoken)
        for transcript in [utterance(text, id=str(number), language=codebook.language)]
    ]
    keys = dict(zip((one.id for one in interviews), spoken, strict=True))
    found: dict[tuple[str, str], list[Coding]] = defaultdict(list)
    for coding in matcher.code_all(interviews):
        found[keys[coding.transcript]].append(coding)
    return found


def _speakers(matcher: Matcher, code: Code) -> tuple[str, ...]:
    """Who may say a sentence of a code: its own speakers, else every type the codebook knows, or nobody known."""
    return code.speakers or (*speaker_types(matcher.compiled.codebook), "")


def _tried(matcher: Matcher, sentence: Sentence, said: Said) -> Trial:
    speakers = _speakers(matcher, sentence.code)
    own = [
        (kind, coding)
        for kind in speakers
        for coding in said.get((sentence.text, kind), ())
        if coding.code == sentence.code.id
    ]
    counted = [pair for pair in own if not pair[1].assertion or pair[1].assertion in sentence.code.counts]
    if own:
        kind, coding = (counted or own)[0]
        verdict = Verdict.FAILED if not sentence.wanted else Verdict.PASSED if counted else Verdict.APART
        return Trial(sentence, verdict, kind, coding, _others(sentence, said.get((sentence.text, kind), ())))
    others = _others(sentence, said.get((sentence.text, speakers[0]), ()))
    if not sentence.wanted:
        return Trial(sentence, Verdict.PASSED, speakers[0], others=others)
    nearest = _nearest(matcher, sentence, speakers[0])
    return Trial(sentence, Verdict.FAILED, speakers[0], others=others, nearest=nearest)


def _others(sentence: Sentence, codings: Sequence[Coding]) -> tuple[Coding, ...]:
    return tuple(one for one in codings if one.code != sentence.code.id)


def _nearest(matcher: Matcher, sentence: Sentence, speaker: str) -> RuleTrace | None:
    """The rule of a code that came nearest to coding one of its examples."""
    transcript = utterance(sentence.text, language=matcher.compiled.codebook.language)
    numbers = [one.number for one in transcript.segments]
    traces = explain(matcher, transcript, numbers, types={SPEAKER: speaker}, codes=frozenset((sentence.code.id,)))
    return max((rule for one in traces for rule in one.rules), key=lambda rule: rule.nearness, default=None)
