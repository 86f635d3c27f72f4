"""Rules about who did what to whom: events, perpetrators, and what the question says."""

import pytest
from matching_sample import rules, transcript

HEAD = """
codebook: Test
version: "1"
actors:
  smuggler: {terms: [smuggler, trafficker]}
  state: {terms: [police, soldier], collective: true}
  migrant: {terms: [refugee], first_person: [refugee_migrant], generic: [people]}
actions:
  violence: {verbs: [beat, hit], nouns: [violence]}
  robbery: {verbs: [rob, {verb: take, object: [money, phone]}], nouns: [robbery]}
themes:
  - id: t
    name: Theme
    codes:
"""
MIGRANT = {"R1": "refugee_migrant"}


@pytest.fixture
def coded(matcher):
    """A function that codes turns with codes written as YAML: code, matched words, agent, target, via, assertion."""

    def code(codes, *turns, types=MIGRANT):
        found = matcher(*([codes] if isinstance(codes, str) else codes), head=HEAD).code(
            transcript(*turns), types=types
        )
        return [(one.code, one.matched, one.agent, one.target, one.via, one.assertion) for one in found]

    return code


VIOLENCE = rules("event: {action: violence}")
BY_SMUGGLER = "        perpetrator: smuggler\n" + rules("event: {action: violence}")
BY_NOBODY = "        perpetrator: unknown\n" + rules("event: {action: violence}")


def test_an_event_tells_who_did_what_to_whom(coded):
    """Agent, action and target come with the coding, and the matched words are theirs."""
    assert coded(VIOLENCE, "The police beat us.") == [
        ("c1", "police beat us", "state", "migrant", "direct", "affirmed")
    ]


def test_an_event_keeps_the_place_of_every_slot(matcher):
    """Each slot has its span in the transcript's text, and each axis the span of its cue."""
    (found,) = matcher(VIOLENCE, head=HEAD).code(transcript("We ran. The police never beat us."), types=MIGRANT)
    words = {name: span.of("We ran. The police never beat us.") for name, span in found.spans}
    assert words == {"agent": "police", "action": "beat", "target": "us", "polarity": "never", "experiencer": "us"}


def test_what_is_denied_is_coded_as_denied(coded):
    """Each event of a sentence is asserted by itself."""
    both = rules("event: {action: [violence, robbery]}")
    assert coded(both, "The smugglers took our money but did not beat us.") == [
        ("c1", "smugglers took our money", "smuggler", "migrant", "direct", "affirmed"),
        ("c1", "smugglers ... beat us", "smuggler", "migrant", "conjunction", "negated"),
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The smugglers beat us.", ["c1"]),
        ("The police beat us.", ["c2"]),
        ("We were beaten on the road.", ["c3"]),
        ("My uncle beat us.", []),
        ("The police arrested the smugglers.", []),
        ("The police beat the smugglers.", ["c2"]),
    ],
)
def test_harm_is_coded_by_who_did_it(coded, said, expected):
    """An event rule without an agent asks for the code's perpetrator; `unknown` asks for nobody."""
    by_state = "        perpetrator: state\n" + rules("event: {action: violence}")
    assert [one[0] for one in coded([BY_SMUGGLER, by_state, BY_NOBODY], said)] == expected


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("event: {action: violence, agent: smuggler, target: migrant}", []),
        ("event: {action: violence, agent: state, target: smuggler}", ["c1"]),
        ("event: {action: violence, agent: [smuggler, state]}", ["c1"]),
        ("event: {action: violence, target: [migrant, smuggler]}", ["c1"]),
        ("event: {action: robbery}", []),
    ],
)
def test_every_slot_that_a_rule_names_must_fit(coded, rule, expected):
    """A rule names one or several; anybody will do for a slot it leaves open."""
    assert [one[0] for one in coded(rules(rule), "The police beat the smugglers.")] == expected


def test_other_is_whoever_no_actor_lists(coded):
    """`other` stands for somebody who is expressed and in no list."""
    assert [one[2] for one in coded(rules("event: {action: violence, agent: other}"), "My uncle beat us.")] == ["other"]


def test_a_veto_holds_for_events_too(coded):
    """`unless` takes an event back."""
    assert coded(rules("{event: {action: violence}, unless: [film]}"), "In the film the police beat us.") == []


