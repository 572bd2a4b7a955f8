"""What is wrong with the YAML of a file: what it may not do here, and what the parser says of it in Dutch."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

import yaml

from handboek.document import Document
from handboek.finding import Finding

DEEPEST = 20
"""The most levels that lists and mappings may be nested."""
SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Spaces that are none to YAML, as part of a class of a pattern."""

SPELLED = "Schrijf de waarde voluit. Begint je tekst met dit teken, zet er dan aanhalingstekens omheen."
FORBIDDEN = {
    yaml.AliasToken: ("Een verwijzing met `*` kan hier niet.", SPELLED),
    yaml.AnchorToken: ("Een anker met `&` kan hier niet.", SPELLED),
    yaml.TagToken: ("Een label met `!` kan hier niet.", SPELLED),
    yaml.DirectiveToken: ("Een opdracht met `%` kan hier niet.", SPELLED),
    yaml.DocumentStartToken: (
        "Hier begint met `---` een tweede deel; één bestand is één stuk.",
        "Haal de regel `---` weg, of zet het tweede deel in een eigen bestand.",
    ),
    yaml.DocumentEndToken: ("Met `...` stopt het bestand hier.", "Haal de regel `...` weg."),
}
OPENING = (
    yaml.BlockMappingStartToken,
    yaml.BlockSequenceStartToken,
    yaml.FlowMappingStartToken,
    yaml.FlowSequenceStartToken,
)
CLOSING = (yaml.BlockEndToken, yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)


SUSPECT = re.compile(r"(?:^|[\s\[{,:-])(?:[&*][\w-]|!)|^%|^---|^\.\.\.", re.MULTILINE)
SAFE = 60
"""Columns, or brackets in one another, that the parser can take; deeper is looked at before it builds a tree."""


def suspect(source: str) -> bool:
    """Whether the file may hold what is forbidden; most do not, and looking closely takes as long as reading."""
    if SUSPECT.search(source) or re.search(rf"^[ ?:-]{{{SAFE}}}", source, re.MULTILINE):
        return True
    return source.count("[") + source.count("{") > SAFE  # closing ones may stand in a text


def too_deep(node: yaml.Node, room: int = DEEPEST) -> bool:
    """Whether more lists and mappings are in one another than there is room for."""
    if isinstance(node, yaml.ScalarNode):
        return False
    inner = (part for child in node.value for part in (child if isinstance(child, tuple) else (child,)))
    return not room or any(too_deep(part, room - 1) for part in inner)


def forbidden(document: Document, source: str) -> Iterator[Finding]:
    """What YAML can do and content may not; also too deep, before anything walks the tree."""
    depth, begun = 0, False
    for token in yaml.scan(source, yaml.CBaseLoader):
        mark = token.start_mark
        place = (document.path, mark.line + 1 + document.offset, mark.column + 1)
        if isinstance(token, yaml.DocumentStartToken) and not begun:
            begun = True
            continue
        begun = begun or not isinstance(token, yaml.StreamStartToken | yaml.DirectiveToken)
        if type(token) in FORBIDDEN:
            # A quotation mark that is open further up turns what was a text into signs of YAML: it is what to mend.
            if opened := _never_closed(document, mark.line + document.offset):
                yield _syntax(document, *opened)
                return
            yield Finding(*place, "yaml", *FORBIDDEN[type(token)], width=max(1, token.end_mark.index - mark.index))
        elif isinstance(token, OPENING):
            depth += 1
            if depth > DEEPEST:
                what = f"Hier staan meer dan {DEEPEST} niveaus in elkaar."
                yield Finding(*place, "yaml", what, "Maak de inhoud vlakker; zo diep hoort geen enkel veld.")
                return
        elif isinstance(token, CLOSING):
            depth -= 1


