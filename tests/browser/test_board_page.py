"""What a director gives the board: one sheet of paper with the own figures."""

from __future__ import annotations

from typing import Any

import pymupdf
import pytest

pytestmark = pytest.mark.slow


def test_the_page_for_the_board_is_one_sheet_with_the_own_figures(browser: Any, address: str):
    page = browser.new_page()
    page.clock.set_fixed_time("2026-11-30T09:00:00")
    page.goto(f"{address}uren-en-geld/")
    board = page.locator("[data-estimate-board]")
    assert board.locator("[data-estimate-example]").is_visible(), "before anything is filled in, it is an example"
    page.locator("#aantal-woning").fill("60")
    page.locator("#aantal-maand").fill("9")
    page.locator("#aantal-maand").blur()
    assert "Dan tellen de weken tot die dag" in page.locator("[data-estimate-planned]").inner_text()
    page.locator("[data-estimate] summary").click()
    for number in range(12):
        page.locator("[data-estimate-rows] input").nth(number).uncheck()
    said = " ".join(page.locator("[data-estimate-said]").inner_text().split())
    more = page.locator("[data-estimate-more] li").all_inner_texts()
    (sheet,) = pymupdf.open(stream=page.pdf(format="A4"), filetype="pdf")
    text = " ".join(sheet.get_text().split())
    assert "voorbeeld" not in text
    assert "60 woningen en 9 maanden" in text
    for figure in (said.split(" uur")[0], more[0].split(": ")[1].split(" euro")[0], more[1].split(" mens")[0]):
        assert figure in text
    assert "Niet meegeteld" in text and "Gevraagd besluit" in text
    page.goto(f"{address}trajectplanner/")
    page.locator("#start").fill("2027-08-30")
    page.goto(f"{address}uren-en-geld/")
    assert "39 weken voor het werk" in page.locator("[data-estimate-more]").inner_text()
    assert "30 augustus 2027" in page.locator("[data-estimate-planned]").inner_text()
    page.close()


def on_paper(page: Any) -> str:
    (sheet,) = pymupdf.open(stream=page.pdf(format="A4"), filetype="pdf")
    return " ".join(sheet.get_text().split())


def test_the_page_for_the_board_says_how_much_time_there_is_and_what_is_left_out(browser: Any, address: str):
    page = browser.new_page()
    page.clock.set_fixed_time("2026-11-30T09:00:00")
    page.goto(f"{address}uren-en-geld/")
    page.locator("#aantal-woning").fill("60")
    page.locator("#aantal-woning").blur()
    assert "Hoeveel tijd er is" not in on_paper(page), "no start is no news for a board"
    page.goto(f"{address}trajectplanner/")
    page.locator("#start").fill("2027-08-30")
    page.goto(f"{address}uren-en-geld/")
    text = on_paper(page)
    assert "De werkzaamheden starten op 30 augustus 2027. Tot die dag zijn er 9 van de 20 maanden" in text
    assert "De uren hierboven zijn voor 104 weken. In de planning zijn het er nog 117." in text
    assert text.count("Risico:") == 1
    assert (
        "Bel alle huishoudens. Bel alleen wie je aan de deur drie keer niet trof. Risico: Wie zelden thuis is" in text
    )
    assert "Niet meegeteld" not in text
    page.goto(f"{address}trajectplanner/")
    page.locator("#start").fill("2026-12-20")
    page.goto(f"{address}uren-en-geld/")
    page.locator("[data-estimate] summary").click()
    for tick in page.locator("[data-estimate-rows] input").all():
        tick.uncheck()
    text = on_paper(page)
    assert "minder dan 1 van de 20 maanden" in text
    assert text.count("Risico:") == 5
    assert "tellen dit nog mee" not in text
    assert "Niet meegeteld, want niet aangevinkt" in text
    page.goto(f"{address}trajectplanner/")
    page.locator("#start").fill("2029-08-30")
    page.goto(f"{address}uren-en-geld/")
    text = on_paper(page)
    assert "De werkzaamheden starten op 30 augustus 2029." in text and "van de 20 maanden" not in text
    assert text.count("Risico:") > 0, "who drops a whole step runs its risk, however much time there is"
    page.close()


def test_less_than_a_month_is_never_called_none(browser: Any, address: str):
    page = browser.new_page()
    page.clock.set_fixed_time("2026-11-30T09:00:00")
    page.goto(f"{address}trajectplanner/")
    page.locator("#start").fill("2026-12-20")
    short = page.locator("[data-plan-short]")
    assert short.locator("h2").inner_text().startswith("Je hebt nog minder dan een maand tot ")
    assert short.locator("[data-plan-fit]").is_hidden()
    assert " 0 maanden" not in page.locator("main").inner_text()
    page.locator("#start").fill("2027-08-30")
    assert short.locator("[data-plan-fit]").inner_text() == "Reken de maanden om naar 9 maanden"
    page.close()
