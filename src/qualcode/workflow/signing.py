"""Signing a state of the study off, and telling what has changed since."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic import TypeAdapter

from qualcode.analysis.coded import coded_segments
from qualcode.analysis.groups import ROUND
from qualcode.analysis.signoff import Frozen, changes, freeze, with_words
from qualcode.errors import MisuseError, QualcodeError, did_you_mean
from qualcode.model.codebook import Codebook
from qualcode.model.coded import CodedSegment, Material
from qualcode.model.coding import Coding
from qualcode.model.respondent import Respondent
from qualcode.model.table import Listing
from qualcode.workflow.coding import codebook_files, read_codebook
from qualcode.workflow.desk import checked_coder
from qualcode.workflow.release import withdrawn
from qualcode.workflow.selecting import Selection, limited
from qualcode.workflow.study import Study
from qualcode.workflow.tabulating import EVERYTHING, coded, guide_of, profile_fields


def sign_off(study: Study, name: str, coder: str) -> Frozen:
    """Freezes the codebook, the decisions, the profiles and what is counted under a name.

    Raises MisuseError for a name that is taken: what was signed off never changes.
    """
    if not name.strip() or name in study.store.sign_offs():
        raise MisuseError(
            f'"{name}" is signed off already.' if name.strip() else "a sign-off needs a name.",
            hint="another name: qualcode sign-off report-2 --coder ANNA",
        )
    files = {one.name: one.read_text(encoding="utf-8-sig") for one in codebook_files(study.folder.codebook)}
    made = freeze(coded(study), checked_coder(coder), tuple(one.id for one in study.store.decisions()), files)
    with study.store.transaction():
        study.store.put_sign_off(name, made.coder, TypeAdapter(Frozen).dump_json(made).decode("utf-8"))
        study.store.log("sign-off", name=name, coder=made.coder, decisions=len(made.decisions))
    return made


def changes_since(study: Study, name: str) -> Listing:
    """What differs from the state of this name; MisuseError where there is none."""
    return changes(_frozen(study, name), coded(study), name=name)


def signed(study: Study, name: str, selection: Selection = EVERYTHING) -> Material:
    """What was signed off under a name, as it was, less those who have withdrawn and words that were redacted since.

    Raises MisuseError where nothing has this name, QualcodeError for a state of which only the numbers were kept.
    """
    frozen = _frozen(study, name)
    if frozen.run is None:
        raise QualcodeError(
            "only the numbers of this sign-off were kept, so it cannot be exported.",
            where=name,
            hint=f"qualcode changes --since {name} still tells what differs",
        )
    book, gone = _codebook(study, frozen), withdrawn(study)
    known = {one.id: one for one in study.store.respondents()}
    kept = {id_: profile for id_, profile in frozen.profiles.items() if id_ not in gone}
    people = tuple(_as_then(known.get(id_), id_, profile) for id_, profile in kept.items())
    segments, lost = _with_words(study, frozen, people)
    notes = [
        f"As {frozen.coder} signed it off under the name {name}, without the tables that tell how the study is today."
    ]
    if len(people) < len(frozen.profiles):
        notes.append(f"{len(frozen.profiles) - len(people)} respondent(s) have withdrawn since.")
    if lost:
        notes.append(f"{lost} coding(s) lay on words that were redacted since.")
    made = Material(
        study.settings.name,
        book,
        frozen.run,
        people,
        segments,
        profile_fields(study.settings, people),
        guide_of(study.settings, book),
        tuple(notes),
        rounds=study.store.rounds() if any(ROUND in one.attributes for one in people) else {},
    )
    return limited(made, selection, study.settings)


def _codebook(study: Study, frozen: Frozen) -> Codebook:
    with TemporaryDirectory() as temporary:
        folder = Path(temporary) / study.folder.codebook.name  # rules say which folder's files they stand in
        folder.mkdir()
        for file, words in frozen.files.items():
            (folder / file).write_text(words, encoding="utf-8")
        return read_codebook(folder)[0]


def _as_then(known: Respondent | None, id_: str, profile: Mapping[str, tuple[str, ...]]) -> Respondent:
    """A respondent with the profile that was signed off."""
    attributes = {field: values for field, values in profile.items() if field != "type"}
    return replace(known or Respondent(id_), type=profile["type"][0], attributes=attributes)


def _with_words(study: Study, frozen: Frozen, people: Sequence[Respondent]) -> tuple[tuple[CodedSegment, ...], int]:
    """The frozen codings with the words they lay on, and how many have lost them."""
    kept = {one.id for one in people}
    held: dict[tuple[str, int], list[Coding]] = {}
    for coding in frozen.codings:
        held.setdefault((coding.transcript, coding.revision), []).append(coding)
    found: list[CodedSegment] = []
    lost = 0
    for (id_, revision), codings in held.items():
        transcript = study.store.transcript_at(id_, revision)
        if transcript is None:
            lost += len(codings)
            continue
        worded = [with_words(coding, transcript.text) for coding in codings]
        found += [one for one in coded_segments([transcript], worded, people) if one.respondent.id in kept]
    return tuple(sorted(found, key=lambda one: one.coding.sort_key)), lost


def _frozen(study: Study, name: str) -> Frozen:
    held = study.store.sign_offs()
    if name not in held:
        known = f"one of: {', '.join(held)}" if held else "qualcode sign-off NAME --coder ANNA makes one"
        raise MisuseError(f'nothing is signed off as "{name}".{did_you_mean(name, held)}', hint=known)
    return TypeAdapter(Frozen).validate_json(held[name])
