"""Source: whether the speaker saw it, or has it from others."""

from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.person_words import MEANT_BY
from qualcode.matching.assertion.scope import Finding, Link, Matter, mark_of, predicate_lemmas, subject_of
from qualcode.matching.assertion.telling import (
    HEARING,
    SPEAKERS,
    TALES,
    TELLING,
    as_heard,
    established,
    known_from,
    so_it_is_said,
    told,
    told_beside,
    told_in_relative,
)
from qualcode.matching.tree import Tree, per_tree

SEEING = frozenset("see watch witness observe notice spot".split())
HEARSAY_ADVERBS = frozenset("reportedly allegedly apparently supposedly purportedly".split())
MEDIA = frozenset("news tv television facebook internet media newspaper radio youtube tiktok video telegram".split())
SOUNDS = frozenset(("VBG", "VB"))

SOURCE_FORMS = HEARSAY_ADVERBS | MEDIA | {"according", "present", "mouth"}
PRESENT = frozenset(("there", "present"))
"""Where the speaker who "was there" saw it."""
BEFORE_EYES = frozenset("my own our me us this these two".split())
"""Beside "eyes" or "front" these are the speaker's."""
SOURCE_CUES = TELLING | HEARING | SEEING | TALES
"""What can say how the speaker knows: forms as they stand, and dictionary words."""

_SEEN = inflected(SEEING)
_OWN = frozenset("my own our this these two both".split())


def read_source(matter: Matter) -> Finding:
    """Whether the matter is witnessed, reported or neither, with the words that say so."""
    found = _around(matter, matter.anchor) or _with_own_eyes(matter.tree) or _seen_it(matter) or _said_so(matter)
    found = found or told_in_relative(matter)
    for link in matter.path():
        if found is not None:
            break
        found = _governed(matter, link)
        if found is None and link.kind not in ("relative",):
            found = _around(matter, link.head)
    return found or _seen_before(matter) or Finding("unmarked")


def _governed(matter: Matter, link: Link) -> Finding | None:
    tree, head = matter.tree, link.head
    if head in matter.matched:
        return None
    if link.kind in ("complement", "beside", "object"):
        return _verb(tree, link) or _noun(tree, link)
    if link.kind == "adverbial" and mark_of(tree, link.word) == "as" and tree.lemma(head) in SEEING:
        return Finding("witnessed", (head,)) if _by_speaker(tree, head) else None
    if link.kind == "adverbial" and _was_there(tree, link):
        return Finding("witnessed", (head,))
    if link.kind == "relative":
        return _seen_in_relative(tree, link) or _heard_from(tree, link)
    return None


def _seen_in_relative(tree: Tree, link: Link) -> Finding | None:
    """In "I saw police who beat a man" the relative clause tells what was seen."""
    noun = link.head
    head = tree.heads[noun]
    if tree.deps[noun] != "dobj" or tree.lemma(head) not in SEEING or not _by_speaker(tree, head):
        return None
    return Finding("witnessed", (head,))


def _heard_from(tree: Tree, link: Link) -> Finding | None:
    """In "I listen from other people they kill" the parser takes what was heard for a relative clause."""
    preposition = tree.heads[link.head]
    verb = tree.heads[preposition]
    if tree.forms[preposition] != "from" or tree.lemma(verb) not in HEARING or tree.child(link.word, "nsubj") is None:
        return None
    return Finding("reported", (verb,))


def _verb(tree: Tree, link: Link) -> Finding | None:
    """What a verb of seeing, hearing or saying makes of what hangs on it."""
    head = link.head
    lemmas = frozenset(predicate_lemmas(tree, head))
    about_subject = tree.deps[link.word] in ("nsubj", "nsubjpass") and link.kind != "beside"
    if about_subject or not tree.tags[head].startswith("V"):
        return None
    if lemmas & (SEEING | HEARING) and (shown := _on_media(tree, head)) is not None:
        return Finding("reported", (shown,))
    if lemmas & SEEING:
        return Finding("witnessed", (head,)) if _by_speaker(tree, head) and tree.child(head, "neg") is None else None
    if lemmas & (HEARING | TELLING):
        return _heard(tree, link) if lemmas & HEARING else told(tree, link)
    return known_from(tree, head) or established(tree, link) or _looked_on(tree, link)


