"""An edition's own name, colour and addresses, in the place of those of the base."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from handboek import formats, house_style, logo, sender
from handboek.anchors import anchor
from handboek.document import Document, Loc
from handboek.edition.splice import Op, edits
from handboek.finding import Finding
from handboek.model.edition import Edition
from handboek.parse import parse
from handboek.patched import Patched, Spot
from handboek.wording import nearest, quoted

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


def problems(root: Path, edition: Edition, said: Document) -> Iterator[Finding]:
    """Why the logo or the house style of an edition cannot be used."""
    if edition.logo:
        yield from _problem("logo", "Het logo", logo, root, said)
    if edition.template:
        yield from _problem("sjabloon", "Het sjabloon", house_style, root, said)


def _problem(field: str, called: str, reader: Any, root: Path, said: Document) -> Iterator[Finding]:
    """Why a file that stands beside `editie.yml` cannot be used; `reader` has `read`, `Unfit` and `ENDS`."""
    place, name = said.place((field,)), str(said.data[field])
    try:
        reader.read(root / name)
    except OSError:
        named = [file.name for file in sorted(root.iterdir()) if file.suffix.lower() in reader.ENDS]
        what = f"{called} `{name}` staat niet naast `{said.path}`."
        helps = "" if named else "Zet het bestand daar neer, of haal deze regel weg."
        near = nearest(name, named, 0) if named else ""
        yield Finding(said.path, place.line, place.column, "uitgave", what, helps, suggestion=near or "")
    except reader.Unfit as error:
        what = error.what if name in error.what else f"{called} `{name}` kan zo niet mee. {error.what}"
        yield Finding(said.path, place.line, place.column, "uitgave", what, error.helps, width=place.width)


def unreached(edition: Edition, said: Document) -> Iterator[Finding]:
    """What somebody filled in about who can be reached that comes out nowhere, or by which nobody is reached."""
    yield from _misdialled(edition, said)
    for index, one in enumerate(edition.contacts):
        loc: Loc = ("contact", index, "functie")
        if not (one.phone or one.mail):
            yield _unreached(said, loc, f"Bij `{one.role}` staat geen nummer en geen mailadres.", REACH)
        if one.role.lower() in (other.role.lower() for other in edition.contacts[:index]):
            what = f"`{one.role}` staat er twee keer. In een brief komt alleen het laatste nummer."
            yield _unreached(said, loc, what, "Geef elke functie een eigen naam, of haal er een weg.")
    if edition.privacy and not (edition.privacy.phone or edition.privacy.mail):
        what = f"Bij `{edition.privacy.role}` staat geen nummer en geen mailadres."
        yield _unreached(said, ("privacy", "functie"), what, REACH)
    if edition.hours and not edition.phone:
        what = "`bereikbaar` staat op brieven en kaarten achter jullie nummer, en dat is er niet."
        yield _unreached(said, ("bereikbaar",), what, "Vul ook `telefoon` in, of haal deze regel weg.")


REACH = "Vul `telefoon` of `mail` in, zodat iemand deze functie bereikt, of haal haar weg."


def uncalled(edition: Edition, said: Document, documents: Iterable[Document]) -> Iterator[Finding]:
    """The functions of which a letter asks the number, where contacts are named and these are not."""
    named = {anchor(one.role) for one in edition.contacts}
    lacking = [one for one in sender.asked(document.text for document in documents) if one not in named]
    if edition.contacts and lacking:
        what = f"De brieven vragen om het nummer van {quoted(lacking, 'en')}, en dat staat niet bij `contact`. Daar blijft een lege plek."
        helps = "Zet die functie erbij, zo geschreven. Een andere functie staat alleen op de bladzijde Contact."
        yield _unreached(said, ("contact",), what, helps)


SHORT = ("0800", "0900", "0906", "0909", "14", "11", "+")
"""How a number begins that may have fewer digits than others, or is not of the Netherlands."""
DIGITS = 10


def _misdialled(edition: Edition, said: Document) -> Iterator[Finding]:
    """Numbers of the Netherlands that have a digit too few or too many."""
    places: list[tuple[Loc, str | None]] = [(("telefoon",), edition.phone)]
    places += [(("contact", index, "telefoon"), one.phone) for index, one in enumerate(edition.contacts)]
    places += [(("privacy", "telefoon"), edition.privacy.phone)] if edition.privacy else []
    for loc, number in places:
        digits = re.sub(r"\D", "", (number or "").replace("+31", "0", 1))
        begins = f"+{digits}" if (number or "").startswith("+") and not (number or "").startswith("+31") else digits
        if number and not begins.startswith(SHORT) and len(digits) != DIGITS:
            what = f"`{number}` heeft {len(digits)} cijfers. Een nummer in Nederland heeft er {DIGITS}."
            yield _unreached(said, loc, what, "Kijk het na, en bel het een keer: het staat op brieven en kaarten.")


def _unreached(said: Document, loc: Loc, what: str, helps: str) -> Finding:
    place = said.place(loc)
    return Finding(said.path, place.line, place.column, "uitgave", what, helps, "warning", width=place.width)


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
