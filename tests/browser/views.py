"""The views and states of what a phone shows at a door: each is a way there, from an address of the site."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

GUIDE = "gesprekken/deur-tot-deur/"


def at(path: str, ready: str) -> Callable[[Any, str], None]:
    """A view that an address leads to."""

    def go(page: Any, address: str) -> None:
        page.goto("about:blank")  # an address that differs in its last part only would not load anew
        page.goto(address + path)
        page.locator(ready).first.wait_for()

    return go


def doors(page: Any, address: str) -> None:
    """The round with four doors, of which one has an answer."""
    at("ronde/", "#ronde-deel")(page, address)
    page.locator("#ronde-deel").fill("A")
    page.locator("#ronde-plekken").fill("1-4")
    page.get_by_role("button", name="Zet erbij").click()
    page.locator(".round-spot").first.click()
    page.locator(".round-screen").get_by_role("button", name="dicht", exact=True).click()


def door(page: Any, address: str) -> None:
    doors(page, address)
    page.locator(".round-spot").nth(1).click()


def vow(page: Any, address: str) -> None:
    """A door where something was promised."""
    door(page, address)
    page.locator(".round-screen").get_by_role("button", name="afspraak", exact=True).click()
    page.locator("#ronde-belofte").fill("lek melden")
    page.locator("#ronde-belofte").blur()


def promised(page: Any, address: str) -> None:
    vow(page, address)
    page.get_by_role("button", name="Klaar").click()


def offer(page: Any, address: str) -> None:
    at(GUIDE, "text=Straks geen bereik?")(page, address)


VIEWS: dict[str, Callable[[Any, str], None]] = {
    "home": at("", ".ways.now"),
    "offer": offer,
    "before": at(f"{GUIDE}#lees-voor-1", ".talk-body"),
    "during": at(f"{GUIDE}#lees-voor-3", ".talk-body"),
    "trouble": at(f"{GUIDE}#lees-iets", ".talk-body"),
    "situation": at(f"{GUIDE}#lees-iets-boos", ".talk-body"),
    "after": at(f"{GUIDE}#lees-na-2", ".talk-body"),
    "situations": at("er-is-iets/", ".situations"),
    "details": at("mijn-gegevens/", "[data-own-details]"),
    "offline": at("onderweg/", "[data-offline-keep]:visible"),
    "round": at("ronde/", "#ronde-deel"),
    "doors": doors,
    "door": door,
    "vow": vow,
    "promised": promised,
}
