"""Every table beside the themes by profile: its command, its sheet, and the function that counts it."""

from collections.abc import Callable

from qualcode.analysis import cooccurrence
from qualcode.model.coded import Material
from qualcode.model.table import Listing
from qualcode.workflow.study import Study

Make = Callable[[Study, Material], Listing]

MAKERS: dict[str, Make] = {
    cooccurrence.ID: lambda _, material: cooccurrence.cooccurrence(material),
}
"""By the listing's id, in the order of the workbook's sheets."""


def listing(study: Study, material: Material, name: str) -> Listing:
    """One listing of a coded study; `name` is a key of MAKERS."""
    return MAKERS[name](study, material)


def listings(study: Study, material: Material) -> tuple[Listing, ...]:
    """All of them, those without a row left out."""
    made = (listing(study, material, name) for name in MAKERS)
    return tuple(one for one in made if one.rows)
