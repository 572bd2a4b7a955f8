"""Een doorverwijzing begint op een adres waar niets meer staat.

Staat er nog een stuk op het oude adres, dan komt niemand bij het nieuwe uit.

Goed:

    # phases/redirects.yml
    redirects:
      - {from: gesprekken/kletsen, to: gesprekken/praatje}

Fout:

    # phases/redirects.yml
    redirects:
      - {from: werkbladen/lijstje, to: gesprekken/praatje}
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "doorverwijzing"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each redirect from an address that is in use."""
    for redirect in handbook.of("redirect"):
        if handbook.at(redirect.data.from_):
            what = f"Op `{redirect.data.from_}` staat gewoon een stuk."
            yield finding_at(
                redirect, ("from_",), what, "Haal de doorverwijzing weg, of geef het oude adres dat verdween."
            )
