"""Listings as csv files, one each, in a folder."""

import csv
from collections.abc import Iterable
from pathlib import Path

from qualcode.exporters.files import replacing
from qualcode.model.table import Listing

NOTICE = "READ ME.txt"


def write_listings(folder: Path, listings: Iterable[Listing], *, notice: str = "") -> tuple[Path, ...]:
    r"""Writes `ID.csv` for each listing and says where: UTF-8 with "," and "\n", headings by name, plain values.

    Missing folders are made; files of these names are replaced, others left alone. A `notice`, which csv has no room
    for, stands in a text file beside them.
    """
    written = []
    if notice:
        with replacing(folder / NOTICE) as draft:
            draft.write_text(notice + "\n", encoding="utf-8")
    for listing in listings:
        path = folder / f"{listing.id}.csv"
        with replacing(path) as draft, draft.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow([heading.name for heading in listing.headings])
            rows.writerows([figure.value for figure in row] for row in listing.rows)
        written.append(path)
    return tuple(written)
