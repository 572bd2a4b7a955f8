"""The store: which PDFs and office files the handbook has, made where something changed and taken from the cache where not.

Sheets are laid out first, and what packs need beside them; then packs are bound from what lies in the store.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from handboek.handbook import Key, Piece
from handboek.model.tools import Pack
from handboek.office import zipped
from handboek.office.forms import Office, Written, environment_hash, office_of
from handboek.office.zipped import Packed, Zipped
from handboek.project import Project
from handboek.render.renderer import File, Renderer
from handboek.render.style import colours
from handboek.session import Wish
from handboek.sheets import cache, chapters, volume, workers
from handboek.sheets import sheet as single
from handboek.sheets.chapters import Book, Laid
from handboek.sheets.made_of import Binding, Print
from handboek.sheets.pdf import Pdf, SheetError, style
from handboek.sheets.sheet import Sheet, sheets_of
from handboek.sheets.volume import Reading, Volume, volume_of
from handboek.system import atomic, os_errors

Printed = Sheet | Reading | Laid | Volume | Book | Office | Zipped
"""Something that becomes a file: a sheet of a piece, a part of packs that is no sheet, a chapter of a book, a pack, a book,
an office file of a piece, or those of a pack."""

MadeOf = Print | Binding | Written | Packed
"""What one of these is made of."""

Bindable = Volume | Book | Zipped
"""What is bound from others."""


@dataclass
class Filled:
    """What filling the store came to."""

    files: dict[Key, tuple[File, ...]] = field(default_factory=dict)
    """The files of each piece: PDFs, main file first, then office files."""
    names: dict[str, str] = field(default_factory=dict)
    """The name under which each file is kept, by its address on the site."""
    parts: dict[str, str] = field(default_factory=dict)
    """The same for what only stands in packs."""
    rendered: list[tuple[float, str]] = field(default_factory=list)
    """Seconds and address of each sheet that was rendered."""
    kept: int = 0
    """How many came from the cache."""


@dataclass(frozen=True)
class _Job:
    """Something to print, with all that it is made of and the name under which it is kept."""

    thing: Printed
    made_of: MadeOf

    @property
    def drawn(self) -> bool:
        return self.made_of.drawn

    @property
    def name(self) -> str:
        return self.made_of.name


def _work(made_of: MadeOf) -> tuple[Pdf, bytes, float]:
    """Make a file in a process of its own; with the seconds that it took."""
    tempfile.tempdir = made_of.room
    start = time.perf_counter()
    return *made_of.make(), time.perf_counter() - start


def _kept(job: _Job, where: Path) -> Pdf | None:
    """What lies in the cache for a job."""
    return cache.get(where, job.name, job.made_of.suffix, drawn=job.drawn)


NAMED = 5
"""How many sheets with the same trouble are named."""
ROW = {"piece", *(one.name for one in fields(File))}
"""What is remembered of each PDF."""
FIRST = "blad"
"""The kind of PDF that a piece is shown by."""


def _jobs(things: Iterable[Printed], renderer: Renderer, project: Project) -> list[_Job]:
    """What these are made of, and before them what they are bound from."""
    colour = colours(renderer.handbook)
    css: dict[type[Printed], str] = {Sheet: colour}
    css |= {Reading: colour + volume.style(project.templates), Laid: colour + chapters.style(project.templates)}
    jobs: list[_Job] = []
    names: dict[str, str] = {}
    for thing in with_parts(things):
        by = _by(thing)
        made_of: MadeOf
        if isinstance(thing, Office):
            made_of = thing.made_of(renderer, project)
        elif isinstance(thing, Zipped):
            made_of = zipped.made_of(thing, names, folder(project))
        elif isinstance(thing, Bindable):
            parts = tuple((one, names[part.url]) for one, part in zip(by.bound(thing), by.needs(thing), strict=True))
            around, is_book = by.around(thing, renderer, project), isinstance(thing, Book)
            made_of = Binding(around, colour, project.templates, is_book, parts, project.url, folder(project))
        else:
            html, variant, drawn = by.html(thing, renderer, project), thing.variant, thing.kind == FIRST
            made_of = Print(html, css[type(thing)], project.templates, variant.fillable, variant.once, drawn)
        jobs.append(_Job(thing, made_of))
        names[thing.url] = made_of.name
    return jobs


def wanted(renderer: Renderer, slugs: Iterable[str] | None = None) -> list[Sheet]:
    """The sheets of the handbook, or only of the pieces with these slugs."""
    return [sheet for piece in _pieces(renderer, slugs) for sheet in sheets_of(piece)]


def office(renderer: Renderer, slugs: Iterable[str] | None = None) -> list[Office]:
    """The files for Word, Excel and slides, or only those of the pieces with these slugs."""
    return [one for piece in _pieces(renderer, slugs) for one in office_of(piece)]


def zips(renderer: Renderer, slugs: Iterable[str] | None = None) -> list[Printed]:
    """The packs as one file with those for Word; not of the whole handbook, and not where there is none to edit."""
    made = [Zipped(one) for one in packs(renderer, slugs) if isinstance(one, Volume)]
    return [one for one in made if zipped.to_edit(one)]


def packs(renderer: Renderer, slugs: Iterable[str] | None = None) -> list[Printed]:
    """The packs of the handbook, or only those with these slugs; or what says that one was withdrawn."""
    made = ((piece, pack_of(renderer, piece.data, piece)) for piece in _pieces(renderer, slugs) if piece.type == "pack")
    return [single.notice(piece, FIRST, "") if piece.withdrawn else one for piece, one in made if one.parts]


def pack_of(renderer: Renderer, pack: Pack, piece: Piece | None = None, wish: Wish | None = None) -> Volume | Book:
    """A pack for what somebody wants; that of the whole handbook is a book."""
    if pack.whole:
        return chapters.book_of(renderer, pack, piece)
    return volume_of(renderer.handbook, pack, piece, wish)


def _by(thing: Printed) -> Any:
    """What knows how to make this, by the same names: `chapters` for a book, `zipped` for files, `volume` for all else."""
    return chapters if isinstance(thing, Laid | Book) else zipped if isinstance(thing, Zipped) else volume


def with_parts(things: Iterable[Printed]) -> list[Printed]:
    """These and all that they are bound from, each once, what is bound behind what it is bound from."""
    several = list(things)
    bound = [thing for thing in several if isinstance(thing, Bindable)]
    parts = (part for one in bound for part in _by(one).needs(one))
    single = {thing.url: thing for thing in (*several, *parts) if not isinstance(thing, Bindable)}
    return [*single.values(), *bound]


def laid_out(renderer: Renderer) -> list[Printed]:
    """All that has to be laid out for a site, each once."""
    return [
        one
        for one in with_parts([*wanted(renderer), *office(renderer), *packs(renderer), *zips(renderer)])
        if not isinstance(one, Bindable)
    ]


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
    things: list[Printed] = [
        *wanted(renderer, near),
        *office(renderer, near),
        *packs(renderer, near),
        *zips(renderer, near),
    ]
    return next((thing for thing in things if thing.url == url), None)


def unkept(thing: Printed, renderer: Renderer, project: Project) -> Pdf:
    """A single PDF that is nobody else's, such as a letter that was filled in: made, and not kept."""
    return _jobs([thing], renderer, project)[-1].made_of.make()[0]


