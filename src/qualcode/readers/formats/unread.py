"""What a document holds beside its words (comments, headers, changes): counted in warnings, and never quoted."""

import re
from dataclasses import dataclass

from qualcode.model.problem import Problem, Severity, Where

_LETTERS = re.compile(r"[^\W\d_]{2,}")
_PAGE_WORDS = re.compile(r"\b(?:page|of)\b", re.IGNORECASE)


def names_something(text: str) -> bool:
    """Whether the text of a header or footer holds words beyond a page number."""
    return _LETTERS.search(_PAGE_WORDS.sub("", text)) is not None


@dataclass(frozen=True, slots=True)
class Unread:
    """How many of each kind a document holds."""

    comments: int = 0
    headers: int = 0
    """Page headers and footers with words in them."""
    changes: int = 0
    hidden: int = 0
    embedded: int = 0
    """Documents within the document."""

    def problems(self, file: str) -> tuple[Problem, ...]:
        """A warning for each kind there is."""
        share = "before the file is shared"
        found = (
            (
                self.comments,
                _counted(self.comments, "comment") + " not read; comments can name people.",
                f"delete them in Word or LibreOffice {share}",
            ),
            (
                self.headers,
                _counted(self.headers, "page header or footer", "page headers or footers")
                + " not read; headers can name people.",
                f"look at them in Word or LibreOffice {share}",
            ),
            (
                self.changes,
                _counted(self.changes, "tracked change")
                + " read as accepted; deleted words were not read but are still in the file.",
                f"accept all changes in Word or LibreOffice {share}",
            ),
            (
                self.hidden,
                _counted(self.hidden, "hidden passage") + " not read.",
                "make hidden text visible in Word or LibreOffice if it belongs to the interview",
            ),
            (
                self.embedded,
                _counted(self.embedded, "document inside this one", "documents inside this one") + " not read.",
                "open the file in Word and save it again, which makes it one document",
            ),
        )
        return tuple(Problem(what, Where(file), fix, Severity.WARNING) for number, what, fix in found if number)


def _counted(number: int, noun: str, plural: str = "") -> str:
    """`1 comment was`, `3 comments were`."""
    return f"1 {noun} was" if number == 1 else f"{number} {plural or noun + 's'} were"
