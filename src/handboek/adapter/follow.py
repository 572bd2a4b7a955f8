"""A preview that follows who writes: after a change a page is made anew when a browser asks for it, and no sooner.

The engine makes all pages at once, which takes seconds. It only does so where a change touches what stands around the
pages: their addresses, the menu, the templates. After any other change the content is read, and that is all.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import unquote

from mkdocs.commands.build import _build_page, _populate_page

from handboek import cache_keys
from handboek.load import is_picture
from handboek.site import BuildError, assets, beside
from handboek.site.pages import addresses
from handboek.site.site import Site

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation


@dataclass(frozen=True)
class Engine:
    """What the engine knew when it made all pages; with that it can make one of them again."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment

    def make(self, source: str, text: str) -> None:
        """Make the page that comes from `source`, whose text is now `text`."""
        file = self.files.src_uris[source]
        file.content_string = text
        assert file.page
        _populate_page(file.page, self.config, self.files)
        pages = self.files.documentation_pages()
        _build_page(file.page, self.config, pages, self.nav, self.env, excluded=file.inclusion.is_excluded())


def surroundings(site: Site) -> tuple[Any, ...]:
    """All that stands around pages, or is no page: as long as it is the same, each page can be made by itself."""
    handbook = site.handbook
    return (
        cache_keys.digest(cache_keys.below(site.project.templates), ()),
        site.errors,
        site.menu,
        handbook.method,
        tuple(handbook.lists.items()),
        [(piece.key, piece.address, piece.path, piece.draft) for piece in handbook.pieces.values()],
        {path: document.content for path, document in handbook.documents.items() if is_picture(path)},
        [make(handbook) for make in assets.MADE.values()],
    )


class Shows(Protocol):
    """What a preview asks of the plugin, which knows what is shown."""

    site: Site
    around: tuple[Any, ...] | None
    """The surroundings of what the engine made last; nothing where it did not get to the end."""

    def remake(self, address: str) -> None:
        """Make the page at an address anew."""

    def write_beside(self) -> None:
        """Make anew what stands beside the pages."""


@dataclass
class Preview:
    """Brings what is shown up to date: after a change as little as possible, for a request what it asks for."""

    plugin: Shows
    read: Callable[[], Site]
    """Reads the content anew. Raises `BuildError`."""
    build: Callable[[], None]
    """Lets the engine make all pages."""
    stale: set[str] = field(default_factory=set)
    """The addresses of pages that were made of older content."""
    beside_stale: bool = False
    lock: threading.Lock = field(default_factory=threading.Lock)
    """One change or one page at a time: requests come in threads."""

    def change(self) -> None:
        """Somebody saved a file."""
        with self.lock:
            site = self._read()
            if site is None or surroundings(site) != self.plugin.around:
                self.stale, self.beside_stale = set(), False
                self.build()
                return
            self.plugin.site = site
            self.stale, self.beside_stale = set(addresses(site.renderer)), True

    def _read(self) -> Site | None:
        try:
            return self.read()
        except BuildError:  # the engine's way tells what is wrong, and keeps the pages of before
            return None

    def before(self, app: WSGIApplication, mount: str) -> WSGIApplication:
        """The engine's `app` below `mount`, with what is asked for made anew first where that is out of date."""

        def answer(environ: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
            self.refresh(unquote(environ.get("PATH_INFO", "")).removeprefix(mount))
            return app(environ, start)

        return answer

    def refresh(self, path: str) -> None:
        """Somebody asks for this."""
        address = path.removesuffix("index.html")
        with self.lock:
            try:
                if address in self.stale:
                    self.stale.discard(address)
                    self.plugin.remake(address)
                elif self.beside_stale and path.startswith(beside.FILES):
                    self.beside_stale = False
                    self.plugin.write_beside()
            except Exception as error:  # whatever it is, who writes sees what there was before, and why
                print(f"{error}\nJe ziet deze bladzijde zoals ze was.", flush=True)
