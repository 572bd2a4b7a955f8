"""What a newer base brought, and how an edition stands, as lines of Markdown that read well in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handboek.authoring.editions.source import Source
from handboek.document import Document
from handboek.dutch import count
from handboek.edition import base as bases
from handboek.edition import carry, changes, places
from handboek.edition.carry import Base
from handboek.edition.entries import LIST
from handboek.edition.merge import Merged, Told
from handboek.edition.read import own_files, read_changes, settings
from handboek.load import Documents, kind_of, read
from handboek.model.edition import Change
from handboek.parse import read_file
from handboek.resources import BASE, EDITION, OWN

MOST = 60
"""So many of a sort are named; of the rest only the number is told."""


def updated(merged: Merged, old: Documents, new: Source, release: str) -> Iterator[str]:
    """What came with a base, and what became of the edition."""
    moved = places.moved_paths(old, new.documents)
    here = new.documents
    yield f"# Nieuwe basis: {new.name}, van {release} naar {new.release}"
    fresh = [path for path in here if path not in old and path not in moved.values() and kind_of(path)]
    gone = [path for path in old if path not in here and path not in moved and kind_of(path)]
    differ = [
        path for path in old if moved.get(path, path) in here and old[path].text != here[moved.get(path, path)].text
    ]
    yield from _section("Nieuw in de basis", _named(fresh, here))
    yield from _section("Veranderd in de basis", _named(differ, old))
    yield from _section("Andere plek in de basis", (f"{path} → {now}" for path, now in moved.items()))
    yield from _section("Weg uit de basis", _named(gone, old))
    yield from _section("In botsing: de basis en jullie uitgave veranderden hetzelfde", _clashes(merged.of("botst")))
    yield from _section(
        "Kan niet zo", (f"{OWN}/{one.path}, `{one.field}`: {one.carried.why}" for one in merged.of("kan niet"))
    )
    yield from _section("Stond al los van de basis", (f"{_place(one)}: {one.carried.why}" for one in merged.of("los")))
    yield from _section("Bron veranderd", (f"{_place(one)}: {one.carried.why}" for one in merged.of("bron")))
    yield from _section(
        "Zegt de basis nu ook", (f"{_place(one)}: {_line(one.carried.now)}" for one in merged.of("gelijk"))
    )
    yield from _section(
        "Stuk van jullie met dezelfde naam als een nieuw stuk", (f"{OWN}/{path}" for path in merged.twice)
    )
    yield from _section(
        f"Weggelaten in `{EDITION}`",
        (f"`{one}` heet nu `{now}`" if now else f"`{one}` is weg uit de basis" for one, now in merged.left_out),
    )
    yield ""
    followed = len(merged.of("bij", "bron"))
    waits = len(merged.of("botst")) - len(merged.of("gekozen"))
    yield f"{count(len(merged.of('blijft')), 'verandering', 'veranderingen')} zonder gevolgen, {followed} bijgewerkt, {max(0, waits)} in botsing."
    if waits > 0:
        yield (
            f"Zet in de bestanden in `{OWN}/` bij elke botsing `kies: eigen`, `kies: basis` of `kies: beide`, en draai "
            "`handboek edition resolve`. Of kies voor alle tegelijk: `handboek edition resolve --bij-botsing eigen`."
        )


def resolved(merged: Merged) -> Iterator[str]:
    """What was decided, and what still waits."""
    if done := len(merged.of("gekozen")):
        yield f"{count(done, 'botsing', 'botsingen')} opgelost."
    yield from _section("Nog te kiezen", _clashes(merged.of("botst")))
    yield from _section("Kan niet zo", (f"{_place(one)}: {one.carried.why}" for one in merged.of("kan niet", "los")))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    there = list(lines)
    if there:
        yield f"\n## {title} ({len(there)})\n"
        yield from (line if line.startswith("  ") else f"- {line}" for line in there[:MOST])
        if len(there) > MOST:
            yield f"- … en nog {len(there) - MOST}"


def _named(paths: Sequence[str], documents: Documents) -> Iterator[str]:
    for path in paths:
        title = documents[path].data.get("title") or documents[path].data.get("name")
        yield f"{title} ({path})" if isinstance(title, str) else path


def _place(one: Told) -> str:
    return f"{OWN}/{one.path}, `{one.field}`"


def _clashes(told: Sequence[Told]) -> Iterator[str]:
    """Each clash with its three texts below one another."""
    for one in told:
        said = one.carried
        texts = (
            f"    was:   {_line(said.old) or '(niets)'}",
            f"    basis: {_line(said.now) or '(weg)'}",
            f"    eigen: {_line(said.own) or '(weggelaten)'}",
        )
        yield "\n".join((_place(one), *texts))


def _line(text: str) -> str:
    return " ".join(text.split())


def status(root: Path) -> Iterator[str]:
    """Where an edition stands: what is its own, what it changed, what clashes, is behind or left out."""
    edition, _ = settings(read_file(root, EDITION))
    base, own, was = read(root / BASE), own_files(root), bases.told(root)
    name = edition.name if edition else f"(in `{EDITION}` staat een fout: kijk met `handboek check`)"
    yield f"# {name}"
    yield f"\nOp {was.title}, uitgave {was.release}, opgehaald op {was.taken or 'onbekend'}."
    rows = [(path, change) for path, document in own.items() for change in _changes_in(document)]
    clash = [one for one in rows if carry.clashes(one[1])]
    homeless = [path for path, document in own.items() if LIST in document.data and path not in base]
    behind = list(_behind(rows, base))
    unwritten = [one for one in rows if changes.unchanged(one[1]) and not carry.clashes(one[1])]
    both = [one for one in rows if changes.unmerged(one[1])]
    yield from _section(
        "Eigen stukken", (path for path, document in own.items() if LIST not in document.data and path not in base)
    )
    changed = list(dict.fromkeys(path for path, _ in rows))
    numbers = {path: sum(one == path for one, _ in rows) for path in changed}
    yield from _section(
        "Veranderde stukken", (f"{path}: {count(numbers[path], 'verandering', 'veranderingen')}" for path in changed)
    )
    yield from _section("In botsing", (_change(path, change) for path, change in clash))
    yield from _section("Twee teksten onder elkaar, nog één van te maken", (_change(*one) for one in both))
    yield from _section(
        "Achter: de tekst van de basis is anders, of weg",
        (f"{_change(path, change)}: {why}" for path, change, why in behind),
    )
    yield from _section("Het stuk is weg uit de basis", homeless)
    yield from _section("Geopend en nog niet geschreven", (_change(*one) for one in unwritten))
    yield from _section("Basis met de hand veranderd", (f"{BASE}/{path}: {what}" for path, what in bases.edited(root)))
    out = edition.left_out if edition else None
    yield from _section(
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
        if carry.clashes(change) or path not in base:
            continue
        found = Base(base[path]).find(change)
        if isinstance(found, str):
            yield path, change, found
        elif change.hash and change.hash != found.hash:
            yield path, change, "draai `handboek edition update`"


def _change(path: str, change: Change) -> str:
    text = _line(change.old or "")
    return f"{OWN}/{path}, `{change.field}`: {text[:80]}{'…' if len(text) > 80 else ''}"
