"""Corridors as a listing."""

from listing_sample import by_name

from qualcode.analysis.corridors import corridors, routes_listing
from qualcode.model.leg import Leg
from qualcode.model.respondent import Respondent
from qualcode.model.transcript import Span

PEOPLE = (Respondent("R1", "migrant"), Respondent("R2", "migrant"), Respondent("K1", "official"))


def leg(respondent, destination, **more):
    """A leg from Serbia."""
    return Leg(f"T_{respondent}", respondent, 1, 4, 1, "Serbia", destination, Span(0, 1), **more)


def test_respondents_of_each_type_stand_in_columns_of_their_own():
    """Never added to those of another type but in the column of all, with where it is told."""
    told = (leg("R1", "Bosnia"), leg("K1", "Bosnia", own=False), leg("R2", "Hungary", mode="foot"))
    listing = routes_listing(corridors(told), PEOPLE)
    rows = by_name(listing, "to")
    bosnia = {name: figure.value for name, figure in rows["Bosnia"].items()}
    assert bosnia == {
        "from": "Serbia",
        "to": "Bosnia",
        "respondents": 2,
        "respondents_migrant": 1,
        "respondents_official": 1,
        "own": 1,
        "legs": 2,
        "forced": 0,
        "tried": 0,
        "intended": 0,
        "modes": "",
        "segments": "T_R1:4, T_K1:4",
    }
    assert rows["Hungary"]["modes"].value == "foot 1"
    assert rows["Hungary"]["respondents"].people == ("R2",)


def test_nothing_told_is_an_empty_listing():
    """Which is left out of a workbook."""
    assert routes_listing((), PEOPLE).rows == ()
