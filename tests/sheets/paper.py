"""What goes on paper: which texts of a piece a sheet shows, in the order in which it shows them.

A page on the site shows everything. Paper shows what somebody needs in the hand; this table says what that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from handboek import hours, workshop
from handboek.blocks import blocks
from handboek.dossier import answered
from handboek.handbook import Handbook, Piece
from handboek.model.introspect import walk
from handboek.model.text import BLANK, Words
from handboek.model.translation import DUTCH
from handboek.render.letters import label_of
from handboek.session import session
from handboek.sheets import cards
from handboek.sheets.sheet import VARIANTS, Sheet, drawn, shape
from handboek.translations import ANY_SIGN, in_language

TOP = ("title", "summary")
DRAWN = "*"
"""Where the texts stand that come from other pieces."""
FIELDS = {
    "guide": (
        *TOP,
        "goal",
        "when",
        "when_not",
        "skills",
        "preparation",
        "opening",
        "questions",
        "avoid",
        "responses",
        "signals",
        "permission",
        "closing",
        "write_down",
        "never_write_down",
    ),
    "message": ("body",),
    "theory": (*TOP, "cause", "group", "standing", "not_for", "assumptions", "harms", "arrows"),
    "dossier": (*TOP, "used", "judges", DRAWN),
    "script": (*TOP, "goal", "room", "preparation", "parts", "when_late", "short", "packing", "evaluation"),
    "tekst": (*TOP, "sheet.instruction", "sheet.entries", "sheet.writing"),
    "feiten": (*TOP, "sheet.instruction", "sheet.groups", "sheet.writing"),
    "tabel": (
        *TOP,
        "sheet.instruction",
        "sheet.columns",
        "sheet.example",
        "sheet.row_labels",
        "sheet.writing",
        "sheet.tally",
    ),
    "checklist": (*TOP, "sheet.instruction", "sheet.answers", "sheet.groups", "sheet.example", "sheet.writing"),
    "raster": (
        *TOP,
        "sheet.instruction",
        "sheet.marks",
        "sheet.columns",
        "sheet.example",
        "sheet.places",
        "sheet.writing",
    ),
    "meter": (
        *TOP,
        "sheet.instruction",
        "sheet.silence",
        "sheet.unit",
        "sheet.columns",
        "sheet.example",
        "sheet.totals",
        "sheet.writing",
    ),
    "kalender": (
        *TOP,
        "sheet.instruction",
        "sheet.periods",
        "sheet.example",
        "sheet.rows",
        "sheet.total",
        "sheet.writing",
    ),
    "canvas": (*TOP, "sheet.instruction", "sheet.boxes", "sheet.writing"),
    "logboek": (*TOP, "sheet.instruction", "sheet.fields", "sheet.example", "sheet.writing"),
    "ringen": (
        *TOP,
        "sheet.instruction",
        "sheet.example",
        "sheet.centre",
        "sheet.rings",
        "sheet.sectors",
        "sheet.writing",
    ),
    "afspraak": (
        *TOP,
        "sheet.instruction",
        "sheet.left",
        "sheet.right",
        "sheet.articles",
        "sheet.example",
        "sheet.signatures",
        "sheet.writing",
    ),
    "vraag-antwoord": (*TOP, "sheet.instruction", "sheet.answers", "sheet.example", "sheet.writing"),
    "vragenlijst": (
        *TOP,
        "sheet.instruction",
        "sheet.sender",
        "sheet.code",
        DRAWN,
        "sheet.writing",
        "sheet.closing",
    ),
    "poster": ("sheet.headline", DRAWN, "sheet.entries", "sheet.footer", *TOP, "sheet.instruction", "sheet.writing"),
    "kaarten": (*TOP, "sheet.instruction", "sheet.writing", "sheet.cards", DRAWN),
    "zakkaarten": (*TOP, "sheet.instruction", "sheet.writing", DRAWN),
    "aanwijskaart": ("title", "sheet.instruction", "sheet.subjects", "sheet.answers", "sheet.writing"),
    "talenkaart": (
        "title",
        "sheet.i_speak",
        "sheet.instruction",
        *(f"sheet.{name}" for name in ("who", "calm", "wait", "call", "back")),
        "sheet.writing",
    ),
    "meegeefblad": (
        "title",
        "sheet.instruction",
        "sheet.before",
        "sheet.fields",
        "sheet.writing",
        "sheet.tick",
        "sheet.closing",
    ),
}
"""The fields of each shape that go on its main sheet, in the order of the paper. A dot leads into the layout."""


SHORTENED = "shorter"
"""What stands on paper only where a part is held in less time than usual."""


@dataclass(frozen=True)
class Shown:
    """A field with the texts that a sheet shows of it."""

    field: str
    texts: tuple[str, ...]


def in_dutch_order(piece: Piece) -> Piece:
    """What stands for a piece on paper: itself, or for a translation the Dutch piece with its texts in their places."""
    if not piece.of:
        return piece
    return in_language(piece.of, piece.data)


def shown(sheet: Sheet, book: Handbook) -> Iterator[Shown]:
    """The texts that a sheet has to show, field by field, in the order of the paper; without marks of how far each is."""
    for one in _both(sheet, book) if sheet.kind == "samen" else _shown(sheet, book):
        yield replace(one, texts=tuple(ANY_SIGN.sub("", text) for text in one.texts))


def _both(sheet: Sheet, book: Handbook) -> Iterator[Shown]:
    """The texts of a sheet in two languages: a page has each beside the other, a letter has the Dutch first, else it comes last."""
    assert sheet.piece.of
    dutch, theirs = (
        tuple(_shown(replace(sheet, piece=one, variant=VARIANTS[0]), book)) for one in (sheet.piece.of, sheet.piece)
    )
    if sheet.piece.of.kind.written:
        yield from (Shown(one.field, (*one.texts, *other.texts)) for one, other in zip(dutch, theirs, strict=True))
    else:
        yield from (*dutch, *theirs) if sheet.piece.of.type == "message" else (*theirs, *dutch)


def _shown(sheet: Sheet, book: Handbook) -> Iterator[Shown]:
    piece = in_dutch_order(sheet.piece)
    if sheet.kind == "zak":
        yield from _pocket(piece)
    elif sheet.kind == "deelnemers":
        yield Shown("title", (piece.title,))
        yield Shown("goal", (piece.data.goal.text,))
        for part in piece.data.parts:
            yield Shown(f"parts.{part.id}", (part.title, *filter(None, (part.participants,)), *part.questions))
    elif sheet.kind == "evaluatie":
        yield Shown("evaluation", tuple(piece.data.evaluation))
    elif sheet.kind == "werk":
        yield Shown("headline", (piece.data.sheet.headline,))
        yield Shown("phases", tuple(phase.data.name for phase in drawn(piece, book)))
        yield Shown("title", (piece.title,))
    elif sheet.kind == "vooraf":
        yield Shown("title", (piece.title,))
        yield Shown("audience", (piece.data.audience, piece.data.moment.text))
    elif piece.kind.written:
        # Between its title and the rest stands what it is about.
        yield from (Shown(f"body.{at}", (one.text,)) for at, one in enumerate(blocks(piece.entry.document.body), 1))
    else:
        for field in FIELDS[shape(piece)]:
            if field == DRAWN:
                yield from _drawn(piece, book)
                continue
            texts = tuple(_texts(piece.data, field))
            if shape(piece) == "feiten":
                texts = tuple(hours.figured(book, text) for text in texts)
            if shape(piece) == "script":
                texts = tuple(workshop.plain(text, session(piece.data)) for text in texts)
            if shape(piece) in ("aanwijskaart", "talenkaart"):
                texts = tuple(BLANK.sub("", text) for text in texts)
            if texts and field == "body":
                texts = (_with_blanks(sheet, piece),)
            if texts:
                yield Shown(field, texts)


def _with_blanks(sheet: Sheet, piece: Piece) -> str:
    """A letter with what is heard of each blank; a field says what it is itself."""
    phrases = sheet.piece.language.phrases if sheet.piece.of else DUTCH
    labels = {blank.id: f"{label_of(blank)}, {phrases.open_blank or ''}" for blank in piece.data.blanks}
    return BLANK.sub(lambda name: "" if sheet.variant.fillable else labels[name[1]], str(piece.data.body))


def _texts(data: Any, field: str) -> Iterator[str]:
    first, _, rest = field.partition(".")
    if rest:
        yield from _texts(getattr(data, first), rest)
    else:
        yield from (
            leaf.value
            for leaf in walk(data)
            if leaf.loc[0] == first and SHORTENED not in leaf.loc and isinstance(leaf.marker, Words)
        )


def _drawn(piece: Piece, book: Handbook) -> Iterator[Shown]:
    """What a sheet takes from other pieces."""
    if shape(piece) == "kaarten":
        for card in cards.deck(piece.data.sheet, book) if drawn(piece, book) else ():
            yield Shown("card", (card.kind, card.front, card.hint, card.back))
    elif shape(piece) == "zakkaarten":
        for guide in drawn(piece, book):
            yield from _pocket(guide)
            yield Shown("reminder", (piece.data.sheet.reminder,))
    elif shape(piece) == "dossier":
        for part in piece.data.parts:
            yield Shown("heading", (part.heading,))
            for ask in part.asks:
                found = answered(book, ask)
                yield Shown("ask", (ask.asks, ask.means, *(one.whole for one in found.answers), *found.unknown))
    elif shape(piece) == "vragenlijst":
        for question in drawn(piece, book):
            asked, last = question.data, (piece.data.sheet.decline,) if piece.data.sheet.decline else ()
            for one in asked.wording:
                yield Shown("question", (one.text, *asked.answers, *last))
            if asked.follow_up:
                yield Shown("follow_up", (asked.follow_up,))
    else:
        for phase in drawn(piece, book):
            steps = (step.title for step in book.steps(phase))
            yield Shown("phase", (phase.data.name, phase.data.subtitle, *steps))


def _pocket(guide: Piece) -> Iterator[Shown]:
    data = guide.data
    yield Shown("title", (guide.title,))
    yield Shown("questions", tuple(ask.text for ask in data.questions))
    yield Shown("permission", (data.permission,))
