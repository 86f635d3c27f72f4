"""Where words stood in their file, as a reader finds them again."""

from qualcode.model.source import Position


def where(position: Position) -> str:
    """A position in words: "page 3, paragraph 12", a time as "at 00:12:31"."""
    numbered = (("page", position.page), ("paragraph", position.paragraph), ("row", position.row))
    words = [f"{name} {number}" for name, number in numbered if number is not None]
    return ", ".join([*words, _time(position.time)] if position.time is not None else words)


def _time(seconds: float) -> str:
    minutes, second = divmod(int(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"at {hour:02}:{minute:02}:{second:02}"
