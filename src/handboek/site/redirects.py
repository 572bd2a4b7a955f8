"""Old addresses: a page that leads to where a piece went, and a table for scripts that kept something under it."""

from __future__ import annotations

import json
from pathlib import Path

from markupsafe import Markup

from handboek.handbook import Handbook

PAGE = Markup("""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Verhuisd</title>
<link rel="canonical" href="{full}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={near}">
</head>
<body><p>Deze bladzijde is verhuisd. <a href="{near}">Ga naar de nieuwe plek</a>.</p></body>
</html>
""")


def table(handbook: Handbook) -> dict[str, str]:
    """Old address → new address, each with its last slash; chains are followed to their end."""
    steps = {piece.data.from_: piece.data.to for piece in handbook.of("redirect")}
    found = {}
    for old, first in steps.items():
        new, seen = first, {old}
        while new in steps and new not in seen:
            seen.add(new)
            new = steps[new]
        found[f"{old}/"] = f"{new}/"
    return found


def write(handbook: Handbook, site: str, folder: Path) -> None:
    """Write a page at each old address, and the table: `doorverwijzingen.json`."""
    moved = table(handbook)
    for old, new in moved.items():
        target = folder / old / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(PAGE.format(full=site + new, near="../" * old.count("/") + new), encoding="utf-8")
    (folder / "doorverwijzingen.json").write_text(json.dumps(moved, indent=1) + "\n", encoding="utf-8")


def script(handbook: Handbook) -> str:
    """The table for scripts: what a reader kept under an old address follows."""
    return f'"use strict";\n\nconst MOVED = {json.dumps(table(handbook))};\n'
