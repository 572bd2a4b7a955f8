"""Every pack of the handbook is what its sheets are: words, tree, links, bookmarks and ink, nothing lost, nothing twice."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pikepdf
import pypdfium2
import pytest

from conftest import ROOT, URL
from handboek import paper, store
from handboek.handbook import Handbook
from handboek.paper import Count, Place, order
from handboek.project import Project
from handboek.sheets import numbers, volume
from handboek.sheets.volume import Bound, Volume
from handboek.site.site import renderer_of

pytestmark = pytest.mark.slow

NUMBER = re.compile(r"bladzijde \d+ van \d+")


@dataclass(frozen=True, eq=False)
class Pdf:
    """A PDF, and what others see in it."""

    content: bytes

    @cached_property
    def document(self) -> pikepdf.Pdf:
        return pikepdf.open(io.BytesIO(self.content))

    @cached_property
    def pages(self) -> list[str]:
        """The text of each page, without the number of the page and without what stands behind a word."""
        told = subprocess.run(["pdftotext", "-raw", "-", "-"], input=self.content, check=True, capture_output=True)
        return [" ".join(NUMBER.sub("", page).split()) for page in told.stdout.decode().split("\f")[:-1]]

    @cached_property
    def spoken(self) -> list[str]:
        """What is read out, in order."""
        tree = subprocess.run(["pdfinfo", "-struct-text", "-"], input=self.content, check=True, capture_output=True)
        assert tree.stderr == b""
        return re.findall(r'^ *"(.*)"$', tree.stdout.decode(errors="replace"), re.MULTILINE)

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many elements of each kind the tree of the text has."""
        return Counter(str(element.get("/S")) for element in elements(self.document))

    @cached_property
    def links(self) -> list[Any]:
        return [link for page in self.document.pages for link in page.get("/Annots", [])]


def elements(document: pikepdf.Pdf) -> Iterator[Any]:
    """The elements of the tree of the text."""
    waiting = list(document.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Dictionary) and element.get("/Type") == "/StructElem":
            yield element
            waiting += list(element.get("/K", []))


@dataclass(frozen=True, eq=False)
class Pack:
    """A pack of the site, with what it is bound from."""

    volume: Volume
    parts: list[tuple[Bound, Pdf]]
    """In the order in which they are printed: those on A4, and behind the colophon each other paper."""
    bound: Pdf

    @cached_property
    def before(self) -> int:
        """How many pages stand before the parts."""
        numbers_of = {page.objgen: index for index, page in enumerate(self.bound.document.pages)}
        return numbers_of[self.spots[self.parts[0][0].address][0].objgen]

    @cached_property
    def spots(self) -> dict[str, Any]:
        names = self.bound.document.Root.Names.Dests.Names
        return {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}

    @cached_property
    def places(self) -> list[tuple[Pdf, int] | None]:
        """What stands on each page of the parts: a page of one, or nothing."""
        places = [place for place in self.order if 0 < place.part <= len(self.parts)]
        return [None if place.page is None else (self.parts[place.part - 1][1], place.page) for place in places]

    @cached_property
    def order(self) -> list[Place]:
        own = [Count(len(pdf.pages), one.copies, one.front, paper_of(pdf)) for one, pdf in self.parts]
        apart = self.volume.handed or volume.bound(self.volume)[-1].front
        return order([Count(self.before), *own, Count(1, front=apart)])

    def of_parts(self, pages: list[Any]) -> list[Any]:
        """What stands on the pages of the parts, of what stands on all."""
        placed = zip(pages, self.order, strict=True)
        return [page for page, place in placed if 0 < place.part <= len(self.parts)]

    @cached_property
    def a4(self) -> list[Pdf]:
        return [pdf for _, pdf in self.parts if paper_of(pdf) == "A4"]

    @cached_property
    def other(self) -> list[Pdf]:
        return [pdf for _, pdf in self.parts if paper_of(pdf) != "A4"]


