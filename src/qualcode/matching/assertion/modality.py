"""Modality: whether something is a fact, and if not, in which way it is none."""

from qualcode.matching.assertion.scope import (
    Finding,
    Link,
    Matter,
    mark_of,
    predicate_lemmas,
    subject_of,
)
from qualcode.matching.tree import Tree

RANK = ("asked", "feared", "intended", "conditional", "future", "possible", "habitual", "actual")
"""Where several hold, the first of these."""

FEARED = frozenset("afraid fear scared worry worried frightened terrified anxious dread fearful panic".split())

INTENDED = frozenset("try plan want consider intend attempt suggest wish hope promise threaten swear".split())
"""What is meant or wished without "to" as well ("they want kill us", "tried escaping", "threatened that they ...")."""

INTENDED_OBJECTS = frozenset("threaten plan intend attempt wish promise threat attempted planned threatened".split())
"""The same with a noun below them ("threatened violence", "the threat of a beating")."""

FUTURE = frozenset("expect predict foresee anticipate bound due".split())
POSSIBLE = frozenset(
    "risk danger possible potential possibility chance likely probable probability suspect likelihood hazard".split()
)
REPORTING = frozenset("say tell add mention explain shout share emphasize emphasise stress note repeat warn".split())
"""After "I want to" these only open what the speaker tells."""
ASKED = frozenset(("ask", "wonder", "inquire", "enquire", "question"))

ACTUAL_INFINITIVES = frozenset(
    "manage begin start continue happen have force make get tend seem appear proceed remember bother help "
    "cause lead compel oblige allow permit enable able use let see hear watch know learn prove fail refuse forget "
    "decline neglect pressure coerce hard difficult easy say report allege believe think become end afford avoid "
    "deny cease feel too unable impossible possible require cost keep".split()
)
"""What says that its infinitive was so (or, negated, was not): "managed to", "forced us to". Others mean or wish it."""

POSSIBLE_ADVERBS = frozenset("maybe perhaps possibly probably potentially likely".split())
HABITUAL_ADVERBS = frozenset(
    "always usually often frequently regularly constantly generally normally typically daily nightly everyday "
    "sometimes whenever routinely habitually occasionally".split()
)
HABITUAL_UNITS = frozenset("day night time week month year morning evening hour".split())
"""After "every" or "each"; "all the time"."""

CONDITIONS = frozenset(("if", "unless", "lest", "provided", "providing", "otherwise", "else"))
PURPOSES = frozenset(("to", "so"))
IMPLICATIVE = frozenset(
    "force make compel oblige require cause allow permit pressure coerce manage begin start continue fail refuse happen "
    "use enable".split()
)
"""Of these also an infinitive that looks like a purpose is none ("we were made to stand")."""
QUOTES = frozenset(('"', "“", "«", "‘", "'", "``"))
SOFTENERS = frozenset("please just do n't not never now ok okay".split())
"""May stand before the verb of a command."""
PERCEIVING = frozenset("see hear feel say tell remember imagine understand know call smell watch recall".split())
"""Verbs after which "can" and "could" claim no more than the verb does."""
STATES = frozenset("be have like love prefer want say think know need mean seem cost depend help want require".split())
"""Verbs with which "would" is seldom a habit."""
PARENTHETICAL = frozenset("ask remember know see mistaken understand recall like".split())
"""Verbs of an "if" that sets no condition ("if I remember", "if you ask me")."""
TAGS = frozenset("right okay ok no yes huh yeah it they you he she we i know see understand".split())

MODALITY_FORMS = (
    POSSIBLE_ADVERBS
    | HABITUAL_ADVERBS
    | CONDITIONS
    | frozenset("can could may might will would shall should ought must wo ca 'll 'd ll d gon every each case whether "
                "lest".split())
)
MODALITY_CUES = FEARED | INTENDED | INTENDED_OBJECTS | FUTURE | POSSIBLE | REPORTING
"""What can make something no fact: forms as they stand, and dictionary words."""


