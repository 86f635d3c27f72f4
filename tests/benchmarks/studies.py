"""Studies for the benchmark to code: the sample, and made ones written straight into their stores."""

import shutil
from collections import Counter
from collections.abc import Mapping
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path

from interviews import make_interviews

from qualcode.model.transcript import Role, Transcript, Turn
from qualcode.settings import FILE
from qualcode.workflow.demo import demo, sample
from qualcode.workflow.study import Study, StudyFolder, opened


@dataclass(frozen=True, slots=True)
class Description:
    """What is in a coded study. Words are what white space separates, and are those of respondents."""

    interviews: int
    words: int
    sentences: int
    """All, those of interviewers too."""
    repeated: int
    """Of these the ones that were said before, word for word."""
    lengths: tuple[int, ...]
    """Words of every sentence of respondents, in rising order."""
    coded: int
    """Sentences of respondents in which something was found."""


def make_sample_study(folder: Path) -> tuple[str, ...]:
    """The sample as a coded study in `folder`; the sentences of its respondents."""
    demo(folder)
    with opened(StudyFolder(folder)) as study:
        return tuple(said for transcript in study.store.transcripts() for said in spoken_sentences(transcript))


def make_studies(folders: Mapping[int, Path], words: int, heard: tuple[str, ...]) -> Mapping[int, int]:
    """Writes studies, each into its folder under the number of interviews it has: a larger one holds a smaller one's.

    The largest has about `words` words; returned is how many each one has. `heard` are sentences that some respondents
    repeat.
    """
    written = dict.fromkeys(folders, 0)
    with ExitStack() as stack:
        studies = {count: stack.enter_context(_new_study(folder)) for count, folder in folders.items()}
        for study in studies.values():
            stack.enter_context(study.store.transaction())
        for number, interview in enumerate(make_interviews(max(folders), words, heard), start=1):
            for count, study in studies.items():
                if number <= count:
                    study.store.put_transcript(interview.transcript)
                    study.store.put_respondents([interview.respondent])
                    written[count] += interview.words
    return written


def describe(folder: Path) -> Description:
    """What is in the study in `folder`."""
    said: Counter[str] = Counter()
    lengths: list[int] = []
    with opened(StudyFolder(folder)) as study:
        interviews = len(study.store.transcript_ids())
        for transcript in study.store.transcripts():
            said.update(one.span.of(transcript.text) for one in transcript.segments)
            lengths += [len(sentence.split()) for sentence in spoken_sentences(transcript)]
        coded = {
            (coding.transcript, number)
            for coding in study.store.codings()
            for number in range(coding.first_segment, coding.last_segment + 1)
        }
    total = said.total()
    return Description(interviews, sum(lengths), total, total - len(said), tuple(sorted(lengths)), len(coded))


def is_spoken(turn: Turn) -> bool:
    """Whether a turn is a respondent's words, which are what is coded."""
    return turn.respondent is not None and turn.role is not Role.INTERVIEWER


def spoken_sentences(transcript: Transcript) -> list[str]:
    """What respondents say, sentence by sentence."""
    numbers = {turn.number for turn in transcript.turns if is_spoken(turn)}
    return [one.span.of(transcript.text) for one in transcript.segments if one.turn in numbers]


def _new_study(folder: Path) -> AbstractContextManager[Study]:
    codebook, transcripts = sample()
    folder.mkdir(parents=True)
    shutil.copytree(codebook, folder / "codebook")
    shutil.copyfile(transcripts / FILE, folder / FILE)
    return opened(StudyFolder(folder))
