"""No label under a published quote is shared by too few."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from qualcode.privacy.labels import pooled


def steps(nation, country):
    """The labels of a woman, from the finest to the coarsest."""
    return (f"{nation} woman, interviewed in {country}", f"Woman, interviewed in {country}", "Woman", "Respondent")


def test_a_label_that_enough_share_stays():
    """Three Syrian women in Serbia are three."""
    people = {name: steps("Syrian", "Serbia") for name in "abc"}
    assert set(pooled(people).values()) == {"Syrian woman, interviewed in Serbia"}


def test_the_only_one_takes_others_along():
    """One Indian woman among three Syrians: all are women interviewed in Serbia, or she alone would be one."""
    people = {name: steps("Syrian", "Serbia") for name in "abc"} | {"d": steps("Indian", "Serbia")}
    assert set(pooled(people).values()) == {"Woman, interviewed in Serbia"}


def test_other_countries_keep_their_own():
    """Only those who would share the coarser label are pooled."""
    people = {name: steps("Syrian", "Serbia") for name in "abc"} | {"d": steps("Indian", "Serbia")}
    people |= {name: steps("Afghan", "Albania") for name in "efg"}
    assert pooled(people)["e"] == "Afghan woman, interviewed in Albania"


def test_two_of_a_kind_have_no_label():
    """Where the whole kind is too small, nothing stands under their quotes."""
    assert pooled({name: steps("Syrian", "Serbia") for name in "ab"}) == {"a": "", "b": ""}


@given(st.lists(st.tuples(st.sampled_from("SAI"), st.sampled_from("XYZ")), min_size=1, max_size=14), st.integers(2, 5))
def test_every_label_is_shared_by_enough(people, least):
    """Whatever the sample, a label stands for at least so many, and is one of the respondent's own."""
    given_ = {str(place): steps(*one) for place, one in enumerate(people)}
    labels = pooled(given_, least=least)
    assert all(count >= least for label, count in Counter(labels.values()).items() if label)
    assert all(label in ("", *given_[who]) for who, label in labels.items())
