"""Elke stap staat in de lijst `steps` van haar eigen fase.

Die lijst bepaalt de volgorde en het nummer van de stap. Een stap die er niet in staat, komt niet in het menu. Een
stap uit een andere map hoort bij een andere fase.

Goed:

    # phases/1-kijken/phase.yml
    steps: [rondje-lopen]

Fout:

    # phases/1-kijken/phase.yml
    steps: []
    planned: [Een rondje lopen]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "losse-stap"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each step outside its phase's list, and for each listed step of another phase."""
    phases = {entry.document.path.rpartition("/")[0]: entry for entry in handbook.entries if entry.kind.type == "phase"}
    folders: dict[str, str] = {}
    for entry in handbook.entries:
        if entry.kind.type == "step":
            folders.setdefault(entry.slug, entry.document.path.rpartition("/steps/")[0])
    for entry in handbook.entries:
        if entry.kind.type != "step" or getattr(entry.model, "withdrawn", None):
            continue
        folder = entry.document.path.rpartition("/steps/")[0]
        phase = phases.get(folder)
        if phase is None:
            what = f"Deze stap hoort bij geen fase: `{folder}/phase.yml` ontbreekt."
            yield finding_at(entry, ("title",), what, "Maak de fase, of zet de stap in de map van een andere fase.")
            continue
        data = phase.document.data.get("steps") if phase.model is None else getattr(phase.model, "steps", ())
        if phase.document.node is not None and entry.slug not in (data or ()):
            helps = f"Zet `{entry.slug}` op de goede plek bij `steps` in `{phase.document.path}`."
            yield finding_at(entry, ("title",), "Deze stap staat niet in de lijst van de fase.", helps)
    for piece in handbook.of("phase"):
        own = piece.path.rpartition("/")[0]
        for index, slug in enumerate(piece.data.steps):
            if folders.get(slug, own) != own:
                what = f"De stap `{slug}` hoort bij een andere fase en staat in `{folders[slug]}/steps`."
                yield finding_at(
                    piece, ("steps", index), what, "Noem de stap bij de eigen fase, of verplaats het bestand."
                )
