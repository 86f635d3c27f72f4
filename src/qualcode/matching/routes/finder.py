"""The legs that respondents describe in a transcript."""

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from qualcode.matching.corpus import Interview
from qualcode.matching.routes import words
from qualcode.matching.routes.gazetteer import Gazetteer, Mention, ModeMention
from qualcode.matching.routes.journey import Hop, Journey, Movement
from qualcode.matching.routes.sentence import read_sentence
from qualcode.matching.routes.stays import Stay, was_here
from qualcode.matching.routes.telling import Telling
from qualcode.matching.routes.whose import Voice
from qualcode.matching.tree import Tree
from qualcode.matching.words import words_of
from qualcode.model.leg import Leg, LegStatus
from qualcode.model.routes import Routes
from qualcode.model.transcript import Role, Segment, Transcript, Turn
from qualcode.text import Parser, parses


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A respondent's sentence, with what it names. Offsets are those of the transcript."""

    turn: Turn
    segment: Segment
    forms: tuple[str, ...]
    text: str
    mentions: tuple[Mention, ...]
    places: tuple[int, ...]
    """For every mention the position of its first word in `forms`."""
    modes: tuple[ModeMention, ...]
    caught: bool
    moving: bool


class RouteFinder:
    """Finds places and legs. Made from the routes of a codebook, whose names are indexed once."""

    def __init__(self, routes: Routes) -> None:
        self._routes = routes
        self._gazetteer = Gazetteer(routes)

    def legs(
        self, transcript: Transcript, parser: Parser, *, travellers: Collection[str] | None = None
    ) -> tuple[Leg, ...]:
        """The legs of `transcript` in the order they are told, none in a language without a parser.

        Of respondents who are not among `travellers` (None: all are) the first person is no journey, and what has no
        subject is about others. Interviewers' words never give a leg.
        """
        return self.legs_of(Interview.of(transcript, words_of(transcript), {}), parser, travellers=travellers)

    def legs_of(
        self, interview: Interview, parser: Parser, *, travellers: Collection[str] | None = None
    ) -> tuple[Leg, ...]:
        """The legs of a transcript whose words are known."""
        if not self._routes.places or not parses(interview.language):
            return ()
        sentences = list(self._sentences(interview))
        needed = [one.text for one in sentences if one.mentions and one.moving]
        parsed = dict(zip(needed, parser.parse(needed), strict=True)) if needed else {}
        trees = {text: Tree(parse) for text, parse in parsed.items()}
        told = [_Story(self._routes, interview.id, travels) for travels in (True, False)]
        found: list[Leg] = []
        for one in sentences:
            travels = travellers is None or one.turn.respondent in travellers
            found += told[0 if travels else 1].read(one, trees.get(one.text))
        return _numbered(found)

    def _sentences(self, interview: Interview) -> Iterator[_Sentence]:
        """Every sentence of a respondent, with what it names."""
        caught = (0, False)
        for sentence, forms, starts, mentions, modes in self._gazetteer.find(interview):
            turn = sentence.turn
            yield _Sentence(
                turn,
                Segment(sentence.number, turn.number, sentence.span),
                forms,
                sentence.text,
                mentions,
                tuple(bisect_left(starts, mention.start) for mention in mentions),
                modes,
                caught == (turn.number, True),
                bool(modes) or len(mentions) > 1 or forms[:1] in (("to",), ("from",)) or _moving(forms),
            )
            caught = (turn.number, not (words.AUTHORITIES | words.CAUGHT).isdisjoint(forms))


def _moving(forms: Collection[str]) -> bool:
    """Whether a sentence has a word of movement, of wishing or of order."""
    nouns = words.WAYS | words.EXPULSIONS | words.GAMES | words.PLANS | words.THEN
    if not nouns.isdisjoint(forms):
        return True
    if not words.CAUGHT.isdisjoint(forms):
        return True
    lists = ("GOING", "ENTERING", "CROSSING", "LEAVING", "EXPELLING", "CARRYING", "INTENDING", "TRYING")
    return any(form in words.verb_forms(one) for one in lists for form in forms)


