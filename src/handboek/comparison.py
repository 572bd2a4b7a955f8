"""What a made-up comparison adds up to: who answered, what changed in each group, and how sure that is.

The answers stand in the content; every figure on the page is computed here, so that none can differ from them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from handboek.model.measuring import Comparison, Crowd

SURE = 1.96
"""How many times the standard error lies on each side of a difference, for the usual margin of 95%."""


@dataclass(frozen=True)
class Side:
    """One of the groups, counted."""

    crowd: Crowd
    both: tuple[tuple[bool, bool], ...]
    """Of each who answered twice: whether the answer counts, the first and the second time."""
    first_only: tuple[bool, ...]
    second_only: tuple[bool, ...]

    @property
    def answered(self) -> int:
        """How many answered the first time."""
        return len(self.both) + len(self.first_only)

    @property
    def response(self) -> float:
        """Which part of those who were asked answered the first time."""
        return self.answered / self.crowd.asked

    @property
    def kept(self) -> float:
        """Which part of those who answered the first time answered again."""
        return len(self.both) / self.answered

    @property
    def before(self) -> float:
        """Which part counts the first time, of those who answered twice."""
        return _share([first for first, _ in self.both])

    @property
    def after(self) -> float:
        """The same the second time."""
        return _share([second for _, second in self.both])

    @property
    def change(self) -> float:
        """What changed for those who answered twice."""
        return self.after - self.before

    @property
    def lost(self) -> float | None:
        """Which part counts of those who answered the first time only; nothing where there are none."""
        return _share(self.first_only) if self.first_only else None

    @property
    def loose(self) -> float:
        """What changed when everybody who answered counts, without regard to who left and who came."""
        first = [first for first, _ in self.both] + list(self.first_only)
        second = [second for _, second in self.both] + list(self.second_only)
        return _share(second) - _share(first)

    @property
    def spread(self) -> float:
        """The variance of the mean change."""
        changes = [second - first for first, second in self.both]
        mean = sum(changes) / len(changes)
        return sum((one - mean) ** 2 for one in changes) / (len(changes) - 1) / len(changes)


@dataclass(frozen=True)
class Compared:
    """Both groups beside each other."""

    joined: Side
    other: Side

    @property
    def difference(self) -> float:
        """How much more changed in the first group than in the second."""
        return self.joined.change - self.other.change

    @property
    def margin(self) -> tuple[float, float]:
        """Between what the difference lies, if only chance made these people answer and not others."""
        error = SURE * math.sqrt(self.joined.spread + self.other.spread)
        return self.difference - error, self.difference + error

    @property
    def chance(self) -> bool:
        """Whether it may as well be chance: no difference lies within the margin."""
        low, high = self.margin
        return low <= 0 <= high

    @property
    def loose(self) -> float:
        """The difference of those who count everybody."""
        return self.joined.loose - self.other.loose


def compared(data: Comparison) -> Compared:
    """The two groups of a comparison, counted."""
    joined, other = (_side(crowd, set(data.counts)) for crowd in data.crowds)
    return Compared(joined, other)


def percent(part: float) -> str:
    """A part as a whole number of percent."""
    return str(round(part * 100))


def points(change: float) -> str:
    """A change in whole percentage points, with its sign: `−12`, `+3`, `0`."""
    whole = round(change * 100)
    return f"{'+' if whole > 0 else '−' if whole < 0 else ''}{abs(whole)}"


def _side(crowd: Crowd, counts: set[int]) -> Side:
    pairs = (pair.split("-") for pair in crowd.both)
    return Side(
        crowd,
        tuple((int(first) in counts, int(second) in counts) for first, second in pairs),
        tuple(answer in counts for answer in crowd.first_only),
        tuple(answer in counts for answer in crowd.second_only),
    )


def _share(answers: list[bool] | tuple[bool, ...]) -> float:
    return sum(answers) / len(answers)
