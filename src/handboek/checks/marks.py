"""The links, pictures, headings and code in a text of Markdown, each with the place where it stands."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal
from urllib.parse import unquote

from markdown_it import MarkdownIt, rules_inline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from handboek import markdown

SPECIAL = re.compile(r"[<\[*_`#\\&|~\n]")
"""What a text of one paragraph must hold to be more than words."""
HIDDEN = "\0"
"""What stands in `Text.bare` for each sign that is no running text."""


@dataclass(frozen=True)
class Mark:
    """One link, picture, heading or stretch of code, from `start` to `end` in the text."""

    kind: Literal["link", "image", "heading", "code"]
    start: int
    end: int
    words: str = ""
    """The address, or the heading's text."""
    text: str = ""
    """What a reader sees: the text of the link or heading, the alternative of the picture."""
    at: int = 0
    """Where its words begin."""
    level: int = 0
    """Of a heading."""
    title: str = ""
    """What stands between quotes behind the address."""


@dataclass(frozen=True)
class Block:
    """One block of the text, by its lines: the first, and the one behind the last (from 0)."""

    type: str
    first: int
    last: int
    markup: str = ""
    info: str = ""
    """What stands behind the opening of a stretch of code; the number of an item."""
    level: int = 0
    """In how many others it stands."""


@dataclass(frozen=True)
class Text:
    """A text of Markdown, taken apart."""

    source: str
    bare: str
    """The text with `HIDDEN` for each sign of an address, of code and behind a backslash; the places are the same."""
    starts: tuple[int, ...] = (0,)
    """Where each line begins."""
    marks: tuple[Mark, ...] = ()
    """In their order."""
    linked: tuple[tuple[tuple[str, Mark | None], ...], ...] = ()
    """Each stretch of running text that holds a link, in pieces, each with the link that it belongs to."""
    loose: tuple[int, ...] = ()
    """Where a star or underscore stands that marks nothing, and so stays to be seen."""
    paired: tuple[tuple[int, int], ...] = ()
    """Where emphasis begins and ends: the places of its signs, the inner ones."""
    blocks: tuple[Block, ...] = ()
    definitions: tuple[tuple[int, str, bool], ...] = ()
    """Each line `[name]: address "title"`: its number, its title, and whether a link uses it."""


