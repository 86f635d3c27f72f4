"""What a word says by its meaning about what hangs on it: that it is over."""

from qualcode.matching.assertion.nouns import is_activity
from qualcode.matching.assertion.persons import is_person
from qualcode.matching.assertion.scope import Finding, Link, predicate_lemmas
from qualcode.matching.tree import Tree

ENDING = frozenset(
    "stop cease quit end finish halt discontinue abolish disappear vanish suspend terminate scrap subside expire "
    "abandon withdraw dissolve evaporate drop lift peter fizzle collapse".split()
)
"""What says that its complement, object or subject is over."""

GONE = frozenset(
    "end cease discontinue abolish disappear vanish suspend terminate scrap subside expire peter fizzle".split()
)
"""Those that say it of anything; a car may stop and a film finish without being over for good."""

CLOSING = frozenset(("close", "shut"))
"""These say it of what serves people while it is open."""
SERVING = frozenset(
    "camp centre center clinic hospital school office shelter shop route corridor service hotline kitchen programme "
    "program project mission consulate embassy factory canteen line desk crossing".split()
)

ENDING_PARTICLES = {
    "give": frozenset(("up",)),
    "die": frozenset(("out", "down", "away", "off")),
    "go": frozenset(("away",)),
    "leave": frozenset(("off",)),
    "run": frozenset(("out",)),
    "dry": frozenset(("up",)),
    "phase": frozenset(("out",)),
    "shut": frozenset(("down",)),
    "call": frozenset(("off",)),
    "fade": frozenset(("away", "out")),
    "calm": frozenset(("down",)),
    "do": frozenset(("away",)),
    "cut": frozenset(("off",)),
    "turn": frozenset(("off",)),
    "switch": frozenset(("off",)),
    "break": frozenset(("off",)),
    "tail": frozenset(("off",)),
    "wind": frozenset(("down", "up")),
}
CUTTING = frozenset(("cut", "turn", "switch"))
"""With their particle these say it of what is supplied; a finger and a road are cut and turned off too."""
SUPPLIED = frozenset(
    "water electricity power gas heating internet money funding aid support supply light contact".split()
)
SPENT = frozenset(("run", "dry"))
"""With their particle these say it of anything that can be used up; the others of what goes on."""
RID = frozenset((("run", "of"), ("do", "with")))
"""Verbs with a particle that say it of the noun after a preposition: they *ran out* of soap, *did away* with fees."""

OVER = frozenset(("over", "gone", "finished", "past", "history", "memory"))
DONE = frozenset(("done", "finished", "through"))
"""Whoever is so with doing something does it no more ("we are *done* paying")."""
TIMES = frozenset("day time era period year month week season".split())
"""When these are gone, so is what happened in them ("*gone* are the days when they beat us")."""
CUSTOMS = frozenset("practice habit custom policy tradition".split())
"""What people do again and again, until it ends."""
LOSING = frozenset("lose kick break shed drop abandon".split())
"""What is done with a custom that is given up."""
LAST = frozenset(("last", "any", "anyone", "anybody"))
_OF_THE_PAST = ("of", "the", "past")
_A_TIME_WHEN = ("was", "a", "time", "when")
LEFT = frozenset(("remain", "leave", "survive", "stay"))
"""When nothing of it does so, it is over."""
_ENDS = frozenset("end halt close stop standstill".split())
_COMING = frozenset(("come", "grind", "draw", "bring", "put"))


def ending_of(tree: Tree, link: Link) -> Finding | None:
    """What the head says of the complement, object or subject that hangs on it."""
    head, dep = link.head, tree.deps[link.word]
    words = _by_predicate(tree, link) if dep in ("nsubj", "nsubjpass", "attr", "acomp") else ()
    if not words and dep in ("nsubj", "nsubjpass", "dobj"):
        words = _to_an_end(tree, head)
    if words:
        return Finding("ceased", words)
    if not ENDING.isdisjoint(predicate_lemmas(tree, head)):
        return _by_verb(tree, link)
    if (behind := _put_behind(tree, link)) is not None:
        return Finding("ceased", (head, behind))
    if (particle := ending_particle(tree, head)) is not None:
        return Finding("ceased", (head, particle)) if _is_ended_by_particle(tree, link) else None
    return Finding("ceased", (head,)) if _is_given_up(tree, link) else None


def _put_behind(tree: Tree, link: Link) -> int | None:
    """The "behind" of "we put the quarrel *behind* us"."""
    if tree.lemma(link.head) not in ("put", "leave") or tree.deps[link.word] != "dobj":
        return None
    behind = next((one for one in tree.all_children(link.head, "prep") if tree.forms[one] == "behind"), None)
    if behind is None or not is_activity(tree.lemma(link.word)):
        return None
    return behind if tree.tags[behind + 1 : behind + 2] == ("PRP",) else None