def get_or_render(thing: Printed, renderer: Renderer, project: Project) -> tuple[Pdf, bytes]:
    """A single PDF, from the cache or made and kept; with its picture where it is what its piece is shown by.

    What it is bound from is made and kept as well.
    """
    where = folder(project)
    jobs = _jobs([thing], renderer, project)
    if kept := _kept(jobs[-1], where):
        return kept, (where / f"{jobs[-1].name}.png").read_bytes() if jobs[-1].drawn else b""
    pdf, drawn = Pdf(b"", 0), b""
    for job in jobs:
        if job is jobs[-1] or not _kept(job, where):
            pdf, drawn = job.made_of.make()
            cache.put(where, job.name, pdf, drawn, job.made_of.suffix)
    return pdf, drawn


def clear_caches() -> None:
    """Look at style and fonts anew: while somebody writes they may have changed."""
    cache.environment_hash.cache_clear()
    environment_hash.cache_clear()
    style.cache_clear()


def promised(renderer: Renderer, project: Project) -> dict[Key, tuple[File, ...]]:
    """The files that each piece will have, without rendering: what the last build told, and else without a size."""
    told = {file.url: file for files in manifest(project).values() for file in files}
    found: dict[Key, tuple[File, ...]] = {}
    things: list[Printed] = [*wanted(renderer), *office(renderer), *packs(renderer), *zips(renderer)]
    for thing in things:
        if thing.piece:
            file = told.get(thing.url) or File(thing.kind, thing.url, 0, 0, thing.paper)
            found[thing.piece.key] = (*found.get(thing.piece.key, ()), file)
    return {key: _first_first(files) for key, files in found.items()}


