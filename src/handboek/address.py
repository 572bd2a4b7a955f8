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


RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])[ ]*(?:\..*)?", re.IGNORECASE | re.DOTALL
)


def reserved(slug: str) -> bool:
    """Whether Windows keeps this name for a device, with whatever extension: a checkout there fails on such a file."""
    return RESERVED.fullmatch(slug) is not None
