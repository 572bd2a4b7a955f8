"""Which PDFs a piece has, and the HTML of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from handboek.handbook import Piece
from handboek.project import Project
from handboek.render.page import Renderer, absolute
from handboek.render.style import doors
from handboek.sheets import qr
from handboek.sheets.pdf import Pdf, render


@dataclass(frozen=True)
class Sheet:
    """One PDF of a piece, not rendered yet."""

    piece: Piece
    kind: str
    """`blad` for the main file; the others have a suffix."""
    suffix: str
    paper: str

    @property
    def url(self) -> str:
        """Where it stands on the site: beside the page of its piece."""
        return f"{self.piece.address.rstrip('/')}{self.suffix}.pdf"


def sheets_of(piece: Piece) -> Iterator[Sheet]:
    """The PDFs of a piece, main file first."""
    if piece.kind.sheet and not piece.draft:
        yield Sheet(piece, "blad", "", getattr(piece.data, "size", "A4"))


def html(sheet: Sheet, renderer: Renderer, project: Project) -> str:
    """The HTML of a sheet, with full addresses."""
    piece = sheet.piece
    phase = renderer.handbook.phase_of(piece)
    made = renderer.part_of(
        f"print/{piece.type}.html",
        piece,
        sheet=sheet,
        phase=phase,
        body=renderer.body(piece).html,
        address=project.url + piece.address,
        qr=qr.code(project.url + piece.address, f"QR-code naar {piece.title}"),
        layout=_layout(renderer, piece),
    )
    return absolute(made, project.url)


def _layout(renderer: Renderer, piece: Piece) -> str:
    """The template of a worksheet's layout; stacked text where there is none yet."""
    name = f"print/layouts/{piece.data.sheet.layout}.html" if piece.type == "worksheet" else ""
    try:
        renderer.environment.get_template(name) if name else None
    except jinja2.TemplateNotFound:
        return "pieces/stacked.html"
    return name


def make(sheet: Sheet, renderer: Renderer, project: Project) -> Pdf:
    """Render a sheet."""
    return render(html(sheet, renderer, project), project.templates, doors(renderer.handbook))
