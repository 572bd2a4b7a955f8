"""The lessons as an Atom feed, with what was withdrawn or corrected in the handbook, for who follows them in a reader."""

from __future__ import annotations

import datetime
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handboek.changes import CORRECTED, changes
from handboek.handbook import Handbook
from handboek.markdown import plain

ATOM = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True)
class Entry:
    """Something that the feed tells."""

    date: datetime.date
    title: str
    summary: str
    address: str
    id: str
    """What it is to a reader: who comes back with the same id takes the place of what they knew."""


def entries(handbook: Handbook) -> list[Entry]:
    """What the feed tells, the newest first. A lesson that was withdrawn takes the place of itself."""
    return sorted(_entries(handbook), key=lambda entry: entry.date, reverse=True)


def _entries(handbook: Handbook) -> Iterator[Entry]:
    for piece in handbook.offered.pieces.values():
        if piece.kind.order == "newest":
            yield Entry(piece.data.date, plain(piece.title), plain(piece.summary), piece.address, piece.address)
    for change in changes(handbook):
        address = change.piece.address
        apart = f"#{change.kind}-{change.date}{f'-{change.nth + 1}' if change.nth else ''}"
        title = f"{change.kind.capitalize()}: {plain(change.piece.title)}"
        yield Entry(change.date, title, plain(change.said), address, address + apart * (change.kind == CORRECTED))


def atom(handbook: Handbook, site: str) -> str:
    """The feed as XML; `site` is the address of the site. Its dates are those of the content, never of the build."""
    ET.register_namespace("", ATOM)
    told = entries(handbook)
    feed = ET.Element(f"{{{ATOM}}}feed")
    _add(feed, "title", f"{handbook.method.name}: lessen en correcties")
    _add(feed, "id", f"{site}lessen/")
    _add(feed, "updated", f"{max((entry.date for entry in told), default=handbook.method.checked)}T00:00:00Z")
    ET.SubElement(feed, f"{{{ATOM}}}link", href=f"{site}lessen/" if "lessen" in handbook.lists else site)
    ET.SubElement(feed, f"{{{ATOM}}}link", href=f"{site}lessen.xml", rel="self")
    author = ET.SubElement(feed, f"{{{ATOM}}}author")
    _add(author, "name", handbook.method.name)
    for one in told:
        entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "title", one.title)
        _add(entry, "id", site + one.id)
        _add(entry, "updated", f"{one.date}T00:00:00Z")
        _add(entry, "summary", one.summary)
        ET.SubElement(entry, f"{{{ATOM}}}link", href=site + one.address)
    ET.indent(feed)
    return ET.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{tag}").text = text


def write(handbook: Handbook, site: str, folder: Path) -> None:
    """Write `lessen.xml` into the site."""
    (folder / "lessen.xml").write_text(atom(handbook, site), encoding="utf-8")