def fill(
    renderer: Renderer,
    project: Project,
    things: Sequence[Printed],
    done: Callable[[Printed, Filled], None],
    count: int | None = None,
) -> Filled:
    """Make sure that each of these lies in the cache, and tell what they are and under which name each is kept.

    What packs are bound from is made before them; of each the largest first, so that all cores end together. Raises
    `SheetError` with everything that went wrong; the others are kept all the same. Where a sheet went wrong, no pack
    is bound. `count` are made at once, or as many as the machine can do.
    """
    where = folder(project)
    filled, pages = Filled(), dict[str, int]()
    jobs = _jobs(things, renderer, project)
    for bound in (False, True):
        stage = [job for job in jobs if isinstance(job.made_of, Binding | Packed) == bound]
        failed = defaultdict[str, list[str]](list)
        for job, made in _made(stage, project, count):
            if isinstance(made, Exception):
                path = job.thing.piece.path if job.thing.piece else ""
                reason = os_errors.said(made) if isinstance(made, OSError) else str(made) or repr(made)
                failed[reason].append(f"{path}: {job.thing.url}")
                continue
            pages[job.name], seconds = made
            if seconds is None:
                filled.kept += 1
            else:
                filled.rendered.append((seconds, job.thing.url))
            done(job.thing, filled)
        if failed:
            raise SheetError("\n".join(_failure(reason, named) for reason, named in failed.items()))
    for job in jobs:
        if isinstance(job.thing, Reading | Laid):
            filled.parts[job.thing.url] = job.name
        elif job.thing.piece:
            size = (where / f"{job.name}{job.made_of.suffix}").stat().st_size
            file = File(job.thing.kind, job.thing.url, pages[job.name], size, job.thing.paper)
            key = job.thing.piece.key
            filled.files[key] = (*filled.files.get(key, ()), file)
            filled.names[file.url] = job.name
    filled.files = {key: _first_first(files) for key, files in filled.files.items()}
    return filled


def _first_first(files: tuple[File, ...]) -> tuple[File, ...]:
    """The files of a piece, that which it is shown by in front: a pack is bound behind what is made for Word."""
    return tuple(sorted(files, key=lambda file: file.kind != FIRST))


def share(renderer: Renderer, project: Project, part: int, of: int) -> list[Printed]:
    """Share `part` of `of` in all that has to be laid out: sorted by size each n-th, so that no share has all the large ones."""
    by_size = sorted(_jobs(laid_out(renderer), renderer, project), key=lambda job: -job.made_of.size)
    return [job.thing for job in by_size[part - 1 :: of]]


def _made(
    jobs: Sequence[_Job], project: Project, count: int | None
) -> Iterator[tuple[_Job, tuple[int, float | None] | Exception]]:
    """Each of these with its pages, and the seconds that it took where it was not kept; or what went wrong with it."""
    where = folder(project)
    todo = []
    for job in jobs:
        if kept := _kept(job, where):
            yield job, (kept.pages, None)
        else:
            todo.append(job)
    todo.sort(key=lambda job: -job.made_of.size)
    with atomic.room(project.work) as room:
        for number, answer in workers.each(_work, [replace(job.made_of, room=room) for job in todo], count):
            if isinstance(answer, Exception):
                yield todo[number], answer
                continue
            pdf, drawn, seconds = answer
            cache.put(where, todo[number].name, pdf, drawn, todo[number].made_of.suffix)
            yield todo[number], (pdf.pages, seconds)


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
    """Copy the files beside their pages, with a picture of each main file."""
    where = folder(project)
    kinds = {file.url: file.kind for own in filled.files.values() for file in own}
    for url, name in filled.names.items():
        target = site / url
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(where / f"{name}{target.suffix}", target)
        if kinds[url] == FIRST:
            shutil.copyfile(where / f"{name}.png", target.with_suffix(".png"))


def tidy(filled: Filled, project: Project) -> int:
    """Remove every file that is not among what was filled; returns how many went."""
    return cache.keep_only(folder(project), [*filled.names.values(), *filled.parts.values()])
