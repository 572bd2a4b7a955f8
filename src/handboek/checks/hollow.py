"""What no longer holds in a piece of the base, because of what an edition says of itself: told where it says that, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from handboek.checks.rules import stale_translation, unused
from handboek.dutch import count
from handboek.edition.read import made
from handboek.entry import Entry
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.model.edition import Edition, LeftOut
from handboek.model.introspect import fields_of
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE
from handboek.patched import Spot
from handboek.resources import BASE, EDITION, OWN
from handboek.wording import some

CODE = "uitgave"
"""That of a row in `editions`."""
FIELDS = {field.key: name for name, field in fields_of(LeftOut).items()}
"""What is left out, by the name that people write for it."""


def told(handbook: Handbook, found: Iterable[Finding], look: Callable[[Handbook], list[Finding]]) -> list[Finding]:
    """The findings; those of what an edition left of its base as one, with what to write in `editie.yml`.

    The base itself had none, and nobody writes in it; so what a rule finds there follows from what is left out. Only its
    translations may be behind by themselves: that is told where the edition says something else than they translate.
    Where more than one piece is hollow, or would be once the first is left out, all of it is one list; `look` gives the
    findings of that.
    """
    if handbook.origin is None:
        return list(found)
    sorts = _sorted(handbook, found)
    lines = _chain(handbook, sorts, look)
    together = sum(map(len, lines.values())) > 1

    def alone(entry: Entry) -> bool:
        return not (together and _goes(handbook, entry, sorts.wrong.get(entry, ())))

    return [
        *sorts.others,
        *(_hollow(handbook, entry, wrong) for entry, wrong in sorts.wrong.items() if alone(entry)),
        *(_emptied(handbook, *one) for one in _empty(handbook) if not together),
        *(_idle(handbook, entry, finding) for entry, finding in sorts.idle.items() if alone(entry)),
        *_behind(handbook, sorts.behind),
        *([_all(handbook, lines, sorts)] if together else []),
    ]


@dataclass(frozen=True)
class _Sorts:
    """Findings, those in what an edition left of its base apart."""

    others: list[Finding]
    wrong: dict[Entry, list[Finding]]
    """What no longer holds, by piece."""
    idle: dict[Entry, Finding]
    """What nothing uses any more."""
    behind: set[str]
    """Translations that say something else."""


def _sorted(handbook: Handbook, found: Iterable[Finding]) -> _Sorts:
    sorts = _Sorts([], defaultdict(list), {}, set())
    for finding in found:
        theirs = handbook.origin is not None and handbook.origin.told(finding).path.startswith(f"{BASE}/")
        if theirs and finding.code == stale_translation.CODE:
            sorts.behind.add(finding.path)
            continue
        entry = _entry(handbook, finding) if theirs and handbook.origin and handbook.origin.because(finding) else None
        if entry and finding.code == unused.CODE:
            sorts.idle[entry] = finding
        elif entry and finding.severity == "error":
            sorts.wrong[entry].append(finding)
        else:
            sorts.others.append(finding)
    return sorts


Lines = dict[str, list[str]]
"""What to leave out as well, by the field of `weg`."""


def _chain(handbook: Handbook, sorts: _Sorts, look: Callable[[Handbook], list[Finding]]) -> Lines:
    """All that would have to go, were everything left out that is hollow or that nothing uses, and what becomes so by that."""
    more: Lines = {}
    origin = handbook.origin
    while origin is not None:
        came = [line for line in _lines(handbook, sorts) if line[1] not in more.get(line[0], [])]
        if not came:
            break
        for field, name in came:
            more.setdefault(field, []).append(name)
        handbook = made(_without(origin.edition, more), origin.base, origin.files)
        sorts = _sorted(handbook, look(handbook))
    return more


def _without(edition: Edition, more: Lines) -> Edition:
    names = {FIELDS[field]: values for field, values in more.items()}
    out = edition.left_out
    left_out = out.model_copy(update={name: (*getattr(out, name), *values) for name, values in names.items()})
    return edition.model_copy(update={"left_out": left_out})


def _lines(handbook: Handbook, sorts: _Sorts) -> Iterator[tuple[str, str]]:
    """What to write to leave out what is hollow."""
    for entry in (*sorts.wrong, *(piece.entry for piece, _ in _empty(handbook)), *sorts.idle):
        if line := _goes(handbook, entry, sorts.wrong.get(entry, ())):
            yield line


def _goes(handbook: Handbook, entry: Entry, wrong: Sequence[Finding]) -> tuple[str, str] | None:
    """What to write to leave a piece out of which this is wrong; nothing where that is not what to do."""
    return None if wrong and _long(wrong) else _line(handbook, entry)


def _long(found: Sequence[Finding]) -> bool:
    """Whether a text grew by a word: it is made shorter."""
    return found[0].code == "te-lang"


def _all(handbook: Handbook, lines: Lines, sorts: _Sorts) -> Finding:
    """All of it as one finding and one list: it has one cause."""
    assert handbook.origin is not None
    out, why = handbook.origin.edition.left_out, handbook.origin.why
    spot = why.get("") or next(iter(why.values()))
    number = count(sum(map(len, lines.values())), "stuk", "stukken")
    hollow = [*_hollowed(handbook, sorts)]
    idle = [f"`{line[1]}`" for entry in sorts.idle if (line := _line(handbook, entry))]
    what = " ".join([
        f"Wat je weglaat, laat samen {number} over waar iets aan ontbreekt of die niemand meer gebruikt.",
        *hollow[:MOST],
        *([f"En zo nog {len(hollow) - MOST}."] if len(hollow) > MOST else []),
        *([f"Niemand gebruikt nog: {some(idle)}."] if idle else []),
    ])  # fmt: skip
    whole = {field: [*getattr(out, FIELDS[field]), *names] for field, names in lines.items()}
    said = ", ".join(f"`{field}: [{', '.join(names)}]`" for field, names in whole.items())
    keep = [
        f"`handboek edition change {line[1]}`"
        for entry, wrong in sorts.wrong.items()
        if FEW in wrong[0].text and (line := _goes(handbook, entry, wrong))
    ]
    first = f"Zet er een punt bij: {some(keep)}. Of laat" if keep else "Laat"
    helps = f"{first} ze ook weg: zet in `{EDITION}` onder `weg`: {said}. Wat er al stond, staat erin."
    more = (
        " Of houd een stuk, en verander wat er mis is: `handboek edition change` met dat adres."
        if hollow and not keep
        else ""
    )
    severity: Literal["error", "warning"] = "error" if hollow else "warning"
    return Finding(spot.path, spot.line, spot.column, CODE, what, f"{helps}{more}", severity)


FEW = "te weinig"
"""What a finding says of a list with too few points: one more mends it, and leaving its piece out takes more with it."""
MOST = 6
"""So many of what became hollow are told one by one."""


def _hollowed(handbook: Handbook, sorts: _Sorts) -> Iterator[str]:
    """A sentence for each piece that can be left out of what it lacks."""
    for entry, wrong in sorts.wrong.items():
        if line := _goes(handbook, entry, wrong):
            yield f"`{line[1]}`: {wrong[0].text[:1].lower()}{wrong[0].text[1:]}"
    for piece, inside in _empty(handbook):
        yield f"`{piece.slug}`: er zijn geen {inside.plural} meer."


def _empty(handbook: Handbook) -> Iterator[tuple[Piece, Kind]]:
    """What has nothing left of what belonged inside it, with the kind of that: a phase without steps."""
    files = handbook.origin.files if handbook.origin else {}
    for piece in handbook.pieces.values():
        base = files.get(f"{BASE}/{piece.path}")
        for name, inside in _inside(piece.kind) if base else ():
            if base and base.data.get(name) and not getattr(piece.data, name):
                yield piece, inside


def _emptied(handbook: Handbook, piece: Piece, inside: Kind) -> Finding:
    assert handbook.origin is not None
    why, this = handbook.origin.why, f"{piece.kind.this} {piece.kind.name}"
    spot = why.get(piece.path) or why[""]
    helps = (
        f"Laat {this} ook weg: zet onder `fasen` `- {piece.slug}`. "
        f"Of schrijf er een van jullie zelf in `{OWN}/{PurePosixPath(piece.path).parent}/`."
    )
    what = f"Hierdoor heeft {this} `{piece.slug}` geen {inside.plural} meer."
    return Finding(spot.path, spot.line, spot.column, CODE, what, helps)


def _inside(kind: Kind) -> Iterator[tuple[str, Kind]]:
    """The fields that list what belongs inside a piece of this kind, each with the kind of that."""
    for name, field_ in fields_of(kind.model).items():
        refers = field_.shape.item.refers if field_.shape.item else None
        other = BY_TYPE.get(refers.kind) if refers else None
        if other and other.within == kind.type:
            yield name, other


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
    line = None if _long(found) else _line(handbook, entry)
    mend = f"`handboek edition change {first.path}`"
    away = f"aat {kind.this} {kind.name} ook weg: zet onder `{line[0]}` `- {line[1]}`." if line else ""
    if FEW in first.text:
        helps = f"Zet er een punt bij: {mend}." + (f" Of l{away}" if line else "")
    else:
        helps = f"L{away} Of verander wat er mis is: {mend}." if line else f"Verander wat er mis is: {mend}."
    return _at(handbook, first, f"{what}{more}", helps)


def _idle(handbook: Handbook, entry: Entry, finding: Finding) -> Finding:
    kind = entry.kind
    called, line = f"{kind.this} {kind.name}", _line(handbook, entry)
    what = f"Hierdoor gebruikt geen enkel stuk {called} nog: `{entry.slug}`."
    away = f"Laat {called} ook weg: zet onder `{line[0]}` `- {line[1]}`. Of gebruik" if line else "Gebruik"
    helps = f"{away} {'dat' if kind.this == 'dit' else 'die'} zelf. {kind.unused}"
    return _at(handbook, finding, what, helps)


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
        return "fasen", entry.slug
    if kind.alone or kind.on_screen:
        return "soorten", kind.name
    piece = next((piece for piece in handbook.pieces.values() if piece.entry is entry), None)
    address = piece.address if piece else kind.address(entry.slug)
    return None if ":" in address else ("stukken", address.strip("/").replace("#", ""))


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
