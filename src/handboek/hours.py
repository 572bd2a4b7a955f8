"""What the steps add up to: each says what it costs in hours, and everything that names a sum takes it from here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from handboek.handbook import Handbook, Piece
from handboek.model.method import Effort
from handboek.model.reference import Amount
from handboek.model.text import BLANK


@dataclass(frozen=True)
class Row:
    """One part of the work of a step, counted."""

    step: Piece
    effort: Effort
    amount: Amount
    number: int
    """How many of the amount there are in the example."""

    @property
    def hours(self) -> tuple[int, int]:
        """The least and the most that it takes, in whole hours."""
        each = self.number * self.effort.times * self.effort.people
        low, high = ((each * minutes + 30) // 60 for minutes in self.effort.minutes)
        return low, high

    @property
    def sum(self) -> str:
        """How those hours come about: `96 × 30 tot 45 minuten × 2 mensen`."""
        parts = [number(self.number)] if self.number > 1 else []
        parts += [f"{self.effort.times} keer"] if self.effort.times > 1 else []
        parts += [spoken(self.effort)]
        parts += [f"{self.effort.people} mensen"] if self.effort.people > 1 else []
        return " × ".join(parts)


@dataclass(frozen=True)
class Count:
    """All work of all steps."""

    rows: tuple[Row, ...]
    """What counts in the sum, in the order of the phases."""
    outside: tuple[Row, ...]
    """What does not, each with its reason."""
    unknown: tuple[Piece, ...]
    """The steps that give no hours."""
    amounts: tuple[tuple[Amount, int], ...]
    """What the sum assumes."""

    @property
    def hours(self) -> tuple[int, int]:
        """The least and the most of the whole: the sum of what the rows show."""
        return sum(row.hours[0] for row in self.rows), sum(row.hours[1] for row in self.rows)

    def of(self, phase: Piece) -> tuple[Row, ...]:
        """The rows of a phase."""
        return tuple(row for row in self.rows if row.step.phases[:1] == (phase.slug,))


def counted(handbook: Handbook) -> Count:
    """Add up what the steps of a handbook cost; what rests on an amount that is not there, is left out."""
    numbers = {amount.slug: found for amount in handbook.of("amount") if (found := how_many(handbook, amount.slug))}
    every = [
        Row(step, effort, handbook.pieces["amount", effort.per].data, numbers[effort.per])
        for phase in handbook.of("phase")
        for step in handbook.steps(phase)
        for effort in step.data.hours
        if effort.per in numbers
    ]
    return Count(
        tuple(row for row in every if not row.effort.outside),
        tuple(row for row in every if row.effort.outside),
        tuple(step for phase in handbook.of("phase") for step in handbook.steps(phase) if not step.data.hours),
        tuple((amount.data, numbers[amount.slug]) for amount in handbook.of("amount") if amount.slug in numbers),
    )


def how_many(handbook: Handbook, slug: str, seen: tuple[str, ...] = ()) -> int:
    """The number of an amount: its own, or its part of another; 0 where nobody can tell."""
    amount = handbook.get("amount", slug)
    if amount is None or slug in seen:
        return 0
    if amount.data.of is None:
        return int(amount.data.number or 0)
    return int(how_many(handbook, amount.data.of, (*seen, slug)) * amount.data.times / amount.data.by + 0.5)


def spoken(effort: Effort) -> str:
    """The time of one go, as people say it: `30 tot 45 minuten`."""
    return effort.time.replace("-", " tot ")


def told(handbook: Handbook, effort: Effort) -> str:
    """What a part costs, in words that do not lean on the example: `30 tot 45 minuten per woning, met 2 mensen`."""
    amount = handbook.get("amount", effort.per)
    words = spoken(effort)
    if amount and amount.data.number != 1:
        words += f" per {amount.data.one}"
    if effort.times > 1:
        words = f"{effort.times} keer {words}"
    return words + (f", met {effort.people} mensen" if effort.people > 1 else "")


def labels(handbook: Handbook) -> list[str]:
    """The parts that count, each with what one go takes: the rows of a sheet on which somebody counts their own."""
    return [f"{row.effort.what} ({told(handbook, row.effort)})" for row in counted(handbook).rows]


def figured(handbook: Handbook, text: str) -> str:
    """The text with a figure for each `{name}` that is one."""

    def shown(name: re.Match[str]) -> str:
        try:
            return figure(handbook, name[1])
        except ValueError:
            return name[0]

    return BLANK.sub(shown, text)


def number(value: float) -> str:
    """A number with Dutch dots: 2.529."""
    return f"{round(value):,}".replace(",", ".")


def about(value: float) -> str:
    """A number as somebody says it who does not pretend to know it exactly: to two figures."""
    if value >= 100:
        size = 10 ** (len(str(int(value))) - 2)
        value = round(value / size) * size
    return number(value)


def span(low: float, high: float, say: Callable[[float], str] = about) -> str:
    """From little to much; one number where both read the same."""
    return say(low) if say(low) == say(high) else f"{say(low)} tot {say(high)}"


VISITORS, VISITING = "mensen-per-week", "bezoekuren-per-week"
"""The figures that are no sum of all hours: how many people are out each week, and how many hours together."""


def visitors(handbook: Handbook) -> tuple[int, int] | None:
    """The least and the most people who are out each week, as the estimate counts them: never fewer than go together.

    Nothing where a method has none.
    """
    estimate = handbook.one("estimate")
    if estimate is None:
        return None
    rows = [row for row in counted(handbook).rows if row.step.slug in estimate.visits]
    low, high = (-(-each // estimate.visit_hours) for each in visiting(handbook) or (0, 0))
    together = max((row.effort.people for row in rows if row.hours[1]), default=0)
    return max(low, together), max(high, together)


def visiting(handbook: Handbook) -> tuple[float, float] | None:
    """The hours that those are out each week, together; nothing where a method has none."""
    estimate = handbook.one("estimate")
    if estimate is None:
        return None
    rows = [row.hours for row in counted(handbook).rows if row.step.slug in estimate.visits]
    weeks = max(1, how_many(handbook, estimate.visit_weeks))
    low, high = (sum(side) / weeks for side in (zip(*rows, strict=True) if rows else ((0,), (0,))))
    return low, high


FIGURE = re.compile(r"uren(?:-maal-(?P<by>[a-z0-9-]+?))?(?:-per-(?P<per>[a-z0-9-]+)|-als-deel-van-(?P<of>[a-z0-9-]+))?")


def figure(handbook: Handbook, name: str) -> str:
    """A figure that follows from the steps, for running text.

    `uren` are the hours of the whole, `uren-per-woning` those for each of an amount, `uren-maal-uurprijs` what they come
    to at so much each, `…-als-deel-van-bouwsom` that as a percentage; the name of an amount alone is its number, and
    `mensen-per-week` are those who are out each week, and `bezoekuren-per-week` their hours together.
    Raises `ValueError` for a name that is nothing of this.
    """
    if alone := how_many(handbook, name):
        return number(alone)
    if name == VISITORS and (people := visitors(handbook)):
        return span(*people, number)
    if name == VISITING and (out := visiting(handbook)):
        return span(*out)
    match = FIGURE.fullmatch(name)
    amounts = [how_many(handbook, slug) for slug in match.groups() if slug] if match else []
    if match is None or not all(amounts):
        raise ValueError(f"Er is geen getal met de naam {name}.")
    values: Iterator[float] = iter(counted(handbook).hours)
    if match["by"]:
        values = (value * amounts[0] for value in values)
    if match["per"]:
        values = (value / amounts[-1] for value in values)
    if match["of"]:
        values = (value / amounts[-1] * 100 for value in values)
    low, high = values
    return span(low, high)
