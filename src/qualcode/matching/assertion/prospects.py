"""Prospects: what is only feared, meant, expected or possible by the meaning of the word above it."""

from qualcode.matching.assertion.auxiliaries import ABILITY
from qualcode.matching.assertion.forms import inflected
from qualcode.matching.assertion.negation import NOBODY, negation
from qualcode.matching.assertion.scope import Finding, Link, is_activity, mark_of, predicate_lemmas, subject_of
from qualcode.matching.lexicon import lemmas as lemmas_of
from qualcode.matching.tree import Tree

FEARED = frozenset(
    "afraid fear scared worry worried frightened terrified anxious dread fearful panic threaten threat threatened risk "
    "danger hazard".split()
)
"""What is feared, threatened or risked."""
FEARED_FORMS = inflected(FEARED)
_AFRAID = FEARED_FORMS | {"scare"}
INTENDED = frozenset(
    "try plan want consider intend attempt suggest wish hope promise swear demand request insist order "
    "recommend propose urge".split()
)
"""What is meant or wished without "to" as well ("they want kill us", "tried escaping")."""
INTENDED_OBJECTS = frozenset(
    "plan intend attempt wish promise attempted planned aim intention desire dream goal determination ambition".split()
)
"""The same with a noun below them ("an attempted robbery")."""
FUTURE = frozenset("expect predict foresee anticipate bound due".split())
POSSIBLE = frozenset(
    "possible potential possibility chance likely probable probability suspect likelihood suppose guess presume "
    "conceivable plausible thinkable imaginable".split()
)
EXCLUDING = frozenset(("rule", "exclude", "discount"))
"""What cannot be ruled out is possible."""
CERTAIN = frozenset(("sure", "certain", "convinced", "positive", "impossible", "unthinkable"))
"""What somebody is not sure of, or is not impossible, is possible too."""
TASKS = frozenset(
    "instruction order preparation decision law plan mission mandate task duty obligation offer request call proposal "
    "measure bill campaign effort step attempt need right promise agreement demand appeal".split()
)
"""Nouns for what is to be done."""
WANTED = frozenset("demand request want wish seek urge propose recommend order".split())
"""With a noun for what goes on these only want it ("they *demand* the release of the crew")."""
IMPENDING = frozenset("deportation eviction expulsion removal extradition trial prison jail fine charge".split())
"""What somebody faces before it is done."""
VERGE = frozenset("point verge brink eve".split())
"""Whoever is on it will do something soon ("*on the point of* signing")."""
SUPPOSING = frozenset("suppose guess presume suspect".split())
"""Said of the speaker beside what is told, these leave it possible ("he lied, I *suppose*")."""
CALLED_FOR = frozenset("call push hope wish pray plead appeal campaign".split())
"""With "for" these want what goes on ("they *call for* an investigation")."""
REASONS = frozenset(
    "reason fine punishment charge arrest penalty sentence thanks gratitude apology blame award praise excuse cause "
    "responsibility responsible price reputation evidence".split()
)
"""What is "for" doing something that was done."""
INDICATIVE = frozenset(("insist", "suggest", "swear"))
"""With a clause in a tense of its own these only tell ("she insists that they were paid")."""
REPORTING = frozenset("say tell add mention explain shout share emphasize emphasise stress note repeat warn".split())
"""After "I want to" these only open what the speaker tells."""
ASKED = frozenset(("ask", "wonder", "inquire", "enquire", "question"))
"""What asks also without "whether" ("they ask me is your brother there")."""
UNDECIDED = frozenset("depend matter care mind doubt".split())
"""After these an "if" or "whether" leaves it open and asks nothing."""
TOMORROW = frozenset(("tomorrow", "tonight", "soon"))
PERIODS = frozenset(
    "week month year summer winter spring autumn weekend monday tuesday wednesday thursday friday".split()
)
"""After "next", with a verb in the present, these say that something is to come."""
GOING = frozenset("coming going leaving travelling traveling moving returning arriving flying".split())
"""With "is" and a time after which, these say that something is to come ("after the feast my wife is coming")."""
TRYING = frozenset(("try", "attempt"))
"""Before a bare verb too ("he try jump")."""
SPANS = frozenset("hours days weeks months".split())
"""After "in" these say the same ("in three days we are leaving")."""
_COMING = TOMORROW | SPANS | {"next", "after"}
MOTION = frozenset("come go enter travel arrive run return climb walk".split())
GETTING_THERE = MOTION | {"stop", "send", "call", "wake", "bother", "appear", "turn"}
"""Who does not do these does not do what they would be done for."""
ACTUAL_INFINITIVES = frozenset(
    "manage begin start continue happen have force make get tend seem appear proceed remember bother help "
    "cause lead compel oblige allow permit enable able use let see hear watch know learn prove fail refuse forget "
    "decline neglect pressure coerce hard difficult easy say report allege believe think become end afford avoid "
    "deny cease pretend feel too unable impossible possible require cost keep leave lucky glad happy sad "
    "surprised proud shocked dare hesitate succeed contrive deign condescend venture nerve audacity guts courage luck "
    "misfortune persuade convince trick omit condemn reduce unwilling claim profess purport forbid ban prohibit "
    "bring turn".split()
)
"""What says that its infinitive was so (negated: was not): "managed to", "forced us to". Others mean or wish it."""
MEANS = frozenset(
    "chance time opportunity possibility possible way means permission right strength courage ability power money "
    "permit authorise authorize permitted allowed choice energy freedom access".split()
)
"""Who does not have these to do something does not do it ("we had no *time* to pack")."""
REFUSING = frozenset(("deny", "refuse", "lack", "miss", "lose", "waste"))
IMPLICATIVE = frozenset(
    "force make compel oblige require cause allow permit pressure coerce manage begin start continue fail refuse "
    "happen use enable succeed dare hesitate persuade convince trick".split()
)
"""Of these also an infinitive that looks like a purpose is none ("we were made to stand")."""
PROSPECT_CUES = (
    frozenset(("scare", "tend", "face", "dream")) | WANTED | SUPPOSING | CALLED_FOR - {"call"} | FEARED | INTENDED | INTENDED_OBJECTS | FUTURE | POSSIBLE | REPORTING | {"require"}
)


