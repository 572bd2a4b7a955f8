"""Files that people take along, as pages speak of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from handboek import workshop
from handboek.dutch import listed
from handboek.handbook import Handbook, Key, Piece
from handboek.pack import DAYS, Chapter, gather

PAPER = {"A4": 2**0.5, "A3": 2**0.5, "A5": 2**0.5, "A6": 2**0.5, "A4-liggend": 0.5**0.5, "A3-liggend": 0.5**0.5}
"""How high each paper is for its width."""

FILES = {
    "blad": "PDF",
    "invulbaar": "Om in te vullen op een scherm",
    "vooraf": "Lees dit eerst, voor wie het verstuurt",
    "groot": "Grote letters",
    "werk": "Om op te plakken",
    "4xA4": "Op vier vellen A4",
    "vouw": "Om te vouwen en te plakken",
    "zak": "Zakkaart",
    "deelnemers": "Voor deelnemers",
    "evaluatie": "Evaluatieformulier",
    "samen": "Met het Nederlands",
    "word": "Word",
    "word-deelnemers": "Word, voor deelnemers",
    "word-dagen": "Word, wie doet wat op welke dag",
    "excel": "Excel",
    "slides": "Dia's (PowerPoint)",
    "tekst": "Tekst, zonder opmaak",
    "zip": "Samen in een ZIP",
}
"""What each kind of file is called."""
TO_EDIT = {
    "blad": {"word": "Word", "excel": "Excel", "slides": "PowerPoint"},
    workshop.HAND_OUT: {"word-deelnemers": "Word"},
    DAYS: {"word-dagen": "Word"},
}
"""The files to work on, each with its program, by what of a piece stands in a pack."""


def file_name(book: Handbook, files: Mapping[Key, tuple[Any, ...]], piece: Piece, kind: str) -> str:
    """What a file of a piece is called; of those of a pack together also for which programs they are."""
    there = listed(_programs(gather(book, piece.data), files)) if kind == "zip" else ""
    return f"{FILES[kind]}, voor {there}" if there else FILES[kind]


def _programs(chapters: Iterable[Chapter], files: Mapping[Key, tuple[Any, ...]]) -> list[str]:
    parts = [part for chapter in chapters for part in chapter.parts if part.piece]
    found = {
        TO_EDIT[part.form][one.kind]
        for part in parts
        if part.piece and part.form in TO_EDIT
        for one in files.get(part.piece.key, ())
        if one.kind in TO_EDIT[part.form]
    }
    return [program for program in TO_EDIT["blad"].values() if program in found]
