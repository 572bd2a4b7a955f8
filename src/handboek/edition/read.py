"""An edition's folders → the documents of one handbook: the base, with what is the edition's own in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pydantic import ValidationError

from handboek import formats
from handboek.document import Document, Loc
from handboek.edition import base as bases
from handboek.edition import changes, leave_out, looks, words
from handboek.edition.astray import astray
from handboek.edition.settings import as_far_as_right, settings
from handboek.edition.splice import Op, again, edits
from handboek.edition.units import units
from handboek.entry import Entry
from handboek.finding import Finding, Unreadable
from handboek.handbook import Handbook, assemble
from handboek.load import Documents, entries, is_text, kind_of, read
from handboek.model.edition import Base, Changes, Edition
from handboek.model.kind import Kind
from handboek.origin import Changed, Origin
from handboek.parse import parse, read_file
from handboek.patched import Edit, Patched, Spot, in_order
from handboek.resources import BASE, OWN
from handboek.resources import EDITION as FILE
from handboek.validation import explain
from handboek.wording import nearest

CHANGES = Kind("changes", Changes, f"{OWN}/**", "verandering", "veranderingen", "deze", page=False, exported=False)


GONE = (
    "Wat hier veranderd wordt, staat niet meer in de basis.",
    "Kies: zet `kies: eigen` erbij om je tekst te houden, of `kies: basis` om hem te laten vallen, en draai `handboek edition resolve`.",
)
UNMERGED = (
    "Hier staan de tekst van deze uitgave en die van de basis nog onder elkaar.",
    "Maak er bij `wordt` één tekst van en haal `kies: beide` weg.",
)


def open_edition(root: Path, *, loosely: bool = False) -> Handbook:
    """Read the edition at `root` into one handbook, which knows where each line of it comes from. Raises `Unreadable`.

    `loosely` goes on without the fields of `editie.yml` that are wrong: all else that is, is told in one run.
    """
    said = read_file(root, FILE)
    base, own = read(root / BASE), own_files(root)
    files = {FILE: said, **_below(BASE, base), **_below(OWN, own)}
    edition, findings = settings(said)
    findings += [*bases.problems(root), *astray(root, base)]
    findings += looks.unreached(edition, said) if edition else ()
    edition = edition or (as_far_as_right(said) if loosely else None)
    if edition is None:
        raise Unreadable(findings, files)
    findings += looks.problems(root, edition, said)
    findings += looks.uncalled(edition, said, [*base.values(), *own.values()])
    return made(edition, bases.told(root), files, findings)


def made(edition: Edition, told: Base, files: Mapping[str, Document], findings: Sequence[Finding] = ()) -> Handbook:
    """The handbook of an edition, out of its files by their path from the root of the project; `findings` are of reading them."""
    said, base, own = files[FILE], _inside(BASE, files), _inside(OWN, files)
    texts, put_in, changed, wrong = _with_own(base, own)
    mine = frozenset(path for path, document in own.items() if not _changes(document))
    left = leave_out.apply(edition, texts, put_in, said, mine)
    put = words.apply(edition.words, texts, left.documents, said, changed)
    documents = looks.apply(edition, texts, put.documents, said)
    origin = Origin(
        left.said(edition),
        told,
        texts,
        files,
        tuple(one for one in put.changed if one.path in documents),
        mine - base.keys(),
        left.why,
        put.why,
    )
    book = assemble(documents)
    return replace(book, findings=(*book.findings, *findings, *wrong, *left.findings, *put.findings), origin=origin)


def own_files(root: Path) -> dict[str, Document]:
    """What is the edition's own. Files of changes are read as data, whatever the base makes of their name."""
    return {path: _as_changes(document) for path, document in read(root / OWN).items()} if (root / OWN).is_dir() else {}


def _as_changes(document: Document) -> Document:
    if is_text(document.path) and document.path.endswith(".md") and document.text.startswith("---"):
        return parse(document.path, document.text.encode())
    return document


def _changes(document: Document) -> bool:
    return "verandert" in document.data


def _below(folder: str, documents: Documents) -> dict[str, Document]:
    return {f"{folder}/{path}": document for path, document in documents.items()}


def _inside(folder: str, files: Mapping[str, Document]) -> dict[str, Document]:
    """The files of a folder by their path in it, each as if it stood at the root."""
    names = {path: path.removeprefix(f"{folder}/") for path in files if path.startswith(f"{folder}/")}
    return {name: files[path] for path, name in names.items()}


def _with_own(
    base: Documents, own: Documents
) -> tuple[dict[str, Patched], dict[str, Document], list[Changed], list[Finding]]:
    """The texts of the base with the edition's own in them, read again where they differ."""
    texts = {path: Patched.of(f"{BASE}/{path}", document.text) for path, document in base.items() if document.text}
    made = dict(base)
    changed: list[Changed] = []
    findings: list[Finding] = []
    for path, document in own.items():
        name = f"{OWN}/{path}"
        here = replace(document, path=name)
        if document.node is None and document.problems:
            findings += [replace(problem, path=name) for problem in document.problems]
        elif _changes(document):
            if path not in base:
                findings.append(_homeless(here, base))
                continue
            done, told, wrong = applied(base[path], here, base)
            findings += wrong
            changed += told
            texts[path] = texts[path].with_(done)
            made[path] = again(base[path], texts[path])
            if (kind := kind_of(path)) and kind.many and kind.many in document.data:
                texts[path], made[path] = _more(texts[path], made[path], here, kind)
        elif path in base and (kind := kind_of(path)) and kind.many:
            texts[path], made[path] = _more(texts[path], base[path], here, kind)
        elif path in base and document.text and is_text(path) and not path.endswith(".md"):
            texts[path] = texts[path].with_(
                [Edit(len(base[path].text), len(base[path].text), f"\n{document.text}", Spot(name, 1))]
            )
            made[path] = again(base[path], texts[path])
        elif path in base and document.text:
            what = "Dit stuk staat ook in de basis."
            helps = f"Verander wat anders moet: `handboek edition change {path}`. Is het een nieuw stuk? Geef het een andere naam."
            findings.append(Finding(name, 1, 1, "uitgave", what, helps))
        else:
            texts[path] = Patched.of(name, document.text)
            made[path] = document
    return texts, made, changed, findings


