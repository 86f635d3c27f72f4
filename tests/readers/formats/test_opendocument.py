"""OpenDocument texts: what their reader sees is what is read, wherever LibreOffice keeps it."""

import zipfile

import pytest
from odfdo import Document as OdfDocument
from odfdo import Paragraph

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Line, Position, TableCell
from qualcode.readers.formats.opendocument import read

OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{OASIS}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
        ("svg", "svg-compatible"),
    )
)
STYLES = (
    '<style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="B2" style:family="text" style:parent-style-name="B"/>'
    '<style:style style:name="N" style:family="text"><style:text-properties fo:font-weight="400"/></style:style>'
    '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-weight="700"/></style:style>'
    '<style:style style:name="PH" style:family="paragraph"><style:text-properties text:display="none"/></style:style>'
)


def _write(path, body, *, styles="", manifest="<m/>", kind="text"):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMESPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
            f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>",
        )
        if styles:
            archive.writestr("styles.xml", f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>")
    return path


def _texts(path):
    return [line.text for line in read(path).lines]


def _refusal(path):
    with pytest.raises(ProblemsError) as caught:
        read(path)
    (problem,) = caught.value.problems
    return problem


def test_a_document_of_a_word_processor_is_read(tmp_path):
    """Paragraphs are lines with their number; tabs, several spaces and forced breaks stay, empty paragraphs go."""
    document = OdfDocument("text")
    document.body.clear()
    for text in ("I: Where\tdid  you start?", "", "R: Here.\nOr there."):
        document.body.append(Paragraph(text))
    document.save(str(tmp_path / "a.odt"))
    assert read(tmp_path / "a.odt").lines == (
        Line("I: Where\tdid  you start?", Position(paragraph=1)),
        Line("R: Here.", Position(paragraph=3)),
        Line("Or there.", Position(paragraph=3)),
    )


@pytest.mark.parametrize(
    ("content", "bold"),
    [
        ('<text:p><text:span text:style-name="B">R:</text:span> yes</text:p>', 2),
        ('<text:p><text:span text:style-name="B2">R:<text:tab/></text:span>yes</text:p>', 3),
        ('<text:p text:style-name="P">R:<text:span text:style-name="N"> yes</text:span></text:p>', 2),
        ('<text:p text:style-name="P">R: yes</text:p>', 6),
        ("<text:p>R: yes</text:p>", 0),
    ],
)
def test_a_bold_label_is_measured(tmp_path, content, bold):
    """The bold start of a paragraph is known by its length, from whatever style it comes."""
    (line,) = read(_write(tmp_path / "a.odt", content)).lines
    assert line.bold == bold


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("<text:p>we <text:change text:change-id='1'/>left</text:p>", ["we left"]),
        ("<text:p><text:change-start/>came<text:change-end/> home</text:p>", ["came home"]),
        ("<text:p>one\n   two <text:span> three</text:span></text:p>", ["one two three"]),
        ("<text:p>a<text:s text:c='3'/>b</text:p>", ["a   b"]),
        ("<text:p><text:a>a link</text:a><text:bookmark/> on</text:p>", ["a link on"]),
        ("<text:h>Title</text:h><text:section><text:p>in it</text:p></text:section>", ["Title", "in it"]),
        ("<text:list><text:list-item><text:number/><text:p>a</text:p></text:list-item></text:list>", ["a"]),
        ("<text:p>smug\u00adgler</text:p>", ["smuggler"]),
        ("<text:p>seen<text:span text:style-name='H'> unseen</text:span></text:p>", ["seen"]),
        ("<text:p>seen</text:p><text:p text:style-name='PH'>unseen</text:p>", ["seen"]),
        ("<text:p>seen</text:p><text:section text:display='none'><text:p>unseen</text:p></text:section>", ["seen"]),
        (
            "<text:p>a<!-- remark -->b<text:ruby><text:ruby-base>c</text:ruby-base><text:ruby-text>x</text:ruby-text>"
            "</text:ruby></text:p>",
            ["abc"],
        ),
        (
            "<text:p>before<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box>"
            "<svg:desc>alt</svg:desc></draw:frame> after</text:p><text:p>next</text:p>",
            ["before after", "in a box", "next"],
        ),
        ("<text:p>x<draw:custom-shape><text:p>in a shape</text:p></draw:custom-shape></text:p>", ["x", "in a shape"]),
        (
            "<text:table-of-content><text:table-of-content-source><text:p>no</text:p></text:table-of-content-source>"
            "<text:index-body><text:p>yes</text:p></text:index-body></text:table-of-content>",
            ["yes"],
        ),
    ],
    ids=[
        "deleted", "inserted", "white space", "spaces", "link", "section", "list", "soft hyphen", "hidden words",
        "hidden paragraph", "hidden section", "ruby", "text box", "shape", "table of contents",
    ],
)  # fmt: skip
def test_words_are_read_wherever_they_stand(tmp_path, content, expected):
    """Words in elements of all kinds are read once, and what is deleted, hidden or generated is not."""
    assert _texts(_write(tmp_path / "a.odt", content)) == expected


