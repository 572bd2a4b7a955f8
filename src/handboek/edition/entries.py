"""The file with the changes to a piece, written as a person would write it: long texts folded over lines, nothing else touched."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from handboek.document import Document
from handboek.edition.splice import Op, edits, end_of, spans
from handboek.parse import parse
from handboek.patched import Edit, Patched

LIST = "verandert"
WIDTH = 110
LONG = 70
"""Texts with more characters are folded over lines of their own."""
COMMENT = "#"
"""Begins a key that stands for a comment above the next one: its value is what it says."""

CHOOSE = "Kies: `eigen` (jullie tekst), `basis` (die van de basis) of `beide` (onder elkaar, om er één van te maken)."
"""Above the answer to a clash, which is left open."""

Row = Mapping[str, Any]
"""A change as it stands in a file, by the names of its fields."""


class _Dumper(yaml.SafeDumper):
    """Points of a list set in, long texts folded, and nothing that a person would have to know of YAML."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)


SIGNS = tuple("-?:,[]{}#&*!|>'\"%@`")


def _quoted(text: str) -> bool:
    """Whether a text would have to stand between quotation marks on one line, by how it begins or what it holds."""
    return text.startswith(SIGNS) or text.partition(".")[0].isdigit() or ": " in text or " #" in text


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    several, long = "\n" in text.strip("\n"), len(text) > LONG or (" " in text and _quoted(text))
    style = "|" if several else ">" if long else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)

APART = re.compile(r"\A\S[^\n]*+\n(?![-*+>|]|\d++[.)])\S[^\n]*+\Z")
"""Two texts of a line each below one another: so stands what somebody still has to make one of."""


class _Apart(_Dumper):
    """The same, with such texts as two paragraphs."""


