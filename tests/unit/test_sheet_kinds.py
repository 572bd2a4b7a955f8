"""Which PDFs a piece has, what the foot of each says, and where cards, tiles, rings and bars lie."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from markupsafe import Markup

from conftest import KLEIN, URL
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.model.layouts import Bar, Box, PosterSheet
from handboek.model.tools import Blank
from handboek.model.translation import DUTCH
from handboek.project import Project
from handboek.render import qr
from handboek.render.renderer import Renderer
from handboek.sheets import cards, draw, sheet
from handboek.sheets.cards import Card
from handboek.sheets.letter import letter
from handboek.sheets.sheet import colophon, sheets_of


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


def changed(piece: Piece, **fields: object) -> Piece:
    data = piece.data.__class__.model_validate({**piece.data.model_dump(by_alias=True), **fields})
    return replace(piece, data=data)


WITHDRAWN = {"date": "2026-11-03", "reason": "Het klopte niet.", "instead": "werkbladen/tabelletje"}


def test_each_piece_has_its_sheets_main_file_first(klein: Handbook):
    found = {
        address: [(one.kind, one.url, one.paper) for one in sheets_of(piece)]
        for address in ("gesprekken/praatje", "draaiboeken/ochtend", "rollen/buurvrouw", "berichten/briefje")
        if (piece := klein.at(address))
    }
    assert found["gesprekken/praatje"] == [
        ("blad", "gesprekken/praatje.pdf", "A4"),
        ("groot", "gesprekken/praatje-groot.pdf", "A4"),
        ("zak", "gesprekken/praatje-zak.pdf", "A6"),
    ]
    assert [kind for kind, _, _ in found["draaiboeken/ochtend"]] == ["blad", "groot", "deelnemers", "evaluatie"]
    assert "groot" in [kind for kind, _, _ in found["berichten/briefje"]]
    assert found["rollen/buurvrouw"] == []


def test_a_piece_that_stands_in_the_preview_only_has_no_sheets(klein: Handbook):
    lesson = klein.pieces["lesson", "groet-eerst"]
    assert list(sheets_of(lesson)) == []


def test_what_can_be_filled_in_has_a_sheet_for_that(klein: Handbook):
    piece = klein.at("werkbladen/lijstje")
    assert piece
    kinds = [one.kind for one in sheets_of(changed(piece, fillable=True))]
    assert kinds == ["blad", "invulbaar", "groot"]
    assert "invulbaar" not in [one.kind for one in sheets_of(changed(piece, fillable=False))]


def test_each_old_address_of_what_was_withdrawn_says_so_on_a4(klein: Handbook):
    piece = klein.at("gesprekken/praatje")
    assert piece
    gone = list(sheets_of(changed(piece, withdrawn=WITHDRAWN)))
    assert [one.url for one in gone] == [one.url for one in sheets_of(piece)]
    assert {one.paper for one in gone} == {"A4"}
    assert not any(one.variant.large or one.variant.fillable or one.variant.once for one in gone)


def test_the_foot_says_version_basis_and_sources(klein: Handbook):
    piece = klein.at("werkbladen/lijstje")
    assert piece
    foot = colophon(piece, klein)
    assert (foot.version, foot.basis, foot.sources, foot.corrected) == (
        piece.hash,
        piece.basis,
        ("boekje",),
        None,
    )


def test_the_foot_says_since_when_it_is_right(klein: Handbook):
    piece = klein.at("werkbladen/lijstje")
    assert piece
    twice = changed(
        piece,
        corrected=[{"date": "2026-11-02", "what": "Een woord."}, {"date": "2026-11-05", "what": "Een ander woord."}],
    )
    assert colophon(twice, klein).corrected == datetime.date(2026, 11, 5)


def drawing(piece: Piece, **sheet_fields: object) -> Piece:
    """A worksheet that takes its text from others, as far as the foot looks at it."""
    fields = {"layout": "x", "drawn_from": "", "shows": "", "rows_from": None, **sheet_fields}
    return replace(piece, data=SimpleNamespace(sheet=SimpleNamespace(**fields), corrected=()))  # type: ignore[arg-type]


def test_a_sheet_that_shows_other_pieces_rests_on_them(klein: Handbook, monkeypatch: pytest.MonkeyPatch):
    piece = klein.at("werkbladen/tabelletje")
    assert piece
    for one, others in (
        (drawing(piece, drawn_from="gesprekken"), klein.of("guide")),
        (drawing(piece, layout="zakkaarten"), klein.of("guide")),
        (drawing(piece, shows="fasen"), klein.of("phase")),
        (drawing(piece), ()),
    ):
        assert sheet.drawn(one, klein) == others
    phases = klein.of("phase")
    monkeypatch.setattr(sheet, "drawn", lambda piece, book: phases)
    foot = colophon(piece, klein)
    assert foot.version not in {piece.hash, *(one.hash for one in phases)}
    assert len(foot.version) == 7
    found = {one.basis for one in phases}
    assert foot.basis == (found.pop() if len(found) == 1 else "deels")
    assert set(foot.sources) == {key for one in (piece, *phases) for key in one.sources}
    mixed = [replace(phases[0], basis="bron"), replace(phases[1], basis="eigen")]
    monkeypatch.setattr(sheet, "drawn", lambda piece, book: tuple(mixed))
    assert colophon(piece, klein).basis == "deels"


def test_a_sheet_is_one_article_that_is_filled_once(klein: Handbook):
    project = Project(KLEIN, URL, mail="r@handboek.test")
    renderer = Renderer(klein, project.templates, {}, project.url, project.repo, project.mail)
    piece = klein.at("werkbladen/lijstje")
    assert piece
    (first, *_) = sheets_of(piece)
    article = sheet.fragment(first, renderer, project)
    assert article.count("<article") == 1
    assert sheet.fragment(first, renderer, project) is article
    assert article in sheet.html(first, renderer, project)
    gone = replace(first, piece=changed(piece, withdrawn=WITHDRAWN))
    other = Renderer(klein, project.templates, {}, project.url, project.repo, project.mail)
    assert "Het klopte niet." in sheet.fragment(gone, other, project)
    assert "Een deur die open staat" not in other.articles[first.url]


def test_the_template_of_its_kind_comes_before_that_of_its_shape(klein: Handbook):
    renderer = Renderer(klein, Project(KLEIN, URL).templates)
    names = {
        (piece.slug, one.kind): sheet._template(one, piece, renderer)
        for piece in (klein.at("gesprekken/praatje"), klein.at("werkbladen/lijstje"), klein.at("draaiboeken/ochtend"))
        if piece
        for one in sheets_of(piece)
    }
    assert names["praatje", "blad"] == "print/guide.html"
    assert names["praatje", "zak"] == "print/zak/guide.html"
    assert names["lijstje", "blad"] == "print/layouts/checklist.html"
    assert names["ochtend", "evaluatie"] == "print/evaluatie/script.html"


# Cards


def some(count: int) -> list[Card]:
    return [Card("Vraag", f"Kaart {number}") for number in range(count)]


def test_eight_cards_fill_a_page_and_each_back_lies_behind_its_front():
    pages = list(cards.duplex(some(10)))
    assert [len(page) for page in pages] == [8, 8, 2, 2]
    assert [{one.side for one in page} for page in pages] == [{"front"}, {"back"}, {"front"}, {"back"}]
    assert [(one.left, one.top) for one in pages[0][:3]] == [(10, 10), (105, 10), (10, 79.25)]
    for fronts, backs in zip(pages[::2], pages[1::2], strict=True):
        for front, back in zip(fronts, backs, strict=True):
            assert front.card is back.card
            assert front.top == back.top
            assert front.left + cards.WIDTH == 210 - back.left


def test_a_folded_card_meets_its_own_back():
    pages = list(cards.folded(some(6)))
    assert [len(page) for page in pages] == [8, 4]
    for page in pages:
        for row, (front, back) in enumerate(zip(page[::2], page[1::2], strict=True)):
            assert front.card is back.card
            assert (front.side, back.side) == ("front", "back")
            assert front.left + cards.WIDTH == back.left == 105
            assert front.top == back.top == 10 + row * 69.25


@pytest.mark.parametrize(
    ("letters", "length"), [(1, "short"), (60, "short"), (61, "middle"), (100, "middle"), (101, "long")]
)
def test_how_large_a_card_is_set(letters: int, length: str):
    assert Card("Vraag", "x" * letters).length == length


def test_a_deck_of_its_own_cards_or_of_the_questions_of_each_guide(klein: Handbook):
    own: Any = SimpleNamespace(
        drawn_from="kaarten",
        made_up=True,
        cards=[SimpleNamespace(kind="Zin", front="Voor", back=None), SimpleNamespace(kind="Zin", front="V", back="A")],
    )
    assert cards.deck(own, klein) == [
        Card("Zin", "Voor", back="", made_up=True),
        Card("Zin", "V", back="A", made_up=True),
    ]
    asked: Any = SimpleNamespace(drawn_from="gesprekken", made_up=False, cards=[])
    guides = [(guide, ask) for guide in klein.of("guide") for ask in guide.data.questions]
    found = cards.deck(asked, klein)
    assert [(one.kind, one.front) for one in found] == [(guide.title, ask.text) for guide, ask in guides]
    assert [(one.hint, one.back) for one in found] == [(ask.follow_ups[0], ask.listen_for[0]) for _, ask in guides]
    assert {one.back_head for one in found} == {"Luister naar"}


# What is drawn


def test_rings_lie_at_even_distances_with_their_labels():
    three: Any = SimpleNamespace(rings=["a", "b", "c"], sectors=["n", "o", "z", "w"])
    made = draw.rings(three, 100)
    assert made.centre == pytest.approx(22)
    assert made.radii == pytest.approx([48, 74, 100])
    assert [(round(x, 9), round(y, 9)) for x, y in made.spokes] == [(0, -1), (1, 0), (0, 1), (-1, 0)]
    assert [(spot.text, spot.x, round(spot.y, 9)) for spot in made.rings] == [
        ("a", 0, -41),
        ("b", 0, -67),
        ("c", 0, -93),
    ]
    half = pytest.approx(70.710678)
    assert [(spot.text, abs(spot.x), abs(spot.y)) for spot in made.sectors] == [(name, half, half) for name in "nozw"]
    assert [(spot.x > 0, spot.y > 0) for spot in made.sectors] == [
        (True, False),
        (True, True),
        (False, True),
        (False, False),
    ]
    two: Any = SimpleNamespace(rings=["a", "b"], sectors=["n", "o"])
    assert draw.rings(two, 100).centre == pytest.approx(30)
    narrow: Any = SimpleNamespace(rings=list("abcdefgh"), sectors=["n"])
    assert draw.rings(narrow, 80).rings[0].y == pytest.approx(-25.4 + 3.9)


def bar(row: int, first: int, last: int) -> Any:
    return Bar.model_construct(row=row, first=first, last=last, text=f"{row}:{first}")


def test_bars_lie_in_their_row_and_those_that_overlap_below_each_other():
    calendar: Any = SimpleNamespace(
        periods=list("abcdef"), rows=["Een", "Twee"], example=[bar(2, 2, 3), bar(1, 1, 2), bar(1, 2, 9), bar(1, 3, 3)]
    )
    found = [
        (name, [(span.first, span.length, span.bar is not None) for span in spans])
        for name, spans in draw.example_rows(calendar)
    ]
    assert found == [
        ("Een", [(1, 2, True), (3, 1, True), (4, 1, False), (5, 1, False), (6, 1, False)]),
        ("Een", [(1, 1, False), (2, 5, True)]),
        ("Twee", [(1, 1, False), (2, 2, True), (4, 1, False), (5, 1, False), (6, 1, False)]),
    ]
    assert draw.overlaps(calendar) == [1, 3, 3, 1, 1, 1]
    nameless: Any = SimpleNamespace(periods=list("ab"), rows=["Een"], example=[bar(2, 1, 1)])
    assert [name for name, _ in draw.example_rows(nameless)] == [""]
    assert list(draw.example_rows(SimpleNamespace(periods=list("ab"), rows=[], example=[]))) == []  # type: ignore[arg-type]


def test_boxes_fill_a_row_before_the_next():
    def rows(columns: int, *widths: int) -> list[list[int]]:
        boxes = [Box.model_construct(width=width) for width in widths]
        return [[box.width for box in row] for row in draw.canvas_rows(SimpleNamespace(columns=columns, boxes=boxes))]  # type: ignore[arg-type]

    assert rows(3, 1, 2, 3, 1, 1, 2) == [[1, 2], [3], [1, 1], [2]]
    assert rows(2, 3) == [[3]]


def worksheet(instruction: list[str], lines: list[int], summary: str = "x" * 90, **fields: Any) -> Any:
    sheet_ = SimpleNamespace(
        instruction=[SimpleNamespace(text=text) for text in instruction],
        writing=[SimpleNamespace(lines=number) for number in lines],
        **fields,
    )
    return SimpleNamespace(title="Titel", summary=summary, sheet=sheet_)


def test_the_room_of_a_canvas_is_what_the_rest_of_the_page_leaves():
    one_line, one_question = 2 + 5.2, 14 + 9 * 2
    alone = worksheet([], [], "kort")
    assert draw.canvas_height(alone, "A4") == pytest.approx(252 - 32 - one_line)
    assert draw.canvas_height(alone, "A4-liggend") == pytest.approx(168 - 32 - one_line)
    assert draw.canvas_height(alone, "A5") == pytest.approx(165 - 32 - one_line)
    assert draw.canvas_height(alone, "A3-liggend") == draw.canvas_height(alone, "A4-liggend")
    assert draw.canvas_height(alone, "A3") == draw.canvas_height(alone, "A4")
    more = worksheet(["kort", "x" * 180], [2], "x" * 89)
    assert draw.canvas_height(more, "A4") == pytest.approx(252 - 32 - 3 * one_line - 2 * 5.2 - one_question)
    assert draw.canvas_height(worksheet(["x" * 9000], []), "A4") == 60


def test_four_quarters_of_a_poster_fill_four_pages():
    for wide, (width, height), (page_width, page_height) in (
        (False, (297, 420), (210, 297)),
        (True, (420, 297), (297, 210)),
    ):
        made = draw.tiles(wide)
        first, right, below, last = made.tiles
        assert [one.name for one in made.tiles] == ["boven links", "boven rechts", "onder links", "onder rechts"]
        assert (first.left, first.top) == (0, 0)
        assert right.left == pytest.approx(first.width - draw.OVERLAP)
        assert below.top == pytest.approx(first.height - draw.OVERLAP)
        assert (last.left, last.top) == (right.left, below.top)
        assert last.left + last.width == pytest.approx(width * made.scale)
        assert last.top + last.height == pytest.approx(height * made.scale)
        least = min(page_width - 20 - first.width, page_height - 20 - first.height)
        assert least == pytest.approx(0)  # as large as a page with a white border allows


def boxed(
    number: int, *, wide: bool = False, text: str = "kort", lines: int = 0, asked: int = 0, **fields: Any
) -> draw.Poster:
    """How a poster with so many of the same box is drawn."""
    entries = [SimpleNamespace(heading="Kop", text=text, lines=lines) for _ in range(number)]
    said = {"headline": "Groot", "footer": (), **fields}
    made = PosterSheet.model_construct(
        entries=entries, instruction=[], writing=[SimpleNamespace(lines=2)] * asked, **said
    )
    return draw.poster(SimpleNamespace(title="Titel", summary="Kort.", sheet=made), wide)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "wide", "columns"),
    [
        (0, False, 1),
        (1, False, 1),
        (2, False, 2),
        (5, False, 2),
        (1, True, 1),
        (3, True, 3),
        (4, True, 2),
        (6, True, 3),
        (7, True, 4),
    ],
)
def test_how_many_boxes_of_a_poster_stand_beside_each_other(number: int, wide: bool, columns: int):
    assert boxed(number, wide=wide).columns == columns


def test_a_poster_has_the_largest_type_that_fits():
    sizes = [(one.heading, one.text) for one in (boxed(2), boxed(2, text="x" * 900), boxed(2, text="x" * 4000))]
    assert sizes[0] == (30, 20)
    assert sizes[-1] == (17, 13)
    assert sizes[0] > sizes[1] > sizes[2]
    assert boxed(4, lines=20).heading == 17
    assert [boxed(2, headline="x" * letters).headline for letters in (40, 41)] == [58, 40]
    assert [boxed(2, footer=(SimpleNamespace(text="x" * letters),)).footer for letters in (80, 81)] == [26, 18]


def test_the_rows_of_a_poster_share_what_is_left():
    told = draw._set("Titel Kort.", 12, 257, 1.35) + 1
    used = 8 + draw._set("Groot", 58, 257) + 12 + told + 12
    assert boxed(2).height == pytest.approx((364 - used) - 8, abs=0.06)
    assert boxed(4).height == pytest.approx((364 - used) / 2 - 8, abs=0.06)
    assert boxed(5).height == pytest.approx((364 - used) / 3 - 8, abs=0.06)
    wide = 8 + draw._set("Groot", 58, 380) + 12 + draw._set("Titel Kort.", 12, 380, 1.35) + 1 + 12
    assert boxed(3, wide=True).height == pytest.approx(243 - wide - 8, abs=0.06)
    assert boxed(2, asked=1).height == pytest.approx((364 - used - 14 - 18) - 8, abs=0.06)


def test_how_high_a_text_stands():
    size = 12 * 25.4 / 72
    per_line = int(100 / (size * 0.56))
    assert draw._set("x" * per_line, 12, 100) == pytest.approx(size * 1.15)
    assert draw._set("x" * (per_line + 1), 12, 100, 1.4) == pytest.approx(2 * size * 1.4)
    assert draw._set("xx", 12, 1) == pytest.approx(2 * size * 1.15)
    assert draw._set("", 12, 100) == 0


# Letters and codes


def blank(id_: str, label: str) -> Blank:
    return Blank(id=id_, label=label)


def test_a_letter_on_paper_has_lines_to_write_on():
    shown = letter(
        "<h2 id='a'>Kop</h2><p>Dag {naam}, {naam} op {dag}</p>",
        (Blank(id="naam", label="uw naam", room="regel"),),
        False,
        DUTCH,
    )
    assert shown == (
        '<h1 id=\'a\'>Kop</h1><p>Dag <span class="blank regel" data-said="uw naam, nog in te vullen"></span>, '
        '<span class="blank regel" data-said="uw naam, nog in te vullen"></span> op '
        '<span class="blank woord" data-said="dag, nog in te vullen"></span></p>'
    )


def test_a_letter_to_fill_in_has_fields_with_names_of_their_own():
    shown = letter("{naam} {naam} {naam}", (blank("naam", "uw <naam>"),), True, DUTCH)
    names = [part.split('"')[0] for part in shown.split('name="')[1:]]
    assert names == ["naam", "naam-2", "naam-3"]
    assert 'title="uw &lt;naam&gt;"' in shown
    assert isinstance(shown, Markup)


def test_a_line_that_is_bold_as_a_whole_is_a_heading():
    shown = letter(
        "<p><strong>Eerst</strong></p><p><strong>a</strong> b</p><p><strong>Dan</strong></p>", (), False, DUTCH
    )
    assert shown == "<h1>Eerst</h1><p><strong>a</strong> b</p><h2>Dan</h2>"


def test_a_code_leads_to_its_address(tmp_path: Path):
    made = qr.code(tmp_path, "https://handboek.test/werkbladen/lijstje/", "Naar de bladzijde")
    assert made.startswith("<svg")
    assert "<title>Naar de bladzijde</title>" in made
    assert 'class="qr"' in made
    assert made != qr.code(tmp_path, "https://handboek.test/werkbladen/ander/", "Naar de bladzijde")


@pytest.mark.parametrize(("numbers", "whole"), [((0, 1, 2), True), ((1, 2, 3), True), ((0, 1, 3), False), ((4,), True)])
def test_on_a_poster_numbers_that_jump_are_left_off(numbers: tuple[int, ...], whole: bool):
    phases = [SimpleNamespace(data=SimpleNamespace(number=number)) for number in numbers]
    assert draw.in_a_row(phases) is whole  # type: ignore[arg-type]
