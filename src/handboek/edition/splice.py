"""Values put into, and taken out of, the text of a file, with every other character left as it was typed.

What is put in is written as JSON, which is YAML on one line: no text that somebody gives can end up as anything else.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import partial, reduce
from typing import Any, Literal

import yaml

from handboek.blocks import blocks
from handboek.document import Document, Loc
from handboek.edition.units import BODY, PARAGRAPH
from handboek.load import is_text
from handboek.parse import parse
from handboek.patched import Edit, Patched, Spot

LISTED = re.compile(r"\A\s*+(?:[-*+]|\d++[.)])\s")
"""How a point of a list begins."""


@dataclass(frozen=True)
class Op:
    """One thing to do to a value: it is replaced or removed, gets others before or behind it, or is set where there was none."""

    loc: Loc
    do: Literal["replace", "remove", "before", "after", "set", "append"]
    """`set` gives a mapping a field that it lacks; `append` adds to the end of a list."""
    value: Any = None
    """For `before`, `after` and `append` a list of what comes there."""
    spot: Spot | None = None
    """Where this was written."""


def edits(document: Document, ops: Iterable[Op]) -> list[Edit]:
    """The edits of a document's text that do all of this. Raises `LookupError` for a way that the document does not hold."""
    found: list[Edit] = []
    groups: dict[Loc, list[Op]] = defaultdict(list)
    ops = sorted(ops, key=lambda op: op.do == "before")  # of two in one gap each stands at its own side
    whole = {op.loc for op in ops if op.do in ("remove", "replace")}
    gone = {op.loc for op in ops if op.do == "remove"}
    for op in ops:
        above = any(op.loc[:depth] in whole for depth in range(len(op.loc)))
        if not above and not (op.loc in gone and op.do == "replace"):
            groups[_base(document, op)].append(op)
    for loc, inner in groups.items():
        if loc[:1] == (BODY,):
            found += _in_body(document, inner)
        else:
            found += _in_data(document, loc, inner)
    return found


def again(document: Document, text: Patched) -> Document:
    """A document read again with another text."""
    return parse(document.path, text.text.encode(), front=not is_text(document.path))


def _base(document: Document, op: Op) -> Loc:
    """What is rewritten as one: the list or mapping in which an op changes something, or the outermost flow around it."""
    if op.loc[:1] == (BODY,):
        return (BODY,)
    loc = op.loc[: op.loc.index(PARAGRAPH)] if PARAGRAPH in op.loc else op.loc
    inside = loc if PARAGRAPH in op.loc or op.do in ("replace", "append") else loc[:-1]
    node: yaml.Node | None = document.node
    for depth, part in enumerate(inside):
        if isinstance(node, yaml.CollectionNode) and node.flow_style:
            return loc[:depth]
        node = _child(node, part)[1]
    return inside


def _in_data(document: Document, loc: Loc, ops: Sequence[Op]) -> Iterator[Edit]:
    assert document.node is not None
    node = reduce(lambda parent, part: _child(parent, part)[1], loc, document.node)
    block = isinstance(node, yaml.CollectionNode) and not node.flow_style
    alone = [op for op in ops if op.loc == loc and op.do == "replace"]
    if any(op.value != alone[0].value for op in alone[1:]):
        raise LookupError(loc)  # two things are to stand in one place
    if alone or not block or _emptied(node, ops):
        value = alone[-1].value if alone else _done(document.value(loc), loc, ops)
        start, end = span(document, node)
        after = "\n" if document.text[start:end].endswith("\n") else ""
        before = (
            " " if block else ""
        )  # a list may begin below the first letter of its field, where a value in flow may not
        yield Edit(start, end, f"{before}{_json(value)}{after}", ops[-1].spot)
        return
    assert isinstance(node, yaml.CollectionNode)
    for op in ops:
        yield from _in_block(document, node, loc, op)


def _emptied(node: yaml.Node, ops: Sequence[Op]) -> bool:
    """Whether nothing is left of a list or mapping in blocks."""
    gone = {op.loc for op in ops if op.do == "remove"}
    return bool(gone) and len(gone) == len(node.value) and all(op.do == "remove" for op in ops)


