"""explain: why a sentence is coded as it is."""

import csv
import io
import json

import pytest

from qualcode.codebook import load_codebook
from qualcode.matching import compile_codebook
from qualcode.matching.explain import explain
from qualcode.text import Parser
from qualcode.workflow.coding import study_codebook
from qualcode.workflow.jobs import open_cache
from qualcode.workflow.study import StudyFolder, opened

EVENTS = """\
codebook: Borders
version: "1"
actors:
  smuggler: {terms: [smuggler, smuggling gang]}
  gang: {terms: [gang]}
  state: {terms: [police], collective: true}
  migrant: {terms: [migrant], first_person: [refugee_migrant]}
actions:
  violence: {verbs: [beat, hit]}
  robbery: {verbs: [{verb: take, object: [money, phone]}]}
themes:
  - id: harm
    name: Harm
    codes:
      - id: sab
        name: By smugglers
        definition: Harm by smugglers.
        perpetrator: smuggler
        rules:
          - {id: done, event: {action: [violence, robbery], target: migrant}}
      - id: sta
        name: By the state
        definition: Harm by officials.
        rules:
          - {id: official, event: {action: violence, agent: state}}
          - {id: words, any: [police violence, police brutality]}
      - id: cold
        name: Cold
        definition: Cold.
        rules: [{id: cold, any: [cold]}]
"""
WHOLE = """\
text:1  refugee_migrant

  They never beat us, but the smuggling gang took our phones.
                              ^^^^^^^^^^^^^^ ^^^^ ^^^ ^^^^^^

CODED  sab  By smugglers
  done, events.yaml, line 20
  asks for      event: {action: [violence, robbery], agent: smuggler, target:
                migrant}
  words         "smuggling gang took our phones"
  agent         smuggler "smuggling gang" (subject of the verb)
  action        robbery "took"
  target        migrant "our"
  polarity      affirmed
  modality      actual
  source        unmarked
  experiencer   self because of "our"
  so it is      affirmed, which counts

ALMOST  sta  By the state
  official, events.yaml, line 25
  found         "beat" (action:violence)
  why not       the agent of "beat" is unknown ("They" refers to nobody who is
                named), the rule asks for state

1 code found nothing.
Every rule of a code, with its reason: --code CODE
"""


@pytest.fixture
def events(tmp_path):
    """A codebook with events, in a file of its own."""
    path = tmp_path / "events.yaml"
    path.write_text(EVENTS, encoding="utf-8")
    return path


@pytest.fixture
def explained(qualcode, events):
    """Runs `explain --text` with that codebook."""
    return lambda *words: qualcode("explain", "--codebook", events, "--text", *words)


def test_a_text_is_explained_on_one_screen(explained):
    """What fired with its words, slots and axes, the nearest rule of what almost did, and the rest counted."""
    done = explained("They never beat us, but the smuggling gang took our phones.")
    assert (done.code, done.out) == (0, WHOLE)
    assert done.err == "Note: Taken as said by: refugee_migrant (--speaker says otherwise).\n"


def test_no_line_is_wider_than_the_terminal(explained):
    """At 80 columns every line fits."""
    done = explained("The police of the little town at the border, who were very many that night, beat us. " * 2)
    assert max(map(len, done.out.splitlines())) <= 80


def test_a_cue_is_marked_and_its_sign_explained(explained):
    """A word that decides how the match is meant has a sign of its own, and both signs are explained."""
    done = explained("The police never beat us.", "--code", "sta")
    lines = done.out.splitlines()
    assert lines[2:5] == [
        "  The police never beat us.",
        "      ^^^^^^ ~~~~~ ^^^^ ^^",
        "  ^ words of a rule   ~ what decides how they are meant",
    ]
    assert '  polarity      negated because of "never"' in lines
    assert "  so it is      negated, which is shown apart (the code counts affirmed)" in lines


