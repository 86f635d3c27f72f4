"""Words that carry an action expressed by a noun, and whose subject does it or suffers it."""

DOING = frozenset(
    """
    use commit do make carry practise practice perpetrate inflict exert apply conduct launch perform employ exercise
    cause engage resort tell stage mount wage unleash attempt execute
    implement enforce organize organise offer provide bring utter issue
    """.split()
)
"""The subject does it: they used violence, they committed robbery."""
MAKING = frozenset(("do", "make"))
"""Of those, verbs whose "with" in interpreted English names whom it is done to: they do torture with me."""
PUTTING = frozenset("put place keep hold take throw bring leave".split())
"""Verbs that put the object under or in what is done: put under arrest, kept in detention."""
GIVING = frozenset(
    "give subject expose show offer grant submit deal deliver send promise refuse deny guarantee".split()
)
"""The subject does it to the object; of the passive the subject suffers it: they gave us a beating."""
SUFFERING = frozenset(
    """
    suffer experience face endure undergo survive receive encounter sustain bear get withstand flee escape fear
    feel meet see witness live seek request lack
    """.split()
)
"""The subject suffers or gets it: we suffered abuse, they experienced violence."""
ONLOOKING = frozenset(("see", "witness", "feel", "meet", "seek", "request", "lack", "fear", "flee", "escape"))
"""Of those, verbs whose subject need not be the one it happens to: only who does it is told by words after "from"."""
HAVING = frozenset(("have", "'ve", "need", "want"))
"""The subject gets it where the sentence says from whom: we had help from the locals."""
COMING = frozenset("come be originate arrive stem happen start become increase continue get go grow occur".split())
"""What is done comes from the one who does it: most violence comes from the police."""
SUFFERERS = frozenset(
    "prey victim victims target targets object objects survivor survivors subject subjected exposed vulnerable".split()
)
"""Words whose "of" or "to" names what the subject of the copula suffers."""
DOERS = frozenset(
    "responsible behind guilty involved engaged complicit perpetrator perpetrators author authors".split()
)
"""Words whose preposition names what the subject of the copula does."""
AMOUNTS = frozenset(
    """
    lot lots case cases act acts form forms kind kinds type types amount level levels number incident incidents
    instance instances wave history example examples plenty series series rate degree episode episodes some all much
    many most one any use report reports complaint complaints allegation allegations accusation accusations story
    stories experience experiences problem problems practice pattern patterns consequence consequences result results
    evidence sign signs testimony testimonies account accounts fear sort sorts bit little more majority threat risk
    """.split()
)
"""Nouns before "of" that only measure or frame what is done: a lot of violence, cases of torture."""

UNDERGONE = frozenset(
    """
    arrest arrests detention detentions imprisonment kidnapping kidnappings capture deportation deportations expulsion
    expulsions return returns killing killings murder murders abduction abductions pushback pushbacks push-back
    push-backs rescue release trafficking exploitation
    """.split()
)
"""Nouns whose possessor is the one it happens to: my brother's arrest, their deportation."""
OF_DOER = frozenset(
    """
    violence brutality cruelty threat threats attack attacks aggression lies lie help aid blackmail behaviour behavior
    assistance protection support fraud robbery robberies theft thefts intimidation extortion
    """.split()
)
"""Nouns whose "of" names the one who does it, where it is not the speaker's own group: the violence of the police."""
PERILS = frozenset(("risk", "danger", "threat", "fear"))
"""Nouns in which somebody lives: women are at risk of rape."""
ANSWERING = frozenset(
    """
    respond react reply answer retaliate meet greet welcome receive treat threaten punish terrorise terrorize control
    intimidate act proceed
    """.split()
)
"""Verbs whose "with" tells what the subject does to the object: they met us with violence."""
ANNOUNCING = frozenset(("threaten", "intimidate", "blackmail", "terrorise", "terrorize"))
"""Of those, verbs that announce what others may do: they threatened us with deportation."""
HANGING = frozenset(("hold", "hang", "keep"))
"""With "over" and somebody, the subject makes a threat: he held it over us."""
WAYS = frozenset(
    "answer response reaction reply method methods way policy tactic tactics habit business crime language".split()
)
"""Nouns whose possessor does what they are said to be: the guards' answer was violence."""
KEPT_IN = frozenset(("detention", "arrest", "imprisonment", "captivity"))
"""Nouns in which somebody is kept."""
CHARGING = frozenset("accuse suspect convict charge arrest blame sentence try prosecute want investigate".split())
"""Verbs whose object is said to have done it: he was accused of robbery."""
TAKING = frozenset(("theft", "thefts", "robbery", "robberies", "extortion", "stealing", "robbing", "confiscation"))
"""Nouns that are a taking from those after "from"."""
SAFETY = frozenset(("protection", "safety", "shelter", "rescue", "refuge", "escape"))
"""Nouns that are against those after "from"."""
OF_EITHER = frozenset(
    "beating beatings torture abuse assault assaults rape rapes mistreatment ill-treatment hitting".split()
)
"""Nouns whose "of" in interpreted English may name either side: a body such as the police is the one who does it."""
CHANGES = frozenset("rise increase growth decline decrease drop fall change surge spike".split())
"""Nouns before "in" that tell how what is done has changed: a rise in kidnappings by gangs."""
