"""A workshop in the room: by thumb and by keyboard, after a reload and a sleep, and on the wall in a second window."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from axe import findings
from handboek.handbook import Handbook, Piece
from handboek.session import Wish, session

pytestmark = pytest.mark.slow

BEGINS = "2026-11-30T12:00:00Z"


@pytest.fixture(scope="module")
def script(handbook: Handbook) -> Piece:
    return handbook.of("script")[0]


@pytest.fixture
def room(browser: Any, address: str, script: Piece) -> Iterator[Any]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        locale="nl-NL",
        timezone_id="Europe/Amsterdam",
        accept_downloads=True,
        bypass_csp=True,
    )
    problems: list[str] = []
    context.on("page", lambda page: page.on("pageerror", lambda error: problems.append(str(error))))
    page = context.new_page()
    page.clock.install(time=BEGINS)
    page.goto(f"{address}{script.address}")
    yield page
    context.close()
    assert problems == []


def begin(page: Any) -> None:
    page.get_by_role("button", name="Start in de zaal").click()
    page.get_by_role("button", name="Begin nu").click()


def wait(page: Any, minutes: int) -> None:
    page.clock.fast_forward(minutes * 60_000)
    page.clock.run_for(1100)


def part(page: Any) -> str:
    return str(page.locator("[data-running-part]").inner_text())


def left(page: Any) -> str:
    return str(page.locator("[data-running-left]").inner_text())


def test_it_begins_with_the_whole_script_and_says_what_a_shorter_time_means(room: Any, script: Piece):
    room.get_by_role("button", name="Start in de zaal").click()
    ends = room.get_by_label("Hoe laat ben je klaar?")
    hours, minutes = divmod(13 * 60 + script.data.minutes, 60)
    assert ends.input_value() == f"{hours:02}:{minutes:02}"
    status = room.locator("#zaal-hulp")
    assert str(script.data.minutes) in status.inner_text()
    ends.fill("13:10")
    assert "laat straks “" in status.inner_text()
    ends.fill("")
    room.get_by_role("button", name="Begin nu").click()
    assert ends.evaluate("(field) => field === document.activeElement"), "first a time"


def test_a_part_that_takes_longer_and_a_sign_in_shape_and_words(room: Any, script: Piece):
    begin(room)
    first = script.data.parts[0]
    assert part(room) == first.title
    assert left(room) == f"{first.minutes} minuten"
    wait(room, first.minutes - 1)
    assert re.match(r"\S Bijna tijd", room.locator("[data-running-sign]").inner_text())
    room.get_by_role("button", name="+5 minuten").click()
    assert left(room) == "6 minuten"
    room.get_by_role("button", name="Zet terug").click()
    assert left(room) in ("1 minuut", "59 seconden")
    wait(room, 4)
    assert left(room) == "3 minuten over tijd"
    assert "De tijd is om" in room.locator("[data-running-sign]").inner_text()
    assert "De tijd is om" in room.locator("[data-running-said]").inner_text(), "told to who hears the page"
    assert (
        "achter" in room.locator("[data-running-pace]").inner_text()
        or "te laat" in room.locator("[data-running-pace]").inner_text()
    )
    assert findings(room) == []


def test_the_room_has_the_time_and_the_parts_that_its_page_was_given(room: Any, script: Piece):
    first, second = script.data.parts[:2]
    room.locator(f"[name=with][value={second.id}]").uncheck()
    total = script.data.minutes - second.minutes - 10
    room.locator("[name=minutes]").fill(str(total))
    room.locator("[name=minutes]").blur()
    short = int(room.locator(f"#{first.id} [data-held=minutes]").inner_text())
    assert short <= first.minutes
    room.get_by_role("button", name="Start in de zaal").click()
    assert f"{total} minuten" in room.locator("#zaal-hulp").inner_text()
    room.get_by_role("button", name="Begin nu").click()
    assert left(room) == f"{short} minuten"
    assert room.locator("[data-running-pace]").inner_text() == "Je loopt op tijd."
    room.get_by_role("button", name="Ga door").click()
    assert part(room) == script.data.parts[2].title


def test_a_part_that_was_left_out_is_offered_no_more_and_a_stop_can_be_put_back(room: Any):
    begin(room)
    wait(room, 200)
    while (offered := room.locator(".running-drop")).count():
        said = offered.first.inner_text()
        offered.first.click()
        assert said not in room.locator("[data-running-drops]").inner_text()
    on = part(room)
    room.get_by_role("button", name="Stop").click()
    assert room.get_by_role("heading", name="Klaar").is_visible()
    room.get_by_role("button", name="Zet terug").click()
    assert part(room) == on


def test_a_reload_and_a_sleeping_phone_change_nothing(room: Any, script: Piece):
    begin(room)
    room.get_by_role("button", name="Ga door").click()
    room.get_by_label("Voor de evaluatie").fill("De poster hing te hoog.")
    assert part(room) == script.data.parts[1].title
    room.reload()
    assert part(room) == script.data.parts[1].title
    assert room.get_by_label("Voor de evaluatie").input_value() == "De poster hing te hoog."
    wait(room, 7)  # nothing ran meanwhile: what is left is counted from the clock
    assert left(room) == f"{script.data.parts[1].minutes - 7} minuten"
    room.get_by_role("button", name="Zet terug").click()
    assert part(room) == script.data.parts[0].title


def test_the_wall_follows_in_a_window_of_its_own(room: Any, script: Piece):
    begin(room)
    with room.context.expect_page() as opened:
        room.get_by_role("button", name="Beeld voor de zaal").click()
    wall = opened.value
    wall.set_viewport_size({"width": 1280, "height": 720})
    first, second = script.data.parts[:2]
    wall.get_by_role("heading", name=first.title).wait_for()
    screen = wall.get_by_role("dialog")
    assert screen.locator(".running-task").first.inner_text() == first.participants
    assert first.trainer[:40] not in screen.inner_text(), "what the trainer says is not for the wall"
    room.get_by_role("button", name="Ga door").click()
    wall.get_by_role("heading", name=second.title).wait_for()
    wall.get_by_role("button", name="Verberg de klok").click()
    assert wall.locator("[data-running-left]").is_visible() is False
    room.get_by_role("button", name="Ga door").click()
    wall.get_by_role("heading", name=script.data.parts[2].title).wait_for()
    assert wall.locator("[data-running-left]").is_visible() is False, "hidden stays hidden"
    assert wall.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert findings(wall) == []


@pytest.mark.hard
@pytest.mark.parametrize("slug", ["proeftuin-fasen", "partnertafel", "schouw-lopen"])
def test_three_delays_end_on_time(room: Any, address: str, handbook: Handbook, slug: str, tmp_path: Path):
    """Eight minutes late, five minutes more, and so late that a part is left out; with a reload, and the wall beside it."""
    held = session(handbook.get("script", slug).data, Wish(begins="12:52"))
    least = {row.part.title: row.part.least or row.part.minutes for row in held.rows}
    room.goto(f"{address}draaiboeken/{slug}/")
    room.locator("#sessie-begin").fill("12:52")
    room.locator("#sessie-begin").blur()
    begin(room)
    passed, wall, number = 0, None, 0
    while not room.get_by_role("heading", name="Klaar", exact=True).is_visible():
        number += 1
        title, now = part(room), passed
        if number == 2:
            room.get_by_role("button", name="+5 minuten").click()
        if number == 3:
            room.reload()
            assert part(room) == title
            with room.context.expect_page() as opened:
                room.get_by_role("button", name="Beeld voor de zaal").click()
            wall = opened.value
        while number == 4 and not room.locator(".running-drop").count():
            wait(room, 5)
            passed += 5
        if number == 4:
            room.locator(".running-drop").first.click()
        more = re.match(r"(\d+) minu\w+$", left(room))
        wait(room, int(more[1]) if more else 0)
        passed += int(more[1]) if more else 0
        assert passed - now >= least[title], title
        if wall:
            wall.get_by_role("heading", name=title, exact=True).wait_for()
        room.get_by_role("button", name="Ga door").click()
    assert passed <= held.minutes - 8, "on time, though it began eight minutes late"
    with room.expect_download() as given:
        room.get_by_role("button", name="Bewaar als tabel").click()
    given.value.save_as(tmp_path / "duur.csv")
    rows = list(csv.reader((tmp_path / "duur.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))[1:]
    assert [row[0] for row in rows] == [row.part.title for row in held.rows]
    kept = [row for row in rows if row[3] != "weggelaten"]
    assert len(kept) == len(rows) - 1
    assert sum(int(took) for _, _, took, _ in kept) == passed
    assert all(int(took) - int(planned) == int(more) for _, planned, took, more in kept)


def test_from_the_first_part_to_the_last_by_keyboard_alone(room: Any, script: Piece, tmp_path: Path):
    room.get_by_role("button", name="Start in de zaal").focus()
    room.keyboard.press("Enter")
    for _ in range(12):
        room.keyboard.press("Tab")
        if room.evaluate("document.activeElement.textContent") == "Begin nu":
            break
    room.keyboard.press("Enter")
    assert room.evaluate("document.activeElement.tagName") == "H2"
    for one in script.data.parts:
        assert part(room) == one.title
        wait(room, one.minutes)
        room.get_by_role("button", name="Ga door").focus()
        room.keyboard.press("Enter")
    assert room.get_by_role("heading", name="Klaar").is_visible()
    assert findings(room) == []
    with room.expect_download() as given:
        room.get_by_role("button", name="Bewaar als tabel").click()
    given.value.save_as(tmp_path / "duur.csv")
    rows = list(csv.reader((tmp_path / "duur.csv").read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
    assert [row[:3] for row in rows[1:]] == [
        [one.title, str(one.minutes), str(one.minutes)] for one in script.data.parts
    ]
    room.keyboard.press("Escape")
    assert room.locator("dialog").count() == 0
    assert room.url.endswith(script.address)
