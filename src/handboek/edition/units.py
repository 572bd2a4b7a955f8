"""What of a piece can be changed by itself: each text, each point of a list, each paragraph.

A unit is addressed by the field that holds it and by its text. That stays readable in the file of who changes it, and it
holds when points move; ids would have to be given to thousands of points that have none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from handboek.blocks import blocks
from handboek.document import Document, Loc

PARAGRAPH = "¶"
"""Stands in the way to a paragraph before its number: `("body", "¶", 3)`."""
BODY = "tekst"
"""The field of what stands below the data of a file of Markdown."""
NAMES = ("text", "title", "name", "statement", "term", "label")
"""The fields by which people call a point, in the order in which they are looked at."""
KEYS = ("id", "slug", "source", "from", "to", "at")
"""Fields by which nobody calls a point."""


@dataclass(frozen=True)
class Unit:
    """Something that can be changed by itself."""

    loc: Loc
    """The way to it in the data; behind `¶` the number of a paragraph."""
    field: str
    """The same without numbers, as people write it: `questions.follow_ups`."""
    text: str
    """By which it is addressed."""
    value: Any
    """All that it says."""
    point: bool
    """Whether it is a point of a list, or a paragraph: something that can be left out, and have another behind it."""

    @property
    def folded(self) -> str:
        """Its text with white space folded."""
        return folded(self.text)


def units(document: Document, *, block_fields: frozenset[str] = frozenset()) -> tuple[Unit, ...]:
    """Everything in a document that can be changed by itself, in order; `block_fields` hold paragraphs."""
    found = [*_units(document.data, (), block_fields)]
    if document.body:
        found += _paragraphs(document.body, (BODY,))
    return tuple(found)


def digest(value: Any) -> str:
    """Eight characters that change when what is said changes, and not with the way it was typed."""
    said = json.dumps(_folded(value), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def folded(text: str) -> str:
    """A text with white space folded."""
    return " ".join(text.split())


def field_of(loc: Loc) -> str:
    """The way to a value without numbers, as people write it."""
    return ".".join(part for part in loc if isinstance(part, str) and part != PARAGRAPH)


def name_of(point: Mapping[str, Any]) -> tuple[str, str] | None:
    """The field by which people call a point, and what it says; nothing where it holds no text."""
    texts = {key: value for key, value in point.items() if isinstance(value, str) and value.strip()}
    said = [key for key in NAMES if key in texts] + [key for key in texts if key not in KEYS] + list(texts)
    return (said[0], texts[said[0]]) if said else None


def _units(value: Any, loc: Loc, block_fields: frozenset[str]) -> Iterator[Unit]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _units(inner, (*loc, key), block_fields)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            here = (*loc, index)
            if isinstance(inner, str):
                yield Unit(here, field_of(here), inner, inner, point=True)
                continue
            named = name_of(inner) if isinstance(inner, dict) else None
            if named:
                yield Unit(here, field_of(here), named[1], inner, point=True)
            yield from _units(inner, here, block_fields)
    elif isinstance(value, str):
        inner = [*_paragraphs(value, loc)] if field_of(loc) in block_fields else []
        if len(inner) != 1:  # a text of one paragraph is that paragraph
            yield Unit(loc, field_of(loc), value, value, point=False)
        yield from inner


def _paragraphs(text: str, loc: Loc) -> Iterator[Unit]:
    for index, block in enumerate(blocks(text)):
        yield Unit((*loc, PARAGRAPH, index), field_of(loc), block.text, block.text, point=True)


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, list | tuple):
        return [_folded(one) for one in value]
    if isinstance(value, dict):
        return {key: _folded(one) for key, one in value.items()}
    return value
