"""One file of content: its text, the values in it, and the place of each value.

YAML here knows text, lists and mappings only. What is a number, a day or true is decided by the field of the
model that holds it, so that `12:30`, `no` and `012` stay what their author typed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from handboek.finding import Finding

LARGEST = 256_000
"""The most bytes that a file of content may hold."""
DEEPEST = 20
"""The most levels that lists and mappings may be nested."""
INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Characters that nobody types: they end a line for one program and not for another, or end a text early."""
ALLOWANCE = re.compile(r"(?:^|(?<=\s))#[ \t]*toegestaan\b[ \t]*+([^:\s]*+)(.*)")
"""A comment that allows a finding at this place: its code, and the reason behind a colon."""
COMMENT = re.compile(r"<!--[ \t]*+toegestaan\b[ \t]*+((?:(?!--)[^:\s<>])*+)((?:(?!--|<!).)*+)-->")
"""The same in the body of a file of Markdown; one that is not closed stays text."""

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A spot in a file; line and column count from 1."""

    line: int
    column: int
    width: int = field(default=1, compare=False)
    """How many characters stand at this spot."""


@dataclass(frozen=True, eq=False)
class Document:
    """A file of content, read. `data` is empty when the file could not be read; `problems` then says why."""

    path: str
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    node: yaml.Node | None = None
    offset: int = 0
    """Lines before the YAML begins: 1 behind the first line of front matter."""
    body: str = ""
    """The Markdown behind the front matter."""
    body_line: int = 1
    """The line on which the body begins."""
    problems: tuple[Finding, ...] = ()
    content: bytes = b""
    """What a picture holds."""

    @cached_property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    def place(self, loc: Loc, *, key: bool = False) -> Place:
        """The place of the value at `loc`, or of its key. Parts of `loc` that the file does not hold are skipped."""
        return self._at(self._spot(loc, key=key))

    def within(self, loc: Loc, words: str, nth: int = 0) -> Place:
        """The place of these words in the text at `loc` (of the n-th time that they stand there, from 0)."""
        node = self._spot(loc)
        if node is None:
            return Place(1, 1)
        first, last = node.start_mark.line + 1 + self.offset, node.end_mark.line + 1 + self.offset
        found = self.find(words, first, last, nth)
        return found or self._at(node)

    def find(self, words: str, first: int, last: int, nth: int = 0) -> Place | None:
        """The n-th place of these words from line `first` to line `last`; a run over two lines is not found."""
        if (words, first, last) not in self._found:
            self._found[words, first, last] = [
                Place(number, start + 1, len(words))
                for number, line in enumerate(self.lines[first - 1 : last], first)
                for start in _starts(line, words)
            ]
        there = self._found[words, first, last]
        return there[nth] if nth < len(there) else None

    @cached_property
    def _found(self) -> dict[tuple[str, int, int], list[Place]]:
        """What was looked for before: a text with a thousand times the same fault is read once."""
        return {}

    def end_of_value(self, line: int) -> int:
        """The last line of the text that begins on `line`; the line itself where no long text begins there."""
        return max((last for first, last in self._long_texts if first == line), default=line)

    @cached_property
    def _long_texts(self) -> list[tuple[int, int]]:
        def walk(node: yaml.Node) -> Iterator[tuple[int, int]]:
            if isinstance(node, yaml.ScalarNode):
                first, last = node.start_mark.line, node.end_mark.line
                yield first + 1 + self.offset, last + (node.end_mark.column > 0) + self.offset
            else:
                for child in node.value:
                    for inner in child if isinstance(child, tuple) else (child,):
                        yield from walk(inner)

        return list(walk(self.node)) if self.node else []

    def _spot(self, loc: Loc, *, key: bool = False) -> yaml.Node | None:
        node, spot = self.node, self.node
        for index, part in enumerate(loc):
            child = _child(node, part)
            if child is not None:
                key_node, node = child
                spot = key_node if key and index == len(loc) - 1 else node
        return spot

    def _at(self, node: yaml.Node | None) -> Place:
        if node is None:
            return Place(1, 1)
        start, end = node.start_mark, node.end_mark
        line, column = start.line + 1 + self.offset, start.column + 1
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            shown = self.lines[line] if line < len(self.lines) else ""
            return Place(line + 1, len(shown) - len(shown.lstrip()) + 1, max(1, len(shown.strip())))
        if isinstance(node, yaml.MappingNode) and not node.flow_style and node.value:
            end = node.value[0][0].end_mark
        if end.line == start.line:
            return Place(line, column, max(1, end.column - start.column))
        return Place(line, column, max(1, len(self.lines[line - 1].rstrip()) - column + 1))


def _starts(line: str, words: str) -> Iterator[int]:
    """Where these words stand in a line."""
    start = line.find(words)
    while start >= 0:
        yield start
        start = line.find(words, start + max(1, len(words)))


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            # A field whose name is a word of Python has a `_` behind it in the model and not in the file.
            if isinstance(key_node, yaml.ScalarNode) and key_node.value in (str(part), str(part).rstrip("_")):
                return key_node, value
    return None


REFUSALS = {
    "te-groot": (
        "Dit bestand is te groot: meer dan 256 kB.",
        "Verdeel de inhoud over meer bestanden, of haal eruit wat er niet hoort.",
    ),
    "tekens": (
        "Dit bestand is niet als UTF-8 opgeslagen.",
        "Sla het opnieuw op en kies bij tekencodering UTF-8.",
    ),
    "onzichtbaar-teken": (
        "Hier staat een teken dat je niet ziet, zoals NUL of een regeleinde uit een ander programma.",
        "Haal het weg, of typ de regel opnieuw in een tekstverwerker voor platte tekst.",
    ),
    "voorblad": (
        "Bovenaan ontbreken de gegevens tussen twee regels `---`.",
        "Begin het bestand met `---`, dan de gegevens, dan weer `---`.",
    ),
    "koppeling": (
        "Dit is een koppeling naar een map, of naar een plek buiten het project.",
        "Zet het bestand zelf hier neer in plaats van een koppeling ernaartoe.",
    ),
    "onleesbaar": (
        "Dit bestand kan niet worden gelezen.",
        "Kijk of het een gewoon bestand is en of je het mag openen.",
    ),
}
"""Why a file is not read at all: what is wrong and what to do."""


def parse(path: str, content: bytes, *, front: bool = True) -> Document:
    """Read one file of content: YAML, or Markdown with front matter; where `front` is false, text without data.

    Never raises for what the file holds.
    """
    if len(content) > LARGEST:
        return refused(path, "te-groot")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return refused(path, "tekens", line=content[: error.start].count(b"\n") + 1)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if invisible := INVISIBLE.search(text):
        before = text[: invisible.start()]
        column = len(before) - before.rfind("\n")
        return refused(path, "onzichtbaar-teken", text, before.count("\n") + 1, column)
    if not front:
        return Document(path, text, body=_without_allowances(text))
    if not path.endswith(".md"):
        return _read(Document(path, text), text)
    parts = re.match(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if parts is None:
        return refused(path, "voorblad", text)
    body = _without_allowances(text[parts.end() :])
    line = text[: parts.end()].count("\n") + 1
    return _read(Document(path, text, offset=1, body=body, body_line=line), parts[1])


def refused(path: str, code: str, text: str = "", line: int = 1, column: int = 1) -> Document:
    """A file that is not read, for the reason that `REFUSALS` names."""
    return Document(path, text, problems=(Finding(path, line, column, code, *REFUSALS[code]),))


def _without_allowances(body: str) -> str:
    """The body without the comments that allow a finding: a reader of the page need not see them."""
    if "toegestaan" not in body:
        return body
    return "\n".join(COMMENT.sub("", line).rstrip() if "<!--" in line else line for line in body.split("\n"))


def _read(document: Document, source: str) -> Document:
    """Add the data, the tree and what is wrong with the YAML."""
    try:
        forbidden = list(_forbidden(document, source)) if _suspect(source) else []
        node = None if forbidden else yaml.compose(source, yaml.CBaseLoader)
        if node and _too_deep(node):
            forbidden = list(_forbidden(document, source))
        if forbidden:
            return replace(document, problems=tuple(forbidden))
    except yaml.YAMLError as error:
        return replace(document, problems=(_syntax(document, error),))
    if not isinstance(node, yaml.MappingNode):
        what = (
            "Hier staan geen gegevens: het is leeg."
            if node is None
            else "Hier horen velden te staan: een naam, een dubbele punt en een waarde."
        )
        helps = "Kijk in een ander bestand in deze map hoe het begint."
        return replace(document, problems=(Finding(document.path, 1 + document.offset, 1, "yaml", what, helps),))
    problems: list[Finding] = []
    data = _data(replace(document, node=node), node, problems)
    return replace(document, node=node, data=data, problems=tuple(problems))


def _data(document: Document, node: yaml.Node, problems: list[Finding]) -> Any:
    """Text, lists and mappings; `None` where nothing is filled in."""
    if isinstance(node, yaml.MappingNode):
        return _mapping(document, node, problems)
    if isinstance(node, yaml.SequenceNode):
        return [_data(document, value, problems) for value in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if INVISIBLE.search(node.value):
        problems.append(_finding(document, node, "onzichtbaar-teken", *REFUSALS["onzichtbaar-teken"]))
        return INVISIBLE.sub(" ", node.value)
    return None if not node.style and node.value in ("", "~", "null") else node.value


def _mapping(document: Document, node: yaml.MappingNode, problems: list[Finding]) -> dict[str, Any]:
    seen: dict[str, yaml.Node] = {}
    result: dict[str, Any] = {}
    for key_node, value in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            what = "Hier hoort de naam van een veld te staan."
            helps = "Schrijf één woord met een dubbele punt erachter, of zet de tekst tussen aanhalingstekens."
            problems.append(_finding(document, key_node, "yaml", what, helps))
            continue
        key = key_node.value
        if key in seen:
            first, again = document._at(seen[key]).line, document._at(key_node).line
            lines = f"op regel {first} en op regel {again}" if first != again else f"op regel {first}"
            what = f"Het veld `{key}` staat hier twee keer: {lines}."
            helps = "Houd één van de twee; anders gaat er stilletjes een verloren."
            problems.append(_finding(document, key_node, "dubbel-veld", what, helps))
            continue
        seen[key] = key_node
        result[key] = _data(document, value, problems)
    return result


def _finding(document: Document, node: yaml.Node, code: str, what: str, helps: str) -> Finding:
    place = document._at(node)
    return Finding(document.path, place.line, place.column, code, what, helps, width=place.width)


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


def _suspect(source: str) -> bool:
    """Whether the file may hold what is forbidden; most do not, and looking closely takes as long as reading."""
    if SUSPECT.search(source) or re.search(rf"^[ ?:-]{{{SAFE}}}", source, re.MULTILINE):
        return True
    return source.count("[") + source.count("{") > SAFE  # closing ones may stand in a text


def _too_deep(node: yaml.Node, room: int = DEEPEST) -> bool:
    """Whether more lists and mappings are in one another than there is room for."""
    if isinstance(node, yaml.ScalarNode):
        return False
    inner = (part for child in node.value for part in (child if isinstance(child, tuple) else (child,)))
    return not room or any(_too_deep(part, room - 1) for part in inner)


def _forbidden(document: Document, source: str) -> Iterator[Finding]:
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
    ("tab", "Deze regel springt in met een tab.", "Gebruik spaties: twee voor elk niveau."),
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
        "Kijk of elke `[` en `{` ook sluit. Begint je tekst met een haakje, zet er dan aanhalingstekens omheen.",
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


def _syntax(document: Document, error: yaml.YAMLError) -> Finding:
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
    elif "\t" in source[: len(source) - len(source.lstrip())]:
        said, column = "tab", 1
    elif "did not find expected key" in problem and source[: column - 1].strip():
        said = "after the value"
    what, helps = next(((what, helps) for part, what, helps in SYNTAX if part in said), UNCLEAR)
    return Finding(document.path, line, column, "yaml", what, helps)


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


def leads_away(root: Path, file: Path) -> bool:
    """Whether a file is a link to a folder or to something outside the project: who follows it reads what is not ours."""
    try:
        return file.is_symlink() and (file.is_dir() or not file.resolve().is_relative_to(root.resolve()))
    except (OSError, RuntimeError):  # a link to itself
        return True


def read_file(root: Path, path: str, *, front: bool = True) -> Document:
    """Read the file at `path` (POSIX, from `root`)."""
    content = _content(root, path, LARGEST)
    return refused(path, content) if isinstance(content, str) else parse(path, content, front=front)


def read_picture(root: Path, path: str, largest: int) -> Document:
    """Read the picture at `path`, as far as its first byte too many."""
    content = _content(root, path, largest)
    return refused(path, content) if isinstance(content, str) else Document(path, content=content)


def _content(root: Path, path: str, largest: int) -> bytes | str:
    """What a file holds, as far as its first byte too many; or why it is not read."""
    file = root / path
    try:
        if not file.resolve().is_relative_to(root.resolve()):
            return "koppeling"
        if not file.is_file():
            return "onleesbaar"
        with file.open("rb") as stream:
            return stream.read(largest + 1)
    except (OSError, RuntimeError):
        return "onleesbaar"