def test_we_depends_on_who_speaks(coded):
    """A migrant's "us" are migrants; a key informant's are not."""
    said = "The police beat us."
    assert [one[3] for one in coded(VIOLENCE, said)] == ["migrant"]
    assert [one[3] for one in coded(VIOLENCE, said, types={"R1": "key_informant"})] == ["other"]


def test_a_pronoun_takes_its_actor_from_the_sentences_before(coded):
    """Up to four sentences of the same turn are asked."""
    assert coded(VIOLENCE, "The smugglers came at night. They beat us.") == [
        ("c1", "They beat us", "smuggler", "migrant", "pronoun", "affirmed")
    ]


def test_another_turn_lends_no_actor(coded):
    """What a pronoun refers to is looked for in its own turn only."""
    assert [one[2] for one in coded(VIOLENCE, "The smugglers came.", "They beat us.")] == ["unknown"]


def test_words_of_a_code_with_a_perpetrator_name_it(coded):
    """A rule of words in such a code has the perpetrator as agent, found by the words alone."""
    near = "        perpetrator: smuggler\n" + rules("near: {of: [smuggler, stick]}")
    assert coded(near, "The smuggler came with a stick.") == [
        ("c1", "smuggler ... stick", "smuggler", "", "lexical", "affirmed")
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The smuggler hit him.", ["c1"]),
        ("The police hit the smuggler.", []),
        ("The smuggler was hit.", []),
        ("My uncle hit the smuggler.", []),
    ],
)
def test_grammar_overrules_words(coded, said, expected):
    """Words of a code with a perpetrator do not count where the sentence says that somebody else did it."""
    near = "        perpetrator: smuggler\n" + rules("near: {of: [smuggler, hit]}")
    assert [one[0] for one in coded(near, said)] == expected


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        ("Did the police beat you?", "Yes.", [("c1", "Yes.", "state", "migrant", "question", "affirmed")]),
        ("Did the police beat you?", "No, never.", [("c1", "No, never.", "state", "migrant", "question", "negated")]),
        ("Were you beaten?", "Yes.", [("c1", "Yes.", "unknown", "migrant", "question", "affirmed")]),
        ("Did the police beat you?", "We had no food.", []),
        ("What did the police do?", "Yes.", []),
        ("So you left. Did the police beat you?", "No.", [("c1", "No.", "state", "migrant", "question", "negated")]),
    ],
)
def test_a_bare_answer_takes_its_meaning_from_the_question(coded, question, answer, expected):
    """What the question asks is coded on the yes or no that answers it, and only there."""
    assert coded(VIOLENCE, f"I: {question}", answer) == expected


def test_only_the_first_answer_is_an_answer(coded):
    """A yes later on answers nothing."""
    assert coded(VIOLENCE, "I: Did the police beat you?", "We walked for days.", "Yes.") == []


def test_a_bare_answer_lies_on_the_answer(matcher):
    """The coding's span is the answer; its slots point into the question."""
    talk = transcript("I: Did the police beat you?", "No. We were lucky.")
    (found,) = matcher(VIOLENCE, head=HEAD).code(talk, types=MIGRANT)
    assert (found.turn, found.first_segment, found.span.of(talk.text), found.matched) == (2, 2, "No.", "No.")
    assert dict(found.spans)["agent"].of(talk.text) == "police"


def test_a_question_rule_codes_what_answers_it(matcher):
    """Every turn of the answer is coded from its first to its last sentence; other answers are not."""
    talk = transcript("I: How did you pay?", "In cash. It was a lot.", "And later again.", "I: And then?", "We left.")
    found = matcher(rules("question: [pay]"), head=HEAD).code(talk)
    assert [(one.first_segment, one.last_segment, one.matched) for one in found] == [
        (2, 3, "In cash. It was a lot."),
        (4, 4, "And later again."),
    ]


def test_a_question_rule_asks_for_the_words_of_the_question(matcher):
    """Words of the answer do not make a question rule fire, nor does another question."""
    talk = transcript("I: Where did you sleep?", "They made us pay.")
    assert matcher(rules("question: [pay]"), head=HEAD).code(talk) == ()


def test_a_veto_takes_sentences_out_of_an_answer(matcher):
    """The run begins and ends with sentences that are not vetoed."""
    talk = transcript("I: How did you pay?", "Wait a minute. In cash.")
    found = matcher(rules("{question: [pay], unless: [minute]}"), head=HEAD).code(talk)
    assert [(one.first_segment, one.matched) for one in found] == [(3, "In cash.")]


