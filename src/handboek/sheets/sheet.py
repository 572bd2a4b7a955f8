"""Which PDFs a piece has, and the HTML of each."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from markupsafe import Markup

from handboek import adapted, dossier, hours
from handboek.basis import Basis
from handboek.handbook import Handbook, Piece
from handboek.project import Project
from handboek.render import correction_mail, macros, qr
from handboek.render.languages import marked
from handboek.render.letters import short_message
from handboek.render.renderer import Renderer, absolute, title, words_in
from handboek.render.whole_numbers import whole_numbers
from handboek.session import Session
from handboek.sheets import cards, draw
from handboek.sheets.letter import blank, letter
from handboek.translations import further, in_language, said_in, stands


@dataclass(frozen=True)
class Variant:
    """A kind of PDF."""

    kind: str
    suffix: str
    paper: str = ""
    """Its paper; that of the piece where it says nothing."""
    large: bool = False
    fillable: bool = False
    once: bool = False
    """Whether every page after the first shows again what the first one says."""
    one_side: bool = False
    """Whether it has no backs: it is put together, or folded and glued."""


@dataclass(frozen=True)
class Sheet:
    """One PDF of a piece, not rendered yet."""

    piece: Piece
    variant: Variant
    known: tuple[tuple[str, str], ...] = ()
    """What goes into blanks of a letter, by their names."""
    known_there: tuple[tuple[str, str], ...] = ()
    """The same as the other language writes it, where Dutch stands on it too."""
    held: Session | None = None
    """The session for which a script is printed; the usual one where nothing is said."""

    @property
    def kind(self) -> str:
        return self.variant.kind

    @property
    def paper(self) -> str:
        return self.variant.paper or str(getattr((self.piece.of or self.piece).data, "size", "A4"))

    @property
    def url(self) -> str:
        """Where it stands on the site: beside the page of its piece, or of the piece below whose page that is."""
        return f"{beside(self.piece)}{self.variant.suffix}.pdf"


def beside(piece: Piece) -> str:
    """How the addresses of a piece's files begin: beside its page, or that of the piece below whose page that is."""
    return f"{piece.of.address.strip('/')}-{piece.data.language}" if piece.of else piece.address.strip("/")


def shape(piece: Piece) -> str:
    """What decides how a piece looks on paper: the layout of its sheet where it has one, else its type."""
    return str(getattr(getattr(piece.data, "sheet", None), "layout", piece.type))


def _fillable(piece: Piece) -> bool:
    return bool(getattr(piece.data, "fillable", False) or getattr(piece.data, "blanks", ()))


LAYOUTS = {
    **dict.fromkeys(
        ("tekst", "feiten", "checklist", "vraag-antwoord", "vragenlijst", "afspraak", "logboek", "meegeefblad"),
        ("groot",),
    ),
    "poster": ("4xA4",),
    "kaarten": ("vouw",),
}
"""The kinds of PDF that a layout has beside the sheet: what is mostly text is made in large print too."""


TWO_SIDED = {"kaarten"}
"""The layouts that have a back for each front: they begin on a front side wherever they are bound."""


def _forms(piece: Piece) -> set[str]:
    """The kinds of PDF that a piece has."""
    if piece.of and shape(piece.of) == "talenkaart":
        return {"blad"}  # the Dutch stands on it
    if piece.of:
        return {"blad", *piece.kind.forms, *({"groot"} & _forms(piece.of))}
    typed = ("invulbaar",) if _fillable(piece) else ()
    noted = ("werk",) if getattr(getattr(piece.data, "sheet", None), "shows", "") == "fasen" else ()
    return {"blad", *typed, *noted, *piece.kind.forms, *LAYOUTS.get(shape(piece), ())}


