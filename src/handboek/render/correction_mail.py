"""The mail with which a reader says that something is wrong: made here once, for every page and every sheet.

It is a link and nothing more. Nothing is sent before the reader sends it, from a mail program of their own.
"""

from __future__ import annotations

from urllib.parse import quote

from handboek import dutch

LIMIT = 1800
"""How long the link may become with what a script adds; some mail programs cut off what is longer than 2,000 signs."""
ROOM = 1100
"""How long it is at most without that."""
ASKED = "Wat klopt er niet, en wat moet het zijn?"
WARNED = "Schrijf geen namen of adressen van {} in deze mail."
"""What the mail asks of its writer, with for whom the method is."""
LINE = "%0D%0A"
"""The end of a line in a mail, encoded."""
PLACE = "Waar op de bladzijde: "
"""The last words of the mail, so that a script which knows the place writes it behind them."""


def address(mail: str) -> str:
    """The link that opens a mail to this address, with nothing filled in."""
    return f"mailto:{quote(mail, safe='@+')}"


def link(mail: str, title: str, url: str, release: str, version: str = "", *, people: str = "mensen") -> str:
    """The link that opens a mail about the page or sheet at `url`.

    `title` is plain text; it is cut where the link would grow too long. `release` is a month as the content writes it
    (`2026-11`); `people` are those of whom nobody writes a name; `version` is what the sheet of a piece says, nothing for a page that is no piece. Never raises.
    """
    edition = f"Uitgave {dutch.month(release)}{f', versie {version}' if version else ''}"
    lines = (ASKED, "", "", "", WARNED.format(people), "", f"Bladzijde: {url}", edition, PLACE)
    start, end = f"{address(mail)}?subject=", f"&body={LINE.join(map(_said, lines))}"
    subject = " ".join(f"Klopt dit niet? {title}".split())
    return start + _fitting(subject, ROOM - len(start) - len(end)) + end


def _fitting(text: str, room: int) -> str:
    """As much of a text as fits, encoded; whole signs only."""
    if len(whole := _said(text)) <= room:
        return whole
    ending = _said("…")
    while text and len(_said(text)) + len(ending) > room:
        text = text[:-1]
    return _said(text.rstrip()) + ending


def _said(text: str) -> str:
    return quote(text, safe="", errors="replace")
