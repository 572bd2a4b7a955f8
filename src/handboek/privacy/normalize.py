"""A text as patterns can read it: letters without accents, one kind of space, dash and quote, nothing that nobody sees.

People paste from Word, a mail or a PDF, and what looks the same to them is another sign each time. Here that is undone
once, for all patterns, and each sign keeps the place where it stood. `privacy.js` does the same with `exported()`.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

SIGNS = {
    "-": "\u2212\u02d7\u2043\u2796",  # beside what Unicode calls a dash
    " ": "\t\u115f\u1160\u3164\uffa0\u2800",  # beside what it calls a space
    "\n": "\n\x0b\x0c\x85\u2028\u2029",
    "'": "\u2018\u2019\u201a\u201b\u2032\u2035\u00b4\u02b9\u02bb\u02bc\u02bd\u02c8\u02ca\u02cb\u2039\u203a",
    '"': "\u201c\u201d\u201e\u201f\u2033\u2036\u00ab\u00bb",
    "/": "\u2044\u2215\u29f8",
    ".": "\u00b7\u2022\u2027\u2219\u22c5\u3002",
    "": "\r\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\u20e3",  # a small number is that of a note
}
"""What stands for other signs, where Unicode itself does not say so."""
LETTERS = (
    "łl ƚl ŁL øo ØO đd ðd ĐD ÐD ħh ĦH ıi ĸk ŧt ŦT ŋn ŊN ƀb ɃB ƈc ƇC əe ƏE ƒf ƑF ǥg ǤG ɉj ɈJ ʉu ɄU ɏy ɎY ƶz ƵZ"
    " ßss \u1e9eSS æae ÆAE œoe ŒOE þth ÞTH"
    " \u0430a \u0435e \u043eo \u0440p \u0441c \u0443y \u0445x \u0456i \u0458j \u0455s \u0501d \u04bbh \u0475v \u043ak"
    " \u043cm \u0442t \u0578n \u0410A \u0412B \u0415E \u041aK \u041cM \u041dH \u041eO \u0420P \u0421C \u0422T \u0425X"
    " \u0406I \u0408J \u0405S \u04aeY"
)
"""Letters that Unicode does not take apart, each with what it is read as; the last are Cyrillic, and look the same."""
DIGITS = (0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0E50)
"""Where other scripts have their zero."""
ENTITIES = {
    "nbsp": " ",
    "ensp": " ",
    "emsp": " ",
    "thinsp": " ",
    "shy": "\u00ad",
    "zwj": "\u200d",
    "zwnj": "\u200c",
    "lrm": "\u200e",
    "rlm": "\u200f",
    "ndash": "-",
    "mdash": "-",
    "minus": "-",
    "hyphen": "-",
    "dash": "-",
    "commat": "@",
    "period": ".",
    "plus": "+",
    "sol": "/",
    "lpar": "(",
    "rpar": ")",
    "colon": ":",
    "apos": "'",
    "lsquo": "'",
    "rsquo": "'",
    "szlig": "ß",
    "Tab": " ",
    "NewLine": "\n",
}
"""What a sign is called in HTML, which Markdown reads too; letters with an accent follow from their name."""
TOKEN = (
    r"(\[(?=[^\[\]]*\]\())"  # 1: a link begins
    r"|\]\(([^()\n]*)\)"  # 2: where it leads
    r"|((?<![A-Za-z0-9@.-])(?:[hH][tT][tT][pP][sS]?://|[wW][wW][wW]\.)[!#-'*-;=?-Z\\^-{}~]*)"  # 3: a bare address
    r"|&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});"  # 4
    r"|(\\(?=[!-/:-@\[-`{-~\r\n]))"  # 5: Markdown takes the next sign as it is
    r"|([*_`~])"  # 6: emphasis
    r"|(\u00ad\r?\n[ \t]*)"  # 7: a word that was broken off
    r"|((?<=[A-Za-z])-\r?\n[ \t]*(?=[a-z]))"  # 8: the same, with a hyphen that shows
)
"""What is more than one sign, or no sign of the text."""
ACCENTED = "([A-Za-z])(?:acute|grave|uml|circ|tilde|cedil|caron|ring|slash|ogon|breve|macr|strok|dot)"
WEB = r"(?:[hH][tT][tT][pP][sS]?:)?//|[wW][wW][wW]\."
CALLED = r"(?:(?:wa\.me/|[?&](?:phone|tel)=)(?:\+|%2[bB]|00)?|[/=](?:\+|%2[bB]))(?=\d)"
"""What stands before a telephone number in an address."""
BULLETS = "-+*\u2022\u00b7\u25aa\u25cf\u2013\u2014"
"""What begins an item of a list, with a space behind it."""

_ORDINARY = re.compile("[!-~]+(?: [!-~]+)*")
"""Signs that are themselves to the patterns, with at most one space between them: nearly all of nearly every text."""
_TOKEN, _ACCENTED, _WEB, _CALLED = (re.compile(one, re.ASCII) for one in (TOKEN, ACCENTED, WEB, CALLED))
_SAME = {
    **{sign: one for one, signs in SIGNS.items() for sign in signs},
    **{letter[0]: letter[1:] for letter in LETTERS.split()},
    **{chr(zero + value): str(value) for zero in DIGITS for value in range(10)},
}


@dataclass
class Plain:
    """The text, and for each of its signs where that begins and ends in what the author wrote."""

    text: str = ""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the text as a stretch of the author's."""
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=20_000)
def plain(text: str) -> Plain:
    """A text for the patterns. Every run of spaces is one, and so is one end of a line; a blank line and the beginning
    of an item are a `\\n`. Where links lead stands behind the text, each on a line of its own."""
    writer = _Writer(text)
    addresses: list[tuple[int, int]] = []
    at = 0
    for token in _TOKEN.finditer(text):
        writer.signs(at, token.start())
        at = token.end()
        if token[2] is not None:
            addresses.append(token.span(2))
        elif token[3]:
            addresses.append(token.span(3))
            writer.put("|", token.start(), at)
        elif token[4]:
            for sign in _meant(token[4]) or token[0]:
                writer.sign(sign, token.start(), at)
        elif token[6]:
            writer.item(token.start(), at)
    writer.signs(at, len(text))
    for start, end in addresses:
        writer.address(start, end)
    return Plain("".join(writer.text), writer.starts, writer.ends)


