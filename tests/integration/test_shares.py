"""One edition by several machines: each fills a share of the store, and the stores are put together by copying files."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

import digest
from command import ADDRESSES, here
from conftest import Site
from handboek import store
from handboek.build import build
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.resources import TEMPLATES
from handboek.site.site import renderer_of


def shares(project: Project, of: int) -> list[list[str]]:
    renderer = renderer_of(project, open_handbook(project.root))
    return [[thing.url for thing in store.share(renderer, project, part, of)] for part in range(1, of + 1)]


@pytest.mark.parametrize("of", [1, 2, 4, 50])
def test_shares_have_nothing_in_common_and_are_all_together(project: Project, of: int):
    renderer = renderer_of(project, open_handbook(project.root))
    every = sorted(thing.url for thing in store.laid_out(renderer))
    found = shares(project, of)
    assert sorted(url for share in found for url in share) == every
    assert max(map(len, found)) - min(map(len, found)) <= 1
    assert found == shares(project, of), "each machine divides in the same way"


@pytest.mark.hard
def test_an_edition_in_four_shares_has_the_bytes_of_one_machine(
    small: Site, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    for name, value in ADDRESSES.items():
        monkeypatch.setenv(name, value)
    together = project.work / "bladen"
    for part in range(1, 5):
        machine = tmp_path / f"machine-{part}"
        shutil.copytree(project.root, machine, ignore=shutil.ignore_patterns(".build"))
        result = here(machine, "sheets", "--part", f"{part}/4", "--jobs", "1")
        assert result.returncode == 0, result.stderr
        assert f"Klaar: deel {part} van 4" in result.stdout.decode()
        assert not (machine / "bladen").exists(), "it fills the store and nothing else"
        shutil.copytree(machine / ".build/bladen", together, dirs_exist_ok=True)
    filled = build(replace(project), tmp_path / "site").filled
    made = {url for _, url in filled.rendered}
    assert made == {url for url in filled.names if url.startswith("werkmappen/")}, (
        "packs are bound where they come together"
    )
    assert digest.files(tmp_path / "site") == digest.files(small.folder)


def test_what_is_bound_is_in_no_share(handbook: Handbook):
    """A pack or a book in a share would lay out all its parts on that one machine."""
    renderer = Renderer(handbook, TEMPLATES)
    assert any(isinstance(one, store.Bindable) for one in store.packs(renderer))
    assert not any(isinstance(one, store.Bindable) for one in store.laid_out(renderer))


@pytest.mark.parametrize("words", ["0/4", "5/4", "4", "2/", "a/b", "-1/4"])
def test_what_is_no_share_is_said(project: Project, words: str):
    result = here(project.root, "sheets", f"--part={words}")
    assert result.returncode == 2
    assert f"'{words}' is geen deel; zo is het tweede van vier delen 2/4" in result.stderr.decode()


def test_a_share_is_of_everything(project: Project):
    result = here(project.root, "sheets", "praatje", "--part", "1/2")
    assert result.returncode == 2
    assert "laat de namen en --open weg" in result.stderr.decode()
