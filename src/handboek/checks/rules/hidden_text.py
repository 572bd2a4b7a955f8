"""Alles wat je schrijft, is te lezen.

Sommige tekst verdwijnt zonder dat je het merkt: een vak te veel in de rij van een tabel, een regel als `[naam]: iets` waar geen
link naar wijst, tekst tussen aanhalingstekens achter een adres, of een blok code dat nergens sluit en de rest meeneemt.

Goed:

    # docs/over-deze-methode.md
    Zie [de bron][bron].

    | wie | wat |
    | --- | --- |
    | jij | groet |

    [bron]: https://example.org/

Fout:

    # docs/over-deze-methode.md
    Zie [de bron](https://example.org/ "en lees ook de rest").

    | wie | wat |
    | --- | --- |
    | jij | groet | en lacht |

    [let-op]: neem-een-pen-mee
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.marks import Block
from handboek.checks.passages import Passage
from handboek.finding import Finding
from handboek.markdown import closed
from handboek.wording import shown

CODE = "verborgen-tekst"
SEVERITY = "error"

CELL = re.compile(r"(?<!\\)\|")
MARKERS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
LANGUAGE = re.compile(r"[a-z0-9+#-]{0,20}")
"""What may stand behind the opening of a block of code: which language it is."""
DEEPEST = 16
"""In so many others a block may stand; a little further the engine lets its text fall."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each stretch of text that no page shows."""
    text = passage.text
    for mark in text.marks:
        if mark.title and mark.start <= mark.at <= mark.end:
            what = f"De tekst `{shown(mark.title, 40)}` achter dit adres is niet te lezen."
            yield passage.say_mark(mark, what, "Zet hem in de zin zelf.")
    lines = passage.value.split("\n")
    for row, title, used in text.definitions:
        if not used:
            what = f"Deze regel verdwijnt: geen link gebruikt haar. `{shown(lines[row].strip(), 40)}`."
            helps = "Haal haar weg. Is het gewone tekst, zet er dan een woord voor."
            yield passage.say_row(row, what, helps)
        elif title:
            yield passage.say_row(row, f"De tekst `{shown(title, 40)}` is niet te lezen.", "Zet hem in de zin zelf.")
    columns = 0
    for block in text.blocks:
        columns = _cells(lines[block.first]) if block.type == "table_open" else columns
        if block.type == "tr_open" and _cells(lines[block.first]) > columns:
            what = f"Deze rij heeft meer vakken dan de tabel: {columns}. Wat erachter staat, verdwijnt."
            yield passage.say_row(block.first, what, "Haal het vak weg, of geef de bovenste rij er een bij. Bedoel je het teken `|` zelf, zet er dan een `\\` voor.")  # fmt: skip
        elif block.type == "fence":
            yield from _code(passage, block, lines)
        elif block.level >= DEEPEST:
            what = "Deze tekst staat in te veel lijsten of citaten in elkaar, en kan verdwijnen."
            yield passage.say_row(block.first, what, "Maak de lijst vlakker.")
            break


def _code(passage: Passage, block: Block, lines: list[str]) -> Iterator[Finding]:
    """A block of code that is never closed, or with words behind its opening."""
    if not closed(lines[block.first : block.last], block.markup):
        what = f"Dit blok code sluit nergens: alles eronder wordt code. Het begint met `{shown(block.markup, 10)}`."
        yield passage.say_row(block.first, what, "Zet onder de code een regel met dezelfde tekens.")
    elif not LANGUAGE.fullmatch(block.info.strip()):
        what = f"De tekst `{shown(block.info.strip(), 40)}` achter deze tekens is niet te lezen."
        yield passage.say_row(block.first, what, "Zet hem op een eigen regel.")


def _cells(line: str) -> int:
    cells = CELL.split(MARKERS.sub("", line, count=1).strip())
    return len(cells) - (not cells[0].strip()) - (len(cells) > 1 and not cells[-1].strip())
