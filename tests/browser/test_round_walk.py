"""The round on a phone: ten doors in an hour with one thumb, kept without a connection, and nothing that points at somebody."""

from __future__ import annotations

from typing import Any

import pytest

from axe import findings

pytestmark = pytest.mark.slow


@pytest.fixture
def phone(browser: Any, address: str) -> Any:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, accept_downloads=True, bypass_csp=True
    )
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(f"{address}ronde/")
    page.locator("#ronde-deel").fill("A")
    page.locator("#ronde-plekken").fill("1-10")
    page.get_by_role("button", name="Zet erbij").tap()
    yield page
    assert page.problems == []
    context.close()


def test_ten_doors_take_two_taps_each_and_stay(phone: Any):
    outcomes = [
        "dicht",
        "gesproken",
        "wil niet",
        "twijfelt",
        "dicht",
        "gesproken",
        "dicht",
        "dicht",
        "gesproken",
        "afspraak",
    ]
    for at, outcome in enumerate(outcomes):
        phone.locator(".round-spot").nth(at).tap()
        phone.locator(".round-screen").get_by_role("button", name=outcome, exact=True).tap()
        if outcome == "afspraak":  # asks what was agreed, and when
            assert phone.locator("#ronde-belofte").is_visible()
            phone.get_by_role("button", name="Klaar").tap()
        phone.locator(".round-screen").wait_for(state="detached")
        assert outcome in phone.locator("[data-round-said]").inner_text()
    phone.reload()
    said = [one.locator("[aria-hidden]").nth(1).inner_text() for one in phone.locator(".round-spot").all()]
    assert said == outcomes
    assert "4 van 10 deuren klaar" in phone.locator(".round-part .note").inner_text()
    assert all(one.bounding_box()["height"] >= 44 for one in phone.locator(".round-spot").all())


def test_a_promise_stands_above_everything_until_it_is_kept_and_holds_no_person(phone: Any):
    phone.locator(".round-spot").first.tap()
    phone.locator(".round-vow summary").tap()
    what = phone.locator("#ronde-belofte")
    what.fill("bellen met 06-12345678")
    what.blur()
    assert "telefoonnummer" in phone.locator("#ronde-belofte-fout").inner_text()
    what.fill("lek melden")
    what.blur()
    phone.locator("#ronde-dag").fill("2026-01-02")
    phone.locator("#ronde-dag").blur()
    phone.get_by_role("button", name="Klaar").tap()
    assert "Te laat (1)" in phone.locator("[data-round-open]").inner_text()
    assert "06" not in phone.locator("[data-round-open]").inner_text()
    phone.get_by_role("button", name="Gedaan: A 1, lek melden").tap()
    assert not phone.locator("[data-round-vows]").is_visible()
    phone.get_by_role("button", name="Zet terug").tap()
    assert phone.locator("[data-round-vows]").is_visible()


def test_a_second_promise_at_a_door_leaves_the_first_where_it_is(phone: Any):
    phone.locator(".round-spot").first.tap()
    screen = phone.locator(".round-screen")
    for number, what in enumerate(("lek melden", "brief sturen")):
        screen.get_by_role("button", name="afspraak", exact=True).tap()
        field = phone.locator(f"#ronde-belofte{'-2' if number else ''}")
        assert field.evaluate("one => one === document.activeElement && one.value === ''")
        field.fill(what)
        field.blur()
    screen.get_by_role("button", name="Nog iets beloofd").tap()
    assert phone.locator("#ronde-belofte-3").evaluate("one => one === document.activeElement")
    phone.get_by_role("button", name="Klaar").tap()
    assert "Vandaag (2)" in phone.locator("[data-round-open]").inner_text()
    phone.get_by_role("button", name="Gedaan: A 1, lek melden").tap()
    assert "Vandaag (1)" in phone.locator("[data-round-open]").inner_text()
    phone.locator(".round-spot").first.tap()
    assert "lek melden. Gedaan op" in screen.inner_text()
    assert phone.locator("#ronde-belofte").input_value() == "brief sturen"
    screen.get_by_role("button", name="Gedaan: brief sturen").tap()
    assert screen.locator(".round-tries").last.locator("li").count() == 2
    assert findings(phone) == []


def test_a_promise_that_is_half_typed_is_kept_however_the_door_is_left(phone: Any):
    phone.locator(".round-spot").first.tap()
    phone.locator(".round-screen summary").tap()
    phone.locator("#ronde-belofte").press_sequentially("lek melden")
    phone.keyboard.press("Escape")
    phone.locator(".round-screen").wait_for(state="detached")
    assert "lek melden" in phone.locator("[data-round-vows]").inner_text()
    phone.locator(".round-spot").first.tap()
    phone.locator("#ronde-belofte").fill("bel 06 12345678")
    for leave in (
        lambda: phone.keyboard.press("Escape"),
        lambda: phone.locator(".round-screen").get_by_role("button", name="dicht", exact=True).tap(),
        lambda: phone.get_by_role("button", name="Klaar").tap(),
    ):
        leave()
        assert phone.locator("#ronde-belofte").evaluate("field => field === document.activeElement")
        assert "niet bewaard" in phone.locator(".round-screen .wrong").first.inner_text()


def test_two_colleagues_have_a_stairwell_once(phone: Any):
    """What the first of them wrote down is said to be there to who writes it down again."""
    phone.locator("[data-round-new] summary").tap()
    phone.locator("#ronde-deel").fill("a")
    phone.locator("#ronde-plekken").fill("3-4")
    phone.get_by_role("button", name="Zet erbij").tap()
    assert phone.locator("[data-round-wrong]").inner_text() == "Deze deuren staan er al."
    phone.locator("#ronde-plekken").fill("10-12")
    phone.get_by_role("button", name="Zet erbij").tap()
    assert phone.locator(".round-spot").count() == 12


def test_what_is_wiped_comes_back_and_what_goes_out_is_a_table(phone: Any):
    with phone.expect_download() as given:
        phone.get_by_role("button", name="Download als tabel").tap()
    assert given.value.suggested_filename.endswith(".csv")
    phone.get_by_role("button", name="Wis de ronde").tap()
    assert phone.locator(".round-spot").count() == 0
    phone.get_by_role("button", name="Zet terug").tap()
    assert phone.locator(".round-spot").count() == 10


def test_the_parts_stand_in_the_meter(phone: Any, address: str):
    phone.locator("[data-round-meter]").tap()
    phone.goto(f"{address}draagvlakmeter/")
    assert phone.locator("#tenants-0").input_value() == "10"


@pytest.mark.parametrize(("width", "height"), [(320, 568), (390, 844), (740, 320)])
def test_axe_finds_nothing_and_nothing_is_cut_off(phone: Any, width: int, height: int):
    phone.set_viewport_size({"width": width, "height": height})
    assert findings(phone) == []
    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    phone.locator(".round-spot").first.tap()
    assert findings(phone) == []
    assert phone.locator(".round-screen").evaluate("one => one.scrollWidth <= one.clientWidth")
