"""A script that is yours, on its page: what is chosen is counted through it, stays on the device, and goes along."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import ics
import pikepdf
import pytest
from small_site import reader

from conftest import Site

pytestmark = pytest.mark.slow


def opened(device: Any, klein: str) -> Any:
    page = device.new_page()
    page.goto(f"{klein}draaiboeken/ochtend/")
    page.locator("#sessie-mensen").wait_for()
    return page


def clocks(page: Any) -> list[str]:
    return page.locator(".script-clock tbody tr:visible .from-zero").all_inner_texts()  # type: ignore[no-any-return]


def test_group_and_times_run_through_the_page_and_stay(browser: Any, klein: str):
    with reader(browser) as device:
        page = opened(device, klein)
        assert clocks(page) == ["9:30", "9:40", "9:50", "10:10", "10:20"]
        page.locator("#sessie-mensen").fill("60")
        page.get_by_role("button", name="Neem 12", exact=True).click()
        assert page.locator("[data-held=copies]").first.inner_text() == "6×"
        assert page.locator("[data-packed]").first.inner_text().endswith("6×")
        page.locator("#sessie-begin").fill("13:15")
        page.locator("#sessie-begin").blur()
        page.locator("#sessie-kort").check()
        assert clocks(page) == ["13:15", "13:25", "13:35", "13:45"]
        assert page.locator("#lopen").is_hidden()
        page.locator("#sessie-pauze").fill("5")
        assert clocks(page) == ["13:15", "13:23", "13:33", "13:38", "13:45"]
        again = opened(device, klein)
        assert clocks(again) == clocks(page)
        assert again.locator("#sessie-mensen").input_value() == "12"
        own = again.locator(".script-clock tbody tr:visible", has_text="Blad voor deelnemers")
        first = again.locator("[name=with]").first
        first.uncheck()
        assert own.locator(".from-zero").all_inner_texts() == clocks(again)[:1], "goes with the part that is first now"
        again.get_by_role("button", name="Zoals het was").click()
        assert clocks(again) == ["9:30", "9:40", "9:50", "10:10", "10:20"]


def test_a_calendar_takes_the_session(browser: Any, klein: str, tmp_path: Path):
    with reader(browser) as device:
        page = opened(device, klein)
        page.get_by_role("button", name="Zet in mijn agenda").click()
        assert page.locator("#sessie-dag-fout").inner_text() == "Kies eerst een dag.", "beside the field"
        page.locator("#sessie-dag").fill("2027-05-03")
        assert page.locator("#sessie-dag-fout").inner_text() == ""
        with page.expect_download() as download:
            page.get_by_role("button", name="Zet in mijn agenda").click()
        file = tmp_path / "sessie.ics"
        download.value.save_as(file)
    (event,) = ics.read(file.read_bytes())
    assert (event["DTSTART"], event["DURATION"]) == ("20270503T093000", "PT1H0M")


def test_the_pack_holds_the_script_as_it_was_made(browser: Any, klein: str, tmp_path: Path):
    with reader(browser) as device:
        page = opened(device, klein)
        page.locator("#sessie-mensen").fill("12")
        page.locator("#sessie-begin").fill("19:30")
        page.locator("#sessie-begin").blur()
        page.get_by_role("button", name="Zet dit met de bladen").click()
        page.goto(f"{klein}werkmap/")
        page.locator("[data-pack-list] li").nth(2).wait_for()
        assert page.locator(".pack-total").all_inner_texts() == ["1×", "6×", "12×", "12×"]
        assert "vellen A4" in page.locator("[data-pack-paper]").inner_text()
        with page.expect_download() as download:
            page.get_by_role("button", name="Maak de PDF").click()
        file = tmp_path / "map.pdf"
        download.value.save_as(file)
        told = page.locator("[data-pack-status]").inner_text()
    with pikepdf.open(file) as document:
        assert f"Dubbelzijdig is dat {-(-len(document.pages) // 2)} vellen A4" in told
    said = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True).stdout
    assert "Van 19:30 tot 20:30, 1 uur, voor 12 mensen" in said
    assert "9:30 Welkom" not in said.replace("19:30 Welkom", "")
    assert re.search(r"Een ochtend oefenen +bladzijde \d+ van \d+", said), "a loose sheet is found back"
    assert said.count("19:30–19:40 Welkom") == 12, "everybody's sheet has the same times"


def test_a_pack_that_was_made_for_another_group_says_so_and_is_made_again(browser: Any, klein: str):
    with reader(browser) as device:
        page = opened(device, klein)
        page.get_by_role("button", name="Zet dit met de bladen").click()
        page.goto(f"{klein}werkmap/")
        page.locator("[data-pack-list] li").nth(2).wait_for()
        assert page.locator("[data-pack-stale]").inner_text() == ""
        script = opened(device, klein)
        script.locator("#sessie-mensen").fill("12")
        script.locator("#sessie-deel-uitleg").uncheck()
        page.reload()
        stale = page.locator("[data-pack-stale]")
        stale.get_by_role("button", name="Maak hem opnieuw").wait_for()
        assert "12 mensen, 50 minuten" in stale.inner_text()
        stale.get_by_role("button").click()
        stale.get_by_role("button").wait_for(state="detached")
        assert page.locator(".pack-total").all_inner_texts() == ["1×", "12×", "12×"], (
            "and not the sheet of a part that is out"
        )


@pytest.mark.parametrize("form", ["", "/deelnemers"])
def test_a_pack_for_more_people_than_its_script_can_hold_says_so_and_is_not_made(browser: Any, klein: str, form: str):
    """Also where nobody chose anything for the script: its sheet would say another number than there are copies."""
    with reader(browser) as device:
        page = device.new_page()
        page.goto(f"{klein}werkmap/#stukken=draaiboeken/ochtend{form},werkbladen/lijstje:1p&mensen=60")
        stale = page.locator("[data-pack-stale]")
        stale.get_by_role("button", name="Neem 12", exact=True).wait_for()
        assert "60 is te veel" in stale.inner_text()
        page.get_by_role("button", name="Maak de PDF").click()
        page.get_by_text("Kies eerst een aantal mensen dat past.").wait_for()
        assert page.evaluate("document.activeElement.id") == "werkmap-mensen"
        stale.get_by_role("button", name="Neem 12 per groep").click()
        page.get_by_text("Print alles 5 keer").wait_for()
        stale.get_by_role("button").first.wait_for(state="detached")
        assert page.locator(".pack-total").all_inner_texts() == ["1×", "12×"]


def test_a_pack_by_people_of_which_nobody_said_how_many_asks_for_it(browser: Any, klein: str):
    """Its script would say the usual number, and there would be one copy for all."""
    with reader(browser) as device:
        page = device.new_page()
        page.goto(f"{klein}werkmap/#stukken=draaiboeken/ochtend,werkbladen/lijstje:1p")
        stale = page.locator("[data-pack-stale]")
        stale.get_by_role("button").wait_for()
        assert "Vul in voor hoeveel mensen" in stale.inner_text()
        stale.get_by_role("button").click()
        stale.get_by_role("button").wait_for(state="detached")
        assert page.locator("#werkmap-mensen").input_value() == page.locator(".pack-total").last.inner_text()[:-1]


def test_a_printer_of_one_side_gets_no_blank_backs(browser: Any, klein: str, tmp_path: Path):
    with reader(browser) as device:
        page = device.new_page()
        page.goto(f"{klein}werkmap/#stukken=werkbladen/lijstje:3")
        page.locator("[data-pack-list] li").first.wait_for()
        jobs = page.get_by_role("button", name="Maak printopdrachten")
        assert jobs.is_hidden(), "all of it is one job on two sides"
        page.locator("#werkmap-enkel").check()
        said = page.locator("[data-pack-paper]").inner_text()
        jobs.click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar A4", exact=True).click()
        file = tmp_path / "A4.pdf"
        download.value.save_as(file)
        with pikepdf.open(file) as document:
            assert f"dit {len(document.pages)} vellen A4" in said
            assert document.Root.ViewerPreferences.Duplex == "/Simplex"
        page.locator("#werkmap-mensen").fill("9")
        page.get_by_text("De werkmap is veranderd. Maak opnieuw").wait_for()
        assert page.locator(".pack-jobs").count() == 0, "no job of another pack can be saved"
        page.reload()
        page.locator("[data-pack-list] li").first.wait_for()
        assert page.locator("#werkmap-enkel").is_checked(), "a printer stays as it is"
        page.get_by_role("button", name="Maak de PDF").click()
        page.locator("[data-pack-status]", has_text="neem dan de printopdrachten").wait_for()


def test_sheets_of_an_own_script_are_counted_as_they_are_written(browser: Any, klein: str, tmp_path: Path):
    """The sheet that the browser writes may have a page less than that of the site."""
    with reader(browser) as device:
        page = device.new_page()
        page.goto(f"{klein}werkmap/#stukken=draaiboeken/ochtend,draaiboeken/ochtend/deelnemers:1p&mensen=11")
        page.locator("#werkmap-enkel").check()
        said = page.locator("[data-pack-paper]", has_text="op één kant")
        said.filter(has_not_text="ongeveer").wait_for()
        number = re.search(r"(\d+) vellen A4", said.inner_text())
        page.get_by_role("button", name="Maak printopdrachten").click()
        with page.expect_download() as download:
            page.get_by_role("button", name="Bewaar A4", exact=True).click()
        download.value.save_as(file := tmp_path / "A4.pdf")
    with pikepdf.open(file) as document:
        assert number
        assert len(document.pages) == int(number[1])


def test_print_jobs_hold_as_many_sheets_as_was_said(browser: Any, klein: str, small: Site, tmp_path: Path):
    """Five cards of A6 lie on two sheets of A4, with backs behind their fronts; on one side beside them."""
    with pikepdf.open(small.folder / "gesprekken/praatje-zak.pdf") as card:
        backs = len(card.pages) == 2
    with reader(browser) as device:
        page = device.new_page()
        page.goto(f"{klein}werkmap/#stukken=gesprekken/praatje/zak:5,werkbladen/lijstje:2")
        page.locator("[data-pack-list] li").nth(1).wait_for()
        for one_side, sheets in ((False, 2), (True, 3 if backs else 2)):
            page.locator("#werkmap-enkel").set_checked(one_side)
            said = page.locator("[data-pack-paper]").inner_text()
            assert f"{sheets} vellen A4 met 5 kaartjes van A6" in said
            page.get_by_role("button", name="Maak printopdrachten").click()
            for name in ("A4", "A6-op-A4"):
                with page.expect_download() as download:
                    page.get_by_role("button", name=f"Bewaar {name}", exact=True).click()
                file = tmp_path / f"{name}-{one_side}.pdf"
                download.value.save_as(file)
                with pikepdf.open(file) as document:
                    wants = document.Root.ViewerPreferences
                    single = one_side or (name != "A4" and not backs)
                    assert (wants.PrintScaling, wants.Duplex == "/Simplex") == ("/None", single)
                    pages = len(document.pages)
                    if name == "A6-op-A4":
                        assert pages == (sheets if single else 2 * sheets)
                        wide, high = (round(float(at) * 25.4 / 72) for at in document.pages[0].MediaBox[2:])
                        assert (wide, high) == (210, 296), "four of A6"
                    else:
                        assert f"{pages if one_side else -(-pages // 2)} vellen A4 en" in said
            page.locator("[data-pack-status] ol").wait_for()


def test_in_the_room_a_tap_can_be_put_back_after_a_reload_and_the_wall_counts_no_sheets(browser: Any, klein: str):
    with reader(browser) as device:
        page = opened(device, klein)
        page.get_by_role("button", name="Start in de zaal").click()
        page.get_by_role("button", name="Begin nu").click()
        wall = device.new_page()
        wall.goto(f"{klein}draaiboeken/ochtend/#beeld")
        wall.get_by_role("heading", name="Welkom").wait_for()
        assert wall.locator(".running-sheets").inner_text().endswith("Blad voor deelnemers")
        page.get_by_role("button", name="Ga door").click()
        wall.get_by_role("heading", name="Welkom").wait_for(state="detached")
        page.reload()
        page.get_by_role("button", name="Zet terug").click()
        wall.get_by_role("heading", name="Welkom").wait_for()
        assert page.locator("[data-running-part]").inner_text() == "Welkom"
        assert not page.locator("[data-running-undo] button").count()
