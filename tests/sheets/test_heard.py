"""What a checker finds wrongly, each on the smallest PDF: when it mends this, the line in the list can go."""

from __future__ import annotations

from pathlib import Path

import pytest
from workbench import PROJECT

import heard
from handboek.sheets.pdf import render

HEAD = "Wat je op deze dag aan elke deur hebt gevraagd"
ROWS = "".join(f"<tr><td>{row}</td><td>in de trap</td></tr>" for row in range(60))
SMALLEST = {
    "TAG-002": f"<h1>Tabel</h1><table><thead><tr><th scope=col>{HEAD}<th scope=col>Waar</thead><tbody>{ROWS}</table>"
    '<h2 style="break-before: page">Slot</h2>',
    "TBL-014": '<h1>Blad</h1><table class="fill"><thead><tr><th scope=col>Deur<th scope=col>Wat<th scope=col>Wie</thead><tbody>'
    + "<tr><td>de eerste deur<td>wat er is gezegd<td>door wie</tr>" * 30
    + "</table>",
    "TBL-012": '<h1>Blad</h1><table class="fill"><tr><th scope=col>Dag<th scope=col>Wat</tr>'
    + "<tr><td><td></tr>" * 4
    + "</table>",
    "PAG-001": '<h1 style="break-after: page">Kaarten</h1>'
    + '<p style="break-after: page">Kaart voor de bewoner</p>' * 6
    + "<p>Einde</p>",
    "TXT-004": '<h1>Brief</h1><p lang="ar" dir="rtl">كان ذلك يوم العيد، ندق جرس كل بيت. لا تريدون الزيارة؟ أرسلوا لي شيئا من التي هي في رأي</p>',
}


@pytest.fixture(params=SMALLEST)
def smallest(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, Path]:
    file = tmp_path / "proef.pdf"
    page = f'<html lang="nl"><title>Een klein blad</title>{SMALLEST[request.param]}'
    file.write_bytes(render(page, PROJECT.templates).content)
    return request.param, file


def test_it_is_found_and_it_is_wrong(smallest: tuple[str, Path]):
    import outloud

    rule, file = smallest
    assert rule in {one.rule for one in outloud.check(str(file)).findings if one.severity != "info"}
    assert heard.problems(file) == []


def test_every_wrong_finding_is_shown():
    assert SMALLEST.keys() == heard.WRONG.keys()


def test_what_nobody_hears_is_said(tmp_path: Path):
    """The foot of a further page is decoration: a sentence that stands only there is lost to who listens."""
    file = tmp_path / "voet.pdf"
    foot = '<div class="foot further"><p>Dit staat alleen hier, en wie luistert hoort het nergens anders.</p></div>'
    page = f'<html lang="nl"><title>Voet</title>{foot}<h1>Een</h1><p style="break-before: page">Twee</p>'
    file.write_bytes(render(page, PROJECT.templates).content)
    assert [one for one in heard.problems(file) if one.startswith("TAG-002")]
