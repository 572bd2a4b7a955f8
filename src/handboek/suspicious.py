"""Values that YAML reads without complaint and most likely otherwise than their author meant.

YAML joins lines, stops at `#`, and takes a curly quotation mark for a letter. Nobody sees that happen: what is
published is half a sentence, or three points as one. Each doubt is a finding; how to say it without doubt stands in
its help.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import yaml

from handboek.document import ALLOWANCE, Document
from handboek.finding import Finding
from handboek.model.introspect import below, fields_of
from handboek.model.kinds import KINDS
from handboek.yaml_errors import COMMENT, SPACES

DOUBLE, SINGLE = "“”„‟«»＂″", "‘’‚‛‹›´′"
"""Quotation marks that are letters to YAML."""
BULLETS = "–—•·●▪■□◦‣⁃∙►➤➢➔→✓✔☐☑✗\uf0b7\uf0a7\uf0d8\uf0fc"
"""Signs that people and programs put before a point in a list."""
POINT = re.compile(
    rf"(?:[-{BULLETS}*+][ \t{SPACES}]|-[\w(]|[{BULLETS}]\w|(?:\d{{1,2}}|[a-z])[.)][ \t{SPACES}]|[|>][ \t]|-$)"
)
"""How a line begins that is a point in a list."""
ODD_START = re.compile(rf"(?:[{BULLETS}*+][ \t{SPACES}]|-[^\W\d_]|[{BULLETS}]\w)")
ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|.)", re.DOTALL)
SENTENCE = re.compile(r"[.?!…]$")
AGAIN = re.compile(r"^---[ \t]*\n(?=(?:[ \t]*\n)*(.*))", re.MULTILINE)
PLAIN = {
    "t": "een tab",
    "n": "een nieuwe regel",
    " ": "een spatie",
    "_": "een vaste spatie",
    "/": "een streep zonder de schuine streep ervoor",
    "x": "een ander teken",
}
"""What a letter behind a backslash becomes; what nobody sees is found when the value is read."""

Said = tuple[str, str]
SWALLOWED = (
    "Deze regel begint als een punt in een lijst, en is nu een deel van de tekst erboven.",
    "Zet het streepje even ver naar rechts als dat van het punt erboven. Is het een streepje in een zin, zet het dan "
    "niet aan het begin van een regel.",
)
FIELD = (
    "Deze regel begint als een veld, en is nu een deel van de tekst erboven.",
    "Zet het veld even ver naar rechts als het veld erboven, met een spatie achter de dubbele punt.",
)
BULLET = (
    "Deze tekst begint met een streepje of bolletje dat er straks bij staat.",
    "Zet elk punt van een lijst op een eigen regel, met een gewoon streepje en een spatie ervoor. Hoort het teken bij "
    "de tekst, zet die dan tussen aanhalingstekens.",
)
SIGNS = (
    "Op de eerste regel van deze tekst staan alleen tekens; die staan er straks bij.",
    "Een lange tekst begint achter `>-` op een nieuwe regel. Hoort het teken erbij, zet de tekst dan tussen aanhalingstekens.",
)
HARD_SPACE = (
    "Deze regel begint met een vaste spatie. Voor de computer is dat een letter.",
    "Haal haar weg en typ een gewone spatie.",
)
DEPTH = (
    "Achter `|` of `>` staat een cijfer; dat verandert hoe de tekst inspringt.",
    "Haal het cijfer weg.",
)
CURLY = (
    "De aanhalingstekens om deze tekst zijn niet de rechte van het toetsenbord. Ze staan er straks bij.",
    'Haal ze weg, of vervang ze door rechte: `"zo"`. Horen ze bij de tekst, zet er dan rechte omheen: `"“zo”"`.',
)
LOOSE = (
    "Hier staat een aanhalingsteken dat nergens begint of sluit.",
    "Zet aan het begin en aan het eind hetzelfde rechte aanhalingsteken. Hoort dit teken bij de tekst, zet er dan de "
    "andere soort omheen.",
)
INSIDE = (
    "De aanhalingstekens om deze tekst staan er straks bij: achter `|` of `>` horen ze niet.",
    "Haal ze weg. Is het wat iemand zegt, gebruik dan gekrulde: `‘zo’`.",
)
TWICE = (
    "Hier staan twee apostrofs achter elkaar; zo komen ze er ook te staan.",
    "Schrijf er een. Twee is alleen nodig in een tekst tussen enkele aanhalingstekens.",
)
COMMA = (
    "Tussen `[` en `]` begint na een komma een nieuw punt, en dit lijkt het vervolg van de zin ervoor.",
    "Zet de zin tussen aanhalingstekens, of zet elk punt op een eigen regel met een streepje.",
)


NO_COMMA = (
    "Tussen `[` en `]` begint hier een nieuwe regel zonder komma ervoor; het wordt één punt.",
    "Zet een komma tussen de punten, of de hele tekst tussen aanhalingstekens.",
)
NO_DASH = (
    "Deze regel begint een nieuwe zin, en wordt een deel van het punt erboven.",
    "Is het een nieuw punt, zet er dan een streepje en een spatie voor. Is het een vervolg, begin het dan achter de zin erboven.",
)
WRAPPED = (
    "Deze regel eindigt op een teken van een ander programma; dat staat er straks bij.",
    "Haal het teken aan het eind van de regel weg.",
)
GLUED = (
    "Door de `\\` aan het eind van deze regel komt er geen spatie voor het volgende woord.",
    "Haal de schuine streep weg.",
)
CUT_OFF = (
    "Het bestand stopt hier midden in een zin en zonder nieuwe regel.",
    "Kijk of de rest er nog is. Is het zo goed, zet er dan een punt achter.",
)
COLONS = dict.fromkeys(map(ord, "\uff1a\ufe55\u2236\ua789"), ":")
"""What looks like a colon and is none to YAML."""
SHORT = 72
"""A line of fewer characters than this had room for the next word."""


@dataclass(frozen=True)
class Value:
    """A text in the tree, and how far to the right the field or the dash stands that it belongs to."""

    node: yaml.ScalarNode
    indent: int
    is_key: bool = False
    inside: str = ""
    """What it is a point of: a list with dashes (`-`), one between brackets (`[`), or nothing."""


def doubts(document: Document, source: str, node: yaml.Node) -> Iterator[Finding]:
    """What in the YAML of a file is most likely meant otherwise; comments that allow a finding are let be."""
    values = list(_values(node))
    lines = source.split("\n")
    for value in values:
        if not value.is_key:
            yield from _doubts(document, source, lines, value.node)
            yield from _run_together(document, lines, value)
    yield from _comments(document, source, values)
    yield from _commas(document, node)


def data_below(body: str) -> int | None:
    """On which line of a body (from 0) data seem to stand: where it begins, or between two more lines of `---`."""
    above = len(body) - len(body.lstrip())
    if _field(": ").match(body, above):
        return body.count("\n", 0, above)
    again = next((found for found in AGAIN.finditer(body) if _field(": ").match(found[1])), None)
    return body.count("\n", 0, again.start()) if again else None


def _values(node: yaml.Node, indent: int = 0, inside: str = "") -> Iterator[Value]:
    if isinstance(node, yaml.ScalarNode):
        yield Value(node, indent, inside=inside)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _values(item, *((indent, "[") if node.flow_style else (node.start_mark.column, "-")))
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if isinstance(key, yaml.ScalarNode):
                yield Value(key, indent, is_key=True)
            yield from _values(value, key.start_mark.column if not node.flow_style else indent)


def _say(document: Document, spot: tuple[int, int], code: str, said: Said, width: int = 1) -> Finding:
    """A finding at a line and a column of the YAML, which count from 0."""
    line, column = spot
    return Finding(document.path, line + 1 + document.offset, column + 1, code, *said, width=max(1, width))


def _doubts(document: Document, source: str, lines: list[str], node: yaml.ScalarNode) -> Iterator[Finding]:
    """What is doubtful about one value; its first doubt of each kind, since the rest follows from it."""
    start, end = node.start_mark, node.end_mark
    block = node.style in ("|", ">")
    if block and re.search(r"\d", lines[start.line][start.column : start.column + 3]):
        yield _say(document, (start.line, start.column), "vervolgregel", DEPTH, 2)
    for number in range(start.line + 1, _last_line(node) + 1):
        text = lines[number].strip(" \t")
        said = _continued(node, text, first=number == start.line + 1)
        if said:
            spot = (number, len(lines[number]) - len(lines[number].lstrip(" \t")))
            yield _say(document, spot, "vervolgregel", said)
            break
    if not node.style:
        first = lines[start.line][start.column :] if end.line > start.line else node.value
        if ODD_START.match(node.value):
            yield _say(document, (start.line, start.column), "vervolgregel", BULLET)
        elif end.line > start.line and not re.search(r"\w", first):
            yield _say(document, (start.line, start.column), "vervolgregel", SIGNS, len(first))
        elif re.match(rf"[{SPACES}]", node.value):
            yield _say(document, (start.line, start.column), "vervolgregel", HARD_SPACE)
    said = _quotes(node)
    if said:
        line = start.line + 1 if block else start.line
        column = len(lines[line]) - len(lines[line].lstrip()) if block else start.column
        yield _say(document, (line, column), "aanhalingsteken", said, len(lines[line]) - column)
    if node.style == '"':
        yield from _escapes(document, source, node)


def _run_together(document: Document, lines: list[str], value: Value) -> Iterator[Finding]:
    """Lines that YAML joins: two points of a list without a comma or a dash between them, or signs of a line's end."""
    start, end = value.node.start_mark, value.node.end_mark
    if value.node.style:
        return
    for number in range(start.line + 1, end.line + 1):
        above, line = lines[number - 1].rstrip(), lines[number]
        if above.endswith(("\\", "=")):
            yield _say(document, (number - 1, len(above) - 1), "vervolgregel", WRAPPED)
            return
        if not value.inside:
            continue
        column = len(line) - len(line.lstrip())
        ended = SENTENCE.search(above) and len(above) < SHORT and line.lstrip()[:1].isupper()
        if value.inside == "[" or ended:
            yield _say(document, (number, column), "vervolgregel", NO_COMMA if value.inside == "[" else NO_DASH)
            return


