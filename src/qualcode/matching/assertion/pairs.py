"""Forms that are a cue only beside another form, so that frequent words ask for no parse where they cannot be one."""

from qualcode.matching.assertion.afterthoughts import OPINIONS, SPEAKERS, SUSPECTING, THOUGHT, UNSURE
from qualcode.matching.assertion.bygone import FORMER, NOW
from qualcode.matching.assertion.closure import PASSING
from qualcode.matching.assertion.coming import GOING, PERIODS, SPANS, TOMORROW
from qualcode.matching.assertion.conditions import HYPOTHESES, SCANT
from qualcode.matching.assertion.ending import CUSTOMS, ENDING_PARTICLES, LAST, LOSING
from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.habits import COUNTED_UNITS
from qualcode.matching.assertion.means import LOSING_THEM, MEANS
from qualcode.matching.assertion.prospects import DOUBTED, VERGE
from qualcode.matching.assertion.source import BEFORE_EYES
from qualcode.matching.assertion.telling import BELIEVED, CALLING, ESTABLISHING, WORDS


def _any_of(*forms: str) -> frozenset[str]:
    return frozenset(forms)


CUE_PAIRS = {
    "polarity": (
        *((inflected((verb,)), particles) for verb, particles in ENDING_PARTICLES.items()),
        (inflected(("keep", "flee", "hide")), _any_of("from")),
        (inflected(LOSING | {"die"}), inflected(CUSTOMS)),
        (inflected(LOSING_THEM), MEANS),
        (inflected(PASSING), _any_of("this", "that", "these", "such")),
        (NOW | {"days"}, FORMER),
        (_any_of("once"), _any_of("was", "were")),
        (_any_of("since"), LAST),
        (SCANT, _any_of("if")),
        (_any_of("tale"), _any_of("fairy")),
        (_any_of("ago", "before", "then", "since", "past"), _any_of("but")),
        (_any_of("old", "past", "former"), _any_of("in")),
        (_any_of("against"), inflected(("decide",))),
        (_any_of("through"), _any_of("with")),
        (_any_of("when"), _any_of("time")),
        (_any_of("little"), _any_of("did", "does", "do")),
        (_any_of("anything"), _any_of("but")),
        (_any_of("behind"), _any_of("that", "this", "it", "all", "put", "left")),
    ),
    "modality": (
        (_any_of("all", "most"), _any_of("time", "days", "nights")),
        (_any_of("rule"), _any_of("as")),
        (_any_of("matter"), _any_of("routine", "course")),
        (_any_of("day", "night", "week", "time", "again", "now"), _any_of("after", "again", "then")),
        (_any_of("once", "twice", "times", "time"), COUNTED_UNITS),
        (_any_of("long"), _any_of("as")),
        (_any_of("had", "were"), HYPOTHESES),
        (_any_of("next"), PERIODS),
        (GOING, TOMORROW | SPANS | {"after"}),
        (_any_of("or"), _any_of("no", "not", "know")),
        (_any_of("tell", "say"), _any_of("nobody", "none")),
        (_any_of("either"), _any_of("or")),
        (_any_of("better"), _any_of("had", "'d")),
        (_any_of("try", "tries"), _any_of("and")),
        (VERGE, _any_of("on")),
        (_any_of("knows"), _any_of("who", "god", "allah")),
        (_any_of("who"), _any_of("say", "tell")),
        (OPINIONS, _any_of("my", "our")),
        (THOUGHT - {"suppose", "guess"}, SPEAKERS - {"my", "our"}),
        (UNSURE, _any_of("not", "n't", "nobody")),
        (SUSPECTING - {"suppose", "guess"}, _any_of("so")),
        (_any_of("seems"), _any_of("it")),
        (_any_of("willing"), _any_of("god")),
        (inflected(("think",)), _any_of("of", "about")),
        (inflected(DOUBTED), _any_of("not", "n't")),
    ),
    "source": (
        (inflected(("know",)), _any_of("from")),
        (inflected(ESTABLISHING | CALLING), _any_of("that")),
        (inflected(BELIEVED), _any_of("been", "be", "is", "are", "was", "were")),
        (inflected(("look",)), _any_of("how")),
        (WORDS, _any_of("it", "that")),
        (_any_of("eyes", "front"), BEFORE_EYES),
        (_any_of("was", "were"), _any_of("there")),
    ),
}
"""For each axis the forms that can change it where one of each pair stands in the sentence ("know ... from")."""
