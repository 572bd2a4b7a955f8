"""What a workshop script adds up to: its clock, its copies for a group, what to pack, and what of it participants meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from handboek import dutch
from handboek.handbook import Handbook, Piece
from handboek.model.tools import Group, Handout, PackEntry, Part, Script


def timetable(script: Script, begins: str | None = None) -> Iterator[tuple[Part, str, str]]:
    """Each part with its start counted from 0:00 and on the clock."""
    passed = 0
    for part in script.parts:
        yield part, f"{passed // 60}:{passed % 60:02}", _later(begins or script.begins, passed)
        passed += part.minutes


def _later(clock: str, minutes: int) -> str:
    """The time on the clock so many minutes later."""
    hours, past = (int(number) for number in clock.split(":"))
    now = (hours * 60 + past + minutes) % (24 * 60)
    return f"{now // 60}:{now % 60:02}"


def copies(group: Group, sheet: Handout | PackEntry, people: int | None = None) -> int:
    """How many copies of a sheet a group of `people` needs (default: the usual size)."""
    size = people or group.usual
    per = {
        "persoon": size,
        "tweetal": -(-size // 2),
        "groep": -(-size // group.per_group),
        "tafel": -(-size // group.per_group),
        "trainer": 1,
        "zaal": 1,
    }
    return sheet.number * per[sheet.per]


def packing(script: Script, people: int | None = None) -> list[tuple[str, int]]:
    """The sheets to bring with their number of copies: the most that any part needs, as handouts are kept."""
    found: dict[str, int] = {}
    for part in script.parts:
        for sheet in part.sheets:
            found[sheet.piece] = max(found.get(sheet.piece, 0), copies(script.group, sheet, people))
    return list(found.items())


EACH = {
    "persoon": "per persoon",
    "tweetal": "per tweetal",
    "groep": "per groepje",
    "tafel": "per tafel",
    "zaal": "voor iedereen samen",
    "trainer": "voor jou",
}
"""What a sheet on the table is for."""


@dataclass(frozen=True)
class Laid:
    """A sheet on the table in a part of a workshop."""

    piece: Piece
    each: str
    """How many there are, and for whom: `één per tafel`."""
    copies: int


@dataclass(frozen=True)
class Turn:
    """A part of a workshop as participants meet it."""

    part: Part
    when: str
    """From when to when on the clock; how long it takes where no start is known."""
    laid: tuple[Laid, ...]
    """What lies on the table for them."""
    own: tuple[Laid, ...]
    """What the trainer has for that."""

    @property
    def asks(self) -> int:
        """How many questions lie on the table: its own, or its title where that is one."""
        return len(self.part.questions) or int(self.part.title.endswith("?"))


def turns(book: Handbook, script: Script, people: int | None = None, begins: str | None = None) -> Iterator[Turn]:
    """What of each part is for participants, for a group of `people` (default: the usual size) that `begins` then (`13:15`)."""
    for part, _, start in timetable(script, begins):
        laid = [
            (one.per, Laid(piece, f"{dutch.number(one.number)} {EACH[one.per]}", copies(script.group, one, people)))
            for one in part.sheets
            if (piece := book.at(one.piece))
        ]
        yield Turn(
            part,
            f"{start}–{_later(start, part.minutes)}" if begins else dutch.minutes(part.minutes),
            tuple(sheet for per, sheet in laid if per != "trainer"),
            tuple(sheet for per, sheet in laid if per == "trainer"),
        )


def read_on(turns: Iterable[Turn]) -> list[Piece]:
    """Where participants read on: what lay on the table, each once."""
    return list({sheet.piece.key: sheet.piece for turn in turns for sheet in turn.laid}.values())
