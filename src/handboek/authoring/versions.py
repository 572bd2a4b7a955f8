"""The content as it was in an earlier version, and which pieces differ from it."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.resources import BASE, EDITION, FOLDERS, OWN

MADE = (".build", "site", "bladen")
"""The folders that the generator fills. What git brings there would be taken for something that it made itself."""


class HistoryError(Exception):
    """The earlier version is not there; the text says so, in Dutch."""


@contextmanager
def earlier(root: Path, base: str) -> Iterator[Path]:
    """The content of the version `base`, in a folder of its own. Raises `HistoryError`."""
    # A name that begins with a hyphen would be an option to git.
    if not re.fullmatch(r"[\w/.^~@{}][\w/.^~@{}-]*", base):
        raise HistoryError(f"`{base}` is geen naam van een versie.")
    if shutil.which("git") is None:
        raise HistoryError("Hier is `git` voor nodig. Installeer het eerst.")
    inside = subprocess.run(["git", "rev-parse", "--git-dir"], cwd=root, capture_output=True, check=False)
    if inside.returncode:
        raise HistoryError("Deze map staat niet in git, en zonder git is er geen eerdere versie om mee te vergelijken.")
    in_it = subprocess.run(
        ["git", "ls-tree", "--name-only", base], cwd=root, capture_output=True, encoding="utf-8", errors="replace",
        check=False,
    )  # fmt: skip
    there = [name for name in (*FOLDERS, EDITION, BASE, OWN) if name in in_it.stdout.split()]
    command = ["git", "archive", "--format=tar", base, "--", *there]
    made = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if in_it.returncode or made.returncode:
        raise HistoryError(f"De versie `{base}` is er niet. Haal haar eerst op met `git fetch`.")
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=io.BytesIO(made.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)


def made(root: Path) -> list[Finding]:
    """What git keeps of the folders that the generator fills, whatever its capitals; nothing where there is no git."""
    git = shutil.which("git")
    if git is None:
        return []
    asked = [git, "ls-files", "-z", "--", *(f":(icase){folder}" for folder in MADE)]
    told = subprocess.run(asked, cwd=root, capture_output=True, check=False)
    paths = [os.fsdecode(path) for path in told.stdout.split(b"\0") if path] if told.returncode == 0 else []
    what = "Dit bestand staat in een map voor wat de generator maakt, en git houdt het bij."
    advice = "Haal het uit git: `git rm -r --cached {}`."
    return [Finding(path, 1, 1, "gemaakt", what, advice.format(path.partition("/")[0])) for path in sorted(paths)]


def unsaved(root: Path, paths: Sequence[str]) -> list[str]:
    """Those of these files that hold something that git does not keep yet; none where there is no git."""
    git = shutil.which("git")
    if git is None or not paths:
        return []
    asked = [git, "status", "--porcelain", "-z", "--no-renames", "--", *paths]
    told = subprocess.run(asked, cwd=root, capture_output=True, check=False)
    rows = told.stdout.split(b"\0") if told.returncode == 0 else []
    return sorted(os.fsdecode(row[3:]) for row in rows if row)


def differ(before: Handbook, after: Handbook) -> list[tuple[str, Piece]]:
    """The pieces that are `nieuw`, and behind them those that are `veranderd`: they say something else now."""
    added = [piece for key, piece in after.pieces.items() if key not in before.pieces]
    both = [piece for key, piece in after.pieces.items() if key in before.pieces]
    changed = [piece for piece in both if before.pieces[piece.key].hash != piece.hash]
    return [*(("nieuw", piece) for piece in added), *(("veranderd", piece) for piece in changed)]
