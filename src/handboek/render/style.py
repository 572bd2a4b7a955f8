"""Style that follows from the content."""

from __future__ import annotations

from handboek.handbook import Handbook


def doors(handbook: Handbook) -> str:
    """The colour of each phase's door as CSS."""
    return "".join(f".door-{phase.data.number}{{--door:{phase.data.colour}}}\n" for phase in handbook.of("phase"))
