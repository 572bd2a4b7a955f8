"""Every kind of page for everybody: axe without findings, a keyboard that reaches all, and no sideways scrolling."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from lxml import html

from axe import findings
from conftest import ROOT, Site, kinds_of_page
from handboek.model.own_details import DETAILS

pytestmark = pytest.mark.slow


def open_page(browser: Any, width: int, scheme: str = "light") -> Any:
    # axe brings its own script, which the page's policy rightly refuses; only this test goes around it
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)
    return context.new_page()


def test_axe_finds_nothing_with_the_menu_and_a_conversation_open(browser: Any, address: str):
    page = open_page(browser, 390)
    page.goto(address)
    page.locator(".menu-narrow summary").click()
    assert findings(page) == []
    page.goto(f"{address}gesprekken/open-agenda/")
    page.locator("[data-talk-open=voor]").click()
    page.locator(".talk-next").click()
    assert findings(page) == []
    page.context.close()


WATCH = """() => {
    const stops = [], been = new Set();
    window.walk = { stops, round: false };
    document.addEventListener('keyup', () => {  // by then it has been brought into view
        const target = document.activeElement;
        if (been.has(target) || target === document.body) window.walk.round = true;
        if (window.walk.round) return;
        been.add(target);
        // a hidden radio button shows itself in the label beside it
        const shown = target.matches('input[type=radio]') ? target.nextElementSibling : target;
        const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
        const seen = box.width > 0 && box.height > 0 && style.visibility !== 'hidden';
        const marked = style.outlineStyle !== 'none' || style.boxShadow !== 'none';
        // at least a corner of it lies on top: nothing that stays in its place on the screen covers it whole (WCAG 2.4.11)
        const [left, right] = [box.left + 2, box.right - 2], [top, bottom] = [box.top + 2, box.bottom - 2];
        const spots = [[left, top], [right, top], [left, bottom], [right, bottom], [(left + right) / 2, (top + bottom) / 2]];
        const bare = spots.some(([x, y]) => shown.contains(document.elementFromPoint(x, y)));
        stops.push({ text: target.outerHTML.slice(0, 90), good: seen && marked && bare });
    });
}"""
"""Writes down each stop of the keyboard, until it is where it was before."""
ROUND = "window.walk.round || !document.activeElement || document.activeElement === document.body"


@pytest.mark.parametrize(
    ("width", "kinds"),
    [
        (1280, slice(0, 4)),
        pytest.param(1280, slice(4, 8), marks=pytest.mark.hard),
        pytest.param(390, slice(0, 8), marks=pytest.mark.hard),
    ],
)
def test_the_keyboard_goes_everywhere_and_shows_where_it_is(
    site: Site, browser: Any, address: str, width: int, kinds: slice
):
    """Tab through a page: the first stop skips to the text, every stop can be seen, and nothing holds the keyboard."""
    page = open_page(browser, width)
    page.emulate_media(reduced_motion="reduce")  # a page that still moves shows nothing where it will be
    for path in kinds_of_page(site)[kinds]:
        page.goto(address + path)
        page.evaluate(WATCH)
        for _ in range(20):
            for _ in range(20):
                page.keyboard.press("Tab")
            if page.evaluate(ROUND):
                break
        stops = page.evaluate("window.walk.stops")
        assert len(stops) > 10, path
        assert [stop["text"] for stop in stops if not stop["good"]] == [], path
    page.context.close()


def test_no_script_acts_before_a_finger_is_lifted():
    """Who touches the wrong thing can slide away from it (WCAG 2.5.2)."""
    scripts = [path for path in (ROOT / "overrides").rglob("*.js") if "vendor" not in path.parts]
    early = [
        path.name for path in scripts if re.search(r"mousedown|pointerdown|\.onmouse", path.read_text(encoding="utf-8"))
    ]
    assert len(scripts) > 50
    assert early == []


def test_what_a_browser_may_fill_in_has_its_name(site: Site):
    """What somebody fills in about themselves has the name that browsers know it by (WCAG 1.3.5); what is of others has none."""
    fields = html.fromstring(site.html("mijn-gegevens/")).xpath("//form[@data-own-details]//input[@type='text']")
    known = {field.get("name"): field.get("autocomplete") for field in fields}
    assert known == {detail.id: detail.fills for detail in DETAILS}
    assert known["organisatie"] == "organization"


def test_without_javascript_everything_is_there(site: Site, browser: Any, address: str):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}fasen/opbouwen/hulp-die-komt/")
    assert page.locator(".checklist > li").count() >= 5
    assert page.locator(".checklist > li").first.is_visible()
    page.locator(".menu-narrow summary").click()
    page.get_by_role("link", name="Werkbladen").first.click()
    page.wait_for_url("**/werkbladen/")
    page.locator(".cards a[href*='toezeggingen']").click()
    assert page.locator(".files a").first.is_visible()
    context.close()


def test_motion_and_forced_colours_are_respected(browser: Any, address: str):
    context = browser.new_context(
        reduced_motion="reduce", forced_colors="active", viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(address)
    moving = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter(e => {
        const s = getComputedStyle(e);
        return parseFloat(s.animationDuration) > 0 && s.animationName !== 'none' || parseFloat(s.transitionDuration) > 0;
    }).map(e => e.outerHTML.slice(0, 80))"""
    )
    assert moving == []
    border = page.locator(".front a").first.evaluate("e => getComputedStyle(e).borderTopStyle")
    assert border == "solid"
    context.close()


