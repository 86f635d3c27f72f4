"""PDF files: printed lines become paragraphs again, and what only the page needs is left out."""

import zlib

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Line, Position
from qualcode.readers.formats.pdf import read

LEFT, TOP, PITCH = 72, 760, 14
FULL = "and then we walked along the river for three nights until someone came to us who"
"""A line that fills the column."""


def _write(path, *pages, encrypt=None):
    """A PDF; a page is a list of lines, each a text or (text, x, y, font), set in Helvetica 11 from the top."""
    drawing = canvas.Canvas(str(path), pagesize=A4, invariant=1, encrypt=encrypt)
    for page in pages:
        y = TOP
        for line in page:
            text, x, place, font = line if isinstance(line, tuple) else (line, LEFT, None, "Helvetica")
            drawing.setFont(font, 11)
            drawing.drawString(x, y if place is None else place, text)
            y -= PITCH if place is None else 0
        drawing.showPage()
    drawing.save()
    return path


def _at(text, x=LEFT, y=None, font="Helvetica"):
    return (text, x, y, font)


def _joined(path):
    return [(line.joiner, line.text) for line in read(path).lines]


def _refusal(path):
    with pytest.raises(ProblemsError) as caught:
        read(path)
    (problem,) = caught.value.problems
    return problem


def test_lines_know_their_page_and_paragraph(tmp_path):
    """Each printed line is a line; a wrapped one is joined by a space and belongs to the same paragraph."""
    path = _write(tmp_path / "a.pdf", ["I: How was it?", f"R: {FULL}", "knew the way."], ["I: Thank you."])
    assert read(path).lines == (
        Line("I: How was it?", Position(paragraph=1, page=1)),
        Line(f"R: {FULL}", Position(paragraph=2, page=1)),
        Line("knew the way.", Position(paragraph=2, page=1), joiner=" "),
        Line("I: Thank you.", Position(paragraph=3, page=2)),
    )


def test_a_short_line_ends_its_paragraph(tmp_path):
    """What follows a line that ends early stands on its own."""
    path = _write(tmp_path / "a.pdf", [FULL, FULL, "Then it was over.", "The next day was better."])
    assert [joiner for joiner, _ in _joined(path)] == ["\n", " ", " ", "\n"]


def test_a_wider_gap_parts_paragraphs(tmp_path):
    """Space between paragraphs parts them though the line before was full."""
    texts = {760: FULL, 746: FULL, 732: "It was over.", 706: FULL, 680: f"We {FULL[:70]}"}
    lines = [_at(text, y=y) for y, text in texts.items()]
    assert [joiner for joiner, _ in _joined(_write(tmp_path / "a.pdf", lines))] == ["\n", " ", " ", "\n", "\n"]


def test_an_indent_begins_a_paragraph(tmp_path):
    """A first line set in begins a paragraph though the line before was full."""
    lines = [_at(FULL, x=90), _at(FULL), _at(FULL), _at("Then they came back.", x=90), _at("It was late.")]
    assert [joiner for joiner, _ in _joined(_write(tmp_path / "a.pdf", lines))] == ["\n", " ", " ", "\n", "\n"]


def test_a_hanging_label_keeps_its_paragraph_together(tmp_path):
    """Words set in beside a label belong to it; the label is parted from them by a tab."""
    lines = [
        _at("R", y=760),
        _at(FULL, x=120, y=760),
        _at(FULL, x=120, y=746),
        _at("said.", x=120, y=732),
        _at("I", y=718),
        _at("Who?", x=120, y=718),
    ]
    assert _joined(_write(tmp_path / "a.pdf", lines)) == [
        ("\n", f"R\t{FULL}"),
        (" ", FULL),
        (" ", "said."),
        ("\n", "I\tWho?"),
    ]


@pytest.mark.parametrize("start", ["I: And", "[00:12] And", "Interviewer 2: And", "MR. B.: And", "00:12 P1: And"])
def test_a_label_begins_a_paragraph_behind_a_full_line(tmp_path, start):
    """A full line never swallows what looks like the next speaker."""
    path = _write(tmp_path / "a.pdf", [f"R: {FULL}", FULL, f"{start} {FULL[:40]}"])
    assert [joiner for joiner, _ in _joined(path)] == ["\n", " ", "\n"]


def test_words_before_a_colon_in_running_text_are_no_label(tmp_path):
    """A wrapped line may hold a colon early on."""
    path = _write(tmp_path / "a.pdf", [f"R: {FULL}", f"said the following: {FULL[:40]}"])
    assert [joiner for joiner, _ in _joined(path)] == ["\n", " "]