SYNTAX = (
    (
        "mapping values are not allowed",
        "Er staat een dubbele punt in een tekst zonder aanhalingstekens.",
        'Zet de hele tekst tussen dubbele aanhalingstekens: "zo: met dubbele punt".',
    ),
    (
        "field inside",
        "Dit veld springt verder in dan het veld erboven, en is nu een deel van die tekst.",
        "Zet het even ver naar rechts als het veld erboven. Is het gewone tekst, zet de hele tekst dan tussen aanhalingstekens.",
    ),
    ("tab inside", "Hier staat een tab.", "Gebruik een spatie."),
    ("tab", "Deze regel springt in met een tab.", "Gebruik spaties: twee voor elk niveau."),
    (
        "block scalar",
        "Achter `|` of `>` kan op dezelfde regel geen tekst staan.",
        "Zet de tekst op de regel eronder, ingesprongen. Begint je tekst met dit teken, zet er dan aanhalingstekens omheen.",
    ),
    (
        "escape",
        "Na een schuine streep `\\` volgt hier een teken dat niet kan.",
        "Gebruik enkele aanhalingstekens, of schrijf `\\\\` voor één schuine streep.",
    ),
    (
        "quoted scalar",
        "Hier begint een aanhalingsteken dat nergens goed sluit.",
        "Zet het sluitende aanhalingsteken aan het eind van de tekst.",
    ),
    (
        "flow",
        "Hier sluit een haakje niet, of er ontbreekt een komma.",
        "Kijk of elke `[` en `{` ook sluit. Staat er een haakje of een komma in je tekst, zet er dan aanhalingstekens omheen.",
    ),
    (
        "after the value",
        "Achter een waarde die al af is, staat nog tekst.",
        "Zet de hele tekst tussen aanhalingstekens, of haal weg wat erachter staat.",
    ),
    (
        "cannot start any token",
        "Een tekst kan niet met dit teken beginnen.",
        "Zet de hele tekst tussen dubbele aanhalingstekens.",
    ),
    (
        "could not find expected ':'",
        "Achter de naam van dit veld ontbreekt de dubbele punt.",
        "Schrijf naam, dubbele punt, spatie, waarde. Is het een vervolg van de regel erboven, spring dan verder in.",
    ),
    (
        "sequence entries are not allowed",
        "Een streepje kan hier niet staan.",
        "Begin de lijst op een nieuwe regel, met elk streepje even ver naar rechts.",
    ),
    (
        "while parsing a block",
        "Deze regel staat niet goed onder de regel erboven.",
        "Zet wat bij elkaar hoort even ver naar rechts, met spaties.",
    ),
)
"""What the parser says (a part of it), what that is to an author, and what to do."""
UNCLEAR = (
    "De opmaak van dit bestand klopt hier niet.",
    "Kijk naar de inspringing, de streepjes en de aanhalingstekens op deze regel en die erboven.",
)

COMMENT = (
    "Met `#` begint een opmerking: alles erachter op deze regel is weg.",
    "Hoort het bij de tekst, zet dan de hele tekst tussen aanhalingstekens. Is het een opmerking, zet haar dan op een eigen regel.",
)
FIELD = r" +[a-z_]+"
NAME = r"^ *(?:- +)*[A-Za-z_]+"
LOOKS = (
    (
        re.compile(r"^()(?:```|~~~)"),
        "Hier staat een hek om code uit een chat of een tekst in Markdown.",
        "Haal de regel met de drie accenten weg, boven en onder de gegevens.",
    ),
    (
        re.compile(rf"{NAME}:()[^\s:/]"),
        "Achter de dubbele punt ontbreekt een spatie.",
        "Schrijf naam, dubbele punt, spatie, waarde: `title: Proef`.",
    ),
    (
        re.compile(rf"{NAME} ?([\uff1a\ufe55\u2236\ua789])"),
        "Dit is een andere dubbele punt dan die op je toetsenbord.",
        "Typ de dubbele punt opnieuw, met een spatie erachter.",
    ),
    (
        re.compile(rf"(?:^[ \t]*|^ *-|{NAME} ?:)([{SPACES}])"),
        "Hier staat een vaste spatie. Voor de computer is dat geen spatie.",
        "Haal haar weg en typ een gewone spatie.",
    ),
    (
        re.compile(r"^ *-()[^\W\d_]"),
        "Achter het streepje ontbreekt een spatie.",
        "Schrijf streepje, spatie, tekst.",
    ),
    (
        re.compile(r"^ *([–—•·●▪*+])\s"),
        "Een punt in een lijst begint met een gewoon streepje.",
        "Typ het streepje opnieuw: `-`, met een spatie erachter.",
    ),
    (
        re.compile(r"(?:: |- ) *([“”„‟«»‘’‚‛])"),
        "Dit aanhalingsteken is krom, en een computer kent alleen rechte.",
        'Zet de hele tekst tussen rechte aanhalingstekens: `"zo"`.',
    ),
)
"""How a line looks that the parser trips over, there or on the next: where, what is wrong, and what to do."""
CUT = re.compile(r"(?:^|\s)#")


