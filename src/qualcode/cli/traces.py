"""How an explanation looks: the sentence with its words marked, what coded it, and what almost did."""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from rich.markup import escape
from rich.text import Text

from qualcode.cli.listing import Column, folded, show_listing
from qualcode.cli.marking import CUE, MATCHED, Mark, marked
from qualcode.cli.options import Format
from qualcode.cli.render import counted, out, say, tell, written
from qualcode.cli.rule_notation import notation, place
from qualcode.model.trace import CodingTrace, Found, RuleTrace, SentenceTrace
from qualcode.model.transcript import Role, Span

if TYPE_CHECKING:
    from qualcode.workflow.explaining import Explanation

_AXES = frozenset(("polarity", "modality", "source", "experiencer"))
_ALMOST = 3
_AT_MOST = 6
"""As many codes that almost fired are read one by one, more only where all that they look for is there."""
_LABEL = 14
"""Columns of the names in front of what was read."""
_CSV = ("segment", "code", "rule", "file", "line", "fired", "matched", "assertion", "agent", "target", "why_not")


def show_explanation(found: "Explanation", *, format: Format = Format.TABLE) -> None:
    """Each sentence with what codes it and what does not, and why."""
    if format is Format.JSON:
        sys.stdout.write(json.dumps(list(_records(found)), ensure_ascii=False, indent=2) + "\n")
    elif format is Format.CSV:
        show_listing([Column(name) for name in _CSV], _rows(found), format=format)
    else:
        _show_sentences(found)
    for note in found.notes:
        tell(f"Note: {note}")


def explanation(found: "Explanation", width: int) -> Text:
    """The same as a text of at most `width` columns, for a screen, its notes at the end."""
    with written(width) as words:
        _show_sentences(found)
        for note in found.notes:
            say(f"Note: {note}")
    return Text.from_ansi(words.getvalue())


def _show_sentences(found: "Explanation") -> None:
    for number, sentence in enumerate(found.sentences):
        if number:
            out().print()
        _show_sentence(sentence, found)


def _show_sentence(sentence: SentenceTrace, found: "Explanation") -> None:
    who = found.who if sentence.role in (Role.RESPONDENT, Role.INTERPRETER) else sentence.role.value
    _line(f"[bold]{escape(sentence.segment)}[/]" + (f"  [dim]{escape(who)}[/]" if who else ""))
    if sentence.question:
        _labelled("asked", sentence.question, dim=True)
    out().print()
    lines = marked(sentence.text, _marks(sentence), out().width, indent=2)
    for line in lines:
        out().print(line, soft_wrap=True)
    if any(CUE in line.plain and not line.plain.strip(f"{CUE}{MATCHED} ") for line in lines):
        _line(f"  [dim]{MATCHED} words of a rule   {CUE} what decides how they are meant[/]")
    out().print()
    if sentence.closed:
        _line(f"Not coded: {escape(sentence.closed)}.")
        return
    if not any(rule.fired for rule in sentence.rules):
        _line("No rule codes it.")
        out().print()
    for _, own in groupby(sentence.rules, key=lambda rule: rule.code.id):
        _show_code(list(own), every=found.codes is not None)
    if found.codes is None:
        _show_almost(sentence)


def _marks(sentence: SentenceTrace) -> list[Mark]:
    """The words that made rules fire, then the cues of their assertion."""
    begin = sentence.span.start
    codings = [one.coding for rule in sentence.rules for one in rule.codings if one.coding.via != "question"]
    spans = [Mark(span) for coding in codings for span in coding.evidence]
    spans += [Mark(span, CUE) for coding in codings for axis, span in coding.spans if axis in _AXES]
    return [Mark(Span(one.span.start - begin, one.span.end - begin), one.sign) for one in spans]


