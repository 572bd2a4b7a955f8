"""Een tekst bevat geen tekens die niemand ziet.

Er zijn tekens zonder vorm: ze keren de leesrichting om, plakken letters aan elkaar of nemen geen ruimte in. Ze komen mee
als je plakt uit een ander programma. Iemand kan er ook iets mee verbergen, of een adres mee veranderen. Zoeken en voorlezen
gaan er mis van. Een plaatje (emoji) dat uit delen bestaat, mag ze wel hebben.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten iedereen.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten ieder&shy;een.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.document import INVISIBLE, Document
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "verborgen-teken"
SEVERITY = "error"

NAMES = {
    0x00AD: "zacht koppelteken",
    0x034F: "teken dat letters samenvoegt",
    0x061C: "teken voor de leesrichting",
    0x180E: "spatie zonder breedte",
    0x200B: "spatie zonder breedte",
    0x200C: "teken dat letters scheidt",
    0x200D: "teken dat letters verbindt",
    0x2060: "teken dat woorden bij elkaar houdt",
    0x2800: "leeg brailleteken",
    0x3164: "leeg teken",
    0xFEFF: "spatie zonder breedte",
    0xFFFD: "plek waar een teken verloren ging",
    **dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "teken voor de leesrichting"),
    **dict.fromkeys((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)), "teken dat een ander teken verandert"),
    **dict.fromkeys(range(0xE0000, 0xE0080), "label dat niemand ziet"),
}
EMPTY = frozenset(map(chr, NAMES)) | set("\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\uffa0")
"""Signs without a form that are not of a class of such signs."""
SEEN = re.compile(r"[ -~\n\t\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u20ac]*")
"""Nearly every text is of these signs only."""
ENTITY = re.compile(r"&#?\w{1,40};")
JOINER, PICTURE, KEYCAP = "\u200d", "\ufe0f", "\u20e3"
SKIN = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
PASSED = 200
"""The most signs of one text that are told of; whoever has more pasted something that is no text."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each sign without a form, wherever it stands in a file."""
    for document in handbook.documents.values():
        yield from _written(document)


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each that comes into a text by its number or name: `\\u202e`, `&shy;`."""
    value = unescaped(passage.value)
    named = {unescaped(one[0]): one.span() for one in ENTITY.finditer(passage.value)} if "&" in passage.value else {}
    for sign in dict.fromkeys(value[place] for place in hidden(value)):
        if sign not in passage.written:
            yield passage.say_from(*named.get(sign, (0, 0)), *_message(sign))


def unescaped(text: str) -> str:
    """A text with the signs that stand in it by their number or name."""
    return ENTITY.sub(lambda found: html.unescape(found[0]) or "\ufffd", text) if "&" in text else text


def _written(document: Document) -> Iterator[Finding]:
    if SEEN.fullmatch(document.text):
        return
    told = 0
    for number, line in enumerate(document.lines, 1):
        for place in hidden(line):
            told += not INVISIBLE.match(line[place])  # of those, reading itself tells
            if told <= PASSED and not INVISIBLE.match(line[place]):
                yield Finding(document.path, number, place + 1, "", *_message(line[place]))


def hidden(text: str) -> Iterator[int]:
    """Where a sign without a form stands."""
    if SEEN.fullmatch(text):
        return
    for place, sign in enumerate(text):
        if without_form(sign) and not _in_picture(text, place):
            yield place


def without_form(sign: str) -> bool:
    """Whether a sign shows nothing by itself."""
    return sign > "~" and (sign in EMPTY or unicodedata.category(sign) in ("Cf", "Co", "Cn", "Cs", "Cc"))


def _in_picture(text: str, place: int) -> bool:
    """Whether a sign holds the parts of a picture together, or says that the sign before it is one."""
    before, after = text[place - 1 : place], text[place + 1 : place + 2]
    if text[place] == PICTURE:
        return _pictured(before) or (before in "0123456789#*" and after == KEYCAP)
    if text[place] == JOINER:
        return (_pictured(before) or before in (PICTURE, *SKIN)) and _pictured(after)
    return False


def _pictured(sign: str) -> bool:
    return bool(sign) and sign > "\u00a8" and unicodedata.category(sign) in ("So", "Sm", "Po")


def _message(sign: str) -> tuple[str, str]:
    kind = "letter van een eigen lettertype" if unicodedata.category(sign) == "Co" else NAMES.get(ord(sign))
    name = kind or unicodedata.name(sign, "teken zonder naam")
    what = f"Hier staat een teken dat je niet ziet: U+{ord(sign):04X}, {name}."
    return what, "Haal het weg, of typ het woord opnieuw."
