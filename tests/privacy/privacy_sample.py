"""Codings of made-up respondents for what is published of them."""

from qualcode.model.codebook import Code, Codebook, Theme
from qualcode.model.coded import CodedSegment, Material
from qualcode.model.coding import Coding, Run
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Role, Span

CODEBOOK = Codebook(
    "Roads",
    "1.0",
    "ab" * 32,
    themes=(Theme("a", "A", codes=(Code("a_one", "a", "One"), Code("a_two", "a", "Two", sensitive=True))),),
)


def said(person, code, text, *, assertion="affirmed", number=1):
    """One coding of a sentence."""
    coding = Coding(
        f"T_{person.id}", Span(0, 4), 1, number, number, code[0], code, "rule", "word", assertion=assertion, memo="note"
    )
    return CodedSegment(coding, person, f"T_{person.id}:{number}", "R", Role.RESPONDENT, "And then?", text, "file.docx")


def material(people, segments):
    """A coded study."""
    run = Run("Roads", "1.0", "ab" * 32, "1", "", len(people), len(segments))
    return Material("A study", CODEBOOK, run, tuple(people), tuple(segments))


def group(size, *, kind="", **attributes):
    """Respondents of one type with the same profile."""
    held = {name: (value,) for name, value in attributes.items()}
    name = "-".join(attributes.values()) or "P"
    return tuple(Respondent(f"{name}{number}", kind, held) for number in range(size))