def said(document: Document, error: yaml.YAMLError) -> Finding:
    """What the parser refuses, at the place that its author should look at."""
    problem, context = (str(getattr(error, name, "") or "") for name in ("problem", "context"))
    mark = getattr(error, "problem_mark", None)
    # Where something was opened and never closed, the parser points behind it; its beginning teaches more.
    if ("quoted scalar" in context and "escape" not in problem) or "flow" in context or "expected ':'" in problem:
        mark = getattr(error, "context_mark", None) or mark
    line = (mark.line if mark else 0) + 1 + document.offset
    column = (mark.column if mark else 0) + 1
    source = document.lines[line - 1] if line <= len(document.lines) else ""
    said = f"{problem} {context}"
    opened = _never_closed(document, line)
    if opened:
        said, line, column = opened
    elif "escape" not in problem and (looks := _looks(document, line)):
        return looks
    elif source[column - 1 : column] == "\t" and source[: column - 1].strip():
        said = "tab inside"
    elif (
        "mapping values" in problem
        and re.match(rf"{FIELD}:", source)
        and source[: column - 1].count(" ") > 0
        and (re.fullmatch(FIELD, source[: column - 1]))
    ):
        said = "field inside"
    elif "\t" in source[: len(source) - len(source.lstrip())]:
        said, column = "tab", 1
    elif "did not find expected key" in problem and source[: column - 1].strip():
        said = "after the value"
    return _syntax(document, said, line, column)


def _syntax(document: Document, said: str, line: int, column: int) -> Finding:
    """What the parser says, as a finding."""
    what, helps = next(((what, helps) for part, what, helps in SYNTAX if part in said), UNCLEAR)
    return Finding(document.path, line, column, "yaml", what, helps)


def _looks(document: Document, line: int) -> Finding | None:
    """What is wrong with the looks of the line where the parser stopped, or of the one above it."""
    above = next((number for number in range(line - 1, document.offset, -1) if document.lines[number - 1].strip()), 0)
    for number in (above, line):
        shown = document.lines[number - 1] if 0 < number <= len(document.lines) else ""
        for pattern, what, helps in LOOKS:
            if found := pattern.search(shown):
                return Finding(document.path, number, found.start(1) + 1, "yaml", what, helps)
        cut = CUT.search(shown)
        if cut and number == above and not NEXT.match(document.lines[line - 1] if line <= len(document.lines) else ""):
            return Finding(document.path, number, cut.end(), "opmerking", *COMMENT, width=len(shown) - cut.end() + 1)
    return None


QUOTE = re.compile(r"""(?:(?<=[:,-] )|(?<=[\[{])) *(?:"(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?)""")
"""A text between quotes, or one that is never closed on its line."""
BRACKET = re.compile(r"(?<=[:-] )[\[{]")
NEXT = re.compile(r"(?<![\w\s-])\s*+(?:- |-$|[\w-]++:(?: |$))")
"""How a new field or point begins."""


def _never_closed(document: Document, last: int) -> tuple[str, int, int] | None:
    """Which sign, on which line and column, is not closed before the next field or point begins, up to line `last`."""
    filled = [(number, line) for number, line in enumerate(document.lines, 1) if line.strip()]
    for (number, line), (_, following) in itertools.pairwise((*filled, (0, ""))):
        if number > last:
            break
        deeper = len(following) - len(following.lstrip()) > len(line) - len(line.lstrip(" -"))
        if deeper and not NEXT.match(following):
            continue
        for found in QUOTE.finditer(line):
            text = found[0].lstrip()
            if len(text) == 1 or not text.endswith(text[0]) or text.endswith("\\" + text[0]):
                return "quoted scalar", number, found.end() - len(text) + 1
        bare = QUOTE.sub("", line)
        opened = BRACKET.search(line)
        if opened and sum(bare.count(sign) for sign in "[{") > sum(bare.count(sign) for sign in "]}"):
            return "flow", number, opened.start() + 1
    return None