def cut_off(text: str) -> bool:
    """Whether a text of a file ends in the middle of a sentence, and without the line break that editors put there."""
    last = text.rsplit("\n", 1)[-1].strip()
    return bool(last) and " " in last and not re.search(r"[.?!…:;)\]}\"'”’`*_|>-]$", last)


def _continued(node: yaml.ScalarNode, text: str, *, first: bool) -> Said | None:
    """What a line beyond the first of a value looks like, where that is no running text."""
    if node.style == "|":
        return FIELD if _field(": ").match(text) else None
    if node.style == ">" and first:
        return None
    if POINT.match(text):
        return SWALLOWED
    if re.match(rf"[{SPACES}]", text):
        return HARD_SPACE
    return FIELD if _field(":" if not node.style else ": ").match(text.translate(COLONS)) else None


@cache
def _field(colon: str) -> re.Pattern[str]:
    """A line that begins with the name of a field of any kind of piece."""
    names = {field.key for model in below(kind.model for kind in KINDS) for field in fields_of(model).values()}
    either = "|".join(sorted(names, key=len, reverse=True))
    return re.compile(
        rf"(?:- +)?(?:{either}){re.escape(colon.strip())}" + (r"(?:[ \t]|$)" if colon.endswith(" ") else "")
    )


def _quotes(node: yaml.ScalarNode) -> Said | None:
    """What is doubtful about the quotation marks at both ends of a value."""
    text = node.value.strip()
    if len(text) < 2:
        return None
    if node.style in ("|", ">"):
        around = text[0] == text[-1] and text[0] in "\"'" and text[0] not in text[1:-1]
        return INSIDE if around else None
    if node.style == "'":
        return None
    if node.style == '"':
        return TWICE if re.search(r"\w''(?:\w|$)", text) else None
    if text[0] in DOUBLE and not any(sign in text[1:-1] for sign in DOUBLE):
        return CURLY
    inner = re.sub(r"(?<=\w)[’'´](?=\w)", "", text[1:-1])
    lone = not any(sign in inner for sign in SINGLE + "'")
    if text[0] in SINGLE and text[-1] in SINGLE + "'" and lone:
        return CURLY
    loose = text[-1] in DOUBLE and not any(sign in text[:-1] for sign in DOUBLE)
    if loose or text.count('"') % 2 or (text[-1] == "'" and lone):
        return LOOSE
    return TWICE if "''" in text else None


