"""The answers of the dossier: what stands in it, and what it draws from the rest of the handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from handboek import hours, theory
from handboek.dutch import count, listed
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.dossier import Ask, Dossier
from handboek.model.kinds import BY_TYPE, KINDS


@dataclass(frozen=True)
class Answer:
    """One statement of an answer: in its own words, and where it comes from."""

    text: str
    source: tuple[str, ...] = ()
    title: str = ""
    """What it is called where it was drawn from; it stands before the text."""
    address: str = ""
    """Where that is, from the site's root."""

    @property
    def whole(self) -> str:
        """Title and text, as one reads them."""
        return ". ".join(filter(None, (self.title, self.text)))


@dataclass(frozen=True)
class Answered:
    """A heading with all that the handbook has to say on it."""

    ask: Ask
    answers: tuple[Answer, ...]
    unknown: tuple[str, ...] = field(default=())

    @property
    def open(self) -> bool:
        """Whether there is no answer at all."""
        return not self.answers


def answered(handbook: Handbook, ask: Ask) -> Answered:
    """A heading with its own answer, what it draws and what the yardstick answers on the same, in that order.

    The source of the yardstick stands behind what it asks, not behind what this handbook answers. What was withdrawn
    answers nothing.
    """
    handbook = handbook.offered
    own = [Answer(said.text, said.source) for said in ask.answer]
    drawn = [answer for name in ask.draws for answer in DRAWN[name](handbook)]
    elements = [piece.data for piece in handbook.some("element", ask.elements)]
    told = [Answer(element.answer) for element in elements]
    unknown = (ask.unknown, *(element.unknown for element in elements))
    return Answered(ask, (*own, *drawn, *told), tuple(text for text in unknown if text))


def data(handbook: Handbook, dossier: Dossier) -> dict[str, Any]:
    """The dossier with its answers, for the export."""
    return {
        "used": plain(dossier.used),
        "recognised": dossier.recognised,
        "judges": [
            {"id": one.id, "name": one.name, "asks": plain(one.asks), "sources": list(one.source)}
            for one in dossier.judges
        ],
        "headings": [
            {
                "id": ask.id,
                "part": plain(part.heading),
                "heading": plain(ask.asks),
                "means": plain(ask.means),
                "judges": list(ask.judges),
                "answer": [
                    {"text": plain(one.whole), "sources": list(one.source), "url": one.address or None}
                    for one in found.answers
                ],
                "unknown": [plain(text) for text in found.unknown],
                "at": list(ask.at),
            }
            for part in dossier.parts
            for ask in part.asks
            for found in [answered(handbook, ask)]
        ],
    }


def lines_of(handbook: Handbook, piece: Piece) -> list[str]:
    """Every answer of a dossier, also what it draws from elsewhere; nothing for another piece."""
    return [text for one in _all(handbook, piece) for text in (*(answer.whole for answer in one.answers), *one.unknown)]


def sources_of(handbook: Handbook, piece: Piece) -> tuple[str, ...]:
    """The sources of every answer of a dossier, in order; nothing for another piece."""
    return tuple(dict.fromkeys(key for one in _all(handbook, piece) for answer in one.answers for key in answer.source))


def _all(handbook: Handbook, piece: Piece) -> list[Answered]:
    if piece.type != "dossier":
        return []
    return [answered(handbook, ask) for part in piece.data.parts for ask in part.asks]


def tally(handbook: Handbook, piece: Piece) -> tuple[int, int, int]:
    """How many headings have an answer, how many are open in part, and how many are unknown altogether."""
    found = _all(handbook, piece)
    whole = sum(not one.open and not one.unknown for one in found)
    none = sum(one.open for one in found)
    return whole, len(found) - whole - none, none


def _theory(name: str) -> Callable[[Handbook], Iterator[Answer]]:
    """What the theory of change says in this field; a box under its own name."""

    def drawn(handbook: Handbook) -> Iterator[Answer]:
        for piece in handbook.of("theory"):
            for one in getattr(piece.data, name):
                title = getattr(one, "title", "")
                yield Answer(one.text, one.source, title, f"{piece.address}#{one.id}" if title else "")

    return drawn


def _phases(handbook: Handbook) -> Iterator[Answer]:
    for phase in handbook.of("phase"):
        steps = listed([plain(step.title).lower() for step in handbook.steps(phase)])
        end = "" if steps.endswith("?") else "."
        text = f"{phase.data.purpose.text}{f' Stappen: {steps}{end}' if steps else ''}"
        yield Answer(text, phase.data.purpose.source, phase.numbered, phase.address)


def _tools(handbook: Handbook) -> Iterator[Answer]:
    for kind in KINDS:
        pieces = handbook.of(kind.type)
        if pieces and kind.sheet and kind.folder:
            yield Answer(title=count(len(pieces), kind.name, kind.plural), address=f"{kind.folder}/", text="")


def _examples(handbook: Handbook) -> Iterator[Answer]:
    for piece in handbook.of("example"):
        yield Answer(piece.summary, piece.sources, plain(piece.title), piece.address)


def _roles(handbook: Handbook) -> Iterator[Answer]:
    kind, roles = BY_TYPE["role"], handbook.of("role")
    if roles:
        named = listed([plain(role.title).lower() for role in roles])
        yield Answer(
            f"{named[0].upper()}{named[1:]}.", (), count(len(roles), kind.name, kind.plural), f"{kind.folder}/"
        )


def _hours(handbook: Handbook) -> Iterator[Answer]:
    counted = hours.counted(handbook)
    if counted.rows:
        amount, number = next((one for one in counted.amounts if one[1] != 1), counted.amounts[0])
        about = count(number, amount.one, amount.many)
        yield Answer(f"In de voorbeeldsom met {about} kosten alle stappen samen {hours.span(*counted.hours)} uur.")


def _research(handbook: Handbook) -> Iterator[Answer]:
    for source in handbook.of("source"):
        if source.data.kind == theory.STUDY:
            text = f"{source.data.tells} Wat het niet vertelt: {source.data.does_not_tell}"
            yield Answer(text, (source.slug,), source.data.short, source.address)


def _sources(handbook: Handbook) -> Iterator[Answer]:
    kind, found = BY_TYPE["source"], handbook.of("source")
    if found:
        own = sum(source.data.self_report for source in found)
        text = f"In {own} daarvan vertellen mensen over hun eigen werk."
        yield Answer(text, (), count(len(found), kind.name, kind.plural), f"{kind.folder}/")


DRAWN: dict[str, Callable[[Handbook], Iterator[Answer]]] = {
    "aanleiding": _theory("cause"),
    "doelgroep": _theory("group"),
    "niet-voor": _theory("not_for"),
    "doelen": _theory("outcomes"),
    "aanpak": _phases,
    "hulpmiddelen": _tools,
    "rollen": _roles,
    "uren": _hours,
    "voorbeelden": _examples,
    "onderzoek": _research,
    "werkzaam": _theory("working"),
    "aannames": _theory("assumptions"),
    "risicos": _theory("harms"),
    "bronnen": _sources,
}
"""By what an answer draws from: how."""
