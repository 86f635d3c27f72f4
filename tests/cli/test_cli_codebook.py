"""codebook forms: what a term finds."""

import csv
import io
import json

import pytest

LISTS = """\
actors:
  smuggler: {terms: [smuggler]}
sets: {weapons: [knife]}
"""


@pytest.fixture
def listed(study):
    """The small study with an actor and a set."""
    (study / "codebook" / "lists.yaml").write_text(LISTS, encoding="utf-8")
    return study


@pytest.mark.usefixtures("study")
def test_forms_of_a_word(qualcode):
    """A line for each term, with its forms and what else they mean."""
    done = qualcode("codebook", "forms", "find")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        "term  as     forms                        also",
        "─" * 78,
        "find  topic  find, finding, finds, found  found is also a form of found (verb)",
        "",
    ]


@pytest.mark.usefixtures("study")
def test_forms_as_csv(qualcode):
    """A record for each form."""
    done = qualcode("codebook", "forms", "guard", "--as", "noun", "--format", "csv")
    assert list(csv.reader(io.StringIO(done.out))) == [
        ["term", "as", "form", "also"],
        ["guard", "noun", "guard", ""],
        ["guard", "noun", "guards", ""],
    ]


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(("ref", "forms"), [("actor:smuggler", ["smuggler", "smugglers"]), ("set:weapons", ["knife"])])
def test_forms_of_a_list_as_json(qualcode, ref, forms):
    """An actor or a set of the study's codebook is written out."""
    done = qualcode("codebook", "forms", ref, "--format", "json")
    found = [one["form"] for one in json.loads(done.out)]
    assert found[: len(forms)] == forms


@pytest.mark.parametrize("term", ["smuggler"])
def test_forms_outside_of_a_study(qualcode, tmp_path, monkeypatch, term):
    """A word needs no study; it is English then."""
    monkeypatch.chdir(tmp_path)
    assert "smuggler, smugglers" in qualcode("codebook", "forms", term, "--as", "noun").out


ERRORS = [
    ("actor:smugler", 2, 'Error the codebook has no actor "smugler". Did you mean "smuggler"?\n'),
    ("set:xyz", 2, 'Error the codebook has no set "xyz".\n      Try: one of: weapons\n'),
    (
        "action:hit",
        2,
        'Error the codebook has no action "hit".\n      Try: define it below actions:, or ask for a word\n',
    ),
    (
        "fine/NUON",
        1,
        'Error the term "fine/NUON" in this command has an unknown part of speech "NUON": did you mean "NOUN"?\n'
        '      Try: write "NOUN"\n',
    ),
    ("re:x", 1, 'Error "re:x" is a regular expression, and what it matches cannot be listed.\n'),
]


@pytest.mark.usefixtures("listed")
@pytest.mark.parametrize(("term", "code", "message"), ERRORS)
def test_terms_that_have_no_forms(qualcode, term, code, message):
    """A name the codebook does not have is misuse; what is no term, or cannot be listed, says why."""
    done = qualcode("codebook", "forms", term)
    assert (done.code, done.out) == (code, "")
    assert done.err.startswith(message)


def test_a_list_outside_of_a_study(qualcode, tmp_path, monkeypatch):
    """A list is always one of a study's codebook."""
    monkeypatch.chdir(tmp_path)
    done = qualcode("codebook", "forms", "actor:smuggler")
    assert (done.code, done.out) == (1, "")
    assert "there is no study in this folder" in done.err
