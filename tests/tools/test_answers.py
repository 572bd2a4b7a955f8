"""No tool gives an answer while what it is asked cannot be read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_site import reader

pytestmark = pytest.mark.slow


@pytest.fixture
def page(browser: Any) -> Any:
    with reader(browser) as device:
        yield device.new_page()


def meter(page: Any, klein: str) -> Any:
    page.goto(f"{klein}wie-doet-mee/")
    for field, number in (("tenants", "174"), ("yes", "100"), ("no", "21")):
        page.locator(f"#{field}-0").fill(number)
    said = page.locator("[data-meter-said]")
    assert "Nog 22 te gaan" in said.inner_text()
    return said


@pytest.mark.parametrize(
    ("field", "text", "reason"),
    [
        ("yes", "98,5", "heel getal"),
        ("yes", "-5", "van 0 of meer"),
        ("tenants", "honderd", "met cijfers"),
        ("no", "1e2a", "alleen cijfers"),
        ("yes", "99999999999", "hoogstens 99.999"),
        ("yes", "98%", "alleen cijfers"),
    ],
)
def test_an_old_answer_goes_when_a_field_cannot_be_read(page: Any, klein: str, field: str, text: str, reason: str):
    said = meter(page, klein)
    page.locator(f"#{field}-0").fill(text)
    assert said.inner_text().startswith("Er is nu geen uitkomst.")
    assert reason in said.inner_text()
    assert said.get_attribute("role") == "status"
    input_ = page.locator(f"#{field}-0")
    assert input_.get_attribute("aria-invalid") == "true"
    assert reason in page.locator(f"#{input_.get_attribute('aria-describedby')}").inner_text()
    shown = "[data-meter-sum], [data-unheard], [data-meter-total], [data-meter-paper] td"
    assert "".join(page.locator(shown).all_text_contents()).replace("klopt niet", "") == ""
    assert page.locator("[data-meter-bar]").is_hidden()
    page.locator(f"#{field}-0").fill("100" if field == "yes" else "174" if field == "tenants" else "21")
    assert "Nog 22 te gaan" in said.inner_text()
    assert input_.get_attribute("aria-invalid") == "false"


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        (("10", "12", ""), "Er doen meer buren mee (12) dan er buren zijn (10)."),
        (("10", "", "11"), "Er doen meer buren niet mee (11) dan er buren zijn (10)."),
        (("10", "8", "3"), "Mee en niet mee samen (11) zijn meer dan het aantal buren (10)."),
        (("", "8", ""), "Vul ook in hoeveel buren er zijn."),
        (("0", "1", "1"), "Er doen meer buren mee (1) dan er buren zijn (0)."),
    ],
)
def test_a_sum_that_cannot_be_names_its_cause(page: Any, klein: str, numbers: tuple[str, ...], words: str):
    page.goto(f"{klein}wie-doet-mee/")
    for field, number in zip(("tenants", "yes", "no"), numbers, strict=True):
        page.locator(f"#{field}-0").fill(number)
    assert page.locator("[data-meter-said]").inner_text() == f"Dit kan niet kloppen. {words}"
    assert page.locator("[data-meter-sum]").inner_text() == ""


def test_the_part_that_is_wrong_or_empty_is_named(page: Any, klein: str):
    said = meter(page, klein)
    page.get_by_role("button", name="Tel per straat").click()
    assert said.inner_text().endswith("Straat 2 is nog leeg en telt niet mee.")
    page.keyboard.type("Trap B")
    page.locator("#tenants-1").fill("10")
    page.locator("#yes-1").fill("11")
    assert said.inner_text().startswith("Dit kan niet kloppen bij Trap B.")
    page.locator("#yes-1").fill("7")
    page.locator("#no-0").fill("x")
    assert "Verbeter eerst Doen niet mee bij Straat 1." in said.inner_text()
    page.get_by_role("button", name="Voeg een straat toe").click()
    assert page.locator("#no-0").input_value() == "x", "what was typed is still there"
    assert "Verbeter eerst Doen niet mee bij Straat 1." in said.inner_text()


def test_a_thousand_is_a_thousand_and_two_cells_are_no_number(page: Any, klein: str):
    page.goto(f"{klein}wie-doet-mee/")
    page.locator("#tenants-0").fill("1.000")
    assert "Nodig voor 70%: 700." in page.locator("[data-meter-said]").inner_text()
    page.locator("#tenants-0").evaluate(
        """field => {
        const data = new DataTransfer();
        data.setData('text', '98\\r\\n100\\r\\n');
        field.value = '';
        field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}));
    }"""
    )
    assert page.locator("#tenants-0").input_value() == "98; 100"
    assert "Er is nu geen uitkomst" in page.locator("[data-meter-said]").inner_text()


def planner(page: Any, klein: str) -> Any:
    page.clock.set_fixed_time("2026-11-30T12:00:00")
    page.goto(f"{klein}terugteller/")
    page.locator("#start").fill("2031-09-01")
    said = page.locator("[data-plan-said]")
    assert "op 1 september 2031" in said.inner_text()
    return said


def nothing_is_planned(page: Any) -> None:
    assert "".join(page.locator("[data-plan-from], [data-plan-to]").all_text_contents()) == ""
    assert page.locator("[data-plan-picture] svg").count() == 0
    assert page.locator("[data-plan-calendar]").is_disabled()
    assert page.locator("[data-plan-save]").is_disabled()


def test_nothing_is_planned_while_a_year_is_half_typed(page: Any, klein: str):
    said = planner(page, klein)
    heard = []
    for year in ("0002", "0020", "0202"):
        page.locator("#start").fill(f"{year}-09-01")
        heard.append(said.inner_text())
        nothing_is_planned(page)
    assert set(heard) == {"Maak de datum af: dag, maand en jaar."}
    page.reload()
    assert page.locator("#start").input_value() == "2031-09-01", "what was kept stays"
    page.locator("#start").press("Backspace")  # a part of a date goes
    assert page.locator("#start").input_value() == ""
    assert "Maak de datum af" in said.inner_text()
    nothing_is_planned(page)
    page.reload()
    assert page.locator("#start").input_value() == "2031-09-01"


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1999-01-01", "2042-01-01"])
def test_a_day_that_cannot_be_gives_no_calendar(page: Any, klein: str, day: str):
    planner(page, klein)
    page.locator("#start").fill(day)
    nothing_is_planned(page)
    assert page.locator("#start").get_attribute("aria-invalid") == "true"
    project = {"name": "Oud", "plan": {"start": day, "spans": {}, "busy": None}}
    state = json.dumps({"version": 2, "current": "a", "projects": {"a": project}})
    page.evaluate("text => localStorage.setItem('handboek:/handboek/', text)", state)
    page.reload()
    nothing_is_planned(page)


def test_months_that_cannot_be_give_no_plan(page: Any, klein: str):
    said = planner(page, klein)
    row = page.locator("[data-phase]").first
    first, last = row.locator("[data-month]").all()
    for text, reason in (
        ("-40,4", "heel getal"),
        ("veel", "met cijfers"),
        ("121", "hoogstens 120"),
        ("-121", "van −120"),
    ):
        first.fill(text)
        assert reason in said.inner_text()
        assert reason in row.locator(".wrong").inner_text()
        nothing_is_planned(page)
        first.press("Tab")
        assert first.input_value() == text, "what was typed stays, to be put right"
    first.fill("-3")
    last.fill("-10")
    assert "kan niet ophouden voor ze begint" in said.inner_text()
    nothing_is_planned(page)
    last.fill("2")
    assert "op 1 september 2031" in said.inner_text()


def test_what_is_wrong_in_one_project_is_not_wrong_in_another(page: Any, klein: str):
    planner(page, klein)
    page.goto(f"{klein}mijn-projecten/")
    page.locator("#nieuw-project").fill("Ander")
    page.locator("#nieuw-project").press("Enter")
    page.goto(f"{klein}terugteller/")
    page.locator("[data-month]").first.fill("veel")
    page.locator("#start").fill("0020-01-01")
    page.locator("#project").select_option(label="Mijn project")
    assert "op 1 september 2031" in page.locator("[data-plan-said]").inner_text()
    assert page.locator("[aria-invalid=true]").count() == 0


@pytest.mark.parametrize("text", ["0", "honderd", "1,5", "", "99"])
def test_how_many_at_a_time_is_a_number_or_nothing_is_said(page: Any, klein: str, text: str):
    page.clock.set_fixed_time("2026-11-30T12:00:00")
    projects = {
        name: {"name": name, "plan": {"start": f"203{n}-01-01", "spans": {}, "busy": None}}
        for n, name in enumerate("ab")
    }
    state = json.dumps({"version": 2, "current": "a", "limit": 1, "projects": projects})
    page.goto(f"{klein}terugteller/")
    page.evaluate("text => localStorage.setItem('handboek:/handboek/', text)", state)
    page.reload()
    busy = page.locator("[data-phase] input[type=checkbox]").first
    busy.check()
    assert "tegelijk" in page.locator("[data-plan-overlap]").inner_text()
    page.locator("#tegelijk").fill(text)
    assert page.locator("[data-plan-overlap]").inner_text() == "Vul eerst in hoeveel straten jullie tegelijk aankunnen."
    assert page.locator("#tegelijk-fout").inner_text() != ""
    assert page.locator("[data-plan-together] svg").count() == 0


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "Europe/Amsterdam", "Pacific/Apia"])
@pytest.mark.parametrize("moment", ["2027-03-28T01:30:00Z", "2027-10-31T00:59:59Z", "2028-02-29T12:00:00Z"])
def test_a_day_is_a_day_in_every_time_zone(browser: Any, klein: str, zone: str, moment: str):
    with reader(browser, timezone_id=zone) as device:
        page = device.new_page()
        page.clock.set_fixed_time(moment)
        page.goto(f"{klein}terugteller/")
        today = page.evaluate("Dates.today()")
        page.locator("#start").fill(today)
        assert "Het feest is vandaag" in page.locator("[data-plan-said]").inner_text()
        page.locator("#start").fill("2031-02-28")
        assert "op 28 februari 2031" in page.locator("[data-plan-said]").inner_text()


@pytest.mark.parametrize("broken", ["toBlob", "decode", "getContext"])
@pytest.mark.parametrize("tool", ["terugteller", "hoe-ver-zijn-we"])
def test_a_picture_that_fails_says_so(browser: Any, klein: str, tool: str, broken: str):
    script = {
        "toBlob": "HTMLCanvasElement.prototype.toBlob = (use) => use(null);",
        "decode": "HTMLImageElement.prototype.decode = () => Promise.reject(new DOMException('', 'EncodingError'));",
        "getContext": "HTMLCanvasElement.prototype.getContext = () => null;",
    }[broken]
    with reader(browser, script=script) as device:
        page = device.new_page()
        planner(page, klein)
        page.goto(f"{klein}{tool}/")
        if tool == "hoe-ver-zijn-we":
            moments = (page.locator(f"#moment-{moment}") for moment in ("voor", "tijdens", "na"))
            next(moment for moment in moments if (moment.check(), page.locator(".ask:visible").count())[1])
            page.locator(".ask:visible input[value=nee]").first.check()
        page.get_by_role("button", name="Bewaar als plaatje").click()
        page.get_by_text("Het plaatje is niet gelukt").wait_for()
