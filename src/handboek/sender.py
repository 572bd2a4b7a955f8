"""The blanks in letters that an edition has filled in already: whose letter it is, and whom somebody calls."""

from __future__ import annotations

from collections.abc import Mapping

from handboek.anchors import anchor
from handboek.handbook import Handbook
from handboek.model.edition import Contact

FIELDS = {"organisatie": "organisation", "telefoon": "phone", "telefoon-organisatie": "phone", "bereikbaar": "hours"}
"""The fields of an edition, by the blanks of which each is the answer."""
PRIVACY = "functionaris"
"""The blank for who is in charge of personal data."""
CALLED = "telefoon-{}"
"""The blank for the number of a contact, by the function: `{telefoon-opzichter}`."""


def known(book: Handbook) -> Mapping[str, str]:
    """What an edition says in the place of each blank that it knows the answer to; the others are filled in by hand."""
    if book.origin is None:
        return {}
    edition = book.origin.edition
    said = {blank: getattr(edition, name) for blank, name in FIELDS.items()}
    said |= {CALLED.format(anchor(one.role)): one.phone for one in edition.contacts}
    said[PRIVACY] = _told(edition.privacy) if edition.privacy else None
    return {blank: value for blank, value in said.items() if value}


def _told(contact: Contact) -> str:
    """A function with how it is reached, as it stands in a sentence."""
    return ", ".join(filter(None, (contact.role, contact.phone, contact.mail)))
