"""What the editors read and agreed (`map.yml`, `ledger.yml`, `marks.txt`, `says.yml`), under the names of today.

`handboek rename` leaves a redirect from the old address of a piece to its new one, for readers and for these files: what
names an old address or an old name follows it, so that another name asks nothing of who gives it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from conftest import real
from handboek.handbook import Handbook
from handboek.model.kinds import BY_TYPE
from handboek.site import redirects

FOLDER = Path(__file__).parent
HELP = (
    "What the editors agreed stands in tests/content. When a text differs: read it beside its source, then run "
    "`READ=write .venv/bin/pytest tests/content/test_marks.py`, which renews marks.txt. A new phase or step gets its line "
    "in map.yml, at its place, with the sources that it must cite ([] for none). A fact that moved gets its new place in "
    "ledger.yml."
)
"""What to do when one of the tests in this folder fails."""


class Names:
    """The names of today for what had another name when it was read."""

    def __init__(self, book: Handbook) -> None:
        self.book = book
        self.moved = {old.strip("/"): new.strip("/") for old, new in redirects.table(book).items()}

    def address(self, old: str) -> str:
        page, anchor, spot = old.partition("/#")
        return old if self.book.at(old) else self.moved.get(page, page) + anchor + spot

    def slug(self, type_: str, old: str) -> str:
        """The slug of a piece; an address may have that of a phase in the middle, so it is known by its end."""
        if self.book.get(type_, old):
            return old
        folder = BY_TYPE[type_].folder
        ends = [new for was, new in self.moved.items() if was.startswith(folder) and was.rpartition("/")[2] == old]
        found = [piece.slug for new in ends if (piece := self.book.at(new)) and piece.type == type_]
        return found[0] if found else old

    def source(self, old: str) -> str:
        return self.slug("source", old)


@cache
def names() -> Names:
    return Names(real())


def _read(name: str) -> Any:
    return yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))


def the_map(now: Names | None = None) -> dict[str, Any]:
    """By type the pieces that must be there, each with the sources that it must cite; and what else the map names."""
    now, said = now or names(), _read("map.yml")
    for type_ in set(said) & set(BY_TYPE):
        said[type_] = {now.slug(type_, slug): [*map(now.source, keys)] for slug, keys in said[type_].items()}
    said["sources"] = [*map(now.source, said["sources"])]
    said["principles"] = [[*map(now.source, keys)] for keys in said["principles"]]
    said["core"] = {type_: [now.slug(type_, slug) for slug in slugs] for type_, slugs in said["core"].items()}
    said["aliases"] = {now.slug("role", slug): known for slug, known in said["aliases"].items()}
    return said


def facts(now: Names | None = None) -> list[dict[str, Any]]:
    """The facts of the sources, each with its source and its place."""
    now = now or names()
    return [
        {**fact, "at": now.address(fact["at"]), "source": now.source(fact["source"])}
        for fact in _read("ledger.yml")["facts"]
    ]


def marks(now: Names | None = None) -> list[str]:
    """The lines of what stands behind each mark: sources, address, hash and first words."""
    now = now or names()
    lines = []
    for line in (FOLDER / "marks.txt").read_text(encoding="utf-8").splitlines():
        sources, address, rest = line.split(" ", 2)
        lines.append(f"{'+'.join(map(now.source, sources.split('+')))} {now.address(address)} {rest}")
    return lines


def says(now: Names | None = None) -> dict[str, Any]:
    """Which names and figures each source speaks of, and which figures of a piece are our own."""
    now, said = now or names(), _read("says.yml")
    by_source = {name: {now.source(key): known for key, known in said[name].items()} for name in ("names", "figures")}
    return {**by_source, "own": {now.address(address): known for address, known in said["own"].items()}}
