"""Texts of one to four sentences, written for these tests: lists, stays on the way, others, returns, denials.

Legs are written as in route_sentences.py. What a key informant says is marked: their own "we" does not travel.
"""

INFORMANT = True

READ = (
    ("Walking, walking, ten days, Bulgaria finish, Serbia come.", "Bulgaria > Serbia by foot"),
    (
        "Turkey, then Greece, then Macedonia, then Serbia.",
        "Türkiye > Greece; Greece > North Macedonia; North Macedonia > Serbia",
    ),
    (
        "After Turkey Bulgaria, after Bulgaria Serbia, after Serbia here Bosnia.",
        "Türkiye > Bulgaria; Bulgaria > Serbia; Serbia > Bosnia and Herzegovina",
    ),
    (
        "My route: Pakistan, Iran, Turkey, Bulgaria, Serbia.",
        "Pakistan > Iran; Iran > Türkiye; Türkiye > Bulgaria; Bulgaria > Serbia",
    ),
    (
        "Iraq first, then Turkey, then Greece, Albania, Montenegro.",
        "Iraq > Türkiye; Türkiye > Greece; Greece > Albania; Albania > Montenegro",
    ),
    ("The countries were Iran, Turkey, Greece and Albania.", "Iran > Türkiye; Türkiye > Greece; Greece > Albania"),
    (
        "Kabul - Nimruz - Tehran - Van - Istanbul, all with smugglers.",
        "Kabul > Nimruz; Nimruz > Tehran; Tehran > Van; Van > Istanbul",
    ),
    (
        "Afghanistan, Iran, Turkey. After that Bulgaria. After that Serbia.",
        "Afghanistan > Iran; Iran > Türkiye; Türkiye > Bulgaria; Bulgaria > Serbia",
    ),
    ("It was first Greece, later Albania, and in the end Montenegro.", "Greece > Albania; Albania > Montenegro"),
    (
        "For most people the route is Turkey, Bulgaria, Serbia, Hungary.",
        "Türkiye > Bulgaria others; Bulgaria > Serbia others; Serbia > Hungary others",
        INFORMANT,
    ),
    ("In Serbia we were two months. In Bosnia one year.", "Serbia > Bosnia and Herzegovina"),
    (
        "We reached Athens in May. Then Thessaloniki, then Skopje.",
        "? > Athens; Athens > Thessaloniki; Thessaloniki > Skopje",
    ),
    ("I left Syria in 2019. Turkey two years. Then Greece by boat.", "Syria > Türkiye; Türkiye > Greece by boat"),
    (
        "We crossed to Serbia. There we stayed for a month. Afterwards we went on to Bosnia.",
        "? > Serbia; Serbia > Bosnia and Herzegovina",
    ),
    ("Some go to Hungary, others to Croatia.", "? > Hungary others; ? > Croatia others"),
    (
        "From Serbia some people go to Bosnia and others go to Romania.",
        "Serbia > Bosnia and Herzegovina others; Serbia > Romania others",
    ),
    ("We found ourselves in Bulgaria after a night in the forest.", "? > Bulgaria"),
    ("From Greece I ended up in Albania, and from Albania I made it to Kosovo.", "Greece > Albania; Albania > Kosovo"),
    ("We got to Edirne by bus and from Edirne to Sofia in a van.", "? > Edirne by bus; Edirne > Sofia by car"),
    ("After three days on the mountain we were in Montenegro.", "? > Montenegro"),
    (
        "We walked from Bihać to Slovenia. They returned us to Croatia, and the Croatians to Bosnia.",
        "Bihać > Slovenia by foot; Slovenia > Croatia forced; Croatia > Bosnia and Herzegovina forced",
    ),
    ("Few people travel through Romania.", ""),
    ("Hardly anyone goes to Kosovo now.", ""),
    ("Serbia to Hungary not possible. We go to Bosnia.", "? > Bosnia and Herzegovina"),
    (
        "I was born in Aleppo. My family lives in Turkey. I came from Lebanon to Cyprus by boat.",
        "Lebanon > Cyprus by boat",
    ),
    ("I worked six years in Iran. I never saw Greece.", ""),
    ("My sister is in Sweden and my brother is in Austria.", ""),
    ("The Afghan boys in Belgrade sleep in the park.", ""),
    ("I waited in Tuzla all winter and then took the bus to Bihać.", "Tuzla > Bihać by bus"),
    ("The Hungarian soldiers put us in a car and left us in Serbia.", "? > Serbia by car forced"),
    (
        "From Slovenia to Croatia police car, from Croatia to Bosnia police van.",
        "Slovenia > Croatia by car forced; Croatia > Bosnia and Herzegovina by car forced",
    ),
    ("Romanian police catch us, give us to Serbia.", "? > Serbia forced"),
    (
        "In Zagreb the police arrested my friend and deported him to Bosnia.",
        "Zagreb > Bosnia and Herzegovina forced others",
    ),
    (
        "The officers drove the family from Subotica to the camp in Preševo.",
        "Subotica > Preševo by car forced others",
        INFORMANT,
    ),
    (
        "My plan: Serbia, Hungary, Austria.",
        "? > Serbia intended; Serbia > Hungary intended; Hungary > Austria intended",
    ),
    ("I am in Sarajevo. I hope to get to Germany.", "Sarajevo > Germany intended"),
    ("We tried many times from Šid to enter Croatia by train, they always found us.", "Šid > Croatia by train tried"),
    (
        "From here I want to go to Slovenia, and from there to France.",
        "? > Slovenia intended; Slovenia > France intended",
    ),
    ("The trucks go from Patras to Bari and people hide in them.", "Patras > Bari by lorry others", INFORMANT),
    ("Afghans mostly fly from Tehran to Belgrade.", "Tehran > Belgrade by plane others", INFORMANT),
    (
        "They pay three hundred euros for the car from Serbia to Bosnia.",
        "Serbia > Bosnia and Herzegovina by car others",
        INFORMANT,
    ),
    (
        "Usually it is Turkey to Greece by boat, then Macedonia on foot.",
        "Türkiye > Greece by boat others; Greece > North Macedonia by foot others",
        INFORMANT,
    ),
    (
        "The river Drina is what separates Serbia and Bosnia. People swim across to Bosnia.",
        "? > Bosnia and Herzegovina by swimming others",
        INFORMANT,
    ),
    (
        "I fled Eritrea, crossed Sudan, and got to Libya; from Libya a boat brought me to Malta.",
        "Eritrea > Sudan; Sudan > Libya; Libya > Malta by boat",
    ),
    ("After leaving Iraq I spent a month in Turkey before crossing to Greece.", "Iraq > Türkiye; Türkiye > Greece"),
    (
        "By bus we travelled to Thessaloniki, by train to Idomeni, and on foot into Macedonia.",
        "? > Thessaloniki by bus; Thessaloniki > Idomeni by train; Idomeni > North Macedonia by foot",
    ),
    ("Having crossed Bulgaria on foot, we reached Serbia in June.", "? > Bulgaria by foot; Bulgaria > Serbia"),
    ("We did not stop in Montenegro but went straight from Albania to Bosnia.", "Albania > Bosnia and Herzegovina"),
    ("Not through Hungary, we went through Croatia to Slovenia.", "? > Croatia; Croatia > Slovenia"),
    (
        "I go Turkey with my uncle, uncle stay, I go alone Greece, Macedonia, Serbia.",
        "? > Türkiye; Türkiye > Greece; Greece > North Macedonia; North Macedonia > Serbia",
    ),
    (
        "Pakistan to Iran car, Iran to Turkey walking, Turkey to Greece boat.",
        "Pakistan > Iran by car; Iran > Türkiye by foot; Türkiye > Greece by boat",
    ),
    (
        "I was in Turkey three years, in Greece eight months, in Macedonia only two days, and now Serbia.",
        "Türkiye > Greece; Greece > North Macedonia; North Macedonia > Serbia",
    ),
    ("Our road: Kunduz, Kabul, Nimruz, Iran.", "Kunduz > Kabul; Kabul > Nimruz; Nimruz > Iran"),
    ("The road we took was Sofia, Niš, Belgrade and Sombor.", "Sofia > Niš; Niš > Belgrade; Belgrade > Sombor"),
    ("Turkey finish, Bulgaria start, only forest.", "Türkiye > Bulgaria"),
    ("Iran-Turkey-Greece-Albania, this is how I come.", "Iran > Türkiye; Türkiye > Greece; Greece > Albania"),
    (
        "Today the usual path is Greece, Albania, Montenegro, Bosnia.",
        "Greece > Albania others; Albania > Montenegro others; Montenegro > Bosnia and Herzegovina others",
        INFORMANT,
    ),
    ("After Bulgaria, Serbia. After Serbia, Hungary.", "Bulgaria > Serbia; Serbia > Hungary"),
    (
        "We slept one week in Istanbul. Then the agent brought us to Edirne. After that Bulgaria.",
        "Istanbul > Edirne; Edirne > Bulgaria",
    ),
    (
        "My brother and I were in Athens for six months. We flew to Milan with false passports.",
        "Athens > Milan by plane",
    ),
    ("I spent the winter in Sofia. In spring I crossed over to Serbia and stayed in Pirot.", "Sofia > Serbia"),
    (
        "One group walked to Hungary, the others took a train to Zagreb.",
        "? > Hungary by foot others; ? > Zagreb by train others",
        INFORMANT,
    ),
    ("Some continue to Bosnia, some to Romania.", "? > Bosnia and Herzegovina others; ? > Romania others", INFORMANT),
    (
        "From Subotica many try to get to Hungary, others return to Belgrade.",
        "Subotica > Hungary tried others; Subotica > Belgrade others",
        INFORMANT,
    ),
    ("On the fifth night we reached a village in Serbia.", "? > Serbia"),
    ("Eventually I made my way to Trieste, where I found a bed.", "? > Trieste"),
    ("It took us four days to get from Skopje to Belgrade.", "Skopje > Belgrade"),
    ("Police push back to Serbia, we try again, push back to Serbia.", "? > Serbia forced; ? > Serbia forced"),
    ("Then again to Bosnia, because the police returned us from Croatia.", "Croatia > Bosnia and Herzegovina forced"),
    (
        "They took us to Karlovac and then dropped us at the Bosnian border.",
        "? > Karlovac; Karlovac > Bosnia and Herzegovina",
    ),
    (
        "Austria sent him back to Bulgaria, and from Bulgaria he came here, to Serbia.",
        "Austria > Bulgaria forced others; Bulgaria > Serbia others",
    ),
    ("There are few who go to Albania.", "", INFORMANT),
    ("We avoided Romania and went from Bulgaria to Serbia.", "Bulgaria > Serbia"),
    ("Not Hungary, Bosnia. From Serbia to Bosnia on foot.", "Serbia > Bosnia and Herzegovina by foot"),
    ("I lived in Tehran until I was twenty. My parents are still in Mashhad.", ""),
    ("We rented a flat in Thessaloniki and I worked there in a restaurant.", ""),
    ("The police in Bulgaria were the worst, in Serbia it is better.", ""),
    ("I know Hungary only from the stories.", ""),
    ("My uncle in Vienna paid the smuggler for us.", ""),
    ("A Syrian family from Idlib lives in our camp.", "", INFORMANT),
    ("From Sombor, we will go on to Hungary with the same smuggler next week.", "Sombor > Hungary intended"),
    (
        "First to Trieste, then to Milan, then to Calais, that is the plan.",
        "? > Trieste intended; Trieste > Milan intended; Milan > Calais intended",
    ),
    ("My wish is to get from Serbia to Germany before my son is born.", "Serbia > Germany intended"),
    ("We tried the game from Kladuša four times, to Slovenia.", "Velika Kladuša > Slovenia tried"),
    ("Most of the families intend to go on to Germany by bus.", "? > Germany by bus intended others", INFORMANT),
    ("Trains carry people from Thessaloniki to Idomeni.", "Thessaloniki > Idomeni by train others", INFORMANT),
    ("A minibus goes every evening from Belgrade to Šid full of boys.", "Belgrade > Šid by bus others", INFORMANT),
    ("They pay for the boat from Izmir to Samos.", "Izmir > Samos by boat others", INFORMANT),
    (
        "The majority arrive from Bulgaria, spend some days in Belgrade and move on towards Bosnia.",
        "Bulgaria > Belgrade others; Belgrade > Bosnia and Herzegovina others",
        INFORMANT,
    ),
    (
        "Usually they walk from Montenegro to Bosnia and take a bus from Trebinje to Sarajevo.",
        "Montenegro > Bosnia and Herzegovina by foot others; Trebinje > Sarajevo by bus others",
        INFORMANT,
    ),
    ("I left home in Homs, reached Beirut, and flew on to Istanbul.", "Homs > Beirut; Beirut > Istanbul by plane"),
    ("Before I came to Serbia I had been in Romania for a month.", "Romania > Serbia"),
    (
        "A lorry carried us from Patras to Trieste; in Trieste they found us and shipped us back to Patras.",
        "Patras > Trieste by lorry; Trieste > Patras forced",
    ),
    (
        "With my wife from Iraq to Turkey by plane, Turkey to Greece small boat, Greece to Macedonia walking.",
        "Iraq > Türkiye by plane; Türkiye > Greece by boat; Greece > North Macedonia by foot",
    ),
    (
        "Me I go alone. Bulgaria, Serbia, Hungary, Austria, always night.",
        "Bulgaria > Serbia; Serbia > Hungary; Hungary > Austria",
    ),
    ("Smuggler say Bulgaria, but he bring us Greece.", "? > Greece"),
    ("We reach Bosnia from Montenegro side, foot, three night.", "Montenegro > Bosnia and Herzegovina"),
    (
        "Here is my way: Herat, Tehran, Urmia, Van, Istanbul.",
        "Herat > Tehran; Tehran > Urmia; Urmia > Van; Van > Istanbul",
    ),
    ("Syria, Turkey, Bulgaria, Serbia, five months.", "Syria > Türkiye; Türkiye > Bulgaria; Bulgaria > Serbia"),
    ("First was Iran, second was Turkey, third was Bulgaria.", "Iran > Türkiye; Türkiye > Bulgaria"),
    (
        "I came by plane to Belgrade from Istanbul and by bus to Loznica.",
        "Istanbul > Belgrade by plane; Belgrade > Loznica by bus",
    ),
    ("We crossed the river at night. In the morning we were in Serbia.", "? > Serbia"),
    (
        "I reached Bosnia last June. In July I went to Croatia with four friends, and from Croatia on to Slovenia.",
        "? > Bosnia and Herzegovina; Bosnia and Herzegovina > Croatia; Croatia > Slovenia",
    ),
    (
        "We took the ferry to Lesbos. From there by metro to Athens. A month later, a bus to Thessaloniki.",
        "? > Lesbos by boat; Lesbos > Athens; Athens > Thessaloniki by bus",
    ),
    (
        "Half of the group turned back to Serbia, the other half went on to Croatia.",
        "? > Serbia others; ? > Croatia others",
        INFORMANT,
    ),
    (
        "After two pushbacks to Serbia we changed and went to Bosnia.",
        "? > Serbia forced; Serbia > Bosnia and Herzegovina",
    ),
    (
        "The Croatian police drove me to the river and told me to go back to Bosnia. I walked to Bihać.",
        "? > Bihać by foot",
    ),
    (
        "Slovenia gave us to Croatia, Croatia gave us to Bosnia.",
        "Slovenia > Croatia forced; Croatia > Bosnia and Herzegovina forced",
    ),
    ("In Bulgaria they put us in prison and later they deported us to Turkey.", "Bulgaria > Türkiye forced"),
    (
        "Soldiers caught twelve people near Subotica and sent them by bus to Preševo.",
        "Subotica > Preševo by bus forced others",
        INFORMANT,
    ),
    (
        "He was caught in Zagreb. They sent him to Bosnia, without his shoes.",
        "Zagreb > Bosnia and Herzegovina forced others",
    ),
    ("Next spring we will try to reach Italy through Slovenia.", "? > Slovenia intended; Slovenia > Italy intended"),
    ("I am in Bihać and I only want to get to Trieste.", "Bihać > Trieste intended"),
    (
        "They hope to travel from Belgrade to Vienna in a truck.",
        "Belgrade > Vienna by lorry intended others",
        INFORMANT,
    ),
    ("From Kladuša I attempted it eleven times, always to Croatia.", "Velika Kladuša > Croatia tried"),
    (
        "Buses take people from Preševo to Šid, and from Šid they continue on foot to Croatia.",
        "Preševo > Šid by bus others; Šid > Croatia by foot others",
        INFORMANT,
    ),
    ("Women rarely travel alone from Serbia to Bosnia.", "", INFORMANT),
    ("Nobody from our group went to Kosovo.", ""),
    ("We had no wish to go to Romania, so from Sombor we returned to Belgrade.", "Sombor > Belgrade"),
    ("I never crossed into Hungary. I only walked from Belgrade to Sombor.", "Belgrade > Sombor by foot"),
    (
        "I was born in Iran, I am Afghan. I studied in Shiraz and then I flew from Tehran to Belgrade.",
        "Tehran > Belgrade by plane",
    ),
    ("We live now in Sarajevo with many people from Pakistan and Morocco.", ""),
    ("In Serbia there are camps, in Bosnia there are camps, but in Montenegro is nothing.", ""),
    ("My friend called me from Germany and said it is good there.", ""),
    ("I stayed nine months in Athens before I left for Albania.", "Athens > Albania"),
    (
        "I crossed the mountains from Urmia to Van with forty others, and the smugglers kept us in Van for a week.",
        "Urmia > Van",
    ),
    (
        "We fled to Lebanon, then to Egypt, and from Egypt we crossed the sea to Greece on an old boat.",
        "? > Lebanon; Lebanon > Egypt; Egypt > Greece by boat",
    ),
    ("The train from Skopje to Belgrade was full and we hid under it.", "Skopje > Belgrade by train"),
    (
        "Me, wife, two children: Kabul, Iran, Turkey, one year Turkey, then sea, then Lesbos.",
        "Kabul > Iran; Iran > Türkiye; Türkiye > Lesbos",
    ),
    ("She no go to Italy, she go to France from Spain.", "Spain > France others"),
    ("They come from Afghanistan, Pakistan, Syria and Morocco.", "", INFORMANT),
    ("Mostly Afghanistan, then Syria, then Morocco, these are the nationalities.", "", INFORMANT),
    ("We have offices in Belgrade, Šid, Sombor and Subotica.", "", INFORMANT),
    ("Serbia, Bosnia and Montenegro are not in the European Union.", "", INFORMANT),
    ("In Hungary and Croatia the police have drones, dogs and cameras.", ""),
    ("Afghanistan war, Iran no paper, Turkey no work.", ""),
    ("I was two months in hospital in Belgrade.", ""),
    ("I speak Turkish because I was in Turkey five years.", ""),
    ("My father was in Iran ten years. My brother was in Greece one year.", ""),
    ("After two months in Serbia I had no money.", ""),
    ("We are two years in Bosnia and nothing happens.", ""),
    ("I lived two years in Istanbul and three years in Ankara.", ""),
    ("People in Greece are good, people in Albania are poor, people in Serbia are normal.", ""),
    ("The smugglers are from Afghanistan, Pakistan, and one is from Serbia.", ""),
    ("In Bulgaria they beat us. In Serbia they gave us food.", ""),
    ("They asked me about Turkey, Greece and Italy.", ""),
    ("He knows all countries: Greece, Italy, France.", ""),
    ("Croatia is in Schengen now, then maybe Bulgaria and Romania too.", "", INFORMANT),
    ("In 2016 they closed Hungary, then Macedonia, then Croatia.", "", INFORMANT),
    ("From the border to the camp in Šid it is twenty kilometres.", ""),
    ("The distance from Belgrade to Šid is short.", ""),
    ("We could not get from Serbia to Hungary.", ""),
    ("There is no way from Serbia to Hungary now.", ""),
    ("No bus from Sarajevo to Bihać takes us.", ""),
    ("My cousin is in Italy. From Serbia I called him.", ""),
    ("I want only Europe, not Turkey, not Serbia.", "? > Europe intended"),
    ("The deal was for Austria, but they left us in Hungary.", "? > Hungary"),
    ("Police came from Zagreb.", ""),
    ("The food comes from Belgrade to the camp in Preševo.", ""),
    ("Two boys died between Turkey and Greece.", ""),
    ("After the fire in Lipa we slept in the forest, later they moved us to Sarajevo.", "Lipa > Sarajevo"),
    ("I have been in Sofia and in Belgrade and now I am tired.", ""),
    ("In Turkey I worked. Then Greece.", "Türkiye > Greece"),
    (
        "From Lahore I flew to Istanbul, and from Istanbul a smuggler led us on foot into Bulgaria.",
        "Lahore > Istanbul by plane; Istanbul > Bulgaria by foot",
    ),
    (
        "My route was Somalia, Turkey, Greece, Albania and then Bosnia.",
        "Somalia > Türkiye; Türkiye > Greece; Greece > Albania; Albania > Bosnia and Herzegovina",
    ),
    (
        "Morocco, Turkey, Greece, Macedonia, Serbia, every border with different smuggler.",
        "Morocco > Türkiye; Türkiye > Greece; Greece > North Macedonia; North Macedonia > Serbia",
    ),
    ("In Greece I was one year, in Albania three week, in Kosovo two day.", "Greece > Albania; Albania > Kosovo"),
    (
        "The Slovenian police handed us to the Croatians and they pushed us back to Bosnia.",
        "? > Bosnia and Herzegovina forced",
    ),
    ("In Bulgaria army catch me, with car they bring me back to Turkey.", "Bulgaria > Türkiye by car forced"),
    (
        "We were deported by bus from Croatia to Bosnia, and later walked from Bosnia to Montenegro.",
        "Croatia > Bosnia and Herzegovina by bus forced; Bosnia and Herzegovina > Montenegro by foot",
    ),
    (
        "Police take me from Belgrade, send to Preševo. After two day I come back Belgrade with train.",
        "Belgrade > Preševo forced; Preševo > Belgrade by train",
    ),
    ("I am in Šid now, I will go to Trieste if I find a driver.", "Šid > Trieste intended"),
    ("We wanted to fly from Athens to Paris, but the passports were bad.", "Athens > Paris by plane intended"),
    ("Five times we tried to cross from Serbia to Hungary in a truck.", "Serbia > Hungary by lorry tried"),
    (
        "Most of the Tunisians fly to Belgrade and then go by taxi to Subotica.",
        "? > Belgrade by plane others; Belgrade > Subotica by car others",
    ),
    (
        "People used to pass from Greece to Macedonia by train; today they walk from Albania to Montenegro.",
        "Greece > North Macedonia by train others; Albania > Montenegro by foot others",
    ),
    ("They go Bosnia from Serbia with small boat, river is not big.", "Serbia > Bosnia and Herzegovina by boat others"),
    (
        "Now the way of the families is Turkey, Bulgaria, Serbia, and then Croatia.",
        "Türkiye > Bulgaria others; Bulgaria > Serbia others; Serbia > Croatia others",
    ),
    (
        "Some walk from Bulgaria to Serbia, others come by car from Macedonia to Serbia.",
        "Bulgaria > Serbia by foot others; North Macedonia > Serbia by car others",
    ),
    ("We did not take the boat to Italy. We walked from Greece to Albania.", "Greece > Albania by foot"),
    ("I never been in Romania, from Serbia I go direct to Bosnia.", "Serbia > Bosnia and Herzegovina"),
    (
        "Nobody goes from Serbia to Hungary these days; they go from Serbia to Bosnia.",
        "Serbia > Bosnia and Herzegovina others",
    ),
    ("Not with train, with bus we go from Skopje to Belgrade.", "Skopje > Belgrade by bus"),
    ("I worked in a factory in Bursa. Later a cousin took me by car to Edirne.", "Bursa > Edirne by car"),
    (
        "My parents live in Iran and I grew up there. I went from Turkey to Greece in a rubber boat.",
        "Türkiye > Greece by boat",
    ),
    ("Eight months I sleep in Belgrade in the park. After I go to Sarajevo with bus.", "Belgrade > Sarajevo by bus"),
    ("We arrived in Tuzla at dawn.", "? > Tuzla"),
    (
        "From Tirana I travelled to Podgorica in a minibus, and on from there to Sarajevo by car.",
        "Tirana > Podgorica by bus; Podgorica > Sarajevo by car",
    ),
    (
        "Greece police send me Turkey, Turkey police send me Afghanistan.",
        "Greece > Türkiye forced; Türkiye > Afghanistan forced",
    ),
    ("After seven days in the forest we came out near Niš and took a bus to Belgrade.", "Niš > Belgrade by bus"),
    (
        "She fled from Syria to Lebanon, stayed four years, and then flew to Turkey.",
        "Syria > Lebanon others; Lebanon > Türkiye by plane others",
    ),
    (
        "The men were returned from Austria to Slovenia, from Slovenia to Croatia, and from Croatia to Bosnia.",
        "Austria > Slovenia forced others; Slovenia > Croatia forced others; "
        "Croatia > Bosnia and Herzegovina forced others",
    ),
    ("Hungary put us back in Serbia at the fence, at night.", "Hungary > Serbia forced"),
    ("We waited for winter to end in Kladuša, then we started walking to Zagreb.", "Velika Kladuša > Zagreb by foot"),
    (
        "From Quetta we crossed to Iran in a pickup, and after a month a guide took us over the mountains to Van.",
        "Quetta > Iran; Iran > Van",
    ),
    (
        "I entered Greece from Turkey by boat and left it for Albania on foot.",
        "Türkiye > Greece by boat; Greece > Albania by foot",
    ),
    (
        "The order was Iran, Turkey, Bulgaria, Romania, Serbia.",
        "Iran > Türkiye; Türkiye > Bulgaria; Bulgaria > Romania; Romania > Serbia",
    ),
    (
        "Pakistan, then Iran, then Turkey, then boat, then Greece.",
        "Pakistan > Iran; Iran > Türkiye; Türkiye > Greece by boat",
    ),
    (
        "Algeria to Turkey airplane, Turkey to Greece boat, Greece to Serbia all walking.",
        "Algeria > Türkiye by plane; Türkiye > Greece by boat; Greece > Serbia by foot",
    ),
    (
        "Turkey I come three year before. After Turkey go Bulgaria, after Bulgaria here Serbia.",
        "? > Türkiye; Türkiye > Bulgaria; Bulgaria > Serbia",
    ),
    (
        "We was in Hungary twenty kilometre, police come with dog, bring us back Serbia with van.",
        "Hungary > Serbia by car forced",
    ),
    (
        "Last month a group of Moroccans was expelled from Croatia to Bosnia.",
        "Croatia > Bosnia and Herzegovina forced others",
    ),
    (
        "She wants to go from Sarajevo to Zagreb by bus and from Zagreb to Germany.",
        "Sarajevo > Zagreb by bus intended others; Zagreb > Germany intended others",
    ),
    ("We plan walking from Bihać to Trieste, fifteen days.", "Bihać > Trieste by foot intended"),
    (
        "Before, everybody went from Serbia to Hungary. Now they go from Serbia to Bosnia and then to Croatia.",
        "Serbia > Hungary others; Serbia > Bosnia and Herzegovina others; Bosnia and Herzegovina > Croatia others",
    ),
    (
        "Algerians come with airplane to Turkey, after that boat to Greece.",
        "? > Türkiye by plane others; Türkiye > Greece by boat others",
    ),
    (
        "We have never been in Hungary. From Subotica we turned around and took a train to Belgrade.",
        "Subotica > Belgrade by train",
    ),
    ("We no go with boat to Greece. We go from Edirne to Bulgaria.", "Edirne > Bulgaria"),
    ("He did not come through Bulgaria, he flew from Istanbul to Sarajevo.", "Istanbul > Sarajevo by plane others"),
    ("I lived in Peshawar as a child. From Kabul I went to Iran when I was sixteen.", "Kabul > Iran"),
    ("Three years we lived in Izmir. I go with boat from Izmir to Chios.", "Izmir > Chios by boat"),
    ("My wife is in Belgrade, in hospital. I came alone from Belgrade to Tuzla by bus.", "Belgrade > Tuzla by bus"),
    ("I walked from Kumanovo to Preševo.", "Kumanovo > Preševo by foot"),
    ("By taxi I come from Loznica until Tuzla.", "Loznica > Tuzla by car"),
    (
        "We sat in Greece for years, then in one month we passed Albania, Montenegro and Bosnia.",
        "Greece > Albania; Albania > Montenegro; Montenegro > Bosnia and Herzegovina",
    ),
    (
        "The police collected everybody in Subotica and moved them by bus to Preševo.",
        "Subotica > Preševo by bus forced others",
    ),
    (
        "Some of them go from Bosnia to Croatia by taxi; others walk from Bosnia to Croatia.",
        "Bosnia and Herzegovina > Croatia by car others; Bosnia and Herzegovina > Croatia by foot others",
    ),
    (
        "I had come from Egypt to Turkey by plane, and from Turkey we sailed straight to Italy.",
        "Egypt > Türkiye by plane; Türkiye > Italy by boat",
    ),
    ("Bulgaria police catch us, after prison we go again to Turkey.", "Bulgaria > Türkiye"),
    ("The route of my brother was Turkey, Greece, Italy.", "Türkiye > Greece others; Greece > Italy others"),
    (
        "From Tirana they walked to Shkodër, crossed into Montenegro and took a bus to Podgorica.",
        "Tirana > Shkodër by foot others; Shkodër > Montenegro others; Montenegro > Podgorica by bus others",
    ),
    (
        "Our way was through Iran, Turkey and Bulgaria to Serbia.",
        "? > Iran; Iran > Türkiye; Türkiye > Bulgaria; Bulgaria > Serbia",
    ),
    (
        "Iran, Turkey, Lesbos, Athens, Belgrade. This is my way.",
        "Iran > Türkiye; Türkiye > Lesbos; Lesbos > Athens; Athens > Belgrade",
    ),
    (
        "The normal way for Afghans is Iran, Turkey, Bulgaria, Serbia.",
        "Iran > Türkiye others; Türkiye > Bulgaria others; Bulgaria > Serbia others",
    ),
    (
        "Macedonia one month, Serbia two month, Bosnia now five month.",
        "North Macedonia > Serbia; Serbia > Bosnia and Herzegovina",
    ),
    (
        "We cross Evros river to Greece, stay Thessaloniki, after taxi to Idomeni, after walking Skopje.",
        "? > Greece; Thessaloniki > Idomeni by car; Idomeni > Skopje by foot",
    ),
    (
        "Croatian border guards beat us and pushed us from Croatia back to Bosnia.",
        "Croatia > Bosnia and Herzegovina forced",
    ),
    (
        "In Slovenia they catch me, give me to Croatia police, they bring me to Bosnia with van.",
        "Slovenia > Croatia forced; Croatia > Bosnia and Herzegovina by car forced",
    ),
    ("Turkish soldiers sent my cousin from Turkey to Afghanistan.", "Türkiye > Afghanistan forced others"),
    (
        "We hope to cross from Bosnia to Croatia before the snow, and from Croatia to go on to Austria.",
        "Bosnia and Herzegovina > Croatia intended; Croatia > Austria intended",
    ),
    ("They attempted to reach Italy from Albania by boat and failed.", "Albania > Italy by boat tried others"),
    (
        "Many take the train from Belgrade to Subotica. From Subotica they try to get to Hungary.",
        "Belgrade > Subotica by train others; Subotica > Hungary tried others",
    ),
    (
        "Smugglers move people by truck from Bulgaria to Serbia, and by car on to Bosnia.",
        "Bulgaria > Serbia by lorry others; Serbia > Bosnia and Herzegovina by car others",
    ),
    (
        "Woman with children she go from Macedonia to Serbia with taxi, men walking.",
        "North Macedonia > Serbia by car others",
    ),
    ("We didn't enter Montenegro; from Albania we took a ferry to Italy.", "Albania > Italy by boat"),
    ("My children were born in Athens. We moved from Athens to Belgrade last year.", "Athens > Belgrade"),
    (
        "I stay in Turkey four year, work in textile. From Istanbul I come to Sofia in truck.",
        "Istanbul > Sofia by lorry",
    ),
    ("We rested for a week in Niš and then went by bus to Belgrade.", "Niš > Belgrade by bus"),
    ("I went to Kosovo from Albania.", "Albania > Kosovo"),
    ("From Sarajevo they took the night train to Bihać, eleven boys and one girl.", "Sarajevo > Bihać by train others"),
    (
        "I got from Van to Ankara on a bus. I got from Ankara to Izmir in a car. Then it was a boat to Chios.",
        "Van > Ankara by bus; Ankara > Izmir by car; Izmir > Chios by boat",
    ),
    (
        "My friends reached Trieste; I was sent back from Slovenia to Croatia.",
        "? > Trieste others; Slovenia > Croatia forced",
    ),
    (
        "We are go with car Bosnia, with foot Croatia.",
        "? > Bosnia and Herzegovina by car; Bosnia and Herzegovina > Croatia by foot",
    ),
    (
        "From Sofia they drove us to Vidin, and from Vidin we walked to Romania and then Serbia.",
        "Sofia > Vidin by car; Vidin > Romania by foot; Romania > Serbia by foot",
    ),
)
"""Read right, most of them after the rules were made to."""

