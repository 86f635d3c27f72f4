"""Labels under published quotes: as fine as they can be while enough respondents share each of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

LEAST = 3
"""How many respondents must share a label, where the study says nothing else."""


def pooled(steps: Mapping[str, Sequence[str]], *, least: int = LEAST) -> dict[str, str]:
    """Respondent to the label that may stand under their quotes.

    `steps` are a respondent's labels from the finest to the coarsest, all of one length for respondents of one kind,
    the last the same for all of the kind. Where fewer than `least` share a label, everybody who would share the next
    coarser one takes that, those too whose own label was common enough: what is left over would identify. A label
    that even so fewer share is "": their quotes have none.
    """
    chosen = dict.fromkeys(steps, 0)
    while True:
        sharing: dict[str, list[str]] = defaultdict(list)
        for person, step in chosen.items():
            sharing[steps[person][step]].append(person)
        rare = [one for people in sharing.values() if len(people) < least for one in people]
        coarser = {one: chosen[one] + 1 for one in rare if chosen[one] + 1 < len(steps[one])}
        if not coarser:
            return {one: "" if one in rare else steps[one][step] for one, step in chosen.items()}
        pools = {(step, steps[one][step]) for one, step in coarser.items()}
        for person, own in steps.items():
            above = [step for step, label in pools if step < len(own) and own[step] == label]
            chosen[person] = max((chosen[person], *above))
