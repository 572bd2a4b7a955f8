"""Dutch ways of writing days, months, counts and names of things."""

from __future__ import annotations

import datetime
import re
import unicodedata

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

WEEKDAYS = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]

BASIS = {
    "bron": "Rust op bronnen",
    "deels": "Deels op bronnen, deels redactioneel",
    "redactioneel": "Redactioneel",
}
PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
"""Letters that are a letter with something to it, and that Unicode does not take apart."""
STATUS = {"done": "gedaan", "begun": "begonnen", "planned": "gepland", "opinion": "mening"}
READ = {"helemaal": "helemaal", "deels": "een deel", "samenvatting": "alleen de samenvatting"}


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


NUMBERS = ["nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"]


def number(value: int) -> str:
    """3 as drie; what is long in words stays a figure."""
    return NUMBERS[value] if value < len(NUMBERS) else str(value)


def count_in_words(value: int, one: str, many: str) -> str:
    """A number with its noun, as it stands in a sentence: vier tafels."""
    return f"{number(value)} {one if value == 1 else many}"


def daypart(clock: str) -> str:
    """13:15 as middag."""
    hour = int(clock.split(":", maxsplit=1)[0])
    return "ochtend" if hour < 12 else "middag" if hour < 18 else "avond"


def needed(least: int) -> str:
    """4 as er zijn er minstens 4 nodig."""
    return "er is er minstens één nodig" if least == 1 else f"er zijn er minstens {least} nodig"


def size(number: int) -> str:
    """Bytes as kB or MB, with a Dutch comma."""
    return (
        f"{max(1, round(number / 1000))} kB" if number < 1_000_000 else f"{number / 1_000_000:.1f} MB".replace(".", ",")
    )


def listed(words: list[str]) -> str:
    """Words as a list: a, b en c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} en {words[-1]}" if words else ""


def quoted(text: str) -> str:
    """A title as it stands in a sentence: “Pauze”."""
    return f"“{text}”"


def order(text: str) -> tuple[object, ...]:
    """What to sort a text by in a list for people: no accents, no capitals, 2 before 10, `’s` and quotes as if they were not there.

    The text itself comes last, so that the order is the same each time.
    """
    flat = unicodedata.normalize("NFKD", text).casefold().translate(PLAIN)
    parts = re.findall(r"[0-9]+|[^\W\d_]+", "".join(sign for sign in flat if not unicodedata.combining(sign)))
    return (*((0, int(part), "") if part[0] in "0123456789" else (1, 0, part) for part in parts), (-1, 0, text))
