"""Translations that go out to who speaks a language, and come back: as PO files, and as what the page *Help nakijken* makes.

A PO file is transport. What is kept of a text, its hash and its reviews, stays in our own file: a text that comes back as
it went keeps its state, one that changed is concept again.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib  # type: ignore[import-untyped]
from pydantic import ValidationError

from handboek.authoring.edit import save, texts_of
from handboek.authoring.editions import translate
from handboek.authoring.new import written
from handboek.blocks import blocks
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.model.kinds import BY_TYPE
from handboek.model.text import digest
from handboek.model.translation import Record, Review, Translated, Translation
from handboek.parse import parse
from handboek.privacy import BY_CODE
from handboek.resources import OWN
from handboek.system import transaction
from handboek.system.arguments import WrongUse
from handboek.translations import Unit, field_of, matched, translatable, units
from handboek.wording import nearest, shown

LEGAL = "juridisch"
"""The first line of a comment to a text that explains the law."""
NOTE = "nakijken: "
"""How a comment for who reads it begins."""
OF = "X-Stuk"
"""The field of a PO file that says of which piece it is."""
OTHER = "00000000"
"""The hash of a Dutch text that nobody knows any more."""


@dataclass
class Taken:
    """What came in for one piece."""

    texts: dict[str, Translated] = field(default_factory=dict)
    """By the place of the text that each stands for."""
    said: list[str] = field(default_factory=list)
    """What could not be taken in, in Dutch."""


def take_out(root: Path, what: Sequence[str], folder: Path) -> int:
    """Write a PO file in a language for each of these pieces (its code, then addresses; without these all that it has).

    Gives the exit code.
    """
    book = open_handbook(root)
    language, *addresses = what
    _known(book, language)
    pieces = [_piece(book, address) for address in addresses] or [
        one for one in book.offered.pieces.values() if _translation(book, one, language)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    for piece in pieces:
        file = folder / f"{piece.address.strip('/').replace('/', '--')}.{language}.po"
        _po(piece, _translation(book, piece, language), language).save(str(file))
        print(file)
    if not pieces:
        print(f"In `{language}` is nog niets. Noem een stuk: `handboek language out {language} berichten/…`.")
    return 0


def take_in(root: Path, files: Sequence[str], _: Path) -> int:
    """Take in PO files, and records of what somebody read through; gives the exit code. Writes all or nothing."""
    book = open_handbook(root)
    made: dict[str, str] = {}
    said: list[str] = []
    for file in map(Path, files):
        path, text, notes = _po_in(book, file) if file.suffix == ".po" else _record_in(book, file)
        if text:
            made[path] = text
        else:
            notes.append(f"dit staat al zo in de basis; `{path}` is niet veranderd.")
        said += [f"{file.name}: {note}" for note in notes]
    there = {path: one.text for path, one in book.origin.files.items()} if book.origin else texts_of(book)
    try:
        save(root, made, there)
    except transaction.Refused as error:
        print(error, file=sys.stderr)
        return 1
    for path in sorted(made):
        print(f"  opgenomen: {path}")
    print("\n".join(said))
    return 0


def _known(book: Handbook, language: str) -> None:
    known = [one.slug for one in book.of("language")]
    if language not in known:
        meant = nearest(language, known)
        raise WrongUse(
            f"De taal `{language}` staat niet in {f'{OWN}/' if book.origin else ''}phases/talen.yml."
            + (f" Bedoelde je `{meant}`?" if meant else "")
        )


def _piece(book: Handbook, address: str) -> Piece:
    piece = book.at(address)
    if not piece or not translatable(piece):
        kinds = ", ".join(kind.plural for kind in BY_TYPE.values() if kind.translated)
        raise WrongUse(
            f"Op `{shown(address, 80)}` staat niets wat vertaald kan worden. Noem het adres van een stuk: dat kan bij {kinds}."
        )
    return piece


def _translation(book: Handbook, piece: Piece, language: str) -> Translation | None:
    of = piece.address.strip("/")
    found = (one.data for one in book.of("translation") if (one.data.of, one.data.language) == (of, language))
    return next(found, None)


def _there(piece: Piece, translation: Translation) -> list[Translated]:
    """Its texts, each with the place of the Dutch text that it stands for now."""
    found = ((match.unit, match.given) for match in matched(piece, translation))
    return [given.model_copy(update={"at": unit.at}) for unit, given in found if given]


def _empty(piece: Piece, language: str) -> Translation:
    return Translation.model_construct(of=piece.address.strip("/"), language=language, texts=(), reviews=())


def _po(piece: Piece, translation: Translation | None, language: str) -> Any:
    """The PO file of a piece: each text with its place, and what stands for it."""
    po = polib.POFile(wrapwidth=100)
    po.metadata = {
        "Language": language,
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        OF: piece.address.strip("/"),
    }
    translation = translation or _empty(piece, language)
    for match in matched(piece, translation):
        given = match.given
        po.append(
            polib.POEntry(
                msgctxt=match.unit.at,
                msgid=match.unit.text,
                msgstr=given.text if given else "",
                tcomment=_comment(given) if given else "",
                comment=f"stand: {'verouderd' if match.stale else translation.state_of(given)}" if given else "",
                flags=["fuzzy"] if match.stale else [],
            )
        )
    return po


def _comment(given: Translated) -> str:
    return "\n".join([LEGAL] * given.legal + [f"{NOTE}{given.note}"] * bool(given.note))


def _po_in(book: Handbook, file: Path) -> tuple[str, str, list[str]]:
    """The file that comes of a PO file: its path, its text, and what could not be taken in."""
    try:
        po = polib.pofile(str(file), encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise WrongUse(f"{file} is niet te lezen als PO-bestand: {error}") from error
    language = po.metadata.get("Language", "")
    _known(book, language)
    address = po.metadata.get(OF) or file.name.partition(".")[0].replace("--", "/")
    piece = _piece(book, address)
    before = _translation(book, piece, language)
    taken = Taken({one.at: one for one in _there(piece, before)} if before else {})
    left = {unit.at: unit for unit in units(piece.entry)}
    for entry in po:
        if entry.obsolete or not entry.msgstr.strip():
            continue
        for said in _pairs(entry, taken):
            _take(entry, said, left, taken)
    return _file(book, piece, language, taken, before.reviews if before else ())


@dataclass(frozen=True)
class _Pair:
    """A Dutch text as it is in the file, as it was when somebody wrote the other, and that other."""

    now: str
    was: str
    text: str


def _pairs(entry: Any, taken: Taken) -> Iterator[_Pair]:
    """What stands for what in an entry: paragraph by paragraph, point by point."""
    was = entry.previous_msgid if "fuzzy" in entry.flags and entry.previous_msgid else entry.msgid
    texts, befores, nows = ([one.text for one in blocks(text)] or [text] for text in (entry.msgstr, was, entry.msgid))
    if len(texts) != len(befores):
        taken.said.append(
            f"bij `{entry.msgctxt}` staan in het Nederlands {len(befores)} alinea's of punten en in de vertaling "
            f"{len(texts)}; deze tekst is overgeslagen."
        )
        return
    nows = nows if len(nows) == len(texts) else befores
    for now, before, text in zip(nows, befores, texts, strict=True):
        yield _Pair(now, before, text.strip())


def _take(entry: Any, said: _Pair, left: dict[str, Unit], taken: Taken) -> None:
    fuzzy = "fuzzy" in entry.flags
    there = [
        unit
        for unit in left.values()
        if digest(unit.text) == digest(said.now) and unit.field == field_of(entry.msgctxt or "")
    ]
    unit = next((unit for unit in there if unit.at == entry.msgctxt), next(iter(there), left.get(entry.msgctxt)))
    if unit is None:
        taken.said.append(f"`{entry.msgctxt}` hoort nergens meer bij: {shown(said.now, 60)}")
        return
    del left[unit.at]
    before = taken.texts.get(unit.at)
    if fuzzy and before and before.text == said.text:
        return  # it comes back as it went
    if fuzzy and not entry.previous_msgid:
        hash_ = before.dutch if before else OTHER
    else:  # what goes out has the words of an edition in it; the base's own say which text it is
        hash_ = unit.hash if digest(said.was) == digest(unit.text) else digest(said.was)
    legal, note = _commented(entry.tcomment)
    taken.texts[unit.at] = Translated(at=unit.at, dutch=hash_, text=said.text, legal=legal, note=note or None)


def _commented(comment: str) -> tuple[bool, str]:
    """Whether a text explains the law, and what its reader must know."""
    lines = " ".join(comment.split("\n")).strip()
    legal = bool(re.match(rf"{LEGAL}\b", lines))
    note = re.sub(rf"^{LEGAL}\b[ ,;:]*", "", lines).removeprefix(NOTE.strip()).strip()
    return legal, note


def _record_in(book: Handbook, file: Path) -> tuple[str, str, list[str]]:
    """The same of a record of the page *Help nakijken*."""
    try:
        content = file.read_bytes()
        record = Record.model_validate(parse(file.name, content).data)
    except OSError as error:
        raise WrongUse(f"{file} is niet te openen.") from error
    except ValidationError as error:
        fields = ", ".join(".".join(map(str, one["loc"])) for one in error.errors()[:4])
        raise WrongUse(f"{file} is geen verslag van *Help nakijken*: kijk naar {fields}.") from error
    if BY_CODE["persoonsnaam"].find(record.organisation):
        raise WrongUse(f"{file}: bij `organisation` staat een naam van een mens. Noem alleen de organisatie.")
    _known(book, record.language)
    piece = _piece(book, record.of)
    before = _translation(book, piece, record.language)
    if before is None:
        raise WrongUse(f"Van `{record.of}` is er geen vertaling in `{record.language}`.")
    taken = Taken()
    better = {one.at: one for one in record.better}
    covers = []
    for match in matched(piece, before):
        if match.given is None:
            continue
        given = match.given.model_copy(update={"at": match.unit.at})
        said = better.pop(match.unit.at, None)
        if said and said.dutch == match.unit.hash:
            given = given.model_copy(update={"text": said.text, "dutch": said.dutch})
        if said or (given.hash in record.right and not match.stale):
            covers.append(given.hash)
        taken.texts[match.unit.at] = given
    taken.said += [f"bij `{at}` is de Nederlandse tekst intussen anders; overgeslagen." for at in better]
    if not covers:
        raise WrongUse(f"{file}: geen van de teksten staat er nog zoals ze zijn nagekeken. Er is niets veranderd.")
    review = Review(what=record.what, organisation=record.organisation, date=record.date, covers=tuple(covers))
    return _file(book, piece, record.language, taken, (*before.reviews, review))


def _file(
    book: Handbook, piece: Piece, language: str, taken: Taken, reviews: tuple[Review, ...]
) -> tuple[str, str, list[str]]:
    order = {unit.at: number for number, unit in enumerate(units(piece.entry))}
    rows = tuple(sorted(taken.texts.values(), key=lambda one: order[one.at]))
    data = Translation.model_construct(of=piece.address.strip("/"), language=language, texts=rows, reviews=reviews)
    path = next(
        (one.path for one in book.of("translation") if (one.data.of, one.data.language) == (data.of, language)),
        f"tools/languages/{language}/{piece.slug}.yml",
    )
    if book.origin and (there := translate.changed(book.origin, piece, path, data)):
        return *there, taken.said
    own = f"{OWN}/" if book.origin else ""
    return own + path, written(BY_TYPE["translation"], data.model_dump(mode="json", exclude_defaults=True)), taken.said
