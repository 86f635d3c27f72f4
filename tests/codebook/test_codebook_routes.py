"""`routes:` of a codebook: what it means, and every fault with its line in words that say what to do."""

from pathlib import Path

import pytest

from qualcode.codebook import load_codebook
from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.routes import Place, PlaceKind, Routes
from qualcode.model.term import Term, TermKind

HEAD = 'codebook: T\nversion: "1"\nthemes: [{id: t, name: T, codes: [{id: c, name: C, rules: [{any: [gun]}]}]}]\n'
PLACES = HEAD + "routes:\n  places:\n    Serbia: {kind: country}\n"
MODES = HEAD + "routes:\n  modes:\n"


def problems_of(path: Path) -> tuple[Problem, ...]:
    """What loading finds, whether it succeeds or not."""
    try:
        return load_codebook(path)[1]
    except ProblemsError as error:
        return error.problems


def write(folder: Path, content: str, name: str = "book.yaml") -> Path:
    """A codebook's file."""
    (folder / name).write_text(content, encoding="utf-8")
    return folder / name


def test_places_and_modes_are_read(tmp_path):
    """Everything that is written of a place and of a mode, with what goes without saying."""
    content = PLACES + (
        "    Bihać: {country: Bosnia, aliases: [Bihac town], at: [44.81, -15.87], case: true}\n"
        "    Bosnia: {kind: country, adjectives: Bosnian}\n"
        "    Europe: {kind: region}\n"
        "  modes:\n"
        "    foot: [on foot, exact:walk]\n"
    )
    codebook, problems = load_codebook(write(tmp_path, content))
    assert problems == ()
    assert codebook.routes == Routes(
        {
            "Serbia": Place("Serbia", PlaceKind.COUNTRY, "Serbia", line=6, file="book.yaml"),
            "Bihać": Place(
                "Bihać",
                PlaceKind.TOWN,
                "Bosnia",
                aliases=("Bihac town",),
                at=(44.81, -15.87),
                case=True,
                line=7,
                file="book.yaml",
            ),
            "Bosnia": Place("Bosnia", PlaceKind.COUNTRY, "Bosnia", adjectives=("Bosnian",), line=8, file="book.yaml"),
            "Europe": Place("Europe", PlaceKind.REGION, line=9, file="book.yaml"),
        },
        {"foot": (Term("on foot", TermKind.WORDS, "on foot", 11), Term("exact:walk", TermKind.EXACT, "walk", 11))},
    )


def test_a_codebook_without_routes_has_no_places(tmp_path):
    """Nobody has to write of routes."""
    assert load_codebook(write(tmp_path, HEAD))[0].routes == Routes()


def test_the_files_of_a_codebook_share_their_places(tmp_path):
    """A town in one file may lie in a country of another, and a place change the codebook's hash."""
    folder = tmp_path / "codebook"
    folder.mkdir()
    write(folder, PLACES, "1.yaml")
    before, _ = load_codebook(folder)
    write(folder, "routes: {places: {Niš: {country: Serbia}}, modes: {foot: [walk]}}\n", "2.yaml")
    after, problems = load_codebook(folder)
    assert (list(after.routes.places), list(after.routes.modes), problems) == (["Serbia", "Niš"], ["foot"], ())
    assert before.hash != after.hash


