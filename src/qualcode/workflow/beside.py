"""An earlier study beside this one."""

from qualcode.analysis.rounds import Mapped, compare_studies
from qualcode.codebook.diff import diff
from qualcode.model.codebook import Codebook
from qualcode.model.table import Listing
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import coded


def compared(old: Study, new: Study) -> Listing:
    """The codes of two studies beside each other; QualcodeError where one of them has not been coded."""
    then, now = coded(old), coded(new)
    return compare_studies(then, now, _mapped(then.codebook, now.codebook))


def _mapped(old: Codebook, new: Codebook) -> Mapped:
    changes = diff(old, new)
    added = {code.id for code in changes.added}
    earlier = {code.id: code.id for code in new.codes() if code.id not in added}
    earlier |= {change.after.id: change.before.id for change in changes.changed}
    redefined = {
        change.after.id
        for change in changes.changed
        if change.rules_added
        or change.rules_removed
        or change.rules_changed
        or change.settings
        or {"definition", "use", "avoid"} & set(change.texts)
    }
    redefined |= {code for change in changes.lists for code in change.codes}
    return Mapped(earlier, frozenset(redefined))
