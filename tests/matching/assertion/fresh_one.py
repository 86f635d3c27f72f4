"""Sentences written after the first development table was met; read once and reported, then joined to development."""

POLARITY = {
    "plain": """
        negated | The driver did not *abandon* the families.
        negated | I have never been *deported*.
        negated | Nobody has been *arrested* for that.
        negated | The ministry has not *funded* a single shelter this year.
        negated | None of the women *reported* it.
        negated | We had neither money nor *documents*.
        negated | She said nothing about *violence*.
        negated | There wasn't any *abuse* in that house.
        negated | The guide hasn't *cheated* any of us so far.
        negated | Hardly anyone *helps* them there.
        negated | At no point did the officers *threaten* us.
        negated | It never came to a *fight*.
        negated | No harm was *done* to the children.
        negated | Without *papers* we could not rent a room.
        negated | They won't *accept* our asylum claims.
        negated | Not one of the guards *hit* us.
        negated | He denies *beating* the boy.
        negated | I doubt that they *beat* him.
        negated | The allegations of *torture* are false.
        negated | We have yet to *receive* an answer.
        negated | The police kept us from *crossing*.
        negated | He was spared the *beating*.
        negated | The doctor would not *see* us.
        negated | My cousin escaped *arrest*.
        negated | I had no contact with *smugglers*.
        negated | The smugglers never let us *sleep*.
        negated | I have not heard of any *pushbacks* here.
        negated | It's not that they *beat* us.
        negated | We could hardly *breathe*.
    """,
    "affirmed": """
        affirmed | It wasn't only the police who *robbed* us.
        affirmed | We cannot forget what they *did* to him.
        affirmed | There is no question that they *torture* people.
        affirmed | Without any reason the police *hit* my friend.
        affirmed | They *arrested* him although he had done nothing.
        affirmed | The officer who didn't speak English *slapped* me.
        affirmed | We did not report it because they had *threatened* us.
        affirmed | Despite having no money we *crossed* the river.
        affirmed | Not only did they *take* our money, they broke our phones.
        affirmed | They *beat* him so hard that he could not stand.
        affirmed | I don't regret that we *left*.
        affirmed | He didn't say why they *arrested* him.
        affirmed | Nobody knows how many people *drowned*.
        affirmed | We had nothing left after the *robbery*.
        affirmed | She can't sleep since the *attack*.
        affirmed | They *catch* us, no water, no food, nothing.
        affirmed | They didn't just *push* us, they used dogs.
        affirmed | The *violence* never stops.
        affirmed | The police do not stop the *violence*.
        affirmed | It isn't the army that *deports* people.
        affirmed | I can't believe they *hit* a child.
        affirmed | The boys who could not run were *caught*.
        affirmed | They *left* us in the forest without food.
        affirmed | They *robbed* us, but not the women.
    """,
    "ended": """
        negated | The pushbacks have stopped, nobody is *pushed* back now.
        ceased | We stopped *using* that route in spring.
        ceased | The organisation no longer *provides* meals.
        ceased | The *funding* ended in March.
        ceased | People used to *cross* there.
        ceased | There are no longer any *attacks*.
        ceased | The *raids* are finished.
        ceased | Smugglers don't *use* the bridge any longer.
        ceased | They have ceased *helping* single men.
        ceased | Before they *hit* us, now not.
    """,
    "broken English": """
        negated | Smuggler no *tell* us true.
        negated | Doctor not *come*.
        negated | Me I not *see* police hitting.
        negated | Nobody he *help* me.
        negated | They no give *food*.
        negated | I no *understand* nothing.
        negated | Police never no *touch* us there.
        negated | In Bulgaria they not *hit*, only in Croatia.
        affirmed | In Bulgaria they not hit, only *hit* in Croatia.
        affirmed | No water, no sleep, police *beating*.
        affirmed | They *take* money, not give back.
        negated | They take money, not *give* back.
        negated | I am not *afraid* from police.
        negated | For me not *happen* this.
        ceased | Now no more *beating*.
        ceased | Before good *help*, now finish.
    """,
}

