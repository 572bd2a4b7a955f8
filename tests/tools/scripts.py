"""Run the scripts' logic by itself: in an empty page, without a site."""

from __future__ import annotations

from typing import Any

from conftest import ROOT

ASSETS = ROOT / "overrides" / "site" / "assets"


def empty_page(browser: Any, *scripts: str) -> Any:
    """A page with nothing in it but these scripts."""
    page = browser.new_page()
    for name in scripts:
        page.add_script_tag(content=(ASSETS / name).read_text(encoding="utf-8"))
    return page
