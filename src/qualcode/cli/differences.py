"""How a comparison of two codebooks looks: what was changed in them, and what that does to a study."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.markup import escape

from qualcode.cli.excerpts import show_excerpt, show_more
from qualcode.cli.listing import Column, Kind, folded, show_listing
from qualcode.cli.options import Format
from qualcode.cli.render import counted, out, say, tell
from qualcode.cli.rule_notation import place
from qualcode.model.codebook import Rule
from qualcode.model.codebook_diff import CodebookDiff, CodeChange, ListChange
from qualcode.workflow.comparing import CodeEffect, Comparison, Effect, Passage

_SENTENCES = 3
"""As many sentences of a code are shown unless all are asked for."""
_WORDS = 8
"""As many words that came or went are named."""
_ROWS = ("what", "code", "where", "before", "after", "detail")


def show_comparison(found: Comparison, *, format: Format, verbose: bool = False) -> None:
    """What differs, and with a study what each code gains and loses there."""
    if format is not Format.TABLE:
        show_listing([Column(name) for name in _ROWS], _rows(found), format=format)
    else:
        _print(f"[bold]{escape(_title(found))}[/]")
        out().print()
        _show_changes(found.changes)
        if found.effect is not None:
            _show_effect(found.effect, verbose=verbose)
    for note in found.effect.notes if found.effect else ():
        tell(f"Note: {note}")


def _title(found: Comparison) -> str:
    """Which two codebooks are compared, by name and version."""
    old, new = found.old, found.new
    if old.name != new.name:
        return f"{old.name} {old.version} -> {new.name} {new.version}"
    versions = f"version {old.version}"
    return f"{old.name}: " + (f"{versions} -> {new.version}" if new.version != old.version else f"two of {versions}")


def _show_changes(changes: CodebookDiff) -> None:
    if changes.same:
        say("The two codebooks say the same.")
        return
    for line in (*_head(changes), *_codes(changes), *_lists(changes.lists)):
        indent = len(line) - len(line.lstrip())
        for part in folded(line.strip(), out().width, indent=indent):
            _print(escape(part))
    out().print()


def _head(changes: CodebookDiff) -> Iterator[str]:
    if changes.settings:
        yield f"the codebook's {_listed(changes.settings)} changed"


def _codes(changes: CodebookDiff) -> Iterator[str]:
    for code in changes.added:
        yield f"+ code {code.id}  {code.name} ({counted(len(code.rules), 'rule')})"
    for code in changes.removed:
        yield f"- code {code.id}  {code.name}"
    for change in changes.changed:
        was = f" (was {change.before.id})" if change.renamed else ""
        yield f"~ code {change.after.id}{was}  {change.after.name}"
        yield from (f"    {line}" for line in _within(change))


def _within(change: CodeChange) -> Iterator[str]:
    """What is different in one code, a line each."""
    yield from (f"+ rule {_rule(rule)}" for rule in change.rules_added)
    yield from (f"- rule {_rule(rule)}" for rule in change.rules_removed)
    for one in change.rules_changed:
        yield f"~ rule {_rule(one.after)}: {_words(one.gained, one.lost) or _other(one.before, one.after)}"
    if change.settings:
        yield f"~ {_listed(change.settings)}"
    if change.texts:
        yield f"~ for readers only: {_listed(change.texts)}"


def _rule(rule: Rule) -> str:
    return f"{rule.id} ({place(rule)})"


def _other(before: Rule, after: Rule) -> str:
    """What of a changed rule is not its words."""
    names = ("kind", "count", "within", "ordered", "scope")
    changed = [name for name in names if getattr(before, name) != getattr(after, name)]
    parts = [f"{name} {getattr(before, name)} is now {getattr(after, name)}" for name in changed]
    if before.unless != after.unless:
        parts.append("unless")
    return ", ".join(parts) or "the order of its terms"


def _lists(changes: Sequence[ListChange]) -> Iterator[str]:
    signs = {"added": "+", "removed": "-", "changed": "~"}
    for one in changes:
        words = (
            [_words(one.gained, one.lost)] if one.state == "changed" else [counted(len(one.gained or one.lost), "term")]
        )
        parts = [*filter(None, words), *one.settings]
        yield f"{signs[one.state]} {one.kind} {one.name}: {', '.join(parts)}"
        yield f"    reaches {_cut(one.codes) or 'no code'}"


def _words(gained: Sequence[str], lost: Sequence[str]) -> str:
    """The words that came and went, the first of many, the rest counted."""
    return _cut([*(f"+{word}" for word in gained), *(f"-{word}" for word in lost)])


def _cut(words: Sequence[str]) -> str:
    return ", ".join([*words[:_WORDS], *([f"and {len(words) - _WORDS} more"] if len(words) > _WORDS else [])])


def _listed(names: Sequence[str]) -> str:
    return ", ".join(names)


def _show_effect(effect: Effect, *, verbose: bool) -> None:
    if not effect.codes:
        say("In the study nothing is coded otherwise.")
        return
    columns = (Column("code"), *(Column(name, Kind.NUMBER) for name in ("gained", "lost", "read otherwise")))
    rows = [[one.code, f"+{len(one.gained)}", f"-{len(one.lost)}", len(one.reread)] for one in effect.codes]
    show_listing(columns, rows, format=Format.TABLE, title="Segments")
    for one in effect.codes:
        _show_code(one, verbose=verbose)
    if not effect.cells:
        say("No cell of the table counts other people.")
        return
    cells = [
        [one.code, one.group, len(one.before), len(one.after), f"{len(one.after) - len(one.before):+d}"]
        for one in effect.cells
    ]
    names = (
        Column("code"),
        Column("group", Kind.WIDE),
        *(Column(name, Kind.NUMBER) for name in ("before", "after", "")),
    )
    show_listing(names, cells, format=Format.TABLE, title=f"{effect.table}: respondents")


def _show_code(one: CodeEffect, *, verbose: bool) -> None:
    _print(f"[bold]{escape(one.code)}[/]")
    for sign, passages in (("+", one.gained), ("-", one.lost), ("~", one.reread)):
        for passage in passages if verbose else passages[:_SENTENCES]:
            show_excerpt(sign, passage.text, f"{passage.segment}, {passage.respondent}{_reading(sign, passage)}")
        if not verbose and len(passages) > _SENTENCES:
            show_more(sign, len(passages) - _SENTENCES, "; --verbose shows them")
    out().print()


def _reading(sign: str, passage: Passage) -> str:
    if sign == "~":
        return f", {passage.before or 'not read'} is now {passage.after or 'not read'}"
    reading = passage.after if sign == "+" else passage.before
    return f", {reading}" if reading else ""


def _rows(found: Comparison) -> Iterator[list[Any]]:
    """Everything as rows: what, which code, where, before, after."""
    changes = found.changes
    yield from (["codebook changed", "", name, "", "", ""] for name in changes.settings)
    yield from (["code added", code.id, f"{code.file}, line {code.line}", "", code.name, ""] for code in changes.added)
    yield from (["code removed", one.id, "", one.name, "", ""] for one in changes.removed)
    for change in changes.changed:
        code = change.after.id
        if change.renamed:
            yield ["code renamed", code, "", change.before.id, code, ""]
        yield from (["rule added", code, place(rule), "", rule.id, ""] for rule in change.rules_added)
        yield from (["rule removed", code, "", rule.id, "", ""] for rule in change.rules_removed)
        for one in change.rules_changed:
            detail = _words(one.gained, one.lost) or _other(one.before, one.after)
            yield ["rule changed", code, place(one.after), one.before.id, one.after.id, detail]
        yield from (["setting changed", code, name, "", "", ""] for name in change.settings)
        yield from (["text changed", code, name, "", "", ""] for name in change.texts)
    for listed in changes.lists:
        detail = _words(listed.gained, listed.lost)
        for code in listed.codes or ("",):
            yield [f"{listed.kind} {listed.state}", code, listed.name, "", "", detail]
    if found.effect is not None:
        yield from _effect_rows(found.effect)


def _effect_rows(effect: Effect) -> Iterator[list[Any]]:
    for one in effect.codes:
        for what, passages in (("gained", one.gained), ("lost", one.lost), ("read otherwise", one.reread)):
            for passage in passages:
                yield [f"segment {what}", one.code, passage.segment, passage.before, passage.after, passage.text]
    for cell in effect.cells:
        before, after = "; ".join(cell.before), "; ".join(cell.after)
        yield ["cell changed", cell.code, cell.group, before, after, f"{len(cell.after) - len(cell.before):+d}"]


def _print(marked_up: str) -> None:
    out().print(marked_up, soft_wrap=True)
