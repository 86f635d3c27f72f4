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

    `start` and `end` are code points of the transcript's text, all else is text exactly as it is stored.
    """
    coding = segment.coding
    joined: dict[str, str | int] = {
        "respondent": segment.respondent.id,
        "segment": segment.segment,
        "start": coding.span.start,
        "end": coding.span.end,
        "speaker": segment.speaker,
        "role": str(segment.role),
        "question": segment.question,
        "text": segment.text,
    }
    return {column: joined[column] if column in joined else getattr(coding, column) for column in COLUMNS}