def prospect_of(tree: Tree, link: Link, *, first: bool) -> list[Finding]:
    """What the head, by its meaning, says about what hangs on it."""
    lemmas = frozenset((*predicate_lemmas(tree, link.head), tree.forms[link.head]))
    if link.kind == "complement" or (link.kind == "adverbial" and lemmas & (IMPLICATIVE | FEARED)):
        return _complement(tree, link, lemmas, first=first)
    if link.kind == "adverbial":
        return _asked_of(tree, link) or _purpose(tree, link)
    if link.kind == "noun" and tree.forms[link.word - 1] == "for":
        return _purpose_of_for(tree, link.word)
    return _object(tree, link, lemmas) if link.kind in ("object", "circumstance") else []


def fear_before(tree: Tree, at: int) -> list[Finding]:
    """A word of fear right before the clause ("I have afraid they catch me"), wherever the parser hangs it."""
    subject = None if _AFRAID.isdisjoint(tree.words) else tree.child(at, "nsubj", "nsubjpass")
    if subject is None or subject > at or tree.forms[subject] in ("me", "us", "him", "them"):
        return []
    before = subject - 1 if tree.tags[subject].startswith("PRP") else min(tree.subtree(subject)) - 1
    if tree.forms[max(before - 1, 0) : before + 1] in (("am", "scare"), ("was", "scare"), ("are", "scare")):
        return [Finding("feared", (before,))]
    near = [one for one in (before, before - 1, subject - 1) if one > 0 and tree.forms[one] in FEARED_FORMS]
    near = [one for one in near if one >= before or tree.forms[before] == "that"]
    return [Finding("feared", (near[0],))] if near else []


