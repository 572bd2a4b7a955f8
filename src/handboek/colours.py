"""What follows from the one colour of a method: the shades in which it can be read on light and on dark.

Screen, paper, manifest, icons and pictures for sharing all take their shades from here. `contrast` is that of WCAG.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass

WHITE = "#ffffff"
PAPER = "#fbf8f2"
"""The ground of a page, an icon and a picture for sharing."""
LIGHT, DARK = "#f3ece0", "#2e3338"
"""The darkest ground on which a light page has words, and the lightest of a dark page."""
LEAST = 4.5
"""The contrast that words need."""
STEP = 0.02


@dataclass(frozen=True)
class Shades:
    """A colour and its shades, as `#rrggbb`."""

    wall: str
    """The colour itself; white letters can be read on it."""
    mortar: str
    """A line on it."""
    link: str
    """Words on a light page."""
    light: str
    """The colour on a dark page."""
    light_link: str
    """Words on a dark page."""


def shades(colour: str) -> Shades:
    """The shades of a colour; darker or lighter than their measure where they could not be read otherwise."""
    lightness = colorsys.rgb_to_hls(*_parts(colour))[1]
    return Shades(
        colour,
        _of_lightness(colour, 0.84),
        _readable(colour, lightness * 0.85, -STEP, LIGHT),
        _readable(colour, 0.76, STEP, DARK),
        _readable(colour, 0.8, STEP, DARK),
    )


def contrast(one: str, other: str = WHITE) -> float:
    """The contrast of two colours, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest(colour: str) -> str:
    """The colour itself where white letters can be read on it, else the first darker one of the same hue."""
    lightness = colorsys.rgb_to_hls(*_parts(colour))[1]
    return colour if contrast(colour) >= LEAST else _readable(colour, lightness, -STEP / 8, WHITE)


def _readable(colour: str, lightness: float, step: float, ground: str) -> str:
    """The colour with this lightness, or as much darker or lighter as words on `ground` need."""
    while contrast(made := _of_lightness(colour, lightness), ground) < LEAST:
        lightness += step
    return made


def _of_lightness(colour: str, lightness: float) -> str:
    """The colour with its own hue and with this lightness, from 0 (black) to 1 (white)."""
    hue, _, saturation = colorsys.rgb_to_hls(*_parts(colour))
    parts = colorsys.hls_to_rgb(hue, min(max(lightness, 0), 1), saturation)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))
