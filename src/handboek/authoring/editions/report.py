"""What a newer base brought and what became of an edition: as data, and as lines of Markdown that read well in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from handboek.authoring.editions.source import Source
from handboek.document import Document
from handboek.dutch import count
from handboek.edition import places
from handboek.edition.carry import State
from handboek.edition.merge import Merged, Told
from handboek.load import Documents, kind_of
from handboek.resources import EDITION, OWN

MOST = 60
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


def update_of(merged: Merged, old: Documents, new: Source, release: str) -> Update:
    """What there is to tell of an update from the base `release`."""
    moved, here = places.moved_paths(old, new.documents), new.documents
    fresh = [path for path in here if path not in old and path not in moved.values() and kind_of(path)]
    gone = [path for path in old if path not in here and path not in moved and kind_of(path)]
    differ = [
        path for path in old if moved.get(path, path) in here and old[path].text != here[moved.get(path, path)].text
    ]

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
            "Heet anders in de basis, en nu ook in jullie teksten",
            tuple(f"{OWN}/{path}: {one.old} → {one.new}" for path, one in merged.followed),
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
        Section("Nieuw in de basis", _named(fresh, here)),
        Section("Veranderd in de basis", _named(differ, old), changed=tuple(differ)),
        Section("Andere plek in de basis", tuple(f"{path} → {now}" for path, now in moved.items())),
        Section("Weg uit de basis", _named(gone, old)),
    )
    return Update(
        f"Nieuwe basis: {new.name}, van {release} naar {new.release}",
        tuple(one for one in sections if len(one)),
        len(merged.of("blijft")),
        len(merged.of("bij", "bron")),
        max(0, len(merged.of("botst")) - len(merged.of("gekozen"))),
        moved,
    )


def updated(update: Update) -> Iterator[str]:
    """The same as lines."""
    yield f"# {update.title}"
    for one in update.sections:
        yield from section(one.title, (*one.lines, *map(_three, one.clashes)))
    yield f"\n{update.sums}"
    if update.waits:
        yield CHOICE


def resolved(merged: Merged) -> Iterator[str]:
    """What was decided, and what still waits."""
    if done := len(merged.of("gekozen")):
        yield f"{count(done, 'botsing', 'botsingen')} opgelost."
    yield from section("Nog te kiezen", map(_three, _clashes(merged.of("botst"), {})))
    yield from section("Kan niet zo", (f"{_place(one)}: {one.carried.why}" for one in merged.of("kan niet", "los")))


def section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A heading with a list below it; nothing where there is nothing to list."""
    there = list(lines)
    if there:
        yield f"\n## {title} ({len(there)})\n"
        yield from (f"- {line}" for line in there[:MOST])
        if len(there) > MOST:
            yield f"- … en nog {len(there) - MOST}"


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
