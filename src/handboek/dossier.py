"""The answers of the dossier: what stands in it, and what it draws from the rest of the handbook."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from handboek import hours
from handboek.dutch import count, listed
from handboek.handbook import Handbook
from handboek.markdown import plain
from handboek.model.dossier import Ask, Dossier
from handboek.model.kinds import BY_TYPE


@dataclass(frozen=True)
class Answer:
    """One statement of an answer: in its own words, and where it comes from."""

    text: str
    source: tuple[str, ...] = ()
    address: str = ""
    """Where it stands in the handbook, from the site's root."""
    names: str = ""
    """What stands there, where the text does not say it."""


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
    """A heading with its own answer, what it draws and what the yardstick answers on the same, in that order."""
    own = [Answer(said.text, said.source) for said in ask.answer]
    drawn = [answer for name in ask.draws for answer in DRAWN[name](handbook)]
    elements = [piece.data for piece in handbook.some("element", ask.elements)]
    told = [Answer(element.answer, element.source) for element in elements]
    unknown = (ask.unknown, *(element.unknown for element in elements))
    return Answered(ask, (*own, *drawn, *told), tuple(text for text in unknown if text))


def data(handbook: Handbook, dossier: Dossier) -> dict[str, Any]:
    """The dossier with its answers, for the export."""
    return {
        "used": plain(dossier.used),
        "recognised": dossier.recognised,
        "judges": [{"id": one.id, "name": one.name, "asks": plain(one.asks)} for one in dossier.judges],
        "headings": [
            {
                "id": ask.id,
                "part": plain(part.heading),
                "heading": plain(ask.asks),
                "means": plain(ask.means),
                "judges": list(ask.judges),
                "answer": [
                    {"text": plain(one.text), "sources": list(one.source), "url": one.address or None}
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


def tally(handbook: Handbook, dossier: Dossier) -> tuple[int, int, int]:
    """How many headings have an answer, how many are open in part, and how many are unknown altogether."""
    found = [answered(handbook, ask) for part in dossier.parts for ask in part.asks]
    whole = sum(not one.open and not one.unknown for one in found)
    none = sum(one.open for one in found)
    return whole, len(found) - whole - none, none


def _theory(*fields: str) -> Callable[[Handbook], Iterator[Answer]]:
    """What the theory of change says in these fields; a box under its own name."""

    def drawn(handbook: Handbook) -> Iterator[Answer]:
        for piece in handbook.of("theory"):
            for name in fields:
                for one in getattr(piece.data, name):
                    title = getattr(one, "title", "")
                    anchor = f"#{one.id}" if hasattr(one, "id") else ""
                    text = f"**{title}.** {one.text}" if title else one.text
                    yield Answer(text, one.source, piece.address + anchor if title else piece.address)

    return drawn


def _phases(handbook: Handbook) -> Iterator[Answer]:
    for phase in handbook.of("phase"):
        steps = listed([plain(step.title).lower() for step in handbook.steps(phase)])
        yield Answer(f"**{phase.numbered}.** {phase.data.purpose.text}", phase.data.purpose.source, phase.address)
        if steps:
            yield Answer(f"Stappen in deze fase: {steps}.")


def _tools(handbook: Handbook) -> Iterator[Answer]:
    for type_ in ("guide", "worksheet", "message", "script"):
        kind, pieces = BY_TYPE[type_], handbook.of(type_)
        if pieces:
            yield Answer(f"{count(len(pieces), kind.name, kind.plural)}.", (), f"{kind.folder}/", kind.plural)


def _pieces(type_: str) -> Callable[[Handbook], Iterator[Answer]]:
    """Each piece of a type, with what it is about."""

    def drawn(handbook: Handbook) -> Iterator[Answer]:
        for piece in handbook.of(type_):
            yield Answer(f"**{plain(piece.title)}.** {piece.summary}", piece.sources, piece.address)

    return drawn


def _roles(handbook: Handbook) -> Iterator[Answer]:
    kind, roles = BY_TYPE["role"], handbook.of("role")
    if roles:
        named = listed([plain(role.title).lower() for role in roles])
        yield Answer(f"{count(len(roles), kind.name, kind.plural)}: {named}.", (), f"{kind.folder}/", kind.plural)


def _hours(handbook: Handbook) -> Iterator[Answer]:
    counted = hours.counted(handbook)
    if counted.rows:
        about = listed([f"{number} {amount.many}" for amount, number in counted.amounts[:2]])
        yield Answer(f"In de voorbeeldsom ({about}) kosten alle stappen samen {hours.span(*counted.hours)} uur.")


def _research(handbook: Handbook) -> Iterator[Answer]:
    keys = dict.fromkeys(
        key for piece in handbook.of("theory") for arrow in piece.data.arrows for key in arrow.research
    )
    for source in handbook.some("source", tuple(keys)):
        text = f"**{source.data.short}.** {source.data.tells} Wat het niet vertelt: {source.data.does_not_tell}"
        yield Answer(text, (source.slug,), source.address)


def _sources(handbook: Handbook) -> Iterator[Answer]:
    kind, sources = BY_TYPE["source"], handbook.of("source")
    if sources:
        own = sum(source.data.self_report for source in sources)
        text = f"{count(len(sources), kind.name, kind.plural)}. In {own} daarvan vertellen mensen over hun eigen werk."
        yield Answer(text, (), f"{kind.folder}/", kind.plural)


DRAWN: dict[str, Callable[[Handbook], Iterator[Answer]]] = {
    "aanleiding": _theory("cause"),
    "doelgroep": _theory("group"),
    "niet-voor": _theory("not_for"),
    "doelen": _theory("outcomes"),
    "aanpak": _phases,
    "hulpmiddelen": _tools,
    "rollen": _roles,
    "uren": _hours,
    "voorbeelden": _pieces("example"),
    "onderzoek": _research,
    "werkzaam": _theory("working"),
    "aannames": _theory("assumptions"),
    "risicos": _theory("harms"),
    "bronnen": _sources,
}
"""By what an answer draws from: how."""
