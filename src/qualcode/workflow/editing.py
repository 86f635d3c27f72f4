"""Changing the study's codebook so that decisions follow: one edit, written only where the result loads."""

from qualcode.codebook.editing import Edit, write
from qualcode.workflow.study import Study


def apply(study: Study, edit: Edit, action: str, **details: str) -> tuple[str, ...]:
    """Writes an edit of the study's codebook, and keeps in the log who asked for what; what has changed, in sentences.

    Decisions follow by the `formerly` of a code. Raises ProblemsError where the codebook would not load, and changes
    nothing then.
    """
    write(edit)
    study.store.log(f"codebook {action}", **details)
    return edit.sentences
