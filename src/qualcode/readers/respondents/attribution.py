"""What stands under a quote: a respondent in words that name nobody, from a template per respondent type."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

import regex

from qualcode.model.problem import Problem, Severity, Where
from qualcode.readers.respondents.countries import people_of
from qualcode.readers.respondents.header import is_identifying
from qualcode.readers.spelling import folded, listed
from qualcode.settings import FILE, Settings

_PLACEHOLDER = regex.compile(r"\{([^{}]*)\}")
_PERSONS = {"person": "", "man|woman": "", "woman|man": ""}
_GENDER = ("gender", "sex")
_WORDS_FOR = {
    **dict.fromkeys(("man", "men", "male", "m"), "man"),
    **dict.fromkeys(("woman", "women", "female", "f"), "woman"),
}
# Words that lead to a value ("interviewed in", "aged") say nothing once the value is missing, nor do words after it.
_LEADING = regex.compile(
    r"(?:(?<![\p{L}\p{N}])(?:in|from|of|at|on|by|for|to|with|the|an?|and|or|aged?|about|around|near|interviewed|working|"
    r"based|living|staying|born|returned)\s*)+$",
    regex.IGNORECASE,
)
_TRAILING = regex.compile(r"^[\s-]*(?:years?[\s-]old|years?(?: of age)?|yrs?)(?![\p{L}\p{N}])", regex.IGNORECASE)


def attribution(
    respondent_type: str, attributes: Mapping[str, tuple[str, ...]], settings: Settings
) -> tuple[str, tuple[Problem, ...]]:
    """The label of a respondent and what is wrong with its template; a value that is not recorded falls away.

    Templates take profile fields, `{demonym}` (the people of the field `nationality`) and `{person}` (man, woman or
    person, by the field `gender`). Without a template the label is the respondent type in words, or "Respondent".
    """
    template = settings.labels.get(respondent_type, "")
    problems = tuple(_faults(respondent_type, template, settings))
    words = "" if problems else _filled(template, attributes, settings)
    problems += tuple(_unnamed_people(template, attributes, settings))
    label = words or respondent_type.replace("_", " ").strip() or "respondent"
    return label[0].upper() + label[1:], problems


def _faults(respondent_type: str, template: str, settings: Settings) -> Iterator[Problem]:
    """Placeholders that are no field, and fields that could name somebody."""
    known = {*settings.fields, "demonym", *_PERSONS}
    place = Where(FILE, detail=f"labels: {respondent_type}")
    for name in dict.fromkeys(_PLACEHOLDER.findall(template)):
        if name.casefold() in _PERSONS or name.casefold() == "demonym":
            continue
        if name not in settings.fields:
            near = get_close_matches(name, sorted(known), n=1)
            advice = (
                f"did you mean {{{near[0]}}}?"
                if near
                else f"fields: {listed(sorted(known - {*_PERSONS} | {'person'}))}"
            )
            yield Problem(f"the label has {{{name}}}, which is no field of the study.", place, advice)
        elif is_identifying(name):
            yield Problem(
                f"the label has {{{name}}}, which could tell who somebody is.", place, "take it out of the label"
            )


def _filled(template: str, attributes: Mapping[str, tuple[str, ...]], settings: Settings) -> str:
    """The template with its values, without the words and commas that missing ones leave behind."""
    words = ""
    position = 0
    missing = False
    for found in [*_PLACEHOLDER.finditer(template), None]:
        between = template[position : found.start() if found else len(template)]
        words += _TRAILING.sub("", between) if missing else between
        if found is None:
            break
        value = _value(found[1], attributes, settings)
        missing = not value
        words = _LEADING.sub("", words) if missing else words + value
        position = found.end()
    return _tidied(words)


def _tidied(words: str) -> str:
    """Words without empty brackets, doubled commas and spaces too many."""
    words = regex.sub(r"\(\s*[,;]*\s*\)|\[\s*[,;]*\s*\]", "", words)
    words = regex.sub(r"\s+", " ", words)
    words = regex.sub(r"\s+(?=[,;)])", "", words)
    words = regex.sub(r"(?<=\()\s*[,;]\s*|[,;]\s*(?=[),;])", "", words)
    return words.strip(" ,;–—-/")


def _value(name: str, attributes: Mapping[str, tuple[str, ...]], settings: Settings) -> str:
    """What a placeholder stands for with this respondent, "" where it is not recorded."""
    if name.casefold() in _PERSONS:
        gender = next((attributes[field] for field in _GENDER if attributes.get(field)), ())
        return _WORDS_FOR.get(folded("".join(gender)), "person")
    if name.casefold() == "demonym":
        return _joined([_people(country, settings) for country in attributes.get("nationality", ())])
    return _joined([value.replace("_", " ") for value in attributes.get(name, ())])


def _joined(values: list[str]) -> str:
    """One value, or several as one says them: "protection, smuggling and trends"."""
    named = [value for value in values if value]
    return " and ".join(filter(None, (", ".join(named[:-1]), "".join(named[-1:]))))


def _people(country: str, settings: Settings) -> str:
    """The word for the people of a country: the study's own, else a common one, "" where neither is known."""
    declared = {folded(name): word for name, word in settings.demonyms.items()}
    return declared.get(folded(country)) or people_of(country)


def _unnamed_people(template: str, attributes: Mapping[str, tuple[str, ...]], settings: Settings) -> Iterator[Problem]:
    """Countries for whose people no word is known, where the template asks for one."""
    if not any(name.casefold() == "demonym" for name in _PLACEHOLDER.findall(template)):
        return
    for country in attributes.get("nationality", ()):
        if not _people(country, settings):
            what = f'no word is known for the people of "{country}"; labels leave it out.'
            yield Problem(what, Where(FILE), f"demonyms: {{{country}: WORD}}", Severity.WARNING)
