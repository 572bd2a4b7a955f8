"""What a pack gathers, and in what number: chapters of parts, nothing twice, nothing that stands in the preview only."""

from __future__ import annotations

import pytest

from conftest import KLEIN, pack
from handboek.content import open_handbook
from handboek.handbook import Handbook
from handboek.model.workshop import Group
from handboek.pack import Chapter, Part, gather, group_of, own_pack
from handboek.session import Wish


@pytest.fixture(scope="module")
def klein() -> Handbook:
    return open_handbook(KLEIN)


def titles(chapters: tuple[Chapter, ...]) -> list[tuple[str, list[str]]]:
    return [(chapter.title, [part.title for part in chapter.parts]) for chapter in chapters]


def group(usual: int, per_group: int = 4) -> Group:
    return Group(least=2, most=60, usual=usual, per_group=per_group)


def test_a_phase_brings_its_steps_and_every_sheet_that_it_uses(klein: Handbook):
    (chapter,) = gather(klein, pack(phase="kijken"))
    assert titles((chapter,)) == [
        (
            "Fase 1 · Kijken",
            [
                "Fase Kijken",
                "Loop een rondje",
                "Een praatje",
                "Lijstje",
                "Tabelletje",
                "Lees dit eerst: Briefje",
                "Briefje",
                "Lees dit eerst: Groet",
                "Groet",
                "Een ochtend oefenen",
            ],
        )
    ]
    assert chapter.led


def test_what_a_sender_reads_first_lies_before_a_letter_once(klein: Handbook):
    letter = {"piece": "berichten/briefje", "per": "persoon"}
    (chapter,) = gather(klein, pack(pieces=[letter], group=group(24).model_dump()))
    assert [(part.title, part.address, part.copies, part.per) for part in chapter.parts] == [
        ("Lees dit eerst: Briefje", "berichten/briefje/vooraf/", 1, ""),
        ("Briefje", "berichten/briefje/", 24, "persoon"),
    ]
    whole = gather(klein, pack(whole=True))
    assert "vooraf" not in {part.form for chapter in whole for part in chapter.parts}


def test_a_script_brings_its_sheets_in_the_order_and_number_of_a_group(klein: Handbook):
    chapters = gather(klein, pack(script="ochtend"), Wish(12))
    found = [(part.title, part.copies, part.per) for chapter in chapters for part in chapter.parts]
    assert found == [
        ("Een ochtend oefenen", 1, "trainer"),
        ("Lijstje", 6, "tweetal"),
        ("Voor deelnemers: Een ochtend oefenen", 12, "persoon"),
        ("Evaluatieformulier Een ochtend oefenen", 12, "persoon"),
    ]
    assert [(chapter.title, chapter.led) for chapter in chapters] == [
        ("Voor de trainer", False),
        ("Uitleg", False),
        ("Voor deelnemers", False),
        ("Na afloop", False),
    ]


def test_without_a_number_of_people_a_script_is_for_its_usual_group(klein: Handbook):
    copies = [part.copies for chapter in gather(klein, pack(script="ochtend")) for part in chapter.parts]
    assert copies == [1, 4, 8, 8]


def test_a_pack_may_have_a_group_of_its_own(klein: Handbook):
    own = pack(script="ochtend", group={"least": 2, "most": 40, "usual": 30, "per_group": 5})
    assert group_of(klein, own) == group(30, 5).model_copy(update={"most": 40})
    assert [part.copies for chapter in gather(klein, own) for part in chapter.parts][-1] == 30


def test_who_the_group_is(klein: Handbook):
    script = klein.get("script", "ochtend")
    assert script
    assert group_of(klein, pack(script="ochtend")) == script.data.group
    assert group_of(klein, pack(phase="kijken")) is None
    assert group_of(klein, pack(script="dat-is-er-niet")) is None


def test_a_script_opens_in_the_readers_own_pack(klein: Handbook):
    for_script = group_of(klein, pack(script="ochtend"))
    assert for_script
    said = own_pack(gather(klein, pack(script="ochtend")), for_script)
    assert (
        said
        == "draaiboeken/ochtend:1,werkbladen/lijstje:1t,draaiboeken/ochtend/deelnemers:1p,draaiboeken/ochtend/evaluatie:1p"
    )


def test_the_readers_own_pack_counts_per_person_per_pair_or_as_it_is(klein: Handbook):
    sheet, phase = klein.at("werkbladen/lijstje"), klein.at("fasen/kijken")
    parts = (
        Part(sheet, copies=18, per="persoon"),
        Part(sheet, copies=20, per="tweetal"),
        Part(sheet, copies=6, per="groep"),
        Part(sheet, copies=5, per="zaal"),
        Part(sheet, "groot", copies=9, per="persoon"),
        Part(phase),
        Part(None, "begrippen"),
    )
    said = own_pack((Chapter("x", parts),), group(9))  # nine people are five pairs and three groups of four
    assert (
        said
        == "werkbladen/lijstje:2p,werkbladen/lijstje:4t,werkbladen/lijstje:2g,werkbladen/lijstje:5,werkbladen/lijstje/groot:1p"
    )


