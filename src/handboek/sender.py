"""The blanks in letters that an edition has filled in already: whose letter it is, and whom somebody calls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from handboek.anchors import anchor
from handboek.handbook import Handbook
from handboek.model.edition import Contact
from handboek.model.tools import Blank

FIELDS = {"organisatie": "organisation", "team-nummer": "phone"}
"""The fields of an edition, by what a blank says that fills it (`Blank.own`).

Never by the name of the blank: in a letter about one's rights the organisation may be that of the tenants.
"""
SENDER = "afzender-organisatie"
"""The blank for who sends a letter, where its text does not say so."""
HOURS = "bereikbaar"
"""The blank for when the telephone is answered."""
PRIVACY = "functionaris"
"""The blank for who is in charge of personal data."""
CALLED = "telefoon-{}"
"""The blank for the number of a contact, by the function: `{telefoon-opzichter}`."""
ASKED = re.compile(r"\{telefoon-([a-z0-9-]+)\}")


def asked(texts: Iterable[str]) -> list[str]:
    """The functions of which these texts of letters ask the number, in order."""
    return list(dict.fromkeys(function for text in texts for function in ASKED.findall(text)))


def known(book: Handbook, blanks: Iterable[Blank]) -> Mapping[str, str]:
    """What an edition says in the place of each of these blanks that it knows the answer to; the others are filled in by hand."""
    if book.origin is None:
        return {}
    edition = book.origin.edition
    said = {blank.id: getattr(edition, FIELDS[blank.own]) for blank in blanks if blank.own in FIELDS}
    said |= {SENDER: edition.organisation, HOURS: edition.hours}
    said |= {CALLED.format(anchor(one.role)): one.phone for one in edition.contacts}
    said[PRIVACY] = _told(edition.privacy) if edition.privacy else None
    return {blank: value for blank, value in said.items() if value}


def _told(contact: Contact) -> str:
    """A function with how it is reached, as it stands in a sentence."""
    return ", ".join(filter(None, (contact.role, contact.phone, contact.mail)))
