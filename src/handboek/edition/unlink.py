"""Links, calls and marks in running text that name what is left out: they give way to their words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from handboek.document import Document
from handboek.edition.along import Gone
from handboek.model.kinds import KINDS
from handboek.model.macros import IN_A_SENTENCE, MACROS
from handboek.model.text import CITED
from handboek.patched import Edit, Spot

LINK = re.compile(r"(?<!!)\[((?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*([^()\s]+)(?:\s+[\"'][^\"'()]*[\"'])?\s*\)")
"""A link with its words and its address; a picture is none."""
CALL = re.compile(rf"""\{{\{{ *({"|".join(MACROS)})\( *["']([a-z0-9-]+)["'] *\) *\}}\}}""")
"""A call that names a piece."""
SOURCES = tuple(kind.type for kind in KINDS if kind.cited)
ALONE = re.compile(r"[ \t]*+(?:(?:[-*+]|(?<!\d)\d++[.)])[ \t]++)?")
"""All that may stand before a call that makes up a line."""


def unlinked(document: Document, gone: Gone, title: Callable[[str, str], str]) -> Iterator[tuple[Edit, Spot]]:
    """The edits that take these out of a file, each with where it is said that their piece is left out.

    `title` gives what a piece is called, by its type and slug: in a sentence the words of the link stay.
    """
    text = document.text
    for found in LINK.finditer(text):
        if why := _why(found[2], gone):
            yield Edit(found.start(), found.start(1), ""), why
            yield Edit(found.end(1), found.end(), ""), why
    for found in CITED.finditer(text):
        if why := next((why for type_ in SOURCES if (why := gone.pieces.get((type_, found[1])))), None):
            yield Edit(found.start(), found.end(), ""), why
    for found in CALL.finditer(text):
        why = gone.pieces.get((MACROS[found[1]], found[2]))
        if why:
            yield _without(text, found, title(MACROS[found[1]], found[2])), why


def _without(text: str, call: re.Match[str], title: str) -> Edit:
    """The edit for a call: with its line where that holds nothing else."""
    start, end = text.rfind("\n", 0, call.start()) + 1, text.find("\n", call.end())
    end = len(text) if end < 0 else end
    if ALONE.fullmatch(text[start : call.start()]) and not text[call.end() : end].strip():
        empty_before = text[:start].endswith("\n\n")
        empty_after = text[end : end + 2] == "\n\n"
        return Edit(start, min(end + 1 + (empty_before and empty_after), len(text)), "")
    return Edit(call.start(), call.end(), title if call[1] in IN_A_SENTENCE else "")


def _why(link: str, gone: Gone) -> Spot | None:
    """Where it is said that what a link leads to is left out. A PDF goes with its piece, and a page may be named by its file."""
    path, _, part = link.partition("#")
    if path.endswith(".md") and "/" not in path:
        path = f"/{path.removesuffix('.md')}/"
    if not path.startswith("/"):
        return None
    page = path.strip("/")
    if page.endswith(".pdf"):
        stem = page.removesuffix(".pdf")
        parts = stem.split("-")
        return next((why for end in range(len(parts), 0, -1) if (why := gone.at("-".join(parts[:end])))), None)
    return gone.at(f"{page}/#{part}" if part else page)
