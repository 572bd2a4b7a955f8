"""A page of the site as it was built, read once for all that look at it.

A page as we write them is a row of whole tags, and such a row is scanned. Anything else, such as a quote that nobody closed,
goes to Python's own parser, which is ten times as slow and takes whatever a browser takes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

ASKING = {"audio", "embed", "iframe", "img", "input", "link", "object", "script", "source", "track", "video"}
"""Elements whose address a browser asks for by itself."""
TOLD = {"alternate", "alternate feed", "canonical"}
"""What a `link` says of a page without anybody asking for it."""
ADDRESSES = {"href", "src", "action", "formaction", "poster", "data", "xlink:href"}
"""The attributes that hold an address."""

NAME = r"[a-zA-Z][a-zA-Z0-9:._-]*+"
VALUE = r"""(?:="[^"]*+"|='[^']*+')?"""
ATTRIBUTE = re.compile(rf"""\s({NAME})({VALUE})""")
ATTRIBUTES = rf"""(?:\s++{NAME}{VALUE})*+\s*+"""
TOKEN = re.compile(
    rf"""<script(?P<script>{ATTRIBUTES})>(?P<code>(?:[^<]|<(?!/?script|!--))*+)</script>"""
    rf"""|<(?!script|style)(?P<tag>{NAME})(?P<attributes>{ATTRIBUTES})/?>|</{NAME}>|<!doctype html>""",
    re.IGNORECASE,
)
"""What a page may be made of to be scanned, beside text without `<`."""


@dataclass
class BuiltPage:
    """What stands in one page."""

    links: list[str] = field(default_factory=list)
    """The address of each link, script, style and picture, in order."""
    asked: list[str] = field(default_factory=list)
    """Those that a browser asks for when the page opens."""
    ids: list[str] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    """The code of each script that stands in the page itself."""
    handlers: list[str] = field(default_factory=list)
    """Attributes that run code."""
    tags: set[str] = field(default_factory=set)

    def begin(self, tag: str, given: Mapping[str, str]) -> None:
        """Note an element with its attributes, by their names in small letters."""
        self.tags.add(tag)
        for name, value in given.items():
            if name in ADDRESSES and tag != "base":
                self.links.append(value)
                if tag in ASKING and given.get("rel", "") not in TOLD:
                    self.asked.append(value)
            elif name == "id":
                self.ids.append(value)
            elif name.startswith("on") or name == "srcdoc":
                self.handlers.append(f"{name}={value}")


class _Parser(HTMLParser):
    """Reads a page of whatever shape."""

    def __init__(self) -> None:
        super().__init__()
        self.page = BuiltPage()
        self.code: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.page.begin(tag, given)
        if tag == "script" and _runs(given):
            self.code = []

    def handle_data(self, data: str) -> None:
        if self.code is not None:
            self.code.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self.code is not None:
            self.page.scripts.append("".join(self.code))
            self.code = None


def read(site: Path) -> dict[str, BuiltPage]:
    """Every page under `site` by its path."""
    return {
        file.relative_to(site).as_posix(): page(file.read_text(encoding="utf-8"))
        for file in sorted(site.rglob("*.html"))
    }


def page(html: str) -> BuiltPage:
    """What stands in a page with this text."""
    return scanned(html) or parsed(html)


def parsed(html: str) -> BuiltPage:
    """What Python's parser finds in a page."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    return parser.page


def scanned(html: str) -> BuiltPage | None:
    """The same of a page that is a row of whole tags; nothing where it is not."""
    made, end = BuiltPage(), 0
    for token in TOKEN.finditer(html):
        if html.find("<", end, token.start()) >= 0:
            return None
        end = token.end()
        if tag := token["tag"]:
            attributes = token["attributes"]
            made.begin(tag.lower(), _given(attributes) if attributes else {})
        elif (code := token["code"]) is not None:
            given = _given(token["script"])
            made.begin("script", given)
            if _runs(given):
                made.scripts.append(code)
    return made if html.find("<", end) < 0 else None


@lru_cache(maxsize=10_000)
def _given(attributes: str) -> Mapping[str, str]:
    """Attributes by their names; kept, since most pages have most elements of their frame in common."""
    return {name.lower(): unescape(value[2:-1]) for name, value in ATTRIBUTE.findall(attributes)}


def _runs(given: Mapping[str, str]) -> bool:
    """Whether what stands in a script with these attributes runs."""
    return "src" not in given and not given.get("type", "").startswith("application/")
