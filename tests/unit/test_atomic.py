"""Files that are there whole or not at all, and a slot that one holds at a time."""

from __future__ import annotations

import errno
import stat
import threading
from pathlib import Path

import pytest

from handboek.system import atomic, lock, os_errors


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path):
    atomic.write(tmp_path / "een" / "twee" / "x", b"inhoud")
    assert (tmp_path / "een" / "twee" / "x").read_bytes() == b"inhoud"
    assert [path.name for path in (tmp_path / "een" / "twee").iterdir()] == ["x"]


@pytest.mark.posix
def test_a_file_keeps_its_rights(tmp_path: Path):
    file = tmp_path / "x"
    file.write_bytes(b"oud")
    file.chmod(0o640)
    atomic.write(file, b"nieuw")
    assert file.read_bytes() == b"nieuw"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640


def test_a_folder_gives_way(tmp_path: Path):
    (tmp_path / "x" / "y").mkdir(parents=True)
    atomic.write(tmp_path / "x", b"nieuw")
    assert (tmp_path / "x").read_bytes() == b"nieuw"


def test_what_cannot_be_written_leaves_what_was_there_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    file = tmp_path / "x"
    file.write_bytes(b"oud")

    def full(self: Path, target: Path) -> Path:
        raise OSError(errno.ENOSPC, "vol")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="vol"):
        atomic.write(file, b"nieuw")
    assert file.read_bytes() == b"oud"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_part_stands_beside_its_file_under_a_name_of_its_own(tmp_path: Path):
    one, other = (atomic.beside(tmp_path / "x") for _ in range(2))
    assert one.parent == other.parent == tmp_path
    assert one != other
    assert one.name.startswith(atomic.PART)
    assert len(one.name) == len(atomic.PART) + 16


def test_a_room_goes_with_what_is_in_it(tmp_path: Path):
    with atomic.room(tmp_path / "werk") as room:
        assert Path(room).parent == tmp_path / "werk"
        (Path(room) / "x").touch()
    assert list((tmp_path / "werk").iterdir()) == []


def test_a_sweep_removes_parts_and_nothing_else(tmp_path: Path):
    (tmp_path / "map" / f"{atomic.PART}een").mkdir(parents=True)
    (tmp_path / "map" / f"{atomic.PART}een" / "x").touch()
    (tmp_path / f"{atomic.PART}twee").touch()
    (tmp_path / "map" / "blijft").touch()
    atomic.sweep(tmp_path)
    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == ["map", "map/blijft"]


def test_who_comes_second_is_told_and_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    order = []
    with lock.held(tmp_path / "werk" / "beurt", "Even wachten."):

        def second() -> None:
            with lock.held(tmp_path / "werk" / "beurt", "Even wachten."):
                order.append("tweede")

        other = threading.Thread(target=second)
        other.start()
        other.join(0.05)
        order.append("eerste")
    other.join()
    assert order == ["eerste", "tweede"]
    assert capsys.readouterr().err == "Even wachten.\n"
    with lock.held(tmp_path / "werk" / "beurt", "Even wachten."):
        assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (OSError(errno.ENOSPC, "No space left"), "De schijf is vol. Maak ruimte en probeer het opnieuw."),
        (
            OSError(errno.EACCES, "Permission denied", "docs/x.md"),
            "Hier mag niet worden geschreven: docs/x.md. Kies een map waarin je mag schrijven, of pas de rechten aan.",
        ),
        (OSError(errno.EEXIST, "exists", "a", None, "b"), "Dit bestaat al: a → b. Kies een andere naam."),
        (
            OSError(errno.ENOTTY, "Not a typewriter", "a"),
            "De computer weigert iets: a (Not a typewriter). Probeer het opnieuw; helpt dat niet, meld het dan.",
        ),
        (OSError("raar"), "De computer weigert iets (raar). Probeer het opnieuw; helpt dat niet, meld het dan."),
        (OSError("cannot load library 'libpango'"), os_errors.LIBRARY),
        (OSError("cannot load library 'x': failed to map segment"), os_errors.MEMORY),
        (OSError("cannot load library 'x': cannot allocate memory"), os_errors.MEMORY),
    ],
)
def test_what_the_machine_refuses_is_said_in_dutch(error: OSError, expected: str):
    assert os_errors.said(error) == expected
    assert os_errors.MEMORY == "Het geheugen is vol. Sluit andere programma's en probeer het opnieuw."


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_place_where_nothing_may_be_written_is_named_whatever_the_system_calls_it(number: int):
    told = os_errors.said(OSError(number, "Not so", "docs/x.md"))
    assert told.startswith("Hier mag niet worden geschreven: docs/x.md. ")


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_is_a_full_disk_also_where_it_is_full_for_one_person(number: int):
    assert os_errors.said(OSError(number, "Full")) == "De schijf is vol. Maak ruimte en probeer het opnieuw."


@pytest.mark.parametrize("number", os_errors.SAID)
def test_each_answer_of_the_system_says_what_to_do_and_not_what_the_system_calls_it(number: int):
    told = os_errors.said(OSError(number, "Not so"))
    assert "Not so" not in told
    assert told.count(".") >= 2
