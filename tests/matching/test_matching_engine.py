"""What the engine codes: every notation of a term, every kind of rule, vetoes, scopes and overlaps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matching_sample import HEAD, matched, rules, transcript

from qualcode.codebook import load_codebook
from qualcode.matching import Matcher, compile_codebook
from qualcode.model.coding import Coding
from qualcode.model.problem import Problem, Severity, Where
from qualcode.model.transcript import Role, Segment, Span, Transcript, Turn
from qualcode.text import tokens

NOTATIONS = [
    ("beat", "They beat us, were beating us, beats and beaten.", "beat ... beating ... beats ... beaten"),
    ("beaten", "They beat him.", "beat"),
    ("smugglers", "A smuggler came.", "smuggler"),
    ("found", "She founded a school and found a room.", "found"),
    ("left", "We leave, we left.", "left"),
    ("police", "THE POLICE came.", "POLICE"),
    ("child", "Our children slept.", "children"),
    ("travel", "We travelled, they traveled.", "travelled ... traveled"),
    ("organise", "It was organized well.", "organized"),
    (
        "push back",
        "Push-backs, pushed back, pushback, pushbacks.",
        "Push-backs ... pushed back ... pushback ... pushbacks",
    ),
    ("push-back", "They pushed us. They push back people.", "push back"),
    ("pushback", "Many pushbacks happened.", "pushbacks"),
    ("asylum seeker", "Two asylum-seekers and an asylum seeker.", "asylum-seekers ... asylum seeker"),
    ("smuggler violence", "The smuggler's violence.", "smuggler's violence"),
    ("police officer", "Police, officers and more.", None),
    ("be at", "They beat us.", None),
    ("Bihać", "We slept in Bihac and Bihać.", "Bihac ... Bihać"),
    ("Horgos", "We crossed at Horgoš.", "Horgoš"),
    ("don't know", "I don’t know.", "don’t know"),
    ("exact:beat", "Beat us, beaten, beats.", "Beat"),
    ("exact:push back", "They push back and pushed back.", "push back"),
    ("exact:Bihać", "Bihac or Bihać.", "Bihać"),
    ("case:WHO", "Who is the WHO?", "WHO"),
    ("case:Horgoš", "HORGOŠ, Horgos, Horgoš.", "Horgoš"),
    ("smuggl*", "Smuggling by smugglers, smuggled.", "Smuggling ... smugglers ... smuggled"),
    ("*phobia", "Xenophobia and phobias.", "Xenophobia"),
    ("anti-smuggl* unit", "The anti-smuggling units.", "anti-smuggling units"),
    ("take ... phone", "They took all of our phones.", "took ... phones"),
    ("take ... phone", "They took away one two three four phones.", None),
    ("take…phone", "They took phones.", "took phones"),
    ("push back ... border", "We were pushed back over the border.", "pushed back ... border"),
    (r"re:\d+ euros?", "He paid 300 Euros.", "300 Euros"),
    ("re:^we", "They say we did.", None),
    ("set:armed", "A rifle and two knives.", "rifle ... knives"),
    ("actor:state", "Soldiers and the police.", "Soldiers ... police"),
    ("actor:gang", "The smuggling gang, then another gang.", "gang"),
    ("action:violence", "The beating, they hit, violence.", "beating ... hit ... violence"),
    ("action:robbery", "They took us, then our money.", "took ... money"),
    ("action:robbery", "The phones were taken.", "phones ... taken"),
    ("action:robbery", "They took us there.", None),
    ("no", "No, nobody.", "No"),
    ("112", "We called 112.", "112"),
]


@pytest.mark.parametrize(("term", "said", "expected"), NOTATIONS)
def test_notation_matches(matcher, term, said, expected):
    """Each notation finds the words it stands for and no others."""
    quoted = "'" + term.replace("'", "''") + "'"
    found = matched(matcher(rules(f"any: [{quoted}]")), said)
    assert found[:1] == ([] if expected is None else [expected])


RULES = [
    ("any: [knife, gun]", "A gun and a knife.", ["gun ... knife"]),
    ("any: knife", "A knife.", ["knife"]),
    ("all: [knife, gun]", "A gun and a knife.", ["gun ... knife"]),
    ("all: [knife, gun]", "A gun and a gun.", []),
    ("at_least: {count: 2, of: [knife, gun, stick]}", "A gun, a stick, a gun.", ["gun ... stick ... gun"]),
    ("at_least: {count: 2, of: [knife, gun, stick]}", "A gun, a gun.", []),
    ("at_least: {count: 2, of: ['set:weapons']}", "A gun, a stick.", ["gun ... stick"]),
    ("near: {of: [smuggler, beat], within: 2}", "They beat one two smugglers.", ["beat ... smugglers"]),
    ("near: {of: [smuggler, beat], within: 1}", "They beat one two smugglers.", []),
    ("near: {of: [smuggler, beat], within: 0}", "Smugglers - beat!", ["Smugglers - beat"]),
    ("near: {of: [smuggler, beat], within: 2, ordered: true}", "They beat the smugglers.", []),
    ("near: {of: [beat, smuggler], within: 2, ordered: true}", "They beat the smugglers.", ["beat ... smugglers"]),
    ("near: {of: [knife, gun, stick], within: 1}", "A stick a gun a knife.", ["stick ... gun ... knife"]),
    ("near: {of: [knife, gun, stick], within: 1}", "A stick a gun, not one knife.", []),
    ("near: {of: [gun, gun], within: 3}", "One gun.", []),
    ("near: {of: ['set:weapons', 'actor:smuggler'], within: 8}", "A smuggler had a gun.", ["smuggler ... gun"]),
    ("{any: [gun], unless: [water]}", "A water gun. A gun.", ["gun"]),
    ("{any: [gun], unless: {any: [water], scope: turn}}", "Water. A gun.", []),
    ("{all: [gun, knife], scope: turn}", "A gun. Then tea. A knife.", ["gun ... knife"]),
    ("{near: {of: [gun, knife], within: 3}, scope: turn}", "A gun. Then a knife.", ["gun ... knife"]),
    ("{all: [gun, knife], scope: turn, unless: [water]}", "A water gun. A knife.", []),
]


@pytest.mark.parametrize(("rule", "said", "expected"), RULES)
def test_rule_codes(matcher, rule, said, expected):
    """Each kind of rule codes what it asks for and nothing else."""
    assert matched(matcher(rules(rule)), said) == expected


def test_coding_is_whole(matcher):
    """A coding says where it lies, what it is of, and every span that made the rule fire."""
    found = matcher(rules("{id: armed, near: {of: [smuggler, gun], within: 8}}"))
    assert found.code(transcript("Tea first. The smuggler had a gun.")) == (
        Coding(
            transcript="T",
            span=Span(15, 33),
            turn=1,
            first_segment=2,
            last_segment=2,
            theme="t",
            code="c1",
            rule="armed",
            matched="smuggler ... gun",
            evidence=(Span(15, 23), Span(30, 33)),
            assertion="affirmed",
            polarity="affirmed",
            modality="actual",
            source="unmarked",
            experiencer="generic",
        ),
    )


def test_interviewer_is_never_coded(matcher):
    """What the interviewer says is never matched."""
    assert matched(matcher(rules("any: [gun]")), "I: A gun?", "We saw a gun.") == ["gun"]


@pytest.mark.parametrize("role", [Role.UNKNOWN, Role.OTHER, Role.INTERPRETER])
def test_nobodys_turns_are_never_coded(matcher, role):
    """A turn that belongs to no respondent is not coded, whatever its role."""
    nobodys = Transcript("T", "A gun.", (Turn(1, "", role, Span(0, 6)),), (Segment(1, 1, Span(0, 6)),), "t", "0")
    assert matcher(rules("any: [gun]")).code(nobodys) == ()


def test_interpreter_voice_is_coded(matcher):
    """What an interpreter renders belongs to the respondent and is coded."""
    found = matcher(rules("any: [gun]")).code(transcript("He says: a gun.", role=Role.INTERPRETER))
    assert [coding.matched for coding in found] == ["gun"]


@pytest.mark.parametrize("term", ["laugh", "push back", "'re:laugh|back'"])
def test_marks_are_never_matched(matcher, term):
    """Words of a transcriber's mark are not matched, nor is a mark bridged."""
    assert matched(matcher(rules(f"any: [{term}]")), "We push [laughs] us.") == []


