"""A logo or a letter that breaks on paper shows at the check, with the name of its file, and not first in the build."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from laid import FOLDER
from make import edition

from conftest import KLEIN
from handboek.authoring.check import check
from handboek.authoring.editions.trial import tried
from handboek.content import open_handbook
from handboek.finding import Finding
from handboek.project import open_project

BROKEN = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="9" height="9" opacity="half"/></svg>'


def tries(root: Path) -> list[Finding]:
    return list(tried(open_project(root), open_handbook(root)))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return edition(tmp_path / "uitgave", KLEIN, "logo: beeldmerk.svg\n")


def test_a_logo_that_cannot_be_drawn_is_told_by_its_name(root: Path, capsys: pytest.CaptureFixture[str]):
    (root / "beeldmerk.svg").write_text(BROKEN, encoding="utf-8")
    assert check(root, [], "text") == 1
    said = capsys.readouterr().out
    assert "editie.yml:4:" in said
    assert "Kijk naar `beeldmerk.svg`" in said
    assert "logo.svg heeft een vorm of kleur" in said
    assert str(root) not in said


def test_a_logo_that_can_be_drawn_is_no_finding(root: Path):
    shutil.copyfile(FOLDER / "linde" / "logo.svg", root / "beeldmerk.svg")
    assert tries(root) == []


def test_fonts_of_its_own_are_tried_too(root: Path):
    shutil.copyfile(FOLDER / "linde" / "logo.svg", root / "beeldmerk.svg")
    (root / "overrides" / "print").mkdir(parents=True)
    own = "@font-face { font-family: Eigen; src: url(../fonts/eigen.woff2); }\nbody { font-family: Eigen; }\n"
    (root / "overrides" / "print" / "own.css").write_text(own, encoding="utf-8")
    assert "overrides/" in tries(root)[0].help


def test_an_edition_that_looks_as_its_base_is_not_tried(tmp_path: Path):
    assert tries(edition(tmp_path / "uitgave", KLEIN)) == []
