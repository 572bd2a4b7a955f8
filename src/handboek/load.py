"""Content folders → documents → models."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath
from typing import Any

from pydantic import ValidationError

from handboek import formats, placement
from handboek.document import Document
from handboek.entry import Entry, parts_of
from handboek.finding import MOST, Finding
from handboek.model.introspect import fields_of, sections
from handboek.model.kind import Kind
from handboek.model.kinds import KINDS
from handboek.model.text import Model
from handboek.parse import LARGEST, leads_away, parse, read_file, read_picture, refused, tripped
from handboek.resources import FOLDERS
from handboek.sections import misplaced, problems
from handboek.validation import explain
from handboek.wording import nearest, quoted

Documents = Mapping[str, Document]
"""Every file in the content folders by its path from the project's root."""

WORDS = "phases/woordenlijst.txt"
"""The words that the project adds to the dictionary, one a line."""
PICTURES = {".png", ".jpg", ".jpeg", ".svg", ".gif", ".webp", ".heic", ".avif", ".bmp", ".tif", ".tiff"}
READABLE = (".txt", ".text", ".yaml", ".yml", ".md", ".markdown", ".mdown")
"""Ends of names that programs give to a text, also behind one another."""
LARGEST_PICTURE = 1_000_000
"""The most bytes that a picture may have."""


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
    if not meant_path(path) and not path.lower().endswith(READABLE):
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


def meant(document: Document) -> str:
    """The path under which a file was most likely meant to be read, by what it holds or by its name; else nothing."""
    path, own = document.path, kind_of(document.path)
    if not own and (not document.content or is_picture(path) or PurePosixPath(path).name.startswith((".", "README."))):
        return ""
    named = path if own else meant_path(path)
    other = placement.seems(
        document if own else parse(path, document.content), own or (kind_of(named) if named else None)
    )
    better = placement.path_for(other, named or path) if other else ""
    return better or (named if named != path else "")


def misnamed(documents: Documents) -> dict[str, str]:
    """The files that nobody reads for their name or folder only, each with the path under which it would be read."""
    found = {path: meant(document) for path, document in documents.items()}
    return {path: better for path, better in found.items() if better and better not in documents}


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
        kind = kind_of(path)
        findings += (
            [_empty(kind, problem) for problem in document.problems] if _bare(kind, document) else document.problems
        )
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
    """The slug of the piece in a file: its name, that of its folder without the number, or both."""
    if kind.by_folder:
        return PurePosixPath(path).parent.name.partition("-")[2]
    if kind.below:  # each language has a file by the same name
        return f"{PurePosixPath(path).stem}-{PurePosixPath(path).parent.name}"
    return PurePosixPath(path).stem


def _slug(kind: Kind, document: Document) -> str:
    """The slug of the one piece in a file: what a field says where its kind has one, else what the file's name says."""
    if not kind.slug_from:
        return slug_of(kind, document.path)
    said = document.data.get(kind.slug_from)
    return said if isinstance(said, str) else ""


def _prose_of(kind: Kind, document: Document, documents: Documents) -> Document | None:
    beside = document.path.removesuffix(".yml") + ".md"
    return document if document.path.endswith(".md") else documents.get(beside) if is_prose(beside) else None


@lru_cache(maxsize=20_000)
def _entries(kind: Kind, document: Document, prose: Document | None) -> tuple[list[Entry], list[Finding]]:
    """The pieces of one file; kept, so that a handbook with one file replaced reads that file only."""
    findings: list[Finding] = []
    unread = [] if kind.many else [Entry(kind, _slug(kind, document), document, None)]
    if document.node is None:
        return unread, findings
    if other := placement.seems(document, kind):
        return [], [_misplaced(kind, other, document)]
    try:
        found = list(_many(kind, document, findings)) if kind.many else [_one(kind, document, prose, findings)]
    except Exception as error:  # whatever a library trips over, its author hears which file
        return unread, [*findings, *tripped(document.path, error).problems]
    return found, findings


def _bare(kind: Kind | None, document: Document) -> bool:
    """Whether nothing stands in a file of a kind but comments."""
    return kind is not None and all(not line or line.startswith("#") for line in map(str.strip, document.lines))


def _empty(kind: Kind | None, problem: Finding) -> Finding:
    """What is wrong with an empty file, with what it should hold."""
    if not kind or problem.code not in ("yaml", "voorblad"):
        return problem
    if kind.many:
        helps = f"Schrijf `{kind.many}:` met elk punt op een eigen regel achter een streepje, of haal het bestand weg."
    else:
        needed = [one.key for one in fields_of(kind.model).values() if one.needed and one.heading is None]
        made = f" `handboek new {kind.type}` maakt er een die klopt." if kind.scaffold else ""
        between = ", tussen twee regels `---`" if kind.files.endswith(".md") else ""
        helps = f"Minstens nodig zijn {quoted(needed, 'en')}{between}.{made}"
    what = f"Hier horen {kind.plural}" if kind.many else f"Hier hoort een {kind.name}"
    return replace(problem, text=f"Dit bestand is leeg. {what} te staan.", help=helps)


def _misplaced(kind: Kind, other: Kind, document: Document) -> Finding:
    what = f"Dit lijkt een {other.name}, geen {kind.name}, en staat dus in de verkeerde map."
    meant_ = placement.path_for(other, document.path)
    helps = "" if meant_ else f"Zet het in `{placement.folder_of(other)}`."
    if other.many:
        what = f"Hier staat `{other.many}`, en dat hoort in `{other.files}`." if "*" not in other.files else what
    return Finding(document.path, 1, 1, "verkeerde-map", what, helps, suggestion=meant_)


def _one(kind: Kind, document: Document, prose: Document | None, findings: list[Finding]) -> Entry:
    data = dict(document.data)
    entry = Entry(kind, _slug(kind, document), document, None, prose=prose)
    fields = sections(kind.model)
    for name in fields.keys() & data.keys():
        findings.append(misplaced(entry, name, fields[name]))
        del data[name]
    if prose and fields:
        parts = {part.heading: part.text for part in reversed(parts_of(prose.body))}
        for name, heading in fields.items():
            text = parts.get(heading, "").strip() if heading else prose.body.strip()
            if text:
                data[name] = text
        findings += problems(entry, prose, fields)
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
