"""A strict Content-Security-Policy for the site as it was built: nothing from elsewhere, no script that is not ours.

The theme writes a few scripts into its pages; their hashes are gathered, page by page, so that no other inline
script can run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

SCRIPT = re.compile(r"<script(?P<attributes>[^<>]*+)>(?P<code>(?:(?!<script).)*?)</script>", re.DOTALL)
RULES = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def hashes(html: str) -> set[str]:
    """The hashes of the scripts that stand in a page itself."""
    found = set()
    for match in SCRIPT.finditer(html):
        attributes = match["attributes"]
        if "src=" in attributes or 'type="application/' in attributes:
            continue
        found.add("'sha256-" + base64.b64encode(hashlib.sha256(match["code"].encode()).digest()).decode() + "'")
    return found


def policy(scripts: set[str]) -> str:
    """The policy as one line, with these inline scripts allowed."""
    rules = {**RULES, "script-src": " ".join(["'self'", *sorted(scripts)])}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def write(site: Path) -> None:
    """Put the policy into each page, and into the header files of hosts that read them."""
    every: set[str] = set()
    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        found = hashes(html)
        every |= found
        meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(found)}">'
        page.write_text(
            html.replace('<meta charset="utf-8">', f'<meta charset="utf-8">\n      {meta}', 1), encoding="utf-8"
        )
    lines = [
        "/*",
        f"  Content-Security-Policy: {policy(every)}; frame-ancestors 'none'",
        "  X-Content-Type-Options: nosniff",
        "  Referrer-Policy: no-referrer",
        "  Permissions-Policy: geolocation=(), camera=(), microphone=()",
    ]
    (site / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
