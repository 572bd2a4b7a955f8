"""What looks like a slip in what somebody types into a letter, and what does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from scripts import Logic, logic

TODAY = "2026-11-30"
BODY = "Wij komen op {dag}, tussen {van} en {tot}. Bel {telefoon}."
SLIPS = [
    ({"dag": "maandag 1 december"}, ["1 december 2026 is een dinsdag."]),
    ({"dag": "vrijdag 8 januari om 10 uur"}, []),  # the January that comes
    ({"dag": "dinsdag 1 december 2025"}, ["1 december 2025 is een maandag."]),
    ({"dag": "31 november"}, ["31 november bestaat niet."]),
    ({"dag": "29 februari"}, ["29 februari bestaat niet."]),
    ({"dag": "29 februari 2028"}, []),
    ({"dag": "20 november"}, ["20 november 2026 is al voorbij."]),
    ({"dag": "maandag 23 november"}, []),
    ({"dag": "1/12"}, []),
    ({"dag": "volgende week"}, []),
    ({"van": "16:00 tot 6 uur"}, ["6 is niet na 16:00."]),
    ({"van": "9.30 tot 12 uur"}, []),
    ({"van": "16.00", "tot": "15.00"}, ["15.00 is niet na 16.00."]),
    ({"van": "16u", "tot": "18:30"}, []),
    ({"van": "in de middag", "tot": "15.00"}, []),
    ({"telefoon": "06-1234"}, ["dit nummer heeft te weinig cijfers."]),
    *(({"telefoon": number}, []) for number in ("06-12 34 56 78", "+31 6 12345678", "0800-2000", "112", "14 030")),
]


LEAST, BELOW = ({"voor": {"blank": "huurders", how: 70}} for how in ("least", "below"))
TERM = {"laatste": {"blank": "brief", "weeks": 8}}
WEIGHED = [
    (LEAST, {"huurders": "40", "voor": "27"}, ["27 van 40 is minder dan 70 procent."]),
    (LEAST, {"huurders": "40", "voor": "28"}, []),
    (LEAST, {"huurders": "10", "voor": "7"}, []),
    (LEAST, {"huurders": "1.010", "voor": "707"}, []),
    (LEAST, {"huurders": "1.010", "voor": "706"}, ["706 van 1010 is minder dan 70 procent."]),
    (LEAST, {"huurders": "40", "voor": "41"}, ["41 is meer dan 40."]),
    (LEAST, {"huurders": "", "voor": "27"}, []),
    (LEAST, {"huurders": "veertig", "voor": "27"}, []),
    (BELOW, {"huurders": "52", "voor": "50"}, ["50 van 52 is 70 procent of meer."]),
    (BELOW, {"huurders": "52", "voor": "36"}, []),
    (BELOW, {"huurders": "10", "voor": "7"}, ["7 van 10 is 70 procent of meer."]),
    (
        TERM,
        {"brief": "dinsdag 8 december", "laatste": "19 januari"},
        ["8 weken na 8 december 2026 is 2 februari 2027."],
    ),
    (TERM, {"brief": "dinsdag 8 december", "laatste": "dinsdag 2 februari 2027"}, []),
    (TERM, {"brief": "zaterdag 12 december", "laatste": "maandag 8 februari"}, []),  # the end moves over a weekend
    (TERM, {"brief": "8 december", "laatste": "2 maart"}, ["8 weken na 8 december 2026 is 2 februari 2027."]),
    (TERM, {"brief": "8 december", "laatste": "over acht weken"}, []),
]
"""What must agree with another blank: a share in whole numbers, and the end of a term."""


@pytest.fixture(scope="module")
def doubts() -> Iterator[Logic]:
    with logic("lib/dates.js", "logic/numbers.js", "logic/doubts.js") as scripts:
        yield scripts


@pytest.mark.parametrize(("typed", "says"), SLIPS)
def test_a_slip_is_told_and_nothing_else(doubts: Logic, typed: dict[str, str], says: list[str]):
    fields = [{"name": name, "value": value, "number": name == "telefoon"} for name, value in typed.items()]
    found = doubts.evaluate(f"(fields) => Doubts.of(fields, {BODY!r}, {TODAY!r}, {{}})", fields)
    assert [one["says"] for one in found] == says


@pytest.mark.parametrize(("against", "typed", "says"), WEIGHED)
def test_what_does_not_agree_with_another_blank_is_told(
    doubts: Logic, against: dict[str, Any], typed: dict[str, str], says: list[str]
):
    fields = [{"name": name, "value": value, "number": False} for name, value in typed.items()]
    asked = "({ fields, against }) => Doubts.of(fields, '', '2026-11-30', against)"
    found = doubts.evaluate(asked, {"fields": fields, "against": against})
    assert [one["says"] for one in found] == says
