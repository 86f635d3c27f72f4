"""Small windows over the screen: choosing from a list, writing a line, help."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

_FRAME = """
{name} {{ align: center middle; }}
{name} > Vertical {{
    width: 90%; max-width: 100; height: 80%; border: round $primary; padding: 0 1; background: $surface;
}}
"""


class Choose(ModalScreen[str | None]):
    """Chooses one of several: type to narrow the list, Enter takes the one in hand, Escape none."""

    DEFAULT_CSS = _FRAME.format(name="Choose")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss(None)", "Cancel"),
        Binding("down", "move(1)", show=False, priority=True),
        Binding("up", "move(-1)", show=False, priority=True),
    ]

    def __init__(self, title: str, choices: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._choices = choices

    def compose(self) -> ComposeResult:
        """Title, a line to type in, the list."""
        with Vertical():
            yield Static(self._title)
            yield Input(placeholder="type to narrow the list")
            yield OptionList()

    def on_mount(self) -> None:
        """Everything is there to choose from."""
        self._fill("")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrows the list."""
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        """Takes the choice in hand."""
        options = self.query_one(OptionList)
        if options.highlighted is not None:
            self.dismiss(options.get_option_at_index(options.highlighted).id)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes the one that was clicked."""
        self.dismiss(event.option.id)

    def action_move(self, by: int) -> None:
        """Another one in hand, while typing goes on."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def _fill(self, typed: str) -> None:
        options = self.query_one(OptionList)
        words = typed.casefold().split()
        options.clear_options()
        for id_, name in self._choices:
            if all(word in f"{id_} {name}".casefold() for word in words):
                options.add_option(Option(Text(f"{id_}  {name}" if name else id_, no_wrap=True), id=id_))
        if options.option_count:
            options.highlighted = 0


class Write(ModalScreen[str | None]):
    """Writes one line; Enter keeps it, Escape does not."""

    DEFAULT_CSS = _FRAME.format(name="Write").replace("height: 80%", "height: auto")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Cancel")]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Title and a line to type in."""
        with Vertical():
            yield Static(self._title)
            yield Input()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keeps the line."""
        self.dismiss(event.value)


class Help(ModalScreen[None]):
    """Words to read: the keys, an explanation."""

    DEFAULT_CSS = _FRAME.format(name="Help")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,question_mark,q", "dismiss(None)", "Close")]

    def __init__(self, words: Text) -> None:
        super().__init__()
        self._words = words

    def compose(self) -> ComposeResult:
        """The words, to be moved up and down."""
        with Vertical(), VerticalScroll():
            yield Static(self._words, markup=False)
