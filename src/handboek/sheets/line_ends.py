"""Where the lines of a PDF end, for who hears them: a divided word is one word, and between two words is a space.

WeasyPrint puts the hyphen of a divided word in the text, and leaves out the space at which it ended a line. The text that
the lines are made of tells where there is which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TextBox

from handboek.sheets.tree import by_reference, place

UNSEEN = re.compile("[\u200b\u2060\xad]")
"""What stands in a text and not on a line."""
LAST = re.compile(rb"(.*[<0-9a-f])([0-9a-f]{4})>[-.\d]*\] TJ")
"""What a line shows, with its last glyph apart."""
FACE = re.compile(rb"/(\S+) (\S+) Tf")
SOFT = b"/Span <</ActualText <feff00ad>>> BDC [<%b>] TJ EMC"


@dataclass(frozen=True)
class _Line:
    """The first and the last word of a line, and where it ends in the content of its page."""

    first: str
    last: str
    items: list[Any]
    end: int


def mend(document: Any, pdf: Any) -> None:
    """Let the hyphen of each divided word say that it is one, and let a line have the space that it ended at."""
    objects = by_reference(pdf)
    faces = {font.hash.encode(): font.to_unicode.items() for font in document.fonts.values()}
    spaces = {face: b"%04x" % glyph for face, says in faces.items() for glyph, said in says if said == " "}
    lines: dict[Any, list[_Line]] = defaultdict(list)
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        items = objects[objects[reference]["Contents"]].stream
        places = {item: at for at, item in enumerate(items) if isinstance(item, bytes) and item.endswith(b" Tm")}
        for box in page._page_box.descendants():
            if isinstance(box, LineBox) and box.element is not None and (line := _line(box, items, places)):
                lines[box.element].append(line)
    for element, some in lines.items():
        text = _plain("".join(_texts(element)))
        for one, other in pairwise(some):
            if f"{one.last} {other.first}" in text:
                _end_with_space(one, spaces)
            elif one.last[-1] == "-" and one.last + other.first not in text and one.last[:-1] + other.first in text:
                one.items[one.end] = LAST.sub(_soft, one.items[one.end])


def _line(box: Any, items: list[Any], places: dict[bytes, int]) -> _Line | None:
    shown = [one for one in box.descendants() if isinstance(one, TextBox) and one.text.strip()]
    words = _plain("".join(one.text for one in shown if "::" not in one.element_tag)).split()
    if not words or (at := places.get(place(shown[-1]))) is None:
        return None
    after = items.index(b"ET", at)
    return _Line(words[0].removesuffix("-"), words[-1], items, after - 1)


def _texts(element: Any) -> Iterator[str]:
    """The text of an element as it stands on its lines."""
    yield " " if element.tag == "br" else element.text or ""
    for part in element:
        yield from _texts(part)
        yield part.tail or ""


def _plain(text: str) -> str:
    return " ".join(UNSEEN.sub("", text).casefold().split())


def _end_with_space(line: _Line, spaces: dict[bytes, bytes]) -> None:
    """Show a space behind a line that has none yet; where its own face has none, one of another face."""
    before = (FACE.fullmatch(item) for item in line.items[line.end :: -1] if isinstance(item, bytes))
    face, size = next(filter(None, before)).groups()
    shown = LAST.fullmatch(line.items[line.end])
    if spaces and shown and shown[2] != spaces.get(face):
        other = face if face in spaces else next(iter(spaces))
        line.items[line.end] += b" /%b %b Tf [<%b>] TJ" % (other, size, spaces[other])


def _soft(match: re.Match[bytes]) -> bytes:
    return match[1] + b">] TJ " + SOFT % match[2]
