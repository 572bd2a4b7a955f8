"""PDFs that were laid out before, bound into one that reads as one.

A sheet is laid out once. Binding takes its pages as they are, and puts together what a reader finds its way by: the
trees of the text under one document, bookmarks, links (those to what stands in the binding lead there), the numbers and
labels of pages, and pages that are printed more than once. PDFs in, a PDF out: nothing here knows a handbook.

`tests/sheets/binding.yml` is the table of cases that this and the binder in the browser are both held to.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from handboek import paper
from handboek.paper import Count, Place, order
from handboek.sheets import fonts, numbers
from handboek.sheets.pdf import Pdf

TAGGED = re.compile(rb"/\w+\s*<<\s*/MCID\s+\d+\s*>>\s*BDC")
"""Where text begins that has a place in the tree."""
DECORATION = b"/Artifact <</Type /Pagination>> BDC"
FIRST_ONLY = {"/StructParents", "/Annots", "/Tabs", "/Contents", "/Parent"}
"""What a page has that a copy of it has not."""


@dataclass(frozen=True)
class Part:
    """A PDF to bind."""

    content: bytes
    title: str = ""
    """Its bookmark; without one it brings its own bookmarks, the highest of this level."""
    address: str = ""
    """Where it stands on the site: a link to there leads to it here."""
    level: int = 1
    """Of its bookmark, or of the highest of its own."""
    copies: int = 1
    front: bool = False
    """Whether each copy begins on a front side."""


def bind(parts: Sequence[Part], site: str, face: bytes, number: str, *, one_side: bool = False) -> Pdf:
    """Bind these into one PDF, called what the first of them is called.

    `site` is the address before the addresses of parts. `number` says what is written where a page keeps room for its
    number (`"{} / {}"`, of and in total), in the first font of the PDF `face`. It asks a printer for two sides, or for one. Raises `ValueError` for a PDF that
    was not made here: without a tree of its text, or with fields.
    """
    counts = [_count(part) for part in parts]
    places = order(counts)
    total = max(place.number for place in places)
    with pikepdf.new() as out, pikepdf.open(io.BytesIO(face)) as letters:
        binding = _Binding(out, site, _Face(out, letters, number))
        for index in dict.fromkeys(place.part for place in places):
            # What lies apart for its paper hangs below no part that it followed.
            part = parts[index] if counts[index].paper == counts[0].paper else replace(parts[index], level=1)
            # Open only as long as it is added: of a book that halves the memory.
            binding.add(part, _opened(part), [place for place in places if place.part == index], total)
        binding.finish(_opened(parts[0]), places)
        out.Root.ViewerPreferences.Duplex = Name.Simplex if one_side else Name.DuplexFlipLongEdge
        fonts.join([page.obj for page in out.pages])
        made = io.BytesIO()
        out.save(
            made,
            min_version="1.7",
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return Pdf(made.getvalue(), len(places))


def _opened(part: Part) -> pikepdf.Pdf:
    """A part to take from. It is not closed by hand: the streams of what it gave are read when the whole is written."""
    return pikepdf.open(io.BytesIO(part.content))


def _count(part: Part) -> Count:
    """What `paper.order` must know of a part."""
    with _opened(part) as source:
        return Count(len(source.pages), part.copies, part.front, _paper(source))


def spots(content: bytes) -> dict[str, int]:
    """What can be led to in a PDF, by name, and on which of its pages that is, counted from 0."""
    with pikepdf.open(io.BytesIO(content)) as source:
        at = {page.objgen: number for number, page in enumerate(source.pages)}
        return {name: at[goal[0].objgen] for name, goal in _names(source)}


class _Face:
    """The letters that numbers are written in."""

    def __init__(self, out: pikepdf.Pdf, source: pikepdf.Pdf, number: str) -> None:
        own = source.pages[0].Resources.Font
        font = own[min(own.keys())]
        self.glyphs = {text: glyph.to_bytes(2) for glyph, text in fonts.spoken(font).items()}
        self.font = out.copy_foreign(font)
        self.number = number

    def write(self, page: Any, number: int, total: int) -> None:
        """Put a number where the page keeps room for one."""
        glyphs = b"".join(self.glyphs[sign] for sign in self.number.format(number, total))
        before = page.Contents.read_bytes()
        after = numbers.written(before, glyphs)
        if after != before:
            page.Contents.write(after)
            page.Resources.Font[numbers.FACE] = self.font


@dataclass
class _Binding:
    """What a binding comes to, part by part."""

    out: pikepdf.Pdf
    site: str
    face: _Face
    sections: list[Any] = field(default_factory=list)
    """The trees of the parts."""
    parents: list[Any] = field(default_factory=list)
    """Which element each text and link belongs to: numbers and elements by turns."""
    following: int = 0
    """The first number that is free there."""
    ids: dict[str, Any] = field(default_factory=dict)
    """Elements by their id, such as the heads of tables."""
    spots: dict[str, Any] = field(default_factory=dict)
    """What can be led to, by name."""
    links: list[Any] = field(default_factory=list)
    bookmarks: list[tuple[int, str, Any]] = field(default_factory=list)
    """Level, title and goal."""

    def add(self, part: Part, source: pikepdf.Pdf, places: Sequence[Place], total: int) -> None:
        """Add a part: its pages as often as they are printed, and all that leads to them."""
        if "/StructTreeRoot" not in source.Root or "/AcroForm" in source.Root:
            raise ValueError(f"{part.title or part.address}: not a sheet with a tree of its text and without fields")
        begin = len(self.out.pages)
        for one in source.pages:
            self.out.pages.append(one)
        own = [page.obj for page in self.out.pages[begin:]]
        ink: dict[int, Any] = {}
        for place in places:
            if place.page is None:
                self.out.add_blank_page(page_size=_size(own[-1]))
            elif place.copy == 1:
                self.face.write(own[place.page], place.number, total)
            else:
                page = own[place.page]
                if place.page not in ink:
                    ink[place.page] = self.out.make_stream(TAGGED.sub(DECORATION, page.Contents.read_bytes()))
                self.out.pages.append(pikepdf.Page(self._copy(page, ink[place.page])))
        self._tree(part, source, own)
        self._spots(part, source, own)
        self._bookmark(part, source, own)

    def _copy(self, page: Any, ink: Any) -> Any:
        """The same ink on another page, as decoration: who listens hears it once."""
        kept = {key: page[key] for key in sorted(page.keys() - FIRST_ONLY)}
        return self.out.make_indirect(Dictionary(kept | {"/Contents": ink}))

    def _tree(self, part: Part, source: pikepdf.Pdf, own: Sequence[Any]) -> None:
        """Hang the tree of a part under the document, as a section, with the numbers that come after those before."""
        tree = self.out.copy_foreign(source.Root.StructTreeRoot)
        for document in tree.K:
            document.S = Name.Sect
            document.T = String(part.title or str(source.docinfo.get("/Title", "")))
            document.Lang = source.Root.Lang
            self.sections.append(document)
        last = -1
        for at in range(0, len(tree.ParentTree.Nums), 2):
            last = int(tree.ParentTree.Nums[at])
            self.parents += [self.following + last, tree.ParentTree.Nums[at + 1]]
        for page in own:
            for owner in (page, *page.get("/Annots", ())):
                for key in ("/StructParents", "/StructParent"):
                    if key in owner:
                        owner[key] = int(owner[key]) + self.following
        self.following += last + 1
        names = tree.IDTree.Names if "/IDTree" in tree else ()
        for at in range(0, len(names), 2):
            self.ids[str(names[at])] = names[at + 1]

    def _spots(self, part: Part, source: pikepdf.Pdf, own: Sequence[Any]) -> None:
        """Name what can be led to, the part itself and spots in it, by its address on the site."""
        at = {page.objgen: number for number, page in enumerate(source.pages)}
        if part.address:
            self.spots[part.address] = _top(own[0])
        for name, goal in _names(source):
            page, *where = goal
            self.spots[_spot(part, name)] = Array([own[at[page.objgen]], *where])
        for page in own:
            for link in page.get("/Annots", ()):
                if "/Dest" in link:
                    link.Dest = String(_spot(part, str(link.Dest)))
                self.links.append(link)

    def _bookmark(self, part: Part, source: pikepdf.Pdf, own: Sequence[Any]) -> None:
        if part.title:
            self.bookmarks.append((part.level, part.title, _top(own[0])))
            return
        at = {page.objgen: number for number, page in enumerate(source.pages)}
        with source.open_outline() as outline:
            for level, item in _walk(outline.root):
                goal: Any = item.destination
                page, *where = goal
                self.bookmarks.append((part.level - 1 + level, item.title, Array([own[at[page.objgen]], *where])))

    def finish(self, first: pikepdf.Pdf, places: Sequence[Place]) -> None:
        """Write down what is known when all parts are there, and what the first of them says of itself."""
        root, told = self.out.Root, first.docinfo
        root.Lang = first.Root.Lang
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True, PrintScaling=Name("/None"))
        root.Metadata = self.out.copy_foreign(first.Root.Metadata)
        for key in sorted(told.keys()):
            self.out.docinfo[key] = String(str(told[key]))
        document = self.out.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array(self.sections)))
        for section in self.sections:
            section.P = document
        parents = self.out.make_indirect(Dictionary(Nums=Array(self.parents)))
        tree = Dictionary(Type=Name.StructTreeRoot, K=Array([document]), ParentTree=parents)
        tree.ParentTreeNextKey = self.following
        if self.ids:
            tree.IDTree = _by_name(self.ids)
        root.StructTreeRoot = self.out.make_indirect(tree)
        document.P = root.StructTreeRoot
        root.Names = Dictionary(Dests=_by_name(self.spots))
        for link in self.links:
            self._lead_inside(link)
        with self.out.open_outline() as outline:
            _nest(outline.root, self.bookmarks)
        if any(place.copy > 1 for place in places):
            root.PageLabels = Dictionary(Nums=Array(list(_labels(places))))

    def _lead_inside(self, link: Any) -> None:
        """Let a link to the site lead to the same place in the binding, where that is there."""
        address = str(link.A.get("/URI", "")) if "/A" in link else ""
        if address.startswith(self.site):
            page, _, spot = address.removeprefix(self.site).partition("#")
            goal = next((name for name in (f"{page}:{spot}", page) if name in self.spots), None)
            if goal is not None:
                del link.A
                link.Dest = String(goal)
                link.Contents = String(str(link.Contents).removesuffix(f" ({address})"))


def _spot(part: Part, name: str) -> str:
    """What a spot in a part is called in the binding."""
    return name if not part.address or name.startswith(part.address) else f"{part.address}:{name}"


def _names(source: pikepdf.Pdf) -> Iterator[tuple[str, Any]]:
    """The spots of a PDF."""
    names = source.Root.Names.Dests.Names if "/Names" in source.Root else ()
    for at in range(0, len(names), 2):
        yield str(names[at]), names[at + 1]


def _by_name(named: dict[str, Any]) -> Any:
    """A tree of names in one leaf; a reader searches it by halves."""
    return Dictionary(Names=Array([thing for name in sorted(named) for thing in (String(name), named[name])]))


def _size(page: Any) -> tuple[float, float]:
    left, bottom, right, top = map(float, page.MediaBox)
    return right - left, top - bottom


def _paper(source: pikepdf.Pdf) -> str:
    return paper.named(*_size(source.pages[0]))


def _top(page: Any) -> Any:
    """The top of a page, as a goal."""
    return Array([page, Name.XYZ, 0, page.MediaBox[3], 0])


def _walk(items: Sequence[pikepdf.OutlineItem], level: int = 1) -> Iterator[tuple[int, pikepdf.OutlineItem]]:
    for item in items:
        yield level, item
        yield from _walk(item.children, level + 1)


def _nest(root: list[pikepdf.OutlineItem], bookmarks: Sequence[tuple[int, str, Any]]) -> None:
    """Hang each bookmark under the one before it of a higher level."""
    open_: list[tuple[int, list[pikepdf.OutlineItem]]] = [(0, root)]
    for level, title, goal in bookmarks:
        while open_[-1][0] >= level:
            open_.pop()
        item = pikepdf.OutlineItem(title, goal)
        open_[-1][1].append(item)
        open_.append((level, item.children))


def _labels(places: Sequence[Place]) -> Iterator[Any]:
    """The label of each page that does not follow the one before it."""
    expected = None
    for at, place in enumerate(places):
        if place.copy > 1:
            yield from (at, Dictionary(P=String(place.label)))
        elif place.number != expected:
            yield from (at, Dictionary(S=Name.D, St=place.number))
        expected = place.number + 1 if place.copy == 1 else None
