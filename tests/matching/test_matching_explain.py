"""Why a sentence is coded as it is: the words, slots and axes of what fired, and what the other rules lacked."""

from pathlib import Path

import pytest

from qualcode.codebook import load_codebook
from qualcode.matching import Matcher, compile_codebook
from qualcode.matching.explain import explain
from qualcode.model.trace import AxisTrace, RuleTrace, SentenceTrace, SlotTrace
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import Parser, sentences
from qualcode.workflow.parses import RecentParses

HEAD = """
codebook: Test
version: "1"
{language}
actors:
  smuggler: {{terms: [smuggler, smuggling gang, guide]}}
  gang: {{terms: [gang, thief]}}
  state: {{terms: [police, soldier, border guard], collective: true}}
  migrant: {{terms: [migrant, refugee], first_person: [refugee_migrant], generic: [people]}}
actions:
  violence: {{verbs: [beat, hit], nouns: [violence, beating]}}
  robbery: {{verbs: [rob, {{verb: take, object: [money, phone]}}], nouns: [robbery]}}
sets:
  weapons: [knife, gun, stick]
themes:
  - id: t
    name: Theme
    codes:
"""
PARSER = Parser(RecentParses())


@pytest.fixture
def traced(tmp_path: Path):
    """A function that tells what each rule of a code, written as YAML, makes of the last sentence that is said."""

    def trace(code: str, *said: str, speaker: str = "refugee_migrant", language: str = "en") -> SentenceTrace:
        matcher = _matcher(tmp_path, code, language)
        interview = _interview(said)
        last = interview.segments[-1].number
        (found,) = explain(matcher, interview, [last], types={"R": speaker})
        return found

    return trace


@pytest.fixture
def rule(traced):
    """The same, for a code with one rule: its trace."""

    def trace(written: str, *said: str, more: str = "", speaker: str = "refugee_migrant", language: str = "en"):
        code = f"        rules:\n          - {written}\n{more}"
        (found,) = traced(code, *said, speaker=speaker, language=language).rules
        return found

    return trace


def _matcher(folder: Path, code: str, language: str) -> Matcher:
    file = folder / "codebook.yaml"
    head = HEAD.format(language=f"language: {language}")
    file.write_text(f"{head}      - id: c\n        name: C\n{code}", encoding="utf-8")
    return compile_codebook(load_codebook(file)[0], parser=PARSER)


def _interview(said: tuple[str, ...]) -> Transcript:
    """An interview of one respondent; what begins with "I: " asks."""
    text, turns, asked = "", [], None
    for number, words in enumerate(said, 1):
        role = Role.INTERVIEWER if words.startswith("I: ") else Role.RESPONDENT
        begin, text = len(text), text + words.removeprefix("I: ")
        asked = number if role is Role.INTERVIEWER else asked
        who, answers = (None, None) if role is Role.INTERVIEWER else ("R", asked)
        turns.append(Turn(number, "", role, Span(begin, len(text)), respondent=who, question=answers))
        text += "\n"
    spans = [(turn.number, span) for turn in turns for span in sentences(text, turn.span.start, turn.span.end)]
    segments = tuple(Segment(number, turn, span) for number, (turn, span) in enumerate(spans, 1))
    return Transcript("T", text, tuple(turns), segments, "t.txt", "0")


