"""Small groups put together."""

import pytest
from privacy_sample import group

from qualcode.privacy.merging import merged_values, with_merged


@pytest.mark.parametrize(
    ("sizes", "merged"),
    [
        ({"a": 9, "b": 3, "c": 2}, {"b", "c"}),
        ({"a": 9, "b": 6, "c": 2}, {"b", "c"}),
        ({"a": 9, "b": 6}, set()),
        ({"a": 2}, {"a"}),
    ],
)
def test_small_values_are_merged_until_they_are_enough(sizes, merged):
    """Those under the limit, and the next smallest where they are too few together."""
    people = [one for value, size in sizes.items() for one in group(size, f=value)]
    assert set(merged_values(people, "f", least=5)) == merged


def test_types_are_looked_at_one_by_one():
    """Three of one type and three of another are no group of six."""
    people = [*group(3, kind="x", f="a"), *group(6, kind="x", f="b"), *group(6, kind="y", f="a")]
    assert set(merged_values(people, "f", least=5)) == {"a", "b"}


def test_a_respondent_keeps_all_else():
    """Only the field changes, and a value merged twice stands once."""
    (person,) = group(1, kind="x", f="a", g="c")
    made = with_merged(person, "f", {"a": "other"})
    assert (made.id, made.type, made.attributes) == (person.id, "x", {"f": ("other",), "g": ("c",)})
