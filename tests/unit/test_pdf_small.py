"""One small document on paper, looked at from outside: tags, feet, page numbers, links, tables, and what is refused."""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from conftest import ROOT
from handboek.sheets import numbers, pdf, picture
from handboek.sheets.pdf import SheetError, lay_out, write

TEMPLATES = ROOT / "overrides"
HTML = """<html lang=nl><title>Proef</title><body>
<section id="een"><h1>Een</h1>
<p><a href="https://elders.test/">Lees verder</a> <a href="mailto:a@b.test?subject=x&body=lang">Mail</a> <a href="#twee">Onder</a></p>
<table><tr><td></td><th scope="col">Kolom</th></tr><tr><th scope="row">Rij</th><td>x</td></tr></table></section>
<section id="twee" style="break-before: page"><h2>Twee</h2><p>Tekst</p></section>
</body></html>"""


def opened(made: pdf.Pdf) -> Any:
    return pikepdf.open(io.BytesIO(made.content))


@pytest.fixture(scope="module")
def once() -> Any:
    return opened(write(lay_out(HTML, TEMPLATES)))


def elements(document: Any) -> list[Any]:
    return [
        thing
        for thing in document.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem"
    ]


def test_a_header_says_whether_it_heads_a_column_or_a_row(once: Any):
    scopes = {str(one.A.Scope) for one in elements(once) if one.get("/S") == "/TH"}
    assert scopes == {"/Column", "/Row"}


def test_a_link_says_where_it_leads_and_prints(once: Any):
    annotations = [one for page in once.pages for one in page.get("/Annots", [])]
    assert sorted(str(one.Contents) for one in annotations) == [
        "Lees verder (https://elders.test/)",
        "Mail (mailto:a@b.test)",
        "Onder",
    ]
    assert {int(one.F) for one in annotations} == {4}


NUMBERED = """<html lang=nl><title>Proef</title><body><article class="size-{}">
<div class="foot"><p><a href="https://elders.test/">Mail</a><span class="page-number"></span></p></div>
<div class="foot further"><p><span>versie 1</span><span class="page-number"></span></p></div>
<h1>Een</h1><h1 style="break-before: page">Twee</h1></article></body></html>"""


@pytest.mark.parametrize(("paper", "shown"), [("A4", True), ("A6", False)])
def test_a_page_number_is_decoration_in_a_place_of_its_own(paper: str, shown: bool):
    document = opened(write(lay_out(NUMBERED.format(paper), TEMPLATES)))
    contents = [page.Contents.read_bytes() for page in document.pages]
    found = [list(numbers.MARKED.finditer(content)) for content in contents]
    assert [len(places) for places in found] == [1, 1]
    for content, (place,) in zip(contents, found, strict=True):
        assert (b"TJ" in place[0]) == shown
        assert content.count(b"/PageNum") == 1
        written = numbers.written(content, b"\x00\x01\x00\x02")
        assert written.replace(b"<00010002> Tj", b"") != written
        assert len(list(numbers.MARKED.finditer(written))) == 1  # a pack can be bound again
    spoken = subprocess.run(
        ["pdfinfo", "-struct-text", "-"], input=write(lay_out(NUMBERED.format(paper), TEMPLATES)).content,
        check=True, capture_output=True,
    )  # fmt: skip
    assert b"bladzijde" not in spoken.stdout
    assert spoken.stderr == b""


ROWS = "".join(f"<tr><th scope=row>Rij {row}</th><td>{row}</td></tr>" for row in range(60))
CUT = f"""<html lang=nl><title>Lang</title><body><section><table><thead><tr><th scope=col>Wat</th><th scope=col>Hoeveel</th></tr></thead>
<tbody>{ROWS}</tbody></table></section><p>Slot</p></body></html>"""


def test_a_table_that_a_page_cuts_is_one_table():
    document = opened(write(lay_out(CUT, TEMPLATES)))
    assert len(document.pages) == 2
    found = elements(document)
    kinds = Counter(str(one.S) for one in reached(document))
    assert kinds["/Table"] == kinds["/THead"] == 1
    assert kinds["/TR"] == 61
    assert kinds["/TH"] == 62
    assert len([one for one in found if one.S == "/TH"]) == 64  # the head stands on both pages, and is read once
    names = document.Root.StructTreeRoot.IDTree.Names
    ids = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
    assert len(ids) == 62
    for cell in (one for one in reached(document) if one.S == "/TD"):
        row, column = (ids[str(key)] for key in cell.A.Headers)
        assert (str(row.A.Scope), str(column.A.Scope)) == ("/Row", "/Column")
        assert row.P.objgen == cell.P.objgen