def read_modality(matter: Matter) -> Finding:
    """The modality of the matter with the words that decided it."""
    tree = matter.tree
    found = [Finding("actual"), *_asked(tree), *_command(tree, matter.anchor), *_of_word(matter, matter.anchor)]
    found += _opening_condition(tree) + _opening_habit(tree)
    for link in matter.path():
        if link.kind == "relative":
            if _is_every(matter.tree, link.head):
                found.append(Finding("habitual", (matter.tree.children[link.head][0],)))
            if not _is_existential(matter.tree, link.head):
                break
            continue
        if link.kind == "subject":
            found += _conditional(matter.tree, link.head, link.word)
            continue
        if link.kind in ("beside", "coordinate"):
            found += _across(matter, link)
            continue
        found += _governed(matter, link)
        if link.kind != "adverbial" or not _is_fact_clause(matter.tree, link.word):
            found += _of_word(matter, link.head, link.word)
    kept = [one for one in found if not matter.matched.intersection(one.words)]
    return min(kept, key=lambda one: RANK.index(one.value))


def _asked(tree: Tree) -> list[Finding]:
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


def _of_word(matter: Matter, at: int, coming: int | None = None) -> list[Finding]:
    """What the auxiliaries, adverbs and clauses around the word at `at` make of it."""
    tree = matter.tree
    found = _conditional(tree, at, coming) + _mark(tree, at)
    for child in tree.children[at]:
        form = tree.forms[child]
        if tree.deps[child] == "aux" and (value := _auxiliary(tree, child, at)):
            found.append(Finding(value, (child,)))
        elif form in POSSIBLE_ADVERBS:
            found.append(Finding("possible", (child,)))
        elif form in HABITUAL_ADVERBS:
            found.append(Finding("habitual", (child,)))
        elif _is_every(tree, child):
            found.append(Finding("habitual", (*tree.children[child], child)))
        elif tree.deps[child] in ("amod", "compound"):
            found += _modified(tree, child)
    return found


def _modified(tree: Tree, child: int) -> list[Finding]:
    lemmas = {tree.lemma(child), tree.forms[child]}
    if lemmas & INTENDED_OBJECTS:
        return [Finding("intended", (child,))]
    return [Finding("possible", (child,))] if lemmas & POSSIBLE else []


def _is_every(tree: Tree, at: int) -> bool:
    before = {tree.forms[child] for child in tree.children[at] if child < at}
    if tree.lemma(at) not in HABITUAL_UNITS:
        return False
    return not before.isdisjoint(("every", "each")) or (tree.forms[at] == "time" and before >= {"all", "the"})


def _auxiliary(tree: Tree, aux: int, verb: int) -> str:
    form = tree.forms[aux]
    perfect = any(tree.forms[child] in ("have", "'ve", "of") for child in tree.all_children(verb, "aux"))
    if form in ("may", "might"):
        return "possible"
    if form in ("will", "'ll", "shall", "wo", "ll"):
        return "future"
    if form in ("should", "ought"):
        return "conditional" if perfect else "intended"
    if form == "must":
        return "possible" if perfect else ""
    if form in ("can", "could", "ca"):
        return _ability(tree, form, verb, perfect)
    if form in ("would", "'d", "d") and tree.tags[aux] == "MD":
        return "conditional" if perfect else _would(tree, verb)
    return ""


def _ability(tree: Tree, form: str, verb: int, perfect: bool) -> str:
    if form == "could" and perfect:
        return "conditional"
    if tree.lemma(verb) in PERCEIVING or tree.child(verb, "neg") is not None:
        return ""
    if form == "could" and any(
        tree.forms[child] in ("finally", "only", "hardly", "barely", "then", "eventually")
        for child in tree.children[verb]
    ):
        return ""
    return "possible"


def _would(tree: Tree, verb: int) -> str:
    """A habit where somebody does something in a told past, else what would be."""
    lemma = tree.lemma(verb)
    if any(tree.deps[one] in ("ccomp",) and tree.heads[one] != one for one in (verb, *tree.ancestors(verb))):
        return "future"
    subject = subject_of(tree, verb)
    if lemma in STATES or subject is None or tree.forms[subject] in ("it", "that", "this", "which"):
        return "conditional"
    past = any(tag == "VBD" for tag in tree.tags)
    ourselves = not {"i", "me", "my", "we", "us", "our"}.isdisjoint(tree.forms)
    return "habitual" if past or ourselves or tree.forms[subject] in ("they", "he", "she") else "conditional"