def _looked_on(tree: Tree, link: Link) -> Finding | None:
    """In "I look how they hit him" looking is seeing."""
    looking = tree.lemma(link.head) == "look" and link.kind == "complement" and mark_of(tree, link.word) == "how"
    return Finding("witnessed", (link.head,)) if looking and _by_speaker(tree, link.head) else None


def _heard(tree: Tree, link: Link) -> Finding | None:
    """What somebody hears happen is witnessed ("I heard them shout", "I heard how they hit him"), all else reported."""
    head, word = link.head, link.word
    from_others = any(tree.forms[one] in ("from", "that") for one in (*tree.all_children(head, "prep"), head + 1))
    if not from_others and tree.deps[word] in ("ccomp", "xcomp") and _by_speaker(tree, head):
        mark = mark_of(tree, word)
        sound = tree.tags[word] in SOUNDS and mark == "" and tree.child(word, "aux", "auxpass") is None
        if sound or mark == "how":
            return Finding("witnessed", (head,))
    heard = tree.deps[word] in ("dobj", "ccomp", "xcomp", "prep") or link.kind == "beside"
    return Finding("reported", (head,)) if heard else None


def _noun(tree: Tree, link: Link) -> Finding | None:
    if tree.forms[link.head] in ("witness", "witnesses") and tree.forms[link.word] in ("to", "of"):
        return Finding("witnessed", (link.head,)) if _by_speaker(tree, tree.heads[link.head]) else None
    if tree.lemma(link.head) in TALES and tree.tags[link.head].startswith("N") and tree.deps[link.word] != "poss":
        return Finding("reported", (link.head,))
    return None


def _around(matter: Matter, at: int) -> Finding | None:
    """Adverbs and phrases of the clause: "reportedly", "according to", "with my own eyes", "in front of us"."""
    tree = matter.tree
    for child in tree.children[at]:
        form = tree.forms[child]
        if child in matter.matched:
            continue
        if form in HEARSAY_ADVERBS or form == "according":
            return Finding("reported", (child,))
        if tree.deps[child] == "parataxis" and (told := told_beside(tree, child)) is not None:
            return told
        if (heard := as_heard(tree, child, at)) is not None:
            return Finding("reported", (heard,))
        if tree.deps[child] == "prep":
            inner = tree.child(child, "pobj")
            if inner is not None and (found := _phrase(tree, inner)) is not None:
                return found
    return None


@per_tree
def _with_own_eyes(tree: Tree) -> Finding | None:
    """Finds "with my own eyes", "with these two eyes", wherever the parser hangs it."""
    eyes = tree.forms.index("eyes") if "eyes" in tree.words else 0
    begin = eyes
    while begin > 0 and tree.forms[begin - 1] in _OWN:
        begin -= 1
    own = 0 < begin < eyes and tree.forms[begin - 1] in ("with", "before")
    return Finding("witnessed", (eyes,)) if own else None


@per_tree
def _seeing(tree: Tree) -> tuple[int, ...]:
    """The verbs of seeing."""
    if _SEEN.isdisjoint(tree.words):
        return ()
    return tuple(at for at in range(len(tree)) if tree.tags[at].startswith("V") and tree.lemma(at) in SEEING)


def _seen_it(matter: Matter) -> Finding | None:
    """In "they hit him, I saw it" another clause says that the speaker saw."""
    tree = matter.tree
    for verb in _seeing(tree):
        if verb == matter.anchor:
            continue
        seen = tree.child(verb, "dobj")
        if seen is not None and tree.forms[seen] in ("it", "this", "that", "everything") and _by_speaker(tree, verb):
            return Finding("witnessed", (verb,)) if tree.child(verb, "neg") is None else None
    return None


