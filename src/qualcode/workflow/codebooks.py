"""Looking after a codebook: what its terms match."""

from pathlib import Path

from qualcode.codebook.terms import REFERENCES, term_of
from qualcode.errors import MisuseError, did_you_mean
from qualcode.matching.inflect import Part
from qualcode.matching.spelling import spellings
from qualcode.model.codebook import Codebook
from qualcode.model.term import Term, TermKind
from qualcode.model.word_form import WordForm
from qualcode.workflow.coding import read_codebook

ROLES = {"noun": Part.NOUN, "verb": Part.VERB, "topic": Part.ANY}
"""As what a term can be inflected, in the words of the command line."""
_LISTED = 20
"""As many names are worth listing where none is close to the one asked for."""


def term_forms(path: Path | None, notation: str, *, role: str = "topic") -> tuple[WordForm, ...]:
    """Every spelling that a term matches in the codebook at `path`; in plain English where there is none.

    Raises MisuseError for a set, an actor or an action that the codebook does not have, QualcodeError for what is no
    term, ProblemsError where the codebook has faults.
    """
    term = term_of(notation)
    codebook = read_codebook(path)[0] if path is not None else Codebook("", "", "")
    if term.kind.value in REFERENCES:
        _check(codebook, term)
    return spellings(codebook, term, part=ROLES[role])


def _check(codebook: Codebook, term: Term) -> None:
    known = {TermKind.SET: codebook.sets, TermKind.ACTOR: codebook.actors, TermKind.ACTION: codebook.actions}
    names = known[term.kind]
    if term.words in names:
        return
    close = did_you_mean(term.words, names)
    hint = f"one of: {', '.join(sorted(names))}" if names else f"define it below {term.kind}s:, or ask for a word"
    what = f'the codebook has no {term.kind} "{term.words}".{close}'
    raise MisuseError(what, hint="" if close or len(names) > _LISTED else hint)
