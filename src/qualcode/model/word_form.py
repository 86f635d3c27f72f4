"""A spelling that a term of the codebook matches, as a value."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WordForm:
    """One spelling, the term it comes from, and which other words it belongs to."""

    term: str
    """The term as written in the codebook."""
    role: str
    """As what the term is inflected: noun, verb, topic (any part of speech), generic (an actor's word that counts as a
    target only), object of a verb, a part of speech such as NOUN, or exact."""
    form: str
    """Folded; several words with spaces between, `...` where up to four others may stand."""
    also: tuple[str, ...] = ()
    """Other words with this form, each with its parts of speech: `left (adj, adv, noun)`."""