WORDS = [
    ("any: [gun]", "They had a knife.", '"gun" does not stand in the sentence'),
    ("any: [gun, stick]", "They had a knife.", "none of its 2 terms stands in the sentence"),
    (
        'near: {of: ["actor:smuggler", gun], within: 3}',
        "He had a gun.",
        "no word of entry 1 (actor:smuggler) stands in the sentence",
    ),
    ("all: [gun, knife]", "He had a gun.", '"knife" (entry 2) does not stand in the sentence'),
    (
        "at_least: {count: 3, of: [gun, knife, stick, rope]}",
        "A gun and a stick.",
        '2 of 3 different terms stand in the sentence: "gun", "stick"',
    ),
    (
        "at_least: {count: 2, of: [gun, knife, stick]}",
        "Nothing.",
        "none of 2 different terms stand in the sentence",
    ),
    (
        "near: {of: [police, gun], within: 3}",
        "The police of that town had one big gun.",
        '6 words stand between "police" and "gun", 3 are allowed',
    ),
    (
        "near: {of: [police, gun], within: 1}",
        "The police had a gun.",
        '2 words stand between "police" and "gun", 1 is allowed',
    ),
    (
        "near: {of: [police, gun], within: 0}",
        "The police had gun.",
        '1 word stands between "police" and "gun", 0 are allowed',
    ),
    (
        "near: {of: [police, gun], within: 5, ordered: true}",
        "A gun had the police.",
        'its words stand in another order; the rule asks for "police", then "gun"',
    ),
    ("near: {of: [gun, gun], within: 5}", "One gun.", "the same words cannot stand for two of its entries"),
    (
        "all: [push, push back]",
        "They push back.",
        '"push" is part of a longer term of the same rule',
    ),
    (
        'any: ["actor:gang"]',
        "The smuggling gang came.",
        '"gang" is part of a longer name, "smuggling gang" (smuggler); the rule asks for actor:gang',
    ),
    ("any: [fine/NOUN]", "It was fine.", '"fine" is read as ADJ here; the rule asks for "fine/NOUN"'),
    (
        'any: ["action:robbery"]',
        "They took us to the camp.",
        '"took" stands near none of its objects; the rule asks for action:robbery',
    ),
    ("{any: [gun], unless: [water]}", "A water gun.", 'vetoed by "water"'),
    ("pattern: [{LOWER: gun}, {LOWER: man}]", "A gun.", "its pattern matches nowhere in the sentence"),
    ("question: [police]", "A gun.", "it answers no question of the interviewer"),
    (
        "any: ['re:[a-z]{3}[0-9]+(?: [a-z]+)* hundred and more']",
        "A gun.",
        '"re:[a-z]{3}[0-9]+(?: [a-z]+)* hundred an..." does not stand in the sentence',
    ),
]


@pytest.mark.parametrize(("written", "said", "reason"), WORDS)
def test_a_rule_of_words_names_what_it_lacks(rule, written, said, reason):
    """The first condition of a rule that failed is told in plain words."""
    found = rule(written, said)
    assert (found.fired, found.failed) == (False, reason)


EVENTS = [
    ("We went home.", "no word of action:violence or action:robbery stands in the sentence"),
    ("They took us to the camp.", '"took" is no event here: it has none of the objects it needs'),
    ("The police beat us.", 'the agent of "beat" is state ("police"), the rule asks for smuggler'),
    ("We were beaten.", 'the agent of "beaten" is not named, the rule asks for smuggler'),
    ("My uncle beat us.", 'the agent of "beat" is "My uncle", whom no actor lists, the rule asks for smuggler'),
    ("The guide beat the police.", 'the target of "beat" is state ("police"), the rule asks for migrant'),
]


@pytest.mark.parametrize(("said", "reason"), EVENTS)
def test_an_event_rule_names_what_it_lacks(rule, said, reason):
    """An event rule tells whether the action, the grammar, the agent or the target was missing."""
    found = rule("event: {action: [violence, robbery], agent: smuggler, target: migrant}", said)
    assert (found.fired, found.failed) == (False, reason)


def test_of_several_events_the_nearest_to_the_rule_is_told(rule):
    """Where one event has the right agent and another has not, the failure is about the first."""
    found = rule(
        "event: {action: violence, agent: smuggler, target: migrant}", "The police hit us and the guide beat him."
    )
    assert found.failed.startswith('the target of "beat" is ')


def test_an_unresolved_pronoun_is_named(rule):
    """A pronoun without an antecedent is an unknown agent, and its word is shown."""
    found = rule("event: {action: violence, agent: state}", "They beat us.")
    assert (
        found.failed == 'the agent of "beat" is unknown ("They" refers to nobody who is named), the rule asks for state'
    )


def test_a_pronoun_is_shown_with_its_antecedent(rule):
    """A resolved pronoun of another agent is shown with what it refers to."""
    found = rule("event: {action: violence, agent: state}", "We met the guide. He hit us.")
    assert found.failed == 'the agent of "hit" is smuggler ("He", that is "guide"), the rule asks for state'


