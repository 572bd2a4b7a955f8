"""The handbook grown: each step, tool, lesson, example, role and page several times over, with references of its own.

Phases, terms and sources stay as they are: a method has few phases, however much is written about it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.pack import gather
from handboek.resources import FOLDERS
from handboek.sheets.sheet import drawn

COPIED = ("step", "guide", "worksheet", "message", "script", "pack", "lesson", "example", "role", "page")


def gathers(piece: Piece, book: Handbook) -> bool:
    """Whether it stays one: a sheet that shows all of a kind or does what a tool does, and a pack that takes in such a sheet."""
    if piece.type == "worksheet":
        return bool(drawn(piece, book)) or piece.slug in _of_tools(book)
    if piece.type != "pack":
        return False
    taken = [part.piece for chapter in gather(book, piece.data) for part in chapter.parts if part.piece]
    return bool(piece.data.phase or piece.data.all_of or piece.data.whole) or any(gathers(one, book) for one in taken)


def _of_tools(book: Handbook) -> set[str]:
    """The worksheets that a tool names as its own: there is one of each tool."""
    return {
        piece.data.worksheet
        for piece in book.pieces.values()
        if piece.type != "worksheet" and isinstance(getattr(piece.data, "worksheet", None), str)
    }


def grow(root: Path, target: Path, times: int) -> Handbook:
    """Write the content of `root`, `times` times, as a project of its own into `target`."""
    for folder in FOLDERS:
        shutil.copytree(root / folder, target / folder)
    for name in ("mkdocs.yml", "overrides", "macros"):
        (target / name).symlink_to(root / name)
    book = open_handbook(root)
    pieces = [piece for type_ in COPIED for piece in book.of(type_) if not gathers(piece, book)]
    slugs = sorted({piece.slug for piece in pieces}, key=len, reverse=True)
    named = re.compile(rf"(?<![\w-])(?<!layout: )(?<!per: )(?<!key: )({'|'.join(slugs)})(?![\w-])(?!:)")
    steps = re.compile(r"^steps:(?:\s*\[(?P<flow>[^\]]*)\]|(?P<block>(?:\n  - .*)+))", re.MULTILINE)
    for number in range(2, times + 1):
        for piece in pieces:
            path = root / piece.path
            text = named.sub(rf"\1-{number}", path.read_text(encoding="utf-8"))
            (target / piece.path).with_name(f"{path.stem}-{number}{path.suffix}").write_text(text, encoding="utf-8")
    for phase in book.of("phase"):
        path = target / phase.path
        every = [step if n == 1 else f"{step}-{n}" for n in range(1, times + 1) for step in phase.data.steps]
        text, found = steps.subn(f"steps: [{', '.join(every)}]", path.read_text(encoding="utf-8"), count=1)
        assert found, phase.path
        path.write_text(text, encoding="utf-8")
    grown = open_handbook(target)
    for type_ in COPIED:
        kept = sum(gathers(piece, book) for piece in book.of(type_))
        assert len(grown.of(type_)) == times * len(book.of(type_)) - (times - 1) * kept, (type_, *grown.findings[:3])
    return grown