def task_of(tree: Tree, link: Link) -> list[Finding]:
    """What a noun says of the infinitive after it: instructions *to fire*, a law *to punish*."""
    to = to_of(tree, link.word)
    return [Finding("intended", (to,))] if to and tree.lemma(link.head) in TASKS else []


def modified_by(tree: Tree, child: int) -> list[Finding]:
    """What an adjective says of its noun: an attempted robbery, possible violence."""
    lemmas = {tree.lemma(child), tree.forms[child]}
    if lemmas & INTENDED_OBJECTS:
        return [Finding("intended", (child,))]
    return [Finding("possible", (child,))] if lemmas & POSSIBLE else []


def _object(tree: Tree, link: Link, lemmas: frozenset[str]) -> list[Finding]:
    if tree.deps[link.word] in ("nsubj", "nsubjpass", "acomp", "attr", "agent"):
        return []
    if link.word == link.head + 1 and lemmas & TRYING and not tree.children[link.word] and _is_base(tree, link.word):
        return [Finding("intended", (link.head,))]
    if tree.forms[link.word] == "for" and lemmas & CALLED_FOR and _is_of_activity(tree, link.word):
        return [Finding("intended", (link.head,))]
    if tree.lemma(link.head) in WANTED and tree.deps[link.word] == "dobj" and is_activity(tree.lemma(link.word)):
        return [Finding("intended", (link.head,))]
    if tree.forms[link.word] == "of" and tree.lemma(link.head) in VERGE and tree.forms[tree.heads[link.head]] == "on":
        return [Finding("future", (link.head,))] if tree.child(link.word, "pcomp") is not None else []
    if tree.lemma(link.head) == "face" and tree.deps[link.word] == "dobj" and tree.lemma(link.word) in IMPENDING:
        return [Finding("feared", (link.head,))]
    if tree.forms[link.word] == "against" and lemmas & {"warn", "advise"}:
        return [Finding("intended", (link.head,))]
    if too_much(tree, link.head) is not None:
        return []
    if lemmas & EXCLUDING and tree.deps[link.word] == "dobj" and is_activity(tree.lemma(link.word)):
        denied = negation(tree, link.head, link.word, frozenset())
        return [] if denied is None else [Finding("possible", (denied,))]
    kinds = (("feared", FEARED), ("intended", INTENDED_OBJECTS), ("future", FUTURE), ("possible", POSSIBLE))
    return [Finding(value, (link.head,)) for value, words in kinds if lemmas & words]


def _is_of_activity(tree: Tree, preposition: int) -> bool:
    noun = tree.child(preposition, "pobj")
    return noun is not None and (is_activity(tree.lemma(noun)) or tree.lemma(noun) in ("end", "justice", "peace"))


def too_much(tree: Tree, noun: int) -> int | None:
    """The "too" of "too much fear for jumping"."""
    much = next((one for one in tree.children[noun] if tree.forms[one] in ("much", "many", "little")), None)
    return None if much is None else next((one for one in tree.children[much] if tree.forms[one] == "too"), None)


def _is_base(tree: Tree, at: int) -> bool:
    """Whether the word can be a verb in its base form."""
    return tree.forms[at] in lemmas_of(tree.forms[at]).get("VERB", ())


