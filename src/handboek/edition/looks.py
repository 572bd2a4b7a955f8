"""An edition's own name, colour and addresses, in the place of those of the base."""

from __future__ import annotations

from handboek import formats
from handboek.document import Document
from handboek.edition.splice import Op, edits
from handboek.model.edition import Edition
from handboek.parse import parse
from handboek.patched import Patched, Spot

FIELDS = {"name": "name", "short": "short", "colour": "colour", "url": "url", "mail": "mail"}
"""The fields of an edition that take the place of those of the method, by what the method calls them."""
ALIASES = {"name": "naam", "short": "kort", "colour": "kleur", "url": "url", "mail": "mail"}


def apply(
    edition: Edition, texts: dict[str, Patched], documents: dict[str, Document], said: Document
) -> dict[str, Document]:
    """The documents with what the edition says of itself in the method; `texts` follows."""
    method = documents.get(formats.PATH)
    if method is None or method.node is None:
        return documents
    ops = []
    for name, field in FIELDS.items():
        value = getattr(edition, field)
        there = method.data.get(name)
        # An address of the base is never that of an edition: readers would report a mistake to others.
        if value is None and name in ("url", "mail", "short") and there is not None:
            ops.append(Op((name,), "remove"))
        elif value is not None:
            place = said.place((ALIASES[name],))
            ops.append(
                Op((name,), "replace" if there is not None else "set", value, Spot(said.path, place.line, place.column))
            )
    if "repo" in method.data:
        ops.append(Op(("repo",), "remove"))
    texts[formats.PATH] = texts[formats.PATH].with_(edits(method, ops))
    return {**documents, formats.PATH: parse(formats.PATH, texts[formats.PATH].text.encode())}
