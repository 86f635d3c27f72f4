"""Names of sheets and columns."""

import pytest
from exporters_sample import report

from qualcode.exporters.workbook.names import field_heading, profile_fields, profile_value, theme_sheets
from qualcode.model.respondent import Respondent
from qualcode.model.table import Column, ThemeTable


def table(field):
    """A table of one group."""
    return ThemeTable("", (Column("", "", "All", (), total=True), Column(field, "x", "x", ())), (), fields=(field,))


@pytest.mark.parametrize(
    ("titles", "sheets"),
    [
        ([], ()),
        (["age"], ("Themes by profile",)),
        (["age", "gender"], ("Themes by profile", "Themes by gender")),
        (["age", "a/b: [c]?", "profile"], ("Themes by profile", "Themes by a b c", "Themes by profile 2")),
        (
            ["age", "country of residence before", "country of residence now"],
            ("Themes by profile", "Themes by country of residence", "Themes by country of residenc 2"),
        ),
    ],
)
def test_theme_sheets(titles, sheets):
    """Names are legal, at most 31 letters, and never the same."""
    fields = {f"f{number}": title for number, title in enumerate(titles)}
    assert theme_sheets([table(field) for field in fields], fields) == sheets


def test_profile_fields_begin_with_those_of_the_tables():
    """The type comes first, then the fields of the tables, then the others that anybody has."""
    assert profile_fields(report()) == ("respondent_type", "nationality", "stakeholder")


def test_field_heading_keeps_capitals():
    """Only the first letter changes."""
    assert field_heading("eu", {"eu": "citizen of the EU"}) == "Citizen of the EU"


def test_profile_value_joins_several():
    """Several values stand in one cell; ids read as words."""
    person = Respondent("R", "key_informant", {"lived_in": ("Iran", "Türkiye")})
    values = [profile_value(person, field) for field in ("respondent_type", "lived_in", "age")]
    assert values == ["key informant", "Iran; Türkiye", ""]
