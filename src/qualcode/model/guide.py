"""The topic guide: what interviewers were to ask, of whom, and which codes an answer can be about."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GuideTopic:
    """One topic of the guide."""

    id: str
    question: str
    """The question as the guide words it."""
    codes: frozenset[str]
    """The codes that an answer can be about, themes written out."""
    applies_to: tuple[str, ...] = ()
    """Respondent types whose guide it stands in; none means all."""


@dataclass(frozen=True, slots=True)
class Guide:
    """All topics, in the order in which interviewers go through them; none where the study declares no guide."""

    topics: tuple[GuideTopic, ...] = ()

    def asks(self, code: str, respondent_type: str) -> bool:
        """Whether respondents of this type are asked about `code`; everybody is where there is no guide."""
        if not self.topics:
            return True
        return any(
            code in topic.codes and (not topic.applies_to or respondent_type in topic.applies_to)
            for topic in self.topics
        )
