"""The names of what is kept: whatever can change a byte of a PDF or of a picture changes its name."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import pytest

from conftest import KLEIN, ROOT, URL, real
from handboek import cache_keys, store
from handboek.colours import shades
from handboek.content import open_handbook
from handboek.office import forms
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets import cache
from handboek.sheets.made_of import Binding, Print
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


@pytest.mark.parametrize("one", [*cache.ELSEWHERE, *forms.ELSEWHERE], ids=lambda one: one.__name__)
def test_so_is_each_module_of_another_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: ModuleType):
    def names() -> tuple[str, str]:
        forms.environment_hash.cache_clear()
        return sheet(OVERRIDES), forms.environment_hash()

    before = names()
    copy = tmp_path / "anders.py"
    copy.write_text(Path(str(one.__file__)).read_text(encoding="utf-8") + "# iets anders\n", encoding="utf-8")
    monkeypatch.setattr(one, "__file__", str(copy))
    changed = tuple(new != old for new, old in zip(names(), before, strict=True))
    assert changed == (one in cache.ELSEWHERE, one in forms.ELSEWHERE)
    monkeypatch.undo()
    forms.environment_hash.cache_clear()


TWO = """
title: Twee bladen
summary: Een lijstje en een praatje.
checked: 2026-11-01
purpose: Om mee te nemen.
pieces: [werkbladen/lijstje, gesprekken/praatje]
"""
FEW = 4
"""So many of each are watched while they are made: that takes four times as long."""
BOOK = """
title: Alles in een boek
summary: De hele methode.
checked: 2026-11-01
purpose: Om te lezen.
whole: true
foreword: |
  Dit is het woord vooraf.
"""


@pytest.fixture(scope="module")
def making(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The modules of which something runs while a PDF, a pack, a book or an office file is made, by the room that makes it."""
    rooms = {Print: "sheets", Binding: "sheets", forms.Written: "office"}
    found: dict[str, set[str]] = {"sheets": set(), "office": set()}
    source = Path(cache_keys.__file__).parent

    def traced(room: str, make: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def note(frame: FrameType, event: str, _: object) -> None:
            path = Path(frame.f_code.co_filename)
            if event == "call" and path.is_relative_to(source):
                found[room].add(path.relative_to(source).as_posix())

        times = count()

        def made(self: Any) -> Any:
            if next(times) > FEW:
                return make(self)
            sys.setprofile(note)
            try:
                return make(self)
            finally:
                sys.setprofile(None)

        return made

    with pytest.MonkeyPatch.context() as patch:
        for kind, room in rooms.items():
            patch.setattr(kind, "make", traced(room, kind.make))
        root = tmp_path_factory.mktemp("klein") / "klein"
        shutil.copytree(KLEIN, root, ignore=shutil.ignore_patterns(".build"))
        (root / "tools/packs/boek.yml").write_text(BOOK, encoding="utf-8")
        (root / "tools/packs/twee.yml").write_text(TWO, encoding="utf-8")
        project = Project(root, URL, "")
        small, own = (Renderer(book, project.templates) for book in (open_handbook(root), real()))
        for one in store.packs(small, ["twee", "boek"]):
            store.get_or_render(one, small, project)
        for one in store.office(own, ["draagvlakmeter", "toezeggingen", "open-gesprek-oefenen", "niet-thuis"]):
            store.get_or_render(one, own, project)
    return found


@pytest.mark.hard  # who watches every call waits a minute
@pytest.mark.parametrize(("room", "elsewhere"), [("sheets", cache.ELSEWHERE), ("office", forms.ELSEWHERE)])
def test_nothing_else_of_ours_takes_part(making: dict[str, set[str]], room: str, elsewhere: tuple[ModuleType, ...]):
    """What runs while a file is made changes it, and so its name: no kept file is ever out of date."""
    kept = {f"{one.__name__.removeprefix('handboek.').replace('.', '/')}.py" for one in elsewhere}
    outside = {path for path in making[room] if not path.startswith(f"{room}/")}
    assert outside <= kept
    assert len(making[room]) > 10


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
