"""No number that was withheld can be worked out from what is left."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.privacy.recovery import Count
from qualcode.privacy.suppression import withheld

PEOPLE = "abcdefghijkl"


def count(row, group, speakers):
    """How many of a group are among the speakers of a row."""
    return Count(row, frozenset(group), frozenset(group) & frozenset(speakers))


def possible(counts, out, parts):
    """For every withheld number the values that some answer of everybody makes it, told nothing but what is left."""
    rows = list(dict.fromkeys(one.row for one in counts))
    people = sorted(frozenset().union(*(one.group for one in counts)))
    values = {place: set() for place in out}
    for answers in product((False, True), repeat=len(rows) * len(people)):
        said = dict(zip(product(rows, people), answers, strict=True))
        if any(
            said[theme, who] != any(said[code, who] for code in codes)
            for theme, codes in parts.items()
            for who in people
        ):
            continue
        numbers = [sum(said[one.row, who] for who in one.group) for one in counts]
        if all(numbers[place] == one.value for place, one in enumerate(counts) if place not in out):
            for place in out:
                values[place].add(numbers[place])
    return values


def test_a_small_number_is_withheld():
    """Fewer than the limit are not told, none at all included."""
    found = withheld([count("x", PEOPLE, "abcdefgh"), count("y", PEOPLE, "ab"), count("z", PEOPLE, "")])
    assert (found.small, found.complements) == ({1, 2}, set())


def test_the_rest_of_a_total_is_withheld_with_it():
    """Seven men and the total of nine would tell the two women."""
    counts = [count("x", PEOPLE, "abcdefghi"), count("x", "abcdefg", "abcdefg"), count("x", "hijkl", "hi")]
    assert withheld(counts).all == {1, 2}


def test_two_small_numbers_protect_each_other():
    """Two unknown groups may share what is left in more than one way."""
    counts = [
        count("x", PEOPLE, "abcdefghi"),
        count("x", "abcdef", "abcdef"),
        count("x", "ghi", "gh"),
        count("x", "jkl", "j"),
    ]
    assert withheld(counts).all == {2, 3}


def test_nothing_left_to_share_tells_that_there_is_nobody():
    """Where a total is reached without them, two small groups are known to be silent."""
    counts = [
        count("x", PEOPLE, "abcdef"),
        count("x", "abcdef", "abcdef"),
        count("x", "ghi", ""),
        count("x", "jkl", ""),
    ]
    assert {2, 3} < withheld(counts).all


def test_another_table_gives_away_what_one_table_hides():
    """Groups of two fields are judged together, over the total that they share."""
    everybody = count("x", PEOPLE, "abcdefghi")
    by_sex = [count("x", "abcdefg", "abcdefghi"), count("x", "hijkl", "abcdefghi")]
    by_age = [count("x", "abcdefgh", "abcdefghi"), count("x", "ijkl", "abcdefghi")]
    found = withheld([everybody, *by_sex, *by_age])
    assert {2, 4} <= found.small
    assert possible([everybody, *by_sex, *by_age], found.all, {})[2] > {2}


def test_an_earlier_release_is_remembered():
    """A number told before cannot be the complement of one withheld now."""
    counts = [count("x", PEOPLE, "abcdefghi"), count("x", "abcdefg", "abcdefg"), count("x", "hijkl", "hi")]
    found = withheld(counts, before=[count("x", "abcdefg", "abcdefg")])
    assert 0 in found.complements


def test_a_number_that_is_no_longer_true_is_no_help_to_anybody():
    """What an earlier release said of other data stands beside nothing."""
    counts = [count("x", PEOPLE, "abcdefghi"), count("x", "abcdefg", "abcdefg"), count("x", "hijkl", "hi")]
    assert withheld(counts, before=[count("x", "abcdefg", "abcde")]).all == {1, 2}


def test_a_code_is_not_worked_out_from_its_theme():
    """All that a theme counts is said by its one code."""
    parts = {"t": ("x",)}
    counts = [count(row, group, "abcd") for row in ("t", "x") for group in ("abcdef", "ab")]
    out = withheld(counts, parts=parts, limit=3).all
    values = possible(counts, out, parts)
    assert out >= {1, 3}
    assert all(len(values[place]) > 1 for place in out)


@st.composite
def tables(draw):
    """A theme and two codes by one or two fields of five people, with the totals."""
    people = "abcde"
    fields = draw(st.lists(st.lists(st.integers(0, 2), min_size=5, max_size=5), min_size=1, max_size=2))
    kinds = [
        [who for who, value in zip(people, field, strict=True) if value == kind]
        for field in fields
        for kind in range(3)
    ]
    codes = [draw(st.sets(st.sampled_from(people))) for _ in range(2)]
    rows = zip("txy", (codes[0] | codes[1], *codes), strict=True)
    return [count(row, group, said) for row, said in rows for group in (people, *filter(None, kinds))]


@settings(max_examples=25, deadline=None)
@given(tables(), st.integers(2, 3))
def test_no_withheld_number_can_be_worked_out(counts, limit):
    """Whoever tries all answers of everybody finds more than one value for every number that was withheld."""
    parts = {"t": ("x", "y")}
    out = withheld(counts, parts=parts, limit=limit).all
    assert all(len(found) > 1 for found in possible(counts, out, parts).values()), out
