"""`qualcode routes`: corridors, legs, formats, and what it says where there is nothing."""

import csv
import io
import json

import pytest

ROUTES = """
routes:
  places:
    Serbia: {kind: country}
    Bosnia: {kind: country}
    Croatia: {kind: country}
    Loznica: {country: Serbia}
  modes: {foot: [walk]}
"""
R01 = (
    "I: How?\nR: From Loznica we walked to Bosnia.\n"
    "I: And then?\nR: We tried to cross to Croatia. They pushed us back to Bosnia.\n"
)
R02 = "I: How?\nR: People go from Loznica to Bosnia.\n"


@pytest.fixture
def travelled(study, qualcode):
    """A small study whose codebook has places."""
    path = study / "codebook" / "borders.yaml"
    path.write_text(path.read_text(encoding="utf-8") + ROUTES, encoding="utf-8")
    (study / "transcripts" / "R01.txt").write_text(R01, encoding="utf-8")
    (study / "transcripts" / "R02.txt").write_text(R02, encoding="utf-8")
    assert qualcode("import").code == 0
    return study


@pytest.mark.usefixtures("travelled")
def test_corridors_are_printed_by_respondents(qualcode):
    """From, to, who tells of it, who travelled it, and how."""
    assert qualcode("routes").out == (
        "from     to       respondents  own  legs  tried  modes\n"
        "───────────────────────────────────────────────────────\n"
        "Loznica  Bosnia             2    1     2         foot 1\n"
        "Bosnia   Croatia            0    0     0      1\n"
        "\n"
    )


@pytest.mark.usefixtures("travelled")
def test_legs_are_printed_with_their_segment(qualcode):
    """What goes without saying is left out, an unknown beginning is a question mark."""
    assert qualcode("routes", "--legs").out == (
        "segment  leg\n"
        "──────────────────────────────────\n"
        "R01:2    Loznica to Bosnia  foot\n"
        "R01:4    Bosnia to Croatia  tried\n"
        "R01:5    ? to Bosnia        forced\n"
        "R02:2    Loznica to Bosnia  others\n"
        "\n"
    )


@pytest.mark.usefixtures("travelled")
def test_legs_as_csv(qualcode):
    """Rows from / to / mode / segment, with everything else that is known of a leg."""
    rows = list(csv.DictReader(io.StringIO(qualcode("routes", "--legs", "--format", "csv").out)))
    assert rows[0] == {
        "from": "Loznica",
        "to": "Bosnia",
        "mode": "foot",
        "forced": "",
        "status": "done",
        "whose": "own",
        "respondent": "R01",
        "segment": "R01:2",
    }
    assert [(row["from"], row["to"], row["forced"], row["status"], row["whose"]) for row in rows[1:]] == [
        ("Bosnia", "Croatia", "", "tried", "own"),
        ("", "Bosnia", "forced", "done", "own"),
        ("Loznica", "Bosnia", "", "done", "others"),
    ]


@pytest.mark.usefixtures("travelled")
def test_corridors_of_countries_as_json(qualcode):
    """`--countries` counts a town as its country; json has every number."""
    records = json.loads(qualcode("routes", "--countries", "--format", "json").out)
    assert records[0] == {
        "from": "Serbia",
        "to": "Bosnia",
        "respondents": 2,
        "own": 1,
        "legs": 2,
        "forced": 0,
        "tried": 0,
        "intended": 0,
        "modes": "foot 1",
    }


@pytest.mark.usefixtures("travelled")
def test_notes_stand_beside_the_listing(qualcode):
    """What is in no corridor is said on standard error."""
    assert "Note: 1 leg(s) do not say where they began" in qualcode("routes").err


def test_a_study_without_any_route(qualcode, travelled):
    """Where nobody tells of a way, that is said."""
    path = travelled / "codebook" / "borders.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Serbia", "Spain").split("    Bosnia")[0], encoding="utf-8"
    )
    for words in (("routes",), ("routes", "--legs")):
        assert qualcode(*words).out.strip() == "No routes were found."


@pytest.mark.usefixtures("imported")
def test_a_codebook_without_places_is_refused(qualcode):
    """The error says where to write places."""
    done = qualcode("routes")
    assert done.code == 1
    assert "Error codebook: the codebook has no places to follow." in done.err
    assert 'write them below "routes:"' in done.err


@pytest.mark.usefixtures("sample")
def test_the_sample_study_has_routes(qualcode):
    """The sample's best known corridor is told by three respondents."""
    first = json.loads(qualcode("routes", "--format", "json").out)[0]
    assert (first["from"], first["to"], first["respondents"]) == ("Shkodër", "Montenegro", 3)


@pytest.mark.usefixtures("travelled")
def test_a_map_is_drawn(qualcode, travelled):
    """Where the codebook says where places lie; where it does not, or too few tell of a way, that is told."""
    assert qualcode("routes", "--out", "map.svg").err == (
        "Error there is no corridor to draw.\n"
        "      Try: qualcode routes lists them; a place needs its coordinates in the codebook (at: [43.9, 17.7])\n"
    )
    path = travelled / "codebook" / "borders.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("Bosnia: {kind: country}", "Bosnia: {kind: country, at: [43.9, 17.7]}")
    path.write_text(text.replace("{country: Serbia}", "{country: Serbia, at: [44.5, 19.2]}"), encoding="utf-8")
    assert qualcode("routes", "--out", "map.svg").out == "Drew map.svg: 1 corridor.\n"
    assert ">Loznica<" in (travelled / "map.svg").read_text(encoding="utf-8")
    assert "no corridor to draw" in qualcode("routes", "--out", "map.svg", "--release").err


def test_themes_are_plotted(qualcode, coded):
    """As bars or as a heat map, of some respondents; for publication only what may be known."""
    assert qualcode("plot", "bars.svg", "--by", "gender").out == "Drew bars.svg.\n"
    assert ">woman (n = 1)<" in (coded / "bars.svg").read_text(encoding="utf-8")
    assert qualcode("plot", "heat.svg", "--kind", "heat", "--level", "code", "--where", "gender=woman").code == 0
    assert ">Cold<" in (coded / "heat.svg").read_text(encoding="utf-8")
    released = qualcode("plot", "out.svg", "--by", "gender", "--release", "--include-unreviewed")
    assert released.code == 0
    assert "[c]" in (coded / "out.svg").read_text(encoding="utf-8")
