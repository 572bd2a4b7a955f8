"""The rows of the table of kinds with which a piece stands in another language."""

from __future__ import annotations

from handboek.model import translation
from handboek.model.kind import Kind

TRANSLATED: tuple[Kind, ...] = (
    Kind(
        "language", translation.Language, "phases/talen.yml", "taal", "talen", "deze",
        many="languages", slug_from="id", title_from="dutch", page=False, exported=False,
    ),
    Kind(
        "translation", translation.Translation, "tools/languages/*/*.yml", "vertaling", "vertalingen", "deze",
        below=("of", "language"), paper="sheet", forms=("samen",), around="translated", addressed=True,
        javascript=(), weight=0.5,
    ),
)  # fmt: skip
"""Kinds with which a piece stands in another language."""

FOREIGN = {kind.type for kind in TRANSLATED}
"""The kinds whose texts may stand in another script, with fonts of their own."""
