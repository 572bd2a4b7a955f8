"""Een verwijzing leidt naar een stuk dat bestaat.

Een stap noemt haar gesprekken en werkbladen bij hun korte naam: de naam van het bestand. Bestaat dat stuk niet, of
is het een andere soort stuk, dan staat er straks een link die nergens heen gaat. Een verwijzing die een adres is
(`at`, `piece`, `tools`) schrijf je als `werkbladen/naam`. In alinea's zet je achter een zin de sleutel van zijn bron, als
`[^sleutel]`.

Goed:

    # phases/1-kijken/steps/rondje-lopen.yml
    guides: [praatje]
    worksheets: [lijstje, tabelletje]

Fout:

    # phases/1-kijken/steps/rondje-lopen.yml
    guides: [praaatje]
    worksheets: [lijstje, tabelletje, praatje]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import finding_at, texts
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.load import kind_of
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE, KINDS
from handboek.model.text import CITED, OWN, SLUG, Refers
from handboek.wording import nearest, quoted

CODE = "verwijzing"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each reference that leads nowhere. A piece whose own file is wrong counts as existing."""
    slugs: dict[str, set[str]] = {}
    for entry in handbook.entries:
        slugs.setdefault(entry.kind.type, set()).add(entry.slug)
    if handbook.origin:
        slugs.setdefault("source", set()).add(OWN)
    slugs["topic"] = {topic.id for piece in handbook.of("method") for topic in piece.data.topics}
    slugs["moment"] = {moment.id for piece in handbook.of("method") for moment in piece.data.words.moments}
    unknown = {"list"} | {
        kind.type for kind in KINDS if _incomplete(handbook, kind)
    }  # a list comes with its first piece
    if not handbook.of("method"):
        unknown |= {"topic", "moment"}
    addresses = {piece.address.strip("/") for piece in handbook.pieces.values() if ":" not in piece.address} - {""}
    addresses |= handbook.lists.keys()
    moved = {piece.data.from_ for piece in handbook.of("redirect")}
    for piece in handbook.pieces.values():
        if "source" not in unknown:
            yield from _marks(piece, slugs.get("source", set()))
        for leaf in piece.leaves():
            if not isinstance(leaf.marker, Refers) or (piece.type == "redirect" and leaf.loc[0] == "from_"):
                continue
            wanted, value = leaf.marker.kind, leaf.value
            if wanted in unknown:
                continue
            known = addresses if wanted == "address" else slugs.get(wanted, set())
            if value in known or (wanted == "address" and handbook.may_hold(value)):
                continue
            meant = nearest(value, sorted(known)) or ""
            others = [kind.name for kind in KINDS if wanted != "address" and value in slugs.get(kind.type, set())]
            if others:
                what = f"`{value}` is een {' of een '.join(others)}, geen {_name(wanted)}."
                yield finding_at(piece, leaf.loc, what, _elsewhere(piece, others))
                continue
            if piece.type == "redirect" and value in moved:
                yield finding_at(piece, leaf.loc, f"`{value}` is zelf een oud adres.", CHAIN)
                continue
            helps = "" if meant else GONE if piece.type == "redirect" else _help(wanted, known)
            yield finding_at(piece, leaf.loc, f"Er is geen {_name(wanted)} `{value}`.", helps, suggestion=meant)


GONE = "Haal deze doorverwijzing weg, of laat haar leiden naar wat ervoor in de plaats kwam."
"""For an old address that leads to what somebody has deleted; `rename` wrote it, so they may never have seen it."""
CHAIN = "Laat deze doorverwijzing meteen leiden naar waar het stuk nu staat."
"""For an old address that leads to another one, or in a ring back to itself."""


def _marks(piece: Piece, sources: set[str]) -> Iterator[Finding]:
    """A finding for each source in running text that is not there; a line has a field for it."""
    for passage in texts(piece.entry):
        for mark in CITED.finditer(passage.value):
            key = mark[1]
            if not passage.block or passage.loc == ("body",):
                helps = (
                    "Maak er een link naar de bron van."
                    if passage.block
                    else "Zet de sleutel van de bron bij `source`."
                )
                yield passage.say_from(*mark.span(), f"Een teken als `[^{key}]` werkt hier niet.", helps)
            elif key not in sources:
                meant = nearest(key, sorted(sources)) or ""
                helps = f"Bedoelde je `{meant}`?" if meant else _help("source", sources)
                yield passage.say_from(*mark.span(), f"Er is geen bron `{key}`.", helps)


def _incomplete(handbook: Handbook, kind: Kind) -> bool:
    """Whether a list of pieces could not be read in full: then nobody knows what is in it."""
    lists = [document for path, document in handbook.documents.items() if kind.many and kind_of(path) is kind]
    if any(not isinstance(document.data.get(kind.many), list) for document in lists):
        return True
    return any(not re.fullmatch(SLUG, entry.slug) for entry in handbook.entries if kind.many and entry.kind is kind)


def _name(wanted: str) -> str:
    return {"address": "stuk", "topic": "onderwerp", "moment": "moment"}.get(wanted) or BY_TYPE[wanted].name


def _elsewhere(piece: Piece, others: list[str]) -> str:
    """The field of the same piece where such a piece may stand."""
    types = {kind.type for kind in KINDS if kind.name in others}
    fields = [name for name in piece.kind.model.model_fields if name.rstrip("s") in types]
    return f"Zet het bij {quoted(fields)}." if fields else "Haal het hier weg."


def _help(wanted: str, known: set[str]) -> str:
    if 0 < len(known) <= 8:
        return f"Er is wel: {quoted(sorted(known), 'en')}."
    if wanted == "source":
        return "Kijk of de sleutel klopt, of zet de bron eerst in `phases/sources.yml`."
    if wanted == "topic":
        return "Zet het onderwerp eerst bij `topics` in `phases/method.yml`."
    if wanted == "moment":
        return "Zet het moment eerst bij `moments` in `phases/method.yml`."
    return "Kijk of de naam klopt, of maak het stuk eerst."
