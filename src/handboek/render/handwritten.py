"""A page that is written by hand: Markdown like all other content, with pieces of the handbook where it calls them.

What a call stands for never goes through Markdown. The call leaves a mark in the text, the text is rendered and cleaned as
every other text is, and only then each mark gives way to its piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from handboek import adapted, markdown
from handboek.handbook import Piece
from handboek.headings import Headings
from handboek.model.kinds import BY_TYPE
from handboek.model.macros import MACROS
from handboek.render import fetched
from handboek.render.renderer import Page, Renderer, summary, title

MARK = "\ue000{}\ue001"
"""What a call leaves in the text: the number of its part. Nobody types these signs, and who writes them in another way
finds at most a part that the page calls anyway."""
PARAGRAPH = re.compile(r"<p>((?:[^<]|<(?!/?p>))*+)</p>")
CLOSED = re.compile(r"""<(h[1-5]|code|a)\b(?:[^"<>]|"[^"]*")*+>(?:[^<]|<(?!/?\1\b))*+</\1>""")
"""What holds words only: the check refuses a call there."""
TITLE = re.compile(r"(<h1\b(?:[^<]|<(?!/?h1\b))*+</h1>)")
ANYWHERE = re.compile("\ue000([0-9]{0,4})\ue001|[\ue000\ue001]")
LONG = 5
"""So many parts make a page long: on a phone nobody sees what is further down."""
BESIDE = re.compile(r"\]\(([\w/-]+)\.md(#[\w-]+)?\)")
"""A link to another page as it is kept: `[tekst](andere-bladzijde.md)` works where somebody reads the files."""


@dataclass(frozen=True)
class Part:
    """What a call stands for."""

    html: Markup
    inline: bool = False
    """Whether it may stand in a sentence."""


@dataclass
class Calls:
    """The calls of one page, gathered while its text is read."""

    parts: list[Part]

    def mark(self, html: Markup, *, inline: bool = False) -> str:
        """Keep what a call stands for, and give the mark that stands in the text for it."""
        self.parts.append(Part(html, inline))
        return MARK.format(len(self.parts) - 1)


def page(renderer: Renderer, piece: Piece, text: str | None = None, parts: Sequence[Part] = ()) -> Page:
    """The page of a piece that is written by hand; `text` is its Markdown in which marks stand for `parts`."""
    headings = Headings()
    said = piece.entry.document.body if text is None else text
    said = BESIDE.sub(lambda link: f"](/{link[1]}/{link[2] or ''})", said)
    html = with_parts(str(markdown.block(said, headings, highest=1)), parts)
    if not any(heading.level == 1 for heading in headings.found):
        html = f"<h1>{markdown.line(piece.title)}</h1>\n{html}"
    ticks = BY_TYPE[MACROS["checklist"]] if "data-checklist" in html and not piece.withdrawn else piece.kind
    html = renderer.numbers.link(_judged(renderer, piece, _jump(renderer, renderer.terms.link(html), headings)))
    return Page(
        piece.address,
        title(piece),
        summary(piece),
        html,
        tuple(replace(heading, text=ANYWHERE.sub("", heading.text)) for heading in headings.found),
        piece.path,
        piece.type,
        () if piece.withdrawn else (*ticks.javascript, *fetched.scripts(html)),
        () if piece.withdrawn else (*ticks.styles, *fetched.styles(html)),
        bool(piece.withdrawn),
    )


def _jump(renderer: Renderer, html: str, headings: Headings) -> str:
    """A long page with a list of its parts below its title and first words, to jump by."""
    parts = [replace(one, text=ANYWHERE.sub("", one.text)) for one in headings.found if one.level == 2]
    if len(parts) < LONG:
        return html
    before, found, after = html.partition("<h2")
    return before + str(renderer.fill("pieces/parts/jump.html", parts=parts)) + found + after


def _judged(renderer: Renderer, piece: Piece, html: str) -> str:
    """The page with what was wrong in it, or is not as its base has it, above everything."""
    if piece.withdrawn:
        parts = TITLE.split(html, maxsplit=1)
        heading, body = Markup("".join(parts[1:2])), Markup("".join(parts[::2]))
        return str(renderer.fill("pieces/withdrawn.html", piece=piece, heading=heading, body=body))
    nav = str(renderer.fill("pieces/parts/languages.html", of=piece, here="nl"))
    html = TITLE.sub(lambda heading: heading[0] + nav, html, count=1) if nav.strip() else html
    wrong = piece.corrected or adapted.of(renderer.handbook, piece)
    return str(renderer.fill("pieces/parts/corrected.html", piece=piece)) + html if wrong else html


def with_parts(html: str, parts: Sequence[Part]) -> str:
    """The HTML with each mark replaced by its part; one that is no link comes below the paragraph that calls it."""

    def part(found: re.Match[str]) -> Part | None:
        return parts[int(found[1])] if found[1] and int(found[1]) < len(parts) else None

    def paragraph(found: re.Match[str]) -> str:
        called = [one for mark in ANYWHERE.finditer(found[1]) if (one := part(mark))]
        text = ANYWHERE.sub(lambda mark: str(one.html) if (one := part(mark)) and one.inline else "", found[1])
        below = [str(one.html) for one in called if not one.inline]
        return "\n".join([*([f"<p>{text}</p>"] if text.strip() or not called else []), *below])

    html = CLOSED.sub(lambda found: ANYWHERE.sub("", found[0]), html)
    html = PARAGRAPH.sub(paragraph, html)
    return ANYWHERE.sub(lambda mark: str(one.html) if (one := part(mark)) else "", html)
