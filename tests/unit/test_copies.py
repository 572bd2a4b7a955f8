"""Pages that are printed more than once: their order, their number, and that a copy is decoration."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pydyf

from handboek.sheets.copies import repeat, starts


def document(*anchors: tuple[str, ...]) -> Any:
    """A laid out document of which only the anchors on each page are known."""
    return SimpleNamespace(pages=[SimpleNamespace(anchors=dict.fromkeys(page)) for page in anchors])


class Pdf(pydyf.PDF):
    """A PDF with so many pages of ink."""

    def __init__(self, count: int) -> None:
        super().__init__()
        for number in range(count):
            tagged = ["/P", pydyf.Dictionary({"MCID": number}), b"BDC", f"({number}) Tj", b"EMC"]
            stream = pydyf.Stream(tagged)
            self.add_object(stream)
            page = {"Type": "/Page", "Contents": stream.reference, "StructParents": number, "Annots": 1, "Tabs": "/S"}
            self.add_page(pydyf.Dictionary(page))

    def order(self) -> list[int]:
        """The number of the object of each page."""
        return list(self.pages["Kids"][::3])

    def page(self, number: int) -> Any:
        return next(thing for thing in self.objects if thing.number == number)


def test_each_part_begins_on_the_first_page_with_its_anchor():
    book = document((), ("a",), ("a", "b"), ("b",), ("c",))
    assert starts(book, [("a", 1), ("b", 2), ("c", 1)]) == [1, 2, 4]
    assert starts(book, []) == [0]


def test_what_is_printed_once_stays_as_it_is():
    pdf = Pdf(3)
    before = pdf.order()
    assert repeat(document((), ("a",), ("b",)), pdf, [("a", 1), ("b", 1)]) == 3
    assert pdf.order() == before
    assert "PageLabels" not in pdf.catalog


def test_the_pages_of_a_part_are_repeated_together():
    pdf = Pdf(5)
    first, second, third, fourth, fifth = pdf.order()
    count = repeat(document((), ("a",), (), ("b",), ("c",)), pdf, [("a", 2), ("b", 1), ("c", 3)])
    assert count == pdf.pages["Count"] == len(pdf.order()) == 1 + 2 * 2 + 1 + 3
    order = pdf.order()
    assert order[:3] == [first, second, third]
    assert order[5] == fourth
    assert order[6] == fifth
    assert len(set(order)) == 9  # a copy is a page of its own


def test_a_copy_bears_the_number_of_its_page():
    pdf = Pdf(3)
    repeat(document((), ("a",), ("b",)), pdf, [("a", 2), ("b", 1)])
    labels = pdf.catalog["PageLabels"]["Nums"]
    said = {place: (label["S"], label["St"]) for place, label in zip(labels[::2], labels[1::2], strict=True)}
    assert said == {0: ("/D", 1), 2: ("/D", 2)}  # the pages are numbered 1, 2, 2, 3


def test_a_copy_is_decoration_and_its_first_time_is_not():
    pdf = Pdf(2)
    repeat(document(("a",), ("b",)), pdf, [("a", 3), ("b", 1)])
    first, second, third = (pdf.page(number) for number in pdf.order()[:3])
    assert first["StructParents"] == 0
    for copy in (second, third):
        assert not {"StructParents", "Annots", "Tabs"} & set(copy)
        assert copy["Contents"] == second["Contents"] != first["Contents"]  # one ink for all copies
    ink = next(thing for thing in pdf.objects if getattr(thing, "reference", None) == second["Contents"])
    assert ink.stream[:3] == ["/Artifact", {"Type": "/Pagination"}, b"BDC"]
    assert ink.stream[3:] == ["(0) Tj", b"EMC"]
