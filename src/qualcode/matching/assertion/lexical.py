"""What can be known of an assertion from the words of a sentence, before anything is parsed."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from qualcode.matching.assertion.absence import HAVING
from qualcode.matching.assertion.conditions import INVERTED
from qualcode.matching.assertion.experiencer import by_words, in_stretch
from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.modality import MODALITY_CUES, MODALITY_FORMS
from qualcode.matching.assertion.mood import ASKING
from qualcode.matching.assertion.pairs import CUE_PAIRS
from qualcode.matching.assertion.polarity import POLARITY_CUES, POLARITY_FORMS
from qualcode.matching.assertion.reading import Assertion, Cue
from qualcode.matching.assertion.source import SOURCE_CUES, SOURCE_FORMS
from qualcode.matching.lexicon import lemmas
from qualcode.matching.tree import Tree, per_tree
from qualcode.text import marks

_AUXILIARIES = "do did does is are was were has have had ca can could wo would should might must ai need sha".split()
_TOGETHER = (
    frozenset(f"{aux}{tail}" for aux in _AUXILIARIES for tail in ("n't", "nt"))
    | frozenset(f"{who}{tail}" for who in "i you he she it we they that there who".split() for tail in ("'d", "'ll"))
    | frozenset(
        "cannot gonna wanna youll youd theyll theyd itll itd thatll thatd wholl whod wouldve couldve "
        "shouldve mightve mustve mustnt oughtnt heres".split()
    )
)
"""Words that the parser takes apart and one part of which is a cue."""

_POLARITY = POLARITY_FORMS | inflected(POLARITY_CUES)
_MODALITY = MODALITY_FORMS | inflected(MODALITY_CUES)
_SOURCE = SOURCE_FORMS | inflected(SOURCE_CUES)
CUE_FORMS: frozenset[str] = _POLARITY | _MODALITY | _SOURCE | _TOGETHER | {"to"}
"""All forms that can be a cue of polarity, modality or source."""

_DECIDED_BY_NEXT = frozenset(("to", "for"))
_CUES = CUE_FORMS - _DECIDED_BY_NEXT
_USED = inflected(("use",))
_HAVING = inflected(HAVING - {"be"}) | {"there"}
_CUE_TAILS = ("n't", "'d", "'ll")
_PARTNERS = {
    form: frozenset().union(*(other for pairs in CUE_PAIRS.values() for one, other in pairs if form in one))
    for pairs in CUE_PAIRS.values()
    for forms, _ in pairs
    for form in forms
}
_PAIRED = frozenset(_PARTNERS)
_PLAIN = Assertion()
_BY_AXIS = {
    axis: frozenset().union(forms, *(one for one, _ in CUE_PAIRS[axis]))
    for axis, forms in (
        ("polarity", _POLARITY | _USED),
        ("modality", _MODALITY | _DECIDED_BY_NEXT),
        ("source", _SOURCE),
    )
}
"""For each axis the parser's words without one of which it has its default."""
OPENING = ASKING | INVERTED
"""Words that, first in a sentence, may make it a question or a condition."""
BEFORE_INFINITIVE = frozenset("also even just always then not never only".split())


def assertion_without_parse(
    text: str, forms: Sequence[str], *, absence: bool = False, experiencer: tuple[int, int] | None = None
) -> Assertion | None:
    """The assertion where no word of the sentence can change it from the default; None where it must be parsed.

    `forms` are those of `qualcode.text.tokens(text)`. Whatever it gives, `read_assertion` gives for every anchor.
    """
    if not _CUES.isdisjoint(forms) or not forms or forms[0] in OPENING or is_marked(text):
        return None
    if (absence and not _HAVING.isdisjoint(forms)) or _has_infinitive(forms):
        return None
    if any(not _PARTNERS[form].isdisjoint(forms) for form in _PAIRED.intersection(forms)):
        return None
    if _has_apostrophe(text) and (absence or any(_is_joined_cue(form) for form in forms)):
        return None
    found = in_stretch(text, experiencer) if experiencer else by_words(text, forms)
    return None if found is None else _default(*found)


@lru_cache(maxsize=4096)
def _default(kind: str, stretch: tuple[int, int] | None) -> Assertion:
    if not stretch:
        return _PLAIN
    return Assertion(experiencer=kind, cues=(Cue("experiencer", *stretch),))


def is_marked(text: str) -> bool:
    """Whether a sentence has signs that can make it a question or a command, or marks of a transcriber."""
    if "?" in text or is_exclaimed(text):
        return True
    return ("[" in text or "(" in text or "<" in text) and next(marks(text), None) is not None


def is_exclaimed(text: str) -> bool:
    """Whether somebody may be commanding: an exclamation mark, or words in quotation marks."""
    return "!" in text or '"' in text or "“" in text or "«" in text or "‘" in text or " '" in text


@lru_cache(maxsize=100_000)
def may_be_infinitive(form: str) -> bool:
    """Whether "to" before `form` can open an infinitive."""
    return form in BEFORE_INFINITIVE or form.endswith("ly") or form in lemmas(form).get("VERB", ())


def _has_infinitive(forms: Sequence[str]) -> bool:
    return any(_opens_infinitive(*pair) for pair in pairwise(forms))


def _opens_infinitive(form: str, following: str) -> bool:
    """Whether the two words can begin an infinitive ("to steal", and in learners' English "for steal")."""
    if form == "to":
        return may_be_infinitive(following)
    if form != "for" or following in BEFORE_INFINITIVE:
        return False
    return may_be_infinitive(following) or (following.endswith("ing") and "VERB" in lemmas(following))


@per_tree
def marked_axes(tree: Tree) -> frozenset[str]:
    """The axes that some word of the sentence could change."""
    cues = {tree.forms[at] for at in cues_of(tree)}
    if "to" in cues:
        cues |= _USED.intersection(tree.forms)
    found = frozenset(axis for axis, forms in _BY_AXIS.items() if not forms.isdisjoint(cues))
    spliced = tree.forms[0] in ("you", "no") and "," in tree.forms
    return found | {"modality"} if spliced or is_marked(tree.text) or tree.forms[0] in OPENING else found


@per_tree
def cues_of(tree: Tree) -> frozenset[int]:
    """The words that can be cues where they stand; a finding without one is the parser's error and does not count."""
    forms, there = tree.forms, tree.words
    cues = _CUES & there
    for form in _PAIRED & there:
        if not _PARTNERS[form].isdisjoint(there):
            cues |= {form} | (_PARTNERS[form] & there)
    found = {at for at, form in enumerate(forms) if form in cues or not form.isalnum()}
    if not there.isdisjoint(_DECIDED_BY_NEXT):
        found |= {at for at, pair in enumerate(pairwise(forms)) if _opens_infinitive(*pair)}
    return frozenset(found | {0} if forms[0] in OPENING else found)


def _is_joined_cue(form: str) -> bool:
    """Whether a part of the form is a cue by itself ("could've", "police'll")."""
    return form.endswith(_CUE_TAILS) or ("'" in form and form.partition("'")[0] in _CUES)


def _has_apostrophe(text: str) -> bool:
    return "'" in text or "’" in text or "ʼ" in text
