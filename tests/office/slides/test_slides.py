"""Slides, read back: every word once and in order, titles, notes, sizes, contrast, room, and equal bytes."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from deck_seen import A, Deck, Run, drawn_words, flat

from conftest import KLEIN, ROOT, URL, real
from handboek import dutch, workshop
from handboek.colours import contrast
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.office import font_metrics
from handboek.office.slides import deck
from handboek.office.slides import source as slides
from handboek.office.slides.slide_master import BOTTOM, HIGH, PLACES, WIDE
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Wish, session

BOOKS = {"echt": (ROOT, real), "klein": (KLEIN, lru_cache(lambda: open_handbook(KLEIN)))}
SCRIPTS = [(name, piece.slug) for name, (_, book) in BOOKS.items() for piece in book().of("script")]


def gathered(name: str, change: Any = None, **given: Any) -> tuple[Handbook, Piece, deck.Deck]:
    root, book = BOOKS[name.partition("/")[0]]
    piece = book().pieces["script", name.partition("/")[2]]
    piece = replace(piece, data=change(piece.data)) if change else piece
    project = Project(root, URL)
    return book(), piece, slides.source(piece, Renderer(book(), project.templates), project, **given)


@lru_cache
def seen(name: str, slug: str) -> tuple[Handbook, Piece, Deck]:
    book, piece, made = gathered(f"{name}/{slug}")
    return book, piece, Deck(made.make())


def bare(title: str) -> str:
    """A title without which of how many it is."""
    return re.sub(r" \(\d+ van \d+\)$", "", title)


def longest(script: Any, letter: str = "woordenreeks ") -> Any:
    """A script with every text as long as it may be, and as many as there may be."""
    text, question, title = ((letter * 60)[:most].strip() for most in (600, 139, 70))
    part = {"participants": text, "trainer": text, "title": title, "questions": [f"{question}?"] * 4}
    parts = [{**one, **part} for one in script.model_dump()["parts"]]
    return type(script).model_validate(
        {**script.model_dump(), "parts": parts, "goal": text, "title": title, "evaluation": [f"{question}?"] * 6}
    )


@pytest.mark.parametrize(("name", "slug"), SCRIPTS)
def test_each_word_stands_on_a_slide_once_and_in_order(name: str, slug: str):
    book, piece, file = seen(name, slug)
    script = piece.data
    told = [line for number in range(len(file.slides)) for line in file.words(number)[1:]]  # without its title
    held = session(script)

    def said(text: str) -> str:
        return plain(workshop.plain(text, held))

    expected = [said(script.summary), book.method.name, said(script.goal.text), "Duur Wat we doen"]
    expected += [f"{dutch.minutes(part.minutes)} {plain(part.title)}" for part in script.parts]
    for part in script.parts:
        lies = [
            f"{plain(workshop.called(there.title, one.form))}, {dutch.number(one.number)} {workshop.EACH[one.per]}"
            for one in part.sheets
            if one.per != "trainer" and (there := book.at(one.piece))
        ]
        split = (
            f"{flat(plain(part.title))} (1 van 2)" in file.titles
        )  # then the question comes last, on a slide of its own
        asked = [dutch.minutes(part.minutes), *map(said, part.questions)]
        does = [dutch.minutes(part.minutes), said(part.participants or "")]
        table = [f"Op tafel: {lies[0]}", *lies[1:]] if lies else []
        expected += [*does, *table, *asked] if split else [*does, *asked[1:], *table]
    expected += map(said, script.evaluation)
    assert " ".join(told) == flat(" ".join(expected))


@pytest.mark.parametrize(("name", "slug"), SCRIPTS)
def test_titles_are_unique_and_come_first(name: str, slug: str):
    _, piece, file = seen(name, slug)
    assert len(set(file.titles)) == len(file.titles)
    assert file.titles[0] == plain(piece.title)
    for number, slide in enumerate(file.slides):
        assert next(iter(slide.shapes)).placeholder_format.type in (1, 3)  # a title, or one in the middle
        assert file.words(number)[0] == file.titles[number] != ""
        order = [one.name for one in slide.shapes if one.is_placeholder]
        assert order == [one for one in PLACES[slide.slide_layout.name] if one in order]
    parts = [flat(plain(part.title)) for part in piece.data.parts]
    assert [title for title in map(bare, file.titles) if title in parts] == [
        title for title in parts for _ in range(list(map(bare, file.titles)).count(title))
    ]


@pytest.mark.parametrize(("name", "slug"), SCRIPTS)
def test_the_notes_hold_all_that_the_trainer_says(name: str, slug: str):
    book, piece, file = seen(name, slug)
    notes = [file.notes(number) for number in range(len(file.slides))]
    held = session(piece.data)
    for part in piece.data.parts:
        says = flat(plain(workshop.plain(part.trainer, held)))
        (mine,) = [
            note
            for title, note in zip(file.titles, notes, strict=True)
            if note and bare(title) == flat(plain(part.title))
        ]
        assert mine.startswith(says)
        assert "\n".join(notes).count(says) == 1
        for one in part.sheets:
            if one.per != "trainer" and (there := book.at(one.piece)):
                assert f"{plain(workshop.called(there.title, one.form))}, {workshop.copies(held.group, one)}×" in mine
    assert f"{URL}{piece.address}" in notes[0]
    assert all(flat(plain(workshop.plain(one.text, held))) in notes[2] for one in held.late)


@pytest.mark.parametrize(("name", "slug"), SCRIPTS)
def test_what_is_no_text_says_what_it_shows(name: str, slug: str):
    _, _, file = seen(name, slug)
    for number in range(len(file.slides)):
        for one in file.pictures(number):
            assert len(one._element.xpath(".//p:cNvPr")[0].get("descr", "")) > 20
    assert not [slide for slide in file.slides if any(not one.has_text_frame for one in slide.placeholders)]


def test_pictures_are_drawn_from_the_sheets_on_the_table():
    _, _, file = seen("echt", "proeftuin-fasen")
    book = real()
    drawn = {title: file.pictures(number) for number, title in enumerate(file.titles) if file.pictures(number)}
    assert set(drawn) == {"Programma", "De fasen in maanden", "Draagvlakmeter"}
    (timeline,) = drawn["De fasen in maanden"]
    words = drawn_words(timeline)
    assert [f"{one.data.number} {one.data.name}" for one in book.of("phase")] == [
        one for one in words if one[0].isdigit()
    ]
    told = timeline._element.xpath(".//p:cNvPr")[0].get("descr")
    assert all(one.data.name in told for one in book.of("phase"))
    (meter,) = drawn["Draagvlakmeter"]
    sheet = book.pieces["worksheet", "draagvlakmeter"].data.sheet
    assert f"{sheet.threshold}%" in drawn_words(meter)
    _, _, table = seen("echt", "partnertafel")
    (rings,) = table.pictures(table.titles.index("Partnerkaart"))
    ring = book.pieces["worksheet", "partnerkaart"].data.sheet
    words = drawn_words(rings)
    assert set(ring.sectors) < set(words)
    assert [f"{n} {text}" for n, text in enumerate((ring.centre, *ring.rings), 1)] == words[-1 - len(ring.rings) :]


@pytest.mark.parametrize(("name", "slug"), SCRIPTS)
def test_letters_are_large_and_to_be_read(name: str, slug: str):
    _, _, file = seen(name, slug)
    for number, slide in enumerate(file.slides):
        drawn = {words for each in file.pictures(number) for words in drawn_words(each)}
        for run in file.runs(number):
            least = 14 if run.foot else 20 if flat(run.text) in drawn else 24
            assert run.size >= least, (slide.slide_layout.name, run)
            assert contrast(run.colour, run.ground) >= 4.5, run


@pytest.mark.parametrize("colour", ["#a03a28", "#1d5e3a", "#0e6070", "#767676", "#5c2d91"])
def test_each_colour_of_an_edition_can_be_read(colour: str):
    made = gathered("klein/ochtend")[2]
    file = Deck(replace(made, look=replace(made.look, colour=colour)).make())
    runs: list[Run] = [run for number in range(len(file.slides)) for run in file.runs(number)]
    assert colour in {run.ground for run in runs}
    assert min(contrast(run.colour, run.ground) for run in runs) >= 4.5


def test_the_logo_of_an_edition_stands_on_its_title_slide():
    made = gathered("klein/ochtend")[2]
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10H0z" fill="#123456"/></svg>'
    file = Deck(replace(made, look=replace(made.look, logo=drawn, organisation="De Linde")).make())
    (logo,) = file.slides[0].slide_layout.element.xpath(".//p:pic")
    assert logo.xpath(".//p:cNvPr/@descr") == ["De Linde"]
    width, height = (int(logo.xpath(f".//a:ext/@{side}")[0]) for side in ("cx", "cy"))
    assert width / height == pytest.approx(4, rel=0.01)
    assert not Deck(made.make()).slides[0].slide_layout.element.xpath(".//p:pic")


def placed(made: deck.Deck) -> Iterator[tuple[deck.Slide, deck.Words, float, float]]:
    """Each text of a deck with how high it is and how much room it has."""
    for slide in made.slides:
        for words in (slide.title, *slide.words):
            place = PLACES[slide.layout][words.place]
            yield slide, words, deck.height(place, words.texts, words.lead, words.size), words.height or place.height


LONG = [(name, slug, None) for name, slug in SCRIPTS] + [
    ("klein", "ochtend", longest),
    ("echt", "partnertafel", longest),
]


@pytest.mark.parametrize(("name", "slug", "change"), LONG)
def test_nothing_runs_off_a_slide_or_over_another(name: str, slug: str, change: Any):
    made = gathered(f"{name}/{slug}", change)[2]
    for slide, words, needs, room in placed(made):
        assert needs <= room + 0.001, (slide.title.texts, words)
    for slide in made.slides:
        rows = sum(deck.row_height(row, bold=not n) for n, row in enumerate(slide.rows))
        assert deck.TABLE + rows <= BOTTOM + 0.001
        boxes = sorted((words.y, words.y + words.height) for words in slide.words if words.height)
        assert all(above <= below for (_, above), (below, _) in itertools.pairwise(boxes)), slide.title.texts
        assert not boxes or boxes[-1][1] <= BOTTOM + 0.001
        for shape in slide.picture.shapes if slide.picture else ():
            if shape.kind == "line":
                continue
            assert 0 <= shape.x <= shape.x + shape.width <= WIDE and shape.y + shape.height < HIGH
            rows = (
                len(font_metrics.lines(shape.text, shape.size, shape.width * 72, bold=shape.bold)) if shape.text else 0
            )
            assert rows * shape.size * font_metrics.LINE / 72 <= shape.height + 0.02, shape


def test_what_is_long_goes_on_to_the_next_slide_whole():
    _, piece, made = gathered("klein/ochtend", longest)
    file = Deck(made.make())
    assert len(set(file.titles)) == len(file.titles)
    mine = [number for number, slide in enumerate(file.slides) if slide.slide_layout.name == "Deel"]
    told = " ".join(line for number in mine for line in file.words(number)[1:])
    assert told.count("woordenreeks") >= sum(
        part.participants.count("woordenreeks") + sum(one.count("woordenreeks") for one in part.questions)
        for part in piece.data.parts
    )
    assert sum(bool(file.notes(number)) for number in mine) == len(piece.data.parts)


def test_a_break_is_a_slide_of_its_own():
    _, piece, file = seen("echt", "partnertafel")
    breaks = [flat(part.title) for part in piece.data.parts if part.pause]
    found = [title for title, slide in zip(file.titles, file.slides, strict=True) if slide.slide_layout.name == "Pauze"]
    assert found == breaks != []


def test_group_and_start_are_carried_through():
    own = session(real().pieces["script", "proeftuin-fasen"].data, Wish(13, "9:05"))
    *_, made = gathered("echt/proeftuin-fasen", own=own)
    file = Deck(made.make())
    times = [f"{row.clock}–" for row in own.rows]
    words = [" ".join(file.words(number)) for number, slide in enumerate(file.slides)]
    assert all(time in words[2] for time in times)
    assert times[0] == "9:05–"
    assert "minuten" not in " ".join(words[1:])
    assert "De aantallen zijn voor 13 mensen." in file.notes(0)
    door = file.notes(file.titles.index("Fase 2: aanbellen en luisteren (1 van 2)"))
    assert "Rollenspelkaarten, 3×; Zakkaart Gesprek met een open agenda, 13×" in door


@pytest.mark.parametrize(("name", "slug"), SCRIPTS)
def test_the_file_says_what_it_is_and_carries_nothing_else(name: str, slug: str):
    """What a checker for office files asks, but for what other tests here do: titles, their order, and what pictures show."""
    _, piece, file = seen(name, slug)
    core = file.file.core_properties
    assert (core.title, core.language, core.author) == (plain(piece.title), "nl-NL", "")
    assert core.created == core.modified == datetime.datetime.combine(piece.data.checked, datetime.time())
    assert not [name for name in file.parts if "thumbnail" in name or "printer" in name or "font" in name.lower()]
    assert (file.file.slide_width / 914_400, file.file.slide_height / 914_400) == (pytest.approx(WIDE), HIGH)
    for slide in file.slides:
        everywhere = [slide.element, *([slide.notes_slide.element] if slide.has_notes_slide else [])]
        runs = [run for part in everywhere for run in part.iter(f"{A}r", f"{A}fld")]
        assert {run.find(f"{A}rPr").get("lang") for run in runs} == {"nl-NL"}
        assert not slide.element.xpath(".//p:timing | .//p:transition")
        assert [one for one in slide.placeholders if one.placeholder_format.type == 13] or slide is file.slides[0]
        ids = slide.element.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))
        assert not [line for line in slide.element.iter(f"{A}p") if not "".join(line.itertext()).strip()]
        assert {table.find(f"{A}tblPr").get("firstRow") for table in slide.element.iter(f"{A}tbl")} <= {"1"}
        assert not slide.element.xpath(".//a:tc[@gridSpan or @rowSpan or @hMerge or @vMerge]")
    assert any(True for slide in file.slides for _ in slide.element.iter(f"{A}tbl"))


def test_the_same_script_gives_the_same_bytes():
    assert gathered("echt/schouw-lopen")[2].make() == gathered("echt/schouw-lopen")[2].make()
    assert repr(gathered("echt/schouw-lopen")[2]) == repr(gathered("echt/schouw-lopen")[2])


def test_only_scripts_have_slides():
    assert {piece.type for piece in real().pieces.values() if slides.has(piece)} == {"script"}


def test_a_line_breaks_where_it_is_full():
    assert font_metrics.lines("een twee drie", 10, font_metrics.width("een twee", 10)) == ["een twee", "drie"]
    assert font_metrics.lines("aaaaa", 10, font_metrics.width("aa", 10)) == ["aa", "aa", "a"]
    assert font_metrics.ending("aan het eind") == "aan het\N{NO-BREAK SPACE}eind"
    assert font_metrics.width("ii", 10, bold=True) > font_metrics.width("ii", 10)
