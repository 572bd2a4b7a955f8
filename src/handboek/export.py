"""The handbook as data, for other programs: `handboek.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from handboek.handbook import Handbook, Key, Piece
from handboek.markdown import plain
from handboek.model import schema
from handboek.render.page import File


def data(handbook: Handbook, files: Mapping[Key, tuple[File, ...]]) -> dict[str, Any]:
    """The method and its published pieces, in the order of the handbook."""
    method = handbook.method
    return {
        "method": {"name": method.name, "release": method.release, "independence": method.independence},
        "pieces": [
            _piece(handbook, piece, files.get(piece.key, ()))
            for piece in handbook.pieces.values()
            if piece.kind.exported and not piece.draft
        ],
    }


def _piece(handbook: Handbook, piece: Piece, files: tuple[File, ...]) -> dict[str, Any]:
    phase = handbook.phase_of(piece)
    return {
        "type": piece.type,
        "slug": piece.slug,
        "title": plain(piece.title),
        "summary": plain(piece.summary),
        "url": piece.address,
        "pdf": files[0].url if files else None,
        "files": [asdict(file) for file in files],
        "phase": phase.slug if phase else None,
        "phases": list(piece.phases),
        "basis": piece.basis,
        "sources": list(piece.sources),
    }


def write(handbook: Handbook, files: Mapping[Key, tuple[File, ...]], site: Path) -> None:
    """Write `handboek.json` and the schemas of its files into the site."""
    text = json.dumps(data(handbook, files), ensure_ascii=False, indent=1)
    (site / "handboek.json").write_text(text + "\n", encoding="utf-8")
    schema.write(site / "schema")