def test_unless_of_a_code_vetoes_every_rule(matcher):
    """A code's veto holds for all of its rules, in the same sentence."""
    code = rules("any: [smuggler]", "any: [gun]") + "        unless: [film about smugglers]\n"
    assert matched(matcher(code), "A film about smugglers with a gun. A gun.") == ["gun"]


def test_longest_wins_within_a_code(matcher):
    """Where two terms of a code overlap only the longer counts; another code is not touched."""
    found = matcher(rules("{id: a, any: [gang]}", "{id: b, any: [smuggling gang]}"), rules("{id: c, any: [gang]}"))
    codings = found.code(transcript("The smuggling gang came."))
    assert [(coding.code, coding.rule, coding.matched) for coding in codings] == [
        ("c1", "b", "smuggling gang"),
        ("c2", "c", "gang"),
    ]


def test_words_that_share_a_word_are_one_coding(matcher):
    """Of two rules of a code that take a word each from the other, the one with the longer words counts."""
    code = rules("{id: a, near: {of: [food, road], within: 5}}", "{id: b, near: {of: [food, mountain], within: 5}}")
    found = matcher(code).code(transcript("Food on the road in the mountain. Food there."))
    assert [(coding.rule, coding.matched) for coding in found] == [("b", "Food ... mountain")]


