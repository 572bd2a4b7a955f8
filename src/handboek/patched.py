"""A text put together from several files, and where each of its characters comes from.

An edition's text is that of its base with pieces of its own in it. Everything behind reads it as one file; a finding
in it is told at the place of the file that somebody wrote.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise


@dataclass(frozen=True)
class Spot:
    """A place in a file; line and column count from 1."""

    path: str
    line: int
    column: int = 1


@dataclass(frozen=True)
class Run:
    """So many characters that stand behind one another in one file."""

    length: int
    spot: Spot
    """Where they begin."""
    whole: bool = False
    """Whether they have no order of their own there, so that all of them are told at that place."""


@dataclass(frozen=True)
class Edit:
    """Characters `start` to `end` of a text become `text`, which `spot` tells of."""

    start: int
    end: int
    text: str
    spot: Spot | None = None
    """Nothing where it only takes away."""


def in_order(edits: Iterable[Edit]) -> list[Edit]:
    """The edits by their place in the text. Raises `AssertionError` where two are about one place."""
    ordered = sorted(edits, key=lambda one: (one.start, one.end))
    for before, after in pairwise(ordered):
        assert after.start >= before.end, "two edits overlap"
    return ordered


@dataclass(frozen=True)
class Patched:
    """A text and the runs that make it up."""

    text: str
    runs: tuple[Run, ...] = field(repr=False)

    @staticmethod
    def of(path: str, text: str) -> Patched:
        """The text of one file, as it is."""
        return Patched(text, (Run(len(text), Spot(path, 1)),))

    def with_(self, edits: Iterable[Edit]) -> Patched:
        """The text with these edits, none of which may overlap another; of two at one place the first stands first."""
        text: list[str] = []
        runs: list[Run] = []
        at = 0
        for edit in in_order(edits):
            text += [self.text[at : edit.start], edit.text]
            runs += self._cut(at, edit.start)
            if edit.text:
                runs.append(Run(len(edit.text), edit.spot or self.spot(edit.start), whole=True))
            at = edit.end
        return Patched("".join((*text, self.text[at:])), (*runs, *self._cut(at, len(self.text))))

    def spot(self, at: int) -> Spot:
        """Where the character at `at` comes from."""
        if not self.runs:
            return Spot("", 1)
        index = max(0, min(bisect_right(self._starts, at) - 1, len(self.runs) - 1))
        return self._within(self.runs[index], self._starts[index], at)

    def place(self, line: int, column: int) -> Spot:
        """Where what stands at a line and column (from 1) comes from."""
        lines = self._lines
        return self.spot(lines[min(line, len(lines)) - 1] + column - 1)

    def _within(self, run: Run, start: int, at: int) -> Spot:
        if run.whole:
            return run.spot
        before = self.text[start:at]
        down = before.count("\n")
        return Spot(
            run.spot.path,
            run.spot.line + down,
            len(before) - before.rfind("\n") if down else run.spot.column + len(before),
        )

    def _cut(self, start: int, end: int) -> Sequence[Run]:
        """The runs of a part of the text."""
        found = []
        index = max(0, bisect_right(self._starts, start) - 1)
        while start < end:
            run, begins = self.runs[index], self._starts[index]
            stop = min(end, begins + run.length)
            if stop > start:
                found.append(Run(stop - start, self._within(run, begins, start), run.whole))
            start, index = max(start, stop), index + 1
        return found

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(run.length for run in self.runs[:-1])]

    @cached_property
    def _lines(self) -> list[int]:
        return [0, *(index + 1 for index, char in enumerate(self.text) if char == "\n")]