def test_the_same_things_stand_in_the_same_order_on_every_page(site: Site):
    """The menu, the search and the foot, where the way to help is (WCAG 3.2.3, 3.2.4 and 3.2.6)."""
    orders = {}
    for path in kinds_of_page(site):
        tree = html.fromstring(site.html(path))
        orders[path] = [
            [link.text_content() for link in tree.xpath(f"//*[contains(concat(' ', @class, ' '), ' {part} ')]//a")]
            for part in ("menu-wide", "menu-narrow", "search-field", "site-foot")
        ]
    assert len({str(order) for order in orders.values()}) == 1
    assert all(orders[path][1] for path in orders)


CRITERIA = ROOT / "tests" / "browser" / "wcag.yml"
"""What WCAG 2.2 asks on levels A and AA, with the tests that look at it, or why there is none."""
STATES = {
    "tested": "toetsen programma's bij elke wijziging",
    "none": "gelden hier niet",
    "unseen": "heeft nog niemand vastgesteld",
}


def test_the_statement_says_of_each_criterion_how_far_it_is():
    """The figures and the names in the statement are those of the table, and each test in it is there."""
    asked = yaml.safe_load(CRITERIA.read_text(encoding="utf-8"))
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    statement = (ROOT / "docs" / "toegankelijkheid.md").read_text(encoding="utf-8")
    assert len(asked) == 55
    assert f"{len(asked)} eisen" in statement
    of: dict[str, list[str]] = {state: [] for state in STATES}
    for number, one in asked.items():
        (state,) = one.keys() - {"name"}
        of[state].append(number)
        for name in one.get("tested", []):
            assert f"def {name}(" in tests, name
    for state, said in STATES.items():
        (line,) = (line for line in statement.splitlines() if said in line)
        assert line.startswith(f"- **{len(of[state])} "), line
        if state != "tested":
            assert re.findall(r"\d\.\d\.\d+", line) == of[state], line


CLAIMS = {
    "axe vindt geen fout": "test_each_kind_of_page_is_for_everybody",
    "Met het menu open": "test_axe_finds_nothing_with_the_menu_and_a_conversation_open",
    "meer ruimte tussen letters": "test_each_kind_of_page_is_for_everybody",
    "schuift opzij": "test_each_kind_of_page_is_for_everybody",
    "Met de tabtoets": "test_the_keyboard_goes_everywhere_and_shows_where_it_is",
    "Zonder JavaScript": "test_without_javascript_everything_is_there",
    "beweging uitzet": "test_motion_and_forced_colours_are_respected",
    "PDF/UA": "test_sample",
}
"""What the page Toegankelijkheid says is tested, and the test that does it."""


def test_the_page_about_accessibility_claims_what_is_tested():
    text = (ROOT / "docs" / "toegankelijkheid.md").read_text(encoding="utf-8")
    tested = text.split("## Wat er getoetst is")[1].split("\n## ")[0]
    claims = [line for line in tested.splitlines() if line.startswith("- ")]
    assert len(claims) == len(CLAIMS)
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    for words, test in CLAIMS.items():
        assert any(words in claim for claim in claims), words
        assert f"def {test}" in tests, test


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (390, "light"),
        (1280, "dark"),
        pytest.param(390, "dark", marks=pytest.mark.hard),
        pytest.param(1280, "light", marks=pytest.mark.hard),
    ],
)
def test_axe_finds_nothing_with_the_search_open(browser: Any, address: str, width: int, scheme: str):
    page = open_page(browser, width, scheme)
    page.goto(address)
    page.keyboard.press("Control+k")
    field = page.get_by_role("searchbox")
    field.fill("logeerwoning")
    page.locator(".hit").first.wait_for()
    assert findings(page) == []
    field.fill("qqqqq")
    page.get_by_text("Niets gevonden").wait_for()
    assert findings(page) == []
    page.context.close()
