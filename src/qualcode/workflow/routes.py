"""The routes of a study: every leg its respondents tell of, and the corridors these make."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.analysis.corridors import corridors
from qualcode.errors import QualcodeError
from qualcode.matching import Interview
from qualcode.matching.routes import RouteFinder
from qualcode.model.codebook import Codebook
from qualcode.model.coded import Material
from qualcode.model.leg import Corridor, Leg
from qualcode.model.progress import SILENT, Progress
from qualcode.model.respondent import Respondent
from qualcode.model.routes import Routes
from qualcode.text import Parser, parses
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.interviews import Interviews
from qualcode.workflow.jobs import open_cache
from qualcode.workflow.release import Released, kept_out, released
from qualcode.workflow.study import Study


@dataclass(frozen=True, slots=True)
class StudyRoutes:
    """What may be shown of a study's routes."""

    legs: tuple[Leg, ...]
    """By transcript, in the order they are told."""
    corridors: tuple[Corridor, ...]
    """Those of most respondents first."""
    notes: tuple[str, ...]
    gazetteer: Routes
    """Where the places lie."""


def study_routes(
    study: Study,
    *,
    countries: bool = False,
    codebook: Codebook | None = None,
    parser: Parser | None = None,
    progress: Progress = SILENT,
) -> StudyRoutes:
    """The legs and corridors of the study, nothing of who has withdrawn or of transcripts that wait for a decision.

    Words and parses that coding has kept are read again, and new ones kept, unless a `parser` is given. `codebook` is
    the study's, where it has been read already.

    With `countries` places count as the country they lie in, and legs inside one country as none. Raises
    QualcodeError where the codebook knows no places.
    """
    codebook = codebook or study_codebook(study)[0]
    if not codebook.routes.places:
        raise QualcodeError(
            "the codebook has no places to follow.",
            where=study.folder.codebook.name,
            hint='write them below "routes:", each with its country, as docs/routes.md shows',
        )
    shown = released(study)
    out = kept_out(study)
    ids = [one for one in study.store.transcript_ids() if one not in out]
    with open_cache(study.folder) as cache:
        interviews = _read(Interviews(study.store, cache), ids, progress)
        legs = tuple(_legs(interviews, shown, codebook, parser or Parser(cache)))
    unread = [one.id for one in study.store.spoken(ids) if not parses(one.language)]
    if countries:
        legs = tuple(_between_countries(legs, codebook.routes))
    return StudyRoutes(legs, corridors(legs), (*shown.notes, *_notes(legs, unread)), codebook.routes)


def _read(interviews: Interviews, ids: Sequence[str], progress: Progress) -> Iterator[Interview]:
    """The interviews one by one, each a step once it has been read through."""
    progress.start("Following routes", len(ids))
    try:
        for id_ in ids:
            yield from interviews.read([id_])
            progress.step()
    finally:
        progress.finish()


def _legs(interviews: Iterable[Interview], shown: Released, codebook: Codebook, parser: Parser) -> Iterator[Leg]:
    finder = RouteFinder(codebook.routes)
    people = {one.id for one in shown.respondents}
    travellers = _travellers(codebook, shown.respondents)
    for interview in interviews:
        found = finder.legs_of(interview, parser, travellers=travellers)
        yield from (leg for leg in found if leg.respondent in people)


def _travellers(codebook: Codebook, respondents: Iterable[Respondent]) -> frozenset[str] | None:
    """Those whose "we" is one of the codebook's actors; None, which is everybody, where no actor says whose it is."""
    types = {kind for actor in codebook.actors.values() for kind in actor.first_person}
    return frozenset(one.id for one in respondents if not one.type or one.type in types) if types else None


def _between_countries(legs: Iterable[Leg], routes: Routes) -> Iterator[Leg]:
    for leg in legs:
        origin, destination = (routes.country(place) if place else "" for place in (leg.origin, leg.destination))
        if origin != destination:
            yield replace(leg, origin=origin, destination=destination)


def _notes(legs: Iterable[Leg], unread: list[str]) -> Iterator[str]:
    open_ended = sum(not leg.origin for leg in legs)
    if open_ended:
        yield f"{open_ended} leg(s) do not say where they began and are in no corridor; --legs lists them."
    if unread:
        yield f"{len(unread)} transcript(s) are in a language that routes are not read in: {', '.join(unread)}."


def corridors_of(study: Study, material: Material) -> tuple[Corridor, ...]:
    """The corridors between countries that `material` has respondents for; none where the codebook has no places."""
    if not material.codebook.routes.places:
        return ()
    people = {one.id for one in material.respondents}
    found = study_routes(study, countries=True, codebook=material.codebook)
    return corridors(leg for leg in found.legs if leg.respondent in people)
