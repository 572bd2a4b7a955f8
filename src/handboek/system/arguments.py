"""The command line in Dutch: what `argparse` says by itself, and what it did not understand."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Any, NoReturn

ALL = "--alles"
"""The option of `handboek check` that shows effects too."""

DUTCH = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat erachter komt",
    "options": "wat je erbij kunt zeggen",
    "show this help message and exit": "toon deze uitleg",
    "argument %(argument_name)s: %(message)s": "bij %(argument_name)s: %(message)s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r bestaat niet; kies uit %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)r is geen getal",
    "the following arguments are required: %s": "hier ontbreekt: %s",
    "unrecognized arguments: %s": "dit bestaat niet: %s",
    "expected one argument": "hier hoort iets achter",
    "expected at least one argument": "hier hoort minstens één woord achter",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan van alles zijn: %(matches)s",
}
"""What it says in English, as `gettext` would look it up; there is no catalogue of it in the system."""

argparse._ = lambda said: DUTCH.get(said, said)  # type: ignore[attr-defined]


class WrongUse(Exception):
    """What somebody asks cannot be done here; says why, in Dutch. The command ends with exit code 2."""


class Later:
    """What somebody may choose from, looked up when they choose or ask: what it comes from may take long to load."""

    def __init__(self, choices: Callable[[], Iterable[str]]) -> None:
        self.choices = choices

    def __iter__(self) -> Iterator[str]:
        return iter(self.choices())

    def __contains__(self, name: object) -> bool:
        return name in tuple(self)


def count(text: str) -> int:
    """A number of things, at least one, as somebody types it."""
    if not (text.isdecimal() and int(text)):
        raise argparse.ArgumentTypeError(f"{text!r} is geen aantal van 1 of meer")
    return int(text)


def share(text: str) -> tuple[int, int]:
    """A share as somebody types it: `2/4` is the second of four."""
    part, _, of = text.partition("/")
    if not (part.isdecimal() and of.isdecimal() and 1 <= int(part) <= int(of)):
        raise argparse.ArgumentTypeError(f"{text!r} is geen deel; zo is het tweede van vier delen 2/4")
    return int(part), int(of)


class Parser(argparse.ArgumentParser):
    """A parser that says in Dutch what it did not understand, and where to look."""

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """As `argparse` does; of a word that is nearly one of the choices it names that one, and not them all."""
        choices: Iterable[Any] = action.choices or ()
        near = get_close_matches(str(value).lower(), map(str, choices), 1)
        if near and value not in choices:
            raise argparse.ArgumentError(action, f"{value!r} bestaat niet; bedoelde je {near[0]!r}?")
        super()._check_value(action, value)

    def error(self, message: str) -> NoReturn:
        print(f"Deze opdracht begrijp ik niet: {message}\nKijk bij: {self.prog} --help", file=sys.stderr)
        raise SystemExit(2)