def test_words_apart_are_codings_of_their_own(matcher):
    """Two rules of a code that share no word both count, and so does one rule in two sentences."""
    code = rules("{id: a, any: [food]}", "{id: b, any: [knife]}")
    assert matched(matcher(code), "No food, a knife. Food.") == ["food", "knife", "Food"]


def test_a_rule_that_does_not_fire_hides_no_term(matcher):
    """A longer term competes with another rule's only once its own rule has fired."""
    code = rules("{id: a, all: [no food, camp]}", "{id: b, near: {of: [food, road], within: 3}}")
    assert matched(matcher(code), "There was no food on the road.") == ["food ... road"]


def test_answer_scope_gives_a_coding_for_each_turn(matcher):
    """A rule over an answer is met across turns to one question, and its codings never leave a turn."""
    found = matcher(rules("{all: [gun, knife], scope: answer}"))
    turns = ("I: What was it?", "A gun.", "And a knife, a gun.", "I: Then?", "A gun.")
    codings = found.code(transcript(*turns))
    assert [(coding.turn, coding.matched) for coding in codings] == [(2, "gun"), (3, "knife ... gun")]


def test_turn_without_question_stands_alone(matcher):
    """Turns that answer no question are not taken together."""
    assert matched(matcher(rules("{all: [gun, knife], scope: answer}")), "A gun.", "A knife.") == []


def test_answers_of_two_people_are_kept_apart(matcher):
    """In a group, what two people say to one question does not meet one rule together."""
    text = "A gun.\nA knife."
    turns = (
        Turn(1, "P1", Role.RESPONDENT, Span(0, 6), respondent="P1", question=0),
        Turn(2, "P2", Role.RESPONDENT, Span(7, 15), respondent="P2", question=0),
    )
    group = Transcript("T", text, turns, (Segment(1, 1, Span(0, 6)), Segment(2, 2, Span(7, 15))), "t", "0")
    assert matcher(rules("{all: [gun, knife], scope: answer}")).code(group) == ()


def test_codings_are_sorted(matcher):
    """Codings come in the order of every listing, whatever the order of codes."""
    codings = matcher(rules("any: [knife]"), rules("any: [gun]")).code(transcript("A gun, a knife. A gun."))
    assert codings == tuple(sorted(codings, key=lambda coding: coding.sort_key))
    assert [coding.code for coding in codings] == ["c2", "c1", "c2"]


