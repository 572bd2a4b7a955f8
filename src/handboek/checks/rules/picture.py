"""Een afbeelding staat in het project zelf.

Een plaatje van een andere website kan morgen weg zijn, en die website ziet wie het handboek leest. Zet het bestand in
`docs/` en schrijf het adres met een schuine streep vooraan. In een stuk dat ook op papier komt, zoals een gesprek of
een fase, kan geen afbeelding staan.

Goed:

    # docs/over-deze-methode.md
    Zo ziet het eruit.

Fout:

    # docs/over-deze-methode.md
    ![Een straat](https://example.org/straat.png)
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import passages
from handboek.checks.rules.unsafe_link import scheme
from handboek.finding import Finding
from handboek.handbook import Handbook, Key, Piece
from handboek.wording import nearest, shown

CODE = "afbeelding"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each picture from elsewhere, and for each that is not there."""
    there = {path.removeprefix("docs") for path in handbook.documents if path.startswith("docs/")}
    packed = {key for pack in handbook.of("pack") for key in _packed(handbook, pack)}
    for passage in passages(handbook):
        kind = passage.entry.kind
        printed = kind.sheet or kind.paper == "part" or (kind.inside and (kind.type, passage.entry.slug) in packed)
        for mark in passage.marks:
            if mark.kind != "image" or (mark.words in there and not printed):
                continue
            if printed:
                what, helps, meant = (
                    "Dit stuk komt ook op papier, en daar kan geen afbeelding staan.",
                    "Haal haar weg.",
                    "",
                )
            elif scheme(mark.words) is not None:
                what, helps, meant = (
                    "Deze afbeelding komt van elders.",
                    "Zet het bestand in `docs/` en verwijs daarnaar.",
                    "",
                )
            else:
                name = mark.words.rpartition("/")[2]
                same = [path for path in sorted(there) if path.rpartition("/")[2] == name]
                meant = (
                    same[0]
                    if same
                    else nearest(mark.words, sorted(there - {p for p in there if p.endswith(".md")})) or ""
                )
                what = f"De afbeelding `{shown(mark.words)}` is er niet."
                helps = "" if meant else "Zet het bestand in `docs/` en schrijf het adres met `/` vooraan."
            yield passage.say_mark(mark, what, helps, suggestion=meant)


def _packed(handbook: Handbook, pack: Piece) -> set[Key]:
    """What a pack names to have it in it."""
    left = (handbook.at(address) for address in pack.data.without)
    return set(pack.names) - {piece.key for piece in left if piece}
