"""Open a text of the base to write it in one's own words: the file for that comes with the text, its place and its hash."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from handboek.authoring import prompts
from handboek.authoring.edit import save
from handboek.document import Document
from handboek.dutch import count
from handboek.edition import changes, entries
from handboek.edition.carry import Base
from handboek.edition.read import entry_at, own_files, pieces_in
from handboek.edition.units import PARAGRAPH, Unit, digest, folded
from handboek.handbook import assemble
from handboek.load import Documents, read
from handboek.model.edition import Change
from handboek.model.kinds import KINDS
from handboek.resources import BASE, OWN
from handboek.system.arguments import WrongUse
from handboek.wording import nearest, nearest_in, shown

SOURCED = "Deze tekst rust in de basis op een bron. Zegt de bron ook wat jij schrijft: `blijft`. Anders `geen`, of een andere sleutel."
WEB = re.compile(r"^https?://[^/]*/")
"""What stands before a pasted address of the web."""
LEFT = {"slug", "key", "id", "checked"}
"""Fields of which nobody changes the value in an edition: by them pieces and points are known."""


def change(root: Path, piece: str, words: str) -> int:
    """Add an entry for each text of a piece in which these words stand; without words show its texts, or ask. Gives the exit code.

    Raises `WrongUse` where there is no such piece or text, and `transaction.Refused`.
    """
    base = read(root / BASE)
    path = path_of(piece, base)
    there = Base(base[path])
    texts = tuple(_texts(there.units))
    chosen = _chosen(texts, words) if words else _asked(texts, path)
    if not chosen:
        return 0
    own = own_files(root).get(path)
    if own is not None and own.node is None:
        raise WrongUse(f"`{OWN}/{path}` kan niet worden gelezen. Kijk met `handboek check` waarom.")
    rows = [row for unit in chosen if not _there(own, row := _row(unit, there, path, base))]
    if not rows:
        print(f"Deze tekst staat al in {OWN}/{path}. Verander daar wat bij `wordt` staat.")
        return 0
    name = f"{OWN}/{path}"
    text = entries.rewritten(own, {}, rows) if own else entries.whole(path, rows)
    save(root, {name: _with_list(own, text, rows)}, {name: own.text} if own else {})
    where = count(len(rows), "tekst", "teksten")
    print(
        f"{'Erbij' if own else 'Gemaakt'}: {name}, met {where}. Schrijf daar bij `wordt` wat er in jullie uitgave staat."
    )
    for row in rows:
        print(f"  {row['veld']}: {shown(row['was'], 90)}")
    return 0


def _with_list(own: Document | None, text: str, rows: Sequence[entries.Row]) -> str:
    """A list of changes at the end of a file that had points of its own only."""
    if own is None or entries.LIST in own.data:
        return text
    return f"{own.text.rstrip()}\n\n{entries.whole('', rows)}"


def path_of(piece: str, base: Documents) -> str:
    """The file in the base of a piece, by its address or its path. Raises `WrongUse`."""
    named = WEB.sub("", piece.strip().replace("\\", "/")).partition("#")[0].removeprefix("./")
    for folder in (BASE, OWN):
        named = named.removeprefix(f"{folder}/")
    if named in base and base[named].text:
        return named
    book = assemble(base)
    parts = named.removesuffix("index.html").strip("/").split("/")
    # an address of the web begins with the folder in which the site stands
    tails = ("/".join(parts[at:]) for at in range(len(parts) if named != piece.strip() else 1))
    found = next((one for tail in tails if tail and (one := book.at(tail))), None)
    if found:
        return found.path
    together = next((kind.files for kind in KINDS if kind.many and kind.folder == named.strip("/")), "")
    if together in base:
        return together
    meant = nearest(named, [one.address.strip("/") for one in book.pieces.values() if one.kind.page])
    raise WrongUse(
        f"In de basis staat geen stuk `{piece}`.{f' Bedoelde je `{meant}`?' if meant else ''} "
        "Noem het adres (`gesprekken/praatje`) of het bestand (`tools/guides/praatje.yml`)."
    )


def _texts(units: Sequence[Unit]) -> Iterator[Unit]:
    """What a person would call the texts of a piece: each once, a paragraph rather than the text that holds it."""
    split = {unit.loc[: unit.loc.index(PARAGRAPH)] for unit in units if PARAGRAPH in unit.loc}
    points = {unit.loc: unit.text for unit in units if unit.point}
    for unit in units:
        named = unit.loc[:-1] in points and points[unit.loc[:-1]] == unit.text
        if unit.loc not in split and not named and unit.loc[-1] not in LEFT and unit.field.split(".")[-1] != "source":
            yield unit


def _chosen(texts: Sequence[Unit], words: str) -> list[Unit]:
    sought = folded(words).casefold()
    exact = [unit for unit in texts if sought in unit.folded.casefold()]
    found = exact or [unit for unit in texts if unit.field in (words, f"{words}.text")]
    found = found or [unit for unit in texts if all(word in unit.folded.casefold() for word in sought.split())]
    if not found:
        near = nearest_in(sought, [unit.folded for unit in texts])
        more = (
            f"Bedoelde je “{shown(near, 90)}”?" if near else "Laat de woorden weg: dan zie je welke teksten het heeft."
        )
        raise WrongUse(f"`{words}` staat niet in dit stuk. {more}")
    return found


def _asked(texts: Sequence[Unit], path: str) -> list[Unit]:
    """What somebody chooses; where nobody answers, the texts are shown."""
    options = [(str(number), f"{unit.field}: {shown(unit.text, 90)}") for number, unit in enumerate(texts, 1)]
    if sys.stdin.isatty():
        return [texts[int(one) - 1] for one in prompts.several("Welke teksten wil je veranderen", options)]
    print(f"{path} heeft deze teksten. Zet er woorden uit achter om er een te veranderen.")
    print("\n".join(words for _, words in options))
    return []


def _row(unit: Unit, base: Base, path: str, documents: Documents) -> dict[str, Any]:
    """The entry for a text: what the base says, and the same to begin with."""
    said: dict[str, Any] = {"veld": unit.field, "was": unit.text.strip()}
    if number := base.nth(unit):
        said["nummer"] = str(number)
    said["wordt"] = unit.text.strip()
    tried = Change.model_validate(said | {"wordt": "anders"})
    found = changes.Found(tried, unit, unit.loc, "")
    if changes.needs_source(found, entry_at(pieces_in(path, documents), unit.loc)):
        said |= {entries.COMMENT: SOURCED, "bron": None}
    return said | {"hash": digest(changes.stands_for(tried, unit))}


def _there(own: Document | None, row: entries.Row) -> bool:
    """Whether a file has an entry for this text already."""
    rows = own.data.get(entries.LIST) if own else None
    return any(
        isinstance(one, dict)
        and one.get("veld") == row["veld"]
        and folded(str(one.get("was") or "")) == folded(row["was"])
        and one.get("nummer") == row.get("nummer")
        for one in (rows if isinstance(rows, list) else [])
    )
