"""References lead to a piece that exists, of the kind that the field asks for."""

from __future__ import annotations

from collections.abc import Iterator

from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.messages import did_you_mean
from handboek.model.kinds import BY_TYPE
from handboek.model.text import Refers

CODE = "verwijzing"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each reference that leads nowhere. A piece whose own file is wrong counts as existing."""
    slugs: dict[str, set[str]] = {}
    for entry in handbook.entries:
        slugs.setdefault(entry.kind.type, set()).add(entry.slug)
    slugs["topic"] = {topic.id for piece in handbook.of("method") for topic in piece.data.topics}
    addresses = {piece.address.strip("/") for piece in handbook.pieces.values() if ":" not in piece.address}
    for piece in handbook.pieces.values():
        for leaf in piece.leaves():
            if not isinstance(leaf.marker, Refers):
                continue
            known = addresses if leaf.marker.kind == "address" else slugs.get(leaf.marker.kind, set())
            if leaf.value in known or (leaf.marker.kind == "address" and _broken(leaf.value, slugs)):
                continue
            if piece.type == "redirect" and leaf.loc[0] == "from_":
                continue
            place = piece.place(leaf.loc)
            name = {"address": "stuk", "topic": "onderwerp"}.get(leaf.marker.kind) or BY_TYPE[leaf.marker.kind].name
            yield Finding(
                piece.path,
                place.line,
                place.column,
                CODE,
                f"Er is geen {name} `{leaf.value}`.",
                did_you_mean(leaf.value, sorted(known)) or "Kijk of de naam klopt, of maak het stuk eerst.",
            )


def _broken(address: str, slugs: dict[str, set[str]]) -> bool:
    """Whether the address is that of a piece that exists but could not be read."""
    folder, _, slug = address.rpartition("/")
    return any(
        kind.folder and folder.split("/")[0] == kind.folder and slug in slugs.get(kind.type, set())
        for kind in BY_TYPE.values()
    )