def paper_of(pdf: Pdf) -> str:
    left, bottom, right, top = map(float, pdf.document.pages[0].MediaBox)
    return paper.named(right - left, top - bottom)


@pytest.fixture(scope="module")
def all_packs(handbook: Handbook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pack]:
    """The packs of the real handbook, with the PDFs that an earlier run made of the same."""
    project = Project(tmp_path_factory.mktemp("werkmappen"), URL, "https://git.test/handboek")
    kept = ROOT / ".build" / "proef" / ROOT.name
    kept.mkdir(parents=True, exist_ok=True)
    project.work.mkdir(parents=True, exist_ok=True)
    store.folder(project).symlink_to(kept)
    renderer = renderer_of(project, handbook)
    volumes = [thing for thing in store.packs(renderer) if isinstance(thing, Volume)]
    filled = store.fill(renderer, project, volumes, lambda *_: None)
    made = {**filled.names, **filled.parts}
    found = {}
    for one in volumes:
        pdfs = {thing.url: Pdf((kept / f"{made[thing.url]}.pdf").read_bytes()) for thing in (one, *volume.needs(one))}
        parts = [(how, pdfs[part.url]) for how, part in zip(volume.bound(one), volume.needs(one), strict=True)]
        parts.sort(key=lambda part: list(paper.WIDTHS.values()).index(paper_of(part[1])))
        found[one.url] = Pack(one, parts, pdfs[one.url])
    return found


@pytest.fixture(scope="module")
def bound(request: pytest.FixtureRequest, all_packs: dict[str, Pack]) -> Pack:
    return all_packs[request.param]


FILES = (
    file for file in (ROOT / "tools/packs").glob("*.yml") if "\nwhole: true" not in file.read_text(encoding="utf-8")
)
URLS = sorted(f"werkmappen/{file.stem}.pdf" for file in FILES)
"""Those that are bound from sheets; the whole handbook is a book (`test_book.py`)."""
FEW = ("werkmappen/schouw-lopen.pdf", "werkmappen/week-1.pdf", "werkmappen/fase-0-afwegen.pdf")
"""Small packs that hold every kind of part; the others take minutes together."""
every_pack = pytest.mark.parametrize(
    "bound", [url if url in FEW else pytest.param(url, marks=pytest.mark.hard) for url in URLS], indirect=True
)


@every_pack
def test_words_in_words_out(bound: Pack):
    """Page by page: what the sheet says, as often as it is printed; only the number of the page is another."""
    between = bound.of_parts(bound.bound.pages)
    expected = ["" if place is None else place[0].pages[place[1]] for place in bound.places]
    assert len(between) == len(expected)
    assert [at for at, pair in enumerate(zip(between, expected, strict=True)) if pair[0] != pair[1]] == []


@every_pack
def test_who_listens_hears_each_sheet_once(bound: Pack):
    spoken = bound.bound.spoken
    at = spoken.index("Colofon")
    sheets, others = ([said for pdf in pdfs for said in pdf.spoken] for pdfs in (bound.a4, bound.other))
    assert spoken[at - len(sheets) : at] == sheets
    assert spoken[len(spoken) - len(others) :] == others
    kinds = bound.bound.kinds
    apart = sum((pdf.kinds for _, pdf in bound.parts), Counter())
    assert all(kinds[kind] >= apart[kind] for kind in apart if kind != "/Document")
    assert kinds["/Document"] == 1
    for kind in ("/Table", "/TH", "/TD"):
        assert kinds[kind] == apart[kind]


