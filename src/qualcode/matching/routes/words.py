"""The words that journeys are told with. English only; every list may be added to.

Verbs stand in their dictionary form and count in all their forms; other words count as they are written.
"""

from functools import cache

from qualcode.matching.inflect import Part, word_forms


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# ---- verbs of movement ----------------------------------------------------------------------------------------------
# With a place right behind it, each of these says what the place is to the journey: "enter Serbia", "go Serbia".
GOING = _set(
    "go come walk travel run hike sail fly swim ride head continue proceed return journey step jump land arrive "
    "get end set start move drive make turn climb row trek march migrate sneak wander advance climb escape flee "
    "settle resettle relocate emigrate immigrate find wind"
)
ENTERING = _set("enter reach")
CROSSING = _set("cross pass transit traverse")
DRIVING = _set("drive")
"""Says what carries people only where nothing else does: they drove us in a lorry."""
LEAVING = _set("leave flee exit quit depart escape")

# Verbs that are a movement only beside one of these words.
NEEDS = {
    "get": _set("to into in inside from back across through out over"),
    "end": _set("up"),
    "set": _set("off out"),
    "start": _set("from to off towards"),
    "make": _set("it way"),
    "turn": _set("back around to"),
    "settle": _set("in"),
    "run": _set("to from into away back through across"),
    "land": _set("in on at"),
    "wind": _set("up"),
    "find": _set("ourselves myself themselves himself herself yourself"),
}

# ---- verbs of being moved -------------------------------------------------------------------------------------------
# Always against one's will.
EXPELLING = _set("deport expel push readmit extradite repatriate evict")
# Against one's will where it is the police who do it, or where it is "back": take, take back.
CARRYING = _set(
    "take bring transport carry transfer move send drive return escort guide lead smuggle put drop ship deliver "
    "dump throw kick remove drag hand fly ferry turn walk march bus force get give release abandon leave pull "
    "accompany pick load pile cram"
)
PERSONS = _set("me us him her them you people everyone everybody")
"""Who is moved, where it is said in one word right behind the verb."""

AUTHORITIES = _set(
    "police policeman policemen officer officers soldier soldiers army military commando commandos guard guards "
    "patrol patrols authority authorities gendarme gendarmes frontex cop cops government state states ministry "
    "inspector inspectors militia court"
)
CAUGHT = _set(
    "caught catch catches arrested arrest detained found stopped handcuffed captured forced forcibly collected "
    "gathered seized grabbed intercepted"
)
"""After these, "they" who take somebody away are the authorities."""
SMUGGLERS = _set(
    "smuggler smugglers guide guides agent agents trafficker traffickers driver drivers rahbar rehber network "
    "networks facilitator facilitators"
)

VEHICLES = _set(
    "truck trucks lorry lorries boat boats bus buses taxi taxis train trains car cars van vans plane planes ferry "
    "ferries ship ships minibus minibuses"
)
"""Where one of these goes, those inside it travel."""

# ---- nouns ----------------------------------------------------------------------------------------------------------
# A way from one place to another; both must be named.
WAYS = _set(
    "way ways route routes road roads path paths journey journeys trip trips travel passage crossing crossings "
    "corridor corridors entry entries transit flight flights drive ride rides walk walks movement movements"
)
EXPULSIONS = _set(
    "deportation deportations pushback pushbacks readmission readmissions expulsion expulsions removal removals "
    "repatriation transfer transfers"
)
GAMES = _set("game games attempt attempts try tries")
"""An attempt at a border, in the words of those who make it."""
PLANS = _set("plan plans goal destination aim target dream wish intention hope idea purpose final")
DURATIONS = _set("day days hour hours week weeks month months year years night nights minute minutes time times")
CLOSED = _set("closed close shut blocked sealed dead impossible stopped abandoned")
"""Said of a way, it is not travelled any more."""
LOCKED = _set("closed shut blocked sealed impossible")
"""Said of a country, nobody is there."""

