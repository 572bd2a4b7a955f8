"""Words that an edition replaces by its own in what the base says in its own words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from handboek.document import Document
from handboek.finding import Finding
from handboek.model.edition import Swap
from handboek.patched import Patched, Spot


@dataclass(frozen=True)
class Put:
    """A base with other words in it."""

    documents: dict[str, Document]
    findings: list[Finding]
    why: Mapping[str, Spot] = field(default_factory=dict)


def apply(swaps: Sequence[Swap], texts: dict[str, Patched], documents: dict[str, Document], said: Document) -> Put:
    return Put(documents, [])
