"""Letters in other languages, from outside: words that come back, whose letters they are, what is read out, and where."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import in_languages as letters
import pikepdf
import pytest
from binders import BINDERS, Binder
from in_languages import OTHERS, PAPERS, alone, beside, both, inside, pdfium, poppler, sheet, words
from weasyprint.formatting_structure.boxes import TextBox
from workbench import PROJECT

import heard
from conftest import ROOT
from handboek.sheets.bind import Part
from handboek.sheets.pdf import Pdf, lay_out, render, style

READERS = {"pdfium": pdfium, "pdftotext -raw": partial(lambda file: poppler(file, "-raw")), "pdftotext": poppler}


def file(made: Pdf, folder: Path) -> Path:
    (folder / "brief.pdf").write_bytes(made.content)
    return folder / "brief.pdf"


@pytest.mark.parametrize("language", letters.DIRECTIONS)
def test_words_in_words_out(language: str, tmp_path: Path):
    for paper in PAPERS:
        written = words(letters.text(language, paper))
        there = file(alone(language, paper), tmp_path)
        for reader, read in READERS.items():
            lost = written - words(read(there))
            least = 0.95 if (language, reader) == ("ar", "pdftotext") else 0.99
            assert 1 - lost.total() / written.total() >= least, (paper, reader, sorted(lost.elements()))


@pytest.mark.parametrize("language", OTHERS)
def test_only_our_own_letters(language: str, tmp_path: Path):
    """A letter that we lack would come from the machine, or be an empty box; figures and Latin names are the house's."""
    script = {"uk": "Cyrillic", "ar": "Arabic", "ti": "Ethiopic"}.get(language)
    rows = subprocess.run(
        ["pdffonts", file(both(language, "A4"), tmp_path)], capture_output=True, text=True, check=True
    )
    found = {re.split(r"[+\-\s]", row)[1] for row in rows.stdout.splitlines()[2:]}
    assert found == {"Atkinson", "Bricolage", "Figures"} | ({script} if script else set())


@pytest.mark.parametrize("language", OTHERS)
def test_both_languages_are_heard_and_stand_whole(language: str, tmp_path: Path):
    for paper, made in (*((one, both(language, one)) for one in PAPERS), ("A4", beside(language, "A4"))):
        there = file(made, tmp_path)
        assert heard.problems(there) == [], paper
        assert made.pages == 2 or made is beside(language, "A4"), paper
        said = words(poppler(there, "-raw"))
        for one in ("nl", language):
            lost = words(letters.text(one, paper)) - said
            assert lost.total() <= 0.01 * words(letters.text(one, paper)).total(), (paper, sorted(lost.elements()))


def elements(document: Any) -> list[tuple[str, str, str]]:
    """The elements in the order of the tree: kind, the language that holds there, and the one that is said there."""
    found = []

    def walk(element: Any, language: str) -> None:
        said = str(element.get("/Lang", ""))
        found.append((str(element.S), said or language, said))
        for kid in element.get("/K", []):
            if isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/StructElem":
                walk(kid, said or language)

    for top in document.Root.StructTreeRoot.K:
        walk(top, str(document.Root.Lang))
    return found


@pytest.mark.parametrize("language", ["ar", "pl"])
@pytest.mark.parametrize("lay_out", [beside, both])
def test_each_part_says_its_language_and_dutch_is_read_first(
    lay_out: Callable[[str, str], Pdf], language: str, tmp_path: Path
):
    with pikepdf.open(file(lay_out(language, "A5"), tmp_path)) as document:
        tree = elements(document)
    order = [holds for kind, holds, _ in tree if kind in ("/H1", "/P", "/L")]
    pairs = len(letters.paragraphs("nl", "A5"))
    turned = [language]  # that it goes on at the other side
    assert order == (["nl", language] * pairs if lay_out is beside else ["nl"] * pairs + turned + [language] * pairs)
    assert {holds for kind, holds, _ in tree if kind == "/Span"} == {"nl", language}
    if lay_out is beside:  # once for each, and not again of its parts
        assert [said for _, _, said in tree].count(language) == pairs


@pytest.mark.parametrize("paper", PAPERS)
def test_a_letter_has_a_side_for_each(paper: str, tmp_path: Path):
    there = file(both("uk", paper), tmp_path)
    first, second = (words(poppler(there, "-f", page, "-l", page)) for page in ("1", "2"))
    assert not words(letters.text("nl", paper)) - first
    assert not words(letters.text("uk", paper)) - second


PARTS = """<p lang="pl">Tak <a href="https://elders.test/">strona</a></p>
<p>Nee <a href="https://elders.test/" lang="pl">strona <strong>tam</strong></a></p>
<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" lang="pl"><title>Drzwi</title><rect width="9" height="9"/></svg>
<p style="position: absolute; bottom: 0" lang="tr">Sayfa</p><ul><li>een<ul><li lang="pl">dwa</li></ul></li></ul>"""


def test_links_pictures_and_what_lies_elsewhere_say_it_too(tmp_path: Path):
    with pikepdf.open(file(render(sheet(PARTS, "A5"), PROJECT.templates), tmp_path)) as document:
        tree = elements(document)
    held = {kind: [holds for one, holds, _ in tree if one == kind] for kind in ("/Link", "/Figure", "/P", "/LBody")}
    assert held["/Link"] == ["pl", "pl"]
    assert held["/Figure"] == ["pl"]
    assert sorted(held["/P"]) == ["nl", "pl", "tr"]
    assert sorted(held["/LBody"]) == ["nl", "pl"]


