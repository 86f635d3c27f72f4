"""The study of `analysis_sample` as material for listings; its topic guide leaves the Pact to key informants."""

from analysis_sample import CODEBOOK, RESPONDENTS, RUN, coding, segments, transcript

from qualcode.model.coded import Material
from qualcode.model.guide import Guide, GuideTopic

GUIDE = Guide(
    (
        GuideTopic("way", "Which way?", frozenset(("rte_entry", "rte_covert"))),
        GuideTopic("pact", "And the Pact?", frozenset(("pol_pact",)), ("key_informant",)),
    )
)
AMAL = transcript("RM_1", ["We hid in lorries.", "We came in by night.", "They beat us."], ["We never hid, no."])
BEN = transcript("RM_2", ["I came in by bus.", "They say that people hide."])
DANA = transcript("KII_1", ["People no longer hide in lorries these days.", "They come in."])


def material(*pairs, guide=GUIDE):
    """What is coded of some transcripts."""
    fields = {"nationality": "nationality", "stakeholder": "stakeholder"}
    return Material("A study", CODEBOOK, RUN, RESPONDENTS, segments(*pairs), fields, guide)


def spoken():
    """Amal hid and denies it elsewhere, Ben heard of it, Dana says it stopped; three come in."""
    return material(
        (
            AMAL,
            [
                coding(AMAL, 2, "rte_covert", assertion="affirmed"),
                coding(AMAL, 3, "rte_entry", assertion="affirmed"),
                coding(AMAL, 6, "rte_covert", assertion="negated"),
            ],
        ),
        (
            BEN,
            [
                coding(BEN, 2, "rte_entry", assertion="affirmed"),
                coding(BEN, 3, "rte_covert", assertion="affirmed", source="reported"),
            ],
        ),
        (
            DANA,
            [coding(DANA, 2, "rte_covert", assertion="ceased"), coding(DANA, 3, "rte_entry", assertion="affirmed")],
        ),
    )


def by_name(listing, key):
    """The rows of a listing by the value of one column, each as heading name to figure."""
    names = [heading.name for heading in listing.headings]
    rows = [dict(zip(names, row, strict=True)) for row in listing.rows]
    return {row[key].value: row for row in rows}
