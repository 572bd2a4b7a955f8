"""Elke naam komt één keer voor.

Twee stappen met dezelfde naam zouden op hetzelfde adres staan, ook als ze bij verschillende fasen horen. Voor
begrippen, bronnen en doorverwijzingen geldt hetzelfde binnen hun bestand.

Goed:

    # phases/terms.yml
    terms:
      - {slug: rondje, term: rondje, definition: Een korte wandeling.}
      - {slug: straat, term: straat, definition: Waar je het rondje loopt.}

Fout:

    # phases/terms.yml
    terms:
      - {slug: rondje, term: rondje, definition: Een korte wandeling.}
      - {slug: rondje, term: ommetje, definition: Nog een korte wandeling.}
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.kinds import LISTS

CODE = "dubbele-naam"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each piece whose name another piece of its kind had before it."""
    first: dict[tuple[str, str, str], Entry] = {}
    for entry in handbook.entries:
        if not entry.slug:
            continue
        # Each phase has a list of criteria of its own; all other names are of the whole handbook.
        within = entry.document.path if entry.kind.local else ""
        other = first.setdefault((entry.kind.type, within, entry.slug), entry)
        if other is not entry:
            loc = (entry.kind.slug_from,) if entry.kind.many else ()
            there, place = other.spot((other.kind.slug_from,) if other.kind.many else ())
            where = f"op regel {place.line}" if there == entry.document.path else f"in `{there}`"
            yield finding_at(
                entry,
                loc,
                f"De naam `{entry.slug}` is al van een {entry.kind.name} {where}.",
                "Kies voor een van de twee een andere naam.",
            )
    yield from _on_screen(handbook)


def _on_screen(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each tool at an address that is taken: by a page, a list, or a tool before it."""
    taken = {folder.partition("/")[0] for folder in LISTS} | {page.slug for page in handbook.of("page")}
    for entry in handbook.entries:
        if entry.kind.on_screen:
            if entry.slug in taken:
                what = f"Op het adres `{entry.slug}` staat al een andere bladzijde."
                yield finding_at(
                    entry, (entry.kind.slug_from,), what, f"Kies voor deze {entry.kind.name} een ander adres."
                )
            taken.add(entry.slug)
