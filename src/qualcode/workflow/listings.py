"""Every table beside the themes by profile: its command, its sheet, and the function that counts it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from qualcode.analysis import (
    audit,
    cooccurrence,
    corridors,
    coverage,
    findings,
    framework,
    grid,
    method,
    picks,
    sample,
    voices,
    who,
)
from qualcode.analysis.groups import RESPONDENT_TYPE
from qualcode.exporters.plots import can_draw, png
from qualcode.model.coded import Material
from qualcode.model.table import Listing
from qualcode.workflow.picked import picks as picked
from qualcode.workflow.release import released, withdrawn
from qualcode.workflow.routes import corridors_of
from qualcode.workflow.study import Study

Make = Callable[[Study, Material], Listing]


def _routes(study: Study, material: Material) -> Listing:
    """The corridors between countries, with their map where pictures can be drawn."""
    found = corridors_of(study, material)
    made = corridors.routes_listing(found, material.respondents)
    if not found or not can_draw():
        return made
    from qualcode.exporters.plots.routes_map import draw_map, drawable

    places = material.codebook.routes.places
    shown = drawable(found, places)
    return replace(made, picture=png(lambda: draw_map(shown, places, title="Routes"))) if shown else made


MAKERS: dict[str, Make] = {
    findings.ID: lambda _, material: findings.findings(material),
    who.ID: lambda _, material: who.who_did_what(material),
    framework.ID: lambda study, material: framework.framework(
        material,
        {place: framework.Summary(*held) for place, held in study.store.summaries().items()},
        [field for field in study.settings.tables.by if field in material.fields or field == RESPONDENT_TYPE],
    ),
    picks.ID: lambda study, material: picks.picked(picked(study), material.codebook),
    grid.ID: lambda study, material: grid.discussion_grid(material, _dates(study)),
    corridors.ID: _routes,
    sample.ID: lambda _, material: sample.describe(material),
    voices.ID: lambda _, material: voices.voice_balance(material),
    cooccurrence.ID: lambda _, material: cooccurrence.cooccurrence(material),
    coverage.ID: lambda _, material: coverage.coverage(material),
    coverage.SPEECH: lambda study, material: coverage.speech(material, _said(study)),
    method.ID: lambda study, material: method.method(material, _facts(study)),
    audit.ID: lambda study, _: audit.audit((one.action, one.details) for one in study.store.entries()),
}
"""By the listing's id, in the order of the workbook's sheets."""


def _said(study: Study) -> Iterator[coverage.Said]:
    """Every sentence of respondents who may be shown, by its length."""
    gone = withdrawn(study)
    for transcript in released(study).transcripts():
        owners = {turn.number: turn.respondent for turn in transcript.turns if turn.respondent not in gone}
        for segment in transcript.segments:
            owner = owners.get(segment.turn)
            if owner:
                words = len(segment.span.of(transcript.text).split())
                yield coverage.Said(transcript.id, segment.number, owner, words)


def _dates(study: Study) -> dict[str, str]:
    """Respondent to the date of their first interview."""
    found: dict[str, str] = {}
    for transcript in study.store.transcripts():
        for turn in transcript.turns:
            if turn.respondent and transcript.date:
                found[turn.respondent] = min(found.get(turn.respondent, transcript.date), transcript.date)
    return found


def _facts(study: Study) -> method.Facts:
    """What the study knows of how it was done, of the transcripts that may be shown."""
    gone = withdrawn(study)
    dates, languages, rounds, words, count = set(), set(), set(), 0, 0
    for transcript in released(study).transcripts():
        count += 1
        dates.add(transcript.date)
        languages.add(transcript.language)
        rounds.add(transcript.round)
        said = (turn for turn in transcript.turns if turn.respondent and turn.respondent not in gone)
        words += sum(len(transcript.words(turn).split()) for turn in said)
    return method.Facts(
        dates=sorted(filter(None, dates)),
        languages=sorted(filter(None, languages)),
        transcripts=count,
        words=words,
        withdrawn=len(gone),
        rounds=sorted(filter(None, rounds)),
        topics=len(study.settings.topic_guide),
    )


def listing(study: Study, material: Material, name: str) -> Listing:
    """One listing of a coded study; `name` is a key of MAKERS."""
    return MAKERS[name](study, material)


OF_TODAY = frozenset((framework.ID, picks.ID, grid.ID, corridors.ID, coverage.SPEECH, method.ID, audit.ID))
"""Those that also read the study as it is now, and would tell wrong numbers of an earlier state."""


def listings(study: Study, material: Material, *, earlier: bool = False) -> tuple[Listing, ...]:
    """All of them, those without a row left out; of an `earlier` state those that need nothing but its codings."""
    made = (listing(study, material, name) for name in MAKERS if not (earlier and name in OF_TODAY))
    return tuple(one for one in made if one.rows)
