"""What an edition leaves out of its base, and what goes along with it."""

from __future__ import annotations

from handboek.document import Document
from handboek.finding import Finding
from handboek.model.edition import LeftOut
from handboek.patched import Patched


def apply(
    left_out: LeftOut, texts: dict[str, Patched], documents: dict[str, Document], said: Document
) -> tuple[dict[str, Document], list[Finding]]:
    """The documents without what is left out, and without what refers to that; `texts` follows.

    `said` is the file that leaves it out; what would become hollow is told there, once, with what to do.
    """
    return documents, []
