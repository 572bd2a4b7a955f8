"""What the scripts of the tools need to know of a method: words and numbers, as they stand in its content."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from handboek import hours
from handboek.handbook import Handbook
from handboek.markdown import plain

UNKNOWN = (0, 6)
"""The months of a phase of which nobody knows them yet; whoever plans fills in others."""


def tool_words(handbook: Handbook) -> dict[str, Any]:
    """The words of each tool by its type, as JSON can say them; nothing for a tool that the method does not describe.

    The types in the browser are `ToolWords` in `overrides/types.d.ts`. Text is given as somebody wrote it, without Markdown.
    """
    tools = {"meter": meter, "planner": planner, "estimate": estimate, "scan": scan, "round": going_round}
    return {name: said(handbook) for name, said in tools.items()}


def overlap(handbook: Handbook) -> bool:
    """Whether a phase begins before another one is over."""
    spans = sorted((phase.data.span.first, phase.data.span.last) for phase in handbook.of("phase") if phase.data.span)
    return any(later[0] < earlier[1] for earlier, later in pairwise(spans))


def meter(handbook: Handbook) -> dict[str, Any] | None:
    """What it counts, of whom, against which share, and in which words."""
    found = handbook.one("meter")
    if not found:
        return None
    words: dict[str, Any] = found.model_dump(
        include={"called", "threshold", "counts", "part", "answer", "silence", "out_of_reach"}
    )
    return words


def planner(handbook: Handbook) -> dict[str, Any] | None:
    """What it counts back from, through which phases, and in which words."""
    found, timeline = handbook.one("planner"), handbook.method.words.timeline
    if not found:
        return None
    said = found.model_dump(include={"slug", "title", "asks", "will", "did", "runs"})
    short = [
        {**one.model_dump(include={"below", "instead", "risk"}), "title": step.title, "address": step.address}
        for one in found.short
        for step in handbook.some("step", (one.step,))
    ]
    phases = [
        {
            "slug": phase.slug,
            "name": phase.data.name,
            "number": phase.data.number,
            "first": span.first if span else UNKNOWN[0],
            "last": span.last if span else UNKNOWN[1],
            "open": bool(span and span.open_end),
            "busy": phase.slug in found.busy,
            "summary": plain(phase.data.summary),
            "address": phase.address,
        }
        for phase in handbook.of("phase")
        for span in (phase.data.span,)
    ]
    return {**said, "zero": timeline.zero, "the_zero": timeline.the_zero, "short": short, "phases": phases}


def estimate(handbook: Handbook) -> dict[str, Any] | None:
    """What it asks, how the amounts follow from each other, and each part that counts."""
    found = handbook.one("estimate")
    if not found:
        return None
    said = found.model_dump(
        include={"slug", "title", "called", "asks", "rate", "week", "visit_weeks", "visit_hours", "visitors"}
    )
    amounts = {
        one.slug: {
            **one.data.model_dump(include={"one", "many", "number", "of", "times", "by"}),
            "why": plain(one.data.why),
        }
        for one in handbook.of("amount")
    }
    rows = [
        {
            "id": f"{row.step.slug}.{place}",
            "what": row.effort.what,
            "told": hours.told(handbook, row.effort),
            "address": row.step.address,
            "per": row.effort.per,
            "each": row.effort.times * row.effort.people,
            "people": row.effort.people,
            "minutes": row.effort.minutes,
            "visit": row.step.slug in found.visits,
        }
        for row in hours.counted(handbook).rows
        for place in (row.step.data.hours.index(row.effort),)
    ]
    planner, timeline = handbook.one("planner"), handbook.method.words.timeline
    planned = planner and {"the_zero": timeline.the_zero, "called": planner.called, "address": f"{planner.slug}/"}
    return {**said, "amounts": amounts, "rows": rows, "planned": planned}


def scan(handbook: Handbook) -> dict[str, Any] | None:
    """What it is called, and at which moments it asks."""
    found = handbook.one("scan")
    if not found:
        return None
    moments = [{"id": moment.id, "name": moment.brief} for moment in handbook.method.words.moments]
    return {**found.model_dump(include={"slug", "title", "called"}), "moments": moments}


def going_round(handbook: Handbook) -> dict[str, Any] | None:
    """Along what it goes, how a try can end, at which parts of the day, and who keeps a promise."""
    found = handbook.one("round")
    if not found:
        return None
    words: dict[str, Any] = found.model_dump(
        include={"slug", "title", "called", "spot", "part", "tries", "outcomes", "dayparts", "by", "never"}
    )
    return words
