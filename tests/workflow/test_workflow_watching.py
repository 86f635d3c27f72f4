"""Coding again at every save of the codebook, with a clock that the test turns."""

from itertools import islice

import pytest
from workflow_sample import CODEBOOK, LIST, studied, write

from qualcode.workflow.importing import import_files
from qualcode.workflow.watching import INTERVAL, Faulty, Recoded, snapshot, watch


@pytest.fixture
def study(tmp_path):
    """The small study, imported."""
    with studied(tmp_path) as opened:
        yield opened


class Desk:
    """Somebody who edits the codebook: what they do at each look, and how often the watch has waited."""

    def __init__(self, study, *steps):
        self.study, self.steps, self.waited = study, list(steps), []

    def wait(self, seconds):
        """The next step, instead of time passing."""
        self.waited.append(seconds)
        step = self.steps.pop(0)
        if step is not None:
            (self.study.folder.codebook / "roads.yaml").write_text(step, encoding="utf-8")

    def watched(self, number):
        """The first results of a watch."""
        return list(islice(watch(self.study, wait=self.wait), number))


def news(found):
    """Per code what was gained and lost, with the sentences."""
    return {
        one.code: (
            one.gained,
            one.lost,
            [each.text for each in one.gained_passages],
            [each.text for each in one.lost_passages],
        )
        for one in found.news
    }


FOREST = CODEBOOK.replace("[river]", "[forest]")
BROKEN = CODEBOOK.replace("[river]", "[river")


def test_the_first_run_comes_at_once(study):
    """Before anything is waited for, the study is coded; a first run has nothing to compare with."""
    desk = Desk(study)
    (first,) = desk.watched(1)
    assert isinstance(first, Recoded)
    assert (first.report.run.codings, first.news, desk.waited) == (5, (), [])


def test_a_save_is_coded_and_its_changes_are_shown(study):
    """After a save the codes that changed are told with their sentences."""
    _, second = Desk(study, FOREST, None).watched(2)
    assert news(second) == {
        "rte_river": (
            1,
            2,
            ["We waited in a forest for three days."],
            ["We crossed the river at night.", "The river was cold."],
        )
    }


def test_passages_say_where_they_stand(study):
    """A passage has its segment, its speaker's label and how it is asserted."""
    _, second = Desk(study, FOREST, None).watched(2)
    ((passage,),) = [one.gained_passages for one in second.news]
    assert (passage.segment, passage.respondent, passage.reading) == ("R03:4", "Respondent", "affirmed")


def test_a_file_that_is_still_being_saved_is_not_read(study):
    """A change counts once two looks find the same; halves that are written in between are never read."""
    desk = Desk(study, None, BROKEN[:200], BROKEN, FOREST, None)
    results = desk.watched(2)
    assert [type(one) for one in results] == [Recoded, Recoded]
    assert desk.waited == [INTERVAL] * 5


def test_a_fault_is_told_and_the_watch_goes_on(study):
    """A codebook with a fault changes nothing, and the next save is coded."""
    _, second, third = Desk(study, BROKEN, None, FOREST, None).watched(3)
    assert isinstance(second, Faulty)
    assert second.error.what == "the codebook has a fault."
    assert set(news(third)) == {"rte_river"}


def test_a_codebook_that_vanishes_is_told_and_awaited(study):
    """A file that an editor takes away for a moment is waited for."""
    file = study.folder.codebook / "roads.yaml"

    class Clearing(Desk):
        def wait(self, seconds):
            if self.steps and self.steps[0] == "":
                self.waited.append(self.steps.pop(0))
                file.unlink()
            else:
                super().wait(seconds)

    _, second, third = Clearing(study, "", None, FOREST, None).watched(3)
    assert isinstance(second, Faulty)
    assert "no codebook" in second.error.what
    assert isinstance(third, Recoded)


def test_a_save_without_a_change_of_meaning_changes_nothing(study):
    """A comment is coded and gives no news."""
    _, second = Desk(study, CODEBOOK + "# a comment\n", None).watched(2)
    assert (second.news, second.report.changes) == ((), ())


def test_more_than_three_sentences_are_counted(study):
    """Of many passages the first three are shown, all are counted."""
    wide = CODEBOOK.replace("[river]", "[river, we, brother, nobody, us]")
    _, second = Desk(study, wide, None).watched(2)
    ((code, gained, lost, shown),) = [(one.code, one.gained, one.lost, len(one.gained_passages)) for one in second.news]
    assert (code, gained > 3, lost, shown) == ("rte_river", True, 0, 3)


def test_nothing_of_who_has_withdrawn_is_shown(study):
    """The words of somebody who withdrew between two runs are lost and not shown."""
    results = watch(study, wait=Desk(study, CODEBOOK + "# saved\n", None).wait)
    next(results)
    write(study.folder.path, {"respondents.csv": LIST.replace("man,41,active", "man,41,withdrawn")})
    import_files(study, [study.folder.path / "respondents.csv"])
    second = next(results)
    assert [change.code for change in second.report.changes] == ["sta_police"]
    assert second.news == ()


def test_nothing_of_a_transcript_that_waits_is_shown(study):
    """A transcript that waits for a decision gives no news."""
    study.store.hold("R03", "somebody has to look")
    _, second = Desk(study, FOREST, None).watched(2)
    assert news(second) == {"rte_river": (0, 1, [], ["We crossed the river at night."])}


def test_a_snapshot_sees_every_save_and_every_file(tmp_path):
    """Another size, another time or another file makes another snapshot; hidden files are none."""
    book = write(tmp_path / "codebook", {"a.yaml": "x", ".a.yaml.swp": "x", "notes.txt": "x"})
    first = snapshot(book)
    (book / "a.yaml").write_text("xy", encoding="utf-8")
    (book / "b.yaml").write_text("x", encoding="utf-8")
    assert (set(first), set(snapshot(book)), first["a.yaml"] != snapshot(book)["a.yaml"]) == (
        {"a.yaml"},
        {"a.yaml", "b.yaml"},
        True,
    )
    assert snapshot(tmp_path / "nowhere") == {}
