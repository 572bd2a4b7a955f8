"""What a checker of accessibility asks of office files: of each file that a build makes."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation
from test_refused import every

import word_read
from conftest import KLEIN, ROOT, TUIN

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
UNNAMED = re.compile(r"(?:Sheet|Blad|Tabelle)\d+", re.IGNORECASE)


def of_slides(content: bytes) -> Iterator[str]:
    file: Any = Presentation(io.BytesIO(content))
    yield from _of_file(file.core_properties)
    titles = [slide.shapes.title.text_frame.text.strip() if slide.shapes.title else "" for slide in file.slides]
    yield from (f"{number} titles: {title!r}" for title, number in Counter(titles).items() if number > 1)
    for number, slide in enumerate(file.slides, 1):
        yield from (f"slide {number}: {what}" for what in _of_slide(slide))


def _of_slide(slide: Any) -> Iterator[str]:
    shapes = list(slide.shapes)
    if not slide.shapes.title or not slide.shapes.title.text_frame.text.strip():
        yield "no title"
    elif shapes[0].shape_id != slide.shapes.title.shape_id:
        yield "its title is not read first"
    for shape in shapes:
        about = shape._element.xpath(".//p:cNvPr")[0]
        if not shape.is_placeholder and not about.get("descr", "").strip():
            yield f"{shape.name} without text"
    for table in slide.element.iter(f"{A}tbl"):
        if table.find(f"{A}tblPr").get("firstRow") != "1":
            yield "table without head"
        if any(cell.get(name) for cell in table.iter(f"{A}tc") for name in ("gridSpan", "rowSpan", "hMerge", "vMerge")):
            yield "merged cells"
    yield from ("empty paragraph" for line in slide.element.iter(f"{A}p") if not "".join(line.itertext()).strip())
    parts = [slide.element, *([slide.notes_slide.element] if slide.has_notes_slide else [])]
    runs = chain.from_iterable(part.iter(f"{A}r", f"{A}fld") for part in parts)
    said = [run.find(f"{A}rPr") for run in runs]
    yield from ("words in no language" for one in said if one is None or not one.get("lang"))
    if slide.element.xpath(".//p:timing | .//p:transition"):
        yield "moves by itself"


def of_tabs(content: bytes) -> Iterator[str]:
    file = openpyxl.load_workbook(io.BytesIO(content))
    yield from _of_file(file.properties)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        drawings = [parts.read(name).decode() for name in parts.namelist() if name.startswith("xl/drawings/drawing")]
    for about in chain.from_iterable(re.findall(r"<xdr:cNvPr [^>]*>", one) for one in drawings):
        if not re.search(r'descr="[^"]+"', about):
            yield "picture without text"
    for tab in file:
        if UNNAMED.fullmatch(tab.title):
            yield f"{tab.title}: a tab without a name"
        if not str(tab["A1"].value or "").strip() and not drawings:
            yield f"{tab.title}: nothing where reading begins"
        if tab.merged_cells.ranges:
            yield f"{tab.title}: merged cells"
        if tab.freeze_panes:
            yield from (f"{tab.title}: {what}" for what in _of_table(tab))


def _of_table(tab: Worksheet) -> Iterator[str]:
    """A table has its head in the last row that stays in sight, without an empty row above it or a column without a name."""
    head = int(re.sub(r"\D", "", str(tab.freeze_panes))) - 1
    rows = list(tab.iter_rows(max_row=head, values_only=True))
    yield from (f"row {number} is empty" for number, row in enumerate(rows, 1) if not any(row))
    names = Counter(rows[-1])
    yield from ("a column without a name" for _ in range(names.pop(None, 0)))
    yield from (f"{number} columns: {name!r}" for name, number in names.items() if number > 1)
    if tab.sheet_state == "visible" and tab.auto_filter.ref and tab.print_title_rows != f"${head}:${head}":
        yield "its head is not on each page"


def _of_file(about: Any) -> Iterator[str]:
    if not about.title:
        yield "no title"
    if about.language != "nl-NL":
        yield "no language"


RULES = {"docx": word_read.problems, "pptx": of_slides, "xlsx": of_tabs}


def problems(name: str, content: bytes) -> list[str]:
    return list(RULES[name.rpartition(".")[2]](content))


SMALL = {"pptx": KLEIN, "xlsx": TUIN}
"""A small method that has such a file."""


def test_the_files_of_small_methods():
    found = {name: problems(name, content) for root in SMALL.values() for name, content in every(root).items()}
    assert {name.rpartition(".")[2] for name in found} == set(RULES)
    assert {name: told for name, told in found.items() if told} == {}


@pytest.mark.hard
def test_every_file_that_a_build_makes():
    files = every(ROOT)
    assert len(files) > 150
    assert {name.rpartition(".")[2] for name in files} == set(RULES)
    found = {name: problems(name, content) for name, content in files.items()}
    assert {name: told for name, told in found.items() if told} == {}


TITLE = rb'(<p:sp>(?:(?!</p:sp>).)*<p:ph type="title"(?:(?!</p:sp>).)*?<a:t>)[^<]*'
HEAD = rb'<(c r="B\d+" s="\d+") t="s"><v>\d+</v></c>'
BROKEN = [
    ("pptx", r"ppt/slides/slide2\.xml", TITLE, rb"\1", "slide 2: no title"),
    ("pptx", r"ppt/slides/slide[23]\.xml", TITLE, rb"\1Twee", "2 titles: 'Twee'"),
    ("pptx", r"ppt/slides/slide\d\.xml", rb' descr="[^"]+"', b"", "Tabel without text"),
    ("pptx", r"ppt/slides/slide\d\.xml", rb' firstRow="1"', b"", "table without head"),
    ("pptx", r"ppt/slides/slide2\.xml", rb' lang="nl-NL"', b"", "words in no language"),
    ("pptx", r"ppt/slides/slide2\.xml", rb"</p:txBody>", rb"<a:p/></p:txBody>", "empty paragraph"),
    ("xlsx", r"docProps/core\.xml", rb"<dc:language>nl-NL</dc:language>", b"", "no language"),
    ("xlsx", r"xl/workbook\.xml", rb'<definedName name="_xlnm.Print_Titles".*?</definedName>', b"", "not on each page"),
    ("xlsx", r"xl/worksheets/sheet2\.xml", rb'<row r="1".*?</row>', b"", "nothing where reading begins"),
    (
        "xlsx",
        r"xl/worksheets/sheet2\.xml",
        rb'<c r="B(\d+)" ([^>]*) t="s"><v>\d+</v></c>',
        rb'<c r="B\1" \2/>',
        "without a name",
    ),
]


@pytest.mark.parametrize(("ending", "part", "what", "instead", "told"), BROKEN)
def test_what_is_wrong_is_found(ending: str, part: str, what: bytes, instead: bytes, told: str):
    name, content = next((name, one) for name, one in every(SMALL[ending]).items() if name.endswith(f".{ending}"))
    out, changed = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w") as after:
        for one in before.namelist():
            text = before.read(one)
            if re.fullmatch(part, one):
                text, number = re.subn(what, instead, text, flags=re.DOTALL)
                changed += number
            after.writestr(one, text)
    assert changed
    assert any(told in one for one in problems(name, out.getvalue()))
