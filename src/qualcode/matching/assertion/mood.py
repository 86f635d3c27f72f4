"""Mood: questions and commands."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.tree import Tree

TAGS = frozenset("right okay ok no yes huh yeah it they you he she we i know see understand".split())
QUOTES = frozenset(('"', "“", "«", "‘", "'", "``"))
SOFTENERS = frozenset("please just do n't not never now ok okay".split())
"""May stand before the verb of a command."""


def asked(tree: Tree) -> list[Finding]:
    """A sentence that ends with a question mark and not with a tag ("..., isn't it?")."""
    last = len(tree) - 1
    while last > 0 and tree.forms[last] in ('"', "'", "”", "’", ")", "''"):
        last -= 1
    if last < 1 or "?" not in tree.forms[last]:
        return []
    tail = tree.forms[max(0, last - 4) : last]
    if "," in tail and tail[-1] in TAGS:
        return []
    return [Finding("asked", (last,))]


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
