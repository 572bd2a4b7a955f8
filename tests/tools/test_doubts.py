"""What looks like a slip in what somebody types into a letter, and what does not."""

from __future__ import annotations

from collections.abc import Iterator

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


@pytest.fixture(scope="module")
def doubts() -> Iterator[Logic]:
    with logic("lib/dates.js", "logic/doubts.js") as scripts:
        yield scripts


@pytest.mark.parametrize(("typed", "says"), SLIPS)
def test_a_slip_is_told_and_nothing_else(doubts: Logic, typed: dict[str, str], says: list[str]):
    fields = [{"name": name, "value": value, "number": name == "telefoon"} for name, value in typed.items()]
    found = doubts.evaluate(f"(fields) => Doubts.of(fields, {BODY!r}, {TODAY!r})", fields)
    assert [one["says"] for one in found] == says
