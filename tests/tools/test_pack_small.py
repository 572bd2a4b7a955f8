"""The reader's own pack with two tabs, a browser that refuses, and numbers that are none; on the small method."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import outloud
import pikepdf
import pytest
from small_site import reader

from conftest import Site, until

pytestmark = pytest.mark.slow


@pytest.fixture
def pieces(small: Site) -> list[dict[str, Any]]:
    return [
        piece
        for piece in small.export["pieces"]
        if piece["type"] in ("guide", "worksheet", "message", "script") and piece["pdf"]
    ]


def builder(device: Any, klein: str, *pieces: dict[str, Any]) -> Any:
    page = device.new_page()
    page.goto(
        f"{klein}werkmap/#stukken={','.join(piece['url'].strip('/') for piece in pieces)}"
        if pieces
        else f"{klein}werkmap/"
    )
    page.locator("#werkmap-stuk option").nth(1).wait_for(state="attached")
    return page


def rows(page: Any) -> int:
    return page.locator("[data-pack-list] li").count()  # type: ignore[no-any-return]


def test_two_tabs_do_not_undo_each_others_choice(browser: Any, klein: str, pieces: list[dict[str, Any]]):
    with reader(browser) as device:
        page, other = builder(device, klein), device.new_page()
        other.goto(f"{klein}{pieces[0]['url']}")
        other.locator("[data-pack-add] button").click()
        until(page, "document.querySelectorAll('[data-pack-list] li').length === 1")
        page.locator("#werkmap-titel").fill("Voor de buurt")
        page.locator("#werkmap-stuk").select_option(pieces[1]["url"].strip("/"))
        page.get_by_role("button", name="Voeg toe").click()
        until(page, "document.querySelectorAll('[data-pack-list] li').length === 2")
        page.get_by_role("button", name="Maak leeg").click()
        other.goto(f"{klein}{pieces[2]['url']}")
        other.locator("[data-pack-add] button").click()
        until(page, "document.querySelectorAll('[data-pack-list] li').length === 1")
        page.get_by_role("button", name="Zet terug").click()
        assert rows(page) == 3, "what another tab added stays"
        assert page.locator("#werkmap-titel").input_value() == "Voor de buurt"
        kept = json.loads(page.evaluate("localStorage.getItem('werkmap:/handboek/')"))
        assert len(kept["items"]) == 3


FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"


@pytest.mark.parametrize(
    ("device", "words"),
    [
        ({"refused": ("localStorage", "sessionStorage")}, "Deze browser bewaart je werkmap niet."),
        ({"script": FULL}, "geen ruimte meer"),
    ],
    ids=["refused", "full"],
)
def test_a_pack_that_is_not_kept_says_so_and_works(
    browser: Any, klein: str, pieces: list[dict[str, Any]], device: dict[str, Any], words: str
):
    with reader(browser, **device) as context:
        page = context.new_page()
        page.goto(f"{klein}{pieces[0]['url']}")
        page.locator("[data-pack-add] button").click()
        assert words in page.locator("[data-pack-add] [role=status]").inner_text()
        page = builder(context, klein, pieces[0], pieces[1])
        assert rows(page) == 2
        assert words in page.locator("[data-pack-notice]").inner_text()
        assert "nergens anders" not in page.locator("body").inner_text()


@pytest.mark.parametrize("text", ["honderd", "1,5", "-5", "0", "1e2", "1.000", ""])
def test_a_number_of_copies_that_is_none_makes_no_pdf(
    browser: Any, klein: str, pieces: list[dict[str, Any]], text: str
):
    with reader(browser) as device:
        page = builder(device, klein, pieces[0], pieces[1])
        number = page.locator(".pack-number").first
        number.fill(text)
        row = page.locator("[data-pack-list] li").first
        assert row.locator(".wrong").inner_text() != ""
        assert row.locator(".pack-total").inner_text() == ""
        page.get_by_role("button", name="Maak de PDF").click()
        page.get_by_text("Verbeter eerst het aantal dat niet klopt.").wait_for()
        assert page.evaluate("document.activeElement.matches('.pack-list .pack-number')")
        number.fill("3")
        assert row.locator(".pack-total").inner_text() == "3×"
        page.locator("#werkmap-mensen").fill(text)
        assert (page.locator("#werkmap-mensen-fout").inner_text() == "") == (text == "")


def test_a_pack_holds_what_fits_and_says_so(browser: Any, klein: str, pieces: list[dict[str, Any]]):
    with reader(browser) as device:
        page = builder(device, klein)
        full = {"items": [{"piece": f"werkbladen/x{n}", "copies": 1, "per": ""} for n in range(60)]}
        page.evaluate("text => localStorage.setItem('werkmap:/handboek/', text)", json.dumps(full))
        page.goto(f"{klein}{pieces[0]['url']}")
        page.locator("[data-pack-add] button").click()
        assert "passen 60 stukken" in page.locator("[data-pack-add] [role=status]").inner_text()
        assert page.locator("[data-pack-add] button").get_attribute("aria-pressed") == "false"


def test_a_piece_that_moved_is_found_in_a_link_by_its_old_address(
    browser: Any, klein: str, small: Site, pieces: list[dict[str, Any]]
):
    with reader(browser) as device:
        page = device.new_page()
        told = {
            **small.export,
            "moved": {"werkbladen/oud/": pieces[0]["url"], "werkbladen/oud/#deel": "bronnen/boekje/"},
        }
        page.route("**/handboek.json", lambda route: route.fulfill(json=told))
        page.goto(f"{klein}werkmap/#stukken=werkbladen/oud:3")
        page.locator("[data-pack-list] .pack-name a").wait_for()
        assert page.locator("[data-pack-list] .pack-name a").inner_text() == pieces[0]["title"]
        assert "is er niet meer" not in page.locator("main").inner_text()
        options = page.locator("#werkmap-stuk option").evaluate_all("all => all.map(one => one.value).filter(Boolean)")
        assert sorted(options) == sorted(piece["url"].strip("/") for piece in pieces)


def test_the_pdf_is_read_out_as_its_sheets_are(
    browser: Any, klein: str, small: Site, pieces: list[dict[str, Any]], tmp_path: Path
):
    """PDF/UA-1: tags, bookmarks, links and a title; and the same bytes for the same pack."""
    made = []
    for number in range(2):
        with reader(browser, accept_downloads=True) as device:
            page = builder(device, klein, *pieces)
            page.locator("#werkmap-titel").fill("Czesława & co <1>")
            with page.expect_download() as download:
                page.get_by_role("button", name="Maak de PDF").click()
            made.append(tmp_path / f"{number}.pdf")
            download.value.save_as(made[-1])
    assert made[0].read_bytes() == made[1].read_bytes()
    allowed = {
        "TBL-012",  # mostly empty cells: a table to fill in is one by intent
    }
    found = [one for one in outloud.check(str(made[0])).findings if one.severity != "info"]
    assert [(one.rule, one.message) for one in found if one.rule not in allowed] == []
    with pikepdf.open(made[0]) as document, document.open_outline() as outline:
        papers = ["A4", "A3", "A5", "A6"]
        laid = sorted(
            pieces, key=lambda piece: papers.index(piece["files"][0]["paper"])
        )  # as they come out of a printer
        titles = [piece["title"] for piece in laid]
        assert [mark.title for mark in outline.root] == ["Czesława & co <1>", *titles]
        sections = document.Root.StructTreeRoot.K[0].K
        assert [str(section.T) for section in sections][1:] == titles
        assert document.open_metadata()["dc:title"] == "Czesława & co <1>"
    text = subprocess.run(["pdftotext", str(made[0]), "-"], check=True, capture_output=True, text=True).stdout
    assert "Czesława & co <1>" in text
    fonts = subprocess.run(["pdffonts", str(made[0])], check=True, capture_output=True, text=True).stdout
    assert {row.split()[-5] for row in fonts.splitlines()[2:]} == {"yes"}, "every font is inside"
