"""What follows from the theory of change: its columns, what each arrow rests on, and which pieces are the core."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from handboek.handbook import Handbook, Piece
from handboek.model.text import OWN, Sourced
from handboek.model.theory import Activity, Arrow, Boxed, Outcome, Term, Theory, Working

Rests = Literal["onderzoek", "bron", "aanname"]

COLUMNS = ("activiteiten", "werkzaam", *get_args(Term))
"""The columns of the picture, from left to right."""
HEADS = {
    "activiteiten": "Wat je doet",
    "werkzaam": "Waarom het werkt",
    "kort": "Op korte termijn",
    "middellang": "Op middellange termijn",
    "lang": "Op lange termijn",
}
RESTS = {
    "onderzoek": "Onderzoek zegt er iets over, voor of tegen",
    "bron": "Een bron vertelt het",
    "aanname": "Onze aanname",
}
"""What an arrow can rest on, strongest first."""
LEADS = ("purpose", "goal")
"""The fields in which a piece says what it is for."""
STUDY = "onderzoek"
"""The kind of a source that is research."""


@dataclass(frozen=True)
class Column:
    """A column of the picture that has something in it."""

    name: str
    head: str
    boxes: tuple[Boxed, ...]


def columns(theory: Theory) -> list[Column]:
    """The columns with their boxes."""
    found = [Column(name, HEADS[name], tuple(_boxes(theory, name))) for name in COLUMNS]
    return [column for column in found if column.boxes]


def _boxes(theory: Theory, name: str) -> Iterator[Activity | Working | Outcome]:
    if name == "activiteiten":
        yield from theory.activities
    elif name == "werkzaam":
        yield from theory.working
    else:
        yield from (outcome for outcome in theory.outcomes if outcome.term == name)


def research(handbook: Handbook, arrow: Arrow) -> tuple[str, ...]:
    """The studies among what is cited with an arrow, also where they speak against it."""
    keys = (*arrow.source, *(arrow.doubt.source if arrow.doubt else ()))
    return tuple(source.slug for source in handbook.some("source", keys) if source.data.kind == STUDY)


def rests_on(handbook: Handbook, arrow: Arrow) -> Rests:
    """What an arrow rests on: research before what those who were there tell; else it is an assumption of ours."""
    return "onderzoek" if research(handbook, arrow) else "bron" if arrow.source else "aanname"


def ground(handbook: Handbook, arrow: Arrow) -> str:
    """What an arrow rests on, in words: what was thought first, and whether research says something of it.

    A study that is cited with the doubt alone does not make an assumption of ours anything else.
    """
    own = "bron" if arrow.source else "onze aanname"
    found = research(handbook, arrow)
    return "onderzoek" if set(found) & set(arrow.source) else f"{own}, onderzoek erover" if found else own


def numbered(theory: Theory) -> list[tuple[int, Arrow]]:
    """The arrows with their numbers; one that begins or ends nowhere, as in a preview of what is not right yet, is no arrow."""
    boxes = {one.id for column in columns(theory) for one in column.boxes}
    return [(number, one) for number, one in enumerate(theory.arrows, 1) if {one.from_, one.to} <= boxes]


def leaving(theory: Theory, id_: str) -> list[tuple[int, Arrow]]:
    """The arrows that begin at a box, with their numbers."""
    return [(number, arrow) for number, arrow in numbered(theory) if arrow.from_ == id_]


def box(theory: Theory, id_: str) -> Boxed:
    """The box with this id. Raises `KeyError` where there is none."""
    return {one.id: one for column in columns(theory) for one in column.boxes}[id_]


def questions(handbook: Handbook, outcome: Outcome) -> tuple[Piece, ...]:
    """The questions with which an outcome is measured: those of its criteria."""
    criteria = [criterion for address in outcome.criteria if (criterion := handbook.at(address))]
    slugs = dict.fromkeys(slug for one in criteria for slug in getattr(one.data, "questions", ()))
    return handbook.some("question", tuple(slugs))


def carried(handbook: Handbook) -> dict[str, tuple[str, ...]]:
    """The addresses of the pieces that are core, each with where the working elements stand that it carries."""
    found: dict[str, tuple[str, ...]] = {}
    for piece in handbook.of("theory"):
        for working in piece.data.working:
            for address in working.core:
                found[address] = (*found.get(address, ()), f"{piece.address}#{working.id}")
    return found


def is_core(handbook: Handbook, piece: Piece) -> bool:
    """Whether a piece must stay when somebody adapts the method.

    A theory of change says it by the working elements; without one, the piece says it itself. In an edition no piece is
    that says what it is for in words of its own.
    """
    if _reworded(handbook, piece):
        return False
    if not handbook.of("theory"):
        return bool(getattr(piece.data, "core", False))
    return piece.address.strip("/") in carried(handbook)


def core(handbook: Handbook, working: Working) -> tuple[str, ...]:
    """The addresses of what carries a working element, as the method says it."""
    there = ((address, handbook.at(address)) for address in working.core)
    return tuple(address for address, piece in there if not piece or not _reworded(handbook, piece))


def own(item: Sourced) -> bool:
    """Whether a statement is in the words of an edition."""
    return OWN in item.source


def _reworded(handbook: Handbook, piece: Piece) -> bool:
    """Whether a piece is an edition's own, or what it is for is."""
    origin = handbook.origin
    return origin is not None and (
        piece.path in origin.own
        or any(one.field.partition(".")[0] in LEADS and one.slug == piece.slug for one in origin.changed(piece.path))
    )