def _complement(tree: Tree, link: Link, lemmas: frozenset[str], *, first: bool) -> list[Finding]:
    measured = any(tree.forms[at] in ("too", "enough") for at in range(max(link.head - 1, 0), link.word))
    afraid = None if measured else _word_of(tree, link.head, FEARED)
    if afraid is not None:
        return [Finding("feared", (afraid,))]
    if not lemmas.isdisjoint(EXCLUDING | CERTAIN):
        denied = negation(tree, link.head, link.word, frozenset())
        if denied is not None and not to_of(tree, link.word):
            return [Finding("possible", (denied,))]
    if "tend" in lemmas:
        return [Finding("habitual", (link.head,))]
    to = tuple(child for child in tree.children[link.word] if tree.tags[child] == "TO")
    if to and _is_out_of_reach(tree, link, lemmas):
        return []
    left_open = _left_open(tree, link, lemmas) or _expected(tree, link, to)
    if left_open is not None:
        return [left_open]
    if not first and tree.lemma(link.word) in REPORTING:
        return []
    if tree.forms[link.head] in ("of", "about") and tree.lemma(tree.heads[link.head]) in ("think", "dream"):
        return [Finding("intended", (tree.heads[link.head],))] if tree.tags[link.word] == "VBG" else []
    if _is_told_to(tree, link) and (first or "then" not in tree.words):
        return [Finding("intended", (link.head,))]
    if not to and _is_for_what(tree, link):
        return [Finding("intended", (link.head,))]
    wished = not lemmas.isdisjoint(INTENDED) and not (lemmas & INDICATIVE and _is_tensed(tree, link.word))
    meant = _is_meant(tree, link, lemmas) and not measured if to else wished
    if meant or (tree.lemma(link.head) in REPORTING and _is_threat(tree, link)):
        return [Finding("intended", (link.head, *to))]
    return _for_purpose(tree, link)


def _is_out_of_reach(tree: Tree, link: Link, lemmas: frozenset[str]) -> bool:
    """Whether somebody lacks what it takes: "had no chance to call", "nowhere to sleep"."""
    head = link.head
    if tree.forms[head] in NOBODY:
        return True
    if lemmas.isdisjoint(MEANS):
        return False
    lacked = negation(tree, head, link.word, frozenset()) is not None or tree.lemma(tree.heads[head]) in REFUSING
    return lacked or negation(tree, tree.heads[head], None, frozenset()) is not None


def _is_told_to(tree: Tree, link: Link) -> bool:
    """Whether somebody is told to do it in bare words ("I said to my wife *hide* the gold")."""
    telling = tree.lemma(link.head) in ("say", "tell", "shout", "order", "yell") and link.head < link.word
    bare = tree.tags[link.word] == "VB" and tree.deps[link.word] in ("xcomp", "ccomp")
    bare = bare and "," not in tree.forms[link.head : link.word]
    return telling and bare and tree.child(link.word, "nsubj", "nsubjpass", "aux", "mark", "expl") is None


def _is_for_what(tree: Tree, link: Link) -> bool:
    """Whether a thing is there for doing something ("a sign *for* opening our bags"), and it is no reason or penalty."""
    noun = tree.heads[link.head]
    if tree.forms[link.head] != "for" or tree.tags[link.word] != "VBG":
        return False
    if tree.tags[noun].startswith("V"):
        return tree.lemma(noun) in MOTION
    return tree.deps[noun] in ("dobj", "attr", "nsubj") and tree.lemma(noun) not in REASONS


def _is_tensed(tree: Tree, clause: int) -> bool:
    first = tree.child(clause, "aux", "auxpass")
    return tree.tags[clause if first is None else first] in ("VBD", "VBZ")


def _left_open(tree: Tree, link: Link, lemmas: frozenset[str]) -> Finding | None:
    """Asked by "if", "whether" or a question in the asker's own words."""
    mark = mark_of(tree, link.word)
    if mark in ("if", "whether"):
        return Finding("possible" if lemmas & UNDECIDED else "asked", (link.head, tree.forms.index(mark)))
    if lemmas & ASKED and link.word > link.head and tree.deps[link.word] == "ccomp" and _is_opened_by_who(tree, link.word):
        return Finding("asked", (link.head,))
    return Finding("asked", (link.head,)) if _asks_directly(tree, link) else None


def _is_opened_by_who(tree: Tree, clause: int) -> bool:
    """Whether the clause asks who or what did it ("I *ask* myself who betrayed us"); "why we left" is a fact."""
    subject = tree.child(clause, "nsubj", "nsubjpass")
    return subject is not None and tree.tags[subject] in ("WP", "WDT")