def test_with_a_code_every_rule_of_it_is_shown(explained):
    """Also the rules that found nothing have their line and their reason."""
    done = explained("The police beat us.", "--code", "sta")
    assert "  words, line 26: none of its 2 terms stands in the sentence" in done.out.splitlines()


def test_nothing_that_fires_is_said(explained):
    """A sentence without a code says so."""
    assert "No rule codes it." in explained("We slept.").out.splitlines()


def test_json_has_every_rule_with_its_reason(explained):
    """`--format json` nests rules, found words, slots and axes in each sentence."""
    (sentence,) = json.loads(explained("The police beat us.", "--format", "json").out)
    rules = {rule["rule"]: rule for rule in sentence["rules"]}
    assert [rule for rule, one in rules.items() if one["fired"]] == ["official"]
    (coding,) = rules["official"]["codings"]
    assert coding["slots"]["agent"] == {"value": "state", "words": "police", "how": "subject of the verb"}
    assert coding["axes"]["polarity"] == {"value": "affirmed", "cues": []}
    assert coding["counts"] is True
    assert rules["done"]["why_not"] == 'the agent of "beat" is state ("police"), the rule asks for smuggler'
    assert rules["done"]["found"] == [{"part": "action:violence", "words": "beat"}]


def test_csv_has_a_row_for_each_rule(explained):
    """`--format csv` has one row for each coding and for each rule that did not fire."""
    rows = list(csv.DictReader(io.StringIO(explained("The police beat us.", "--format", "csv").out)))
    assert [(row["rule"], row["fired"], row["matched"]) for row in rows] == [
        ("done", "no", ""),
        ("official", "yes", "police beat us"),
        ("words", "no", ""),
        ("cold", "no", ""),
    ]


@pytest.mark.usefixtures("imported")
def test_a_segment_is_explained_before_anything_is_coded(qualcode):
    """A sentence of the study needs no run; the question before it and its speaker are shown."""
    lines = qualcode("explain", "R01:2").out.splitlines()
    assert lines[:5] == [
        "R01:2  Respondent",
        "  asked         What happened at the border?",
        "",
        "  The police hit my brother with a stick.",
        "      ^^^^^^ ^^^ ~~~~~~~~~~",
    ]


@pytest.mark.usefixtures("imported")
def test_the_interviewers_words_are_explained_as_such(qualcode):
    """A question is never coded, and that is the explanation."""
    assert qualcode("explain", "R01:1").out.splitlines() == [
        "R01:1  interviewer",
        "",
        "  What happened at the border?",
        "",
        "Not coded: these are the interviewer's words, which are never coded.",
    ]


MISUSES = [
    ([], "Error say what to explain: a segment or --text.\n"),
    (["R01:2", "--text", "We sat."], "Error give a segment or --text, not both.\n"),
    (["R01:2", "--speaker", "x"], "Error --speaker and --question go with --text only.\n"),
    (["R01:2", "--question", "What?"], "Error --speaker and --question go with --text only.\n"),
    (["R01"], 'Error "R01" names no segment.\n'),
    (["R01:77"], "Error R01 has no segment 77.\n"),
    (["R01:2", "--code", "cold"], 'Error there is no code "cold".'),
    (["--text", "We sat.", "--speaker", "x"], 'Error the codebook knows no speaker "x".\n'),
    (["--text", " "], "Error there is nothing to explain.\n"),
]


@pytest.mark.usefixtures("imported")
@pytest.mark.parametrize(("words", "message"), MISUSES)
def test_what_cannot_be_explained_is_misuse(qualcode, words, message):
    """Each request that does not fit is refused with a way out."""
    done = qualcode("explain", *words)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(message)
    assert "\n      Try: " in done.err


def test_a_transcript_that_waits_is_explained_with_a_note(qualcode, imported):
    """What is in no table may be looked at, and the reader is told."""
    with opened(StudyFolder(imported)) as study:
        study.store.hold("R01", "somebody has to look")
    assert qualcode("explain", "R01:2").err == "Note: R01 is in no table: somebody has to look.\n"


