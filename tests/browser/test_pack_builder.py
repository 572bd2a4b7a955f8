"""The reader's own pack in a browser: built, ordered, kept, shared, and made into one PDF."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from axe import findings
from conftest import Site

pytestmark = pytest.mark.slow

FIVE = (
    "werkbladen/toezeggingen",
    "gesprekken/open-agenda",
    "berichten/aankondiging",
    "werkbladen/bewonersactie",
    "draaiboeken/schouw-lopen",
)


NUMBER = re.compile(r"bladzijde \d+ van \d+")
"""The one thing that a sheet does not say in a pack as it does alone: which page it is, of how many."""


def words(text: str) -> set[str]:
    """The words on a page, without its number."""
    return set(NUMBER.sub("", text).split())


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Any:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL", accept_downloads=True)
    page = context.new_page()
    page.problems = []
    page.asked = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on("request", lambda asked: page.asked.append(asked.url))
    yield page
    assert page.problems == []
    context.close()


def rows(page: Any) -> list[str]:
    return [name.inner_text() for name in page.locator("[data-pack-list] .pack-name a").all()]


def add(page: Any, piece: str) -> None:
    page.select_option("#werkmap-stuk", piece)
    page.get_by_role("button", name="Voeg toe").click()


def test_a_pack_of_five_is_built_ordered_kept_shared_and_printed(
    page: Any, site: Site, address: str, browser: Any, tmp_path: Path
):
    titles = {piece["url"].rstrip("/"): piece for piece in site.export["pieces"]}
    name = {piece: titles[piece]["title"] for piece in FIVE}

    # the first comes from its own page, the others are chosen
    page.goto(f"{address}{FIVE[0]}/")
    button = page.get_by_role("button", name="In mijn werkmap")
    assert button.get_attribute("aria-pressed") == "false"
    button.focus()
    page.keyboard.press("Enter")
    assert button.get_attribute("aria-pressed") == "true"
    page.get_by_role("link", name="Naar mijn werkmap").click()
    page.locator("[data-pack-list] li").first.wait_for()
    for piece in FIVE[1:]:
        add(page, piece)
    assert rows(page) == [name[piece] for piece in FIVE]

    # ordered by keyboard: the focus stays with what moves, and the new place is said
    page.get_by_role("button", name=f"Zet {name[FIVE[4]]} omhoog").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    order = [FIVE[0], FIVE[1], FIVE[4], FIVE[2], FIVE[3]]
    assert rows(page) == [name[piece] for piece in order]
    assert page.locator("[data-pack-status]").inner_text() == f"{name[FIVE[4]]} staat nu op plek 3 van 5."
    assert page.evaluate("document.activeElement.ariaLabel") == f"Zet {name[FIVE[4]]} omhoog"

    # a title, a group, and copies
    page.fill("#werkmap-titel", "Voor één ochtend")
    page.fill("#werkmap-mensen", "8")
    page.get_by_label(f"Aantal van {name[FIVE[0]]}: vast, of per wie").select_option("tweetal")
    page.get_by_label(f"Aantal van {name[FIVE[1]]}", exact=True).fill("3")
    page.keyboard.press("Tab")

    # it is there again, and in another browser by the link
    page.reload()
    page.locator("[data-pack-list] li").first.wait_for()
    assert rows(page) == [name[piece] for piece in order]
    query = "#stukken=" + ",".join([f"{order[0]}:1t", f"{order[1]}:3", *order[2:]])
    page.evaluate("navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
    page.get_by_role("button", name="Kopieer een link").click()
    link = page.evaluate("window.copied")
    assert link.startswith(f"{address}werkmap/{query}")
    colleague = browser.new_context()
    other = colleague.new_page()
    other.goto(link)
    other.locator("[data-pack-list] li").first.wait_for()
    assert rows(other) == [name[piece] for piece in order]
    assert other.input_value("#werkmap-titel") == "Voor één ochtend"
    assert other.url == f"{address}werkmap/"
    colleague.close()

    # the PDF: only now the library is fetched, and every page is there as often as it should
    assert not [url for url in page.asked if "pdf-lib" in url]
    with page.expect_download() as download:
        page.get_by_role("button", name="Maak de PDF").click()
    assert download.value.suggested_filename == "voor-een-ochtend.pdf"
    file = tmp_path / "map.pdf"
    download.value.save_as(file)
    text = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True).stdout
    pages = text.split("\f")[:-1]
    assert "Voor één ochtend" in pages[0]
    assert "Voor 8 mensen" in pages[0]
    assert "Losse bladen" in pages[0]
    listed = [line.split(" ", 1)[1] for line in pages[2].splitlines()[1:6]]
    assert [line[: len(name[piece])] for line, piece in zip(listed, order, strict=True)] == [name[p] for p in order]
    at = 4
    copies = {order[0]: 4, order[1]: 3}
    with pikepdf.open(file) as document:
        for piece in order:
            single = titles[piece]["files"][0]["pages"]
            for _ in range(copies.get(piece, 1)):
                own = pikepdf.open(site.folder / titles[piece]["pdf"])
                for number in range(single):
                    assert document.pages[at + number].MediaBox == own.pages[number].MediaBox
                    alone = subprocess.run(
                        ["pdftotext", "-raw", "-f", str(number + 1), "-l", str(number + 1), str(own.filename), "-"],
                        check=True, capture_output=True, text=True,
                    ).stdout  # fmt: skip
                    assert words(alone) <= words(pages[at + number])
                own.close()
                at += single + single % 2  # each copy begins on a front side
        assert at - single % 2 == len(document.pages)  # behind the last nothing begins
        assert str(document.Root.Lang) == "nl"
        names = document.Root.Names.Dests.Names
        spots = {str(names[at]): names[at + 1][0].objgen for at in range(0, len(names), 2)}
        assert spots[str(document.pages[2].Annots[0].Dest)] == document.pages[4].objgen


def test_what_is_taken_out_can_be_put_back(page: Any, address: str):
    page.goto(f"{address}werkmap/?stukken={FIVE[0]},{FIVE[1]}")
    page.locator("[data-pack-list] li").first.wait_for()
    before = rows(page)
    page.get_by_role("button", name=f"Haal weg: {before[0]}").click()
    assert rows(page) == before[1:]
    page.keyboard.press("Enter")  # the focus is on the way back
    assert rows(page) == before
    page.get_by_role("button", name="Maak leeg").click()
    assert page.locator("[data-pack-empty]").is_visible()
    assert rows(page) == []
    assert not page.get_by_role("button", name="Maak de PDF").is_visible()
    page.get_by_role("button", name="Zet terug").click()
    assert rows(page) == before


def test_a_link_does_not_take_the_place_of_a_pack_by_itself(page: Any, address: str):
    page.goto(f"{address}werkmap/?stukken={FIVE[0]}")
    page.locator("[data-pack-list] li").first.wait_for()
    own = rows(page)
    page.goto(f"{address}werkmap/#stukken={FIVE[1]},werkbladen/bestaat-niet")
    box = page.locator("[data-pack-shared]")
    box.wait_for()
    assert rows(page) == own
    assert "Eén stuk uit de link is er niet meer." in box.inner_text()
    page.get_by_role("button", name="Voeg toe aan de mijne").click()
    assert len(rows(page)) == 2
    assert not box.is_visible()
    page.get_by_role("button", name="Zet terug").click()
    assert rows(page) == own


@pytest.mark.parametrize(
    "query",
    ["?stukken=", "?stukken=,,:", "?stukken=<img src=x onerror=alert(1)>", "?stukken=../../x:99999999pp&mensen=-4"],
)
def test_a_broken_link_harms_nothing(page: Any, address: str, query: str):
    page.goto(f"{address}werkmap/{query}")
    page.locator("[data-pack-builder]").wait_for()
    assert rows(page) == []
    assert page.locator("[data-pack-status]").inner_text() == "In deze link zit geen stuk dat er nog is."


def test_it_is_accessible_and_fits(page: Any, address: str):
    for query in ("", f"?stukken={','.join(FIVE)}&titel=Proef&mensen=24"):
        page.goto(f"{address}werkmap/{query}")
        page.locator("[data-pack-builder]").wait_for()
        assert findings(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.goto(f"{address}{FIVE[0]}/")
    page.get_by_role("button", name="In mijn werkmap").click()
    assert findings(page) == []


def test_the_page_of_a_pack_has_the_form_of_its_script(page: Any, address: str):
    """What is chosen there is chosen on the page of the script too; the files that lie ready say for whom they are."""
    page.goto(f"{address}werkmappen/proeftuin-fasen/")
    page.locator("#sessie-mensen").fill("14")
    page.locator("#sessie-begin").fill("19:30")
    page.locator("#sessie-begin").blur()
    page.locator("#sessie-kort").check()
    cards = page.locator("[data-packed='gesprekken/open-agenda:zak'] .pack-copies")
    assert cards.inner_text() == "14×"
    assert "voor 24 mensen, 3 uur" in page.locator(".files li a").first.inner_text()
    page.get_by_role("button", name="Zet dit met de bladen").click()
    page.get_by_role("link", name="Naar mijn werkmap").click()
    page.locator("[data-pack-list] li").first.wait_for()
    assert "kaartjes van A6" in page.locator("[data-pack-paper]").inner_text()
    page.goto(f"{address}draaiboeken/proeftuin-fasen/")
    assert page.locator(".script-clock tbody tr:visible .from-zero").first.inner_text() == "19:30"
    assert page.locator("#aan-de-deur [data-held=usual]").first.is_hidden()
    assert "Doe twee rondes" in page.locator("#aan-de-deur [data-held=shorter]:visible").first.inner_text()
    page.locator("#pauze").wait_for(state="hidden")


def test_what_a_part_no_longer_needs_is_not_packed(page: Any, address: str):
    """In the least time residents choose with their table: no stickers; without that part also none."""
    page.goto(f"{address}draaiboeken/bewonersavond-buitenruimte/")
    stickers = page.locator("[data-packed-beside]", has_text="Stickers")
    stickers.wait_for()
    page.locator("[name=minutes]").fill("82")
    page.locator("[name=minutes]").blur()
    assert page.locator("#kiezen [data-held=shorter]:visible").first.inner_text().startswith("Hang de plannen op")
    assert stickers.is_hidden()
    assert page.locator("[data-packed-beside]", has_text="Soep").is_visible()
    page.get_by_role("button", name="Zoals het was").click()
    assert stickers.is_visible()
