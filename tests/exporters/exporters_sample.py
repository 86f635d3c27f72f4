"""A small report to export: three respondents, two themes, five codings, two tables."""

import dataclasses

from qualcode.analysis.coded import coded_segments
from qualcode.analysis.matrix import respondents_by_code
from qualcode.analysis.tables import cross_tabulate
from qualcode.model.codebook import Code, Codebook, Rule, RuleKind, Theme, Unless
from qualcode.model.coded import Material, Report
from qualcode.model.coding import Coding, Run
from qualcode.model.guide import Guide, GuideTopic
from qualcode.model.respondent import Respondent
from qualcode.model.source import Position
from qualcode.model.table import Grouping
from qualcode.model.term import Term, TermKind
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn


def term(notation):
    """A plain term."""
    return Term(notation, TermKind.WORDS, notation)


ANY = Rule("any-beat", RuleKind.ANY, (term("beat"), term("hit")))
NEAR = Rule("near-fence", RuleKind.NEAR, (term("fence"), term("night")), within=6)
CODEBOOK = Codebook(
    name="Borders",
    version="2.1",
    hash="0123456789abcdef" * 4,
    themes=(
        Theme(
            "sta",
            "Authorities",
            "Harm done by officials.",
            codes=(
                Code("sta_violence", "sta", "Violence", "Officials hurt people.", rules=(ANY,)),
                Code(
                    "sta_pushback", "sta", "Pushback", "Sent back.", use="Fences.", rules=(NEAR,), avoid="Deportation."
                ),
            ),
        ),
        Theme("jrn", "Journey", codes=(Code("jrn_needs", "jrn", "Needs", examples=("No water.",), manual=True),)),
    ),
)
VETOED = dataclasses.replace(CODEBOOK.themes[0].codes[0], unless=Unless((term("film"),)))

AMAL = Respondent("RM_1", "refugee_migrant", {"nationality": ("Syria",)}, label="Syrian woman, interviewed in Serbia")
BEN = Respondent("RM_2", "refugee_migrant", {"nationality": ("Albania",)}, label="Albanian man, interviewed in Albania")
DANA = Respondent("KII_1", "key_informant", {"stakeholder": ("NGO",)}, label="Key informant, NGO, Serbia")
RESPONDENTS = (AMAL, BEN, DANA)
FIELDS = {"nationality": "nationality", "stakeholder": "stakeholder"}

WORDS = {
    "RM_1": ("They beat us near the fence at night.", "No water – for two days, till Bihać."),
    "RM_2": ("They beat me.",),
    "KII_1": ("People are pushed back to the fence at night.",),
}
CODES = {
    "RM_1": (("sta_violence", 1), ("sta_pushback", 1), ("jrn_needs", 2)),
    "RM_2": (("sta_violence", 1),),
    "KII_1": (("sta_pushback", 1),),
}


def transcript(respondent, sentences):
    """One question, and one answer of these sentences."""
    question = "What happened?"
    text, segments = question + "\n", [Segment(1, 1, Span(0, len(question)))]
    start = len(text)
    for sentence in sentences:
        segments.append(Segment(len(segments) + 1, 2, Span(len(text), len(text) + len(sentence))))
        text += sentence + " "
    turns = (
        Turn(1, "I", Role.INTERVIEWER, Span(0, len(question))),
        Turn(2, "R", Role.RESPONDENT, Span(start, len(text) - 1), Position(paragraph=4, page=2), respondent, 1),
    )
    return Transcript(f"T_{respondent}", text, turns, tuple(segments), f"T_{respondent}.docx", "00")


def coding(source, code, number):
    """A coding on the first four letters of an answer's sentence, counted from 1."""
    start = source.segments[number].span.start
    span = Span(start, start + 4)
    segment = number + 1
    return Coding(source.id, span, 2, segment, segment, code[:3], code, f"{code}-rule", span.of(source.text))


GUIDE = Guide((GuideTopic("harm", "Who harmed you?", frozenset(("sta_violence", "sta_pushback"))),))
NO_GUIDE = Guide()


def report(words=WORDS, codes=CODES, *, codebook=CODEBOOK, study="Border study", readings=None, guide=NO_GUIDE):
    """A report by respondent type and by nationality; `readings` are assertions by respondent and code."""
    sources = {person: transcript(person, sentences) for person, sentences in words.items()}
    codings = [coding(sources[person], code, number) for person, found in codes.items() for code, number in found]
    said = readings or {}
    codings = [
        dataclasses.replace(one, assertion=said.get((one.transcript.removeprefix("T_"), one.code), ""))
        for one in codings
    ]
    segments = coded_segments(sources.values(), codings, RESPONDENTS)
    run = Run(codebook.name, codebook.version, codebook.hash, "1", "", len(sources), len(codings))
    material = Material(study, codebook, run, RESPONDENTS, segments, FIELDS, guide)
    tables = (
        cross_tabulate(material, (Grouping("respondent_type", ""),), mixed=True),
        cross_tabulate(material, (Grouping("nationality", "", applies_to=("refugee_migrant",)),)),
    )
    return Report(study, codebook, run, RESPONDENTS, segments, tables, FIELDS, ("1 transcript was left out.",))


def grid(found):
    """The matrix of a report as exporters take it."""
    return respondents_by_code(found.segments, found.respondents, found.codebook).grid()


class Counter:
    """Progress that remembers what it was told."""

    def __init__(self):
        self.told = []

    def start(self, what, total):
        """Remembers the beginning."""
        self.told.append((what, total))

    def step(self):
        """Remembers a step."""
        self.told.append("step")

    def finish(self):
        """Remembers the end."""
        self.told.append("finish")
