"""Where texts still name what an edition leaves out: by what it is called, by the number of a phase, or in a count of phases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from handboek import dutch
from handboek.document import Document
from handboek.edition.own_words import BEGIN, Stretch, all_words
from handboek.finding import Finding
from handboek.handbook import Handbook, Key, Piece
from handboek.model.kind import Kind
from handboek.model.kinds import BY_TYPE
from handboek.patched import Patched, Spot
from handboek.resources import BASE
from handboek.wording import quoted, shown

NUMBERED = r"\d{1,3}(?:\s{0,2}(?:,|-|–|en|of|tot|tot en met|t/m)\s{0,2}\d{1,3})*"
"""A number, some of them, or a stretch: `2`, `3, 4 en 5`, `2 tot en met 4`."""
STRETCH = re.compile(r"(?<!\d)(\d{1,3})\s{0,2}(?:-|–|tot|tot en met|t/m)\s{0,2}(\d{1,3})")

PLURAL = ("s", "n", "en")
"""What a role of one word may end on where there are more of them."""


def mentions(
    book: Handbook, gone: Mapping[Key, Spot], documents: Mapping[str, Document], texts: Mapping[str, Patched]
) -> Iterator[Finding]:
    """One finding for each sentence that still names what is left out; `book` still has it, `documents` no more."""
    away = {key: book.pieces[key] for key in gone if _known(book.pieces[key].kind)}
    if not away:
        return
    names = _names(away.values(), book)
    for one in all_words(dict(documents)):
        text = texts[one.path]
        found: dict[tuple[int, int], list[tuple[int, str]]] = defaultdict(list)
        for _, at, words in chain(_called(names, text.text, one), _numbered(book, away, text.text, one)):
            found[_sentence(text.text, at, one)].append((at, words))
        for (begin, end), hits in found.items():
            yield _told(text, text.text[begin:end], sorted(hits))


def _sentence(text: str, at: int, one: Stretch) -> tuple[int, int]:
    """Where the sentence around a character begins and ends; of a table the row."""
    first, last = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    if text[first:at].lstrip().startswith("|"):
        return max(first, one.start), min(one.end, len(text) if last < 0 else last)
    begins = [found.end() for found in BEGIN.finditer(text, one.start, at)]
    ends = BEGIN.search(text, at, one.end)
    return (begins[-1] if begins else one.start), (ends.start() + 1 if ends else one.end)


def _told(text: Patched, sentence: str, hits: Sequence[tuple[int, str]]) -> Finding:
    at, words = hits[0]
    spot = text.spot(at)
    named = [*dict.fromkeys(" ".join(said.split()) for _, said in hits)]
    said = shown(TYPE.sub("", sentence), 120)
    where = "." if [said] == named else f", in “{said}”{'' if said.endswith(ENDS) else '.'}"
    own = spot.path.removeprefix(f"{BASE}/")
    how = "" if own == spot.path else f": `handboek edition change {own} {_typed(text.text, at, len(words))}`"
    what = f"Deze tekst noemt nog wat je weglaat: {quoted(named, 'en')}{where}"
    helps = f"Klopt dat niet meer? Schrijf het anders{how}."
    return Finding(spot.path, spot.line, spot.column, "uitgave", what, helps, "warning", width=len(words))


ENDS = (".", "!", "?", "…")
TYPE = re.compile(r"^\s*(?:[>|][-+]?\s+)?[\"']?|[\"']?\s*$")
"""What stands around a text in YAML and is not said."""
TYPED = re.compile(r"[^\W_](?:[^\W_]| (?=[^\W_]))*+")
"""Words that can be typed behind a command as they are."""


def _typed(text: str, at: int, width: int) -> str:
    """Words by which a sentence is found again: what it names, with the words around it where it is short."""
    line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text) + 1) - 1]
    here = at - text.rfind("\n", 0, at) - 1
    run = next((found for found in TYPED.finditer(line) if found.start() <= here < found.end()), None)
    if run is None or here + width > run.end():
        return " ".join(text[at : at + width].split())
    before, behind = line[run.start() : here].split(), line[here + width : run.end()].split()
    return " ".join([*before[-3:], line[here : here + width], *behind[:3]])


def _known(kind: Kind) -> bool:
    """Whether people speak of a piece of this kind by its name: those in practice and sources are named for themselves."""
    return kind.page and kind.exported and not kind.cited and not kind.practice


def _names(pieces: Iterable[Piece], book: Handbook) -> dict[str, Key]:
    """What is left out by its names. One word is the name of a phase or of a role; other pieces have names that are words too."""
    out = [*pieces]
    kept = {_folded(piece.title) for piece in book.pieces.values() if piece not in out}
    found: dict[str, Key] = {}
    for piece in out:
        for name in map(_folded, {piece.title, piece.data.name} if piece.kind.by_folder else {piece.title}):
            if piece.kind.by_folder or (" " in name and name not in kept):
                found.setdefault(name, piece.key)
            elif " " not in name and "aliases" in piece.kind.model.model_fields:
                found |= {form: piece.key for form in (name, *(f"{name}{end}" for end in PLURAL)) if form not in found}
    return found


Hit = tuple[Key, int, str]
"""What is named, where in the text, and by which words."""


def _called(names: Mapping[str, Key], text: str, one: Stretch) -> Iterator[Hit]:
    """Where a stretch of text says a name. That of a phase may be a verb as well: without a capital it counts where phases are spoken of."""
    said = _pattern(tuple(sorted(names, key=len, reverse=True))) if names else None
    for hit in said.finditer(text, one.start, one.end) if said else ():
        key = names[_folded(hit[0])]
        kind = BY_TYPE[key[0]]
        if (
            not kind.by_folder
            or " " in _folded(hit[0])
            or hit[0][0].isupper()
            or _speaks_of(kind, text[one.start : one.end])
        ):
            yield key, hit.start(), hit[0]


def _speaks_of(kind: Kind, text: str) -> bool:
    return bool(re.search(rf"\b(?:{kind.name}|{kind.plural})\b", text, re.IGNORECASE))


def _numbered(book: Handbook, away: Mapping[Key, Piece], text: str, one: Stretch) -> Iterator[Hit]:
    """Where a stretch of text names a phase that is gone by its number, or says of how many phases the base was."""
    phases = [piece for piece in away.values() if piece.kind.by_folder]
    for kind in {piece.kind.type: piece.kind for piece in phases}.values():
        there = {piece.data.number: piece.key for piece in phases if piece.kind is kind}
        said = re.compile(rf"\b(?:{kind.name}|{kind.plural})\s+({NUMBERED})\b", re.IGNORECASE)
        for hit in said.finditer(text, one.start, one.end):
            named = {int(number) for number in re.findall(r"\d+", hit[1])}
            for first, last in STRETCH.findall(hit[1]):
                named |= {*range(int(first), min(int(last), int(first) + 99))}
            yield from ((there[number], hit.start(), hit[0]) for number in sorted(named & there.keys()))
        many = len(book.of(kind.type))
        counted = re.compile(rf"\b(?:{many}|{dutch.number(many)})\s+{kind.plural}\b", re.IGNORECASE)
        for hit in counted.finditer(text, one.start, one.end):
            yield min(there.values()), hit.start(), hit[0]


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    said = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return re.compile(rf"(?<![\w-])(?:{said})(?![\w-])", re.IGNORECASE)


def _folded(words: str) -> str:
    return " ".join(words.lower().split())
