"""The whole loop of review on the sample study: sampled, coded blind twice, settled, changed, revised, signed off."""

import asyncio

import openpyxl
import pytest
from textual.widgets import Static

from qualcode.analysis.decided import live
from qualcode.codebook import editing
from qualcode.exporters.review_sheet import HEADINGS
from qualcode.model.decision import Action
from qualcode.tui import ReviewApp, focus_of
from qualcode.workflow.coding import code_study
from qualcode.workflow.decided import stranded
from qualcode.workflow.deciding import Verdict, decide
from qualcode.workflow.demo import demo
from qualcode.workflow.desk import Desk
from qualcode.workflow.editing import apply
from qualcode.workflow.exporting import ExportOptions, export_study
from qualcode.workflow.reviewed import import_review
from qualcode.workflow.reviewing import Given, export_review
from qualcode.workflow.revising import revise
from qualcode.workflow.signing import changes_since, sign_off
from qualcode.workflow.study import StudyFolder, opened
from qualcode.workflow.tabulating import coded

REVISED = "RM_AFG_SRB_02"
COLUMNS = {name: place for place, name in enumerate(HEADINGS, start=1)}


@pytest.fixture
def study(tmp_path):
    """The sample study, coded."""
    demo(tmp_path / "study")
    with opened(StudyFolder(tmp_path / "study")) as current:
        yield current


def given(coder):
    """The same turns for everybody."""
    return Given(coder, blind=True, sample="3%", by="respondent_type", seed=7)


def code_in_excel(study, path, codes):
    """Ben's sheet, with a code wherever `codes` has one for the sentence, read back."""
    export_review(study, path, given("Ben"))
    book = openpyxl.load_workbook(path)
    page = book["Review"]
    assert all(not page.cell(row, COLUMNS["suggested"]).value for row in range(2, page.max_row + 1))
    for row in range(2, page.max_row + 1):
        page.cell(row, COLUMNS["code"]).value = codes.get(page.cell(row, COLUMNS["segment"]).value)
    book.save(path)
    return import_review(study, path)


def code_on_screen(study, codes, times):
    """Anna's screen: every next sentence of the sample gets its code, or else the code of another."""

    async def driven():
        desk = Desk(study, "Anna", blind=True)
        app = ReviewApp(desk, desk.transcripts(), focus=focus_of(desk, given("Anna")))
        async with app.run_test() as pilot:
            for _ in range(times):
                await pilot.press("b")
                here = str(app.query_one("#where", Static).render()).split()[0]
                await pilot.press("plus", *codes.get(here, next(iter(codes.values()))), "enter")
                await pilot.pause()

    asyncio.run(driven())


def standing_additions(study):
    """What people added and did not take back."""
    return [one for one in live(list(study.store.decisions())).values() if one.action is Action.ADD]


def found_again(study, renamed):
    """The additions that stand in the tables or wait for a person."""
    held = {(one.coding.transcript, one.text, one.coding.code) for one in coded(study).segments}
    waiting = {one.decision.id for one in stranded(study)}
    return [
        one
        for one in standing_additions(study)
        if one.id in waiting or (one.passage.transcript, one.passage.quote, renamed.get(one.code, one.code)) in held
    ]


def test_no_decision_is_lost_in_the_whole_loop(study, tmp_path):
    """Two people code a sample blind, differ, settle; codes and a transcript change; what is signed off stays."""
    codes = {one.segment: one.coding.code for one in coded(study).segments}
    report = code_in_excel(study, tmp_path / "ben.xlsx", codes)
    assert report.counts["add"] > 5
    code_on_screen(study, codes, times=6)
    added = standing_additions(study)
    assert {one.coder for one in added} == {"Anna", "Ben"}
    assert not any(one.visible for one in added)

    suggested = next(one for one in coded(study).segments if one.coding.status == "suggested")
    code = suggested.coding.code
    decide(study, suggested.segment, "Anna", Verdict(Action.ACCEPT, code))
    decide(study, suggested.segment, "Ben", Verdict(Action.REJECT, code))
    status = {(one.segment, one.coding.code): one.coding.status for one in coded(study).segments}
    assert status[suggested.segment, code] == "disputed"
    decide(study, suggested.segment, "Cleo", Verdict(Action.ACCEPT, code, settles=True))

    split = next(one.code for one in added if one.code != code)
    book = study.folder.codebook
    apply(study, editing.rename(book, code, f"{code}_x"), "rename", coder="Cleo", what=code)
    halves = [(f"{split}_a", "One half"), (f"{split}_b", "The other half")]
    apply(study, editing.split(book, split, halves), "split", coder="Cleo", what=split)
    code_study(study)
    status = {(one.segment, one.coding.code): one.coding.status for one in coded(study).segments}
    assert status[suggested.segment, f"{code}_x"] == "accepted"

    mine = next(one for one in coded(study).segments if one.coding.transcript == REVISED)
    decide(study, mine.segment, "Anna", Verdict(Action.ACCEPT, mine.coding.code))
    original = next(study.folder.transcripts.rglob(f"{REVISED}.txt"))
    changed = tmp_path / "corrected.txt"
    changed.write_bytes(original.read_bytes() + b"\r\nINTERPRETER: She says that she has nothing more to tell.\r\n")
    assert revise(study, REVISED, changed).revision == 2
    code_study(study)

    assert standing_additions(study) == [*added]
    assert len(found_again(study, {code: f"{code}_x"})) == len(added)
    carried = [one for one in coded(study).segments if one.coding.transcript == REVISED and one.text == mine.text]
    assert "accepted" in {one.coding.status for one in carried}

    sign_off(study, "report-1", "Cleo")
    assert changes_since(study, "report-1").rows == ()
    now = study.folder.exports / "now.csv"
    export_study(study, now)
    decide(study, carried[0].segment, "Anna", Verdict(Action.REJECT, mine.coding.code))
    then = study.folder.exports / "then.csv"
    export_study(study, then, options=ExportOptions(signed="report-1"))
    assert without_memo(then) == without_memo(now)


def without_memo(path):
    """The rows of a codings table without its last column, which a sign-off does not keep."""
    return [line.rsplit(",", 1)[0] for line in path.read_text(encoding="utf-8").splitlines()]
