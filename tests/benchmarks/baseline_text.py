"""The part of a study that a baseline runs on."""

import random
from pathlib import Path

from studies import is_spoken

from qualcode.workflow.study import StudyFolder, opened


def some_turns(folder: Path, words: int) -> list[str]:
    """Respondents' turns of interviews drawn from all over the study in `folder`, until they have `words` words."""
    turns: list[str] = []
    found = 0
    with opened(StudyFolder(folder)) as study:
        ids = list(study.store.transcript_ids())
        random.Random(0).shuffle(ids)  # noqa: S311 - a sample, no secret
        while ids and found < words:
            transcript = study.store.transcript(ids.pop())
            said = [transcript.words(turn) for turn in transcript.turns if is_spoken(turn)]
            found += sum(len(turn.split()) for turn in said)
            turns += said
    return turns
