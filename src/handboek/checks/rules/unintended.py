"""Tekst blijft wat je typt.

Sommige tekens maken van een gewone regel iets anders. Vier spaties of een tab vooraan maken er code van. Een regel streepjes
onder een zin maakt van die zin een kop. Tekst vlak onder een tabel wordt een rij van die tabel. En in een veld voor één alinea
bestaan geen lege regels, koppen of tabellen: daar loopt alles achter elkaar door.

Goed:

    # docs/over-deze-methode.md
    We groetten iedereen.

    ---

    Daarna praatten we.

Fout:

    # docs/over-deze-methode.md
    We groetten iedereen.
    ---

        Daarna praatten we.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.marks import Block
from handboek.checks.passages import Passage
from handboek.finding import Finding

CODE = "onbedoeld"
SEVERITY = "error"

IN_LINE = (
    (r"\n[ \t]*\n", "Op deze plek staat één alinea: de lege regel verdwijnt.", "Maak er één alinea van."),
    (r"^#{1,6} ", "Op deze plek kan geen kop staan.", "Haal de hekjes weg."),
    (r"^[ \t]*>(?=[ \w])", "Op deze plek kan geen citaat staan.", "Gebruik aanhalingstekens."),
    (r"^[ \t]*\|.*\|[ \t]*$", "Op deze plek kan geen tabel staan.", "Maak er zinnen van."),
    (r"^[ \t]*(?:```|~~~)", "Op deze plek kan geen blok code staan.", "Haal de tekens weg."),
)
"""What only a text of paragraphs can have: what it looks like, what is wrong, what to do."""
PARAGRAPHS = re.compile(
    "|".join(f"(?P<_{number}>{pattern})" for number, (pattern, _, _) in enumerate(IN_LINE)), re.MULTILINE
)


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each line that Markdown takes for something that nobody typed."""
    if not passage.block:
        yield from _in_line(passage)
        return
    text = passage.text
    lines = passage.value.split("\n")
    for block in text.blocks:
        said = _message(block, lines)
        if said:
            yield passage.say_row(*said)


def _in_line(passage: Passage) -> Iterator[Finding]:
    for found in PARAGRAPHS.finditer(passage.value):
        _, what, helps = IN_LINE[int((found.lastgroup or "_0")[1:])]
        start = found.end() if found[0].startswith("\n") else found.start()
        line = passage.value[start : start + 200].split("\n")[0]
        yield passage.say_from(start, start + len(line.rstrip()), what, helps)


def _message(block: Block, lines: list[str]) -> tuple[int, str, str] | None:
    """The line of a block that is something else than it seems, what is wrong and what to do."""
    first, last = block.first, block.last
    if block.type == "code_block":
        what = "Door de spaties of de tab vooraan wordt dit een blok code."
        return (
            first,
            what,
            "Begin de regel helemaal vooraan. Wil je code tonen, zet er dan een regel met drie ` boven en onder.",
        )
    if block.type == "heading_open" and block.markup in ("=", "-"):
        what = "Door de tekens op deze regel wordt de zin erboven een kop."
        return last - 1, what, "Laat er een regel boven open. Wil je een kop, begin de regel dan met `##`."
    if block.type == "blockquote_open" and lines[first].lstrip().removeprefix(">").lstrip()[:1].isdigit():
        return first, "Door `>` aan het begin van de regel wordt dit een citaat.", "Schrijf *meer dan* in woorden."
    if block.type == "tr_open" and "|" not in lines[first]:
        return first, "Deze tekst wordt een rij van de tabel erboven.", "Laat onder de tabel een regel open."
    if block.type == "paragraph_open":
        row = next((number for number in range(first, last) if _row(lines[number].strip())), None)
        if row is not None:
            what = "Dit wordt geen tabel, maar gewone tekst met strepen."
            return (
                row,
                what,
                "Zet onder de bovenste rij een rij met evenveel vakken `---`, en laat erboven een regel open.",
            )
    return None


def _row(line: str) -> bool:
    """Whether a line looks like a row of a table, as nearly everybody writes it."""
    return len(line) > 1 and line.startswith("|") and line.endswith("|")
