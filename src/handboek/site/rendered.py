"""A page of the site as it was built, read once for all that look at it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

ASKING = {"audio", "embed", "iframe", "img", "input", "link", "object", "script", "source", "track", "video"}
"""Elements whose address a browser asks for by itself."""
TOLD = {"alternate", "alternate feed", "canonical"}
"""What a `link` says of a page without anybody asking for it."""


@dataclass
class BuiltPage(HTMLParser):
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
    _script: list[str] | None = None

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name in ("href", "src", "action", "formaction", "poster", "data", "xlink:href") and tag != "base":
                self.links.append(value)
                if tag in ASKING and given.get("rel", "") not in TOLD:
                    self.asked.append(value)
            elif name == "id":
                self.ids.append(value)
            elif name.startswith("on") or name == "srcdoc":
                self.handlers.append(f"{name}={value}")
        if tag == "script" and "src" not in given and not given.get("type", "").startswith("application/"):
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None


def read(site: Path) -> dict[str, BuiltPage]:
    """Every page under `site` by its path."""
    pages = {}
    for file in sorted(site.rglob("*.html")):
        page = BuiltPage()
        page.feed(file.read_text(encoding="utf-8"))
        page.close()
        pages[file.relative_to(site).as_posix()] = page
    return pages
