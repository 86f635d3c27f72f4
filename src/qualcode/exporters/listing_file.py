"""One listing as a file of its own, to be worked on: an Excel sheet, or csv."""

import csv
from pathlib import Path

from qualcode.exporters.files import replacing
from qualcode.exporters.workbook import listing as sheets
from qualcode.exporters.workbook import package
from qualcode.exporters.workbook.sheet import Book
from qualcode.model.table import Listing

SUFFIXES = (".xlsx", ".csv")


def write_listing(path: Path, listing: Listing) -> None:
    """Writes a listing to `path`: with titles and notes on headings in .xlsx, with names in .csv.

    csv is UTF-8 with a byte order mark, so that Excel reads its letters.
    Raises QualcodeError where `path` is open elsewhere or cannot be written.
    """
    if path.suffix.lower() == ".csv":
        with replacing(path) as draft, draft.open("w", encoding="utf-8-sig", newline="") as file:
            rows = csv.writer(file)
            rows.writerow([heading.name for heading in listing.headings])
            rows.writerows([figure.value for figure in row] for row in listing.rows)
        return
    book = Book()
    sheets.fill(book.sheet(listing.title, sheets.widths(listing), freeze="A2"), listing, link=lambda _: "")
    with replacing(path) as draft:
        package.save(book.workbook, draft, title=listing.title)
