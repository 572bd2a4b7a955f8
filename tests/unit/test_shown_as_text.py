"""No page shows its markup as text: what became HTML is not escaped after that."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from conftest import KLEIN, ROOT, TUIN
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.render.renderer import Page, Renderer
from handboek.site.pages import page_at, pages

AS_TEXT = re.compile(r"&lt;/?(?:a|p|sup|span|strong|em|div|ul|ol|li|h[1-6]|section|bdi)\b[^&]{0,60}")
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
"""Where a page shows markup on purpose."""


def renderer(handbook: Handbook) -> Renderer:
    return Renderer(handbook, ROOT / "overrides", {}, "https://handboek.test/")


def shown(made: Iterable[Page]) -> list[str]:
    return [f"{page.address}: {found}" for page in made for found in AS_TEXT.findall(CODE.sub("", page.html))]


def test_markup_as_text_is_found():
    assert AS_TEXT.search("<div>&lt;p&gt;Goed.&lt;/p&gt;</div>")
    assert not AS_TEXT.search("<div><p>Minder &lt; meer.</p></div>")


def test_no_text_in_another_language_shows_its_markup(handbook: Handbook):
    translated = [piece.address for piece in handbook.pieces.values() if piece.of]
    assert translated
    assert not shown(page_at(renderer(handbook), address) for address in translated)


@pytest.mark.parametrize("method", [KLEIN, TUIN])
def test_no_page_of_another_method_shows_its_markup(method: Path):
    assert not shown(pages(renderer(open_handbook(method))))
