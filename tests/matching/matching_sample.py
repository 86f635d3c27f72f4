"""A small codebook to write codes into, and transcripts of a few turns."""

from pathlib import Path

from qualcode.codebook import load_codebook
from qualcode.matching import Matcher, compile_codebook
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import sentences

HEAD = """
codebook: Test
version: "1"
actors:
  smuggler: {terms: [smuggler, smuggling gang]}
  gang: {terms: [gang, thief]}
  state: {terms: [police, soldier]}
actions:
  violence: {verbs: [beat, hit], nouns: [violence]}
  robbery: {verbs: [rob, {verb: take, object: [money, phone]}], nouns: [robbery]}
sets:
  weapons: [knife, gun, stick]
  armed: ["set:weapons", rifle]
themes:
  - id: t
    name: Theme
    codes:
"""


def compiled(folder: Path, *codes: str, head: str = HEAD, parse_all: bool = False) -> Matcher:
    """A matcher for codes written as YAML, each as the lines below its id; their ids are c1, c2 and so on."""
    parts = [f"      - id: c{number}\n        name: C\n{code}" for number, code in enumerate(codes, 1)]
    file = folder / "codebook.yaml"
    file.write_text(head + "\n".join(parts), encoding="utf-8")
    return compile_codebook(load_codebook(file)[0], parse_all=parse_all)


def rules(*lines: str) -> str:
    """The rules of a code, one a line."""
    return "        rules:\n" + "".join(f"          - {line}\n" for line in lines)


def transcript(*turns: str, question: int | None = None, role: Role = Role.RESPONDENT) -> Transcript:
    """A transcript of one respondent's turns; one that begins with "I: " is the interviewer's and asks a question."""
    text, made, segments, asked = "", [], [], question
    for number, words in enumerate(turns, 1):
        speaker = Role.INTERVIEWER if words.startswith("I: ") else role
        start = len(text) + 3 * words.startswith("I: ")
        text += words
        asked = number if speaker is Role.INTERVIEWER else asked
        who, answers = (None, None) if speaker is Role.INTERVIEWER else ("R1", asked)
        made.append(Turn(number, "", speaker, Span(start, len(text)), respondent=who, question=answers))
        for span in sentences(text, start, len(text)):
            segments.append(Segment(len(segments) + 1, number, span))
        text += "\n"
    return Transcript("T", text, tuple(made), tuple(segments), "t.txt", "0")


def matched(matcher: Matcher, *turns: str) -> list[str]:
    """The matched words of every coding."""
    return [coding.matched for coding in matcher.code(transcript(*turns))]
