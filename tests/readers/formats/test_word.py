"""Word documents: what their reader sees is what is read, wherever Word keeps it."""

import io
import zipfile

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE

from qualcode.errors import ProblemsError
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.source import Line, Position, TableCell
from qualcode.readers.formats.word import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def _paragraph(*content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(content)}</w:p>"


def _write(path, body, **parts):
    """A Word file of the given body; further parts by name (`comments`, `footnotes`, `styles`, `header1`)."""
    targets = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{name.rstrip("1")}" Target="{name}.xml"/>'
        for number, name in enumerate(parts)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{RELATIONSHIPS}">'
            f'<Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/_rels/document.xml.rels", f'<Relationships xmlns="{RELATIONSHIPS}">{targets}</Relationships>'
        )
        archive.writestr("word/document.xml", f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return path


def _texts(path):
    return [line.text for line in read(path).lines]


def _refusal(path):
    with pytest.raises(ProblemsError) as caught:
        read(path)
    assert str(caught.value).startswith(f"{path.name} cannot be read.\n")
    (problem,) = caught.value.problems
    return problem


def test_paragraphs_are_lines_with_their_number(tmp_path):
    """Every paragraph with words is a line; empty ones are dropped and still counted."""
    document = docx.Document()
    for text in ("I: Where did you start?", "", "R: In a small town."):
        document.add_paragraph(text)
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").lines == (
        Line("I: Where did you start?", Position(paragraph=1)),
        Line("R: In a small town.", Position(paragraph=3)),
    )


def test_a_bold_label_is_measured(tmp_path):
    """The bold start of a paragraph is known by its length, tab and all."""
    document = docx.Document()
    line = document.add_paragraph()
    line.add_run("Speaker").bold = True
    line.add_run("\t").bold = True
    line.add_run("one").bold = True
    line.add_run(" We left.")
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").lines == (Line("Speaker\tone We left.", Position(paragraph=1), bold=11),)


def test_a_break_inside_a_bold_label_parts_two_lines(tmp_path):
    """A forced line break gives two lines of one _paragraph, each with its own bold start."""
    _write(tmp_path / "a.docx", _paragraph(_run("I:</w:t><w:br/><w:t>R:", "<w:b/>"), _run(" yes")))
    assert read(tmp_path / "a.docx").lines == (
        Line("I:", Position(paragraph=1), bold=2),
        Line("R: yes", Position(paragraph=1), bold=2),
    )


@pytest.mark.parametrize("kind", [WD_STYLE_TYPE.CHARACTER, WD_STYLE_TYPE.PARAGRAPH])
def test_bold_may_come_from_a_style(tmp_path, kind):
    """A label is bold when its style, or the one that style is based on, says so."""
    document = docx.Document()
    base = document.styles.add_style("Loud", kind)
    base.font.bold = True
    style = document.styles.add_style("Speaker", kind)
    style.base_style = base
    line = document.add_paragraph(style=style if kind is WD_STYLE_TYPE.PARAGRAPH else None)
    line.add_run("R:", style=style if kind is WD_STYLE_TYPE.CHARACTER else None)
    line.add_run(" We left.").bold = False
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").lines == (Line("R: We left.", Position(paragraph=1), bold=2),)


