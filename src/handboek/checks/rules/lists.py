"""Een lijst is een lijst, en een zin is een zin.

Een lijst begint op elke regel met `- `, of met `1. `, `2. `. Plak je uit een ander programma, dan komen er andere tekens mee: een
bolletje, een lange streep, een letter met een haakje. Dan wordt de hele lijst één doorlopende zin. Andersom wordt een alinea
die met een jaartal en een punt begint een lijst, en een zin die na een los streepje afbreekt ook.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    In 2014 begonnen we met:

    - groeten
    - praten

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    2014. Toen begonnen we met:

    • groeten
    • praten
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from handboek.checks.marks import Block, Text
from handboek.checks.passages import Passage
from handboek.finding import Finding
from handboek.wording import shown

CODE = "lijst"
SEVERITY = "error"

DOTS = "•·▪▫◦‣⁃∙●○■□◆◇☐☑☒➢➤►▸✓✔✗❖\uf0b7\uf0a7\uf0d8\uf0fc\uf02d"
"""What other programs put before a point; the last ones are letters of a font that only they have."""
SPACE = "[\u00a0\u2002\u2003\u2009\u202f\u3000]"
POINT = re.compile(
    rf"(?<!\s)[ \t]*+(?:(?P<dot>[{DOTS}])"
    rf"|(?P<fixed>(?:[-*+]|\d{{1,3}}[.)]){SPACE}|{SPACE}+(?:[-*+]|\d{{1,3}}[.)])\s)"
    r"|(?P<tabbed>[oO§–—-]|[a-zA-Z][.)]|[ivx]{1,4}[.)]|\(?[a-zA-Z\d]{1,2}\))\t"
    r"|(?P<maybe>[o§–—»~] |\(?[a-zA-Z][.)] |[ivx]{1,4}[.)] |\(\d{1,2}\) |[-*+](?=[^\W\d_])|\d{1,2}[.)](?=[^\W\d_])"
    r"|-{2,3} ?(?=\w)|[-=]> ?|\d{1,2} ?[-–:] ))"
)
"""How a point begins that Markdown does not see: for certain, or when the line before or behind it begins so as well."""
LISTED = re.compile(r"(?<![ \t])[ \t]*+(?:[-*+]|\d{1,2}[.)])[ \t]")
"""How a point begins that Markdown sees, where it can."""
MARKERS = re.compile(r"^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]+)*+")
"""What stands before the first line of a paragraph that is part of a quote or of a point."""
YEAR = 100
"""From this number on nobody counts points."""
HELP = "Begin elke regel van de lijst met een streepje en een spatie: `- `."
NO_LIST = "Op deze plek kan geen lijst staan. Maak er een zin van, of zet hem in een veld voor langere tekst."


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each list that becomes a sentence, and for each sentence that becomes a list."""
    if not passage.block and "\n" not in passage.value:
        return
    text = passage.text
    if passage.block:
        yield from _numbered(passage, text)
        yield from _broken(passage, text)
        yield from _plus(passage, text)
    yield from _pasted(passage, text)


def _pasted(passage: Passage, text: Text) -> Iterator[Finding]:
    """Points that run on: one finding for each row of them."""
    rows = [(0, passage.value.count("\n") + 1)]
    if passage.block:
        rows = [(block.first, block.last) for block in text.blocks if block.type == "paragraph_open"]
    lines = text.bare.split("\n")
    for first, last in rows:
        sure: list[int] = []
        maybe: dict[str, list[int]] = {}
        for number in range(first, min(last, len(lines))):
            line = MARKERS.sub("", lines[number]) if number == first and passage.block else lines[number]
            if (number > first if passage.block else last > 1) and LISTED.match(line):
                sure.append(number)
            point = POINT.match(line)
            if point and point["maybe"]:
                sort = "a" if point["maybe"][0].isalpha() and point["maybe"][0] != "o" else point["maybe"][0]
                maybe.setdefault("1" if sort.isdigit() or sort == "(" else sort, []).append(number)
            elif point:
                sure.append(number)
        several = [numbers[0] for numbers in maybe.values() if _row(numbers, first)]
        if sure or several:
            number = min([*sure, *several])
            start = text.starts[number] + len(lines[number]) - len(lines[number].lstrip(" \t"))
            words = shown(passage.value[start : start + 60].split("\n")[0], 30)
            what = f"Dit wordt geen lijst, maar één doorlopende tekst: `{words}`."
            yield passage.say_from(start, start + 1, what, HELP if passage.block else NO_LIST)


def _row(numbers: list[int], first: int) -> bool:
    """Whether these lines of a paragraph belong together: it begins with them, or two of them follow each other."""
    return len(numbers) > 1 and (numbers[0] == first or any(b - a == 1 for a, b in itertools.pairwise(numbers)))


def _plus(passage: Passage, text: Text) -> Iterator[Finding]:
    """A plus at the start of a line: the page shows a dot in its place."""
    for block in text.blocks:
        if block.type == "bullet_list_open" and block.markup == "+":
            what = "Het plusje aan het begin van deze regel verdwijnt: het wordt een punt in een lijst."
            yield _at_first_word(
                passage, text, block, what, "Begin een punt met een streepje. Bedoel je erbij, schrijf dan `plus`."
            )


def _numbered(passage: Passage, text: Text) -> Iterator[Finding]:
    """Numbers that the page shows otherwise: it counts on from the first one."""
    level: dict[int, int] = {}
    told = -1
    for block in text.blocks:
        if block.type == "ordered_list_open":
            level.pop(block.level + 1, None)
        if block.type != "list_item_open" or not block.info.isdigit():
            continue
        number = int(block.info)
        due = level.get(block.level)
        level[block.level] = number if due is None else due + 1
        if due is None and number >= YEAR:
            what = f"Door de punt achter `{number}` wordt dit een lijst die bij {number} begint."
            yield _at_first_word(passage, text, block, what, f"Begin anders, zoals met `In {number}`.")
        elif due is not None and number != due + 1 and not _ones(due, number) and told < block.first:
            told = block.last
            what = f"Hier staat `{number}.`, maar op de bladzijde wordt het {due + 1}."
            yield _at_first_word(passage, text, block, what, "Nummer de punten op volgorde, of gebruik streepjes.")


def _ones(due: int, number: int) -> bool:
    """Whether somebody writes each number as 1 and lets the page count."""
    return number == 1


def _broken(passage: Passage, text: Text) -> Iterator[Finding]:
    """A sentence that goes on behind a hyphen at the start of a line, and so becomes a list of one point."""
    lines = passage.value.split("\n")
    for index, block in enumerate(text.blocks):
        if not block.type.endswith("list_open") or not block.first:
            continue
        before = lines[block.first - 1].rstrip(" *_>")
        items = 0
        for other in text.blocks[index + 1 : index + 40]:
            if other.first >= block.last:
                break
            items += other.type == "list_item_open" and other.level == block.level + 1
        if items == 1 and before.strip() and before[-1] not in ":;.!?," and text.blocks[index - 1].last == block.first:
            what = "Door het streepje aan het begin van deze regel wordt dit een lijst van één punt."
            yield _at_first_word(
                passage,
                text,
                block,
                what,
                "Zet het streepje aan het eind van de regel erboven, of laat een regel open.",
            )


def _at_first_word(passage: Passage, text: Text, block: Block, what: str, helps: str) -> Finding:
    start = text.starts[block.first]
    line = passage.value[start : start + 200].split("\n")[0]
    start += len(line) - len(line.lstrip(" \t>"))
    words = line.strip().split(" ")[0]
    return passage.say_from(start, start + max(1, len(words)), what, helps)