def test_pieces_come_in_their_own_order_and_for_a_group(klein: Handbook):
    entries = [{"piece": "werkbladen/lijstje", "per": "groep", "number": 2}, {"piece": "fasen/kijken"}]
    alone = gather(klein, pack(pieces=entries))
    assert titles(alone) == [("", ["Lijstje", "Fase Kijken"])]
    assert [(part.copies, part.per) for part in alone[0].parts] == [(2, ""), (1, "")]
    grouped = gather(klein, pack(pieces=entries), Wish(9))  # in groups of four: three groups
    assert [(part.title, part.copies) for part in grouped[0].parts] == [("Lijstje", 6), ("Fase Kijken", 1)]
    assert grouped[0].parts[0].per == "groep"


def test_a_piece_that_is_not_there_or_has_no_sheet_is_left_out(klein: Handbook):
    entries = [{"piece": "werkbladen/weg"}, {"piece": "lessen/groet-eerst"}, {"piece": "rollen/buurvrouw"}]
    assert titles(gather(klein, pack(pieces=entries))) == [("", [klein.pieces["role", "buurvrouw"].title])]


def test_what_comes_beside_a_phase_stands_behind_it_and_nothing_stands_twice(klein: Handbook):
    entries = [{"piece": "werkbladen/lijstje"}, {"piece": "rollen/buurvrouw"}]
    chapters = gather(klein, pack(phase="kijken", pieces=entries))
    assert [chapter.title for chapter in chapters] == ["Fase 1 · Kijken", "Verder in deze map"]
    assert [part.piece.slug for part in chapters[1].parts if part.piece] == ["buurvrouw"]
    assert len(gather(klein, pack(phase="kijken", pieces=[{"piece": "werkbladen/lijstje"}]))) == 1


def test_a_whole_list(klein: Handbook):
    (chapter,) = gather(klein, pack(all_of=["werkbladen"]))
    assert titles((chapter,)) == [("Werkbladen", ["Lijstje", "Tabelletje"])]


def test_the_whole_method_by_phase_and_then_by_kind(klein: Handbook):
    chapters = gather(klein, pack(whole=True, first=["over-deze-methode"]))
    assert [(chapter.title, chapter.led) for chapter in chapters] == [
        ("A · Om te beginnen", False),
        ("1 · Kijken", True),
        ("2 · Doen", True),
        ("3 · Blijven", True),
        ("B · Gesprekken", False),
        ("C · Werkbladen", False),
        ("D · Berichten", False),
        ("E · Draaiboeken", False),
        ("F · Lessen", False),
        ("G · Praktijk", False),
        ("H · Rollen", False),
        ("I · Begrippen", True),
        ("J · Bronnen", True),
        ("K · Vragen om mee te meten", True),
    ]
    lists = [part.form for chapter in chapters for part in chapter.parts if not part.piece]
    assert lists == ["begrippen", "bronnen", "vragen"]
    assert dict(titles(chapters))["A · Om te beginnen"] == ["Kleine methode", "Over deze methode"]


def test_the_whole_handbook_holds_everything_once(handbook: Handbook):
    parts = [part for chapter in gather(handbook, pack(whole=True)) for part in chapter.parts]
    assert len({part.address for part in parts}) == len(parts)
    there = {part.piece.key for part in parts if part.piece}
    wanted = {
        piece.key
        for piece in handbook.offered.pieces.values()
        if piece.kind.book in ("chapter", "pieces") or piece.type in ("step", "method")
        if not getattr(piece.data, "invented", False)
    }
    assert there == wanted
    assert [part.form for part in parts if not part.piece] == [
        *("begrippen", "bronnen", "begin-waar-je-bent", "er-is-iets", "langs-de-meetlat", "vragen"),
    ]


def test_what_a_part_is_called_and_where_it_stands(klein: Handbook):
    script = klein.at("draaiboeken/ochtend")
    sheet, form, listed = Part(script), Part(script, "evaluatie"), Part(None, "begrippen", said="Begrippen")
    assert (sheet.title, sheet.name, sheet.address) == ("Een ochtend oefenen", "draaiboek", "draaiboeken/ochtend/")
    assert (form.title, form.name) == ("Evaluatieformulier Een ochtend oefenen", "")
    assert form.address == "draaiboeken/ochtend/evaluatie/"
    assert (listed.title, listed.name, listed.address) == ("Begrippen", "", "begrippen/")
    assert (sheet.copies, sheet.per) == (1, "")
