"""Where a browser refuses to keep anything, or has no room: each page at a door says so in Dutch, and works until it closes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from views import GUIDE, VIEWS

from conftest import refuse

pytestmark = pytest.mark.slow

FULL = "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };"
BLOCKED = (
    "if (location.protocol === 'http:') { ServiceWorkerContainer.prototype.getRegistrations = "
    "() => Promise.reject(new DOMException('', 'SecurityError')); }"
)
"""What a browser does where somebody blocked the data of all sites."""


@pytest.fixture
def kept(browser: Any) -> Any:
    """A phone that keeps what it is told to: nothing at all, until the window closes, or nothing more than it has."""
    contexts = []
    problems: list[str] = []

    def open_(how: str) -> Any:
        context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nl-NL")
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        for name in {"page": ("localStorage", "sessionStorage"), "visit": ("localStorage",)}.get(how, ()):
            refuse(page, name)
        page.add_init_script(FULL if how == "full" else BLOCKED)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert problems == []


HOW = ("page", "visit", "full")
Phone = Callable[[str], Any]


@pytest.mark.parametrize("how", HOW)
def test_the_companion_keeps_its_place_in_its_address_alone(kept: Phone, address: str, how: str):
    page = kept(how)
    VIEWS["during"](page, address)
    title = page.locator(".talk-body h2").inner_text()
    page.reload()
    assert page.locator(".talk-body h2").inner_text() == title
    page.locator(".talk-trouble").click()
    page.get_by_role("button", name="Iemand is boos").click()
    assert page.locator(".talk-call").get_attribute("href") == "tel:112"


@pytest.mark.parametrize("how", HOW)
def test_who_fills_in_details_hears_for_how_long_they_are_there(kept: Phone, address: str, how: str):
    says = {"page": "bewaart niets", "visit": "tot je dit venster sluit", "full": "niet bewaard"}[how]
    page = kept(how)
    VIEWS["details"](page, address)
    said = page.locator("[data-own-said]")
    if how != "full":  # a device tells that it is full when something must be written
        assert says in said.inner_text(), "before anything is filled in"
    page.locator("[name=ik]").fill("Noor")
    assert says in said.inner_text()
    page.reload()
    assert page.locator("[name=ik]").input_value() == ("Noor" if how == "visit" else "")


@pytest.mark.parametrize("how", HOW)
def test_the_round_goes_on_and_says_what_it_does_not_keep(kept: Phone, address: str, how: str):
    page = kept(how)
    VIEWS["doors"](page, address)
    notice = page.locator("[data-notice]")
    assert {"page": "laat niets bewaren", "visit": "mag niets bewaren", "full": "geen ruimte"}[
        how
    ] in notice.inner_text()
    assert page.locator("[data-kept]").is_hidden()
    assert "0 van 4 deuren klaar" in page.locator(".round-part .note").inner_text()
    assert ("niet bewaard" in page.locator("[data-round-said]").inner_text()) == (how == "full")
    page.reload()
    assert page.locator(".round-spot").count() == (4 if how == "visit" else 0)


@pytest.mark.parametrize("how", ["page", "visit"])
def test_the_page_for_offline_use_says_at_once_that_it_cannot(kept: Phone, address: str, how: str):
    page = kept(how)
    page.goto(f"{address}onderweg/")
    page.get_by_text("Deze browser kan het handboek niet bewaren").wait_for()
    assert page.locator("[data-offline] button:visible").count() == 0


@pytest.mark.parametrize("how", ["page", "full"])
def test_nothing_is_offered_again_on_each_page_where_nobody_remembers_it(kept: Phone, address: str, how: str):
    page = kept(how)
    page.goto(address + GUIDE)
    page.wait_for_load_state("networkidle")
    assert page.get_by_text("Straks geen bereik?").count() == 0