@pytest.mark.parametrize("written", ["event: {action: violence}", "pattern: [{LOWER: gun}]"])
def test_a_language_without_a_parser_is_named(rule, written):
    """Where nothing is parsed, rules that need grammar say so."""
    found = rule(written, "They beat us with a gun.", language="sr")
    assert found.failed.startswith("the language has no parser, so that no ")


def test_a_veto_of_the_code_may_stand_elsewhere_in_the_turn(rule):
    """A veto with a wider scope is found in another sentence, and that is said."""
    found = rule("any: [gun]", "We saw a film. A gun.", more="        unless: {any: [film], scope: turn}\n")
    assert found.failed == 'vetoed by "film" in another sentence of the turn'


def test_words_missing_from_a_whole_turn_are_told_of_the_turn(rule):
    """A rule that looks at a turn says that the turn lacks the word."""
    found = rule("{all: [gun, knife], scope: turn}", "A gun. Then tea. A gun.")
    assert found.failed == '"knife" (entry 2) does not stand in the turn'


def test_a_rule_that_fires_elsewhere_in_the_turn_says_where(rule):
    """A turn rule whose words all stand in other sentences names those."""
    found = rule("{all: [gun, knife], scope: turn}", "A gun. A knife. Then tea.")
    assert found.failed == "it codes sentences 1 to 2 of the turn; none of its words stands here"


def test_a_question_without_the_terms_is_told(rule):
    """A rule on questions names the terms that the question lacks."""
    found = rule("question: [police, soldier]", "I: How was the weather?", "Cold.")
    assert found.failed == 'the question before has none of its terms ("police", "soldier")'


def test_a_code_of_other_speakers_says_so(rule):
    """A code for one type of respondent does not code another's words, and says whose it does."""
    found = rule("any: [gun]", "A gun.", more="        speakers: [key_informant]\n")
    assert found.failed == "the code is for words of key_informant, this speaker is refugee_migrant"


def test_a_speaker_of_no_known_type_is_named_so(rule):
    """Where nobody knows who speaks, a code that is limited to speakers says that."""
    found = rule("any: [gun]", "A gun.", more="        speakers: [key_informant]\n", speaker="")
    assert found.failed == "the code is for words of key_informant, this speaker is of no known type"


def test_the_grammar_may_contradict_the_perpetrator(rule):
    """Words that fire are taken back where the sentence says that somebody else did it, and who is named."""
    found = rule('all: ["actor:smuggler", "action:violence"]', "The police beat the smugglers.",
                 more="        perpetrator: smuggler\n")  # fmt: skip
    assert found.failed == 'the grammar says that state ("police") did "beat", not smuggler (perpetrator)'


def test_the_perpetrator_may_be_the_one_it_was_done_to(rule):
    """Where nobody is named who did it to the perpetrator, that is the reason."""
    found = rule('all: ["actor:smuggler", "action:violence"]', "The smugglers were beaten.",
                 more="        perpetrator: smuggler\n")  # fmt: skip
    assert found.failed == (
        'the grammar says that "beaten" is done to smuggler ("smugglers") and not by them (perpetrator)'
    )


def test_a_longer_coding_of_the_code_is_named(traced):
    """Of two rules on the same words the shorter one names the longer."""
    code = "        rules:\n          - {id: short, any: [gang]}\n          - {id: long, any: [armed gang]}\n"
    short, long = traced(code, "An armed gang came.").rules
    assert (long.fired, short.fired) == (True, False)
    assert short.failed == 'a longer coding of the same code covers it: "armed gang" (rule long)'


CLOSED = [
    (Role.INTERVIEWER, "these are the interviewer's words, which are never coded"),
    (Role.INTERPRETER, "these are an interpreter's own words, which are nobody's testimony and are never coded"),
    (Role.UNKNOWN, "nobody has said yet whose words these are, and until then they are not coded"),
]


@pytest.mark.parametrize(("role", "reason"), CLOSED)
def test_words_that_are_never_coded_say_why(tmp_path, role, reason):
    """A sentence that no rule may code has no rules and one reason."""
    matcher = _matcher(tmp_path, "        rules: [{any: [gun]}]\n", "en")
    talk = Transcript("T", "A gun.", (Turn(1, "", role, Span(0, 6)),), (Segment(1, 1, Span(0, 6)),), "t", "0")
    (found,) = explain(matcher, talk, [1])
    assert (found.rules, found.closed) == ((), reason)


