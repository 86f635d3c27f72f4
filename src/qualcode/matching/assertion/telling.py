"""Telling: what others say, what is heard, and what is found or believed."""

from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.negation import negation
from qualcode.matching.assertion.scope import Finding, Link, Matter, mark_of, subject_of
from qualcode.matching.tree import Tree

TELLING = frozenset(
    "say tell claim report allege mention explain describe announce complain testify inform confirm "
    "accuse rumor rumour talk assert warn admit confess reveal state maintain insist contend note declare stress "
    "emphasize emphasise recount relate argue assure acknowledge concede deny write remark lament swear recall".split()
)
"""What somebody else says makes it reported."""
BELIEVED = frozenset("believe think suspect know presume rumour rumor".split())
"""What others are said to have done by nobody in particular is reported too ("they *are believed* to have drowned")."""
ESTABLISHING = frozenset("find conclude establish show document indicate suggest estimate record".split())
"""What a report or an inquiry does so is reported ("the commission *found* that they used batons")."""
CALLING = frozenset("call phone message text".split())
"""With "that" these report ("he *called* me that my son is in prison")."""
CLAIMING = frozenset("claim report allege".split())
"""Those that report also with "to" ("he claimed to have been beaten"); the others order ("told us to go")."""
HEARING = frozenset(("hear", "read", "learn", "listen"))
TALES = frozenset("rumor rumour report story talk news allegation gossip testimony account claim".split())
"""Nouns whose content is reported ("rumours of beatings")."""
WORDS = frozenset(("word", "legend"))
"""Of these the same is said with "has it" or "is"."""
SPEAKERS = frozenset(("i", "we"))

_NOT_OTHERS = SPEAKERS | {"you", "nobody"}
_TOLD = inflected(TELLING | {"hear"})
_SHORT = 6
"""Words of a clause that says only who tells it."""
_PUT_IN = frozenset("prep advcl advmod csubj nsubj ccomp parataxis dep".split())
"""How a clause hangs that is put in to say who tells it ("as I was told")."""


def told(tree: Tree, link: Link) -> Finding | None:
    """Reported where another says it; an order ("told us to leave") and the speaker's own words are not."""
    head, word = link.head, link.word
    if not _is_content(tree, link):
        return None
    if tree.child(head, "nsubjpass") is not None:
        return Finding("reported", (head,))
    subject = _teller(tree, head)
    if subject is None or tree.forms[subject] in _NOT_OTHERS or _is_order(tree, word):
        return None
    asked = tree.forms[subject] in ("who", "anybody", "anyone") and "?" in tree.forms
    nobody = link.kind == "beside" and negation(tree, head, word, frozenset()) is not None
    return None if asked or nobody else Finding("reported", (head,))


def _is_content(tree: Tree, link: Link) -> bool:
    """Whether what hangs on the verb is what is told, and no order, no addressee, nothing beside what is told."""
    head, word = link.head, link.word
    to = mark_of(tree, word) == "to"
    if tree.lemma(head) == "deny" and (to or link.kind != "complement"):
        return False
    if link.kind == "complement":
        return not to or tree.lemma(head) in CLAIMING or tree.child(head, "auxpass") is not None
    if link.kind == "beside":
        return word > head or not _tells_a_thing(tree, head)
    about = tree.child(word, "pcomp") is not None or tree.forms[word] in ("about", "of", "on")
    return tree.deps[word] == "dobj" or (tree.deps[word] == "prep" and about)


def _tells_a_thing(tree: Tree, verb: int) -> bool:
    """Whether the verb has something else to tell ("they did not lie, they *told the price*")."""
    told = tree.child(verb, "dobj")
    return told is not None and tree.tags[told].startswith("N") and told > verb


def _teller(tree: Tree, verb: int) -> int | None:
    """Who says it: the subject right before the verb, where the parser gives it several."""
    near = [one for one in tree.all_children(verb, "nsubj") if one < verb]
    return near[-1] if near else subject_of(tree, verb)


def _is_order(tree: Tree, clause: int) -> bool:
    """Whether what is said to the speakers is what they must do ("they said we must leave")."""
    subject = tree.child(clause, "nsubj", "nsubjpass")
    must = any(tree.forms[one] in ("must", "should") for one in tree.all_children(clause, "aux"))
    must = must or (tree.lemma(clause) == "have" and tree.child(clause, "xcomp") is not None)
    return must and subject is not None and tree.forms[subject] in (*SPEAKERS, "you")


