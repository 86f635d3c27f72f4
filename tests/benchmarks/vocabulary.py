"""The words that the benchmark's interviews are made of. Everybody and everything in them is invented."""

PLACES = {
    "town": """
        Bihać | Velika Kladuša | Horgoš | Subotica | Preševo | Miratovac | Gevgelija | Tabanovce | Lojane
        Sarajevo | Tuzla | Zagreb | Trieste | Edirne | Harmanli | Röszke | Šid | Sombor | Kikinda | Majdan
        Loznica | Zvornik | Bijeljina | Višegrad | Mostar | Banja Luka | Cazin | Ključ | Prijedor | Belgrade
        Niš | Pirot | Dimitrovgrad | Vranje | Bujanovac | Skopje | Kumanovo | Durrës | Shkodra | Tirana | Korçë
        Podgorica | Pljevlja | Thessaloniki | Sofia | Karlovac | Rijeka | Ljubljana | Pristina | Novi Pazar
        Ohrid | Bitola | Veles | Drvar | Sisak | Pécs | Szeged | Timișoara | Čačak | Užice | Kraljevo | Elbasan
        Vlora | Peja | Prizren | Gjakova | Zenica | Doboj
    """,
    "old_town": """
        Konya | Van | Istanbul | Izmir | Ankara | Gaziantep | Adana | Mersin | Bursa | Tehran | Isfahan | Shiraz
        Mashhad | Beirut | Athens | Patras | Kabul | Herat | Kunduz | Jalalabad | Kandahar | Peshawar | Lahore
        Gujrat | Aleppo | Homs | Idlib | Damascus | Daraa | Mosul | Erbil | Basra | Baghdad | Casablanca | Fez
        Oujda | Algiers
    """,
    "country": """
        Serbia | Bosnia | Croatia | Hungary | Macedonia | Montenegro | Albania | Kosovo | Bulgaria | Romania
        Slovenia | Greece | Turkey | Austria | Italy | Germany | France | Sweden | Spain
    """,
    "home_country": """
        Afghanistan | Syria | Iraq | Pakistan | Morocco | Iran | Algeria | India | Egypt | Nepal | Tunisia
    """,
    "river": """
        the Drina | the Una | the Sava | the Tisa | the Evros | the Korana | the Kolpa | the Vardar | the Danube
    """,
    "wild": """
        the forest | the hills | the mountain | the valley | a maize field | the swamp | a ravine | the bushes
        a dry canal | the snow | an apple orchard | the rocks | an empty quarry | the dunes
        the meadow above {town}
    """,
    "spot": """
        the bus station in {town} | a park in {town} | the market of {town} | a petrol station near {town}
        the railway line behind {town} | an old mill near {town} | a bridge outside {town}
        the bakery in {town} | a barn near {town} | a half-built house in {town}
        the last village before {town} | a tunnel close to {town} | a chapel above {town}
        the hospital in {town} | a warehouse in {old_town} | a hotel in {old_town}
        the football ground in {town} | a brick factory near {town} | the cemetery of {town}
        a garage in {town} | the harbour of {old_town} | my uncle's place in {old_town}
        a tea house in {old_town}
    """,
    "shelter": """
        the camp | the centre | the camp near {town} | a container | the big tent | an empty school
        the squat in {town} | the old factory | a stable | the second block | the family section
        a room above a shop in {town}
    """,
    "place": "{town} | {town} | {old_town} | {country} | {spot} | {spot} | {wild} | {shelter}",
}

