"""The names of what is kept: whatever can change a byte of a PDF or of a picture changes its name."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import KLEIN, ROOT, URL
from handboek import cache_keys
from handboek.colours import shades
from handboek.project import Project
from handboek.sheets import cache
from handboek.sheets.pdf import FETCHED, OwnFiles, Pdf
from handboek.site import social
from handboek.system import kept as small

LIBRARIES = sorted(cache_keys.LIBRARIES)
OVERRIDES = ROOT / "overrides"
FONTS = sorted(path.name for path in (OVERRIDES / "fonts").glob("*.ttf"))
STYLES = sorted(
    path.relative_to(OVERRIDES).as_posix()
    for name in FETCHED
    for path in (OVERRIDES / name).rglob("*")
    if path.suffix in (".css", ".svg")
)
CODE = sorted(path.name for path in Path(cache.__file__).parent.glob("*.py"))


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    for name in FETCHED:
        shutil.copytree(OVERRIDES / name, tmp_path / "overrides" / name)
    return tmp_path / "overrides"


def sheet(templates: Path) -> str:
    cache.environment_hash.cache_clear()
    return cache.key("<p>Een blad</p>", templates, "css", False)


def picture(templates: Path, *words: str) -> str:
    social.environment_hash.cache_clear()
    return social.key(templates / "fonts", *(words or ("Titel", "Methode", "1", "#112233")), wall=shades("#a03a28"))


def test_the_same_gives_the_same_name(templates: Path):
    assert sheet(templates) == sheet(OVERRIDES)
    assert picture(templates) == picture(OVERRIDES)


@pytest.mark.parametrize("name", [*(f"fonts/{font}" for font in FONTS), *STYLES])
def test_each_font_style_and_drawing_is_part_of_the_name(templates: Path, name: str):
    before, shown = sheet(templates), picture(templates)
    with (templates / name).open("ab") as file:
        file.write(b" ")
    assert sheet(templates) != before
    drawn = name in (f"fonts/{social.HEAD}", f"fonts/{social.TEXT}")
    assert (picture(templates) != shown) == drawn


def test_a_file_that_comes_goes_or_takes_the_place_of_another_is_part_of_the_name(templates: Path):
    names = {sheet(templates)}
    (templates / "print" / "drawings" / "nieuw.png").write_bytes(b"x")
    names.add(sheet(templates))
    one, other = (templates / "fonts" / font for font in FONTS[:2])
    held = one.read_bytes()
    one.write_bytes(other.read_bytes())
    other.write_bytes(held)
    names.add(sheet(templates))
    one.unlink()
    names.add(sheet(templates))
    assert len(names) == 4


@pytest.mark.parametrize("name", CODE)
def test_each_module_that_makes_a_sheet_is_part_of_the_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str):
    shutil.copytree(Path(cache.__file__).parent, tmp_path / "sheets")
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "sheets" / "cache.py"))
    before = sheet(OVERRIDES)
    with (tmp_path / "sheets" / name).open("a") as file:
        file.write("# iets anders\n")
    assert sheet(OVERRIDES) != before


def test_the_code_that_draws_a_picture_is_part_of_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    before = picture(OVERRIDES)
    copy = tmp_path / "social.py"
    copy.write_text(Path(social.__file__).read_text(encoding="utf-8") + "# iets anders\n", encoding="utf-8")
    monkeypatch.setattr(social, "__file__", str(copy))
    assert picture(OVERRIDES) != before


def test_every_word_of_a_picture_is_part_of_its_name():
    words = ["Titel", "Methode", "1", "#112233"]
    changed = [[*words[:index], "anders", *words[index + 1 :]] for index in range(len(words))]
    assert len({picture(OVERRIDES, *one) for one in [words, *changed]}) == 5


@pytest.mark.parametrize("library", LIBRARIES)
def test_each_library_is_part_of_the_name(monkeypatch: pytest.MonkeyPatch, library: str):
    before, shown = sheet(OVERRIDES), picture(OVERRIDES)
    monkeypatch.setitem(cache_keys.LIBRARIES, library, lambda: "een andere")
    assert sheet(OVERRIDES) != before
    assert (picture(OVERRIDES) != shown) == (library in cache_keys.DRAWING)


@pytest.mark.parametrize(
    "library", ["pango", "harfbuzz", "fontconfig", "freetype", "fribidi", "glib", "zlib", "pillow-freetype2"]
)
def test_a_library_says_what_it_is_itself(library: str):
    assert re.search(r"\d+\.\d+|\d{5}", cache_keys.LIBRARIES[library]())


def test_what_cannot_say_what_it_is_is_known_by_its_file(monkeypatch: pytest.MonkeyPatch):
    known = cache_keys.LIBRARIES["harfbuzz-subset"]()
    assert re.fullmatch("[0-9a-f]{64}" if os.name == "posix" else r"\d+\..*", known)  # Windows cannot tell which file
    monkeypatch.setattr(cache_keys._below(), "harfbuzz_subset", None)
    assert cache_keys.LIBRARIES["harfbuzz-subset"]() == cache_keys.NONE


def test_every_package_that_takes_part_is_named():
    """What a process loads to make a sheet and its picture, beside what already stands in the HTML."""
    code = (
        "import json, sys\n"
        "from importlib.metadata import packages_distributions\n"
        "before = set(sys.modules)\n"
        "from pathlib import Path\n"
        "from handboek.sheets.pdf import render\n"
        "from handboek.sheets.picture import picture\n"
        "pdf = render('<html lang=nl><title>x</title><p>Een blad met een zin.</p>', Path('overrides'))\n"
        "assert picture(pdf.content)\n"
        "owners = packages_distributions()\n"
        "print(json.dumps(sorted({owner for name in set(sys.modules) - before for owner in owners.get(name.split('.')[0], [])})))\n"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    named = {name.lower() for name in cache_keys.PACKAGES}
    beside = {"lxml", "pycparser"}  # read XML for fonttools and declarations for cffi: no sheet sees them
    beside.add("handboek")  # our own code has a hash of its own
    loaded = {name.lower().replace("_", "-") for name in json.loads(said)}
    assert {"weasyprint", "pypdfium2", "pillow"} <= loaded
    assert loaded - named - beside == set()


def test_a_document_fetches_only_what_is_part_of_its_name(templates: Path):
    outside = templates / "site" / "logo.svg"
    outside.parent.mkdir()
    outside.write_text("<svg/>", encoding="utf-8")
    fetcher = OwnFiles(templates)
    assert fetcher.fetch((templates / "print" / "sheet.css").resolve().as_uri())
    for path in (outside, templates / "print" / ".." / "site" / "logo.svg", Path("/etc/hostname")):
        with pytest.raises(ValueError, match="buiten"):
            fetcher.fetch(f"file://{path}")
    (templates / "print" / "weg.svg").symlink_to(outside)
    with pytest.raises(ValueError, match="buiten"):
        fetcher.fetch(f"file://{templates / 'print' / 'weg.svg'}")


ONE, OTHER = "a" * 40, "b" * 40


def kept(folder: Path) -> None:
    cache.put(folder, ONE, Pdf(b"%PDF-een", 1), b"png een")
    cache.put(folder, OTHER, Pdf(b"%PDF-ander", 2), b"png ander")


def test_what_was_kept_comes_back(tmp_path: Path):
    kept(tmp_path)
    assert cache.get(tmp_path, ONE, drawn=True) == Pdf(b"%PDF-een", 1)
    assert cache.get(tmp_path, OTHER) == Pdf(b"%PDF-ander", 2)


def moved(folder: Path, *suffixes: str) -> None:
    for suffix in suffixes:
        shutil.copyfile(folder / f"{OTHER}{suffix}", folder / f"{ONE}{suffix}")


def said(folder: Path, **changed: object) -> None:
    file = folder / f"{ONE}.json"
    row = {**json.loads(file.read_text(encoding="utf-8")), **changed}
    file.write_text(json.dumps({name: value for name, value in row.items() if value is not None}), encoding="utf-8")


FORGED = {
    "all of another": lambda folder: moved(folder, ".pdf", ".json", ".png"),
    "the PDF of another": lambda folder: moved(folder, ".pdf"),
    "the PDF and the hash of another": lambda folder: moved(folder, ".pdf", ".json"),
    "the picture of another": lambda folder: moved(folder, ".png"),
    "no name": lambda folder: said(folder, key=None),
    "another name": lambda folder: said(folder, key=OTHER),
    "a name that is no text": lambda folder: said(folder, key=[ONE]),
    "no hash": lambda folder: said(folder, sha256=None),
    "no picture": lambda folder: said(folder, picture=None),
    "pages that are no number": lambda folder: said(folder, pages="1"),
    "a list": lambda folder: (folder / f"{ONE}.json").write_text("[]", encoding="utf-8"),
    "nothing": lambda folder: (folder / f"{ONE}.json").write_text("", encoding="utf-8"),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_what_does_not_belong_to_its_name_is_refused(tmp_path: Path, forge):
    kept(tmp_path)
    forge(tmp_path)
    assert cache.get(tmp_path, ONE, drawn=True) is None


def test_a_picture_that_belongs_to_another_name_is_refused(tmp_path: Path):
    picture = b"\x89PNG een"
    for name in (ONE, OTHER):
        small.put(tmp_path / name, picture)
    assert small.get(tmp_path / ONE) == picture
    shutil.copyfile(tmp_path / OTHER, tmp_path / ONE)
    assert small.get(tmp_path / ONE) is None
    small.put(tmp_path / ONE, picture)
    with (tmp_path / ONE).open("ab") as file:
        file.write(b" ")
    assert small.get(tmp_path / ONE) is None


def test_the_small_method_has_no_templates_of_its_own():
    """The tests above look at those of the generator, which it uses."""
    assert Project(KLEIN, URL).templates == OVERRIDES