def _escapes(document: Document, source: str, node: yaml.ScalarNode) -> Iterator[Finding]:
    """A backslash in a text between double quotes that becomes something else."""
    for found in ESCAPE.finditer(source, node.start_mark.index, node.end_mark.index):
        sign = found[1]
        if sign == "\n" and not source[found.start() - 1].isspace():
            said = GLUED
        elif sign[0] in PLAIN:
            what = f"Tussen dubbele aanhalingstekens is `\\{sign}` geen gewone tekst: het wordt {PLAIN[sign[0]]}."
            said = (what, "Gebruik enkele aanhalingstekens, of schrijf `\\\\` voor één schuine streep.")
        else:
            continue
        before = source[: found.start()]
        spot = (before.count("\n"), found.start() - before.rfind("\n") - 1)
        yield _say(document, spot, "aanhalingsteken", said, 2)
        return


def _comments(document: Document, source: str, values: list[Value]) -> Iterator[Finding]:
    """Comments behind a value, those that stand as if they were the next line of it, and those between brackets."""
    if "#" not in source:
        return
    ends = {_last_line(value.node): value.indent for value in values if not value.is_key and value.node.value}
    above: int | None = None
    lines = source.split("\n")
    open_ = 0
    for number, line in enumerate(_bare(source, [value.node for value in values]).split("\n")):
        found = re.search(r"(?:^|(?<=\s))#", line)
        before = line[: found.start()] if found else line
        open_ += sum(before.count(sign) for sign in "[{") - sum(before.count(sign) for sign in "]}")
        if found is None:
            above = ends.get(number)
            continue
        alone = not before.strip()
        hidden = not alone or open_ > 0 or (above is not None and found.start() > above)
        if hidden and not ALLOWANCE.match(lines[number], found.start()):
            width = len(lines[number]) - found.start()
            yield _say(document, (number, found.start()), "opmerking", COMMENT, width)
        above = above if alone else ends.get(number)