PEOPLE = {
    "kin": """
        my brother | my cousin | my uncle | my wife | my husband | my older sister | my mother | my father
        my nephew | my little son | my daughter | my mother-in-law | my brother-in-law | my aunt
        my grandfather | our youngest
    """,
    "friend": """
        a friend from {old_town} | a boy from our street | an old man from {home_country} | a woman with {kids}
        a student from {old_town} | a tailor from {old_town} | somebody from our village
        two brothers from {old_town} | a cook called the Fat One | a teacher from {home_country}
        three men from {home_country} | a girl of {age} | a boy who spoke Turkish | an engineer from {old_town}
        a couple from {home_country} | my friend from the bus
    """,
    "kids": "a baby | two babies | three small children | a sick child | twins | a daughter of {age} | four children",
    "us": "us | me | {kin} | the boys | everybody | {friend} | all of us | the women | the families | my friends",
    "who": """
        we | we | we | I | I | I | they | he | she | {kin} | {kin} | {friend} | the children | people
        the others | some of us | my friend | the old man | everybody | our group | the women
        half of the group
    """,
    "smuggler": """
        the smuggler | the smugglers | the guide | our guide | the smuggler's driver | the agent
        an agent in {old_town} | the man we paid | the trafficker | one of the guides | the second guide
        a smuggling gang | the raber | the boss
    """,
    "police": """
        the police | the Croatian police | the Hungarian police | the border police | two officers | a policeman
        the soldiers | the border guards | a border guard | the Bulgarian police | the commandos | a patrol
        the Greek coast guard | the special police | a guard from the camp | the army | an old policeman
    """,
    "gang": """
        a gang | the mafia | some thieves | armed men | men with masks | bandits | four robbers
        a criminal group | an armed gang from {home_country} | men with knives | the kidnappers
    """,
    "local": """
        the villagers | a taxi driver | local people | a farmer | an old neighbour | a shopkeeper
        some local boys | the landlord | a hunter | the residents | a woman from the next house
        the butcher of the village
    """,
    "helper": """
        the Red Cross | a volunteer | the volunteers from {country} | a doctor | a nurse | the lawyer | a priest
        the woman from the organisation | an NGO | the social worker | a student who volunteered
        the translator
    """,
    "harmer": "{smuggler} | {police} | {police} | {gang} | {local} | they | they | he | some men | somebody | nobody",
    "officials": """
        the ministry | the commissariat | the municipality | the government | the asylum office | the courts
        the Commission | the police directorate | the border agency | the mayor | the prosecutor's office
        the Union
    """,
    "organisations": """
        our organisation | the NGOs | most partners | the agencies | the legal clinic | our field team
        the Red Cross | the UN agencies | the outreach workers | two small associations | the mobile team
        the helpline
    """,
    "movers": """
        people on the move | migrants | refugees | families | single men | unaccompanied minors
        women with children | Afghans | Syrians | Pakistanis | Moroccans | young people | newcomers
        asylum seekers | Kurds | Burundians
    """,
}

THINGS = {
    "food": """
        bread | rice | dates | tomatoes | a tin of fish | biscuits | cold beans | boiled eggs | onions
        old apples | milk | a pot of lentils | yoghurt | chickpeas | potatoes | sweet tea | half a melon
        peanuts | a chocolate | soup
    """,
    "belonging": """
        the phone | our phones | my money | the bags | my jacket | the shoes | our clothes | a power bank
        the blanket | my passport | the documents | the tent | my glasses | the sleeping bags
        a ring of my mother | the medicine
    """,
    "gear": """
        a torch | two blankets | a rope | a raincoat | a map on the phone | plastic bags | a small stove
        thick socks | a knife for the bread | a football | a notebook | a guitar with three strings
        a pair of boots | an umbrella
    """,
    "vehicle": """
        a van | a truck | a taxi | a bus | the night train | a small boat | a lorry with tomatoes
        an old Mercedes | a tractor | a refrigerator truck | a car with foreign plates | a minibus
        a goods train
    """,
    "body": """
        my leg | his back | her arm | my head | the knee | his face | my feet | the shoulder | two fingers
        my eye
    """,
    "weather": """
        it rained | it snowed | the wind was strong | it was very hot | there was fog | the night was clear
        there was ice on the road | the moon was too bright | thunder came | the mud was up to the knee
    """,
    "school_thing": """
        mathematics | English from films | carpentry | how to repair engines | sewing | the accounts of a shop
        nursing | how to bake | physics | to drive a bulldozer | poetry | tiling floors | how to keep bees
        graphic design
    """,
    "job": """
        in a bakery | on a building site | in a tailor's shop | as a barber | with sheep | in a plastic factory
        as a teacher | in my uncle's garage | in the fields | as a nurse | in a phone shop | as a driver
        in a hotel kitchen | with the carpet makers | in a call centre | as a guard in a bank
        on a fishing boat | in a stone quarry
    """,
    "subject": """
        football | the war | the prices | our mothers | food from home | the weather | marriage | politics
        films | cars | how it will be in {country} | old songs | the dead | who will cook | what the lawyer said
        the next bus
    """,
}

