"""The 70%: one table of cases, answered by the script and by fractions in Python."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
import yaml

from scripts import Logic, logic


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic("lib/counts.js", "logic/meter.js") as page:
        yield page


CASES = yaml.safe_load(Path(__file__).with_name("meter.yml").read_text(encoding="utf-8"))


def counted(tenants: int, yes: int, no: int) -> tuple[int, int, str]:
    """What the law asks, said with fractions and by trying every number."""
    share = Fraction(7, 10)
    needed = next(number for number in range(tenants + 1) if number >= share * tenants)
    if yes + no > tenants:
        verdict = "fout"
    elif tenants == 0:
        verdict = "leeg"
    elif Fraction(yes, tenants) >= share:
        verdict = "gehaald"
    else:
        verdict = "nog" if Fraction(tenants - no, tenants) >= share else "onhaalbaar"
    return needed, max(0, needed - yes), verdict


def test_the_table_is_large_and_python_gives_the_same():
    assert len(CASES) >= 30
    for tenants, yes, no, *expected in CASES:
        assert counted(tenants, yes, no) == tuple(expected), (tenants, yes, no)


def test_the_script_gives_the_same(page: Logic):
    for tenants, yes, no, *expected in CASES:
        found = page.evaluate("row => Meter.count(row, 70)", {"tenants": tenants, "yes": yes, "no": no})
        assert [found["needed"], found["toGo"], found["verdict"]] == expected, (tenants, yes, no)
        assert found["unheard"] == tenants - yes - no


def test_the_script_and_python_agree_on_every_small_building(page: Logic):
    found = page.evaluate(
        """() => {
        const all = [];
        for (let tenants = 0; tenants <= 40; tenants += 1)
            for (let yes = 0; yes <= tenants + 1; yes += 1)
                for (const no of [0, 1, Math.floor((tenants - yes) / 2), tenants - yes].filter(number => number >= 0)) {
                    const one = Meter.count({tenants, yes, no}, 70);
                    all.push([tenants, yes, no, one.needed, one.toGo, one.verdict]);
                }
        return all;
    }"""
    )
    assert len(found) > 2000
    for tenants, yes, no, *said in found:
        assert tuple(said) == counted(tenants, yes, no), (tenants, yes, no)


def test_what_it_says_to_people(page: Logic):

    def said(tenants: int, yes: int, no: int) -> str:
        return page.evaluate(
            "row => Meter.sentence(Meter.count(row, 70), WORDS.meter)", {"tenants": tenants, "yes": yes, "no": no}
        )

    assert said(174, 121, 20).startswith("Nog 1 te gaan: 121 van de 174 huurders zeggen ja.")
    assert said(174, 122, 20).startswith("Gehaald: 122 van de 174")
    assert "zo lukt het niet meer. Iedereen gaf al antwoord." in said(174, 121, 53)
    assert "Nog 1 huurder gaf geen antwoord." in said(174, 120, 53)
    assert "Nog 2 huurders gaven geen antwoord." in said(174, 119, 53)
    assert said(174, 1, 0).startswith("Nog 121 te gaan: 1 van de 174 huurders zegt ja.")
    assert said(0, 0, 0) == "Vul in hoeveel huurders er zijn."
    assert "kan niet kloppen" in said(10, 8, 3)
    here = [
        page.evaluate("row => Meter.here(Meter.count(row, 70))", {"tenants": tenants, "yes": yes, "no": no})
        for tenants, yes, no in ((0, 0, 0), (10, 8, 3), (10, 7, 0), (10, 5, 0), (10, 5, 4))
    ]
    assert here == ["", "klopt niet", "gehaald", "nog 2", "nog 2, lukt zo niet"]
    assert page.evaluate("Meter.times(70)") == [10, 7]
    assert page.evaluate("Meter.times(75)") == [4, 3]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Portiek A", "Portiek B"], ""),
        (["", ""], ""),
        (["Portiek B", "Portiek A", " portiek b "], " Portiek B staat er twee keer"),
        (["B", "B", "B"], " B staat er 3 keer"),
    ],
)
def test_a_part_that_stands_there_twice_is_said_with_what_to_do(names: list[str], said: str):
    with logic("lib/counts.js", "logic/project-shape.js", "logic/meter.js") as page:
        found = page.evaluate("(names) => Meter.twice(names.map((name) => ({ name })))", names)
    assert found.startswith(said) and bool(found) == bool(said)
    assert "Haal er een weg" in found or not said
