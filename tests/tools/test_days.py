"""A day in another language, from one table: as a browser says it, and as Python does. What an engine lacks, it says in figures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from handboek import days
from scripts import empty_page

YEAR = 2026
SAID = {
    "tr": {
        "dinsdag 8 december": "8 Aralık Salı",
        "Dinsdag 8 december 2026": "8 Aralık 2026 Salı",
        "8 december": "8 Aralık",
        "december 2026": "Aralık 2026",
        "december": "Aralık",
        "dinsdag": "Salı",
        "14 uur": "14:00",
        "9.30 tot 12 uur": "9:30–12:00",
        "dinsdag 8 december om 14.00 uur": "8 Aralık Salı · 14:00",
        "vrijdag 8 januari": "8 Ocak Cuma",
        "31 november": "31 november",
        "volgende week": "volgende week",
        "volgende week om 14 uur": "volgende week om 14 uur",
        "16u": "16u",
        "1/12": "1/12",
        "Sam": "Sam",
        "06-12 34 56 78": "06-12 34 56 78",
    },
    "en": {"dinsdag 8 december 2026": "Tuesday, 8 December 2026", "8 december": "8 December", "zondag": "Sunday"},
    "ar": {"dinsdag 8 december": "الثلاثاء، 8 ديسمبر", "december 2026": "ديسمبر 2026", "zondag": "الأحد"},
    "pl": {"dinsdag 8 december": "08.12 (wtorek)", "december 2026": "12.2026", "december": "grudzień"},
    "uk": {"donderdag 10 december 2026": "10.12.2026 (четвер)", "1 december": "01.12", "dinsdag": "вівторок"},
}
CASES = [(language, typed, said) for language, row in SAID.items() for typed, said in row.items()]


@pytest.mark.parametrize(("language", "typed", "said"), CASES)
def test_a_day_in_python(language: str, typed: str, said: str):
    assert days.in_language(typed, language, YEAR) == said


def test_a_day_in_tigrinya_where_the_language_is_known():
    assert days.in_language("dinsdag 8 december", "ti", YEAR) == "ሰሉስ፣ 8 ታሕሳስ"


@pytest.fixture(scope="module")
def page(browser: Any) -> Iterator[Any]:
    page = empty_page(browser, "lib/dates.js")
    yield page
    page.close()


@pytest.mark.slow
def test_a_browser_says_the_same(page: Any):
    said = page.evaluate(f"cases => cases.map(([language, typed]) => Dates.inLanguage(typed, language, {YEAR}))", CASES)
    assert said == [one for _, _, one in CASES]


TIMES = {
    "14": "14:00",
    "9": "9:00",
    "1430": "14:30",
    "930": "9:30",
    "16,15": "16:15",
    "16.15": "16.15",
    "16:15": "16:15",
    "25": "25",
    "14 uur": "14 uur",
    "1475": "1475",
    "": "",
}
"""A time that was typed with the keys for numbers, and what becomes of it."""


@pytest.mark.slow
def test_a_time_that_is_typed_with_the_keys_for_numbers(page: Any):
    said = page.evaluate("times => times.map((one) => Dates.time(one))", list(TIMES))
    assert dict(zip(TIMES, said, strict=True)) == TIMES
