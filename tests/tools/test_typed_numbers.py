"""One reader of numbers: what it understands, and what it refuses with the reason."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scripts import Logic, logic


@pytest.fixture(scope="module")
def page() -> Iterator[Logic]:
    with logic("logic/numbers.js") as page:
        yield page


UNDERSTOOD = {
    "98": 98,
    " 98 ": 98,
    "\u00a098\u200b": 98,
    "98\t": 98,
    "0098": 98,
    "0": 0,
    "-0": 0,
    "+12": 12,
    "1000": 1000,
    "1.000": 1000,
    "1 000": 1000,
    "1\u00a0000": 1000,
    "1\u202f000": 1000,
    "1'000": 1000,
    "12.345": 12345,
    "99.999": 99999,
    "99999": 99999,
    "١٢": 12,
    "۱۲": 12,
    "９８": 98,
}
"""What somebody types, and the number that is meant."""

REFUSED = {
    "98,5": "heel getal",
    "98.5": "heel getal",
    "1.5": "heel getal",
    "1,000": "heel getal",
    "98,0": "heel getal",
    ",5": "heel getal",
    ".50": "heel getal",
    "-1,5": "heel getal",
    "1e2": "alleen cijfers",
    "1e2a": "alleen cijfers",
    "0x10": "alleen cijfers",
    "12 huurders": "alleen cijfers",
    "98%": "alleen cijfers",
    "98¹": "alleen cijfers",
    "9½": "alleen cijfers",
    "1.00.000": "alleen cijfers",
    "1.000,00": "alleen cijfers",
    "1 0": "alleen cijfers",
    "98\t100": "alleen cijfers",
    "98; 100": "alleen cijfers",
    "98\n100": "alleen cijfers",
    "98-100": "alleen cijfers",
    "5-": "alleen cijfers",
    "--5": "alleen cijfers",
    "१२": "met cijfers",
    "honderd": "met cijfers",
    "NaN": "met cijfers",
    "Infinity": "met cijfers",
    "-": "met cijfers",
    "?": "met cijfers",
    "-5": "van 0 of meer",
    "−5": "van 0 of meer",
    "– 5": "van 0 of meer",
    "-1.000": "van 0 of meer",
    "100000": "hoogstens 99.999",
    "99999999999": "hoogstens 99.999",
    "1.000.000": "hoogstens 99.999",
    "9" * 39: "hoogstens 99.999",
    "9" * 41: "alleen een getal",
    "1" + " " * 50 + "x": "alleen een getal",
    "1" * 1_000_000: "alleen een getal",
}
"""What somebody types that is no whole number from 0 to 99,999, and a part of what it says."""


@pytest.mark.parametrize("text", UNDERSTOOD)
def test_a_number_as_people_write_it(page: Logic, text: str):
    assert page.evaluate("text => Numbers.read(text, 0, 99999)", text) == {"value": UNDERSTOOD[text], "wrong": ""}


@pytest.mark.parametrize("text", REFUSED, ids=lambda text: text[:20])
def test_what_is_no_number_is_refused_with_the_reason(page: Logic, text: str):
    found = page.evaluate("text => Numbers.read(text, 0, 99999)", text)
    assert found["value"] is None
    assert REFUSED[text] in found["wrong"]


@pytest.mark.parametrize("text", ["", " ", "\t\n", "\u200b"])
def test_an_empty_field_is_none_and_no_mistake(page: Logic, text: str):
    assert page.evaluate("text => Numbers.read(text, 0, 99999)", text) == {"value": None, "wrong": ""}


@pytest.mark.parametrize(("text", "value"), [("-18", -18), ("−18", -18), ("–18", -18), ("- 18", -18), ("-121", None)])
def test_a_month_may_lie_before_the_start(page: Logic, text: str, value: int | None):
    found = page.evaluate("text => Numbers.read(text, -120, 120)", text)
    assert found["value"] == value
    assert bool(found["wrong"]) == (value is None)
