"""Numbers in the margin of text files."""

from qualcode.model.problem import Severity
from qualcode.readers.formats.line_numbers import without_line_numbers
from qualcode.readers.formats.plain import read
from qualcode.readers.formats.wrapping import Physical

TEXT = (
    "I: Who came to",
    "the feast?",
    "R: My aunt and",
    "her dog, which",
    "nobody liked.",
    "I: And then?",
    "R: We ate",
    "it.",
)


def _physical(texts):
    return [Physical(text, number) for number, text in enumerate(texts, start=1)]


def _bare(texts):
    lines, count = without_line_numbers(_physical(texts))
    return tuple(line.text for line in lines), count


def test_every_line():
    """A number on each line, one more than on the line before, is no word."""
    assert _bare(f"{number:>3}  {text}" for number, text in enumerate(TEXT, start=1)) == (TEXT, 8)


def test_a_new_count_on_each_page():
    """Numbers may start again."""
    assert _bare(f"{number % 4 + 1}  {text}" for number, text in enumerate(TEXT)) == (TEXT, 8)


def test_every_fifth_line():
    """A number on every fifth line, as high as the line's place, is no word."""
    texts = TEXT + TEXT
    marked = (
        f"{number:>2}  {text}" if number % 5 == 0 else f"    {text}" for number, text in enumerate(texts, start=1)
    )
    assert _bare(marked) == (texts, 3)


def test_numbered_questions_stay():
    """Paragraphs that are numbered and never run on keep their numbers."""
    texts = tuple(f"{number} Question about the feast" for number in range(1, 9))
    assert _bare(texts) == (texts, 0)


def test_years_stay():
    """Numbers that do not count the lines are words."""
    texts = ("We left in", "1991 and came", "back in", "1999 by bus", "with", "12 bags.", "The rest", "2001 followed.")
    assert _bare(texts) == (texts, 0)


def test_the_note(tmp_path):
    """The reader says how many lines had a number."""
    path = tmp_path / "a.txt"
    path.write_text("\n".join(f"{number}  {text}" for number, text in enumerate(TEXT, start=1)), encoding="utf-8")
    (problem,) = read(path).problems
    assert (problem.severity, problem.what) == (
        Severity.NOTE,
        "the line numbers in the margin of 8 lines left out.",
    )
