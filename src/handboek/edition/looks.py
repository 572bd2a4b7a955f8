"""An edition's own name, colour and addresses, in the place of those of the base."""

from __future__ import annotations

import re
from pathlib import Path

from handboek import formats, logo
from handboek.document import Document
from handboek.edition.splice import Op, edits
from handboek.finding import Finding
from handboek.model.edition import Edition
from handboek.parse import parse
from handboek.patched import Patched, Spot
from handboek.wording import nearest

FIELDS = {
    "name": ("name", "naam"),
    "title": ("name", "naam"),
    "short": ("short", "kort"),
    "colour": ("colour", "kleur"),
    "url": ("url", "url"),
    "mail": ("mail", "mail"),
}
"""The fields of a method that give way to those of an edition: each with that field, and what people call it."""
THEIRS = ("url", "mail", "short")
"""What of the base is never that of an edition, also where that says nothing: a reader would report a mistake to others."""


def problems(edition: Edition, root: Path, said: Document) -> list[Finding]:
    """Why the logo of an edition cannot be used."""
    if edition.logo is None:
        return []
    place = said.place(("logo",))
    try:
        logo.read(root / edition.logo)
    except OSError:
        named = [file.name for file in sorted(root.iterdir()) if file.suffix.lower() in logo.ENDS]
        what = f"Het logo `{edition.logo}` staat niet naast `{said.path}`."
        helps = "" if named else "Zet het bestand daar neer, of haal deze regel weg."
        near = nearest(edition.logo, named, 0) if named else ""
        return [Finding(said.path, place.line, place.column, "uitgave", what, helps, suggestion=near or "")]
    except logo.Unfit as error:
        return [Finding(said.path, place.line, place.column, "uitgave", error.what, error.helps, width=place.width)]
    return []


def mark(organisation: str) -> str:
    """The letters by which an organisation is known on an icon: those with which its name begins, two at most."""
    words = re.findall(r"\w+", organisation)
    return "".join(word[0] for word in words if word[0].isupper())[:2] or organisation[0].upper()


def apply(
    edition: Edition, texts: dict[str, Patched], documents: dict[str, Document], said: Document
) -> dict[str, Document]:
    """The documents with what the edition says of itself in the method; `texts` follows."""
    method = documents.get(formats.PATH)
    if method is None or method.node is None:
        return documents
    ops = []
    for name, (field, key) in {**FIELDS, "mark": ("", "organisatie")}.items():
        value = getattr(edition, field) if field else mark(edition.organisation)
        there = method.data.get(name) is not None
        if value is not None:
            place = said.place((key,))
            ops.append(Op((name,), "replace" if there else "set", value, Spot(said.path, place.line, place.column)))
        elif there and name in THEIRS:
            ops.append(Op((name,), "remove"))
    if "repo" in method.data:
        ops.append(Op(("repo",), "remove"))
    texts[formats.PATH] = texts[formats.PATH].with_(edits(method, ops))
    return {**documents, formats.PATH: parse(formats.PATH, texts[formats.PATH].text.encode())}
