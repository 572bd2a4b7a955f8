"""Where things are: the content of a project, its templates, and the addresses that the build is told."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from handboek import overlay
from handboek.resources import TEMPLATES
from handboek.system import work

FOLDERS = ("phases", "tools", "docs")
"""The folders of a project that hold content."""
FOR_EXAMPLES = ("example", "test", "invalid", "localhost", "local")
"""Ends of domains that never lead anywhere for a reader."""
EXAMPLE_URL = "https://handboek.example/"
EXAMPLE_REPO = "https://git.example/handboek"
EXAMPLE_MAIL = "redactie@handboek.example"


@dataclass(frozen=True)
class Project:
    """A method's content and how it is published."""

    root: Path
    """The folder that holds `phases/`, `tools/` and `docs/`."""
    url: str = EXAMPLE_URL
    """Where the site will stand, with its last slash."""
    repo: str = EXAMPLE_REPO
    """Where the content is kept, without a last slash."""
    mail: str = EXAMPLE_MAIL
    """Where the editors receive a lesson, and hear of a mistake."""

    @property
    def overrides(self) -> Path | None:
        """The folder with the project's own templates, styles and fonts; nothing where it has none.

        The generator's own checkout is a project as well: what lies there is the generator's.
        """
        own = self.root / "overrides"
        return own if own.is_dir() and not (TEMPLATES.is_dir() and own.samefile(TEMPLATES)) else None

    @cached_property
    def templates(self) -> Path:
        """The folder with all templates, styles, scripts and fonts, the project's own over the generator's.

        Looked at once: `dataclasses.replace(project)` gives one that looks anew. Raises `OSError`.
        """
        return overlay.merge(self.overrides, self.work / "overrides") if self.overrides else TEMPLATES

    @property
    def work(self) -> Path:
        """A folder for what is made on the way; may be thrown away at any time."""
        return work(self.root)

    @property
    def codes(self) -> Path:
        """Where the QR codes are kept."""
        return self.work / "codes"

    def examples(self) -> list[str]:
        """The settings with which nobody is reached: their example value, or an address that is for examples only."""
        settings = {"HANDBOEK_URL": self.url, "HANDBOEK_REPO": self.repo, "HANDBOEK_MAIL": self.mail}
        return [name for name, value in settings.items() if not _reaches(value, mail=name == "HANDBOEK_MAIL")]


def _reaches(address: str, *, mail: bool) -> bool:
    """Whether an address can be somebody's: whole, on the internet, and not in a domain that is kept for examples."""
    if mail:
        name, at, host = address.rpartition("@")
        whole = bool(name and at) and not set(address) & set(" <>,;")
    else:
        parts = urlsplit(address)
        host = parts.hostname or ""
        whole = parts.scheme in ("http", "https")
    last = host.lower().rstrip(".").split(".")
    return whole and len(last) > 1 and all(last) and last[-1] not in FOR_EXAMPLES and last[-2] != "example"


def open_project(root: Path) -> Project:
    """The project at `root`, with its addresses from the environment."""
    url = os.environ.get("HANDBOEK_URL") or EXAMPLE_URL
    repo = os.environ.get("HANDBOEK_REPO") or EXAMPLE_REPO
    return Project(root.resolve(), url.rstrip("/") + "/", repo.rstrip("/"), editors())


def editors() -> str:
    """The address of the editors, from the environment."""
    return os.environ.get("HANDBOEK_MAIL") or EXAMPLE_MAIL
