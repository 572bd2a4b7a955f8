"""The whole method as a book: what is in it, where everything stands, and what a reader finds it by."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import outloud
import pikepdf
import pytest

from checks import words_of
from conftest import KLEIN, ROOT, URL
from handboek import store
from handboek.book import BEST, FEW, Chapter, Line, best, index
from handboek.content import open_handbook
from handboek.handbook import Handbook, Piece
from handboek.markdown import plain
from handboek.model.text import BLANK, Words
from handboek.project import Project, open_project
from handboek.render.renderer import Renderer
from handboek.sheets import chapters
from handboek.site.site import renderer_of

pytestmark = pytest.mark.slow

BOOK = """
title: Alles in een boek
summary: De hele methode.
checked: 2026-11-01
purpose: Om te lezen.
whole: true
foreword: |
  Dit is het woord vooraf.
first: [over-deze-methode]
without: [voor-makers]
indexed: [stoeptegel]
"""
MAKERS = """---
title: Voor makers
summary: Hoe je een uitgave maakt.
checked: 2026-11-01
---
# Voor makers

Typ een opdracht.
"""
ABOUT = """
## Wat er in een bestand staat

```
een: {een_lange_regel_die_nergens_mag_worden_afgebroken_en_toch_op_papier_moet_passen: ja_en_nog_veel_langer_dan_dat}
```

Zie ook [de vorm](/voor-makers/) en nog eens [de vorm](/voor-makers/). Er ligt een stoeptegel los.
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("boek") / "project"
    shutil.copytree(KLEIN, root, ignore=shutil.ignore_patterns(".build"))
    (root / "tools/packs/boek.yml").write_text(BOOK, encoding="utf-8")
    (root / "docs/voor-makers.md").write_text(MAKERS, encoding="utf-8")
    with (root / "docs/over-deze-methode.md").open("a", encoding="utf-8") as about:
        about.write(ABOUT)
    return Project(root, URL, mail="redactie@handboek.test")


@pytest.fixture(scope="module")
def book(project: Project) -> Handbook:
    return open_handbook(project.root)


@pytest.fixture(scope="module")
def renderer(project: Project, book: Handbook) -> Renderer:
    return renderer_of(project, book)


@pytest.fixture(scope="module")
def made(book: Handbook, renderer: Renderer) -> chapters.Book:
    piece = book.pieces["pack", "boek"]
    return chapters.book_of(renderer, piece.data, piece)


@pytest.fixture(scope="module")
def file(made: chapters.Book, renderer: Renderer, project: Project) -> Path:
    path = project.root.parent / "boek.pdf"
    path.write_bytes(store.get_or_render(made, renderer, project)[0].content)
    return path


@pytest.fixture(scope="module")
def pages(file: Path) -> list[str]:
    """The text of each page."""
    text = subprocess.run(["pdftotext", "-raw", str(file), "-"], check=True, capture_output=True, text=True).stdout
    return text.split("\f")[:-1]


@pytest.fixture(scope="module")
def bookmarks(file: Path) -> list[tuple[int, str, int]]:
    return marks(file)


def marks(file: Path) -> list[tuple[int, str, int]]:
    """Level, title and page of each bookmark, counted from 1."""
    with pikepdf.open(file) as document, document.open_outline() as outline:
        at = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        return [
            (level, one.title, at[one.destination[0].objgen])
            for top in outline.root
            for level, one in [(1, top), *((2, below) for below in top.children)]
        ]


def links(file: Path) -> dict[int, list[tuple[str, int]]]:
    """The links on each page, each with its words and the page to which it leads."""
    with pikepdf.open(file) as document:
        at = {page.objgen: number for number, page in enumerate(document.pages, 1)}
        names = document.Root.Names.Dests.Names
        spots = {str(names[one]): at[names[one + 1][0].objgen] for one in range(0, len(names), 2)}
        return {
            number: [(str(link.Contents), spots[str(link.Dest)]) for link in page.get("/Annots", []) if "/Dest" in link]
            for number, page in enumerate(document.pages, 1)
        }


LEFT_OUT = {
    ("worksheet", "sheet"): "what stands on the sheet itself; its instruction is there",
    ("phase", "title"): "a chapter is called what the phase is called",
    ("method", "ways"): "where a visitor of the site begins",
    ("method", "now"): "where a visitor of the site begins",
    ("method", "words"): "what buttons and lists of the site are called",
    ("method", "answer"): "what the site promises who sends something in",
}
"""What a book leaves out of a kind of piece, and why."""


