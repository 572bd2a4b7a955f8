"""The theme of a file for Word: colours and fonts that its styles name, so that a house style can replace them at once."""

from __future__ import annotations

from handboek.colours import LIGHT, PAPER, WHITE, shades

FONT = "Arial"
"""On every machine, or another font with the same widths; none goes along in the file."""
INK = "#20242a"
SCRIPTS = {"Arab": "Arial", "Ethi": "Nyala", "Hebr": "Arial"}
"""The font for letters that the font above lacks."""

XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Handboek"><a:themeElements>
<a:clrScheme name="Handboek">{colours}</a:clrScheme>
<a:fontScheme name="Handboek"><a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>
<a:fmtScheme name="Handboek">
<a:fillStyleLst>{fill}{fill}{fill}</a:fillStyleLst>
<a:lnStyleLst>{line}{line}{line}</a:lnStyleLst>
<a:effectStyleLst>{effect}{effect}{effect}</a:effectStyleLst>
<a:bgFillStyleLst>{fill}{fill}{fill}</a:bgFillStyleLst>
</a:fmtScheme></a:themeElements></a:theme>"""


def colours(colour: str) -> dict[str, str]:
    """The colours of the theme by their names in a file, from the one of a method or an edition (`#rrggbb`)."""
    made = shades(colour)
    return {
        "dk1": INK,
        "lt1": WHITE,
        "dk2": made.link,
        "lt2": PAPER,
        "accent1": made.wall,
        "accent2": made.mortar,
        "accent3": LIGHT,
        "accent4": made.link,
        "accent5": INK,
        "accent6": made.wall,
        "hlink": made.link,
        "folHlink": made.link,
    }


def theme(colour: str) -> bytes:
    """The part of a file that holds the theme."""
    own = "".join(
        f'<a:{name}><a:srgbClr val="{hex_[1:].upper()}"/></a:{name}>' for name, hex_ in colours(colour).items()
    )
    others = "".join(f'<a:font script="{script}" typeface="{face}"/>' for script, face in SCRIPTS.items())
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface="{FONT}"/>{others}'
    return XML.format(
        colours=own,
        font=font,
        fill='<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>',
        line='<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>',
        effect="<a:effectStyle><a:effectLst/></a:effectStyle>",
    ).encode()
