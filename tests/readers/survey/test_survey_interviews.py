"""Survey exports as interviews, from a file."""

from qualcode.model.respondent import Consent, Respondent
from qualcode.readers import read
from qualcode.settings import Settings

SETTINGS = Settings.model_validate(
    {"fields": {"nationality": {"values": ["Afghanistan", "Syria"], "aliases": {"Afghanistan": ["Afg."]}}}}
)
SHEET = """KEY,nationality,Why did you leave?,What happened on the way?
a1,Afg.,There was no work for us.,They took our phones.
a2,Atlantis,We were afraid at home.,Nothing happened.
"""


def test_rows_describe_their_respondents_in_the_studys_words(tmp_path):
    """Aliases are mapped and reported; a value the study does not know is left open and reported."""
    path = tmp_path / "kobo export.csv"
    path.write_text(SHEET, encoding="utf-8")
    reading = read(path, SETTINGS)
    assert [one.id for one in reading.transcripts] == ["kobo_export:a1", "kobo_export:a2"]
    assert reading.respondents == (
        Respondent("kobo_export:a1", "", {"nationality": ("Afghanistan",)}, Consent.UNKNOWN, "Respondent"),
        Respondent("kobo_export:a2", "", {}, Consent.UNKNOWN, "Respondent"),
    )
    told = [str(problem) for problem in reading.problems]
    assert 'kobo export.csv: nationality: "Afg." was read as "Afghanistan" (1 row).' in told
    assert any(
        one.startswith('kobo export.csv, row 3: "Atlantis" is no value of nationality') and "It is left open." in one
        for one in told
    )


def test_each_answer_follows_its_question(tmp_path):
    """A row is a talk: the interviewer's questions and the respondent's answers, each linked to its question."""
    path = tmp_path / "kobo.csv"
    path.write_text(SHEET, encoding="utf-8")
    first = read(path, SETTINGS).transcripts[0]
    assert [(turn.role.value, first.words(turn), turn.respondent, turn.question) for turn in first.turns] == [
        ("interviewer", "Why did you leave?", None, None),
        ("respondent", "There was no work for us.", "kobo:a1", 1),
        ("interviewer", "What happened on the way?", None, None),
        ("respondent", "They took our phones.", "kobo:a1", 3),
    ]
