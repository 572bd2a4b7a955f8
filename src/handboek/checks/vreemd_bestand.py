"""Elk bestand in de mappen met inhoud wordt ergens voor gebruikt.

Een bestand met een andere extensie of in een verkeerde map leest niemand. De inhoud is dan stilletjes weg. In
`docs` mogen ook afbeeldingen staan; `handboek add-image` zet ze erin.

Goed:

    # tools/messages/kaartje.yml
    title: Kaartje

Fout:

    # tools/messages/kaartje.yaml
    title: Kaartje
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from handboek.checks.spot import at_file
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import is_picture, is_text, kind_of

CODE = "vreemd-bestand"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each file that holds no piece and is no picture; hidden files and READMEs are let be."""
    for path in handbook.documents:
        file = PurePosixPath(path)
        if kind_of(path) or is_text(path) or any(part.startswith(".") for part in file.parts):
            continue
        if is_picture(path) or file.name == "README.md":
            continue
        better = next(
            (str(file.with_suffix(end)) for end in (".yml", ".md") if kind_of(str(file.with_suffix(end)))), ""
        )
        helps = "" if better else "Zet het in de map waar het hoort, of haal het weg."
        yield at_file(path, "Dit bestand wordt nergens voor gebruikt.", helps, suggestion=better)
