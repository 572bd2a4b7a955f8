"""Whether there is something to build: everything that goes into a site counts, and every file that came out."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

import pytest

from conftest import KLEIN, ROOT, URL
from handboek import cache_keys, resources, stamp
from handboek.project import Project

SAID = ("docs/x.md:1:1: warning taal: Iets.", "1 waarschuwing in 1 bestand.")


@dataclass(frozen=True)
class Built:
    """A project with a generator of its own, and what a build left."""

    project: Project
    out: Path
    generator: Path

    def unchanged(self, **settings: bool) -> tuple[str, ...] | None:
        return stamp.unchanged(self.project.root, self.out, **{"check": True, "release": False, **settings})


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Built:
    generator, out = tmp_path / "generator", tmp_path / "site"
    for name in ("overrides", "macros", "src/handboek/system", "mkdocs.yml", "requirements.lock"):
        (generator / name).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, generator / name)
    monkeypatch.setattr(resources, "HOME", generator)
    monkeypatch.setattr(resources, "PACKAGE", generator / "src/handboek")
    monkeypatch.setattr(resources, "TEMPLATES", generator / "overrides")
    monkeypatch.setattr(resources, "SETTINGS", generator / "mkdocs.yml")
    project = Project(tmp_path / "project", URL)
    shutil.copytree(KLEIN, project.root, ignore=shutil.ignore_patterns(".build"))
    own = project.root / "overrides/site/assets/own.css"
    own.parent.mkdir(parents=True)
    own.write_text(":root {}", encoding="utf-8")
    for name in (
        "site/index.html",
        "site/werkbladen/a.pdf",
        "project/.build/bladen/a.pdf",
        "project/.build/bladen.json",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"gemaakt")
    stamp.write(project.root, stamp.inputs(project.root, out, check=True, release=False), stamp.made(out), SAID)
    return Built(project, out, generator)


def test_what_is_equal_and_whole_is_left_and_what_was_said_is_said_again(built: Built):
    assert built.unchanged() == SAID
    for file in built.out.rglob("*"):
        file.touch()
    (built.generator / "src/handboek/__pycache__").mkdir()
    (built.generator / "src/handboek/__pycache__/stamp.pyc").touch()
    assert built.unchanged() == SAID, "time alone says nothing, nor what Python keeps for itself"


def grown(path: str) -> Callable[[Built], None]:
    """One byte behind what the file holds."""

    def change(built: Built) -> None:
        with (built.out.parent / path).open("ab") as file:
            file.write(b" ")

    return change


def added(path: str) -> Callable[[Built], None]:
    return lambda built: (built.out.parent / path).write_bytes(b"")


def gone(path: str) -> Callable[[Built], None]:
    return lambda built: (built.out.parent / path).unlink()


CHANGES = {
    "a file of content": grown("project/tools/guides/praatje.yml"),
    "a file of content, new": added("project/docs/nieuw.md"),
    "a file of content, gone": gone("project/tools/guides/praatje.yml"),
    "a file that holds no piece": added("project/phases/iets.txt"),
    "a template": grown("generator/overrides/pieces/page.html"),
    "a style": grown("generator/overrides/print/sheet.css"),
    "a script": grown("generator/overrides/site/assets/pages/handboek.js"),
    "a font": grown("generator/overrides/fonts/bricolage-grotesque-700-normal.ttf"),
    "a file of the project over ours": grown("project/overrides/site/assets/own.css"),
    "code": grown("generator/src/handboek/system/clock.py"),
    "code, new": added("generator/src/handboek/system/nieuw.py"),
    "a macro": grown("generator/macros/main.py"),
    "the settings of the engine": grown("generator/mkdocs.yml"),
    "the lock": grown("generator/requirements.lock"),
    "a page": grown("site/index.html"),
    "a page, gone": gone("site/index.html"),
    "a PDF of the site": grown("site/werkbladen/a.pdf"),
    "a file in the site, new": added("site/nieuw.html"),
    "a folder in the site, new": lambda built: (built.out / "leeg").mkdir(),
    "a page that nobody may read": lambda built: (built.out / "index.html").chmod(0o600),
    "the site, gone": lambda built: shutil.rmtree(built.out),
    "a PDF in the store": grown("project/.build/bladen/a.pdf"),
    "a PDF in the store, gone": gone("project/.build/bladen/a.pdf"),
    "the list of PDFs": gone("project/.build/bladen.json"),
    "a link among the content": lambda built: (built.project.root / "docs/weg.md").symlink_to("/etc/hostname"),
    "a link in the site": lambda built: (built.out / "weg.html").symlink_to("/etc/hostname"),
    "the stamp, damaged": lambda built: (built.project.work / stamp.FILE).write_text("[1", encoding="utf-8"),
    "the stamp, another": lambda built: (built.project.work / stamp.FILE).write_text("[]", encoding="utf-8"),
    "the stamp, gone": lambda built: (built.project.work / stamp.FILE).unlink(),
}


@pytest.mark.posix
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_whatever_changed_is_seen(built: Built, change: Callable[[Built], None]):
    change(built)
    assert built.unchanged() is None


@pytest.mark.parametrize(
    "name", ["HANDBOEK_URL", "HANDBOEK_NIEUW", "SOURCE_DATE_EPOCH", "PYTHONPATH", "LD_LIBRARY_PATH"]
)
def test_a_variable_is_seen(built: Built, monkeypatch: pytest.MonkeyPatch, name: str):
    monkeypatch.setenv(name, "1234567890")
    assert built.unchanged() is None


def test_a_variable_that_says_nothing_is_not(built: Built, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TERM", "iets anders")
    assert built.unchanged() == SAID


def test_settings_and_another_folder_are_seen(built: Built):
    assert built.unchanged(check=False) is None
    assert built.unchanged(release=True) is None
    shutil.copytree(built.out, built.out.with_name("elders"))
    assert replace(built, out=built.out.with_name("elders")).unchanged() is None
    assert built.unchanged() == SAID


def test_another_day_is_seen(built: Built, monkeypatch: pytest.MonkeyPatch):
    """What the check says of dates depends on it."""
    monkeypatch.setattr(stamp.clock, "today", lambda: "morgen")
    assert built.unchanged() is None


def test_a_library_and_a_package_are_seen(built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    module = tmp_path / "van_een_ander.py"
    module.write_text("x = 1", encoding="utf-8")
    loaded = ModuleType("van_een_ander")
    loaded.__file__ = str(module)
    monkeypatch.setitem(sys.modules, "van_een_ander", loaded)
    stamp.write(
        built.project.root,
        stamp.inputs(built.project.root, built.out, check=True, release=False),
        stamp.made(built.out),
        SAID,
    )
    assert built.unchanged() == SAID
    (tmp_path / "nieuw-1.0.dist-info").mkdir()
    monkeypatch.syspath_prepend(str(tmp_path))
    assert built.unchanged() is None
    monkeypatch.undo()


def test_an_installed_module_that_was_replaced_is_seen(built: Built, tmp_path: Path):
    path = built.project.work / stamp.FILE
    told = json.loads(path.read_text(encoding="utf-8"))
    other = tmp_path / "library.so"
    other.write_bytes(b"een")
    there = other.stat()
    path.write_text(
        json.dumps({**told, "libraries": {str(other): [there.st_size, there.st_mtime_ns]}}), encoding="utf-8"
    )
    assert built.unchanged() == SAID
    other.write_bytes(b"ander")
    assert built.unchanged() is None


def test_libraries_of_the_system_are_among_what_was_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    import weasyprint

    known = stamp._libraries()
    assert weasyprint.__file__ in known
    assert stamp.__file__ not in known, "our own code is hashed"
    if stamp.MAPS.exists():
        assert any("libpango-1.0" in name for name in known)
    monkeypatch.setattr(stamp, "MAPS", tmp_path / "nergens")
    before = stamp._libraries()[""]
    monkeypatch.setitem(cache_keys.LIBRARIES, "pango", lambda: "een andere")
    assert stamp._libraries()[""] != before, "where the system does not tell, the libraries do"


def test_between_two_moments_a_file_may_have_been_another(built: Built):
    """The same text, saved again while a build was on its way: what it read then nobody knows."""
    before = stamp.inputs(built.project.root, built.out)
    assert stamp.lasted(built.project.root, before)
    file = built.project.root / "tools/guides/praatje.yml"
    file.write_bytes(file.read_bytes())
    assert not stamp.lasted(built.project.root, before)
    assert stamp.inputs(built.project.root, built.out).hash == before.hash
    (built.project.root / "docs/weg.md").symlink_to("/etc/hostname")
    assert not stamp.lasted(built.project.root, before)
