"""Pictures drawn from the data, as SVG with a text alternative. Nothing in them is told by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from handboek.dutch import count, listed
from handboek.handbook import Handbook
from handboek.model.kinds import BY_TYPE

LETTER = 2.4
"""The width of a bold letter, in percents of a picture on the narrowest phone."""


def _svg(size: Markup, title: str, parts: Iterable[str], css: str) -> Markup:
    head = Markup('<svg class="picture {}" {} role="img" aria-label="{}"><title>{}</title>').format(
        css, size, title, title
    )
    return head + Markup("".join(parts)) + Markup("</svg>")


def _text(x: float | str, y: float, words: str, css: str = "", anchor: str = "start", *, dx: float = 0) -> str:
    """Words at `x`: in units of the drawing, or as a percentage of its width."""
    return str(
        Markup('<text x="{}" y="{:g}" dx="{:g}" class="{}" text-anchor="{}">{}</text>').format(
            x, y, dx, css, anchor, words
        )
    )


def _inside(percent: float, words: str) -> str:
    """How words at this percentage of the width are anchored so that they stay in the picture."""
    half = len(words) * LETTER / 2
    return "start" if percent < half else "end" if percent > 100 - half else "middle"


def timeline(handbook: Handbook) -> Markup:
    """When each phase runs, in months from month 0 of the method: a bar for each phase, so that overlap shows.

    Only what is wide stretches: letters and heights stay as they are from a phone to a wide screen.
    """
    phases = [phase for phase in handbook.of("phase") if phase.data.span]
    zero = handbook.method.words.timeline
    if not phases:
        return Markup("")
    first = min(phase.data.span.first for phase in phases)
    last = max(phase.data.span.last for phase in phases)
    row = 46
    height = row * len(phases) + 48

    def at(month: int) -> float:
        return float(100 * (month - first) / max(1, last - first))

    parts = []
    for month in range(first + -first % 6, last + 1, 6):
        x, words = at(month), tick(month)
        parts.append(f'<line class="grid" x1="{x:.2f}%" x2="{x:.2f}%" y1="24" y2="{height - 16}"/>')
        parts.append(_text(f"{x:.2f}%", 14, words, "tick", _inside(x, words)))
    if first <= 0 <= last:
        x, words = at(0), zero.zero
        parts.append(f'<line class="zero" x1="{x:.2f}%" x2="{x:.2f}%" y1="20" y2="{height - 14}"/>')
        parts.append(_text(f"{x:.2f}%", height - 2, words, "tick", _inside(x, words)))
    for index, phase in enumerate(phases):
        span, name, y = phase.data.span, phase.data.name, 46 + index * row
        start, end = at(span.first), at(span.last)
        fits = start + len(name) * LETTER <= 100
        parts.append(_text(f"{start if fits else end:.2f}%", y - 5, name, "name", "start" if fits else "end"))
        bar = f'<rect class="bar" x="{start:.2f}%" y="{y}" width="{end - start:.2f}%" height="22" rx="2"/>'
        number = _text(f"{start:.2f}%", y + 16, str(phase.data.number), "number", dx=6)
        more = _text(f"{end:.2f}%", y + 16, "…", "number", "end", dx=-6) if span.open_end else ""
        parts.append(f'<g class="door-{phase.data.number}">{bar}{number}{more}</g>')
    return _svg(Markup('height="{}"').format(height), timeline_told(handbook), parts, "timeline")


def tick(month: int) -> str:
    """How a month of the timeline is called."""
    return f"{month:+d}".replace("-", "−") if month else "start"


def timeline_told(handbook: Handbook) -> str:
    """What the timeline shows, in words."""
    told = []
    for phase in handbook.of("phase"):
        if span := phase.data.span:
            until = "en loopt door" if span.open_end else f"tot maand {span.last}"
            told.append(f"{phase.data.name} van maand {span.first} {until}")
    return f"Tijdlijn in maanden ten opzichte van {handbook.method.words.timeline.the_zero}: {'; '.join(told)}."


def coherence(handbook: Handbook) -> Markup:
    """How the pieces hang together: phases have steps, steps use tools, practice gives examples and lessons back."""

    def many(type_: str) -> str:
        return count(len(handbook.of(type_)), BY_TYPE[type_].name, BY_TYPE[type_].plural)

    wide, high = 152, 36
    left, right = 0, 350 - wide
    places = {
        "phase": (left, 0), "step": (left, 75), "example": (left, 150),
        "guide": (right, 0), "worksheet": (right, 46), "message": (right, 92), "script": (right, 138), "lesson": (right, 196),
    }  # fmt: skip
    boxes = {type_: place for type_, place in places.items() if handbook.of(type_)}
    used = [type_ for type_ in ("guide", "worksheet", "message", "script") if type_ in boxes]
    told_by = [type_ for type_ in ("example", "lesson") if type_ in boxes]
    parts = [
        '<defs><marker id="pijl" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
    ]
    step = places["step"][1]
    arrows: dict[str, tuple[float, float, float, float]] = {
        "phase": (wide / 2, high, wide / 2, step - 2),
        "example": (wide / 2, places["example"][1], wide / 2, step + high + 2),
        **{tool: (wide, step + high / 2, right - 2, places[tool][1] + high / 2) for tool in used},
        "lesson": (right, places["lesson"][1] + high / 2, wide - 20, step + high + 2),
    }
    for type_, (x1, y1, x2, y2) in arrows.items() if "step" in boxes else ():
        if type_ in boxes:
            parts.append(f'<line class="arrow" x1="{x1:g}" y1="{y1:g}" x2="{x2:g}" y2="{y2:g}"/>')
    for type_, (x, y) in boxes.items():
        parts.append(f'<rect class="node" x="{x}" y="{y}" width="{wide}" height="{high}" rx="4"/>')
        parts.append(_text(x + wide / 2, y + 23, many(type_), "name", "middle"))

    def plurals(types: Iterable[str]) -> str:
        return listed([BY_TYPE[type_].plural for type_ in types])

    told = ["een fase heeft stappen"] if {"phase", "step"} <= boxes.keys() else []
    if "step" in boxes:
        told += [f"een stap gebruikt {plurals(used)}"] if used else []
        told += [f"{plurals(told_by)} wijzen terug naar de stappen"] if told_by else []
    said = f"Zo hangen de stukken samen: {'; '.join(told)}." if told else f"De stukken: {plurals(boxes)}."
    return _svg(Markup('viewBox="-1 -1 352 234"'), said, parts, "coherence")
