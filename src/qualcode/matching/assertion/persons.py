"""Persons: which words name somebody, and whether that is the speaker, the speaker's kin, others or people at large."""

from qualcode.matching.assertion.scope import Finding
from qualcode.matching.events.persons import is_person as is_listed
from qualcode.matching.tree import Tree

AS_AGENT = frozenset(("i", "we"))
OBLIQUE = frozenset("me my mine myself us our ours ourselves".split())
SELF = AS_AGENT | OBLIQUE
KIN = frozenset(
    "brother sister mother father mom mum dad parent son daughter child kid baby wife husband fiance fiancee cousin "
    "uncle aunt nephew niece grandmother grandfather grandparent family relative brothers sisters mothers fathers "
    "parents sons daughters children kids babies wives husbands cousins uncles aunts nephews nieces grandparents "
    "families relatives spouse twin twins sibling siblings boy girl boys girls".split()
)
"""Kin, when the speaker's: "my brother"."""
THIRD_AS_AGENT = frozenset(("he", "she", "they"))
THIRD_OBLIQUE = frozenset("him his her hers them their theirs himself herself themselves".split())
THIRD = THIRD_AS_AGENT | THIRD_OBLIQUE
DESCRIBED = frozenset(
    "man woman boy girl guy friend friends men women boys girls guys someone somebody lady person colleague neighbour "
    "neighbor stranger afghan syrian pakistani indian iraqi iranian african afghans syrians pakistanis indians iraqis "
    "iranians africans group groups client clients minor minors teenager teenagers roommate companion companions "
    "family families child children kid kids baby babies brother sister mother father wife husband".split()
)
"""Described persons that are nobody's, or not the speaker's kin."""
BODIES = frozenset(("group", "team", "convoy"))
"""Ours are we."""
MIGRANTS = frozenset("migrant migrants refugee refugees".split())
GENERIC = frozenset(
    "people everyone everybody anyone anybody you your yours yourself one nobody persons others".split()
)
"""People at large, or nobody in particular."""
PARTS = frozenset("one two three some many most all none several part group lot both half few nobody".split())
"""Before "of" these are some of whom they name."""
NAMED = frozenset(
    "victim victims survivor survivors detainee detainees prisoner prisoners passenger passengers patient patients "
    "student students resident residents arrival arrivals newcomer newcomers applicant applicants orphan orphans "
    "youngster youngsters youth youths elder elders widow widows worker workers colleagues neighbours neighbors "
    "ladies strangers mate mates brothers sisters roommates asylum-seeker asylum-seekers seeker seekers toddler "
    "toddlers infant infants crew inhabitant inhabitants villager villagers citizen citizens civilian civilians "
    "algerian algerians moroccan moroccans tunisian tunisians somali somalis eritrean eritreans sudanese kurd kurds "
    "palestinian palestinians bangladeshi bangladeshis egyptian egyptians nigerian nigerians ethiopian ethiopians "
    "nepali nepalis turk turks arab arabs witness witnesses inmate inmates traveller travellers traveler travelers "
    "captive captives hostage hostages striker strikers deportee deportees returnee returnees pupil pupils tenant tenants sister-in-law brother-in-law".split()
)
"""More words for others, which a parsed clause shows to be persons."""
OTHERS = DESCRIBED | KIN | MIGRANTS | NAMED
ACTORS = frozenset(
    "smuggler smugglers trafficker traffickers driver drivers guide guides officer officers soldier soldiers guard "
    "guards policeman policemen organiser organisers organizer organizers volunteer volunteers lawyer lawyers doctor "
    "doctors journalist journalists activist activists interpreter interpreters translator translators criminal "
    "criminals thief thieves suspect suspects perpetrator perpetrators agent agents fisherman fishermen "
    "farmer farmers shopkeeper shopkeepers employee employees trader traders baker bakers hunter hunters robber robbers "
    "commando commandos rescuer rescuers nurse nurses teacher teachers judge judges minister ministers mayor mayors "
    "director directors boss bosses chief chiefs pastor priest imam businessman businessmen merchant merchants captain "
    "captains sailor sailors gunman gunmen militiaman militiamen prosecutor prosecutors spokesman spokeswoman warden "
    "wardens whistle-blower blowers politician politicians reporter reporters owner owners landlord landlords watchmaker tailor shepherd shepherds cook butcher nun nuns monk monks".split()
)
"""Who mostly does things to others; they live through what is done to themselves ("they arrested the driver")."""

MALE = frozenset(
    "brother father dad son husband uncle nephew grandfather fiance boy man guy cousin friend child kid baby twin "
    "relative spouse person colleague neighbour neighbor minor teenager".split()
)
FEMALE = frozenset(
    "sister mother mom mum daughter wife aunt niece grandmother fiancee girl woman lady cousin friend child kid baby "
    "twin relative spouse person colleague neighbour neighbor minor teenager".split()
)
SEVERAL = frozenset(
    "brothers sisters parents sons daughters children kids babies cousins uncles aunts nephews nieces grandparents "
    "families relatives family boys girls men women friends guys clients minors refugees migrants twins siblings "
    "group people".split()
)
MEANT_BY = (
    dict.fromkeys(("he", "him", "his", "himself"), MALE)
    | dict.fromkeys(("she", "her", "hers", "herself"), FEMALE)
    | dict.fromkeys(("they", "them", "their", "theirs", "themselves"), SEVERAL)
)
"""Whom a pronoun can take up."""


