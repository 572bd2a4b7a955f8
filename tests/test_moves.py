"""Whoever comes by an old address arrives: from a link, a QR code on paper, a tick or an answer on a device."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import KLEIN, ROOT
from handboek import anchors, moves, store
from handboek.content import open_handbook
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.render.renderer import File, Renderer
from handboek.site import redirects

OLD = (ROOT / "tests" / "addresses.txt").read_text(encoding="utf-8").splitlines()
"""What once answered: pages, criteria, terms, the points of checklists and PDFs of an earlier edition."""


@pytest.fixture(scope="module")
def answers(handbook: Handbook) -> set[str]:
    """Everything that a site answers to, today."""
    here = {piece.address or "/" for piece in handbook.pieces.values()} | {f"{folder}/" for folder in handbook.lists}
    here |= {*anchors.ADDRESSES, *anchors.FILES}
    here |= {f"{step.address}#{item.id}" for step in handbook.of("step") for item in step.data.checklist}
    renderer = Renderer(handbook, ROOT / "overrides")
    sheets = [printed.url for printed in (*store.wanted(renderer), *store.packs(renderer))]
    moved = moves.table(handbook)
    for old, new in moved.items():
        assert new in here, f"{old} leads to {new}, and nothing is there"
        if "#" not in old:
            sheets += [f"{old[:-1]}{url.removeprefix(new[:-1])}" for url in sheets if url.startswith(new[:-1])]
    return here | moved.keys() | set(sheets)


def test_every_address_of_the_earlier_edition_answers(answers: set[str]):
    assert len(OLD) > 800
    assert [old for old in OLD if old not in answers] == []


def moved_to(text: str) -> Handbook:
    return assemble(with_file(read(KLEIN), "phases/redirects.yml", text.encode()))


def test_a_part_of_a_page_moves_on_its_own_and_with_its_page():
    book = moved_to(
        "redirects:\n"
        "  - {from: fasen/kijken/#weg, to: fasen/zien/#rondje}\n"
        "  - {from: fasen/zien, to: fasen/kijken}\n"
        "  - {from: fasen/zien/#ook, to: fasen/kijken/#weg}\n"
    )
    assert moves.table(book) == {
        "fasen/kijken/#weg": "fasen/kijken/#rondje",
        "fasen/zien/": "fasen/kijken/",
        "fasen/zien/#ook": "fasen/kijken/#rondje",
    }


def test_a_page_says_where_its_old_part_went_and_nothing_of_a_part_that_went_elsewhere():
    book = open_handbook(KLEIN)
    one, other = (book.criteria(phase)[0] for phase in book.of("phase")[:2])
    book = moved_to(f"redirects:\n  - {{from: {book.of('phase')[0].address}#weg, to: {other.address}}}\n")
    pages = [str(Renderer(book, ROOT / "overrides").body(phase).html) for phase in book.of("phase")[:2]]
    assert f'id="weg">Dit hoort nu bij: <a href="/{other.address}">' in pages[0]
    assert 'class="moved"' not in pages[1]
    assert one.address != other.address


def test_a_sheet_that_moved_is_found_under_its_old_names(tmp_path: Path):
    book = moved_to("redirects:\n  - {from: werkbladen/blaadje, to: werkbladen/lijstje}\n")
    key, names = ("worksheet", "lijstje"), ("lijstje", "lijstje-groot")
    (tmp_path / "werkbladen").mkdir()
    for name in names:
        (tmp_path / f"werkbladen/{name}.pdf").write_bytes(name.encode())
    files = {key: tuple(File("blad", f"werkbladen/{name}.pdf", 1, 1, "A4") for name in names)}
    redirects.write(book, files, "https://x.test/", tmp_path)
    assert (tmp_path / "werkbladen/blaadje.pdf").read_bytes() == b"lijstje"
    assert (tmp_path / "werkbladen/blaadje-groot.pdf").read_bytes() == b"lijstje-groot"


def test_no_page_is_written_over_that_of_a_part(tmp_path: Path):
    book = moved_to("redirects:\n  - {from: fasen/kijken/#weg, to: fasen/doen}\n")
    redirects.write(book, {}, "https://x.test/", tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["doorverwijzingen.json"]