def said_in(piece: Piece) -> list[str]:
    """What a piece says in the book."""
    texts = [leaf for leaf in piece.leaves() if isinstance(leaf.marker, Words)]
    return [leaf.value for leaf in texts if (piece.type, leaf.loc[0]) not in LEFT_OUT or "instruction" in leaf.loc]


def letters(text: str) -> str:
    """The letters of a text, whatever line they stand on."""
    return "".join(words_of(text)).lower()


def test_words_in_words_out(made: chapters.Book, book: Handbook, pages: list[str]):
    there = letters(" ".join(pages))
    lost = [
        (piece.address, said)
        for piece in (*made.pieces, *book.of("term"), *book.of("source"), *book.of("criterion"))
        for said in said_in(piece)
        for part in BLANK.split(said)[::2]  # a blank is a line, or three dots
        if letters(plain(part)) not in there
    ]
    assert lost == []


def test_every_piece_is_there_once(made: chapters.Book, book: Handbook):
    kinds = {"guide", "worksheet", "message", "script", "lesson", "example", "role", "page", "phase", "step", "method"}
    count = Counter(piece.key for piece in made.pieces)
    assert set(count.values()) == {1}
    wanted = {key for key, piece in book.offered.pieces.items() if key[0] in kinds and not _made_up(piece)}
    wanted -= {("page", "voor-makers")}
    assert set(count) == wanted


def test_the_pieces_of_a_chapter_are_counted_from_one(made: chapters.Book):
    for chapter in made.chapters:
        assert [entry.number for entry in chapter.entries] == [
            f"{chapter.mark}.{number}" for number in range(1, len(chapter.entries) + 1)
        ]


def test_headings_lie_below_what_they_are_of(handbook: Handbook):
    """What opens a chapter has the title of the chapter; any other piece has one of its own below that."""
    project = open_project(ROOT)
    renderer = renderer_of(project, handbook)
    (piece,) = (one for one in handbook.of("pack") if one.data.whole)
    whole = chapters.book_of(renderer, piece.data, piece)
    opened = next(one for one in whole.chapters if one.opener)
    text = chapters.html(chapters.Laid(whole, opened), renderer, project)
    before, first, *_ = re.split(r"<h2[^>]*>\s*(?:<[^>]*>)*\d\.\d", text)
    assert re.findall(r"<h([1-6])", before)[:3] == ["1", "2", "3"]
    assert set(re.findall(r"<h([1-6])", first)) <= {"3", "4"} and "<h3" in first


def _made_up(piece: Piece) -> bool:
    return bool(getattr(piece.data, "invented", False))


def test_chapters_begin_on_a_right_hand_page_and_pieces_have_a_bookmark(
    made: chapters.Book, bookmarks: list[tuple[int, str, int]]
):
    top = [(title, page) for level, title, page in bookmarks if level == 1]
    assert [title for title, _ in top[-len(made.chapters) - 1 :]] == [
        *(f"{chapter.mark} {chapter.title}" for chapter in made.chapters),
        "Register",
    ]
    assert [page % 2 for _, page in top] == [1] * len(top)
    below = [title for level, title, _ in bookmarks if level == 2]
    assert below == [f"{entry.number} {entry.piece.title}" for chapter in made.chapters for entry in chapter.entries]


def test_contents_say_and_lead_to_the_page(
    file: Path, made: chapters.Book, pages: list[str], bookmarks: list[tuple[int, str, int]]
):
    began = {title: page for _, title, page in bookmarks}
    first = began[f"{made.chapters[0].mark} {made.chapters[0].title}"]
    contents = [link for page, found in links(file).items() if began["Inhoud"] <= page < first for link in found]
    wanted = [
        (title, began[f"{mark} {title}"])
        for chapter in made.chapters
        for mark, title in [
            (chapter.mark, chapter.title),
            *((entry.number, plain(entry.piece.title)) for entry in chapter.entries),
        ]
    ]
    assert contents == [*wanted, ("Register", began["Register"])]
    printed = "\n".join(pages[began["Inhoud"] - 1 : first - 1])
    for title, page in wanted:
        assert re.search(rf"{re.escape(title)} {page}$", printed, re.MULTILINE), title


