"""PDFs bound into one, held to the table of cases that the binder in the browser is held to as well."""

from __future__ import annotations

import io
import re
import subprocess
from collections import Counter
from functools import cache, partial
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import yaml
from binders import BINDERS, Binder
from workbench import PROJECT

from conftest import URL
from handboek.paper import Count, Place, order
from handboek.sheets import volume
from handboek.sheets.bind import Part, bind
from handboek.sheets.pdf import render

pytestmark = pytest.mark.slow

CASES = yaml.safe_load((Path(__file__).parent / "binding.yml").read_text(encoding="utf-8"))
PAPER = {"A3": (842, 1191), "A4": (595, 842), "A5": (420, 595), "A6": (298, 420), "A4-liggend": (842, 595)}
TEMPLATES = PROJECT.templates
render_ = cache(partial(render, templates=TEMPLATES))


def html(name: str, part: dict[str, Any]) -> str:
    """A part as a document: a heading on each page, a foot with its number, and what the case asks for on the first."""
    feet = "" if part.get("unnumbered") else '<div class="{}"><p class="page-number"></p></div>'
    number = feet.format("foot") + feet.format("foot further")
    spots = "".join(f'<p id="{spot}">plek</p>' for spot in part.get("spots", ()))
    addresses = [link if link.startswith("#") else URL + link for link in part.get("links", ())]
    links = "".join(f'<p><a href="{address}">naar</a></p>' for address in addresses)
    heads = range(part.get("headers", 0))
    table = (
        f"<table><tr>{'<th>kop</th>' * len(heads)}</tr><tr>{'<td>vak</td>' * len(heads)}</tr></table>" if heads else ""
    )
    pages = "".join(
        f'<h1 style="break-before:{"page" if page else "auto"}">{name}{page + 1}</h1>' for page in range(part["pages"])
    )
    first, rest = pages.split("</h1>", 1)
    return (
        f'<html lang="{part.get("language", "nl")}"><title>Los {name}</title>'
        f'<article class="size-{part.get("paper", "A4")}">{number}{first}</h1>{spots}{links}{table}{rest}</article>'
    )


def parts_of(case: dict[str, Any]) -> list[Part]:
    return [
        Part(
            render_(html(part["name"], part)).content,
            f"Deel {part['name']}",
            f"{part['name']}/",
            part.get("level", 1),
            part.get("copies", 1),
            part.get("front", False),
        )
        for part in case["parts"]
    ]


@pytest.fixture(params=BINDERS.values(), ids=BINDERS, scope="module")
def binder(request: pytest.FixtureRequest) -> Binder:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(params=CASES, ids=[case["what"] for case in CASES], scope="module")
def bound(request: pytest.FixtureRequest, binder: Binder) -> tuple[dict[str, Any], pikepdf.Pdf, bytes]:
    case = request.param
    content = binder(parts_of(case))
    return case, pikepdf.open(io.BytesIO(content)), content


def shown(content: bytes) -> list[str]:
    """The text of each page, as poppler finds it."""
    text = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, check=True, capture_output=True).stdout
    return text.decode().split("\f")[:-1]


def test_the_pages_stand_in_order_each_with_its_number(bound):
    case, document, content = bound
    texts, wanted, numbers = shown(content), case["pages"].split(), str(case["numbers"]).split()
    names = [(re.findall(r"^[a-z]\d$", text, re.MULTILINE) or ["-"])[0] for text in texts]
    assert names == wanted
    assert [page.label for page in document.pages] == numbers
    silent = {part["name"] for part in case["parts"] if part.get("unnumbered")} | {"-"}
    assert len(set(numbers)) == len(numbers)
    printed_numbers = [number.partition("(")[0] for number in numbers]
    total = max(map(int, printed_numbers))
    printed = [re.findall(r"bladzijde \d+ van \d+", text) for text in texts]
    assert printed == [
        [] if name[0] in silent else [volume.NUMBER.format(number, total)]
        for name, number in zip(wanted, printed_numbers, strict=True)
    ]
    assert not [text for text, name in zip(texts, wanted, strict=True) if name == "-" and text.strip()]


def test_each_page_keeps_its_paper(bound):
    case, document, _ = bound
    sizes = [tuple(round(float(side)) for side in page.MediaBox[2:]) for page in document.pages]
    names = case.get("paper", " ".join(["A4"] * len(sizes))).split()
    assert sizes == [PAPER[name] for name in names]


def test_bookmarks_lead_to_the_parts(bound):
    case, document, _ = bound
    numbers = {page.objgen: index for index, page in enumerate(document.pages, 1)}

    def lines(items: Any, depth: int = 0) -> list[str]:
        return [
            line
            for item in items
            for line in (
                f"{'  ' * depth}{item.title} {numbers[item.destination[0].objgen]}", *lines(item.children, depth + 1)
            )
        ]  # fmt: skip

    with document.open_outline() as outline:
        assert lines(outline.root) == case["bookmarks"]


