"""Elk bestand in de mappen met inhoud wordt ergens voor gebruikt.

Een bestand met een andere extensie of in een verkeerde map leest niemand. De inhoud is dan stilletjes weg. In
`docs` mogen ook afbeeldingen staan; `handboek add-image` zet ze erin. Een `README.md` zou daar een bladzijde worden
die niemand nakijkt. Wat je computer zelf neerzet, zoals `Thumbs.db`, mag weg: dat is een waarschuwing. Zo ook een bestand
in een eigen map `overrides` dat niets vervangt en dat geen ander bestand daar noemt.

Goed:

    # tools/messages/kaartje.yml
    title: Kaartje

Fout:

    # tools/messages/kaartje.yaml
    title: Kaartje
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from handboek import overlay
from handboek.checks.passages import finding_in_file
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import is_picture, is_text, kind_of, meant
from handboek.placement import LEFT, namesake
from handboek.resources import OWN
from handboek.wording import nearest

CODE = "vreemd-bestand"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each file that holds no piece and is no picture; hidden files and READMEs of tools are let be."""
    for path, document in handbook.documents.items():
        file = PurePosixPath(path)
        if LEFT.fullmatch(file.name):
            what = "Dit bestand heeft je computer of een programma neergezet."
            yield finding_in_file(path, what, "Het hoort niet bij de inhoud; haal het weg.", severity="warning")
        elif file.name.lower() == "readme.md" and file.parts[0] == "docs":
            what = "Van een `README.md` in `docs` kan een bladzijde worden die niemand nakijkt."
            yield finding_in_file(
                path, what, "Zet de tekst in een bladzijde met een eigen naam, of haal het bestand weg."
            )
        elif kind_of(path) or is_text(path) or is_picture(path) or file.name == "README.md" or _hidden(file):
            continue
        else:
            there, better = _there(handbook, path, meant(document))
            helps = "" if better else "Zet het in de map waar het hoort, of haal het weg."
            if there:
                helps = f"Er is al een `{better}`. Zet daarin wat je wilt houden, en haal dit bestand weg."
            yield finding_in_file(
                path, "Dit bestand wordt nergens voor gebruikt.", helps, suggestion="" if there else better
            )


def _there(handbook: Handbook, path: str, better: str) -> tuple[bool, str]:
    """Whether a file stands already under the path that was meant, and what that path is from the root of the project."""
    origin = handbook.origin
    if origin is None or f"{OWN}/{path}" not in origin.files:
        return better in handbook.documents, better
    better = better or namesake(path, (one for one in handbook.documents if kind_of(one)))
    if not better:
        return False, ""
    return f"{OWN}/{better}" in origin.files, f"{OWN}/{better}"


def in_overrides(own: Path) -> Iterator[Finding]:
    """Yield a finding for each file in a project's own `overrides/` (the folder `own`) that nothing uses."""
    for name, there in overlay.unused(own):
        what = "Dit bestand vervangt niets van de generator, en geen ander bestand in `overrides` noemt het."
        near = nearest(name, there, 0.8) or ""
        helps = "" if near else "Kijk of de naam klopt, of haal het weg."
        meant = f"overrides/{near}" if near else ""
        yield replace(
            finding_in_file(f"overrides/{name}", what, helps, suggestion=meant, severity="warning"), code=CODE
        )


def _hidden(file: PurePosixPath) -> bool:
    return any(part.startswith(".") for part in file.parts)
