"""The respondent list: who was interviewed, in the study's own words."""

from qualcode.readers.respondents.reading_list import read_respondents, respondents_from_grid

__all__ = ["read_respondents", "respondents_from_grid"]
