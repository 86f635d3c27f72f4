"""On which line an example of a codebook stands, however YAML writes it."""

import pytest

from qualcode.codebook import load_codebook
from qualcode.codebook.example_lines import line_of, texts_of

CODEBOOK = """\
codebook: Roads
version: "1"
themes:
  - id: t
    name: T
    codes:
      - id: c
        name: C
        definition: Words about rain.
        examples:
          - We walked in the rain.
          - 'It wasn''t the rain, it was the ''other'' rain.'
          - "He said: \\"rain\\"."
          - The rain that fell was so long that nobody
            could remember when it had begun.
        counterexamples: [No rain here., The sun.]
        rules: [{any: [rain]}]
"""
LINES = [
    ("We walked in the rain.", 11),
    ("It wasn't the rain, it was the 'other' rain.", 12),
    ('He said: "rain".', 13),
    ("The rain that fell was so long that nobody could remember when it had begun.", 14),
    ("No rain here.", 16),
    ("The sun.", 16),
]


@pytest.mark.parametrize(("example", "line"), LINES)
def test_an_example_is_found_on_its_line(tmp_path, example, line):
    """Quotation marks that are doubled or escaped, and sentences over several lines, are found where they begin."""
    path = tmp_path / "roads.yaml"
    path.write_text(CODEBOOK, encoding="utf-8")
    codebook, _ = load_codebook(path)
    (code,) = codebook.codes()
    assert example in (*code.examples, *code.counterexamples)
    assert line_of(texts_of(path), code, example) == line


def test_an_example_that_is_not_found_has_the_line_of_its_code(tmp_path):
    """A sentence written in a way that is not recognised is reported where its code begins."""
    path = tmp_path / "book"
    path.mkdir()
    written = CODEBOOK.replace("We walked in the rain.", '"We walked in the r\\u0061in."')
    (path / "roads.yaml").write_text(written, encoding="utf-8")
    (code,) = load_codebook(path)[0].codes()
    assert code.examples[0] == "We walked in the rain."
    assert line_of(texts_of(path), code, code.examples[0]) == code.line
