"""Change one thing in the files of an author and leave every other character as it was typed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from pathlib import Path

import yaml

from handboek.document import Document, Loc
from handboek.machine import whole


def save(texts: Mapping[Path, str]) -> None:
    """Write these texts all or none, each with the line ends and the byte order mark that its file had."""
    whole.together({path: _as_it_was(path, text) for path, text in texts.items()})


def _as_it_was(path: Path, text: str) -> bytes:
    old = path.read_bytes() if path.is_file() else b""
    content = text.replace("\n", "\r\n").encode() if b"\r\n" in old else text.encode()
    return (BOM_UTF8 if old.startswith(BOM_UTF8) else b"") + content


def in_list(document: Document, loc: Loc, value: str) -> str:
    """The text of a file with `value` added at the end of the list at `loc`."""
    node = _node(document, loc)
    lines = document.text.split("\n")
    assert isinstance(node, yaml.SequenceNode)
    end = node.end_mark.line + document.offset
    if node.flow_style:
        column = node.end_mark.column - 1
        before = lines[end][:column].rstrip()
        comma = ", " if node.value else ""
        lines[end] = f"{before}{comma}{value}{lines[end][column:]}"
        return "\n".join(lines)
    last = node.value[-1]
    at = last.end_mark.line + document.offset + (1 if last.end_mark.column else 0)
    lines.insert(at, f"{' ' * node.start_mark.column}- {value}")
    return "\n".join(lines)


def out_of_list(text: str, key: str, value: str) -> str:
    """The text with `value` taken out of the list `key`, where it stands there."""
    words = re.escape(value)
    quoted = rf"(?:\"{words}\"|'{words}'|{words})"
    block = rf"(?m)^(?P<before>{key}:\n(?:[ ]*- .*\n)*?)[ ]*- {quoted}[ ]*\n"
    flow = rf"(?m)^(?P<before>{key}: \[(?:.*, )?){quoted}(?:, )?"
    found = re.search(block, text) or re.search(flow, text)
    if not found:
        return text
    before = found["before"]
    if before == f"{key}:\n" and not text[found.end() :].lstrip(" ").startswith("- "):
        before = f"{key}: []\n"
    rest = text[found.end() :]
    return text[: found.start()] + (before.rstrip(", ") if rest.startswith("]") else before) + rest


def _node(document: Document, loc: Loc) -> yaml.Node | None:
    node = document.node
    for part in loc:
        assert isinstance(node, yaml.MappingNode)
        node = next((value for key, value in node.value if key.value == part), None)
    return node
