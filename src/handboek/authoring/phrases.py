"""The fixed phrases of a language, as a PO file that goes out to who speaks it and comes back."""

from __future__ import annotations

from typing import Any

import polib  # type: ignore[import-untyped]

from handboek.authoring.edit import with_values
from handboek.handbook import Handbook
from handboek.model.introspect import fields_of
from handboek.model.translation import DUTCH, Language, Phrases
from handboek.system.arguments import WrongUse

FILE = "phases/talen.yml"
"""Where they stand, and what such a PO file says that it is of."""


def written(language: Language, metadata: dict[str, str]) -> Any:
    """The PO file: each phrase with the Dutch one, and with what it is for."""
    po = polib.POFile(wrapwidth=100)
    po.metadata = metadata
    for name, info in fields_of(Phrases).items():
        said = getattr(language.phrases, name) or ""
        po.append(polib.POEntry(msgctxt=name, msgid=getattr(DUTCH, name), msgstr=said, comment=info.about or ""))
    return po


def taken(book: Handbook, language: str, po: Any) -> tuple[str, str, list[str]]:
    """The file that comes of such a PO file: its path, its text, and what could not be taken in."""
    piece = next(one for one in book.of("language") if one.slug == language)
    if book.origin:
        raise WrongUse(f"De vaste zinnen staan in {FILE} van de methode. Stuur dit bestand naar de redactie daarvan.")
    document = book.documents[piece.path]
    number = next(at for at, one in enumerate(document.data["languages"]) if one["id"] == language)
    changed: dict[tuple[str | int, ...], str] = {}
    said: list[str] = []
    for entry in po:
        text, name = " ".join(entry.msgstr.split()), entry.msgctxt
        if entry.obsolete or not text:
            continue
        info = fields_of(Phrases).get(name or "")
        if info is None:
            said.append(f"`{name}` is geen vaste zin meer; overgeslagen.")
        elif "fuzzy" in entry.flags or entry.msgid != getattr(DUTCH, name):
            said.append(f"bij `{name}` is het Nederlands intussen anders; overgeslagen.")
        elif len(text) > info.shape.longest:
            said.append(f"bij `{name}` is de tekst langer dan {info.shape.longest} tekens; overgeslagen.")
        elif text != getattr(piece.data.phrases, name):
            changed["languages", number, "phrases", name] = text
    return piece.path, with_values(document, changed), said