def exported() -> dict[str, Any]:
    """The same for the script of the form."""
    return {
        "same": _SAME,
        "entities": ENTITIES,
        "token": TOKEN,
        "accented": ACCENTED,
        "web": WEB,
        "called": CALLED,
        "bullets": BULLETS,
    }


def _meant(name: str) -> str:
    """The sign that HTML calls so; nothing where it is not known."""
    if name.startswith("#"):
        number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
    accented = _ACCENTED.fullmatch(name)
    return accented[1] if accented else ENTITIES.get(name, "")


class _Writer:
    """Writes the plain text, with the places; spaces wait until it is known what comes behind them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.space: tuple[int, int] | None = None
        """Where the spaces stand that wait."""
        self.breaks = 0
        """How many ends of a line are among them."""

    def signs(self, start: int, end: int) -> None:
        """Signs of the author, each at its own place."""
        at = start
        while at < end:
            same = None if self.space else _ORDINARY.match(self.source, at, end)
            if same:
                self.text.append(same[0])
                self.starts.extend(range(at, same.end()))
                self.ends.extend(range(at + 1, same.end() + 1))
                at = same.end()
            else:
                self.sign(self.source[at], at, at + 1)
                at += 1

    def sign(self, sign: str, start: int, end: int) -> None:
        """One sign of the author, as the patterns know it."""
        if self.breaks and sign == ">":
            return  # a quotation goes on
        self.item(start, end)
        if " " < sign < "\x7f":
            self.put(sign, start, end)
            return
        for one in _plain(sign):
            if one in " \n":
                self.space = (self.space[0] if self.space else start, end)
                self.breaks += one == "\n"
            else:
                self.put(one, start, end)
        if self.ends and not self.space and unicodedata.category(sign)[0] == "M":
            self.ends[-1] = end  # an accent belongs to its letter

    def item(self, start: int, end: int) -> None:
        """An item of a list may begin with this sign: then what stands before it ends there."""
        if self.breaks and self.source[start:end] in BULLETS and self.source[end : end + 1] in (" ", "\t"):
            self.breaks = 2

    def put(self, sign: str, start: int, end: int) -> None:
        """One plain sign, behind the spaces that waited."""
        if self.space:
            if self.text:
                self._add("\n" if self.breaks > 1 else " ", *self.space)
            self.space, self.breaks = None, 0
        self._add(sign, start, end)

    def _add(self, sign: str, start: int, end: int) -> None:
        self.text.append(sign)
        self.starts.append(start)
        self.ends.append(end)

    def address(self, start: int, end: int) -> None:
        """Where a link leads. In an address of the web only a mail address or the number of a telephone says something:
        other numbers are hidden, and letters are small."""
        self.space, self.breaks = None, 0
        self._add("\n", start, start)
        web = _WEB.match(self.source, start, end)
        called = _CALLED.search(self.source, start, end) if web else None
        at = start
        while at < end:
            code = re.match("%([2-7][0-9a-fA-F])", self.source[at : at + 3]) if at + 3 <= end else None
            sign, after = (chr(int(code[1], 16)), at + 3) if code else (self.source[at], at + 1)
            if called and at == called.end():
                self._add("+", at, at)
            if web and not (called and at >= called.end()):
                sign = "x" if sign in "0123456789" else sign.lower()
            self.sign(sign, at, after)
            at = after


@lru_cache(maxsize=10_000)
def _plain(sign: str) -> str:
    """What a sign is to the patterns: nothing, one sign or a few."""
    if sign in _SAME:
        return _SAME[sign]
    found = ""
    for one in unicodedata.normalize("NFKD", sign):
        kind = unicodedata.category(one)
        if one in _SAME:
            found += _SAME[one]
        elif kind == "Pd":
            found += "-"
        elif kind in ("Zs", "Co"):
            found += " "
        elif kind not in ("Cc", "Cf") and kind[0] != "M":
            found += one
    return found