def test_each_page_bears_its_number(pages: list[str]):
    bare = {number for number, text in enumerate(pages, 1) if not text.strip()} | {1, 2}
    for number, text in enumerate(pages, 1):
        if number not in bare:
            assert str(number) in text.split("\n"), number
    assert not [text for text in pages if "bladzijde 1 van" in text]


def test_the_index_leads_to_the_pieces_that_it_names(
    file: Path, made: chapters.Book, pages: list[str], bookmarks: list[tuple[int, str, int]]
):
    began = {title: page for _, title, page in bookmarks}
    places = {entry.number: entry.piece for chapter in made.chapters for entry in chapter.entries}
    found = [link for page, own in links(file).items() if page >= began["Register"] for link in own]
    assert len(found) > len(places)
    for number, page in found:
        if number in places:
            assert page == began[f"{number} {places[number].title}"]
        else:
            assert page >= next(page for title, page in began.items() if title.startswith(f"{number} "))
    assert {number for number, _ in found} >= places.keys()


def test_running_heads_and_folios_are_not_read_out(file: Path, made: chapters.Book):
    spoken = subprocess.run(["pdfinfo", "-struct-text", str(file)], check=True, capture_output=True).stdout.decode(
        errors="replace"  # titles of sections are not in UTF-8
    )
    for entry in (entry for chapter in made.chapters for entry in chapter.entries):
        assert f'"{entry.number}  ' not in spoken
    assert "Klopt dit niet" not in spoken, "no foot of a sheet"


def test_it_is_read_out_without_an_error(file: Path):
    allowed = {
        "PAG-001",  # headings that many pieces have
        "TBL-012",  # cells that are empty by intent
    }
    found = [one for one in outloud.check(str(file)).findings if one.severity != "info"]
    assert [(one.rule, one.page, one.message) for one in found if one.rule not in allowed] == []


def test_bound_twice_it_is_the_same(made: chapters.Book, renderer: Renderer, project: Project, file: Path):
    other = Project(project.root, project.url, mail=project.mail)
    shutil.rmtree(store.folder(project))
    assert store.get_or_render(made, renderer, other)[0].content == file.read_bytes()


def test_a_change_lays_out_one_chapter(made: chapters.Book, renderer: Renderer, project: Project, tmp_path: Path):
    copy = Project(tmp_path / "project", project.url, mail=project.mail)
    shutil.copytree(project.root, copy.root)
    store.get_or_render(made, renderer, copy)
    guide = copy.root / "tools/guides/praatje.yml"
    guide.write_text(guide.read_text(encoding="utf-8").replace("Dank u wel.", "Dank u zeer."), encoding="utf-8")
    book = open_handbook(copy.root)
    other = renderer_of(copy, book)
    piece = book.pieces["pack", "boek"]
    filled = store.fill(other, copy, [chapters.book_of(other, piece.data, piece)], lambda thing, so_far: None)
    (mark,) = [chapter.mark for chapter in made.chapters if chapter.folder == "gesprekken"]
    assert {url for _, url in filled.rendered} == {f"werkmappen/boek/{mark}.pdf", "werkmappen/boek.pdf"}


