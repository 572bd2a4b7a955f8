"""How a pack is cut into volumes, what each is called, and which links stay inside it."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from conftest import KLEIN, URL, pack
from handboek.handbook import Handbook, open_handbook
from handboek.pack import Chapter, Part
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets import volume
from handboek.sheets.volume import Volume, _shares, pages, sheet_of, version, volumes


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


class Sized:
    """A part that takes so many pages."""

    def __init__(self, number: int) -> None:
        self.number = number


@pytest.fixture
def sized(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(volume, "pages", lambda part, book: part.number)

    def shares(limit: int, *chapters: tuple[int, ...]) -> list[list[tuple[str, bool, list[int]]]]:
        made = tuple(
            Chapter(str(at), tuple(Sized(one) for one in sizes), led=True)  # type: ignore[misc]
            for at, sizes in enumerate(chapters, 1)
        )
        return [
            [(chapter.title, chapter.led, [part.number for part in chapter.parts]) for chapter in share]
            for share in _shares(made, None, limit)  # type: ignore[arg-type]
        ]

    return shares


def test_what_fits_stays_in_one(sized):
    assert sized(10, (4,), (3, 3)) == [[("1", True, [4]), ("2", True, [3, 3])]]


def test_a_cut_falls_between_chapters_where_it_can(sized):
    assert sized(10, (4, 4), (3,)) == [[("1", True, [4, 4])], [("2", True, [3])]]
    assert sized(10, (4, 4), (3,), (7,)) == [[("1", True, [4, 4])], [("2", True, [3]), ("3", True, [7])]]


def test_a_chapter_that_is_too_large_is_cut_between_its_parts_and_is_led_once(sized):
    assert sized(10, (4, 4, 4)) == [[("1", True, [4, 4])], [("1", False, [4])]]
    assert sized(10, (5, 5, 5, 5)) == [[("1", True, [5, 5])], [("1", False, [5, 5])]]


def test_what_follows_a_chapter_that_was_cut_does_not_join_a_full_volume(sized):
    assert sized(10, (6, 6), (1,)) == [[("1", True, [6])], [("1", False, [6]), ("2", True, [1])]]


def test_a_part_is_never_cut(sized):
    assert sized(10, (25,), (2,)) == [[("1", True, [25])], [("2", True, [2])]]
    assert sized(10, (25, 3)) == [[("1", True, [25])], [("1", False, [3])]]


def test_nothing_gives_no_volume(sized):
    assert sized(10) == []


def test_one_volume_bears_the_name_of_its_pack(klein: Handbook):
    piece = klein.pieces["pack", "alles"]
    (one,) = volumes(klein, piece.data, piece)
    assert (one.kind, one.suffix, one.url, one.paper) == ("blad", "", "werkmappen/alles.pdf", "A4")
    assert (one.number, one.of, one.people, one.group) == (1, 1, None, None)


def test_more_volumes_are_numbered(klein: Handbook):
    piece = klein.pieces["pack", "alles"]
    one, other = volumes(klein, piece.data, piece, limit=1)
    assert [(part.number, part.of, part.kind) for part in (one, other)] == [(1, 2, "deel-1"), (2, 2, "deel-2")]
    assert [part.url for part in (one, other)] == ["werkmappen/alles-deel-1.pdf", "werkmappen/alles-deel-2.pdf"]


def test_a_pack_of_somebodys_own_has_an_address_too(klein: Handbook):
    (one,) = volumes(klein, pack(script="ochtend"))
    assert one.url == "werkmap.pdf"
    assert one.people == 8
    (larger,) = volumes(klein, pack(script="ochtend"), people=24)
    assert larger.people == 24
    assert larger.group is not None
    assert larger.copies == (
        ("draaiboeken/ochtend/", 1),
        ("werkbladen/lijstje/", 12),
        ("draaiboeken/ochtend/evaluatie/", 24),
        ("colofon", 1),
    )


def test_how_many_pages_a_part_takes_about(klein: Handbook):
    sheet, table = klein.at("werkbladen/lijstje"), klein.at("werkbladen/tabelletje")
    assert sheet and table
    assert pages(Part(sheet), klein) == sheet.data.pages == 1
    guide = klein.at("gesprekken/praatje")
    assert guide
    assert pages(Part(guide), klein) == 1 + volume._letters(guide) // volume.LETTERS
    assert pages(Part(None, "begrippen"), klein) == 1


def test_long_texts_take_more_pages(klein: Handbook, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(volume, "_letters", lambda piece: 3 * volume.LETTERS)
    assert pages(Part(klein.at("gesprekken/praatje")), klein) == 4
    terms = len(klein.of("term"))
    assert pages(Part(None, "begrippen"), klein) == 1 + 3 * terms


def test_a_version_follows_what_is_in_it_and_how_often(klein: Handbook):
    of_one = Volume(pack(whole=True), (Chapter("", (Part(klein.at("werkbladen/lijstje")),)),))
    twice = Volume(pack(whole=True), (Chapter("", (Part(klein.at("werkbladen/lijstje"), copies=2),)),))
    other = Volume(pack(whole=True), (Chapter("", (Part(klein.at("werkbladen/tabelletje")),)),))
    listed = Volume(pack(whole=True), (Chapter("", (Part(None, "begrippen"),)),))
    names = [version(one, klein) for one in (of_one, twice, other, listed)]
    assert len(set(names)) == 4
    assert all(len(name) == 7 for name in names)
    assert version(of_one, klein) == names[0]


def test_a_part_is_a_sheet_of_its_form_and_a_list_is_none(klein: Handbook):
    script = klein.at("draaiboeken/ochtend")
    form = sheet_of(Part(script, "evaluatie"))
    assert form
    assert (form.kind, form.piece) == ("evaluatie", script)
    assert sheet_of(Part(None, "bronnen")) is None


def test_links_stay_inside_where_their_goal_is():
    site = "https://x.test/"
    text = (
        '<p id="a/"></p><p id="b/:kop"></p>'
        '<a href="https://x.test/a/">1</a><a href="https://x.test/a/#elders">2</a>'
        '<a href="https://x.test/b/#kop">3</a><a href="https://x.test/b/">4</a><a href="https://x.test/c/">5</a>'
    )
    assert volume._linked(text, site).split("</p>")[2] == (
        '<a href="#a/">1</a><a href="#a/">2</a><a href="#b/:kop">3</a>'
        '<a href="https://x.test/b/">4</a><a href="https://x.test/c/">5</a>'
    )


def test_the_document_of_a_volume_holds_its_parts_in_order(klein: Handbook):
    project = Project(KLEIN, URL, mail="redactie@handboek.test")
    renderer = Renderer(klein, project.templates, {}, project.url, project.repo, project.mail)
    piece = klein.pieces["pack", "alles"]
    (one,) = volumes(klein, piece.data, piece)
    text = volume.html(one, renderer, project)
    assert text.index('id="werkbladen/lijstje/"') < text.index('id="gesprekken/praatje/"')
    assert version(one, klein) in text
    assert "redactie@handboek.test" in text
    assert quote(f"{URL}werkmappen/alles/", safe="") in text  # in the mail about it
    assert 'href="#werkbladen/lijstje/"' in text  # the contents lead to it


def test_a_list_stands_in_a_volume_as_a_whole(klein: Handbook):
    project = Project(KLEIN, URL)
    renderer = Renderer(klein, project.templates, {}, project.url)
    one = Volume(pack(whole=True), (Chapter("Begrippen", (Part(None, "begrippen"),)),))
    text = volume.html(one, renderer, project)
    assert all(term.title in text for term in klein.of("term"))
    assert "None" not in text


def test_the_style_of_packs_is_read(tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.css").write_text("p { color: é }", encoding="utf-8")
    assert volume.style(tmp_path) == "p { color: é }"
