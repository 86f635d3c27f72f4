"""Who it was, said in a sentence of its own behind it: "They hit us. The traffickers"."""

import re

from qualcode.matching.events.dislocation import agrees
from qualcode.matching.events.event import Mention, Slot
from qualcode.matching.events.scene import SUBJECTS, Scene
from qualcode.text import fold

_BEFORE = re.compile(
    r"""
    (?:yes\ |always\ |only\ |i\ mean\ |it\ was\ )?
    (?:(?:the|these|those|this|that|some|our|their|all|all\ the)\ )?
    (?:(?:same|local|big|bad|masked|armed|young|drunk|other|special|border|\w+(?:an|ian|ish|ese)|greek|czech|french)\ )?
    """,
    re.VERBOSE,
)
"""What may stand before the name of the actor in a sentence that is nothing but that name."""
_AFTER = re.compile(r"(?: (?:of|from|in|at|on) (?:(?:the|this|that) )?\w+)?(?: there| always| again|,? yes)?")
"""What may stand after it: the police of Croatia."""
_EDGES = " .,!?;:…-–\"'“”"


def named_next(scene: Scene, pronoun: int) -> Slot | None:
    """Whom a subject pronoun stands for where the next sentence is a bare noun phrase that names an actor.

    Not where this sentence has named somebody before the pronoun, nor for the speaker's own group.
    """
    tree, later = scene.tree, scene.context.later
    if later is None or tree.deps[pronoun] not in SUBJECTS or any(scene.actor(one) for one in range(pronoun)):
        return None
    listed = [one for one in later.mentions if not one.generic]
    if len(listed) != 1 or not _is_bare(later.text, listed[0]) or listed[0].actor == scene.context.first_person:
        return None
    words = later.text[listed[0].start : listed[0].end]
    if not agrees(scene, fold(words.split()[-1]), tree.forms[pronoun], listed[0].actor):
        return None
    return Slot(listed[0].actor, (tree.starts[pronoun], tree.ends[pronoun]), words)


def _is_bare(text: str, mention: Mention) -> bool:
    """Whether the sentence is nothing but the name of the actor."""
    before = fold(text[: mention.start].lstrip(_EDGES).replace(",", ""))
    after = fold(text[mention.end :].rstrip(_EDGES))
    return _BEFORE.fullmatch(before) is not None and _AFTER.fullmatch(after) is not None
