"""What there is to say of a kind of piece: the columns of the table in `kinds`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from handboek.model.introspect import sections
from handboek.model.lists import ListPage
from handboek.model.text import Model

This = Literal["dit", "deze"]
Paper = Literal["", "sheet", "part", "named", "list", "words"]
Book = Literal["", "chapter", "pieces", "list"]


@dataclass(frozen=True)
class Kind:
    """One kind of piece: a row of the table, with all that pages, sheets, search, check and commands ask of a kind."""

    type: str
    """Its name in the code and in the export."""
    model: builtins.type[Model]
    files: str
    """Where its files are, as a pattern from the project's root."""
    name: str
    """What one is called, in Dutch."""
    plural: str
    """What several are called, in Dutch."""

    this: This = "dit"
    """How one is pointed at: `dit` or `deze`."""

    # Where it is kept, and what it is called there.
    many: str = ""
    """The key of the list, where one file holds all pieces of the kind."""
    slug_from: str = ""
    """The field that holds the slug, where it is not the file's name."""
    local: bool = False
    """Whether its slug is unique within its file only."""
    within: str = ""
    """The type of the piece in whose folder its files are; it belongs to that piece."""
    title_from: str = "title"
    """The field with what people call it; the slug where its model has no such field."""
    summary_from: str = "summary"
    """The field with what it is about, in a sentence."""

    # Where it stands on the site.
    folder: str = ""
    """The first part of its address; the list of the kind stands there."""
    index: ListPage | None = None
    """The list of its pieces, for the first kind with this folder; for a tool its own page."""
    home: bool = False
    """Whether its page is the home page."""
    page: bool = True
    """Whether each piece of the kind has a page of its own; else it is an anchor on the list of the kind."""
    below: tuple[str, ...] = ()
    """The fields of which its address is made, where its page stands below that of another piece."""
    exported: bool = True
    """Whether its pieces stand in the export and in the search."""
    whole: bool = False
    """Whether the export holds all that it says, and not only where it stands."""
    order: Literal["phase", "title", "newest"] = "phase"
    """The order of its pieces: by phase and then as the phase or the file says, by title, or the newest `date` first."""

    # How it hangs together with the phases.
    used: bool = False
    """Whether it belongs to the phases that use it."""
    phases_from: tuple[str, ...] = ()
    """The types of piece that it names, and whose phases are its own too."""
    passes_on: bool = False
    """Whether what it names is used in its phases as well."""

    # How it looks.
    paper: Paper = ""
    """What it is on paper: a PDF of its own (`sheet`), a part of a pack (`part`), of one that names it
    only (`named`), a line of a list that stands whole in a pack (`list`), or only words on paper of something else (`words`)."""
    book: Book = ""
    """What it is in the book of the whole handbook: each piece opens a chapter, with what lies in its folder (`chapter`), all
    pieces make up one chapter (`pieces`), or all stand in one as a list (`list`)."""
    forms: tuple[str, ...] = ()
    """The kinds of PDF that it has beside its sheet; those of a worksheet follow from its layout (`sheets/sheet.py`)."""
    translated: tuple[str, ...] = ()
    """The fields that stand on its paper and can be in another language; nothing where it can not. The text below the data
    of a page that is written by hand goes along."""
    addressed: bool = False
    """Whether its paper is addressed to somebody outside, who is not asked whether it is right."""
    sheet_first: bool = False
    """Whether its page begins with its sheet, since that is what people come for."""
    door: Literal["", "page", "card"] = "card"
    """Where the door of its phase shows: on its page, there and on each card, or nowhere, since it spans the method."""
    around: str = "page"
    """The template of the page around its body."""
    icon: str = ""
    """The icon on a link to it."""
    javascript: tuple[str, ...] = ()
    """What its page adds to the scripts of every page, by their name among the site's assets."""
    styles: tuple[str, ...] = ()
    """The same for its styles."""

    # How it is found.
    weight: float = 1
    """How much it counts in the search beside a piece that somebody can work with."""
    asked: tuple[str, ...] = ()
    """Words in a query that ask for this kind."""

    # What is asked of it, and what can be done with it.
    cited: bool = False
    """Whether other pieces rest on it, and running text may name it with a mark behind a sentence: `[^key]`."""
    practice: bool = False
    """Whether it tells of what people did: nothing in it may say who they were, and it stays as it was."""
    years: int = 2
    """For how many years it holds that somebody has read it through."""
    unused: str = ""
    """What to do with one that nothing uses, in Dutch; nothing for a kind that may stand by itself."""
    scaffold: bool = False
    """Whether `handboek new` makes one."""

    @property
    def on_screen(self) -> bool:
        """Whether a method has one of it at most, as a page that is filled in; its slug is the address of that page."""
        return bool(self.index) and not self.folder

    @property
    def sheet(self) -> bool:
        """Whether each piece of the kind becomes a PDF."""
        return self.paper == "sheet"

    @property
    def flows(self) -> bool:
        """Whether its paper is what people work with: then it is a file for Word too, unless its layout is fixed."""
        return self.sheet and self.used

    @property
    def inside(self) -> bool:
        """Whether each piece of the kind has a form on paper inside packs, without a PDF of its own."""
        return self.paper in ("part", "named")

    @property
    def written(self) -> bool:
        """Whether its text stands below its data and in no field: a page that is written by hand."""
        return self.files.endswith(".md") and not sections(self.model)

    @property
    def by_folder(self) -> bool:
        """Whether its folder is named after it, behind a number: `phases/2-doen/phase.yml`."""
        return not self.many and "*" in self.files and "*" not in PurePosixPath(self.files).name

    @property
    def alone(self) -> bool:
        """Whether a method has one of it at most, in a file whose name is fixed; its page stands under no list."""
        return not (self.many or self.slug_from or "*" in self.files)

    @property
    def renamed(self) -> bool:
        """Whether `handboek rename` can rename one: whatever has a name that readers and other programs may know."""
        return self.exported and not self.alone and not self.local

    def address(self, slug: str, within: str = "") -> str:
        """Where a piece stands, from the site's root and with its last slash; `within` is the slug of what it belongs to.

        What stands on no page has an address all the same, with a colon in it, so that each piece has one of its own.
        """
        if self.home:
            return ""
        if not (self.folder or self.page):
            return f"{self.type}:{slug}"
        return "/".join([*filter(None, (self.folder, within)), f"{slug}/" if self.page else f"#{slug}"])