FAULTS = [
    ("    Niš: {}", 7, 'place "Niš" has no country.', "write country: Serbia, or kind: country if it is one"),
    ("    Niš:", 7, 'place "Niš" has no country.', "write country: Serbia, or kind: country if it is one"),
    ("    Niš: Serbia", 7, 'place "Niš" needs keys and values here.', 'write one "key: value" on each line'),
    (
        "    Niš: {country: Srbia}",
        7,
        'the country "Srbia" of place "Niš" is none of the places: did you mean "Serbia"?',
        'write "Serbia"',
    ),
    (
        "    Niš: {country: Serbia, alias: [Nish]}",
        7,
        'unknown key "alias" in place "Niš": did you mean "aliases"?',
        'write "aliases"',
    ),
    (
        "    Niš: {country: Serbia, kind: city}",
        7,
        'the "kind" of place "Niš" cannot be "city".',
        "use one of: camp, country, crossing, region, town",
    ),
    (
        "    Niš: {country: Serbia, at: 43.3}",
        7,
        '"at" of place "Niš" must be two numbers, latitude and longitude.',
        "write for instance at: [44.81, 15.87]",
    ),
    (
        "    Niš: {country: Serbia, at: [north, 21.9]}",
        7,
        '"at" of place "Niš" must be two numbers, latitude and longitude.',
        "write for instance at: [44.81, 15.87]",
    ),
    (
        "    Niš: {country: Serbia, at: [143.32, 21.9]}",
        7,
        'the latitude of place "Niš" is 143.32, which is more than 90 degrees.',
        "write latitude first, then longitude, in degrees with a point",
    ),
    (
        "    Niš: {country: Serbia, case: maybe}",
        7,
        '"case" of place "Niš" must be true or false.',
        "write true or false, without quotation marks",
    ),
    (
        '    Niš: {country: Serbia, aliases: ["?"]}',
        7,
        'an alias of place "Niš" has no letters.',
        "write the word, or remove it",
    ),
    (
        '    Niš: {country: Serbia, adjectives: ["-"]}',
        7,
        'an adjective of place "Niš" has no letters.',
        "write the word, or remove it",
    ),
    ('    "?": {country: Serbia}', 7, 'the place "?" has no letters.', "write its name before the colon"),
    (
        "    Niš: {country: Serbia, aliases: [serbia]}",
        7,
        '"serbia" is a name of place "Niš" and of place "Serbia".',
        "keep it with one of them, or write a longer name",
    ),
    (
        "    Serbia: {kind: country}",
        7,
        '"Serbia" stands twice in "places" of "routes", first on line 6.',
        "keep one of the two, or put both contents into one",
    ),
    (
        "  mode: {foot: [walk]}",
        7,
        'unknown key "mode" in "routes": did you mean "modes"?',
        'write "modes"',
    ),
]
MODE_FAULTS = [
    ("    foot: []", 'mode "foot" has no words.', "write them in brackets: [on foot, walk]"),
    ("    foot: {walk: true}", 'mode "foot" needs a list of words.', "write them in brackets: [on foot, walk]"),
    (
        "    foot: ['re:walk.*']",
        'the term "re:walk.*" in mode "foot" is of a kind that no mode can have.',
        "write plain words, exact:word, case:Word or wor*",
    ),
    (
        "    {foot: [walk], march: [Walk]}",
        'the term "Walk" stands in mode "march" and in mode "foot".',
        "keep it in one of the two",
    ),
]


@pytest.mark.parametrize(("line", "number", "what", "fix"), FAULTS)
def test_a_fault_of_a_place(tmp_path, line, number, what, fix):
    """What is wrong with a place, on which line, and how to mend it."""
    found = problems_of(write(tmp_path, f"{PLACES}{line}\n"))
    assert found == (Problem(what, Where("book.yaml", line=number), fix, Severity.ERROR),)


@pytest.mark.parametrize(("line", "what", "fix"), MODE_FAULTS)
def test_a_fault_of_a_mode(tmp_path, line, what, fix):
    """What is wrong with a mode of travel."""
    found = problems_of(write(tmp_path, f"{MODES}{line}\n"))
    assert found == (Problem(what, Where("book.yaml", line=6), fix, Severity.ERROR),)


def test_a_place_without_any_country_to_lie_in(tmp_path):
    """Where no country is listed at all, the fix says how to list one."""
    found = problems_of(write(tmp_path, HEAD + "routes: {places: {Niš: {country: Serbia}}}\n"))
    assert [str(one) for one in found] == [
        'book.yaml, line 4: the country "Serbia" of place "Niš" is none of the places.\n'
        "Try: add it to the places with kind: country"
    ]


def test_a_place_that_two_files_define(tmp_path):
    """A place exists once, whichever file it stands in."""
    folder = tmp_path / "codebook"
    folder.mkdir()
    write(folder, PLACES, "1.yaml")
    write(folder, "routes: {places: {Serbia: {kind: country}}}\n", "2.yaml")
    assert [str(one) for one in problems_of(folder)] == [
        'codebook/2.yaml, line 1: the place "Serbia" is defined a second time, first in codebook/1.yaml, line 6.\n'
        "Try: remove one of the two, or rename it"
    ]
