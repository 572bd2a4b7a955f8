"""A house style for Word: a file that somebody was given, in which every letter and sheet is put.

It goes onto the site with each of them. So what could do something, ask for a file of others, or say who wrote it is refused or
left behind (`office/word/document.py`).
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from handboek.finding import Wrong

FILE = "word/huisstijl.docx"
"""Where it lies among the templates of an edition."""
ENDS = (".docx",)
LARGEST, LARGEST_OPEN = 2_000_000, 20_000_000
"""The most bytes of a file, and of what is packed in it."""
MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ELSEWHERE = re.compile(rb"<Relationship\b[^>]*>")
MAY = (b"/hyperlink", b"/attachedTemplate")
"""What may lie outside the file: links, and the template that it was made with, which is left behind."""
DECLARES = (b"<!DOCTYPE", b"<!ENTITY")
SAVE = "Open het bestand in Word en sla het op als Word-document (.docx), zonder macro's."


class Unfit(Wrong):
    """A file that is no house style that we can use: what is wrong, and what to do, in Dutch."""


def read(path: Path) -> bytes:
    """The house style in a file. Raises `Unfit`, or `OSError` where it cannot be read."""
    if path.is_symlink() or path.suffix.lower() not in ENDS:
        raise Unfit(f"`{path.name}` is geen Word-bestand (.docx).", SAVE)
    if path.stat().st_size > LARGEST:
        raise Unfit(f"`{path.name}` is groter dan 2 MB.", "Maak de plaatjes in dit bestand kleiner.")
    content = path.read_bytes()
    try:
        with zipfile.ZipFile(path) as file:
            _look(path.name, file)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError) as error:
        raise Unfit(f"`{path.name}` is geen Word-bestand, of het is beschadigd.", SAVE) from error
    return content


def _look(name: str, file: zipfile.ZipFile) -> None:
    if sum(part.file_size for part in file.infolist()) > LARGEST_OPEN:
        raise Unfit(f"Wat in `{name}` zit, is groter dan 20 MB.", "Maak de plaatjes in dit bestand kleiner.")
    if MAIN not in file.read("[Content_Types].xml") or any("vbaProject" in one for one in file.namelist()):
        raise Unfit(f"`{name}` is geen gewoon Word-document.", SAVE)
    for one in file.namelist():
        if one.endswith((".xml", ".rels")):
            text = file.read(one)
            if any(sign in text for sign in DECLARES):
                raise Unfit(f"`{name}` is geen gewoon Word-document.", SAVE)
            if one.endswith(".rels") and any(
                b'"External"' in row and not any(may in row for may in MAY) for row in ELSEWHERE.findall(text)
            ):
                raise Unfit(
                    f"`{name}` haalt een plaatje of een bestand van ergens anders.",
                    "Plak het plaatje in het bestand zelf.",
                )
