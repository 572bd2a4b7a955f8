"""Where a link leads from a text in another language: to a page in that language, or it is marked as leading to Dutch."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from handboek.handbook import Handbook
from handboek.render.languages import led

HEARD = '<span class="screen-reader"> (Hollandaca)</span>'
"""What who hears the link is told."""
SEEN = '<span class="link-mark" aria-hidden="true">NL</span>'


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            '<a href="/berichten/niet-thuis/">kart</a>',
            '<a href="/berichten/niet-thuis/tr/" hreflang="tr">kart</a>',
        ),
        (
            '<a href="/twee-petten/#de-belofte" title="x">söz</a>.',
            f'<a href="/twee-petten/#de-belofte" hreflang="nl" title="x">söz{HEARD}</a>{SEEN}.',
        ),
        (  # one mark for two links of which one follows the other
            '<a href="/twee-petten/">bir</a>, <a href="/werkmap/">iki</a> üç',
            f'<a href="/twee-petten/" hreflang="nl">bir{HEARD}</a>, <a href="/werkmap/" hreflang="nl">iki{HEARD}</a>{SEEN} üç',
        ),
        ('<a href="https://elders.test/">orada</a> ve <b>', '<a href="https://elders.test/">orada</a> ve <b>'),
    ],
)
def test_a_link_leads_to_the_same_language_or_says_that_it_does_not(handbook: Handbook, written: str, shown: str):
    turkish = handbook.get("language", "tr").data
    assert led(handbook, written, turkish) == led(handbook, Markup(written), turkish) == shown