@pytest.mark.parametrize(
    ("pattern", "said", "expected"),
    [
        ("[{LOWER: push}, {LOWER: back}]", "They push back people.", ["push back"]),
        ("[{LEMMA: beat}, {POS: PRON}]", "They were beating us.", ["beating us"]),
        ("[{POS: NUM}, {LOWER: {IN: [euro, euros]}}]", "We paid ten euros.", ["ten euros"]),
        ("[{LOWER: nobody}, {OP: '+'}, {LOWER: us}]", "Nobody ever helped us.", ["Nobody ever helped us"]),
        ("[{LOWER: push}, {LOWER: back}]", "They pushed us back.", []),
    ],
)
def test_a_token_pattern_is_matched_on_the_parse(matcher, pattern, said, expected):
    """SpaCy's token patterns work, with parts of speech and dictionary forms."""
    found = matcher(rules(f"pattern: {pattern}"), head=HEAD).code(transcript("Well. " + said))
    assert [one.matched for one in found] == expected


@pytest.mark.parametrize(
    ("term", "said", "expected"),
    [
        ("fine/NOUN", "We paid a fine.", ["fine"]),
        ("fine/NOUN", "We are fine.", []),
        ("fine/ADJ", "We are fine.", ["fine"]),
        ("guide/NOUN", "The guides left.", ["guides"]),
        ("guide/VERB", "He guides people.", ["guides"]),
        ("guide/VERB", "The guides left.", []),
    ],
)
def test_a_part_of_speech_is_asked_of_the_parse(matcher, term, said, expected):
    """A word with a part of speech matches its forms where they are that part of speech."""
    assert [one.matched for one in matcher(rules(f"any: [{term}]"), head=HEAD).code(transcript(said))] == expected


def test_a_code_may_be_for_some_speakers_only(coded):
    """`speakers` limits a code to respondents of these types."""
    own = "        speakers: [key_informant]\n" + VIOLENCE
    assert coded(own, "The police beat us.") == []
    assert [one[0] for one in coded(own, "The police beat us.", types={"R1": "key_informant"})] == ["c1"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [("We had no food.", "affirmed"), ("We had food.", "negated"), ("We were hungry.", "affirmed")],
)
def test_a_lack_is_affirmed_by_a_negation(coded, said, expected):
    """In a code about a lack, denying the thing affirms the lack."""
    own = "        absence: true\n" + rules("any: [food, hungry]")
    assert [one[5] for one in coded(own, said)] == [expected]


def test_words_of_one_rule_are_parted_by_what_is_said_of_them(coded):
    """An `any` rule gives a coding for each reading."""
    found = coded(rules("any: [beat, rob]"), "They robbed us but they never beat us.")
    assert [(one[1], one[5]) for one in found] == [("robbed", "affirmed"), ("beat", "negated")]


def test_without_a_parser_nothing_is_read(matcher):
    """In another language events are not found, and words are coded without an assertion."""
    head = HEAD.replace('version: "1"', 'version: "1"\nlanguage: de')
    talk = transcript("Police nicht beat us.")
    assert matcher(VIOLENCE, head=head).code(talk, types=MIGRANT) == ()
    (found,) = matcher(rules("any: [police]"), head=head).code(talk, types=MIGRANT)
    assert (found.assertion, found.polarity, found.experiencer) == ("", "", "")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The police pushed us back.", [("pushback", "state", "migrant")]),
        ("The police pushed the families back to Serbia.", [("pushback", "state", "migrant")]),
        ("The police pushed back the families.", [("pushback", "state", "migrant")]),
        ("The police pushed us and came back.", []),
        ("The police locked us up.", [("lock", "state", "migrant")]),
    ],
)
def test_a_verb_with_a_particle_may_be_parted(matcher, said, expected):
    """Its object may stand between the verb and the particle, but no other verb."""
    head = HEAD.replace(
        "  robbery:", "  pushback: {verbs: [push back]}\n  lock: {verbs: [lock up]}\n  robbery:"
    ).replace("generic: [people]", "generic: [people, family]")
    found = matcher(rules("event: {action: [pushback, lock]}"), head=head).code(transcript(said), types=MIGRANT)
    assert [(one.action, one.agent, one.target) for one in found] == expected


def test_who_it_was_may_be_said_right_after(coded):
    """A next sentence that only names somebody says who the pronoun is."""
    assert [one[2:5] for one in coded(VIOLENCE, "They beat us all night. The smugglers.")] == [
        ("smuggler", "migrant", "dislocation")
    ]
