"""`handboek add-image`: a photograph comes in small, as WebP, and without what a telephone wrote in it."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from handboek import checks
from handboek.authoring import image
from handboek.checks.rules.picture_file import WIDEST
from handboek.content import open_handbook
from handboek.finding import Finding
from handboek.handbook import assemble
from handboek.load import LARGEST_PICTURE, read, with_file


def photograph(path: Path, size: tuple[int, int] = (2000, 1500), format_: str = "JPEG") -> Path:
    """A photograph as a telephone makes it: on its side, with the place, the camera and a thumbnail."""
    picture = Image.effect_noise(size, 40).convert("RGB")
    picture.paste((200, 30, 30), (0, 0, size[0] // 4, size[1] // 4))
    exif = Image.Exif()
    exif[Base.Make], exif[Base.Model], exif[Base.Orientation] = "Telefoon", "Geheim 12", 6
    exif[Base.DateTime] = "2026:11:01 12:00:00"
    gps = exif.get_ifd(IFD.GPSInfo)
    gps[GPS.GPSLatitudeRef], gps[GPS.GPSLatitude] = "N", (51.0, 50.0, 3.5)
    gps[GPS.GPSLongitudeRef], gps[GPS.GPSLongitude] = "E", (5.0, 51.0, 7.2)
    picture.save(path, format_, exif=exif, quality=60)
    with Image.open(path) as written:
        assert written.getexif().get_ifd(IFD.GPSInfo)
    return path


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_with_place_and_camera_comes_out_without(tmp_path: Path, format_: str):
    size = (1000, 750) if format_ == "PNG" else (2000, 1500)
    file = photograph(tmp_path / f"De Straat.{format_.lower()}", size, format_)
    made = image.bring_in(tmp_path, file)
    assert made == tmp_path / "docs/afbeeldingen/de-straat.webp"
    content = made.read_bytes()
    for trace in (b"Telefoon", b"Geheim", b"EXIF", b"Exif", b"XMP", b"2026:11:01"):
        assert trace not in content
    with Image.open(made) as written:
        assert written.format == "WEBP"
        assert not dict(written.getexif())
        assert not written.info.get("exif")
        assert max(written.size) <= WIDEST
        assert written.height > written.width  # upright, as it was held
        red, green, _ = written.convert("RGB").getpixel((written.width - 10, 10))
        assert red > 150 > green


@pytest.mark.parametrize("name", ["tekst.jpg", "kapot.jpg", "plaatje.gif", "tekening.svg", "te-groot.jpg"])
def test_anything_else_is_refused(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / name
    if name == "plaatje.gif":
        Image.new("RGB", (10, 10)).save(file, "GIF")
    elif name == "kapot.jpg":
        file.write_bytes(photograph(tmp_path / "heel.jpg", (800, 600)).read_bytes()[:5000])
    elif name == "te-groot.jpg":
        file.write_bytes(b"\xff\xd8" + bytes(image.LARGEST))
    else:
        file.write_text("<svg onload='alert(1)'/>", encoding="utf-8")
    assert image.add(tmp_path, file) == 1
    said = capsys.readouterr().err
    assert said.startswith(("Dit is geen JPEG", "Deze foto"))
    assert not (tmp_path / "docs").exists()


def test_a_bomb_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "bom.png"
    Image.new("1", (3000, 3000)).save(file)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 1_000_000)
    with pytest.raises(image.ImageError, match="te veel beeldpunten"):
        image.bring_in(tmp_path, file)


def test_nothing_is_written_over(tmp_path: Path):
    file = photograph(tmp_path / "straat.jpg", (800, 600))
    image.bring_in(tmp_path, file)
    with pytest.raises(image.ImageError, match=r"`docs/afbeeldingen/straat\.webp` bestaat al"):
        image.bring_in(tmp_path, file)
    assert image.bring_in(tmp_path, file, "Andere naam").name == "andere-naam.webp"


KLEIN = Path(__file__).parents[1] / "methods" / "klein"


def said(path: str, content: bytes) -> list[tuple[str, str]]:
    """What the check says of the small method with this picture in it."""
    documents = with_file(read(KLEIN), path, content)
    found: list[Finding] = checks.run(assemble(documents))
    assert all(one.path == path and "handboek add-image" in one.advice for one in found)
    return [(one.code, one.text) for one in found]


def webp(size: tuple[int, int] = (640, 480), **more: object) -> bytes:
    out = io.BytesIO()
    Image.radial_gradient("L").resize(size).convert("RGB").save(out, "WEBP", **more)
    return out.getvalue()


NO_WEBP = [("foto", "Deze afbeelding is geen WebP.")]
TELLS = [("foto", "In deze afbeelding staat meer dan het beeld, zoals de plaats of de camera.")]
BROKEN = [("foto", "Deze afbeelding is stuk, of zij beweegt.")]


def test_the_check_looks_at_the_bytes_and_not_at_the_name(tmp_path: Path):
    jpeg = photograph(tmp_path / "foto.jpg", (800, 600)).read_bytes()
    assert said("docs/afbeeldingen/foto.webp", jpeg) == NO_WEBP
    assert said("docs/afbeeldingen/foto.JPG", jpeg) == NO_WEBP
    assert said("docs/afbeeldingen/foto.png", webp()) == NO_WEBP
    assert said("docs/tekening.svg", b"<svg onload='alert(1)'/>") == NO_WEBP
    assert said("docs/leeg.webp", b"") == NO_WEBP


def test_the_check_refuses_what_tells_of_the_place_or_the_camera(tmp_path: Path):
    assert said("docs/foto.webp", photograph(tmp_path / "foto.webp", (800, 600), "WEBP").read_bytes()) == TELLS
    assert said("docs/foto.webp", webp(xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'/>")) == TELLS
    assert said("docs/foto.webp", webp(icc_profile=b"van een camera " * 20)) == TELLS
    assert said("docs/foto.webp", webp() + b"GPS 51.8, 5.8") == BROKEN


def test_the_check_refuses_what_is_broken_moves_or_is_too_large():
    whole = webp()
    assert said("docs/foto.webp", whole[: len(whole) // 2]) == BROKEN
    assert said("docs/foto.webp", whole[:40] + bytes(len(whole) - 40)) == BROKEN
    moving = webp(save_all=True, append_images=[Image.new("RGB", (640, 480), "red")])
    assert said("docs/foto.webp", moving) == BROKEN
    large = [("foto", "Deze afbeelding is te groot: 1601 bij 900 beeldpunten.")]
    assert said("docs/foto.webp", webp((WIDEST + 1, 900))) == large
    assert said("docs/foto.webp", whole + bytes(LARGEST_PICTURE)) == [("foto", "Deze afbeelding is groter dan 1 MB.")]


@pytest.mark.parametrize("more", [{}, {"lossless": True}], ids=["plain", "lossless"])
def test_a_clean_picture_passes(more: dict[str, object]):
    assert said("docs/foto.webp", webp(**more)) == []


@pytest.mark.parametrize("kind", ["photograph", "noise", "transparent"])
def test_what_add_image_makes_passes(tmp_path: Path, kind: str):
    root = shutil.copytree(KLEIN, tmp_path / "klein")
    file = tmp_path / "foto.png"
    if kind == "photograph":
        file = photograph(tmp_path / "foto.jpg")
    elif kind == "noise":  # the worst to make small
        Image.effect_noise((1600, 1600), 200).convert("RGB").save(file)
    else:
        Image.radial_gradient("L").convert("LA").save(file)
    made = image.bring_in(root, file)
    assert made.stat().st_size <= LARGEST_PICTURE
    assert checks.run(open_handbook(root)) == []


@pytest.mark.posix
def test_a_link_to_elsewhere_is_no_picture(tmp_path: Path):
    root = shutil.copytree(KLEIN, tmp_path / "klein")
    (tmp_path / "geheim.webp").write_bytes(webp())
    (root / "docs/foto.webp").symlink_to(tmp_path / "geheim.webp")
    assert [(one.path, one.code) for one in checks.run(open_handbook(root))] == [("docs/foto.webp", "koppeling")]


@pytest.mark.parametrize(("answer", "words"), [("Een portiek.", "Een portiek."), ("stop", "wat er te zien is")])
def test_who_brings_a_picture_in_is_told_how_to_use_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, words: str
):
    def typed(question: str) -> str:
        if answer == "stop":
            raise EOFError
        return answer

    Image.new("RGB", (20, 10)).save(tmp_path / "De Straat.png")
    monkeypatch.setattr("builtins.input", typed)
    monkeypatch.setattr("sys.stdin", type("Terminal", (io.StringIO,), {"isatty": lambda self: True})())
    assert image.add(tmp_path, tmp_path / "De Straat.png") == 0
    made, people, use = capsys.readouterr().out.splitlines()
    assert made.startswith("Gemaakt: docs/afbeeldingen/de-straat.webp (")
    assert people == "Staan er mensen op? Dan moeten zij het goedvinden."
    assert use == f"Zet in je tekst: ![{words}](/afbeeldingen/de-straat.webp)"


def test_where_nobody_can_answer_nothing_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    Image.new("RGB", (20, 10)).save(tmp_path / "straat.png")
    assert image.add(tmp_path, tmp_path / "straat.png", "Naam") == 0
    assert capsys.readouterr().out.endswith("![wat er te zien is](/afbeeldingen/naam.webp)\n")
