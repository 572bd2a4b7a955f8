"""Een vertaling zegt wat de Nederlandse tekst zegt.

Elke invulplek en elk getal van de Nederlandse tekst staat ook in de vertaling, en geen andere. Een kop blijft een kop, een
punt van een lijst een punt, en een link leidt naar hetzelfde adres. Wat niemand van ons kan lezen, kan zo toch niet een ander
telefoonnummer of een andere dag noemen. Van een tekst die verouderd is, zegt de controle alleen dat.

Goed:

    # tools/languages/en/groet.yml
    texts:
      - {at: title, dutch: fbf46bb2, text: Greeting}
      - {at: summary, dutch: df6bf0d5, text: A card through the letter box.}
      - {at: blanks.0.label, dutch: 512d0f29, text: day}
      - {at: body.1, dutch: e4390f75, text: "Good day,"}
      - {at: body.2, dutch: 702d2a61, text: "I walked down the street on {dag}. Do walk with me."}

Fout:

    # tools/languages/en/groet.yml
    texts: [{at: body.2, dutch: 702d2a61, text: "I walked down the street on 3 May. Do walk with me."}]
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.model.kinds import KINDS
from handboek.model.text import BLANK
from handboek.translations import Match, matched, parted, translatable
from handboek.wording import quoted

CODE = "vertaling"
SEVERITY = "error"

NUMBER = re.compile(r"\d+")
TARGET = re.compile(r"\]\(([^()\s]+)\)")


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each text that says something else than the Dutch one, and for what cannot be a translation."""
    there: dict[str, Piece] = {}
    for one in handbook.of("translation"):
        piece = handbook.at(one.data.of)
        yield from _file(one, there)
        if piece and not translatable(piece):
            kinds = quoted([kind.plural for kind in KINDS if kind.translated], "en")
            yield finding_at(
                one, ("of",), f"`{one.data.of}` kan niet in een andere taal staan.", f"Dat kan bij {kinds}."
            )
        elif piece:
            numbers = {id(given): number for number, given in enumerate(one.data.texts)}
            for match in matched(piece, one.data):
                if match.given and not match.stale:
                    yield from _text(one, match, numbers[id(match.given)])


def _file(one: Piece, there: dict[str, Piece]) -> Iterator[Finding]:
    """What is wrong with the file as a whole."""
    folder = PurePosixPath(one.path).parent.name
    if folder != one.data.language:
        what = f"Deze vertaling is in `{one.data.language}`, en ligt in de map van `{folder}`."
        yield finding_at(one, ("language",), what, f"Zet het bestand in `tools/languages/{one.data.language}/`.")
    if (other := there.setdefault(one.address, one)) is not one:
        what = f"Van `{one.data.of}` is er al een vertaling in `{one.data.language}`: {other.path}."
        yield finding_at(one, ("of",), what, "Zet de teksten bij elkaar, en haal een van de twee weg.")
    seen: set[str] = set()
    for number, text in enumerate(one.data.texts):
        if text.at in seen:
            what = f"De plek `{text.at}` staat hier twee keer."
            yield finding_at(one, ("texts", number, "at"), what, "Haal een van de twee weg.")
        seen.add(text.at)


def _text(one: Piece, match: Match, number: int) -> Iterator[Finding]:
    """What a text says that its Dutch one does not, or the other way round."""
    assert match.given
    loc, dutch, said = ("texts", number, "text"), match.unit.text, match.given.text
    for name, pattern, show in (
        ("de invulplek", BLANK, "{{{}}}"),
        ("het getal", NUMBER, "{}"),
        ("de link naar", TARGET, "{}"),
    ):
        ours, theirs = _found(pattern, dutch), _found(pattern, said)
        for lost in (ours - theirs).elements():
            what = f"Hier ontbreekt {name} `{show.format(lost)}`; in het Nederlands staat dat er wel."
            yield finding_at(one, loc, what, "Vraag wie de taal spreekt waar dat hoort.")
        for more in (theirs - ours).elements():
            what = f"Hier staat {name} `{show.format(more)}`, en in het Nederlands niet."
            yield finding_at(one, loc, what, "Vraag wie de taal spreekt wat hier hoort te staan.")
    before, here = (parted(text)[0].strip() for text in (dutch, said))
    if before != here:
        words = "gewone woorden"
        what = f"Deze tekst begint met `{here or words}`, en de Nederlandse met `{before or words}`."
        yield finding_at(one, loc, what, "Een kop blijft een kop, en een punt van een lijst een punt.")


def _found(pattern: re.Pattern[str], text: str) -> Counter[str]:
    """What a pattern finds in a text, and how often; digits of every script as our own, and none out of an address."""
    if pattern is NUMBER:
        text = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in TARGET.sub("]", text))
    return Counter(pattern.findall(text))
