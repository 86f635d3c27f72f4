"""Respondents in the store, and what a new list changes."""

import pytest

from qualcode.model.respondent import Consent, Respondent
from qualcode.store import RespondentChange, Store

ANA = Respondent(
    "RM_01",
    "refugee_migrant",
    {"nationality": ("Türkiye",), "prior_residence": ("Iran", "Lebanon; Beirut"), "education": ()},
    Consent.ACTIVE,
    "Woman, interviewed in Serbia",
    ("RM 01 – Café.docx", "RM_01b.txt"),
    "P1",
)
BEN = Respondent("KII_02", "key_informant")


@pytest.fixture
def store(tmp_path):
    """An empty study."""
    with Store.open(tmp_path / "study.db", create=True) as opened:
        yield opened


def test_respondents_come_back_as_they_were(store):
    """Every field of a respondent survives, in the order of ids."""
    store.put_respondents([ANA, BEN])
    assert store.respondents() == (BEN, ANA)


def test_new_respondents_are_reported(store):
    """Whoever is new is a change without a field."""
    assert store.put_respondents([ANA, BEN]) == (RespondentChange("RM_01"), RespondentChange("KII_02"))
    assert RespondentChange("RM_01").is_new


def test_same_list_again_changes_nothing(store):
    """A list that was stored before gives no changes."""
    store.put_respondents([ANA, BEN])
    assert store.put_respondents([BEN, ANA]) == ()


def test_every_changed_field_is_reported(store):
    """A changed respondent gives one change a field, with what was and what is."""
    store.put_respondents([ANA])
    changed = Respondent(
        "RM_01",
        "key_informant",
        {"nationality": ("Syria",), "education": ("secondary",)},
        Consent.WITHDRAWN,
        "Woman",
        ("RM_01b.txt",),
        "P2",
    )
    assert store.put_respondents([changed]) == (
        RespondentChange("RM_01", "respondent_type", "refugee_migrant", "key_informant"),
        RespondentChange("RM_01", "nationality", "Türkiye", "Syria"),
        RespondentChange("RM_01", "education", "", "secondary"),
        RespondentChange("RM_01", "consent_status", "active", "withdrawn"),
        RespondentChange("RM_01", "label", "Woman, interviewed in Serbia", "Woman"),
        RespondentChange("RM_01", "file", "RM 01 – Café.docx; RM_01b.txt", "RM_01b.txt"),
        RespondentChange("RM_01", "speaker", "P1", "P2"),
        RespondentChange("RM_01", "prior_residence", "Iran; Lebanon; Beirut", ""),
    )
    assert store.respondents() == (changed,)
    assert not RespondentChange("RM_01", "speaker", "P1", "P2").is_new


def test_who_is_not_on_a_later_list_stays(store):
    """A shorter list deletes nobody."""
    store.put_respondents([ANA, BEN])
    store.put_respondents([BEN])
    assert store.respondents() == (BEN, ANA)


def test_fields_that_become_unrecorded_are_no_change(store):
    """A field that held nothing and is now missing is not reported, and stored as it is now."""
    store.put_respondents([Respondent("R1", attributes={"education": ()})])
    assert store.put_respondents([Respondent("R1")]) == ()
    assert store.respondents() == (Respondent("R1"),)
