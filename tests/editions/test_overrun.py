"""A sheet that has more pages than it should is told after a build, with what to make shorter."""

from __future__ import annotations

from pathlib import Path

import pytest
from make import edition

from conftest import KLEIN
from handboek.content import open_handbook
from handboek.overrun import overrun
from handboek.render.renderer import File

SHEET = ("worksheet", "lijstje")


@pytest.mark.parametrize(("pages", "told"), [(1, 0), (2, 1)])
def test_a_changed_sheet_that_runs_over(tmp_path: Path, pages: int, told: int):
    was = open_handbook(KLEIN).get(*SHEET)
    change = f"verandert:\n  - {{veld: when_not, was: {was.data.when_not.text}, wordt: {'Lang. ' * 8}}}\n"
    book = open_handbook(edition(tmp_path, KLEIN, files={f"eigen/{was.path}": change}))
    assert book.get(*SHEET).data.pages == 1
    said = [what for _, what in overrun(book, {SHEET: (File("blad", "werkbladen/lijstje.pdf", pages, 1, "A4"),)})]
    assert (
        said
        == [
            "`werkbladen/lijstje` beslaat 2 bladzijden en heeft plaats voor 1. Maak de tekst korter in "
            "`eigen/tools/worksheets/lijstje.yml`, om te beginnen bij `when_not`."
        ][:told]
    )


def test_of_a_sheet_of_its_own_the_pages_can_be_said(tmp_path: Path):
    own = (KLEIN / "tools/worksheets/lijstje.yml").read_text(encoding="utf-8")
    book = open_handbook(edition(tmp_path, KLEIN, files={"eigen/tools/worksheets/ons-lijstje.yml": own}))
    files = {("worksheet", "ons-lijstje"): (File("blad", "x.pdf", 3, 1, "A4"),)}
    assert [one.partition("Of ")[2] for _, one in overrun(book, files)] == ["schrijf bij `pages` hoeveel het er zijn."]


def test_in_a_base_nothing_is_told():
    assert [*overrun(open_handbook(KLEIN), {SHEET: (File("blad", "x.pdf", 9, 1, "A4"),)})] == []


def test_a_letter_that_runs_over_by_what_stands_above_it_is_told_by_its_name(tmp_path: Path):
    book = open_handbook(edition(tmp_path, KLEIN))
    letter = next(iter(book.of("message")))
    ((_, said),) = overrun(book, {letter.key: (File("blad", "x.pdf", 2, 1, "A4"),)})
    assert f"`{letter.address.strip('/')}` beslaat 2 bladzijden en heeft plaats voor 1" in said
    assert "`adres`, `bereikbaar`, het logo" in said


def test_a_sheet_that_nobody_changed_runs_over_by_name_and_logo_where_no_word_was_replaced(tmp_path: Path):
    files = {SHEET: (File("blad", "werkbladen/lijstje.pdf", 2, 1, "A4"),)}
    ((_, plain),) = overrun(open_handbook(edition(tmp_path / "een", KLEIN)), files)
    assert "naam en logo" in plain
    words = "woorden:\n  - {van: deur, naar: voordeur, van_lidwoord: de, naar_lidwoord: de}\n"
    ((_, worded),) = overrun(open_handbook(edition(tmp_path / "twee", KLEIN, words)), files)
    assert "`woorden`" in worded
