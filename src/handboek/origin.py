"""What an edition is made of: where each line of it comes from, and which pieces it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from handboek.document import Document
from handboek.finding import Finding
from handboek.model import lists
from handboek.model.edition import Base, Edition
from handboek.patched import Patched, Spot


@dataclass(frozen=True)
class Changed:
    """One change that an edition made to a piece of its base."""

    path: str
    """The file of the piece, from the root of the content."""
    field: str
    was: str
    """What the base says; empty where something was added."""
    now: str
    """What the edition says; empty where something was left out."""
    slug: str = ""
    """The piece in that file."""
    spot: Spot | None = None
    """Where the edition says so."""
    stood: str = ""
    """All of the base that gave way to it."""


@dataclass(frozen=True)
class Origin:
    """Whose edition a handbook is, and what it is made of."""

    edition: Edition
    base: Base
    patched: Mapping[str, Patched] = field(repr=False)
    """The files that were put together, by their path in the content."""
    files: Mapping[str, Document] = field(repr=False)
    """Every file as somebody wrote it, by its path from the root of the project."""
    changes: tuple[Changed, ...] = ()
    own: frozenset[str] = frozenset()
    """The files of pieces that the base does not have."""
    why: Mapping[str, Spot] = field(default_factory=dict, repr=False)
    """By file of the base that lost something, or what used it: where the edition says that this is left out. By no file:
    where it says that it leaves out anything."""
    worded: Mapping[str, Spot] = field(default_factory=dict, repr=False)
    """By file of the base with a word of the edition in it: where the edition says that word."""

    def told(self, finding: Finding) -> Finding:
        """A finding at the place where somebody wrote what it is about."""
        text = self.patched.get(finding.path)
        if text is None:
            return finding
        spot = text.place(finding.line, finding.column)
        because = finding.because and self.path(finding.because)
        return replace(finding, path=spot.path, line=spot.line, column=spot.column, because=because)

    def because(self, finding: Finding) -> Spot | None:
        """Where the edition says of itself what a finding in the base most likely follows from."""
        if finding.code == "te-lang" and finding.path in self.worded:
            return self.worded[finding.path]
        return self.why.get(finding.path) or self.why.get("")

    def path(self, path: str) -> str:
        """Where the file that has a path in the content really is."""
        text = self.patched.get(path)
        return text.runs[0].spot.path if text and text.runs else path

    @property
    def lists(self) -> frozenset[str]:
        """What there is to show of it on lists of its own (`model/lists.py`)."""
        edition = self.edition
        adapted = bool(self.changes or self.own or edition.words or any(edition.left_out.model_dump().values()))
        reached = bool(edition.phone or edition.address or edition.reached)
        return frozenset(name for name, there in ((lists.ADAPTED, adapted), (lists.REACHED, reached)) if there)

    def changed(self, *paths: str) -> tuple[Changed, ...]:
        """What was changed in these files."""
        return tuple(change for change in self.changes if change.path in paths)