TIMES = {
    "number": """
        two | three | four | five | six | seven | eight | nine | ten | eleven | twelve | thirteen | fifteen
        sixteen | eighteen | twenty | twenty-two | twenty-five | thirty | thirty-five | forty | fifty | sixty
        seventy | ninety
    """,
    "age": """
        twelve | thirteen | fourteen | fifteen | sixteen | seventeen | eighteen | nineteen | twenty | nine
        seven | six
    """,
    "sum": """
        300 euros | 500 euros | 800 dollars | 1,000 euros | 1,500 euros | two thousand | three thousand euros
        4,500 | 5,000 dollars | 700 lira | a hundred euros | 60 euros | all I had | six thousand | 250 each
        nine thousand euros
    """,
    "month": """
        January | February | March | April | May | June | July | August | September | October | November
        December
    """,
    "weekday": "Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday",
    "year": "2015 | 2016 | 2017 | 2018 | 2019 | 2020 | 2021 | 2022 | 2023 | 2024",
    "when": """
        in {month} | last {month} | on a {weekday} | in {month} {year} | before Ramadan | after Eid
        in the winter | at three in the morning | around midnight | the next day | that evening | the same night
        two days later | in the spring of {year} | {number} days ago | {number} weeks after that
        before the holidays | one {weekday} | when it was still dark | at sunrise | in the beginning
        at the end of {month} | the day before {weekday} | later
    """,
    "how_long": """
        {number} days | {number} hours | {number} weeks | a whole night | almost a year | {number} months
        two winters | more than {number} hours | one long afternoon | from {weekday} until {weekday}
        maybe {number} minutes | some days
    """,
    "times": """
        once | twice | three times | {number} times | again and again | every week | many times | only one time
    """,
    "share": """
        a third | half | about {number} per cent | most | more than half | one in {number} | a large majority
        a minority | {number} out of a hundred | hardly any | a quarter | the bulk
    """,
    "period": """
        since {month} | over the last {number} months | since {year} | in the first half of {year} | this winter
        compared with {year} | since the new law | during the pandemic | after the elections in {country}
        this summer | between {month} and {month} | in the last quarter | from {year} to {year}
        since the visa change
    """,
}

MANNERS = {
    "with_what": """
        with {gear} | with {gear} and {gear} | with a little {food} | without shoes | without water
        with {friend} | with {kin} | with {number} people | with one bag | with {kids} | in the rain
        without any light | on foot | in {vehicle} | in the back of {vehicle} | slowly | one by one
        with the last battery | behind {friend}
    """,
    "feeling": """
        tired | afraid | happy | ashamed | hungry | sick | angry | calm | alone | nervous | cold | grateful
        lost | weak | very sad | confused | bored | homesick | strong again | thirsty | relieved | empty inside
        proud
    """,
    "hard_way": """
        very hard | with a stick | with their hands | on the head | like animals | in front of the children
        with belts | for nothing | until blood came | with a rifle | on {body} | without saying a word
        all night | and laughed
    """,
    "opinion": """
        good | bad | not easy | strange | normal for us | quite expensive | too far | better than before
        boring | dangerous | beautiful, really | complicated | worse than the road | noisy | clean at least
        a big mistake
    """,
    "trend": """
        increased | fell | doubled | dropped by {share} | stayed about the same | shifted to {country}
        slowed down | moved towards {town} | went up again | became hard to see | changed | halved
        peaked and then fell
    """,
    "quality": """
        weak | slow | uneven | better than its name | mostly on paper | underfunded | well meant | patchy
        decent | overloaded | improving, slowly | dependent on projects | good in {town} but not elsewhere
        invisible
    """,
}
