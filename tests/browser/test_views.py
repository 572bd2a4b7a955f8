"""Each view at a door, in each state: as it is heard, without motion, in a reader's own colours, and by the keyboard alone."""

from __future__ import annotations

import re
from typing import Any

import pytest
from views import GUIDE, VIEWS

from axe import COLOURS, findings

pytestmark = pytest.mark.slow


def opened(browser: Any, **options: Any) -> Any:
    options = {"viewport": {"width": 390, "height": 844}, "locale": "nl-NL", "bypass_csp": True, **options}
    return browser.new_context(**options).new_page()


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_moves_and_everything_is_seen_in_own_colours(browser: Any, address: str, view: str):
    page = opened(browser, reduced_motion="reduce", forced_colors="active")
    VIEWS[view](page, address)
    moving, bare = page.evaluate(
        """() => {
            const shown = [...document.querySelectorAll('*')].filter((one) => one.checkVisibility());
            const moves = shown.filter((one) => {
                const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
                return (animationName !== 'none' && parseFloat(animationDuration) > 0) || parseFloat(transitionDuration) > 0;
            });
            const boxes = '.talk-box, .talk-foot > *, .situations button, .talk-call, .round-spot, .round-screen .button, .talk-bars span';
            const flat = shown.filter((one) => one.matches(boxes) && getComputedStyle(one).borderTopStyle === 'none');
            return [moves, flat].map((found) => found.map((one) => one.outerHTML.slice(0, 90)));
        }"""
    )
    assert moving == []
    assert bare == []
    assert findings(page) == []
    page.context.close()


PHONE, ENLARGED, LYING = (390, 844), (320, 256), (740, 320)


@pytest.mark.parametrize(
    ("size", "scheme"),
    [
        pytest.param(PHONE, "light", id="phone-light"),
        pytest.param(ENLARGED, "dark", id="400%-dark"),
        pytest.param(PHONE, "dark", marks=pytest.mark.hard, id="phone-dark"),
        pytest.param(ENLARGED, "light", marks=pytest.mark.hard, id="400%-light"),
        pytest.param(LYING, "light", marks=pytest.mark.hard, id="on its side-light"),
        pytest.param(LYING, "dark", marks=pytest.mark.hard, id="on its side-dark"),
    ],
)
def test_axe_finds_nothing_in_any_state(browser: Any, address: str, size: tuple[int, int], scheme: str):
    page = opened(browser, viewport={"width": size[0], "height": size[1]}, color_scheme=scheme)
    rules = COLOURS if (size, scheme) == (ENLARGED, "dark") else ()
    found = {}
    for view, go in VIEWS.items():
        if page.url.startswith(address):
            page.evaluate("localStorage.clear()")
        go(page, address)
        found[view] = findings(page, rules)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
    assert {view: problems for view, problems in found.items() if problems} == {}
    page.context.close()


# As it is heard


def heard(page: Any, within: str) -> str:
    """What a screen reader goes along, in its order: roles, names and states, without addresses."""
    snapshot = page.locator(within).first.aria_snapshot()
    return "\n".join(line for line in snapshot.splitlines() if "/url:" not in line)


