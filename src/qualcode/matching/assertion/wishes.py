"""Wishes: what is tried, wanted, ordered, or what something is for."""

from qualcode.matching.assertion.means import MOTION, is_unable, to_of
from qualcode.matching.assertion.nouns import is_activity
from qualcode.matching.assertion.scope import Finding, Link, is_measured, subject_of
from qualcode.matching.lexicon import lemmas as lemmas_of
from qualcode.matching.tree import Tree

INTENDED = frozenset(
    "try plan want consider intend attempt suggest wish hope promise swear demand request insist order "
    "recommend propose urge".split()
)
"""What is meant or wished without "to" as well ("they want kill us", "tried escaping")."""
INTENDED_OBJECTS = frozenset(
    "plan intend attempt wish promise attempted planned aim intention desire dream goal determination ambition".split()
)
"""The same with a noun below them ("an attempted robbery")."""
INDICATIVE = frozenset(("insist", "suggest", "swear"))
"""With a clause in a tense of its own these only tell ("she insists that they were paid")."""
TASKS = frozenset(
    "instruction order preparation decision law plan mission mandate task duty obligation offer request call proposal "
    "measure bill campaign effort step attempt need right promise agreement demand appeal".split()
)
"""Nouns for what is to be done."""
WANTED = frozenset("demand request want wish seek urge propose recommend order".split())
"""With a noun for what goes on these only want it ("they *demand* the release of the crew")."""
CALLED_FOR = frozenset("call push hope wish pray plead appeal campaign".split())
"""With "for" these want what goes on ("they *call for* an investigation")."""
TRYING = frozenset(("try", "attempt"))
"""Before a bare verb too ("he try jump")."""
BIDDING = frozenset("say tell shout order yell".split())
REASONS = frozenset(
    "reason fine punishment charge arrest penalty sentence thanks gratitude apology blame award praise excuse cause "
    "responsibility responsible price reputation evidence".split()
)
"""What is "for" doing something that was done."""
SAVE = frozenset(("but", "except", "save"))
"""What there is no choice "but to" do is done."""
REPORTING = frozenset("say tell add mention explain shout share emphasize emphasise stress note repeat warn".split())
"""After "I want to" these only open what the speaker tells."""


def wanted(tree: Tree, link: Link) -> int | None:
    """The word that only wants the noun or phrase below it: demands the release, calls for peace, warns against."""
    word, head = link.word, link.head
    lemma, form = tree.lemma(head), tree.forms[word]
    if word == head + 1 and lemma in TRYING and not tree.children[word] and _is_base(tree, word):
        return head
    if form == "for":
        return head if lemma in CALLED_FOR and _is_of_activity(tree, word) else None
    if form == "against":
        return head if lemma in ("warn", "advise") else None
    return head if lemma in WANTED and tree.deps[word] == "dobj" and is_activity(tree.lemma(word)) else None


def wished(tree: Tree, link: Link, lemmas: frozenset[str], *, first: bool) -> tuple[int, ...]:
    """The words that make a clause without "to" only wished, bidden or threatened; none where nothing does."""
    word, head = link.word, link.head
    if tree.forms[head] in ("of", "about"):
        thought = tree.lemma(tree.heads[head]) in ("think", "dream") and tree.tags[word] == "VBG"
        return (tree.heads[head],) if thought else ()
    if _is_bidden(tree, link) and (first or "then" not in tree.words):
        return (head,)
    if _is_for_what(tree, link):
        return (head,)
    if lemmas & INTENDED and not (lemmas & INDICATIVE and _is_tensed(tree, word)):
        return (head,)
    return (head,) if tree.lemma(head) in REPORTING and _is_threat(tree, link) else for_purpose(tree, word)


def purpose(tree: Tree, link: Link) -> tuple[int, ...]:
    """The words that make the clause a purpose of the verb above it, none where that is not done either."""
    if is_measured(tree, link.head):
        return ()
    if found := for_purpose(tree, link.word):
        return found
    for child in tree.children[link.word]:
        if child > link.word:
            break
        if tree.tags[child] == "TO" and tree.forms[link.head] != "enough" and tree.forms[child - 1] not in SAVE:
            return () if is_unable(tree, link.head) else (child,)
        if tree.forms[child] == "so" and (aux := tree.child(link.word, "aux")) is not None and tree.tags[aux] == "MD":
            return (child, aux)
    return ()


def for_purpose(tree: Tree, verb: int) -> tuple[int, ...]:
    """The "for" before a verb in "they come *for* take our phone"."""
    return (verb - 1,) if tree.tags[verb] == "VB" and tree.forms[verb - 1] == "for" else ()


def purpose_of_for(tree: Tree, at: int) -> tuple[int, ...]:
    """The "for" of "they come *for* search weapons", where the parser takes the verb for a part of the noun."""
    verbs = (one for one in tree.ancestors(at - 1) if tree.tags[one].startswith("V"))
    return (at - 1,) if tree.lemma(next(verbs, at)) in MOTION else ()


def task_of(tree: Tree, link: Link) -> list[Finding]:
    """What a noun says of the infinitive after it: instructions *to fire*, a law *to punish*."""
    to = to_of(tree, link.word)
    return [Finding("intended", (to,))] if to and tree.lemma(link.head) in TASKS else []


def _is_bidden(tree: Tree, link: Link) -> bool:
    """Whether somebody is told to do it in bare words ("I said to my wife *hide* the gold")."""
    bidding = tree.lemma(link.head) in BIDDING and "," not in tree.forms[link.head : link.word]
    bare = tree.tags[link.word] == "VB" and tree.deps[link.word] in ("xcomp", "ccomp") and link.head < link.word
    return bidding and bare and tree.child(link.word, "nsubj", "nsubjpass", "aux", "mark", "expl") is None


def _is_for_what(tree: Tree, link: Link) -> bool:
    """Whether a thing is there for doing it ("a sign *for* opening our bags"), and is no reason or penalty."""
    noun = tree.heads[link.head]
    if tree.forms[link.head] != "for" or tree.tags[link.word] != "VBG":
        return False
    if tree.tags[noun].startswith("V"):
        return tree.lemma(noun) in MOTION
    return tree.deps[noun] in ("dobj", "attr", "nsubj") and tree.lemma(noun) not in REASONS


def _is_tensed(tree: Tree, clause: int) -> bool:
    """Whether the clause has a tense of its own, past or present of a third person."""
    first = tree.child(clause, "aux", "auxpass")
    return tree.tags[clause if first is None else first] in ("VBD", "VBZ")


def _is_threat(tree: Tree, link: Link) -> bool:
    """Whether another's words are a threat told as it was said ("he say I kill you")."""
    speaker, doer = subject_of(tree, link.head), tree.child(link.word, "nsubj")
    if speaker is None or doer is None or tree.forms[speaker] in ("i", "we", "you") or tree.tags[link.word] == "VBD":
        return False
    return tree.forms[doer] in ("i", "we") and any(tree.forms[one] == "you" for one in tree.subtree(link.word))


def _is_of_activity(tree: Tree, preposition: int) -> bool:
    noun = tree.child(preposition, "pobj")
    return noun is not None and (is_activity(tree.lemma(noun)) or tree.lemma(noun) in ("end", "justice", "peace"))


def _is_base(tree: Tree, at: int) -> bool:
    """Whether the word can be a verb in its base form."""
    return tree.forms[at] in lemmas_of(tree.forms[at]).get("VERB", ())
