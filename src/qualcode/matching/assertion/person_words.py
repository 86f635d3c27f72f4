"""Words for persons: the speaker, kin, others, people at large; what events know of them stands there."""

from collections.abc import Iterable

from qualcode.matching.events.persons import KIN as RELATIVES


def with_plurals(words: Iterable[str]) -> frozenset[str]:
    """The nouns with their plurals."""
    return frozenset(form for word in words for form in (word, _plural(word)))


def _plural(noun: str) -> str:
    if noun.endswith("man"):
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh")) else "s")


AS_AGENT = frozenset(("i", "we"))
OBLIQUE = frozenset("me my mine myself us our ours ourselves".split())
SELF = AS_AGENT | OBLIQUE
KIN = RELATIVES | frozenset(
    "mothers fathers fiancee grandmothers grandfathers grandparent grandparents family families wives spouse sibling "
    "siblings boy girl boys girls".split()
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
NAMED = with_plurals(
    "victim survivor detainee prisoner passenger patient student resident arrival newcomer applicant orphan youngster "
    "youth elder widow worker mate asylum-seeker seeker toddler infant inhabitant villager citizen civilian algerian "
    "moroccan tunisian somali eritrean kurd palestinian bangladeshi egyptian nigerian ethiopian nepali turk arab "
    "witness inmate traveller traveler captive hostage striker deportee returnee pupil tenant".split()
) | frozenset(
    "crew sudanese colleagues neighbours neighbors ladies strangers brothers sisters roommates sister-in-law "
    "brother-in-law".split()
)
"""More words for others, which a parsed clause shows to be persons."""
OTHERS = DESCRIBED | KIN | MIGRANTS | NAMED
ACTORS = with_plurals(
    "smuggler trafficker driver guide officer soldier guard policeman organiser organizer volunteer lawyer doctor "
    "journalist activist interpreter translator criminal suspect perpetrator agent fisherman farmer shopkeeper "
    "employee trader baker hunter robber commando rescuer nurse teacher judge minister mayor director boss chief "
    "pastor priest imam businessman merchant captain sailor gunman militiaman prosecutor spokesman spokeswoman warden "
    "whistle-blower blower politician reporter owner landlord watchmaker tailor shepherd cook butcher nun monk".split()
) | frozenset(("thief", "thieves", "spokeswomen"))
"""Who mostly does things to others; they live through what is done to themselves ("they arrested the driver")."""
PERSONS = SELF | THIRD | OTHERS | ACTORS | GENERIC

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