def _last_line(node: yaml.ScalarNode) -> int:
    """The last line of a value; the end mark of a long text stands on the line below it."""
    return int(node.end_mark.line) - (node.style in ("|", ">"))


def _bare(source: str, nodes: list[yaml.ScalarNode]) -> str:
    """The YAML without its values: what is left is signs, spaces and comments; places are kept."""
    parts, at = [], 0
    for node in sorted(nodes, key=lambda node: node.start_mark.index):
        start, end = node.start_mark.index, node.end_mark.index
        if node.style in ("|", ">"):
            start = source.find("\n", start, end) if "\n" in source[start:end] else end
        parts += [source[at:start], re.sub(r"[^\n]", "x", source[start:end])]
        at = max(at, end)
    return "".join([*parts, source[at:]])


def _commas(document: Document, node: yaml.Node) -> Iterator[Finding]:
    """Sentences between square brackets that a comma cut in two."""
    if isinstance(node, yaml.SequenceNode):
        items = node.value
        texts = [item.value.strip() if isinstance(item, yaml.ScalarNode) and not item.style else "" for item in items]
        if node.flow_style and any(SENTENCE.search(text) for text in texts):
            for before, text, item in zip(texts, texts[1:], items[1:], strict=False):
                if before and text[:1].islower() and not SENTENCE.search(before):
                    mark = item.start_mark
                    yield _say(document, (mark.line, mark.column), "vervolgregel", COMMA, len(text))
                    break
        for item in items:
            yield from _commas(document, item)
    elif isinstance(node, yaml.MappingNode):
        for _, value in node.value:
            yield from _commas(document, value)
