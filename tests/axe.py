"""What axe finds on a page that is open in a browser."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe

COLOURS = ("color-contrast",)
"""The rules that look at how a page is coloured: all that another scheme of colours can break."""

MORE = {"target-size": {"enabled": True}, "label-content-name-mismatch": {"enabled": True}}
"""Rules that axe leaves out by itself: room for a thumb (WCAG 2.5.8), and a name that holds what is seen (2.5.3)."""


def findings(page: Any, rules: tuple[str, ...] = (), *, within: str | None = None) -> list[str]:
    """Each place that breaks a rule, of all rules, also those that axe leaves out, or of these; on the whole page, or `within`
    a part of it. What is right is not told: telling it takes half of the time."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {"rules": MORE})
    violations = Axe().run(page, within, options=options).response["violations"]
    return [f"{found['id']}: {node['html'][:150]}" for found in violations for node in found["nodes"]]