def test_a_bold_style_in_a_bold_style_is_plain(tmp_path):
    """Two bold styles, of the paragraph and of the characters in it, cancel out as they do in Word."""
    document = docx.Document()
    loud = document.styles.add_style("Loud", WD_STYLE_TYPE.PARAGRAPH)
    loud.font.bold = True
    document.add_paragraph(style=loud).add_run("plain", style="Strong")
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").lines == (Line("plain", Position(paragraph=1)),)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (f"<w:ins>{_run('came ')}</w:ins>{_run('home')}", "came home"),
        (f"{_run('we ')}<w:del><w:r><w:delText>lied</w:delText></w:r></w:del>{_run('left')}", "we left"),
        (f"<w:moveFrom>{_run('there ')}</w:moveFrom>{_run('go ')}<w:moveTo>{_run('there')}</w:moveTo>", "go there"),
        (f"<w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del>{_run('yes')}</w:ins>", "yes"),
        (f"<w:sdt><w:sdtPr/><w:sdtContent>{_run('in a control')}</w:sdtContent></w:sdt>", "in a control"),
        (
            f"<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent>{_run('☒')}</w:sdtContent></w:sdt>{_run(' yes')}",
            "☒ yes",
        ),
        (f'<w:hyperlink r:id="missing">{_run("a link")}</w:hyperlink>', "a link"),
        (f'<w:smartTag>{_run("Skopje")}</w:smartTag><w:bdo w:val="rtl">{_run(" again")}</w:bdo>', "Skopje again"),
        (f'<w:fldSimple w:instr="DATE">{_run("7 June")}</w:fldSimple>', "7 June"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
            f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{_run("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "12",
        ),
        ("<w:r><w:t>smug</w:t><w:softHyphen/><w:t>gler</w:t></w:r>", "smuggler"),
        ("<w:r><w:t>push</w:t><w:noBreakHyphen/><w:t>back</w:t></w:r>", "push\u2011back"),
        ("<w:r><w:t>A:</w:t><w:ptab/><w:t>words</w:t></w:r>", "A:\twords"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:t>ok</w:t></w:r>', "☺ok"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>gloss</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>base</w:t></w:r></w:rubyBase>"
            "</w:ruby></w:r>",
            "base",
        ),
        (_run("seen") + _run("unseen", "<w:vanish/>"), "seen"),
        ("<w:r><w:t>split\nby the file</w:t></w:r>", "split by the file"),
    ],
    ids=[
        "inserted", "deleted", "moved", "inserted then deleted", "content control", "check box", "link", "wrapped",
        "field", "long field", "soft hyphen", "fixed hyphen", "aligned tab", "symbol", "ruby", "hidden", "line end",
    ],
)  # fmt: skip
def test_words_are_read_wherever_they_stand_in_a_paragraph(tmp_path, content, expected):
    """Words in wrappers of all kinds are read once, and what is deleted, hidden or a command is not."""
    assert _texts(_write(tmp_path / "a.docx", _paragraph(content))) == [expected]


def test_a_deleted_paragraph_end_joins_two_paragraphs(tmp_path):
    """Where the end of a paragraph was deleted it runs on into the next."""
    first = _paragraph(_run("we went "), properties="<w:rPr><w:del/></w:rPr>")
    assert _texts(_write(tmp_path / "a.docx", first + _paragraph(_run("home")))) == ["we went home"]


def test_a_deleted_end_of_the_last_paragraph_loses_nothing(tmp_path):
    """The last paragraph is read though its end is marked as deleted."""
    last = _paragraph(_run("home"), properties="<w:rPr><w:del/></w:rPr>")
    assert _texts(_write(tmp_path / "a.docx", _paragraph(_run("we went")) + last)) == ["we went", "home"]


BOX = f"<w:txbxContent>{_paragraph(_run('in a box'))}</w:txbxContent>"
SHAPE = f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
DRAWN = f"<w:drawing><wp:inline>{SHAPE}</wp:inline></w:drawing>"
CHOICE = f'<mc:Choice Requires="wps">{DRAWN}</mc:Choice>'
OLDER = f"<w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict>"


@pytest.mark.parametrize(
    "box",
    [
        DRAWN,
        OLDER,
        f"<mc:AlternateContent>{CHOICE}<mc:Fallback>{OLDER}</mc:Fallback></mc:AlternateContent>",
        f"<mc:AlternateContent>{CHOICE}</mc:AlternateContent>",
    ],
    ids=["drawing", "older drawing", "both", "drawing without its older form"],
)
def test_a_text_box_is_read_once_behind_its_paragraph(tmp_path, box):
    """A text box is read once, whether Word wrote it once or twice."""
    body = _paragraph(_run("before"), f"<w:r>{box}</w:r>", _run(" after")) + _paragraph(_run("next"))
    assert _texts(_write(tmp_path / "a.docx", body)) == ["before after", "in a box", "next"]


def test_table_cells_are_lines_with_their_place(tmp_path):
    """Each paragraph of a cell is a line; an empty cell keeps its place with an empty line."""
    document = docx.Document()
    document.add_paragraph("before")
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "I"
    table.cell(0, 1).text = "How"
    table.cell(0, 1).add_paragraph("long?")
    table.cell(1, 1).text = "A year."
    document.save(tmp_path / "a.docx")
    assert read(tmp_path / "a.docx").lines == (
        Line("before", Position(paragraph=1)),
        Line("I", Position(paragraph=2), cell=TableCell(1, 1, 1)),
        Line("How", Position(paragraph=3), cell=TableCell(1, 1, 2)),
        Line("long?", Position(paragraph=4), cell=TableCell(1, 1, 2)),
        Line("", cell=TableCell(1, 2, 1)),
        Line("A year.", Position(paragraph=6), cell=TableCell(1, 2, 2)),
    )


