"""Pictures: read as text where they are SVG, measured where they are PNG."""

import struct
import zlib

import lxml.etree
import pytest
from exporters_sample import GUIDE, report

from qualcode.errors import MisuseError, QualcodeError
from qualcode.exporters import plots
from qualcode.exporters.drawn import drawn_groups, in_shares, not_drawn
from qualcode.exporters.plots import check_picture, png, write_picture
from qualcode.exporters.plots.bars import draw_bars, draw_heat
from qualcode.exporters.plots.routes_map import MOST, draw_map, drawable
from qualcode.model.leg import Corridor
from qualcode.model.routes import Place, PlaceKind
from qualcode.model.table import Cell, Column, Level, Row, ThemeTable

PLACES = {
    "Serbia": Place("Serbia", PlaceKind.COUNTRY, at=(44.0, 20.9)),
    "Bosnia": Place("Bosnia", PlaceKind.COUNTRY, at=(43.9, 17.7)),
    "Iran": Place("Iran", PlaceKind.COUNTRY, at=(32.4, 53.7)),
    "Greece": Place("Greece", PlaceKind.COUNTRY, at=(39.1, 21.8)),
    "Nowhere": Place("Nowhere"),
}


def corridor(origin, destination, people, *, forced=0):
    """So many respondents on one corridor."""
    who = tuple(f"R{number}" for number in range(people))
    return Corridor(origin, destination, who, people, people, forced, 0, 0)


TOLD = (corridor("Serbia", "Bosnia", 4), corridor("Bosnia", "Serbia", 3, forced=2), corridor("Iran", "Serbia", 1))


def texts(path):
    """What an SVG says, in order."""
    tree = lxml.etree.parse(str(path))
    return ["".join(one.itertext()) for one in tree.iter("{http://www.w3.org/2000/svg}text")]


def size_and_colors(data):
    """Width, height and how many different rows a PNG has."""
    width, height = struct.unpack(">II", data[16:24])
    chunks, place = b"", 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        if data[place + 4 : place + 8] == b"IDAT":
            chunks += data[place + 8 : place + 8 + length]
        place += length + 12
    raw = zlib.decompress(chunks)
    return width, height, len(set(raw))


def test_a_map_names_each_place_once_and_counts_each_corridor(tmp_path):
    """Names, numbers, a legend, a title and notes, as text that can be searched."""
    write_picture(
        tmp_path / "map.svg", lambda: draw_map(TOLD, PLACES, title="Routes of a study", notes=["What is counted."])
    )
    said = texts(tmp_path / "map.svg")
    assert [said.count(name) for name in ("Serbia", "Bosnia", "Iran")] == [1, 1, 1]
    assert {
        "4",
        "3",
        "1",
        "Routes of a study",
        "What is counted.",
        "4 respondents",
        "mostly against their will",
    } <= set(said)
    assert "Greece" not in said


def test_what_lies_close_together_is_drawn_once_more(tmp_path):
    """Most legs lie in the Balkans, one in Iran: two maps, and each name still once."""
    close = tuple(
        corridor(one, other, 9) for one, other in (("Serbia", "Bosnia"), ("Bosnia", "Greece"), ("Greece", "Serbia"))
    )
    figure = draw_map((*close, corridor("Iran", "Serbia", 1)), PLACES, title="")
    assert len(figure.axes) == 2
    write_picture(tmp_path / "map.svg", lambda: draw_map((*close, corridor("Iran", "Serbia", 1)), PLACES, title=""))
    assert [texts(tmp_path / "map.svg").count(name) for name in ("Serbia", "Iran")] == [1, 1]


def test_only_places_with_coordinates_are_drawn():
    """And only what somebody travelled, the strongest first."""
    told = (*TOLD, corridor("Serbia", "Nowhere", 2), corridor("Serbia", "Unknown", 2), corridor("Serbia", "Greece", 0))
    assert drawable(told, PLACES) == TOLD
    assert len(drawable([TOLD[0]] * (MOST + 5), PLACES)) == MOST


def test_bars_bear_their_numbers(tmp_path):
    """Each group of each theme, with the size of the group in the legend and the notes below."""
    table = report().tables[0]
    write_picture(tmp_path / "bars.svg", lambda: draw_bars(table))
    said = [one.strip() for one in texts(tmp_path / "bars.svg")]
    assert {"Authorities", "Journey", "key informant (n = 1)", "refugee migrant (n = 2)", table.title} <= set(said)
    assert "All respondents (n = 3)" not in said
    assert "respondents" in said
    assert table.notes[-1] in said


def test_bars_of_large_groups_are_shares(tmp_path):
    """From ten respondents on; a smaller group beside two large ones is named as not drawn."""
    people = tuple(f"R{number}" for number in range(24))
    columns = (
        Column("f", "a", "a", people[:10]),
        Column("f", "b", "b", people[10:20]),
        Column("f", "c", "c", people[20:]),
    )
    row = Row(Level.THEME, "t", "", "T", (Cell(people[:7], share="70 %", asked=people[:10]), Cell(), Cell(people[20:])))
    table = ThemeTable("Themes by f", columns, (row,), fields=("f",))
    assert (drawn_groups(table, most=6), in_shares([columns[0], columns[1]])) == ([0, 1], True)
    assert not_drawn(table, [0, 1]) == "Not drawn: c (n = 4)."
    write_picture(tmp_path / "bars.svg", lambda: draw_bars(table))
    said = [one.strip() for one in texts(tmp_path / "bars.svg")]
    assert {"7 (70 %)", "not asked", "Not drawn: c (n = 4)."} <= set(said)


def test_a_heat_map_has_a_number_in_every_cell(tmp_path):
    """Codes too where asked; what nobody was asked says so."""
    table = report(guide=GUIDE, codes={"RM_1": (("sta_violence", 1),)}).tables[0]
    write_picture(tmp_path / "heat.svg", lambda: draw_heat(table, Level.CODE))
    said = texts(tmp_path / "heat.svg")
    assert {"Violence", "Pushback", "Needs", "1*", "0", "not asked"} <= set(said)


def test_same_picture_same_bytes(tmp_path):
    """There is no clock in it, in either format."""
    for name in ("a.svg", "b.svg", "a.png", "b.png"):
        write_picture(tmp_path / name, lambda: draw_heat(report().tables[0]))
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_a_png_is_a_picture():
    """It has a size and is not blank."""
    width, height, colors = size_and_colors(png(lambda: draw_map(TOLD, PLACES, title="")))
    assert (width > 600, height > 200, colors > 20) == (True, True, True)


@pytest.mark.parametrize("name", ["map.jpg", "map"])
def test_another_format_is_told(tmp_path, name):
    """With those there are."""
    with pytest.raises(MisuseError) as caught:
        check_picture(tmp_path / name)
    assert str(caught.value) == f'"{name}" is no picture that can be drawn.\nTry: a name ending in .svg or .png'


def test_a_missing_library_is_told(tmp_path, monkeypatch):
    """With how to have it."""
    monkeypatch.setattr(plots, "can_draw", lambda: False)
    with pytest.raises(QualcodeError) as caught:
        check_picture(tmp_path / "map.svg")
    assert str(caught.value) == (
        'pictures need a library that is not installed (matplotlib).\nTry: pip install "qualcode[plots]"'
    )
