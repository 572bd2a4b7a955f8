"""Word: a message, guide, worksheet or script as a file to write in, made of the same HTML as its PDF."""

from __future__ import annotations

from dataclasses import dataclass

from handboek.handbook import Piece
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets import sheet
from handboek.sheets.sheet import VARIANTS, Sheet


def has(piece: Piece) -> bool:
    """Whether a piece has a file for Word."""
    return False


@dataclass(frozen=True)
class Word:
    """All that a file for Word is made of."""

    html: str

    def make(self) -> bytes:
        raise NotImplementedError


def source(piece: Piece, renderer: Renderer, project: Project) -> Word:
    """What the file of a piece is made of."""
    return Word(sheet.html(Sheet(piece, VARIANTS[0]), renderer, project))