def is_person(tree: Tree, at: int) -> bool:
    """Whether the word at `at` is one for a person or several."""
    form = tree.forms[at]
    return form in SELF | THIRD | OTHERS | ACTORS | GENERIC or is_listed(form)


def whole_of(tree: Tree, at: int) -> int:
    """Of a part the noun that it is a part of: none of the *officers*."""
    inner = _inner(tree, at) if tree.forms[at] in PARTS else None
    return at if inner is None else inner


def named(tree: Tree, at: int) -> Finding | None:
    """The person that the noun or pronoun at `at` names, or who owns it."""
    form = tree.forms[at]
    if form in SELF:
        country = tree.text[tree.starts[at] : tree.ends[at]] == "US"
        return None if country else Finding("self", (at,))
    if (ourselves := _beside_self(tree, at)) is not None:
        return Finding("self", (ourselves,))
    if form in THIRD:
        return Finding(_taken_up(tree, at), (at,))
    if form in PARTS and (whole := _inner(tree, at)) is not None:
        return named(tree, whole)
    return _person(tree, at) or _owner(tree, at)


def _beside_self(tree: Tree, at: int) -> int | None:
    """The speaker beside or among those who are named: my family and *me*, *our* group."""
    joined = tree.child(at, "conj")
    if joined is not None:
        return joined if tree.forms[joined] in SELF and tree.tags[joined] == "PRP" else _beside_self(tree, joined)
    if tree.forms[at] not in BODIES:
        return None
    return next((one for one in tree.all_children(at, "poss") if tree.forms[one] in SELF), None)


def _person(tree: Tree, at: int) -> Finding | None:
    """The person that a noun itself names."""
    form = tree.forms[at]
    if form in KIN and (whose := _speaker(tree, at, tree.child(at, "poss"))) is not None:
        return Finding("kin", tuple(sorted((whose, at))))
    if form in GENERIC:
        certain = form in ("others", "one") and tree.child(at, "det", "amod") is not None
        return Finding("other", (at,)) if certain else Finding("generic")
    other = form in OTHERS or _is_those(tree, at) or _is_who(tree, at) or _is_named_person(tree, at)
    return Finding("other", (at,)) if other else None


def _owner(tree: Tree, at: int) -> Finding | None:
    """The person whose the thing is: *my* phone, the bags of the *families*."""
    owner = tree.child(at, "poss")
    if owner is not None:
        return named(tree, owner)
    inner = _inner(tree, at)
    return None if inner is None or tree.tags[inner] == "NNP" else named(tree, inner)


def _speaker(tree: Tree, at: int, owner: int | None) -> int | None:
    """The "my" of "my brother", "my sister's husband", "a cousin of mine"."""
    if owner is not None:
        if tree.forms[owner] in SELF or (tree.forms[owner] == "your" and _is_addressed(tree, owner)):
            return owner
        return _speaker(tree, owner, tree.child(owner, "poss")) if tree.forms[owner] in KIN else None
    inner = _inner(tree, at)
    return inner if inner is not None and tree.forms[inner] in SELF else None


def _is_addressed(tree: Tree, your: int) -> bool:
    """Whether "your" is the speaker's in the words of somebody else ("they told me your brother is dead")."""
    verbs = (at for at in range(your) if tree.lemma(at) in ("ask", "tell", "say"))
    return any(tree.forms[one] in ("me", "us") for at in verbs for one in range(at + 1, min(at + 3, your)))


def _inner(tree: Tree, at: int) -> int | None:
    """The noun after the "of" of the noun at `at`."""
    for preposition in tree.all_children(at, "prep"):
        if tree.forms[preposition] in ("of", "from"):
            whole = tree.forms[preposition] == "of" or tree.forms[at] in ("none", "one", "some", "many")
            return tree.child(preposition, "pobj") if whole else None
    return None


def _is_named_person(tree: Tree, at: int) -> bool:
    """Whether the noun beside a name shows that it is somebody's: Hamid, the *watchmaker*."""
    if not tree.tags[at].startswith("NNP"):
        return False
    beside = tree.child(at, "appos", "relcl")
    return beside is not None and tree.deps[beside] == "appos" and is_person(tree, beside)


def _is_who(tree: Tree, at: int) -> bool:
    """Whether the clause after the noun shows by its "who" that it is a person."""
    clause = tree.child(at, "relcl")
    return clause is not None and tree.forms[at] not in ACTORS and any(tree.forms[one] == "who" for one in tree.children[clause])


def _is_those(tree: Tree, at: int) -> bool:
    return tree.forms[at] in ("those", "these") and tree.child(at, "relcl", "acl", "prep") is not None


def _taken_up(tree: Tree, pronoun: int) -> str:
    """Whether a pronoun takes up the speaker's kin, named before it in the sentence."""
    able = MEANT_BY[tree.forms[pronoun]]
    for at in range(pronoun - 1, -1, -1):
        form = tree.forms[at]
        if form in able and form in DESCRIBED | KIN | MIGRANTS:
            own = form in KIN and _speaker(tree, at, tree.child(at, "poss")) is not None
            return "kin" if own else "other"
    return "other"
