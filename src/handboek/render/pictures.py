"""Pictures drawn from the data, as SVG with a text alternative. Nothing in them is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from handboek.dutch import STATUS, count
from handboek.handbook import Handbook, Piece


def _svg(width: int, height: int, title: str, parts: Iterable[str], css: str) -> Markup:
    head = Markup('<svg class="picture {}" viewBox="0 0 {} {}" role="img" aria-label="{}"><title>{}</title>').format(
        css, width, height, title, title
    )
    return head + Markup("".join(parts)) + Markup("</svg>")


def _text(x: float, y: float, words: str, css: str = "", anchor: str = "start") -> str:
    return str(
        Markup('<text x="{:.1f}" y="{:.1f}" class="{}" text-anchor="{}">{}</text>').format(x, y, css, anchor, words)
    )


def timeline(handbook: Handbook) -> Markup:
    """When each phase runs, in months from the start of the works: a bar for each phase, so that overlap shows."""
    phases = [phase for phase in handbook.of("phase") if phase.data.span]
    if not phases:
        return Markup("")
    first = min(phase.data.span.first for phase in phases)
    last = max(phase.data.span.last for phase in phases)
    left, width, row = 150, 560, 34
    scale = width / max(1, last - first)
    height = row * len(phases) + 46

    def at(month: int) -> float:
        return float(left + (month - first) * scale)

    parts, told = [], []
    for month in range(first - first % 6, last + 1, 6):
        if month >= first:
            parts.append(f'<line class="grid" x1="{at(month):.1f}" x2="{at(month):.1f}" y1="24" y2="{height - 16}"/>')
            parts.append(_text(at(month), 14, f"{month:+d}".replace("-", "−") if month else "start", "tick", "middle"))
    for index, phase in enumerate(phases):
        span, y = phase.data.span, 30 + index * row
        bar = f'<rect class="bar" x="{at(span.first):.1f}" y="{y}" width="{at(span.last) - at(span.first):.1f}" height="22" rx="2"/>'
        parts.append(
            f'<g class="door-{phase.data.number}">{bar}{_text(at(span.first) + 6, y + 16, str(phase.data.number), "number")}</g>'
        )
        if span.open_end:
            parts.append(_text(at(span.last) + 4, y + 16, "…", "tick"))
        parts.append(_text(0, y + 16, phase.data.name, "name"))
        end = "en loopt door" if span.open_end else f"tot maand {span.last}"
        told.append(f"{phase.data.name} van maand {span.first} {end}")
    parts.append(f'<line class="works" x1="{at(0):.1f}" x2="{at(0):.1f}" y1="20" y2="{height - 14}"/>')
    parts.append(_text(at(0), height - 2, "start van de werkzaamheden", "tick", "middle"))
    return _svg(
        730,
        height,
        f"Tijdlijn in maanden ten opzichte van de start van de werkzaamheden: {'; '.join(told)}.",
        parts,
        "timeline",
    )


def happened(handbook: Handbook, example: Piece) -> Markup:
    """The street of an example: a door for each phase, filled where something was done, dashed where planned."""
    phases = handbook.of("phase")
    states: dict[str, str] = {}
    for row in example.data.happened:
        if states.get(row.phase) != "done":
            states[row.phase] = row.status
    parts = []
    told = []
    for index, phase in enumerate(phases):
        x, state = 4 + index * 100, states.get(phase.slug, "none")
        parts.append(
            f'<g class="door-{phase.data.number} state-{state}"><rect class="leaf" x="{x}" y="4" width="84" height="70" rx="3"/>'
        )
        parts.append(
            _text(x + 10, 34, str(phase.data.number), "number")
            + _text(x + 10, 62, STATUS.get(state, "niet bekend"), "state")
        )
        parts.append("</g>" + _text(x + 42, 92, phase.data.name, "name", "middle"))
        told.append(f"{phase.data.name}: {STATUS.get(state, 'niet bekend')}")
    return _svg(100 * len(phases), 100, f"Wat er in welke fase gebeurde. {'; '.join(told)}.", parts, "happened-doors")


def coherence(handbook: Handbook) -> Markup:
    """How the pieces hang together: phases have steps, steps use tools, practice gives examples and lessons back."""

    def many(type_: str) -> str:
        kind = next(piece.kind for piece in handbook.of(type_)) if handbook.of(type_) else None
        return count(len(handbook.of(type_)), kind.name, kind.plural) if kind else "nog geen"

    boxes = {
        "phase": (20, 70), "step": (200, 70), "guide": (400, 10), "worksheet": (400, 60), "message": (400, 110),
        "script": (400, 160), "example": (200, 170), "lesson": (20, 170),
    }  # fmt: skip
    parts = [
        '<defs><marker id="pijl" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
    ]
    arrows = [("phase", "step"), *(("step", tool) for tool in ("guide", "worksheet", "message", "script"))]
    for start, end in arrows:
        (x1, y1), (x2, y2) = boxes[start], boxes[end]
        parts.append(f'<line class="arrow" x1="{x1 + 150}" y1="{y1 + 18}" x2="{x2 - 3}" y2="{y2 + 18}"/>')
    parts += [
        '<line class="arrow" x1="275" y1="170" x2="275" y2="110"/>',
        '<line class="arrow" x1="170" y1="176" x2="215" y2="110"/>',
    ]
    for type_, (x, y) in boxes.items():
        parts.append(f'<rect class="node" x="{x}" y="{y}" width="150" height="36" rx="4"/>')
        parts.append(_text(x + 75, y + 23, many(type_), "name", "middle"))
    told = (
        "Zo hangen de stukken samen: een fase heeft stappen; een stap gebruikt gesprekken, werkbladen, berichten en "
        "draaiboeken; praktijkvoorbeelden en lessen wijzen terug naar de stappen."
    )
    return _svg(570, 215, told, parts, "coherence")
