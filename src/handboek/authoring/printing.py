"""PDFs by themselves, without a site: the sheets of pieces, and a pack for a group."""

from __future__ import annotations

import sys
import webbrowser
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from handboek import pack as packs
from handboek import store
from handboek.authoring.output import free
from handboek.build import fill, told
from handboek.handbook import Handbook
from handboek.office import zipped
from handboek.office.zipped import Zipped
from handboek.project import Project
from handboek.sheets.chapters import Book
from handboek.sheets.volume import Volume
from handboek.site.site import renderer_of
from handboek.system import atomic
from handboek.system.arguments import WrongUse
from handboek.system.lock import turn


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


def pack(
    project: Project,
    handbook: Handbook,
    out: Path,
    *,
    slug: str = "",
    addresses: Sequence[str] = (),
    title: str = "",
    people: int | None = None,
    jobs: int | None = None,
    word: bool = False,
) -> int:
    """Make the pack `slug`, or one called `title` of what stands at these addresses, as a PDF or as a ZIP of files for Word;
    gives the exit code.

    Raises `WrongUse` where that cannot be a pack or has no room, and `SheetError`.
    """
    book = handbook.offered
    if bool(slug) == bool(addresses):
        raise WrongUse("Noem een werkmap, of geef stukken met --pieces.")
    if people is not None and not 1 <= people <= packs.LARGEST_GROUP:
        raise WrongUse(f"Kies een groep van 1 tot {packs.LARGEST_GROUP} mensen.")
    piece = book.get("pack", slug) if slug else None
    unknown = [] if piece else [slug] if slug else packs.unprintable(book, addresses)
    if unknown:
        raise WrongUse(f"Hier is niets van te printen: {', '.join(unknown)}.")
    try:
        model = piece.data if piece else packs.put_together(book, title, addresses, people)
    except ValidationError as error:
        raise WrongUse("Een titel heeft 1 tot en met 70 tekens, en een werkmap hoogstens 120 stukken.") from error
    renderer = renderer_of(project, book)
    bound = store.pack_of(renderer, model, piece, people)
    made = _for_word(bound) if word else bound
    free(out, b"PK" if word else b"%PDF")
    with turn(project.root):
        fill(renderer, project, [made], jobs)
        pdf, _ = store.get_or_render(made, renderer, project)
    atomic.write(out, pdf.content)
    print(
        f"{out}: {len(zipped.needs(made))} bestanden voor Word"
        if isinstance(made, Zipped)
        else f"{out}: {pdf.pages} bladzijden"
    )
    return 0


def _for_word(bound: Volume | Book) -> Zipped:
    """A pack as files for Word. Raises `WrongUse` where there are none."""
    if not isinstance(bound, Volume):
        raise WrongUse("Het hele handboek is er als PDF. Kies voor Word een kleinere werkmap.")
    made = Zipped(bound)
    if not zipped.needs(made):
        raise WrongUse("In deze werkmap is niets voor Word.")
    return made
