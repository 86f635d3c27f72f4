"""Words for what is nobody: things, forces, times and situations, which neither do anything to people nor suffer it."""

from functools import cache

from qualcode.matching.events.persons import is_indefinite, is_person

_FORCES = frozenset(
    """
    storm storms rain rains snow wind winds sun heat cold frost ice fog weather flood floods fire fires flame flames
    smoke wave waves current currents sea water river earthquake earthquakes landslide landslides avalanche avalanches
    lightning thunder hurricane tornado drought tide mud dust rockfall darkness light sunlight winter summer
    """.split()
)
_ANIMALS = frozenset(
    """
    mosquito mosquitoes mosquitos insect insects flea fleas bug bugs bedbug bedbugs louse lice tick ticks snake snakes
    scorpion scorpions spider spiders bear bears wolf wolves rat rats mouse mice bee bees wasp wasps fish shark sharks
    fly flies ant ants goat goats sheep cow cows chicken chickens pig pigs
    """.split()
)
"""Animals that nobody sets on people."""
_VEHICLES = frozenset(
    """
    train trains bus buses car cars truck trucks lorry lorries van vans taxi tram trams plane planes helicopter ferry
    boat boats ship ships vehicle vehicles motorbike motorcycle motorcycles bicycle bicycles bike bikes tractor jeep
    """.split()
)
_ILLNESSES = frozenset(
    """
    illness illnesses disease diseases fever flu cold cough virus covid corona pandemic epidemic cancer diabetes asthma
    stroke pain pains hunger thirst exhaustion stress panic fear anxiety sadness trauma depression addiction alcohol
    drugs medicine infection scabies cholera malaria poison injury wound wounds
    """.split()
)
BODY = frozenset(
    """
    head heads face faces eye eyes ear ears nose mouth tooth teeth neck throat back shoulder shoulders arm arms elbow
    hand hands finger fingers chest stomach belly hip hips leg legs knee knees foot feet toe toes bone bones rib ribs
    skin heart hearts body muscle muscles lung lungs kidney ankle
    """.split()
)
"""Parts of the body: they hurt and beat, and whoever hits one hits whose it is."""
_SITUATIONS = frozenset(
    """
    crisis crises war wars accident accidents crash crashes explosion inflation price prices cost costs poverty economy
    problem problems trouble situation situations event events life lives death fate truth news story stories history
    thing things word words memory memories thought thoughts dream dreams idea ideas feeling feelings question law laws
    rule rules policy policies system systems decision decisions plan plans project projects job jobs work world
    journey trip road roads way place places distance silence noise music song songs sound sounds food time times hour
    hours day days night nights week weeks month months year years sanctions lockdown shock luck tree trees rock rocks
    branch branches
    wall walls fence fences wire door doors roof mine mines bomb electricity debt debts border borders loss losses
    """.split()
)
_WORN = frozenset(
    """
    shoe shoes sandals sneakers clothes jacket jackets coat trousers backpack backpacks chair chairs bed beds seat seats
    stairs
    """.split()
)
"""What hurts or kills somebody who wears or uses it."""
_WORKS = frozenset(
    "film films movie movies documentary documentaries video videos photo photos picture pictures book books".split()
)
WEAPONS = frozenset(
    """
    bullet bullets stick sticks baton batons knife knives gun guns rifle rifles pistol gas stone stones bottle bottles
    drone drones grenade grenades rocket rockets shell shells shot shots weapon weapons boot boots belt belts
    whip shrapnel missile missiles blow blows punch punches kick kicks
    """.split()
)
"""Things by which somebody who is not named does it: a bullet hit my friend."""
_THINGS = _FORCES | _ANIMALS | _VEHICLES | _ILLNESSES | _SITUATIONS | _WORKS | _WORN
AILING = frozenset(
    "heart panic asthma anxiety fever nerve brain epileptic cardiac drug drugs alcohol substance".split()
)
"""Before "attack", "abuse" and the like: what happens in a body or is done to it by oneself."""
STRUCK_IN = frozenset(
    """
    rain storm snow wind cold fog flood accident crash earthquake avalanche landslide traffic fall collision river sea
    """.split()
)
"""What people are caught, killed or hurt in without anybody doing it."""
INHABITED = frozenset(
    """
    camp camps village villages town towns city cities house houses home homes tent tents building buildings squat
    squats school schools church churches mosque mosques hospital hospitals shelter shelters room rooms place places
    country countries state nation region area neighbourhood district street streets shop shops bank banks office
    world population community communities crowd convoy caravan class public government team army party half rest
    """.split()
)
"""Places and bodies in which people are hit, attacked or protected."""
CARRIERS = _VEHICLES
"""What is attacked with the people in it."""
_BODIES = frozenset(
    """
    government governments organisation organisations organization organizations administration institution
    institutions association associations commission delegation mission department regiment parliament management
    community communities authority authorities security majority minority university population ministry embassy
    opposition coalition federation union corporation audience battalion legion generation nation nations resistance
    detachment contingent agency competition establishment militia cavalry infantry
    """.split()
)
"""Bodies of people whose names end like those of abstractions."""
_ABSTRACT = ("ness", "ity", "tion", "sion", "ism", "ance", "ence", "ment", "ship", "hood", "ology")
_PERSONAL = tuple(
    """
    er ers or ors ist ists ian ians ant ants ent ents ee ees man men ese ard ards ive ives ot ish cook cooks king queen
    god angel body one
    """.split()
)
"""How words for persons end that no list has: goalkeeper, pensioner, Iranian."""
_NO_PERSONS = frozenset(
    """
    number numbers paper papers letter letters computer computers matter matters corner corners order orders power
    powers dinner container containers tower towers motor mirror mirrors floor floors poster posters charger sweater
    document documents moment moments apartment apartments agreement payment event events amount accident accidents
    event tent content present restaurant plant plants knee trousers shoulder shoulders finger fingers answer answers
    paper cover error colour color odour fever bumper razor rubber powder butter barrier barriers counter ladder folder
    stone phone telephone phones bone zone interior anger danger dangers hunger weather offer shower laser meter meters
    quarter chapter register transfer ruler flower flowers sector factor factors behaviour humour labour favour harbour
    neighbourhood shot foot spot lot wish dish fish finish rubbish adjective drive archive hive dive
    """.split()
)
"""Words that end like those for persons and are none."""


def is_thing(form: str) -> bool:
    """Whether the word is known to be no person and no body of people: a crisis, the cold, a train."""
    return form in _THINGS or form in BODY or _is_abstract(form)


@cache
def may_be_somebody(form: str) -> bool:
    """Whether a common noun may name a person or people, by a list or by its ending."""
    if is_person(form) or is_indefinite(form) or form in _BODIES:
        return True
    return form.endswith(_PERSONAL) and form not in _NO_PERSONS and not is_thing(form)


@cache
def _is_abstract(form: str) -> bool:
    return form not in _BODIES and form.removesuffix("s").endswith(_ABSTRACT)
