"""Sentences with the matter between stars, and the values they are read with; an axis not given has its default.

Polarity, modality and source are read from the first word between stars; `matched` covers all of them.
"""

POLARITY = {
    "negation of the clause": """
        negated | They did not *beat* us.
        negated | They didn't *beat* me in the camp.
        negated | The police never *hit* anyone there.
        negated | We haven't been *beaten* by them.
        negated | I was not *robbed* on the way.
        negated | They don't *help* the sick.
        negated | The smuggler did never *lie* to us.
        negated | We were not *detained* in Serbia.
        negated | They hardly ever *beat* people.
        negated | The guards rarely *hit* women.
        negated | I cannot *sleep* here.
    """,
    "negative words": """
        negated | Nobody *beat* us.
        negated | No one *helped* us on the road.
        negated | None of them *hit* me.
        negated | Nothing was *stolen* from us.
        negated | We were *beaten* by nobody.
        negated | There was no *violence* in that camp.
        negated | We had no *problems* with the police.
        negated | They gave us no *information*.
        negated | Neither the police nor the smugglers *beat* us.
        negated | They made no *threats*.
        negated | The police took no *money* from us.
        negated | There were never any *beatings*.
        negated | We did not see any *violence*.
        negated | He escaped without a *beating*.
        negated | They let us go without *beating* us.
        negated | He got through without being *caught*.
        negated | There was not a single *attack*.
        negated | We met no *violence* on that road.
    """,
    "verbs that deny": """
        negated | They refused to *help* us.
        negated | The doctor failed to *help* him.
        negated | I managed to avoid being *caught*.
        negated | We avoided *violence*.
        negated | They denied that they *beat* him.
        negated | It is not true that they *beat* people.
        negated | They prevented him from *hitting* her.
        negated | We are safe from *attacks* here.
        negated | The camp was free from *violence*.
        negated | They left instead of *beating* us.
        negated | They shouted rather than *hit* us.
        negated | He stopped short of *hitting* me.
        negated | We could not *escape*.
        negated | They were unable to *help* us.
        negated | We escaped being *arrested*.
        negated | They forgot to *feed* us.
        negated | The lack of *help* was the worst.
    """,
    "negation from above": """
        negated | I don't think they *beat* him.
        negated | We didn't see them *beat* anyone.
        negated | They didn't want to *help* us.
        negated | We were not allowed to *leave*.
        negated | They did not try to *help*.
        negated | I don't believe that the police *hit* him.
        negated | They did not let us *eat*.
        negated | We didn't experience *violence*.
        negated | We didn't have to *pay* them.
        negated | I never heard that they *beat* women.
        negated | There was nobody who *helped* us.
        negated | I don't know anyone who was *beaten*.
        negated | We did not suffer from *violence*.
    """,
    "what does not negate": """
        affirmed | I'll never forget how they *beat* us.
        affirmed | They not only *beat* us, they also took our phones.
        affirmed | I didn't know that they *beat* people.
        affirmed | We don't understand why they *beat* us.
        affirmed | They didn't care that he was *beaten*.
        affirmed | They *beat* us not because we ran.
        affirmed | No doubt they *beat* him.
        affirmed | It is no wonder that they *beat* us.
        affirmed | I cannot deny that they *beat* him.
        affirmed | We couldn't stop them from *beating* him.
        affirmed | They never stopped *beating* us.
        affirmed | They didn't stop *beating* us.
        affirmed | We got nothing but *beatings*.
        affirmed | Not the police but the smugglers *beat* us.
        affirmed | It was not the police but the smugglers who *beat* us.
        affirmed | We didn't leave because they *beat* us.
        affirmed | We had no choice but to *pay*.
        affirmed | They *beat* us for no reason.
        affirmed | They *beat* us because we had no money.
        affirmed | They didn't fail to *beat* us.
        affirmed | He did not survive the *beating*.
        affirmed | Nobody reports the *violence*.
        affirmed | They *beat* us without mercy.
        affirmed | We couldn't walk because they had *beaten* us.
        affirmed | They *beat* him until he could not walk.
        affirmed | The men who did not pay were *beaten*.
        affirmed | No, they *beat* us.
        affirmed | I can't forget the *beatings*.
        affirmed | They *beat* people who don't have money.
        affirmed | The police *beat* us and nobody helped us.
        affirmed | They *beat* us, no matter what we said.
    """,
    "conjuncts": """
        affirmed | They *took* our phones but did not beat us.
        negated | They took our phones but did not *beat* us.
        negated | They did not *beat* or rob us.
        negated | They did not beat or *rob* us.
        negated | We had no food or *water*.
        affirmed | They didn't hit us but *took* our money.
        affirmed | They didn't beat us, they only *took* money.
        negated | They didn't *beat* us, they only took money.
        negated | They never *beat* us, and they gave us bread.
        affirmed | They never beat us, and they *gave* us bread.
        negated | There was no *violence* or theft.
        negated | There was no violence or *theft*.
        affirmed | The driver left and the police *caught* us and we did not run.
        negated | He didn't hit me or *threaten* me.
        negated | They neither *beat* nor robbed us.
        negated | They neither beat nor *robbed* us.
        negated | They did not stop and *help* us.
    """,
    "ended": """
        ceased | They used to *beat* people here.
        ceased | They no longer *beat* us.
        ceased | They don't *beat* us anymore.
        ceased | The police stopped *beating* people.
        ceased | The *violence* stopped last year.
        ceased | The *beatings* have ended.
        ceased | There is no more *violence*.
        ceased | The *attacks* have disappeared.
        ceased | They gave up *hitting* us.
        ceased | The *violence* is over.
        ceased | There is no *violence* anymore.
        ceased | They do not *rob* us any more.
        ceased | They quit *robbing* people after that.
        ceased | The police put an end to the *violence*.
    """,
    "broken English": """
        negated | They no *beat* us.
        negated | Never they *beat* me.
        negated | No *have* food.
        negated | We not *go* to camp.
        negated | Police not *coming* there.
        negated | Police no *help* us.
        negated | Nobody not *help* us.
        negated | They not *give* us nothing.
        negated | No *beating*, no problem.
        negated | Me they never *beat*.
        negated | They didn't *beating* us.
        negated | They dont *beat* us.
        negated | In this place no *violence*.
        affirmed | Police they *catch* us and beating very hard.
        affirmed | Police they catch us and *beating* very hard.
        affirmed | No money, they *beat* you.
        ceased | Now they not *beat* anymore.
        ceased | Before they *beat*, now no.
        ceased | Before there was *violence* but not now.
        negated | Smuggler he not *hit* us, only shouting.
        negated | Not *hit* me.
        negated | They was not *hitting* us.
    """,
}

