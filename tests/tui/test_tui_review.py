"""The review screen, driven by its keys."""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest
from textual.widgets import OptionList, Static

sys.path.insert(0, str(Path(__file__).parents[1] / "workflow"))
from workflow_sample import LIST, studied, write

from qualcode.cli.traces import explanation
from qualcode.errors import MisuseError, QualcodeError
from qualcode.model.decision import Action
from qualcode.tui import ReviewApp, focus_of
from qualcode.tui.focus import choices
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import Verdict, decide
from qualcode.workflow.desk import Desk
from qualcode.workflow.explaining import explain_segment
from qualcode.workflow.importing import import_files
from qualcode.workflow.reviewing import Given
from qualcode.workflow.tabulating import coded


@pytest.fixture
def study(tmp_path):
    """The sample study, coded."""
    with studied(tmp_path) as coded_study:
        code_study(coded_study)
        yield coded_study


def statuses(study, transcript="R01"):
    """Segment, code, status and coder of the codings of a transcript."""
    return sorted(
        (one.segment, one.coding.code, one.coding.status, one.coding.coder)
        for one in coded(study).segments
        if one.coding.transcript == transcript
    )


def top(app):
    """The line that says where one is."""
    return str(app.query_one("#where", Static).render())


def said(app):
    """The coding in hand in words."""
    return str(app.query_one("#said", Static).render())


def _explain(desk):
    """What the command explains with."""
    return lambda segment, width: explanation(explain_segment(desk.study, segment, desk.codebook), width)


def drive(study, *keys, size=(80, 24), blind=False, look=top, given=None, disputed=False):
    """Presses keys on Anna's screen; what `look` sees at the end."""

    async def driven():
        desk = Desk(study, "Anna", blind=blind)
        focus = focus_of(desk, given or Given("Anna"), disputed=disputed)
        app = ReviewApp(desk, desk.transcripts(), focus=focus, explain=_explain(desk))
        async with app.run_test(size=size) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            return look(app)

    return asyncio.run(driven())


def test_it_opens_with_the_first_transcript(study):
    """And says where one is, how much is left, and who decides."""
    assert drive(study, look=top) == "R01:1  1 of 3  3 to decide  Anna"


def test_a_suggestion_is_accepted_and_the_next_rejected(study):
    """The coding in hand is told in plain words before."""
    words = drive(study, "n", "a", "n", "r", look=said)
    assert "Police" in words
    assert "[rejected]" in words
    assert 'for "police"' in words
    assert statuses(study)[:2] == [
        ("R01:2", "sta_police", "accepted", "Anna"),
        ("R01:3", "sta_police", "rejected", "Anna"),
    ]


def test_undo_and_redo(study):
    """As often as one likes."""
    drive(study, "n", "a", "u")
    assert statuses(study)[0][2] == "suggested"
    drive(study, "ctrl+r")
    assert statuses(study)[0][2] == "accepted"


def test_a_code_is_added_to_a_run_of_sentences(study):
    """Space marks where it begins; typing narrows the list."""
    drive(study, "n", "space", "down", "plus", *"river", "enter")
    assert ("R01:2-3", "rte_river", "added", "Anna") in statuses(study)


def test_code_agent_and_assertion_are_corrected(study):
    """Each from a list of what the codebook knows."""
    drive(study, "n", "c", *"river", "enter")
    assert statuses(study)[0] == ("R01:2", "rte_river", "edited", "Anna")
    drive(study, "n", "h", *"negated", "enter")
    drive(study, "n", "p", "w", *"unknown", "enter")
    changes = [one.changes for one in study.store.decisions()]
    assert (("assertion", "negated"),) in changes
    assert (("agent", "unknown"),) in changes


def test_a_memo_is_written(study):
    """On the coding in hand."""
    drive(study, "n", "m", *"why", "enter")
    (memo,) = study.store.decisions()
    assert (memo.action, memo.memo, memo.code) == (Action.MEMO, "why", "sta_police")


