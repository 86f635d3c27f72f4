"""docs/routes.md, held against the code."""

import re
from pathlib import Path

import pytest
from routes_sample import PARSER, aloud, transcript, wanted

from qualcode.codebook.load import load_codebook
from qualcode.matching.routes import RouteFinder

PAGE = (Path(__file__).parents[3] / "docs" / "routes.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\| ([A-Z][^|]*\.) \| ?([^|]*?) ?\|$", PAGE, re.MULTILINE)


@pytest.fixture(scope="module")
def finder(tmp_path_factory):
    """The places that the page shows, in a codebook of one code."""
    (block,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    path = tmp_path_factory.mktemp("manual") / "codebook.yaml"
    rest = 'codebook: T\nversion: "1"\nthemes: [{id: t, name: T, codes: [{id: c, name: C, rules: [{any: [gun]}]}]}]\n'
    path.write_text(rest + block, encoding="utf-8")
    codebook, problems = load_codebook(path)
    assert problems == ()
    return RouteFinder(codebook.routes)


def test_the_page_has_examples():
    """All sentences of the table are found."""
    assert len(EXAMPLES) == 12


@pytest.mark.parametrize(("said", "expected"), EXAMPLES)
def test_an_example_of_the_page(finder, said, expected):
    """A reader may rely on what the page says is read."""
    assert [aloud(leg) for leg in finder.legs(transcript(said), PARSER)] == wanted(expected)