def established(tree: Tree, link: Link) -> Finding | None:
    """What is believed of somebody, what an inquiry found, what a call was about."""
    head, lemma = link.head, tree.lemma(link.head)
    if link.kind != "complement":
        return None
    if lemma in BELIEVED and tree.child(head, "nsubjpass") is not None:
        having = any(tree.forms[one] in ("have", "be") for one in tree.all_children(link.word, "aux", "auxpass"))
        return Finding("reported", (head,)) if having else None
    subject = subject_of(tree, head)
    if mark_of(tree, link.word) != "that" or subject is None or tree.forms[subject] in _NOT_OTHERS:
        return None
    found = tree.tags[subject].startswith("N") and (lemma in ESTABLISHING or _has_it(tree, head, subject))
    return Finding("reported", (head,)) if found or lemma in CALLING else None


def _has_it(tree: Tree, verb: int, subject: int) -> bool:
    """Whether the verb is that of "rumour has it", "word is"."""
    if tree.lemma(subject) not in TALES and tree.forms[subject] not in WORDS:
        return False
    return tree.lemma(verb) == "be" or (tree.lemma(verb) == "have" and tree.forms[verb + 1 : verb + 2] == ("it",))


def known_from(tree: Tree, verb: int) -> Finding | None:
    """What the speaker knows from others ("we *know* it from our clients")."""
    if tree.lemma(verb) != "know" or not any(tree.forms[child] == "from" for child in tree.all_children(verb, "prep")):
        return None
    return Finding("reported", (verb,))


def told_beside(tree: Tree, verb: int) -> Finding | None:
    """What another says, or the speaker has heard, in a clause put in between ("the agent, prosecutors say, lied")."""
    subject = _teller(tree, verb)
    if subject is None or tree.child(verb, "dobj", "ccomp", "xcomp") is not None:
        return None
    if tree.lemma(verb) in HEARING:
        return Finding("reported", (verb,))
    others = tree.forms[subject] not in _NOT_OTHERS
    return Finding("reported", (verb,)) if others and tree.lemma(verb) in TELLING else None


def told_in_relative(matter: Matter) -> Finding | None:
    """In "the beatings that our clients describe" a clause beside the matter says who tells of it."""
    tree, at = matter.tree, matter.anchor
    if not tree.tags[at].startswith("N"):
        return None
    for noun in (at, *(one for one in tree.subtree(at) if tree.tags[one].startswith("N"))):
        for clause in tree.all_children(noun, "relcl"):
            relative = any(tree.tags[one].startswith("W") for one in tree.all_children(clause, "dobj", "dative"))
            subject = tree.child(clause, "nsubj")
            told = tree.lemma(clause) in TELLING and subject is not None and tree.forms[subject] not in SPEAKERS
            if told and relative:
                return Finding("reported", (clause,))
    return None


def as_heard(tree: Tree, child: int, at: int) -> int | None:
    """The "hear" or "tell" of "from what I hear", "as I was told", before the clause or after it."""
    if tree.deps[child] not in _PUT_IN or _TOLD.isdisjoint(tree.words):
        return None
    own = tree.subtree(child)
    if own == [child] or at in own or tree.forms[own[0]] not in ("from", "as", "what"):
        return None
    heard = next((one for one in own if tree.lemma(one) == "hear"), None)
    return heard if heard is not None else next((one for one in own if _is_told(tree, one)), None)


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether others tell it, or it is told the speaker."""
    if not tree.tags[verb].startswith("V") or tree.lemma(verb) not in TELLING:
        return False
    subject = _teller(tree, verb)
    passive = tree.child(verb, "nsubjpass") is not None
    return passive or (subject is not None and tree.forms[subject] not in (*SPEAKERS, "you", "it"))


def so_it_is_said(tree: Tree, at: int) -> Finding | None:
    """The last verb of "they beat people, so I *heard*", "or so they *claim*"."""
    if "so" not in tree.words:
        return None
    last = next((one for one in range(len(tree) - 1, 0, -1) if tree.forms[one].isalnum()), 0)
    begin = next((one for one in range(last, max(at, last - _SHORT), -1) if tree.forms[one] == "so"), None)
    if begin is None or tree.forms[begin - 1] not in (",", "or", "-", "–", ";"):
        return None
    lemma = tree.lemma(last)
    told = lemma in TELLING - {"talk"} and (_NOT_OTHERS | {"not", "n't"}).isdisjoint(tree.forms[begin:last])
    return Finding("reported", (last,)) if told or lemma in HEARING else None
