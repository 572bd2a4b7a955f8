"""A logo can do nothing but be seen: what could do more is refused in Dutch, and what only tells of itself goes."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handboek import logo

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'
MARK = '<path d="M0 0h40v20z" fill="#123456"/>'


def svg(inner: str, head: str = HEAD) -> str:
    return logo.svg(f"{head}{inner}</svg>".encode())


@pytest.mark.parametrize(
    ("inner", "says"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ('<path d="M0 0" onload="alert(1)"/>', "onload"),
        ('<g><g onClick="x"/></g>', "onClick"),
        ('<image x:href="https://elders.example/a.png"/>', "<image>"),
        ('<image x:href="data:image/svg+xml;base64,PHN2Zy8+"/>', "<image>"),
        ('<use x:href="#a"/>', "<use>"),
        ("<foreignObject><p>x</p></foreignObject>", "<foreignObject>"),
        ("<text>De Linde</text>", "<text>"),
        ('<a x:href="https://elders.example/"/>', "<a>"),
        ('<animate attributeName="x"/>', "<animate>"),
        ("<style>@import url(https://elders.example/a.css);</style>", "bij een ander"),
        ("<style>.a{fill:url( 'https://elders.example/#a')}</style>", "bij een ander"),
        ("<style>.a{fill:u\\72l(//elders.example/a)}</style>", "bij een ander"),
        ('<path d="M0 0" fill="url(https://elders.example/a.svg#a)"/>', "bij een ander"),
        ('<path d="M0 0" style="background:url(//elders.example)"/>', "bij een ander"),
        ('<linearGradient x:href="https://elders.example/a.svg#a"/>', "bij een ander"),
        ("<path/>" * (logo.SHAPES + 1), "vormen"),
        ("<g>" * (logo.DEEP + 2) + "</g>" * (logo.DEEP + 2), "in elkaar"),
        ("<g>", "regel 1"),
    ],
)
def test_what_does_more_than_be_seen_is_refused(inner: str, says: str):
    with pytest.raises(logo.Unfit) as told:
        svg(inner)
    assert says in told.value.what
    assert told.value.helps.endswith(".")


@pytest.mark.parametrize(
    "content",
    [
        b'<!DOCTYPE svg [<!ENTITY a "' + b"a" * 99 + b'"><!ENTITY b "&a;&a;">]>' + HEAD.encode() + b"&b;</svg>",
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd" [ <!ENTITY % a SYSTEM "https://elders.example/"> ]><svg/>',
        f"{HEAD}</svg>".encode("utf-16"),
        b"<html xmlns='http://www.w3.org/1999/xhtml'/>",
        b'<svg xmlns="http://www.w3.org/2000/svg"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 10"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan inf"/>',
        b"",
    ],
)
def test_what_is_no_whole_drawing_is_refused(content: bytes):
    with pytest.raises(logo.Unfit):
        logo.svg(content)


def test_what_a_program_keeps_for_itself_goes_and_the_drawing_stays():
    made = svg(
        f'<!-- gemaakt door A. --><metadata>A.</metadata><title>Logo</title><g id="a" data-who="A." '
        f'xmlns:i="urn:i" i:label="A."><i:page/>{MARK}</g><linearGradient id="b" x:href="#c"/>'
    )
    assert "A." not in made
    assert "#123456" in made
    assert logo.shape(made) == 2
    assert logo.svg(made.encode()) == made, "what was made clean is clean"


def test_an_ordinary_doctype_is_no_harm():
    text = f'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">{HEAD}{MARK}</svg>'
    assert "DOCTYPE" not in logo.svg(text.encode())


def test_a_png_becomes_one_picture_without_what_was_told_in_it(tmp_path: Path):
    told = PngInfo()
    told.add_text("Author", "A. de Vries")
    Image.new("RGB", (300, 100), "#1d5e3a").save(tmp_path / "logo.png", pnginfo=told)
    made = logo.read(tmp_path / "logo.png")
    assert logo.shape(made) == 3
    assert made.count("<image") == 1
    assert "Vries" not in made


@pytest.mark.parametrize("size", [(20, 20), (4000, 3000), (1000, 100)])
def test_a_png_of_another_measure_is_refused(tmp_path: Path, size: tuple[int, int]):
    out = io.BytesIO()
    Image.new("1", size).save(out, "PNG")
    with pytest.raises(logo.Unfit):
        logo.png(out.getvalue())


def test_a_file_that_only_has_the_name_is_refused(tmp_path: Path):
    for name, content in (("a.png", b"GIF89a"), ("a.gif", b"GIF89a"), ("a.svg", b"x" * (logo.LARGEST_SVG + 1))):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(logo.Unfit):
            logo.read(tmp_path / name)
    (tmp_path / "weg.svg").symlink_to("/etc/hostname")
    with pytest.raises(logo.Unfit):
        logo.read(tmp_path / "weg.svg")
