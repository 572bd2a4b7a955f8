"""What a browser needs to keep the handbook for where there is no connection: a manifest and a worker with its list.

The list names each file with the hash of its content, so that a version is either whole or not there, and so that an
update fetches only what changed.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from handboek import export
from handboek.handbook import Handbook, Key
from handboek.render.renderer import File
from handboek.site import identity

LEFT_OUT = re.compile(
    r"\A(?:404\.html|sw\.js|_headers|onderweg\.json|lessen\.xml|sitemap\.xml\.gz)\Z"
    r"|\A(?:schema/|assets/deel/|assets/javascripts/(?:lunr|workers)/)|\.(?:zip|map)\Z"
)
"""What nobody reads without a connection: schemas, the list itself, pictures for sharing, packs of files that are kept already, and
the search of the theme, which is not ours."""

TAKEN = (".pdf", ".docx", ".xlsx", ".pptx", ".txt")
"""How the names end of what somebody keeps by choice: what a page offers to take along."""

FONT = re.compile(r"""url\(["']?(fonts/[^"')]+)""")
EMPTY = re.compile(r"^const BOOK = .*;$", re.MULTILINE)
"""Where the list goes in the worker."""


def write(handbook: Handbook, sheets: Mapping[Key, tuple[File, ...]], site: Path) -> None:
    """Write `manifest.webmanifest`, `onderweg.json` (the sizes) and the list in `sw.js`; the last thing of a build.

    `sheets` are the files of each piece.
    """
    _write_json(site / "manifest.webmanifest", identity.manifest(handbook.method))
    told = export.data(handbook, sheets)
    left_out = export.void(told) | export.unreviewed(told) | _letters(told, site)
    files = {
        name: path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and not LEFT_OUT.search(name := path.relative_to(site).as_posix()) and name not in left_out
    }
    parts = {
        "pages": {name: content for name, content in files.items() if not name.endswith(TAKEN)},
        "sheets": {name: content for name, content in files.items() if name.endswith(TAKEN)},
    }
    hashes = {
        part: {name: hashlib.sha256(content).hexdigest()[:16] for name, content in inside.items()}
        for part, inside in parts.items()
    }
    worker = site / "sw.js"
    code = EMPTY.sub("const BOOK = {};", worker.read_text(encoding="utf-8"), count=1)
    # The worker counts too: another one fills a cache of its own, and never touches the one that is read from.
    version = hashlib.sha256((json.dumps(hashes) + code).encode()).hexdigest()[:12]
    book = json.dumps({"version": version, **hashes}, separators=(",", ":"))
    worker.write_text(code.replace("const BOOK = {};", f"const BOOK = {book};", 1), encoding="utf-8")
    sizes = {
        part: {"files": len(inside), "size": sum(len(content) for content in inside.values())}
        for part, inside in parts.items()
    }
    _write_json(site / "onderweg.json", {"version": version, **sizes})


def _letters(told: dict[str, Any], site: Path) -> set[str]:
    """The fonts of other scripts, as long as nobody has read a text in such a language: only concepts would use them.

    The own name of a language then stands in the letters of the device.
    """
    if any(piece["translation"]["state"] != "concept" for piece in told["pieces"] if "translation" in piece):
        return set()
    if not (site / "assets" / "languages.css").is_file():
        return set()
    ours, theirs = (
        set(FONT.findall((site / "assets" / name).read_text(encoding="utf-8")))
        for name in ("handboek.css", "languages.css")
    )
    return {f"assets/{font}" for font in theirs - ours}


def _write_json(path: Path, data: object) -> None:
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
