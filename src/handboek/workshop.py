"""What a workshop script adds up to: its clock, its copies for a group, what to pack."""

from __future__ import annotations

from collections.abc import Iterator

from handboek.model.tools import Group, Handout, PackEntry, Part, Script


def timetable(script: Script, begins: str | None = None) -> Iterator[tuple[Part, str, str]]:
    """Each part with its start counted from 0:00 and on the clock."""
    hours, minutes = (int(number) for number in (begins or script.begins).split(":"))
    passed = 0
    for part in script.parts:
        now = (hours * 60 + minutes + passed) % (24 * 60)
        yield part, f"{passed // 60}:{passed % 60:02}", f"{now // 60}:{now % 60:02}"
        passed += part.minutes


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
