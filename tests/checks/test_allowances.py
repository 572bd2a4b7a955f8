"""An exception reaches as far as it says, also where a file has more of them."""

from __future__ import annotations

from fragments import changed, found, today  # noqa: F401

ARROWS = """\
# tools/guides/praatje.yml
# toegestaan letterteken: de pijl staat zo op het bord
goal: Eerst groeten → dan praten.
when: Eerst kijken → dan bellen.
# toegestaan letterteken: deze pijl ook
when_not: Eerst wachten → dan weggaan.
"""


def test_between_two_exceptions_nothing_is_allowed():
    (finding,) = found(ARROWS)
    assert finding.code == "letterteken"
    assert changed(ARROWS)[finding.path].lines[finding.line - 1] == "when: Eerst kijken → dan bellen."