# ---- what stands before a verb --------------------------------------------------------------------------------------
FEW = _set("few fewer hardly barely rarely seldom scarcely")
"""Before those who travel: almost nobody does, unless "a" stands before it."""
NOT = _set(
    "not n't never no without neither nor nobody hardly barely rarely seldom dont didnt cant wont cannot instead"
)
WILL = _set("will 'll wo shall gonna wanna")
WOULD = _set("can ca could may might should would 'd must ought maybe perhaps probably if unless whether")
"""Possible, advised or conditional: nobody says that it is done."""
INTENDING = _set("want plan hope wish intend dream aim decide prefer expect think like love prepare wait ready")
TRYING = _set("try attempt fail struggle")
SUCCEEDING = _set(
    "manage able succeed start begin continue keep have had has having need use get force make let help allow be "
    "been go went finish end up"
)
"""What may stand between the subject and the verb without changing that it is done."""
WHEN = _set("when until once before whenever as while")
COMPELLING = _set("force make compel oblige")
ORDERING = _set("tell order ask invite advise promise agree offer")
LASTING = _set("take need walk use cost spend travel drive hike sail ride run continue come go cross pass stop manage")
"""Before "to reach", "to cross": it was reached."""
ADVERBS = _set(
    "then also just only really finally again now soon always still already first later directly all both even "
    "ever usually mostly often mainly sometimes eventually simply together back next immediately afterwards "
    "slowly simply therefore so and but alone secretly illegally irregularly legally either once twice quickly "
    "normally generally actually even straight on further"
)

PRESENT = _set("am 'm is 's are 're im i'm we're")

# ---- who travels ----------------------------------------------------------------------------------------------------
FIRST = _set("i we me us myself ourselves im i'm we're we've i've ive")
MINE = _set("my our")
THIRD = _set("they he she them him her")
SUBJECTS = _set("they he she")
COMPANY = _set("group groups")
"""With "our" before it, the speaker is among them."""
TRAVELLERS = _set(
    "people person persons migrant migrants refugee refugees man men woman women child children kid kids boy boys "
    "girl girls family families guy guys group groups minor minors seeker seekers traveller travellers traveler "
    "travelers friend friends brother brothers sister sisters cousin cousins uncle aunt son sons daughter "
    "daughters husband wife father mother parents nephew relative relatives colleague everyone everybody someone "
    "somebody anyone some most many others other those all majority half number numbers nobody who that one ones "
    "you newcomers arrivals beneficiaries clients client passengers passenger youth adults individuals nationals "
    "citizens mothers fathers afghan afghans syrian syrians pakistani pakistanis iraqi iraqis iranian iranians "
    "moroccan moroccans algerian algerians tunisian tunisians indian indians bangladeshi bangladeshis kurd kurds "
    "kurdish turk turks turkish albanian albanians somali somalis eritrean eritreans egyptian egyptians cuban "
    "cubans burundians nepali nepalis arabs palestinian palestinians africans unaccompanied few several hundreds "
    "thousands dozens nationalities"
)

NATIONS = _set("nationality nationalities nationals citizens origin origins")
"""Beside one of these, countries are those that people come from."""
STATIONS = _set("country countries place places stop stops city cities stations order sequence")
"""Before a list of places these say that it is a way: the countries were Iran, Turkey and Greece."""
HEADING = (
    TRAVELLERS
    | MINE
    | _set(
        "now today it he she is was were are been be : , ; - – this that like so first always usually mostly mainly "
        "the through went goes go follows following then i we they people you took take takes used use travelled "
        "traveled came passed of for"
    )
)
"""What may stand between such a word and the first place."""
GENERIC = _set("people they them migrants refugees most families everybody everyone")
USUAL = _set("usually normally mostly generally mainly nowadays")
COMING = PLANS | _set("tomorrow tonight soon inshallah")
"""Before a list of places without a verb: who goes that way, that it is the usual one, that it is still to come."""