def test_a_new_code_lands_in_the_codebook(study):
    """The YAML keeps all else, and the sentence is coded with it."""
    before = (study.folder.codebook / "roads.yaml").read_text(encoding="utf-8")
    drive(study, "n", "k", *"sta", "enter", *"Waiting", "enter")
    after = (study.folder.codebook / "roads.yaml").read_text(encoding="utf-8")
    assert "id: sta_waiting" in after
    assert set(before.splitlines()) <= set(after.splitlines())
    assert ("R01:2", "sta_waiting", "added", "Anna") in statuses(study)


def test_a_disputed_coding_is_found_and_settled(study):
    """For everybody."""
    decide(study, "R02:2", "Ben", Verdict(Action.ACCEPT, "sta_police"))
    decide(study, "R02:2", "Cleo", Verdict(Action.REJECT, "sta_police"))
    drive(study, "d", "s", "down", "enter")
    assert statuses(study, "R02")[0] == ("R02:2", "sta_police", "rejected", "Anna")


def test_a_blind_coder_sees_no_suggestion(study):
    """Nothing is to decide, and what they code says that they saw nothing."""
    words = drive(study, "n", "down", "plus", *"river", "enter", blind=True, look=top)
    assert words == "R01:2  1 of 3  0 to decide  Anna, blind"
    (made,) = study.store.decisions()
    assert not made.visible


def test_uncoded_passages_search_and_jump(study):
    """Ways from one passage to another."""
    assert drive(study, "slash", *"forest", "enter", look=top).startswith("R03:4")
    assert drive(study, "j", *"R02", "enter", look=top).startswith("R02:1")
    assert drive(study, "j", *"R02", "enter", "b", look=top).startswith("R02:4")
    assert drive(study, "right_square_bracket", "left_square_bracket", look=top).startswith("R01:1")


def test_the_next_coding_of_a_sentence(study):
    """Tab goes round."""
    decide(study, "R01:2", "Ben", Verdict(Action.ADD, "rte_river"))
    assert said_first(study, "n") != said_first(study, "n", "tab")
    assert said_first(study, "n") == said_first(study, "n", "tab", "tab")


def said_first(study, *keys):
    """The first line of the coding in hand."""
    return drive(study, *keys, look=said).splitlines()[0]


def test_a_decision_that_cannot_be_made_is_told_and_nothing_breaks(study):
    """An interviewer's words are not coded; there is nothing to undo."""
    assert drive(study, "plus", *"river", "enter", "u", look=top).startswith("R01:1")
    assert list(study.store.decisions()) == []


def test_it_keeps_to_a_code(study):
    """The first suggestion of it is in hand, and only its suggestions are left to decide."""
    assert drive(study, given=Given("Anna", code="rte")) == "R01:5  1 of 3  1 to decide  Anna  rte"
    assert drive(study, "n", given=Given("Anna", code="rte")).startswith("R03:2")


def test_it_keeps_to_some_respondents(study):
    """Other interviews are not opened, and a value that nobody has is told."""
    assert drive(study, given=Given("Anna", where={"gender": "man"})) == "R02:2  1 of 1  1 to decide  Anna  gender man"
    with pytest.raises(MisuseError) as fault:
        drive(study, given=Given("Anna", where={"gender": "wman"}))
    assert 'no respondent has gender "wman". Did you mean "woman"?' in str(fault.value)


def test_it_keeps_to_a_sample_of_turns(study):
    """Passages without a code are looked for in the turns that were drawn, and in no other."""
    half = Given("Anna", sample="50%", seed=3)
    drawn = focus_of(Desk(study, "Anna"), half).places
    assert len(drawn) == 3
    seen = {drive(study, *["b"] * times, given=half, blind=True).split()[0] for times in range(6)}
    transcripts = list(study.store.transcripts())
    assert {
        (one.id, each.turn) for one in transcripts for each in one.segments if f"{one.id}:{each.number}" in seen
    } == drawn


