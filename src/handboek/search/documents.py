"""What the search looks through: one document for each piece, hand-written page and list, and words that mean the same.

The site gets an index that is made of these (`parts`).
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from handboek import hours
from handboek.handbook import Handbook, Piece
from handboek.headings import Headings
from handboek.markdown import PARSER, plain
from handboek.model.kinds import KINDS
from handboek.model.lists import ListPage, lost
from handboek.model.macros import MACROS
from handboek.model.text import BLANK, Words
from handboek.render.renderer import Renderer
from handboek.search.places import Part, placed
from handboek.translations import translatable, translations_of

FILL = "invullen"
"""Where on the page of a tool its fields begin."""

PAGE = "zoeken"
"""The folder of the search page, which does not find itself."""

LIST = "list"
"""The kind of a document that is no piece."""
OF_KIND = 0.5
"""How much the list of a kind counts: who searches wants one of its pieces."""

TOOL = "tool"
"""The kind of a document that is filled in on the page itself."""
NUMBER = "number"
"""The kind of piece that stands as a row on a page with all of them."""

KIND_NAMES = {kind.type: (kind.name, kind.plural) for kind in KINDS if kind.exported or kind.type == NUMBER} | {
    LIST: ("overzicht", "overzichten"),
    TOOL: ("hulpmiddel", "hulpmiddelen"),
}
"""What one and several of a kind are called."""

NAMES = ("aliases", "synonyms", "everyday")
"""The fields of a model with what else people call a piece."""

ELSEWHERE = ("words", "excel", "indexed")
"""The fields whose words are not on the page: what a method calls things, what stands in a file beside it, and in a book's index."""

LETTERS = ("Lu", "Ll", "Lt", "Lo", "Nd")
"""What of a text is a letter or a digit; those that stand above the line are not."""

MACRO = re.compile(r"\{\{(?:(?!\{\{).)*?\}\}", re.DOTALL)
CALL = re.compile(r"""\{\{ *+(\w{1,20})\( *+["']?([a-z0-9-]{0,100})["']? *+\) *+\}\}""")


Blocks = tuple[tuple[str, ...], tuple[str, ...], tuple[Part, ...]]
"""Headings, lines and parts of a page, as a `Document` holds them."""


@dataclass(frozen=True)
class Document:
    """What the search knows of a piece."""

    kind: str
    title: str
    address: str
    phases: tuple[int, ...]
    """The numbers of the phases that use it."""
    weight: float
    summary: str
    names: tuple[str, ...]
    """What else people call it."""
    wants: tuple[str, ...]
    """What people want who are helped by it, in their words."""
    heads: tuple[str, ...]
    text: tuple[str, ...]
    """Its lines, in order."""
    parts: tuple[Part, ...] = ()


def data(renderer: Renderer) -> dict[str, Any]:
    """All that the search needs."""
    listed, handbook = renderer.handbook.lists, renderer.offered
    wants = _wants(handbook)
    found = [_document(renderer, piece, wants) for piece in handbook.pieces.values() if piece.kind.exported]
    tools = {piece.slug: piece for piece in handbook.pieces.values() if piece.kind.on_screen}
    found += [
        _tool(tools[folder], wants[folder]) if folder in tools else _list(folder, about, wants[folder])
        for folder, about in listed.items()
        if folder != PAGE
    ]
    found += [_number(piece, page) for page in _with_numbers(handbook)[:1] for piece in handbook.of(NUMBER)]
    return {
        "documents": _typed([asdict(document) for document in found]),
        "synonyms": synonyms(handbook),
        "voices": [
            {"said": _typed(group.data.voice), "at": [f"{folder}/" for folder in group.data.at]}
            for group in handbook.of("words")
            if group.data.voice
        ],
        "kinds": KIND_NAMES,
        "called": {kind.type: kind.asked for kind in KINDS if kind.asked},
        "ways": [(f"{folder}/", title) for folder, title in lost(listed)],
        "phases": {phase.data.number: phase.data.name for phase in handbook.of("phase")},
        "tries": handbook.method.words.searches,
        "somebody": handbook.method.words.people.one,
    }


