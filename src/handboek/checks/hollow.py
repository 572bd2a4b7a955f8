"""What no longer holds in a piece of the base, because of what an edition says of itself: told where it says that, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from handboek.checks.rules import stale_translation, unused
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.kinds import BY_TYPE
from handboek.patched import Spot
from handboek.resources import BASE, OWN
from handboek.wording import quoted, some

CODE = "uitgave"
"""That of a row in `editions`."""


def told(handbook: Handbook, found: Iterable[Finding]) -> list[Finding]:
    """The findings, those of what an edition left of its base as one a piece, with what to write in `editie.yml`.

    The base itself had none, and nobody writes in it; so what a rule finds there follows from what is left out. Only its
    translations may be behind by themselves: that is told where the edition says something else than they translate.
    """
    origin = handbook.origin
    if origin is None:
        return list(found)
    kept: list[Finding] = []
    wrong: dict[Entry, list[Finding]] = defaultdict(list)
    idle: dict[str, list[tuple[Entry, Finding]]] = defaultdict(list)
    behind: set[str] = set()
    for finding in found:
        if finding.code == stale_translation.CODE and origin.told(finding).path.startswith(f"{BASE}/"):
            behind.add(finding.path)
            continue
        entry = _entry(handbook, finding) if origin.because(finding) else None
        if entry is None or not origin.told(finding).path.startswith(f"{BASE}/"):
            kept.append(finding)
        elif finding.code == unused.CODE:
            idle[entry.kind.type].append((entry, finding))
        elif finding.severity == "error":
            wrong[entry].append(finding)
        else:
            kept.append(finding)
    return [
        *kept,
        *(_hollow(handbook, *one) for one in wrong.items()),
        *(_idle(handbook, *one) for one in idle.items()),
        *_behind(handbook, behind),
    ]


def _entry(handbook: Handbook, finding: Finding) -> Entry | None:
    """The piece that a finding is about."""
    there = [
        entry for entry in handbook.entries if finding.path in (entry.document.path, entry.prose and entry.prose.path)
    ]
    before = [entry for entry in there if entry.place().line <= finding.line]
    return next(iter((before or there)[-1:]), None)


def _hollow(handbook: Handbook, entry: Entry, found: list[Finding]) -> Finding:
    kind, first = entry.kind, found[0]
    what = f"Hierdoor klopt {kind.this} {kind.name} `{entry.slug}` niet meer. {first.text}"
    more = f" Er is nog meer mis: {len(found)} dingen samen." if len(found) > 1 else ""
    line = _line(handbook, entry) if first.code != "te-lang" else None  # a text that grew by a word is made shorter
    away = (
        f"Laat {kind.this} {kind.name} ook weg: zet onder `{line[0]}` `{line[1]}`. Of verander" if line else "Verander"
    )
    return _at(handbook, first, f"{what}{more}", f"{away} wat er mis is: `handboek edition change {first.path}`.")


def _idle(handbook: Handbook, type_: str, found: list[tuple[Entry, Finding]]) -> Finding:
    kind = BY_TYPE[type_]
    names = [entry.slug for entry, _ in found]
    one = len(names) == 1
    called = f"{kind.this} {kind.name}" if one else f"deze {kind.plural}"
    what = f"Hierdoor gebruikt geen enkel stuk {called} nog: {quoted(names, 'en')}."
    lines = quoted([line[1] for entry, _ in found if (line := _line(handbook, entry))], "en")
    first = f" Of gebruik {'dat' if kind.this == 'dit' else 'die'} zelf." if one else " Of gebruik ze zelf."
    helps = f"Laat {called} ook weg: zet onder `stukken` {lines}.{first} {kind.unused}"
    return _at(handbook, found[0][1], what, helps)


def _behind(handbook: Handbook, paths: Collection[str]) -> Iterator[Finding]:
    """Translations of the base that no longer say what the edition does: once for each place that made it so."""
    there: dict[Spot, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in handbook.of("translation"):
        if one.path in paths and one.of and (spot := _rewritten(handbook, one.of.path)):
            there[spot][one.of.address.strip("/")].append(one.data.language)
    for spot, pieces in there.items():
        named = some([f"`{address}` ({', '.join(languages)})" for address, languages in pieces.items()])
        what = f"Hierdoor lopen vertalingen achter: {named}."
        helps = "Op de bladzijde en het blad staat dat erbij. Laat ze vertalen, of laat ze weg met `weg`."
        yield Finding(spot.path, spot.line, spot.column, CODE, what, helps, "warning")


def _rewritten(handbook: Handbook, path: str) -> Spot | None:
    """Where an edition says another thing in a file of its base than that does."""
    origin = handbook.origin
    if origin is None or path not in origin.patched or len(origin.patched[path].runs) == 1:
        return None
    own = f"{OWN}/{path}"
    return Spot(own, 1) if own in origin.files else origin.worded.get(path) or origin.why.get(path)


def _line(handbook: Handbook, entry: Entry) -> tuple[str, str] | None:
    """What to write in `editie.yml` to leave a piece out, and under which field; nothing for what cannot go by itself."""
    kind = entry.kind
    if kind.home:
        return None
    if kind.by_folder:
        return "fasen", f"- {entry.slug}"
    if kind.alone or kind.on_screen:
        return "soorten", f"- {kind.name}"
    piece = next((piece for piece in handbook.pieces.values() if piece.entry is entry), None)
    address = piece.address if piece else kind.address(entry.slug)
    return None if ":" in address else ("stukken", f"- {address.strip('/').replace('#', '')}")


def _at(handbook: Handbook, finding: Finding, what: str, helps: str) -> Finding:
    spot = handbook.origin.because(finding) if handbook.origin else None
    assert spot is not None
    return replace(
        finding,
        path=spot.path,
        line=spot.line,
        column=spot.column,
        code=CODE,
        text=what,
        help=helps,
        suggestion="",
        width=1,
    )
