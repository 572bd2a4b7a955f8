"""Wat je uitdeelt of print, heeft een blad.

In een draaiboek en in een werkmap staan stukken die je op papier meeneemt. Van een les of een begrip is er geen blad.
Fasen, stappen en rollen kunnen alleen in een werkmap: zij komen op papier in een map, niet als los blad.

Goed:

    # tools/packs/alles.yml
    pieces: [{piece: werkbladen/lijstje}]

Fout:

    # tools/packs/alles.yml
    pieces: [{piece: lessen/groet-eerst}]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.kinds import KINDS
from handboek.wording import quoted

CODE = "geen-blad"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each piece in a script or pack that cannot be printed."""
    for piece in (*handbook.of("script"), *handbook.of("pack")):
        kinds = [kind for kind in KINDS if kind.sheet or (kind.inside and piece.type == "pack")]
        for leaf in piece.leaves():
            other = handbook.at(leaf.value) if leaf.loc[-1] == "piece" else None
            if other and other.kind not in kinds:
                what = f"Van `{leaf.value}` is er geen blad om te printen."
                folders = dict.fromkeys(kind.folder for kind in kinds if kind.folder)
                yield finding_at(piece, leaf.loc, what, f"Kies een stuk uit {quoted(folders)}.")