def test_a_name_alone_on_its_line_stays_alone(tmp_path):
    """Lower-case words below a short line do not make it part of their paragraph."""
    path = _write(tmp_path / "a.pdf", ["Speaker one", FULL, "yes it was"])
    assert [joiner for joiner, _ in _joined(path)] == ["\n", "\n", " "]


def test_a_paragraph_runs_on_over_the_page(tmp_path):
    """A paragraph that ends on the next page is one, with the page header between left out."""
    head = _at("Transcript KII_07", y=810)
    pages = [[head, f"R: {FULL}", FULL], [head, "knew the way.", "I: And then?"], [head, "R: Nothing."]]
    assert _joined(_write(tmp_path / "a.pdf", *pages)) == [
        ("\n", f"R: {FULL}"),
        (" ", FULL),
        (" ", "knew the way."),
        ("\n", "I: And then?"),
        ("\n", "R: Nothing."),
    ]


HYPHENS = [
    ("smug-", "gler", "smug", ""),
    ("self-", "employed", "self-", ""),
    ("push-", "backs", "push-", ""),
    ("EU-", "Turkey", "EU-", ""),
    ("I was-", "They came", "I was-", " "),
]


@pytest.mark.parametrize(("end", "start", "mended", "joiner"), HYPHENS)
def test_a_word_broken_at_the_line_end_is_mended(tmp_path, end, start, mended, joiner):
    """A hyphen that only broke the word goes; that of a compound stays."""
    path = _write(tmp_path / "a.pdf", ["R: They call it push-backs.", f"R: {FULL[:70]} {end}", f"{start} at night."])
    assert _joined(path)[1:] == [("\n", f"R: {FULL[:70]} {mended}"), (joiner, f"{start} at night.")]


def test_headers_footers_and_page_numbers_are_left_out_and_reported(tmp_path):
    """Lines that return on the pages are dropped, and a note says how many."""
    pages = [
        [
            _at("Interview 7, 12 June", y=810),
            f"I: Question {word}?",
            "R: Yes.",
            _at("https://example.org/7", y=40),
            _at(f"{number}/3", x=500, y=40),
        ]
        for number, word in enumerate(("one", "two", "three"), start=1)
    ]
    document = read(_write(tmp_path / "a.pdf", *pages))
    assert [line.text for line in document.lines] == [
        "I: Question one?", "R: Yes.", "I: Question two?", "R: Yes.", "I: Question three?", "R: Yes.",
    ]  # fmt: skip
    what = "6 lines were left out on 3 pages: page headers, footers or page numbers."
    assert document.problems == (Problem(what, Where("a.pdf"), severity=Severity.NOTE),)


@pytest.mark.parametrize("number", ["Page 1 of 1", "- 1 -", "1", "1/1", "https://example.org/a?b=1 1/1"])
def test_a_page_number_on_a_single_page_is_left_out(tmp_path, number):
    """A page number is known by its form where no other page can tell."""
    document = read(_write(tmp_path / "a.pdf", ["R: Yes.", _at(number, x=290, y=40)]))
    assert [line.text for line in document.lines] == ["R: Yes."]
    what = "1 line was left out on 1 page: page headers, footers or page numbers."
    assert document.problems == (Problem(what, Where("a.pdf"), severity=Severity.NOTE),)


def test_the_same_answer_at_the_top_of_two_pages_is_kept(tmp_path):
    """On two pages an answer may stand at the same place by chance."""
    assert _joined(_write(tmp_path / "a.pdf", ["R: Yes.", "I: And?"], ["R: Yes.", "I: Good."])) == [
        ("\n", "R: Yes."), ("\n", "I: And?"), ("\n", "R: Yes."), ("\n", "I: Good."),
    ]  # fmt: skip


def test_a_bold_label_is_measured(tmp_path):
    """The bold start of a line is known by its length, from the name of the font."""
    path = _write(tmp_path / "a.pdf", [_at("Speaker 1", y=760, font="Helvetica-Bold"), _at("yes", x=128, y=760)])
    assert read(path).lines == (Line("Speaker 1 yes", Position(paragraph=1, page=1), bold=9),)


def test_letters_drawn_twice_are_read_once(tmp_path):
    """Some programs print bold by drawing each letter again, a hair apart."""
    path = _write(tmp_path / "a.pdf", [_at("R: Yes", y=760), _at("R: Yes", x=LEFT + 0.3, y=760)])
    assert _joined(path) == [("\n", "R: Yes")]


