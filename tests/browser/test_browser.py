"""The real handbook in a browser, served in a folder of a domain."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, Site, refuse
from handboek.project import open_project
from handboek.search import table

pytestmark = pytest.mark.slow


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Any:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, locale="nl-NL")
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    page.on(
        "request",
        lambda asked: (
            page.problems.append(asked.url)
            if not asked.url.startswith((address.split("/handboek/", maxsplit=1)[0], "data:", "blob:"))
            else None
        ),
    )
    page.goto(address)
    yield page
    assert page.problems == []
    context.close()


def test_from_home_to_a_phase_a_step_and_its_worksheet(page: Any, site: Site):
    step = next(piece for piece in site.pieces("step") if piece["slug"] == "hulp-die-komt")
    page.get_by_role("link", name="Opbouwen").first.click()
    page.wait_for_url("**/fasen/opbouwen/")
    assert "Opbouwen" in page.locator("h1").inner_text()
    page.locator(".step-card").get_by_role("link", name=step["title"]).click()
    page.wait_for_url("**/fasen/opbouwen/hulp-die-komt/")
    assert page.locator(".checklist > li").count() >= 5
    page.locator(".piece-body .chip[href*='toezeggingen']").first.click()
    page.wait_for_url("**/werkbladen/toezeggingen/")
    link = page.locator(".files a").first
    answer = page.request.get(link.evaluate("a => a.href"))
    assert answer.ok
    assert answer.body().startswith(b"%PDF-")


def opened(page: Any) -> Any:
    """The search box, opened as a reader opens it."""
    page.locator("[data-search-open]:visible").first.click()
    field = page.get_by_role("searchbox")
    field.wait_for()
    return field


def test_search_finds_a_guide_by_keyboard(page: Any, address: str):
    page.locator("body").press("Control+k")
    page.get_by_role("searchbox").wait_for()
    page.keyboard.type("open agenda")
    page.locator(".hit").first.wait_for()
    assert page.get_by_role("status").inner_text().endswith("voor “open agenda”")
    marked = page.locator(".hit").first.locator("mark").all_inner_texts()
    assert {"open", "agenda"} <= {word.lower() for word in marked}
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.id") == "zoekvraag"
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}gesprekken/open-agenda/")


def test_escape_closes_the_search_and_gives_the_focus_back(page: Any):
    field = opened(page)
    field.fill("woning")
    page.keyboard.press("Escape")
    assert not field.is_visible()
    assert page.evaluate("document.activeElement.hasAttribute('data-search-open')")


def test_results_are_grouped_and_filtered(page: Any):
    field = opened(page)
    field.fill("woning")
    page.get_by_role("heading", name="Werkbladen").wait_for()
    heads = page.locator(".search-results h2").all_inner_texts()
    assert heads[0] == "Past het best"
    assert "Werkbladen" in heads
    page.get_by_label("Soort", exact=True).select_option("worksheet")
    page.get_by_role("heading", name="Past het best").wait_for(state="detached")
    assert page.locator(".search-results h2").all_inner_texts() == ["Werkbladen"]
    page.get_by_label("Fase", exact=True).select_option("4")
    doors = set(page.locator(".hit .door").all_inner_texts())
    assert "4" in doors
    assert all(what.startswith("Werkblad") for what in page.locator(".hit-what").all_inner_texts())
    field.fill("open gesprek oefenen")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_an_empty_result_says_what_to_try(page: Any):
    field = opened(page)
    field.fill("qqqqq")
    page.get_by_text("Niets gevonden voor “qqqqq”").wait_for()
    assert page.get_by_role("link", name="Keuzehulp").last.is_visible()
    field.fill("logeerwxyzing")  # what begins as a word does is taken for it
    page.locator(".hit a[href$='werkbladen/logeerwoning/']").wait_for()
    field.fill("logexyzqw")
    nearest = page.get_by_role("button", name=re.compile("^logeer")).first
    word = nearest.inner_text()
    nearest.click()
    page.locator(".hit").first.wait_for()
    assert field.input_value() == word


def test_the_search_page_keeps_the_query_in_its_address(page: Any, address: str):
    page.goto(f"{address}zoeken/?q=logeerwoning&soort=worksheet")
    page.locator(".hit a[href$='werkbladen/logeerwoning/']").wait_for()
    page.get_by_role("searchbox").fill("goede buren")
    page.locator(".hit a[href$='werkbladen/goede-buur-afspraak/']").wait_for()
    assert page.url == f"{address}zoeken/?q=goede+buren&soort=worksheet"
    page.get_by_label("Soort", exact=True).select_option("")
    assert page.url == f"{address}zoeken/?q=goede+buren"


def test_nothing_of_a_query_leaves_the_device(page: Any):
    asked = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data or ''}"))
    opened(page).fill("geheim woord over schulden")
    page.locator(".hit").first.wait_for()
    page.get_by_role("link", name="Open dit op de zoekbladzijde").click()
    page.locator("[data-search-page] .hit").first.wait_for()
    assert page.url.endswith("zoeken/?q=geheim+woord+over+schulden")
    assert len(asked) > 5
    assert not [line for line in asked if "geheim" in line or "?" in line]


def test_the_search_page_works_where_the_browser_keeps_nothing(browser: Any, address: str):
    context = browser.new_context()
    page = context.new_page()
    refuse(page, "sessionStorage")
    page.goto(f"{address}zoeken/?q=logeerwoning")
    page.locator(".hit").first.wait_for()
    assert page.evaluate("document.activeElement.id") == "zoekvraag"
    page.goto(address)
    page.keyboard.press("Control+k")
    page.locator("#zoekvraag").fill("logeerwoning")
    page.locator("[data-to-page]").click()
    page.wait_for_url("**/zoeken/")
    context.close()


def test_search_is_fetched_when_it_opens_and_is_ready_soon(page: Any):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert not [url for url in asked if "search" in url or "vendor" in url]
    field = opened(page)
    field.press_sequentially("hoeveel bewoners moeten akkoord zijn")
    page.locator(".hit").first.wait_for()
    assert [url for url in asked if url.endswith("search/begin.js")]
    took = page.evaluate("performance.getEntriesByType('measure').map(one => [one.name, one.duration])")
    ready = max(time for name, time in took if name == "zoeken-klaar")
    answers = sorted(time for name, time in took if name == "zoeken-antwoord")
    assert ready < 15_000, "ten times what it may take: a machine can be busy"
    assert answers[len(answers) // 2] < 1_500


def test_the_search_page_says_so_without_a_script(browser: Any, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.locator("a.search-field").click()
    page.wait_for_url("**/zoeken/")
    assert page.get_by_text("Zoeken werkt met een script").is_visible()
    context.close()


def test_the_browser_finds_what_the_command_line_finds(page: Any, site: Site):
    texts = ["hoeveel bewoners moeten akkoord zijn", "logeerwoninq", "terug koppelen", "huis aan huis"]
    with table.engine(open_project(ROOT), site.handbook) as engine:
        wanted = [[hit["place"] for hit in engine.find(text, 3)] for text in texts]
    field = opened(page)
    for text, addresses in zip(texts, wanted, strict=True):
        field.fill(text)
        page.get_by_text(f"voor “{text}”").wait_for()
        links = page.locator(".search-results section").first.locator(".hit a")
        found = [link.get_attribute("href").split("/handboek/")[1] for link in links.all()]
        assert found == addresses, text


def test_the_way_to_the_search_from_an_unknown_address(browser: Any, address: str, site: Site):
    """The page for unknown addresses, as a host shows it: at a place that is not there."""
    context = browser.new_context()
    page = context.new_page()
    html = (site.folder / "404.html").read_text(encoding="utf-8")
    page.route("**/bestaat/niet/", lambda route: route.fulfill(status=404, content_type="text/html", body=html))
    page.goto(f"{address}bestaat/niet/")
    page.get_by_role("link", name="Zoek in het handboek").click()
    page.get_by_role("searchbox").fill("logeerwoning")
    assert page.locator(".hit a").first.get_attribute("href") == f"{address}werkbladen/logeerwoning/"
    context.close()


def test_the_menu_is_reached_by_keyboard(page: Any):
    menu = page.locator(".menu-narrow summary")
    narrow = menu.is_visible()
    for _ in range(12):
        page.keyboard.press("Tab")
        focused = page.evaluate("document.activeElement.closest('.menu-wide a, .menu-narrow summary') !== null")
        if focused:
            break
    else:
        pytest.fail("Tab does not reach the menu")
    if narrow:
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == "Fasen"
    page.keyboard.press("Enter")
    page.wait_for_url("**/fasen/")


def test_nothing_is_wider_than_the_screen(page: Any, address: str):
    for path in (
        "",
        "fasen/opbouwen/",
        "gesprekken/open-agenda/",
        "werkbladen/toezeggingen/",
        "praktijk/nigerdreef/",
        "begrippen/",
    ):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), path


def test_an_unknown_address_says_so_in_dutch(page: Any, address: str, site: Site):
    html = (site.folder / "404.html").read_text(encoding="utf-8")
    assert "Deze bladzijde is er niet" in html
    assert address


def test_the_page_for_residents_is_one_sheet_of_paper_with_its_address(page: Any, address: str, tmp_path: Path):
    page.goto(f"{address}voor-bewoners/")
    page.pdf(path=tmp_path / "print.pdf", format="A4")
    read = ["pdftotext", "-layout", str(tmp_path / "print.pdf"), "-"]
    pages = subprocess.run(read, check=True, capture_output=True, text=True).stdout.rstrip("\f").split("\f")
    assert len(pages) == 1
    assert "voor-bewoners/ · uitgave" in pages[0]
    assert "binnen acht weken na" in pages[0]
