"""A button that prints does so once, whatever else is on its page."""

from __future__ import annotations

from typing import Any

import pytest
from small_site import reader

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    "place", ["gesprekken/praatje/", "fasen/kijken/rondje-lopen/", "wie-doet-mee/", "terugteller/", "hoe-ver-zijn-we/"]
)
def test_a_button_that_prints_does_so_once(browser: Any, klein: str, place: str):
    with reader(browser, script="window.printed = 0; window.print = () => { window.printed += 1; };") as device:
        page = device.new_page()
        page.goto(f"{klein}{place}")
        buttons = page.locator("[data-print]:visible")
        assert buttons.count() >= 1
        for number in range(buttons.count()):
            buttons.nth(number).click()
            assert page.evaluate("window.printed") == number + 1
