"""A pack as one file with the files for Word and Excel of what is in it, and a list of what is not."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from handboek import workshop
from handboek.handbook import Piece
from handboek.markdown import plain
from handboek.office.forms import Office, environment_hash, office_of
from handboek.office.package import settled
from handboek.pack import Part, own_session
from handboek.sheets import cache
from handboek.sheets.pdf import Pdf, SheetError
from handboek.sheets.volume import Volume

KINDS = {"blad": ("word", "slides", "excel"), workshop.HAND_OUT: ("word-deelnemers",)}
"""Which files of a piece go into it, by what of it stands in the pack."""
NOTE = "LEESMIJ.txt"


@dataclass(frozen=True)
class Zipped:
    """The files of a pack in one, not made yet."""

    volume: Volume

    kind = "zip"
    paper = ""

    @property
    def piece(self) -> Piece | None:
        return self.volume.piece

    @property
    def url(self) -> str:
        """Where it stands on the site: beside the PDF of the pack."""
        return f"{self.volume.url.removesuffix('.pdf')}.zip"


def needs(zipped: Zipped) -> tuple[Office, ...]:
    """What goes into it, in order."""
    return tuple(office for _, files in _parts(zipped) for office in files)


def _parts(zipped: Zipped) -> Iterator[tuple[Part, list[Office]]]:
    for part in zipped.volume.parts:
        own = own_session(part, zipped.volume.held)
        there = office_of(part.piece) if part.piece and part.form in KINDS else ()
        yield part, [replace(one, held=own) for one in there if one.kind in KINDS[part.form]]


@dataclass(frozen=True)
class Packed:
    """What such a file is made of."""

    parts: tuple[tuple[str, str], ...]
    """How each file is called in it, and under which name it is kept."""
    note: str
    kept: Path
    """Where the parts lie."""
    room: str = ""

    drawn = False
    suffix = ".zip"

    @cached_property
    def name(self) -> str:
        return hashlib.sha256(f"{environment_hash()}\0{self.parts}\0{self.note}".encode()).hexdigest()[:40]

    @property
    def size(self) -> int:
        return len(self.parts)

    def make(self) -> tuple[Pdf, bytes]:
        """The file. Raises `SheetError` where a part does not lie in the store, or is damaged."""
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w") as file:
            for called, name in self.parts:
                if (part := cache.get(self.kept, name, Path(called).suffix)) is None:
                    raise SheetError(f"{called} ligt niet heel in de voorraad; maak de map opnieuw")
                file.writestr(called, part.content)
            file.writestr(NOTE, self.note)
        return Pdf(settled(made.getvalue()), 0), b""


def made_of(zipped: Zipped, names: Mapping[str, str], site: str, kept: Path) -> Packed:
    """What a file is made of; `names` says under which name each part is kept, by its address."""
    inside, rows, left = list[tuple[str, str]](), list[str](), list[str]()
    for number, (part, files) in enumerate(((part, files) for part, files in _parts(zipped) if files), 1):
        for office in files:
            called = f"{number:02}-{Path(office.url).name}"
            inside.append((called, names[office.url]))
            rows.append(f"{called}: {plain(part.title)}")
    for part in (part for part, files in _parts(zipped) if not files):
        address = part.piece.address if part.piece else part.address  # a form of a piece has no page of its own
        left.append(f"{plain(part.title)}: {site}{address}")
    note = [plain(zipped.volume.pack.title), "", "In deze map:", *rows]
    note += ["", "Niet voor Word of Excel; neem deze van de website:", *left] if left else []
    return Packed(tuple(inside), "\r\n".join([*note, ""]), kept)
