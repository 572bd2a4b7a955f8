"""Make the file of a translation: each Dutch text with its place and hash, above room for what it says in the language."""

from __future__ import annotations

import sys
from pathlib import Path

from handboek.authoring import prompts
from handboek.authoring.edit import in_the_way, save, texts_of
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.resources import OWN
from handboek.system import transaction
from handboek.system.arguments import WrongUse
from handboek.translations import translatable, units

HEAD = """\
# Haal bij elke tekst het hekje voor `text` weg, en zet erachter wat er in het {dutch} staat. Het Nederlands staat erboven.
# Laat staan wat tussen haakjes staat, zoals {{dag}}. Wat je overslaat, staat op het papier in het Nederlands.
# Liever een PO-bestand? `handboek language out {language} {of}`.
of: {of}
language: {language}
texts:
"""


def new(root: Path) -> int:
    """Ask for a piece and a language, write the file and say what comes next; gives the exit code."""
    book = open_handbook(root)
    languages = book.of("language")
    if not languages:
        raise WrongUse("Er is nog geen taal. Zet er eerst een in phases/talen.yml.")
    print("Een nieuwe vertaling. Stop met Ctrl-C, dan is er niets veranderd.")
    language = prompts.one("In welke taal", [(one.slug, one.data.dutch) for one in languages])
    pieces = _without(book, language)
    if not pieces:
        print(f"Alles wat in een andere taal kan staan, is er al in `{language}`.")
        return 0
    address = prompts.one("Van welk stuk", [(one.address.strip("/"), one.title) for one in pieces])
    piece = next(one for one in pieces if one.address.strip("/") == address)
    path = f"{f'{OWN}/' if book.origin else ''}tools/languages/{language}/{piece.slug}.yml"
    if wrong := in_the_way(root, path):
        raise WrongUse(wrong)
    dutch = next(one.data.dutch for one in languages if one.slug == language)
    try:
        save(root, {path: file(piece, language, dutch)}, texts_of(book))
    except transaction.Refused as error:
        print(error, file=sys.stderr)
        return 1
    print(f"\nGemaakt: {path}")
    print(
        f"Vul de teksten in. `handboek check {path}` noemt wat er nog niet is; tot iemand haar nakeek, is het een concept."
    )
    return 0


def _without(book: Handbook, language: str) -> list[Piece]:
    """The pieces that can stand in a language and have no file in it yet: first what already stands in another."""
    there = {one.data.of for one in book.of("translation") if one.data.language == language}
    elsewhere = {one.data.of for one in book.of("translation")}
    pieces = [one for one in book.offered.pieces.values() if translatable(one)]
    free = [one for one in pieces if one.address.strip("/") not in there]
    return sorted(free, key=lambda one: one.address.strip("/") not in elsewhere)


def file(piece: Piece, language: str, dutch: str) -> str:
    """The file of a translation in which nothing is translated yet; `dutch` is what the language is called."""
    of = piece.address.strip("/")
    rows = []
    for unit in units(piece.entry):
        said = "\n".join(f"    # {line}".rstrip() for line in unit.text.split("\n"))
        rows.append(f"  - at: {unit.at}\n    dutch: {unit.hash}\n{said}\n    # text:\n")
    return HEAD.format(dutch=dutch, language=language, of=of) + "".join(rows)
