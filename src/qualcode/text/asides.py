"""Asides that speak to the listener and tell nothing: "we were, how you say, beaten"; "it was, believe me, the police".

The language model takes them for clauses that others hang on, so it reads sentences without them.
"""

import re
from collections.abc import Iterator

_CLOSED = r"""
    how\ (?:(?:do|can|to|should|shall|would|could)\ )?(?:(?:you|i|we|they|people|it)\ )?(?:(?:is|'s|was)\ )?
        (?:say|says|call|called|explain|name|put|know)(?:\ (?:it|this|that|in\ english))?
  | (?:can|could|would|will|do)\ you\ (?:believe|imagine)(?:\ (?:it|this|that))?
  | (?:you\ )?(?:will|would|wo|can|could|ca)\ ?(?:not|n't)\ (?:believe|imagine)(?:\ (?:it|this|that|me))?
  | (?:you\ (?:can|must|have\ to)\ )?(?:believe|trust|forgive|excuse)\ me
  | (?:(?:if|before|when|as|since|like)\ )(?:i|you)\ (?:(?:may|can|might|could|will|must|already|want|would\ like)\ )?
        (?:to\ )?(?:ask|say|said|know|may|told|remember|understand|want|like|see|mention|mentioned|explained|hear)
        (?:\ (?:me|you|it|so|this|that|before|already|earlier|correctly|well|to\ know)){0,2}
  | i\ (?:(?:'m|am|do|was)\ )?(?:(?:not|n't)\ )?(?:exaggerating|joking|kidding|lying|exaggerate|joke|lie|sorry)
  | i\ (?:swear|promise|assure|tell|am\ telling|'m\ telling)(?:\ (?:you|to\ god|by\ god|it))?
  | (?:please\ )?do\ (?:not|n't)\ (?:write|note|record|print|publish|laugh|ask\ me)
        (?:\ (?:this|it|that|why|how|down|please)){0,2}
  | (?:i\ do\ n't\ know\ )?what\ (?:is|'s)\ (?:the|this)\ (?:word|name)
  | what\ i\ can\ (?:say|tell)(?:\ (?:you|to\ you))?
  | (?:this|that|it)\ (?:everyone|everybody|you|we\ all)\ knows?
  | (?:everyone|everybody)\ knows(?:\ (?:it|this|that))?
  | you\ (?:know|see|understand)(?:\ (?:me|what\ i\ mean))?
  | i\ do\ n't\ know(?:\ (?:from|of|for|in|by))?\ (?:(?:which|what)\ \w+|how|why|who|where|when)
  | let\ (?:me|us|'s)\ (?:say|think|put\ it\ so|be\ honest)(?:\ (?:it|so|this))?
  | to\ (?:be\ (?:honest|fair|exact|precise)|tell\ (?:you\ )?the\ truth|say\ the\ truth)
  | (?:thank|thanks\ to|by|god\ knows|only)\ god(?:\ knows)?
"""
_ASIDE = re.compile(_CLOSED, re.VERBOSE)
_MEANING = ("i", "mean")
"""An aside also without a comma before it: the soldiers I mean, not the driver."""
_LONGEST = 8
_EDGES = frozenset((",", "-", "–", "—", "..."))
_ENDS = frozenset((".", "!", "?", ";"))
_HANGING = frozenset(
    """
    am is are was were be been being 's 're 'm have has had do does did will would can could must should might may
    to of in on at by from with for the a an my our his her their and but or that who which whose because when if
    """.split()
)
"""Words after which a phrase goes on, so that no comma belongs behind them."""


def left_out(words: list[str]) -> set[int]:
    """The positions of the words of asides, with the commas that set them off; nothing where nothing else is left."""
    forms = [word.lower().replace("’", "'") for word in words]
    found: set[int] = set()
    for first, end in _asides(forms):
        found.update(range(first, end))
        opened = first > 0 and forms[first - 1] in _EDGES
        closed = end < len(forms) and forms[end] in _EDGES
        if opened and (first == 1 or closed or end >= len(forms) or forms[end] in _ENDS):
            sought = forms[first] in ("how", "what")
            keeps = closed and first > 1 and forms[first - 2] not in _HANGING and not sought
            found.add(end if keeps else first - 1)
            if closed and not keeps:
                found.add(end)
        elif closed and first == 0:
            found.add(end)
    rest = [at for at in range(len(forms)) if at not in found and forms[at] not in _EDGES | _ENDS]
    return found if len(rest) > 1 else set()


def _asides(forms: list[str]) -> Iterator[tuple[int, int]]:
    """From which word to which an aside reaches, commas not included."""
    for first in range(len(forms)):
        opened = first == 0 or forms[first - 1] in _EDGES
        if tuple(forms[first : first + 2]) == _MEANING:
            closed = first + 2 >= len(forms) or forms[first + 2] in _EDGES | _ENDS
            if closed:
                yield first, first + 2
            continue
        if not opened:
            continue
        end = next((at for at in range(first, min(first + _LONGEST + 1, len(forms))) if forms[at] in _EDGES | _ENDS), 0)
        if end > first and (first or forms[end] in _EDGES) and _ASIDE.fullmatch(" ".join(forms[first:end])):
            yield first, end
