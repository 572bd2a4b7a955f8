"""PDFs and office files that were made before, kept under the hash of all that they are made of.

A PDF is made of its HTML (content and templates), the style with the doors' colours, the fonts and drawings, the code
that renders and the libraries (`cache_keys`). Change one of these and the name changes, so nothing is ever out of
date. Two builds may use the same folder at once: a file appears whole or not at all, and is read only when its
content is what was written, and was written under this name.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from handboek import cache_keys, dutch, logo, paper
from handboek.sheets.pdf import FETCHED, Pdf
from handboek.system import atomic

SUFFIXES = (".pdf", ".json", ".png", ".docx", ".xlsx", ".pptx", ".zip")
"""How the names of the files end that are kept here; `.json` says of another that it is whole."""


ELSEWHERE = (dutch, logo, paper)
"""Modules of other rooms that take part when a PDF is made, or bound; what is done before that stands in its HTML."""


@lru_cache
def environment_hash(templates: Path) -> str:
    """The hash of what every sheet is made of: what it may fetch, the code of this room with what it uses of others, and the libraries.

    What a template says stands in the HTML.
    """
    fetched = (file for name in FETCHED for file in cache_keys.below(templates / name))
    files = [
        *cache_keys.below(Path(__file__).parent, ".py"),
        *cache_keys.of_modules(*ELSEWHERE),
        *(file for file in fetched if file[1].suffix not in (".html", ".woff2")),
    ]
    return cache_keys.digest(files, cache_keys.LIBRARIES)


def key(html: str, templates: Path, *settings: object) -> str:
    """The name of the PDF that this HTML becomes with these settings."""
    return hashlib.sha256("\0".join((environment_hash(templates), html, *map(str, settings))).encode()).hexdigest()[:40]


def get(folder: Path, name: str, suffix: str = ".pdf", *, drawn: bool = False) -> Pdf | None:
    """The file of this name; nothing where it (or its picture, where it is `drawn`) is not there or not whole."""
    try:
        said = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
        content = (folder / f"{name}{suffix}").read_bytes()
        picture = _hash((folder / f"{name}.png").read_bytes()) if drawn else ""
    except (OSError, ValueError):
        return None
    if not isinstance(said, dict) or not isinstance(said.get("pages"), int):
        return None
    wanted = {"key": name, "pages": said["pages"], "sha256": _hash(content)}
    if drawn:
        wanted["picture"] = picture
    return Pdf(content, said["pages"]) if said.items() >= wanted.items() else None


def put(folder: Path, name: str, pdf: Pdf, drawn: bytes = b"", suffix: str = ".pdf") -> None:
    """Keep a file, with the picture of its first page where it has one."""
    said = {"key": name, "pages": pdf.pages, "sha256": _hash(pdf.content), "picture": _hash(drawn)}
    if drawn:
        atomic.write(folder / f"{name}.png", drawn)
    atomic.write(folder / f"{name}{suffix}", pdf.content)
    atomic.write(folder / f"{name}.json", json.dumps(said).encode())


def keep_only(folder: Path, names: Iterable[str]) -> int:
    """Remove every file that is not among these; returns how many went."""
    wanted = set(names)
    there = list(folder.iterdir()) if folder.is_dir() else []
    gone = [path for path in there if path.suffix in SUFFIXES and path.stem not in wanted]
    for path in gone:
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
    return len({path.stem for path in gone})


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
