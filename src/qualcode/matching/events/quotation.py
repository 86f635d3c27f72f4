"""Speech that a sentence quotes: from which word to which, who says it, and to whom."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from qualcode.matching.tree import Tree

_OPENING = frozenset(('"', "“", "„", "«", "``", "''", "”"))
_SAYING = frozenset(
    """
    say says said saying tell tells told telling shout shouts shouted shouting ask asks asked asking answer answered
    reply replied scream screamed screaming yell yelled yelling warn warned warning explain explained announce announced
    order ordered write wrote threaten threatened admit admits admitted confess confessed claim claimed whisper
    whispered insist insisted boast boasted repeat repeated
    """.split()
)
_UTTERING = _SAYING | frozenset(
    """
    written writes writing recall recalls recalled add adds added testify testified complain complained swear swears
    swore promise promised text texted cry cried remember remembered state stated argue argued recount recounted
    read reads dictated quotes quoted cites cited quoting citing
    """.split()
)
"""Verbs whose subject speaks what stands in quotation marks beside them."""
_CITING = frozenset(("quotes", "quoted", "cites", "cited", "quoting", "citing"))
"""Verbs whose object speaks."""
_SPOKEN = frozenset(
    "according sentence words word statement message answer reply letter note order threat joke motto voice".split()
)
"""Words whose "of", "from" or "to" names who speaks."""
_COMMAS = frozenset((",", ":", ";", "-", "–"))
_AFTER = 9
"""How many words behind a quotation may say who speaks."""
_FINITE = frozenset(("VBD", "VBP", "VBZ", "MD"))
_ASKING = frozenset(("why", "do", "did", "can", "could", "will", "please", "are", "how"))
_FIRST = frozenset(("i", "we"))
_OWN = _FIRST | {"me", "us", "my", "our"}
_ADDRESSED = frozenset(("you", "your", "yours"))
_PRESENT = frozenset(
    ("will", "'ll", "am", "'m", "are", "'re", "can", "want", "need", "have", "do", "don't", "know", "kill")
)


class Quote(NamedTuple):
    """Words that somebody else is quoted with; `speaker` and `addressee` are words outside of them, if expressed."""

    first: int
    end: int
    speaker: int | None
    addressee: int | None

    def __contains__(self, at: object) -> bool:
        return isinstance(at, int) and self.first <= at < self.end


def quotes(tree: Tree, *, quoting: bool, affected: Collection[int] = ()) -> tuple[Quote, ...]:
    """The quotations of a sentence that begins inside one (`quoting`) or not.

    Words in quotation marks that nobody is said to say are none. `affected` are words that name people like the
    speaker: "we" who do something to them are somebody else, also without quotation marks.
    """
    forms = tree.forms
    if _OPENING.isdisjoint(forms) and not quoting:
        verbs = _UTTERING if ":" in forms else _SAYING
        saying = () if verbs.isdisjoint(forms) else (at for at, form in enumerate(forms) if form in verbs)
        return next((found for at in saying if (found := tuple(_unmarked(tree, at, affected)))), ())
    marks = [at for at, form in enumerate(forms) if form in _OPENING]
    return tuple(_marked(tree, marks, quoting=quoting))


def _marked(tree: Tree, marks: list[int], *, quoting: bool) -> Iterator[Quote]:
    edges = [-1, *marks] if quoting else marks
    for number in range(0, len(edges), 2):
        first = edges[number] + 1
        end = edges[number + 1] if number + 1 < len(edges) else len(tree)
        saying = _saying(tree, first, end)
        if saying is not None:
            yield Quote(first, end, _speaker(tree, saying), addressee(tree, saying))
        elif quoting:
            yield Quote(first, end, None, None)
        elif (speaker := _uttering(tree, first, end)) is not None:
            yield Quote(first, end, speaker, None)


def _uttering(tree: Tree, first: int, end: int) -> int | None:
    """The subject of the clause before a quotation that nobody is said to say: he was laughing, "I never lied to you".

    Only where somebody speaks to somebody in it.
    """
    inside = set(tree.forms[first:end])
    if first < 3 or tree.forms[first - 2] not in (",", ":") or inside.isdisjoint(_OWN | _ADDRESSED):
        return None
    last = first - 3
    if tree.forms[last + 1] == ":" and tree.tags[last].startswith("NN") and not _has_verb(tree, last):
        return last  # then the smuggler: "I will protect you"
    if (source := _spoken_by(tree, first)) is not None:
        return source
    found = [at for at in range(first - 2) if tree.deps[at] == "nsubj" and tree.tags[tree.heads[at]].startswith("V")]
    return found[-1] if found and tree.heads[found[-1]] < first else None


def _has_verb(tree: Tree, end: int) -> bool:
    """Whether a verb stands before the word."""
    return any(tag.startswith("V") or tag == "MD" for tag in tree.tags[:end])


def _spoken_by(tree: Tree, first: int) -> int | None:
    """Whose words they are called right before: that sentence of the guard, according to an officer."""
    for at in range(first - 3, max(first - 10, -1), -1):
        if tree.forms[at] in _SPOKEN:
            return next((tree.child(of, "pobj") for of in tree.all_children(at, "prep")), tree.child(at, "poss"))
    return None


def _saying(tree: Tree, first: int, end: int) -> int | None:
    """The verb of saying nearest to a quotation, before it or else after it."""
    before = [at for at in range(first) if tree.forms[at] in _UTTERING]
    after = [at for at in range(end, min(end + _AFTER, len(tree))) if tree.forms[at] in _UTTERING]
    return before[-1] if before else after[0] if after else None


def _unmarked(tree: Tree, saying: int, affected: Collection[int]) -> Iterator[Quote]:
    """Speech after "said" and a colon or a comma, where its words are those of somebody who speaks then and there."""
    forms = tree.forms
    near = range(saying + 1, min(saying + (9 if ":" in forms else 5), len(forms)))
    comma = next((at for at in near if forms[at] in _COMMAS), None)
    begun = comma is not None and any(tree.tags[at] in _FINITE for at in range(saying + 1, comma))
    if comma is None or comma + 1 >= len(forms) or begun:
        yield from _unpunctuated(tree, saying, affected)
        return
    rest = forms[comma + 1 :]
    direct = forms[comma] == ":" or (
        (rest[0] in _FIRST and (rest[1:2] and rest[1] in _PRESENT))
        or (_ADDRESSED.intersection(rest) and rest[0] != "that")
    )
    if direct:
        yield Quote(comma + 1, len(forms), _speaker(tree, saying), addressee(tree, saying))


def _unpunctuated(tree: Tree, saying: int, affected: Collection[int]) -> Iterator[Quote]:
    """Speech that nothing sets off, known by an "I" that acts on a "you": smuggler say pay or I kill your family.

    Or by an "I" that is said to "us", by a "we" that acts on people like the speaker, by what the speaker asked "you".
    """
    forms = tree.forms
    speaker = _speaker(tree, saying)
    if speaker is None or "that" in forms[saying : saying + 4]:
        return
    whom = addressee(tree, saying)
    first = (whom if whom is not None and saying < whom < saying + 3 else saying) + 1
    if forms[speaker] in _FIRST:
        direct = (whom is None or forms[whom] not in _ADDRESSED) and _puts_question(forms, first)
    else:
        direct = _addresses(forms, first) or (whom is not None and forms[whom] == "us" and forms[first] == "i")
        direct = direct or any(
            forms[at] in _FIRST and any(at < one < at + 6 for one in affected) for at in range(first, len(forms))
        )
    if direct:
        yield Quote(first, len(forms), speaker, whom)


def _addresses(forms: tuple[str, ...], first: int) -> bool:
    return any(
        forms[at] in _FIRST and _ADDRESSED.intersection(forms[at + 1 : at + 4]) for at in range(first, len(forms))
    )


def _puts_question(forms: tuple[str, ...], first: int) -> bool:
    """Whether the words ask somebody something: why do you, please can you."""
    opening = forms[first : first + 4]
    return bool(_ASKING.intersection(opening[:2])) and bool(_ADDRESSED.intersection(opening))


def _speaker(tree: Tree, saying: int) -> int | None:
    cited = tree.child(saying, "dobj") if tree.forms[saying] in _CITING else None
    if cited is not None:
        return cited
    at = saying
    for _ in range(4):
        subjects = tree.all_children(at, "nsubj", "nsubjpass")
        if subjects:
            return subjects[-1]
        if tree.deps[at] not in ("conj", "xcomp", "advcl", "ccomp"):
            return None
        at = tree.heads[at]
    return None


def addressee(tree: Tree, saying: int) -> int | None:
    """To whom somebody says something: told us, said to my father."""
    for child in tree.children[saying]:
        if child < saying:
            continue
        if tree.deps[child] in ("dobj", "dative") and tree.tags[child] in ("PRP", "NN", "NNS", "NNP"):
            return child
        if tree.forms[child] == "to" and tree.deps[child] in ("prep", "dative"):
            return tree.child(child, "pobj")
    return None
