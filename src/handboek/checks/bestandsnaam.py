"""De naam van een bestand of map kan een adres zijn.

De naam van het bestand wordt het adres op de website en de naam waarmee andere stukken ernaar verwijzen. Gebruik
kleine letters, cijfers en streepjes. Een map van een fase begint met haar nummer: `2-opbouwen`.

Goed:

    # tools/messages/briefje-bus.yml
    title: Briefje door de bus

Fout:

    # tools/messages/Briefje Bus.yml
    title: Briefje door de bus
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from handboek.address import anchor
from handboek.checks.spot import at_file
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.kinds import LISTS
from handboek.model.text import SLUG

CODE = "bestandsnaam"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each file whose name, or whose phase's name, is no slug."""
    for entry in handbook.entries:
        path = PurePosixPath(entry.document.path)
        if not entry.kind.slug_from and (not re.fullmatch(SLUG, entry.slug) or len(entry.slug) > 60):
            number = path.parent.name.partition("-")[0]
            meant = f"{number}-{anchor(entry.slug)}" if entry.kind.type == "phase" else anchor(entry.slug)[:60]
            shown = path.parent.name if entry.kind.type == "phase" else path.stem
            what = f"De naam `{shown}` kan geen adres zijn."
            helps = "Gebruik kleine letters, cijfers en streepjes, hoogstens 60 tekens."
            yield at_file(str(path), what, helps, suggestion=meant)
        elif entry.kind.folder and f"{entry.kind.folder}/{entry.slug}" in LISTS:
            what = f"Op het adres `{entry.kind.folder}/{entry.slug}` staat al een bladzijde van het handboek zelf."
            yield at_file(str(path), what, "Geef het bestand een andere naam.")
