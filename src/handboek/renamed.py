"""A text that names a piece, once that piece has another name: addresses in it, marks of sources, and calls."""

from __future__ import annotations

import re

from handboek.model.macros import MACROS
from handboek.model.text import CITED


def addresses(text: str, old: str, new: str) -> str:
    """The text with the address, and every address below it, changed; not inside the address of another site.

    The address of a hand-written page is a plain word: without its first slash it may be one, and nothing moves below it.
    """
    start, end = ("/?", r"(?![\w-])") if "/" in old else ("/", r"(?![\w-]|/\w)")
    return re.sub(rf"(?<![\w/.-])({start}){re.escape(old)}{end}", rf"\g<1>{new}", text)


def mentions(text: str, type_: str, old: str, new: str, *, cited: bool) -> str:
    """The text with the slug of a piece of this type changed in calls, and in the marks of a source where its kind is `cited`."""
    if cited:
        text = CITED.sub(lambda mark: mark[0].replace(old, new) if mark[1] == old else mark[0], text)
    for macro in (name for name, named in MACROS.items() if named == type_):
        text = re.sub(rf"(\b{macro}\(\s*[\"']){re.escape(old)}(?=[\"'])", rf"\g<1>{new}", text)
    return text
