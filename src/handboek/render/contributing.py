"""The pages for contributors that follow from the code: what is checked, and which fields there are."""

from __future__ import annotations

from handboek import checks
from handboek.anchors import CHECKS, FIELDS
from handboek.checks import allowances, editions, reading
from handboek.headings import Headings
from handboek.model.fields import groups
from handboek.model.kinds import KINDS
from handboek.render.renderer import Page, Renderer


def pages(renderer: Renderer) -> list[Page]:
    """The two pages."""
    return [_checks(renderer), _fields(renderer)]


def _checks(renderer: Renderer) -> Page:
    return _page(
        renderer,
        CHECKS,
        "Controles",
        "Wat de controle van een stuk vraagt, waarom, en hoe het wel moet.",
        "src/handboek/checks/__init__.py",
        parts=(
            ("Bij het lezen van een bestand", reading.RULES),
            ("In een uitgave", editions.RULES),
            ("In het hele handboek", (*checks.RULES, allowances.RULE)),
            ("In de taal, met --taal", checks.LANGUAGE),
        ),
    )


def _fields(renderer: Renderer) -> Page:
    return _page(
        renderer,
        FIELDS,
        "Velden",
        "Welke velden een bestand heeft, wat erin staat en hoeveel er past.",
        "src/handboek/model/kinds.py",
        kinds=[(kind, groups(kind)) for kind in KINDS],
    )


def _page(renderer: Renderer, address: str, title: str, summary: str, path: str, **values: object) -> Page:
    headings = Headings()
    template = f"pieces/{address.strip('/').rpartition('/')[2]}.html"
    html = renderer.fill(template, headings, title=title, summary=summary, **values)
    return Page(address, title, summary, str(html), tuple(headings.found), path, "index")