def _homeless(document: Document, base: Documents) -> Finding:
    place = document.place(("verandert",), key=True)
    what = "Dit bestand verandert een stuk dat niet in de basis staat."
    near = nearest(document.path, (f"{OWN}/{path}" for path in base), 0.95) or ""
    helps = "Is het stuk hernoemd of weg? `handboek edition status` zegt waar het gebleven is."
    return Finding(document.path, place.line, place.column, "uitgave", what, helps, suggestion=near, width=place.width)


def _more(text: Patched, base: Document, own: Document, kind: Kind) -> tuple[Patched, Document]:
    """The rows of a list of the edition's own behind those of the base, each told at its own place."""
    rows = own.data.get(kind.many) or []
    done = []
    for index, row in enumerate(rows if isinstance(rows, list) else []):
        place = own.place((kind.many, index))
        done += edits(base, [Op((kind.many,), "append", [row], Spot(own.path, place.line, place.column))])
    text = text.with_(done)
    return text, again(base, text)


def read_changes(document: Document) -> tuple[Changes | None, list[Finding]]:
    """The changes in a file, and what is wrong with them."""
    data = {"verandert": document.data.get("verandert")}
    try:
        return Changes.model_validate(data), []
    except ValidationError as error:
        entry = Entry(CHANGES, document.path, document, None)
        return None, list(explain(error.errors(include_url=False), entry))


def unreadable(own: Documents) -> list[Finding]:
    """What is wrong with the files of changes that cannot be read, so that nothing of them is known."""
    found = []
    for path, document in own.items():
        here = replace(document, path=f"{OWN}/{path}")
        if document.node is None and document.problems:
            found += [replace(problem, path=here.path) for problem in document.problems]
        elif _changes(document):
            found += read_changes(here)[1]
    return found


def applied(base: Document, own: Document, documents: Documents) -> tuple[list[Edit], list[Changed], list[Finding]]:
    """The edits that make a document of the base into that of the edition, what they change, and what is wrong with them."""
    said, findings = read_changes(own)
    if said is None:
        return [], [], findings
    kind = kind_of(base.path)
    pieces = pieces_in(base.path, documents)
    there = units(base, block_fields=changes.block_fields(kind))
    todo, told = [], []
    for index, change in enumerate(map(changes.on_one_line, said.changes)):
        if change.choice == "basis" or (changes.unchanged(change) and change.now is None):
            continue
        if changes.gone(change):
            findings.append(changes.problem(own, index, "botsing", *GONE))
            continue
        found = changes.find(change, there, base.data)
        if isinstance(found, str):
            findings.append(changes.problem(own, index, "uitgave", found))
            continue
        piece = entry_at(pieces, found.loc)
        if change.now is not None and change.choice is None:
            what = "De basis en deze uitgave veranderden hier allebei: `was` is hoe het was, `nu` is de nieuwe basis, `wordt` is van jullie."
            helps = (
                "Kies: zet `kies: eigen`, `kies: basis` of `kies: beide` erbij, of verander `wordt` en kies `eigen`."
            )
            findings.append(changes.problem(own, index, "botsing", what, helps))
        elif changes.unmerged(change):
            findings.append(replace(changes.problem(own, index, "botsing", *UNMERGED), severity="warning"))
        elif change.hash and change.hash != found.hash and change.choice is None:
            what = "De tekst van de basis is anders dan toen dit werd geschreven."
            helps = "Draai `handboek edition update`, of neem de tekst opnieuw over met `handboek edition change`."
            findings.append(changes.problem(own, index, "uitgave", what, helps))
        if changes.needs_source(found, piece):
            what = "Deze tekst rust in de basis op een bron."
            helps = "Zegt de bron dit ook? Schrijf `bron: blijft`. Anders `bron: geen`, of de sleutel van een bron die het wel zegt."
            findings.append(changes.problem(own, index, "uitgave", what, helps))
        place = own.place(("verandert", index))
        spot = Spot(own.path, place.line, place.column)
        todo += changes.ops(found, piece, spot)
        told.append(changes.told(found, base.path, piece.slug if piece else "", spot))
    try:
        return in_order(edits(base, todo)), told, findings
    except (LookupError, AssertionError):
        what = "Twee veranderingen in dit bestand gaan over dezelfde plek."
        return [], [], [*findings, changes.problem(own, 0, "uitgave", what, "Haal er een weg, of maak er één van.")]


def pieces_in(path: str, documents: Documents) -> tuple[Entry, ...]:
    """The pieces in a file of the base, as far as they could be read."""
    beside = path.removesuffix(".yml") + ".md"
    some = {one: documents[one] for one in (path, beside, formats.PATH) if one in documents}
    return tuple(entry for entry in entries(some)[0] if entry.document.path == path)


def entry_at(pieces: Iterable[Entry], loc: Loc) -> Entry | None:
    """The piece in which a value stands."""
    return next((piece for piece in pieces if piece.loc == loc[: len(piece.loc)]), None)
