"""Words that an edition replaces by its own in what the base says in its own words."""

from __future__ import annotations

from collections.abc import Sequence

from handboek.document import Document
from handboek.finding import Finding
from handboek.model.edition import Swap
from handboek.patched import Patched


def apply(
    swaps: Sequence[Swap], texts: dict[str, Patched], documents: dict[str, Document], said: Document
) -> tuple[dict[str, Document], list[Finding]]:
    """The documents with these words in place of those of the base; `texts` follows.

    Compounds that were found and not replaced, and articles that no longer fit, are told at `said`, the file with the words.
    """
    return documents, []
