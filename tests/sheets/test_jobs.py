"""Print jobs: small sheets laid on A4, fronts before their backs, and marks where nobody's printer leaves them out."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pikepdf
import pytest

from handboek.sheets.jobs import Copied, laid_on_a4
from handboek.sheets.pdf import Pdf
from handboek.sheets.volume import Bound

A6 = (297.64, 419.53)


def card(name: str, pages: int, copies: int) -> Copied:
    """A card of A6 with its name on each side."""
    with pikepdf.new() as made:
        for number in range(pages):
            made.add_blank_page(page_size=A6)
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
            )
            made.pages[-1].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
            text = f"/P <</MCID 0>> BDC BT /F 12 Tf 100 200 Td ({name}{number + 1}) Tj ET EMC"
            made.pages[-1].obj.Contents = made.make_stream(text.encode())
        out = io.BytesIO()
        made.save(out)
    return Copied(Bound(name, f"{name}/", 1, copies, front=True), Pdf(out.getvalue(), pages), "A6")


def laid(pdf: Pdf, folder: Path) -> list[list[list[str]]]:
    """What lies on each page: rows of names from the top left."""
    file = folder / "op-a4.pdf"
    file.write_bytes(pdf.content)
    said = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return [[line.split() for line in page.splitlines() if line.strip()] for page in said.split("\f")[:-1]]


def test_each_back_lies_behind_its_front(tmp_path: Path):
    made = laid_on_a4([card("a", 2, 3), card("b", 2, 2)])
    assert laid(made, tmp_path) == [[["a1", "a1"], ["a1", "b1"]], [["a2", "a2"], ["b2", "a2"]], [["b1"]], [["b2"]]]
    with pikepdf.open(io.BytesIO(made.content)) as document:
        assert document.Root.ViewerPreferences.Duplex == pikepdf.Name.DuplexFlipLongEdge
        assert document.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")
        (left, _), (_, _) = [divmod(float(page.MediaBox[2]), 1) for page in document.pages][:2]
        assert round(left) == 595


def test_on_one_side_front_and_back_are_folded_together(tmp_path: Path):
    made = laid_on_a4([card("a", 2, 3)], one_side=True)
    assert laid(made, tmp_path) == [[["a1", "a2"], ["a1", "a2"]], [["a1", "a2"]]]
    with pikepdf.open(io.BytesIO(made.content)) as document:
        lines = document.pages[0].Contents.read_bytes().decode().splitlines()
    dashes = [at for at, line in enumerate(lines) if line.endswith(" 0 d")]
    assert [lines[at] for at in dashes] == ["[2 2] 0 d", "[] 0 d"], "where it is folded dashes, where it is cut a line"
    folds, cuts = lines[dashes[0] + 1 : dashes[1]], lines[dashes[1] + 1 :]
    assert all(len({line.split()[0], line.split()[3]}) == 1 for line in folds), "between front and back"
    assert all(len({line.split()[1], line.split()[4]}) == 1 for line in cuts), "between one card and the next"
    assert len(folds) == len(cuts) == 2


def test_cards_without_backs_are_on_one_side(tmp_path: Path):
    made = laid_on_a4([card("a", 1, 5)])
    assert laid(made, tmp_path) == [[["a1", "a1"], ["a1", "a1"]], [["a1"]]]
    with pikepdf.open(io.BytesIO(made.content)) as document:
        assert document.Root.ViewerPreferences.Duplex == pikepdf.Name.Simplex
        contents = document.pages[0].Contents.read_bytes().decode()
    marks = [line.split() for line in contents.splitlines() if line.endswith("l S")]
    assert len(marks) == 4, "two lines between four cards, each marked at both its ends"
    for x, y, *_ in marks:
        near = min(float(x), float(y), 2 * A6[0] - float(x), 2 * A6[1] - float(y)) * 25.4 / 72
        assert near >= 5.9, "within 6 mm nothing is printed for sure"
    assert pytest.approx(float(marks[0][0]), abs=0.01) == A6[0]
