"""The shelf: the folder in which the PDFs of a project lie until they are copied into the site."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path

from handboek.handbook import Key
from handboek.project import Project
from handboek.render.page import File, Renderer
from handboek.sheets.pdf import SheetError
from handboek.sheets.sheet import Sheet, make, sheets_of


def shelf(project: Project) -> Path:
    return project.work / "sheets"


def wanted(renderer: Renderer, slugs: Iterable[str] = ()) -> list[Sheet]:
    """The sheets of the handbook, or of the pieces with these slugs."""
    only = set(slugs)
    return [
        sheet
        for piece in renderer.handbook.pieces.values()
        if not only or piece.slug in only
        for sheet in sheets_of(piece)
    ]


def fill(
    renderer: Renderer, project: Project, sheets: list[Sheet], done: Callable[[Sheet], None]
) -> dict[Key, tuple[File, ...]]:
    """Render the sheets, put them on the shelf and return what lies there."""
    made: dict[Key, tuple[File, ...]] = {}
    for sheet in sheets:
        try:
            pdf = make(sheet, renderer, project)
        except SheetError as error:
            raise SheetError(f"{sheet.piece.path}: {error}") from error
        target = shelf(project) / sheet.url
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf.content)
        file = File(sheet.kind, sheet.url, pdf.pages, len(pdf.content), sheet.paper)
        made[sheet.piece.key] = (*made.get(sheet.piece.key, ()), file)
        done(sheet)
    rows = [{"piece": list(key), **asdict(file)} for key, files in made.items() for file in files]
    (shelf(project) / "manifest.json").write_text(json.dumps(rows, indent=1), encoding="utf-8")
    return made


def manifest(project: Project) -> dict[Key, tuple[File, ...]]:
    """What lies on the shelf, by piece."""
    path = shelf(project) / "manifest.json"
    found: dict[Key, tuple[File, ...]] = {}
    if path.exists():
        for row in json.loads(path.read_text(encoding="utf-8")):
            type_, slug = row.pop("piece")
            found[type_, slug] = (*found.get((type_, slug), ()), File(**row))
    return found


def copy(project: Project, site: Path) -> None:
    """Copy the PDFs beside their pages."""
    for files in manifest(project).values():
        for file in files:
            target = site / file.url
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(shelf(project) / file.url, target)
