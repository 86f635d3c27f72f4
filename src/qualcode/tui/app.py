"""The keys that decide: every decision is on disk before the screen moves on."""

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType

from qualcode.codebook import editing
from qualcode.errors import QualcodeError
from qualcode.model.decision import ASSERTIONS, Action
from qualcode.tui.focus import ALL, Focus
from qualcode.tui.prompts import Choose, Help, Write
from qualcode.tui.reader import Reader
from qualcode.workflow.desk import Desk, Word
from qualcode.workflow.editing import apply

KEYS = """\
up, down      the sentence before, the next one (or click)
n, p          the next, the previous suggestion that nobody has decided on
b             the next sentence that nothing is coded on
tab           the next coding of the sentence
d             the next disputed coding
] and [       the next, the previous transcript;  j jumps to one
f             keep to a code, a theme, a part of the respondents, disputes

a  accept     r  reject     c  another code     w  by whom     t  to whom
h  did it happen            e  explain: every rule that found it, and what almost did
+  add a code to the sentence;  space marks where a run of sentences begins
k  a new code, kept in the codebook
m  memo       s  settle a disputed coding
u  undo       ctrl+r  redo
/  search     ?  this help  q  leave; every decision is on disk already

Signs: ? suggested  + accepted or added  ~ changed  - rejected  ! disputed
"""
Explain = Callable[[str, int], Text]
"""Why a segment (by its id) is coded as it is, in so many columns."""
_NO_NAME = re.compile(r"[^a-z0-9]+")


