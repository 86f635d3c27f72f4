"""Repairs of what the small language model typically misreads in interview English.

Every repair rests on a structure that no English sentence has (a preposition with two nouns, "us" as part of a
compound, a noun with a direct object), never on words of a codebook.
"""

from collections.abc import Callable

from qualcode.matching.repair import clauses, nouns
from qualcode.matching.repair.draft import Draft
from qualcode.model.parse import Parse

__all__ = ["repaired"]

_REPAIRS: tuple[Callable[[Draft], None], ...] = (
    nouns.verb_with_object,
    nouns.compound_with_subject,
    nouns.verb_in_compound,
    nouns.verb_after_and,
    nouns.verb_before_object,
    nouns.auxiliary_without_subject,
    nouns.gerund_before_noun,
    nouns.adjective_as_conjunct,
    nouns.base_form_after_for,
    nouns.pronoun_in_compound,
    nouns.second_noun_of_preposition,
    nouns.second_noun_before_verb,
    nouns.noun_before_joined_verb,
    nouns.subject_after_preposition,
    nouns.noun_and_i,
    clauses.object_relative,
    clauses.reduced_relative,
    clauses.participle_as_root,
    clauses.clause_behind_fronted_phrase,
    clauses.participle_after_comma,
    clauses.topic_as_root,
    clauses.preposition_as_root,
)
"""In this order: verbs are recognised before what hangs on them is moved."""


def repaired(parse: Parse) -> Parse:
    """The parse with typical misreadings put right; the very same one where there are none."""
    draft = Draft(parse, list(parse.heads), list(parse.deps), list(parse.tags))
    for repair in _REPAIRS:
        repair(draft)
    return draft.finished()
