"""Change one thing in the files of an author and leave every other character as it was typed."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

import yaml

from handboek.anchors import reserved
from handboek.document import Document, Loc
from handboek.handbook import Handbook
from handboek.load import entries
from handboek.system import transaction


def save(root: Path, texts: Mapping[str, str], read: Mapping[str, str], moved: Mapping[str, str] | None = None) -> None:
    """Write these texts all or none, each with the line ends and the byte order mark that its file had.

    `read` holds the texts that these came from, by path; what is not in it is new and may not exist. `moved` gives the new
    path by the old one; `texts` has the new. Raises `transaction.Refused` and then nothing is changed.
    """
    olds = {new: old for old, new in (moved or {}).items()}
    steps = []
    for path in dict.fromkeys((*texts, *olds)):
        now = olds.get(path, path)
        if now not in read:
            steps.append(transaction.Step(path, texts[path].encode()))
            continue
        before = (root / now).read_bytes()
        if path in texts and _text(before) != read[now]:
            raise transaction.Refused(f"`{now}` is intussen veranderd. {transaction.NOTHING} Probeer het opnieuw.")
        content = _as_it_was(before, texts[path]) if path in texts else before
        steps.append(transaction.Step(path, content, before, now if now != path else ""))
    transaction.apply(root, steps)


def in_the_way(root: Path, path: str, was: str = "") -> str:
    """Why no file can be made at `path` (of the file that now stands at `was`), in Dutch; or nothing."""
    slug = PurePosixPath(path).stem
    if reserved(slug):
        return f"`{slug}` kan niet als naam: op Windows betekent het iets anders. Kies een andere naam."
    there = transaction.taken(root, path, was)
    return f"`{there}` bestaat al. Kies een andere naam." if there else ""


def names_of(book: Handbook, type_: str) -> set[str]:
    """The names that pieces of this kind have, also of those that are not valid yet."""
    return {entry.slug for entry in entries(book.documents)[0] if entry.kind.type == type_}


def texts_of(book: Handbook) -> dict[str, str]:
    """The text of each file that was read, by its path."""
    return {path: document.text for path, document in book.documents.items()}


def _text(content: bytes) -> str | None:
    """What a file holds, as a document has it."""
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None


def _as_it_was(before: bytes, text: str) -> bytes:
    """The text with the line ends and the byte order mark of what stood there; line by line, where it mixes them."""
    mark = BOM_UTF8 if before.startswith(BOM_UTF8) else b""
    ends = dict.fromkeys(re.findall(rb"\r\n|\r|\n", before))
    if len(ends) < 2:
        return mark + text.encode().replace(b"\n", next(iter(ends), b"\n"))
    return mark + _mixed(before.removeprefix(BOM_UTF8).decode(), text).encode()


def _mixed(before: str, text: str) -> str:
    """The text, each line of it with the end that the same line had; a new line ends as most do."""
    had = re.findall(r"(?<![^\r\n])([^\r\n]*+)(\r\n|\r|\n)", before)
    usual = max({end for _, end in had}, key=[end for _, end in had].count)
    lines = text.split("\n")
    matched = SequenceMatcher(None, [line for line, _ in had], lines[:-1], autojunk=False)
    ends = [usual] * (len(lines) - 1)
    for _, first, last, start, stop in matched.get_opcodes():
        for old, new in zip(range(first, last), range(start, stop), strict=False):
            ends[new] = had[old][1]
    return "".join(line + end for line, end in zip(lines, ends, strict=False)) + lines[-1]


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


def with_values(document: Document, values: Mapping[Loc, str]) -> str:
    """The text of a file with another text at each of these places, where a text stands now."""
    starts = [0]
    for line in document.text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)

    def at(mark: yaml.Mark) -> int:
        return starts[mark.line + document.offset] + int(mark.column)

    text = document.text
    nodes = [(document.node_at(loc), value) for loc, value in values.items()]
    found = [(node, value) for node, value in nodes if isinstance(node, yaml.ScalarNode)]
    for node, value in sorted(found, key=lambda one: at(one[0].start_mark), reverse=True):
        said = yaml.safe_dump(value, allow_unicode=True, width=10**6, default_style=None).removesuffix("...\n").strip()
        text = text[: at(node.start_mark)] + said + text[at(node.end_mark) :]
    return text


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
