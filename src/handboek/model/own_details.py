"""What somebody fills in once about themselves, on their own device: it stands wherever a text leaves room for it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Detail:
    """One thing that is filled in once; a text leaves room for it as `{id}`."""

    id: str
    label: str
    """What is asked."""
    helps: str
    """What to fill in, in a few words."""
    number: bool = False
    """Whether it is a telephone number, to tap."""
    longest: int = 60
    fills: str = "off"
    """What a browser may fill in by itself, by its name in HTML; `off` for what is somebody else's (WCAG 1.3.5)."""


DETAILS = (
    Detail("ik", "Ik ben", "Je voornaam, zoals je je voorstelt.", fills="given-name"),
    Detail("organisatie", "Van", "Je organisatie, zoals mensen haar noemen.", fills="organization"),
    Detail(
        "team-nummer",
        "Nummer van het team",
        "Het nummer dat je achterlaat. Nooit je eigen nummer.",
        number=True,
        longest=20,
    ),
    Detail("vaste-persoon", "Vaste persoon", "Wie je belt bij een signaal: een functie of een voornaam."),
    Detail("vast-nummer", "Nummer van de vaste persoon", "Staat op je scherm als er iets is.", number=True, longest=20),
)
"""In the order in which they are asked. `ik` and `organisatie` also stand in what somebody says."""

BY_ID = {detail.id: detail for detail in DETAILS}
EMPTY = "…"
"""What stands there until it is filled in, and on paper."""
