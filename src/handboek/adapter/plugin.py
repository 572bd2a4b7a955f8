"""The MkDocs plugin: pages, menu and files that the core made, given to MkDocs. No logic of its own."""

from __future__ import annotations

from dataclasses import asdict, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import get_toc

from handboek.adapter import theme
from handboek.adapter.engine import SITE
from handboek.adapter.follow import Engine, Preview, surroundings
from handboek.adapter.preview import on_demand
from handboek.checks.rules import template_command
from handboek.headings import Heading
from handboek.load import is_picture
from handboek.render import handwritten
from handboek.render.handwritten import Calls
from handboek.render.renderer import Page, relative
from handboek.resources import TEMPLATES, content_of
from handboek.site import BuildError, allowed, assets, beside, identity, social
from handboek.site.frame import frame
from handboek.site.menu import Entry
from handboek.site.pages import page_at
from handboek.site.site import Site
from handboek.wording import shown

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page as EnginePage


class Settings(Config):
    """The plugin has none: it finds the content beside `docs_dir`."""


class HandboekPlugin(BasePlugin[Settings]):
    """Adds what the core made to the site."""

    site: Site
    """What it makes pages of; a preview replaces it at each change."""
    pages: dict[str, Page]
    """The core's pages by the name of the file that MkDocs thinks they come from."""
    calls: Calls
    """What the page that is read now calls."""
    scripts: allowed.Scripts
    given: set[str]
    """Every file that the engine was given, by its name on the site."""
    engine: Engine
    """What the engine knew when it made all pages."""
    around: tuple[Any, ...] | None = None
    """The surroundings of the pages that a preview shows."""
    serving: bool

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"
        self.calls = Calls([])

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        read, self.around = SITE.get(None), None
        if read is None:  # checks, sheets, policy, list for offline use: the engine alone would make a lesser site
            raise PluginError(
                "Bouw de website met `handboek build`, en bekijk haar terwijl je schrijft met `handboek serve`."
            )
        try:
            self.site = read()
        except BuildError as error:
            if not (self.serving and hasattr(self, "site")):
                raise PluginError(str(error)) from error
            # The engine would keep the browser waiting until all is right again: who writes sees the pages of before.
            print(
                f"{error}\nJe ziet de bladzijden van voor deze fout. Verbeter het bestand, dan komen de nieuwe.",
                flush=True,
            )
            self.site = replace(self.site, errors=self.site.errors + 1)
        config.theme.dirs[0] = str(self.site.project.templates / "site")
        self.pages = {_source(page.address): page for page in self.site.pages}
        # The engine's templates print what they are given as it is, so it is given text that is HTML already.
        config.site_name = escape(self.site.handbook.method.name)
        method, templates = self.site.handbook.method, self.site.project.templates
        config.extra.update(
            errors=self.site.errors,
            colour=method.colour,
            logo=identity.inline(method, templates, self.site.renderer.edition),
        )
        config.nav = [{"Home": "index.md"}, *map(self._entry, self.site.menu)]
        return config

    def _entry(self, entry: Entry) -> dict[str, Any]:
        source, title = _source(entry.address), escape(entry.title)
        if not entry.below:
            return {title: source}
        return {title: [*([source] if entry.address else []), *(self._entry(below) for below in entry.below)]}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the core's pages in, and the pictures of the content; of the theme stays what the site needs."""
        for file in [file for file in files if not theme.takes(file, config)]:
            files.remove(file)
        for path, document in self.site.handbook.documents.items():
            if is_picture(path) and document.content:
                files.append(File.generated(config, path.removeprefix("docs/"), content=document.content))
        drafts = {_source(piece.address) for piece in self.site.handbook.pieces.values() if piece.draft}
        for source, page in self.pages.items():
            level = InclusionLevel.DRAFT if source in drafts else InclusionLevel.UNDEFINED
            file = File.generated(config, source, content=self._calling(source), inclusion=level)
            ours = self.site.project.repo and (self.site.project.root / page.path).is_file()
            file.edit_uri = page.path if ours else None
            files.append(file)
        for file in [file for file in files if assets.joined(file.src_uri)]:
            files.remove(file)
        themes = [Path(folder) for folder in config.theme.dirs]
        for name, made in assets.files(self.site.handbook, self.site.project.templates, themes).items():
            files.append(File.generated(config, name, content=made))
        return files

    def _calling(self, source: str) -> str:
        """The text of a page that calls pieces; the macros read it. Every other page is done."""
        piece = self.site.handbook.at(self.pages[source].address)
        return str(piece.entry.document.body) if piece and getattr(piece.data, "macros", False) else ""

    @event_priority(100)
    def _before_macros(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """A page that says so may call pieces of the handbook, and nothing else. The macros read its title too."""
        made = self.pages[page.file.src_uri]
        page.title = ""
        page.meta["render_macros"] = bool(markdown)
        if command := next(template_command.commands(markdown), None):
            raise PluginError(f"{made.path}: Een opdracht als {shown(command[0], 30)} werkt hier niet.")
        self.calls = Calls([])
        return markdown

    @event_priority(-100)
    def _after_macros(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """What the macros made of the text goes through the core's Markdown and its cleaning; the engine gets none of it."""
        if markdown and (piece := self.site.handbook.at(self.pages[page.file.src_uri].address)):
            self.pages[page.file.src_uri] = handwritten.page(self.site.renderer, piece, markdown, self.calls.parts)
        return ""

    on_page_markdown = CombinedEvent(_before_macros, _after_macros)

    def on_page_content(self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        made = self.pages[page.file.src_uri]
        piece = self.site.handbook.at(made.address)
        # The day on which the content says it was looked at; the day of the build would differ each day.
        page.update_date = getattr(piece and piece.data, "checked", self.site.handbook.method.checked).isoformat()
        page.title = escape(made.title)
        page.meta = {
            "description": escape(made.summary),
            "kind": made.type,
            "scripts": made.javascript,
            "styles": made.stylesheets,
            "picture": social.path(made.address),
            "unlisted": made.unlisted,
        }
        # The theme's link past the menu leads to the first heading; a page without any gets one to lead to.
        headings, text = made.headings, made.html
        if not headings:
            headings, text = (Heading(1, "begin-tekst", made.title),), text.replace("<h1", '<h1 id="begin-tekst"', 1)
        page.toc = get_toc(_tokens(headings))
        page.present_anchor_ids = {heading.id for heading in headings}
        return relative(text, made.address)

    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Any) -> Any:
        title = self.pages[page.file.src_uri].title
        context["frame"] = frame(self.site.renderer, self.site.menu, page.url.removeprefix("./"), title=title)
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        # The page for unknown addresses is shown at any depth; the others stand at the root.
        address = None if template_name == "404.html" else ""
        context["frame"] = frame(self.site.renderer, self.site.menu, address, urlsplit(self.site.project.url).path)
        return context

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        self.scripts = theme.scripts(env, config)
        self.engine = Engine(config, files, self.nav, env)
        self.given = {file.dest_uri for file in files} | theme.PAGES | set(config.theme.static_templates)
        return env

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        self.nav = nav
        return nav

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        if strange := allowed.strangers(Path(config.site_dir), self.given):
            raise PluginError(
                "\n".join(f"{name}: dit bestand hoort bij geen stuk en bij geen lijst." for name in strange)
            )
        if self.serving:  # what a build does itself, once the pages are there
            self.write_beside()
            self.around = surroundings(self.site)

    def write_beside(self) -> None:
        """Write what stands beside the pages of a preview."""
        beside.write(self.site, Path(self.engine.config.site_dir))

    def _read(self) -> Site:
        return SITE.get()()

    def remake(self, address: str) -> None:
        """Make one page of a preview anew, of the site as it is now."""
        source = _source(address)
        self.pages[source] = page_at(self.site.renderer, address)
        self.engine.make(source, self._calling(source))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        for place in content_of(self.site.project.root):
            server.watch(str(place))
        server.watch(str(self.site.project.overrides or TEMPLATES))
        mount = urlsplit(config.site_url or "/").path
        app = server.get_app()
        assert app
        preview = Preview(self, self._read, builder)
        server.builder = preview.change
        server.set_app(on_demand(preview.before(app, mount), lambda: self.site, mount))
        print(f"Bekijk de website op http://{config.dev_addr}{mount}. Stop met Ctrl+C.", flush=True)
        return server


def _source(address: str) -> str:
    """The file that MkDocs believes a page of the core comes from."""
    return f"{address}index.md"


def _tokens(headings: tuple[Heading, ...]) -> list[Any]:
    """Headings as MkDocs' nested tokens."""
    root: list[Any] = []
    stack: list[tuple[int, list[Any]]] = [(0, root)]
    for heading in headings:
        while stack[-1][0] >= heading.level:
            stack.pop()
        token = {
            **asdict(heading),
            "name": escape(heading.text),
            "html": escape(heading.text),
            "data-toc-label": "",
            "children": [],
        }
        stack[-1][1].append(token)
        stack.append((heading.level, token["children"]))
    return root
