"""What a newer base brought, as a page to read at ease: the texts of each clash beside each other, and what changed elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest

from handboek.authoring import alone
from handboek.authoring.editions.report import CHOICE, Update
from handboek.document import Document
from handboek.edition.carry import Base
from handboek.edition.units import PARAGRAPH, Unit
from handboek.load import Documents
from handboek.resources import TEMPLATES

MOST = 30
"""So many texts of a piece are shown; of the rest only the number is told."""


@dataclass(frozen=True)
class Word:
    """A few words of a text, and whether the other text lacks them."""

    text: str
    differs: bool = False


Said = tuple[Word, ...]


@dataclass(frozen=True)
class Texts:
    """What a piece of the base said, and says now."""

    pairs: tuple[tuple[Said, Said], ...]
    more: int
    """How many there are that are not shown."""


def page(update: Update, old: Documents, new: Documents) -> str:
    """The page of an update, as HTML."""
    paths = {path for one in update.sections for path in one.changed}
    texts = {path: _texts(old, new, path, update.moved) for path in paths}
    return alone.page(TEMPLATES, "update.html", update=update, texts=texts, words=words, choice=CHOICE)


def _texts(old: Documents, new: Documents, path: str, moved: Mapping[str, str]) -> Texts:
    before, after = (_units(there[one]) for there, one in ((old, path), (new, moved.get(path, path))))
    gone = [unit for key, unit in before.items() if key not in after]
    come = [unit for key, unit in after.items() if key not in before]
    pairs = list(_paired(gone, come))
    return Texts(tuple(words(one, other) for one, other in pairs[:MOST]), max(0, len(pairs) - MOST))


def _units(document: Document) -> dict[tuple[str, str], Unit]:
    """What a piece says, each text once: the paragraphs of a text, and not that text too."""
    units = Base(document).units
    split = {unit.loc[:-2] for unit in units if PARAGRAPH in unit.loc}
    return {(unit.field, unit.folded): unit for unit in units if unit.loc not in split and isinstance(unit.value, str)}


def _paired(gone: list[Unit], come: list[Unit]) -> Iterator[tuple[str, str]]:
    """What went with what came in its field, in their order."""
    for field in dict.fromkeys(unit.field for unit in (*gone, *come)):
        texts = ([unit.text for unit in there if unit.field == field] for there in (gone, come))
        yield from zip_longest(*texts, fillvalue="")


def words(old: str, new: str) -> tuple[Said, Said]:
    """Two texts in words, with those marked that the other lacks."""
    ours, theirs = (re.findall(r"\S+|\s+", text) for text in (old, new))
    codes = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    return (
        tuple(Word("".join(ours[a:b]), how != "equal") for how, a, b, _, _ in codes if b > a),
        tuple(Word("".join(theirs[c:d]), how != "equal") for how, _, _, c, d in codes if d > c),
    )
