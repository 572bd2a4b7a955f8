"""A workshop script for one group on one day: its parts in the time that there is, its clock, and where it does not fit.

`overrides/site/assets/logic/session.js` does the same in a browser; `tests/tools/sessions.yml` holds both to one table.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from handboek import dutch
from handboek.model.workshop import Group, Late, Packed, Part, Script

DAY = 24 * 60
BREAK = "pauze"
"""The name of a break that the script itself has not."""
LONGEST_BREAK = 60


@dataclass(frozen=True)
class Wish:
    """What somebody wants of a script; what is empty stays as the script has it."""

    people: int | None = None
    begins: str = ""
    """When it begins (`13:15`)."""
    ends: str = ""
    """When it ends; counts only where there is no `minutes`."""
    minutes: int | None = None
    pause: int | None = None
    """How many minutes of break; 0 for none."""
    without: tuple[str, ...] = ()
    """The parts that are left out."""
    short: bool = False
    """Whether it is the short version."""


@dataclass(frozen=True)
class Trouble:
    """Where a wish does not fit a script: which, why, and what comes nearest."""

    wish: Literal["people", "minutes", "ends", "pause", "without"]
    text: str
    nearest: int | str
    split: tuple[int, int] | None = None
    """Into how many groups so many people can be divided, and the size of the largest."""


@dataclass(frozen=True)
class Row:
    """A part of a session."""

    part: Part
    minutes: int
    passed: str
    """When it begins, counted from 0:00."""
    clock: str
    """When it begins on the clock."""

    @property
    def shortened(self) -> bool:
        """Whether it has less time than usual."""
        return self.minutes < self.part.minutes

    @property
    def brief(self) -> bool:
        """Whether it has less time than its usual words need."""
        return self.minutes < self.part.enough

    @property
    def says(self) -> Part:
        """The part in the words of this session: with too little time for the usual ones, its shorter ones in their place."""
        shorter = self.part.shorter if self.brief else None
        return self.part.model_copy(update=dict(shorter.said())) if shorter else self.part


@dataclass(frozen=True)
class Session:
    """A script as it is held; where the wish did not fit, what comes nearest to it."""

    group: Group
    people: int
    begins: str
    ends: str
    minutes: int
    rows: tuple[Row, ...]
    dropped: tuple[Part, ...]
    """The parts that are left out."""
    late: tuple[Late, ...]
    """What can still be left out when time runs short."""
    packing: tuple[Packed, ...]
    """What to pack beside the sheets: what no part needs in the time that it has, is not there."""
    troubles: tuple[Trouble, ...]

    @property
    def groups(self) -> int:
        """How many tables or small groups there are."""
        return -(-self.people // self.group.per_group)


def session(script: Script, wish: Wish | None = None, group: Group | None = None) -> Session:
    """The script for this wish, or for what comes nearest to it; for another `group` than its own where one is given."""
    group = group or script.group
    wish = wish or Wish()
    troubles: list[Trouble] = []
    people = _people(group, wish, troubles)
    kept = _kept(script, wish, troubles)
    least, most = sum(map(_least, kept)), sum(part.minutes for part in kept)
    begins = _minutes(wish.begins or script.begins)
    asked = (_minutes(wish.ends) - begins) % DAY if wish.ends else None
    if (wanted := wish.minutes or asked) is None:
        wanted = script.short.minutes if wish.short and script.short else most
    total = min(max(wanted, least), most)
    if total != wanted and (wish.minutes or wish.ends):
        helps = "Daarna is het klaar." if wanted > most else _so_that_it_fits(script, wish, kept, wanted)
        troubles.append(_length(wish, wanted, (least, most), _clock(begins + total), helps))
    shares = shared([_least(part) for part in kept], [part.minutes for part in kept], total)
    rows, passed = [], 0
    for part, minutes in zip(kept, shares, strict=True):
        rows.append(Row(part, minutes, _clock(passed), _clock(begins + passed)))
        passed += minutes
    held = {one.id for one in kept}
    whole = {row.part.id for row in rows if not row.brief}
    return Session(
        group,
        people,
        _clock(begins),
        _clock(begins + total),
        total,
        tuple(rows),
        dropped=tuple(part for part in script.parts if part.id not in held),
        late=(
            *(advice := [one for one in script.when_late if one.part is None or one.part in whole]),
            *(
                _left_out(row)
                for row in _given_up(script, wish, rows)
                if row.part.id not in {one.part for one in advice}
            ),
        ),
        packing=tuple(one for one in script.packing if one.part is None or one.part in (whole if one.usual else held)),
        troubles=tuple(troubles),
    )


def shared(least: Sequence[int], usual: Sequence[int], total: int) -> list[int]:
    """So many minutes, shared out over parts: each its least, and of what is left as much as it usually has more."""
    room = [most - low for low, most in zip(least, usual, strict=True)]
    left, wide = total - sum(least), sum(room) or 1
    given = [left * one // wide for one in room]
    rest = left - sum(given)
    first = sorted(range(len(room)), key=lambda at: (-(left * room[at] % wide), at))[:rest]
    return [low + more + (at in first) for at, (low, more) in enumerate(zip(least, given, strict=True))]


def _given_up(script: Script, wish: Wish, rows: Sequence[Row]) -> list[Row]:
    """The parts that can still go where there is less time than usual, the one that hurts least first."""
    shorter = wish.short or any(row.brief for row in rows)
    return [row for part in _order(script, [row.part for row in rows]) for row in rows if row.part is part and shorter]


def _order(script: Script, kept: Sequence[Part]) -> list[Part]:
    """The parts that can be left out, the one that hurts least first: those that the short version has not, and then what it
    gives up. A break is no part that somebody gives up.
    """
    names = (*script.short.without, *script.short.late) if script.short else ()
    return [part for name in names for part in kept if part.id == name and not part.pause]


def _so_that_it_fits(script: Script, wish: Wish, kept: Sequence[Part], wanted: int) -> str:
    """What to leave out where the least of every part is too long together."""
    left = sum(map(_least, kept))
    drops: list[str] = []
    for part in _order(script, kept):
        if left > wanted:
            drops.append(f"“{part.title}”")
            left -= _least(part)
    gone = script.short.without if script.short and not wish.short else ()
    short = "kies de korte versie" if gone and sum(_least(one) for one in kept if one.id not in gone) <= wanted else ""
    if drops and left <= wanted:
        return f"Laat {dutch.listed(drops)} weg{f', of {short}' if short else ''}. Dan past het."
    if short:
        return f"{short.capitalize()}. Dan past het."
    return f"Ook zonder {dutch.listed(drops)} duurt het {left} minuten." if drops else "Neem meer tijd."


def _left_out(row: Row) -> Late:
    text = f"Laat “{row.part.title}” weg. Dat scheelt {dutch.count(row.minutes, 'minuut', 'minuten')}."
    return Late(part=row.part.id, text=text)


def _clock(minutes: int) -> str:
    """Minutes as a clock shows them: 795 as 13:15."""
    return f"{minutes // 60 % 24}:{minutes % 60:02}"


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def _least(part: Part) -> int:
    return part.least or part.minutes


def _people(group: Group, wish: Wish, troubles: list[Trouble]) -> int:
    people = wish.people or group.usual
    nearest = min(max(people, group.least), group.most)
    if nearest != people:
        fits = f"Dit draaiboek is voor {group.least} tot {group.most} mensen."
        off = "weinig" if people < group.least else "veel"
        said = f"{fits} {people} is te {off}; {nearest} komt er het dichtst bij."
        split = _split(group, people)
        if split:
            fewest, size, times = people // split[0], split[1], dutch.number(split[0])
            sizes = f"{fewest} of {size}" if fewest < size else f"{size}"
            also = f"Of maak {times} groepen van {sizes}, elk met iemand die leidt. Print dan alles {times} keer."
            said = f"{said} {also}"
        troubles.append(Trouble("people", said, nearest, split))
    return nearest


def _split(group: Group, people: int) -> tuple[int, int] | None:
    """As few groups as hold so many people, and the size of the largest; none where the smallest would be too small."""
    groups = -(-people // group.most)
    return (groups, -(-people // groups)) if groups > 1 and people // groups >= group.least else None


def _kept(script: Script, wish: Wish, troubles: list[Trouble]) -> list[Part]:
    """The parts that stay, with the break as it is wanted."""
    gone = {*wish.without, *(script.short.without if wish.short and script.short else ())}
    kept = [part for part in script.parts if part.id not in gone]
    if all(part.pause for part in kept):
        troubles.append(Trouble("without", "Er blijft geen deel over. Alle delen staan er weer.", ""))
        kept = list(script.parts)
    if wish.pause is None:
        return kept
    length = min(max(wish.pause, 0), LONGEST_BREAK)
    if length != wish.pause:
        troubles.append(Trouble("pause", f"Een pauze duurt hoogstens {LONGEST_BREAK} minuten.", length))
    return _with_break(kept, length)


def _with_break(parts: list[Part], length: int) -> list[Part]:
    """The parts with a break of this length: in the place of the one that there is, else nearest to the middle."""
    own = [part for part in parts if part.pause]
    if not length:
        return [part for part in parts if not part.pause]
    if own:
        now = {"minutes": length, "least": length}
        return [part.model_copy(update=now) if part.pause else part for part in parts]
    made = Part(id=BREAK, title="Pauze", minutes=length, trainer="Zeg hoe laat je verdergaat.", pause=True)
    total, passed, ends = sum(part.minutes for part in parts), 0, []
    for part in parts:
        passed += part.minutes
        ends.append(passed)
    middle = min(range(len(parts)), key=lambda at: (abs(2 * ends[at] - total), at))
    return [*parts[: middle + 1], made, *parts[middle + 1 :]]


def _length(wish: Wish, wanted: int, reach: tuple[int, int], ends: str, helps: str) -> Trouble:
    """That it cannot take so many minutes with these parts, and what it can."""
    least, most = reach
    takes = f"van {least} tot {most} minuten" if least < most else f"{least} minuten"
    said = f"Met deze delen duurt het {takes}; gevraagd is {wanted}. {helps}"
    return Trouble("minutes", said, min(max(wanted, least), most)) if wish.minutes else Trouble("ends", said, ends)