class Parser(MarkdownIt):
    """A parser that sees every link, also an unsafe one, and leaves its address as it was typed."""

    def validateLink(self, url: str) -> bool:
        return True

    def normalizeLink(self, url: str) -> str:
        return url


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    """The rule of the parser, which also writes at its token where that stands."""

    def placed(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent and len(state.tokens) > first:
            if rule is rules_inline.emphasis.tokenize:  # a text for each of its signs
                for back in range(1, state.pos - start + 1):
                    state.tokens[-back].meta = {"span": (state.pos - back, state.pos - back + 1)}
            else:
                own = first + (state.tokens[first].type == "text")  # what was pending stands before it
                state.tokens[own].meta = {"span": (start, state.pos)}
        return found

    return placed


def _parser() -> MarkdownIt:
    made = markdown.parser(Parser)
    for name, rule in {
        "autolink": rules_inline.autolink,
        "backticks": rules_inline.backtick,
        "emphasis": rules_inline.emphasis.tokenize,
        "entity": rules_inline.entity,
        "escape": rules_inline.escape,
        "image": rules_inline.image,
        "link": rules_inline.link,
    }.items():
        made.inline.ruler.at(name, _placed(rule))
    made.inline.ruler2.disable("fragments_join")
    made.core.ruler.disable("text_join")
    return made


PARSER = _parser()


@lru_cache(maxsize=20_000)
def parsed(source: str, block: bool) -> Text:
    """A text, taken apart: as paragraphs where `block`, else as one line. Kept by what it says, whatever file it is in."""
    if not block and not SPECIAL.search(source):
        return Text(source, source)
    env: dict[str, Any] = {}
    tokens = PARSER.parse(source, env) if block else PARSER.parseInline(source, env)
    return _Taken(source, block, env).apart(tokens)


class _Taken:
    """A text while it is taken apart."""

    def __init__(self, source: str, block: bool, env: dict[str, Any]) -> None:
        self.source = source
        self.block = block
        self.rows = source.split("\n")
        self.starts = (0, *itertools.accumulate(len(row) + 1 for row in self.rows[:-1]))
        self.references: dict[str, Any] = env.get("references", {})
        self.again: list[Any] = env.get("duplicate_refs", [])
        self.defined = {one["href"]: one["map"] for one in reversed(self.references.values())}
        self.used: set[str] = set()
        self.marks: list[Mark] = []
        self.hidden: list[tuple[int, int]] = []
        self.loose: list[int] = []
        self.paired: list[tuple[int, int]] = []
        self.linked: list[tuple[tuple[str, Mark | None], ...]] = []
        self.ends: dict[int, int] = {}
        """In a row of a table: where the cell before ended, by its line."""

    def apart(self, tokens: list[Token]) -> Text:
        blocks: list[Block] = []
        for index, token in enumerate(tokens):
            first, last = token.map or (0, 0)
            if token.type == "inline":
                where = self._where(token.content, first)
                if index and tokens[index - 1].type == "heading_open":
                    level = int(tokens[index - 1].tag[1])
                    start, end = where(0), where(len(token.content))
                    text = token.content
                    self.marks.append(Mark("heading", start, end, text, text, start, level))
                self._inline(token.children or [], where)
            elif token.nesting >= 0 and token.map:
                blocks.append(Block(token.type, first, last, token.markup, token.info, token.level))
                if token.type in ("fence", "code_block"):
                    start, end = self.starts[first], self._end(last)
                    self.marks.append(Mark("code", start, end))
                    self.hidden.append((start, end))
        used = {label for label, one in self.references.items() if one["href"] in self.used}
        rows = [(one["map"][0], str(one["title"] or ""), label in used) for label, one in self.references.items()]
        rows += [(one["map"][0], str(one["title"] or ""), False) for one in self.again]
        self.hidden += [(self.starts[row], self._end(row + 1)) for row, _, _ in rows]
        return Text(
            self.source,
            self._bare(),
            self.starts,
            tuple(self.marks),
            tuple(self.linked),
            tuple(sorted(self.loose)),
            tuple(self.paired),
            tuple(blocks),
            tuple(sorted(rows)),
        )

    def _where(self, content: str, first: int) -> Callable[[int], int]:
        """Where in the source each place of the content of a block stands that begins on line `first`."""
        if not self.block:
            return lambda place: place
        begins, here = [0], []
        for number, row in enumerate(content.split("\n")):
            begins.append(begins[-1] + len(row) + 1)
            source = self.rows[first + number] if first + number < len(self.rows) else ""
            least = self.ends.get(first + number, 0)
            kept = row.strip()
            column = max(source.find(kept, least), 0) if kept else len(source)
            self.ends[first + number] = column + len(kept)
            lead = len(row) - len(row.lstrip())
            here.append(self.starts[min(first + number, len(self.starts) - 1)] + max(column - lead, 0))

        def where(place: int) -> int:
            line = min(bisect_right(begins, place) - 1, len(here) - 1)
            return min(here[line] + place - begins[line], len(self.source))

        return where

    def _inline(self, tokens: list[Token], where: Callable[[int], int]) -> None:
        link: Mark | None = None
        pieces: list[tuple[str, Mark | None]] = []
        opened: list[int] = []
        for index, token in enumerate(tokens):
            span = token.meta.get("span")
            start, end = (where(span[0]), where(span[1])) if span else (0, 0)
            if token.type == "link_open":
                link = self._address(token, (start, end), _label(tokens, index + 1))
                self.marks.append(link)
            elif token.type == "link_close":
                link = None
            elif token.type == "image":
                self.marks.append(self._address(token, (start, end), token.content))
                self._within(token.children or [], start)
            elif token.type == "code_inline":
                self.marks.append(Mark("code", start, end))
                self.hidden.append((start, end))
            elif token.type == "text_special":
                self.hidden.append((start, end))
            elif token.type in ("em_open", "strong_open"):
                opened.append(start)
            elif token.type in ("em_close", "strong_close") and opened:
                self.paired.append((opened.pop(), start))
            elif token.type == "text" and span and token.content:
                self.loose.append(start)
            if token.type in ("softbreak", "hardbreak"):
                pieces.append(("\n", link))
            elif token.content:
                pieces.append((token.content, link))
        if any(owner for _, owner in pieces):
            self.linked.append(tuple(pieces))

    def _within(self, tokens: list[Token], start: int) -> None:
        """The links in the words of a picture: their place is that of the picture."""
        for token in tokens:
            if token.type == "link_open":
                self.marks.append(Mark("link", start, start + 1, str(token.attrGet("href") or ""), "", start))
            elif token.type == "image":
                self.marks.append(Mark("image", start, start + 1, str(token.attrGet("src") or ""), "", start))
                self._within(token.children or [], start)

    def _address(self, token: Token, span: tuple[int, int], text: str) -> Mark:
        """A link or picture, with the place of its address; that may stand in a definition, elsewhere in the text."""
        start, end = span
        image = token.type == "image"
        address = str(token.attrGet("src" if image else "href") or "")
        title = str(token.attrGet("title") or "")
        at = self.source.rfind("](", start, end) + 2
        if token.info == "auto":
            at = start + 1
            self.hidden.append((start, end))
        elif at >= 2 and self.source.startswith(")", end - 1):
            self.hidden.append((at - 1, end))
            at += len(self.source[at:end]) - len(self.source[at:end].lstrip(" \n<"))
        else:
            self.used.add(address)
            named = self.source.rfind("][", start, end)
            self.hidden += [(named, end)] if named >= 0 else []
            first, last = self.defined.get(address, (0, 0))
            at = self.source.find(address, self.starts[first], self._end(last)) if last else start
        words = unquote(address) if image else address
        return Mark("image" if image else "link", start, end, words, text, max(at, 0), 0, title)

    def _end(self, row: int) -> int:
        return self.starts[row] - 1 if row < len(self.starts) else len(self.source)

    def _bare(self) -> str:
        parts, done = [], 0
        for start, end in sorted(self.hidden):
            if end > done:
                parts.append(self.source[done:start])
                covered = self.source[max(start, done) : end]
                parts.append("".join("\n" if sign == "\n" else HIDDEN for sign in covered))
                done = end
        return "".join([*parts, self.source[done:]])


def _label(tokens: list[Token], first: int) -> str:
    """The text of a link whose first token is `first`."""
    shown = []
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.type == "link_close":
            break
        shown.append(" " if token.type in ("softbreak", "hardbreak") else token.content)
    return "".join(shown).strip()
