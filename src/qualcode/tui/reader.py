"""Reading on the screen: the transcript, what is coded in it, and the ways from one passage to another."""

from collections.abc import Callable, Sequence

from rich.text import Text
from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.events import Resize
from textual.widgets import Footer, OptionList, Static
from textual.widgets.option_list import Option

from qualcode.errors import QualcodeError
from qualcode.model.decision import Decided
from qualcode.tui.focus import ALL, Focus, choices, chosen
from qualcode.tui.prompts import Choose, Write
from qualcode.tui.reading import Line, book, coded, lines, shown, told
from qualcode.workflow.desk import Desk

_WIDE = 120
"""From how many columns on there is room for the codebook."""


class Reader(App[None]):
    """One coder's screen without the keys that decide. It keeps to what `focus` gives."""

    ENABLE_COMMAND_PALETTE = False
    CSS = """
    #where { height: 1; background: $primary; color: $text; padding: 0 1; }
    #text { height: 1fr; width: 1fr; border: none; padding: 0; }
    #book { width: 46; border-left: solid $primary; padding: 0 1; display: none; }
    #coding { height: 8; border-top: solid $primary; padding: 0 1; }
    """

    def __init__(self, desk: Desk, transcripts: Sequence[str], *, focus: Focus = ALL) -> None:
        super().__init__()
        self.desk = desk
        self._all = list(transcripts)
        self._focus = focus
        self._ids = list(focus.transcripts(transcripts))
        self._at = 0
        self._lines: list[Line] = []
        self._decided: tuple[Decided, ...] = ()
        self._row = 0
        self._number = 0
        self._mark: int | None = None

    @property
    def first(self) -> str:
        """The transcript that it opens with."""
        return self._ids[0]

    def compose(self) -> ComposeResult:
        """Where one is, the transcript, the coding in hand, the keys."""
        yield Static(id="where", markup=False)
        with Horizontal():
            yield OptionList(id="text", compact=True)
            with VerticalScroll(id="book", can_focus=False):
                yield Static(id="codes", markup=False)
        with VerticalScroll(id="coding", can_focus=False):
            yield Static(id="said", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """Opens the first transcript, at what is to be decided where the screen keeps to something."""
        self._open(0)
        self._begin()

    def on_resize(self, event: Resize) -> None:
        """Shows the codebook where there is room for it."""
        self.query_one("#book").display = event.size.width >= _WIDE

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Another sentence is in hand."""
        if event.option_list.id == "text" and event.option_index != self._row:
            self._row, self._number = event.option_index, 0
            self._tell()

    def action_coding(self) -> None:
        """The next coding of the sentence in hand."""
        here = self._here()
        if here:
            self._number = (self._number + 1) % len(here)
            self._tell()

    def action_mark(self) -> None:
        """Marks where a run of sentences begins, or takes the mark away."""
        self._mark = None if self._mark is not None else self._row
        self._draw()

    def action_suggestion(self, by: int) -> None:
        """The next or previous suggestion that nobody has decided on, in this transcript or another."""
        self._seek(self._open_here, by, "No suggestion left.")

    def action_disputed(self) -> None:
        """The next disputed coding."""
        self._seek(
            lambda line: any(one.disputed and coded(one, line.segment) for one in self._decided), 1, "Nothing disputed."
        )

    def action_keep_to(self) -> None:
        """Keeps to a code, a theme, a part of the respondents, disputes, or nothing."""

        def keep(choice: str | None) -> None:
            if choice:
                self._keep_to(choice)

        self.push_screen(Choose("Keep to", choices(self.desk)), keep)

    def action_uncoded(self) -> None:
        """The next of the respondents' sentences that carries no code."""
        self._seek(
            lambda line: self._given(line) and not any(coded(one, line.segment) for one in self._decided),
            1,
            "Every sentence is coded.",
        )

    def action_transcript(self, by: int) -> None:
        """The next or previous transcript."""
        self._open((self._at + by) % len(self._ids))

    def action_jump(self) -> None:
        """Any transcript."""

        def jump(id_: str | None) -> None:
            if id_:
                self._open(self._ids.index(id_))

        self.push_screen(Choose("Go to", [(one, "") for one in self._ids]), jump)

    def action_search(self) -> None:
        """The next sentence with these words."""

        def search(words: str | None) -> None:
            if words and words.strip():
                wanted = words.strip().casefold()
                self._seek(lambda line: wanted in line.segment.span.of(self._text).casefold(), 1, "Not found.")

        self.push_screen(Write("Search"), search)

    @property
    def _current(self) -> str:
        return self._ids[self._at]

    @property
    def _text(self) -> str:
        return self.desk.transcript(self._current).text

    def _in_hand(self, *, warn: bool = True) -> Decided | None:
        here = self._here()
        if not here and warn:
            self.notify("Nothing is coded here. + adds a code.")
        return here[self._number % len(here)] if here else None

    def _here(self) -> list[Decided]:
        return [one for one in self._decided if self._lines and coded(one, self._lines[self._row].segment)]

    def _run(self) -> tuple[int, int] | None:
        """The numbers of the sentences from the mark to the one in hand."""
        if not self._lines:
            return None
        rows = sorted((self._row, self._row if self._mark is None else self._mark))
        return self._lines[rows[0]].segment.number, self._lines[rows[1]].segment.number

    def _open_to_decide(self, one: Decided, line: Line) -> bool:
        return one.coding.first_segment == line.segment.number and self._focus.asks(one)

    def _given(self, line: Line) -> bool:
        return line.codable and self._focus.gives(self._current, line.turn.number)

    def _keep_to(self, choice: str) -> None:
        try:
            focus = chosen(self.desk, choice)
        except QualcodeError as error:
            self.notify(str(error), severity="warning")
            return
        here = self._current
        self._focus, self._ids = focus, list(focus.transcripts(self._all))
        self._open(self._ids.index(here) if here in self._ids else 0)
        self._begin()

    def _begin(self) -> None:
        """Goes to the first sentence that is given, where not everything is."""
        if self._focus != ALL:
            asked = (row for row, line in enumerate(self._lines) if self._open_here(line))
            given = (row for row, line in enumerate(self._lines) if self._given(line))
            self._go(next(asked, next(given, 0)))

    def _open_here(self, line: Line) -> bool:
        return any(self._open_to_decide(one, line) for one in self._decided)

    def _seek(self, fits: Callable[[Line], bool], by: int, otherwise: str) -> None:
        """Goes to the next sentence that fits, through all transcripts once."""
        began, row = self._at, self._row
        for step in range(len(self._ids) + 1):
            rows = range(len(self._lines))
            ahead = [one for one in rows if (one - row) * by > 0] if step == 0 else list(rows)
            found = next((one for one in (ahead if by > 0 else ahead[::-1]) if fits(self._lines[one])), None)
            if found is not None:
                if self._at != began:
                    self._draw()
                self._go(found)
                return
            self._load((self._at + by) % len(self._ids))
        self._load(began)
        self.notify(otherwise)

    def _open(self, at: int) -> None:
        self._load(at)
        self._row = self._number = 0
        self._draw()
        self._go(0)

    def _load(self, at: int) -> None:
        """Takes a transcript in hand without drawing it."""
        self._at, self._mark = at, None
        self._lines = lines(self.desk, self.desk.transcript(self._current))
        self._decided = self.desk.decided(self._current)

    def _go(self, row: int) -> None:
        self._row, self._number = row, 0
        self.query_one("#text", OptionList).highlighted = row if self._lines else None
        self._tell()

    def _draw(self) -> None:
        """Draws the transcript anew and stays where one is."""
        pane = self.query_one("#text", OptionList)
        row = min(self._row, max(0, len(self._lines) - 1))
        pane.clear_options()
        pane.add_options([Option(self._shown(number)) for number in range(len(self._lines))])
        pane.highlighted = row if self._lines else None
        self._row = row
        self._tell()

    def _update(self, decided: tuple[Decided, ...]) -> None:
        """Draws the sentences anew on which something else stands now; a whole interview would take too long."""
        before, self._decided = self._decided, decided
        marked, self._mark = self._mark, None
        differ = set(before) ^ set(decided)
        pane = self.query_one("#text", OptionList)
        for number, line in enumerate(self._lines):
            if number == marked or any(coded(one, line.segment) for one in differ):
                pane.replace_option_prompt_at_index(number, self._shown(number))
        self._tell()

    def _shown(self, number: int) -> Text:
        line = self._lines[number]
        first = number == 0 or self._lines[number - 1].turn.number != line.turn.number
        here = [one for one in self._decided if coded(one, line.segment)]
        return shown(
            line,
            self.desk.transcript(self._current),
            here,
            first=first,
            chosen=number == self._mark,
            given=self._given(line),
        )

    def _tell(self) -> None:
        """The top line and the coding in hand."""
        left = sum(self._focus.asks(one) for one in self._decided)
        blind = ", blind" if self.desk.blind else ""
        kept = f"  {self._focus.words}" if self._focus.words else ""
        where = f"{self._current}:{self._lines[self._row].segment.number if self._lines else 0}"
        self.query_one("#where", Static).update(
            f"{where}  {self._at + 1} of {len(self._ids)}  {left} to decide  {self.desk.coder}{blind}{kept}"
        )
        here = self._here()
        words = Text("Nothing is coded here. + adds a code, ? shows every key.", style="dim")
        if here:
            number = self._number % len(here)
            words = told(self.desk, here[number], number=number + 1, of=len(here))
        self.query_one("#said", Static).update(words)
        self.query_one("#codes", Static).update(book(self.desk, self._decided))
