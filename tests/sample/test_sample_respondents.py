"""The sample's respondent list: it means what the truth says, and its tallies are the study's."""

from collections import Counter

import pytest
from truth import SAMPLE, interviews

from qualcode.model.problem import Severity
from qualcode.model.respondent import Consent, Respondent
from qualcode.readers.respondents.reading_list import read_respondents
from qualcode.settings import load_settings

TALLIES = {
    "refugee_migrant": {
        "nationality": {"Afghanistan": 6, "Albania": 5, "Syria": 3, "India": 1, "Iraq": 1, "Pakistan": 1},
        "gender": {"man": 11, "woman": 6},
        "age_band": {"under 30": 10, "over 30": 7},
        "travel_group": {"alone": 9, "with family": 7, "with a non-family group": 1},
        "work_before": {"low-wage work": 9, "unemployed": 6, "skilled work": 2},
        "education": {"secondary": 8, "primary or less": 7, "university": 2},
        "interview_country": {"Serbia": 7, "Bosnia and Herzegovina": 5, "Albania": 5},
    },
    "key_informant": {
        "stakeholder": {
            "NGO": 13,
            "government": 5,
            "international organisation": 2,
            "journalist": 2,
            "think tank": 1,
            "public institution": 1,
        },
        "country": {"Serbia": 9, "Bosnia and Herzegovina": 7, "Albania": 4, "North Macedonia": 4},
        "interview_mode": {"in person": 14, "online": 10},
        "expertise": {"protection": 13, "general trends": 10, "smuggling and anti-smuggling": 10},
    },
}
"""Respondent type and profile field to the number of respondents with each value."""


@pytest.fixture(scope="module")
def people() -> tuple[Respondent, ...]:
    """The respondents as qualcode reads them from respondents.xlsx."""
    return read_respondents(SAMPLE / "respondents.xlsx", load_settings(SAMPLE / "study.yaml"))[0]


def of_type(people, kind):
    """The respondents of a type whose interviews count."""
    return [one for one in people if one.type == kind and one.consent is Consent.ACTIVE]


def test_the_list_gives_every_profile_in_the_words_of_the_study():
    """Spellings, spaces, aliases and date cells end in the values of study.yaml, and nothing is an error."""
    people, problems = read_respondents(SAMPLE / "respondents.xlsx", load_settings(SAMPLE / "study.yaml"))
    found = {one.id: meaning(one) for one in people}
    true = {person.id: meaning(person) for one in interviews() for person in one.respondents}
    assert ([str(one) for one in problems if one.severity is not Severity.NOTE], found) == ([], true)


def meaning(one):
    """Everything the list says of a respondent but the label under quotes."""
    profile = {name: values for name, values in one.attributes.items() if any(values)}
    return (one.type, one.consent, one.files, one.speaker, profile)


@pytest.mark.parametrize(("kind", "number"), [("refugee_migrant", 17), ("key_informant", 24), ("focus_group", 4)])
def test_as_many_of_a_type_as_the_study_has(people, kind, number):
    """41 interviews count; the focus group and whoever has withdrawn stand beside them."""
    assert len(of_type(people, kind)) == number


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, fields in TALLIES.items() for field in fields])
def test_the_profiles_are_those_of_the_study(people, kind, field):
    """How many respondents have each value of a profile field."""
    found = Counter(value for one in of_type(people, kind) for value in one.attributes[field])
    assert found == TALLIES[kind][field]


def test_five_lived_in_another_country_first(people):
    """A Syrian man in Lebanon, and four from Afghanistan in both Iran and Türkiye."""
    found = Counter(
        (*one.attributes["nationality"], *sorted(one.attributes["prior_residence"]))
        for one in of_type(people, "refugee_migrant")
        if one.attributes["prior_residence"]
    )
    assert found == {("Afghanistan", "Iran", "Türkiye"): 4, ("Syria", "Lebanon"): 1}


def test_four_of_the_five_albanians_have_returned(people):
    """Nobody else has."""
    found = Counter(
        (*one.attributes["nationality"], *one.attributes["returnee"])
        for one in of_type(people, "refugee_migrant")
        if one.attributes["returnee"] == ("yes",) or one.attributes["nationality"] == ("Albania",)
    )
    assert found == {("Albania", "yes"): 4, ("Albania", "no"): 1}


def test_one_has_withdrawn(people):
    """The list knows whose interview must not be used."""
    assert [one.id for one in people if one.consent is Consent.WITHDRAWN] == ["KII_NGO_SRB_06"]