def _show_code(rules: Sequence[RuleTrace], *, every: bool) -> None:
    """A code that was coded, with the rules that did it; with `every`, each code with each of its rules."""
    fired = [rule for rule in rules if rule.fired]
    if not fired and not every:
        return
    state = "[green]CODED[/]" if fired else "[yellow]NOT CODED[/]"
    code = rules[0].code
    _line(f"{state}  [bold]{escape(code.id)}[/]  {escape(code.name)}")
    known: list[tuple[object, ...]] = []
    for rule in fired:
        _line(f"  {escape(rule.rule.id)}, {escape(place(rule.rule))}")
        _labelled("asks for", notation(rule), dim=True)
        for one in rule.codings:
            _show_words(one)
            read = (one.slots, one.axes, one.notes)
            if read in known:
                _labelled("so it is", "as above")
            else:
                _show_reading(one, rule)
            known.append(read)
        out().print()
    if every:
        _show_unfired(sorted((rule for rule in rules if not rule.fired), key=lambda rule: -rule.nearness))


def _show_words(one: CodingTrace) -> None:
    if one.asked:
        _labelled("question has", f'"{one.asked}"')
    _labelled("answer" if one.asked else "words", f'"{one.coding.matched}"')


def _show_reading(one: CodingTrace, rule: RuleTrace) -> None:
    """Each slot of the event and each axis of the assertion, with the words that decided it."""
    for slot in one.slots:
        words = f' "{slot.words}"' if slot.words and slot.words != slot.value else ""
        _labelled(slot.name, f"{slot.value}{words}" + (f" ({slot.how})" if slot.how else ""))
    for axis in one.axes:
        cues = ", ".join(f'"{cue}"' for cue in axis.cues)
        _labelled(axis.name, f"{axis.value}" + (f" because of {cues}" if cues else ""))
    for note in one.notes:
        _labelled("note", note)
    _labelled("so it is", _reading(one, rule))


def _reading(one: CodingTrace, rule: RuleTrace) -> str:
    """What the axes come to, and whether the code counts it."""
    if not one.coding.assertion:
        return "coded; the language has no parser, so how it is asserted is not read"
    if one.coding.assertion in rule.code.counts:
        return f"{one.coding.assertion}, which counts"
    return f"{one.coding.assertion}, which is shown apart (the code counts {' and '.join(rule.code.counts)})"


def _show_almost(sentence: SentenceTrace) -> None:
    """The codes that almost fired, each with its nearest rule; the rest counted."""
    coded = {rule.code.id for rule in sentence.rules if rule.fired}
    nearest: dict[str, RuleTrace] = {}
    for rule in sentence.rules:
        known = nearest.get(rule.code.id)
        if rule.almost and rule.code.id not in coded and (known is None or rule.nearness > known.nearness):
            nearest[rule.code.id] = rule
    order = sorted(nearest.values(), key=lambda rule: -rule.nearness)
    complete = sum(rule.nearness == 1 for rule in order)
    shown = order[: max(_ALMOST, min(complete, _AT_MOST))]
    for rule in shown:
        _line(f"[yellow]ALMOST[/]  [bold]{escape(rule.code.id)}[/]  {escape(rule.code.name)}")
        _line(f"  {escape(rule.rule.id)}, {escape(place(rule.rule))}")
        _labelled("found", "; ".join(_found(rule.found)))
        _labelled("why not", rule.failed)
        out().print()
    for line in folded(_rest(sentence, coded, len(order) - len(shown), len(order)), out().width, indent=0):
        _line(f"[dim]{escape(line)}[/]")
    _line("[dim]Every rule of a code, with its reason: --code CODE[/]")


def _rest(sentence: SentenceTrace, coded: set[str], unseen: int, almost: int) -> str:
    """The codes that are counted and not shown, "" where there are none."""
    nothing = len({rule.code.id for rule in sentence.rules}) - len(coded) - almost
    parts = [f"{counted(unseen, 'more code')} found a part of what they look for"] if unseen else []
    parts += [f"{counted(nothing, 'code')} found nothing"] if nothing else []
    return "; ".join(parts) + "." if parts else ""


