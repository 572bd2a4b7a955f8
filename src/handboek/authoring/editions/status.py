"""How an edition stands, as lines of Markdown that read well in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from handboek.authoring.editions.report import line, section
from handboek.document import Document
from handboek.dutch import count
from handboek.edition import base as bases
from handboek.edition import changes
from handboek.edition.carry import Base
from handboek.edition.entries import LIST
from handboek.edition.read import own_files, read_changes, unreadable
from handboek.edition.settings import settings
from handboek.load import Documents, read
from handboek.model.edition import Change
from handboek.parse import read_file
from handboek.report import lines
from handboek.resources import BASE, EDITION, OWN


def status(root: Path) -> Iterator[str]:
    """Where an edition stands: what is its own, what it changed, what clashes, is behind or left out."""
    edition, _ = settings(read_file(root, EDITION))
    base, own, was = read(root / BASE), own_files(root), bases.told(root)
    name = edition.name if edition else f"(in `{EDITION}` staat een fout: kijk met `handboek check`)"
    yield f"# {name}"
    yield f"\nOp {was.title}, uitgave {was.release}, opgehaald op {was.taken or 'onbekend'}."
    rows = [(path, change) for path, document in own.items() for change in _changes_in(document)]
    clash = [one for one in rows if changes.clashes(one[1])]
    homeless = [path for path, document in own.items() if LIST in document.data and path not in base]
    behind = list(_behind(rows, base))
    unwritten = [one for one in rows if changes.unchanged(one[1]) and not changes.clashes(one[1])]
    both = [one for one in rows if changes.unmerged(one[1])]
    yield from section(
        "Eigen stukken", (path for path, document in own.items() if LIST not in document.data and path not in base)
    )
    wrong = unreadable(own)
    yield from section("Kan niet worden gelezen: verbeter dit eerst", lines(wrong))
    changed = list(dict.fromkeys(path for path, _ in rows))
    numbers = {path: sum(one == path for one, _ in rows) for path in changed}
    yield from section(
        "Veranderde stukken", (f"{path}: {count(numbers[path], 'verandering', 'veranderingen')}" for path in changed)
    )
    yield from section("In botsing", (_change(path, change) for path, change in clash))
    yield from section("Twee teksten onder elkaar, nog één van te maken", (_change(*one) for one in both))
    yield from section(
        "Achter: de tekst van de basis is anders, of weg",
        (f"{_change(path, change)}: {why}" for path, change, why in behind),
    )
    yield from section("Het stuk is weg uit de basis", homeless)
    yield from section("Geopend en nog niet geschreven", (_change(*one) for one in unwritten))
    yield from section("Basis met de hand veranderd", (f"{BASE}/{path}: {what}" for path, what in bases.edited(root)))
    out = edition.left_out if edition else None
    yield from section(
        "Weggelaten", [*(out.kinds if out else ()), *(out.phases if out else ()), *(out.pieces if out else ())]
    )
    yield (
        f"\n{count(len(rows), 'verandering', 'veranderingen')} in {count(len(changed), 'stuk', 'stukken')}, "
        f"{len(clash)} in botsing, {len(behind)} achter."
    )
    if clash:
        yield "Zet bij elke botsing `kies: eigen`, `basis` of `beide`, en draai `handboek edition resolve`."


def _changes_in(document: Document) -> tuple[Change, ...]:
    found = read_changes(document)[0] if LIST in document.data else None
    return found.changes if found else ()


def _behind(rows: Sequence[tuple[str, Change]], base: Documents) -> Iterator[tuple[str, Change, str]]:
    """Changes that stand in for another text than the base has now."""
    for path, change in rows:
        if changes.clashes(change) or path not in base:
            continue
        found = Base(base[path]).find(change)
        if isinstance(found, str):
            yield path, change, found
        elif change.hash and change.hash != found.hash:
            yield path, change, "draai `handboek edition update`"


def _change(path: str, change: Change) -> str:
    text = line(change.old or "")
    return f"{OWN}/{path}, `{change.field}`: {text[:80]}{'…' if len(text) > 80 else ''}"
