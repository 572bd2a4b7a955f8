"""De letters van een woord komen uit één schrift.

Er zijn Russische en Griekse letters die er net zo uitzien als de onze. Een woord waar er zo een in staat, vindt niemand met
zoeken, en een computer leest het verkeerd voor. Het is ook een bekende manier om een naam of adres na te maken. Letters met
een streepje, puntje of haakje, zoals in *Yıldırım* en *Šarić*, zijn gewone letters.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten mensen uit Łódź en uit İzmir.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten de bewоners.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from handboek.checks.passages import Passage
from handboek.checks.rules.hidden_character import SEEN, unescaped
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.load import kind_of
from handboek.model.languages import FOREIGN

CODE = "ander-schrift"
SEVERITY = "error"

BOXED = "\u24b6-\u24e9\U0001f130-\U0001f189"
WORD = re.compile(rf"[^\W_{BOXED}][\w\u0300-\u036f.@{BOXED}-]*|[{BOXED}][\w{BOXED}]+")
"""A word, an address, or words with hyphens between them."""
LIKE = {
    "CYRILLIC": frozenset("аеорсухіјѕһԁԛԝӏӀАВЕЅІЈКМНОРСТУХҮԌԜѴѵ"),
    "GREEK": frozenset("ορνικυχγΑΒΕΖΗΙΚΜΝΟΡΤΥΧϲͿϳ"),
    "ARMENIAN": frozenset("օսոհցզՕՍ"),
    "CHEROKEE": frozenset("ᎪᎷᏢᎢᎬᎻᎡᏀᏃᏟᎠᏚᎵᏴᏳᎳ"),
    "LATIN": frozenset("ɡɑɩɪʏʀʙɢʜʟɴꜱᴀᴄᴅᴇᴊᴋᴍᴏᴘᴛᴜᴠᴡᴢⱭꞬ"),
}
"""Letters that nobody tells from one of ours, by their script."""
DRAWN = re.compile(rf"[{BOXED}]$|<(?:font|wide|narrow|circle|square)>|<compat> 00[4-7][0-9A-F]$")
"""How letters are made that are a drawing of another letter."""


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each word of a file in which a letter of another script stands."""
    for document in handbook.documents.values():
        if not SEEN.fullmatch(document.text):
            kind = kind_of(document.path)
            own = bool(kind and kind.type in FOREIGN)
            for number, line in enumerate(document.lines, 1):
                for start, word, sign in strange(line, own):
                    yield Finding(document.path, number, start + 1, "", *_message(word, sign), width=len(word))


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each such word that comes into a text otherwise, as by the number of a letter."""
    for _, word, sign in strange(unescaped(passage.value), passage.entry.kind.type in FOREIGN):
        if word not in passage.written:
            yield passage.say_from(0, 0, *_message(word, sign))


@lru_cache(maxsize=4_000)
def strange(text: str, foreign: bool = False) -> tuple[tuple[int, str, str], ...]:
    """Each word with a letter that does not belong in it: where it begins, the word, and that letter.

    In a `foreign` text a word of letters that look like ours is a word of that language, and a name may have an ending of it.
    """
    if SEEN.fullmatch(text):
        return ()
    found = []
    for match in WORD.finditer(text):
        word = match[0].rstrip(".@-")
        start = match.start()
        for part in [word] if "." in word or "@" in word else word.split("-"):
            sign = _stranger(part, foreign)
            if sign:
                found.append((start, part, sign))
            start += len(part) + 1
    return tuple(found)


def _stranger(word: str, foreign: bool) -> str:
    """The letter that does not belong in a word."""
    if word.isascii():
        return ""
    odd = LIKE["LATIN"]
    drawn = next((sign for sign in word if sign in odd or DRAWN.match(unicodedata.decomposition(sign) or sign)), "")
    if drawn:
        return drawn
    scripts = {sign: script(sign) for sign in word}
    others = [sign for sign, its in scripts.items() if its not in ("", "LATIN")]
    mixed = [sign for sign in others if not foreign or sign in LIKE.get(scripts[sign], ())]
    if mixed and "LATIN" in scripts.values():
        return mixed[0]
    like = others and not foreign and all(sign in LIKE.get(scripts[sign], ()) for sign in others)
    return others[0] if like and (len(word) > 1 or scripts[word] != "GREEK") else ""


@lru_cache(maxsize=2_000)
def script(sign: str) -> str:
    """The script of a letter, in capitals; empty for a sign that goes with every script."""
    if unicodedata.category(sign) not in ("Lu", "Ll", "Lt", "Lo") or sign in "µªº":
        return ""
    return unicodedata.name(sign, "").partition(" ")[0]


def _message(word: str, sign: str) -> tuple[str, str]:
    name = unicodedata.name(sign, "teken zonder naam")
    what = f"In `{word}` staat een letter die hier niet hoort: `{sign}` (U+{ord(sign):04X}, {name})."
    return what, "Typ het woord opnieuw, met gewone letters."
