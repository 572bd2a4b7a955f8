"""The three groups of readers find their thing."""

from __future__ import annotations

from typing import Any

import pytest

from conftest import Site

pytestmark = pytest.mark.slow


@pytest.fixture(params=[(1280, 900), (390, 844)], ids=["desk", "phone"])
def home(request: pytest.FixtureRequest, browser: Any, address: str) -> Any:
    width, height = request.param
    context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_who_rings_tomorrow_is_at_the_questions_in_one_click(home: Any):
    home.locator(".ways").get_by_role("link", name="morgen aanbellen").click()
    home.wait_for_url("**/gesprekken/deur-tot-deur/")
    assert home.locator(".questions > li").count() >= 7
    home.locator("[data-talk-open=voor]").click()
    assert home.locator(".talk-count").inner_text().startswith("1 van ")
    for _ in range(3):
        home.locator(".talk-next").click()
    assert home.locator(".talk-body h2").inner_text().endswith("?")
    home.keyboard.press("ArrowLeft")
    assert home.locator(".talk-count").inner_text().startswith("3 van ")
    home.keyboard.press("Escape")
    home.locator(".talk-screen").wait_for(state="detached")


def test_who_prints_is_at_every_sheet_in_one_click(home: Any):
    home.locator(".three-ways").get_by_role("link", name="printen", exact=True).click()
    home.wait_for_url("**/printen/")
    answer = home.request.get(home.locator("a[href$='.pdf']").first.evaluate("a => a.href"))
    assert answer.body().startswith(b"%PDF-")


def test_who_trains_finds_a_script_with_its_sheets(home: Any):
    home.locator(".ways").get_by_role("link", name="een werksessie begeleiden").click()
    home.wait_for_url("**/draaiboeken/proeftuin-fasen/")
    assert home.locator(".clock tbody tr").count() >= 5
    assert home.locator(".files a").count() >= 2


def test_who_adds_a_lesson_finds_how_in_one_click(home: Any):
    home.locator(".ways").get_by_role("link", name="een les toevoegen").click()
    home.wait_for_load_state()
    assert (
        "les" in home.locator("h1").inner_text().lower()
        or home.get_by_role("heading", name="Een les toevoegen").count()
    )


def test_who_has_a_role_begins_there(home: Any):
    home.get_by_role("link", name="Opbouwwerker", exact=True).first.click()
    home.wait_for_url("**/rollen/opbouwwerker/")
    first = home.locator(".begin > li")
    assert first.count() >= 3
    first.first.get_by_role("link").click()
    home.wait_for_load_state()
    assert home.locator("h1").inner_text()


def test_a_page_can_be_shared_and_printed(home: Any, address: str):
    home.goto(f"{address}fasen/opbouwen/")
    home.evaluate("window.print = () => { window.printed = true; }")
    home.locator("[data-print]").click()
    assert home.evaluate("window.printed")
    assert home.locator("[data-share]").is_visible()


def test_a_phase_page_is_light(site: Site, browser: Any, address: str):
    """The first visit: at most 130 kB compressed with fonts, in at most 10 requests."""
    import gzip

    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("response", lambda answer: asked.append(answer.url))
    page.goto(f"{address}fasen/opbouwen/")
    page.wait_for_load_state("networkidle")
    weight = 0
    for url in asked:
        path = site.folder / url.removeprefix(address).split("?")[0]
        content = (path / "index.html" if path.is_dir() else path).read_bytes()
        weight += len(content) if path.suffix in (".woff2", ".png") else len(gzip.compress(content, 6))
    shifts = page.evaluate(
        "new Promise(done => { let sum = 0; new PerformanceObserver(list => list.getEntries().forEach(e => sum += e.value))"
        ".observe({type: 'layout-shift', buffered: true}); setTimeout(() => done(sum), 300); })"
    )
    context.close()
    assert len(asked) <= 10, asked
    assert weight <= 130_000, weight
    assert shifts < 0.05
