"""Pages that the generator makes and that are no piece and no list."""

from __future__ import annotations

CHECKS = "bijdragen/controles/"
FIELDS = "bijdragen/velden/"

ADDRESSES = (CHECKS, FIELDS)
"""Their addresses: a text may link to these. Who makes another such page adds it here."""
