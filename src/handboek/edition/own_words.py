"""Where a handbook speaks in its own words: not those of a source, of people in practice, or of another program."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import yaml

from handboek.document import Document
from handboek.edition.splice import span
from handboek.entry import PARSER, Entry
from handboek.load import Documents, entries
from handboek.model.introspect import Leaf
from handboek.model.kinds import KINDS
from handboek.model.text import CITED, OWN, Words
from handboek.model.translation import Translation

KEPT = re.compile(
    r"(?<!`)(`++)[^`]*+(?:(?!\1(?!`))`++[^`]*+)*+\1(?!`)"  # code
    r"|\]\([^()]*+\)|https?://\S++|(?<![^\s@])[^\s@]++@\S++"  # addresses
    r"|\{\{(?:(?!\}\}|\{\{).)*+\}\}|\{[a-z0-9-]++\}"  # calls and blanks
    r"|\[\^[a-z0-9-]++\]|<!--(?:(?!-->|<!--).)*+-->"
    r"|^[ \t]*+>[^\n]*+$",  # a quotation
    re.DOTALL | re.MULTILINE,
)
"""What in running text is not said but meant for a program, or said by somebody else."""
CITED_KINDS = [kind for kind in KINDS if kind.cited]
RESTS = re.compile(
    rf"{CITED.pattern}"
    rf"|\]\(/(?:{'|'.join(kind.folder for kind in CITED_KINDS)})/"
    rf"|\b(?:{'|'.join(f'{kind.name}|{kind.plural}' for kind in CITED_KINDS)})\b",
    re.IGNORECASE,
)
"""By which a sentence says that somebody else said it: a mark or a link that names a source, or the word."""
BEGIN = re.compile(
    r"[.!?…][\"”’)*_]*(?:\[\^[a-z0-9-]+\])*\s+|\n[ \t]*\n|^[ \t]*(?:[-*+]|\d+[.)]|#+)[ \t]+", re.MULTILINE
)
"""Behind what a sentence begins."""


@dataclass(frozen=True)
class Stretch:
    """Characters `start` to `end` in the text of a file, as it was typed."""

    path: str
    start: int
    end: int
    language: str = ""
    """Nothing for Dutch."""


def own_words(documents: Documents) -> Iterator[Stretch]:
    """The stretches in which a handbook says something in its own words, without code, addresses and blanks."""
    seen: set[Stretch] = set()
    for entry in entries(documents)[0]:
        if entry.model is None or entry.kind.cited or entry.kind.practice:
            continue
        for document, start, end in _texts(entry):
            for stretch in _said(document, start, end):
                if stretch not in seen:
                    seen.add(stretch)
                    yield stretch


def all_words(documents: Documents) -> Iterator[Stretch]:
    """The stretches in which a handbook says something, on whose word too, without code, addresses, blanks and quotations."""
    seen: set[Stretch] = set()
    for entry in entries(documents)[0]:
        if entry.model is None or entry.kind.cited or entry.kind.practice or isinstance(entry.model, Translation):
            continue
        for document, start, end in _texts(entry, sourced=True):
            for stretch in _said(document, start, end, told=True):
                if stretch not in seen:
                    seen.add(stretch)
                    yield stretch


def in_languages(documents: Documents, languages: Collection[str]) -> Iterator[Stretch]:
    """The stretches in which something is said in one of these languages, without code, addresses and blanks."""
    for entry in entries(documents)[0] if languages else ():
        if isinstance(entry.model, Translation) and entry.model.language in languages:
            for number in range(len(entry.model.texts)):
                node = entry.document.node_at(("texts", number, "text"))
                assert isinstance(node, yaml.ScalarNode)
                for stretch in _said(entry.document, *span(entry.document, node)):
                    yield replace(stretch, language=entry.model.language)


def _texts(entry: Entry, *, sourced: bool = False) -> Iterator[tuple[Document, int, int]]:
    """Where each text of a piece stands that rests on no source, or on one too."""
    for leaf in entry.leaves:
        if not isinstance(leaf.marker, Words) or leaf.marker.theirs or (not sourced and _sourced(entry, leaf)):
            continue
        if entry.prose and leaf.loc[0] in entry.lines_of:
            first, last = entry.lines_of[str(leaf.loc[0])]
            starts = entry.prose.starts
            yield entry.prose, starts[first - 1], starts[last] if last < len(starts) else len(entry.prose.text)
        else:
            node = entry.document.node_at((*entry.loc, *leaf.loc))
            if isinstance(node, yaml.ScalarNode):  # what is not in the file has words of ours
                yield entry.document, *span(entry.document, node)
    if entry.kind.written and entry.prose:
        yield entry.prose, entry.prose.starts[entry.prose.body_line - 1], len(entry.prose.text)


def _sourced(entry: Entry, leaf: Leaf) -> bool:
    """Whether a text stands in something that rests on a source, and not on the edition itself alone."""
    value: Any = entry.model
    source: Sequence[str] = ()
    for part in leaf.loc:
        source = getattr(value, "source", source)
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return any(one != OWN for one in source)


def _said(document: Document, start: int, end: int, *, told: bool = False) -> Iterator[Stretch]:
    """A text without what is kept in it, and without sentences that tell what a source says, unless `told`."""
    text = document.text
    kept = [found.span() for found in KEPT.finditer(text, start, end)]
    kept += _code(document) if document.body else ()
    for mark in () if told else RESTS.finditer(text, start, end):
        before = text[start : mark.start()]
        behind = mark[0].endswith("]")  # such a mark stands behind its sentence
        begins = [found.end() for found in BEGIN.finditer(before.rstrip('.!?…"”’)*_]') if behind else before)]
        ends = None if behind else BEGIN.search(text, mark.end(), end)
        kept.append((start + (begins[-1] if begins else 0), mark.end() if behind else ends.start() if ends else end))
    at = start
    for begin, behind_it in sorted(kept):
        if at < begin <= end:
            yield Stretch(document.path, at, begin)
        at = max(at, behind_it)
    if at < end:
        yield Stretch(document.path, at, end)


@lru_cache(maxsize=500)
def _code(document: Document) -> tuple[tuple[int, int], ...]:
    """Where blocks of code stand in a file of Markdown."""
    lines = [*document.starts[document.body_line - 1 :], len(document.text) + 1]
    blocks = [one.map for one in PARSER.parse(document.body) if one.type in ("fence", "code_block") and one.map]
    return tuple((lines[first], lines[behind] - 1) for first, behind in blocks)
