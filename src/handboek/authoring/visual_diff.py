"""What a change does to the sheets, to look at: one page in the preview of a pull request, with the old sheet beside the new.

The summary on GitHub can show no picture that is not on the internet, so the pictures go along with the preview. The page
holds all that it shows and works from a folder, without a server.
"""

from __future__ import annotations

import shutil
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from handboek import store
from handboek.authoring import alone
from handboek.handbook import Handbook, Piece
from handboek.project import Project
from handboek.render.renderer import File, Renderer
from handboek.sheets.pdf import SheetError
from handboek.sheets.picture import picture
from handboek.sheets.sheet import sheets_of
from handboek.site.site import renderer_of


@dataclass(frozen=True)
class Shown:
    """A piece that is new or changed, as the page shows it."""

    word: str
    """`nieuw` or `veranderd`."""
    piece: Piece
    page: str
    """Where its page lies in the preview; empty where it has none."""
    files: tuple[File, ...]
    new: str
    """A picture of its sheet, as an address that holds the picture itself."""
    old: str
    """The same of the sheet as it was."""
    was: int
    """How many pages that had."""


def write(
    site: Path, project: Project, before: Handbook, folder: Path, differ: Iterable[tuple[str, Piece]]
) -> Path | None:
    """Write the page into the preview; nothing where there is no preview. `folder` holds the earlier content."""
    if not (site / "index.html").is_file():
        return None
    shown = list(_shown(site, project, before, folder, differ))
    sheets, pages = ([one for one in shown if bool(one.files) == there] for there in (True, False))
    target = site / alone.NAME
    target.write_text(alone.page(project.templates, "album.html", sheets=sheets, pages=pages), encoding="utf-8")
    return target


def _shown(
    site: Path, project: Project, before: Handbook, folder: Path, differ: Iterable[tuple[str, Piece]]
) -> Iterator[Shown]:
    if project.overrides:  # what differs is the content alone; not every system lets us make a link
        shutil.copytree(project.overrides, folder / "overrides")
    earlier = replace(project, root=folder)
    renderer = renderer_of(earlier, before)
    listed = store.manifest(project)
    for word, piece in differ:
        page = f"{piece.address}index.html"
        files = tuple(file for file in listed.get(piece.key, ()) if file.pages and (site / file.url).is_file())
        main = next((file for file in files if file.kind in store.FIRST), None)
        new = _held(picture((site / main.url).read_bytes())) if main else ""
        old, was = _before(before.pieces[piece.key], renderer, earlier) if main and word != "nieuw" else ("", 0)
        yield Shown(word, piece, page if (site / page).is_file() else "", files, new, old, was)


def _before(piece: Piece, renderer: Renderer, project: Project) -> tuple[str, int]:
    """A picture of the sheet of a piece as it was, and its number of pages."""
    sheet = next((sheet for sheet in sheets_of(piece) if sheet.kind in store.FIRST), None)
    if sheet is None:
        return "", 0
    try:
        pdf, drawn = store.get_or_render(sheet, renderer, project)
    except SheetError:
        return "", 0
    return _held(drawn), pdf.pages


def _held(png: bytes) -> str:
    return f"data:image/png;base64,{b64encode(png).decode()}"