def supposed_beside(tree: Tree, child: int) -> list[Finding]:
    """A supposition of the speaker's in a clause put in between or after ("he lied to us, I *suppose*")."""
    subject = tree.child(child, "nsubj")
    alone = tree.child(child, "dobj", "ccomp", "xcomp") is None and tree.child(child, "neg") is None
    speaker = subject is not None and tree.forms[subject] in ("i", "we")
    return [Finding("possible", (child,))] if alone and speaker and tree.lemma(child) in SUPPOSING else []


def _is_meant(tree: Tree, link: Link, lemmas: frozenset[str]) -> bool:
    """Whether the infinitive below the head is only meant; "require" rules in the present, "think to" is a plan."""
    ruled = "require" in lemmas and tree.tags[link.head] in ("VBZ", "VBP", "VB")
    if tree.forms[to_of(tree, link.word) - 1] in _SAVE:
        return False
    planned = "think" in lemmas and tree.child(link.head, "nsubj") is not None
    return ruled or planned or lemmas.isdisjoint(ACTUAL_INFINITIVES)


_SAVE = ("but", "except", "save")
"""What there is no choice "but to" do is done."""


def to_of(tree: Tree, verb: int) -> int:
    """The "to" of an infinitive, 0 where it has none."""
    return next((child for child in tree.children[verb] if tree.tags[child] == "TO"), 0)


def _expected(tree: Tree, link: Link, to: tuple[int, ...]) -> Finding | None:
    """Future by what is expected or "going to", possible by a risk or chance."""
    if (due := _word_of(tree, link.head, FUTURE)) is not None:
        return Finding("future", (due,))
    if to and tree.forms[link.head] in ("going", "gon", "about"):
        return Finding("future", (link.head, *to))
    if to and tree.lemma(link.head) in SUPPOSING:  # they are supposed to
        return None
    risk = _word_of(tree, link.head, POSSIBLE)
    return None if risk is None else Finding("possible", (risk,))


def _for_purpose(tree: Tree, link: Link) -> list[Finding]:
    """In "they come for take our phone" a verb follows "for"."""
    purpose = tree.tags[link.word] == "VB" and tree.forms[link.word - 1] == "for"
    return [Finding("intended", (link.word - 1,))] if purpose else []


def _purpose(tree: Tree, link: Link) -> list[Finding]:
    if found := _for_purpose(tree, link):
        return found
    for child in tree.children[link.word]:
        if child > link.word:
            break
        if tree.tags[child] == "TO" and tree.forms[link.head] != "enough" and tree.forms[child - 1] not in _SAVE:
            return [] if is_unable(tree, link.head) else [Finding("intended", (child,))]
        if tree.forms[child] == "so" and (aux := tree.child(link.word, "aux")) is not None and tree.tags[aux] == "MD":
            return [Finding("intended", (child, aux))]
    return []


def is_unable(tree: Tree, verb: int) -> bool:
    """Whether it is not done, or cannot be, so that its purpose fails ("cannot enter to help", "never came to search")."""
    able = any(tree.forms[child] in ABILITY for child in tree.all_children(verb, "aux"))
    return (able or tree.lemma(verb) in GETTING_THERE) and negation(tree, verb, None, frozenset()) is not None


def _word_of(tree: Tree, head: int, words: frozenset[str]) -> int | None:
    """Of the head, its adjective or noun, and the subject that it equates with a clause, the one in `words`."""
    around = (head, *tree.all_children(head, "acomp", "attr", "oprd"))
    if tree.lemma(head) == "be":
        around = (*around, *tree.all_children(head, "nsubj"))
    return next((at for at in around if tree.lemma(at) in words or tree.forms[at] in words), None)


def _asked_of(tree: Tree, link: Link) -> list[Finding]:
    """In "we ask them if they were hit" the parser takes the question for a condition."""
    mark = mark_of(tree, link.word)
    if mark not in ("if", "whether") or tree.lemma(link.head) not in ASKED or link.word < link.head:
        return []
    return [Finding("asked", (link.head, tree.forms.index(mark)))]


