"""What a hand-written page may call: pieces of the handbook, put in by the site's engine, or here for paper."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps

from markupsafe import Markup, escape

from handboek import comparison, hours, markdown
from handboek.handbook import Piece
from handboek.headings import Headings
from handboek.model.macros import IN_A_SENTENCE, MACROS
from handboek.render import pictures
from handboek.render.handwritten import Calls, with_parts
from handboek.render.renderer import Renderer

CALL = re.compile(r"""\{\{\s*(\w+)\(\s*(?:(["'])([\w-]*)\2\s*)?\)\s*\}\}""")
"""A call in the text of a page; the rule `sjabloon` refuses every other."""
HEADING = re.compile(r'<h[2-5] id="')
PICTURE = re.compile(r"<p><img\b[^>]*></p>\n?")
"""A picture by itself: it stands on the site, and paper has what it shows in words."""
TITLE = re.compile(r"\A\s*# .*\n")
"""The title that a page begins with: a sheet has its own."""


def parts(renderer: Callable[[], Renderer], calls: Callable[[], Calls]) -> list[Callable[..., str]]:
    """The macros for the content of `renderer()`: `stap`, `checklist`, `werkblad`, `gesprek` and `nummer`, each by slug,
    and what follows from all of it.

    Each keeps its piece among the `calls()` of the page that is read, and gives the mark that stands for it.
    """

    def find(type_: str, slug: str) -> Piece:
        piece = renderer().handbook.get(type_, slug)
        if piece is None:
            raise ValueError(f"Er is geen {type_} met de naam {slug}.")
        return piece

    def put(template: str, piece: Piece, **values: object) -> Markup:
        """The piece in a template; nothing of what was withdrawn."""
        return Markup("") if piece.withdrawn else renderer().fill(template, **values)

    def stap(slug: str) -> Markup:
        """A step as a card with a link."""
        step = find(MACROS["stap"], slug)
        return put("pieces/parts/step.html", step, step=step)

    def checklist(slug: str) -> Markup:
        """The checklist of a step."""
        step = find(MACROS["checklist"], slug)
        return put("pieces/parts/checklist.html", step, items=step.data.checklist, owner=step)

    def tool(type_: str, slug: str) -> Markup:
        piece = find(type_, slug)
        return put("pieces/parts/tool.html", piece, tool=piece)

    def werkblad(slug: str) -> Markup:
        """A link to a worksheet."""
        return tool(MACROS["werkblad"], slug)

    def gesprek(slug: str) -> Markup:
        """A link to a conversation guide."""
        return tool(MACROS["gesprek"], slug)

    def samenhang() -> Markup:
        """A picture of how the pieces hang together."""
        return Markup(pictures.coherence(renderer().offered))

    def uren() -> Markup:
        """What all steps cost in hours, as a table."""
        return renderer().fill("pieces/parts/hours.html", count=hours.counted(renderer().offered))

    def getal(name: str) -> Markup:
        """A figure that follows from the hours of the steps."""
        return escape(hours.figure(renderer().offered, name))

    def vergelijking() -> Markup:
        """The made-up comparison of this method, counted; nothing where it has none."""
        data = renderer().handbook.one("comparison")
        if data is None:
            return Markup("")
        values = {"data": data, "result": comparison.compared(data)}
        return renderer().fill(
            "pieces/parts/comparison.html", **values, percent=comparison.percent, points=comparison.points
        )

    def nummers() -> Markup:
        """Every telephone number of the handbook, as a table."""
        return renderer().fill("pieces/parts/numbers.html", numbers=renderer().offered.of("number"))

    def nummer(slug: str) -> Markup:
        """A telephone number, to tap."""
        number = find(MACROS["nummer"], slug).data
        return Markup('<a href="{}">{}</a>').format(number.tel, number.number)

    def marked(macro: Callable[..., Markup]) -> Callable[..., str]:
        @wraps(macro)
        def call(*slug: str) -> str:
            return calls().mark(macro(*slug), inline=macro.__name__ in IN_A_SENTENCE)

        return call

    return [
        marked(macro)
        for macro in (stap, checklist, werkblad, gesprek, samenhang, uren, getal, vergelijking, nummers, nummer)
    ]


def printed(renderer: Renderer, piece: Piece) -> Markup:
    """The text of a page that is written by hand as it stands on paper, below the title of its sheet."""
    text, calls = TITLE.sub("", piece.entry.document.body), Calls([])
    if piece.data.macros:
        macros = {macro.__name__: macro for macro in parts(lambda: renderer, lambda: calls)}
        text = CALL.sub(lambda call: macros[call[1]](*filter(None, call.groups()[2:])), text)
    html = str(markdown.block(text, Headings()))
    html = PICTURE.sub("", html)
    # Several pages stand in one document: each spot is named after its page, as the links to it are.
    html = HEADING.sub(rf"\g<0>{piece.address}:", html)
    return Markup(with_parts(html, calls.parts))
