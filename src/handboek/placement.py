"""Which kind of piece a file seems to hold, by its fields and headings: for a file that stands in the wrong folder."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import PurePosixPath

from handboek.document import Document
from handboek.model.introspect import fields_of
from handboek.model.kind import Kind
from handboek.model.kinds import KINDS
from handboek.model.text import Piece

TITLE = "# "
"""What a page that is written by hand begins with, below its data."""
HEADING = re.compile(r"^## ++(\S[^ \n]*+(?: ++[^ \n]++)*+) *+$", re.MULTILINE)
MOST_WRONG = 2
"""How many fields may be missing or strange in the kind that a file seems to hold."""
CLEARER = {True: 2, False: 3}
"""How many more must be so in the kind of its own folder; less where both are lists in a file, which have one field each."""
LEAST = 3
"""How many fields a file needs before it looks like anything, where its folder says nothing."""
SHARED = frozenset(Piece.model_fields)
"""What nearly every kind has: that a file has it too says nothing of its kind."""

LEFT = re.compile(
    r"^(?:thumbs\.db|ehthumbs\.db|desktop\.ini|icon\r|\.ds_store|\.directory|\._.*|~\$.*|\.~lock\..*#|.*~|#.*#|\.#.*"
    r"|\..*\.sw[a-p]|.*\.(?:tmp|temp|crdownload|part|lnk|orig|rej|bak))",
    re.IGNORECASE,
)
"""Names of what a computer or a program leaves beside files."""


@lru_cache(maxsize=20_000)
def seems(document: Document, own: Kind | None) -> Kind | None:
    """The other kind whose fields and headings a file has; `own` is that of its folder. Nothing where it is not clear.

    A file that is only half written, or that has mistakes, fits nothing else better; nor does one of which the other
    kind knows no field at all.
    """
    parts = _parts(document)
    if not parts or (own is None and len(parts) < LEAST and not any(kind.many in parts for kind in KINDS)):
        return None
    others = [kind for kind in KINDS if kind is not own and _end(kind.files) == _end(document.path)]
    best = min(others, key=lambda kind: _wrong(kind, parts), default=None)
    if best is None or _wrong(best, parts) > MOST_WRONG or not parts & _expected(best)[0]:
        return None
    if own is None:
        return best
    allowed, _ = _expected(own)
    clearer = _wrong(own, parts) - _wrong(best, parts) >= CLEARER[bool(own.many and best.many)]
    return best if clearer and parts - allowed - SHARED else None


def path_for(kind: Kind, path: str) -> str:
    """The path under which a file at `path` would be read as this kind; empty where that takes a folder of its own."""
    file, wanted = PurePosixPath(path), PurePosixPath(kind.files)
    folders = [
        there if "*" in part else part
        for part, there in zip(wanted.parts[:-1], (*file.parts[:-1], *[""] * len(wanted.parts)), strict=False)
    ]
    if not all(folders) or not PurePosixPath(*folders).match(str(wanted.parent)):
        return ""
    return "/".join((*folders, f"{file.stem}{wanted.suffix}" if "*" in wanted.name else wanted.name))


def namesake(path: str, others: Iterable[str]) -> str:
    """The one path among these that ends as this one does, or else the one with its name; nothing where several do."""
    there = [*others]
    for end in (path, PurePosixPath(path).name):
        if same := [one for one in there if one.endswith(f"/{end}")]:
            return same[0] if len(same) == 1 else ""
    return ""


def folder_of(kind: Kind) -> str:
    """Where files of a kind stand, for people: `tools/guides/`, or `phases/1-…/steps/`."""
    path = kind.files.replace("[0-9]*", "1-…")
    return path.rpartition("/")[0] + "/" if "*" in path else path


def _end(path: str) -> str:
    return PurePosixPath(path).suffix.lower().replace(".yaml", ".yml")


def _parts(document: Document) -> frozenset[str]:
    """The fields of a file, with the headings that a kind may ask for, and that its text begins with a title."""
    headings = {f"## {title}" for title in HEADING.findall(document.body)}
    title = {TITLE} if document.body.lstrip().startswith(TITLE) else set()
    return frozenset({*map(str, document.data), *(headings & _headings()), *title})


@cache
def _headings() -> frozenset[str]:
    return frozenset(part for kind in KINDS for part in _expected(kind)[0] if part.startswith("## "))


@cache
def _expected(kind: Kind) -> tuple[frozenset[str], frozenset[str]]:
    """What a file of a kind may hold, and what it must."""
    if kind.many:
        return frozenset({kind.many}), frozenset({kind.many})
    named = {f"## {one.heading}" if one.heading else one.key: one for one in fields_of(kind.model).values()}
    title = {TITLE} if kind.written else set()
    return frozenset(named) | title, frozenset({name for name, one in named.items() if one.needed} | title)


def _wrong(kind: Kind, parts: frozenset[str]) -> int:
    """How many of these a file of this kind would not have, and how many it would lack."""
    allowed, needed = _expected(kind)
    return len(parts - allowed) + len(needed - parts)
