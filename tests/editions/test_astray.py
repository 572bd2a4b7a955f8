"""A file of an edition that nobody reads is told, with where it belongs."""

from __future__ import annotations

from pathlib import Path

import pytest
from make import edition

from conftest import ROOT
from handboek import checks
from handboek.content import open_handbook

SMALL = ROOT / "tests" / "methods" / "klein"
CHANGE = "verandert:\n  - veld: title\n    was: Praatje\n    wordt: Gesprek\n"
PIECE = "eigen/tools/guides/praatje.yml"


def told(root: Path, path: str, text: str = CHANGE) -> list[str]:
    """What the check says of one file of an edition."""
    found = checks.run(open_handbook(edition(root, SMALL, "", {path: text})))
    return [one.advice for one in found if one.code == "vreemd-bestand"]


@pytest.mark.parametrize(
    "path",
    [
        "eigen/praatje.yml",
        "eigen/guides/praatje.yml",
        "eigen/tool/guides/praatje.yml",
        "eigen/Tools/guides/praatje.yml",
        "eigen/basis/tools/guides/praatje.yml",
        "eigen/tools/praatje.yml",
        "eigen/tools/guids/praatje.yml",
        "eigen/tools/guides/praatje.yaml",
        "eigen/tools/guides/praatje.yml.txt",
    ],
)
def test_a_file_in_the_wrong_place_is_told_with_the_right_one(tmp_path: Path, path: str):
    assert told(tmp_path, path) == [f"Bedoelde je `{PIECE}`?"]


def test_a_file_that_has_no_other_place_is_told_too(tmp_path: Path):
    assert told(tmp_path / "tekst", "eigen/notities.txt", "Nog doen.") == [
        "Zet het in dezelfde map als zulke stukken in `basis/`, of haal het weg."
    ]
    assert told(tmp_path / "logo", "eigen/logo.png") == [
        "Een logo of een huisstijl voor Word staat naast `editie.yml`."
    ]
    assert told(tmp_path / "naast", "tools/guides/nieuw.yml") == ["Zet het in `eigen/tools/`, of haal de map weg."]
    assert "eigen/tools/guides/" in told(tmp_path / "nieuw", "eigen/guides/nieuw.yml")[0]


@pytest.mark.parametrize(
    "path", ["eigen/README.md", "eigen/.DS_Store", "eigen/Thumbs.db", "eigen/weg/tools/guides/oud.yml"]
)
def test_what_nobody_meant_to_be_read_is_let_be(tmp_path: Path, path: str):
    assert told(tmp_path, path) == []


def test_a_change_to_a_piece_with_another_capital_is_told_with_the_piece(tmp_path: Path):
    root = edition(tmp_path, SMALL, "", {"eigen/tools/guides/Praatje.yml": CHANGE})
    found = checks.run(open_handbook(root))
    assert PIECE in [one.suggestion for one in found if "niet in de basis" in one.text]
