"""Labels under quotes, from the one that a study uses to the coarsest."""

from collections.abc import Mapping, Sequence

from qualcode.analysis.groups import readable
from qualcode.model.respondent import Respondent
from qualcode.readers.respondents.attribution import attribution
from qualcode.settings import Settings


def label_steps(person: Respondent, people: Sequence[Respondent], settings: Settings) -> tuple[str, ...]:
    """A respondent's labels from the finest to the respondent type: the field with most values falls away first.

    The same fields fall away in the same order for everybody of one type.
    """
    same = [one for one in people if one.type == person.type]
    fields = sorted(
        {name for one in same for name in one.attributes},
        key=lambda name: (-len({one.attributes.get(name, ()) for one in same}), name),
    )
    labels = [_label(person, person.attributes, settings)]
    kept = dict(person.attributes)
    changed: list[str] = []
    for name in fields:
        without = [{key: held for key, held in one.attributes.items() if key not in (*changed, name)} for one in same]
        before = [{key: held for key, held in one.attributes.items() if key not in changed} for one in same]
        told = [
            (_label(one, a, settings), _label(one, b, settings))
            for one, a, b in zip(same, before, without, strict=True)
        ]
        if any(fine != coarse for fine, coarse in told):
            changed.append(name)
            kept.pop(name, None)
            labels.append(_label(person, kept, settings))
    return (*labels, readable(person.type).capitalize() or "Respondent")


def _label(person: Respondent, attributes: Mapping[str, tuple[str, ...]], settings: Settings) -> str:
    return attribution(person.type, attributes, settings)[0]