# ---- prepositions, and what may stand between them and a place ------------------------------------------------------
FROM = _set("from")
TO = _set("to into onto toward towards until till untill unto")
THROUGH = _set("through via across over thru trough throught by")
AT = _set("in at inside on within")
AFTERWARDS = _set("after")
SETTING_OFF = _set("leave head depart set start")
"""Only with these "for" leads to a goal: left for Serbia."""
ARRIVING = _set(
    "arrive come get enter reach land end cross return go bring take transfer transport settle resettle relocate "
    "emigrate put deport push send find"
)
SETTING_DOWN = _set("leave dump drop abandon throw")
"""The same, where somebody is moved: they left us in Serbia."""
"""With these, "in Serbia" right behind is where they arrive."""
BESIDE = _set("near")
OTHERWISE = _set("around about between beside before than like against behind without of with since during outside for")
"""Before a place these make it no stop of the journey."""
OPENERS = _set(
    "the a an this that our my their his her its your one same first second other next whole northern southern "
    "western eastern north south west east central upper lower mainland big small capital green european "
    "neighbouring border borders city town village camp centre center side island islands country place area "
    "region crossing jungle forest mountains mountain state fence line called named directly straight back just "
    "only again also already even all direct outskirts suburbs suburb airport port edge surroundings prison first "
    "finally almost towards here there home up down on inside"
)
BORDERS = _set("border borders line fence frontier side")
THEN = _set("then after later next finally afterwards first second third again second")
LINKS = _set(
    ", ; - – — → > / and & or then after later next finally afterwards that this again also to . ... … : 'and end "
    "lastly now"
)
"""What may stand between the places of a list."""

# ---- sentences ------------------------------------------------------------------------------------------------------
ANEW = (
    "before that", "before this", "first time", "second time", "third time", "last time", "another time", "one time",
    "other time", "years ago", "year ago", "months ago", "in the past", "originally", "previously", "earlier",
)  # fmt: skip
"""The story jumps: where the speaker was last says nothing of where this begins."""
SOON = _set("maybe perhaps tomorrow next soon inshallah")
"""Beside a try in the present, it is still to come."""
PASSING = _set("be hide stay sleep wait rest remain spend stop stick")
"""Said with how long, the place is one on the way: "in Serbia we were two months". Living and working is none."""
QUANTIFIERS = _set("all both one ones that who some many several few half number you")
DWELLING = PASSING | _set("live work")
"""What came "before we left for Serbia": then they did leave."""
ARRIVED = _set("morning dawn after later finally suddenly eventually")
"""Before "we were in Serbia" these say that somebody came there."""
OTHERS = _set("others")
THE_OTHERS = _set("other rest")
"""Who goes another way than those before: some to Hungary, others to Croatia."""
PHASES = _set("finish finished finishes end ended come comes coming start starts begin begins came")
"""Right behind a place that has no other verb: "Bulgaria finish, Serbia come"."""
STAYING = _set("stay live sleep wait work rest remain arrest catch detain stop")
"""With a place right behind it, as in "I stay Greece two year", somebody is in that place."""
WAITING = _set("wait expect prepare ready like love think prefer")
"""Words of wishing that say nothing against being in a place."""
BREAKS = _set(", ; and or then but because after where until when")
"""Where what belongs to one verb ends."""
SAY = _set("say says said saying tell tells told think thinks thought")
INSTEAD = _set("or but maybe")
"""Before a second thing that is meant: it does not follow on the first."""
ONWARD = _set("then there onward onwards continue continues on they after next later afterwards")
"""In talk about people in general: this sentence follows on the one before."""
SAYING = ("he says", "she says", "he is saying", "she is saying")
"""The interpreter speaks, and "he" or "she" is the respondent."""
NO_MODE = _set("station stop stops driver drivers ticket tickets terminal park company owner hotel")
"""Behind a word of a mode these make it no way of travelling: a bus station."""


@cache
def verb_forms(kind: str) -> dict[str, str]:
    """Form to dictionary form of every verb of one of the lists above, by the list's name."""
    verbs: frozenset[str] = globals()[kind]
    return {form: verb for verb in sorted(verbs) for form in word_forms(verb, part=Part.VERB)}
