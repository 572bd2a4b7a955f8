"""Wat is ingetrokken, gebruikt geen ander stuk meer.

Zet je `withdrawn` bij een stuk, dan laat de website het overal weg: uit lijsten, werkmappen en het zoeken. Zijn eigen
bladzijde blijft staan en zegt dat het is ingetrokken, voor wie het nog op papier heeft. Andere stukken noemen het dan
misschien nog. Haal het daar weg, of noem wat ervoor in de plaats komt.

Goed:

    # tools/worksheets/tabelletje.yml
    withdrawn: {date: 2026-11-20, reason: De kolommen kloppen niet., instead: werkbladen/lijstje}
    # phases/1-kijken/steps/rondje-lopen.yml
    worksheets: [lijstje]

Fout:

    # tools/worksheets/tabelletje.yml
    withdrawn: {date: 2026-11-20, reason: De kolommen kloppen niet., instead: werkbladen/lijstje}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage, finding_at, texts
from handboek.dutch import day
from handboek.finding import Finding
from handboek.handbook import CITED_TYPES, Handbook, Piece
from handboek.model.macros import MACROS
from handboek.model.text import Refers

CODE = "ingetrokken"
SEVERITY = "warning"


CALL = re.compile(rf"""\{{\{{ *({"|".join(MACROS)})\( *["']([a-z0-9-]+)["'] *\) *\}}\}}""")


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each place that still leads to a piece that was withdrawn, and each step of such a phase."""
    if not any(piece.withdrawn for piece in handbook.pieces.values()):
        return
    for piece in handbook.pieces.values():
        if piece.withdrawn or piece.type == "redirect":
            continue
        for leaf in piece.leaves():
            if isinstance(leaf.marker, Refers):
                kind, value = leaf.marker.kind, leaf.value
                if piece.kind.practice and kind not in CITED_TYPES:
                    continue  # it tells of what people did, and did with what was withdrawn later
                other = handbook.at(value) if kind == "address" else handbook.get(kind, value)
                if other and other.withdrawn:
                    yield finding_at(piece, leaf.loc, *_message(other, handbook))
        for passage in texts(piece.entry):
            yield from _in_text(passage, handbook)
        for phase in handbook.some("phase", piece.phases) if piece.type == "step" else ():
            if phase.withdrawn:
                what = f"De fase van deze stap is ingetrokken op {day(phase.withdrawn.date)}."
                yield finding_at(piece, ("title",), what, "Trek de stap ook in, of zet haar in een andere fase.")


def _in_text(passage: Passage, handbook: Handbook) -> Iterator[Finding]:
    """The links in a text, and the pieces that a hand-written page puts in."""
    for mark in passage.marks:
        other = handbook.at(mark.words.partition("#")[0]) if mark.kind == "link" and mark.words[:1] == "/" else None
        if other and other.withdrawn:
            yield passage.say_mark(mark, *_message(other, handbook))
    for call in CALL.finditer(passage.value) if "{{" in passage.value else ():
        other = handbook.get(MACROS[call[1]], call[2])
        if other and other.withdrawn:
            yield passage.say_from(*call.span(), *_message(other, handbook))


def _message(other: Piece, handbook: Handbook) -> tuple[str, str]:
    assert other.withdrawn
    instead = other.withdrawn.instead
    helps = (
        f"Haal het hier weg, of noem wat ervoor in de plaats komt: `{instead}`." if instead else "Haal het hier weg."
    )
    return f"`{other.slug}` is ingetrokken op {day(other.withdrawn.date)}, en staat hier nog.", helps
