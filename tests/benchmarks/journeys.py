"""What the refugees and migrants of the benchmark's interviews say: clauses by subject of talk."""

HOME = {
    "home": """
        {who} worked {job} in {old_town} for {how_long}
        {who} learned {school_thing} from {kin}
        we had {number} goats and a house with {number} rooms near {old_town}
        {kin} sold {food} at {spot}
        I studied {school_thing} until I was {age}
        {kin} wanted me to study {school_thing}
        we left {home_country} {when}
        {who} left {old_town} {when} with {kin}
        there was no work in {old_town} and the prices went up {when}
        {kin} was killed {when} and the family decided that we go
        men came to our house {when} and asked for {kin}
        they threatened {kin} because he worked {job}
        the house in {old_town} was bombed {when}
        my salary was {sum} and the rent was {sum}
        we were {number} children and I am the number {number}
        {kin} stayed in {old_town} because of {kin}
        the school in {old_town} closed {when}
        {who} lived in {old_town} for {how_long} without papers
        in {old_town} {local} shouted at us to go home
        the landlord in {old_town} did not give the deposit back
        {who} borrowed {sum} from {kin}
        I still have the key of our door in {old_town}
        in the evening {kin} told stories about {subject}
        {kin} has {kids} and lives in {country} now
        we grew {food} behind the house
        I was {age} when {kin} married
    """,
    "road": """
        {who} walked from {place} to {place} {with_what}
        {who} walked {how_long} through {wild}
        {who} slept in {wild} for {how_long}
        {who} slept at {spot} {with_what}
        we crossed {river} {when} {with_what}
        {who} went from {old_town} to {town} in {vehicle}
        {who} waited {how_long} at {spot}
        from {town} {who} took {vehicle} to {spot}
        we ate only {food} and {food} for {how_long}
        {who} drank from {river} because there was no water
        {weather} and {who} lost {gear}
        {who} carried {kids} over {wild}
        {kin} fell in {wild} and hurt {body}
        the road after {town} was {opinion}
        {who} tried the game {times} from {town}
        {who} reached {town} {when}
        we were {number} people and {number} of them were children
        {who} shared {food} with {friend}
        {who} hid in {wild} when a helicopter came
        the battery was finished {when} and nobody knew the way to {town}
        {who} followed the railway until {spot}
        I counted {number} dogs on the way to {town}
        somebody drowned in {river} {when}
        {who} bought {gear} and {gear} in {town}
        the children were {feeling} and did not want to walk
        {who} washed the clothes in {river}
        we kept left of {spot} as {friend} had told us
    """,
}

HARM = {
    "smuggling": """
        {who} paid {smuggler} {sum} in {old_town}
        {smuggler} asked {sum} for each person to {country}
        {who} found {smuggler} on Facebook {when}
        {smuggler} sent a location on WhatsApp and turned off the phone
        the money stayed with a man in {old_town} until we reached {town}
        {smuggler} promised a car but {who} walked {how_long}
        {smuggler} left {us} in {wild} and went away
        {smuggler} locked {us} in a house near {town} for {how_long}
        {smuggler} took {belonging} and asked {sum} more
        {smuggler} beat {us} {hard_way} when {who} cried
        {smuggler} put {number} people in {vehicle} without air
        {smuggler} never hit {us}
        {smuggler} was correct with {us} and brought tea
        I do not trust {smuggler} because {kin} lost {sum}
        {smuggler} was from {home_country} and spoke our language
        without {smuggler} nobody reaches {country}
        the price to {country} was {sum} {when} and now it is {sum}
        {smuggler} threatened to leave {kin} behind
        {smuggler} carried a knife but did not use it
        if {who} had paid {sum}, {smuggler} would have taken {us} by car
        the driver drove like a crazy man until {spot}
        {who} worked {job} for {smuggler} until the debt was paid
        {police} arrested {smuggler} near {town} {when}
    """,
    "border": """
        {police} caught {us} near {town} {when}
        {police} beat {us} {hard_way}
        {police} took {belonging} and burned {belonging}
        {police} broke {belonging} {hard_way}
        {police} pushed {us} back to {country} {when}
        {who} was beaten by {police} {when}
        {police} did not beat {us} but took {belonging}
        {police} let the dogs bite {us}
        {police} sent {us} back over {river} at night
        {police} gave {us} {food} and called {helper}
        {police} asked for papers at {spot}
        {police} put {us} in prison for {how_long}
        {police} forced {us} to take off the shoes
        {who} told {police} that {who} wanted asylum but nobody listened
        they returned {us} {times} from {country} to {country}
        there were cameras and drones near {town}
        {police} used to hit people there but now it is calm
        I heard that {police} shot a man near {spot}
        {who} ran {how_long} when {police} came
        {police} never asked my name
        the scar on {body} is from {police}
        {police} brought {us} by bus to {shelter}
    """,
    "robbery": """
        {gang} robbed {us} near {spot} {when}
        {gang} stopped {us} in {wild} and took {belonging}
        {harmer} stole {belonging} at {spot}
        {harmer} kidnapped {friend} and asked the family for {sum}
        {harmer} beat {us} {hard_way} at {spot}
        {harmer} threatened {us} with a knife
        {local} threw stones at {us} in {town}
        {local} called the police when {who} came to {spot}
        {local} gave {us} {food} and showed the way to {town}
        {who} was robbed {times} between {town} and {town}
        {harmer} hit {kin} on {body}
        they say {gang} takes children near {town}
        {who} lost {belonging} but nobody was hurt
        {harmer} attacked {friend} {when}
        I was afraid that {gang} would come back
        {harmer} slapped {kin} {hard_way}
    """,
}

