"""Every sheet of the samples, and of the handbook, is held to every check; and every check can fail."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops
from weasyprint.html import UA_STYLESHEET
from workbench import DPI, PROJECT, letters, samples, see, sheets, stretched

import checks
from conftest import ROOT, URL, real
from handboek.handbook import Handbook
from handboek.project import Project
from handboek.sheets import cards, draw
from handboek.sheets import pdf as printer
from handboek.sheets.pdf import OwnFiles, SheetError, lay_out, render
from handboek.sheets.sheet import sheets_of

pytestmark = pytest.mark.slow

SHEETS = {sheet.url: sheet for sheet in sheets(samples())}
CONTENT = sorted({piece.path for piece in real().pieces.values() if sheets_of(piece)})
"""Every file of the real handbook that something on paper is made of."""


@pytest.mark.parametrize("url", SHEETS)
def test_sample(url: str):
    """One of each kind and layout, with each of its variants. A sample is as long as it is: how it ends says nothing."""
    found = checks.problems(see(SHEETS[url], samples()))
    assert [one for one in found if not one.startswith(f"{checks.ends.__name__}:")] == []


@pytest.mark.hard
@pytest.mark.parametrize("path", CONTENT)
def test_handbook(path: str, handbook: Handbook):
    """Every sheet of the real handbook."""
    found = [
        f"{sheet.url}: {problem}"
        for piece in handbook.pieces.values()
        if piece.path == path
        for sheet in sheets_of(piece)
        for problem in checks.problems(see(sheet, handbook, Project(ROOT, URL)))
    ]
    assert found == []


def every_layout_and_variant() -> list[str]:
    """The main sheet of each piece, and of each other kind of PDF the first. A translation is as long as its Dutch piece is."""
    there = {url: sheet for url, sheet in SHEETS.items() if not sheet.piece.of}
    kinds = {sheet.kind: url for url, sheet in reversed(there.items())}
    return [url for url, sheet in there.items() if sheet.kind in ("blad", "invulbaar") or kinds[sheet.kind] == url]


@pytest.mark.parametrize("url", [url for url in every_layout_and_variant() if SHEETS[url].kind != "zak"])
def test_longest(url: str):
    longest(url)


@pytest.mark.hard
@pytest.mark.parametrize(
    "url", [url for url, sheet in SHEETS.items() if sheet.kind != "zak" and url not in every_layout_and_variant()]
)
def test_longest_of_the_other_variants(url: str):
    longest(url)


def longest(url: str) -> None:
    """With every text as long as its field allows, nothing is lost and nothing leaves its place."""
    seen = see(*stretched(SHEETS[url], samples()))
    held_to = (checks.words, checks.inside, checks.sizes, checks.fonts, checks.fields)
    assert [problem for check in held_to for problem in check(seen)] == []


DAMAGE = [
    ("words", "raster", ".lede { display: none }"),
    ("words", "kaarten", ".card { height: 10mm; overflow: hidden } .card-back { display: none }"),
    ("pages", "meter", ".sheet { line-height: 2.4 }"),
    ("inside", "raster", ".look { margin-left: 60mm; width: 90mm }"),
    ("inside", "kaarten", ".card-front { margin-top: 60mm !important }"),
    ("inside", "meter", ".lede { margin-left: 160mm; white-space: nowrap }"),
    ("sizes", "raster", ".look { font-size: 9pt }"),
    ("sizes", "raster", ".fill td { border-bottom-width: 0.2pt !important }"),
    ("sizes", "meter", ".writing .line { height: 7mm }"),
    ("sizes", "meter", ".fill .example td { background: #bbb }"),
    ("headings", "tabel", ".writing { break-inside: auto } .writing h2 { break-after: auto; margin-top: 58mm }"),
    ("fonts", "raster", ".lede { font-family: 'DejaVu Sans' }"),
    ("legible", "raster", "h1 { color: #999 }"),
    ("code", "raster", ".foot .qr { width: 5mm !important; height: 5mm !important }"),
    ("found_back", "raster", ".foot p { display: none }"),
    ("inside", "aanwijskaart", ".point-name { margin-left: 80mm; white-space: nowrap }"),
    ("sizes", "meegeefblad", ".kept .line { height: 7mm }"),
    ("fonts", "talenkaart", ".tongue-own { font-family: 'DejaVu Sans' !important }"),
    ("accessible", "checklist", ".ticks, td::before { content: '' } h1 { display: none }"),
]


@pytest.mark.parametrize(("check", "slug", "css"), DAMAGE)
def test_a_check_can_fail(check: str, slug: str, css: str):
    """Damage in the style is seen by the check that is there for it."""
    assert list(getattr(checks, check)(see(SHEETS[f"werkbladen/{slug}.pdf"], samples(), css=css)))


def test_fields_that_cannot_be_told_apart_are_seen():
    sheet = SHEETS["werkbladen/meter-invulbaar.pdf"]
    seen = see(sheet, samples(), css="input, textarea { appearance: none !important }")
    assert list(checks.fields(seen)) == ["geen velden"]


def test_a_typed_letter_is_drawn():
    """Accents and the euro sign are in the font of the fields, so that a viewer can show what was typed."""
    seen = see(SHEETS["werkbladen/meter-invulbaar.pdf"], samples())
    assert not list(checks.fields(seen))
    shown = subprocess.run(
        ["pdftotext", str(seen.file.with_suffix(".ingevuld.pdf")), "-"], check=True, capture_output=True, text=True
    ).stdout
    assert letters("Één café") in letters(shown)
    assert "€" in shown


def test_backs_lie_behind_their_fronts():
    """Turned over the long edge, each back is behind its own front."""
    deck = cards.deck(SHEETS["werkbladen/kaarten.pdf"].piece.data.sheet, samples())
    pages = list(cards.duplex(deck))
    assert len(pages) == 4
    for fronts, backs in zip(pages[::2], pages[1::2], strict=True):
        for front, back in zip(fronts, backs, strict=True):
            assert front.card is back.card
            assert front.top == back.top
            assert front.left + cards.WIDTH == 210 - back.left


def test_a_folded_card_meets_its_own_back():
    deck = cards.deck(SHEETS["werkbladen/kaarten.pdf"].piece.data.sheet, samples())
    for page in cards.folded(deck):
        for front, back in zip(page[::2], page[1::2], strict=True):
            assert front.card is back.card
            assert (front.side, back.side) == ("front", "back")
            assert front.left + cards.WIDTH == back.left == 105
            assert front.top == back.top


@pytest.mark.parametrize("url", ["werkbladen/kaarten.pdf", "werkbladen/gesprekskaarten.pdf"])
def test_cut_ticks_lie_outside_the_cards(url: str):
    """Along every cut there is ink in the margin, and none on the cards."""
    for picture in see(SHEETS[url], samples()).pictures[2:]:
        black = picture.point(lambda value: 0 if value > 200 else 255)
        right, low = 210 - cards.MARGIN, 297 - cards.MARGIN
        for x in (cards.MARGIN + column * cards.WIDTH for column in range(3)):
            assert black.crop(_pixels(x - 1, 2, x + 1, 9)).getbbox(), "geen snijstreepje"
            on_cards = (max(x - 4, cards.MARGIN), cards.MARGIN, min(x + 4, right), low)
            assert not black.crop(_pixels(*on_cards)).getbbox()
        for y in (cards.MARGIN + row * cards.HEIGHT for row in range(5)):
            assert black.crop(_pixels(2, y - 1, 9, y + 1)).getbbox(), "geen snijstreepje"
            on_cards = (cards.MARGIN, max(y - 4, cards.MARGIN), right, min(y + 4, low))
            assert not black.crop(_pixels(*on_cards)).getbbox()


@pytest.mark.parametrize("slug", ["poster", "fasenposter"])
def test_four_a4_make_the_poster(slug: str):
    """Glued together, the four A4 show the poster, with nothing lost where they meet."""
    plain = ".poster-door { background: #fff !important }"  # fine patterns differ in every picture
    poster = see(SHEETS[f"werkbladen/{slug}.pdf"], samples(), css=plain).pictures[0]
    wide = "liggend" in SHEETS[f"werkbladen/{slug}.pdf"].paper
    cut = draw.tiles(wide)
    size = (round(poster.width * cut.scale), round(poster.height * cut.scale))
    whole = Image.new("L", size, 128)
    four = see(SHEETS[f"werkbladen/{slug}-4xA4.pdf"], samples(), css=plain).pictures
    for tile, page in zip(cut.tiles, four, strict=True):
        part = page.crop(_pixels(draw.BORDER, draw.BORDER, draw.BORDER + tile.width, draw.BORDER + tile.height))
        whole.paste(part, _pixels(tile.left, tile.top, 0, 0)[:2])
    foot = 0.9 if wide else 0.92  # the foot of the poster has a page number, that of the four A4 has none
    box = (0, 0, poster.width // 4, round(poster.height * foot) // 4)
    small, expected = (image.resize((poster.width // 4, poster.height // 4)).crop(box) for image in (whole, poster))
    difference = ImageChops.difference(small, expected)
    assert sum(value > 110 for value in difference.tobytes()) < 0.002 * small.width * small.height


def test_equal_bytes(tmp_path: Path):
    """The same bytes in another folder, time zone, language and with another hash seed."""
    script = (
        "import sys, hashlib\n"
        "from workbench import *\n"
        "for sheet in sheets(samples()):\n"
        "    if sheet.piece.slug in ('raster', 'meter', 'kaarten', 'open-agenda', 'oefenen', 'brief', 'poster'):\n"
        "        print(sheet.url, hashlib.sha256(see(sheet, samples()).pdf.content).hexdigest())\n"
    )
    found = []
    for number, zone in ((1, "Europe/Amsterdam"), (7, "Pacific/Kiritimati")):
        folder = tmp_path / f"map {number}"
        folder.mkdir()
        way = os.pathsep.join(str(ROOT / "tests" / part) for part in ("sheets", "."))
        surroundings = {**os.environ, "PYTHONPATH": way, "PYTHONHASHSEED": str(number), "TZ": zone, "LC_ALL": "C.UTF-8"}
        run = subprocess.run(
            [sys.executable, "-c", script], cwd=folder, env=surroundings, check=True, capture_output=True, text=True
        )
        found.append(run.stdout)
    assert found[0] == found[1]
    assert len(found[0].splitlines()) > 12


def test_the_lean_style_lays_out_what_the_whole_one_does(monkeypatch: pytest.MonkeyPatch):
    """And where a style has footnotes, they have their numbers."""
    page = (
        "<html lang=nl><title>t</title><h1 id=t>Lijst</h1><ol><li>een<li>twee</ol><ul><li>drie</ul><q>vier</q>"
        "<table><tr><th>vijf<td>zes</table><p>zeven<br>acht <a href='#t'>negen</a></p>"
    )
    lean = render(page, PROJECT.templates).content
    monkeypatch.setattr(printer, "LEAN", UA_STYLESHEET)
    assert render(page, PROJECT.templates).content == lean
    monkeypatch.undo()
    noted = lay_out(
        "<html lang=nl><title>t</title><p>tien <span class=noot>elf</span>",
        PROJECT.templates,
        ".noot { float: footnote }",
    )
    assert any(getattr(box, "text", "") == "1" for box in noted.pages[0]._page_box.descendants())


def test_a_line_in_the_log_is_an_error():
    with pytest.raises(SheetError):
        lay_out("<html lang=nl><title>t</title><p style='colour: red'>x", PROJECT.templates)


@pytest.mark.parametrize("address", ["https://handboek.test/a.png", "file:///etc/hostname", "data:image/png;base64,AA"])
def test_nothing_is_fetched_from_outside(address: str):
    with pytest.raises(ValueError, match=r"buiten de map|niet die van het logo"):
        OwnFiles(PROJECT.templates).fetch(address)
    with pytest.raises(SheetError):
        lay_out(f"<html lang=nl><title>t</title><img alt=x src='{address}'>", PROJECT.templates)


def test_each_piece_says_which_sheets_it_has():
    def kinds(address: str) -> list[str]:
        piece = samples().at(address)
        assert piece is not None
        return [sheet.kind for sheet in sheets_of(piece)]

    assert kinds("gesprekken/open-agenda") == ["blad", "groot", "zak"]
    assert kinds("berichten/brief") == ["blad", "invulbaar", "vooraf", "groot"]
    assert kinds("draaiboeken/oefenen") == ["blad", "groot", "deelnemers", "evaluatie"]
    assert kinds("werkbladen/meter") == ["blad", "invulbaar"]
    assert kinds("werkbladen/tekst") == ["blad", "invulbaar", "groot"]
    assert kinds("werkbladen/poster") == ["blad", "4xA4"]
    assert kinds("werkbladen/kaarten") == ["blad", "vouw"]
    assert kinds("werkbladen/zakkaarten") == ["blad"]
    assert kinds("rollen/buurvrouw") == []


def _pixels(left: float, top: float, right: float, bottom: float) -> tuple[int, int, int, int]:
    return tuple(round(value * DPI / 25.4) for value in (left, top, right, bottom))  # type: ignore[return-value]


def test_what_is_only_to_be_seen_is_not_read_out():
    page = (
        "<html lang=nl><title>t</title><p aria-hidden='true'><span aria-hidden='true'>0</span> <span aria-hidden='true'>1</span></p>"
        "<h1>Een titel</h1>"
    )
    with pikepdf.open(io.BytesIO(render(page, PROJECT.templates).content)) as made:
        (whole,) = made.Root.StructTreeRoot.K
        assert [str(one.S) for one in whole.K] == ["/H1"]
