"""The files of a codebook being edited, and where its themes and codes stand in them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from qualcode.codebook.editing.document import Document, is_blank, is_flow, nodes_of, read_document, start_of
from qualcode.codebook.editing.edit import Edit
from qualcode.codebook.nodes import Reading, is_name, items
from qualcode.codebook.source import files_of, read_sources, read_texts
from qualcode.codebook.themes import read_code
from qualcode.errors import MisuseError, ProblemsError, QualcodeError, did_you_mean
from qualcode.model.codebook import Code


@dataclass(frozen=True, slots=True)
class Field:
    """A key with its value."""

    key: ScalarNode
    value: Node


@dataclass(frozen=True, slots=True)
class FoundTheme:
    """A theme where it is written."""

    id: str
    document: Document
    node: MappingNode

    @property
    def fields(self) -> dict[str, Field]:
        """What is written about it."""
        return fields_of(self.node)


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code where it is written."""

    id: str
    theme: FoundTheme
    node: MappingNode

    @property
    def document(self) -> Document:
        """The file it stands in."""
        return self.theme.document

    @property
    def fields(self) -> dict[str, Field]:
        """What is written about it."""
        return fields_of(self.node)

    @property
    def column(self) -> int:
        """How far in its keys stand."""
        return self.document.column(start_of(self.node))

    def value(self) -> Code:
        """What the code means; faults in it are left out."""
        return read_code(Reading(self.document.name), self.node, self.theme.id)

    def place(self) -> tuple[SequenceNode, int]:
        """The list the code is an entry of, and its number there, from 0.

        Raises QualcodeError where codes or keys stand in brackets, which leave no lines to move.
        """
        listed = codes_list(self.theme)
        if listed is None or is_flow(self.node):
            raise QualcodeError(
                f'the code "{self.id}" is written in braces, and only codes with each key on a line of its own '
                "can be edited like this.",
                where=f"{self.document.name}, line {self.document.line_number(start_of(self.node))}",
                hint=f'write "- id: {self.id}" and every other key of the code on lines of their own',
            )
        return listed, listed.value.index(self.node)


@dataclass(frozen=True, slots=True)
class Book:
    """All files of the codebook at `path`, as they are on disk and as they are to be."""

    path: Path
    before: tuple[Document, ...]
    documents: tuple[Document, ...]

    def themes(self) -> Iterator[FoundTheme]:
        """Every theme, in the order of the codebook."""
        for document in self.documents:
            listed = fields_of(document.root).get("themes")
            for node in items(listed.value) if listed else ():
                if isinstance(node, MappingNode):
                    yield FoundTheme(_id(node), document, node)

    def codes(self) -> Iterator[FoundCode]:
        """Every code, in the order of the codebook."""
        for theme in self.themes():
            for node in items(theme.fields["codes"].value) if "codes" in theme.fields else ():
                if isinstance(node, MappingNode):
                    yield FoundCode(_id(node), theme, node)

    def code(self, name: str) -> FoundCode:
        """The code with this id.

        Raises MisuseError where there is none, QualcodeError where its file cannot be edited safely.
        """
        found = {code.id: code for code in reversed(list(self.codes()))}
        if name not in found:
            raise unknown("code", name, found)
        _refuse_unsafe(found[name].document)
        return found[name]

    def theme(self, name: str) -> FoundTheme:
        """The theme with this id; raises as `code` does."""
        found = {theme.id: theme for theme in reversed(list(self.themes()))}
        if name not in found:
            raise unknown("theme", name, found)
        _refuse_unsafe(found[name].document)
        return found[name]

    def free_for_code(self, name: str, *, own: str = "") -> None:
        """Raises MisuseError where `name` is no id, or is or was that of another code than `own`."""
        check_id(name)
        for code in self.codes():
            if code.id == name:
                raise MisuseError(f'there is a code "{name}" already.', where=code.document.name, hint=_ANOTHER)
            if code.id != own and name in formerly_of(code):
                raise MisuseError(
                    f'"{name}" was the id of the code "{code.id}", whose decisions by people still go by it.',
                    where=code.document.name,
                    hint=_ANOTHER,
                )

    def with_document(self, changed: Document) -> "Book":
        """The codebook with one of its files changed."""
        return replace(self, documents=tuple(changed if old.file == changed.file else old for old in self.documents))

    def edit(self, sentences: Iterable[str]) -> Edit:
        """What is to be written."""
        pairs = [(old, new) for old, new in zip(self.before, self.documents, strict=True) if old.text != new.text]
        return Edit(
            self.path,
            {new.file: new.mark + new.text for _, new in pairs},
            tuple(sentences),
            {old.file: old.mark + old.text for old, _ in pairs},
        )


_ANOTHER = "choose another id"


def open_book(path: Path) -> Book:
    """The codebook at `path`, a YAML file or a folder of them.

    Raises ProblemsError with all that cannot be read as YAML, QualcodeError where there is no codebook.
    """
    _, unread = read_sources(read_texts(path))
    if unread:
        count = len(unread)
        raise ProblemsError(f"the codebook has {'a fault' if count == 1 else f'{count} faults'}.", unread)
    documents = tuple(read_document(name, file) for name, file in files_of(path))
    return Book(path, documents, documents)


def check_id(name: str) -> None:
    """Raises MisuseError where `name` cannot be an id."""
    if not is_name(name):
        raise MisuseError(
            f'"{name}" cannot be used as an id.', hint="use letters, digits, _ and - only, without spaces"
        )


def fields_of(node: Node | None) -> dict[str, Field]:
    """The keys of a mapping with their values, the first where one stands twice."""
    if not isinstance(node, MappingNode):
        return {}
    found: dict[str, Field] = {}
    for key, value in node.value:
        if isinstance(key, ScalarNode):
            found.setdefault(str(key.value), Field(key, value))
    return found


def formerly_of(code: FoundCode) -> tuple[str, ...]:
    """What a code was called before."""
    field = code.fields.get("formerly")
    return Reading("").texts(field.value, "") if field else ()


def codes_list(theme: FoundTheme) -> SequenceNode | None:
    """The codes of a theme where they stand on lines with dashes, else None."""
    field = theme.fields.get("codes")
    if field is None or not isinstance(field.value, SequenceNode) or is_flow(field.value):
        return None
    return field.value


def _id(node: MappingNode) -> str:
    field = fields_of(node).get("id")
    if field is None or not isinstance(field.value, ScalarNode) or is_blank(field.value):
        return ""
    return str(field.value.value).strip()


def unknown(kind: str, name: str, known: Iterable[str]) -> MisuseError:
    """That there is no code or theme (`kind`) with this id, and which are close."""
    names = [one for one in known if one]
    listed = f"one of: {', '.join(sorted(names))}" if names else "add one first: the codebook has none"
    return MisuseError(f'there is no {kind} "{name}".{did_you_mean(name, names)}', hint=listed)


def _refuse_unsafe(document: Document) -> None:
    if "\r" in document.text.replace("\r\n", ""):
        raise QualcodeError(
            "the lines of this file end as on very old computers.",
            where=document.name,
            hint="open it in a text editor and save it with line ends of Unix or Windows",
        )
    for node in nodes_of(document.root):
        if node.anchor:
            raise QualcodeError(
                "the file repeats parts of itself with & and *, so that one change would be made in several places.",
                where=f"{document.name}, line {document.line_number(start_of(node))}",
                hint="write the repeated parts out, then try again",
            )