def _asks_directly(tree: Tree, link: Link) -> bool:
    """Whether the clause is a question in the asker's own words ("they ask me is your brother there")."""
    head, word = link.head, link.word
    if tree.lemma(head) not in ASKED or tree.deps[word] != "ccomp" or not head < word:
        return False
    if mark_of(tree, word) or any(tree.tags[child].startswith("W") for child in tree.children[word]):
        return False
    asked = tree.tags[word] != "VB" or tree.child(word, "aux") is not None
    return asked and tree.child(word, "nsubj", "nsubjpass", "attr") is not None


def unknown_alternative(tree: Tree, at: int) -> list[Finding]:
    """Finds "I don't know they sent him back or he is in prison": two cases of which neither is known."""
    if not tree.words >= {"know", "or"}:
        return []
    know = tree.forms.index("know")
    unknown = tree.forms[know - 1] in ("not", "n't", "no", "nt", "nobody") and "did" not in tree.forms[:know]
    plain = know + 1 < len(tree) and tree.tags[know + 1] in ("PRP", "DT", "EX", "NNP", "NNS")
    if unknown and plain and tree.forms[know + 1] != "that" and at > know and "or" in tree.forms[know:]:
        return [Finding("asked", (know - 1, know))]
    return []


def can_be(tree: Tree, at: int) -> list[Finding]:
    """An "it can be" before what may be so: "*it can be* the guide he sold us", "*can be* they come tomorrow"."""
    if "be" not in tree.words:
        return []
    for be in range(1, at):
        able = tree.forms[be] == "be" and tree.forms[be - 1] in ("can", "could", "may", "might")
        opened = be == 1 or (tree.forms[be - 2] in ("it", "this") and (be == 2 or not tree.forms[be - 3].isalnum()))
        if able and opened and tree.tags[be + 1] in CLAUSE_OPENING and "," not in tree.forms[be:at]:
            return [Finding("possible", (be - 1, be))]
    return []


CLAUSE_OPENING = frozenset("DT IN PRP PRP$ NN NNS NNP EX".split())
"""Tags of words with which a clause begins."""


def to_come(tree: Tree, at: int) -> list[Finding]:
    """What the verb at `at` says in the present of a time to come: "tomorrow we cross", "next week they go"."""
    if _COMING.isdisjoint(tree.words):
        return []
    finite = next((one for one in tree.all_children(at, "aux", "auxpass")), at)
    if tree.tags[at] in ("VBD", "VBN") or tree.tags[finite] not in ("VBP", "VBZ", "VB"):
        return []
    for child in tree.children[at]:
        form, inner = tree.forms[child], tree.forms[child - 1] if child else ""
        if form in TOMORROW or (form in PERIODS and inner == "next" and tree.forms[max(child - 2, 0)] != "the"):
            return [Finding("future", (child,) if form in TOMORROW else (child - 1, child))]
        if form == "after" and tree.forms[at] in GOING and tree.deps[child] in ("prep", "mark"):
            return [Finding("future", (child,))]
        within = tree.child(child, "pobj") if form == "in" else None
        if within is not None and tree.forms[at] in GOING and tree.forms[within] in SPANS:
            return [Finding("future", (child, within))]
    return []


def _purpose_of_for(tree: Tree, at: int) -> list[Finding]:
    """In "they come for search weapons" the parser takes the verb for a part of the noun."""
    verbs = (one for one in tree.ancestors(at - 1) if tree.tags[one].startswith("V"))
    return [Finding("intended", (at - 1,))] if tree.lemma(next(verbs, at)) in MOTION else []


def _is_threat(tree: Tree, link: Link) -> bool:
    """Whether another's words are a threat told as it was said ("he say I kill you")."""
    speaker, doer = subject_of(tree, link.head), tree.child(link.word, "nsubj")
    if speaker is None or doer is None or tree.forms[speaker] in ("i", "we", "you") or tree.tags[link.word] == "VBD":
        return False
    return tree.forms[doer] in ("i", "we") and any(tree.forms[one] == "you" for one in tree.subtree(link.word))
