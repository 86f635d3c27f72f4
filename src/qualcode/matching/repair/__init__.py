"""Repairs of what the small language model typically misreads in interview English.

Every repair rests on a structure that no English sentence has (a preposition with two nouns, "us" as part of a
compound, a noun with a direct object), never on words of a codebook.
"""

from collections.abc import Callable

from qualcode.matching.repair import clauses, contrasts, nouns, relatives, verbs
from qualcode.matching.repair.draft import Draft
from qualcode.model.parse import Parse

__all__ = ["repaired"]

_REPAIRS: tuple[tuple[Callable[[Draft], None], str], ...] = (
    (verbs.verb_with_object, "dobj"),
    (verbs.verb_as_interjection, "UH"),
    (verbs.verb_with_apposition, "appos compound"),
    (verbs.verb_with_subject, "nsubj NN"),
    (verbs.clause_as_subject, "nsubj compound PRP"),
    (verbs.action_after_to, "advcl|xcomp VB TO"),
    (nouns.object_of_mark, "mark pobj"),
    (nouns.second_object_held_as, "dobj"),
    (nouns.held_as, "compound dobj"),
    (verbs.noun_that_is_verb, "conj NN"),
    (verbs.compound_with_subject, "compound nsubj"),
    (verbs.verb_in_compound, "compound VBP|VB|VBZ"),
    (verbs.verb_as_adjective, "amod JJ NNS nmod|compound"),
    (verbs.verb_after_and, "compound conj NN"),
    (verbs.verb_before_object, "amod VBD|VBP|VBZ|VB"),
    (nouns.auxiliary_without_subject, "aux|auxpass pobj|dobj|conj|appos|npadvmod|dep"),
    (verbs.gerund_before_noun, "amod VBG pobj"),
    (nouns.adjective_as_conjunct, "conj JJ"),
    (verbs.base_form_after_for, "pcomp|pobj dobj IN"),
    (nouns.pronoun_in_compound, "compound|nmod|amod|poss"),
    (nouns.second_noun_of_preposition, "pobj"),
    (nouns.second_noun_before_verb, "appos nsubj|nsubjpass"),
    (nouns.noun_before_joined_verb, "conj pobj|dobj"),
    (nouns.subject_after_preposition, "nsubj conj prep IN"),
    (nouns.joined_as_modifier, "nmod cc NNS"),
    (nouns.two_subjects, "nsubj|nsubjpass cc"),
    (nouns.noun_and_i, "conj nsubj|nsubjpass"),
    (relatives.object_relative, "acl VBD|VBN"),
    (relatives.whose_object, "relcl appos WP$"),
    (relatives.whom_as_subject, "WP nsubj acl"),
    (clauses.verb_behind_adverbial, "amod VBN pobj"),
    (clauses.object_before_subject, "nmod acl"),
    (clauses.topic_behind_object, "relcl PRP"),
    (relatives.cleft_clause, "ccomp attr WP"),
    (clauses.joined_to_nearest, "conj advcl|ccomp dobj PRP"),
    (relatives.reduced_relative, "csubj|csubjpass VBD|VBN"),
    (clauses.participle_as_root, "nsubj advcl|ccomp|xcomp|dep prep|agent NNS"),
    (clauses.clause_behind_fronted_phrase, "relcl pobj"),
    (clauses.participle_after_comma, "acl VBG"),
    (clauses.topic_as_root, "relcl nsubj|nsubjpass"),
    (clauses.clause_before_main, "appos mark acl"),
    (clauses.preposition_as_root, "pcomp IN"),
    (contrasts.verb_before_passive_gerund, "acl compound auxpass|aux"),
    (contrasts.doer_behind_gerund, "agent pcomp dobj"),
    (contrasts.doer_behind_time, "auxpass npadvmod|advmod agent|prep"),
    (contrasts.contrast_behind_verb, "neg"),
    (contrasts.contrast_without_verb, "dobj advmod|neg|intj"),
)
"""In this order: verbs are recognised before what hangs on them is moved.

Beside each the labels and tags without which there is nothing for it to repair, "|" between alternatives.
"""
_NEEDED = tuple(
    (
        repair,
        frozenset(group for group in needed.split() if "|" not in group),
        tuple(frozenset(group.split("|")) for group in needed.split() if "|" in group),
    )
    for repair, needed in _REPAIRS
)


def repaired(parse: Parse) -> Parse:
    """The parse with typical misreadings put right; the very same one where there are none."""
    draft = Draft(parse, list(parse.heads), list(parse.deps), list(parse.tags))
    there = {*parse.deps, *parse.tags}
    for repair, all_of, one_of in _NEEDED:
        if not all_of <= there:
            continue
        for group in one_of:
            if group.isdisjoint(there):
                break
        else:
            before = draft.changes
            repair(draft)
            if draft.changes != before:
                there = {*draft.deps, *draft.tags}
    return draft.finished()
