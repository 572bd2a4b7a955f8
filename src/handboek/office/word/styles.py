"""The styles of a file for Word. Built-in ones keep their names, so that Word shows them in the language of who works with it.

Colours and fonts are those of the theme. In a house style, what it has under these names stays as it is there. Text
stands in `Body Text`: what a house calls normal often has no room between paragraphs.
"""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from handboek.office.theme import colours

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BULLETS, TICKS, NUMBERS = 1, 2, 3
"""The kinds of list, by their numbers in the file."""


@dataclass(frozen=True)
class Style:
    """A style of paragraphs."""

    name: str
    size: float = 1
    """How large its letters are, for the letters of the text."""
    bold: bool = False
    italic: bool = False
    colour: str = ""
    """Of the theme."""
    before: float = 0
    after: float = 6
    """Points before and behind it."""
    line: float = 1.15
    """From line to line; where it is more than 3, in points and exact."""
    indent: float = 0
    hanging: float = 0
    """Millimetres."""
    list_: int = 0
    keep: bool = False
    """Whether it stays with what follows it."""
    level: int | None = None
    """Of a heading, from 0."""
    border: str = ""
    """Where it has a line: `left`, `bottom` (each its own: programs draw one below several that are alike), `box`."""
    ground: str = ""
    tab: float = 0
    """Where its words go on behind a tab, in millimetres; below 0: at the right."""
    based_on: str = "Normal"


NORMAL = "Normal"
HALF = -1.0
"""Half of the line."""
STYLES = (
    Style(NORMAL, based_on=""),
    Style("Body Text"),
    Style("heading 1", 1.8, bold=True, colour="accent1", before=6, after=6, line=1.05, keep=True, level=0),
    Style("heading 2", 1.3, bold=True, colour="accent1", before=14, after=4, line=1.1, keep=True, level=1),
    Style("heading 3", 1.1, bold=True, before=10, after=3, keep=True, level=2),
    Style("heading 4", 1, bold=True, before=8, after=3, keep=True, level=3),
    Style("Subtitle", 1.1, after=10),
    Style("List Bullet", indent=6, hanging=6, after=3, list_=BULLETS),
    Style("List Number", indent=7, hanging=7, after=3, list_=NUMBERS),
    Style("List Continue", indent=6, after=3),
    Style("Quote", border="left", indent=4, colour="text1", after=5),
    Style("caption", 0.9, italic=True, after=6, keep=True),
    Style("header", 0.85, after=8, colour="text1", tab=-1),
    Style("footer", 0.75, after=1, line=1.05, tab=-1),
    Style("Afvinklijst", indent=7, hanging=7, after=4, list_=TICKS),
    Style("Aankruisen", indent=7, hanging=7, after=4, tab=7),
    Style("Legenda", indent=7, hanging=7, after=2, tab=7),
    Style("Doel", 1.05, bold=True, after=8, ground="accent3", border="box"),
    Style("Label", 0.95, bold=True, before=6, after=2, keep=True),
    Style("Feit", indent=32, hanging=32, after=4, tab=32),
    Style("Aanwijzing", after=5, border="left", indent=4),
    Style("Hint", 0.95, after=4, keep=True),
    Style("Let op", bold=True, after=8, ground="accent3", border="box"),
    Style("Afzender", after=4, line=13, indent=HALF),
    Style("Logo", after=4),
    Style("Adres", after=0),
    Style("Kenmerk", before=12, after=4, tab=80),
    Style("Onderwerp", bold=True, after=8),
    Style("Ondertekening", before=30, after=4),
    Style("Bij de vertaling", 0.95, before=4, after=2),
    Style("Invullen", before=2, after=10, border="bottom", line=1.3),
    Style("In tabel", 0.95, after=0, line=1.1),
    Style("Tabelkop", 0.95, bold=True, after=0, line=1.1, keep=True),
    Style("Verantwoording", 0.75, after=1, line=1.05),
)
"""Every style of a paragraph."""

