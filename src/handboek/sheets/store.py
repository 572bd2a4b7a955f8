"""The store: which PDFs the handbook has, rendered where something changed and taken from the cache where not."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from handboek.handbook import Key, Piece
from handboek.project import Project
from handboek.render.renderer import File, Renderer
from handboek.render.style import colours
from handboek.sheets import cache, volume, workers
from handboek.sheets import sheet as single
from handboek.sheets.copies import Copies
from handboek.sheets.pdf import Pdf, SheetError, render, style
from handboek.sheets.picture import picture
from handboek.sheets.sheet import Sheet, sheets_of
from handboek.sheets.volume import Volume, volumes
from handboek.system import atomic, os_errors

Printed = Sheet | Volume
"""Something that becomes a PDF: a sheet of a piece, or a volume of a pack."""


@dataclass
class Filled:
    """What filling the store came to."""

    files: dict[Key, tuple[File, ...]] = field(default_factory=dict)
    """The PDFs of each piece, main file first."""
    names: dict[str, str] = field(default_factory=dict)
    """The name under which each PDF is kept, by its address on the site."""
    rendered: list[tuple[float, str]] = field(default_factory=list)
    """Seconds and address of each sheet that was rendered."""
    kept: int = 0
    """How many came from the cache."""


@dataclass(frozen=True)
class _Print:
    """All that a PDF is made of: what a process that knows no handbook needs to make it."""

    html: str
    css: str
    templates: Path
    copies: Copies = ()
    forms: bool = False
    once: bool = False
    drawn: bool = False
    """Whether its first page is the picture of its piece."""
    room: str = ""
    """Where WeasyPrint may leave what it needs for a while; a worker ends without clearing up."""

    def make(self) -> tuple[Pdf, bytes]:
        """The PDF, and the picture that goes with it: nothing where its piece is shown by another."""
        pdf = render(self.html, self.templates, self.css, forms=self.forms, once=self.once, copies=self.copies)
        return pdf, picture(pdf.content) if self.drawn else b""


@dataclass(frozen=True)
class _Job:
    """Something to print, with all that it is made of and the name under which it is kept."""

    thing: Printed
    made_of: _Print

    @property
    def drawn(self) -> bool:
        return self.made_of.drawn

    @cached_property
    def name(self) -> str:
        of = self.made_of
        return cache.key(of.html, of.templates, of.css, *self._settings)

    @property
    def _settings(self) -> tuple[Any, ...]:
        thing = self.thing
        return thing.copies if isinstance(thing, Volume) else (thing.variant.fillable, thing.variant.once)


def _work(made_of: _Print) -> tuple[Pdf, bytes, float]:
    """Make a PDF in a process of its own; with the seconds that it took."""
    tempfile.tempdir = made_of.room
    start = time.perf_counter()
    return *made_of.make(), time.perf_counter() - start


NAMED = 5
"""How many sheets with the same trouble are named."""
ROW = {"piece", *(one.name for one in fields(File))}
"""What is remembered of each PDF."""
FIRST = ("blad", "deel-1")
"""The kinds of PDF that a piece is shown by."""


def _job(thing: Printed, renderer: Renderer, project: Project) -> _Job:
    colour, drawn = colours(renderer.handbook), thing.kind in FIRST
    if isinstance(thing, Volume):
        html, css = volume.html(thing, renderer, project), colour + volume.style(project.templates)
        return _Job(thing, _Print(html, css, project.templates, copies=thing.copies, drawn=drawn))
    html, forms, once = single.html(thing, renderer, project), thing.variant.fillable, thing.variant.once
    return _Job(thing, _Print(html, colour, project.templates, forms=forms, once=once, drawn=drawn))


def wanted(renderer: Renderer, slugs: Iterable[str] | None = None) -> list[Sheet]:
    """The sheets of the handbook, or only of the pieces with these slugs."""
    return [sheet for piece in _pieces(renderer, slugs) for sheet in sheets_of(piece)]


def packs(renderer: Renderer, slugs: Iterable[str] | None = None) -> list[Printed]:
    """The packs of the handbook, or only those with these slugs, in their volumes; or what says that one was withdrawn."""
    pieces = [piece for piece in _pieces(renderer, slugs) if piece.type == "pack"]
    made = ((piece, one) for piece in pieces for one in volumes(renderer.handbook, piece.data, piece))
    return [single.notice(piece, one.kind, one.suffix) if piece.withdrawn else one for piece, one in made]


def _pieces(renderer: Renderer, slugs: Iterable[str] | None) -> Iterator[Piece]:
    only = None if slugs is None else set(slugs)
    return (piece for piece in renderer.handbook.pieces.values() if only is None or piece.slug in only)


def folder(project: Project) -> Path:
    """Where the PDFs are kept."""
    return project.work / "bladen"


def find(renderer: Renderer, url: str) -> Printed | None:
    """What stands at this address on the site."""
    slug = url.rpartition("/")[2]
    near = {piece.slug for piece in renderer.handbook.pieces.values() if slug.startswith(piece.slug)}
    things: list[Printed] = [*wanted(renderer, near), *packs(renderer, near)]
    return next((thing for thing in things if thing.url == url), None)


def get_or_render(thing: Printed, renderer: Renderer, project: Project) -> tuple[Pdf, bytes]:
    """A single PDF, from the cache or rendered and kept; with its picture where it is what its piece is shown by."""
    job, where = _job(thing, renderer, project), folder(project)
    if kept := cache.get(where, job.name, drawn=job.drawn):
        return kept, (where / f"{job.name}.png").read_bytes() if job.drawn else b""
    pdf, drawn = job.made_of.make()
    cache.put(where, job.name, pdf, drawn)
    return pdf, drawn


def clear_caches() -> None:
    """Look at style and fonts anew: while somebody writes they may have changed."""
    cache.environment_hash.cache_clear()
    style.cache_clear()


def promised(renderer: Renderer, project: Project) -> dict[Key, tuple[File, ...]]:
    """The files that each piece will have, without rendering: what the last build told, and else without a size."""
    told = {file.url: file for files in manifest(project).values() for file in files}
    found: dict[Key, tuple[File, ...]] = {}
    things: list[Printed] = [*wanted(renderer), *packs(renderer)]
    for thing in things:
        if thing.piece:
            file = told.get(thing.url) or File(thing.kind, thing.url, 0, 0, thing.paper)
            found[thing.piece.key] = (*found.get(thing.piece.key, ()), file)
    return found


def fill(
    renderer: Renderer,
    project: Project,
    things: Sequence[Printed],
    done: Callable[[Printed, Filled], None],
) -> Filled:
    """Make sure that each of these lies in the cache, and tell what they are and under which name each is kept.

    The largest are rendered first, so that a book is made on one core beside the sheets on the others. Raises
    `SheetError` with everything that went wrong; the others are kept all the same.
    """
    where = folder(project)
    filled, failed = Filled(), defaultdict[str, list[str]](list)
    pages: dict[str, int] = {}
    jobs = [_job(thing, renderer, project) for thing in things]
    for job in jobs:
        kept = cache.get(where, job.name, drawn=job.drawn)
        if kept:
            filled.kept += 1
            pages[job.name] = kept.pages
            done(job.thing, filled)

    todo = sorted((job for job in jobs if job.name not in pages), key=lambda job: -len(job.made_of.html))
    with atomic.room(project.work) as room:
        for number, answer in workers.each(_work, [replace(job.made_of, room=room) for job in todo]):
            job = todo[number]
            if isinstance(answer, Exception):
                path = job.thing.piece.path if job.thing.piece else ""
                reason = os_errors.said(answer) if isinstance(answer, OSError) else str(answer) or repr(answer)
                failed[reason].append(f"{path}: {job.thing.url}")
                continue
            pdf, drawn, seconds = answer
            cache.put(where, job.name, pdf, drawn)
            pages[job.name] = pdf.pages
            filled.rendered.append((seconds, job.thing.url))
            done(job.thing, filled)
    if failed:
        raise SheetError("\n".join(_failure(reason, named) for reason, named in failed.items()))
    for job in jobs:
        if job.thing.piece:
            size = (where / f"{job.name}.pdf").stat().st_size
            file = File(job.thing.kind, job.thing.url, pages[job.name], size, job.thing.paper)
            key = job.thing.piece.key
            filled.files[key] = (*filled.files.get(key, ()), file)
            filled.names[file.url] = job.name
    return filled


def _failure(reason: str, named: list[str]) -> str:
    """What went wrong, with the sheets that it went wrong with: the same for many of them is said once."""
    if len(named) <= NAMED:
        return "\n".join(f"{name}: {reason}" for name in named)
    return "\n".join([*named[:NAMED], f"en nog {len(named) - NAMED}: {reason}"])


def remember(filled: Filled, project: Project) -> None:
    """Write down what this build filled, for the commands that run after it; the build itself never reads it back."""
    rows = [{"piece": key, **asdict(file)} for key, own in filled.files.items() for file in own]
    atomic.write(project.work / "bladen.json", json.dumps(rows, indent=1).encode())


def _rows(project: Project) -> list[dict[str, Any]]:
    try:
        rows: list[dict[str, Any]] = json.loads((project.work / "bladen.json").read_text(encoding="utf-8"))
        return rows if all(row.keys() == ROW for row in rows) else []
    except (OSError, ValueError, TypeError, AttributeError):  # not there or damaged: the next build writes it anew
        return []


def manifest(project: Project) -> dict[Key, tuple[File, ...]]:
    """What the last build gave, by piece."""
    found: dict[Key, tuple[File, ...]] = {}
    for row in _rows(project):
        type_, slug = row["piece"]
        values = {name: value for name, value in row.items() if name != "piece"}
        found[type_, slug] = (*found.get((type_, slug), ()), File(**values))
    return found


def copy(filled: Filled, project: Project, site: Path) -> None:
    """Copy the PDFs beside their pages, with a picture of each main file."""
    where = folder(project)
    kinds = {file.url: file.kind for own in filled.files.values() for file in own}
    for url, name in filled.names.items():
        target = site / url
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(where / f"{name}.pdf", target)
        if kinds[url] in FIRST:
            shutil.copyfile(where / f"{name}.png", target.with_suffix(".png"))


def tidy(filled: Filled, project: Project) -> int:
    """Remove every PDF that is not among what was filled; returns how many went."""
    return cache.keep_only(folder(project), filled.names.values())
