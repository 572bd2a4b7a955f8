"""Where things are: the content of a project, its templates, and the addresses that the build is told."""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from handboek import formats, house_style, logo, overlay
from handboek.parse import read_file
from handboek.resources import EDITION, TEMPLATES, is_edition
from handboek.system import work

FOR_EXAMPLES = ("example", "test", "invalid", "localhost", "local")
"""Ends of domains that never lead anywhere for a reader."""
EXAMPLE_URL = "https://handboek.example/"
EXAMPLE_MAIL = "redactie@handboek.example"
SETTINGS = {"url": "HANDBOEK_URL", "repo": "HANDBOEK_REPO", "mail": "HANDBOEK_MAIL"}
"""What a method says of itself (fields of `phases/method.yml`), each with the variable that goes before it."""
WANTED = {
    "url": "waar de website komt: `https://www.jouw-organisatie.nl/handboek/`",
    "repo": "waar iedereen een verbetering kan voorstellen, of haal het weg als dat niet kan",
    "mail": "waar de redactie haar mail krijgt: `redactie@jouw-organisatie.nl`",
}
"""What belongs in each, in Dutch."""


@dataclass(frozen=True)
class Project:
    """A method's content and how it is published."""

    root: Path
    """The folder that holds `phases/`, `tools/` and `docs/`."""
    url: str = EXAMPLE_URL
    """Where the site will stand, with its last slash."""
    repo: str = ""
    """Where people can propose a change of the content, without a last slash; nothing where they cannot."""
    mail: str = EXAMPLE_MAIL
    """Where the editors receive a lesson, and hear of a mistake."""

    @property
    def overrides(self) -> Path | None:
        """The folder with the project's own templates, styles and fonts; nothing where it has none."""
        return overlay.own(self.root)

    @cached_property
    def templates(self) -> Path:
        """The folder with all templates, styles, scripts and fonts, the project's own over the generator's.

        Looked at once: `dataclasses.replace(project)` gives one that looks anew. Raises `OSError`.
        """
        made = self._drawn() if is_edition(self.root) else {}
        return overlay.merge(self.overrides, self.work / "overrides", made) if self.overrides or made else TEMPLATES

    def _drawn(self) -> dict[str, bytes]:
        """The logo of an edition as the site and its sheets have it, and its house style; nothing of what cannot be used."""
        said, made = read_file(self.root, EDITION).data, dict[str, bytes]()
        with suppress(OSError, logo.Unfit):  # the check tells
            made |= (
                dict.fromkeys(logo.FILES, logo.read(self.root / str(said["logo"])).encode()) if said.get("logo") else {}
            )
        with suppress(OSError, house_style.Unfit):
            made |= (
                {house_style.FILE: house_style.read(self.root / str(said["sjabloon"]))} if said.get("sjabloon") else {}
            )
        return made

    @property
    def work(self) -> Path:
        """A folder for what is made on the way; may be thrown away at any time."""
        return work(self.root)

    @property
    def codes(self) -> Path:
        """Where the QR codes are kept."""
        return self.work / "codes"

    def unreachable(self) -> list[str]:
        """What to do about each setting with which a reader reaches nobody, in Dutch.

        That is one that nobody set, an address that is not whole, or one that is for examples only. Who has no public place for
        the content needs no `repo`.
        """
        said = {name: getattr(self, name) for name in SETTINGS}
        lost = [
            name for name, value in said.items() if (value or name != "repo") and not _reaches(value, name == "mail")
        ]
        return [
            f"`{name}` in `{said_in(self.root)}` (of {SETTINGS[name]}) is leeg, niet heel of nog een voorbeeld. Schrijf daar {WANTED[name]}."
            for name in lost
        ]


def _reaches(address: str, mail: bool) -> bool:
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
    """The project at `root`, with the addresses that its method says, or its edition, or the environment instead.

    An address of the base of an edition is never its own: a reader who reports a mistake would reach somebody else.
    """
    there = read_file(root, said_in(root)).data
    said = {name: os.environ.get(variable) or there.get(name) for name, variable in SETTINGS.items()}
    url, repo, mail = (value if isinstance(value, str) else "" for value in said.values())
    return Project(root.resolve(), (url or EXAMPLE_URL).rstrip("/") + "/", repo.rstrip("/"), mail or EXAMPLE_MAIL)


def said_in(root: Path) -> str:
    """The file in which the project at `root` says its addresses."""
    return EDITION if is_edition(root) else formats.PATH


def editors() -> str:
    """The address of the editors, from the environment."""
    return os.environ.get(SETTINGS["mail"]) or EXAMPLE_MAIL
