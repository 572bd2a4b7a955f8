"""A piece in another language: which texts it has, what stands for each, and the Dutch piece with those in their places.

A text is found by its place and by the hash of the Dutch text that it stands for. So a paragraph that is inserted moves
the others without making one of them stale, and a sentence that changes makes stale what stood for it, and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Literal

from handboek.blocks import Block, blocks
from handboek.document import Loc
from handboek.entry import Entry
from handboek.handbook import Handbook, Piece
from handboek.model.text import Words, digest
from handboek.model.translation import NEDERLANDS, Language, Translated, Translation

CONCEPT = "Concept van een vertaling: geef het alleen met het Nederlands."
"""What a worker may do with a translation that nobody has read; the same on pages, on paper and in what is printed from a page."""
LABEL = "blanks.label"
"""What is to be filled in: who does that reads Dutch, so the Dutch stands behind it between brackets."""
BODY = "body"
"""The place of the text below the data of a page that is written by hand."""
MARK = re.compile(r"(?<![\s\d#])\s*+(?:[-*+]|\d++[.)]|#++)\s++")
"""The sign of a list or a heading, with which a block begins."""

How = Literal["stale", "missing", "legal", "concept"]
SIGNS: Mapping[How, tuple[str, str]] = {
    "missing": ("\ue010", "\ue011"),
    "stale": ("", "\ue012"),
    "legal": ("", "\ue013"),
    "concept": ("", "\ue014"),
}
"""What stands around a text for what there is to say of it, until it is HTML: signs that nobody types."""
ANY_SIGN = re.compile("[\ue010-\ue014]")


@dataclass(frozen=True)
class Unit:
    """A Dutch text that can stand in another language by itself."""

    at: str
    """Its place, as files name it: `blanks.0.label`, or `body.2` for the second block of a text."""
    loc: Loc
    """The way to the value that holds it."""
    text: str
    dutch: str
    """The same before an edition put words of its own in it."""
    block: Block | None = None
    """Where it stands in a text of paragraphs."""

    @property
    def field(self) -> str:
        """Its place without numbers: what may move within it."""
        return field_of(self.at)

    @property
    def hash(self) -> str:
        return digest(self.dutch)


@dataclass(frozen=True)
class Match:
    """A Dutch text with what stands for it: nothing where it is missing."""

    unit: Unit
    given: Translated | None = None

    @property
    def stale(self) -> bool:
        """Whether the Dutch changed since."""
        return self.given is not None and self.given.dutch != self.unit.hash


def translatable(piece: Piece) -> bool:
    """Whether a piece can stand in another language: a sheet can where it is for somebody outside."""
    sheet = getattr(piece.data, "sheet", None)
    return bool(piece.kind.translated) and (sheet is None or getattr(sheet, "addressed", False))


@lru_cache(maxsize=2_000)
def units(entry: Entry) -> tuple[Unit, ...]:
    """The texts of a piece that can stand in another language, in order."""
    return tuple(_units(entry))


def _units(entry: Entry) -> Iterator[Unit]:
    was = entry.document.reworded_from
    for leaf in entry.leaves:
        if not isinstance(leaf.marker, Words) or leaf.loc[0] not in entry.kind.translated:
            continue
        at = ".".join(map(str, leaf.loc))
        dutch = was.value((*entry.loc, *leaf.loc)) if was else None
        dutch = dutch if isinstance(dutch, str) else leaf.value  # what is in no file has words of ours
        if leaf.marker.block:
            yield from _blocks(at, leaf.loc, leaf.value, dutch)
        else:
            yield Unit(at, leaf.loc, leaf.value, dutch)
    if entry.kind.written:
        yield from _blocks(BODY, (BODY,), entry.document.body, was.body if was else entry.document.body)


def _blocks(at: str, loc: Loc, text: str, dutch: str) -> Iterator[Unit]:
    for number, (block, before) in enumerate(zip(blocks(text), blocks(dutch), strict=True), 1):
        yield Unit(f"{at}.{number}", loc, block.text, before.text, block)


def matched(piece: Piece, translation: Translation) -> tuple[Match, ...]:
    """Each text of a piece with what stands for it: at the same place, at another of its field, or an older one at its place."""
    left = {one.at: one for one in translation.given}
    found: dict[str, Translated] = {}

    def take(fits: Callable[[Unit, Translated], bool]) -> None:
        for unit in units(piece.entry):
            if unit.at not in found:
                best = next((one for one in left.values() if fits(unit, one)), None)
                if best:
                    found[unit.at] = left.pop(best.at)

    take(lambda unit, one: one.at == unit.at and one.dutch == unit.hash)
    take(lambda unit, one: field_of(one.at) == unit.field and one.dutch == unit.hash)
    take(lambda unit, one: one.at == unit.at)
    return tuple(Match(unit, found.get(unit.at)) for unit in units(piece.entry))


def left_over(piece: Piece, translation: Translation) -> tuple[Translated, ...]:
    """The texts that stand for nothing in the piece any more."""
    used = {match.given.at for match in matched(piece, translation) if match.given}
    return tuple(one for one in translation.given if one.at not in used)


def field_of(at: str) -> str:
    """A place without its numbers."""
    return ".".join(part for part in at.split(".") if not part.isdigit())


def translations_of(handbook: Handbook, piece: Piece) -> tuple[Piece, ...]:
    """The translations of a piece, in the order of the languages."""
    there = {one.data.language: one for one in handbook.citing(piece.key, "translation") if stands(one)}
    return tuple(there[language.slug] for language in handbook.of("language") if language.slug in there)


def by_language(handbook: Handbook) -> dict[Language, list[Piece]]:
    """All translations that may be read through, by language, in the order of the Dutch pieces."""
    order = {key: number for number, key in enumerate(handbook.pieces)}
    there = [one for one in handbook.of("translation") if stands(one) and not one.withdrawn and one.of]
    there.sort(key=lambda one: order[one.of.key] if one.of else 0)
    found = {one.data: [piece for piece in there if piece.data.language == one.slug] for one in handbook.of("language")}
    return {language: pieces for language, pieces in found.items() if pieces}


def further(handbook: Handbook, piece: Piece, language: str = "") -> Piece | None:
    """Where who gets a piece reads on, in the same language where that is there."""
    read_on = getattr(piece.data, "read_on", None)
    to = handbook.offered.at(read_on) if read_on else None
    there = translations_of(handbook, to) if to and language else ()
    return next((one for one in there if one.language.id == language), to)


@dataclass(frozen=True)
class Tongue:
    """What a sheet says in one of the languages that stand on it."""

    language: Language
    sheet: Any
    translation: Piece | None = None
    """Nothing for the Dutch itself."""

    @property
    def state(self) -> str:
        """What a worker must know of it: that nobody has read it, or that the Dutch says something else by now."""
        one = self.translation
        if one is None or one.of is None:
            return ""
        if one.unreviewed:
            return "concept"
        return "verouderd" if {"stale", "missing"}.intersection(said_of(one.of, one.data)) else ""


def tongues(handbook: Handbook, piece: Piece, only: Piece | None = None) -> tuple[Tongue, ...]:
    """The sheet of a piece in Dutch and then in each language that it stands in, or in that of one translation `only`."""
    there = (only,) if only else translations_of(handbook, piece)
    others = (Tongue(one.language, in_language(piece, one.data).data.sheet, one) for one in there)
    return (Tongue(NEDERLANDS, piece.data.sheet), *others)


def said_in(handbook: Handbook, piece: Piece) -> list[str]:
    """What its translations say, also those that nobody has read: what a sheet changes with that shows them."""
    models = (entry.model for entry in handbook.entries if entry.kind.type == "translation")
    of = piece.address.strip("/")
    return sorted(one.model_dump_json() for one in models if isinstance(one, Translation) and one.of == of)


def stands(translation: Piece) -> bool:
    """Whether its piece, its language and any text of it are there: else there is no page of it, and the check says why."""
    return bool(translation.of and translatable(translation.of) and translation.language and translation.data.given)


def told(piece: Piece, translation: Translation) -> Iterator[tuple[Match, tuple[How, ...]]]:
    """Its texts, each with what there is to say of it: a state of its own only where the whole is further."""
    further = {translation.state_of(one) for one in translation.given} != {"concept"}
    for match in matched(piece, translation):
        if match.given is None:
            yield match, ("missing",)
            continue
        said: tuple[tuple[How, bool], ...] = (
            ("legal", match.given.legal),
            ("stale", match.stale),
            ("concept", further and translation.state_of(match.given) == "concept"),
        )
        yield match, tuple(name for name, so in said if so)


def said_of(piece: Piece, translation: Translation) -> tuple[How, ...]:
    """All that there is to say of any of its texts, once."""
    found = {name for _, said in told(piece, translation) for name in said}
    return tuple(name for name in SIGNS if name in found)


def in_language(piece: Piece, translation: Translation) -> Piece:
    """The piece with the texts of another language in their places, and signs around those of which there is something to say.

    What is missing stays in Dutch. `render.languages.shown` makes HTML of the signs.
    """
    data, body = piece.data, piece.entry.document.body
    texts: dict[Loc, list[tuple[Unit, str]]] = {}
    for match, names in told(piece, translation):
        said = _signed(match.given.text if match.given else match.unit.text, names)
        if match.given and match.unit.field == LABEL:
            said += f" ({match.unit.text.join(SIGNS['missing'])})"
        texts.setdefault(match.unit.loc, []).append((match.unit, said))
    for loc, found in texts.items():
        if piece.kind.written and loc == (BODY,):
            body = _spliced(body, found)
        elif found[0][0].block:
            data = _with(data, loc, _spliced(_at(data, loc), found))
        else:
            data = _with(data, loc, found[0][1])
    entry = replace(piece.entry, model=data, document=replace(piece.entry.document, body=body))
    return replace(piece, entry=entry, data=data)


def _signed(text: str, names: tuple[How, ...]) -> str:
    """A text with the signs of what there is to say of it: inside the stars of a line that is bold as a whole."""
    if not names:
        return text
    head, said, end = parted(text)
    before, behind = ("".join(SIGNS[name][side] for name in names) for side in (0, 1))
    return f"{head}{before}{said}{behind}{end}"


def parted(text: str) -> tuple[str, str, str]:
    """A block as the sign of its list or heading, what it says, and the stars that close words in bold."""
    sign = MARK.match(text)
    start = sign.end() if sign else 0
    end = max(start, len(text.rstrip().rstrip("*")))
    return text[:start], text[start:end], text[end:]


def _spliced(text: str, found: list[tuple[Unit, str]]) -> str:
    for unit, said in reversed(found):
        assert unit.block
        text = text[: unit.block.start] + said + text[unit.block.end :]
    return text


def _at(value: Any, loc: Loc) -> str:
    for part in loc:
        value = value[part] if isinstance(part, int) else getattr(value, part)
    return str(value)


def _with(value: Any, loc: Loc, text: str) -> Any:
    """The same value with another text at a place in it."""
    if not loc:
        return text
    part, rest = loc[0], loc[1:]
    if isinstance(part, int):
        return (*value[:part], _with(value[part], rest, text), *value[part + 1 :])
    return value.model_copy(update={part: _with(getattr(value, part), rest, text)})
