"""What a pack is on paper: what it is called, what is bound in it and how, and what is laid out for it itself."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from conftest import KLEIN, URL, pack
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.pack import Chapter, Part
from handboek.paper import Count, order
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.session import Wish
from handboek.sheets import volume
from handboek.sheets.sheet import Sheet
from handboek.sheets.volume import Reading, Volume, bound, needs, version, volume_of

PROJECT = Project(KLEIN, URL, mail="redactie@handboek.test")


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


@pytest.fixture
def renderer(klein: Handbook) -> Renderer:
    return Renderer(klein, PROJECT.templates, {}, PROJECT.url, PROJECT.repo, PROJECT.mail)


def test_a_volume_bears_the_name_of_its_pack(klein: Handbook):
    piece = klein.pieces["pack", "alles"]
    one = volume_of(klein, piece.data, piece)
    assert (one.kind, one.url, one.paper) == ("blad", "werkmappen/alles.pdf", "A4")
    assert (one.people, one.group) == (None, None)


def test_a_pack_of_somebodys_own_has_an_address_too(klein: Handbook):
    one = volume_of(klein, pack(script="ochtend"))
    assert one.url == "werkmap.pdf"
    assert one.people == 8
    larger = volume_of(klein, pack(script="ochtend"), wish=Wish(12))
    assert larger.people == 12
    assert larger.group is not None
    assert [(part.address, part.copies, part.front) for part in bound(larger)] == [
        ("draaiboeken/ochtend/", 1, True),
        ("werkbladen/lijstje/", 6, True),
        ("draaiboeken/ochtend/deelnemers/", 12, True),
        ("draaiboeken/ochtend/evaluatie/", 12, True),
    ]


def test_what_is_bound_is_the_sheet_of_the_site_or_a_reading(klein: Handbook):
    one = volume_of(klein, pack(phase="kijken", pieces=[{"piece": "rollen/buurvrouw"}]))
    found = needs(one)
    assert len(found) == len(one.parts) == len(bound(one))
    sheets = {thing.url for thing in found if isinstance(thing, Sheet)}
    readings = {thing.url: thing for thing in found if isinstance(thing, Reading)}
    assert {"werkbladen/lijstje.pdf", "gesprekken/praatje.pdf"} <= sheets
    assert set(readings) == {"fasen/kijken.pdf", "fasen/kijken/rondje-lopen.pdf", "rollen/buurvrouw.pdf"}
    form = needs(volume_of(klein, pack(script="ochtend")))[-1]
    assert (form.kind, form.url) == ("evaluatie", "draaiboeken/ochtend-evaluatie.pdf")


def test_what_a_chapter_leads_hangs_below_its_first_part(klein: Handbook):
    levels = {one.address: one.level for one in bound(volume_of(klein, pack(phase="kijken")))}
    assert levels["fasen/kijken/"] == 1
    assert levels["fasen/kijken/rondje-lopen/"] == 2


def test_cards_begin_on_a_front_side_in_any_pack(handbook: Handbook):
    cards = next(piece for piece in handbook.of("worksheet") if piece.data.sheet.layout == "kaarten")
    plain = next(piece for piece in handbook.of("worksheet") if piece.data.sheet.layout == "tekst")
    parts = tuple(Part(piece) for piece in (plain, cards, plain))
    fronts = [one.front for one in bound(Volume(pack(all_of=["werkbladen"]), (Chapter("", parts),)))]
    assert fronts == [False, True, False]


def test_what_does_not_go_out_with_a_letter_never_lies_on_its_back(handbook: Handbook):
    """Nor does anything else: a letter that goes out has nothing behind it. What gathers a phase is read, and has no blank backs."""
    for piece in handbook.of("pack"):
        if piece.data.whole:
            continue
        one = volume_of(handbook, piece.data, piece)
        if piece.data.phase:
            letters = [
                how.front for how, part in zip(bound(one), one.parts, strict=True) if part.piece.type == "message"
            ]
            assert not any(letters), piece.slug
            continue
        counts = [Count(1, how.copies, how.front, thing.paper.partition("-")[0]) for how, thing in zip(bound(one), needs(one), strict=True)]  # fmt: skip
        places = order([Count(2), *counts, Count(1, front=True)])
        papers = dict.fromkeys((0, len(counts) + 1), "A4") | {at: count.paper for at, count in enumerate(counts, 1)}
        a4 = [place for place in places if papers[place.part] == "A4"]
        letters = {
            at
            for at, thing in enumerate(needs(one), 1)
            if thing.kind == "blad" and thing.piece and thing.piece.type == "message"
        }
        for front, back in zip(a4[::2], a4[1::2], strict=False):
            assert front.part == back.part or not {front.part, back.part} & letters, piece.slug


def test_a_version_follows_what_is_in_it_and_how_often(klein: Handbook):
    of_one = Volume(pack(all_of=["werkbladen"]), (Chapter("", (Part(klein.at("werkbladen/lijstje")),)),))
    twice = Volume(pack(all_of=["werkbladen"]), (Chapter("", (Part(klein.at("werkbladen/lijstje"), copies=2),)),))
    other = Volume(pack(all_of=["werkbladen"]), (Chapter("", (Part(klein.at("werkbladen/tabelletje")),)),))
    names = [version(one, klein) for one in (of_one, twice, other)]
    assert len(set(names)) == 3
    assert all(len(name) == 7 for name in names)
    assert version(of_one, klein) == names[0]


def test_what_stands_before_the_parts_leads_to_them_in_order(klein: Handbook, renderer: Renderer):
    piece = klein.pieces["pack", "alles"]
    one = volume_of(klein, piece.data, piece)
    text = volume.around(one, renderer, PROJECT)
    assert text.before.index('data-at="werkbladen/lijstje/"') < text.before.index('data-at="gesprekken/praatje/"')
    assert f'href="{URL}werkbladen/lijstje/"' in text.before  # binding leads it inside
    assert version(one, klein) in text.before
    assert version(one, klein) in text.behind
    assert "redactie@handboek.test" in text.behind
    assert quote(f"{URL}werkmappen/alles/", safe="") in text.behind  # in the mail about it


def test_a_link_in_a_reading_leads_to_its_own_spot(klein: Handbook, renderer: Renderer):
    text = volume.html(Reading(Part(klein.at("fasen/kijken/rondje-lopen"))), renderer, PROJECT)
    assert 'href="#fasen/kijken/rondje-lopen/:waar-dit-op-rust"' in text
    assert 'id="fasen/kijken/rondje-lopen/:waar-dit-op-rust"' in text


def test_the_style_of_packs_is_read(tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "pack.css").write_text("p { color: é }", encoding="utf-8")
    assert volume.style(tmp_path) == "p { color: é }"
