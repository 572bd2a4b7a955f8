"""Content folders → documents → models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from handboek import formats, markdown
from handboek.document import (
    LARGEST,
    Document,
    Loc,
    Place,
    leads_away,
    parse,
    read_file,
    read_picture,
    refused,
    tripped,
)
from handboek.finding import MOST, Finding
from handboek.messages import explain, nearest
from handboek.model.kinds import KINDS, Kind
from handboek.model.text import Leaf, Model, sections, walk

Documents = Mapping[str, Document]
"""Every file in the content folders by its path from the project's root."""

FOLDERS = ("phases", "tools", "docs")
"""The folders that hold content."""
WORDS = "phases/woordenlijst.txt"
"""The words that the project adds to the dictionary, one a line."""
PICTURES = {".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".heic", ".avif", ".bmp", ".tif", ".tiff"}
READABLE = (".txt", ".text", ".yaml", ".yml", ".md", ".markdown", ".mdown")
"""Ends of names that programs give to a text, also behind one another."""
LARGEST_PICTURE = 1_000_000
"""The most bytes that a picture may have."""


@dataclass(frozen=True, eq=False)
class Entry:
    """A piece as it was read: its model, or nothing where the file is wrong."""

    kind: Kind
    slug: str
    document: Document
    model: Model | None
    loc: Loc = ()
    """Where the piece stands in its file."""
    prose: Document | None = None
    """The Markdown that holds its longer texts, where it has them."""

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """The place of a value of this piece in its file."""
        return self.spot(loc, key=key)[1]

    def spot(self, loc: Loc = (), *, key: bool = False, words: str = "", nth: int = 0) -> tuple[str, Place]:
        """The file and the place of a value, or of the n-th time (from 0) that these words stand in it."""
        if loc and loc[0] in self.lines_of and self.prose:
            first, last = self.lines_of[str(loc[0])]
            found = self.prose.find(words, first, last, nth) if words else None
            return self.prose.path, found or Place(first, 1)
        full = (*self.loc, *loc)
        if words:
            return self.document.path, self.document.within(full, words, nth)
        return self.document.path, self.document.place(full, key=key)

    @cached_property
    def leaves(self) -> tuple[Leaf, ...]:
        """Every marked text and reference in it."""
        return tuple(walk(self.model)) if self.model else ()

    @cached_property
    def lines_of(self) -> dict[str, tuple[int, int]]:
        """The fields that stand in the Markdown, each with its first and last line in the file."""
        if not self.prose:
            return {}
        fields = sections(self.kind.model) or {"body": ""}
        above = self.prose.body_line - 1
        parts = {part.heading: part for part in _parts(self.prose.body)}
        whole = (self.prose.body_line, len(self.prose.lines))
        return {
            name: (parts[heading].first + above, parts[heading].last + above) if heading in parts else whole
            for name, heading in fields.items()
            if heading in parts or not heading
        }


def read(root: Path) -> dict[str, Document]:
    """Read every file in the content folders under `root`; of files that hold no piece only pictures keep what they hold."""
    _entries.cache_clear()  # of an earlier reading nothing is needed, and a preview reads all day
    documents: dict[str, Document] = {}
    for kind in KINDS:
        for file in sorted(root.glob(kind.files)):
            path = file.relative_to(root).as_posix()
            if kind_of(path):
                documents[path] = read_file(root, path)
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            if leads_away(root, file):
                documents[path] = refused(path, "koppeling")
            elif path not in documents and not file.is_dir():
                documents[path] = _other(root, path)
    return documents


def _other(root: Path, path: str) -> Document:
    """A file that holds no piece."""
    if is_text(path):
        return read_file(root, path, front=False)
    if is_picture(path):
        return read_picture(root, path, LARGEST_PICTURE)
    if not meant_path(path):
        return Document(path)
    document = read_picture(root, path, LARGEST)
    return Document(path, content=document.content)  # what is wrong with it is told once it is read


def with_file(documents: Documents, path: str, content: bytes) -> dict[str, Document]:
    """The same documents with one file replaced."""
    text = is_text(path)
    document = parse(path, content, front=not text) if text or kind_of(path) else Document(path, content=content)
    return {**documents, path: document}


@cache
def meant_path(path: str) -> str:
    """The path that was most likely meant by one that nobody reads: without a second end, in a folder that there is."""
    file = PurePosixPath(path)
    stem, end = file.name, ""
    while stem.lower().endswith(READABLE):
        stem, _, end = stem.rpartition(".")
    if not stem or not end or file.name.startswith((".", "README.")):
        return ""
    ends = (".md", ".yml", ".txt") if end.lower() in ("md", "markdown", "mdown") else (".yml", ".md", ".txt")
    near = nearest(str(file.parent), _folders(file), 0.9) or ""
    names = [f"{folder}/{stem}{end}" for folder in (str(file.parent), near) for end in ends]
    single = [kind.files for kind in KINDS if "*" not in kind.files]
    names = [*(name.lower() for name in names), *names, nearest(names[0], single, 0.9) or ""]
    return next((name for name in names if name != path and (kind_of(name) or is_text(name))), "")


def _folders(file: PurePosixPath) -> Iterator[str]:
    """The folders that hold pieces, those of a phase in the phase of this file."""
    inside = file.parts[1:2]
    for kind in KINDS:
        first, *rest = PurePosixPath(kind.files).parent.parts
        if not rest or rest[0] != "[0-9]*":
            yield "/".join((first, *rest))
        elif inside and inside[0][0].isdigit():
            yield "/".join((first, *inside, *rest[1:]))


def misnamed(documents: Documents) -> dict[str, str]:
    """The files that nobody reads for their name only, each with the path under which it would be read."""
    found = {
        path: meant_path(path) for path, document in documents.items() if document.content and not is_picture(path)
    }
    return {path: meant for path, meant in found.items() if meant and meant not in documents}


@cache
def is_text(path: str) -> bool:
    """Whether a file at `path` is text without data of its own."""
    return is_prose(path) or path == WORDS


def is_picture(path: str) -> bool:
    """Whether a file at `path` would be shown on the site as a picture."""
    file = PurePosixPath(path)
    return file.parts[0] == "docs" and file.suffix.lower() in PICTURES


def is_prose(path: str) -> bool:
    """Whether a file at `path` is the Markdown beside a piece, without data of its own."""
    return PurePosixPath(path).match("phases/[0-9]*/phase.md")


def entries(documents: Documents) -> tuple[list[Entry], list[Finding]]:
    """Every piece in the documents, and what is wrong with the files themselves.

    Of content in a newer format than ours there is nothing that we can read, and that is all there is to say.
    """
    if newer := formats.newer(documents):
        return [], [newer]
    found: list[Entry] = []
    findings: list[Finding] = []
    for path, document in documents.items():
        findings += document.problems
        kind = kind_of(path)
        if kind is not None:
            made, wrong = _entries(kind, document, _prose_of(kind, document, documents))
            found += made
            findings += wrong
    return found, findings


@cache
def kind_of(path: str) -> Kind | None:
    """The kind of piece that a file at `path` holds; a hidden file holds none."""
    if PurePosixPath(path).name.startswith("."):
        return None
    return next(
        (kind for kind in KINDS if PurePosixPath(path).match(kind.files) and path.count("/") == kind.files.count("/")),
        None,
    )


def slug_of(kind: Kind, path: str) -> str:
    """The slug of the piece in a file: the folder's name without its number for a phase, else the file's name."""
    if kind.type == "phase":
        return PurePosixPath(path).parent.name.partition("-")[2]
    return PurePosixPath(path).stem


def _prose_of(kind: Kind, document: Document, documents: Documents) -> Document | None:
    beside = document.path.removesuffix(".yml") + ".md"
    return document if document.path.endswith(".md") else documents.get(beside) if is_prose(beside) else None


@lru_cache(maxsize=20_000)
def _entries(kind: Kind, document: Document, prose: Document | None) -> tuple[list[Entry], list[Finding]]:
    """The pieces of one file; kept, so that a handbook with one file replaced reads that file only."""
    findings: list[Finding] = []
    unread = [] if kind.many else [Entry(kind, slug_of(kind, document.path), document, None)]
    if document.node is None:
        return unread, findings
    try:
        found = list(_many(kind, document, findings)) if kind.many else [_one(kind, document, prose, findings)]
    except Exception as error:  # whatever a library trips over, its author hears which file
        return unread, [*findings, *tripped(document.path, error).problems]
    return found, findings


def _one(kind: Kind, document: Document, prose: Document | None, findings: list[Finding]) -> Entry:
    data = dict(document.data)
    entry = Entry(kind, slug_of(kind, document.path), document, None, prose=prose)
    fields = sections(kind.model)
    for name in fields.keys() & data.keys():
        findings.append(_misplaced(entry, name, fields[name]))
        del data[name]
    if prose and fields:
        parts = {part.heading: part.text for part in reversed(_parts(prose.body))}
        for name, heading in fields.items():
            text = parts.get(heading, "").strip() if heading else prose.body.strip()
            if text:
                data[name] = text
        findings += _headings(entry, prose, fields)
    return replace(entry, model=_validate(entry, data, findings))


def _many(kind: Kind, document: Document, findings: list[Finding]) -> Iterator[Entry]:
    """The pieces of a file that holds a list of them."""
    for key in islice(document.data, MOST + 1):
        if key != kind.many:
            place = document.place((key,), key=True)
            what = f"Het veld `{key}` bestaat hier niet."
            meant = kind.many if kind.many not in document.data else ""
            helps = "" if meant else "Haal het weg; deze gegevens horen hier niet."
            findings.append(
                Finding(
                    document.path, place.line, place.column, "onbekend-veld", what, helps, "error", meant, place.width
                )
            )
    rows = document.data.get(kind.many)
    if not isinstance(rows, list):
        if kind.many in document.data or len(document.data) == 0:
            place = document.place((kind.many,))
            what = f"Hier hoort een lijst `{kind.many}` te staan."
            helps = f"Zet elk punt onder `{kind.many}:`, met een streepje ervoor. Is er nog niets? Schrijf `{kind.many}: []`."
            findings.append(Finding(document.path, place.line, place.column, "waarde", what, helps))
        return
    for index, row in enumerate(rows):
        slug = row.get(kind.slug_from) if isinstance(row, dict) else None
        entry = Entry(kind, slug if isinstance(slug, str) else "", document, None, (kind.many, index))
        yield replace(entry, model=_validate(entry, row, findings))


def _validate(entry: Entry, data: Any, findings: list[Finding]) -> Model | None:
    try:
        return entry.kind.model.model_validate(data)
    except ValidationError as error:
        prose = sections(entry.kind.model)
        errors = [e for e in error.errors(include_url=False) if not (e["type"] == "missing" and e["loc"][0] in prose)]
        findings += islice(explain(errors, entry), max(0, MOST + 1 - len(findings)))
        return None


@dataclass(frozen=True)
class Part:
    """What stands under a heading of level 2: first and last line in the body (from 1), and the text."""

    heading: str
    first: int
    last: int
    text: str
    at: int
    """The line of the heading itself."""


PARSER = markdown.parser()


@lru_cache(maxsize=4_000)
def _parts(body: str) -> tuple[Part, ...]:
    """The body cut at its headings of level 2."""
    lines = body.split("\n")
    tokens = PARSER.parse(body)
    heads = [
        (token.map[0], token.map[1], tokens[index + 1].content.strip())
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.tag == "h2" and token.level == 0 and token.map
    ]
    ends = [*(start for start, _, _ in heads[1:]), len(lines)][: len(heads)]
    return tuple(
        Part(title, below + 1, max(below + 1, end), "\n".join(lines[below:end]), at + 1)
        for (at, below, title), end in zip(heads, ends, strict=True)
    )


def _headings(entry: Entry, prose: Document, fields: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the headings that a body must have: text under any other heading would be lost."""
    wanted = [heading for heading in fields.values() if heading]
    if not wanted:
        return
    parts = _parts(prose.body)
    above = prose.body_line - 1
    there = [part.heading for part in parts]
    open_ = [heading for heading in wanted if heading not in there]

    def say(line: int, code: str, what: str, helps: str, meant: str = "") -> Finding:
        width = len(prose.lines[line - 1]) if line <= len(prose.lines) else 1
        return Finding(prose.path, line, 1, code, what, helps, suggestion=meant, width=max(1, width))

    before = "\n".join(prose.body.split("\n")[: parts[0].at - 1 if parts else None])
    if before.strip():
        line = next(number for number, text in enumerate(before.split("\n"), prose.body_line) if text.strip())
        yield say(
            line,
            "onbekend-veld",
            "Deze tekst staat onder geen kop.",
            f"Zet hem onder een van deze koppen: {_listed(wanted)}.",
        )
    for part in parts:
        line = part.at + above
        if part.heading not in wanted:
            meant = nearest(part.heading, open_) or ""
            if meant:
                open_.remove(meant)
            helps = "" if meant else f"Hier kunnen staan: {_listed(wanted)}. Een kop daaronder begint met `###`."
            yield say(
                line, "onbekend-veld", f"De kop `## {part.heading}` bestaat hier niet.", helps, meant and f"## {meant}"
            )
        elif there.index(part.heading) != parts.index(part):
            what = f"De kop `## {part.heading}` staat hier voor de tweede keer."
            yield say(line, "dubbel-veld", what, "Zet de tekst onder de eerste kop en haal deze weg.")
        elif not part.text.strip():
            yield say(line, "leeg", f"Onder de kop `## {part.heading}` staat niets.", "Schrijf eronder wat hier hoort.")
    if open_ and (fence := _unclosed(prose.body)):
        what = "Dit blok code sluit nergens: alles eronder wordt code, ook de koppen."
        yield say(
            fence + above, "ontbreekt", what, "Zet dezelfde tekens op een regel onder het blok, of haal ze hier weg."
        )
        return
    for heading in open_:
        written = [
            number
            for number, line in enumerate(prose.body.split("\n"), prose.body_line)
            if _words(line) == heading.lower()
        ]
        if written:
            what = f"Dit is niet de kop `## {heading}`, al lijkt het erop."
            yield say(written[0], "ontbreekt", what, f"Schrijf op deze regel precies `## {heading}`.")
            continue
        name = next(name for name, other in fields.items() if other == heading)
        about = entry.kind.model.model_fields[name].description or ""
        helps = f"Zet hem erbij, met de tekst eronder: {about[:1].lower()}{about[1:]}"
        yield say(prose.body_line, "ontbreekt", f"De kop `## {heading}` ontbreekt.", helps)


def _words(line: str) -> str:
    """The words of a line without the marks of a heading, of emphasis or of a quotation."""
    return " ".join(re.sub(r"[#*_>\s:]+", " ", line).split()).lower()


def _unclosed(body: str) -> int:
    """The line of the body (from 1) on which a block of code begins that closes nowhere; 0 where there is none."""
    last = next((token for token in reversed(PARSER.parse(body)) if token.type == "fence"), None)
    if last is None or last.map is None:
        return 0
    closing = body.split("\n")[last.map[0] + 1 : last.map[1]]
    return 0 if any(line.strip().startswith(last.markup) for line in closing) else last.map[0] + 1


def _misplaced(entry: Entry, name: str, heading: str) -> Finding:
    document = entry.document
    place = document.place((name,), key=True)
    where = (
        f"onder de kop `## {heading}`"
        if heading
        else "onder de gegevens"
        if document.path.endswith(".md")
        else f"in `{PurePosixPath(document.path).stem}.md`"
    )
    what, helps = f"Het veld `{name}` hoort niet in deze gegevens.", f"Zet de tekst {where}."
    return Finding(document.path, place.line, place.column, "onbekend-veld", what, helps, width=place.width)


def _listed(headings: list[str]) -> str:
    return ", ".join(f"`## {heading}`" for heading in headings)
