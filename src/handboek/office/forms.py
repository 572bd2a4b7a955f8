"""Which files for Word, Excel and slides a piece has, and what each is made of: one table.

Each form has a module with two functions. `has(piece) -> bool` says whether a piece has it: quickly, for it is asked of
every piece. `source(piece, renderer, project, own) -> Source` gathers all that the file is made of, so that a process that
knows no handbook can make it; `own` is the session for which somebody wants a script, nothing for the usual one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Protocol

from handboek import cache_keys, colours, dutch, formula, logo, tables, worked_out
from handboek.handbook import Piece
from handboek.office import text
from handboek.office.excel import source as excel
from handboek.office.slides import source as slides
from handboek.office.word import source as word
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Session
from handboek.sheets.pdf import Pdf
from handboek.sheets.sheet import beside


class Source(Protocol):
    """All that an office file is made of: a frozen dataclass of text, numbers, bytes and tuples of these, as its name is a hash
    of what it says of itself (`repr`). No set, dict, path or function: these differ from one process or machine to another.
    """

    def make(self) -> bytes:
        """The file, settled (`package`): the same source gives the same bytes. Loads its library itself."""


@dataclass(frozen=True)
class Form:
    """A kind of office file."""

    kind: str
    """As in `FILES` of `render/files.py`, which says what a link to it is called."""
    ending: str
    """What comes behind the address of its piece."""
    has: Callable[[Piece], bool]
    """Whether a piece has it. Not asked of drafts, nor of what was withdrawn: neither has office files."""
    source: Callable[[Piece, Renderer, Project, Session | None], Source]


FORMS = (
    Form("word", ".docx", word.has, word.source),
    Form("word-deelnemers", "-deelnemers.docx", slides.has, partial(word.source, kind="deelnemers")),
    Form("word-dagen", "-dagen.docx", word.has_plan, word.plan),
    Form("slides", ".pptx", slides.has, slides.source),
    Form("excel", ".xlsx", excel.has, excel.source),
    Form("tekst", ".txt", word.has, text.source),
)
"""Every kind of office file, in the order in which a page offers them."""


@dataclass(frozen=True)
class Office:
    """An office file of a piece, not made yet."""

    piece: Piece
    form: Form
    held: Session | None = None
    """The session that a script is for; the usual one where nothing is said."""

    paper = ""

    @property
    def kind(self) -> str:
        return self.form.kind

    @property
    def url(self) -> str:
        """Where it stands on the site: beside the PDFs of its piece."""
        return beside(self.piece) + self.form.ending

    def made_of(self, renderer: Renderer, project: Project) -> Written:
        """All that it is made of."""
        return Written(self.form.source(self.piece, renderer, project, self.held), Path(self.url).suffix)


def office_of(piece: Piece) -> Iterator[Office]:
    """The office files of a piece, in the order of the table."""
    if not (piece.draft or piece.withdrawn):
        yield from (Office(piece, form) for form in FORMS if form.has(piece))


@dataclass(frozen=True)
class Written:
    """What an office file is made of, as the store wants to know it: as `Print` for a PDF."""

    source: Source
    suffix: str
    room: str = ""

    drawn = False

    @cached_property
    def name(self) -> str:
        return hashlib.sha256(f"{environment_hash()}\0{self.source!r}".encode()).hexdigest()[:40]

    @property
    def size(self) -> int:
        return 1  # all of them are quick, and come behind what is laid out

    def make(self) -> tuple[Pdf, bytes]:
        """The file, without pages, and without a picture."""
        return Pdf(self.source.make(), 0), b""


ELSEWHERE = (colours, dutch, formula, logo, tables, worked_out)
"""Modules of other rooms that take part when a file is made; what is done before that stands in its source."""


@cache
def environment_hash() -> str:
    """The hash of what every office file is made of: the code of this room with what it uses of others, and the libraries."""
    code = (*cache_keys.below(Path(__file__).parent, ".py"), *cache_keys.of_modules(*ELSEWHERE))
    return cache_keys.digest(code, cache_keys.OFFICE)
