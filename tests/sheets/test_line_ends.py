"""How lines end for who hears them: a divided word is whole, a word with a hyphen of its own keeps it, words stay apart."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pikepdf
import pytest
from in_languages import poppler
from workbench import PROJECT

import heard
from handboek.sheets.pdf import render

TEXT = (
    "De gemeente Nijmegen stuurt samenwerkingsovereenkomsten over zwart-witfotografie naar onder- en bovenburen, en een "
    "<strong>aansprakelijkheidsverzekering</strong> naar bewonersbijeenkomsten over renovatieprojecten.<br>Kerkstraat<br>Plaats"
)
WHOLE = " ".join(re.sub("</?strong>", "", TEXT.replace("<br>", " ")).split())
OWN = re.compile(r"(?<=zwart)-\n")
"""The hyphen of a word itself, at the end of a line."""


@pytest.fixture(scope="module", params=[22, 31, 34, 47])
def narrow(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A text on so few millimetres that each kind of line end is among its lines."""
    file = tmp_path_factory.mktemp("smal") / "smal.pdf"
    page = f'<html lang="nl"><title>Een smal blad</title><h1>Smal</h1><div class="sheet" style="width: {request.param}mm"><p>{TEXT}</p></div>'
    file.write_bytes(render(page, PROJECT.templates).content)
    return file


def test_a_divided_word_comes_back_whole(narrow: Path):
    said = poppler(narrow, "-raw").partition("\n")[2]
    assert "\xad\n" in said
    assert " ".join(OWN.sub("-", said.replace("\xad\n", "")).split()) == WHOLE


def test_words_of_two_lines_stay_apart_in_the_tree(narrow: Path):
    tree = subprocess.run(["pdfinfo", "-struct-text", narrow], capture_output=True, text=True, check=True).stdout
    said = "".join(re.findall(r'^ *"(.*)"$', tree, re.MULTILINE)).removeprefix("Smal")
    assert said.replace("-", "") == WHOLE.replace("-", "")


def test_nobody_hears_anything_wrong(narrow: Path):
    assert heard.problems(narrow) == []
    with pikepdf.open(narrow) as pdf:
        assert b"ActualText <feff00ad>" in pdf.pages[0].Contents.read_bytes()
