"""The same content gives the same site to the byte: wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import digest
from command import handboek
from conftest import KLEIN, ROOT
from handboek import stamp
from handboek.content import open_handbook
from handboek.site import archive

pytestmark = pytest.mark.hard

CONTENT = ("phases", "tools", "docs", "macros", "overrides", "mkdocs.yml")


def build(content: Path, folder: Path, *, days: int = 0, env: dict[str, str] | None = None, **options: Any) -> Path:
    """Build a copy of the content in `folder`, without anything that was kept; gives the site."""
    for name in CONTENT:
        if (content / name).is_dir():
            shutil.copytree(content / name, folder / name, dirs_exist_ok=True)
        elif (content / name).exists():
            shutil.copyfile(content / name, folder / name)
    (folder / ".build" / stamp.FILE).unlink(missing_ok=True)  # or there would be nothing to do the second time
    result = handboek(
        folder, "build", days=days, env={"HANDBOEK_URL": "https://handboek.test/", **(env or {})}, **options
    )
    assert result.returncode == 0, result.stderr
    return folder / "site"


def one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def differing(one: Path, other: Path) -> list[str]:
    """The files that differ, or that one of them lacks."""
    ours, theirs = digest.files(one), digest.files(other)
    return sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name))


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(KLEIN, tmp_path_factory.mktemp("hier"), env={"TZ": "UTC", "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"})


# Zones as POSIX writes them, so that the machine needs no table of zones: +14 hours (Kiritimati), -8 (Los Angeles).
@pytest.mark.parametrize(
    ("folder", "surroundings", "options"),
    [
        (
            "ergens anders/é & co",
            {"TZ": "KIR-14", "PYTHONHASHSEED": "1", "LC_ALL": "nl_NL.UTF-8", "LANGUAGE": "nl"},
            {},
        ),
        ("a", {"TZ": "LAX8", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"preexec_fn": one_core}),
        ("later", {"PYTHONHASHSEED": "random"}, {"days": 4000}),
        ("epoch", {"SOURCE_DATE_EPOCH": "4000000000", "HOME": "/nergens", "USER": "iemand"}, {"umask": 0o077}),
    ],
)
def test_the_same_bytes(
    usual: Path, tmp_path: Path, folder: str, surroundings: dict[str, str], options: dict[str, Any]
):
    assert differing(usual, build(KLEIN, tmp_path / folder, env=surroundings, **options)) == []


def test_the_same_bytes_cold_and_from_what_was_kept(usual: Path, tmp_path: Path):
    first = build(KLEIN, tmp_path)
    assert differing(usual, first) == []
    assert differing(usual, build(KLEIN, tmp_path)) == []
    shutil.rmtree(tmp_path / ".build" / "deel")
    for number, kept in enumerate(sorted((tmp_path / ".build" / "bladen").iterdir())):
        if number % 4 == 0:
            kept.unlink()
    assert differing(usual, build(KLEIN, tmp_path)) == []


def test_the_same_bytes_after_other_content(usual: Path, tmp_path: Path):
    build(KLEIN, tmp_path)
    text = (tmp_path / "phases/method.yml").read_text(encoding="utf-8")
    (tmp_path / "phases/method.yml").write_text(text.replace("Drie deuren", "Vier deuren"), encoding="utf-8")
    assert handboek(tmp_path, "build").returncode == 0
    assert differing(usual, build(KLEIN, tmp_path)) == []


def test_the_same_zip(usual: Path, tmp_path: Path):
    name = open_handbook(KLEIN).method.name
    shutil.copytree(usual, tmp_path / "copy", copy_function=shutil.copyfile)
    for site, target in ((usual, "one.zip"), (tmp_path / "copy", "two.zip")):
        archive.write(site, tmp_path / target, name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_the_real_handbook_has_the_same_bytes_in_two_folders(tmp_path: Path):
    one = build(ROOT, tmp_path / "one", env={"TZ": "KIR-14", "PYTHONHASHSEED": "1"})
    other = build(ROOT, tmp_path / "twee é", env={"TZ": "LAX8", "PYTHONHASHSEED": "2"}, days=30)
    assert differing(one, other) == []


def test_the_digest_tells_sites_apart(usual: Path, tmp_path: Path):
    def told(*arguments: str) -> str:
        line = [sys.executable, str(ROOT / "tests" / "digest.py"), *arguments]
        return subprocess.run(line, capture_output=True, text=True, check=True).stdout

    copy = tmp_path / "copy"
    shutil.copytree(usual, copy)
    same = told(str(usual)), told("--text", str(usual))
    assert (told(str(copy)), told("--text", str(copy))) == same
    sheet = copy / "werkbladen" / "lijstje.pdf"
    sheet.write_bytes(sheet.read_bytes() + b"\n% other bytes, the same words\n")
    assert told(str(copy)) != same[0]
    assert told("--text", str(copy)) == same[1]
    shutil.copyfile(copy / "gesprekken" / "praatje.pdf", sheet)
    assert told("--text", str(copy)) != same[1]
