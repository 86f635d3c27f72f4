"""Two codebooks compared, and what the change does to a study."""

import pytest
from workflow_sample import CODEBOOK, LIST, TALKS, studied, write

from qualcode.workflow.coding import code_study
from qualcode.workflow.comparing import compare
from qualcode.workflow.importing import import_files

FOREST = CODEBOOK.replace("[river]", "[forest]")
SAW = CODEBOOK.replace("rules: [{any: [river]}]", "rules: [{any: [river]}]\n        unless: [cold]")


@pytest.fixture
def study(tmp_path):
    """The small study, imported."""
    with studied(tmp_path) as opened:
        yield opened


def compared(tmp_path, before, after, study=None):
    """Two codebooks written as text, compared."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(before, encoding="utf-8")
    new.write_text(after, encoding="utf-8")
    return compare(old, new, study=study)


def segments(effect):
    """Per code the segments gained, lost and read otherwise."""
    return {
        one.code: tuple([passage.segment for passage in side] for side in (one.gained, one.lost, one.reread))
        for one in effect.codes
    }


def test_without_a_study_only_the_codebooks_are_compared(tmp_path):
    """What differs in the files needs no study."""
    found = compared(tmp_path, CODEBOOK, FOREST)
    assert ([change.after.id for change in found.changes.changed], found.effect) == (["rte_river"], None)


def test_segments_gained_and_lost_are_told_by_code(tmp_path, study):
    """A sentence that only the new rules find is gained, one that only the old ones found is lost."""
    found = compared(tmp_path, CODEBOOK, FOREST, study)
    assert segments(found.effect) == {"rte_river": (["R03:4"], ["R01:5", "R03:2"], [])}


def test_a_passage_has_its_words_and_its_speaker(tmp_path, study):
    """What is gained can be read at once."""
    ((gained,),) = [one.gained for one in compared(tmp_path, CODEBOOK, FOREST, study).effect.codes]
    assert (gained.text, gained.respondent, gained.matched, gained.after) == (
        "We waited in a forest for three days.",
        "Respondent",
        "forest",
        "affirmed",
    )


def test_cells_are_told_where_other_people_are_counted(tmp_path, study):
    """A cell of the theme table that gains or loses a person is listed, one that stays is not."""
    cells = compared(tmp_path, CODEBOOK, SAW, study).effect.cells
    assert [(one.code, one.group, one.before, one.after) for one in cells] == [
        ("rte_river", "All respondents", ("R01", "R03"), ("R01",)),
    ]


def test_another_reading_is_told_apart(tmp_path, study):
    """A sentence that keeps its code and is asserted otherwise is neither gained nor lost."""
    lack = CODEBOOK.replace("rules: [{any: [police]}]", "absence: true\n        rules: [{any: [nobody saw, police]}]")
    found = compared(tmp_path, CODEBOOK, lack, study)
    gained, lost, reread = segments(found.effect)["sta_police"]
    assert (gained, lost, reread) == ([], [], ["R02:2"])


def test_a_renamed_code_gains_and_loses_nothing(tmp_path, study):
    """A code that was renamed with `formerly` is the same code."""
    renamed = CODEBOOK.replace("id: rte_river", "id: rte_water\n        formerly: [rte_river]")
    effect = compared(tmp_path, CODEBOOK, renamed, study).effect
    assert (effect.codes, effect.cells) == ((), ())


def test_a_code_that_is_gone_loses_everything(tmp_path, study):
    """A removed code is listed with all that it had."""
    gone = CODEBOOK.split("  - id: rte")[0]
    assert segments(compared(tmp_path, CODEBOOK, gone, study).effect) == {"rte_river": ([], ["R01:5", "R03:2"], [])}


def test_nothing_is_stored(tmp_path, study):
    """The codings of the last run stay what they were."""
    code_study(study)
    before = (tuple(study.store.codings()), study.store.last_run())
    compared(tmp_path, CODEBOOK, FOREST, study)
    assert (tuple(study.store.codings()), study.store.last_run()) == before


def test_nothing_of_who_has_withdrawn_is_shown(tmp_path, study):
    """Neither passages nor cells hold somebody who withdrew."""
    write(study.folder.path, {"respondents.csv": LIST.replace("woman,52,active", "woman,52,withdrawn")})
    import_files(study, [study.folder.path / "respondents.csv"])
    effect = compared(tmp_path, CODEBOOK, FOREST, study).effect
    assert segments(effect) == {"rte_river": ([], ["R01:5"], [])}
    assert all("R03" not in (*one.before, *one.after) for one in effect.cells)
    assert effect.notes == ("1 respondent(s) have withdrawn and are in no table.",)


def test_nothing_of_a_transcript_that_waits_is_shown(tmp_path, study):
    """A transcript that waits for a decision is in neither."""
    study.store.hold("R03", "somebody has to look")
    assert segments(compared(tmp_path, CODEBOOK, FOREST, study).effect) == {"rte_river": ([], ["R01:5"], [])}


def test_what_a_coding_over_several_sentences_loses_is_told_sentence_by_sentence(tmp_path):
    """A run of sentences that becomes shorter loses the sentences it no longer has."""
    talks = {**TALKS, "R01.txt": "I: What?\nR: The river was near. We sat. The river was wide.\n"}
    turn = CODEBOOK.replace("{any: [river]}", "{all: [river, wide], scope: turn}")
    one = CODEBOOK.replace("{any: [river]}", "{all: [river, near], scope: turn, unless: [wide]}")
    with studied(tmp_path, talks) as study:
        found = compared(tmp_path, turn, one, study)
    assert segments(found.effect) == {"rte_river": ([], ["R01:3", "R01:4"], [])}
