"""Questions at a terminal, in Dutch: a text, one of a list, several of a list, a number."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from handboek.document import INVISIBLE

Options = Sequence[tuple[str, str]]
"""Values with the words that stand for them."""


class Stopped(Exception):
    """The person stopped before the end; nothing was written."""


def text(question: str, *, default: str = "", longest: int = 0, wrong: Callable[[str], str] = lambda _: "") -> str:
    """A line of text; Enter takes the default. `wrong` says what is wrong with an answer, or nothing."""
    hint = f" [{default}]" if default else ""
    while True:
        answer = _line(f"{question}{hint}") or default
        if INVISIBLE.search(answer):
            print("  Hier staat een teken dat je niet ziet, zoals van een pijltjestoets. Typ het opnieuw.")
        elif longest and len(answer) > longest:
            print(f"  Dat zijn {len(answer)} tekens, en er passen er {longest}. Maak het korter.")
        elif said := wrong(answer):
            print(f"  {said}")
        else:
            return answer


def required(answer: str) -> str:
    """What is wrong with an answer that may not be empty."""
    return "" if answer.strip() else "Dit is nodig. Typ iets, of stop met Ctrl-C."


def number(question: str, *, default: int, least: int, most: int) -> int:
    """A whole number between two limits."""

    def wrong(answer: str) -> str:
        fits = re.fullmatch(r"-?\d{1,6}", answer) and least <= int(answer) <= most
        return "" if fits else f"Typ een heel getal van {least} tot en met {most}."

    return int(text(question, default=str(default), wrong=wrong))


def one(question: str, options: Options) -> str:
    """One of these, by its number or its value."""
    return several(question, options, least=1, most=1)[0]


def several(question: str, options: Options, *, least: int = 0, most: int = 0) -> list[str]:
    """Some of these, by their numbers or values."""
    if len(options) < least:
        print("  Er is nog niets om uit te kiezen. Maak dat eerst.")
        raise Stopped
    most = min(most or len(options), len(options))
    for index, (value, words) in enumerate(options, 1):
        print(f"  {index:>3}  {words}{f'  ({value})' if words != value else ''}")
    how = "het nummer" if most == 1 else "nummers met een spatie ertussen" + ("" if least else "; Enter voor geen")
    values = [value for value, _ in options]
    while True:
        typed = [word for word in re.split(r"[\s,]+", _line(f"{question} ({how})").strip()) if word]
        chosen = [values[int(word) - 1] if _is_number(word, len(values)) else word for word in typed]
        unknown = [word for word in chosen if word not in values]
        if unknown:
            print(f"  Dit staat niet in de lijst: {', '.join(unknown)}.")
        elif not least <= len(chosen) <= most:
            wanted = (
                f"precies {most}"
                if least == most
                else f"minstens {least}"
                if len(chosen) < least
                else f"hoogstens {most}"
            )
            print(f"  Kies er {wanted}.")
        else:
            return list(dict.fromkeys(chosen))


def _is_number(word: str, most: int) -> bool:
    return word.isascii() and word.isdigit() and 1 <= int(word) <= most


def _line(prompt: str) -> str:
    while True:
        try:
            answer = input(f"{prompt}: ").strip()
            answer.encode()
            return answer
        except (EOFError, KeyboardInterrupt):
            raise Stopped from None
        except UnicodeError:
            print("  Dit kan ik niet lezen: het zijn tekens in een andere codering. Typ het opnieuw.")