def _in_block(document: Document, node: yaml.CollectionNode, loc: Loc, op: Op) -> Iterator[Edit]:
    """An op on one row of a list or mapping in blocks."""
    indent = " " * node.start_mark.column
    if op.do in ("append", "set"):
        at = spans(document, node)[-1][1]
        rows = [f"{indent}- {_json(one)}\n" for one in op.value] if op.do == "append" else []
        text = "".join(rows) if rows else f"{indent}{op.loc[-1]}: {_json(op.value)}\n"
        yield _inserted(document, at, text, op.spot)
        return
    index = _index(node, op.loc[-1])
    start, end = spans(document, node)[index]
    if op.do == "remove":
        first = index == 0 and document.text[document.text.rfind("\n", 0, start) + 1 : start].strip()
        if first and index + 1 < len(node.value):  # the row begins behind a dash: the next takes its place
            end = spans(document, node)[1][0] + node.start_mark.column
        yield Edit(start, end, "", op.spot)
    else:
        text = "".join(f"{indent}- {_json(one)}\n" for one in op.value)
        yield _inserted(document, start if op.do == "before" else end, text, op.spot)


def _inserted(document: Document, at: int, text: str, spot: Spot | None) -> Edit:
    """Rows put in at the begin of a line, also where the last line before it does not end."""
    open_ = at > 0 and document.text[at - 1] != "\n"
    return Edit(at, at, f"\n{text.rstrip()}" if open_ else text, spot)


def spans(document: Document, node: yaml.CollectionNode) -> list[tuple[int, int]]:
    """From where to where each row of a list or mapping in blocks stands, whole lines where it does not begin behind a dash."""
    firsts = [one[0] if isinstance(one, tuple) else one for one in node.value]
    starts = []
    for first in firsts:
        line = first.start_mark.line
        if isinstance(node, yaml.SequenceNode):  # a row whose value begins on the next line has its dash above it
            while not document.lines[line + document.offset].lstrip().startswith("-"):
                line -= 1
        start = _at(document, line, 0)
        before = document.text[start : start + node.start_mark.column]
        starts.append(start if not before.strip() else start + node.start_mark.column)
    last = node.value[-1][1] if isinstance(node.value[-1], tuple) else node.value[-1]
    return list(zip(starts, [*starts[1:], end_of(document, last)], strict=True))


def end_of(document: Document, node: yaml.Node) -> int:
    """The begin of the line behind a value; comments and empty lines behind it are not its own."""
    while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        node = node.value[-1][1] if isinstance(node.value[-1], tuple) else node.value[-1]
    end = _at(document, node.end_mark.line, node.end_mark.column)
    if node.end_mark.column:
        behind = document.text.find("\n", end)
        return len(document.text) if behind < 0 else behind + 1
    return end


def span(document: Document, node: yaml.Node) -> tuple[int, int]:
    """From where to where a value stands in the text of its file; one in blocks ends with its last line."""
    start = _at(document, node.start_mark.line, node.start_mark.column)
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        return start, end_of(document, node)
    return start, _at(document, node.end_mark.line, node.end_mark.column)


def _at(document: Document, line: int, column: int) -> int:
    """The character at a line and column (from 0) of the YAML."""
    starts = document.starts
    line += document.offset
    return min(starts[line] + column, len(document.text)) if line < len(starts) else len(document.text)


def _in_body(document: Document, ops: Sequence[Op]) -> Iterator[Edit]:
    above = document.starts[document.body_line - 1] if document.body_line <= len(document.starts) else 0
    found = blocks(document.body)
    for op in _instead(ops):
        block = found[int(op.loc[-1])]
        # The body lacks the comments that allow a finding, so a paragraph is looked up in the text itself.
        start = document.text.find(block.text, above + block.start)
        start = start if start >= 0 else above + block.start
        end = start + len(block.text)
        if op.do == "remove":
            yield Edit(start, end + (document.text[end : end + 1] == "\n"), "", op.spot)
            continue
        said = op.value if op.do == "replace" else "\n\n".join(op.value)
        apart = bool(LISTED.match(block.text)) and not LISTED.match(said)
        between = "\n" if LISTED.match(block.text) and not apart else "\n\n"
        # Words by themselves between two points of a list would become part of the upper one.
        lead = "\n" if apart and document.text[start - 2 : start] != "\n\n" and start else ""
        tail = "\n" if apart and document.text[end : end + 2] not in ("\n\n", "\n", "") else ""
        if op.do == "replace":
            yield Edit(start, end, f"{lead}{said}{tail}", op.spot)
        elif op.do == "before":
            yield Edit(start, start, f"{lead}{said}{between}", op.spot)
        else:
            yield Edit(end, end, f"{between}{said}{tail}", op.spot)


