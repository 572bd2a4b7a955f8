"""Content folders → documents → models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Any

from markdown_it import MarkdownIt
from pydantic import ValidationError

from handboek.document import Document, Loc, Place, parse, read_file
from handboek.finding import Finding
from handboek.messages import explain
from handboek.model.kinds import KINDS, Kind
from handboek.model.text import Model, Section

Documents = Mapping[str, Document]
"""Every file of content by its path from the project's root."""


@dataclass(frozen=True)
class Entry:
    """A piece as it was read: its model, or nothing where the file is wrong."""

    kind: Kind
    slug: str
    document: Document
    model: Model | None
    loc: Loc = ()
    """Where the piece stands in its file."""

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """The place of a value of this piece in its file."""
        section = next((line for name, line in _section_lines(self) if loc and loc[0] == name), None)
        return Place(section, 1) if section else self.document.place((*self.loc, *loc), key=key)


def read(root: Path) -> dict[str, Document]:
    """Read every file of content under `root`."""
    documents: dict[str, Document] = {}
    for kind in KINDS:
        for file in sorted(root.glob(kind.files)):
            path = file.relative_to(root).as_posix()
            documents[path] = read_file(root, path)
    for file in sorted(root.glob("phases/[0-9]*/phase.md")):
        path = file.relative_to(root).as_posix()
        documents[path] = Document(path, file.read_text(encoding="utf-8"))
    return documents


def with_file(documents: Documents, path: str, content: bytes) -> dict[str, Document]:
    """The same documents with one file replaced."""
    return {**documents, path: parse(path, content)}


def entries(documents: Documents) -> tuple[list[Entry], list[Finding]]:
    """Every piece in the documents, and what is wrong with the files themselves."""
    found: list[Entry] = []
    findings: list[Finding] = []
    for path, document in documents.items():
        kind = kind_of(path)
        if kind is None:
            continue
        findings += document.problems
        if kind.many:
            found += _many(kind, document, findings)
        else:
            found.append(_one(kind, document, documents, findings))
    return found, findings


def kind_of(path: str) -> Kind | None:
    """The kind of piece that a file at `path` holds."""
    return next(
        (kind for kind in KINDS if PurePosixPath(path).match(kind.files) and path.count("/") == kind.files.count("/")),
        None,
    )


def slug_of(kind: Kind, path: str) -> str:
    """The slug of the piece in a file: the folder's name without its number for a phase, else the file's name."""
    if kind.type == "phase":
        return PurePosixPath(path).parent.name.partition("-")[2]
    return PurePosixPath(path).stem


def _one(kind: Kind, document: Document, documents: Documents, findings: list[Finding]) -> Entry:
    data = dict(document.data)
    for name, heading in _sections(kind.model).items():
        prose = documents.get(document.path.removesuffix(".yml") + ".md") if kind.type == "phase" else document
        if prose is None:
            continue
        body = prose.text if kind.type == "phase" else document.body
        text = body.strip() if not heading else _parts(body).get(heading, (0, ""))[1].strip()
        if text:
            data[name] = text
    entry = Entry(kind, slug_of(kind, document.path), document, None)
    return replace(entry, model=_validate(entry, data, findings))


def _many(kind: Kind, document: Document, findings: list[Finding]) -> Iterator[Entry]:
    rows = document.data.get(kind.many)
    if not isinstance(rows, list):
        if document.data:
            place = document.place(())
            findings.append(
                Finding(
                    document.path,
                    place.line,
                    place.column,
                    "ontbreekt",
                    f"Hier hoort een lijst `{kind.many}` te staan.",
                    f"Begin het bestand met `{kind.many}:`.",
                )
            )
        return
    for index, row in enumerate(rows):
        slug = str(row.get(kind.slug_from, "")) if isinstance(row, dict) else ""
        entry = Entry(kind, slug, document, None, (kind.many, index))
        yield replace(entry, model=_validate(entry, row, findings))


def _validate(entry: Entry, data: Any, findings: list[Finding]) -> Model | None:
    if not data:
        return None
    try:
        return entry.kind.model.model_validate(data)
    except ValidationError as error:
        findings += explain(error.errors(include_url=False), entry)
        return None


def _sections(model: type[Model]) -> dict[str, str]:
    """The fields that stand in the body of the Markdown, with their heading."""
    return {
        name: mark.heading
        for name, field in model.model_fields.items()
        for mark in field.metadata
        if isinstance(mark, Section)
    }


def _parts(body: str) -> dict[str, tuple[int, str]]:
    """The body cut at its headings of level 2: heading → line in the body (from 1) and text below it."""
    lines = body.splitlines()
    tokens = MarkdownIt("commonmark").parse(body)
    heads = [
        (token.map[0], token.map[1], tokens[index + 1].content.strip())
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.map
    ]
    ends = [start for start, _, _ in heads[1:]] + [len(lines)]
    return {title: (below + 1, "\n".join(lines[below:end])) for (_, below, title), end in zip(heads, ends, strict=True)}


def _section_lines(entry: Entry) -> Iterator[tuple[str, int]]:
    if not entry.document.body:
        return
    parts = _parts(entry.document.body)
    for name, heading in _sections(entry.kind.model).items():
        line = parts[heading][0] if heading in parts else 1
        yield name, entry.document.body_line + line - 1