MISREAD = (
    (
        "We came to Croatia and they sent us back to Serbia. One week later again to Croatia, again back to Serbia.",
        "? > Croatia; Croatia > Serbia forced; Serbia > Croatia; Croatia > Serbia forced",
    ),
    ("They loaded us on a truck in Edirne and dumped us in Ankara.", "Edirne > Ankara by lorry forced"),
    (
        "Tomorrow we will walk to Croatia, and after Slovenia, Italy.",
        "? > Croatia by foot intended; Croatia > Slovenia intended; Slovenia > Italy intended",
    ),
    (
        "Taxi drivers take them from the border to Belgrade, and from Belgrade they take a bus to Loznica.",
        "? > Belgrade by car others; Belgrade > Loznica by bus others",
        INFORMANT,
    ),
    ("With bus Istanbul to Edirne, after jungle, after Sofia.", "Istanbul > Edirne by bus; Edirne > Sofia"),
    ("First Pakistan, then Iran, then Turkey, all walking.", "Pakistan > Iran by foot; Iran > Türkiye by foot"),
    (
        "Serbia one year, after Bosnia, after Croatia game.",
        "Serbia > Bosnia and Herzegovina; Bosnia and Herzegovina > Croatia",
    ),
    ("Edirne, then over the fence to Bulgaria, then Sofia by car.", "Edirne > Bulgaria; Bulgaria > Sofia by car"),
    ("We wound up in Sarajevo with no money.", "? > Sarajevo"),
    ("They brought us back to Bihać, and the next week we went again to Croatia.", "? > Bihać; Bihać > Croatia"),
    ("Barely anybody crosses into Kosovo these days.", "", INFORMANT),
    ("I did not leave from Turkey by boat, I walked to Bulgaria.", "Türkiye > Bulgaria by foot"),
    (
        "We drove from Aleppo to the Turkish border, walked across it, and got a lift to Gaziantep.",
        "Aleppo > Türkiye by car; Türkiye > Gaziantep by car",
    ),
    (
        "Croatia catch, Bosnia back. Croatia catch, Bosnia back.",
        "Croatia > Bosnia and Herzegovina forced; Croatia > Bosnia and Herzegovina forced",
    ),
    (
        "From Morocco plane to Istanbul, after Edirne, after by foot to Bulgaria.",
        "Morocco > Istanbul by plane; Istanbul > Edirne; Edirne > Bulgaria by foot",
    ),
    (
        "Greece and Albania and Montenegro and now Bosnia, everywhere we walk.",
        "Greece > Albania by foot; Albania > Montenegro by foot; Montenegro > Bosnia and Herzegovina by foot",
    ),
    ("So it went Athens, Ioannina, Tirana, Podgorica.", "Athens > Ioannina; Ioannina > Tirana; Tirana > Podgorica"),
    (
        "Two years Greece. Then Albania. Then Montenegro. Now here, Sarajevo.",
        "Greece > Albania; Albania > Montenegro; Montenegro > Sarajevo",
    ),
    (
        "Most go this way: Thessaloniki, Gevgelija, Skopje, Preševo.",
        "Thessaloniki > Gevgelija others; Gevgelija > Skopje others; Skopje > Preševo others",
        INFORMANT,
    ),
    (
        "My family left Mosul when I was a boy. In Erbil we stayed a year and then we crossed into Turkey.",
        "Mosul > Erbil; Erbil > Türkiye",
    ),
    (
        "They come in trucks from Bulgaria. Some stay in Belgrade, others leave for Hungary at once.",
        "Bulgaria > Belgrade others; ? > Hungary others",
    ),
    ("I go Romania, police Romania say go out, again Serbia.", "? > Romania; Romania > Serbia"),
    (
        "If God helps, after Bosnia Croatia, after Croatia Italy.",
        "Bosnia and Herzegovina > Croatia intended; Croatia > Italy intended",
    ),
    ("The plan was Romania, but we did not go. We went from Serbia to Croatia.", "Serbia > Croatia"),
    (
        "From Sofia it was a car, from Niš it was a bus, and we were in Belgrade by noon.",
        "Sofia > Niš by car; Niš > Belgrade by bus",
    ),
    ("Jungle of Bulgaria nine day, then police, then Turkey again.", "Bulgaria > Türkiye forced"),
    (
        "I stayed in Athens a year. Then I went to Patras, then Igoumenitsa, but the ferry to Italy was impossible.",
        "Athens > Patras; Patras > Igoumenitsa",
    ),
    (
        "We left Sanandaj by car, walked over the border to Turkey and hid for three weeks in Istanbul.",
        "? > Türkiye by foot; Türkiye > Istanbul",
    ),
    (
        "First we come Iran, after we come Turkey with foot, after in Bulgaria with car.",
        "? > Iran; Iran > Türkiye by foot; Türkiye > Bulgaria by car",
    ),
    (
        "They put the whole family in a van in Horgoš and drove them to Preševo.",
        "Horgoš > Preševo by car forced others",
    ),
    (
        "Inshallah next week game, from Bihać to Slovenia walking, then Italy.",
        "Bihać > Slovenia by foot intended; Slovenia > Italy intended",
    ),
    ("A truck driver brought me from Izmir to Belgrade for two thousand euros.", "Izmir > Belgrade by lorry"),
    ("Turkey to Greece we try boat, boat is broken, we go back Turkey.", "Türkiye > Greece by boat tried; ? > Türkiye"),
    (
        "From Kabul car to Kandahar, from Kandahar pickup to Iran, from Iran foot to Turkey.",
        "Kabul > Kandahar by car; Kandahar > Iran; Iran > Türkiye by foot",
    ),
    ("In Romania they caught us on a train and took us back to Serbia.", "Romania > Serbia forced"),
    ("They flew me in handcuffs from Vienna to Sofia.", "Vienna > Sofia by plane forced"),
    ("I will try from Subotica to Hungary one more time, with the train.", "Subotica > Hungary by train intended"),
    (
        "Families come from Macedonia by taxi, sleep one night in Preševo and take the bus to Belgrade.",
        "North Macedonia > Preševo by car others; Preševo > Belgrade by bus others",
    ),
    (
        "We travelled Nimruz, Zahedan, Tehran, Urmia, always in the boot of a car.",
        "? > Nimruz by car; Nimruz > Zahedan by car; Zahedan > Tehran by car; Tehran > Urmia by car",
    ),
    (
        "I took a plane from Casablanca to Istanbul, and from there a smuggler drove us to Edirne.",
        "Casablanca > Istanbul by plane; Istanbul > Edirne by car",
    ),
    (
        "First bus to Edirne, then foot to Bulgaria, then taxi to Sofia.",
        "? > Edirne by bus; Edirne > Bulgaria by foot; Bulgaria > Sofia by car",
    ),
    (
        "The men had been removed from Germany to Bulgaria on a charter flight.",
        "Germany > Bulgaria by plane forced others",
    ),
    (
        "Tomorrow with bus to Bihać, after tomorrow game to Croatia.",
        "? > Bihać by bus intended; Bihać > Croatia intended",
    ),
    ("No, I not go from Turkey with boat. I go from Turkey to Bulgaria foot.", "Türkiye > Bulgaria by foot"),
    (
        "Austria is where we want to end up, but now we go from Serbia to Romania.",
        "? > Austria intended; Serbia > Romania",
    ),
)
"""Read wrong in at least one respect."""