def test_a_dutch_sheet_says_its_language_once(tmp_path: Path):
    with pikepdf.open(file(alone("nl", "A5"), tmp_path)) as document:
        assert {said for _, _, said in elements(document)} == {""}


PAIRS = '<p>هنا (مثال) ثم [اسم] ثم «نص» نهاية</p><p lang="nl" dir="ltr">Dit is (een) voorbeeld</p>'


def test_brackets_open_and_close_in_both(tmp_path: Path):
    """A glyph says what it looks like; a reader that finds it among letters that run to the left turns it round."""
    there = file(render(sheet(inside("ar", PAIRS), "A5"), PROJECT.templates), tmp_path)
    assert {"(مثال)", "[اسم]", "«نص»", "(een)"} <= set(pdfium(there).split())
    assert "(een)" in poppler(there, "-raw")


NUMBERS = "<p>الساعة 14:00–16:30 والرقم 06-12 34 56 78 يوم 8-12-2026</p>"


def test_times_and_telephone_numbers_stand_as_they_are_read(tmp_path: Path):
    def shown(html: str) -> str:
        return poppler(file(render(sheet(html, "A5"), PROJECT.templates), tmp_path), "-raw").replace("\xa0", " ")

    for number in ("14:00–16:30", "06-12 34 56 78", "8-12-2026"):
        assert number in shown(inside("ar", NUMBERS))
        assert number not in shown(f'<div class="letter" lang="ar" dir="rtl">{NUMBERS}</div>')  # without the marks


def test_from_right_to_left_everything_stands_on_the_other_side(tmp_path: Path):
    listed = '<ul><li>{0}</li></ul><table class="fill"><tr><th scope="row">{0}</th><td>{1}</td></tr></table>'

    def places(language: str, *said: str) -> list[float]:
        document = lay_out(sheet(inside(language, listed.format(*said)), "A5"), PROJECT.templates)
        found = (box for box in document.pages[0]._page_box.descendants() if isinstance(box, TextBox))
        return [box.position_x for box in found if box.text.strip()]

    bullet, item, head, cell = places("pl", "jeden", "dwa")
    assert bullet < item
    assert head < cell
    bullet, item, head, cell = places("ar", "اسم", "نص")
    assert bullet > item
    assert head > cell


@pytest.mark.slow
@pytest.mark.parametrize("binder", BINDERS.values(), ids=BINDERS)
def test_bound_they_say_the_same(binder: Binder, tmp_path: Path):
    """Their fonts are put together, and each part keeps its language."""
    letters_ = [both("ar", "A5"), both("ti", "A5"), alone("ar", "A4")]
    there = tmp_path / "map.pdf"
    there.write_bytes(binder([Part(one.content, f"Deel {at}", f"{at}/") for at, one in enumerate(letters_)]))
    written = sum((words(letters.text(*one)) for one in (("ar", "A5"), ("ti", "A5"), ("ar", "A4"))), Counter[str]())
    for read in (pdfium, READERS["pdftotext -raw"]):
        lost = written - words(read(there))
        assert lost.total() <= 0.01 * written.total(), sorted(lost.elements())
    with pikepdf.open(there) as document:
        assert {holds for kind, holds, _ in elements(document) if kind == "/Span"} == {"nl", "ar", "ti"}


def test_equal_bytes(tmp_path: Path):
    """After other letters, and with fonts that are loaded anew."""
    first = {one: both(one, "A6").content for one in ("ar", "ti", "uk")}
    both.cache_clear()
    style.cache_clear()
    assert {one: both(one, "A6").content for one in reversed(first)} == first


WEIGHT = {"Cyrillic": 30, "Arabic": 44, "Ethiopic": 90}
"""What a page in such a script fetches for it, in kB and both weights; a page in another fetches nothing of it where the device
has letters of its own for the name of the language."""


def test_the_letters_of_pages_are_those_of_paper():
    """Each file that the style of pages asks for is there, and has what the letters need in the range that fetches it."""
    from fontTools.ttLib import TTFont

    css = (ROOT / "overrides/site/assets/languages.css").read_text(encoding="utf-8")
    faces = re.findall(r'font-family: "(\w+)".*?url\("fonts/([^"]+)"\).*?unicode-range: ([^;]+);', css, re.DOTALL)
    scripts = {"Cyrillic": "uk", "Arabic": "ar", "Ethiopic": "ti"}
    assert {family for family, _, _ in faces} == {"Atkinson", "Bricolage", "Names", *scripts}
    weight = Counter[str]()
    house = set(TTFont(ROOT / "overrides/fonts/atkinson-hyperlegible-next-400-normal.ttf").getBestCmap())
    for family, name, ranges in faces:
        there = next(path for path in (ROOT / "overrides/fonts").rglob(name))
        bounds = [part.strip().removeprefix("U+").split("-") for part in ranges.split(",")]
        fetched = {code for first, *last in bounds for code in range(int(first, 16), int((last or [first])[0], 16) + 1)}
        weight[family] += there.stat().st_size
        if family in scripts:
            needed = {ord(sign) for paper in PAPERS for sign in letters.text(scripts[family], paper)} - house - {10}
            assert needed <= fetched & set(TTFont(there).getBestCmap())
    assert all(weight[family] <= 1000 * most for family, most in WEIGHT.items()), weight