VARIANTS = (
    Variant("blad", ""),
    Variant("invulbaar", "-invulbaar", fillable=True),
    Variant("vooraf", "-vooraf", paper="A4"),
    Variant("groot", "-groot", paper="A4", large=True),
    Variant("werk", "-werk"),
    Variant("4xA4", "-4xA4", paper="A4", once=True, one_side=True),
    Variant("vouw", "-vouw", paper="A4", one_side=True),
    Variant("zak", "-zak", paper="A6"),
    Variant("deelnemers", "-deelnemers", paper="A4"),
    Variant("evaluatie", "-evaluatie", paper="A4"),
    Variant("samen", "-nl"),
)
"""Every kind of PDF, main file first."""


def sheets_of(piece: Piece) -> Iterator[Sheet]:
    """The PDFs of a piece, main file first."""
    if piece.kind.sheet and not piece.draft and (not piece.kind.below or stands(piece)):
        forms = _forms(piece)
        kinds = (variant for variant in VARIANTS if variant.kind in forms)
        yield from (notice(piece, one.kind, one.suffix) if piece.withdrawn else Sheet(piece, one) for one in kinds)


def notice(piece: Piece, kind: str, suffix: str) -> Sheet:
    """What stands at the address of an old PDF of a piece that was withdrawn: one page that says so."""
    return Sheet(piece, Variant(kind, suffix, paper="A4"))


@dataclass(frozen=True)
class Colophon:
    """What the foot of a sheet says about its content."""

    version: str
    basis: Basis
    sources: tuple[str, ...]
    corrected: datetime.date | None = None
    """Since when it is right, where it was wrong before."""
    adapted: bool = False
    """Whether an edition has words of its own in it."""


def colophon(piece: Piece, book: Handbook) -> Colophon:
    """Version, basis and sources: of the piece, and of the pieces whose text it shows in their place."""
    others = drawn(piece, book)
    corrected = max((one.date for each in (piece, *others) for one in each.corrected), default=None)
    changed = any(adapted.of(book, one) for one in (piece, *others))
    rows = _followed(piece, book)
    sources = dict.fromkeys(key for one in (piece, *others) for key in (*one.sources, *dossier.sources_of(book, one)))
    if not others and not rows:
        return Colophon(piece.hash, piece.basis, piece.sources, corrected, changed)
    version = hashlib.sha256("".join([*(one.hash for one in (piece, *others)), *rows]).encode()).hexdigest()[:7]
    if not others:
        return Colophon(version, piece.basis, tuple(sources), corrected, changed)
    found: set[Basis] = {one.basis for one in others}
    return Colophon(version, found.pop() if len(found) == 1 else "deels", tuple(sources), corrected, changed)


def _followed(piece: Piece, book: Handbook) -> list[str]:
    """What a sheet says that follows from other pieces and stands in none of them like that: sums, answers."""
    if shape(piece) == "feiten":
        return [hours.figured(book, text) for text, _ in words_in(piece.data.sheet)]
    if shape(piece) == "talenkaart":
        return said_in(book, piece)  # nothing for the card of one language, which says it itself
    if getattr(getattr(piece.data, "sheet", None), "rows_from", None):
        return hours.labels(book)
    return dossier.lines_of(book, piece)


def drawn(piece: Piece, book: Handbook) -> tuple[Piece, ...]:
    """The pieces that a worksheet takes its text from, where it has none of its own."""
    sheet = getattr(piece.data, "sheet", None)
    if getattr(sheet, "drawn_from", "") == "gesprekken" or shape(piece) == "zakkaarten":
        return book.of("guide")
    if getattr(sheet, "shows", "") == "fasen":
        return book.of("phase")
    if shape(piece) == "vragenlijst":
        return book.some("question", piece.data.sheet.questions)
    return ()


def fragment(sheet: Sheet, renderer: Renderer, project: Project) -> str:
    """The sheet as one `<article>`, with full addresses; several of them can stand in one document."""
    if sheet.held:  # for one reader alone
        return _fragment(sheet, renderer, project)
    if sheet.url not in renderer.articles:
        renderer.articles[sheet.url] = _fragment(sheet, renderer, project)
    return renderer.articles[sheet.url]


def _fragment(sheet: Sheet, renderer: Renderer, project: Project) -> str:
    if sheet.piece.of and not sheet.piece.withdrawn:
        return _in_language(sheet, sheet.piece.of, renderer, project)
    return str(whole_numbers(_filled(sheet, sheet.piece, renderer, project)))


