"""The tools of a method about something else: another share, another month 0, other moments, and words of its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from small_site import reader

pytestmark = pytest.mark.slow


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    with reader(browser) as device:
        page = device.new_page()
        page.clock.set_fixed_time("2026-11-30T12:00:00")
        yield page


def test_the_tools_count_plan_and_ask_what_the_method_says(page: Any, moestuin: str):
    # A meter with a share of 40%, of families that help, by class.
    page.goto(f"{moestuin}helpende-gezinnen/")
    said = page.locator("[data-meter-said]")
    assert said.inner_text() == "Vul in hoeveel gezinnen er zijn."
    for label, number in (("Gezinnen", "25"), ("Helpen mee", "9"), ("Helpen niet mee", "4")):
        page.get_by_label(label, exact=True).fill(number)
    assert said.inner_text() == "Nog 1 te gaan: 9 van de 25 gezinnen helpen mee. Nodig voor 40%: 10."
    assert page.locator("[data-meter-sum]").inner_text().startswith("9 mee × 5 = 45. 25 gezinnen × 2 = 50.")
    page.get_by_label("Helpen niet mee", exact=True).fill("16")
    assert said.inner_text().endswith(
        "Elk gezin is gevraagd. Begin met minder bedden, of vraag de klassen die nog niet meededen."
    )
    page.get_by_label("Helpen niet mee", exact=True).fill("4")
    page.get_by_role("button", name="Tel per klas").click()
    assert page.locator("legend").all_inner_texts() == ["Klas 1", "Klas 2"]
    assert "Bij 25 gezinnen zijn er 10 nodig." in page.locator("body").inner_text()

    # A planner that counts back from the first day of sowing.
    page.goto(f"{moestuin}zaaikalender/")
    page.get_by_label("Geplande eerste zaaidag").fill("2027-03-20")
    said = page.locator("[data-plan-said]")
    begun = "Jullie zaaien op 20 maart 2027. Dan had fase 1, Bedenken op 20 november 2026 moeten beginnen"
    assert said.inner_text().startswith(begun)
    assert said.inner_text().endswith("of schuif de eerste zaaidag op.")
    assert page.locator("[data-phase] input[type=checkbox]").evaluate_all("all => all.map(one => one.checked)") == [
        False, True, True,
    ]  # fmt: skip
    assert "Zoveel intensieve tuinen" in page.locator("body").inner_text()

    # A scan at two moments of its own.
    page.goto(f"{moestuin}tuinkeuring/")
    assert page.locator(".moments label").all_inner_texts() == ["In de winter", "Vlak voor de zomer"]
    page.get_by_label("Vlak voor de zomer").check()
    assert page.locator(".ask:visible").count() == 5
    page.locator(".ask:visible input[value=nee]").first.check()
    assert page.locator("[data-scan-said]").inner_text() == "1 van 5 vragen beantwoord. 1 nee, 4 nog open."

    # All of it stands with the project, in the same words, after a reload.
    page.goto(f"{moestuin}mijn-projecten/")
    facts = page.locator(".project .note").inner_text()
    assert facts.endswith("25 gezinnen op de gezinsteller; eerste zaaidag 20 maart 2027; tuinkeuring zomer.")
    assert "bijvoorbeeld een schoolplein" in page.locator("body").inner_text()

    # And the search offers what can be found here.
    page.locator("[data-search-open]:visible").first.click()
    assert page.locator("#zoekvraag").get_attribute("placeholder") == "Zoek, bijvoorbeeld “slakken”"
    tries = page.locator(".search-tries button")
    tries.first.wait_for()
    assert tries.all_inner_texts() == ["wie geeft water in de vakantie", "slakken"]
