"""A letter is filled in for Word where it is read: by a script that comes when somebody asks for it, and nothing leaves the device."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.oxml.ns import qn
from PIL import Image

import word_read as read
from conftest import Site

pytestmark = pytest.mark.slow
LIGHT = 20_000
"""The most bytes that filling in may cost."""


@pytest.fixture
def page(browser: Any, klein: str) -> Any:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{klein}berichten/groet/")
    yield page
    context.close()


def test_what_is_typed_stands_in_the_file(page: Any, small: Site, tmp_path: Path):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    fields = page.locator("[data-letter-form] [name]")
    typed = {}
    for index in range(fields.count()):
        field = fields.nth(index)
        typed[field.get_attribute("name")] = f"Zoë & Ömer <$1> {index}"
        field.fill(typed[field.get_attribute("name")] + "\x0b\x01")
    with page.expect_download() as given:
        page.get_by_role("link", name="Haal op voor Word").click()
    given.value.save_as(tmp_path / "brief.docx")
    assert given.value.suggested_filename == "groet-ingevuld.docx"
    assert sorted(url.rpartition("/")[2] for url in asked if not url.startswith("blob:")) == ["groet.docx", "word.js"]
    assert (small.folder / "assets" / "word.js").stat().st_size < LIGHT
    plain = (small.folder / "berichten" / "groet.docx").read_bytes()
    before, after = read.opened(plain), read.opened((tmp_path / "brief.docx").read_bytes())
    assert read.controls(after) == read.controls(before)
    for control in after.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
        if value := typed.get(tag):
            assert "".join(one.text for one in control.iter(qn("w:t"))) == value
            assert control.find(f"{qn('w:sdtPr')}/{qn('w:showingPlcHdr')}") is None
    assert all(value in read.said(after) for value in typed.values())
    assert read.problems((tmp_path / "brief.docx").read_bytes()) == []


def test_where_a_browser_cannot_the_empty_file_is_offered(page: Any):
    page.evaluate("delete window.DecompressionStream")
    page.get_by_role("link", name="Haal op voor Word").click()
    link = page.get_by_role("link", name="Haal het lege Word-bestand op")
    link.wait_for()
    assert link.get_attribute("href").endswith("berichten/groet.docx")


def test_who_sends_it_stands_in_the_file_with_the_logo(page: Any, klein: str, tmp_path: Path):
    Image.new("RGB", (300, 100), "#8a2b1d").save(tmp_path / "logo.png")
    page.goto(f"{klein}mijn-gegevens/")
    page.get_by_label("Van", exact=True).fill("De Eik & Zonen")
    page.get_by_label("Nummer van het team").fill("010 123 45 67")
    page.get_by_label("Logo voor brieven").set_input_files(tmp_path / "logo.png")
    page.get_by_text("Het logo is bewaard op dit apparaat.").wait_for()
    page.goto(f"{klein}berichten/groet/")
    with page.expect_download() as given:
        page.get_by_role("link", name="Haal op voor Word").click()
    given.value.save_as(tmp_path / "brief.docx")
    content = (tmp_path / "brief.docx").read_bytes()
    document = read.opened(content)
    assert "De Eik & Zonen" in read.said(document)
    assert "010 123 45 67" in read.said(document)
    [picture] = document.inline_shapes
    assert (round(picture.width.mm), round(picture.height.mm)) == (45, 15)
    assert document.paragraphs[0]._p.find(f".//{qn('w:drawing')}") is not None
    assert document.paragraphs[0].style.name == "Logo"
    assert read.problems(content) == []


def test_a_translation_is_filled_in_with_its_own_values(page: Any, klein: str, tmp_path: Path):
    page.goto(f"{klein}berichten/groet/ar/")
    page.locator("[name=dag]").fill("dinsdag 8 december")
    with page.expect_download() as given:
        page.get_by_role("link", name="Haal het Arabisch op voor Word").click()
    assert given.value.suggested_filename == "groet-ar-ingevuld.docx"
    given.value.save_as(tmp_path / "brief.docx")
    said = read.said(read.opened((tmp_path / "brief.docx").read_bytes()))
    assert "dinsdag" not in said
    assert "الثلاثاء" in said
    assert "Concept van een vertaling" in said
