"""Auxiliaries: will, would, may, might, can, could, should, must."""

from qualcode.matching.assertion.negation import negation
from qualcode.matching.assertion.scope import subject_of
from qualcode.matching.tree import Tree

PLAIN = (
    dict.fromkeys(("may", "might"), "possible")
    | dict.fromkeys(("will", "'ll", "shall", "wo", "ll"), "future")
    | dict.fromkeys(("should", "ought"), "intended")
)
"""Auxiliaries with one meaning."""
WITH_HAVE = dict.fromkeys(("should", "ought", "could", "would", "'d", "d"), "conditional") | {"must": "possible"}
"""What they mean before "have" ("they would have killed us")."""
ABILITY = frozenset(("can", "could", "ca"))
WOULD = frozenset(("would", "'d", "d"))
AUXILIARY_FORMS = frozenset(PLAIN) | ABILITY | WOULD | {"must"}
PERCEIVING = frozenset("see hear feel say tell remember imagine understand know call smell watch recall".split())
"""Verbs after which "can" and "could" claim no more than the verb does."""
STATES = frozenset(
    "be have like love prefer want say think know need mean seem cost depend help require expect hope imagine assume "
    "suggest recommend advise call describe add agree".split()
)
"""Verbs with which "would" is seldom a habit."""
JUDGING = frozenset("say call describe trust believe think recommend advise rely bet swear exclude rule".split())
"""With these a "would not" of the speaker's is a "do not" said with care ("I *would not* trust these figures")."""
CONDITIONS = frozenset("if unless had were otherwise".split())
THINGS = frozenset(("it", "that", "this", "which"))
OURS = frozenset(("i", "me", "my", "we", "us", "our"))
TOLD_OF = frozenset("night nights day days morning mornings evening evenings then when whenever those".split())
"""Words that set a "would" in a told past."""
SUCCESS = frozenset("finally only hardly barely then eventually".split())
"""With these "could" tells what was done ("finally we could cross")."""


def auxiliary_modality(tree: Tree, aux: int, verb: int) -> str:
    """What the auxiliary makes of its verb; "" where it leaves it a fact."""
    form = tree.forms[aux]
    had = form in ("'d", "d") and tree.tags[aux] != "MD"
    condition = form == "should" and aux == 0 and tree.deps[verb] == "advcl"
    if had or condition or form not in AUXILIARY_FORMS:
        return ""
    if form in WITH_HAVE and any(tree.forms[one] in ("have", "'ve", "of") for one in tree.all_children(verb, "aux")):
        return WITH_HAVE[form]
    if form in ABILITY:
        return _ability(tree, form, verb)
    if form in WOULD:
        return _would(tree, verb)
    return PLAIN[form] if form in PLAIN else _must(tree, verb)


def _ability(tree: Tree, form: str, verb: int) -> str:
    if tree.lemma(verb) in PERCEIVING or negation(tree, verb, None, frozenset()) is not None:
        return ""
    if form == "could" and tree.deps[verb] == "relcl" and tree.forms[tree.heads[verb]] in ("days", "times", "years"):
        return ""  # "the days when we could walk freely"
    done = not SUCCESS.isdisjoint(tree.forms[child] for child in tree.children[verb])
    at_last = any(tree.forms[at : at + 2] == ("at", "last") for at in range(len(tree)))
    return "" if form == "could" and (done or at_last) else "possible"


def _must(tree: Tree, verb: int) -> str:
    """What the speaker had to do is told as done; what others must do is a demand."""
    subject = subject_of(tree, verb)
    return "" if subject is not None and tree.forms[subject] in ("i", "we", "you") else "intended"


def _would(tree: Tree, verb: int) -> str:
    """A habit where somebody does something in a told past, else what would be."""
    if any(tree.deps[one] == "ccomp" and tree.heads[one] < one for one in (verb, *tree.ancestors(verb))):
        return "future"
    subject = subject_of(tree, verb)
    who = "it" if subject is None else tree.forms[subject]
    if who in ("i", "we") and _is_hedged(tree, verb):
        return ""
    if tree.lemma(verb) in STATES or who in THINGS or not tree.words.isdisjoint(("without", "rather")):
        return "conditional"
    told = "VBD" in tree.tags or not TOLD_OF.isdisjoint(tree.words)
    if who in ("i", "we"):
        return "habitual" if told else "conditional"
    return "habitual" if told or who in ("they", "he", "she") or not OURS.isdisjoint(tree.words) else "conditional"


def _is_hedged(tree: Tree, verb: int) -> bool:
    """Whether a judgement is only said with care, under no condition: "I would not trust these figures"."""
    denied = tree.lemma(verb) in JUDGING and tree.child(verb, "neg") is not None
    return denied and CONDITIONS.isdisjoint(tree.words)