MODALITY = {
    "habit": """
        habitual | They always *beat* us at the border.
        habitual | The police usually *take* the phones.
        habitual | Every time they *beat* us.
        habitual | They *beat* people every day.
        habitual | They would come at night and *beat* us.
        habitual | They would *come* at night and beat us.
        habitual | The guards would *hit* us when we cried.
        habitual | Each time they *push* us back.
        habitual | Whenever we moved they *beat* us.
        habitual | They *hit* us all the time.
    """,
    "conditions": """
        conditional | If they catch you, they *beat* you.
        conditional | If they *catch* you, they beat you.
        conditional | They will *kill* you unless you pay.
        conditional | Pay, otherwise they *beat* you.
        conditional | They would have *killed* us.
        conditional | If we had stayed they would have *beaten* us.
        conditional | In case they *catch* you, say nothing.
        conditional | They *beat* you if you do not pay.
        conditional | It would be *violence*.
        actual | They *beat* us even if we paid.
        actual | They *beat* us, if I remember correctly.
    """,
    "possibility": """
        possible | They may *beat* us.
        possible | They might *kill* him.
        possible | The police could *beat* you there.
        possible | Maybe they *beat* him.
        possible | Perhaps they were *robbed*.
        possible | There is a risk of *violence*.
        possible | You are in danger of being *robbed*.
        possible | They can *arrest* you any time.
        possible | He was probably *beaten*.
        possible | They must have *beaten* him.
        actual | We could see them *beating* people.
        actual | We could *hear* the shots.
        actual | I can *say* that they beat us.
        actual | We could not *sleep*.
    """,
    "future": """
        future | They will *beat* us.
        future | They are going to *kill* us.
        future | We expect that they will *deport* us.
        future | They'll *deport* us soon.
        future | He said he would *help* us.
        future | We are expecting more *violence*.
        future | They gonna *kill* us.
    """,
    "fear": """
        feared | We were afraid that they would *beat* us.
        feared | I was scared of being *robbed*.
        feared | We feared *violence*.
        feared | I'm worried they will *deport* me.
        feared | We were afraid of *attacks*.
        feared | I was afraid they *kill* me.
        feared | For fear of being *beaten*, we hid.
        feared | My fear is that they *deport* us.
    """,
    "intention": """
        intended | They threatened to *kill* us.
        actual | They *threatened* to kill us.
        intended | They wanted to *beat* us.
        intended | The police tried to *arrest* him.
        intended | He ordered them to *beat* us.
        intended | They came to *beat* us.
        intended | They followed us in order to *rob* us.
        intended | We ran so that they could not *catch* us.
        intended | We plan to *cross* tomorrow.
        intended | They told us to *leave*.
        intended | *Beat* him!
        intended | They should *help* us.
        intended | They threatened us with *violence*.
        actual | They managed to *rob* us.
        actual | They came and *beat* us.
        actual | They forced us to *carry* the bags.
        actual | They made us *walk* all night.
        actual | They started to *beat* us.
        actual | We had to *pay* them.
        actual | They let the dogs *bite* us.
        actual | We were forced to *work*.
        actual | He began *hitting* me.
        actual | We were made to *stand* in the rain.
    """,
    "questions": """
        asked | Did they *beat* you?
        asked | Why did they *beat* you?
        asked | They asked whether the police *beat* us.
        asked | You were *beaten* there?
        actual | They *beat* us, you know?
        actual | They *beat* us, right?
        asked | They asked me if I had been *beaten*.
        actual | They asked why we *left*.
    """,
    "broken English": """
        conditional | If we go they *beat*.
        possible | Maybe they *kill*.
        conditional | If no money they *beat* you.
        conditional | You not pay, otherwise they *beat* you.
        habitual | Every day police coming and *beating*.
        intended | They want *kill* us.
        intended | They say they want to *beat* us.
        feared | I am afraid they *catch* me.
        future | Tomorrow they will *catch* us maybe.
        intended | They try *take* our money.
        possible | Can be they *beat* you.
        conditional | If police *catch*, finish.
        habitual | Always they *beating* us.
    """,
}