def test_links_lead_inside_where_their_goal_is(bound):
    case, document, _ = bound
    numbers = {page.objgen: index for index, page in enumerate(document.pages, 1)}
    names = document.Root.Names.Dests.Names
    spots = {str(names[at]): numbers[names[at + 1][0].objgen] for at in range(0, len(names), 2)}
    links = [link for page in document.pages for link in page.get("/Annots", [])]
    found = [spots[str(link.Dest)] if "/Dest" in link else str(link.A.URI).removeprefix(URL) for link in links]
    assert found == case.get("links", [])
    for link in links:
        told = str(link.Contents)
        assert told == ("naar" if "/Dest" in link else f"naar ({link.A.URI})")
        assert link.F == 4


def test_who_listens_hears_each_page_once_in_order(bound):
    case, _, content = bound
    tree = subprocess.run(["pdfinfo", "-struct-text", "-"], input=content, check=True, capture_output=True)
    assert not tree.stderr
    spoken = re.findall(r'"([a-z]\d)"', tree.stdout.decode())
    assert spoken == case["spoken"].split()
    assert "bladzijde" not in tree.stdout.decode()


def kinds(document: pikepdf.Pdf) -> Counter[str]:
    """How many elements of each kind the tree of the text has."""
    found: Counter[str] = Counter()
    waiting = list(document.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop()
        if isinstance(element, pikepdf.Dictionary):
            found[str(element.get("/S", element.get("/Type")))] += 1
            kids = element.get("/K", [])
            waiting += list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return found


def test_the_tree_is_the_sum_of_the_trees(bound):
    case, document, _ = bound
    apart: Counter[str] = Counter({"/Document": 1})
    for part in parts_of(case):
        with pikepdf.open(io.BytesIO(part.content)) as source:
            apart += kinds(source)
    apart["/Sect"] += len(case["parts"])
    apart["/Document"] -= len(case["parts"])
    assert kinds(document) == apart
    sections = document.Root.StructTreeRoot.K[0].K
    names = dict.fromkeys(page[0] for page in case["pages"].split() if page != "-")
    languages = {part["name"]: part.get("language", "nl") for part in case["parts"]}
    assert [str(section.T) for section in sections] == [f"Deel {name}" for name in names]
    assert [str(section.Lang) for section in sections] == [languages[name] for name in names]


def test_text_and_links_find_their_element_and_cells_their_heads(bound):
    case, document, _ = bound
    root = document.Root.StructTreeRoot
    numbers = root.ParentTree.Nums
    parents = {int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)}
    assert list(parents) == sorted(parents)
    for page in document.pages:
        for element in parents[page.StructParents] if "/StructParents" in page else ():
            assert element is None or element.Pg.objgen == page.objgen
        for link in page.get("/Annots", []):
            assert parents[link.StructParent].S == "/Link"
    names = root.IDTree.Names if "/IDTree" in root else []
    ids = {str(names[at]): names[at + 1] for at in range(0, len(names), 2)}
    assert len(ids) == sum(part.get("headers", 0) for part in case["parts"])
    assert list(ids) == sorted(ids)
    assert {str(element.ID) for element in ids.values()} == set(ids)
    asked = [str(key) for row in _cells(root.K[0]) for key in row.A.Headers]
    assert sorted(asked) == sorted(ids)


def _cells(element: Any) -> list[Any]:
    if not isinstance(element, pikepdf.Dictionary):
        return []
    own = [element] if element.get("/S") == "/TD" else []
    return own + [cell for kid in element.get("/K", []) for cell in _cells(kid)]


def test_bound_twice_it_is_the_same(bound, binder: Binder):
    case, _, content = bound
    assert binder(parts_of(case)) == content


def test_it_is_called_what_its_first_part_is_called(bound):
    case, document, _ = bound
    assert document.docinfo["/Title"] == f"Los {case['parts'][0]['name']}"
    assert str(document.Root.Lang) == "nl"
    assert document.Root.MarkInfo.Marked
    assert document.Root.ViewerPreferences.DisplayDocTitle
    assert document.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None"), "a printer makes nothing smaller"
    assert document.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge


def test_a_copy_is_the_same_ink_and_costs_next_to_nothing(binder: Binder):
    (case,) = [case for case in CASES if case["what"].startswith("each copy has the numbers")]
    few, many = (
        binder([one if one.copies == 1 else Part(**{**vars(one), "copies": copies}) for one in parts_of(case)])
        for copies in (2, 100)
    )  # fmt: skip
    assert len(many) - len(few) < 98 * 2 * 60


def test_order_counts_without_a_pdf():
    assert order([Count(1), Count(2, 2, front=True)]) == [
        Place(0, 0, 1), Place(0, None, 2), Place(1, 0, 3), Place(1, 1, 4), Place(1, 0, 3, 2), Place(1, 1, 4, 2)
    ]  # fmt: skip


@pytest.mark.parametrize("forms", [False, True])
def test_what_is_no_sheet_of_ours_is_not_bound(forms: bool):
    if forms:
        page = '<html lang="nl"><title>Los</title><input name="a" title="a">'
        content = render(page, TEMPLATES, forms=True).content
    else:
        file = io.BytesIO()
        with pikepdf.new() as foreign:
            foreign.add_blank_page()
            foreign.save(file)
        content = file.getvalue()
    with pytest.raises(ValueError, match="Vreemd: not a sheet"):
        bind([Part(content, "Vreemd")], URL, volume.face(TEMPLATES), volume.NUMBER)