def test_an_event_is_shown_with_all_its_slots(rule):
    """What fired has its agent, action, target and place, each with its words, and how the agent was found."""
    found = rule("event: {action: violence}", "The police beat us in Sofia yesterday.")
    (coding,) = found.codings
    assert [slot for slot in coding.slots if slot.name != "period"] == [
        SlotTrace("agent", "state", "police", "subject of the verb"),
        SlotTrace("action", "violence", "beat"),
        SlotTrace("target", "migrant", "us"),
        SlotTrace("place", "in Sofia", "in Sofia"),
    ]


def test_a_slot_by_pronoun_shows_the_antecedent(rule):
    """An agent found through a pronoun names the words it refers to."""
    found = rule("event: {action: violence}", "We met the guide. He hit us.")
    assert found.codings[0].slots[0] == SlotTrace(
        "agent", "smuggler", "He", 'a pronoun for somebody named before, refers to "guide"'
    )


def test_axes_are_shown_with_their_cues(rule):
    """Each axis of the assertion has its value and the words that decided it."""
    found = rule("any: [beat]", "They never beat us.")
    assert found.codings[0].axes == (
        AxisTrace("polarity", "negated", ("never",)),
        AxisTrace("modality", "actual"),
        AxisTrace("source", "unmarked"),
        AxisTrace("experiencer", "self", ("us",)),
    )


def test_the_agent_of_a_code_is_told_from_one_that_was_read(rule):
    """Words of a code with a perpetrator imply the agent, and are said to."""
    found = rule("any: [beaten by the guide]", "He was beaten by the guide.", more="        perpetrator: smuggler\n")
    assert found.codings[0].slots == (
        SlotTrace("agent", "smuggler", "", "implied by the code, not read from the sentence"),
    )


def test_a_bare_yes_shows_what_the_question_said(rule):
    """A bare answer is explained by the words of its question."""
    found = rule("event: {action: violence, agent: state}", "I: Did the police beat you?", "Yes, many times.")
    (coding,) = found.codings
    assert (coding.coding.matched, coding.asked) == ("Yes, many times.", "police beat you")


def test_a_rule_on_questions_shows_the_words_of_the_question(rule):
    """A rule that looks at what was asked shows the words it found there."""
    found = rule("question: [police]", "I: What did the police do?", "They sat there.")
    assert found.codings[0].asked == "police"


def test_words_found_are_shown_also_where_the_rule_did_not_fire(rule):
    """A rule that almost fired shows what of it was there."""
    found = rule('near: {of: ["set:weapons", police], within: 1}', "The police of the town had a gun.")
    assert [(one.part, one.words) for one in found.found] == [("set:weapons", "gun"), ("police", "police")]
    assert found.almost
    assert found.nearness == 1.0


def test_nearness_grows_with_what_is_found(rule):
    """A rule with half of its entries is nearer than one with none."""
    written = "all: [gun, knife]"
    assert [rule(written, said).nearness for said in ("Tea.", "A gun.", "A gun, a knife.")] == [0.0, 0.5, 1.0]


def test_some_codes_may_be_asked_for(tmp_path):
    """With `codes` only the rules of those are traced."""
    code = "        rules: [{any: [gun]}]\n      - id: d\n        name: D\n        rules: [{any: [knife]}]\n"
    matcher = _matcher(tmp_path, code, "en")
    (found,) = explain(matcher, _interview(("A gun, a knife.",)), [1], codes=frozenset(("d",)))
    assert [one.code.id for one in found.rules] == ["d"]


def test_a_trace_holds_the_question_and_the_sentence_verbatim(traced):
    """The sentence and the question before it are as written."""
    found = traced("        rules: [{any: [gun]}]\n", "I: A  gun?", "No… not  one.")
    assert (found.question, found.text, found.segment) == ("A  gun?", "No… not  one.", "T:2")


def test_fired_and_almost_exclude_each_other():
    """A rule that found nothing neither fired nor almost did."""
    from qualcode.model.codebook import Code, Rule, RuleKind

    nothing = RuleTrace(Code("c", "t", "C"), Rule("r", RuleKind.ANY), failed="nothing")
    assert (nothing.fired, nothing.almost) == (False, False)
