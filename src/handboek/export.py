"""The handbook as data, for other programs: `handboek.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from handboek import adapted, dossier, theory
from handboek.handbook import Handbook, Key, Piece
from handboek.markdown import plain
from handboek.model import schema
from handboek.model.text import OWN, Withdrawn
from handboek.moves import table
from handboek.render.renderer import File
from handboek.translations import matched


def data(handbook: Handbook, files: Mapping[Key, tuple[File, ...]]) -> dict[str, Any]:
    """The method and its published pieces, in the order of the handbook, and where old addresses
    lead; nothing that was made up."""
    method = handbook.method
    return {
        "method": {
            "name": method.name,
            "release": method.release,
            "independence": adapted.independence(handbook),
            "licence": method.licence,
        },
        **_edition(handbook),
        "pieces": [
            _piece(handbook, piece, files.get(piece.key, ()))
            for piece in handbook.pieces.values()
            if piece.kind.exported and not piece.draft and not getattr(piece.data, "invented", False)
        ],
        "moved": table(handbook),
    }


def _edition(handbook: Handbook) -> dict[str, Any]:
    """Of an edition: whose it is, on which base it stands, and the key that stands among the sources of its own words."""
    if handbook.origin is None:
        return {}
    edition, base = handbook.origin.edition, handbook.origin.base
    said = {"name": base.title, "release": base.release, "url": base.url or None, "hash": base.hash}
    return {"edition": {"organisation": edition.organisation, "key": OWN, "base": said}}


def _adapted(handbook: Handbook, piece: Piece) -> dict[str, Any]:
    """Whether a piece is an edition's own, and what it says in the place of what the base says."""
    if handbook.origin is None:
        return {}
    found = adapted.of(handbook, piece)
    changes = [{"field": one.field, "was": one.was, "now": one.now} for one in found.changes] if found else []
    by = handbook.origin.edition.organisation if found else None
    return {"adapted": {"by": by, "own": bool(found and found.own), "changes": changes}}


def _piece(handbook: Handbook, piece: Piece, files: tuple[File, ...]) -> dict[str, Any]:
    phase = handbook.phase_of(piece)
    gone = piece.withdrawn
    void, files = (files, ()) if gone else ((), files)
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
        **_adapted(handbook, piece),
        "withdrawn": _withdrawn(gone, void) if gone else None,
        "corrected": [{"date": one.date.isoformat(), "what": plain(one.what)} for one in piece.corrected],
        **({"content": _content(handbook, piece)} if piece.kind.whole and not gone else {}),
        **({"translation": _translation(piece, piece.of)} if piece.of else {}),
    }


def _translation(piece: Piece, of: Piece) -> dict[str, Any]:
    """Of which piece in which language, how far it is, and how many of its texts are behind the Dutch or not there."""
    there = matched(of, piece.data)
    return {
        "of": of.address.strip("/"),
        "language": piece.data.language,
        "state": piece.data.state,
        "stale": sum(match.stale for match in there),
        "missing": sum(match.given is None for match in there),
    }


def unreviewed(told: dict[str, Any]) -> set[str]:
    """The pages, PDFs and pictures of translations that nobody has read, and the forms for who reads them: nobody takes these
    along. `told` as for `void`.
    """
    translations = [piece for piece in told["pieces"] if "translation" in piece]
    concepts = [piece for piece in translations if piece["translation"]["state"] == "concept"]
    pages = {f"{piece['url']}nakijken/index.html" for piece in translations}
    pages |= {f"{piece['url']}index.html" for piece in concepts}
    urls = {file["url"] for piece in concepts for file in piece["files"]}
    return pages | urls | {url.removesuffix(".pdf") + ".png" for url in urls}


def _content(handbook: Handbook, piece: Piece) -> dict[str, Any]:
    """All that a piece says: the dossier with the answers that it draws from the rest."""
    if piece.type == "dossier":
        return dossier.data(handbook, piece.data)
    said: dict[str, Any] = piece.data.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    if piece.type == "theory":
        for row, working in zip(said["working"], piece.data.working, strict=True):
            row["core"] = [*theory.core(handbook, working)]
    return said


def _withdrawn(gone: Withdrawn, void: tuple[File, ...]) -> dict[str, Any]:
    """Since when and why, what to use, and the PDFs that somebody may still have."""
    return {
        "date": gone.date.isoformat(),
        "reason": plain(gone.reason),
        "instead": gone.instead,
        "files": [file.url for file in void],
    }


def void(told: dict[str, Any]) -> set[str]:
    """The PDFs that only say that their piece was withdrawn, with their pictures: nobody takes them along.

    `told` is what `data` gives, or what `handboek.json` of a built site holds.
    """
    urls = {url for piece in told["pieces"] if (gone := piece.get("withdrawn")) for url in gone["files"]}
    return urls | {url.removesuffix(".pdf") + ".png" for url in urls}


def write(handbook: Handbook, files: Mapping[Key, tuple[File, ...]], site: Path) -> None:
    """Write `handboek.json` and the schemas of its files into the site."""
    text = json.dumps(data(handbook, files), ensure_ascii=False, indent=1)
    (site / "handboek.json").write_text(text + "\n", encoding="utf-8")
    schema.write(site / "schema")
