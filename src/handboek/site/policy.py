"""A strict Content-Security-Policy for the site: nothing from elsewhere, no script that is not ours.

The theme writes a few scripts into its pages. Their hashes come from the theme's own parts, never from a finished page,
so that a script that got into a page in another way does not run.
"""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

from handboek.site.allowed import Scripts, base

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


def hash_of(script: str) -> str:
    """By what the policy knows a script that stands in a page."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def policy(scripts: set[str]) -> str:
    """The policy as one line, with these inline scripts allowed."""
    rules = {**RULES, "script-src": " ".join(["'self'", *sorted(scripts)])}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def write(folder: Path, scripts: Scripts, site: str) -> None:
    """Put the policy into each page, and into the header files of hosts that read them; `site` is its address."""
    every: set[str] = set()
    for page in sorted(folder.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        ours = scripts(base(page.relative_to(folder).as_posix(), site))
        found = {hash_of(script) for script in ours if f"<script>{script}</script>" in html}
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
    (folder / "_headers").write_text("\n".join(lines) + "\n", encoding="utf-8")
