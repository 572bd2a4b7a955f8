"""One file of content: its text, the values in it, and the place of each value.

YAML here knows text, lists and mappings only. What is a number, a day or true is decided by the field of the
model that holds it, so that `12:30`, `no` and `012` stay what their author typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from handboek.finding import Finding

LARGEST = 256_000
"""The most bytes that a file of content may hold."""
DEEPEST = 20
"""The most levels that lists and mappings may be nested."""

Loc = tuple[str | int, ...]


@dataclass(frozen=True)
class Place:
    """A spot in a file; line and column count from 1."""

    line: int
    column: int


@dataclass(frozen=True)
class Document:
    """A file of content, read. `data` is empty when the file could not be read; `problems` then says why."""

    path: str
    text: str
    data: dict[str, Any] = field(default_factory=dict)
    node: yaml.Node | None = None
    offset: int = 0
    """Lines before the YAML begins: 1 behind the first line of front matter."""
    body: str = ""
    """The Markdown behind the front matter."""
    body_line: int = 1
    """The line on which the body begins."""
    problems: tuple[Finding, ...] = ()

    @property
    def lines(self) -> list[str]:
        return self.text.splitlines()

    def place(self, loc: Loc, *, key: bool = False) -> Place:
        """The place of the value at `loc`, or of its key. Parts of `loc` that the file does not hold are skipped."""
        node, spot = self.node, self.node
        for part in loc:
            child = _child(node, part)
            if child is not None:
                key_node, node = child
                spot = key_node if key and part == loc[-1] else node
        return self._at(spot)

    def _at(self, node: yaml.Node | None) -> Place:
        if node is None:
            return Place(1, 1)
        mark = node.start_mark
        line = mark.line + 1 + self.offset
        column = mark.column + 1
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            return Place(line + 1, _indent(self.lines, line + 1))
        return Place(line, column)

    def at_line(self, loc: Loc, line: int) -> int:
        """The line in the file of line number `line` (from 1) of the text at `loc`."""
        return self.place(loc).line + line - 1


def _indent(lines: list[str], line: int) -> int:
    text = lines[line - 1] if line <= len(lines) else ""
    return len(text) - len(text.lstrip()) + 1


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    if isinstance(node, yaml.MappingNode):
        for key_node, value in node.value:
            if isinstance(key_node, yaml.ScalarNode) and key_node.value == str(part):
                return key_node, value
    return None


REFUSALS = {
    "te-groot": (
        "Dit bestand is te groot: meer dan 256 kB.",
        "Verdeel de inhoud over meer bestanden, of haal eruit wat er niet hoort.",
    ),
    "tekens": (
        "Dit bestand is niet als UTF-8 opgeslagen.",
        "Sla het opnieuw op met tekencodering UTF-8.",
    ),
    "nul-teken": (
        "In dit bestand staat een onzichtbaar teken (NUL).",
        "Maak het bestand opnieuw in een gewone tekstverwerker voor platte tekst.",
    ),
    "voorblad": (
        "Bovenaan ontbreken de gegevens tussen twee regels `---`.",
        "Begin het bestand met `---`, dan de gegevens, dan weer `---`.",
    ),
}
"""Why a file is not read at all: what is wrong and what to do."""


def parse(path: str, content: bytes) -> Document:
    """Read one file of content: YAML, or Markdown with front matter. Never raises for what the file holds."""
    if len(content) > LARGEST:
        return _refused(path, "", "te-groot", 1)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _refused(path, "", "tekens", content[: error.start].count(b"\n") + 1)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        return _refused(path, text, "nul-teken", text[: text.index("\0")].count("\n") + 1)
    if not path.endswith(".md"):
        return _read(Document(path, text), text)
    front = re.match(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if front is None:
        return _refused(path, text, "voorblad", 1)
    body = text[front.end() :]
    return _read(Document(path, text, offset=1, body=body, body_line=text[: front.end()].count("\n") + 1), front[1])


def _refused(path: str, text: str, code: str, line: int) -> Document:
    return Document(path, text, problems=(Finding(path, line, 1, code, *REFUSALS[code]),))


def _read(document: Document, source: str) -> Document:
    """Add the data, the tree and what is wrong with the YAML."""
    try:
        refused = list(_forbidden(document, source))
        if refused:
            return replace(document, problems=tuple(refused))
        node = yaml.compose(source, yaml.CBaseLoader)
    except yaml.YAMLError as error:
        return replace(document, problems=(_syntax(document, error),))
    if not isinstance(node, yaml.MappingNode):
        what = (
            "Dit bestand is leeg."
            if node is None
            else "Hier horen velden te staan: een naam, een dubbele punt en een waarde."
        )
        return replace(
            document,
            problems=(
                Finding(
                    document.path,
                    1 + document.offset,
                    1,
                    "yaml",
                    what,
                    "Kijk in een ander bestand in deze map hoe het begint.",
                ),
            ),
        )
    problems: list[Finding] = []
    data = _data(replace(document, node=node), node, problems)
    return replace(document, node=node, data=data, problems=tuple(problems))


def _data(document: Document, node: yaml.Node, problems: list[Finding]) -> Any:
    """Text, lists and mappings; `None` where nothing is filled in."""
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, yaml.Node] = {}
        result: dict[str, Any] = {}
        for key_node, value in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else str(key_node.value)
            if key in seen:
                first, again = document._at(seen[key]), document._at(key_node)
                problems.append(
                    Finding(
                        document.path,
                        again.line,
                        again.column,
                        "dubbel-veld",
                        f"Het veld `{key}` staat hier twee keer: op regel {first.line} en op regel {again.line}.",
                        "Houd één van de twee; anders gaat de eerste stilletjes verloren.",
                    )
                )
                continue
            seen[key] = key_node
            result[key] = _data(document, value, problems)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_data(document, value, problems) for value in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return None if node.style is None and node.value in ("", "~", "null") else node.value


FORBIDDEN = {
    yaml.AliasToken: "Een verwijzing met `*` kan hier niet.",
    yaml.AnchorToken: "Een anker met `&` kan hier niet.",
    yaml.TagToken: "Een label met `!` kan hier niet.",
    yaml.DirectiveToken: "Een opdracht met `%` kan hier niet.",
    yaml.DocumentStartToken: "Een tweede deel na `---` kan hier niet: één bestand is één stuk.",
}


def _forbidden(document: Document, source: str) -> Iterator[Finding]:
    """What YAML can do and content may not; also too deep, before anything walks the tree."""
    depth = 0
    for token in yaml.scan(source, yaml.CBaseLoader):
        place = (document.path, token.start_mark.line + 1 + document.offset, token.start_mark.column + 1)
        if isinstance(token, yaml.DocumentStartToken) and token.start_mark.index == 0:
            continue
        if type(token) in FORBIDDEN:
            yield Finding(
                *place,
                "yaml",
                FORBIDDEN[type(token)],
                "Schrijf de waarde voluit. Begint je tekst met dit teken, zet er dan aanhalingstekens omheen.",
            )
        if isinstance(
            token,
            yaml.BlockMappingStartToken
            | yaml.BlockSequenceStartToken
            | yaml.FlowMappingStartToken
            | yaml.FlowSequenceStartToken,
        ):
            depth += 1
            if depth > DEEPEST:
                yield Finding(
                    *place,
                    "yaml",
                    f"Hier staan meer dan {DEEPEST} niveaus in elkaar.",
                    "Maak de inhoud vlakker; zo diep hoort geen enkel veld.",
                )
                return
        if isinstance(token, yaml.BlockEndToken | yaml.FlowMappingEndToken | yaml.FlowSequenceEndToken):
            depth -= 1


def _syntax(document: Document, error: yaml.YAMLError) -> Finding:
    problem = str(getattr(error, "problem", "") or "")
    context = str(getattr(error, "context", "") or "")
    mark = getattr(error, "problem_mark", None)
    if "quoted scalar" in context and "end of stream" in problem:
        mark = getattr(error, "context_mark", mark)
    line = (mark.line if mark else 0) + 1 + document.offset
    column = (mark.column if mark else 0) + 1
    what, helps = (
        "De opmaak van dit bestand klopt hier niet.",
        "Kijk naar de inspringing, de streepjes en de aanhalingstekens op deze regel en die erboven.",
    )
    if "mapping values are not allowed" in problem:
        what, helps = (
            "Er staat een dubbele punt in een tekst zonder aanhalingstekens.",
            'Zet de hele tekst tussen dubbele aanhalingstekens: "zo: met dubbele punt".',
        )
    elif "\\t" in problem or "tab" in problem:
        what, helps = "Deze regel springt in met een tab.", "Gebruik spaties: twee voor elk niveau."
    elif "quoted scalar" in context:
        what, helps = (
            "Hier begint een aanhalingsteken dat nergens sluit.",
            "Zet het sluitende aanhalingsteken aan het eind van de tekst.",
        )
    return Finding(document.path, line, column, "yaml", what, helps)


def read_file(root: Path, path: str) -> Document:
    """Read the file at `path` (POSIX, from `root`)."""
    return parse(path, (root / path).read_bytes())