@every_pack
def test_each_link_leads_to_where_it_led_or_to_the_same_inside(bound: Pack):
    sheets = [link for _, pdf in bound.parts for link in pdf.links]
    own = bound.bound.links
    inside = [link for page in bound.of_parts(list(bound.bound.document.pages)) for link in page.get("/Annots", [])]
    assert len(inside) == len(sheets)
    there = {one.address for one, _ in bound.parts}
    for link, was in zip(inside, sheets, strict=True):
        address = str(was.A.URI) if "/A" in was else ""
        page = address.removeprefix(URL).partition("#")[0]
        if address.startswith(URL) and page in there:
            assert str(link.Dest).startswith(page)
            assert address not in str(link.Contents)
        elif address:
            assert (str(link.Dest) == page) if "/Dest" in link else (str(link.A.URI) == address)  # an entry of a list
    for link in own:
        assert "/A" in link or str(link.Dest) in bound.spots


@every_pack
def test_contents_and_bookmarks_lead_to_the_first_page_of_each_part(bound: Pack):
    document = bound.bound.document
    numbers_of = {page.objgen: index for index, page in enumerate(document.pages)}
    starts = {one.address: numbers_of[bound.spots[one.address][0].objgen] for one, _ in bound.parts}
    for one, pdf in bound.parts:
        assert bound.bound.pages[starts[one.address]] == pdf.pages[0]

    def flat(items: Any) -> list[tuple[str, int]]:
        return [
            line
            for item in items
            for line in ((item.title, numbers_of[item.destination[0].objgen]), *flat(item.children))
        ]

    with document.open_outline() as outline:
        marks = flat(outline.root)
    marks = marks[-1 - len(bound.parts) :]
    assert marks.pop(len(bound.a4))[0] == "Colofon"
    assert marks == [(one.title, starts[one.address]) for one, _ in bound.parts]
    contents = " ".join(bound.bound.pages[: bound.before])
    labels = [page.label for page in document.pages]
    for one, _ in bound.parts:
        assert f"{labels[starts[one.address]]} {' '.join(one.title.split())}" in contents


@every_pack
def test_the_heads_of_cells_are_found(bound: Pack):
    root = bound.bound.document.Root.StructTreeRoot
    ids = {str(root.IDTree.Names[at]) for at in range(0, len(root.IDTree.Names), 2)}
    cells = [cell for cell in elements(bound.bound.document) if cell.get("/S") == "/TD"]
    assert {str(key) for cell in cells for key in cell.A.get("/Headers", [])} <= ids
    assert len(ids) == sum(1 for head in elements(bound.bound.document) if head.get("/S") == "/TH")


def ink(content: bytes) -> Iterator[bytes]:
    """Each page as a picture, without the number of the page."""
    with pikepdf.open(io.BytesIO(content)) as document:
        for page in document.pages:
            if "/Contents" in page:
                page.Contents = document.make_stream(numbers.MARKED.sub(b"", page.Contents.read_bytes()))
        plain = io.BytesIO()
        document.save(plain)
    for page in pypdfium2.PdfDocument(plain.getvalue()):
        yield page.render(scale=0.7, grayscale=True).to_pil().tobytes()


@pytest.mark.parametrize("bound", ["werkmappen/schouw-lopen.pdf", "werkmappen/week-1.pdf"], indirect=True)
def test_every_page_looks_as_its_sheet_does(bound: Pack):
    """To the dot, with the letters of all sheets in one font."""
    sheets = {id(pdf): list(ink(pdf.content)) for _, pdf in bound.parts}
    pages = bound.of_parts(list(ink(bound.bound.content)))
    for picture, place in zip(pages, bound.places, strict=True):
        if place:
            assert picture == sheets[id(place[0])][place[1]]
        else:
            assert set(picture) == {255}


def fonts_of(pdf: Pdf) -> set[tuple[int, int]]:
    return {font.objgen for page in pdf.document.pages for font in page.get("/Resources", {}).get("/Font", {}).values()}


def test_packs_bring_the_letters_of_their_sheets_together(all_packs: dict[str, Pack]):
    for one in all_packs.values():
        apart = sum(len(fonts_of(pdf)) for _, pdf in one.parts)
        assert len(fonts_of(one.bound)) <= max(8, apart // 3)
