"""A pack as one file: what is in it to work on in Word, Excel or PowerPoint, else as PDF, and a list of all of it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from handboek.dutch import count, listed
from handboek.handbook import Piece
from handboek.markdown import plain
from handboek.office.forms import Office, environment_hash, office_of
from handboek.office.package import settled
from handboek.office.text import MARK
from handboek.pack import DAYS, Part, own_session
from handboek.render.files import TO_EDIT
from handboek.sheets import cache
from handboek.sheets.pdf import Pdf, SheetError
from handboek.sheets.sheet import Sheet, sheets_of
from handboek.sheets.volume import Reading, Volume, printed

NOTE = "LEESMIJ.txt"
PROGRAMS = tuple(TO_EDIT["blad"].values())
PDF = "PDF"
POCKET = "zak"
"""What a guide has for in a pocket: it is as large as its paper, so it is a PDF beside what flows."""

File = Office | Sheet | Reading


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


def needs(zipped: Zipped) -> tuple[File, ...]:
    """What goes into it, in order."""
    return tuple(one for _, files in _parts(zipped) for one in files)


def to_edit(zipped: Zipped) -> bool:
    """Whether anything goes into it that somebody can work on."""
    return any(isinstance(one, Office) for one in needs(zipped))


def counted(zipped: Zipped) -> str:
    """How many files go into it, and of which kind."""
    kinds = Counter(_program(one) for one in needs(zipped))
    said = listed(
        [f"{kinds[program]} voor {program}" for program in PROGRAMS if kinds[program]]
        + ([count(kinds[PDF], "PDF", "PDF's")] if kinds[PDF] else [])
    )
    return f"{count(kinds.total(), 'bestand', 'bestanden')}: {said}"


def _parts(zipped: Zipped) -> Iterator[tuple[Part, list[File]]]:
    """Each part of the pack with its files to work on; where there are none, with its PDF. A card for in a pocket comes along."""
    pack = zipped.piece
    if pack and (days := [one for one in office_of(pack) if one.kind in TO_EDIT[DAYS]]):
        yield Part(None, DAYS, said="Wie doet wat, op welke dag"), list(days)
    papers = [printed(part, zipped.volume.held) for part in zipped.volume.parts]
    there = {paper.url for paper in papers}
    for part, paper in zip(zipped.volume.parts, papers, strict=True):
        own, kinds = own_session(part, zipped.volume.held), TO_EDIT.get(part.form, {})
        files: list[File] = [
            replace(one, held=own) for one in (office_of(part.piece) if part.piece else ()) if one.kind in kinds
        ]
        pockets = (one for one in (sheets_of(part.piece) if part.piece and files else ()) if one.kind == POCKET)
        yield part, [*(files or [paper]), *(one for one in pockets if one.url not in there)]


def _program(one: File) -> str:
    """What a file is opened with."""
    programs = (kinds[one.kind] for kinds in TO_EDIT.values() if one.kind in kinds)
    return next(programs, PDF) if isinstance(one, Office) else PDF


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


def made_of(zipped: Zipped, names: Mapping[str, str], kept: Path) -> Packed:
    """What a file is made of; `names` says under which name each part is kept, by its address."""
    inside, rows = list[tuple[str, str]](), list[str]()
    parts = list(_parts(zipped))
    for number, (part, files) in enumerate(parts, 1):
        copies = f" ({part.copies} keer)" if part.copies > 1 else ""
        rows += ["", f"{number}. {plain(part.title)}{copies}"]
        for one in files:
            called = f"{number:02}-{Path(one.url).name}"
            inside.append((called, names[one.url]))
            rows.append(f"   {_program(one)}: {called}")
    pack = zipped.volume.pack
    note = [
        plain(pack.title),
        plain(pack.summary),
        "",
        f"In deze map: {count(len(parts), 'stuk', 'stukken')}, in {counted(zipped)}.",
    ]
    note += ["De nummers zijn de volgorde van de werkmap. Wat er niet is om te bewerken, zit erbij als PDF.", *rows, ""]
    return Packed(tuple(inside), MARK + "\r\n".join(note), kept)
