"""The labels under quotes."""

import pytest

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.respondents.attribution import attribution
from qualcode.settings import Settings

FIELDS = ("nationality", "gender", "interview_country", "stakeholder", "country", "expertise", "age", "contact_name")


def study(template: str, **more: object) -> Settings:
    """A study with one label template, for refugee_migrant."""
    data = {"fields": {name: {} for name in FIELDS}, "labels": {"refugee_migrant": template}, **more}
    return Settings.model_validate(data)


def label(template: str, **attributes: str | tuple[str, ...]) -> str:
    """The label of a respondent with these attributes, where the template has no faults."""
    profile = {name: (value,) if isinstance(value, str) else value for name, value in attributes.items()}
    words, problems = attribution("refugee_migrant", profile, study(template))
    assert problems == ()
    return words


REFUGEE = "{demonym} {person}, interviewed in {interview_country}"
INFORMANT = "Key informant, {stakeholder}, {country}"


@pytest.mark.parametrize(
    ("template", "attributes", "expected"),
    [
        (
            REFUGEE,
            {"nationality": "Afghanistan", "gender": "woman", "interview_country": "Serbia"},
            "Afghan woman, interviewed in Serbia",
        ),
        (
            REFUGEE,
            {"gender": "Male", "nationality": "Türkiye", "interview_country": "Albania"},
            "Turkish man, interviewed in Albania",
        ),
        (REFUGEE, {"gender": "woman", "interview_country": "Serbia"}, "Woman, interviewed in Serbia"),
        (
            REFUGEE,
            {"gender": "woman", "nationality": (), "interview_country": "Serbia"},
            "Woman, interviewed in Serbia",
        ),
        (REFUGEE, {"gender": "other", "nationality": "Iraq"}, "Iraqi person"),
        (REFUGEE, {"nationality": "India"}, "Indian person"),
        (REFUGEE, {"gender": "man", "nationality": ("Syria", "Lebanon")}, "Syrian and Lebanese man"),
        (REFUGEE, {}, "Person"),
        (
            "{Demonym} {man|woman}, interviewed in {interview_country}",
            {"nationality": "Syria", "gender": "f", "interview_country": "Serbia"},
            "Syrian woman, interviewed in Serbia",
        ),
        (INFORMANT, {"stakeholder": "NGO", "country": "Serbia"}, "Key informant, NGO, Serbia"),
        (INFORMANT, {"stakeholder": "NGO"}, "Key informant, NGO"),
        (INFORMANT, {"country": "Serbia"}, "Key informant, Serbia"),
        (INFORMANT, {}, "Key informant"),
        (INFORMANT, {"stakeholder": "international_organisation"}, "Key informant, international organisation"),
        (
            "Expert on {expertise}",
            {"expertise": ("protection", "smuggling", "general trends")},
            "Expert on protection, smuggling and general trends",
        ),
        ("{person} from {nationality}", {"gender": "man"}, "Man"),
        ("{person} ({age}, {stakeholder})", {"gender": "man", "age": "34"}, "Man (34)"),
        ("{person} ({age}, {stakeholder})", {"gender": "man", "stakeholder": "nurse"}, "Man (nurse)"),
        ("{person} ({age})", {"gender": "man"}, "Man"),
        ("{person}, {age} years old, {country}", {"gender": "woman", "country": "Serbia"}, "Woman, Serbia"),
        ("{stakeholder} based in {country}", {"stakeholder": "nurse"}, "Nurse"),
    ],
)
def test_label_follows_the_template_and_missing_values_fall_away(template, attributes, expected):
    """A template gives its words with the values there are, and nothing is left dangling where one is missing."""
    assert label(template, **attributes) == expected


@pytest.mark.parametrize(
    ("kind", "expected"), [("refugee_migrant", "Refugee migrant"), ("nurse", "Nurse"), ("", "Respondent")]
)
def test_label_without_a_template_is_the_type_in_words(kind, expected):
    """Where study.yaml has no template the type stands there, or "Respondent"."""
    assert attribution(kind, {"nationality": ("Syria",)}, Settings()) == (expected, ())


def test_word_for_a_people_is_the_studys_own_first():
    """What study.yaml says under demonyms goes before the usual word."""
    settings = study("{demonym} {person}", demonyms={"Kosovo": "Kosovo-Albanian"})
    profile = {"nationality": ("Kosovo",), "gender": ("woman",)}
    assert attribution("refugee_migrant", profile, settings) == ("Kosovo-Albanian woman", ())


def test_people_without_a_word_are_left_out_and_told():
    """A country for whose people no word is known gives a shorter label and a warning."""
    words, problems = attribution(
        "refugee_migrant", {"nationality": ("Atlantis",), "gender": ("woman",)}, study("{demonym} {person}")
    )
    assert words == "Woman"
    assert problems == (
        Problem(
            'no word is known for the people of "Atlantis"; labels leave it out.',
            Where("study.yaml"),
            "demonyms: {Atlantis: WORD}",
            Severity.WARNING,
        ),
    )


def test_misspelt_field_is_told_with_the_nearest():
    """A placeholder that is no field is an error, and the label falls back to the type."""
    words, problems = attribution("refugee_migrant", {}, study("{stakholder}, {country}"))
    assert words == "Refugee migrant"
    assert problems == (
        Problem(
            "the label has {stakholder}, which is no field of the study.",
            Where("study.yaml", detail="labels: refugee_migrant"),
            "did you mean {stakeholder}?",
        ),
    )


def test_unknown_field_is_told_with_all_there_are():
    """A placeholder like no field is answered with the list of fields."""
    _, problems = attribution("refugee_migrant", {}, study("{xyz}"))
    assert problems == (
        Problem(
            "the label has {xyz}, which is no field of the study.",
            Where("study.yaml", detail="labels: refugee_migrant"),
            "fields: age, contact_name, country, demonym, expertise, gender, interview_country, nationality, person, "
            "stakeholder",
        ),
    )


def test_label_never_holds_a_name():
    """A field that could say who somebody is cannot be part of a label."""
    words, problems = attribution("refugee_migrant", {"contact_name": ("Somebody",)}, study("{contact_name}"))
    assert words == "Refugee migrant"
    assert problems == (
        Problem(
            "the label has {contact_name}, which could tell who somebody is.",
            Where("study.yaml", detail="labels: refugee_migrant"),
            "take it out of the label",
        ),
    )
