"""A study of four respondents, small enough to count by hand."""

from qualcode.analysis.coded import coded_segments
from qualcode.analysis.tables import cross_tabulate
from qualcode.model.codebook import Code, Codebook, Theme
from qualcode.model.coded import Material
from qualcode.model.coding import Coding, Run
from qualcode.model.guide import Guide
from qualcode.model.respondent import Respondent
from qualcode.model.source import Position
from qualcode.model.table import Grouping
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn

CODEBOOK = Codebook(
    name="Journeys",
    version="1.0",
    hash="ab" * 32,
    themes=(
        Theme("rte", "Routes", codes=(Code("rte_entry", "rte", "Entry"), Code("rte_covert", "rte", "Hidden ways"))),
        Theme("pol", "Policy", codes=(Code("pol_pact", "pol", "The Pact", counts=("affirmed", "hypothetical")),)),
    ),
)

AMAL = Respondent("RM_1", "refugee_migrant", {"nationality": ("Syria",), "lived_in": ("Lebanon", "Türkiye")})
BEN = Respondent("RM_2", "refugee_migrant", {"nationality": ("Albania",), "lived_in": ()})
CHRIS = Respondent("RM_3", "refugee_migrant", {})
DANA = Respondent("KII_1", "key_informant", {"stakeholder": ("NGO",)})
RESPONDENTS = (AMAL, BEN, CHRIS, DANA)


def transcript(respondent, *answers):
    """An interview `T_<respondent>` in which each answer, a list of sentences, follows the question "And then?"."""
    text, turns, segments = "", [], []
    for answer in answers:
        for role, sentences in ((Role.INTERVIEWER, ["And then?"]), (Role.RESPONDENT, answer)):
            number, start = len(turns) + 1, len(text)
            for sentence in sentences:
                segments.append(Segment(len(segments) + 1, number, Span(len(text), len(text) + len(sentence))))
                text += sentence + " "
            answers_to = number - 1 if role is Role.RESPONDENT else None
            speaker = "R" if role is Role.RESPONDENT else "I"
            owner = respondent if role is Role.RESPONDENT else None
            span = Span(start, len(text) - 1)
            turns.append(Turn(number, speaker, role, span, Position(paragraph=number), owner, answers_to))
    return Transcript(f"T_{respondent}", text, tuple(turns), tuple(segments), f"T_{respondent}.docx", "00")


def coding(spoken, segment, code, /, *, last=None, **more):
    """A coding of a whole segment, or of the run from it to `last`."""
    first, final = spoken.segments[segment - 1], spoken.segments[(last or segment) - 1]
    span = Span(first.span.start, final.span.end)
    theme = code.split("_")[0]
    matched = span.of(spoken.text)[:4]
    return Coding(spoken.id, span, first.turn, first.number, final.number, theme, code, f"{code}-any", matched, **more)


def segments(*pairs, respondents=RESPONDENTS):
    """Coded segments of several transcripts, each given with its codings."""
    return coded_segments((source for source, _ in pairs), [each for _, found in pairs for each in found], respondents)


NO_GUIDE = Guide()
RUN = Run("Journeys", "1.0", "ab", "1", "", 3, 7)


def tabulated(found, respondents=RESPONDENTS, *, field, values=(), title="", applies_to=(), guide=NO_GUIDE, **options):
    """Themes by one field."""
    material = Material("A study", CODEBOOK, RUN, tuple(respondents), found, guide=guide)
    by = (Grouping(field, title, tuple(values), tuple(applies_to)),)
    return cross_tabulate(material, by, **options)