def _by_predicate(tree: Tree, link: Link) -> tuple[int, ...]:
    """The words that call something over: is *over*, is *a thing of the past*, was *once*, *gone* is."""
    word, head = link.word, link.head
    if tree.deps[word] in ("nsubj", "nsubjpass"):
        finished = tree.deps[word] == "nsubjpass" and tree.forms[head] in OVER and is_activity(tree.lemma(word))
        return (head,) if finished else _over(tree, head)
    if tree.deps[word] == "attr" and word > head and tree.forms[0] in OVER:
        return _over(tree, head)
    once = tree.forms[head] in ("was", "were") and tree.forms[head + 1 : head + 2] == ("once",)
    if not once and tree.deps[word] == "attr" and tree.forms[head] in ("was", "were"):
        last = next((one for one in range(len(tree) - 1, word, -1) if tree.forms[one].isalnum()), word)
        return (last,) if tree.forms[last] == "once" else ()
    return (head + 1,) if once else ()


def _is_ended_by_particle(tree: Tree, link: Link) -> bool:
    """Whether it is supplied or goes on; a finger and a road are cut and turned off too, and persons called off."""
    if tree.lemma(link.head) in CUTTING:
        return tree.lemma(link.word) in SUPPLIED
    return tree.deps[link.word] != "nsubjpass" or not is_person(tree, link.word)


def _is_given_up(tree: Tree, link: Link) -> bool:
    """Whether a place that serves is closed, a custom lost, somebody done with doing it."""
    dep, verb, noun = tree.deps[link.word], tree.lemma(link.head), tree.lemma(link.word)
    if link.kind == "complement":
        return tree.forms[link.head] in DONE and tree.tags[link.word] == "VBG"
    if dep in ("nsubj", "nsubjpass"):
        return verb in CLOSING and noun in SERVING
    return dep == "dobj" and ((verb in CLOSING and noun in SERVING) or (verb in LOSING and noun in CUSTOMS))


def ending_of_subject(tree: Tree, link: Link) -> Finding | None:
    """What a verb says of a subject that otherwise only acts: the funding *dried up*, the bus has *disappeared*."""
    word = link.word
    if tree.deps[word] != "nsubj" or tree.tags[word].startswith("PRP") or is_person(tree, word):
        return None
    if tree.lemma(link.head) == "become" and (over := _over(tree, link.head)):
        return Finding("ceased", over)
    return next((found for verb in _verbs_of(tree, link.head) if (found := _of_subject(tree, word, verb))), None)


def _verbs_of(tree: Tree, verb: int) -> list[int]:
    """The verb, and those joined to it that share its subject."""
    following = tree.child(verb, "conj")
    shared = following is not None and tree.child(following, "nsubj", "nsubjpass", "expl") is None
    return [verb, *(_verbs_of(tree, following) if shared and following is not None else ())]


def _of_subject(tree: Tree, word: int, head: int) -> Finding | None:
    if tree.child(head, "dobj", "xcomp", "ccomp") is not None:
        return None
    noun, verb = tree.lemma(word), tree.lemma(head)
    particle = ending_particle(tree, head)
    if particle is not None:
        spent = verb in SPENT and not any(tree.forms[one] == "of" for one in tree.children[head])
        return Finding("ceased", (head, particle)) if spent or is_activity(noun) else None
    auxiliaries = {tree.lemma(one) for one in tree.all_children(head, "aux", "auxpass")}
    gone = tree.forms[head] == "gone" and ("be" in auxiliaries or is_activity(noun))
    gone = gone or verb in GONE - {"end"} or (verb in ENDING and is_activity(noun))
    closed = (verb in CLOSING and noun in SERVING) or (verb == "die" and noun in CUSTOMS)
    return Finding("ceased", (head,)) if gone or closed else None


def ending_of_time(tree: Tree, noun: int) -> Finding | None:
    """What is said of the time that a clause tells of: "*gone* are the days when", "the times when ... are *over*"."""
    verb = tree.heads[noun]
    if tree.lemma(noun) not in TIMES or tree.lemma(verb) != "be":
        return None
    over = next((one for one in tree.children[verb] if tree.forms[one] in OVER), None)
    if over is None and tree.child(verb, "expl") is not None and tree.forms[noun - 2 : noun + 2] == _A_TIME_WHEN:
        over = noun + 1 if tree.forms[verb] == "was" else None
    return None if over is None else Finding("ceased", (over,))