def in_order(text: str, *parts: str) -> None:
    """These stand in the text, one after the other."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} is not heard here, or too early:\n{text}"
        at = found + len(part)


HEARD = {
    "home": (
        "main",
        (
            'heading "Een renovatie is een reden om aan te bellen." [level=1]',
            'navigation "Waar ben je nu?"',
            'link "Ik sta zo aan een deur het gesprek, scherm voor scherm"',
            'link "Er is iets aan de deur',
            'navigation "Ik wil …"',
        ),
    ),
    "offer": (".new-edition", ("Straks geen bereik?", 'link "Bewaar het handboek"', 'button "Niet nu"')),
    "before": (
        "dialog",
        (
            'dialog "vlak ervoor"',
            'button "Terug naar de bladzijde: Gesprek aan de deur · vlak ervoor"',
            "1 van 10",
            'heading "Zet klaar" [level=2]',
            'heading "Vooraf" [level=3]',
            'button "Terug" [disabled]',
            'button "Er is iets"',
            'button "Volgende"',
        ),
    ),
    "during": (
        "dialog",
        ("3 van 10", "[level=2]", 'heading "Vraag door" [level=3]', 'heading "Niet doen" [level=3]', 'button "Terug"'),
    ),
    "trouble": (
        "dialog",
        ('dialog "er is iets"', 'heading "Wat is er?" [level=2]', "list", 'button "Iemand is boos"', 'button "Terug"'),
    ),
    "situation": (
        "dialog",
        (
            'heading "Iemand is boos" [level=2]',
            'heading "Zeg" [level=3]',
            'heading "Doe" [level=3]',
            'heading "Niet doen" [level=3]',
            'button "Terug"',
            'link "Bij dreiging of geweld: 112 Alarmnummer"',
        ),
    ),
    "after": ("dialog", ("2 van 2", 'heading "Schrijf nooit op" [level=2]', 'button "Klaar"')),
    "situations": (
        "main",
        (
            'heading "Er is iets" [level=1]',
            'navigation "Wat is er?"',
            'link "Iemand is boos"',
            'heading "Iemand is boos" [level=2]',
            'link "Bij dreiging of geweld: 112 Alarmnummer"',
            'heading "Zeg" [level=3]',
        ),
    ),
    "details": ("main", ('textbox "Ik ben"', 'textbox "Nummer van de vaste persoon"', 'button "Wis alles"', "status")),
    "offline": ("main", ("status: Nog niet bewaard.", 'button "Bewaar voor onderweg')),
    "round": (
        "main",
        ("Schrijf geen namen op", "status", 'textbox "Naam van het portiek"', 'button "Zet erbij"'),
    ),
    "doors": (
        "main",
        (
            'heading "A" [level=2]',
            "0 van 4 deuren klaar",
            "Deur A 1: dicht, 1 van 4",
            "Deur A 2: nog niet",
            "status",
            'button "Zet terug"',
        ),
    ),
    "door": (
        "dialog",
        (
            'dialog "A 2"',
            'heading "A 2" [level=2]',
            'group "Hoe liep het af?"',
            'button "gesproken"',
            "Iets beloofd?",
            'button "Klaar"',
        ),
    ),
    "vow": (
        "dialog",
        (
            'button "Haal weg: poging 1"',
            'group "Belofte 1"',
            'textbox "Wat": lek melden',
            'combobox "Wie doet het"',
            'textbox "Uiterlijk"',
            'button "Klaar"',
        ),
    ),
    "promised": (
        "main",
        (
            'heading "Beloofd" [level=2]',
            'heading "Vandaag (1)" [level=3]',
            "Gedaan: A 2",
            "afspraak, 1 van 4, iets beloofd",
        ),
    ),
}
"""What is heard of each view, and in which order."""


def test_each_view_has_words_for_who_listens():
    assert HEARD.keys() == VIEWS.keys()


@pytest.mark.parametrize("view", VIEWS)
def test_what_is_heard_comes_in_order_and_each_thing_has_a_name(browser: Any, address: str, view: str):
    page = opened(browser)
    VIEWS[view](page, address)
    within, parts = HEARD[view]
    text = heard(page, within)
    in_order(text, *parts)
    nameless = [
        line for line in text.splitlines() if re.search(r"- (button|link|textbox|combobox|dialog)( \[|:|$)", line)
    ]
    assert nameless == []
    assert [line for line in text.splitlines() if re.search(r"- (paragraph|listitem)$", line)] == [], "nothing in it"
    assert "›" not in text.replace("‹", ""), "a sign that is read out"
    page.context.close()


# By the keyboard alone


def focused(page: Any) -> str:
    return page.evaluate("document.activeElement?.textContent?.trim() ?? ''")  # type: ignore[no-any-return]


def test_the_keyboard_is_never_lost_on_the_round(browser: Any, address: str):
    page = opened(browser)
    page.goto(f"{address}ronde/")
    page.locator("#ronde-plekken").fill("1-3")
    page.keyboard.press("Enter")
    assert focused(page).startswith("Deur 1"), "on the first new door"
    page.keyboard.press("Enter")
    page.get_by_role("button", name="afspraak").press("Enter")
    page.keyboard.type("lek melden")
    page.get_by_role("button", name="Haal weg: poging 1").press("Enter")
    assert page.evaluate("document.querySelector('.round-screen').contains(document.activeElement)")
    page.keyboard.press("Escape")
    page.locator(".round-screen").wait_for(state="detached")
    assert page.evaluate("document.activeElement.matches('.round-spot')"), "back on its door"
    page.get_by_role("button", name="Gedaan").press("Enter")
    assert focused(page) == "Zet terug"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.round-spot')")
    page.get_by_role("button", name="Wis de ronde").press("Enter")
    assert focused(page) == "Zet terug"
    page.keyboard.press("Enter")
    assert page.locator(".round-spot").count() == 3
    page.context.close()


def test_what_is_refused_at_a_door_is_not_closed_away(browser: Any, address: str):
    page = opened(browser)
    VIEWS["vow"](page, address)
    page.locator("#ronde-dag").fill("")
    page.locator("#ronde-dag").blur()
    assert "Kies een dag" in page.locator("#ronde-belofte-fout").inner_text()
    page.get_by_role("button", name="Klaar").click()
    assert page.evaluate("document.activeElement.id") == "ronde-dag"
    page.locator("#ronde-dag").fill("2027-01-01")
    page.locator("#ronde-belofte").fill("bellen met 06-12345678")
    page.locator("#ronde-belofte").blur()
    page.get_by_role("button", name="Klaar").click()
    assert page.evaluate("document.activeElement.id") == "ronde-belofte"
    page.locator("#ronde-belofte").fill("lek melden")
    page.locator("#ronde-belofte").blur()
    page.get_by_role("button", name="Klaar").click()
    page.locator(".round-screen").wait_for(state="detached")
    assert "lek melden" in page.locator("[data-round-open]").inner_text()
    page.context.close()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_switch_of_colours_hears_each_key_and_says_what_it_is(browser: Any, address: str, key: str):
    page = opened(browser, color_scheme="light")
    page.goto(address)
    switch = page.get_by_role("button", name="Donkere kleuren")
    background = "getComputedStyle(document.body).backgroundColor"
    assert switch.get_attribute("aria-pressed") == "false"
    light = page.evaluate(background)
    switch.focus()
    page.keyboard.press(key)
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.evaluate(background) != light
    page.goto(address + GUIDE)
    assert switch.get_attribute("aria-pressed") == "true", "also on the next page"
    switch.press(key)
    assert switch.get_attribute("aria-pressed") == "false"
    assert page.evaluate(background) == light
    page.context.close()


@pytest.mark.parametrize("width", [320, 390])
def test_a_number_and_a_day_stand_on_one_line(browser: Any, address: str, width: int):
    page = opened(browser, viewport={"width": width, "height": 844})
    page.goto(f"{address}veilig-op-pad/")
    lines = page.evaluate("[...document.querySelectorAll('td .whole')].map((one) => one.getClientRects().length)")
    assert len(lines) > 10
    assert set(lines) == {1}
    page.context.close()
