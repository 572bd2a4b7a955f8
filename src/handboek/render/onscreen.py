"""What the scripts of the tools need to know of a method: words and numbers, as they stand in its content."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from handboek.handbook import Handbook


def tool_words(handbook: Handbook) -> dict[str, Any]:
    """The words of each tool by its type, as JSON can say them; nothing for a tool that the method does not describe.

    The types in the browser are `ToolWords` in `overrides/types.d.ts`. Text is given as somebody wrote it, without Markdown.
    """
    return {"meter": _meter(handbook), "planner": _planner(handbook), "scan": _scan(handbook)}


def overlap(handbook: Handbook) -> bool:
    """Whether a phase begins before another one is over."""
    spans = sorted((phase.data.span.first, phase.data.span.last) for phase in handbook.of("phase") if phase.data.span)
    return any(later[0] < earlier[1] for earlier, later in pairwise(spans))


def _meter(handbook: Handbook) -> dict[str, Any] | None:
    meter = handbook.one("meter")
    if not meter:
        return None
    words: dict[str, Any] = meter.model_dump(
        include={"called", "threshold", "counts", "part", "answer", "silence", "out_of_reach"}
    )
    return words


def _planner(handbook: Handbook) -> dict[str, Any] | None:
    planner, timeline = handbook.one("planner"), handbook.method.words.timeline
    if not planner:
        return None
    said = planner.model_dump(include={"slug", "title", "asks", "will", "did", "runs"})
    return {**said, "zero": timeline.zero, "the_zero": timeline.the_zero}


def _scan(handbook: Handbook) -> dict[str, Any] | None:
    scan = handbook.one("scan")
    if not scan:
        return None
    moments = [{"id": moment.id, "name": moment.brief} for moment in handbook.method.words.moments]
    return {**scan.model_dump(include={"slug", "title", "called"}), "moments": moments}
