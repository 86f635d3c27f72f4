"""Mood: questions and commands."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.tree import Tree, per_tree

TAGS = frozenset("right okay ok no yes huh yeah it they you he she we i know see understand".split())
ASKING = frozenset("did do does is are was were have has can could will would am".split())
"""Words that open a question."""
CLOSING = frozenset(('"', "'", "”", "’", ")", "''"))
QUOTES = frozenset(('"', "“", "«", "‘", "'", "``"))
SOFTENERS = frozenset("please just do n't not never now ok okay".split())
"""May stand before the verb of a command."""


@per_tree
def asked(tree: Tree) -> list[Finding]:
    """A question: a question mark at the end and no tag ("..., isn't it?"), or an auxiliary before its subject."""
    last = len(tree) - 1
    while last > 0 and tree.forms[last] in CLOSING:
        last -= 1
    if last > 0 and "?" in tree.forms[last]:
        tail = tree.forms[max(0, last - 4) : last]
        return [] if "," in tail and tail[-1] in TAGS else [Finding("asked", (last,))]
    return [Finding("asked", (0,))] if _is_inverted(tree) else []


def _is_inverted(tree: Tree) -> bool:
    """Whether a sentence without its question mark opens like a question ("Did they beat you")."""
    if not len(tree) or tree.forms[0] not in ASKING or "?" in tree.text:
        return False
    verb = 0 if tree.deps[0] == "ROOT" else tree.heads[0]
    subject = tree.child(verb, "nsubj", "nsubjpass", "expl")
    return tree.deps[verb] == "ROOT" and subject is not None and 0 < subject < 4 and not 0 < verb < subject


def commanded(tree: Tree, at: int) -> list[Finding]:
    """A verb in its base form that stands first in quotation marks, or first before an exclamation mark."""
    if not tree.tags[at].startswith("V") or tree.lemma(at) != tree.forms[at]:
        return []
    before = next((one for one in range(at - 1, -1, -1) if tree.forms[one] not in SOFTENERS), -1)
    quoted = before >= 0 and tree.forms[before] in QUOTES
    cried = (before < 0 or tree.forms[before] in (",", "!")) and "!" in tree.forms[at:]
    if tree.child(at, "nsubj", "nsubjpass", "expl") is not None or not (quoted or cried):
        return []
    return [Finding("intended", (before if quoted else tree.forms.index("!", at),))]