def _document(renderer: Renderer, piece: Piece, wants: Mapping[str, tuple[str, ...]]) -> Document:
    handbook = renderer.offered
    heads, text, parts = _prose(handbook, piece) if piece.kind.written else ((), *_placed(renderer, piece))
    numbers = (phase.data.number for phase in handbook.some("phase", piece.phases))
    above = tuple(_in_languages(renderer.handbook, piece))
    names = [piece.slug.replace("-", " ")] if piece.kind.page else []
    names += named(piece)
    return Document(
        piece.type,
        plain(piece.title),
        piece.address,
        tuple(numbers),
        piece.kind.weight,
        plain(piece.summary),
        tuple(names),
        wants[piece.address.strip("/")],
        heads,
        (*above, *text),
        tuple((len(above) + first, anchor, heading) for first, anchor, heading in parts),
    )


def _in_languages(whole: Handbook, piece: Piece) -> Iterator[str]:
    """In which languages its page offers a piece, as the page says it: what a translation says is found once somebody read it."""
    there = translations_of(whole, piece) if translatable(piece) else ()
    for state, found in groupby(there, lambda one: one.unreviewed):
        yield f"In een andere taal{', in concept' if state else ''}: {', '.join(one.language.dutch for one in found)}"


def named(piece: Piece) -> tuple[str, ...]:
    """What else people call a piece."""
    return tuple(name for field in NAMES for name in getattr(piece.data, field, ()))


def _tool(piece: Piece, wants: tuple[str, ...]) -> Document:
    title, summary = plain(piece.title), plain(piece.summary)
    return Document(
        TOOL,
        title,
        f"{piece.slug}/",
        (),
        piece.kind.weight,
        summary,
        named(piece),
        wants,
        (),
        _lines(piece),
        ((-1, FILL, ""),),
    )


def _number(piece: Piece, page: Piece) -> Document:
    number = piece.data
    title = number.name if number.number in number.name else f"{number.name}: {number.number}"
    address, text = f"{page.address}#{number.anchor}", (number.open, number.cost)
    return Document(NUMBER, title, address, (), piece.kind.weight, number.what, named(piece), (), (), text)


def _with_numbers(handbook: Handbook) -> list[Piece]:
    """The pages with a table of all telephone numbers."""
    pages = (piece for piece in handbook.pieces.values() if piece.kind.written)
    return [page for page in pages if any(call[1] == "nummers" for call in CALL.finditer(page.entry.document.body))]


def place(handbook: Handbook, piece: Piece) -> str:
    """The address at which the search finds a piece."""
    if piece.type == NUMBER:
        return next((f"{page.address}#{piece.data.anchor}" for page in _with_numbers(handbook)), piece.address)
    return f"{piece.slug}/" if piece.kind.on_screen else piece.address


def _list(folder: str, about: ListPage, wants: tuple[str, ...]) -> Document:
    return Document(
        LIST, about.title, f"{folder}/", (), 1 if about.about else OF_KIND, about.summary, (), wants, (), ()
    )


def _placed(renderer: Renderer, piece: Piece) -> tuple[tuple[str, ...], tuple[Part, ...]]:
    """The lines of a piece and where on its page they stand."""
    lines = _lines(piece)
    return placed(renderer.body(piece).html, lines) if piece.kind.page else (lines, ())


def _lines(piece: Piece) -> tuple[str, ...]:
    """Every text of a piece that has no field of its own."""
    lines: list[str] = []
    apart = {piece.kind.title_from, piece.kind.summary_from, *NAMES, *ELSEWHERE}
    for leaf in piece.leaves():
        if isinstance(leaf.marker, Words) and leaf.loc[0] not in apart:
            text = BLANK.sub("…", leaf.value)
            lines += _blocks(text)[1] if leaf.marker.block else [plain(text)]
    return tuple(lines)


