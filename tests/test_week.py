"""What a team does first: one pack that says who does what on which day, and every role and the home page lead to it."""

from __future__ import annotations

import pytest

from conftest import ROOT
from handboek.handbook import Handbook, Piece
from handboek.pack import gather, tasks_of
from handboek.project import Project
from handboek.render.renderer import Renderer
from handboek.sheets.volume import around, html, needs, volume_of

SLUG = "week-1"


@pytest.fixture(scope="module")
def week(handbook: Handbook) -> Piece:
    pack = handbook.get("pack", SLUG)
    assert pack
    return pack


@pytest.fixture(scope="module")
def renderer(handbook: Handbook) -> Renderer:
    return Renderer(handbook, ROOT / "overrides")


def test_it_holds_twelve_pieces_in_the_order_in_which_they_are_used(handbook: Handbook, week: Piece):
    (chapter,) = gather(handbook, week.data)
    letters = [part.piece.data for part in chapter.parts if part.piece and part.form == "blad"]
    enclosed = [one for letter in letters for one in getattr(letter, "encloses", ())]
    assert enclosed == ["berichten/privacy-in-tien-regels"]
    held = [part.address.strip("/") for part in chapter.parts if part.form != "vooraf"]
    assert held[held.index("berichten/aankondiging") + 1] == enclosed[0]
    parts = [address for address in held if address not in enclosed]
    assert len(parts) == 12
    used = [task.at for day in week.data.days for task in day.tasks if task.at in parts]
    first = [address for address in dict.fromkeys(used) if address in parts]
    order = [parts.index(address) for address in first]
    assert order[:4] == [0, 1, 2, 3], "the route, the pledge, the letter and the round come before the first door"


def test_every_piece_of_it_is_used_on_a_day(handbook: Handbook, week: Piece):
    said = {task.at for day in week.data.days for task in day.tasks}
    texts = " ".join(task.text for day in week.data.days for task in day.tasks)
    for part in gather(handbook, week.data)[0].parts:
        address = part.piece.address.strip("/") if part.piece else ""
        assert address in said or f"](/{address}/)" in texts, address


def test_every_role_has_work_in_it_and_leads_to_it(handbook: Handbook, renderer: Renderer, week: Piece):
    for role in handbook.of("role"):
        packs = tasks_of(handbook, role)
        assert [pack for pack, tasks in packs if tasks].count(week) == 1, role.slug
        html = str(renderer.body(role).html)
        for pack, tasks in packs:
            assert tasks and f'href="/{pack.address}"' in html, (role.slug, pack.slug)
            assert all(day in html for day, _ in tasks), (role.slug, pack.slug)


def test_the_home_page_leads_to_it_first(handbook: Handbook):
    assert handbook.method.ways[0].at == week_address(handbook)


def week_address(handbook: Handbook) -> str:
    pack = handbook.get("pack", SLUG)
    assert pack
    return pack.address.strip("/")


def test_page_and_paper_say_who_does_what_on_which_day(handbook: Handbook, renderer: Renderer, week: Piece):
    page = str(renderer.body(week).html)
    paper = around(volume_of(handbook, week.data, week), renderer, Project(ROOT, "https://handboek.test/")).before
    for day in week.data.days:
        assert day.day in page and day.day in paper


def test_a_page_that_is_written_by_hand_is_printed_with_what_it_calls(
    handbook: Handbook, renderer: Renderer, week: Piece
):
    project = Project(ROOT, "https://handboek.test/")
    paper = "".join(html(one, renderer, project) for one in needs(volume_of(handbook, week.data, week)))
    assert "{{" not in paper
    assert '<a href="tel:112">112</a>' in paper
    assert paper.count("<h1>Veilig op pad</h1>") == 1
    for number in handbook.of("number"):
        assert number.data.number in paper
