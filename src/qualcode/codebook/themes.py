"""Themes and their codes as they are written."""

from collections.abc import Mapping

from ruamel.yaml.nodes import Node

from qualcode.codebook.nodes import Reading, items, line_of
from qualcode.codebook.rules import made_id, read_rule, read_unless
from qualcode.model.codebook import NOBODY, Code, Rule, Theme
from qualcode.model.problem import Severity
from qualcode.model.term import Term, TermKind

THEME_KEYS = ("id", "name", "definition", "codes")
CODE_KEYS = (
    *("id", "name", "definition", "use", "avoid", "examples", "counterexamples", "perpetrator"),
    *("rules", "unless", "absence", "counts", "speakers", "manual", "formerly", "sensitive"),
)
_READINGS = ("affirmed", "negated", "ceased", "hypothetical", "asked")


def read_theme(reading: Reading, node: Node) -> Theme:
    """One theme with its codes."""
    fields = reading.fields(node, THEME_KEYS, "a theme")
    theme = reading.name(fields.get("id"), node, "a theme")
    reading.define("theme", theme, node)
    owner = f'theme "{theme}"' if theme else "a theme"
    return Theme(
        theme,
        _title(reading, fields, node, owner),
        definition=reading.text(fields.get("definition"), f'"definition" of {owner}'),
        codes=tuple(read_code(reading, item, theme) for item in items(fields.get("codes"))),
    )


def read_code(reading: Reading, node: Node, theme: str) -> Code:
    """One code of the theme with this id."""
    fields = reading.fields(node, CODE_KEYS, "a code")
    code = reading.name(fields.get("id"), node, "a code")
    reading.define("code", code, node)
    owner = f'code "{code}"' if code else "a code"
    manual = reading.flag(fields.get("manual"), f'"manual" of {owner}')
    return Code(
        code,
        theme,
        _title(reading, fields, node, owner),
        definition=reading.text(fields.get("definition"), f'"definition" of {owner}'),
        use=reading.text(fields.get("use"), f'"use" of {owner}'),
        avoid=reading.text(fields.get("avoid"), f'"avoid" of {owner}'),
        examples=reading.texts(fields.get("examples"), f'"examples" of {owner}'),
        counterexamples=reading.texts(fields.get("counterexamples"), f'"counterexamples" of {owner}'),
        perpetrator=_perpetrator(reading, fields.get("perpetrator"), owner),
        rules=_rules(reading, fields, node, code, manual=manual),
        unless=read_unless(reading, fields.get("unless"), owner),
        absence=reading.flag(fields.get("absence"), f'"absence" of {owner}'),
        counts=_counts(reading, fields.get("counts"), owner),
        speakers=reading.texts(fields.get("speakers"), f'"speakers" of {owner}'),
        manual=manual,
        formerly=reading.texts(fields.get("formerly"), f'"formerly" of {owner}'),
        sensitive=reading.flag(fields.get("sensitive"), f'"sensitive" of {owner}'),
        line=line_of(node),
        file=reading.file,
    )


def _title(reading: Reading, fields: Mapping[str, Node], node: Node, owner: str) -> str:
    found = reading.text(fields.get("name"), f'"name" of {owner}')
    if not found:
        reading.fault(fields.get("name", node), f"{owner} has no name.", 'give it one: "name: A few words"')
    return found


def _perpetrator(reading: Reading, node: Node | None, owner: str) -> str:
    """The actor a code is about; whether there is such an actor is checked when all files are read."""
    found = reading.text(node, f'"perpetrator" of {owner}')
    if node is not None and found and found not in NOBODY:
        reading.references.append(Term(f"perpetrator: {found}", TermKind.ACTOR, found, line_of(node)))
    return found


def _counts(reading: Reading, node: Node | None, owner: str) -> tuple[str, ...]:
    what = f'"counts" of {owner}'
    found = tuple(reading.choice(item, _READINGS, what, otherwise="affirmed") for item in items(node))
    return found or ("affirmed",)


def _rules(reading: Reading, fields: Mapping[str, Node], node: Node, code: str, *, manual: bool) -> tuple[Rule, ...]:
    nodes = list(items(fields.get("rules")))
    if manual and nodes:
        what = f'code "{code}" is manual and has rules.'
        reading.fault(nodes[0], what, 'remove "manual: true" if the rules are to be used, or remove the rules')
    if not manual and not nodes:
        what = f'code "{code}" has no rules, so that nothing will be coded with it.'
        fix = 'add rules, or write "manual: true" if only people use it'
        reading.fault(node, what, fix, Severity.WARNING)
    found: dict[str, Rule] = {}
    for item in nodes:
        rule = read_rule(reading, item, code)
        if rule is None:
            continue
        if rule.id != made_id(rule):
            reading.define("rule", rule.id, item)
        elif rule.id in found:
            what = f'the same rule stands twice in code "{code}", first on line {found[rule.id].line}.'
            reading.fault(item, what, "remove one of the two", Severity.WARNING)
        found.setdefault(rule.id, rule)
    return tuple(found.values())
