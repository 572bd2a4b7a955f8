"""The files opened by another program: it shows them, and what somebody typed is there when it has saved them."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pypdfium2
import pytest
from docx.oxml.ns import qn

import word_read as read
from conftest import ROOT, URL
from handboek.handbook import Handbook, Piece
from handboek.office.word import source as word
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.sheet import Sheet
from handboek.translations import translations_of

pytestmark = pytest.mark.hard
TYPED = "Zoë & Ömer <proef>"
WIDE = {"A4": 210, "A5": 148, "A6": 105, "A4-liggend": 297}


def converted(folder: Path, to: str, out: Path) -> list[Path]:
    """What LibreOffice makes of the files in a folder, in a profile of its own. Raises where it makes nothing of one."""
    files = sorted(folder.glob("*.docx"))
    profile = f"-env:UserInstallation={(out / 'profiel').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", to, "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [out / f"{file.stem}.{to.partition(':')[0]}" for file in files]


def shown(pieces: list[Piece]) -> list[Piece]:
    """One of each kind of piece and each layout, and those from right to left."""
    found: dict[tuple[str, ...], Piece] = {}
    for piece in pieces:
        of = piece.of or piece
        layout = getattr(getattr(of.data, "sheet", None), "layout", "")
        turned = piece.language is not None and piece.language.direction == "rtl"
        if not piece.of or turned:
            found.setdefault((of.type, layout, getattr(of.data, "size", ""), str(turned)), piece)
    return list(found.values())


def filled_in(content: bytes) -> bytes:
    """The file as somebody leaves it who typed the same in each control."""
    document = read.opened(content)
    for control in document.element.body.iter(qn("w:sdt")):
        about = control.find(qn("w:sdtPr"))
        if (asks := about.find(qn("w:showingPlcHdr"))) is not None:
            about.remove(asks)
            next(control.iter(qn("w:t"))).text = TYPED
            for look in list(control.iter(qn("w:rStyle"), qn("w:rtl"))):  # who types Dutch writes from left to right
                look.getparent().remove(look)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


PER_ROOM = {
    "kort": "10.00 uur",
    "woord": "maandag 3 mei 2027",
    "regel": "het team van de flat",
    "alinea": "Op maandag maken wij de deur van de berging. Op dinsdag komt de schilder in de hal.",
}
"""What somebody fills in, by how much room a letter has for it."""


def test_no_letter_goes_on_with_its_signature_alone(handbook: Handbook, tmp_path: Path):
    """Filled in, in each language: on one page, or with the last of its text on the second."""
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates, {}, URL)
    letters = [one for one in handbook.of("message") if not one.draft and not one.withdrawn]
    pieces = [other for one in letters for other in (one, *translations_of(handbook, one))]
    given, out, closings = tmp_path / "in", tmp_path / "uit", dict[str, list[str]]()
    given.mkdir()
    for number, piece in enumerate(pieces):
        told = tuple(sorted((one.id, PER_ROOM[one.room]) for one in (piece.of or piece).data.blanks))
        content = word.source_of(Sheet(piece, word.WORD, told), renderer, project).make()
        (given / f"{number:03}.docx").write_bytes(content)
        ends = [one for one in read.opened(content).paragraphs if one.style.name == "Ondertekening"]
        before = ends[0]._p.getprevious().getprevious() if ends else None
        closings[f"{number:03}"] = read.words("".join(before.itertext())) if before is not None else []
    long = []
    for pdf in converted(given, "pdf", out):
        with pypdfium2.PdfDocument(pdf) as file:
            last = set(read.words(file[len(file) - 1].get_textpage().get_text_range()))
            if len(file) > 1 and (said := [one for one in closings[pdf.stem] if len(one) > 4 and one.isalpha()]):
                long.append(pdf.stem)
                assert len(file) == 2
                assert sum(one in last for one in said) > 0.6 * len(said), pdf.stem
    assert len(pieces) > 90
    assert len(long) < 0.1 * len(pieces)


def test_another_program_shows_them_and_keeps_what_was_typed(handbook: Handbook, tmp_path: Path):
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates, {}, URL)
    pieces = shown([one for one in handbook.pieces.values() if not one.draft and not one.withdrawn and word.has(one)])
    assert len(pieces) > 15
    assert any(piece.of for piece in pieces)
    given, out = tmp_path / "in", tmp_path / "uit"
    given.mkdir()
    sources = [word.source(piece, renderer, project) for piece in pieces]
    for number, source in enumerate(sources):
        (given / f"{number:02}.docx").write_bytes(filled_in(source.make()))
    saved, printed = converted(given, "docx:MS Word 2007 XML", out), converted(given, "pdf", out)
    for source, after, pdf in zip(sources, saved, printed, strict=True):
        before = read.opened((given / after.name).read_bytes())
        kept = read.opened(after.read_bytes())
        labels = iter(read.labels(kept))
        lost = [label for label in read.labels(before, typed=True) if label not in labels]
        assert lost == [], source.title  # in order; LibreOffice 7.4 drops the label of some boxes to tick
        assert read.ticks(kept.element) == read.ticks(before.element), source.title
        there, here = read.said(kept).count(TYPED), read.said(before).count(TYPED)
        if (
            'dir="rtl"' in source.html
        ):  # of Dutch among these letters LibreOffice 7.4 writes a control twice; it loses none
            assert there >= here > 0, source.title
        else:
            assert there == here, source.title
        with pypdfium2.PdfDocument(pdf) as file:
            words = set(read.words("".join(page.get_textpage().get_text_range() for page in file)))
            assert 1 <= len(file) <= 8
            assert round(file[0].get_size()[0] / 72 * 25.4) == WIDE[source.paper]
        long = [one for one in read.words(read.said(before)) if len(one) > 4 and one.isascii()]
        assert len([one for one in long if one in words]) > 0.9 * len(long), source.title
    assert sum(read.said(read.opened(one.read_bytes())).count(TYPED) for one in saved) > 50
