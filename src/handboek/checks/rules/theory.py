"""De verandertheorie loopt rond, en wat kern is volgt eruit.

Elke pijl loopt van een vak naar een vak in de kolom ernaast. Elke activiteit en alles wat het werkt, leidt ergens
heen, en elke uitkomst komt ergens vandaan. Een uitkomst leidt naar criteria. Wat kern van de methode is, staat bij
`core` van wat werkt; een stap of gesprek zegt het dan niet ook nog zelf anders.

Goed:

    # phases/verandertheorie.yml
    title: Zo werkt het
    summary: Wat we doen en wat het brengt.
    checked: 2026-11-01
    standing: Niemand heeft het gemeten.
    cause: [Buren kennen elkaar niet.]
    group: [Iedereen in de straat.]
    not_for: [Als het stormt.]
    activities: [{id: lopen, title: Een rondje lopen, text: Je kijkt rond., steps: [rondje-lopen]}]
    working: [{id: groeten, title: Je groet, text: Wie groet wordt gezien., core: [fasen/kijken/rondje-lopen]}]
    outcomes: [{id: kennen, title: Buren kennen elkaar, text: Zij groeten., term: kort, criteria: [fasen/doen/#punt-1]}]
    arrows:
      - {from: lopen, to: groeten, why: Wie loopt komt iemand tegen., source: boekje}
      - {from: groeten, to: kennen, why: Wie groet leert een gezicht kennen.}
    assumptions: [{id: thuis, text: Er is iemand op straat.}]
    harms: [{id: schrik, text: Iemand schrikt., at: [gesprekken/praatje]}]

Fout:

    # phases/verandertheorie.yml
    title: Zo werkt het
    summary: Wat we doen en wat het brengt.
    checked: 2026-11-01
    standing: Niemand heeft het gemeten.
    cause: [Buren kennen elkaar niet.]
    group: [Iedereen in de straat.]
    not_for: [Als het stormt.]
    activities: [{id: lopen, title: Een rondje lopen, text: Je kijkt rond., steps: [rondje-lopen]}]
    working: [{id: groeten, title: Je groet, text: Wie groet wordt gezien., core: [fasen/kijken/rondje-lopen]}]
    outcomes: [{id: kennen, title: Buren kennen elkaar, text: Zij groeten., term: kort, criteria: [fasen/doen/#punt-1]}]
    arrows: [{from: lopen, to: groetten, why: Wie loopt komt iemand tegen.}]
    assumptions: [{id: thuis, text: Er is iemand op straat.}]
    harms: [{id: schrik, text: Iemand schrikt., at: [gesprekken/praatje]}]
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek import theory
from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.wording import nearest

CODE = "verandertheorie"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each arrow, box, criterion and mark of the core that does not fit the others."""
    for piece in handbook.of("theory"):
        yield from _arrows(piece)
        yield from _loose(piece)
        yield from _leads(handbook, piece)
        yield from _core(handbook, piece)


def _arrows(piece: Piece) -> Iterator[Finding]:
    columns = theory.columns(piece.data)
    place = {box.id: number for number, column in enumerate(columns) for box in column.boxes}
    seen = set()
    for index, arrow in enumerate(piece.data.arrows):
        missing = [(name, id_) for name, id_ in (("from_", arrow.from_), ("to", arrow.to)) if id_ not in place]
        for name, id_ in missing:
            meant = nearest(id_, sorted(place)) or ""
            helps = "" if meant else "Gebruik de `id` van een activiteit, van wat werkt of van een uitkomst."
            yield finding_at(piece, ("arrows", index, name), f"Er is geen vak `{id_}`.", helps, suggestion=meant)
        if missing:
            continue
        if place[arrow.to] != place[arrow.from_] + 1:
            what = f"Deze pijl loopt niet naar de volgende kolom: van `{arrow.from_}` naar `{arrow.to}`."
            helps = "Laat hem naar een vak in de kolom rechts ernaast lopen, of zet er een vak tussen."
            yield finding_at(piece, ("arrows", index, "to"), what, helps)
        if (arrow.from_, arrow.to) in seen:
            what = f"De pijl van `{arrow.from_}` naar `{arrow.to}` staat er twee keer."
            yield finding_at(piece, ("arrows", index, "to"), what, "Haal er één weg.")
        seen.add((arrow.from_, arrow.to))


def _loose(piece: Piece) -> Iterator[Finding]:
    """Boxes that lead nowhere, or that nothing leads to."""
    data = piece.data
    starts, ends = {arrow.from_ for arrow in data.arrows}, {arrow.to for arrow in data.arrows}
    for name, boxes in (("activities", data.activities), ("working", data.working), ("outcomes", data.outcomes)):
        for index, box in enumerate(boxes):
            if name != "outcomes" and box.id not in starts:
                what = f"Van `{box.id}` loopt geen pijl naar wat het brengt."
                yield finding_at(piece, (name, index, "id"), what, "Zet er een pijl bij, of haal het weg.")
            if name != "activities" and box.id not in ends:
                what = f"Naar `{box.id}` loopt geen pijl: niets leidt ertoe."
                yield finding_at(piece, (name, index, "id"), what, "Zet er een pijl bij, of haal het weg.")


def _leads(handbook: Handbook, piece: Piece) -> Iterator[Finding]:
    """References that lead to a piece of another kind than is meant; one that leads nowhere is said elsewhere."""
    for index, outcome in enumerate(piece.data.outcomes):
        for place, address in enumerate(outcome.criteria):
            other = handbook.at(address)
            if other and other.type != "criterion":
                what = f"`{address}` is een {other.kind.name}, geen criterium."
                yield finding_at(piece, ("outcomes", index, "criteria", place), what, "Noem hier een criterium.")
    for index, working in enumerate(piece.data.working):
        for place, address in enumerate(working.core):
            other = handbook.at(address)
            if other and "core" not in other.kind.model.model_fields:
                what = f"`{address}` is een {other.kind.name}; kern is een stap of een gesprek."
                yield finding_at(piece, ("working", index, "core", place), what, "Noem hier een stap of een gesprek.")


def _core(handbook: Handbook, piece: Piece) -> Iterator[Finding]:
    """Pieces that call themselves core and carry nothing, and points that are core in a step that no activity names."""
    carried = theory.carried(handbook)
    steps = {slug for activity in piece.data.activities for slug in activity.steps}
    for one in handbook.pieces.values():
        if getattr(one.data, "core", False) and one.address.strip("/") not in carried:
            what = "Dit noemt zichzelf kern, en de verandertheorie zegt niet waarom."
            helps = f"Haal `core` hier weg, of noem `{one.address.strip('/')}` in `{piece.path}` bij wat het draagt."
            yield finding_at(one, ("core",), what, helps)
    for step in handbook.of("step"):
        for index, item in enumerate(step.data.checklist):
            if item.core and step.slug not in steps:
                what = "Dit punt is kern, en geen activiteit in de verandertheorie noemt deze stap."
                helps = f"Noem de stap bij een activiteit in `{piece.path}`, of haal `core` weg."
                yield finding_at(step, ("checklist", index, "core"), what, helps)
