"""How the cells of a spreadsheet look. Colours are those of the file's theme, so that a house style can replace them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from handboek.office import font_metrics, theme

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

FONT: dict[str, Any] = {"font_name": theme.FONT, "font_size": 10, "font_scheme": "minor"}
"""The letters of every cell."""
Look = Callable[..., "Format"]

FORMATS = {
    "aantal": "#,##0",
    "getal": "#,##0.0",
    "datum": "[$-413]dd-mm-yyyy",
    "euro": "[$€-413] #,##0",
    "procent": "0%",
}
"""How each kind of number is shown; a program writes points, commas and days as its language does."""
TONES: dict[str, dict[str, Any]] = {
    "goed": {"sign": "✓", "bg_color": "#E2F0E2", "font_color": "#14501B"},
    "let-op": {"sign": "!", "bg_color": "#FFF1C9", "font_color": "#4D3A00", "bold": True},
    "fout": {"sign": "✗", "bg_color": "#FADFDB", "font_color": "#7A170B", "bold": True},
}
"""How words stand out, with the sign that stands before them: nobody needs to see the colour."""
LINES = "#8A8A8A"
WORKED_OUT = "#EFEFEF"
"""The ground of what works itself out."""

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 18},
    "text": {"text_wrap": True, "valign": "top", "align": "left", "indent": 1},
    "name": {"text_wrap": True, "valign": "top"},
    "line": {"valign": "top"},
    "heading": {"bold": True, "font_size": 13, "valign": "bottom"},
    "link": {"underline": 1, "valign": "top", "text_wrap": True},
    "address": {"underline": 1, "valign": "top", "align": "left", "indent": 1},
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "font_color": "#FFFFFF",
        "border": 1,
        "align": "left",
        "indent": 1,
    },
    "open": {
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "border_color": LINES,
        "align": "left",
        "indent": 1,
        "locked": False,
    },
    "worked": {
        "text_wrap": True,
        "valign": "top",
        "border": 1,
        "border_color": LINES,
        "align": "left",
        "indent": 1,
        "bg_color": WORKED_OUT,
    },
    "label": {"text_wrap": True, "valign": "top", "bottom": 1, "bottom_color": LINES, "align": "left", "indent": 1},
    "total": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "border": 1,
        "align": "left",
        "indent": 1,
        "bg_color": WORKED_OUT,
    },
}
"""Every look."""
ACCENTED = {
    "title": "font_color",
    "heading": "font_color",
    "link": "font_color",
    "address": "font_color",
    "head": "bg_color",
}
"""What takes the first colour of the theme."""


def looks(file: Workbook) -> Look:
    """The formats of a file by the name of a style and the kind of a cell, each made once."""
    from xlsxwriter.color import Color  # noqa: PLC0415

    @cache
    def look(style: str, kind: str = "tekst") -> Format:
        said = dict(STYLES[style])
        if style in ACCENTED:
            said[ACCENTED[style]] = Color.theme(4, 0)
        if kind in FORMATS:
            said |= {"num_format": FORMATS[kind], "align": "right"}
        return file.add_format(said)

    return look


LINE = 13.5
"""How high a line is."""
FIGURE, INDENT, FREE = 5.56, 7.0, 0.97
"""How wide a figure and an indent are in points, and how much of the rest letters may take: on a screen they are a little wider."""


def room(width: float) -> float:
    """How many points are free for text in a column that is so many figures wide."""
    return (FIGURE * width - INDENT) * FREE


def high(texts: Iterable[tuple[str, float]], *, bold: bool = False) -> float:
    """How high a row is in which these texts stand, each in a column of this width: not every program looks for itself."""
    size = FONT["font_size"]
    return LINE * max(
        sum(len(font_metrics.lines(part, size, room(width), bold=bold)) for part in text.split("\n"))
        for text, width in texts
    )


def tone(file: Workbook, name: str) -> Format:
    """How words stand out in this tone."""
    said = {key: value for key, value in TONES[name].items() if key != "sign"}
    return file.add_format({**said, "num_format": f'General;General;General;"{TONES[name]["sign"]} "@'})
