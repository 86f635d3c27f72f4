"""The routes of a study: corridors by respondents, and nothing of what may not be shown."""

from contextlib import contextmanager
from dataclasses import replace
from unittest.mock import Mock, call

import pytest
from workflow_sample import CODEBOOK, LIST, make_study, write

from qualcode.analysis.corridors import corridors
from qualcode.errors import QualcodeError
from qualcode.model.leg import Corridor, Leg, LegStatus
from qualcode.model.transcript import Span
from qualcode.workflow.importing import import_files
from qualcode.workflow.routes import study_routes
from qualcode.workflow.study import StudyFolder, opened

ROUTES = """
routes:
  places:
    Serbia: {kind: country}
    Bosnia: {kind: country, adjectives: [Bosnian]}
    Croatia: {kind: country}
    Loznica: {country: Serbia}
    Belgrade: {country: Serbia}
  modes: {foot: [walk], car: [taxi]}
"""
ACTORS = "\nactors: {migrant: {terms: [migrant], first_person: [refugee]}}\n"
FILES = {
    "R01.txt": "I: How?\nR: From Belgrade we took a taxi to Loznica. We walked to Bosnia.\n",
    "R02.txt": "I: How?\nR: From Loznica we walked to Bosnia. I want to go to Croatia.\n",
    "R03.txt": "I: How?\nR: From Belgrade I went to Bosnia.\n",
}


@contextmanager
def study_of(tmp_path, files=None, *, codebook=CODEBOOK + ROUTES, respondents=LIST):
    """A study with places, into which files have been imported."""
    folder = make_study(tmp_path / "study", respondents=respondents, codebook=codebook)
    incoming = write(tmp_path / "field", files or FILES)
    with opened(StudyFolder(folder)) as study:
        import_files(study, [incoming])
        yield study


def ends(found):
    """Corridors with their numbers of respondents."""
    return [(one.origin, one.destination, len(one.respondents)) for one in found]


def leg(respondent, origin="A", destination="B", **more):
    """A leg of a respondent."""
    return Leg("T", respondent, 1, 1, 1, origin, destination, Span(0, 1), **more)


def test_corridors_are_sorted_by_respondents(tmp_path):
    """Who tells of a way twice counts once; a wish is in its own column."""
    with study_of(tmp_path) as study:
        found = study_routes(study)
    assert [one.segments for one in found.corridors[:2]] == [("R01:3", "R02:2"), ("R03:2",)]
    assert tuple(replace(one, segments=()) for one in found.corridors) == (
        Corridor("Loznica", "Bosnia", ("R01", "R02"), 2, 2, 0, 0, 0, (("foot", 2),)),
        Corridor("Belgrade", "Bosnia", ("R03",), 1, 1, 0, 0, 0),
        Corridor("Belgrade", "Loznica", ("R01",), 1, 1, 0, 0, 0, (("car", 1),)),
        Corridor("Bosnia", "Croatia", (), 0, 0, 0, 0, 1),
    )
    assert found.notes == ()


def test_towns_count_as_their_country(tmp_path):
    """With countries, legs inside one are none and those over the same border are one corridor."""
    with study_of(tmp_path) as study:
        found = study_routes(study, countries=True)
    assert ends(found.corridors) == [("Serbia", "Bosnia", 3), ("Bosnia", "Croatia", 0)]


def test_legs_are_counted_by_people_and_by_mentions():
    """Respondents, own journeys, legs, forced, tried, intended and modes of one corridor."""
    told = (
        leg("R1", mode="foot"),
        leg("R1", mode="foot", forced=True),
        leg("R2", mode="bus", own=False),
        leg("R3", status=LegStatus.TRIED),
        leg("R1", status=LegStatus.TRIED),
        leg("R4", status=LegStatus.INTENDED, mode="car"),
        leg("R5", origin=""),
    )
    assert corridors(told) == (Corridor("A", "B", ("R1", "R2"), 1, 3, 1, 2, 1, (("foot", 2), ("bus", 1)), ("T:1",)),)


def test_words_of_who_has_withdrawn_make_no_route(tmp_path):
    """Neither their legs nor their corridors are shown, and the reader is told."""
    respondents = LIST.replace("R02,man,41,active", "R02,man,41,withdrawn")
    with study_of(tmp_path, respondents=respondents) as study:
        found = study_routes(study)
    assert {one.respondent for one in found.legs} == {"R01", "R03"}
    assert found.notes == ("1 respondent(s) have withdrawn and are in no table.",)


def test_a_transcript_that_waits_makes_no_route(tmp_path):
    """What nobody has decided on yet is in no corridor."""
    files = {"R01.txt": FILES["R01.txt"], "R02.txt": "We walked from Belgrade to Bosnia.\nThen we were tired.\n"}
    with study_of(tmp_path, files) as study:
        assert list(study.store.held()) == ["R02"]
        found = study_routes(study)
    assert {one.transcript for one in found.legs} == {"R01"}


def test_legs_without_a_beginning_are_counted_in_a_note(tmp_path):
    """They are listed and in no corridor."""
    with study_of(tmp_path, {"R01.txt": "I: How?\nR: We walked to Bosnia.\n"}) as study:
        found = study_routes(study)
    assert ([one.destination for one in found.legs], found.corridors) == (["Bosnia"], ())
    assert found.notes == (
        "2 respondent(s) on the list have no transcript that can be used: R02, R03.",
        "1 leg(s) do not say where they began and are in no corridor; --legs lists them.",
    )


def test_who_does_not_travel_has_no_journey_of_their_own(tmp_path):
    """Where the actors say whose "we" travels, the trips of others are left out."""
    respondents = "respondent_id,respondent_type\nR01,refugee\nR02,informant\n"
    files = {
        "R01.txt": "I: How?\nR: From Serbia we walked to Bosnia.\n",
        "R02.txt": "I: How?\nR: From Serbia we went to Croatia to train staff. People walk from Serbia to Bosnia.\n",
    }
    with study_of(tmp_path, files, codebook=CODEBOOK + ACTORS + ROUTES, respondents=respondents) as study:
        found = study_routes(study)
    assert [(one.respondent, one.origin, one.destination, one.own) for one in found.legs] == [
        ("R01", "Serbia", "Bosnia", True),
        ("R02", "Serbia", "Bosnia", False),
    ]


def test_a_codebook_without_places_says_what_to_write(tmp_path):
    """Without a gazetteer there is nothing to look for."""
    with study_of(tmp_path, codebook=CODEBOOK) as study, pytest.raises(QualcodeError) as error:
        study_routes(study)
    assert (error.value.what, error.value.where, error.value.hint) == (
        "the codebook has no places to follow.",
        "codebook",
        'write them below "routes:", each with its country, as docs/routes.md shows',
    )


def test_kept_parses_are_read_again(tmp_path, monkeypatch):
    """What one run has parsed the next one does not parse."""
    with study_of(tmp_path) as study:
        first = study_routes(study)
        monkeypatch.setattr("qualcode.text.parser._parsed", lambda texts: pytest.fail(f"parsed {texts}"))
        assert study_routes(study) == first
    assert first.legs


def test_progress_has_a_step_for_each_transcript(tmp_path):
    """A face can draw a bar."""
    progress = Mock()
    with study_of(tmp_path) as study:
        study_routes(study, progress=progress)
    assert progress.method_calls == [call.start("Following routes", 3), *3 * [call.step()], call.finish()]
