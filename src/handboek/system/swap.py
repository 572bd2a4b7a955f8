"""Several files and folders take the place of others, all or none, and what stood there is kept for who wants it back.

The new ones lie ready in a folder of their own before the first moves. From then on a marker says that they go in: where
the process is killed halfway, the next command moves the rest (`finish`), and no text is lost on either side.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from handboek.system import atomic, os_errors, work
from handboek.system.lock import held
from handboek.system.transaction import BUSY, NOTHING, Refused

NEW, OLD, OLDER, UNDONE = ".nieuw", ".vorige", ".vorige-weg", ".ongedaan"
"""What goes in; what stood there before, with in it what stood there before that; where that waits meanwhile; and what was
taken back."""
DEEP = 4
"""So many times somebody can go back."""
MARKER = ".wissel.json"
FINISHED = "Een vorige opdracht stopte halverwege het neerzetten van nieuwe bestanden. Dat is nu afgemaakt."


@contextmanager
def prepared(root: Path, names: Sequence[str], *, back: bool = False) -> Iterator[Path]:
    """An empty folder for the new files and folders by these names; what it holds at the end takes their place.

    What it lacks at the end stays as it is. Where they go `back`, what stood before is the step before that now. Raises `Refused`; then nothing has changed, or the next command finishes it.
    """
    with held(work(root) / "schrijft", BUSY):
        _finish(root)
        ready, old, older = root / NEW, root / OLD, root / OLDER
        try:
            shutil.rmtree(ready, ignore_errors=True)
            shutil.rmtree(older, ignore_errors=True)
            ready.mkdir()
            yield ready
            if back:
                shutil.rmtree(root / UNDONE, ignore_errors=True)
            there = [name for name in names if (ready / name).exists()]
            if old.exists():
                old.rename(older)
            atomic.write(root / MARKER, json.dumps({"names": there, "back": back}).encode())
        except BaseException as error:
            _finish(root)
            shutil.rmtree(ready, ignore_errors=True)
            if isinstance(error, OSError):
                raise Refused(f"{os_errors.said(error)} {NOTHING}") from error
            raise
        _finish(root)


def finish(root: Path) -> str:
    """Do the rest of what an earlier command left halfway; gives what there is to say of it, in Dutch. Raises `Refused`."""
    if not ((root / MARKER).is_file() or (root / OLDER).exists()):
        return ""
    with held(work(root) / "schrijft", BUSY):
        return FINISHED if _finish(root) else ""


def _finish(root: Path) -> bool:
    """Whether there was anything to do. Without a marker nothing moved yet, and what was set aside for it comes back."""
    marker, ready, old, older = root / MARKER, root / NEW, root / OLD, root / OLDER
    try:
        if not marker.is_file():
            if older.exists() and not old.exists():
                older.rename(old)
            return False
        names, back = _said(marker)
        for name in (name for name in names if (ready / name).exists()):
            old.mkdir(exist_ok=True)
            if (root / name).exists() and not (old / name).exists():
                (root / name).rename(old / name)
            (ready / name).rename(root / name)
        _keep(root, back=back)
        marker.unlink()
        shutil.rmtree(older, ignore_errors=True)
        shutil.rmtree(ready, ignore_errors=True)
    except OSError as error:
        raise Refused(f"{os_errors.said(error)} De volgende opdracht maakt dit af.") from error
    return True


def _keep(root: Path, *, back: bool) -> None:
    """What stood before that lies in what stood before; a step back takes one of them away."""
    old, older, undone = root / OLD, root / OLDER, root / UNDONE
    if back:
        if not undone.exists():
            old.rename(undone)
        if (older / OLD).exists() and not old.exists():
            (older / OLD).rename(old)
    elif older.exists() and old.exists() and not (old / OLD).exists():
        older.rename(old / OLD)
    shutil.rmtree(root.joinpath(*[OLD] * (DEEP + 1)), ignore_errors=True)


def _said(marker: Path) -> tuple[list[str], bool]:
    """What a marker says; it is a file, and a file may come from anybody, so it names nothing elsewhere."""
    try:
        said = json.loads(marker.read_text(encoding="utf-8"))
        names = [name for name in said["names"] if Path(name).name == name and name not in (".", "..")]
        return names, said["back"] is True
    except (ValueError, KeyError, TypeError):
        return [], False
