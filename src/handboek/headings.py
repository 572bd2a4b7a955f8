"""The headings of a page: level, anchor and text, in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass, field

from handboek.anchors import anchor


@dataclass(frozen=True)
class Heading:
    """One heading."""

    level: int
    id: str
    text: str


@dataclass
class Headings:
    """Gathers the headings while a page is made, and gives each an anchor that stands once on the page."""

    found: list[Heading] = field(default_factory=list)

    def add(self, level: int, text: str, id_: str = "") -> str:
        """Add a heading and return its anchor."""
        wanted = id_ or anchor(text)
        taken = {heading.id for heading in self.found}
        unique, number = wanted, 2
        while unique in taken:
            unique, number = f"{wanted}-{number}", number + 1
        self.found.append(Heading(level, unique, text))
        return unique
