"""De naam van een bestand of map kan een adres zijn.

De naam van het bestand wordt het adres op de website en de naam waarmee andere stukken ernaar verwijzen. Gebruik
kleine letters, cijfers en streepjes. Een map van een fase begint met haar nummer: `2-doen`. Namen die Windows voor
zichzelf houdt, zoals `con` en `aux`, kunnen nergens; ook geen twee namen die alleen in hoofdletters verschillen.

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

from handboek.anchors import anchor, reserved
from handboek.checks.passages import finding_in_file
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import kind_of
from handboek.model.kinds import LISTS
from handboek.model.text import SLUG

CODE = "bestandsnaam"
SEVERITY = "error"

TAKEN = ("index", "readme")
"""Names that a site gives to the page of a folder itself."""
REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$')
"""What no name may hold on Windows."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each file whose name is no slug, or is a name that some computer cannot keep."""
    for entry in handbook.entries:
        path = PurePosixPath(entry.document.path)
        if not entry.kind.slug_from and (not re.fullmatch(SLUG, entry.slug) or len(entry.slug) > 60):
            number = path.parent.name.partition("-")[0]
            meant = f"{number}-{anchor(entry.slug)}" if entry.kind.by_folder else anchor(entry.slug)[:60]
            shown = path.parent.name if entry.kind.by_folder else path.stem
            what = f"De naam `{shown}` kan geen adres zijn."
            helps = "Gebruik kleine letters, cijfers en streepjes, hoogstens 60 tekens."
            yield finding_in_file(str(path), what, helps, suggestion=meant)
        elif entry.kind.folder and f"{entry.kind.folder}/{entry.slug}" in LISTS:
            what = f"Op het adres `{entry.kind.folder}/{entry.slug}` staat al een bladzijde van het handboek zelf."
            yield finding_in_file(str(path), what, "Geef het bestand een andere naam.")
    yield from _elsewhere(handbook)


def _elsewhere(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each name, of a file or a folder, that cannot be kept on every computer."""
    seen: dict[str, str] = {}
    for path in handbook.documents:
        if kind_of(path) and path.endswith(".md") and PurePosixPath(path).stem in TAKEN:
            what = f"De naam `{PurePosixPath(path).stem}` is die van de bladzijde van de map zelf."
            yield finding_in_file(path, what, "Geef het bestand een andere naam.")
        for part in PurePosixPath(path).parts:
            if reserved(part):
                what = f"De naam `{part}` houdt Windows voor zichzelf; daar kan niemand dit bestand openen."
                yield finding_in_file(path, what, "Geef het een andere naam, bijvoorbeeld met een woord erachter.")
            elif REFUSED.search(part):
                what = f"De naam `{part}` kan niet op elke computer."
                yield finding_in_file(path, what, 'Gebruik geen `< > : " | ? *`, en geen punt of spatie aan het eind.')
        for above in (path, *map(str, PurePosixPath(path).parents)):
            same = seen.setdefault(above.casefold(), above)
            if same != above:
                what = f"De naam `{above}` verschilt alleen in hoofdletters van `{same}`."
                helps = "Op Windows en een Mac is dat hetzelfde. Geef een van de twee een andere naam."
                yield finding_in_file(path, what, helps)
