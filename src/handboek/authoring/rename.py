"""Give a piece another name: its file, everything that refers to it, and a redirect from its old address.

All is changed in memory first and checked; only a handbook without new errors is written.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from handboek import checks, renamed
from handboek.anchors import anchor
from handboek.authoring.edit import in_the_way, names_of, save, texts_of
from handboek.content import open_handbook
from handboek.document import Document, Place
from handboek.handbook import Handbook, Piece, assemble
from handboek.load import is_prose, kind_of, with_file
from handboek.model.kinds import BY_TYPE, LISTS
from handboek.model.text import SLUG, Refers
from handboek.system import transaction
from handboek.system.arguments import WrongUse
from handboek.wording import nearest

REDIRECTS = BY_TYPE["redirect"].files
BESIDE = ("index", "readme", "404", "assets", "schema")
"""What stands at the root of the site beside the lists; a page by such a name would take its place."""


Spot = tuple[int, int, int]
"""Line, column and width."""


@dataclass(frozen=True)
class Change:
    """What a new name changes."""

    texts: Mapping[str, str]
    """Every file that changes, by its new path."""
    moved: Mapping[str, str]
    """New path by old path."""
    redirects: tuple[tuple[str, str], ...]
    """Old and new addresses of the pages that moved, without their last slash."""


def rename(root: Path, type_: str, old: str, new: str) -> int:
    """Rename and write; gives the exit code. Raises `WrongUse` in an edition."""
    book = open_handbook(root)
    if book.origin:
        raise WrongUse(
            "In een uitgave geef je geen stuk een andere naam: het adres is dat van de basis. Een andere titel kan wel: "
            f"`handboek edition change {book.pieces[type_, old].address.strip('/') if (type_, old) in book.pieces else old} title`. Heet een stuk van jullie zelf anders? Geef zijn bestand in `eigen/` die naam."
        )
    said = _wrong(root, book, type_, old, new)
    if said:
        print(said, file=sys.stderr)
        return 2
    piece = book.get(type_, old)
    assert piece
    change = changes(book, piece, new)
    worse = _worse(book, change)
    if worse:
        print(f"Met deze naam klopt het handboek niet meer, dus er is niets veranderd:\n{worse}", file=sys.stderr)
        return 1
    try:
        save(root, change.texts, texts_of(book), change.moved)
    except transaction.Refused as error:
        print(error, file=sys.stderr)
        return 1
    print(f"`{old}` heet nu `{new}` ({BY_TYPE[type_].name}).")
    for path in sorted(change.texts):
        print(f"  veranderd: {path}")
    for was, now in change.redirects:
        print(f"  doorverwijzing: {was} → {now}")
    return 0


def _wrong(root: Path, book: Handbook, type_: str, old: str, new: str) -> str:
    slugs = [piece.slug for piece in book.of(type_)]
    if old not in slugs:
        meant = nearest(old, slugs)
        return f"Er is geen {BY_TYPE[type_].name} `{old}`." + (f" Bedoelde je `{meant}`?" if meant else "")
    if new in names_of(book, type_):
        return f"`{new}` is al in gebruik."
    if not re.fullmatch(SLUG, new) or len(new) > 60:
        return f"`{new}` kan niet als korte naam. Gebruik kleine letters, cijfers en streepjes: `{anchor(new)[:60]}`."
    if not BY_TYPE[type_].folder and new in {*BESIDE, *(path.partition("/")[0] for path in LISTS)}:
        return f"Op `/{new}/` staat al iets wat de generator zelf maakt. Kies een andere naam."
    piece = book.get(type_, old)
    assert piece
    moves = {_folder(piece): _folder(piece, new)} if piece.kind.by_folder else _moved(book, piece, new)
    ways = (in_the_way(root, path, was) for was, path in moves.items())
    return next((said for said in ways if said), "")


def changes(book: Handbook, piece: Piece, new: str) -> Change:
    """Everything that has to change when this piece gets a new name."""
    moved = _moved(book, piece, new)
    address = (
        piece.address.rstrip("/").replace("/#", "#").replace("#", "/#")
        if "#" in piece.address
        else piece.address.strip("/")
    )
    target = f"{address[: -len(piece.slug)]}{new}"
    places = _places(book, piece)
    texts = {}
    for path, document in book.documents.items():
        if not document.text:
            continue
        text = _named(document, places[path], piece, new)
        text = renamed.addresses(text, address, target)
        text = renamed.mentions(text, piece.type, piece.slug, new, cited=piece.kind.cited)
        if text != document.text or path in moved:
            texts[moved.get(path, path)] = text
    redirects = _redirects(book, piece, address, target)
    if redirects:
        texts[REDIRECTS] = _redirected(texts.get(REDIRECTS, _text(book, REDIRECTS)), redirects)
    return Change(texts, moved, redirects)


def _moved(book: Handbook, piece: Piece, new: str) -> dict[str, str]:
    """The files that get another path."""
    if piece.kind.slug_from:
        return {}
    if piece.kind.by_folder:
        folder, other = _folder(piece), _folder(piece, new)
        return {path: other + path.removeprefix(folder) for path in book.documents if path.startswith(f"{folder}/")}
    path = PurePosixPath(piece.path)
    return {piece.path: str(path.with_name(new + path.suffix))}


def _folder(piece: Piece, slug: str = "") -> str:
    """The folder that is named after a piece, or what it becomes with another name."""
    folder = PurePosixPath(piece.path).parent
    return str(folder.with_name(f"{folder.name.partition('-')[0]}-{slug}") if slug else folder)


def _places(book: Handbook, piece: Piece) -> dict[str, set[Spot]]:
    """By file, where it is referred to by name, and where its own file holds the name."""
    places: dict[str, set[Spot]] = defaultdict(set)
    known_as = {piece.key} if piece.kind.folder else {piece.key, ("address", piece.slug)}
    for other in book.pieces.values():
        for leaf in other.entry.leaves:
            if isinstance(leaf.marker, Refers) and (leaf.marker.kind, leaf.value.strip("/")) in known_as:
                path, place = other.entry.spot(leaf.loc)
                places[path].add(_spot(place))
    if piece.kind.slug_from:
        places[piece.path].add(_spot(piece.place((piece.kind.slug_from,))))
    return places


def _named(document: Document, places: set[Spot], piece: Piece, new: str) -> str:
    """The text of a file with what stands at these places changed."""
    lines = list(document.lines)
    for line, column, width in sorted(places, reverse=True):
        text = lines[line - 1]
        start, end = column - 1, column - 1 + width
        lines[line - 1] = text[:start] + text[start:end].replace(piece.slug, new, 1) + text[end:]
    return "\n".join(lines)


def _spot(place: Place) -> Spot:
    return place.line, place.column, place.width


def _redirects(book: Handbook, piece: Piece, old: str, new: str) -> tuple[tuple[str, str], ...]:
    """Where the old addresses lead, of the piece and of what stands below it; what is not finished was never published."""
    if not piece.kind.page:
        return ()
    unfinished = {finding.path for finding in checks.run(book) if finding.code in checks.UNFINISHED}
    below = [
        (other.address.strip("/"), other.path)
        for other in book.pieces.values()
        if other.kind.page and "/" in old and other.address.startswith(f"{old}/") and other is not piece
    ]
    moved = [(old, piece.path), *sorted(below)]
    return tuple((one, new + one.removeprefix(old)) for one, path in moved if path not in unfinished)


def _redirected(text: str, redirects: tuple[tuple[str, str], ...]) -> str:
    """The file of redirects with these added; one that would begin where a page stands again is taken out."""
    for _, new in redirects:
        text = re.sub(rf"(?m)^ *- \{{from: {re.escape(new)}, .*\n", "", text)
    rows = "".join(f"  - {{from: {old}, to: {new}}}\n" for old, new in redirects)
    text = re.sub(r"(?m)^redirects: *\[\] *$", "redirects:", text).rstrip("\n")
    return f"{text or 'redirects:'}\n{rows}"


def _text(book: Handbook, path: str) -> str:
    document = book.documents.get(path)
    return document.text if document else ""


def _worse(book: Handbook, change: Change) -> str:
    """The errors that the check would find and does not find now."""
    documents = {path: document for path, document in book.documents.items() if path not in change.moved}
    for path, text in change.texts.items():
        if kind_of(path) or is_prose(path):
            documents = with_file(documents, path, text.encode())
    # Without the file's path: it may have moved.
    before = {(finding.code, finding.text) for finding in checks.run(book)}
    after = [finding for finding in checks.run(assemble(documents)) if finding.severity == "error"]
    new = [finding for finding in after if (finding.code, finding.text) not in before]
    return "\n".join(f"{finding.path}:{finding.line}: {finding.text}" for finding in new)
