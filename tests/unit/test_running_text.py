"""Numbers to tap, and where no link is laid."""

from __future__ import annotations

import pytest

from handboek.render.numbers import Numbers

NUMBERS = Numbers({"112": "tel:112", "0800-2000": "tel:08002000"})
CALL = '<a href="tel:112">112</a>'


@pytest.mark.parametrize(
    ("html", "linked"),
    [
        ("<p>Bel bij gevaar 112.</p>", f"<p>Bel bij gevaar {CALL}.</p>"),
        ("<p>Bel <strong>112</strong>.</p>", f"<p>Bel <strong>{CALL}</strong>.</p>"),
        ("<p>Er zijn 112 huizen.</p>", "<p>Er zijn 112 huizen.</p>"),
        ("<p>Bel 1125.</p>", "<p>Bel 1125.</p>"),
        ("<p>Het kost € 112.</p>", "<p>Het kost € 112.</p>"),
        ("<p>Veilig Thuis: 0800-2000</p>", '<p>Veilig Thuis: <a href="tel:08002000">0800-2000</a></p>'),
        ('<a href="/x/">bel 112</a>', '<a href="/x/">bel 112</a>'),
        ("<h2>Bel 112</h2>", "<h2>Bel 112</h2>"),
        ('<script>"bel 112"</script>', '<script>"bel 112"</script>'),
        ('<p title="bel 112">x</p>', '<p title="bel 112">x</p>'),
        ("<!-- bel 112 -->", "<!-- bel 112 -->"),
    ],
)
def test_a_number_is_tapped_where_it_is_called(html: str, linked: str):
    assert NUMBERS.link(html) == linked


def test_without_numbers_nothing_changes():
    assert Numbers({}).link("<p>Bel 112.</p>") == "<p>Bel 112.</p>"