def _in_language(sheet: Sheet, of: Piece, renderer: Renderer, project: Project) -> str:
    """The sheet of a piece in another language: the Dutch template, filled with its texts.

    With the Dutch, both stand in one template where there is one (`print/samen/`); else the Dutch sheet comes behind it.
    """
    language = sheet.piece.language
    said = replace(in_language(of, sheet.piece.data), address=sheet.piece.address)
    values: dict[str, Any] = {
        "translation": sheet.piece,
        "dutch": of,
        "further": further(renderer.handbook, said, language.id),
    }
    beside = sheet.kind == "samen" and _beside(said, renderer)
    if not beside:
        theirs = Markup(' lang="{}" dir="{}"').format(language.id, language.direction)
        values |= {"phrases": language.phrases, "theirs": theirs}
    variant = VARIANTS[0] if sheet.kind == "samen" and not beside else sheet.variant
    article = marked(_filled(replace(sheet, variant=variant), said, renderer, project, **values))
    article = whole_numbers(article, "ltr" if beside else language.direction)
    if sheet.kind == "samen" and not beside:
        return str(article) + str(fragment(Sheet(of, VARIANTS[0]), renderer, project))
    return str(article)


def _beside(piece: Piece, renderer: Renderer) -> bool:
    """Whether two languages of a piece stand on one sheet."""
    return f"print/samen/{shape(piece)}.html" in renderer.environment.list_templates()


def _filled(sheet: Sheet, piece: Piece, renderer: Renderer, project: Project, **own: Any) -> str:
    book = renderer.offered
    values: dict[str, Any] = {
        "variant": sheet.variant,
        "fill": sheet.variant.fillable,
        "large": sheet.variant.large,
        "paper": sheet.paper,
        "shape": "withdrawn" if piece.withdrawn else shape(piece),
        "phases": book.some("phase", piece.phases),
        "colophon": colophon(piece, book),
        "site": project.url,
        "qr": partial(qr.code, project.codes),
        "cards": cards,
        "draw": draw,
        "letter": letter,
        "open_blank": blank,
        "short_message": short_message,
        "printed": partial(macros.printed, renderer),
        "editors": project.mail,
        "mail_about": partial(_mail_about, renderer, project),
        "translation": None,
        "dutch": None,
        "theirs": "",
        "further": further(renderer.handbook, piece),
        **({"known": dict(sheet.known)} if sheet.known else {}),
        **({"known_there": dict(sheet.known_there)} if sheet.known_there else {}),
        **({"held": sheet.held} if sheet.held else {}),
        "yours": bool(sheet.held),
        **own,
    }
    return absolute(renderer.fill(_template(sheet, piece, renderer), piece=piece, **values), project.url)


def _mail_about(renderer: Renderer, project: Project, piece: Piece) -> str:
    """The link to a mail about a piece on paper: the same as on its page."""
    method, version = renderer.handbook.method, colophon(piece, renderer.offered).version
    url = project.url + piece.address
    return correction_mail.link(
        project.mail, title(piece), url, method.release, version, people=method.words.people.many
    )


def _template(sheet: Sheet, piece: Piece, renderer: Renderer) -> str:
    """The template of a sheet: that of its kind of PDF where there is one, else that of how the piece looks on paper."""
    if piece.withdrawn:
        return "print/withdrawn.html"
    name = f"{shape(piece)}.html"
    own = f"print/{'layouts/' if shape(piece) != piece.type else ''}{name}"
    return str(renderer.environment.select_template([f"print/{sheet.kind}/{name}", own]).name)


def html(sheet: Sheet, renderer: Renderer, project: Project) -> str:
    """The HTML document of a sheet."""
    article = fragment(sheet, renderer, project)
    lang = sheet.piece.data.language if sheet.piece.of and sheet.kind != "samen" else "nl"
    return renderer.fill("print/document.html", piece=sheet.piece, variant=sheet.variant, article=article, lang=lang)
