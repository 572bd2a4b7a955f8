"""A letter that was filled in and printed by a browser has no more pages than the one that is ready, in each language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from conftest import Site

pytestmark = pytest.mark.hard

HEAD = {
    "aan-1": "Mevrouw A. van den Berg-Jansen",
    "aan-2": "Kerkstraat 112 bis",
    "aan-3": "1234 AB Hoogezand-Sappemeer",
    "datum": "8 december 2026",
    "kenmerk": "WP-2026-0457/MvD",
}
LONG = "Uw ja blijft staan tot wij een nieuw voorstel doen. Daarna vragen wij het u opnieuw."
KEYS = {"tel": "06-12 34 56 78", "numeric": "40", "decimal": "14:00"}
OWN = {"#mijn-ik": "Marja", "#mijn-organisatie": "Woningstichting De Vlier", "#mijn-team-nummer": "06-12 34 56 78"}
FIELDS = "[...document.querySelectorAll('[data-letter-form] [name]')].map(({ name, tagName, inputMode }) => [name, tagName, inputMode])"


def said(name: str, tag: str, keys: str) -> str:
    """What somebody fills in."""
    if name in HEAD:
        return HEAD[name]
    return KEYS.get(keys) or (LONG if tag == "TEXTAREA" else "dinsdag 8 december" if "dag" in name else "de Merelflat")


@pytest.mark.parametrize("language", ["", "ar", "pl"])
def test_no_letter_runs_over_to_another_page(site: Site, browser: Any, address: str, language: str, tmp_path: Path):
    page = browser.new_context(locale="nl-NL").new_page()
    page.goto(f"{address}mijn-gegevens/")
    for field, value in OWN.items():
        page.fill(field, value)
    seen, found = 0, {}
    for slug in sorted(path.parent.name for path in (site.folder / "berichten").glob("*/index.html")):
        page.goto(f"{address}berichten/{slug}/{f'{language}/' if language else ''}")
        if not page.query_selector("[data-letter-form]"):
            continue
        for name, tag, keys in page.evaluate(FIELDS):
            page.fill(f"#brief-{name}", said(name, tag, keys))
        page.click("[data-letter-show]")
        page.wait_for_selector(".letter-sheet")
        printed = tmp_path / f"{slug}.pdf"
        page.pdf(path=str(printed), prefer_css_page_size=True)
        ready = site.folder / "berichten" / (f"{slug}-{language}-nl.pdf" if language else f"{slug}.pdf")
        pages, due = (len(pypdfium2.PdfDocument(one)) for one in (printed, ready))
        seen += 1
        if pages > due:
            found[slug] = (pages, due)
    page.context.close()
    assert seen > 10
    assert found == {}