def _show_unfired(rules: Sequence[RuleTrace]) -> None:
    """Rules that did not fire: with what they found, or in short where they found nothing."""
    for rule in rules:
        if rule.found:
            _line(f"  {escape(rule.rule.id)}, {escape(place(rule.rule))}")
            _labelled("asks for", notation(rule), dim=True)
            _labelled("found", "; ".join(_found(rule.found)))
            _labelled("why not", rule.failed)
            out().print()
    nothing = [rule for rule in rules if not rule.found]
    for rule in nothing:
        for line in folded(f"{rule.rule.id}, line {rule.rule.line}: {rule.failed}", out().width, indent=2):
            _line(f"[dim]{escape(line)}[/]")
    if nothing:
        out().print()


def _found(found: Iterable[Found]) -> Iterator[str]:
    """The words found for each part of a rule."""
    for part, own in groupby(found, key=lambda one: one.part):
        words = ", ".join(dict.fromkeys(f'"{one.words}"' for one in own))
        yield words if words == f'"{part}"' else f"{words} ({part})"


def _labelled(name: str, text: str, *, dim: bool = False) -> None:
    """A name and what belongs to it, in a column of its own."""
    console = out()
    lines = folded(text, console.width, indent=_LABEL + 2)
    for number, line in enumerate(lines or [""]):
        left = f"  {name if number == 0 else '':<{_LABEL}}"
        console.print(Text(left, style="dim") + Text(line.strip(), style="dim" if dim else ""), soft_wrap=True)


def _line(marked_up: str) -> None:
    out().print(marked_up, soft_wrap=not out().is_terminal)


def _rows(found: "Explanation") -> Iterator[list[Any]]:
    """A row for each coding of a rule that fired and for each rule that did not."""
    for sentence in found.sentences:
        if not sentence.rules:
            yield [sentence.segment, *[""] * (len(_CSV) - 2), sentence.closed]
        for rule in sentence.rules:
            first = [sentence.segment, rule.code.id, rule.rule.id, rule.rule.file, rule.rule.line]
            for one in rule.codings:
                coding = one.coding
                yield [*first, "yes", coding.matched, coding.assertion, coding.agent, coding.target, ""]
            if not rule.fired:
                yield [*first, "no", "", "", "", "", rule.failed]


def _records(found: "Explanation") -> Iterator[dict[str, Any]]:
    """A record for each sentence, with all its rules."""
    for sentence in found.sentences:
        yield {
            "segment": sentence.segment,
            "text": sentence.text,
            "speaker": sentence.speaker,
            "role": sentence.role.value,
            "respondent_type": sentence.respondent_type,
            "question": sentence.question,
            "not_coded_because": sentence.closed,
            "rules": [_rule_record(rule) for rule in sentence.rules],
        }


def _rule_record(rule: RuleTrace) -> dict[str, Any]:
    return {
        "code": rule.code.id,
        "rule": rule.rule.id,
        "kind": rule.rule.kind.value,
        "file": rule.rule.file,
        "line": rule.rule.line,
        "fired": rule.fired,
        "why_not": rule.failed,
        "found": [{"part": one.part, "words": one.words} for one in rule.found],
        "codings": [_coding_record(one, rule) for one in rule.codings],
    }


def _coding_record(one: CodingTrace, rule: RuleTrace) -> dict[str, Any]:
    coding = one.coding
    return {
        "start": coding.span.start,
        "end": coding.span.end,
        "matched": coding.matched,
        "question_has": one.asked,
        "slots": {slot.name: {"value": slot.value, "words": slot.words, "how": slot.how} for slot in one.slots},
        "axes": {axis.name: {"value": axis.value, "cues": list(axis.cues)} for axis in one.axes},
        "assertion": coding.assertion,
        "counts": not coding.assertion or coding.assertion in rule.code.counts,
        "notes": list(one.notes),
    }
