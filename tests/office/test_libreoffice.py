"""The files opened by another program: it shows them, and what somebody typed is there when it has saved them."""

from __future__ import annotations

import io
import subprocess
import zipfile
from pathlib import Path

import pypdfium2
import pytest
import word_read as read
from docx.oxml.ns import qn

from conftest import ROOT, URL
from handboek.handbook import Handbook, Piece
from handboek.office import word
from handboek.project import Project
from handboek.render.renderer import Renderer

pytestmark = pytest.mark.hard
TYPED = "Zoë & Ömer <proef>"


def converted(path: Path, to: str, out: Path) -> Path:
    """What LibreOffice makes of a file, in a profile of its own. Raises where it makes nothing."""
    profile = f"-env:UserInstallation={(out / 'profiel').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", to, "--outdir", str(out), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    made = out / f"{path.stem}.{to.partition(':')[0]}"
    assert made.is_file(), f"LibreOffice made nothing of {path.name}"
    return made


def shown(pieces: list[Piece]) -> dict[str, Piece]:
    """One of each kind of piece and each layout, and a letter from right to left."""
    found: dict[str, Piece] = {}
    for piece in pieces:
        of = piece.of or piece
        layout = getattr(getattr(of.data, "sheet", None), "layout", "")
        language = piece.data.language if piece.of and piece.language.direction == "rtl" else ""
        if not piece.of or language:
            found.setdefault(f"{of.type} {layout} {getattr(of.data, 'size', '')} {language}".strip(), piece)
    return found


def filled_in(content: bytes) -> bytes:
    """The file as somebody leaves it who typed the same in each control."""
    document = read.opened(content)
    for control in document.element.body.iter(qn("w:sdt")):
        about = control.find(qn("w:sdtPr"))
        if (asks := about.find(qn("w:showingPlcHdr"))) is not None:
            about.remove(asks)
            texts = list(control.iter(qn("w:t")))
            texts[0].text = TYPED
            for style in list(control.iter(qn("w:rStyle"))):
                style.getparent().remove(style)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_another_program_shows_them_and_keeps_what_was_typed(handbook: Handbook, tmp_path: Path):
    project = Project(ROOT, URL)
    renderer = Renderer(handbook, project.templates, {}, URL)
    pieces = shown([one for one in handbook.pieces.values() if not one.draft and not one.withdrawn and word.has(one)])
    assert len(pieces) > 15
    assert any(piece.of for piece in pieces.values())
    for number, piece in enumerate(pieces.values()):
        source = word.source(piece, renderer, project)
        path = tmp_path / f"in-{number}.docx"
        path.write_bytes(filled_in(source.make()))
        before = read.opened(path.read_bytes())
        (tmp_path / "uit").mkdir(exist_ok=True)
        after = read.opened(converted(path, "docx:MS Word 2007 XML", tmp_path / "uit").read_bytes())
        labels = [label for label, _ in read.controls(before)]
        assert read.labels(after) == labels, path
        typed = [one for one in labels if one]
        assert (
            read.said(after).count(TYPED) == read.said(before).count(TYPED) > 0
            or not typed
            or "w:checkbox" in source.html
        )
        with pypdfium2.PdfDocument(converted(path, "pdf", tmp_path / "uit")) as pdf:
            text = "".join(page.get_textpage().get_text_range() for page in pdf)
            assert 1 <= len(pdf) <= 8
            size = [round(side / 72 * 25.4) for side in pdf[0].get_size()]
        assert size[0] == {"A4": 210, "A5": 148, "A6": 105, "A4-liggend": 297}[source.paper]
        shown_words = set(read.words(text))
        long = [one for one in read.words(read.said(before)) if len(one) > 4 and one.isascii()]
        assert len([one for one in long if one in shown_words]) > 0.9 * len(long)
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as parts:
            assert parts.testzip() is None
