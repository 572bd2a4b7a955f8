"""The shelf: which PDFs the handbook has, rendered where something changed and taken from the cache where not."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from handboek.handbook import Key
from handboek.project import Project
from handboek.render.page import File, Renderer
from handboek.render.style import doors
from handboek.sheets import cache, workers
from handboek.sheets.pdf import Pdf, SheetError, render
from handboek.sheets.picture import picture
from handboek.sheets.sheet import Sheet, html, sheets_of


@dataclass
class Filled:
    """What filling the shelf came to."""

    files: dict[Key, tuple[File, ...]] = field(default_factory=dict)
    rendered: list[tuple[float, str]] = field(default_factory=list)
    """Seconds and address of each sheet that was rendered."""
    kept: int = 0
    """How many came from the cache."""


@dataclass(frozen=True)
class _Job:
    """A sheet with the HTML that it is rendered from and the name under which it is kept."""

    sheet: Sheet
    html: str
    name: str


def wanted(renderer: Renderer, slugs: Iterable[str] = ()) -> list[Sheet]:
    """The sheets of the handbook, or of the pieces with these slugs."""
    only = set(slugs)
    return [
        sheet
        for piece in renderer.handbook.pieces.values()
        if not only or piece.slug in only
        for sheet in sheets_of(piece)
    ]


def folder(project: Project) -> Path:
    """Where the PDFs are kept."""
    return project.work / "bladen"


def fill(renderer: Renderer, project: Project, sheets: list[Sheet], done: Callable[[Sheet], None]) -> Filled:
    """Make sure that each sheet lies in the cache, and write the list of what the site needs.

    Raises `SheetError` with every sheet that went wrong; the others are kept all the same.
    """
    style, where = doors(renderer.handbook), folder(project)
    jobs, filled, failed = [], Filled(), []
    pages: dict[str, int] = {}
    for sheet in sheets:
        text = html(sheet, renderer, project)
        name = cache.key(text, project.templates, style, sheet.variant.fillable, sheet.variant.once)
        kept = cache.get(where, name, drawn=sheet.kind == "blad")
        job = _Job(sheet, text, name)
        if kept:
            filled.kept += 1
            pages[name] = kept.pages
            done(sheet)
        jobs.append(job)

    def work(job: _Job) -> tuple[Pdf, bytes, float]:
        start = time.perf_counter()
        variant = job.sheet.variant
        pdf = render(job.html, project.templates, style, forms=variant.fillable, once=variant.once)
        drawn = picture(pdf.content) if job.sheet.kind == "blad" else b""
        return pdf, drawn, time.perf_counter() - start

    todo = sorted((job for job in jobs if job.name not in pages), key=lambda job: -len(job.html))
    for number, answer in workers.each(work, todo):
        job = todo[number]
        if isinstance(answer, Exception):
            failed.append(f"{job.sheet.piece.path}: {job.sheet.url}: {answer}")
            continue
        pdf, drawn, seconds = answer
        cache.put(where, job.name, pdf, drawn)
        pages[job.name] = pdf.pages
        filled.rendered.append((seconds, job.sheet.url))
        done(job.sheet)
    if failed:
        raise SheetError("\n".join(failed))
    for job in jobs:
        size = (where / f"{job.name}.pdf").stat().st_size
        file = File(job.sheet.kind, job.sheet.url, pages[job.name], size, job.sheet.paper)
        key = job.sheet.piece.key
        filled.files[key] = (*filled.files.get(key, ()), file)
    _list(project, jobs, filled.files)
    return filled


def _list(project: Project, jobs: list[_Job], files: dict[Key, tuple[File, ...]]) -> None:
    names = {job.sheet.url: job.name for job in jobs}
    rows = [{"piece": key, "name": names[file.url], **asdict(file)} for key, own in files.items() for file in own]
    target = project.work / "bladen.json"
    part = target.with_suffix(".part")
    part.write_text(json.dumps(rows, indent=1), encoding="utf-8")
    part.replace(target)


def _rows(project: Project) -> list[dict[str, Any]]:
    path = project.work / "bladen.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    return rows


def manifest(project: Project) -> dict[Key, tuple[File, ...]]:
    """What the last filling of the shelf gave, by piece."""
    found: dict[Key, tuple[File, ...]] = {}
    for row in _rows(project):
        type_, slug = row["piece"]
        values = {name: value for name, value in row.items() if name not in ("piece", "name")}
        found[type_, slug] = (*found.get((type_, slug), ()), File(**values))
    return found


def copy(project: Project, site: Path) -> None:
    """Copy the PDFs beside their pages, with a picture of each main file."""
    where = folder(project)
    for row in _rows(project):
        target = site / row["url"]
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(where / f"{row['name']}.pdf", target)
        if row["kind"] == "blad":
            shutil.copyfile(where / f"{row['name']}.png", target.with_suffix(".png"))


def tidy(project: Project) -> int:
    """Remove what the last filling of the shelf no longer needs; returns how many PDFs went."""
    return cache.keep_only(folder(project), (row["name"] for row in _rows(project)))
