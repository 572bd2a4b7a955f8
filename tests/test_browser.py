"""The real handbook in a browser, served in a folder of a domain."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Site

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("site")]


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


def test_search_finds_a_guide(page: Any):
    opener = page.locator("[data-search-open]")
    if opener.is_visible():
        opener.click()
    else:
        page.locator(".md-search__input").click()
    page.keyboard.type("open agenda")
    page.locator(".md-search-result__link[href*='gesprekken/open-agenda/']").first.wait_for(timeout=15000)


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
