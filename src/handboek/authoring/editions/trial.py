"""One letter and one sheet of an edition, made to see whether its logo, colours and fonts hold on paper and in Word."""

from __future__ import annotations

from collections.abc import Iterator

from handboek import store
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.office.forms import Office
from handboek.project import Project
from handboek.resources import EDITION
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
    if not book.origin or not edition or not (edition.logo or edition.template or edition.colour or project.overrides):
        return
    renderer = renderer_of(project, book)
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
