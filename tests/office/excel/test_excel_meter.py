"""The meter in Excel: what it counts is what the site counts, in Python and in LibreOffice."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import spreadsheets as xl
import yaml

from conftest import ROOT, real

SLUG = "draagvlakmeter"
METER = [tuple(row) for row in yaml.safe_load((ROOT / "tests/tools/meter.yml").read_text("utf-8"))]
"""Tenants, in favour, against → needed, to go, verdict: the table that the site's own tool answers."""
CASES = [*(row for row in METER if row[0] <= 180 and row[1] + row[2] <= 200), (174, 98, 21, 122, 24, "nog")]
Filled = dict[tuple[str, str, int], Any]
Reading = Callable[[str, str], Any]
"""What a file says, by the key of a table and that of a cell."""


def counted(tenants: int, yes: int, no: int) -> Filled:
    """A building as somebody counts it: in one part, each answer on a row."""
    filled: Filled = {("telling", "portiek", 0): "A", ("telling", "huurders", 0): tenants}
    for row, answer in enumerate(["ja"] * yes + ["nee"] * no):
        filled |= {
            ("lijst", "huurder", row): str(row + 1),
            ("lijst", "portiek", row): "A",
            ("lijst", "antwoord", row): answer,
        }
    return filled


def said_of(verdict: str, to_go: int) -> str:
    """What the site says of one part: `Meter.here`."""
    words = {"leeg": "", "fout": "klopt niet", "gehaald": "gehaald", "nog": f"nog {to_go}"}
    return words.get(verdict, f"nog {to_go}, lukt zo niet")


def in_python(cases: list[Filled], _room: Path) -> Iterator[Reading]:
    tables = xl.source(SLUG).tables
    for one in cases:
        sheet = xl.worked_out(SLUG, one)
        yield lambda table, key, sheet=sheet: sheet[xl.spot(tables, table, key)]  # type: ignore[misc]


def in_libreoffice(cases: list[Filled], room: Path) -> Iterator[Reading]:
    tables = xl.source(SLUG).tables
    for file in xl.by_libreoffice([xl.filled_in(SLUG, one) for one in cases], room / "lo"):
        yield lambda table, key, file=file: xl.value(file, tables, xl.spot(tables, table, key))  # type: ignore[misc]


def listed(parts: dict[Any, Any], *answers: tuple[Any, Any]) -> Filled:
    """A building in parts with its tenants, and answers with yes: the door and the part that somebody fills in."""
    filled: Filled = {}
    for row, (name, tenants) in enumerate(parts.items()):
        filled |= {("telling", "portiek", row): name, ("telling", "huurders", row): tenants}
    for row, (door, part) in enumerate(answers):
        given = {"huurder": door, "portiek": part, "gegeven": datetime.date(2020, 5, 3), "antwoord": "ja"}
        filled |= {("lijst", key, row): value for key, value in given.items() if value is not None}
    return filled


def doors(count: int, part: Any) -> list[tuple[Any, Any]]:
    return [(str(number), part) for number in range(1, count + 1)]


LOOK = "kijk dit eerst na"
NOT_YET: list[tuple[Filled, tuple[Any, str], tuple[int, str]]] = [
    (listed({"A": 5, "B": 5}, *doors(7, "A")), (1, "klopt niet"), (1, LOOK)),
    (listed({"A1": 10}, *doors(7, "A")), (0, "nog 7"), (7, LOOK)),
    (listed({"A": 10}, *doors(7, None)), (0, "nog 7"), (7, LOOK)),
    (listed({"A": 10}, *doors(3, "A"), *((at, "A") for at in range(1, 5))), (6, LOOK), (6, LOOK)),
    (listed({"A": 10}, *doors(6, "A"), ("6 ", "A")), (2, LOOK), (2, LOOK)),
    (listed({None: 10}, *doors(7, None)), (1, LOOK), (8, LOOK)),
    (listed({"A": None}, *doors(7, "A")), (1, "klopt niet"), (1, "klopt niet")),
    (listed({"A": 2.5}, *doors(2, "A")), (1, LOOK), (1, LOOK)),
    (listed({"A": "tien", "B": 2}, *doors(2, "B")), ("klopt niet", LOOK), (1, LOOK)),
    (listed({1: 10}, *doors(7, "1")), (0, "gehaald"), (0, "gehaald")),
    (listed({"A ": 10}, *doors(7, "A")), (0, "gehaald"), (0, "gehaald")),
]
"""What somebody filled in, and what the first part and the building say of it: how much to look through, and how they stand.
Nothing is won with what is not right; a number, the same in words and that with a space are one door, and one part."""


@pytest.mark.parametrize("by", [in_python, pytest.param(in_libreoffice, marks=pytest.mark.hard)])
def test_what_is_not_right_wins_nothing(by: Callable[[list[Filled], Path], Iterator[Reading]], tmp_path: Path):
    for (_, part, whole), value in zip(NOT_YET, by([one for one, *_ in NOT_YET], tmp_path), strict=True):
        found = [tuple(value(where, key) for key in ("nakijken", "stand")) for where in ("telling", "geheel")]
        assert found == [part, whole]


@pytest.mark.parametrize("by", [in_python, pytest.param(in_libreoffice, marks=pytest.mark.hard)])
def test_the_count_is_that_of_the_site(by: Callable[[list[Filled], Path], Iterator[Reading]], tmp_path: Path):
    assert len(CASES) > 20
    read = by([counted(*case[:3]) for case in CASES], tmp_path)
    for (tenants, yes, no, needed, to_go, verdict), value in zip(CASES, read, strict=True):
        for where in ("geheel", "telling"):
            found = [value(where, key) for key in ("nodig", "te_gaan", "stand")]
            assert found == [needed, to_go, said_of(verdict, to_go)], (tenants, yes, no, where)
        assert value("geheel", "niets") == max(0, tenants - yes - no)


def test_the_threshold_stands_in_one_place():
    """The figure of the worksheet is the one of the meter, and the formulas name it."""
    piece, meter = real().get("worksheet", "draagvlakmeter"), real().one("meter")
    assert piece and piece.data.sheet.threshold == meter.threshold
    assert dict(xl.source("draagvlakmeter").tables.figures) == {"drempel": meter.threshold}
    said = str(piece.data.excel)
    assert "drempel" in said and str(meter.threshold) not in re.sub(r"\d{3,}", "", said)
