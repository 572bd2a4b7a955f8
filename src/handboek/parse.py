"""The text of a file of content → a document: its values with their places, and what is wrong with the text.

YAML here knows text, lists and mappings only. What is a number, a day or true is decided by the field of the
model that holds it, so that `12:30`, `no` and `012` stay what their author typed.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from handboek import suspicious, yaml_errors
from handboek.document import COMMENT, INVISIBLE, Document
from handboek.finding import MOST, Finding
from handboek.limits import beyond

LARGEST = 256_000
"""The most bytes that a file of content may hold."""
CONFLICT = re.compile(r"^(?:(?:<{7}|>{7}|\|{7})(?: .*)?|={7})$", re.MULTILINE)
"""What a program for versions leaves behind where two people changed the same line."""

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
    "conflict": (
        "Hier staat een teken van een samenvoeging die niet af is: twee mensen veranderden hetzelfde.",
        "Kies uit de twee versies wat moet blijven, en haal de regels met `<<<<<<<`, `=======` en `>>>>>>>` weg.",
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
    try:
        return _parse(path, content, front=front)
    except Exception as error:  # whatever a library trips over, its author hears which file
        return tripped(path, error)


def tripped(path: str, error: Exception) -> Document:
    """A file over which a library tripped."""
    what = f"Op dit bestand liep het programma vast ({type(error).__name__})."
    helps = (
        "Kijk of er iets in staat dat er niet hoort, zoals duizenden tekens achter elkaar. Vind je niets, meld het dan."
    )
    return Document(path, problems=(Finding(path, 1, 1, "vastgelopen", what, helps),))


def _parse(path: str, content: bytes, *, front: bool) -> Document:
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
    if conflict := CONFLICT.search(text):
        return refused(path, "conflict", text, text.count("\n", 0, conflict.start()) + 1)
    document = _of_text(path, text, front=front)
    if document.problems or not suspicious.cut_off(text):
        return document
    what, helps = suspicious.CUT_OFF
    last = len(document.lines)
    problem = Finding(path, last, len(document.lines[-1]), "afgebroken", what, helps, "warning")
    return replace(document, problems=(problem,))


def _of_text(path: str, text: str, *, front: bool) -> Document:
    """Read a text in which nothing stands that no text may hold."""
    if not front:
        document = Document(path, text, body=_without_allowances(text))
        return _with_body(document) if path.endswith(".md") else document
    if not path.endswith(".md"):
        return _read(Document(path, text), text)
    parts = re.match(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", text, re.DOTALL | re.MULTILINE)
    if parts is None:
        return replace(refused(path, "voorblad", text), problems=(_front(path, text),))
    body = _without_allowances(text[parts.end() :])
    line = text[: parts.end()].count("\n") + 1
    return _with_body(_read(Document(path, text, offset=1, body=body, body_line=line), parts[1]))


def refused(path: str, code: str, text: str = "", line: int = 1, column: int = 1) -> Document:
    """A file that is not read, for the reason that `REFUSALS` names."""
    return Document(path, text, problems=(Finding(path, line, column, code, *REFUSALS[code]),))


NEARLY = re.compile(r"^[ \t]*+(?:-{2}|-{4,}|[—–_=*]{1,9}|[-—–]( [-—–])+)[ \t]*$")
"""A line that was meant to be `---`."""


def _front(path: str, text: str) -> Finding:
    """What is wrong with the lines around the data of a file of Markdown, at the line where it is."""
    lines = text.split("\n")
    what, helps = REFUSALS["voorblad"]
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    number, marked = first, [number for number, line in enumerate(lines[:80]) if line.rstrip() == "---"]
    if marked and marked[0]:
        what, helps = (
            "Boven de gegevens staat nog iets.",
            "Laat het bestand met `---` beginnen: haal weg wat erboven staat.",
        )
        number = 0 if first == marked[0] else first
    elif marked:
        number = next((one for one in range(1, min(len(lines), 80)) if NEARLY.match(lines[one])), 0)
        what, helps = (
            "De gegevens bovenaan worden niet gesloten.",
            "Zet achter de laatste regel met gegevens een regel `---`, met precies drie streepjes.",
        )
    elif NEARLY.match(lines[first]):
        what, helps = "Deze regel opent de gegevens niet.", "Schrijf precies drie streepjes: `---`."
    return Finding(path, number + 1, 1, "voorblad", what, helps, width=max(1, len(lines[number])))


def _with_body(document: Document) -> Document:
    """The document with what is wrong with its body as a whole; a body that asks too much is not kept."""
    found = beyond(document.body)
    if found:
        line = document.body_line + document.body.count("\n", 0, found.start)
        problem = Finding(document.path, line, 1, "te-ingewikkeld", found.what, found.helps)
        return Document(document.path, document.text, problems=(*document.problems, problem))
    again = suspicious.data_below(document.body)
    if again is None:
        return document
    what = "Hier staan gegevens in de tekst; zo komen ze op de bladzijde."
    helps = "Zet ze bij de gegevens bovenaan, of haal ze weg."
    problem = Finding(document.path, document.body_line + again, 1, "voorblad", what, helps)
    return replace(document, problems=(*document.problems, problem))


def _without_allowances(body: str) -> str:
    """The body without the comments that allow a finding: a reader of the page need not see them."""
    if "toegestaan" not in body:
        return body
    return "\n".join(COMMENT.sub("", line).rstrip() if "<!--" in line else line for line in body.split("\n"))


def _read(document: Document, source: str) -> Document:
    """Add the data, the tree and what is wrong with the YAML."""
    try:
        forbidden = list(yaml_errors.forbidden(document, source)) if yaml_errors.suspect(source) else []
        node = None if forbidden else yaml.compose(source, yaml.CBaseLoader)
        if node and yaml_errors.too_deep(node):
            forbidden = list(yaml_errors.forbidden(document, source))
        if forbidden:
            return replace(document, problems=tuple(forbidden))
    except yaml.YAMLError as error:
        return replace(document, problems=(yaml_errors.said(document, error),))
    if not isinstance(node, yaml.MappingNode):
        what = (
            "Hier staan geen gegevens: het is leeg."
            if node is None
            else "Hier horen velden te staan: een naam, een dubbele punt en een waarde."
        )
        helps = "Kijk in een ander bestand in deze map hoe het begint."
        return replace(document, problems=(Finding(document.path, 1 + document.offset, 1, "yaml", what, helps),))
    read = replace(document, node=node)
    if problem := _asks_too_much(read, node):
        return replace(document, problems=(problem,))
    problems: list[Finding] = []
    data = _data(read, node, problems)
    problems += itertools.islice(suspicious.doubts(read, source, node), MOST)
    return replace(read, data=data, problems=tuple(problems))


def _asks_too_much(document: Document, node: yaml.Node) -> Finding | None:
    """The first text in the tree that no parser of Markdown should see."""
    if isinstance(node, yaml.ScalarNode):
        found = beyond(node.value)
        return _finding(document, node, "te-ingewikkeld", found.what, found.helps) if found else None
    inner = (part for child in node.value for part in (child if isinstance(child, tuple) else (child,)))
    return next((problem for part in inner if (problem := _asks_too_much(document, part))), None)


def _data(document: Document, node: yaml.Node, problems: list[Finding]) -> Any:
    """Text, lists and mappings; `None` where nothing is filled in."""
    if isinstance(node, yaml.MappingNode):
        return _mapping(document, node, problems)
    if isinstance(node, yaml.SequenceNode):
        return [_data(document, value, problems) for value in node.value]
    assert isinstance(node, yaml.ScalarNode)
    if INVISIBLE.search(node.value):
        what = "Een schuine streep `\\` maakt hier een teken dat je niet ziet."
        helps = "Gebruik enkele aanhalingstekens, of schrijf `\\\\` voor één schuine streep."
        problems.append(_finding(document, node, "onzichtbaar-teken", what, helps))
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
            first, again = document.at(seen[key]).line, document.at(key_node).line
            lines = f"op regel {first} en op regel {again}" if first != again else f"op regel {first}"
            what = f"Het veld `{key}` staat hier twee keer: {lines}."
            helps = "Houd één van de twee; anders gaat er stilletjes een verloren."
            problems.append(_finding(document, key_node, "dubbel-veld", what, helps))
            continue
        seen[key] = key_node
        result[key] = _data(document, value, problems)
    return result


def _finding(document: Document, node: yaml.Node, code: str, what: str, helps: str) -> Finding:
    place = document.at(node)
    return Finding(document.path, place.line, place.column, code, what, helps, width=place.width)


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
