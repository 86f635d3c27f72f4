"""Coding again: only what may differ, with whatever is kept, by one process or several, always with the same result."""

import pytest
from workflow_sample import CODEBOOK, studied, talk, write

from qualcode.matching import Effort
from qualcode.workflow.coding import CodeOptions, code_study
from qualcode.workflow.importing import import_files

HARM = """
codebook: Roads
version: "1.0"
actors:
  state: {terms: [police], collective: true}
  migrant: {terms: [refugee]}
actions:
  violence: {verbs: [beat, hit], nouns: [violence]}
themes:
  - id: sta
    name: Authorities
    definition: What officials did.
    codes:
      - id: sta_violence
        name: Violence
        definition: They hit people.
        perpetrator: state
        rules: [{event: {action: violence}}]
      - id: sta_police
        name: Police
        definition: Words about the police.
        rules: [{any: [police]}]
"""
SAID = {
    "R01.txt": talk("The police beat us. They never hit the children.", "We were not beaten in Serbia."),
    "R02.txt": talk("If the police come they beat you.", "My brother was hit by a guard."),
    "R03.txt": talk("The police helped us.", "Nobody beat us. There was no violence."),
}


@pytest.fixture
def study(tmp_path):
    """A study of three short interviews about harm, not coded yet."""
    with studied(tmp_path, SAID) as found:
        write(found.folder.codebook, {"roads.yaml": HARM})
        yield found


def codings(study):
    """Every coding of a study."""
    return tuple(study.store.codings())


def test_nothing_changed_is_nothing_to_do(study):
    """The second run looks at no sentence."""
    code_study(study)
    assert code_study(study).effort == Effort()


def test_a_new_interview_is_coded_alone(study, tmp_path):
    """The sentences of the others are not looked at again."""
    first = code_study(study)
    import_files(study, [write(tmp_path / "later", {"R04.txt": talk("The police hit us. We ran.")})])
    second = code_study(study)
    assert (first.effort.sentences, second.effort.sentences) == (8, 2)
    assert {one.transcript for one in codings(study)} == {"R01", "R02", "R03", "R04"}


def test_a_changed_code_is_coded_again_and_no_other(study):
    """Codings of another code stay as they were stored, run and all."""
    code_study(study)
    write(study.folder.codebook, {"roads.yaml": HARM.replace("any: [police]", "any: [police, guard]")})
    report = code_study(study)
    assert [(change.code, len(change.gained), len(change.lost)) for change in report.changes] == [("sta_police", 1, 0)]
    assert report.run.codings == len(codings(study))


def test_a_code_that_is_gone_takes_its_codings_along(study):
    """What the codebook no longer has is in no table."""
    code_study(study)
    write(study.folder.codebook, {"roads.yaml": HARM[: HARM.index("      - id: sta_police")]})
    code_study(study)
    assert {one.code for one in codings(study)} == {"sta_violence"}


def test_a_changed_actor_reaches_every_code_that_asks_who_acts(study):
    """A word added to a list is a change of all codes that lead to it."""
    code_study(study)
    write(study.folder.codebook, {"roads.yaml": HARM.replace("terms: [police]", "terms: [police, guard]")})
    report = code_study(study)
    assert [(change.code, len(change.gained)) for change in report.changes] == [("sta_violence", 1)]


@pytest.mark.parametrize(
    "options",
    [
        CodeOptions(afresh=True),
        CodeOptions(afresh=True, parse_all=True),
        CodeOptions(afresh=True, reuse=False),
        CodeOptions(afresh=True, processes=2),
    ],
    ids=["afresh", "parsing everything", "reusing nothing", "two processes"],
)
def test_however_it_is_done_the_codings_are_the_same(study, monkeypatch, options):
    """None of the options changes what is coded."""
    monkeypatch.setattr("qualcode.workflow.coding._LEAST_PORTION", 1)
    code_study(study)
    before = codings(study)
    report = code_study(study, options=options)
    assert (report.changes, codings(study), report.effort.sentences) == ((), before, 8)
    assert len(before) > 4


def test_what_was_read_before_is_not_read_again(study):
    """Coding everything afresh needs the grammar of no sentence that was read, and finds the same."""
    first = code_study(study)
    before = codings(study)
    second = code_study(study, options=CodeOptions(afresh=True))
    assert (first.effort.parsed > 0, second.effort.parsed, codings(study)) == (True, 0, before)


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("terms: [police], collective", "terms: [guard], collective"),
        ("verbs: [beat, hit]", "verbs: [hit]"),
        ("terms: [refugee]", "terms: [refugee], generic: [child]"),
        ("terms: [refugee]", "terms: [refugee], first_person: [refugee_migrant]"),
    ],
    ids=["actor", "action", "generic words", "first person"],
)
def test_what_was_read_with_other_lists_is_read_again(study, written, instead):
    """After a change of who can act and what can be done, what is kept gives what a fresh start gives."""
    code_study(study)
    write(study.folder.codebook, {"roads.yaml": HARM.replace(written, instead)})
    code_study(study, options=CodeOptions(afresh=True))
    kept = codings(study)
    (study.folder.path / "cache.db").unlink()
    code_study(study, options=CodeOptions(afresh=True))
    assert kept == codings(study)
    assert kept


@pytest.mark.parametrize("harm", ["deleted", "damaged"])
def test_the_cache_may_be_lost(study, harm):
    """A study codes the same without what was kept."""
    code_study(study)
    before = codings(study)
    cache = study.folder.path / "cache.db"
    assert cache.exists()
    if harm == "deleted":
        cache.unlink()
    else:
        cache.write_bytes(b"this is no database" * 100)
    code_study(study, options=CodeOptions(afresh=True))
    assert codings(study) == before


def test_progress_counts_interviews(study):
    """Whoever shows progress is told of every interview."""
    told = []

    class Told:
        def start(self, what, total):
            """Notes what begins."""
            told.append((what, total))

        def step(self):
            """Notes a step."""
            told.append("step")

        def finish(self):
            """Notes nothing."""

    code_study(study, progress=Told())
    assert told == [("Preparing the codebook", 0), ("Coding", 3), "step", "step", "step"]


def test_the_old_codebook_of_words_is_coded_as_before(tmp_path):
    """A codebook without events needs no list of actors."""
    with studied(tmp_path) as study:
        code_study(study)
        assert {one.code for one in codings(study)} == {"sta_police", "rte_river"}
        assert CODEBOOK.count("event") == 0
