"""Markdown to HTML. HTML in the text stays text, and only links that can do no harm become links."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from handboek.headings import Headings
from handboek.model.text import CITED

TAGS = {
    "a",
    "h1",
    "p",
    "em",
    "strong",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h2",
    "h3",
    "h4",
    "h5",
    "code",
    "pre",
    "hr",
    "br",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "ol": {"start"},
    "img": {"src", "alt"},
    "th": {"scope"},
    **{tag: {"id"} for tag in ("h1", "h2", "h3", "h4", "h5")},
}


HTML = re.compile(r"<(?=[a-zA-Z/!?])(?!(?:https?://|mailto:)[^\s<>]{1,2000}>)")
"""Where a browser would begin a tag or a comment, also where CommonMark would not; a link between angle brackets is none."""


def parser(of: type[MarkdownIt] = MarkdownIt) -> MarkdownIt:
    """A parser of the Markdown of this project: CommonMark with tables, in which HTML is text."""
    return of("commonmark", {"html": False}).enable("table")


def _own_address(address: str) -> bool:
    """Whether an address is a page or picture of this site, or a link out that can do no harm."""
    return bool(re.match(r"(/(?!/)|#|https://|mailto:|tel:)", address, re.IGNORECASE))


def _shown() -> MarkdownIt:
    made = parser()
    made.validateLink = _own_address  # type: ignore[method-assign, assignment]
    return made


PARSER = _shown()


@lru_cache(maxsize=20_000)
def line(text: str) -> Markup:
    """Markdown of the line kind: emphasis and links."""
    return Markup(_clean(PARSER.renderInline(text.strip())))


def closed(lines: Sequence[str], markup: str) -> bool:
    """Whether a block of code (its lines, with the opening) ends in the signs with which it began.

    Where it does not, a parser takes all that follows for code.
    """
    last = lines[-1].strip(" \t>") if len(lines) > 1 else ""
    return last.startswith(markup) and not last.strip(markup[0])


def block(
    text: str,
    headings: Headings | None = None,
    shift: int = 0,
    highest: int = 2,
    cite: Callable[[tuple[str, ...]], str] = lambda keys: "",
) -> Markup:
    """Paragraphs, lists and subheadings; a heading of level 2 becomes level 2 + `shift`, and none above `highest`.

    `cite` makes the mark of the source that a sentence names; without it, such a name is left out.
    """
    tokens = PARSER.parse(text)
    for index, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            level = max(min(int(token.tag[1]) + shift, 5), highest)
            token.tag = f"h{level}"
            if headings is not None and token.type == "heading_open":
                token.attrSet("id", headings.add(level, plain(tokens[index + 1].content)))
    html = _clean(PARSER.renderer.render(tokens, PARSER.options, {}))
    return Markup(CITED.sub(lambda match: cite((match[1],)), html))


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """The words of a line of Markdown, without marks; where a line ends stands a space."""

    def words(tokens: list[Token]) -> str:
        return "".join(
            " " if t.type in ("softbreak", "hardbreak") else words(t.children) if t.children else t.content
            for t in tokens
            if t.type != "image"
        )

    return words(PARSER.parseInline(CITED.sub("", text)))


def _clean(html: str) -> str:
    """A second guard, should the parser ever let something through."""
    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes={"https", "mailto", "tel"},
        link_rel=None,
        attribute_filter=_own_picture,
    )


def _own_picture(tag: str, name: str, value: str) -> str | None:
    """The value of an attribute; nothing for a picture from elsewhere, whose owner would see who reads."""
    return None if (tag, name) == ("img", "src") and not re.match(r"/(?!/)", value) else value
