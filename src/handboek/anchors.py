"""Addresses: what a text is called in one, and what stands on the site beside pieces and lists."""

from __future__ import annotations

import re
import unicodedata

CHECKS = "bijdragen/controles/"
FIELDS = "bijdragen/velden/"

ADDRESSES = (CHECKS, FIELDS)
"""Pages that the generator makes: a text may link to these. Who makes another such page adds it here."""

FILES = ("handboek.json", "lessen.xml", "sitemap.xml")
"""Files at the site's root that a text may link to."""


def anchor(text: str) -> str:
    """A text as an anchor: small letters, digits and hyphens."""
    flat = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", flat).strip("-") or "kop"


RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{p}{n}" for p in ("com", "lpt") for n in "123456789¹²³")}
)
"""Names that Windows keeps for devices, whatever stands behind a dot: a checkout there fails on such a file."""


def reserved(name: str) -> bool:
    """Whether Windows keeps this name, of a file or a folder, for itself: `con`, `AUX.md`, `com1.tar.gz`."""
    return name.partition(".")[0].rstrip(" ").lower() in RESERVED
