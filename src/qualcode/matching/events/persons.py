"""Words for persons whom no codebook needs to list, and what can be told from a word: person, number, gender."""

from functools import cache

KIN = frozenset(
    """
    fathers mothers dads moms mums grandfathers grandmothers grandparents siblings fiancee nieces grandsons
    uncle uncles aunt aunts brother brothers sister sisters father mother parent parents dad mom mum son sons daughter
    daughters cousin cousins wife wives husband husbands nephew nephews niece nieces grandfather grandmother grandson
    child children kid kids fiance relative relatives baby babies bro stepfather stepmother inlaws twin twins
    """.split()
)
"""Relatives: somebody's brother is not one of his people."""
PEOPLE = frozenset(
    """
    man men woman women person persons people guy guys boy boys girl girls lady ladies
    gentleman fellow fellows dude youth youths folk folks one ones those member members crew team group groups
    boss bosses chief chiefs leader leaders head heads commander commanders chef staff personnel side
    dog dogs worker workers employee employees representative representatives associate associates partner partners
    accomplice accomplices collaborator collaborators friend friends patrol patrols unit units colleague colleagues
    helper helpers driver drivers bodyguard bodyguards guys someone somebody anyone anybody individual individuals
    adult adults
    """.split()
)
"""Words that say whose they are by their possessor: the smuggler's men, a man from the police, police dogs."""
OWN_PEOPLE = frozenset(
    "group groups man men people person boy boys girl girls guy guys ones member members folk folks".split()
)
"""With the speaker's own possessive, persons of the own group; others, such as my boss and our driver, need not be."""
EVERYBODY = frozenset(("everybody", "everyone"))
"""As targets they speak of people like the speaker."""
ANIMALS = frozenset(("dog", "dogs", "horse", "horses", "animal", "animals"))
QUANTITIES = frozenset(
    """
    some one two three four five six seven eight nine ten both all each most many several few half none any part
    number lot lots plenty majority minority couple dozen dozens hundreds thousands rest group groups bunch crowd gang
    gangs pair handful others other another those ones either neither much more kind type kinds types million percent
    band team
    """.split()
)
"""Words that count or measure those named after "of": some of the police, a group of thieves."""
_OTHERS = frozenset(
    """
    victim victims driver drivers passenger passengers doctor doctors nurse nurses teacher teachers lawyer lawyers judge
    judges journalist journalists politician politicians president minister priest imam activist activists volunteer
    volunteers citizen citizens stranger strangers foreigner foreigners neighbour neighbours neighbor neighbors
    student students manager owner owners landlord landlords employer employers family families crowd criminal
    criminals drunk drunks racist racists fascist fascists nationalist nationalists merchant merchants tourist tourists
    customer customers minor minors elder elders baby babies newcomer newcomers survivor survivors translator
    translators interpreter interpreters prisoner prisoners inmate inmates colleague colleagues roommate roommates
    afghan afghans syrian syrians iraqi iraqis iranian iranians pakistani pakistanis arab arabs kurd
    kurds albanian albanians serb serbs croat croats bulgarian bulgarians turk turks african africans moroccan
    moroccans algerian algerians indian indians bangladeshi bangladeshis muslim muslims christian christians roma
    client clients traveller travellers traveler travelers visitor visitors witness witnesses enemy enemies
    infant infants newborn newborns toddler toddlers teenager teenagers adolescent adolescents orphan orphans widow
    widows shepherd shepherds sailor sailors captain captains mayor mayors cook cooks pensioner pensioners
    official officials criminal criminals countryman countrymen fisherman fishermen
    gypsy gypsies hunter hunters farmer farmers soldier soldiers officer officers guard guards guide guides
    """.split()
)
_PERSONS = KIN | PEOPLE | _OTHERS
_INDEFINITE = frozenset(("somebody", "someone", "anybody", "anyone", "nobody", "noone", "none", "who", "whoever"))
_MALE = frozenset("man men boy boys uncle uncles father brother brothers son sons husband nephew dad guy guys".split())
_FEMALE = frozenset(
    "woman women girl girls aunt aunts mother sister sisters daughter daughters wife niece mom mum lady".split()
)
_PLURALS = frozenset(
    """
    family group couple men women people children police folk folks those policemen policewomen gunmen crew staff
    personnel them
    """.split()
)


def is_person(form: str) -> bool:
    """Whether the word is one for a person, in one of the lists of this module."""
    return form in _PERSONS


def is_indefinite(form: str) -> bool:
    """Whether the word is a pronoun for nobody in particular: somebody, nobody, whoever."""
    return form in _INDEFINITE


@cache
def is_plural(form: str) -> bool:
    """Whether the word speaks of several, by its ending or as one of the irregular ones."""
    return form in _PLURALS or form.endswith("men") or (form.endswith("s") and not form.endswith(("ss", "us", "is")))


def is_gendered_against(form: str, pronoun: str) -> bool:
    """Whether "he" or "she" cannot stand for the word: "she" for an uncle."""
    if pronoun in ("he", "him", "his"):
        return form in _FEMALE
    return pronoun in ("she", "her") and form in _MALE