LIFE = {
    "camp": """
        the food in {shelter} was {food} every day
        {number} people slept in one room of {shelter}
        {who} waited {how_long} for {helper}
        {helper} gave {us} {gear} and {food}
        {helper} came to {shelter} every {weekday}
        there were {number} toilets for {number} people in {shelter}
        {who} played football behind {shelter}
        {helper} asked {us} about {subject}
        {kin} was sick for {how_long} and {helper} gave only a tablet
        {who} cooked {food} with {friend} on a small fire
        {who} learned {school_thing} in {shelter}
        {who} applied for asylum in {country} {when} and got no answer
        the interview for asylum was {opinion}
        {shelter} is {opinion}
        {who} talked with {friend} about {subject}
        at night it was cold and {who} burned wood
        {who} cut hair for {sum} in {shelter}
        the internet in {shelter} works {times} in a day
        {who} had a quarrel with {friend} about {food}
        {helper} translated the letter about {subject} for {kin}
    """,
    "inside": """
        {who} was {feeling} and could not sleep {when}
        {who} was {feeling} the whole time in {place}
        I think about {kin} every {weekday}
        {who} prayed at {spot}
        {kin} called {when} and asked where I am
        {who} cried because of {kin}
        I dream about {place} and wake up {feeling}
        {friend} made jokes about {subject}
        I want to go to {country} because {kin} is there
        {who} wants to work {job} in {country}
        maybe I will stay in {country} and learn {school_thing}
        it was {opinion} for {kin}
        I will never forget {place}
        I do not know what happened to {friend}
        {who} felt {feeling} when {who} saw {place}
        God helped {us} near {town}
        I told {kin} nothing about {place}
        {kin} says I became {feeling}
        if I could choose I would be {job}
        I have {number} photos of {kin} on the phone
    """,
    "small_talk": """
        {friend} taught me {school_thing} in {how_long}
        I like {food} more than {food}
        on {weekday} we listened to music with {friend}
        {kin} makes the best {food} in {old_town}
        my team won {times} in {month} {year}
        {friend} and I speak about {subject} on the phone
        the teacher of {school_thing} was a funny man from {old_town}
        I had a bicycle when I was {age} and I rode it to {spot}
        {friend} sings very well and {kin} plays the drum
        I bought {gear} for {sum} in {town}
        my shoes are number {number} and these are bigger
        {kin} collects stamps from {country}
        we watched a film about {subject} {when}
        in {month} the light in {old_town} is yellow
        {friend} can write his name in {number} languages
        the cat in {shelter} has {number} kittens
        {kin} was born on a {weekday} in {month}
        I count in my language and dream in the language of {country}
        {friend} asked me to write a letter about {subject}
        the radio spoke about {subject} {when}
    """,
    "aside": """
        I can show you {place} on the map
        you can write that it was {opinion}
        I forgot the name of the village after {town}
        sorry, what was the question about {subject}
        I told this to {helper} {when}
        the tea here is {opinion}
        I speak a little of the language of {country}
        {kin} is waiting outside with {kids}
        I do not want to talk about {subject}
        your question about {subject} is {opinion}
        let me think, it was {when}, before {place}
        this is the jacket that {friend} gave me {when}
        my phone has the pictures from {place}
        we can speak about {subject} after the tea
        I am not from {old_town}, I am from a village {number} kilometres away
        I was at {spot} when you called
    """,
}

SHORT = {
    "short": """
        first {place}, then {place} | {kin}, {kin} and {friend} | {number} days, {number} hours in {place}
        {sum}, {when}, to {kin} | {food} and {food} from {friend} | from {place} to {place}, {times}
        {kin} in {country}, {kin} in {old_town} | not {when}, {when} | {friend} and {friend} | {vehicle}, {how_long}
        between {place} and {place} | after {place}, {place} | {gear} for {sum} | with {friend}, {when}
        near {town}, {when} | {number} days in {place} | by {vehicle}, yes | with {kin} and {friend}
        only {food} | {how_long} in {wild} | not {police}, no | from {town}, {when} | for {kin}, {sum}
        maybe {how_long}, maybe more | yes, {times}, near {spot} | no, not in {place} | {when}, with {friend}
        {sum} to {smuggler} | {sum}, in {old_town} | the worst was {place} | {feeling} and {feeling}
        {kin} also | in {month}, I think, at {spot} | {opinion}, in {town} | no, never in {town}
        {number} or {number} people | {belonging} and {belonging} | because of {kin} | {gear}, {gear}
        {times} from {town} | from {town} to {town}, {how_long} | we were {feeling} in {place} | alone, {when}
    """,
    "stock": """
        yes | no | no, never | I don't know | yes, of course | thank you | what can I say | it was like this
        no problem | I don't remember | that is all | only God knows | you understand | not really
        it is finished | we had no choice | nobody helped us | they beat us | we were afraid | it is dangerous
        we had no money | okay | thanks to God | I am tired | it was very cold | we walked all night
        no, nothing | let me think | it depends | it's hard to say
    """,
}

JOURNEYS = (HOME, HARM, LIFE, SHORT)
"""Symbols of `vocabulary` are used in all of them."""
