"""The lessons as an Atom feed, for who follows them in a reader."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

from handboek.handbook import Handbook
from handboek.markdown import plain

ATOM = "http://www.w3.org/2005/Atom"


def atom(handbook: Handbook, site: str) -> str:
    """The feed as XML; `site` is the address of the site. Its dates are those of the lessons, never of the build."""
    ET.register_namespace("", ATOM)
    lessons = [piece for piece in handbook.of("lesson") if not piece.draft]
    feed = ET.Element(f"{{{ATOM}}}feed")
    _add(feed, "title", f"{handbook.method.name}: lessen")
    _add(feed, "id", f"{site}lessen/")
    _add(feed, "updated", f"{max((lesson.data.date for lesson in lessons), default=handbook.method.checked)}T00:00:00Z")
    ET.SubElement(feed, f"{{{ATOM}}}link", href=f"{site}lessen/")
    ET.SubElement(feed, f"{{{ATOM}}}link", href=f"{site}lessen.xml", rel="self")
    author = ET.SubElement(feed, f"{{{ATOM}}}author")
    _add(author, "name", handbook.method.name)
    for lesson in lessons:
        entry = ET.SubElement(feed, f"{{{ATOM}}}entry")
        _add(entry, "title", plain(lesson.title))
        _add(entry, "id", site + lesson.address)
        _add(entry, "updated", f"{lesson.data.date}T00:00:00Z")
        _add(entry, "summary", plain(lesson.summary))
        ET.SubElement(entry, f"{{{ATOM}}}link", href=site + lesson.address)
    ET.indent(feed)
    return ET.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def _add(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, f"{{{ATOM}}}{tag}").text = text


def write(handbook: Handbook, site: str, folder: Path) -> None:
    """Write `lessen.xml` into the site."""
    (folder / "lessen.xml").write_text(atom(handbook, site), encoding="utf-8")
