"""A day or a time that somebody gives in Dutch, as another language writes it.

What somebody types in a browser is said there by the same rules (`inLanguage` in `lib/dates.js`); one table of cases holds
both (`tests/tools/test_days.py`).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

from handboek.dutch import MONTHS, WEEKDAYS

TYPED = re.compile(
    rf"(?:({'|'.join(WEEKDAYS)}) ?)?(?:(?:(\d{{1,2}}) )?({'|'.join(MONTHS)})(?: (\d{{4}}))?)?", re.IGNORECASE
)
TIME = re.compile(
    r"(.{0,80}?),? ?(?:om )?(\d{1,2}(?:[:.]\d{2})?(?: ?(?:-|–|tot) ?\d{1,2}(?:[:.]\d{2})?)?)( uur)?", re.IGNORECASE
)
WITH_CASES = ("pl", "uk")
"""Languages in which a day or a month has another form behind a preposition: it stands in figures there."""
A_MONDAY = datetime.date(2026, 11, 2)


def in_language(typed: str, language: str, year: int) -> str:
    """`dinsdag 8 december` in Turkish is `8 Aralık Salı`, and `14 uur` is `14:00`; what is neither stays as it is.

    Where nobody says the year, it is this one, or one around it that has such a day.
    """
    text = " ".join(typed.split())
    if day := _day(text, language, year):
        return day
    found = TIME.fullmatch(text)
    if not found or not (found[3] or re.search("[:.]", found[2])):
        return typed
    on = _day(found[1], language, year) if found[1] else ""
    if on is None:
        return typed
    hours = re.sub(r" ?(?:tot|-) ?", "–", found[2], count=1)
    hours = re.sub(r"(\d+)(?:[:.](\d+))?", lambda one: f"{one[1]}:{one[2] or '00'}", hours)
    return " · ".join(filter(None, (on, hours)))


def _day(typed: str, language: str, year: int) -> str | None:
    """A day, a weekday or a month; nothing where it is none of these."""
    found = TYPED.fullmatch(typed)
    if not typed or not found:
        return None
    weekday, date, month, said = found.groups()
    if weekday and month and not date:
        return None
    at = WEEKDAYS.index(weekday.lower()) if weekday else -1
    day: datetime.date | None = A_MONDAY + datetime.timedelta(at)
    if month:
        years = (int(said),) if said else (year, year + 1, year - 1, year + 2)
        day = _first(years, MONTHS.index(month.lower()) + 1, int(date or 1), at)
    if day is None:
        return None
    if (date or (month and said)) and language in WITH_CASES:
        figures = ".".join(filter(None, (date and date.zfill(2), f"{day.month:02}", said)))
        return f"{figures} ({_written(day, 'E', language)})" if weekday else figures
    return _written(day, "y" * bool(said) + "MMM" * bool(month) + "E" * bool(weekday) + "d" * bool(date), language)


def _first(years: Iterable[int], month: int, date: int, weekday: int) -> datetime.date | None:
    """The day in the first of these years in which it is there, and is that weekday; none is below 0."""
    for year in years:
        try:
            day = datetime.date(year, month, date)
        except ValueError:
            continue
        if weekday < 0 or day.weekday() == weekday:
            return day
    return None


def _written(day: datetime.date, parts: str, language: str) -> str:
    """A day with these parts in the order of the language, each in full: abbreviations are for tables."""
    try:
        locale = Locale.parse(f"{language}_NL")
    except UnknownLocaleError:
        locale = Locale.parse(language)
    order = {"E": "cccc", "MMM": "LLLL"}.get(parts) or locale.datetime_skeletons[parts].pattern
    whole = re.sub(r"(?<!M)MMM(?!M)", "MMMM", re.sub(r"E+", "EEEE", order))
    return str(format_date(day, whole, locale=locale))
