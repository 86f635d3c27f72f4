"""How the study was done, as far as its own facts tell: a paragraph, and the items of two reporting guidelines.

COREQ: Tong, Sainsbury and Craig 2007, doi:10.1093/intqhc/mzm042 (32 items). SRQR: O'Brien et al. 2014,
doi:10.1097/ACM.0000000000000388 (21 items). Items are named in our words.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode.analysis.counting import reviewed
from qualcode.analysis.groups import readable, values_of
from qualcode.model.coded import Material
from qualcode.model.table import Figure, Heading, Kind, Listing

ID = "method"
NOT_RECORDED = "not recorded"
_ABOUT = "How the study was done, as far as its facts tell, by the items of COREQ and SRQR."
_HEADINGS = (
    Heading("guideline", "Guideline", Kind.NAME),
    Heading("number", "Item", Kind.NAME),
    Heading("item", "What it asks for", Kind.TEXT),
    Heading("fact", "What the study knows", Kind.TEXT),
)
_NOTES = (
    "COREQ has 32 items (Tong, Sainsbury and Craig 2007), SRQR 21 (O'Brien et al. 2014); they are named in our words.",
    f'"{NOT_RECORDED}" is for the team to fill in: nothing here is guessed.',
)

_COREQ = (
    "Who interviewed",
    "Their credentials",
    "Their occupation",
    "Their gender",
    "Their experience and training",
    "Relationship before the study",
    "What participants knew of the interviewer",
    "Characteristics of the interviewer that are reported",
    "Methodological orientation",
    "How participants were sampled",
    "How they were approached",
    "Sample size",
    "Who refused or dropped out",
    "Where data were collected",
    "Whether others were present",
    "Description of the sample",
    "Interview guide",
    "Repeat interviews",
    "Audio or visual recording",
    "Field notes",
    "Duration",
    "Data saturation",
    "Transcripts returned to participants",
    "Number of coders",
    "Description of the coding tree",
    "Derivation of themes",
    "Software",
    "Participant checking",
    "Quotations presented, and identified",
    "Data and findings consistent",
    "Clarity of major themes",
    "Clarity of minor themes",
)
_SRQR = (
    "Title",
    "Abstract",
    "Problem formulation",
    "Purpose or research question",
    "Approach and paradigm",
    "Researcher characteristics and reflexivity",
    "Context",
    "Sampling strategy",
    "Ethical issues",
    "Data collection methods",
    "Data collection instruments",
    "Units of study",
    "Data processing",
    "Data analysis",
    "Techniques to enhance trustworthiness",
    "Synthesis and interpretation",
    "Links to empirical data",
    "Integration with prior work",
    "Limitations",
    "Conflicts of interest",
    "Funding",
)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the study knows of its making beside its codings."""

    dates: Sequence[str] = ()
    """Dates of interviews, ISO."""
    languages: Sequence[str] = ()
    transcripts: int = 0
    words: int = 0
    """Of respondents, in all transcripts."""
    withdrawn: int = 0
    rounds: Sequence[str] = ()
    topics: int = 0


def method(material: Material, facts: Facts) -> Listing:
    """A paragraph, then a row for every item of both guidelines."""
    coreq, srqr = _coreq(material, facts), _srqr(material, facts)
    rows = [
        (
            Figure("Method", strong=True),
            Figure(strong=True),
            Figure("In a paragraph", strong=True),
            Figure(paragraph(material, facts)),
        ),
        *(_item("COREQ", number, item, coreq) for number, item in enumerate(_COREQ, start=1)),
        *(_item("SRQR", number, item, srqr) for number, item in enumerate(_SRQR, start=1)),
    ]
    return Listing(ID, "Method", _ABOUT, _HEADINGS, tuple(rows), _NOTES)


def _item(guideline: str, number: int, item: str, known: dict[int, str]) -> tuple[Figure, ...]:
    return (Figure(guideline), Figure(str(number)), Figure(item), Figure(known.get(number) or NOT_RECORDED))


def paragraph(material: Material, facts: Facts) -> str:
    """The method as far as the study's facts tell, in sentences."""
    return " ".join(filter(None, (_sample(material), _collection(facts), _coding(material), _review(material))))


def _coreq(material: Material, facts: Facts) -> dict[int, str]:
    return {
        12: _sample(material),
        13: f"{facts.withdrawn} withdrew their consent; refusals are not recorded." if facts.withdrawn else "",
        14: _places(material),
        16: "See the sheet Respondents (qualcode sample).",
        17: f"A topic guide of {facts.topics} topics (study.yaml)." if facts.topics else "",
        18: f"Rounds: {', '.join(facts.rounds)}." if facts.rounds else "",
        21: f"{facts.words} words of respondents in {facts.transcripts} transcripts; minutes are not recorded."
        if facts.words
        else "",
        24: _coders(material),
        25: _tree(material),
        26: "A codebook fixed before the run, applied by rules." if material.segments else "",
        27: f"qualcode, matching engine {material.run.engine}.",
        29: "Each quote bears the label of its respondent (qualcode quotes, the sheet Quotes).",
    }


def _srqr(material: Material, facts: Facts) -> dict[int, str]:
    return {
        7: _places(material),
        10: _collection(facts),
        11: f"A topic guide of {facts.topics} topics (study.yaml)." if facts.topics else "",
        12: _sample(material),
        13: f"{facts.transcripts} transcripts, respondents by id and label." if facts.transcripts else "",
        14: _coding(material),
        15: _review(material),
        17: "Every number of the tables leads to the quotes it counts.",
    }


def _sample(material: Material) -> str:
    types = Counter(one.type for one in material.respondents)
    named = [f"{count} {readable(kind) or 'of no recorded type'}" for kind, count in types.most_common()]
    return (
        f"{len(material.respondents)} respondents ({', '.join(named)})."
        if any(types)
        else f"{sum(types.values())} respondents."
    )


def _places(material: Material) -> str:
    """Where respondents were met, by the first profile field that speaks of interviews and places."""
    fields = [field for field in material.fields if "interview" in field and ("country" in field or "place" in field)]
    counts = Counter(value for field in fields[:1] for one in material.respondents for value in values_of(one, field))
    return ", ".join(f"{value} {count}" for value, count in counts.most_common())


def _collection(facts: Facts) -> str:
    parts = []
    if facts.dates:
        parts.append(f"Interviews were held from {min(facts.dates)} to {max(facts.dates)}.")
    if facts.languages:
        parts.append(f"Transcripts are in {', '.join(facts.languages)}.")
    return " ".join(parts)


def _coding(material: Material) -> str:
    run = material.run
    return (
        f"The codebook {run.codebook_name}, version {run.codebook_version} ({len(material.codebook.themes)} themes, "
        f"{sum(1 for _ in material.codebook.codes())} codes; SHA-256 {run.codebook_hash[:12]}), was applied to "
        f"{run.transcripts} transcripts by keyword and grammar rules (qualcode, matching engine {run.engine}), which "
        f"made {run.codings} codings."
    )


def _review(material: Material) -> str:
    seen = reviewed(material.segments)
    return f"A person has reviewed {seen} of {len(material.segments)} codings."


def _coders(material: Material) -> str:
    people = {one.coding.coder for one in material.segments if one.coding.coder}
    return f"{len(people)} people, beside the rules." if people else "Rules alone; no person has coded yet."


def _tree(material: Material) -> str:
    return "; ".join(_branches(material))


def _branches(material: Material) -> Iterator[str]:
    for theme in material.codebook.themes:
        yield f"{theme.name} ({len(theme.codes)} codes)"
