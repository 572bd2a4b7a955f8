"""What every sheet is held to. Each check yields what is wrong, as a sentence; nothing is right."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import zxingcpp
from markdown_it.token import Token
from paper import shown
from weasyprint.formatting_structure import boxes
from workbench import DPI, Seen, letters

import heard
from handboek.markdown import PARSER
from handboek.model.own_details import BY_ID, EMPTY
from handboek.model.text import BLANK
from handboek.sheets.sheet import drawn, shape

MM = 96 / 25.4
PT = 96 / 72
UNPRINTED = 6
"""So many millimetres along the edge a copier may leave white: nothing that matters stands there."""
HEADINGS = {"h1", "h2", "h3", "th"}
SMALL = {"foot", "tile-foot", "deck-note", "concept-band", "concept-mark", "counts", "text-mark"}
"""Where 8pt is large enough: what helps to find a sheet back, or how far a translation is, not what it says."""
FRAMES = {"card", "total", "canvas-box", "poster-box", "log", "signature", "logo", "poster-phase", "marks"}
"""Boxes, beside table cells, that hold their text inside."""


def words_of(text: str) -> list[str]:
    """The words that a reader sees of a Markdown text, in order."""
    shown: list[str] = []

    def collect(tokens: list[Token]) -> None:
        for token in tokens:
            if token.children is not None:
                collect(token.children)
            elif token.type in ("text", "code_inline", "code_block", "fence"):
                shown.append(token.content)
            elif token.type in ("softbreak", "hardbreak"):
                shown.append(" ")
        shown.append(" ") if tokens and tokens[0].block else None

    # What somebody fills in once on their own device is open on paper.
    for token in PARSER.parse(BLANK.sub(lambda blank: EMPTY if blank[1] in BY_ID else blank[0], text)):
        collect([token])
        shown.append(" " if token.block else "")
    return re.findall(r"\w+", "".join(shown))


def words(seen: Seen) -> Iterator[str]:
    """Every text of the source is in the PDF, as often as in the source, and the fields follow each other."""
    told = letters(seen.spoken)
    fields = list(shown(seen.sheet, seen.book))
    texts = [(field.field, letters(" ".join(words_of(text)))) for field in fields for text in field.texts if text]
    rest = told
    for field, text in sorted(texts, key=lambda item: -len(item[1])):
        if text and text not in rest:
            yield f"van {field} ontbreekt: {text[:80]}"
        rest = rest.replace(text, "\0", 1) if text else rest
    at = 0
    for field in fields:
        places = [told.find(letters(" ".join(words_of(text))), at) for text in field.texts]
        if max(places) < 0:
            yield f"{field.field} staat niet op zijn plaats"
        at = min((place for place in places if place >= 0), default=at)


def pages(seen: Seen) -> Iterator[str]:
    """The sheet has the pages that its data declares, or that follow from what it is drawn from."""
    piece, found = seen.sheet.piece, seen.pdf.pages
    if seen.sheet.kind == "4xA4":
        expected = {4}
    elif seen.sheet.kind in ("zak", "evaluatie"):
        expected = {1}
    elif seen.sheet.kind == "deelnemers":
        expected = {1, 2}
    elif piece.type != "worksheet" or seen.sheet.kind not in ("blad", "invulbaar"):
        return
    elif drawn(piece, seen.book) and shape(piece) not in ("poster", "vragenlijst") and piece.data.pages is not None:
        yield "pages staat vast, terwijl het uit de gesprekken volgt"
        return
    elif shape(piece) == "zakkaarten":
        expected = {1 + len(drawn(piece, seen.book))}
    elif drawn(piece, seen.book) and shape(piece) == "kaarten":
        number = sum(len(guide.data.questions) for guide in drawn(piece, seen.book))
        expected = {2 + 2 * -(-number // 8)}
    else:
        expected = {piece.data.pages}
    if found not in expected:
        yield f"{found} bladzijden, verwacht {expected}"


def inside(seen: Seen) -> Iterator[str]:
    """Every text lies on the page, above the foot, and inside the cell, card or box that holds it."""
    if seen.sheet.kind == "4xA4":
        return  # cut on purpose; its picture is compared with the poster's
    for number, page in enumerate(seen.document.pages, 1):
        for box, around in _walk(page._page_box):
            if not isinstance(box, boxes.TextBox | boxes.ReplacedBox):
                continue
            what = box.text.strip() if isinstance(box, boxes.TextBox) else box.element_tag
            if not what:
                continue
            left, top, right, bottom = _rectangle(box)
            edge = UNPRINTED * MM
            if left < edge or top < edge or right > page.width - edge or bottom > page.height - edge:
                yield f"bladzijde {number}: {what[:40]} loopt van het papier"
            foot = page.height - page._page_box.margin_bottom
            if bottom > foot + 1 and not _in_margin(around) and not SMALL & _classes(around):
                yield f"bladzijde {number}: {what[:40]} loopt door de voet"
            for frame in (one for one in around if _is_frame(one)):
                x, y, x2, y2 = _rectangle(frame)
                if left < x - 1 or right > x2 + 1 or top < y - 1 or bottom > y2 + 1:
                    yield f"bladzijde {number}: {what[:40]} loopt uit zijn vak"


def sizes(seen: Seen) -> Iterator[str]:
    """Text, lines and rows are large enough; what is grey is light enough."""
    least = 16 if seen.sheet.variant.large else 10
    for number, page in enumerate(seen.document.pages, 1):
        for box, around in _walk(page._page_box):
            classes = _classes([*around, box])
            if isinstance(box, boxes.TextBox) and box.text.strip() and box.style["color"].alpha:
                size = box.style["font_size"] / PT
                if size < (8 if SMALL & classes and least == 10 else least) - 0.01:
                    yield f"bladzijde {number}: {box.text[:40]} is {size:.1f} pt"
            for side in ("top", "right", "bottom", "left"):
                width = box.style[f"border_{side}_width"] if box.style[f"border_{side}_style"] != "none" else 0
                if 0 < width < 0.5 * PT - 0.01:
                    yield f"bladzijde {number}: een lijn van {width / PT:.2f} pt"
            if isinstance(box, boxes.TableCellBox) and box.element_tag == "td" and "fill" in classes:
                row = next(one for one in reversed(around) if isinstance(one, boxes.TableRowBox))
                if row.height < 9 * MM - 0.5:
                    yield f"bladzijde {number}: een rij van {row.height / MM:.1f} mm"
            if "line" in _classes([box]) and box.height < 9 * MM - 0.1:
                yield f"bladzijde {number}: een schrijfregel van {box.height / MM:.1f} mm"
            colour = box.style["background_color"]
            painted = colour != "currentcolor" and colour.alpha and "poster-door" not in classes
            if painted and min(colour.to("srgb").coordinates) < 0.85:
                yield f"bladzijde {number}: een ondergrond donkerder dan 15%"


def headings(seen: Seen) -> Iterator[str]:
    """No heading stands alone at the foot of a page, and every page has something on it."""
    if seen.sheet.kind == "4xA4":
        return
    for number, page in enumerate(seen.document.pages, 1):
        main = [(box, around) for box, around in _walk(page._page_box) if not _in_margin(around)]
        low = [
            (_rectangle(box)[3], {one.element_tag for one in around} & {"h1", "h2", "h3"}, box)
            for box, around in main
            if (isinstance(box, boxes.TextBox) and box.text.strip())
            or isinstance(box, boxes.ReplacedBox)
            or "line" in _classes([box])
            or box.element_tag in ("textarea", "input")
        ]
        if low and max(low, key=lambda item: item[0])[1] and not any("card" in _classes(around) for _, around in main):
            yield f"bladzijde {number}: een kop alleen onderaan"


SHORT_ENDS = {
    "logboek": "elke aantekening blijft heel, en het aantal staat vast",
    "kaarten": "het laatste vel heeft de kaarten die overblijven",
    "zakkaarten": "elke kaart is een blad",
    "groot": "kleiner dan 16 punt mag niet, dus loopt de tekst door zoals hij valt",
    "terugkoppelbrief": "er komt zoveel op de lijnen als bewoners zeiden, en dan is het tweede vel nodig",
}
"""The layouts, kinds of sheet and pieces whose last page may have little on it, each with why."""


def ends(seen: Seen) -> Iterator[str]:
    """The last of several pages is at least a quarter full: nobody prints a page for a line or two."""
    names = {shape(seen.sheet.piece), seen.sheet.kind, seen.sheet.piece.slug}
    if len(seen.document.pages) < 2 or seen.sheet.kind == "4xA4" or names & SHORT_ENDS.keys():
        return
    page = seen.document.pages[-1]
    low = [
        _rectangle(box)[3]
        for box, around in _walk(page._page_box)
        if not _in_margin(around)
        and "foot" not in _classes(around)
        and (
            isinstance(box, boxes.TextBox | boxes.ReplacedBox)
            or "line" in _classes([box])
            or box.element_tag in ("textarea", "input", "td")  # a row to write in is full as it is
        )
    ]
    top, bottom = page._page_box.margin_top, page.height - page._page_box.margin_bottom
    full = (max(low, default=top) - top) / (bottom - top)
    if full < 0.25:
        yield f"de laatste bladzijde is voor {full:.0%} vol"


def fonts(seen: Seen) -> Iterator[str]:
    """Only the house fonts are in the file."""
    for font in seen.fonts:
        if font.split("-")[0] not in ("Atkinson", "Bricolage", "Figures", "Cyrillic", "Arabic", "Ethiopic"):
            yield f"vreemd lettertype: {font}"


def legible(seen: Seen) -> Iterator[str]:
    """A copier that knows only black and white leaves each heading and each card its ink."""
    for page, picture in zip(seen.document.pages, seen.pictures, strict=True):
        for box, around in _walk(page._page_box):
            if not isinstance(box, boxes.TextBox) or not box.text.strip() or seen.sheet.kind == "4xA4":
                continue
            if not {one.element_tag for one in around} & HEADINGS and not _classes(around) & {"card", "door"}:
                continue
            if "blank" in _classes(around):  # what is read out there is seen as a line
                continue
            left, top, right, bottom = (round(value * DPI / 96) for value in _rectangle(box))
            grey = picture.crop((left - 1, top - 1, right + 1, bottom + 1))
            times, size = grey.histogram(), grey.width * grey.height
            if _at(times, size // 2) < 128:  # white on a door
                times.reverse()
            ground = _at(times, size + -size // 10)
            ink = sum((ground - value) * times[value] for value in range(ground)) / ground
            kept = sum(times[:128])
            if not ink or not 0.7 < kept / ink < 1.4:
                yield f"{box.text[:40]}: van de inkt blijft {kept / ink if ink else 0:.2f}"


def _at(times: list[int], place: int) -> int:
    """What stands at this place when all values stand in order, of how many times each is there."""
    return next(value for value, passed in enumerate(itertools.accumulate(times)) if passed > place)


def letter(seen: Seen) -> bool:
    """Whether it is a letter or a card: it has nothing of ours, but where somebody reads on."""
    piece = seen.sheet.piece.of or seen.sheet.piece
    return piece.type == "message" and seen.sheet.kind != "vooraf" and not piece.withdrawn


def code(seen: Seen) -> Iterator[str]:
    """The QR code, read from a picture in black and white, leads to the page of the piece; a letter has one to read on."""
    found: list[str] = []
    to = getattr(seen.sheet.piece.data, "read_on", None)
    further = [seen.book.at(to)] if to and seen.sheet.kind != "vooraf" else []
    if seen.sheet.piece.of and (said := getattr(seen.sheet.piece.of.data, "read_on", None)):
        there = seen.book.citing(seen.book.at(said).key, "translation")
        further = [one for one in there if one.language == seen.sheet.piece.language]
    if letter(seen):
        pictures = (picture.point(lambda value: 255 if value > 127 else 0) for picture in seen.pictures)
        codes = [result.text for picture in pictures for result in zxingcpp.read_barcodes(picture)]
        if codes != [seen.project.url + piece.address for piece in further]:
            yield f"QR-codes van een brief: {codes}"
        return
    for number, picture in enumerate(seen.pictures, 1):
        black = picture.point(lambda value: 255 if value > 127 else 0)
        here = [result.text for result in zxingcpp.read_barcodes(black)]
        found += here
        whole = seen.sheet.kind in ("blad", "invulbaar", "zak") and shape(seen.sheet.piece) != "kaarten"
        if whole and len(here) != 1 + len(further):
            yield f"bladzijde {number}: {len(here)} QR-codes gelezen"
    pieces = [seen.sheet.piece, *further]
    if shape(seen.sheet.piece) == "zakkaarten":
        pieces += drawn(seen.sheet.piece, seen.book)
    if seen.sheet.kind == "samen" and not seen.sheet.piece.of.kind.written:
        pieces.append(seen.sheet.piece.of)  # the Dutch sheet comes behind it, with a code of its own
    expected = {seen.project.url + piece.address for piece in pieces}
    if set(found) != expected:
        yield f"QR-code leidt naar {set(found)}, niet naar {expected}"


def found_back(seen: Seen) -> Iterator[str]:
    """On paper: short address, release, version of the content, what it rests on, licence. A letter has none of these."""
    if letter(seen):
        return
    text = letters(seen.printed)
    for what in (seen.project.url.removeprefix("https://") + seen.sheet.piece.address, seen.colophon.version, "BY 4.0"):
        if letters(what) not in text:
            yield f"niet op papier: {what}"
    basis = {"bron": "bron", "deels": "deelsredactioneel", "redactioneel": "redactioneel"}[seen.colophon.basis]
    if basis not in text:
        yield f"niet op papier: {basis}"


def accessible(seen: Seen) -> Iterator[str]:
    """PDF/UA-1 without an error or a warning of the checker."""
    yield from heard.problems(seen.file, once=seen.sheet.variant.once)


TYPED = "Één café in Curaçao: 12 ½ × € 3,50, ijsje, 's avonds"


def fields(seen: Seen) -> Iterator[str]:
    """What is typed comes back; each field has its own name and a label, and Tab follows the text."""
    if not seen.sheet.variant.fillable:
        return
    with pikepdf.open(seen.file) as pdf:
        widgets = [field for page in pdf.pages for field in page.get("/Annots", []) if field.get("/FT")]
        owners = {field.get("/Parent", field).objgen: field.get("/Parent", field) for field in widgets}
        names = [str(owner["/T"]) for owner in owners.values()]
        if not names:
            yield "geen velden"
        yield from (f"dubbele naam: {name}" for name in set(names) if names.count(name) > 1)
        yield from (f"{field.get('/T')} heeft geen label" for field in widgets if not str(field.get("/TU", "")).strip())
        yield from (
            f"bladzijde {page.index + 1}: Tab volgt de tekst niet" for page in pdf.pages if page.get("/Tabs") != "/S"
        )
        typed = [field for field in widgets if field["/FT"] == "/Tx"]
        for field in typed:
            field["/V"] = pikepdf.String(TYPED)
        copy = seen.file.with_suffix(".ingevuld.pdf")
        pdf.save(copy)
    with pikepdf.open(copy) as pdf:
        again = [field for page in pdf.pages for field in page.get("/Annots", []) if field.get("/FT") == "/Tx"]
        if [str(field["/V"]) for field in again] != [TYPED] * len(typed):
            yield "wat is getypt komt niet terug"
        for font in {str(match) for field in again for match in re.findall(r"/(\S+) \S+ Tf", str(field["/DA"]))}:
            if f"/{font}" not in pdf.Root.AcroForm.DR.Font:
                yield f"het lettertype {font} van een veld is er niet"


CHECKS = (words, pages, inside, sizes, headings, ends, fonts, legible, code, found_back, accessible, fields)


def problems(seen: Seen) -> list[str]:
    return [f"{check.__name__}: {found}" for check in CHECKS for found in check(seen)]


def _walk(box: Any, around: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """Every box of a page with the boxes around it."""
    box = getattr(box, "_box", box)
    yield box, around
    for child in getattr(box, "children", ()):
        yield from _walk(child, (*around, box))


def _classes(some: Any) -> set[str]:
    return {name for box in some if box.element is not None for name in box.element.get("class", "").split()}


def _in_margin(around: Any) -> bool:
    return any(isinstance(one, boxes.MarginBox) for one in around)


def _is_frame(box: Any) -> bool:
    return isinstance(box, boxes.TableCellBox) or bool(FRAMES & _classes([box]))


def _rectangle(box: Any) -> tuple[float, float, float, float]:
    x, y = box.border_box_x(), box.border_box_y()
    return x, y, x + box.border_width(), y + box.border_height()