@pytest.fixture
def in_parts(made: chapters.Book, renderer: Renderer, project: Project, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The book with one piece laid out at once."""
    monkeypatch.setattr(chapters, "PIECES", 1)
    path = project.root.parent / "delen.pdf"
    path.write_bytes(store.get_or_render(made, renderer, project)[0].content)
    return path


def test_a_long_chapter_is_laid_out_in_parts_and_reads_as_one(
    made: chapters.Book, bookmarks: list[tuple[int, str, int]], file: Path, in_parts: Path
):
    assert len(chapters.needs(made)) > len(made.chapters)
    assert [mark[:2] for mark in marks(in_parts)] == [mark[:2] for mark in bookmarks]
    first = {title.split()[0]: page for _, title, page in marks(in_parts)}
    later = [entry.number for chapter in made.chapters for entry in chapter.entries[1:]]
    assert later and all(first[number] % 2 for number in later)
    whole, parts = (Counter(words for page in links(one).values() for words, _ in page) for one in (file, in_parts))
    assert whole.keys() == parts.keys()


def test_above_each_page_stands_the_piece_that_begins_on_it_or_runs_on(file: Path):
    crop = ["pdftotext", "-raw", "-x", "0", "-y", "0", "-W", "600", "-H", "65", str(file), "-"]
    heads = subprocess.run(crop, check=True, capture_output=True, text=True).stdout.split("\f")
    began = {page: title.split()[0] for level, title, page in reversed(marks(file)) if level == 2}
    opens = {page for level, _, page in marks(file) if level == 1}
    running, on = "", 0
    for page in range(min(began), max(began) + 1):
        running, last = began.get(page, "" if page in opens else running), running
        if running and heads[page - 1].strip():
            assert running in heads[page - 1].split(), page
            on += running == last
    assert on, "a piece of several pages"


def test_no_line_runs_off_the_paper(file: Path):
    found = subprocess.run(["pdftotext", "-bbox", str(file), "-"], check=True, capture_output=True, text=True).stdout
    assert max(map(float, re.findall(r'xMax="([\d.]+)"', found[found.index("<word") :]))) < 595


def test_what_stands_on_the_site_only_is_not_in_it_and_its_address_stands_there_once(
    made: chapters.Book, book: Handbook, pages: list[str]
):
    assert book.at("voor-makers") and book.at("voor-makers") not in made.pieces
    assert " ".join(pages).count(URL.partition("://")[2] + "voor-makers") == 1


def lines_of(
    made: chapters.Book, book: Handbook, texts: dict[str, str], words: tuple[str, ...] = ()
) -> dict[str, Line]:
    found = index(made.chapters, book.offered, texts, words)
    return {line.word.casefold(): line for _, own in found for line in own}


def test_the_index_names_what_a_word_is_used_in(book: Handbook, made: chapters.Book):
    term = book.of("term")[0]
    texts = {piece.address: "niets" for piece in made.pieces}
    used = made.chapters[1].entries[0]
    texts[used.piece.address] = f"Hier staat {term.title} in een zin."
    lines = lines_of(made, book, texts)
    (listed,) = [chapter.mark for chapter in made.chapters if chapter.folder == "begrippen"]
    assert [number for number, _ in lines[term.title.casefold()].places] == [used.number, listed]
    for word in term.data.synonyms:
        assert lines[word.casefold()].see.casefold() == term.title.casefold()


def test_no_word_of_the_index_leads_to_the_glossary_alone_or_to_a_word_that_leads_nowhere(
    book: Handbook, made: chapters.Book
):
    lines = lines_of(made, book, {piece.address: "niets" for piece in made.pieces})
    (listed,) = [chapter.mark for chapter in made.chapters if chapter.folder == "begrippen"]
    assert not [line.word for line in lines.values() if [number for number, _ in line.places] == [listed]]
    assert not [line.word for line in lines.values() if line.see and not lines[line.see.casefold()].places]


def test_a_word_that_is_the_name_of_a_piece_leads_there_first(book: Handbook, made: chapters.Book):
    term, earlier = book.of("term")[0], made.chapters[1].entries[0]
    chapter = next(one for one in reversed(made.chapters) if one.entries)
    entry, *others = chapter.entries
    data = entry.piece.data.model_copy(update={entry.piece.kind.title_from: term.title})
    named = replace(entry, piece=replace(entry.piece, data=data))
    changed = replace(chapter, entries=(named, *others))
    other = replace(made, chapters=tuple(changed if one is chapter else one for one in made.chapters))
    line = lines_of(other, book, {earlier.piece.address: term.title})[term.title.casefold()]
    assert [number for number, _ in line.places[:2]] == [entry.number, earlier.number] and len(line.places) == 3


def test_words_that_people_search_for_lead_to_where_they_stand(book: Handbook, made: chapters.Book):
    texts = {piece.address: "niets" for piece in made.pieces}
    used = made.chapters[1].entries[0]
    texts[used.piece.address] = "Er ligt een stoeptegel los."
    assert lines_of(made, book, texts, ("stoeptegel",))["stoeptegel"].places == ((used.number, used.piece.address),)
    assert "stoeptegel" not in lines_of(made, book, texts)


def test_of_many_places_the_index_names_those_where_a_word_is_best_said(book: Handbook, made: chapters.Book):
    pieces = made.pieces[: FEW + 1]
    texts = {piece.address: "een wijsneus" for piece in pieces}
    texts[pieces[-1].address] = "een wijsneus, een wijsneus"
    found = best(book, texts, ["wijsneus"])
    assert len(found) == BEST and found[0] == pieces[-1].address


def test_a_chapter_is_found_by_what_it_is_about():
    assert Chapter("C", "Berichten", folder="berichten").address == "berichten/"
    assert Chapter("A", "Om te beginnen").address == "hoofdstuk-A"