class ReviewApp(Reader):
    """One coder's screen: read, accept, reject, change, add, undo."""

    TITLE = "qualcode review"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "judge('accept')", "accept"),
        Binding("r", "judge('reject')", "reject"),
        Binding("c", "recode", "code"),
        Binding("plus", "add", "add"),
        Binding("m", "memo", "memo"),
        Binding("n", "suggestion(1)", "next"),
        Binding("u", "undo", "undo"),
        Binding("question_mark", "help", "help"),
        Binding("q", "quit", "leave"),
        Binding("p", "suggestion(-1)", show=False),
        Binding("b", "uncoded", show=False),
        Binding("d", "disputed", show=False),
        Binding("tab", "coding", show=False, priority=True),
        Binding("w", "agent", show=False),
        Binding("t", "target", show=False),
        Binding("e", "explain", show=False),
        Binding("f", "keep_to", show=False),
        Binding("h", "assertion", show=False),
        Binding("s", "settle", show=False),
        Binding("k", "new_code", show=False),
        Binding("space", "mark", show=False, priority=True),
        Binding("ctrl+r", "redo", show=False),
        Binding("right_square_bracket", "transcript(1)", show=False),
        Binding("left_square_bracket", "transcript(-1)", show=False),
        Binding("j", "jump", show=False),
        Binding("slash", "search", show=False),
    ]

    def __init__(
        self, desk: Desk, transcripts: Sequence[str], *, focus: Focus = ALL, explain: Explain | None = None
    ) -> None:
        super().__init__(desk, transcripts, focus=focus)
        self._explain = explain or (lambda segment, _: Text(f"qualcode explain {segment}"))

    def action_help(self) -> None:
        """Every key."""
        self.push_screen(Help(Text(KEYS)))

    def action_judge(self, action: str) -> None:
        """Accepts or rejects the coding in hand and goes on to the next suggestion."""
        one = self._in_hand()
        if one is not None:
            self._do(lambda: self.desk.judge(one, Word(Action(action))))

    def action_recode(self) -> None:
        """Gives the coding in hand another code."""
        self._change("Another code", "code", self._codes())

    def action_agent(self) -> None:
        """Says by whom it was done."""
        self._change("By whom", "agent", [(one, "") for one in (*self.desk.codebook.actors, "other", "unknown")])

    def action_target(self) -> None:
        """Says to whom it was done."""
        self._change("To whom", "target", [(one, "") for one in (*self.desk.codebook.actors, "other", "unknown")])

    def action_explain(self) -> None:
        """Every rule that codes the sentence, what it went by, and what almost coded it."""
        run = self._run()
        if self.desk.blind:
            self.notify("This is blind coding: what the rules found is not shown.")
        elif run is not None:
            self._show_why(self.desk.transcript(self._current).segment_id(*run))

    def _show_why(self, segment: str) -> None:
        try:
            words = self._explain(segment, self.size.width * 9 // 10 - 6)
        except QualcodeError as error:
            self.notify(str(error), severity="warning")
            return
        self.push_screen(Help(words))

    def action_assertion(self) -> None:
        """Says whether it happened."""
        self._change("Did it happen", "assertion", [(one, "") for one in ASSERTIONS])

    def action_add(self) -> None:
        """Codes the sentence in hand, or the run from the mark to it."""
        run = self._run()
        if run is None:
            return

        def add(code: str | None) -> None:
            if code:
                self._do(lambda: self.desk.add(self.desk.passage(self._current, *run), code))

        self.push_screen(Choose("Add a code", self._codes()), add)

    def action_memo(self) -> None:
        """Writes a memo on the sentence."""
        run, one = self._run(), self._in_hand(warn=False)

        def keep(memo: str | None) -> None:
            if run and memo and memo.strip():
                code = one.base.code if one else ""
                self._do(lambda: self.desk.note(self.desk.passage(self._current, *run), memo, code=code))

        if run is not None:
            self.push_screen(Write("Memo"), keep)

    def action_settle(self) -> None:
        """Settles a disputed coding: accepted or rejected, for everybody."""
        one = self._in_hand()

        def keep(choice: str | None) -> None:
            if one is not None and choice:
                self._do(lambda: self.desk.judge(one, Word(Action(choice), settles=True)))

        if one is not None and one.disputed:
            self.push_screen(Choose("Settle it for everybody", [("accept", ""), ("reject", "")]), keep)
        elif one is not None:
            self.notify("Nobody disputes this coding.")

    def action_undo(self) -> None:
        """Takes the last decision back."""
        self._do(self.desk.undo)

    def action_redo(self) -> None:
        """Brings back what was undone last."""
        self._do(self.desk.redo)

    def _codes(self) -> list[tuple[str, str]]:
        return [(code.id, code.name) for code in self.desk.codebook.codes()]

    def _change(self, title: str, name: str, choices: Sequence[tuple[str, str]]) -> None:
        one = self._in_hand()

        def change(value: str | None) -> None:
            if one is not None and value:
                self._do(lambda: self.desk.judge(one, Word(Action.CHANGE, {name: value})))

        if one is not None:
            self.push_screen(Choose(title, choices), change)

    def action_new_code(self) -> None:
        """Puts a new code into the codebook, for people to code with, and codes the sentence with it."""
        run = self._run()

        def name(theme: str | None) -> None:
            if theme:
                self.push_screen(Write("Its name"), lambda words: make(theme, (words or "").strip()))

        def make(theme: str, words: str) -> None:
            if words and run is not None:
                self._do(lambda: self._new_code(theme, words, run))

        self.push_screen(
            Choose("A new code, in theme", [(one.id, one.name) for one in self.desk.codebook.themes]), name
        )

    def _new_code(self, theme: str, name: str, run: tuple[int, int]) -> None:
        code = f"{theme}_{_NO_NAME.sub('_', name.casefold()).strip('_')}"
        where = self.desk.passage(self._current, *run)
        study = self.desk.study
        edit = editing.add_code(study.folder.codebook, theme, code, name, name)
        apply(study, edit, "add-code", coder=self.desk.coder, what=f"{code} in {theme}")
        self.desk = Desk(study, self.desk.coder, blind=self.desk.blind)
        self.desk.add(where, code)

    def _do(self, decide: Callable[[], object]) -> None:
        """Decides, which is on disk when it returns, and shows what stands now."""
        try:
            decide()
        except QualcodeError as error:
            self.notify(str(error), severity="warning")
            return
        self._update(self.desk.decided(self._current))
