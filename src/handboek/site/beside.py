"""What stands in a site beside its pages: sheets, pictures for sharing, feed, old addresses, and data."""

from __future__ import annotations

from pathlib import Path

from handboek import export, store
from handboek.search import parts
from handboek.site import feed, redirects, social
from handboek.site.site import Site

FILES = ("handboek.json", "schema/", "assets/deel/", "lessen.xml", parts.FOLDER, "doorverwijzingen.json")
"""How the names of the files that are written here begin, beside those of PDFs and of pages that moved."""


def write(site: Site, folder: Path) -> None:
    """Write all of it into the folder that holds the pages."""
    project, handbook = site.project, site.handbook
    store.copy(site.sheets, project, folder)
    export.write(handbook, site.renderer.files, folder)
    social.write(project, handbook, site.pages, folder)
    feed.write(handbook, project.url, folder)
    parts.write(site.renderer, folder)
    redirects.write(handbook, site.renderer.files, project.url, folder)
