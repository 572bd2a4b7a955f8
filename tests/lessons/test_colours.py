"""A photograph that comes in keeps its colours, whatever colour space its numbers are in."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from handboek.authoring import image

P3 = ((0.51512, 0.24120, -0.00105), (0.29198, 0.69225, 0.04189), (0.15710, 0.06657, 0.78407))
ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
"""Where red, green and blue of a space lie, as XYZ under D50."""
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def icc(space: bytes, tags: dict[bytes, bytes], pcs: bytes = b"XYZ ", kind: bytes = b"mntr") -> bytes:
    """A profile of version 2 with these tags."""
    tags = {b"desc": text(b"Proef"), b"cprt": b"text\0\0\0\0proef\0\0\0", b"wtpt": xyz(0.9642, 1, 0.8249), **tags}
    place, table, data = 128 + 4 + 12 * len(tags), b"", b""
    for name, content in tags.items():
        table += struct.pack(">4sII", name, place + len(data), len(content))
        data += content + b"\0" * (-len(content) % 4)
    size = place + len(data)
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02200000, kind, space, pcs) + struct.pack(
        ">6H", 2026, 11, 1, 12, 0, 0
    )
    head += b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4) + struct.pack(">3i", 63190, 65536, 54061)
    return head.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + data


def text(said: bytes) -> bytes:
    return b"desc\0\0\0\0" + struct.pack(">I", len(said) + 1) + said + b"\0" + bytes(78)


def xyz(*values: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">3i", *(round(value * 65536) for value in values))


def gamma(value: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(value * 256))


def of_primaries(primaries: tuple[tuple[float, ...], ...], power: float = 2.2) -> bytes:
    names = zip((b"rXYZ", b"gXYZ", b"bXYZ"), primaries, strict=True)
    curves = {name: gamma(power) for name in (b"rTRC", b"gTRC", b"bTRC")}
    return icc(b"RGB ", {**{name: xyz(*place) for name, place in names}, **curves})


def of_ink() -> bytes:
    """Four inks, each from paper to nothing: a table of the corners of the cube of inks, in Lab."""
    lab = []
    for corner in range(16):
        cyan, magenta, yellow, black = (corner >> shift & 1 for shift in (3, 2, 1, 0))
        light = 0 if black else 100 - 30 * (cyan + magenta + yellow)
        red_green, yellow_blue = (0, 0) if black else (60 * magenta - 60 * cyan, 80 * yellow - 30 * cyan)
        lab += [round(max(light, 0) * 2.55), 128 + red_green, 128 + yellow_blue]
    ramp = bytes(range(256))
    table = b"mft1\0\0\0\0" + bytes((4, 3, 2, 0)) + struct.pack(">9i", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    table += ramp * 4 + bytes(lab) + ramp * 3
    return icc(b"CMYK", {b"A2B0": table}, b"Lab ", b"prtr")


def shown(picture: Image.Image, tmp_path: Path, format_: str, profile: bytes | None) -> tuple[int, ...]:
    """The colour in the middle of a picture after it came in; nothing of the profile comes along."""
    file = tmp_path / f"foto.{format_.lower()}"
    extra = {"quality": 100} if format_ == "JPEG" else {"lossless": True} if format_ == "WEBP" else {}
    picture.save(file, format_, icc_profile=profile, **extra)
    made = image.bring_in(tmp_path, file)
    assert b"ICCP" not in made.read_bytes()
    with Image.open(made) as written:
        assert written.info.get("icc_profile") is None
        pixel = written.getpixel((written.width // 2, written.height // 2))
    made.unlink()
    return tuple(pixel)


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 7) -> bool:
    return len(one) == len(other) and all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("primaries", "number", "colour"),
    [  # the same colour, in the numbers of a wide space and in those of sRGB
        (P3, (180, 110, 90), (191, 108, 86)),
        (P3, (90, 160, 110), (63, 161, 106)),
        (ADOBE, (128, 128, 128), (128, 128, 128)),
        (ADOBE, (160, 100, 90), (183, 100, 89)),
    ],
)
def test_a_wide_space_becomes_srgb(tmp_path: Path, format_: str, primaries, number, colour):
    picture = Image.new("RGB", (64, 64), number)
    assert near(shown(picture, tmp_path, format_, of_primaries(primaries)), colour)


@pytest.mark.parametrize("number", [(180, 110, 90), (0, 0, 0), (255, 255, 255), (20, 200, 240)])
@pytest.mark.parametrize("profile", [None, SRGB, b"geen profiel", SRGB[:200]], ids=["none", "srgb", "nonsense", "cut"])
def test_what_is_in_srgb_or_says_nothing_stays(tmp_path: Path, number, profile):
    assert near(shown(Image.new("RGB", (64, 64), number), tmp_path, "PNG", profile), number)


def test_what_is_seen_through_stays_so(tmp_path: Path):
    picture = Image.new("RGBA", (64, 64), (180, 110, 90, 100))
    colour = shown(picture, tmp_path, "PNG", of_primaries(P3))
    assert near(colour, (191, 108, 86, 100))


def test_a_palette_is_in_the_space_of_its_profile(tmp_path: Path):
    picture = Image.new("RGB", (64, 64), (180, 110, 90)).quantize(4)
    assert picture.mode == "P"
    assert near(shown(picture, tmp_path, "PNG", of_primaries(P3)), (191, 108, 86))
    picture.info["transparency"] = 1
    file = tmp_path / "doorzichtig.png"
    picture.save(file, transparency=3, icc_profile=of_primaries(P3))
    with Image.open(image.bring_in(tmp_path, file)) as written:
        assert written.size == (64, 64)
        assert near(written.convert("RGB").getpixel((32, 32)), (191, 108, 86))


def test_grey_has_a_curve_of_its_own(tmp_path: Path):
    """128 on a curve of 1.8 is lighter than 128 on that of sRGB."""
    grey = icc(b"GRAY", {b"kTRC": gamma(1.8)})
    for format_, picture in (("JPEG", Image.new("L", (64, 64), 128)), ("PNG", Image.new("L", (64, 64), 128))):
        assert near(shown(picture, tmp_path, format_, grey), (147, 147, 147), 8)
    with_alpha = shown(Image.new("LA", (64, 64), (128, 90)), tmp_path, "PNG", grey)
    assert near(with_alpha, (147, 147, 147, 90), 8)


def test_grey_may_be_told_in_the_space_of_a_screen(tmp_path: Path):
    assert near(shown(Image.new("L", (64, 64), 128), tmp_path, "PNG", of_primaries(P3, 1.8)), (147, 147, 147), 8)
    assert near(shown(Image.new("L", (64, 64), 128), tmp_path, "PNG", SRGB), (128, 128, 128))


def test_sixteen_bits_of_grey_are_grey_and_not_white(tmp_path: Path):
    picture = Image.new("I;16", (64, 64), 128 * 257)
    assert near(shown(picture, tmp_path, "PNG", None), (128, 128, 128))


def test_ink_is_what_its_profile_says(tmp_path: Path):
    """All the cyan there is: a colour that depends on the ink, and not the one that a formula makes of it."""
    picture = Image.new("CMYK", (64, 64), (255, 0, 0, 0))
    told, plain = shown(picture, tmp_path, "JPEG", of_ink()), shown(picture, tmp_path, "JPEG", None)
    meant = ImageCms.profileToProfile(
        picture, ImageCms.ImageCmsProfile(io.BytesIO(of_ink())), ImageCms.createProfile("sRGB"), 1, "RGB"
    )
    assert near(told, meant.getpixel((0, 0)), 12)
    assert not near(told, plain, 30)


@pytest.mark.parametrize(
    ("mode", "profile"),
    [("RGB", icc(b"GRAY", {b"kTRC": gamma(1.8)})), ("RGB", of_ink()), ("CMYK", of_primaries(P3)), ("L", of_ink())],
    ids=["grey on colour", "ink on colour", "colour on ink", "ink on grey"],
)
def test_a_profile_about_something_else_says_nothing(tmp_path: Path, mode: str, profile: bytes):
    picture = Image.new("RGB", (64, 64), (120, 120, 120)).convert(mode)
    assert near(shown(picture, tmp_path, "JPEG", profile), shown(picture, tmp_path, "JPEG", None))
