"""Een link in een tekst leidt ergens heen.

Een link naar een ander stuk schrijf je als op de website, met een schuine streep vooraan en achteraan:
`[praatje](/gesprekken/praatje/)`. Een link naar buiten begint met `https://`.

Goed:

    # docs/over-deze-methode.md
    Zie [het rondje](/fasen/kijken/rondje-lopen/) en [het lijstje](/werkbladen/lijstje/).

Fout:

    # docs/over-deze-methode.md
    Zie [het rondje](/fasen/kijken/rondje-lope/) en [het lijstje](../werkbladen/lijstje.md).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from handboek.anchors import ADDRESSES, FILES
from handboek.checks.passages import Passage, passages
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.headings import Headings
from handboek.markdown import block
from handboek.model.kinds import BY_TYPE
from handboek.wording import nearest, shown

CODE = "link"
SEVERITY = "error"

TERMS = BY_TYPE["term"]
"""The kind of which the list has an anchor for each piece and no others."""
NAMES = {"title", "name", "short", "subtitle", "term"}
"""The fields by which lists and other pages name a piece, inside a link that leads to it."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each link that leads nowhere, or to an anchor that is not there."""
    known = addresses(handbook)
    for passage in passages(handbook):
        for mark in passage.marks:
            if mark.kind != "link":
                continue
            if passage.loc and passage.loc[-1] in NAMES:
                what = "In een titel kan geen link staan: de titel is in lijsten zelf een link."
                yield passage.say_mark(mark, what, "Haal de link weg, en zet hem in de tekst.")
                continue
            wrong = _wrong(handbook, passage, mark.words, known)
            if wrong:
                what, helps, meant = wrong
                yield passage.say_mark(mark, what, helps, suggestion=meant)


def addresses(handbook: Handbook) -> set[str]:
    """The address of every page, without slashes around it. A piece whose file is wrong counts."""
    pages = {
        piece.address.partition("#")[0].strip("/") for piece in handbook.pieces.values() if ":" not in piece.address
    }
    return pages | handbook.lists.keys() | {address.strip("/") for address in ADDRESSES} | {""}


def _wrong(handbook: Handbook, passage: Passage, link: str, known: set[str]) -> tuple[str, str, str] | None:
    """What is wrong with a link, what to do, and what was meant."""
    try:
        parts = urlsplit(link)
    except ValueError:
        return f"De link `{shown(link)}` is geen adres.", "Kijk of het adres klopt.", ""
    if parts.scheme or link.startswith("//"):
        if parts.scheme == "mailto" and "@" not in parts.path:
            return f"De link `{shown(link)}` is geen e-mailadres.", "Schrijf `mailto:naam@organisatie.nl`.", ""
        return None  # the rule about unsafe links looks at these
    path, fragment = unquote(parts.path), unquote(parts.fragment)
    if not path and not fragment:
        return "Deze link heeft geen adres.", "Zet het adres tussen de haakjes: `[tekst](adres)`.", ""
    if path and not path.startswith("/"):
        return _relative(handbook, passage, path, known)
    target = path.strip("/")
    if path and not _exists(handbook, target, known):
        meant = nearest(target, sorted(known)) or ""
        helps = "" if meant else "Kijk in de adresbalk van de website hoe het adres precies is."
        return f"De link `{shown(link)}` leidt nergens heen.", helps, meant and f"/{meant}/"
    names = _anchors(handbook, target if path else None, passage)
    if fragment and names is not None and fragment not in names:
        meant = nearest(fragment, names) or ""
        helps = "" if meant else "Kijk hoe de kop heet waar je naartoe wilt."
        return f"Op de bladzijde is geen plek `#{fragment}`.", helps, meant and f"#{meant}"
    return None


def _exists(handbook: Handbook, target: str, known: set[str]) -> bool:
    if target in known or target in FILES or target.startswith(("assets/", "schema/")):
        return True
    if f"docs/{target}" in handbook.documents or handbook.may_hold(target):
        return True
    folder, _, name = target.rpartition("/")
    if not name.endswith(".pdf"):
        return False
    slug = name.split(".")[0]
    return any(
        entry.kind.sheet
        and folder.split("/")[0] == entry.kind.folder
        and re.fullmatch(rf"{re.escape(entry.slug)}(-[A-Za-z0-9]+)*", slug)
        for entry in handbook.entries
    )


def _relative(handbook: Handbook, passage: Passage, path: str, known: set[str]) -> tuple[str, str, str] | None:
    """A link that counts from the file: only hand-written pages may, and only to one another."""
    own = passage.entry.spot(passage.loc)[0]
    there = posixpath.normpath(posixpath.join(posixpath.dirname(own), path))
    if passage.entry.kind.written and there in handbook.documents:
        return None
    if there.startswith(".."):
        return (
            f"De link `{shown(path)}` leidt naar buiten het project.",
            "Schrijf het adres op de website, met `/` vooraan.",
            "",
        )
    site = re.sub(r"(index)?\.(md|html|yml)$", "", posixpath.normpath(posixpath.join("/", path)).strip("/"))
    meant = site if site in known else nearest(site, sorted(known)) or ""
    what = f"De link `{shown(path)}` leidt nergens heen."
    return what, "" if meant else "Schrijf het adres op de website, met `/` vooraan.", meant and f"/{meant}/"


def _anchors(handbook: Handbook, target: str | None, passage: Passage) -> frozenset[str] | None:
    """The anchors on a page, where the content alone tells them."""
    piece = handbook.at(target) if target is not None else None
    page = passage.entry if target is None else piece.entry if piece else None
    if page is not None and page.kind.written and page.prose:
        return _page_anchors(page.prose.body)
    if target == TERMS.folder:
        return frozenset(entry.slug for entry in handbook.entries if entry.kind is TERMS) or None
    return None


@lru_cache(maxsize=1_000)
def _page_anchors(body: str) -> frozenset[str]:
    """The anchors of a hand-written page: those that its page gives."""
    headings = Headings()
    block(body, headings, highest=1)
    return frozenset(heading.id for heading in headings.found)
