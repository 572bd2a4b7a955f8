"""Style that follows from the content."""

from __future__ import annotations

from handboek.colours import shades
from handboek.handbook import Handbook


def colours(handbook: Handbook) -> str:
    """The colour of the method with its shades, and that of each phase's door, as CSS for screen and paper.

    `--brick` and `--link` differ on a dark page, `--wall` does not.
    """
    made = shades(handbook.method.colour)
    return "\n".join(
        (
            f":root{{--wall:{made.wall};--mortar:{made.mortar};--brick:{made.wall};--link:{made.link};--door:{made.wall}}}",
            f'[data-md-color-scheme="slate"]{{--brick:{made.light};--link:{made.light_link}}}',
            *(f".door-{phase.data.number}{{--door:{phase.data.colour}}}" for phase in handbook.of("phase")),
            "",
        )
    )