class _Story:
    """A transcript being read: where each respondent is, and where those are of whom they speak."""

    def __init__(self, routes: Routes, transcript: str, travels: bool) -> None:
        self._routes = routes
        self._transcript = transcript
        self._travels = travels
        self._own: dict[str, Journey] = {}
        self._others = Journey(routes)
        self._answer: tuple[str | None, int | None, int] | None = None
        self._whose: dict[str, bool] = {}

    def read(self, one: _Sentence, tree: Tree | None) -> Iterator[Leg]:
        """The legs of the next sentence."""
        respondent = one.turn.respondent or ""
        own = self._own.setdefault(respondent, Journey(self._routes))
        self._begin(one, own)
        interpreted = one.turn.role is Role.INTERPRETER or any(say in one.text.lower() for say in words.SAYING)
        if tree is None:
            voice = Voice(interpreted, one.caught)
            if one.mentions and (stay := was_here(one.forms, one.places[-1], one.mentions[-1], voice)):
                yield from self._stay(one, own, stay)
            elif not one.mentions and _lost(one.forms):
                own.lose()
            return
        start = one.segment.span.start
        voice = Voice(interpreted, one.caught)
        moved = [mention._replace(start=mention.start - start, end=mention.end - start) for mention in one.mentions]
        modes = [mode._replace(start=mode.start - start, end=mode.end - start) for mode in one.modes]
        if one.text.rstrip(" \"'”’)").endswith("?"):
            return
        for step in read_sentence(tree, moved, modes, self._routes, voice):
            if isinstance(step, Stay):
                there = step.mention._replace(start=step.mention.start + start, end=step.mention.end + start)
                yield from self._stay(one, own, step._replace(mention=there))
            else:
                yield from self._legs(one, own, _shifted(step, start))

    def _begin(self, one: _Sentence, own: Journey) -> None:
        """What a new answer, and a jump in the story, do to where somebody is."""
        turn = one.turn
        answer = (turn.respondent, turn.question, turn.number if turn.question is None else 0)
        if answer != self._answer:
            self._answer = answer
            own.begun = False
            if turn.role is Role.INTERPRETER:
                own.lose()  # "he" of another answer may be another man
            self._others = Journey(self._routes)
        elif words.ONWARD.isdisjoint(one.forms):
            self._others.lose()
        spoken = f" {' '.join(one.forms)} "
        if one.mentions and any(f" {phrase} " in spoken for phrase in words.ANEW):
            own.lose()

    def _stay(self, one: _Sentence, own: Journey, stay: Stay) -> Iterator[Leg]:
        """The leg to a place where somebody was, where that is one."""
        journey = own if stay.own else self._others
        for hop in journey.stay(stay) if self._travels or not stay.own else ():
            yield self._leg(one, Telling(own=stay.own), hop)

    def _legs(self, one: _Sentence, own: Journey, movement: Movement) -> Iterator[Leg]:
        telling = movement.telling
        respondent = one.turn.respondent or ""
        whose = self._whose.get(respondent, not telling.impersonal) if telling.own is None else telling.own
        if not self._travels:
            if telling.own:
                return
            whose = False
        self._whose[respondent] = whose
        journey = own if whose else self._others
        told = replace(telling, own=whose)
        if told.status is not None:
            for hop in journey.follow(replace(movement, telling=told)):
                yield self._leg(one, told, hop)

    def _leg(self, one: _Sentence, told: Telling, hop: Hop) -> Leg:
        return Leg(
            self._transcript,
            one.turn.respondent or "",
            one.turn.number,
            one.segment.number,
            0,
            hop.origin.place if hop.origin else "",
            hop.goal.place,
            hop.goal.span,
            origin_span=hop.origin.span if hop.origin else None,
            mode=hop.mode.mode if hop.mode else "",
            mode_span=hop.mode.span if hop.mode else None,
            forced=told.forced,
            status=told.status or LegStatus.DONE,
            own=told.own is True,
        )


def _lost(forms: Collection[str]) -> bool:
    """Whether a sentence without a place says that somebody was taken away or back."""
    if words.FIRST.isdisjoint(forms):
        return False
    if any(form in words.verb_forms("EXPELLING") for form in forms):
        return True
    return "back" in forms and any(form in words.verb_forms("CARRYING") for form in forms)


def _shifted(movement: Movement, start: int) -> Movement:
    """A movement with its places and modes in code points of the transcript."""
    stops = tuple(
        stop._replace(mention=stop.mention._replace(start=stop.mention.start + start, end=stop.mention.end + start))
        for stop in movement.stops
    )
    modes = tuple(mode._replace(start=mode.start + start, end=mode.end + start) for mode in movement.modes)
    return replace(movement, stops=stops, modes=modes, breaks=tuple(place + start for place in movement.breaks))


def _numbered(legs: list[Leg]) -> tuple[Leg, ...]:
    numbers: dict[str, int] = {}
    found = []
    for leg in legs:
        numbers[leg.respondent] = numbers.get(leg.respondent, 0) + 1
        found.append(replace(leg, number=numbers[leg.respondent]))
    return tuple(found)