def ending_since(tree: Tree, link: Link) -> Finding | None:
    """In "it has been four years *since* they last took a bribe" it is over."""
    head, word = link.head, link.word
    since = next((one for one in tree.children[word] if tree.forms[one] == "since"), None)
    subject = tree.child(head, "nsubj")
    if since is None or subject is None or tree.forms[subject] != "it" or tree.lemma(head) != "be":
        return None
    long = any(tree.lemma(one) in TIMES | {"decade", "hour"} for one in tree.all_children(head, "attr", "npadvmod"))
    last = any(tree.forms[one] in LAST for one in tree.subtree(word))
    return Finding("ceased", (since,)) if long and last else None


def nothing_left(tree: Tree, link: Link) -> Finding | None:
    """In "of the lessons *nothing* remains" they are over."""
    if tree.forms[link.word] != "of" or "nothing" not in tree.words:
        return None
    verb = tree.heads[link.head] if tree.forms[link.head] == "nothing" else link.head
    subject = tree.child(verb, "nsubj", "nsubjpass", "attr")
    left = tree.lemma(verb) in LEFT or any(tree.forms[one] == "left" for one in tree.children[verb])
    nothing = subject is not None and tree.forms[subject] == "nothing"
    return Finding("ceased", (subject,)) if left and nothing and subject is not None else None


def ending_of_phrase(tree: Tree, link: Link) -> Finding | None:
    """What "an end to", "put an end to", "done with" say of the noun after their preposition."""
    word, head = link.word, link.head
    if tree.lemma(head) in ("put", "bring") and tree.forms[word - 1] in _ENDS and tree.forms[word] == "to":
        return Finding("ceased", (word - 1,))
    if tree.forms[word] == "with" and tree.forms[head] in DONE and _is_of_persons(tree, head):
        return Finding("ceased", (head,))
    verb = head if tree.tags[head].startswith("V") else tree.heads[head]
    if (tree.lemma(verb), tree.forms[word]) in RID and (particle := ending_particle(tree, verb)) is not None:
        return Finding("ceased", (verb, particle))
    return Finding("ceased", (head,)) if tree.lemma(head) == "end" and tree.forms[word] in ("to", "of") else None


def ending_particle(tree: Tree, head: int) -> int | None:
    """The particle with which a verb says that something is over."""
    particles = ENDING_PARTICLES.get(tree.lemma(head), frozenset())
    found = (child for child in tree.all_children(head, "prt", "advmod") if tree.forms[child] in particles)
    return next(found, None) if particles else None


def _by_verb(tree: Tree, link: Link) -> Finding | None:
    """What stopping, ending, abolishing says; "ended up paying" and "stopped to rest" say nothing of the kind."""
    word, head = link.word, link.head
    if any(tree.forms[child] == "up" for child in tree.all_children(head, "prt")):
        return None
    if link.kind == "complement":
        to = "to" in tree.forms[head:word]
        return None if to and tree.lemma(head) not in GONE else Finding("ceased", (head,))
    if tree.deps[word] not in ("dobj", "nsubj", "nsubjpass") or tree.lemma(head) not in ENDING:
        return None
    since = any(tree.forms[one] == "since" for one in tree.all_children(head, "advmod"))
    gone = since or tree.lemma(head) in GONE or is_activity(tree.lemma(word))
    return Finding("ceased", (head,)) if gone else None


def _over(tree: Tree, head: int) -> tuple[int, ...]:
    """What says of the subject that it is over, gone, a thing of the past."""
    for child in tree.all_children(head, "advmod", "acomp", "prt", "prep", "attr", "nsubj", "csubj"):
        if tree.forms[child] in OVER and (tree.deps[child] not in ("nsubj", "csubj") or child == 0):
            return (child,)
        past = tree.forms[child] in ("thing", "matter", "part") and tree.forms[child + 1 : child + 4] == _OF_THE_PAST
        if past:
            return (child, child + 3)
    return ()


def _to_an_end(tree: Tree, head: int) -> tuple[int, ...]:
    """In "the beatings came *to an end*" the phrase after the verb ends its subject, or its object."""
    if tree.lemma(head) not in _COMING:
        return ()
    for preposition in tree.all_children(head, "prep"):
        inner = tree.child(preposition, "pobj")
        if tree.forms[preposition] == "to" and inner is not None and tree.forms[inner] in _ENDS:
            return (preposition, inner)
    return ()


def _is_of_persons(tree: Tree, done: int) -> bool:
    """Whether it is somebody who is done with something ("we are done with it")."""
    verb = done if tree.child(done, "auxpass", "nsubj", "nsubjpass") is not None else tree.heads[done]
    subject = tree.child(verb, "nsubj", "nsubjpass")
    return subject is not None and (tree.tags[subject].startswith("PRP") or is_person(tree, subject))
