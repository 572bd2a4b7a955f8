"""A deck as a program for slides reads it: its words in order, their sizes and colours, and where each shape lies."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from lxml import etree
from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
MAPPED = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
FOOT = ("ftr", "sldNum")


def flat(text: str) -> str:
    """A text with one kind of space."""
    return re.sub(r"\s+", " ", text).strip()


@dataclass(frozen=True)
class Run:
    """Words that look the same."""

    text: str
    size: float
    colour: str
    ground: str
    foot: bool


class Deck:
    """A file with slides, opened."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.file = Presentation(io.BytesIO(content))
        self.slides = list(self.file.slides)

    @cached_property
    def parts(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.content)) as file:
            return {name: file.read(name) for name in file.namelist()}

    @cached_property
    def theme(self) -> dict[str, str]:
        """The colours of the theme of the slides."""
        scheme = etree.fromstring(self.parts["ppt/theme/theme1.xml"]).find(f".//{A}clrScheme")
        return {slot.tag.removeprefix(A): "#" + slot[0].get("val").lower() for slot in scheme}

    @property
    def titles(self) -> list[str]:
        return [flat(slide.shapes.title.text_frame.text) for slide in self.slides]

    def words(self, number: int) -> list[str]:
        """The paragraphs of a slide in the order in which they are read, without its foot and what is in a picture."""
        tree = self.slides[number].shapes._spTree
        aside = {line for group in tree.iter(f"{P}grpSp") for line in group.iter(f"{A}p")}
        for shape in tree.iter(f"{P}sp"):
            place = shape.find(f".//{P}ph")
            if place is not None and place.get("type") in FOOT:
                aside |= set(shape.iter(f"{A}p"))
        lines = (
            "".join(run.text or "" for run in line.iter(f"{A}t")) for line in tree.iter(f"{A}p") if line not in aside
        )
        return [flat(line) for line in lines if flat(line)]

    def notes(self, number: int) -> str:
        slide = self.slides[number]
        return flat(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""

    def runs(self, number: int) -> Iterator[Run]:
        """Every run of a slide with its size and colours, its own or those of its layout."""
        slide = self.slides[number]
        ground = _fill(slide.slide_layout.element.find(f".//{P}bg"))
        like = {one.placeholder_format.idx: one for one in slide.slide_layout.placeholders}
        for shape in slide.shapes._spTree.iter(f"{P}sp", f"{A}tc"):
            place = shape.find(f".//{P}ph")
            above = like[int(place.get("idx", 0))]._element if place is not None else None
            level = above.find(f".//{A}lvl1pPr/{A}defRPr") if above is not None else None
            own = _fill(shape.find(f"{P}spPr")) or (_fill(above.find(f"{P}spPr")) if above is not None else "")
            for run in shape.iter(f"{A}r", f"{A}fld"):
                said = run.find(f"{A}rPr")
                size = said.get("sz") or level.get("sz")
                colour = _fill(said) or _fill(level)
                foot = place is not None and place.get("type") in FOOT
                yield Run(run.findtext(f"{A}t"), int(size) / 100, self.shade(colour), self.shade(own or ground), foot)

    def shade(self, colour: str) -> str:
        return colour if colour.startswith("#") else self.theme[MAPPED.get(colour, colour)]

    def pictures(self, number: int) -> list[Any]:
        """What is no text: tables, groups and pictures."""
        return [one for one in self.slides[number].shapes if not one.is_placeholder]


def drawn_words(group: Any) -> list[str]:
    """The words of each shape of a group that has any. Asking a shape for its text would give it an empty one."""
    told = ("".join(run.text for run in shape.iter(f"{A}t")) for shape in group._element.iter(f"{P}sp"))
    return [flat(text) for text in told if text]


def _fill(element: Any) -> str:
    """The colour with which something is filled itself."""
    if element is None:
        return ""
    solid = element.find(f"{A}solidFill")
    solid = element.find(f"{P}bgPr/{A}solidFill") if solid is None else solid
    if solid is None:
        return ""
    return f"#{solid[0].get('val').lower()}" if solid[0].tag == f"{A}srgbClr" else str(solid[0].get("val"))
