"""Countries as lists spell them and the words for their people: only what can mean nothing else."""

from collections.abc import Iterable, Mapping

from qualcode.readers.spelling import folded

# One row a country: its spellings, then the words for its people; the first of these is used in labels. Words that two
# countries share (Congo, Guinea, Dominican, Korean) are left out on purpose.
_ROWS = """
Afghanistan, Afganistan, Afghanistan Islamic Republic of, Islamic Republic of Afghanistan, AFG | Afghan, Afghani, Afgani
Albania, Shqipëria, Republic of Albania, ALB | Albanian
Algeria, DZA | Algerian
Armenia, ARM | Armenian
Austria, Österreich, AUT | Austrian
Azerbaijan, AZE | Azerbaijani
Bangladesh, BGD | Bangladeshi
Belarus, BLR | Belarusian
Belgium, BEL | Belgian
Bosnia and Herzegovina, Bosnia & Herzegovina, Bosnia Herzegovina, Bosna i Hercegovina, Bosnia, BiH, B&H | Bosnian
Brazil, BRA | Brazilian
Bulgaria, BGR | Bulgarian
Burundi, BDI | Burundian
Cameroon, CMR | Cameroonian
Canada, CAN | Canadian
China, People's Republic of China, CHN | Chinese
Colombia, COL | Colombian
Croatia, Hrvatska, HRV | Croatian
Cuba, CUB | Cuban
Cyprus, CYP | Cypriot
Czechia, Czech Republic, CZE | Czech
Denmark, DNK | Danish
Egypt, Arab Republic of Egypt, EGY | Egyptian
Eritrea, ERI | Eritrean
Ethiopia, ETH | Ethiopian
Finland, FIN | Finnish
France, FRA | French
Gambia, The Gambia, GMB | Gambian
Georgia, GEO | Georgian
Germany, Deutschland, DEU | German
Ghana, GHA | Ghanaian
Greece, Hellas, GRC | Greek
Haiti, HTI | Haitian
Hungary, HUN | Hungarian
India, IND | Indian
Indonesia, IDN | Indonesian
Iran, Islamic Republic of Iran, Iran Islamic Republic of, IRN | Iranian
Iraq, Irak, IRQ | Iraqi
Ireland, IRL | Irish
Israel, ISR | Israeli
Italy, Italia, ITA | Italian
Ivory Coast, Côte d'Ivoire, Cote dIvoire, CIV | Ivorian
Jordan, JOR | Jordanian
Kazakhstan, KAZ | Kazakh
Kenya, KEN | Kenyan
Kosovo, Kosova, Kosovo UNSCR 1244, Kosovo under UNSCR 1244, XKX | Kosovar, Kosovan
Kuwait, KWT | Kuwaiti
Kyrgyzstan, KGZ | Kyrgyz
Lebanon, Lebanese Republic, LBN | Lebanese
Libya, LBY | Libyan
Mali, MLI | Malian
Mexico, MEX | Mexican
Moldova, Republic of Moldova, MDA | Moldovan
Montenegro, Crna Gora, MNE | Montenegrin
Morocco, Marocco, MAR | Moroccan
Myanmar, Burma, MMR | Burmese
Nepal, NPL | Nepali, Nepalese
Netherlands, The Netherlands, Holland, NLD | Dutch
Nigeria, NGA | Nigerian
North Macedonia, Macedonia, FYROM, FYR Macedonia, Republic of North Macedonia, N Macedonia, MKD | Macedonian
Norway, NOR | Norwegian
Pakistan, Islamic Republic of Pakistan, PAK | Pakistani
Palestine, State of Palestine, Palestinian Territories, oPt, PSE | Palestinian
Philippines, The Philippines, PHL | Filipino, Filipina
Poland, POL | Polish
Portugal, PRT | Portuguese
Romania, Rumania, ROU | Romanian
Russia, Russian Federation, RUS | Russian
Rwanda, RWA | Rwandan
Senegal, SEN | Senegalese
Serbia, Srbija, Republic of Serbia, SRB | Serbian
Sierra Leone, SLE | Sierra Leonean
Slovakia, Slovak Republic, SVK | Slovak
Slovenia, SVN | Slovenian, Slovene
Somalia, SOM | Somali
South Africa, ZAF | South African
Spain, España, ESP | Spanish
Sri Lanka, LKA | Sri Lankan
Sudan, SDN | Sudanese
Sweden, SWE | Swedish
Switzerland, CHE | Swiss
Syria, Syrian Arab Republic, Siria, SYR | Syrian
Tajikistan, TJK | Tajik
Tanzania, United Republic of Tanzania, TZA | Tanzanian
Tunisia, TUN | Tunisian
Türkiye, Turkey, Turkiye, Republic of Türkiye, TUR | Turkish
Turkmenistan, TKM | Turkmen
Uganda, UGA | Ugandan
Ukraine, The Ukraine, UKR | Ukrainian
United Kingdom, UK, Great Britain, Britain, GBR | British
United States, United States of America, USA, US | American
Uzbekistan, UZB | Uzbek
Venezuela, Bolivarian Republic of Venezuela, VEN | Venezuelan
Viet Nam, Vietnam, VNM | Vietnamese
Yemen, YEM | Yemeni
Zimbabwe, ZWE | Zimbabwean
"""


def _parsed() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """For each country its spellings and the words for its people."""
    halves = [row.split("|") for row in _ROWS.strip().splitlines()]
    return tuple(
        (tuple(one.strip() for one in names.split(",")), tuple(one.strip() for one in people.split(",")))
        for names, people in halves
    )


_COUNTRIES = _parsed()


def spellings(declared: Iterable[str]) -> Mapping[str, str]:
    """Folded spellings of those countries that are among `declared`, each with the study's own word for it.

    A country that the study has under two words is left out: which of them is meant cannot be told.
    """
    own = {folded(value): value for value in declared}
    found: dict[str, str] = {}
    for names, people in _COUNTRIES:
        targets = {own[folded(name)] for name in names if folded(name) in own}
        if len(targets) == 1:
            (target,) = targets
            found |= {folded(word): target for word in (*names, *people)}
    return found


def people_of(country: str) -> str:
    """The word for the people of a country however it is spelt, "" where it is not known."""
    key = folded(country)
    return next((people[0] for names, people in _COUNTRIES if key in {folded(name) for name in names}), "")
