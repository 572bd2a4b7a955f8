"""What is printed can be printed: on a Windows console, in a pipe, in a terminal that knows ASCII only, and into nothing."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata

READABLE = "leesbaar"
"""The name of what stands in for a sign that an output does not have."""
PLAIN = {
    "→": "->",
    "…": "...",
    "•": "*",
    "│": "|",
    "–": "-",
    "—": "-",
    "‘": "'",
    "’": "'",
    "“": '"',
    "”": '"',
    "·": "-",
    "×": "x",
    "€": "EUR",
}


def _plain(error: UnicodeError) -> tuple[str, int]:
    """The signs that cannot be printed, as near as plain ones come: `één` as `een`, an arrow as `->`, else `?`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    shown = ""
    for sign in error.object[error.start : error.end]:
        bare = unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode()
        shown += PLAIN.get(sign) or bare or ("" if unicodedata.combining(sign) else "?")
    return shown, error.end


def ready() -> None:
    """Make the three streams of this process such that printing and asking never fail over them.

    Where one is closed, what follows must not be given its number: a file that we write would get what we print.
    """
    codecs.register_error(READABLE, _plain)
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, os.O_RDWR)
            if opened != number:
                os.dup2(opened, number)
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=READABLE)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # or one strange sign would take the lines behind it along


def for_programs() -> None:
    """Print UTF-8 from here on: who reads JSON, or the lines that GitHub takes, counts on it whatever the system says."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors=READABLE)