def test_sequence_does_not_cross_a_sentence(matcher):
    """A term of several words is looked for within one sentence."""
    assert matched(matcher(rules("any: [push back]")), "They push. Back we went.") == []


FOLDS = ["İstanbul gun", "straße ﬁne gun", "ŉ gun", "Ǆ gun", "e\u0301te\u0301 gun"]


@pytest.mark.parametrize("said", FOLDS)
def test_folding_keeps_offsets(matcher, said):
    """Letters that grow when folded do not move what follows them."""
    (coding,) = matcher(rules("any: [gun]")).code(transcript(said))
    assert coding.span.of(said + "\n") == "gun"


@pytest.mark.parametrize(
    ("term", "said"), [("istanbul", "İSTANBUL"), ("strasse", "Straße"), ("fine", "ﬁne"), ("été", "E\u0301TE\u0301")]
)
def test_folded_forms_are_equal(matcher, term, said):
    """Case, ligatures and composition make no difference to a bare word."""
    assert matched(matcher(rules(f"any: [{term}]")), f"In {said}.") == [said]


_WORDS = [
    "gun",
    "Guns",
    "İ",
    "ß",
    "ﬁ",
    "push",
    "back",
    "[laughs]",
    "took",
    "my",
    "phone",
    "—",
    ",",
    ".",
    "knife",
    "é",
    "’s",
]
LAW = rules(
    "any: [gun, push back, take ... phone]", "near: {of: [gun, knife], within: 3}", "{all: [gun, knife], scope: turn}"
)


@pytest.fixture(scope="module")
def lawful(tmp_path_factory) -> Matcher:
    """A matcher with a rule of every shape."""
    file = tmp_path_factory.mktemp("law") / "codebook.yaml"
    file.write_text(HEAD + "      - id: c\n        name: C\n" + LAW, encoding="utf-8")
    return compile_codebook(load_codebook(file)[0])


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12), min_size=1, max_size=4))
def test_codings_lie_on_their_words(lawful, words):
    """A coding runs from its first to its last evidence, within one turn, on whole words that its match shows."""
    interview = transcript(*(" ".join(turn) for turn in words))
    for coding in lawful.code(interview):
        turn = interview.turns[coding.turn - 1].span
        assert turn.start <= coding.span.start < coding.span.end <= turn.end
        assert coding.span == Span(coding.evidence[0].start, max(span.end for span in coding.evidence))
        said = [token.form for span in coding.evidence for token in tokens(interview.text, span.start, span.end)]
        assert said == [token.form for part in coding.matched.split(" ... ") for token in tokens(part)]
        assert {"gun", "guns", "knife", "push", "back", "took", "phone"}.issuperset(said)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=30))
def test_coding_is_pure(lawful, words):
    """The same transcript gives the same codings every time."""
    interview = transcript(" ".join(words))
    assert lawful.code(interview) == lawful.code(interview)


def test_slow_expression_is_reported(matcher):
    """A regular expression that takes too long is given up and reported; the other terms are still found."""
    found = matcher(rules("any: ['re:(a|a|aa)+$', gun]"))
    said = "a" * 60 + "b. A gun."
    assert [coding.matched for coding in found.code(transcript(said))] == ["gun"]
    assert found.warnings == (
        Problem(
            'the regular expression "re:(a|a|aa)+$" took too long and was given up in T.',
            Where("codebook"),
            "make it simpler, for instance without a repetition inside a repetition",
            Severity.WARNING,
        ),
    )


def test_other_languages_are_not_inflected(tmp_path):
    """In a language without inflection a word has one form."""
    file = tmp_path / "codebook.yaml"
    head = HEAD.replace("actors:", "language: sr\nactors:")
    file.write_text(head + "      - id: c\n        name: C\n" + rules("any: [gun, push back]"), encoding="utf-8")
    found = compile_codebook(load_codebook(file)[0])
    assert matched(found, "Guns, a gun, pushed back, pushback.") == ["gun ... pushback"]
