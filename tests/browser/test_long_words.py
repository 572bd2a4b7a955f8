"""A long word in large letters, or in a narrow box: it ends a line at a hyphen, and nothing slides out of its place."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

import pytest

from handboek.handbook import Handbook
from handboek.render.hyphens import SOFT, hyphenated

pytestmark = pytest.mark.slow
BROKEN = """() => {
  const found = [];
  for (const box of document.querySelectorAll("h1, .ways strong, .ways span, .front-name, .card-title a")) {
    const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      for (const { index, 0: part } of node.data.matchAll(/[^\\s\\u00ad-]+/gu)) {
        const places = [index, index + part.length - 1].map((at) => {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          return [...range.getClientRects()].at(-1) ?? new DOMRect();  // before it may stand the hyphen of the line above
        });
        if (Math.abs(places[0].top - places[1].top) > 1) found.push(`broken: ${part}`);
        if (places.some(({ right }) => right > box.closest("li, article").getBoundingClientRect().right + 1))
          found.push(`out: ${part}`);
      }
  }
  return found;
}"""
"""The parts of words that stand on two lines, or out of their box."""


def words(handbook: Handbook) -> set[str]:
    """The words of what stands in large letters or in a card."""
    method = handbook.method
    ways = (way.what for way in chain(method.ways, method.now))
    titles = (piece.title for piece in handbook.offered.pieces.values() if piece.kind.page)
    return {word for text in (method.headline, *ways, *titles) for word in re.findall(r"[^\W\d_]+", text)}


@pytest.mark.parametrize(("width", "size"), [(320, 20), (320, 40), (640, 40)])
def test_no_word_breaks_without_a_hyphen(browser: Any, klein: str, handbook: Handbook, width: int, size: int):
    """On a small telephone, with letters twice as large there, and at 200% on a screen."""
    longest = sorted(words(handbook), key=len)[-25:]
    assert len(longest[-1]) > 20
    page = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True).new_page()
    for path in ("", "rollen/"):
        page.goto(klein + path)
        page.add_style_tag(content=f"html {{ font-size: {size}px !important }}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
        assert page.evaluate(BROKEN) == [], path
        for word in longest if path == "" else longest[-4:]:
            page.evaluate(
                "(word) => document.querySelectorAll('h1, .ways strong, .ways span, .front-name, .card-title a').forEach((one) => one.replaceChildren(word))",
                str(hyphenated(word)),
            )
            assert page.evaluate(BROKEN) == [], (path, word)
    page.context.close()


def test_where_there_is_room_a_word_stays_whole(browser: Any, klein: str):
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(klein)
    page.evaluate(
        "(word) => document.querySelector('h1').replaceChildren(word)",
        f"Een lange samen{SOFT}werkings{SOFT}afspraak" * 2,
    )
    assert page.evaluate("getComputedStyle(document.querySelector('h1')).hyphens") == "none"
    page.close()