def _instead(ops: Sequence[Op]) -> Iterator[Op]:
    """These ops on paragraphs, where one that goes while others come beside it is replaced by the nearest of those.

    To take it out goes over the end of its line, where what comes behind it begins.
    """
    gone = {op.loc for op in ops if op.do == "remove"}
    nearest = {op.loc: op for op in reversed(ops) if op.do == "after"} | {op.loc: op for op in ops if op.do == "before"}
    for op in ops:
        heir = nearest.get(op.loc) if op.loc in gone else None
        if op is heir:
            yield replace(op, do="replace", value="\n\n".join(op.value))
        elif not (heir and op.do == "remove"):
            yield op


def _done(value: Any, loc: Loc, ops: Sequence[Op]) -> Any:
    """The value with all ops done to it; rows that were put in or taken out do not move the others on the way."""
    value = deepcopy(value)
    changed: list[tuple[Any, list[Any]]] = []
    marks: dict[int, dict[int, tuple[list[Any], bool, list[Any]]]] = defaultdict(dict)
    for op in ops:
        inner = op.loc[len(loc) :]
        if PARAGRAPH in inner:
            continue
        parent, part = reduce(lambda one, key: one[key], inner[:-1], value) if inner else value, inner[-1:]
        if op.do == "append":
            (parent[part[0]] if part else parent).extend(op.value)
        elif op.do in ("set", "replace"):
            parent[part[0]] = op.value
        elif isinstance(parent, dict):
            parent.pop(str(part[0]), None)
        else:
            before, stays, after = marks[id(parent)].get(int(part[0]), ([], True, []))
            rows = (before, stays and op.do != "remove", after)
            rows[0].extend(op.value if op.do == "before" else ())
            rows[2].extend(op.value if op.do == "after" else ())
            marks[id(parent)][int(part[0])] = rows
            changed.append((parent, []))
    for parent, _ in {id(one[0]): one for one in changed}.values():
        rows_of = marks[id(parent)]
        rows_now: list[Any] = []
        for index, one in enumerate(list(parent)):
            before, stays, after = rows_of.get(index, ([], True, []))
            rows_now += [*before, *([one] if stays else []), *after]
        parent[:] = rows_now
    paragraphs = [op for op in ops if PARAGRAPH in op.loc]
    for where in dict.fromkeys(op.loc[: op.loc.index(PARAGRAPH)] for op in paragraphs):
        mine = [op for op in paragraphs if op.loc[: len(where)] == where]
        value = _with(value, where[len(loc) :], partial(_rewritten, mine))
    return value


def _with(value: Any, loc: Loc, change: Callable[[str], str]) -> Any:
    if not loc:
        return change(value)
    parent = reduce(lambda one, key: one[key], loc[:-1], value)
    last: Any = loc[-1]
    parent[last] = change(parent[last])
    return value


def _rewritten(ops: Sequence[Op], text: str) -> str:
    """A text of several paragraphs with these ops done to them."""
    body = Document("", text, body=text, body_line=1)
    for edit in sorted(_in_body(body, ops), key=lambda one: -one.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _child(node: yaml.Node | None, part: str | int) -> tuple[yaml.Node, yaml.Node]:
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part], node.value[part]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == part:
                return key, value
    raise LookupError(part)


def _index(node: yaml.CollectionNode, part: str | int) -> int:
    if isinstance(part, int):
        return part
    return next(index for index, (key, _) in enumerate(node.value) if key.value == part)


def _json(value: Any) -> str:
    """A value on one line. Ends of lines and tabs go by number: by their letter the check takes them for a mistake of somebody."""
    said = json.dumps(value, ensure_ascii=False)
    return re.sub(r"\\(.)", lambda found: {"n": r"\u000a", "t": r"\u0009"}.get(found[1], found[0]), said)
