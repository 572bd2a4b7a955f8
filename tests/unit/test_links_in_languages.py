"""Where a link leads from a text in another language: to a page in that language, or it says that the page is in Dutch."""

from __future__ import annotations

import pytest

from handboek.handbook import Handbook
from handboek.render.languages import led


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            '<a href="/berichten/niet-thuis/">kart</a>',
            '<a href="/berichten/niet-thuis/tr/" hreflang="tr">kart</a>',
        ),
        (
            '<a href="/twee-petten/#de-belofte" title="x">söz</a>.',
            '<a href="/twee-petten/#de-belofte" hreflang="nl" title="x">söz</a> (Hollandaca).',
        ),
        ('<a href="https://elders.test/">orada</a> ve <b>', '<a href="https://elders.test/">orada</a> ve <b>'),
    ],
)
def test_a_link_leads_to_the_same_language_or_says_that_it_does_not(handbook: Handbook, written: str, shown: str):
    turkish = handbook.get("language", "tr").data
    assert led(handbook, written, turkish) == shown