def _prose(handbook: Handbook, piece: Piece) -> Blocks:
    return _blocks(MACRO.sub(lambda macro: _called(handbook, macro[0]), piece.entry.document.body))


def headings(piece: Piece) -> tuple[str, ...]:
    """The headings that somebody wrote in a piece."""
    return _blocks(piece.entry.document.body)[0] if piece.kind.written else ()


def _called(handbook: Handbook, macro: str) -> str:
    """What a call on a page by hand reads as: a number, a figure, or what its piece is called.

    A checklist, a table of hours and a picture are left out: what they say is found where it stands.
    """
    call = CALL.fullmatch(macro)
    name, slug = call.groups() if call else ("", "")
    if name == "nummers":
        numbers = (piece.data for piece in handbook.of("number"))
        return " ".join(f"{number.name} {number.number}: {number.what}" for number in numbers)
    if name == "getal":
        with suppress(ValueError):  # a preview is built with errors too
            return hours.figure(handbook, slug)
    piece = handbook.get(MACROS.get(name, ""), slug) if name != "checklist" else None
    return "" if piece is None else str(getattr(piece.data, "number", piece.title))


def _blocks(markdown: str) -> Blocks:
    """The headings and the other lines of a text of paragraphs, and which line is the first below which heading."""
    heads: list[str] = []
    lines: list[str] = []
    parts: list[Part] = []
    headings = Headings()
    tokens = PARSER.parse(markdown)
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.type == "inline" and before and before.type == "heading_open":
            heads.append(plain(token.content))
            level = int(before.tag[1:])
            found = headings.add(level, heads[-1])
            if level > 1:
                parts.append((len(lines), found, heads[-1]))
        elif token.type == "inline":
            lines += filter(None, [plain(token.content)])
        elif token.type in ("fence", "code_block"):
            lines += filter(None, token.content.splitlines())
    return tuple(heads), tuple(lines), tuple(parts)


def _typed(value: Any) -> Any:
    """The same with each text as somebody would type it: `fold` in the browser's script does so with what is asked."""
    if isinstance(value, dict):
        return {key: _typed(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_typed(inner) for inner in value]
    return typed(value) if isinstance(value, str) else value


def typed(text: str) -> str:
    """A text without signs inside a word that nobody sees, and with letters that one can type: `ij` for `ĳ`, `f` for `ｆ`.

    What is no letter or digit stays: `m²` and `…` read as they are.
    """
    if text.isascii():
        return text
    seen = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return "".join(
        unicodedata.normalize("NFKC", sign) if unicodedata.category(sign) in LETTERS else sign
        for sign in unicodedata.normalize("NFC", seen)
    )


def _wants(handbook: Handbook) -> dict[str, tuple[str, ...]]:
    """What people want, by the address of what helps: from the ways in on the home page, the goals and the search words."""
    found: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for way in handbook.method.ways:
        found[way.at] += (way.want,)
    for goal in handbook.of("goal"):
        for address in goal.data.at:
            found[address] += (goal.data.want,)
    for words in handbook.of("words"):
        for address in words.data.at:
            found[address] += words.data.everyday
    return found


def synonyms(handbook: Handbook) -> list[dict[str, Any]]:
    """Words that lead to other words: what people say leads to the term, never the other way round.

    `absent` says that the handbook has no answer to what people say, and leads to what comes nearest.
    """
    groups = [([term.data.term, *term.data.synonyms], term.data.everyday, None) for term in handbook.of("term")]
    groups += [
        (list(group.words), group.everyday, group.absent)
        for group in (one.data for one in handbook.of("words"))
        if group.words or group.absent
    ]
    found = [
        {"from": [*([] if absent else same), *everyday], "to": same} | ({"absent": absent} if absent else {})
        for same, everyday, absent in groups
    ]
    return list(_typed(found))