def test_labels_in_a_numbering_are_read_and_plain_numbers_are_not(tmp_path):
    """A label that Word writes as the number of a list is part of the text; a number or a bullet is not."""

    def level(kind, text):
        inside = f'<w:lvl w:ilvl="0"><w:lvlText w:val="{text}"/></w:lvl>'
        return f'<w:abstractNum w:abstractNumId="{kind}">{inside}</w:abstractNum>'

    def item(number, text):
        return _paragraph(_run(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')

    numbers = "".join(f'<w:num w:numId="{kind}"><w:abstractNumId w:val="{kind}"/></w:num>' for kind in (1, 2, 3))
    numbering = f"<w:numbering {NAMESPACES}>{level(1, 'Q%1:')}{level(2, 'R:')}{level(3, '%1.')}{numbers}</w:numbering>"
    body = item(1, "Where?") + item(2, "Here.") + item(1, "When?") + item(3, "point") + _paragraph(_run("plain"))
    path = _write(tmp_path / "a.docx", body, numbering=numbering)
    assert _texts(path) == ["Q1:\tWhere?", "R:\tHere.", "Q2:\tWhen?", "point", "plain"]


def test_merged_cells_leave_the_columns_where_they_are(tmp_path):
    """A cell merged over rows or columns does not move its neighbours."""
    document = docx.Document()
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "I"
    table.cell(0, 1).text = "one"
    table.cell(1, 1).text = "two"
    table.cell(2, 0).merge(table.cell(2, 1)).text = "wide"
    table.cell(2, 2).text = "end"
    document.save(tmp_path / "a.docx")
    cells = {(line.cell.row, line.cell.column): line.text for line in read(tmp_path / "a.docx").lines if line.text}
    assert cells == {(1, 1): "I", (1, 2): "one", (2, 2): "two", (3, 1): "wide", (3, 3): "end"}


def test_a_table_within_a_table_is_a_table_of_its_own(tmp_path):
    """A nested table is read where it stands, with its own number."""
    document = docx.Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "outer"
    cell.add_table(1, 1).cell(0, 0).text = "inner"
    document.save(tmp_path / "a.docx")
    found = [(line.text, line.cell) for line in read(tmp_path / "a.docx").lines]
    assert found == [("outer", TableCell(1, 1, 1)), ("inner", TableCell(2, 1, 1))]


def test_a_deleted_table_row_is_not_read(tmp_path):
    """A row deleted with tracked changes is gone."""

    def row(text, properties=""):
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{_paragraph(_run(text))}</w:tc></w:tr>"

    body = f"<w:tbl>{row('gone', '<w:del/>')}{row('kept')}</w:tbl>"
    assert _texts(_write(tmp_path / "a.docx", body)) == ["kept"]


def test_notes_stand_at_the_end_without_their_marks(tmp_path):
    """Footnotes and endnotes follow the body as notes, in the order of their marks; unused ones are not read."""

    def notes(kind, *items):
        return f"<w:{kind}s {NAMESPACES}>" + "".join(
            f'<w:{kind} w:id="{number}">{_paragraph(f"<w:r><w:{kind}Ref/></w:r>", _run(text))}</w:{kind}>'
            for number, text in items
        ) + f"</w:{kind}s>"  # fmt: skip

    body = _paragraph(
        _run("end"),
        '<w:r><w:endnoteReference w:id="3"/></w:r>',
        _run(" foot"),
        '<w:r><w:footnoteReference w:id="2"/></w:r>',
    )
    _write(
        tmp_path / "a.docx",
        body,
        footnotes=notes("footnote", (1, "unused"), (2, "below")),
        endnotes=notes("endnote", (3, "last")),
    )
    assert read(tmp_path / "a.docx").lines == (
        Line("end foot", Position(paragraph=1)),
        Line("last", Position(paragraph=2), note=True),
        Line("below", Position(paragraph=3), note=True),
    )


def test_a_mark_without_its_note_is_passed_over(tmp_path):
    """A reference to a note that is not in the file does no harm."""
    path = _write(tmp_path / "a.docx", _paragraph(_run("ok"), '<w:r><w:footnoteReference w:id="9"/></w:r>'))
    assert _texts(path) == ["ok"]


def test_what_is_not_read_is_counted_and_never_quoted(tmp_path):
    """Comments, headers, changes, hidden text and embedded documents give a warning each, with a number and a fix."""
    deleted = "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    body = (
        _paragraph(_run("kept"), f"<w:ins>{_run('new')}</w:ins>", deleted)
        + _paragraph(_run("secret", "<w:vanish/>"), _run("seen"))
        + '<w:altChunk r:id="x"/>'
    )
    _write(
        tmp_path / "a.docx",
        body,
        comments=f"<w:comments {NAMESPACES}><w:comment>{_paragraph(_run('Jane said'))}</w:comment></w:comments>",
        header1=f"<w:hdr {NAMESPACES}>{_paragraph(_run('Interview with Jane'))}</w:hdr>",
        footer1=f"<w:ftr {NAMESPACES}>{_paragraph(_run('Page 3 of 12'))}</w:ftr>",
    )
    where = Where("a.docx")
    share = "before the file is shared"
    assert read(tmp_path / "a.docx").problems == (
        Problem(
            "1 comment was not read; comments can name people.",
            where,
            f"delete them in Word or LibreOffice {share}",
            Severity.WARNING,
        ),
        Problem(
            "1 page header or footer was not read; headers can name people.",
            where,
            f"look at them in Word or LibreOffice {share}",
            Severity.WARNING,
        ),
        Problem(
            "2 tracked changes were read as accepted; deleted words were not read but are still in the file.",
            where,
            f"accept all changes in Word or LibreOffice {share}",
            Severity.WARNING,
        ),
        Problem(
            "1 hidden passage was not read.",
            where,
            "make hidden text visible in Word or LibreOffice if it belongs to the interview",
            Severity.WARNING,
        ),
        Problem(
            "1 document inside this one was not read.",
            where,
            "open the file in Word and save it again, which makes it one document",
            Severity.WARNING,
        ),
    )


def test_the_rarer_form_of_word_files_is_read_too(tmp_path):
    """A file saved as "Strict Open XML" has other namespaces and the same words."""
    path = _write(tmp_path / "a.docx", _paragraph(_run("R:", "<w:b/>"), _run(" yes")))
    strict = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(strict, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode().replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
            new.writestr(name, content)
    path.write_bytes(strict.getvalue())
    assert read(path).lines == (Line("R: yes", Position(paragraph=1), bold=2),)


def test_a_very_long_paragraph_is_read_whole(tmp_path):
    """A paragraph of 200,000 characters is one line."""
    words = "word " * 40_000
    document = docx.Document()
    document.add_paragraph(words)
    document.save(tmp_path / "a.docx")
    assert _texts(tmp_path / "a.docx") == [words]


def test_tables_nested_as_deep_as_allowed_are_read(tmp_path):
    """Thirty tables within each other are read; nobody needs more."""
    body = _paragraph(_run("inmost"))
    for _ in range(30):
        body = f"<w:tbl><w:tr><w:tc>{body}</w:tc></w:tr></w:tbl>"
    assert _texts(_write(tmp_path / "a.docx", body))[-1] == "inmost"


def test_reading_twice_gives_the_same(tmp_path):
    """The same file gives the same lines and problems."""
    _write(tmp_path / "a.docx", _paragraph(_run("one", "<w:b/>"), f"<w:r>{DRAWN}</w:r>"))
    assert read(tmp_path / "a.docx") == read(tmp_path / "a.docx")


def test_invisible_characters_are_dropped(tmp_path):
    """Marks of direction and zero-width spaces would cut labels and words in two."""
    assert _texts(_write(tmp_path / "a.docx", _paragraph(_run("\u200fR\u200e: smug\u200bgler")))) == ["R: smuggler"]


def test_a_document_without_words_is_a_problem(tmp_path):
    """A Word file that holds nothing to read says so."""
    docx.Document().save(tmp_path / "a.docx")
    assert _refusal(tmp_path / "a.docx") == Problem(
        "the document holds no words.",
        Where("a.docx"),
        "open it and look whether the transcript is in it; a scan needs text recognition (OCR) first",
    )


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
RENAME = "rename it so that its name ends in"


@pytest.mark.parametrize(
    ("content", "what", "fix"),
    [
        (b"", "the file is empty.", "ask for the file again, or take it out of the folder"),
        (b"\0\0\0\0", "the file is empty.", "ask for the file again, or take it out of the folder"),
        (
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "the file is protected by a password.",
            "open it with its password, remove the password (File, Info, Protect Document) and save it again",
        ),
        (
            OLE + "WordDocument".encode("utf-16-le"),
            "this is an old Word file (.doc), not a Word document.",
            "open it in Word or LibreOffice and save it as a Word document (.docx)",
        ),
        (
            OLE + "Workbook".encode("utf-16-le"),
            "this is an old Excel file (.xls), not a Word document.",
            "open it in Excel or LibreOffice and save it as a workbook (.xlsx)",
        ),
        (
            OLE,
            "this is an old Office file, not a Word document.",
            "open it in Word or LibreOffice and save it as a Word document (.docx)",
        ),
        (
            b"\xef\xbb\xbf  <!DOCTYPE html><html>",
            "this is a web page, not a Word document.",
            "open it in a browser, copy the text into a document and save that as .docx",
        ),
        (b"%PDF-1.7", "this is a PDF file, not a Word document.", f"{RENAME} .pdf"),
        (b"{\\rtf1 x}", "this is an RTF file, not a Word document.", f"{RENAME} .rtf"),
        (b"I: How are you?", "this is plain text, not a Word document.", f"{RENAME} .txt"),
        (
            b"\x89PNG\r\n\x1a\n\0\0",
            "this is a picture, not a Word document.",
            "ask for the transcript itself, or run text recognition (OCR) on the picture",
        ),
        (
            b"<?xml version='1.0'?><w:wordDocument/>",
            "this is an XML file, not a Word document.",
            "open it in the program it comes from and save it as a Word document (.docx)",
        ),
        (
            b"\x00\x01\x02\x03",
            "this is not a Word document, or it is damaged.",
            "open it in the program it comes from and save it again, or ask for the file again",
        ),
    ],
    ids=[
        "empty",
        "zeros",
        "password",
        "doc",
        "xls",
        "ole",
        "web page",
        "pdf",
        "rtf",
        "text",
        "picture",
        "xml",
        "garbage",
    ],
)
def test_another_kind_of_file_is_named(tmp_path, content, what, fix):
    """A file that is no Word document says what it is instead, and what to do."""
    (tmp_path / "a.docx").write_bytes(content)
    assert _refusal(tmp_path / "a.docx") == Problem(what, Where("a.docx"), fix)


@pytest.mark.parametrize(
    ("part", "content", "what", "fix"),
    [
        ("xl/workbook.xml", "<x/>", "this is an Excel workbook, not a Word document.", f"{RENAME} .xlsx"),
        (
            "mimetype",
            "application/vnd.oasis.opendocument.text",
            "this is an OpenDocument text, not a Word document.",
            f"{RENAME} .odt",
        ),
        ("transcript.txt", "x", "this is a zip archive, not a Word document.", "unpack it and import the files in it"),
    ],
)
def test_another_kind_of_archive_is_named(tmp_path, part, content, what, fix):
    """A zip archive that is no Word document says what it is instead."""
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        archive.writestr(part, content)
    assert _refusal(tmp_path / "a.docx") == Problem(what, Where("a.docx"), fix)


def test_parts_that_do_not_fit_together_are_a_problem(tmp_path):
    """A document whose table says nonsense about its columns is damaged."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="many"/></w:tcPr>{_paragraph(_run("x"))}</w:tc>'
    _write(tmp_path / "a.docx", f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")
    assert _refusal(tmp_path / "a.docx") == Problem(
        "the document is damaged: its parts do not fit together.",
        Where("a.docx"),
        "open it in Word or LibreOffice and save it again",
    )


def test_a_file_that_cannot_be_opened_is_a_problem(tmp_path):
    """A folder (or a file somebody else holds) says that it cannot be opened."""
    (tmp_path / "a.docx").mkdir()
    problem = _refusal(tmp_path / "a.docx")
    assert problem.what.startswith("the file cannot be opened (")
    assert problem.fix == "close it in other programs and check that you may read it"