ROLES = {
    "p": "Body Text",
    **{f"h{level}": f"heading {level}" for level in range(1, 5)},
    **dict.fromkeys(("bullet", "spot"), "List Bullet"),
    "numbered": "List Number",
    "more": "List Continue",
    "tick": "Afvinklijst",
    "ticked": "Aankruisen",
    "lede": "Subtitle",
    "goal": "Doel",
    **dict.fromkeys(("label", "name", "kept-label", "kept-number", "log-field", "question"), "Label"),
    **dict.fromkeys(("spoken", "say"), "Quote"),
    **dict.fromkeys(("example-note", "unit"), "caption"),
    **dict.fromkeys(("hint", "silence"), "Hint"),
    "instruction": "Aanwijzing",
    **dict.fromkeys(("band", "concept-band", "corrected"), "Let op"),
    "facts": "Feit",
    "marks": "Legenda",
    "from": "Afzender",
    "logo": "Logo",
    "window": "Adres",
    "particulars": "Kenmerk",
    "subject": "Onderwerp",
    "signed": "Ondertekening",
    **dict.fromkeys(("text-mark-note", "counts"), "Bij de vertaling"),
    "write": "Invullen",
    "cell": "In tabel",
    "head": "Tabelkop",
    "foot": "Verantwoording",
    "footer": "footer",
    **dict.fromkeys(("header", "concept-mark", "head-left", "head-right"), "header"),
}
"""The style of what the walk calls a paragraph; what stands in no row is text."""


