"""Dutch ways of writing days, months, counts and names of things."""

from __future__ import annotations

import datetime

MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]

BASIS = {
    "bron": "Rust op bronnen",
    "deels": "Deels op bronnen, deels redactioneel",
    "redactioneel": "Redactioneel",
}
STATUS = {"done": "gedaan", "begun": "begonnen", "planned": "gepland", "opinion": "mening"}
MOMENTS = {"voor": "vooraf", "tijdens": "tijdens de werkzaamheden", "na": "achteraf"}


def day(value: datetime.date) -> str:
    """24 november 2026."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def month(value: str) -> str:
    """`2026-11` as november 2026."""
    year, number = value.split("-")
    return f"{MONTHS[int(number) - 1]} {year}"


def minutes(value: int) -> str:
    """90 as 1 uur 30 minuten."""
    hours, rest = divmod(value, 60)
    parts = [f"{hours} uur"] if hours else []
    if rest or not hours:
        parts.append(f"{rest} {'minuut' if rest == 1 else 'minuten'}")
    return " ".join(parts)


def count(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def size(number: int) -> str:
    """Bytes as kB or MB, with a Dutch comma."""
    return (
        f"{max(1, round(number / 1000))} kB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB".replace(".", ",")
    )


def listed(words: list[str]) -> str:
    """Words as a list: a, b en c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}" if words else ""
