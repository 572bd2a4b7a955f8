"""The built site as a ZIP that works from a folder on a device, without a server.

There a link to a folder shows its files and not its page, so each such link gets its `index.html`.
"""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

from handboek import export
from handboek.anchors import anchor
from handboek.system import atomic

LEFT_OUT = re.compile(
    r"404\.html$|zonder-verbinding\.html$|sw\.js$|_headers$|manifest\.|onderweg\.json$|sitemap|assets/deel/"
    r"|assets/javascripts/(?:lunr|workers)/|\A.*\.map$"
)
"""What only a server, or a browser with a server, has use for."""

LINK = re.compile(
    r"""(?P<before>\b(?:href="|content="0; url=))(?P<path>(?![a-z]+:|//|#)[^"#?<>]*+)(?P<after>[^"<>]*+")"""
)
AHEAD = re.compile(r'<link rel="(?:manifest|preload)"[^<>]*+>\s*')
"""What a browser refuses from a folder on a device, with a complaint."""
WHEN = (2020, 1, 1, 0, 0, 0)
"""One date for every file, so that the same site gives the same ZIP."""


def write(site: Path, target: Path, name: str) -> int:
    """Pack the site in `site` into `target`, which may stand in it, in one folder; gives the number of files."""
    with atomic.room(target.parent) as room:
        part = Path(room) / target.name
        own = sorted(path for path in site.rglob("*") if path != target and Path(room) not in path.parents)
        files = _pack(site, own, part, anchor(name))
        part.replace(target)
    return files


def _pack(site: Path, paths: list[Path], target: Path, folder: str) -> int:
    told = json.loads((site / "handboek.json").read_text(encoding="utf-8"))
    files, left_out = 0, export.void(told)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in paths:
            inside = path.relative_to(site).as_posix()
            if not path.is_file() or LEFT_OUT.match(inside) or inside in left_out:
                continue
            content = path.read_bytes()
            if path.suffix == ".html":
                content = without_server(content.decode()).encode()
            info = zipfile.ZipInfo(f"{folder}/{inside}", WHEN)
            info.external_attr = 0o644 << 16
            archive.writestr(info, content, zipfile.ZIP_DEFLATED)
            files += 1
    return files


def without_server(html: str) -> str:
    """A page whose links to folders lead to the pages in them."""
    return LINK.sub(_named, AHEAD.sub("", html))


def _named(match: re.Match[str]) -> str:
    path = match["path"]
    if path.endswith(("/", "/..")) or path in (".", ".."):
        path = f"{path.rstrip('/')}/index.html"
    return f"{match['before']}{path}{match['after']}"