def test_table_cells_are_lines_with_their_place(tmp_path):
    """Each paragraph of a cell is a line; empty cells keep their place, and merged ones move nobody."""
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        "<table:table-cell table:number-columns-spanned='2'><text:p>wide</text:p></table:table-cell>"
        "<table:covered-table-cell/><table:table-cell><text:p>end</text:p></table:table-cell></table:table-row>"
        "</table:table-header-rows><table:table-row>"
        "<table:table-cell table:number-rows-spanned='2'><text:p>I</text:p><text:p>again</text:p></table:table-cell>"
        "<table:table-cell table:number-columns-repeated='2'/></table:table-row>"
        "<table:table-row><table:covered-table-cell/><table:table-cell><text:p>two</text:p></table:table-cell>"
        "</table:table-row></table:table>"
    )
    assert read(_write(tmp_path / "a.odt", body)).lines == (
        Line("wide", Position(paragraph=1), cell=TableCell(1, 1, 1)),
        Line("end", Position(paragraph=2), cell=TableCell(1, 1, 3)),
        Line("I", Position(paragraph=3), cell=TableCell(1, 2, 1)),
        Line("again", Position(paragraph=4), cell=TableCell(1, 2, 1)),
        Line("", cell=TableCell(1, 2, 2)),
        Line("", cell=TableCell(1, 2, 3)),
        Line("", cell=TableCell(1, 3, 1)),
        Line("two", Position(paragraph=5), cell=TableCell(1, 3, 2)),
    )


def test_notes_stand_at_the_end_without_their_marks(tmp_path):
    """Footnotes follow the body as notes; their marks are not in the text."""
    inside = "<text:note-citation>1</text:note-citation><text:note-body><text:p>below</text:p></text:note-body>"
    body = f"<text:p>up<text:note>{inside}</text:note> here</text:p><text:p>next</text:p>"
    assert read(_write(tmp_path / "a.odt", body)).lines == (
        Line("up here", Position(paragraph=1)),
        Line("next", Position(paragraph=2)),
        Line("below", Position(paragraph=3), note=True),
    )


def test_what_is_not_read_is_counted_and_never_quoted(tmp_path):
    """Deleted words, comments, headers and hidden text give a warning each and stay unread."""
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>we lied</text:p></text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        "<text:p>kept<office:annotation><text:p>Jane said</text:p></office:annotation>"
        "<text:span text:style-name='H'>secret</text:span></text:p>"
    )
    styles = (
        "<office:master-styles><style:master-page><style:header><text:p>Interview with Jane</text:p></style:header>"
        "<style:footer><text:p>Page <text:page-number>3</text:page-number></text:p></style:footer>"
        "</style:master-page></office:master-styles>"
    )
    document = read(_write(tmp_path / "a.odt", body, styles=styles))
    assert [line.text for line in document.lines] == ["kept"]
    assert {problem.severity for problem in document.problems} == {Severity.WARNING}
    assert [problem.what for problem in document.problems] == [
        "1 comment was not read; comments can name people.",
        "1 page header or footer was not read; headers can name people.",
        "2 tracked changes were read as accepted; deleted words were not read but are still in the file.",
        "1 hidden passage was not read.",
    ]


def test_a_protected_document_is_refused(tmp_path):
    """A document with a password says so, before anything else is looked at."""
    path = _write(tmp_path / "a.odt", "", manifest="<m><manifest:encryption-data/></m>")
    fix = "open it with its password and save it again without one (File, Save As, no tick at the password)"
    assert _refusal(path) == Problem("the file is protected by a password.", Where("a.odt"), fix)


def test_a_sheet_is_refused(tmp_path):
    """A sheet renamed to .odt says that it is no text."""
    what = "this is an OpenDocument sheet or presentation, not a text."
    fix = "open it in LibreOffice and copy the words into a text document"
    assert _refusal(_write(tmp_path / "a.odt", "", kind="spreadsheet")) == Problem(what, Where("a.odt"), fix)


def test_a_word_document_under_this_name_is_refused(tmp_path):
    """A Word document renamed to .odt says what it is."""
    with zipfile.ZipFile(tmp_path / "a.odt", "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    what = "this is a Word document, not an OpenDocument text."
    assert _refusal(tmp_path / "a.odt") == Problem(what, Where("a.odt"), "rename it so that its name ends in .docx")


def test_a_document_without_words_is_refused(tmp_path):
    """A document that holds nothing to read says so."""
    assert _refusal(_write(tmp_path / "a.odt", "<text:p> </text:p>")).what == "the document holds no words."


def test_a_very_long_paragraph_is_read_whole(tmp_path):
    """A paragraph of 200,000 characters is one line."""
    words = "word " * 40_000 + "end"
    assert _texts(_write(tmp_path / "a.odt", f"<text:p>{words}</text:p>")) == [words]


def test_a_table_that_repeats_without_end_is_read_once(tmp_path):
    """The empty rest of a pasted sheet, a million rows, does not count."""
    cell = "<table:table-cell table:number-columns-repeated='x'/>"
    row = f"<table:table-row table:number-rows-repeated='1048576'>{cell}</table:table-row>"
    assert _texts(_write(tmp_path / "a.odt", f"<text:p>a</text:p><table:table>{row}</table:table>")) == ["a", ""]


def test_reading_twice_gives_the_same(tmp_path):
    """The same file gives the same lines and problems."""
    _write(tmp_path / "a.odt", "<text:p>one<office:annotation/></text:p>")
    assert read(tmp_path / "a.odt") == read(tmp_path / "a.odt")