def reached(document: Any) -> list[Any]:
    """The elements that a reader comes by, from the root."""
    waiting, found = list(document.Root.StructTreeRoot.K), []
    while waiting:
        if isinstance(one := waiting.pop(), pikepdf.Dictionary) and one.get("/Type") == "/StructElem":
            found.append(one)
            waiting += list(one.get("/K", []))
    return found


def test_what_stands_after_page_one_may_be_a_repetition():
    whole, first = (opened(write(lay_out(HTML, TEMPLATES), once=once)) for once in (False, True))

    def read(document: Any) -> set[str]:
        body = document.Root.StructTreeRoot.K[0]
        first_page = document.pages[0].obj.objgen
        return {"1" if one.Pg.objgen == first_page else "2" for one in body.K if "/Pg" in one}

    assert read(whole) == {"1", "2"}
    assert read(first) == {"1"}


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p style='colour: red'>x", "colour"),
        (
            "<img alt=x src='https://elders.test/a.png'>",
            "de afbeelding https://elders.test/a.png is er niet, of staat buiten het project",
        ),
        ("<p>\U00010600", "het teken "),  # a sign of Crete that no font on a usual machine has
    ],
)
def test_whatever_is_not_as_meant_is_an_error(html: str, said: str):
    with pytest.raises(SheetError, match=said):
        write(lay_out(f"<html lang=nl><title>t</title>{html}", TEMPLATES))


def test_a_style_with_something_wrong_is_an_error_each_time():
    for _ in range(2):
        with pytest.raises(SheetError):
            lay_out("<html lang=nl><title>t</title>", TEMPLATES, "p { colour: red }")


def test_nobody_is_listened_to_afterwards():
    before = list(pdf.LOGGER.handlers)
    lay_out("<html lang=nl><title>t</title><p>x", TEMPLATES)
    assert pdf.LOGGER.handlers == before


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Font-face 'Letter' cannot be loaded: x", pdf.FONT.format("Letter")),
        ('Unable to subset "Letter" with x', pdf.FONT.format("Letter")),
        (".notdef glyph rendered for Unicode string unsupported by fonts: '一'", pdf.GLYPH.format("'一'")),
        ("Iets anders", "Iets anders"),
    ],
)
def test_what_somebody_can_mend_is_said_in_dutch(said: str, told: str):
    assert pdf._in_dutch(said) == told


def test_what_nobody_writes_is_left_out_of_what_is_printed():
    assert pdf._printable("<p title='\ue000'>\ue000\U000e0fff a</p>") == "<p title='?'>?? a</p>"
    long = "x" * 250
    assert pdf._printable(f'<p title="{long}">{long}</p>') == (
        f'<p title="{long}">{"x" * 100}\u200b{"x" * 100}\u200b{"x" * 50}</p>'
    )
    assert pdf._printable("x" * 99) == "x" * 99


def test_only_files_of_the_templates_are_fetched(tmp_path: Path):
    (tmp_path / "print").mkdir()
    (tmp_path / "print" / "a.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "print" / "b").write_text("x", encoding="utf-8")
    fetcher = pdf.OwnFiles(tmp_path)
    one = fetcher.fetch((tmp_path / "print" / "a.svg").as_uri())
    assert one.headers["Content-Type"] == "image/svg+xml"
    assert fetcher.fetch((tmp_path / "print" / "b").as_uri()).headers["Content-Type"] == "application/octet-stream"
    for url in ((tmp_path / "site.svg").as_uri(), "https://handboek.test/print/a.svg"):
        with pytest.raises(ValueError, match="buiten de map"):
            fetcher.fetch(url)


def test_the_picture_of_the_first_page():
    made = write(lay_out(HTML, TEMPLATES))
    image = Image.open(io.BytesIO(picture.picture(made.content, 200)))
    assert image.size == (200, 283)
    assert image.format == "PNG"
    grey = image.convert("L")
    darkest, lightest = grey.getextrema()
    assert darkest < 100
    assert lightest > 240
    assert len(grey.getcolors()) <= 8
    assert Image.open(io.BytesIO(picture.picture(made.content))).width == 520
