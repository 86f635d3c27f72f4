"""The sample's respondent list means what the truth says."""

from truth import SAMPLE, interviews

from qualcode.model.problem import Severity
from qualcode.readers.respondents.reading_list import read_respondents
from qualcode.settings import load_settings


def test_the_list_gives_every_profile_in_the_words_of_the_study():
    """Spellings, spaces, aliases and date cells end in the values of study.yaml, and nothing is an error."""
    people, problems = read_respondents(SAMPLE / "respondents.xlsx", load_settings(SAMPLE / "study.yaml"))
    found = {one.id: {name: values for name, values in one.attributes.items() if values} for one in people}
    true = {one.id: {name: values for name, values in one.profile.items() if values} for one in interviews()}
    assert ([str(one) for one in problems if one.severity is Severity.ERROR], found) == ([], true)
