"""All that a site is made of. The content is read once, and this is handed on: to the engine, and to what stands beside pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from handboek import report, store
from handboek.content import open_handbook
from handboek.finding import Unreadable
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.render.renderer import Page, Renderer
from handboek.site import BuildError
from handboek.site.menu import Entry, menu
from handboek.site.pages import pages


@dataclass(frozen=True)
class Site:
    """A project, its content and its PDFs, together; nothing in it changes."""

    project: Project
    renderer: Renderer
    """Makes the pages; knows the PDFs of each piece."""
    sheets: store.Filled
    """The PDFs of each piece. Those of a preview lie nowhere yet: each is made when somebody asks for it."""
    errors: int = 0
    """How many errors the content has: a build goes on with them only where somebody asked for that, and each page says so."""

    @property
    def handbook(self) -> Handbook:
        return self.renderer.handbook

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page, as the core makes it."""
        return tuple(pages(self.renderer))

    @cached_property
    def menu(self) -> tuple[Entry, ...]:
        return menu(self.handbook)


def fit(handbook: Handbook) -> bool:
    """Whether a site can be made at all: there is a method, and no link leads out of the project, which a site would publish."""
    outside = any(finding.code == "koppeling" for finding in handbook.findings)
    return handbook.get("method", "method") is not None and not outside


def renderer_of(project: Project, handbook: Handbook) -> Renderer:
    """What makes pages and sheets of this content; it knows of no PDFs yet."""
    return Renderer(handbook, project.templates, {}, project.url, project.repo, project.mail, project.codes)


def site_of(project: Project, renderer: Renderer, sheets: store.Filled, errors: int = 0) -> Site:
    """The site of what was read and of the PDFs that it has."""
    return Site(project, replace(renderer, files=sheets.files), sheets, errors)


def preview(project: Project) -> Site:
    """Read the content anew, for who looks while somebody writes; of each PDF is told where it will stand.

    Raises `BuildError` where no site can be made of it.
    """
    try:
        handbook = open_handbook(project.root)
    except Unreadable as error:
        raise BuildError("\n".join(report.lines(error.findings))) from error
    if not fit(handbook):
        raise BuildError("\n".join(report.lines(handbook.findings)) or "Er is geen phases/method.yml.")
    renderer = renderer_of(project, handbook)
    return site_of(project, renderer, store.Filled(store.promised(renderer, project)))