def _paragraphs(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = ">" if APART.match(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style) if style else _text(dumper, text)


_Apart.add_representer(str, _paragraphs)


def field(name: str, value: Any, *, apart: bool = False) -> str:
    """A field with its value, as the lines of a file; `apart` keeps two texts in it from running on."""
    if value is None:
        return f"{name}:\n"
    dumper = _Apart if apart else _Dumper
    said = yaml.dump({name: value}, Dumper=dumper, allow_unicode=True, sort_keys=False, width=WIDTH)
    if parse("x.yml", said.encode()).data == {name: _read(value)}:
        return said
    # What no text over lines can hold, such as a space at the end of one, stands between quotation marks.
    return yaml.safe_dump({name: value}, allow_unicode=True, sort_keys=False, width=10_000, default_style='"')


def _read(value: Any) -> Any:
    """What reading makes of a value: all that is no list or mapping is text."""
    if isinstance(value, Mapping):
        return {key: _read(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_read(one) for one in value]
    return value if value is None else str(value)


def _asking(said: Row) -> Row:
    """A change with an answer to fill in, where it clashes and nobody gave one."""
    if "nu" not in said or said.get("kies"):
        return said
    return {name: value for name, value in said.items() if name != "kies"} | {COMMENT: CHOOSE, "kies": None}


def _said(said: Row, name: str, value: Any) -> str:
    return field(name, value, apart=said.get("kies") == "beide")


def row(said: Row, indent: int = 2) -> str:
    """A change as the lines of a file, set in below `verandert:`."""
    lines: list[str] = []
    for name, value in _asking(said).items():
        lines += [f"# {value}"] if name.startswith(COMMENT) else _said(said, name, value).rstrip("\n").split("\n")
    first = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    made = [*lines[:first], f"- {lines[first]}", *(f"  {line}" for line in lines[first + 1 :])]
    return "".join(f"{' ' * indent}{line}".rstrip() + "\n" for line in made)


def whole(path: str, rows: Sequence[Row]) -> str:
    """A new file with these changes."""
    text = "\n".join([f"{LIST}:", *map(row, rows)])
    return f"---\n{text}---\n" if path.endswith(".md") else text


def rewritten(document: Document, rows: Mapping[int, Row | None], more: Sequence[Row] = ()) -> str:
    """The text of a file of changes with those of these numbers in other words, or without them, and with `more` behind them.

    What is not named stays as it was typed. Gives nothing where no change is left and nothing else stands in the file.
    """
    there = document.data.get(LIST)
    now = list(there) if isinstance(there, list) else []
    kept = [rows.get(index, one) for index, one in enumerate(now)]
    if not any(one is not None for one in kept) and not more:
        return "" if set(document.data) <= {LIST} else _without(document)
    node = _list(document)
    if node is None or any(not isinstance(one, yaml.MappingNode) or one.flow_style for one in node.value):
        said = [*(one for one in kept if one is not None), *more]
        if set(document.data) <= {LIST}:
            return whole(document.path, said)
        return Patched.of("", document.text).with_(edits(document, [Op((LIST,), "replace", said)])).text
    found = [edit for index, said in rows.items() for edit in _edits(document, node, index, now[index], said)]
    if more:
        end = spans(document, node)[-1][1]
        begins = "" if document.text[:end].endswith("\n") else "\n"
        found.append(Edit(end, end, begins + "\n" + "\n".join(row(one, node.start_mark.column) for one in more)))
    return Patched.of(document.path, document.text).with_(found).text


def _list(document: Document) -> yaml.SequenceNode | None:
    """The changes in the tree of a file, where they stand below one another."""
    assert isinstance(document.node, yaml.MappingNode)
    node = next((value for key, value in document.node.value if key.value == LIST), None)
    return node if isinstance(node, yaml.SequenceNode) and not node.flow_style and node.value else None


def _without(document: Document) -> str:
    """The text of a file without its list of changes."""
    assert isinstance(document.node, yaml.MappingNode)
    index = next(index for index, (key, _) in enumerate(document.node.value) if key.value == LIST)
    start, end = spans(document, document.node)[index]
    return document.text[:start] + document.text[end:]


def _edits(document: Document, node: yaml.SequenceNode, index: int, was: Any, said: Row | None) -> Iterator[Edit]:
    """The edits that bring one change to what it says now: only the fields that differ."""
    start, end = spans(document, node)[index]
    inner = node.value[index]
    if said is None:
        yield Edit(start, end, "")
        return
    if not isinstance(was, dict) or not set(was) & set(said):
        yield Edit(start, end_of(document, inner), row(said, node.start_mark.column))
        return
    said = _asking(said)
    places = {key.value: (span, value) for (key, value), span in zip(inner.value, spans(document, inner), strict=True)}
    indent = " " * inner.start_mark.column
    first = next(iter(places))
    at = end_of(document, inner.value[0][1])
    for name in (name for name in places if name not in said and name != first):
        begin = places[name][0][0]
        above = f"{indent}# {CHOOSE}\n"
        begin -= len(above) if name == "kies" and document.text[:begin].endswith(above) else 0
        yield Edit(begin, end_of(document, places[name][1]), "")
    for name, value in said.items():
        at = end_of(document, places[name][1]) if name in places else at
        if (name in places and _read(value) == was.get(name)) or (
            name == COMMENT and value == CHOOSE and "kies" in places
        ):
            continue
        text = f"# {value}\n" if name.startswith(COMMENT) else _said(said, name, value)
        if name not in places:
            text = re.sub(r"(?m)^(?=.)", indent, text)
            yield Edit(at, at, text if document.text[:at].endswith("\n") else f"\n{text}")
        else:
            begin, stop = places[name][0][0], end_of(document, places[name][1])
            begin = begin if name == first else begin + len(indent)
            lines = text.rstrip("\n").split("\n")
            ends = "\n" if document.text[:stop].endswith("\n") else ""
            yield Edit(begin, stop, "\n".join([lines[0], *(f"{indent}{line}".rstrip() for line in lines[1:])]) + ends)
