"""A pack as print jobs: a PDF for each paper, small cards laid on A4 with marks to cut or to fold along.

These PDFs are for a printer. What is read on a screen, or read out, is the pack itself.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import pikepdf
from pikepdf import Dictionary, Name

from handboek.paper import ON_A4, laid
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.bind import DECORATION, TAGGED
from handboek.sheets.pdf import Pdf
from handboek.sheets.volume import Bound, Volume, around, bound, make, paper_of

MM = 72 / 25.4
A4 = (210.0, 297.0)
MARK = 4
"""How long a mark is, in millimetres."""
EDGE = 6
"""What no printer prints for sure, along the edge of a sheet."""


@dataclass(frozen=True)
class Copied:
    """A sheet of a pack, with its number of copies."""

    how: Bound
    pdf: Pdf
    paper: str


def jobs_of(
    one: Volume, pdfs: Sequence[Pdf], renderer: Renderer, project: Project, css: str, *, one_side: bool = False
) -> Iterator[tuple[str, Pdf]]:
    """The jobs of a pack, each with the name of its file: what is on A4 with the cover in front, then each other paper.

    `pdfs` are those of its parts, in order.
    """
    all_parts = [
        Copied(replace(how, front=False) if one_side else how, pdf, paper_of(pdf))
        for how, pdf in zip(bound(one), pdfs, strict=True)
    ]
    of_a4 = {part.how.address for part in all_parts if part.paper == "A4"}
    kept = (
        replace(chapter, parts=tuple(part for part in chapter.parts if part.address in of_a4))
        for chapter in one.chapters
    )
    front = around(replace(one, chapters=tuple(chapter for chapter in kept if chapter.parts)), renderer, project)
    front = replace(front, apart=front.apart and not one_side)
    beside = [(part.paper, part.pdf.pages, part.how.copies) for part in all_parts if part.paper != "A4"]
    first = [(part.how, part.pdf) for part in all_parts if part.paper == "A4"]
    yield "1-A4", make(front, css, first, project.url, project.templates, beside=beside, one_side=one_side)
    for paper in dict.fromkeys(part.paper for part in all_parts if part.paper != "A4"):
        own = [part for part in all_parts if part.paper == paper]
        if paper in ON_A4:
            yield f"{paper}-op-A4", laid_on_a4(own, one_side=one_side)
        else:
            yield paper, _copies(own)


def _copies(parts: Sequence[Copied]) -> Pdf:
    """These, each as often as it is needed; backs of what has none are blank and of its size."""
    with pikepdf.new() as out:
        for part in parts:
            with pikepdf.open(io.BytesIO(part.pdf.content)) as source:
                for _ in range(part.how.copies):
                    out.pages.extend(source.pages)
                    if len(source.pages) % 2 and part.how.front and len(source.pages) > 1:
                        left, bottom, right, top = map(float, source.pages[-1].MediaBox)
                        out.add_blank_page(page_size=(right - left, top - bottom))
        single = all(part.pdf.pages == 1 or not part.how.front for part in parts)
        return _saved(out, one_side=single)


def _saved(out: pikepdf.Pdf, *, one_side: bool) -> Pdf:
    """A job, that says how it wants to be printed."""
    sided = Name.Simplex if one_side else Name.DuplexFlipLongEdge
    out.Root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"), Duplex=sided)
    made = io.BytesIO()
    out.save(made, min_version="1.7", deterministic_id=True)
    return Pdf(made.getvalue(), len(out.pages))


def laid_on_a4(cards: Sequence[Copied], *, one_side: bool = False) -> Pdf:
    """Small sheets, each as often as it is needed, laid on A4: backs behind fronts, or beside them on `one_side`."""
    with pikepdf.new() as out:
        drawn = [_sides(out, card) for card in cards]
        width, height = drawn[0][0][1]
        across, down = round(A4[0] * MM / width), round(A4[1] * MM / height)
        if across * down < 2:  # A5 upright: two beside each other on a sheet that lies
            across, down = 2, 1
        sheet = (width * across, height * down)
        backs = any(len(sides) > 1 for sides in drawn)
        copied = [(len(sides), card.how.copies) for sides, card in zip(drawn, cards, strict=True)]
        for places in laid(copied, across, down, one_side=one_side):
            forms = [drawn[place[0]][place[1]][0] if place else None for place in places]
            _page(out, forms, (width, height), across, sheet, fold=one_side and backs)
        return _saved(out, one_side=one_side or not backs)


def _sides(out: pikepdf.Pdf, card: Copied) -> list[tuple[pikepdf.Object, tuple[float, float]]]:
    """What is drawn on each side of a card, with its size."""
    with pikepdf.open(io.BytesIO(card.pdf.content)) as source:
        drawn = []
        for page in source.pages:
            page.Contents = source.make_stream(TAGGED.sub(DECORATION, page.Contents.read_bytes()))
            left, bottom, right, top = map(float, page.MediaBox)
            drawn.append((out.copy_foreign(page.as_form_xobject()), (right - left, top - bottom)))
        return drawn


def _page(
    out: pikepdf.Pdf,
    forms: Sequence[pikepdf.Object | None],
    each: tuple[float, float],
    across: int,
    size: tuple[float, float],
    *,
    fold: bool = False,
) -> None:
    """A page with what is drawn, from the top left, nothing where a side is blank, and marks between them."""
    width, height = each
    out.add_blank_page(page_size=size)
    page = out.pages[-1]
    drawn, things = [], {}
    for at, form in enumerate(forms):
        if form is not None:
            x, y = at % across * width, size[1] - (at // across + 1) * height
            things[f"/Side{at}"] = form
            drawn.append(f"q 1 0 0 1 {x:.3f} {y:.3f} cm /Side{at} Do Q")
    page.obj.Resources = Dictionary(XObject=Dictionary(things))
    page.obj.Contents = out.make_stream("\n".join([*drawn, *_marks(size, width, height, fold=fold)]).encode())


def _marks(size: tuple[float, float], width: float, height: float, *, fold: bool) -> Iterator[str]:
    """Short lines at the edges where a sheet is cut; dashed where it is folded."""
    near, far = EDGE * MM, (EDGE + MARK) * MM
    yield "0.5 w 0 G"
    across = [width * at for at in range(1, round(size[0] / width))]
    down = [height * at for at in range(1, round(size[1] / height))]
    yield "[2 2] 0 d" if fold else "[] 0 d"
    for x in across:
        for low, high in ((near, far), (size[1] - far, size[1] - near)):
            yield f"{x:.3f} {low:.3f} m {x:.3f} {high:.3f} l S"
    yield "[] 0 d"
    for y in down:
        for low, high in ((near, far), (size[0] - far, size[0] - near)):
            yield f"{low:.3f} {y:.3f} m {high:.3f} {y:.3f} l S"