def _seen_before(matter: Matter) -> Finding | None:
    """In "I saw a boy, they hit him" the next clause goes on about the one who was seen."""
    tree, at = matter.tree, matter.anchor
    verbs = [one for one in _seeing(tree) if one < at]
    if not verbs or tree.child(verbs[-1], "neg") is not None or not _by_speaker(tree, verbs[-1]):
        return None
    seen = tree.child(verbs[-1], "dobj")
    if seen is None or tree.forms[seen] in MEANT_BY or tree.tags[verbs[-1]] in ("VBG", "VBN"):
        return None
    between = tree.forms[seen + 1 : at]
    beside = between[:1] == (",",) and "," not in between[1:]
    again = any(tree.forms[seen] in MEANT_BY.get(tree.forms[one], ()) for one in range(seen + 1, len(tree)))
    return Finding("witnessed", (verbs[-1],)) if beside and again else None


def _said_so(matter: Matter) -> Finding | None:
    """In "they hit him, that is what his friends say" the second clause says who tells it."""
    tree = matter.tree
    if (said := so_it_is_said(tree, matter.anchor)) is not None:
        return said
    if "what" not in tree.words:
        return None
    for what in range(matter.anchor + 2, len(tree) - 1):
        before = tree.forms[what - 2 : what]
        if tree.forms[what] != "what" or before[0] not in ("that", "this", "it", "so") or before[1] not in ("is", "'s"):
            continue
        verb = next((at for at in range(what + 1, len(tree)) if tree.tags[at].startswith("V")), what)
        lemma = tree.lemma(verb)
        if lemma in SEEING:
            return Finding("witnessed", (verb,)) if _by_speaker(tree, verb) else None
        told = lemma in TELLING and not _by_speaker(tree, verb)
        return Finding("reported", (verb,)) if told or lemma in HEARING else None
    return None


def _was_there(tree: Tree, link: Link) -> bool:
    """Whether a clause with "when" tells what happened before the speaker's eyes ("I was there when they hit him")."""
    place = tree.child(link.head, "advmod", "acomp")
    present = place is not None and tree.forms[place] in PRESENT and tree.lemma(link.head) == "be"
    if not present or mark_of(tree, link.word) not in ("when", "while", "as"):
        return False
    subject = subject_of(tree, link.head)
    return subject is not None and tree.forms[subject] in SPEAKERS and tree.child(link.head, "neg") is None


def _phrase(tree: Tree, inner: int) -> Finding | None:
    form = tree.forms[inner]
    own = {tree.forms[one] for one in tree.subtree(inner)}
    if form == "eyes" and own & {"my", "our", "own"}:
        return Finding("witnessed", (inner,))
    if form == "front" and own & {"me", "us", "my", "our"}:
        return Finding("witnessed", (inner,))
    if form in ("mouth", "mouths") and tree.forms[tree.heads[inner]] == "from":
        return Finding("reported", (inner,))
    if form in MEDIA and tree.forms[tree.heads[inner]] in ("on", "in", "from"):
        return Finding("reported", (inner,))
    return None


def _on_media(tree: Tree, verb: int) -> int | None:
    inner = (one for prep in tree.all_children(verb, "prep") for one in tree.all_children(prep, "pobj"))
    return next((one for one in inner if tree.forms[one] in MEDIA), None)


def _by_speaker(tree: Tree, verb: int) -> bool:
    subject = subject_of(tree, verb)
    if (
        subject is not None
        and tree.forms[subject] == "you"
        and (
            tree.text.rstrip().endswith("?")
            or any(tree.forms[child] in ("can", "could") for child in tree.children[verb])
        )
    ):
        return True
    if subject is None or tree.forms[subject] in SPEAKERS or "i" in _conjuncts(tree, subject):
        return True
    owner = tree.child(subject, "poss")
    if owner is None:
        return False
    return tree.forms[owner] == "our" or (tree.forms[owner] == "my" and tree.forms[subject] == "eyes")


def _conjuncts(tree: Tree, at: int) -> set[str]:
    return {tree.forms[one] for one in tree.subtree(at) if tree.deps[one] == "conj"}