def _conditional(tree: Tree, at: int, coming: int | None) -> list[Finding]:
    """A condition that hangs on the word at `at`: "they beat you *if* you refuse"."""
    found = []
    for child in tree.children[at]:
        if child == coming:
            continue
        if tree.deps[child] == "advcl" and (cue := _condition(tree, child)) is not None:
            found.append(Finding("conditional", (cue,)))
        elif tree.deps[child] == "advcl" and mark_of(tree, child) == "whenever":
            found.append(Finding("habitual", (tree.children[child][0],)))
        elif tree.forms[child] in ("otherwise", "else") and child < at:
            found.append(Finding("conditional", (child,)))
        elif tree.deps[child] == "prep" and tree.forms[child : child + 3] == ("in", "case", "of"):
            found.append(Finding("conditional", (child, child + 1)))
    return found


def _opening_condition(tree: Tree) -> list[Finding]:
    """An "if" at the begin of a sentence whose clause the parser did not understand ("If no money, they beat you")."""
    opening = next((at for at in range(min(3, len(tree))) if tree.forms[at] in ("if", "unless")), None)
    if opening is None or tree.forms[opening - 1] == "even":
        return []
    head = tree.heads[opening]
    understood = tree.deps[head] in ("advcl", "ccomp") or tree.tags[head].startswith("V")
    return [] if understood else [Finding("conditional", (opening,))]


def _opening_habit(tree: Tree) -> list[Finding]:
    """ "Every day", "always" at the begin of a sentence holds of all of it, however the parser hangs it."""
    start = 1 if tree.forms[:1] in (("and",), ("so",), ("but",)) else 0
    first, second = (*tree.forms[start : start + 2], "", "")[:2]
    if first in HABITUAL_ADVERBS:
        return [Finding("habitual", (start,))]
    if (first in ("every", "each") and second in HABITUAL_UNITS) or (first, second) == ("all", "time"):
        return [Finding("habitual", (start, start + 1))]
    return []


def _condition(tree: Tree, at: int) -> int | None:
    """The "if" of a clause that sets a condition for the clause above it."""
    for child in tree.children[at]:
        if child < at and tree.forms[child] in ("if", "unless", "provided", "providing", "lest"):
            before = tree.forms[child - 1] if child else ""
            parenthetical = tree.lemma(at) in PARENTHETICAL and tree.child(at, "ccomp") is None
            parenthetical = parenthetical and _is_between_two(tree, at)
            return None if before in ("even", "as") or parenthetical else child
        if child < at and tree.forms[child : child + 2] == ("in", "case"):
            return child + 1
    return None


def _is_between_two(tree: Tree, at: int) -> bool:
    subject = tree.child(at, "nsubj", "nsubjpass")
    return subject is None or tree.forms[subject] in ("i", "you", "we")


def _mark(tree: Tree, at: int) -> list[Finding]:
    """What the word that opens the clause of `at` makes of the clause."""
    if tree.deps[at] in ("ccomp", "csubj", "xcomp", "pcomp"):
        return []
    for child in tree.children[at]:
        if child > at:
            break
        form = tree.forms[child]
        if form in ("if", "unless", "lest", "provided", "providing") and tree.deps[child] in ("mark", "advmod"):
            return [Finding("conditional", (child,))]
        if tree.forms[child : child + 2] == ("in", "case"):
            return [Finding("conditional", (child + 1,))]
    return []


def _governed(matter: Matter, link: Link) -> list[Finding]:
    """What the head, by its meaning, says about what hangs on it."""
    tree = matter.tree
    lemmas = {*predicate_lemmas(tree, link.head), tree.forms[link.head]}
    if link.kind == "adverbial":
        meant = lemmas & (IMPLICATIVE | FEARED)
        return _complement(matter, link, lemmas) if meant else _purpose(tree, link)
    if link.kind == "complement":
        return _complement(matter, link, lemmas)
    if tree.deps[link.word] in ("dobj", "prep", "pobj") or link.kind == "object":
        return _object(tree, link, lemmas)
    return []


def _command(tree: Tree, at: int) -> list[Finding]:
    """A verb in its base form that stands first in quotation marks, or first before an exclamation mark."""
    if not tree.tags[at].startswith("V") or tree.lemma(at) != tree.forms[at]:
        return []
    before = next((one for one in range(at - 1, -1, -1) if tree.forms[one] not in SOFTENERS), -1)
    quoted = before >= 0 and tree.forms[before] in QUOTES
    cried = (before < 0 or tree.forms[before] in (",", "!")) and "!" in tree.forms[at:]
    if tree.child(at, "nsubj", "nsubjpass", "expl") is not None or not (quoted or cried):
        return []
    return [Finding("intended", (before if quoted else tree.forms.index("!", at),))]


