"""Editions for tests: a method as a base, with a few lines of an edition's own."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

import yaml

from handboek import checks
from handboek.content import open_handbook
from handboek.edition import base
from handboek.finding import Finding
from handboek.model.edition import Base
from handboek.resources import BASE, FOLDERS


def edition(root: Path, method: Path, said: str = "", files: Mapping[str, str] | None = None) -> Path:
    """An edition of a method at `root`. `said` stands in its `editie.yml`, `files` in its folders."""
    for name in FOLDERS:
        shutil.copytree(method / name, root / "basis" / name)
    above = "naam: Samen verder\norganisatie: De Linde\nmail: redactie@delinde.example\n"
    for path, text in {"editie.yml": f"{above}{said}", **(files or {})}.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    folder = root / BASE
    came = Base(naam="De basis", uitgave="2026-11", hash=base.digest(folder), opgehaald="2026-11-30")
    (root / base.FILE).write_text(base.say(folder, came), encoding="utf-8")
    return root


def without(root: Path, **names: list[str]) -> list[Finding]:
    """What the check says of an edition that leaves this out, and no longer what it left out before."""
    file = root / "editie.yml"
    above = file.read_text(encoding="utf-8").partition("weg:\n")[0]
    file.write_text(above + yaml.safe_dump({"weg": names}, allow_unicode=True), encoding="utf-8")
    return checks.run(open_handbook(root))
