"""What a checker finds wrongly, each on the smallest PDF: when it mends this, the line in the list can go."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from workbench import PROJECT

import heard
from handboek.model.tools import Blank
from handboek.model.translation import DUTCH
from handboek.sheets.letter import letter
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


def heard_in(file: Path) -> str:
    """What a reader that only knows the tree says of a file."""
    tree = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True).stdout
    return "".join(re.findall(r'^ *"(.*)"$', tree, re.MULTILINE))


def picture(file: Path) -> bytes:
    return subprocess.run(["pdftoppm", "-r", "100", file], capture_output=True, check=True).stdout


def rendered(body: str, folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / "proef.pdf"
    file.write_bytes(render(f'<html lang="nl"><title>Een klein blad</title>{body}', PROJECT.templates).content)
    return file


def test_a_blank_is_heard_and_not_shown(tmp_path: Path):
    blanks = tuple(Blank(id=name, label=name, room=room) for name, room in (("dag", "kort"), ("verhaal", "alinea")))
    told = letter("<h1>Brief</h1><p>Wij komen op {dag} langs.</p><p>{verhaal}</p>", blanks, False, DUTCH)
    file = rendered(f'<div class="letter">{told}</div>', tmp_path)
    assert heard_in(file) == "BriefWij komen op dag, nog in te vullen langs.verhaal, nog in te vullen"
    assert heard.problems(file) == []
    silent = rendered(f'<div class="letter">{told.replace("data-said", "data-nothing")}</div>', tmp_path / "stil")
    assert picture(file) == picture(silent)


def test_a_link_that_is_a_number_says_what_it_leads_to(tmp_path: Path):
    link = '<a href="#41" aria-label="bron 41">41</a>'
    file = rendered(f'<h1>Blad</h1><p>Dat staat in een onderzoek.{link}</p><h2 id="41">Het onderzoek</h2>', tmp_path)
    with pikepdf.open(file) as pdf:
        (annotation,) = pdf.pages[0].Annots
        assert str(annotation.Contents) == "bron 41"
        assert [
            str(one.Alt) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Link"
        ] == ["bron 41"]
    assert heard.problems(file) == []


def test_the_sign_of_a_point_is_its_label(tmp_path: Path):
    file = rendered(
        "<h1>Lijst</h1><ul><li>Een pen<li><p>Een lijst</p></ul><ol><li>Eerst<ul><li>Dan</ul></ol>", tmp_path
    )
    tree = subprocess.run(["pdfinfo", "-struct-text", file], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"\bLbl\b[^\"]*\"([^\"]*)\"", tree) == ["•", "•", "1.", "•"]
    assert "•" not in "".join(re.findall(r"LBody[^\"]*\"([^\"]*)\"", tree))
    assert heard.problems(file) == []


def test_what_nobody_hears_is_said(tmp_path: Path):
    """The foot of a further page is decoration: a sentence that stands only there is lost to who listens."""
    file = tmp_path / "voet.pdf"
    foot = '<div class="foot further"><p>Dit staat alleen hier, en wie luistert hoort het nergens anders.</p></div>'
    page = f'<html lang="nl"><title>Voet</title>{foot}<h1>Een</h1><p style="break-before: page">Twee</p>'
    file.write_bytes(render(page, PROJECT.templates).content)
    assert [one for one in heard.problems(file) if one.startswith("TAG-002")]