def _object(tree: Tree, link: Link, lemmas: set[str]) -> list[Finding]:
    if tree.deps[link.word] in ("nsubj", "nsubjpass", "acomp", "attr", "agent"):
        return []
    for value, words in (
        ("feared", FEARED),
        ("intended", INTENDED_OBJECTS),
        ("future", FUTURE),
        ("possible", POSSIBLE),
    ):
        if lemmas & words:
            return [Finding(value, (link.head,))]
    return []


def _word_of(tree: Tree, head: int, words: frozenset[str]) -> int | None:
    """Of the head, its adjective or noun, and the subject that it equates with a clause, the one that is in `words`."""
    around = (head, *tree.all_children(head, "acomp", "attr", "oprd"))
    if tree.lemma(head) == "be":
        around = (*around, *tree.all_children(head, "nsubj"))
    return next((at for at in around if tree.lemma(at) in words or tree.forms[at] in words), None)


def _is_asking(tree: Tree, verb: int) -> bool:
    above = tree.heads[verb]
    return tree.lemma(verb) in ASKED or (tree.lemma(verb) == "know" and tree.lemma(above) in ("want", "try", "wish", "like"))


def _is_threat(tree: Tree, link: Link) -> bool:
    """Whether another's words are a threat told as it was said ("he say I kill you")."""
    speaker, doer = subject_of(tree, link.head), tree.child(link.word, "nsubj")
    if speaker is None or doer is None or tree.forms[speaker] in ("i", "we", "you") or tree.tags[link.word] == "VBD":
        return False
    return tree.forms[doer] in ("i", "we") and any(tree.forms[one] == "you" for one in tree.subtree(link.word))


def _complement(matter: Matter, link: Link, lemmas: set[str]) -> list[Finding]:
    tree = matter.tree
    if (afraid := _word_of(tree, link.head, FEARED)) is not None:
        return [Finding("feared", (afraid,))]
    to = tuple(child for child in tree.children[link.word] if tree.tags[child] == "TO")
    infinitive = bool(to)
    mark = mark_of(tree, link.word)
    if mark in ("if", "whether"):
        return [Finding("asked" if _is_asking(tree, link.head) else "possible", (link.head, tree.forms.index(mark)))]
    if (due := _word_of(tree, link.head, FUTURE)) is not None:
        return [Finding("future", (due,))]
    if tree.forms[link.head] in ("going", "gon", "about") and infinitive:
        return [Finding("future", (link.head, *to))]
    if (risk := _word_of(tree, link.head, POSSIBLE)) is not None:
        return [Finding("possible", (risk,))]
    if tree.lemma(link.head) in REPORTING and _is_threat(tree, link):
        return [Finding("intended", (link.head,))]
    if link.word != matter.anchor and tree.lemma(link.word) in REPORTING:
        return []
    if infinitive and not lemmas & ACTUAL_INFINITIVES:
        return [Finding("intended", (link.head, *to))]
    if not infinitive and lemmas & INTENDED:
        return [Finding("intended", (link.head,))]
    return []


def _purpose(tree: Tree, link: Link) -> list[Finding]:
    for child in tree.children[link.word]:
        if child > link.word:
            break
        if tree.tags[child] == "TO" and tree.forms[link.head] != "enough":
            return [Finding("intended", (child,))]
        if tree.forms[child] == "so" and (aux := tree.child(link.word, "aux")) is not None and tree.tags[aux] == "MD":
            return [Finding("intended", (child, aux))]
    return []


def _across(matter: Matter, link: Link) -> list[Finding]:
    """What two joined clauses share: the condition before them, the sentence's adverb."""
    tree = matter.tree
    found = [one for one in _of_word(matter, link.head, link.word) if one.words[0] < link.word]
    if tree.child(link.word, "nsubj", "nsubjpass") is not None:
        found = [one for one in found if one.value == "conditional" or one.words[0] == 0]
    return [one for one in found if one.value in ("conditional", "possible", "habitual", "future")]


def _is_existential(tree: Tree, noun: int) -> bool:
    head = tree.heads[noun]
    return tree.child(head, "expl") is not None


def _is_fact_clause(tree: Tree, at: int) -> bool:
    """Whether an adverbial clause tells a fact of its own ("because they beat us, we will leave")."""
    return mark_of(tree, at) in ("because", "since", "as", "after", "although", "though", "while")
