"""Who did what to whom in whole sentences: tables of sentences under `sentences/`.

A line is `sentence || earlier sentences ; nearest first || speaker => action agent>target via; ...`. The speaker is the
actor of "we", left out for a migrant and `-` for somebody who is none of the codebook's actors. `via` is `-` where no
agent is expressed. A line that begins with `~` is a known mistake: its expectation is right and is not met yet.
"""

from pathlib import Path
from typing import Any

import pytest
from gold_lexicon import events, told

TABLES = sorted((Path(__file__).parent / "sentences").glob("*.txt"))


MISSED = pytest.mark.xfail(strict=True, reason="a known miss: the parse misleads, or the construct is not read")


def rows() -> list[Any]:
    """Every line of the tables as parameters of a test."""
    found = []
    for table in TABLES:
        for line in table.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                marks = [MISSED] if line.startswith("~") else []
                found.append(pytest.param(line.lstrip("~ "), id=line.partition("=>")[0].strip(), marks=marks))
    return found


@pytest.mark.parametrize("line", rows())
def test_a_sentence_tells_who_did_what_to_whom(line: str) -> None:
    """Agent, action and target of each event, and how the agent was found, are those of the table."""
    said, _, wanted = line.partition("=>")
    sentence, earlier, speaker, *_ = [*(part.strip() for part in said.split("||")), "", ""]
    before = [one.strip() for one in earlier.split(";") if one.strip()]
    found = told(events(sentence, before, {"": "migrant", "-": ""}.get(speaker, speaker)))
    assert sorted(found) == sorted(map(expected, filter(None, map(str.strip, wanted.split(";")))))


def expected(words: str) -> tuple[str, str, str, str]:
    """An event as a table writes it."""
    action, roles, via = words.split()
    agent, _, target = roles.partition(">")
    return action, agent, target, via.replace("-", "")
