"""PDFs by themselves, without a site: the sheets of pieces, and a pack for a group."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from handboek import dutch, paper, store, workshop
from handboek import pack as packs
from handboek.authoring.output import free
from handboek.build import fill, told
from handboek.handbook import Handbook, Piece
from handboek.office import zipped
from handboek.office.zipped import Zipped
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.render.style import colours
from handboek.session import Wish, session
from handboek.sheets.chapters import Book
from handboek.sheets.jobs import jobs_of
from handboek.sheets.volume import Volume, needs, on_one_side, paper_of
from handboek.sheets.volume import bound as bound_of
from handboek.site.site import renderer_of
from handboek.system import atomic
from handboek.system.arguments import WrongUse
from handboek.system.lock import turn
from handboek.wording import nearest, quoted

NAMES = {
    "people": "--mensen",
    "minutes": "--duur",
    "ends": "--einde",
    "pause": "--pauze",
    "without": "--zonder",
}
"""With which option each wish is told."""


def sheets(
    project: Project, handbook: Handbook, slugs: list[str], out: Path, *, look: bool = False, jobs: int | None = None
) -> int:
    """Make the sheets of these pieces, or of all; of `look` only the main one, and open it. Gives the exit code.

    Raises `WrongUse` where there is no such sheet or no room for it, and `SheetError`.
    """
    renderer = renderer_of(project, handbook)
    wanted = store.wanted(renderer, slugs or None)
    if missing := set(slugs) - {sheet.piece.slug for sheet in wanted}:
        raise WrongUse(f"Geen blad gevonden voor: {', '.join(sorted(missing))}.")
    if not wanted:
        raise WrongUse("Er zijn nog geen bladen.")
    for sheet in wanted:
        free(out / sheet.url, b"%PDF")
    if look:
        wanted = [sheet for sheet in wanted if sheet.kind == "blad"][:1]
    with turn(project.root):
        filled = fill(renderer, project, wanted, jobs)
        for sheet in wanted:
            atomic.write(out / sheet.url, store.get_or_render(sheet, renderer, project)[0].content)
    if look:
        return _open(out / wanted[0].url)
    print(f"Klaar: {len(wanted)} bladen in {out}/.")
    print("\n".join(told(filled)))
    return 0


def stock(project: Project, handbook: Handbook, part: tuple[int, int], jobs: int | None = None) -> int:
    """Fill the store with a part, such as the second of four, of all PDFs that a site has; gives the exit code.

    Each machine divides the same content in the same way. Whoever puts the stores together, by copying files, has all.
    Raises `SheetError`.
    """
    renderer = renderer_of(project, handbook)
    with turn(project.root):
        things = store.share(renderer, project, *part)
        filled = fill(renderer, project, things, jobs)
    print(
        f"Klaar: deel {part[0]} van {part[1]}, {len(things)} PDF's in {store.folder(project).relative_to(project.root)}/."
    )
    print("\n".join(told(filled)))
    return 0


def _open(path: Path) -> int:
    print(path)
    if not webbrowser.open(path.resolve().as_uri()):
        print("Openen lukt hier niet; open het bestand zelf.", file=sys.stderr)
    return 0


def _fit(book: Handbook, piece: Piece | None, wish: Wish) -> Wish | None:
    """What somebody wants of the script in a pack. Raises `WrongUse` where that cannot be, with what comes nearest."""
    if wish.people is not None and not 1 <= wish.people <= packs.LARGEST_GROUP:
        raise WrongUse(f"Kies een groep van 1 tot {packs.LARGEST_GROUP} mensen.")
    script = book.get("script", piece.data.script) if piece and piece.data.script else None
    if script is None:
        if wish != Wish(wish.people):
            raise WrongUse("Tijden en delen kies je alleen bij de werkmap van een draaiboek.")
        return wish if wish.people else None
    if wish.ends and wish.minutes:
        raise WrongUse("Zeg hoe laat het klaar is of hoe lang het duurt: --einde of --duur, niet allebei.")
    if wish.short and not script.data.short:
        raise WrongUse(f"Van `{script.slug}` is er geen korte versie.")
    names = [part.id for part in script.data.parts]
    for name in wish.without:
        if name not in names:
            meant = nearest(name, names)
            helps = f"Bedoelde je `{meant}`?" if meant else f"Kies uit {quoted(names)}."
            raise WrongUse(f"Er is geen deel `{name}`. {helps}")
    for one in session(script.data, wish).troubles:
        nearby = (
            f" Kies {NAMES[one.wish]} {one.nearest}; de rest van wat je vroeg, kan blijven."
            if one.nearest != ""
            else ""
        )
        others = workshop.fitting(book, wish.people) if one.wish == "people" and wish.people else []
        fits = f" Met {wish.people} kan wel: {dutch.listed([other.slug for other in others])}." if others else ""
        raise WrongUse(one.text + nearby + fits)
    return wish if wish != Wish() else None


def pack(
    project: Project,
    handbook: Handbook,
    out: Path,
    *,
    slug: str = "",
    addresses: Sequence[str] = (),
    title: str = "",
    wish: Wish,
    jobs: int | None = None,
    by_paper: bool = False,
    one_side: bool = False,
    word: bool = False,
) -> int:
    """Make the pack `slug`, or one called `title` of what stands at these addresses, as a PDF or as a ZIP of files for Word;
    gives the exit code.

    Raises `WrongUse` where that cannot be a pack or has no room, and `SheetError`.
    """
    book = handbook.offered
    if bool(slug) == bool(addresses):
        raise WrongUse("Noem een werkmap, of geef stukken met --pieces.")
    piece = book.get("pack", slug) if slug else None
    fit = _fit(book, piece, wish)
    unknown = [] if piece else [slug] if slug else packs.unprintable(book, addresses)
    if unknown:
        raise WrongUse(f"Hier is niets van te printen: {', '.join(unknown)}.")
    try:
        model = piece.data if piece else packs.put_together(book, title, addresses, wish.people)
    except ValidationError as error:
        raise WrongUse("Een titel heeft 1 tot en met 70 tekens, en een werkmap hoogstens 120 stukken.") from error
    renderer = renderer_of(project, book)
    bound = store.pack_of(renderer, model, piece, fit)
    if by_paper and isinstance(bound, Volume):
        return _by_paper(project, renderer, bound, out.with_suffix(""), jobs, one_side=one_side)
    if one_side or by_paper:
        raise WrongUse("--enkelzijdig hoort bij --per-papier, en dat kan niet voor een boek.")
    made = _for_word(bound) if word else bound
    free(out, b"PK" if word else b"%PDF")
    with turn(project.root):
        fill(renderer, project, [made], jobs)
        pdf, _ = store.get_or_render(made, renderer, project)
    atomic.write(out, pdf.content)
    print(f"{out}: {zipped.counted(made)}" if isinstance(made, Zipped) else f"{out}: {pdf.pages} bladzijden")
    return 0


def _for_word(bound: Volume | Book) -> Zipped:
    """A pack as files for Word. Raises `WrongUse` where there are none."""
    if not isinstance(bound, Volume):
        raise WrongUse("Het hele handboek is er als PDF. Kies voor Word een kleinere werkmap.")
    made = Zipped(bound)
    if not zipped.to_edit(made):
        raise WrongUse("In deze werkmap is niets om te bewerken.")
    return made


def _by_paper(
    project: Project, renderer: Renderer, volume: Volume, out: Path, jobs: int | None, *, one_side: bool
) -> int:
    """Make a pack as print jobs, a PDF for each paper; says first what comes out. Raises `WrongUse` and `SheetError`."""
    volume = on_one_side(volume) if one_side else volume
    with turn(project.root):
        things = needs(volume)
        fill(renderer, project, things, jobs)
        pdfs = [store.get_or_render(thing, renderer, project)[0] for thing in things]
        parts = [(paper_of(pdf), pdf.pages, how.copies) for how, pdf in zip(bound_of(volume), pdfs, strict=True)]
        made = list(jobs_of(volume, pdfs, renderer, project, colours(renderer.handbook), one_side=one_side))
        beside = [part for part in parts if part[0] != "A4"]
        told = paper.needed([("A4", made[0][1].pages, 1), *beside], one_side=one_side)  # with cover and contents
        print(f"Dit wordt {paper.said(told)}, met omslag en inhoud.")
        for name, pdf in made:
            free(out / f"{name}.pdf", b"%PDF")
            atomic.write(out / f"{name}.pdf", pdf.content)
            print(f"{out / name}.pdf: {pdf.pages} bladzijden")
    return 0
