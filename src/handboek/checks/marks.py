"""The links, pictures, headings and HTML in a text of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

SPECIAL = re.compile(r"[<\[#]|^ {0,3}[=-]+ *$", re.MULTILINE)
"""What a text must hold to have any of these marks in it."""


@dataclass(frozen=True)
class Mark:
    """One link, picture, heading or piece of HTML."""

    kind: Literal["link", "image", "heading", "html"]
    words: str
    """By which it is found in the source: the address, the heading's text, the tag."""
    text: str = ""
    """What a reader sees: the text of the link or heading, the alternative of the picture."""
    level: int = 0
    """Of a heading."""
    nth: int = 0
    """How many marks before it have the same words."""


class Parser(MarkdownIt):
    """A parser that sees every link, also an unsafe one, and leaves its address as it was typed."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


PARSER = Parser("commonmark", {"html": True}).enable("table")


@lru_cache(maxsize=20_000)
def marks(text: str, block: bool) -> tuple[Mark, ...]:
    """The marks of a text, in order."""
    if not SPECIAL.search(text):
        return ()
    tokens = PARSER.parse(text) if block else PARSER.parseInline(text)
    seen: dict[str, int] = {}
    found = []
    for mark in _marks(tokens):
        nth = seen.get(mark.words, 0)
        seen[mark.words] = nth + 1
        found.append(Mark(mark.kind, mark.words, mark.text, mark.level, nth))
    return tuple(found)


def _marks(tokens: list[Token]) -> Iterator[Mark]:
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            content = tokens[index + 1].content
            yield Mark("heading", content, content, int(token.tag[1]))
        elif token.type == "html_block":
            yield Mark("html", token.content.strip().split("\n")[0])
        elif token.type == "html_inline":
            yield Mark("html", token.content.split("\n")[0])
        elif token.type == "image":
            yield Mark("image", unquote(str(token.attrGet("src") or "")), token.content)
        elif token.type == "link_open":
            yield Mark("link", str(token.attrGet("href") or ""), _label(tokens[index + 1 :]))
        if token.children:
            yield from _marks(token.children)


def _label(tokens: list[Token]) -> str:
    shown = []
    for token in tokens:
        if token.type == "link_close":
            break
        shown.append(token.content)
    return "".join(shown).strip()