MODALITY = {
    "all": """
        future | The new law will *change* everything.
        conditional | If you don't pay, the driver *leaves* you in the forest.
        conditional | Unless you *pay* them, you stay in the house.
        possible | It is possible that they *sell* the phones.
        possible | There might be some *corruption* at the border.
        possible | He may have been *killed*.
        feared | My mother was worried that the smugglers would *kidnap* me.
        feared | People fear *retaliation* from the gang.
        feared | She is scared to be *deported*.
        intended | The guide promised to *help* us.
        intended | They were planning to *rob* us.
        intended | I want to *work* in Germany.
        intended | The boss ordered the men to *hit* him.
        intended | We hid in the truck to *cross* the border.
        intended | He threatened he would *kill* my brother.
        intended | Smugglers attempted to *rape* her.
        intended | They asked us to *pay* more.
        actual | The policeman managed to *catch* two of us.
        actual | They ended up *beating* everybody.
        actual | She was forced to *marry* him.
        actual | He went and *hit* the boy.
        actual | They kept *kicking* me.
        actual | I had to *sleep* in the park.
        actual | We were able to *cross* on the third night.
        actual | The dogs were used to *bite* people.
        actual | They caused him to *fall*.
        habitual | Normally the guards *take* the phones first.
        habitual | Every night somebody was *robbed*.
        habitual | In those days soldiers would *stop* us and search our bags.
        habitual | They often *threaten* families.
        asked | Have you ever been *beaten*?
        asked | How did the smugglers *treat* you?
        asked | The officer wanted to know whether we had *paid* someone.
        asked | They wondered if he had been *hit*.
        conditional | They would have *drowned* without the fishermen.
        conditional | Had we stayed, they would have *shot* us.
        possible | You can get *robbed* on that road.
        conditional | The men could have *killed* us.
        possible | I think maybe he *died*.
        future | The government is going to *close* the camp.
        future | The agency expects that arrivals will *rise*.
        future | He is about to be *deported*.
        intended | The plan was to *cross* at night.
        intended | They said they will kill us in order to *scare* us.
        actual | They took us to a house and *locked* us up.
        actual | We saw them *crossing*.
        actual | When they saw us, they *started* shooting.
        actual | They *hit* us to get money.
        actual | They *beat* him because he wanted to escape.
        actual | I want to say that they *beat* us.
        actual | The police who were going to deport us *hit* my friend.
        intended | The state should *protect* these people.
        conditional | Otherwise they *send* you back.
        possible | Perhaps the guide *lied*.
        asked | Who *beat* you?
        feared | We didn't go out for fear of *attacks*.
        feared | I was so afraid they would *shoot*.
        future | Tomorrow we will be *beaten* again.
        actual | It was hard to *find* food.
        actual | They *beat* us as if we were animals.
    """,
    "broken English": """
        conditional | If you no pay they *cut* finger.
        conditional | You go this way, if police see they *beat*.
        possible | Maybe police *take* you, maybe no.
        intended | They want *take* my son.
        intended | He say I *kill* you.
        future | They will *sending* us back.
        habitual | All time they *shouting*.
        habitual | Every day same, police *come*.
        feared | I have fear they *send* me back.
        actual | They start *beat* us.
        actual | They make us *sit* in the snow.
        actual | We must *pay* one thousand.
        conditional | If you have not money they *leaving* you.
        asked | Why they *beat* us?
        possible | Can *happen* anything in forest.
    """,
}

SOURCE = {
    "all": """
        reported | Some people said that the guide *raped* a girl.
        reported | From what I hear, they *beat* everyone.
        reported | As far as I have heard, they *push* people back.
        reported | The organisation reports that guards *use* dogs.
        reported | My cousin told me they *shot* somebody.
        reported | We were told that people *die* in that river.
        reported | There are stories about smugglers who *rape* women.
        reported | Many migrants report *violence* by the police.
        reported | According to the report, *pushbacks* have increased.
        reported | He claimed to have been *tortured*.
        reported | They were allegedly *beaten* by soldiers.
        reported | I read in the newspaper that they *closed* the camp.
        reported | Others told us the police *steal* money.
        reported | The boy told me about the *beating*.
        reported | Supposedly they *sell* people.
        witnessed | I saw a man being *beaten* by three officers.
        witnessed | I have seen the police *hit* children.
        witnessed | With my own eyes I saw them *shoot*.
        witnessed | We watched how they *burned* the tents.
        witnessed | My husband was *hit* in front of me and the children.
        witnessed | I witnessed the *beating* of a boy.
        witnessed | We heard people *screaming*.
        unmarked | I told the police that they *robbed* me.
        unmarked | They said nothing and *beat* us.
        unmarked | I never said they *beat* me.
        unmarked | We saw the lights and *ran*.
        unmarked | The smuggler told us to *wait*.
        unmarked | They *beat* the man who told on them.
        reported | Friend tell me they *take* everything there.
        reported | I listen from other people they *kill*.
        reported | He said me police *beat* him.
        witnessed | I see police *beating* small children.
    """
}

EXPERIENCER = {
    "all": """
        self | The guards *kicked* me in the stomach.
        self | They stole everything from our *bags*.
        self | We were *pushed* back five times.
        self | He *cheated* us.
        self | I *lost* all my money.
        self | The police took my *phone* and my shoes.
        kin | The smugglers *kidnapped* my sister.
        kin | My son was *bitten* by a dog.
        kin | They *hit* my husband in front of me.
        kin | My parents have been *threatened*.
        other | One boy was *shot* in the leg.
        other | They *arrested* my friend.
        other | They *beat* an Iraqi man.
        other | Her husband was *killed*.
        other | The soldiers robbed them and *beat* them.
        other | I know a woman who was *raped*.
        generic | Many people were *robbed* there.
        generic | *Pushbacks* happen every day.
        generic | The police *beat* you if you run.
        generic | Smugglers *cheat* migrants.
        generic | They *torture* refugees.
        generic | Everyone gets *beaten* there.
    """
}

ABSENCE = {
    "all": """
        affirmed | There was never any *heating*.
        affirmed | We did not get any *medicine*.
        affirmed | The camp has no *doctor*.
        affirmed | We spent three days without *food*.
        affirmed | Nobody gave us *blankets*.
        affirmed | There isn't enough *water* for everybody.
        affirmed | People are *hungry* there.
        affirmed | They gave only one bottle of *water* for ten people.
        affirmed | They *refused* to give us water.
        affirmed | No *doctor* no *food* there.
        affirmed | There are few *lawyers*.
        affirmed | The *lack* of information is terrible.
        negated | They always gave us *food*.
        negated | We were not *thirsty*.
        negated | There are doctors and *medicine*.
        negated | They brought *blankets* for us.
        negated | We never lacked *food*.
        negated | There was no *hunger*.
        negated | The Red Cross distributed *food*.
        negated | Nobody *starved*.
    """
}

FRESH = {
    "polarity": POLARITY,
    "modality": MODALITY,
    "source": SOURCE,
    "experiencer": EXPERIENCER,
    "absence": ABSENCE,
}
