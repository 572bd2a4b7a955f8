"""What a newer base brought and what became of an edition: as data, and as lines of Markdown that read well in a terminal."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from handboek.authoring.editions.source import Source
from handboek.document import Document
from handboek.dutch import count
from handboek.edition import follow, places
from handboek.edition.carry import State
from handboek.edition.follow import Move
from handboek.edition.merge import Merged, Told
from handboek.load import Documents, kind_of
from handboek.model.kind import Kind
from handboek.resources import EDITION, OWN
from handboek.wording import some

MOST = 25
"""So many of a sort are named; of the rest only the number is told."""


@dataclass(frozen=True)
class Clash:
    """What both changed, with its three texts."""

    path: str
    """The file of the edition in which somebody chooses."""
    field: str
    old: str
    now: str
    """Empty where the base no longer has it."""
    own: str
    """Empty where the edition leaves it out."""
    why: str = ""
    title: str = ""
    """What the piece is called."""


@dataclass(frozen=True)
class Section:
    """Some of what there is to tell, under a heading."""

    title: str
    lines: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    changed: tuple[str, ...] = ()
    """The files of the old base that the lines are about, where their texts changed."""

    def __len__(self) -> int:
        return len(self.lines) + len(self.clashes)


@dataclass(frozen=True)
class Update:
    """What came with a base, and what became of the edition."""

    title: str
    sections: tuple[Section, ...]
    """Those that have something to tell; what waits for an answer comes first."""
    same: int
    followed: int
    waits: int
    moved: Mapping[str, str]
    """The files of the base that have another path now."""

    @property
    def sums(self) -> str:
        same = count(self.same, "verandering", "veranderingen")
        return f"{same} zonder gevolgen, {self.followed} bijgewerkt, {self.waits} in botsing."


CHOICE = (
    f"Zet in de bestanden in `{OWN}/` bij elke botsing `kies: eigen`, `kies: basis` of `kies: beide`, en draai "
    "`handboek edition resolve`. Of kies voor alle tegelijk: `handboek edition resolve --bij-botsing eigen`."
)


def update_of(
    merged: Merged, old: Documents, new: Source, release: str, left_out: Collection[str] = frozenset()
) -> Update:
    """What there is to tell of an update from the base `release`; nothing of the files of a base that are left out."""
    moved, here = places.moved_paths(old, new.documents), new.documents
    told_of = {path for path in {*old, *here} if path not in left_out and _shown(kind_of(path))}
    fresh = [path for path in here if path in told_of and path not in old and path not in moved.values()]
    gone = [path for path in old if path in told_of and path not in here and path not in moved]
    differ = [
        path
        for path in old
        if path in told_of and moved.get(path, path) in here and old[path].text != here[moved.get(path, path)].text
    ]
    names = follow.moves(old, here)
    only = {path for path in differ if _renamed(old[path].text, here[moved.get(path, path)].text, names)}
    ours = [path for path in differ if moved.get(path, path) in merged.texts and path not in only]
    others = [path for path in differ if path not in ours and path not in only]
    away = [*_moves({one: now for one, now in moved.items() if one in told_of})]
    away += [f"{count(len(only), 'bestand noemt', 'bestanden noemen')} alleen een nieuwe naam."] if only else []

    def told(title: str, *states: State) -> Section:
        return Section(title, tuple(f"{_place(one)}: {one.carried.why}" for one in merged.of(*states)))

    sections = (
        Section(
            "In botsing: de basis en jullie uitgave veranderden hetzelfde", clashes=_clashes(merged.of("botst"), here)
        ),
        told("Kan niet zo", "kan niet"),
        told("Stond al los van de basis", "los"),
        told("Bron veranderd", "bron"),
        Section(
            "Zegt de basis nu ook", tuple(f"{_place(one)}: {line(one.carried.now)}" for one in merged.of("gelijk"))
        ),
        Section(
            "Stuk van jullie met dezelfde naam als een nieuw stuk", tuple(f"{OWN}/{path}" for path in merged.twice)
        ),
        Section(
            f"Weggelaten in `{EDITION}`",
            tuple(
                f"`{one}` heet nu `{now}`" if now else f"`{one}` is weg uit de basis" for one, now in merged.left_out
            ),
        ),
        Section("Heet anders in de basis, en nu ook in jullie teksten", tuple(_followed(merged))),
        Section("Veranderd in een stuk dat jullie ook aanpasten", _named(ours, old), changed=tuple(ours)),
        Section("Nieuw in de basis", _named(fresh, here)),
        Section("Veranderd in de basis", _named(others, old), changed=tuple(others)),
        Section("Weg uit de basis", _named(gone, old)),
        Section("Andere plek of naam in de basis", tuple(away)),
    )
    return Update(
        f"Nieuwe basis: {new.name}, "
        + (
            f"van {release} naar {new.release}"
            if release != new.release
            else f"weer uitgave {release}, met andere teksten"
        ),
        tuple(one for one in sections if len(one)),
        len(merged.of("blijft")),
        len(merged.of("bij", "bron")),
        max(0, len(merged.of("botst")) - len(merged.of("gekozen"))),
        moved,
    )


def _shown(kind: Kind | None) -> bool:
    """Whether people read what is in a file: not so of where old addresses lead."""
    return kind is not None and kind.type != "redirect"


def _renamed(was: str, now: str, names: Sequence[Move]) -> bool:
    """Whether a text says the same but for what has another name."""
    for one in names:
        for old, new in ((one.old, one.new), (one.slug, one.now)):
            if old and old != new:
                was, now = (re.sub(rf"(?<![\w-]){re.escape(old)}(?![\w-])", new, text) for text in (was, now))
    return was.split() == now.split()


def _followed(merged: Merged) -> Iterator[str]:
    """Each new name once, with the files of the edition that say it now."""
    files: dict[str, list[str]] = defaultdict(list)
    for path, one in merged.followed:
        files[f"{one.old} → {one.new}"].append(f"{OWN}/{path}")
    for name, paths in files.items():
        yield f"{name}: in {some(list(dict.fromkeys(paths)), 4)}"


def _moves(moved: Mapping[str, str]) -> Iterator[str]:
    """What has another path: files that went from one folder to another by the same name are one line."""
    together: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for old, new in moved.items():
        together[_folders(old, new)].append((old, new))
    for (was, now), paths in together.items():
        if len(paths) > 1:
            yield f"{was} → {now}: {count(len(paths), 'bestand', 'bestanden')}"
        else:
            yield f"{paths[0][0]} → {paths[0][1]}"


def _folders(old: str, new: str) -> tuple[str, str]:
    """The folders from which and to which a file went, without what both paths end with; a file that has another name alone."""
    ours, theirs = list(PurePosixPath(old).parts), list(PurePosixPath(new).parts)
    if ours[-1] != theirs[-1]:
        return old, new
    while ours and theirs and ours[-1] == theirs[-1]:
        ours.pop()
        theirs.pop()
    return f"{'/'.join(ours)}/", f"{'/'.join(theirs)}/"


def updated(update: Update) -> Iterator[str]:
    """The same as lines."""
    yield f"# {update.title}"
    for one in update.sections:
        yield from section(one.title, one.lines)
        yield from section(one.title, map(_three, one.clashes), len(one.clashes))
    yield f"\n{update.sums}"
    if update.waits:
        yield CHOICE


def resolved(merged: Merged) -> Iterator[str]:
    """What was decided, and what still waits."""
    chosen = merged.of("gekozen")
    both = [one for one in chosen if one.carried.row and one.carried.row.get("kies") == "beide"]
    if done := len(chosen) - len(both):
        yield f"{count(done, 'botsing', 'botsingen')} opgelost."
    gone = dict.fromkeys(_place(one) for one in chosen if one.carried.row is None)
    yield from section("De tekst van de basis staat er weer; jullie verandering is weg", gone)
    yield from section(
        "Beide teksten staan nu onder elkaar: maak er bij `wordt` één van, en haal `kies: beide` weg", map(_place, both)
    )
    if waits := [_three(one) for one in _clashes(merged.of("botst"), {})]:
        yield from section("Nog te kiezen", waits)
        yield f"\n{CHOICE}"
    yield from section("Kan niet zo", (f"{_place(one)}: {one.carried.why}" for one in merged.of("kan niet", "los")))


def section(title: str, lines: Iterable[str], most: int = MOST) -> Iterator[str]:
    """A heading with a list below it, of so many lines; nothing where there is nothing to list."""
    there = list(lines)
    if there:
        yield f"\n## {title} ({len(there)})\n"
        yield from (f"- {line}" for line in there[:most])
        if len(there) > most:
            yield f"- … en nog {len(there) - most}"


def _named(paths: Sequence[str], documents: Documents) -> tuple[str, ...]:
    names = ((path, _title(documents.get(path))) for path in paths)
    return tuple(f"{name} ({path})" if name else path for path, name in names)


def _title(document: Document | None) -> str:
    """What the piece in a file is called; of a file with several, what they are."""
    if document is None:
        return ""
    kind = kind_of(document.path)
    title = document.data.get("title") or document.data.get("name")
    return title if isinstance(title, str) else kind.plural.capitalize() if kind and kind.many else ""


def _place(one: Told) -> str:
    return f"{OWN}/{one.path}, `{one.field}`"


def _clashes(told: Sequence[Told], documents: Documents) -> tuple[Clash, ...]:
    return tuple(
        Clash(
            f"{OWN}/{one.path}",
            one.field,
            one.carried.old.strip(),
            one.carried.now.strip(),
            one.carried.own.strip(),
            one.carried.why,
            _title(documents.get(one.path)),
        )
        for one in told
    )


def _three(clash: Clash) -> str:
    """A clash with its three texts below one another."""
    return "\n".join(
        (
            f"{clash.path}, `{clash.field}`",
            f"    was:   {line(clash.old) or '(niets)'}",
            f"    basis: {line(clash.now) or '(weg)'}",
            f"    eigen: {line(clash.own) or '(weggelaten)'}",
        )
    )


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
