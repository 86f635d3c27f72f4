"""The quotes that were picked for the report, of those whose words may be shown."""

from qualcode.analysis.picks import Pick
from qualcode.workflow.release import released
from qualcode.workflow.study import Study


def picks(study: Study) -> tuple[Pick, ...]:
    """Every pick of respondents who have not withdrawn, in the order in which they were picked."""
    shown = {one.id for one in released(study).respondents}
    return tuple(
        Pick(segment, respondent, words, label, verbatim, section, code, memo)
        for segment, respondent, words, label, verbatim, section, code, memo in study.store.picks()
        if respondent in shown
    )