HELD_OUT = (
    (
        "We crossed from Iran to Turkey on horses, and from Ankara we took a bus to Izmir.",
        "Iran > Türkiye; Ankara > Izmir by bus",
    ),
    (
        "From Dimitrovgrad I walked to Pirot and a day later a car brought me to Belgrade.",
        "Dimitrovgrad > Pirot by foot; Pirot > Belgrade by car",
    ),
    (
        "My journey was Sudan, Egypt, Turkey, Greece and finally Serbia.",
        "Sudan > Egypt; Egypt > Türkiye; Türkiye > Greece; Greece > Serbia",
    ),
    (
        "Iran, Turkey, Bulgaria, Serbia. Four country, eleven month.",
        "Iran > Türkiye; Türkiye > Bulgaria; Bulgaria > Serbia",
    ),
    (
        "Afghanistan to Iran walking, after Turkey, after with lorry Greece.",
        "Afghanistan > Iran by foot; Iran > Türkiye; Türkiye > Greece by lorry",
    ),
    (
        "The usual line is Athens, Ioannina, Tirana, Podgorica.",
        "Athens > Ioannina others; Ioannina > Tirana others; Tirana > Podgorica others",
    ),
    (
        "I was four months in Sofia. Then Belgrade, then Sarajevo, then Bihać.",
        "Sofia > Belgrade; Belgrade > Sarajevo; Sarajevo > Bihać",
    ),
    (
        "The commandos put us in a van in Pirot and pushed us over the border to Bulgaria.",
        "Pirot > Bulgaria by car forced",
    ),
    (
        "From Trieste Italian police give us to Slovenia, Slovenia give to Croatia.",
        "Trieste > Slovenia forced; Slovenia > Croatia forced",
    ),
    ("They returned the two brothers from Hungary to Serbia.", "Hungary > Serbia forced others"),
    ("He was deported by plane from Berlin to Kabul.", "Berlin > Kabul by plane forced others"),
    ("In the spring I want to walk from Bihać to Zagreb.", "Bihać > Zagreb by foot intended"),
    ("We try three time from Sombor to Hungary, with ladder.", "Sombor > Hungary tried"),
    ("I am waiting in Tuzla. My idea is to go to Slovenia by train.", "Tuzla > Slovenia by train intended"),
    (
        "People arrive in Sarajevo by bus from Podgorica and leave for Bihać the same day.",
        "Podgorica > Sarajevo by bus others; Sarajevo > Bihać others",
    ),
    (
        "They go from Greece to Albania walking, some take a boat from Albania to Italy.",
        "Greece > Albania by foot others; Albania > Italy by boat others",
    ),
    ("Truck drivers hide them and bring them from Serbia to Croatia.", "Serbia > Croatia by lorry others"),
    ("We did not go to Romania, we took a taxi from Belgrade to Loznica.", "Belgrade > Loznica by car"),
    ("No Greece, only Bulgaria. From Edirne to Bulgaria five night.", "Edirne > Bulgaria"),
    ("I have never tried Hungary. I went from Serbia to Bosnia in a boat.", "Serbia > Bosnia and Herzegovina by boat"),
    ("I studied in Kabul and worked in Herat. I left Herat for Iran in a bus.", "Herat > Iran by bus"),
    (
        "We stay one year in Athens, children go to school. After we take airplane to Belgrade.",
        "Athens > Belgrade by plane",
    ),
    ("In Belgrade I slept outside. Then I walked from Šid to Tovarnik.", "Šid > Tovarnik by foot"),
    ("We reached Velika Kladuša by train and on foot.", "? > Velika Kladuša by train"),
    ("I come with two friend from Montenegro to Sarajevo.", "Montenegro > Sarajevo"),
)
"""Written when the rules were finished and only ever counted: nobody looked at what is wrong in them."""
