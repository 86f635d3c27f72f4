"""The review screen: a coder reads transcripts, sees what is suggested and why, and decides by keyboard or mouse."""

from qualcode.tui.app import ReviewApp
from qualcode.tui.focus import focus_of

__all__ = ["ReviewApp", "focus_of"]
