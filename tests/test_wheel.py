"""The generator from a wheel, in a virtual environment where no checkout is in sight: begin a method, check it, build it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hatchling.builders.wheel import WheelBuilder

from conftest import KLEIN, ROOT, URL, Site


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the code as it is."""
    made = WheelBuilder(str(ROOT)).build(directory=str(tmp_path_factory.mktemp("wheel")), versions=["standard"])
    return Path(next(iter(made)))


@pytest.fixture(scope="module")
def bin_(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the commands are of an environment with that wheel, which sees what we build on and nothing else of ours."""
    folder = tmp_path_factory.mktemp("omgeving")
    venv.create(folder, with_pip=False)
    bin_ = folder / ("Scripts" if os.name == "nt" else "bin")
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(subprocess.check_output([bin_ / "python", "-c", asked], text=True).strip())
    others = [path for path in sys.path if path.endswith("site-packages")]
    (packages / "wat-we-gebruiken.pth").write_text("\n".join(others), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(bin_ / "python"), "--disable-pip-version-check"]
    install = ["install", "--quiet", "--no-deps", "--no-index", "--ignore-installed", str(wheel)]
    subprocess.run([*pip, *install], check=True)
    return bin_


def run(bin_: Path, root: Path, *arguments: str, repo: str = "", **more: Any) -> str:
    """What the installed command says when all is well."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHONPATH", "HANDBOEK_"))}
    env |= {"HANDBOEK_URL": URL, "HANDBOEK_REPO": repo}
    told = subprocess.run(
        [bin_ / "handboek", *arguments], cwd=root, env=env, capture_output=True, encoding="utf-8", check=False, **more
    )
    assert told.returncode == 0, told.stdout + told.stderr
    return told.stdout + told.stderr


def test_the_wheel_carries_all_that_a_build_needs(wheel: Path):
    with zipfile.ZipFile(wheel) as archive:
        carried = set(archive.namelist())
    for name in ("mkdocs.yml", "macros/main.py", "content/phases/method.yml"):
        assert f"handboek/files/{name}" in carried
    templates = [path.relative_to(ROOT).as_posix() for path in (ROOT / "overrides").rglob("*") if path.is_file()]
    assert {f"handboek/files/{name}" for name in templates} <= carried
    code = ROOT / "src" / "handboek"
    example = [
        path.relative_to(code).as_posix() for path in (code / "authoring" / "example").rglob("*") if path.is_file()
    ]
    assert {f"handboek/{name}" for name in example} <= carried


@pytest.mark.slow
@pytest.mark.posix
def test_from_an_empty_folder_to_a_site_with_sheets(bin_: Path, tmp_path: Path):
    told = run(
        bin_, tmp_path, "start", "mijn-methode", "--naam", "Samen eten", "--fasen", "Eerst, Dan", "--voor", "ons"
    )
    root = tmp_path / "mijn-methode"
    assert "cd mijn-methode" in told
    assert [path.name for path in tmp_path.iterdir()] == ["mijn-methode"]
    told = run(bin_, root, "check")
    assert "error" not in told
    assert "phases/method.yml:4:1: warning voorbeeld: Hier staat nog een voorbeeld." in told
    assert "Klaar:" in run(bin_, root, "build")
    home = (root / "site/index.html").read_text(encoding="utf-8")
    assert "Samen eten" in home
    assert "Dit handboek is voor ons." in home
    assert (root / "site/fasen/dan/index.html").is_file()
    for sheet in ("werkbladen/boodschappenlijst", "gesprekken/eerste-praatje", "berichten/eet-mee"):
        assert (root / f"site/{sheet}.pdf").read_bytes().startswith(b"%PDF")
    assert "handboek/authoring" not in home
    assert 'content="#1d4e7a"' in home  # of the method, in head, logo and manifest
    manifest = json.loads((root / "site/manifest.webmanifest").read_text(encoding="utf-8"))
    assert (manifest["name"], manifest["short_name"], manifest["theme_color"]) == (
        "Samen eten",
        "Samen eten",
        "#1d4e7a",
    )
    pages = [
        path for path in (root / "site").rglob("*.html") if "bijdragen" not in path.parts
    ]  # where fields are explained
    whole = "".join(path.read_text(encoding="utf-8") for path in pages)
    for ours in ("Meer dan Steen", "a03a28", "CC BY 4.0", "twee weken", "git.example"):
        assert ours not in whole, ours
    said = run(bin_, root, "new", "--help")
    assert "worksheet" in said
    assert "check" not in said


@pytest.mark.slow
@pytest.mark.posix
def test_the_small_method_becomes_the_same_bytes(bin_: Path, small: Site, tmp_path: Path):
    shutil.copytree(KLEIN, tmp_path / "klein", ignore=shutil.ignore_patterns(".build", "site"))
    run(bin_, tmp_path / "klein", "build", repo="https://git.test/handboek")

    def files(folder: Path) -> dict[str, bytes]:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    here, there = files(tmp_path / "klein" / "site"), files(small.folder)
    assert here.keys() == there.keys()
    assert [name for name, content in here.items() if content != there[name]] == []


@pytest.mark.slow
@pytest.mark.posix
def test_what_only_a_checkout_has_is_said(bin_: Path, tmp_path: Path):
    shutil.copytree(KLEIN, tmp_path / "klein", ignore=shutil.ignore_patterns(".build", "site"))
    for arguments, said in (
        (("queries",), "geen tabel met zoekvragen"),
        (("summary", "main"), "staat niet in git"),
        (("names", "main"), "staat niet in git"),
    ):
        env = {**os.environ, "PYTHONPATH": "", "GIT_CEILING_DIRECTORIES": str(tmp_path)}
        told = subprocess.run(
            [bin_ / "handboek", *arguments], cwd=tmp_path / "klein", env=env, capture_output=True, encoding="utf-8",
            stdin=subprocess.DEVNULL, check=False,
        )  # fmt: skip
        assert told.returncode == 2
        assert said in told.stdout + told.stderr
        assert len((told.stdout + told.stderr).splitlines()) == 1
