"""Look at the site as it was built: does each link and anchor lead somewhere, and does each id stand once?"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from handboek.dutch import count
from handboek.site.rendered import BuiltPage

ASKED = re.compile(r"""url\(["']?(?!data:|#|[a-z]+:|/)([^"')]+)""")


def problems(site: Path, pages: dict[str, BuiltPage], base: str = "") -> Iterator[str]:
    """Each dead link, dead anchor and double id in the pages of the site, as a Dutch sentence.

    `base` is the address at which the site will stand; a full address that begins with it is an internal link.
    """
    yield from _styles(site)
    names = {path: set(reader.ids) for path, reader in pages.items()}
    there = cache(lambda target: (site / target).exists())  # every page leads to what stands in the menu
    dead: dict[str, list[str]] = {}
    for path, reader in pages.items():
        for twice in sorted(name for name, times in Counter(reader.ids).items() if times > 1):
            yield f"{path}: het anker #{twice} staat er twee keer."
        for link in dict.fromkeys(reader.links):
            target, anchor = _target(path, link, base)
            if target is None:
                continue
            if target.startswith("../") or not there(target):
                dead.setdefault(target, []).append(f"{path}: de link {link} leidt nergens heen")
            elif anchor and target in names and anchor not in names[target]:
                yield f"{path}: het anker van de link {link} bestaat niet."
    for said in dead.values():  # what every page asks for is said once
        also = f" (op nog {count(len(said) - 1, 'andere plek', 'andere plekken')} ook)" if said[1:] else ""
        yield f"{said[0]}{also}."


def _styles(site: Path) -> Iterator[str]:
    """Each file, such as a font, that a style asks for and that is not there."""
    for file in sorted((site / "assets").glob("*.css")):
        for asked in dict.fromkeys(ASKED.findall(file.read_text(encoding="utf-8"))):
            if not (file.parent / asked).exists():
                yield f"{file.relative_to(site).as_posix()}: het bestand {asked} is er niet; zet het terug."


def _target(path: str, link: str, base: str) -> tuple[str | None, str]:
    """The file that a link on the page at `path` leads to, and its anchor; no file for links out."""
    if base and link.startswith(base):
        link = "/" + link[len(base) :]
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    where = unquote(parts.path)
    if not where:
        return path, unquote(parts.fragment)
    if where.startswith("/") and path == "404.html":
        where = "/" + where.removeprefix(urlsplit(base).path or "/")
    start = "" if where.startswith("/") else posixpath.dirname(path)
    full = posixpath.normpath(posixpath.join(start, where.lstrip("/") if where.startswith("/") else where))
    if where.endswith("/") or full == "." or "." not in posixpath.basename(full):
        full = posixpath.normpath(posixpath.join(full, "index.html"))
    return full, unquote(parts.fragment)
