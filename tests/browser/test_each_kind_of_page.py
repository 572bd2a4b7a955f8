"""One page of every kind, opened once on a light screen and once on a dark one, is asked all that holds for each page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from axe import COLOURS, findings
from conftest import Site, kinds_of_page
from handboek import moves

pytestmark = pytest.mark.slow

WIDTHS = (320, 390, 1280)
"""A small telephone, a telephone and a desk; 320 px is also what a desktop of 1280 px shows at 400%."""
SIDEWAYS = "document.documentElement.scrollWidth > window.innerWidth"
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""
"""The room between lines, letters and words that a reader may ask for (WCAG 1.4.12)."""
CUT = """() => [...document.querySelectorAll('main *')].filter((one) => {
    if (!one.checkVisibility() || one.closest('svg') || one.matches('.screen-reader') || !one.textContent.trim()) return false;
    const { overflowX, overflowY } = getComputedStyle(one);
    const hides = [overflowX, overflowY].some((way) => way === 'hidden' || way === 'clip');
    return hides && one.clientWidth > 2 && (one.scrollHeight > one.clientHeight + 2 || one.scrollWidth > one.clientWidth + 2);
}).map((one) => one.outerHTML.slice(0, 90))"""
"""What hides a part of its text."""
NOW = "[location.href, document.activeElement.tagName, document.querySelectorAll('dialog[open]').length, scrollY]"
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789/?.,;'[]-="
PARTS = range(2)
"""Both cores take a part."""


def open_page(browser: Any, width: int, scheme: str, **options: Any) -> Any:
    return browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **options).new_page()


def growing(page: Any, url: str) -> Iterator[int]:
    """Open a page narrow and let it grow: each width that it has in turn."""
    page.set_viewport_size({"width": WIDTHS[0], "height": 900})
    page.goto(url)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("window.innerWidth") == width
        yield width


@pytest.mark.parametrize("part", PARTS)
def test_each_kind_of_page_is_for_everybody(site: Site, browser: Any, address: str, part: int):
    """Axe finds nothing on a telephone, nothing can be scrolled sideways at any width, and more room between letters and lines
    takes nothing away. Each page by hand is a kind of its own where it is about widths."""
    kinds = kinds_of_page(site)
    paths = list(dict.fromkeys([*kinds, *(piece["url"] for piece in site.pieces("page"))]))
    # axe and a style bring what the page's policy rightly refuses
    page = open_page(browser, WIDTHS[0], "light", bypass_csp=True)
    found: dict[tuple[str, object], Any] = {}
    for path in paths[part :: len(PARTS)]:
        for width in growing(page, address + path):
            if page.evaluate(SIDEWAYS):
                found[path, width] = "sideways"
            if width == 390 and path in kinds and (problems := findings(page)):
                found[path, "axe"] = problems
        if path in kinds:
            page.set_viewport_size({"width": WIDTHS[0], "height": 900})
            page.add_style_tag(content=SPACED)
            if page.evaluate(SIDEWAYS) or page.evaluate(CUT):
                found[path, "more room"] = page.evaluate(CUT)
    page.context.close()
    assert found == {}


def heard(page: Any, address: str) -> list[str]:
    """A list that grows with all that pages ask of another site, what their policy refuses, and what goes wrong in a script."""
    told: list[str] = []
    own = (address.split("/handboek/", maxsplit=1)[0], "data:", "blob:")
    page.on("request", lambda asked: None if asked.url.startswith(own) else told.append(asked.url))
    page.on("console", lambda said: told.append(f"{page.url}: {said.text}") if said.type == "error" else None)
    page.on("pageerror", lambda error: told.append(f"{page.url}: {error}"))
    return told


def look(page: Any, url: str) -> None:
    """Open a page and scroll to its end. What it asks for after that is heard as well: nobody waits for it before the last page."""
    page.goto(url)
    page.mouse.wheel(0, 20000)
    page.evaluate("new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))")


@pytest.mark.parametrize("part", PARTS)
def test_each_kind_of_page_in_the_dark_at_a_desk(site: Site, browser: Any, address: str, part: int):
    """It asks nothing of another site, its colours can be read (of what stands around it those of one page; all rules look at a
    wide one in the long tests), and no sign alone does something: who speaks to a computer says letters all day (WCAG 2.1.4)."""
    page = open_page(browser, 1280, "dark")
    told, found, looked = heard(page, address), {}, False
    for path in kinds_of_page(site)[part :: len(PARTS)]:
        look(page, address + path)
        page.evaluate("document.activeElement.blur()")
        before = page.evaluate(NOW)
        page.keyboard.type(SIGNS)
        assert page.evaluate(NOW) == before, path
        assert told == [], path
        if problems := findings(page, COLOURS, within="main" if looked else None):
            found[path] = problems
        looked = True
        told[:] = [one for one in told if "Content Security Policy" not in one]  # nobody but this test brings axe along
    page.wait_for_load_state("networkidle")
    assert told == []
    page.context.close()
    assert found == {}


@pytest.mark.hard
@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1280, "light")])
def test_axe_finds_nothing_in_the_other_shapes(site: Site, browser: Any, address: str, width: int, scheme: str):
    page = open_page(browser, width, scheme, bypass_csp=True)
    found = {}
    for path in kinds_of_page(site):
        page.goto(address + path)
        if problems := findings(page):
            found[path] = problems
    page.context.close()
    assert found == {}


@pytest.fixture(scope="module")
def everywhere(site: Site) -> list[str]:
    """Each page of the site; a page at an old address leads on at once, and is none."""
    old = moves.table(site.handbook)
    found = (path.parent.relative_to(site.folder).as_posix() + "/" for path in sorted(site.folder.rglob("index.html")))
    paths = [path.removeprefix("./") for path in found if path not in old]
    assert len(paths) > 200
    return paths


@pytest.mark.hard
def test_no_page_scrolls_sideways(everywhere: list[str], browser: Any, address: str):
    page = open_page(browser, WIDTHS[0], "light")
    found = [(path, width) for path in everywhere for width in growing(page, address + path) if page.evaluate(SIDEWAYS)]
    page.context.close()
    assert found == []


@pytest.mark.hard
def test_no_page_asks_anything_of_another_site(everywhere: list[str], browser: Any, address: str):
    page = open_page(browser, 1280, "light")
    told = heard(page, address)
    for path in everywhere:
        look(page, address + path)
    page.wait_for_load_state("networkidle")
    page.context.close()
    assert told == []
