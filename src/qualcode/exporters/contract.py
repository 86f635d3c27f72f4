"""The codings table: a public contract of columns and their order."""

from qualcode.model.coded import CodedSegment

COLUMNS = (
    "respondent",
    "transcript",
    "segment",
    "start",
    "end",
    "speaker",
    "role",
    "question",
    "text",
    "theme",
    "code",
    "rule",
    "matched",
    "agent",
    "action",
    "target",
    "via",
    "assertion",
    "polarity",
    "modality",
    "source",
    "experiencer",
    "place",
    "period",
    "method",
    "coder",
    "status",
    "memo",
)


def contract_row(segment: CodedSegment) -> dict[str, str | int]:
    """One coding as a row of the contract, every column present and in order; a missing value is "".

    `start` and `end` are code points of the transcript's text, all else is text exactly as it is stored. A published
    coding has its label in the place of the respondent, and no place in a transcript.
    """
    coding = segment.coding
    joined: dict[str, str | int] = {
        "respondent": segment.respondent.id or segment.respondent.label,
        "segment": segment.segment,
        "start": coding.span.start if coding.transcript else "",
        "end": coding.span.end if coding.transcript else "",
        "speaker": segment.speaker,
        "role": str(segment.role),
        "question": segment.question,
        "text": segment.text,
    }
    return {column: joined[column] if column in joined else getattr(coding, column) for column in COLUMNS}
