"""Two tabs of one reader: what is done in one is in the other, nothing of one is lost by the other, and both say the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from small_site import reader
from test_projects import KEPT, KEY, add, export, names, projects, said
from test_team import read_in

from conftest import until

pytestmark = pytest.mark.slow

METER, PLANNER, STEP = "wie-doet-mee/", "terugteller/", "fasen/kijken/rondje-lopen/"


@pytest.fixture
def device(browser: Any) -> Iterator[Any]:
    with reader(browser, accept_downloads=True) as device:
        yield device


def tab(device: Any, address: str) -> Any:
    page = device.new_page()
    page.goto(address)
    return page


def quiet(page: Any) -> None:
    """The browser tells this tab nothing of what another writes, as when it sleeps."""
    page.evaluate("window.addEventListener('storage', event => event.stopImmediatePropagation(), { capture: true })")


def test_what_is_typed_in_one_tab_stands_in_the_other(device: Any, klein: str):
    one, other = tab(device, klein + METER), tab(device, klein + METER)
    one.locator("#tenants-0").fill("24")
    one.locator("#tenants-0").blur()
    until(other, "document.querySelector('#tenants-0').value === '24'")
    other.locator("#yes-0").fill("7")
    other.locator("#yes-0").blur()
    until(one, "document.querySelector('#yes-0').value === '7'")
    assert one.locator("[data-meter-said]").inner_text() == other.locator("[data-meter-said]").inner_text()


def test_fields_of_one_page_in_two_tabs_that_heard_nothing_of_each_other_both_stay(device: Any, klein: str):
    """A tab writes on what is kept, never on what it showed."""
    one, other = tab(device, klein + METER), tab(device, klein + METER)
    one.locator("#tenants-0").fill("24")
    one.locator("#tenants-0").blur()
    until(other, "document.querySelector('#tenants-0').value === '24'")
    for page in (one, other):
        page.evaluate("Projects.store.heard = () => {}")
        quiet(page)
    one.locator("#yes-0").fill("7")
    one.locator("#yes-0").blur()
    other.locator("#no-0").fill("3")
    other.locator("#no-0").blur()
    third = tab(device, klein + METER)
    row = "(({ tenants, yes, no }) => [tenants, yes, no])(Projects.project().meter[0])"
    assert third.evaluate(row) == [24, 7, 3]


def test_a_number_that_is_half_typed_is_not_taken_away_by_another_tab(device: Any, klein: str):
    one, other = tab(device, klein + METER), tab(device, klein + METER)
    one.locator("#tenants-0").fill("24")
    one.locator("#tenants-0").blur()
    until(other, "document.querySelector('#tenants-0').value === '24'")
    one.locator("#yes-0").click()
    one.keyboard.type("1")
    other.locator("#no-0").fill("3")
    other.locator("#no-0").blur()
    until(one, "Projects.project().meter[0].no === 3")
    assert one.locator("#yes-0").input_value() == "1"
    one.keyboard.type("2")
    one.locator("#yes-0").blur()
    until(other, 'JSON.stringify(Projects.project().meter[0]).includes(\'"yes":12,"no":3\')')


def test_two_tools_of_one_project_in_two_tabs_keep_both(device: Any, klein: str):
    meter, plan, step = (tab(device, klein + where) for where in (METER, PLANNER, STEP))
    meter.locator("#tenants-0").fill("24")
    meter.locator("#tenants-0").blur()
    until(plan, "Projects.store.value.current !== ''")
    plan.locator("#start").fill("2031-02-28")
    plan.locator("#start").blur()
    step.locator(".checklist input").first.check()
    until(step, f"Object.keys({KEPT}[0].ticks).length === 1")
    for page in (meter, plan, step):
        until(
            page, "Projects.project().plan.start === '2031-02-28' && Object.keys(Projects.project().ticks).length === 1"
        )
        assert page.evaluate("Projects.project().meter[0].tenants") == 24
        assert page.evaluate(f"{KEPT}.length") == 1


def test_two_tabs_that_both_begin_at_once_lose_nothing(device: Any, klein: str):
    """Nothing is kept yet, and each makes a project of its own: both are there, and can be worked on."""
    meter, plan = tab(device, klein + METER), tab(device, klein + PLANNER)
    for page in (meter, plan):
        quiet(page)
    meter.locator("#tenants-0").fill("24")
    meter.locator("#tenants-0").blur()
    plan.locator("#start").fill("2031-02-28")
    plan.locator("#start").blur()
    kept = json.loads(meter.evaluate(f"JSON.stringify({KEPT})"))
    assert {row["tenants"] for one in kept for row in one["meter"]} == {24}
    assert [one["plan"]["start"] for one in kept if one["plan"]["start"]] == ["2031-02-28"]


def test_a_project_that_is_deleted_in_one_tab_while_another_works_on_it(device: Any, klein: str):
    """What is typed after goes where the page says that it goes, and the deleted project comes back whole."""
    page = projects(device, klein)
    add(page, "Nigerdreef")
    meter = tab(device, klein + METER)
    meter.locator("#tenants-0").fill("24")
    meter.locator("#tenants-0").blur()
    page.get_by_role("button", name="Wis: Nigerdreef").click()
    until(meter, "document.querySelector('#tenants-0').value === ''")
    meter.locator("#tenants-0").fill("5")
    meter.locator("#tenants-0").blur()
    until(page, "document.querySelectorAll('.project').length === 1")
    assert names(page) == ["Mijn project"]
    page.locator("[data-gone]").get_by_role("button", name="Zet terug: Nigerdreef").click()
    assert said(page) == "Nigerdreef staat er weer."
    tenants = "Object.fromEntries(Object.values(Projects.store.value.projects).map(({ name, meter }) => [name, meter[0].tenants]))"
    assert page.evaluate(tenants) == {"Mijn project": 5, "Nigerdreef": 24}


def test_a_file_that_is_read_in_one_tab_shows_in_the_other_and_takes_nothing_of_it(
    device: Any, klein: str, tmp_path: Any
):
    page = projects(device, klein)
    add(page, "Nigerdreef")
    old = export(page, "Nigerdreef", tmp_path)
    step = tab(device, klein + STEP)
    step.locator(".checklist input").first.check()
    until(page, "Object.keys(Projects.project().ticks).length === 1")
    read_in(page, old)
    step.locator(".checklist input").nth(1).check()
    until(page, "Object.keys(Projects.project().ticks).length === 2")
    page.get_by_role("button", name="Voeg samen: Nigerdreef").click()
    assert page.evaluate("Object.keys(Projects.project().ticks).length") == 2
    assert step.locator(".checklist input:checked").count() == 2


def test_the_text_that_is_kept_only_grows_by_events(device: Any, klein: str):
    """Whatever two tabs do, what was done before stays among the events."""
    one, other = tab(device, klein + METER), tab(device, klein + METER)
    rows = f"JSON.parse(localStorage.getItem('{KEY}')).events.rows.length"
    before = 0
    for number in range(6):
        page = (one, other)[number % 2]
        page.locator("#tenants-0").fill(str(20 + number))
        page.locator("#tenants-0").blur()
        now = page.evaluate(rows)
        assert now > before
        before = now