def style_id(name: str) -> str:
    """What a style of ours is called inside the file."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


def _letters(style: Style, base: float, shown: Shown) -> str:
    size = round(base * style.size * 2)
    made = "<w:b/><w:bCs/>" if style.bold else ""
    made += "<w:i/><w:iCs/>" if style.italic else ""
    made += _colour(style.colour, shown) if style.colour else ""
    return f'<w:rPr>{made}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _colour(name: str, shown: Shown) -> str:
    return f'<w:color w:val="{_hex(name, shown)}" w:themeColor="{name}"/>'


Shown = dict[str, str]
"""The colours of the theme by name, for a program that knows no themes."""


def _hex(name: str, shown: Shown) -> str:
    return shown[{"text1": "dk1", "hyperlink": "hlink"}.get(name, name)][1:].upper()


def _twips(millimetres: float) -> int:
    return round(millimetres * 1440 / 25.4)


def _form(style: Style, width: float, shown: Shown, offset: int) -> str:
    made = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    if style.list_:
        made += f'<w:numPr><w:numId w:val="{style.list_ + offset}"/></w:numPr>'
    sides = {"left": ("left",), "bottom": ("bottom", "between"), "box": ("top", "left", "bottom", "right")}.get(
        style.border, ()
    )
    thick = 18 if style.border == "left" else 4
    space = {"left": 8, "bottom": 2}.get(style.border, 4)
    line = f'w:val="single" w:sz="{thick}" w:space="{space}" w:color="{_hex("accent1", shown)}" w:themeColor="accent1"'
    made += f"<w:pBdr>{''.join(f'<w:{side} {line}/>' for side in sides)}</w:pBdr>" if sides else ""
    if style.ground:
        made += (
            f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex(style.ground, shown)}" w:themeFill="{style.ground}"/>'
        )
    if style.tab:
        kind, at = ("right", width) if style.tab < 0 else ("left", style.tab)
        made += f'<w:tabs><w:tab w:val="{kind}" w:pos="{_twips(at)}"/></w:tabs>'
    exact = style.line > 3
    spaced = (
        f'w:line="{round(style.line * 20)}" w:lineRule="exact"'
        if exact
        else f'w:line="{round(style.line * 240)}" w:lineRule="auto"'
    )
    made += f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" {spaced}/>'
    if style.indent or style.border == "box":
        left = _twips(width / 2 if style.indent == HALF else style.indent or 2)
        made += f'<w:ind w:left="{left}" w:right="{_twips(2) if style.border == "box" else 0}" w:hanging="{_twips(style.hanging)}"/>'
    made += f'<w:outlineLvl w:val="{style.level}"/>' if style.level is not None else ""
    return f"<w:pPr>{made}</w:pPr>"


BUILT_IN = frozenset([NORMAL, "Body Text", "Subtitle", "List Bullet", "List Number", "List Continue", "Quote"])
"""The styles that each Word has, beside those whose names begin small."""


def styles(base: float, width: float, colour: str, offset: int = 0) -> dict[str, str]:
    """Every style as XML by its name: letters of `base` points on lines of `width` millimetres.

    `offset` is added to the numbers of the lists, where a file has lists already.
    """
    shown = colours(colour)
    return {**_others(shown), **{style.name: _style(style, base, width, shown, offset) for style in STYLES}}


def _style(style: Style, base: float, width: float, shown: Shown, offset: int) -> str:
    based = f'<w:basedOn w:val="{style_id(style.based_on)}"/>' if style.based_on else ""
    following = f'<w:next w:val="{style_id(NORMAL)}"/>' if style.level is not None else ""
    default = ' w:default="1"' if style.name == NORMAL else ""
    own = "" if style.name[0].islower() or style.name in BUILT_IN else ' w:customStyle="1"'
    return (
        f'<w:style xmlns:w="{W}" w:type="paragraph"{default}{own} w:styleId="{style_id(style.name)}">'
        f"<w:name w:val={quoteattr(style.name)}/>{based}{following}<w:qFormat/>"
        f"{_form(style, width, shown, offset)}{_letters(style, base, shown)}</w:style>"
    )


def _others(shown: Shown) -> dict[str, str]:
    """The styles of letters and of tables."""
    made = {}
    made["Default Paragraph Font"] = (
        f'<w:style xmlns:w="{W}" w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )
    for name, look in (
        ("Hyperlink", f'{_colour("hyperlink", shown)}<w:u w:val="single"/>'),
        (
            "Placeholder Text",
            f'<w:color w:val="595959"/><w:shd w:val="clear" w:color="auto" w:fill="{_hex("accent3", shown)}" w:themeFill="accent3"/>',
        ),
        ("Strong", "<w:b/><w:bCs/>"),
        ("Emphasis", "<w:i/><w:iCs/>"),
    ):
        made[name] = (
            f'<w:style xmlns:w="{W}" w:type="character" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>'
        )
    made["Normal Table"] = (
        f'<w:style xmlns:w="{W}" w:type="table" w:default="1" w:styleId="NormalTable"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    line = 'w:val="single" w:sz="4" w:space="0" w:color="595959"'
    edges = "".join(f"<w:{side} {line}/>" for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    made["Table Grid"] = (
        f'<w:style xmlns:w="{W}" w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="NormalTable"/>'
        f'<w:tblPr><w:tblBorders>{edges}</w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{_hex("accent2", shown)}" w:themeFill="accent2"/></w:tcPr></w:tblStylePr></w:style>'
    )
    return made


def defaults() -> str:
    """What holds where no style says otherwise: the fonts of the theme, and Dutch."""
    return (
        f'<w:docDefaults xmlns:w="{W}"><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
        'w:eastAsiaTheme="minorEastAsia" w:cstheme="minorBidi"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


SIGNS = {BULLETS: ("•", "–", "•"), TICKS: ("☐", "☐", "☐"), NUMBERS: ("%1.", "%2.", "%3.")}
"""What stands before a point, by how deep it stands."""


def lists(numbered: int, offset: int = 0) -> tuple[list[str], list[str]]:
    """The kinds of list as XML, and what paragraphs name them by: a kind itself, and each numbered list, which begins at 1."""
    kinds = [_kind(kind, signs, offset) for kind, signs in SIGNS.items()]
    named = [(kind, kind, "") for kind in SIGNS]
    again = "".join(f'<w:lvlOverride w:ilvl="{n}"><w:startOverride w:val="1"/></w:lvlOverride>' for n in range(3))
    named += [(len(SIGNS) + number, NUMBERS, again) for number in range(1, numbered + 1)]
    nums = [
        f'<w:num xmlns:w="{W}" w:numId="{number + offset}"><w:abstractNumId w:val="{kind + offset}"/>{more}</w:num>'
        for number, kind, more in named
    ]
    return kinds, nums


def list_number(numbered: int) -> int:
    """The number of a numbered list of a piece, counted from 1, without the offset."""
    return len(SIGNS) + numbered


def _kind(kind: int, signs: tuple[str, ...], offset: int) -> str:
    form, hang = "decimal" if kind == NUMBERS else "bullet", _twips(6 if kind == BULLETS else 7)
    font = "Segoe UI Symbol" if kind == TICKS else ""
    look = f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/></w:rPr>' if font else ""
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hang * (level + 1)}" w:hanging="{hang}"/></w:pPr>{look}</w:lvl>'
        for level, sign in enumerate(signs)
    )
    return (
        f'<w:abstractNum xmlns:w="{W}" w:abstractNumId="{kind + offset}">'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
    )


NAMES = (
    *(style.name for style in STYLES),
    "Default Paragraph Font",
    "Hyperlink",
    "Placeholder Text",
    "Strong",
    "Emphasis",
    "Normal Table",
    "Table Grid",
)
"""The names of all styles."""