def test_who_has_withdrawn_is_not_explained(qualcode, imported):
    """Words of somebody who withdrew are refused."""
    path = imported / "respondents.csv"
    path.write_text(
        path.read_text(encoding="utf-8").replace("R01,woman,active", "R01,woman,withdrawn"), encoding="utf-8"
    )
    qualcode("import", "respondents.csv")
    done = qualcode("explain", "R01:2")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error R01: the respondent has withdrawn: nothing of this is shown.\n")


EVERY = 8
"""One interview of so many is explained as a whole: each sentence is tried against each rule of a large codebook."""


def test_explain_agrees_with_the_engine_on_the_sample(finished_demo):
    """For every sentence of some interviews the rules that fired are those that the engine codes with."""
    folder = StudyFolder(finished_demo)
    with opened(folder) as study, open_cache(folder) as cache:
        matcher = compile_codebook(study_codebook(study)[0], parser=Parser(cache))
        types = {one.id: one.type for one in study.store.respondents()}
        compared = 0
        for transcript in list(study.store.transcripts())[::EVERY]:
            coded = matcher.code(transcript, types=types)
            numbers = [one.number for one in transcript.segments]
            for number, found in zip(numbers, explain(matcher, transcript, numbers, types=types), strict=True):
                own = [one for one in coded if one.first_segment <= number <= one.last_segment]
                fired = [one.coding for rule in found.rules for one in rule.codings]
                assert sorted(fired, key=lambda one: one.sort_key) == own
                assert all(rule.fired != bool(rule.failed) for rule in found.rules)
                assert all(rule.failed != "the rule does not fire here" for rule in found.rules)
                compared += len(own)
    assert compared > 100


def test_event_rules_agree_with_the_engine_too(finished_demo, events):
    """The same for a codebook of events, whose codings have agents and targets."""
    folder = StudyFolder(finished_demo)
    with opened(folder) as study, open_cache(folder) as cache:
        matcher = compile_codebook(load_codebook(events)[0], parser=Parser(cache))
        types = {one.id: one.type for one in study.store.respondents()}
        slots = 0
        for transcript in study.store.transcripts():
            coded = matcher.code(transcript, types=types)
            numbers = [one.number for one in transcript.segments]
            traces = explain(matcher, transcript, numbers, types=types)
            fired = [one for found in traces for rule in found.rules for one in rule.codings]
            assert sorted((one.coding for one in fired), key=lambda one: one.sort_key) == list(coded)
            slots += sum(bool(one.slots) for one in fired)
    assert slots > 0


MANY = """\
codebook: Many
version: "1"
themes:
  - id: t
    name: T
    codes:
"""
LACKING = "      - {{id: lacks_{n}, name: Lacks, definition: x, rules: [{{all: [gun, zebra]}}]}}\n"
VETOED = "      - {{id: vetoed_{n}, name: Vetoed, definition: x, rules: [{{any: [gun], unless: [water]}}]}}\n"
ALMOST = [
    (LACKING, 2, 2, ""),
    (LACKING, 5, 3, "2 more codes found a part of what they look for.\n"),
    (VETOED, 5, 5, ""),
    (VETOED, 8, 6, "2 more codes found a part of what they look for.\n"),
]


@pytest.mark.parametrize(("code", "number", "shown", "rest"), ALMOST)
def test_of_many_codes_that_almost_fired_the_nearest_are_shown(qualcode, tmp_path, code, number, shown, rest):
    """Three that lack a word, or six that found everything and were taken back; the others are counted."""
    path = tmp_path / "many.yaml"
    path.write_text(MANY + "".join(code.format(n=n) for n in range(number)), encoding="utf-8")
    done = qualcode("explain", "--text", "A water gun.", "--codebook", path)
    assert done.out.count("ALMOST") == shown
    assert done.out.endswith(f"{rest}Every rule of a code, with its reason: --code CODE\n")
    assert ("more code" in done.out) == bool(rest)
