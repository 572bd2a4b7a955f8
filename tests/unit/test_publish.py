"""A finished site in the place of the old one, in one move, and readable for everybody."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from handboek.site import publish


def folder(path: Path, text: str) -> Path:
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


def said(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def rights(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[True, False], ids=["in one step", "in two steps"])
def steps(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Both ways: where the system can exchange two folders, and where it cannot."""
    if not request.param:
        monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    return bool(request.param)


def test_which_folder_may_be_replaced(tmp_path: Path):
    assert publish.is_ours(tmp_path / "nieuw")
    (tmp_path / "leeg").mkdir()
    assert publish.is_ours(tmp_path / "leeg")
    site = folder(tmp_path / "site", "x")
    assert not publish.is_ours(site)
    (site / "handboek.json").write_text("{}", encoding="utf-8")
    assert publish.is_ours(site)
    assert not publish.is_ours(site / "index.html")


@pytest.mark.posix
def test_a_place_beside_the_site_with_the_folders_above_it(tmp_path: Path):
    site = tmp_path / "een" / "twee" / "site"
    new = publish.beside(site)
    assert new.parent == site.parent
    assert new.name.startswith(".site.nieuw-")
    assert list(new.iterdir()) == []
    assert {rights(path) for path in (new, site.parent, site.parent.parent)} == {0o755}


@pytest.mark.posix
def test_a_folder_that_was_there_keeps_its_rights(tmp_path: Path):
    above = tmp_path / "mijn"
    above.mkdir()
    above.chmod(0o700)
    publish.beside(above / "site")
    assert rights(above) == 0o700


@pytest.mark.posix
def test_what_is_published_is_readable_for_everybody(tmp_path: Path):
    new = folder(tmp_path / "nieuw", "x")
    (new / "map").mkdir(mode=0o700)
    (new / "index.html").chmod(0o600)
    publish.swap(new, tmp_path / "site")
    assert rights(tmp_path / "site" / "index.html") == 0o644
    assert rights(tmp_path / "site" / "map") == 0o755


def test_the_first_site(tmp_path: Path):
    publish.swap(folder(tmp_path / "nieuw", "nieuw"), tmp_path / "site")
    assert said(tmp_path / "site") == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path, steps: bool):
    site = folder(tmp_path / "site", "oud")
    (site / "weg.html").touch()
    publish.swap(folder(tmp_path / "nieuw", "nieuw"), site)
    assert said(site) == "nieuw"
    assert not (site / "weg.html").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_an_earlier_move_left_is_in_nobodys_way(tmp_path: Path, steps: bool):
    site = folder(tmp_path / "site", "oud")
    folder(tmp_path / ".site.oud", "nog ouder")
    publish.swap(folder(tmp_path / "nieuw", "nieuw"), site)
    assert said(site) == "nieuw"


def test_this_system_exchanges_two_folders_in_one_step(tmp_path: Path):
    one, other = folder(tmp_path / "een", "een"), folder(tmp_path / "ander", "ander")
    if publish._exchange(one, other):
        assert (said(one), said(other)) == ("ander", "een")
    else:
        assert (said(one), said(other)) == ("een", "ander")
    assert not publish._exchange(one, tmp_path / "weg")


def test_a_system_without_the_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def none(*_: object, **__: object) -> object:
        raise TypeError("bad argument type for built-in operation")

    monkeypatch.setattr(publish.ctypes, "CDLL", lambda *_, **__: object())
    assert publish._exchange(tmp_path, tmp_path) is False
    monkeypatch.setattr(publish.ctypes, "CDLL", none)
    assert publish._exchange(tmp_path, tmp_path) is False


def test_a_move_that_fails_brings_the_old_site_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(publish, "_exchange", lambda one, other: False)
    site, new = folder(tmp_path / "site", "oud"), folder(tmp_path / "nieuw", "nieuw")
    real = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self == new:
            raise OSError("vol")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="vol"):
        publish.swap(new, site)
    assert said(site) == "oud"
    assert not (tmp_path / ".site.oud").exists()


def test_a_move_that_was_cut_off_is_repaired(tmp_path: Path):
    site = tmp_path / "site"
    folder(tmp_path / ".site.oud", "oud")
    folder(tmp_path / ".site.nieuw-abc", "half")
    folder(tmp_path / "iets-anders", "blijft")
    publish.repair(site)
    assert said(site) == "oud"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["iets-anders", "site"]


def test_repair_never_touches_a_site_that_is_there(tmp_path: Path):
    site = folder(tmp_path / "site", "nieuw")
    folder(tmp_path / ".site.oud", "oud")
    publish.repair(site)
    assert said(site) == "nieuw"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]
    publish.repair(tmp_path / "nergens" / "site")