def test_a_file_without_text_is_refused(tmp_path):
    """A PDF of pictures, or of nothing, asks for text recognition."""
    fix = "run text recognition (OCR) on it, or ask for the transcript as a Word document"
    assert _refusal(_write(tmp_path / "a.pdf", [])) == Problem("the PDF holds no text.", Where("a.pdf"), fix)


def _picture(drawing):
    drawing.drawInlineImage(_dot(), 72, 72, 400, 600)
    drawing.showPage()


def _dot():
    from PIL import Image

    return Image.new("L", (4, 4), 128)


def test_a_scan_is_refused(tmp_path):
    """A PDF of pictures of pages asks for text recognition."""
    drawing = canvas.Canvas(str(tmp_path / "a.pdf"), invariant=1)
    _picture(drawing)
    drawing.save()
    fix = "run text recognition (OCR) on it, or ask for the transcript as a Word document"
    what = "the PDF holds no text, only pictures of pages."
    assert _refusal(tmp_path / "a.pdf") == Problem(what, Where("a.pdf"), fix)


def test_pages_that_are_only_a_picture_are_named(tmp_path):
    """A scanned page among others gives a warning with its number."""
    drawing = canvas.Canvas(str(tmp_path / "a.pdf"), invariant=1)
    drawing.drawString(72, 700, "R: Yes.")
    drawing.showPage()
    _picture(drawing)
    _picture(drawing)
    drawing.save()
    what = "pages 2, 3 are only a picture; words on them were not read."
    fix = "run text recognition (OCR) on it, or ask for the transcript as a Word document"
    assert read(tmp_path / "a.pdf").problems == (Problem(what, Where("a.pdf", page=2), fix, Severity.WARNING),)


def test_a_protected_file_is_refused(tmp_path):
    """A PDF that needs a password says so."""
    path = _write(tmp_path / "a.pdf", ["R: Yes."], encrypt=StandardEncryption("secret"))
    fix = "open it with its password and print it to a new PDF without one"
    assert _refusal(path) == Problem("the file is protected by a password.", Where("a.pdf"), fix)


def test_a_file_that_only_forbids_changes_is_read(tmp_path):
    """A PDF that anybody may open is read, whatever else it forbids."""
    lock = StandardEncryption("", ownerPassword="owner", canModify=0)
    assert _joined(_write(tmp_path / "a.pdf", ["R: Yes."], encrypt=lock)) == [("\n", "R: Yes.")]


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: data[:20],
        lambda _: b"%PDF-1.4\n" + bytes(range(256)) * 20 + b"\n%%EOF",
    ],
    ids=["half", "start", "garbage"],
)
def test_a_damaged_file_is_refused(tmp_path, damage):
    """A file that was not copied to its end, or is no PDF behind its first bytes, says so."""
    path = _write(tmp_path / "a.pdf", ["R: Yes."] * 30)
    path.write_bytes(damage(path.read_bytes()))
    fix = "open it in a PDF viewer and print it to a new PDF, or ask for the file again"
    assert _refusal(path) == Problem("the file is damaged or was not copied to its end.", Where("a.pdf"), fix)


def test_another_kind_of_file_is_named(tmp_path):
    """A web page saved as .pdf says what it is."""
    (tmp_path / "a.pdf").write_bytes(b"<html><body>x</body></html>")
    fix = "open it in a browser, copy the text into a document and save that as .docx"
    assert _refusal(tmp_path / "a.pdf") == Problem("this is a web page, not a PDF file.", Where("a.pdf"), fix)


def test_a_part_that_unpacks_a_thousandfold_is_refused(tmp_path):
    """A packed part that would fill the memory is refused before it is read."""
    packed = zlib.compress(bytes(250_000_000), 9)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4\n1 0 obj<<>>stream\n" + packed + b"\nendstream\n%%EOF")
    what = "a part of the file would unpack to far more than a document holds."
    fix = "do not open it; ask whoever sent it for the transcript in a new file"
    assert _refusal(tmp_path / "a.pdf") == Problem(what, Where("a.pdf"), fix)


def test_reading_twice_gives_the_same(tmp_path):
    """The same file gives the same lines and problems."""
    path = _write(tmp_path / "a.pdf", [f"R: {FULL}", FULL, _at("1", y=40)])
    assert read(path) == read(path)
