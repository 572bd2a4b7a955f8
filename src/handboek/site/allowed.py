"""A closed world: what a built page runs, shows and leads to comes from the content or from a list of ours."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from handboek import adapted
from handboek.checks.passages import texts
from handboek.handbook import Handbook
from handboek.markdown import PARSER
from handboek.project import Project
from handboek.render import correction_mail
from handboek.site.rendered import BuiltPage
from handboek.wording import shown

Scripts = Callable[[str], tuple[str, ...]]
"""The scripts that the engine's theme writes into a page, by the base from which that page's links count."""

FOREIGN = {"applet", "base", "embed", "frame", "frameset", "iframe", "object", "portal"}
"""Elements that bring something of elsewhere into a page."""
NAMES = ("http://www.w3.org/",)
"""Addresses that are names of a format and lead nowhere."""


def strangers(site: Path, given: Collection[str]) -> list[str]:
    """The files of a site that nobody gave to the engine, by name."""
    there = (file.relative_to(site).as_posix() for file in site.rglob("*") if not file.is_dir())
    return sorted(name for name in there if name not in given)


def base(path: str, site: str) -> str:
    """From where the links of the page at `path` count; the page for unknown addresses is shown at any depth."""
    if path == "404.html":
        return urlsplit(site).path or "/"
    return posixpath.relpath(".", posixpath.dirname(path) or ".")


def problems(pages: dict[str, BuiltPage], scripts: Scripts, handbook: Handbook, project: Project) -> Iterator[str]:
    """What stands in a page and came from nowhere, as Dutch sentences."""
    mail = f"{correction_mail.address(project.mail)}?"  # whatever it fills in, it opens a mail to the editors
    known, own = _known(handbook, project), (project.url, mail, *NAMES, *([f"{project.repo}/"] if project.repo else ()))
    own = (*own, handbook.origin.base.url) if handbook.origin and handbook.origin.base.url else own
    for path, page in pages.items():
        ours = scripts(base(path, project.url))
        for script in page.scripts:
            if script not in ours:
                yield f"{path}: hier staat een script dat niet van ons is: {shown(script, 60)}"
        for what in page.handlers:
            yield f"{path}: hier staat een opdracht in een element: {shown(what, 60)}"
        for tag in page.tags & FOREIGN:
            yield f"{path}: hier staat een element dat niet van ons is: <{tag}>."
        for asked in page.asked:
            if _elsewhere(asked, own):
                yield f"{path}: deze bladzijde vraagt iets op bij een ander: {shown(asked, 80)}"
        for link in page.links:
            if _elsewhere(link, own) and link not in known:
                yield f"{path}: de link {shown(link, 80)} komt niet uit de inhoud."


def _elsewhere(link: str, own: tuple[str, ...]) -> bool:
    """Whether an address is not one of our own: anything with another scheme, or with a host."""
    if link.startswith(own):
        return False
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _known(handbook: Handbook, project: Project) -> set[str]:
    """Every address elsewhere that the content names, and those of the project itself."""
    found = {f"mailto:{project.mail}", *filter(None, [project.repo]), *adapted.addresses(handbook)}
    for piece in handbook.pieces.values():
        found |= {value for value in _values(piece.data.model_dump()) if value.startswith(("https://", "tel:"))}
        for passage in texts(piece.entry):
            found |= {PARSER.normalizeLink(mark.words) for mark in passage.marks}
    return found


def _values(data: Any) -> Iterator[str]:
    """Every text in what a model holds."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list | tuple):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _values(inner)
