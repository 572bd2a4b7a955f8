"""The MkDocs plugin: pages, menu and files that the core made, given to MkDocs. No logic of its own."""

from __future__ import annotations

from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from mkdocs.config.base import Config
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import get_toc

from handboek import checks, export, report
from handboek.adapter.preview import on_demand
from handboek.checks import sjabloon
from handboek.checks.reading import koppeling
from handboek.handbook import Handbook, open_handbook
from handboek.messages import shown
from handboek.model.kinds import KINDS
from handboek.project import Project, editors
from handboek.render.headings import Heading
from handboek.render.markdown import html_as_text
from handboek.render.page import SCRIPTS, STYLES, Page, Renderer, relative
from handboek.search import documents
from handboek.sheets import shelf
from handboek.site import assets, feed, redirects, social
from handboek.site.frame import frame
from handboek.site.menu import Entry, menu
from handboek.site.pages import pages

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as EnginePage


class Settings(Config):
    """The plugin has none: it finds the content beside `docs_dir`."""


class HandboekPlugin(BasePlugin[Settings]):
    """Adds what the core made to the site."""

    project: Project
    handbook: Handbook
    renderer: Renderer
    menu: tuple[Entry, ...]
    pages: dict[str, Page]
    """The core's pages by the name of the file that MkDocs thinks they come from."""
    serving = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        root = Path(config.docs_dir).parent
        self.project = Project(
            root, f"{(config.site_url or '').rstrip('/')}/", (config.repo_url or "").rstrip("/"), editors()
        )
        self.handbook = open_handbook(self.project.root)
        if not self.handbook.get("method", "method"):
            raise PluginError("\n".join(report.lines(self.handbook.findings)) or "Er is geen phases/method.yml.")
        if outside := [finding for finding in self.handbook.findings if finding.code == koppeling.CODE]:
            raise PluginError("\n".join(report.lines(outside)))  # the engine would follow the link and publish it
        project = self.project
        files = shelf.manifest(project)
        if self.serving:
            files = shelf.promised(Renderer(self.handbook, project.templates, files, project.url), project)
        self.renderer = Renderer(self.handbook, project.templates, files, project.url, project.repo, project.mail)
        self.pages = {_source(page.address): page for page in pages(self.renderer)}
        self.menu = menu(self.handbook)
        config.site_name = self.handbook.method.name
        config.extra["independence"] = self.handbook.method.independence
        # A build goes on with errors only where somebody asked for that: then each page says so.
        config.extra["errors"] = (
            0 if self.serving else sum(one.severity == "error" for one in checks.run(self.handbook))
        )
        config.nav = [{"Home": "index.md"}, *map(self._entry, self.menu)]
        return config

    def _entry(self, entry: Entry) -> dict[str, Any]:
        made = _source(entry.address)
        source = made if made in self.pages else f"{entry.address.strip('/')}.md"
        if not entry.below:
            return {entry.title: source}
        return {entry.title: [*([source] if entry.address else []), *(self._entry(below) for below in entry.below)]}

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put the core's pages in, in place of the raw Markdown of the pieces that it rendered."""
        folders = {f"{kind.folder}/" for kind in KINDS if kind.folder}
        for file in list(files):
            if file.src_uri.endswith(".md") and any(file.src_uri.startswith(folder) for folder in folders):
                files.remove(file)
            elif file.is_documentation_page():
                file.edit_uri = f"docs/{file.src_uri}"
        drafts = {_source(piece.address) for piece in self.handbook.pieces.values() if piece.draft}
        for source, page in self.pages.items():
            level = InclusionLevel.DRAFT if source in drafts else InclusionLevel.UNDEFINED
            file = File.generated(config, source, content="", inclusion=level)
            file.edit_uri = page.path
            files.append(file)
        for file in [file for file in files if assets.joined(file.src_uri)]:
            files.remove(file)
        themes = [Path(folder) for folder in config.theme.dirs]
        for name, content in assets.files(self.handbook, self.project.templates, themes).items():
            files.append(File.generated(config, name, content=content))
        return files

    @event_priority(100)
    def on_page_markdown(self, markdown: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        """Before the macros see it: whatever a page says of itself, it calls pieces of the handbook and nothing else.

        The macros also render its title.
        """
        page.meta.pop("render_macros", None)
        title = "" if page.file.src_uri in self.pages else str(page.title)
        if command := next(sjabloon.commands(markdown), None) or sjabloon.MARK.search(title):
            raise PluginError(f"docs/{page.file.src_uri}: Een opdracht als {shown(command[0], 30)} werkt hier niet.")
        # The engine's Markdown lets HTML through. The check refuses it; where nobody checked, it stands there as text.
        return html_as_text(markdown)

    def on_page_content(self, html: str, *, page: EnginePage, config: MkDocsConfig, files: Files) -> str:
        made = self.pages.get(page.file.src_uri)
        piece = self.handbook.at(page.url)
        # The day on which the content says it was looked at; the day of the build would differ each day.
        page.update_date = getattr(piece and piece.data, "checked", self.handbook.method.checked).isoformat()
        if made is None:
            page.meta["description"] = escape(str(page.meta.get("summary", "")))
            if "data-checklist" in html:  # a checklist that a macro put there ticks as well
                page.meta["scripts"], page.meta["styles"] = SCRIPTS["step"], STYLES["step"]
            return relative(self.renderer.terms.link(html), page.url)
        page.title = made.title
        page.meta = {
            "description": escape(made.summary),  # the theme puts it into the page as it is
            "kind": made.type,
            "scripts": made.scripts,
            "styles": made.styles,
            "picture": social.path(made.address),
        }
        page.toc = get_toc(_tokens(made.headings))
        page.present_anchor_ids = {heading.id for heading in made.headings}
        return relative(made.html, made.address)

    def on_page_context(self, context: Any, *, page: EnginePage, config: MkDocsConfig, nav: Any) -> Any:
        context["frame"] = frame(self.renderer, self.menu, page.url.removeprefix("./"))
        return context

    def on_template_context(self, context: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        # The page for unknown addresses is shown at any depth; the others stand at the root.
        address = None if template_name == "404.html" else ""
        context["frame"] = frame(self.renderer, self.menu, address, urlsplit(self.project.url).path)
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        if not self.serving:
            shelf.copy(self.project, site)
        export.write(self.handbook, self.renderer.files, site)
        social.write(self.project, self.handbook, list(self.pages.values()), site)
        feed.write(self.handbook, self.project.url, site)
        documents.write(self.handbook, site)
        redirects.write(self.handbook, self.project.url, site)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        for folder in ("phases", "tools", "docs"):
            server.watch(str(self.project.root / folder))
        server.watch(str(self.project.templates))
        mount = urlsplit(config.site_url or "/").path
        app = server.get_app()
        assert app
        server.set_app(on_demand(app, self.project, lambda: self.renderer, mount))
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
        token = {**asdict(heading), "name": heading.text, "html": heading.text, "data-toc-label": "", "children": []}
        stack[-1][1].append(token)
        stack.append((heading.level, token["children"]))
    return root
