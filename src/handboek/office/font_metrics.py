"""How wide letters are on slides and in tables, so that what fits is measured and not guessed.

Arial is on every machine that shows slides, or a font with the same widths is (Liberation Sans, Arimo). Each row says a width in
thousandths of the size and which letters have it, measured from Liberation Sans.
"""

from __future__ import annotations

REGULAR = {
    191: "'",
    222: "ijlįĵĺļłſ‘’‚",
    260: "|¦",
    278: " !,./:;I[\\]ft\xa0\xb7\xcc\xcd\xce\xcf\xec\xed\xee\xef\u0128\u0129\u012a\u012b\u012c\u012d\u012e\u0130\u0131\u0163\u0167",
    292: "ľ",
    333: "()-`r¡¨²³´¸¹ŕŗř“”„‹›",
    334: "{}ŀ",
    350: "•",
    355: '"',
    365: "º",
    370: "ª",
    375: "ť",
    389: "*",
    400: "°",
    444: "ĳ",
    469: "^",
    500: "JcksvxyzçýÿćĉċčĴķĸśŝşšŷźżž",
    537: "¶",
    549: "±÷≥≤",
    552: "¯",
    556: "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų–†€",
    576: "µ",
    584: "+<=>~¬×−",
    604: "ŉ",
    611: "FTZ¿ßøŢŤŦŹŻŽ",
    615: "ď",
    667: "&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸ",
    722: "CDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŔŖŘŨŪŬŮŰŲŵ",
    723: "Ŋ",
    735: "Ĳ",
    737: "©®",
    778: "GOQÒÓÔÕÖØĜĞĠĢŌŎŐ",
    833: "Mm",
    834: "¼½¾",
    889: "%æ",
    944: "WœŴ",
    1000: "ÆŒ—…‰™→",
    1015: "@",
}
BOLD = {
    238: "'",
    278: " ,./I\\ijl\xa0\xb7\xcc\xcd\xce\xcf\xec\xed\xee\xef\u0128\u0129\u012a\u012b\u012c\u012d\u012e\u012f\u0130\u0131\u0135\u013a\u013c\u0142\u017f\u2018\u2019\u201a",
    280: "|¦",
    333: "!()-:;[]`ft¡¨²³´¸¹ţŧ‹›",
    350: "•",
    365: "º",
    370: "ª",
    385: "ľ",
    389: "*r{}ŕŗř",
    400: "°",
    474: '"',
    479: "ŀť",
    500: "zźżž“”„",
    549: "±÷≥≤",
    552: "¯",
    556: "#$0123456789J_aceksvxy¢£¤¥§«¶»àáâãäåçèéêëýÿāăąćĉċčēĕėęěĳĴķĸśŝşšŷ–†€",
    576: "µ",
    584: "+<=>^~¬×−",
    611: "?FLTZbdghnopqu¿ßðñòóôõöøùúûüþđĝğġģĥħĹĻĽĿŁńņňŋōŏőŢŤŦũūŭůűųŹŻŽ",
    667: "EPSVXYÈÉÊËÝÞĒĔĖĘĚŚŜŞŠŶŸ",
    708: "ŉ",
    719: "ď",
    722: "&ABCDHKNRUÀÁÂÃÄÅÇÐÑÙÚÛÜĀĂĄĆĈĊČĎĐĤĦĶŃŅŇŔŖŘŨŪŬŮŰŲ",
    723: "Ŋ",
    737: "©®",
    778: "GOQwÒÓÔÕÖØĜĞĠĢŌŎŐŵ",
    785: "Ĳ",
    833: "M",
    834: "¼½¾",
    889: "%mæ",
    944: "WœŴ",
    975: "@",
    1000: "ÆŒ—…‰™→",
}
WIDEST = 1015
"""What a letter counts for that stands in no row."""
LINE = 1.15
"""How far a line stands from the next, in sizes."""

LONG = 24
"""Two words of so many letters together may part."""

WIDTHS = {
    bold: {letter: width for width, letters in rows.items() for letter in letters}
    for bold, rows in ((False, REGULAR), (True, BOLD))
}


def width(text: str, size: float, *, bold: bool = False) -> float:
    """How wide a line is in points."""
    return sum(WIDTHS[bold].get(letter, WIDEST) for letter in text) * size / 1000


def lines(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The lines in which a text is broken where `room` points are free; a word that is wider is broken inside."""
    made = [""]
    for word in text.split(" "):  # what no-break spaces hold together stays so
        longer = f"{made[-1]} {word}".strip()
        if width(longer, size, bold=bold) <= room:
            made[-1] = longer
            continue
        made += [""] if made[-1] else []
        for letter in word:
            if width(made[-1] + letter, size, bold=bold) > room:
                made.append("")
            made[-1] += letter
    return made


def ending(text: str) -> str:
    """The text with its last two words kept together, so that the last line is never one word."""
    before, _, last = text.rpartition(" ")
    return f"{before}\N{NO-BREAK SPACE}{last}" if before and len(before.rpartition(" ")[2] + last) < LONG else text
