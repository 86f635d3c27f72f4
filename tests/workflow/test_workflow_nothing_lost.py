"""Whatever happens to a study in whatever order, no decision is lost."""

from random import Random

import pytest
from workflow_sample import studied, talk, write

from qualcode.codebook import editing
from qualcode.errors import QualcodeError
from qualcode.model.decision import Action
from qualcode.workflow.coding import code_study
from qualcode.workflow.deciding import Verdict, decide, decisions_listing, export_decisions, import_decisions
from qualcode.workflow.desk import Desk
from qualcode.workflow.editing import apply
from qualcode.workflow.importing import ImportOptions, import_files
from qualcode.workflow.reviewing import Given, export_review
from qualcode.workflow.signing import sign_off
from qualcode.workflow.tabulating import coded


class Play:
    """A random history of a study, and every decision that was made in it."""

    def __init__(self, study, tmp_path, seed):
        self.study, self.folder, self.random = study, tmp_path, Random(seed)  # noqa: S311
        self.made = {}
        self.turns = 0

    def step(self):
        """One thing that a team does."""
        self.turns += 1
        coder = self.random.choice(["Anna", "Ben"])
        play = self.random.choice(
            [self.decide, self.add, self.add, self.undo, self.rename, self.split, self.revise, self.run, self.travel]
        )
        try:
            play(coder)
        except QualcodeError:
            return  # nothing to undo, no coding there: told, and nothing changed
        self.made |= {one.id: one for one in self.study.store.decisions()}

    def codes(self):
        """The codes of the codebook now."""
        return [code.id for code in Desk(self.study, "Anna").codebook.codes()]

    def decide(self, coder):
        """On any coding that stands."""
        one = self.random.choice(coded(self.study).segments)
        action = self.random.choice([Action.ACCEPT, Action.REJECT])
        decide(self.study, one.segment, coder, Verdict(action, one.coding.code, settles=self.random.random() < 0.2))

    def add(self, coder):
        """On any sentence of a respondent."""
        desk = Desk(self.study, coder)
        transcript = desk.transcript(self.random.choice(desk.transcripts()))
        number = self.random.choice(transcript.segments).number
        desk.add(desk.passage(transcript.id, number, number), self.random.choice(self.codes()))

    def undo(self, coder):
        """And sometimes redo."""
        desk = Desk(self.study, coder)
        desk.undo()
        if self.random.random() < 0.5:
            desk.redo()

    def rename(self, coder):
        """Any code."""
        old = self.random.choice(self.codes())
        edit = editing.rename(self.study.folder.codebook, old, f"code_{self.turns}")
        apply(self.study, edit, "rename", coder=coder, what=old)
        self.run(coder)

    def split(self, coder):
        """Any code."""
        old = self.random.choice(self.codes())
        edit = editing.split(self.study.folder.codebook, old, [(f"part_{self.turns}", "A part")])
        apply(self.study, edit, "split", coder=coder, what=old, code=old)
        self.run(coder)

    def revise(self, _coder):
        """One of the transcripts."""
        answers = ["The police stopped us. The police took us back.", f"We crossed the river on day {self.turns}."]
        path = write(self.folder / f"new{self.turns}", {"R01.txt": talk(*answers)})
        import_files(self.study, [path], options=ImportOptions(replace=frozenset({"R01"})))
        self.run(_coder)

    def run(self, _coder):
        """The rules again."""
        code_study(self.study)

    def travel(self, coder):
        """Out and in again; and a state is signed off, a sheet is given out."""
        path = self.folder / "decisions.jsonl"
        export_decisions(self.study, path)
        assert import_decisions(self.study, path).added == 0
        sign_off(self.study, f"state {self.turns}", coder)
        export_review(self.study, self.folder / f"{self.turns}.xlsx", Given(coder))


@pytest.mark.parametrize("seed", range(6))
def test_no_decision_is_lost(tmp_path, seed):
    """Every decision is there, word for word; every addition that stands is a coding or waits for a person."""
    with studied(tmp_path) as study:
        code_study(study)
        play = Play(study, tmp_path, seed)
        for _ in range(25):
            play.step()
        kept = {one.id: one for one in study.store.decisions()}
        assert len(kept) > 5
        assert kept == play.made
        listing = decisions_listing(study)
        place = {heading.name: number for number, heading in enumerate(listing.headings)}
        assert {row[place["id"]].value for row in listing.rows} == set(kept)
        added = sum(
            row[place["decision"]].value == "add" and row[place["state"]].value == "stands" for row in listing.rows
        )
        waiting = sum("words are no longer" in row[place["look"]].value for row in listing.rows)
        human = sum(one.coding.method == "human" for one in coded(study).segments)
        assert added <= human + waiting
