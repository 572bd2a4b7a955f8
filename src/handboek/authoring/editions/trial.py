"""What of an edition is made to see whether it holds: a letter and a sheet in its look, and each sheet that it has of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from handboek import store
from handboek.finding import Finding
from handboek.handbook import Handbook, Key
from handboek.office.forms import Office
from handboek.overrun import overrun
from handboek.project import Project
from handboek.render.renderer import File, Renderer
from handboek.resources import EDITION, OWN
from handboek.sheets.pdf import SheetError
from handboek.sheets.sheet import Sheet
from handboek.site.site import renderer_of
from handboek.wording import quoted

TRIED = {"blanks": ("blad", "word"), "sheet": ("blad",)}
"""What a piece has by which it is a letter or a sheet, and which files are made of the first that has it."""
LOOKS = ("logo", "sjabloon")
"""The fields with a file that is seen on those."""


def tried(project: Project, book: Handbook) -> Iterator[Finding]:
    """Yield a finding for each of these that fails, where an edition looks otherwise than its base; a build finds them ready."""
    edition = book.origin and book.origin.edition
    if not book.origin or not edition:
        return
    mine = {piece.slug for piece in book.offered.pieces.values() if piece.path in book.origin.own and piece.kind.sheet}
    looks = edition.logo or edition.template or edition.colour or project.overrides
    if not mine and not looks:
        return
    renderer = renderer_of(project, book)
    yield from _too_long(project, book, renderer, mine)
    if looks:
        yield from _in_its_look(project, book, renderer)


def _too_long(project: Project, book: Handbook, renderer: Renderer, slugs: set[str]) -> Iterator[Finding]:
    """Sheets of its own with more pages than they say that they have; one that cannot be made tells that in a build."""
    files = dict[Key, tuple[File, ...]]()
    for sheet in store.wanted(renderer, slugs):
        if sheet.kind == store.FIRST:
            with suppress(SheetError):
                pages = store.get_or_render(sheet, renderer, project)[0].pages
                files[sheet.piece.key] = (File(sheet.kind, sheet.url, pages, 0, sheet.paper),)
    for piece, what in overrun(book, files):
        yield Finding(f"{OWN}/{piece.path}", 1, 1, "uitgave", what, severity="warning")


def _in_its_look(project: Project, book: Handbook, renderer: Renderer) -> Iterator[Finding]:
    edition = book.origin and book.origin.edition
    assert book.origin and edition
    said = book.origin.files[EDITION]
    named = [str(said.data[field]) for field in LOOKS if said.data.get(field)]
    named += ["overrides/"] if project.overrides else []
    place = said.place(next(((field,) for field in (*LOOKS, "kleur") if said.data.get(field)), ()))
    own = [one for one in book.offered.pieces.values() if one.kind.sheet and not one.of and not one.draft]
    for field, kinds in TRIED.items():
        piece = next((one for one in own if getattr(one.data, field, None)), None)
        of = [piece.slug] if piece else []
        things: list[Sheet | Office] = [*store.wanted(renderer, of), *store.office(renderer, of)] if of else []
        for thing in things:
            if thing.piece is piece and thing.kind in kinds:
                try:
                    store.get_or_render(thing, renderer, project)
                except Exception as error:  # whatever a library trips over, its author hears where to look
                    what = f"Een proef met jullie eigen vormgeving mislukt, in `{thing.url}`: {error}."
                    helps = f"Kijk naar {quoted(named, 'en')}." if named else "Kijk naar `kleur`."
                    yield Finding(EDITION, place.line, place.column, "uitgave", what, helps)