SOURCE = {
    "reported": """
        reported | I heard that they *beat* people.
        reported | They say the police *beat* people there.
        reported | According to my friend, the police *beat* people.
        reported | Reportedly they *beat* him.
        reported | Allegedly the guards *robbed* him.
        reported | It is said that they *kill* people.
        reported | My friend told me that they *beat* him.
        reported | People told us about the *violence*.
        reported | There were rumours of *beatings*.
        reported | I saw on the news that they *beat* people.
        reported | He says they *beat* him.
        reported | They *beat* people, I heard.
        reported | They *beat* people there, they say.
        reported | We know from others that they *beat* people.
        reported | I have heard of *beatings* in that forest.
        reported | Apparently the police *beat* him.
        reported | He is said to have *beaten* her.
        reported | A friend of mine said the guide *robbed* him.
        reported | I read that they *deported* them.
    """,
    "witnessed": """
        witnessed | I saw them *beat* a man.
        witnessed | We witnessed *violence*.
        witnessed | I saw with my own eyes how they *beat* a man.
        witnessed | They *beat* my brother in front of me.
        witnessed | I watched them *beating* him.
        witnessed | We saw how the police *hit* an old man.
        witnessed | He was *killed* before my eyes.
        witnessed | We saw police who *beat* people.
        witnessed | I heard them *beating* him.
    """,
    "the speaker's own words": """
        unmarked | I told you they *beat* us.
        unmarked | I say they *beat* us.
        unmarked | We told the police that he *robbed* us.
        unmarked | They *beat* us.
        unmarked | They told us to *leave*.
        unmarked | We said no and they *beat* us.
        unmarked | We saw the camp and then they *beat* us.
        unmarked | They *beat* us and I told my mother.
    """,
    "broken English": """
        reported | People say police *beat* there.
        reported | My friend he say they *beat* him.
        reported | I hear they *kill* somebody.
        witnessed | I see they *beat* one man.
        witnessed | With my eyes I see how they *beat*.
        reported | He say police *take* his money.
    """,
}

EXPERIENCER = {
    "self": """
        self | They *beat* us.
        self | I was *beaten* in the forest.
        self | They *took* our phones.
        self | The smuggler *robbed* me.
        self | We *slept* outside.
        self | They took all the *money* from us.
        self | My leg was *broken*.
        self | The police *arrested* me and my friend.
    """,
    "kin": """
        kin | They *beat* my brother.
        kin | My wife was *beaten* by the police.
        kin | My children had no *food*.
        kin | They *robbed* my cousin.
        kin | Our daughter *died* there.
        kin | They broke my brother's *phone*.
    """,
    "other": """
        other | They *beat* him.
        other | The police *beat* a man.
        other | I saw them *beat* a woman.
        other | My friend was *robbed*.
        other | They *killed* an Afghan boy.
        other | We heard that she was *raped*.
        other | They *took* his phone.
        other | He *died* in front of us.
        other | We saw how the guards *hit* an old man.
    """,
    "generic": """
        generic | They *beat* people.
        generic | Migrants are *beaten* at the border.
        generic | The police *beats* everyone.
        generic | There is a lot of *violence*.
        generic | They will *beat* you.
        generic | Refugees get *robbed* there.
    """,
}

ABSENCE = {
    "a lack": """
        affirmed | We had no *food*.
        affirmed | We walked without *water*.
        affirmed | There were not enough *doctors*.
        affirmed | They didn't give us anything to *eat*.
        affirmed | There was nothing to *eat*.
        affirmed | We were *hungry*.
        affirmed | There was a lack of *food*.
        affirmed | We had only a little *food*.
        affirmed | They refused to give us *water*.
        affirmed | Nobody gave us *water*.
        affirmed | No *food*, no *water*.
        affirmed | We ran out of *water*.
        affirmed | No have *food*.
        affirmed | The *shortage* of doctors is a big problem.
    """,
    "no lack": """
        negated | We were never *hungry*.
        negated | There was no lack of *food*.
        negated | We had enough *food*.
        negated | They gave us *water*.
        negated | There was *food* in the camp.
        negated | We received *food* every day.
        negated | There is no *shortage* of doctors.
        negated | They did not *refuse* anyone.
    """,
}

DEVELOPMENT = {
    "polarity": POLARITY,
    "modality": MODALITY,
    "source": SOURCE,
    "experiencer": EXPERIENCER,
    "absence": ABSENCE,
}
