"""`handboek add-image`: a photograph comes in small, as WebP, and without what a telephone wrote in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from handboek.desk import image


def photograph(path: Path, size: tuple[int, int] = (4000, 3000), format_: str = "JPEG") -> Path:
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
    size = (1000, 750) if format_ == "PNG" else (4000, 3000)
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
        assert max(written.size) <= image.WIDEST
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
    with pytest.raises(image.ImageError, match="al een afbeelding"):
        image.bring_in(tmp_path, file)
    assert image.bring_in(tmp_path, file, "Andere naam").name == "andere-naam.webp"