def test_it_keeps_to_what_is_open(study):
    """It opens with what nobody has decided on; where nothing is left it says so."""
    decide(study, "R01:2", "Ben", Verdict(Action.ACCEPT, "sta_police"))
    assert drive(study, given=Given("Anna", unreviewed=True)) == "R01:3  1 of 3  2 to decide  Anna  not reviewed"
    with pytest.raises(QualcodeError) as fault:
        drive(study, disputed=True)
    assert "nothing is left to review: disputed." in str(fault.value)


def test_it_keeps_to_what_is_chosen_meanwhile(study):
    """From a list of themes, codes and profiles; everything brings the rest back."""
    assert drive(study, "f", *"gender=man", "enter") == "R02:2  1 of 1  1 to decide  Anna  gender man"
    again = drive(study, "f", *"gender=man", "enter", "f", *"everything", "enter")
    assert again == "R02:1  2 of 3  1 to decide  Anna"
    assert drive(study, "f", *"disputed", "enter") == "R01:1  1 of 3  3 to decide  Anna"


def test_who_has_withdrawn_is_not_in_the_list_of_parts(study):
    """Nor can anybody keep to what only they said of themselves."""
    write(study.folder.path, {"respondents.csv": LIST.replace("man,41,active", "man,41,withdrawn")})
    import_files(study, [])
    assert "gender=man" not in dict(choices(Desk(study, "Anna")))
    with pytest.raises(MisuseError) as fault:
        drive(study, given=Given("Anna", where={"age": "41"}))
    assert str(fault.value).startswith('no respondent has age "41".')


def test_the_target_is_corrected(study):
    """From a list of what the codebook knows."""
    drive(study, "n", "t", *"other", "enter")
    assert [one.changes for one in study.store.decisions()] == [(("target", "other"),)]


def test_a_rule_is_explained(study):
    """In the words of qualcode explain; never to who codes blind."""

    def look(app):
        return str(app.screen.query_one(Static).render())

    assert "asks for" in drive(study, "n", "e", look=look)
    assert "asks for" not in drive(study, "n", "e", look=look, blind=True)


def test_help_lists_every_key(study):
    """Every binding stands in it."""
    words = drive(study, "question_mark", look=lambda app: str(app.screen.query_one(Static).render()))
    for key in ("n, p", "tab", "space", "ctrl+r", "settle", "new code"):
        assert key in words


@pytest.mark.parametrize(("size", "there"), [((80, 24), False), ((160, 50), True)])
def test_the_codebook_is_beside_the_text_where_there_is_room(study, size, there):
    """A small terminal keeps its room for the words."""
    assert drive(study, size=size, look=lambda app: app.query_one("#book").display) is there


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_it_is_drawn_in_light_and_dark(study, theme):
    """Every sentence is in the list, whatever the colours."""

    def look(app):
        app.theme = theme
        return app.query_one("#text", OptionList).option_count

    assert drive(study, look=look) == 5


KILLED = """
import asyncio, os, sys
from pathlib import Path
from qualcode.tui import ReviewApp
from qualcode.workflow.desk import Desk
from qualcode.workflow.study import StudyFolder, opened

class Killed(ReviewApp):
    def _update(self, decided):
        os.kill(os.getpid(), 9)

async def driven(desk):
    app = Killed(desk, desk.transcripts())
    async with app.run_test() as pilot:
        await pilot.press("n", "a")

with opened(StudyFolder(Path(sys.argv[1]))) as study:
    asyncio.run(driven(Desk(study, "Anna")))
"""


def test_a_key_that_decides_is_on_disk_before_the_screen_moves_on(study):
    """Killed as it is about to draw, the decision is there."""
    killed = subprocess.run([sys.executable, "-c", KILLED, str(study.folder.path)], check=False)  # noqa: S603
    assert killed.returncode == -9
    assert statuses(study)[0] == ("R01:2", "sta_police", "accepted", "Anna")
