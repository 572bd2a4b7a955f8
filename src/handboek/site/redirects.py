"""Old addresses: a page that leads to where a piece went, and a table for scripts that kept something under it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path

from markupsafe import Markup

from handboek.handbook import Handbook, Key
from handboek.moves import table
from handboek.render.renderer import File

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


def write(handbook: Handbook, files: Mapping[Key, tuple[File, ...]], site: str, folder: Path) -> None:
    """Write a page at each old address, the PDFs beside it under their old names, and the table: `doorverwijzingen.json`."""
    moved = table(handbook)
    for old, new in moved.items():
        if "#" in old:
            continue  # its page is still there, and says where the part went
        target = folder / old / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(PAGE.format(full=site + new, near="../" * old.count("/") + new), encoding="utf-8")
        piece = handbook.at(new)
        for file in files.get(piece.key, ()) if piece else ():
            if (folder / file.url).is_file():  # a preview makes a PDF when somebody asks for it
                shutil.copyfile(folder / file.url, folder / f"{old[:-1]}{file.url.removeprefix(new[:-1])}")
    (folder / "doorverwijzingen.json").write_text(json.dumps(moved, indent=1) + "\n", encoding="utf-8")


def script(handbook: Handbook) -> str:
    """The table for scripts: what a reader kept under an old address follows."""
    return f'"use strict";\n\nconst MOVED = {json.dumps(table(handbook))};\n'
