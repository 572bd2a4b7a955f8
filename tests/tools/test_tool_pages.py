"""The tools in a browser: with keys at a desk and with a thumb on a phone, after a reload, in two tabs, and on paper."""

from __future__ import annotations

import datetime
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from axe import findings
from conftest import Site, refuse, until

pytestmark = pytest.mark.slow

STEP = "fasen/opbouwen/hulp-die-komt/"


def opened(browser: Any, address: str, *, phone: bool = False, **options: Any) -> Any:
    """A page of a new reader, that fails on errors and on questions to other sites."""
    size = {"width": 390, "height": 844} if phone else {"width": 1280, "height": 900}
    context = browser.new_context(viewport=size, has_touch=phone, locale="nl-NL", **options)
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("console", lambda message: page.problems.append(message.text) if message.type == "error" else None)
    own = address.split("/handboek/", maxsplit=1)[0]
    context.on(
        "request",
        lambda asked: None if asked.url.startswith((own, "data:", "blob:")) else page.problems.append(asked.url),
    )
    page.phone = phone
    return page


@pytest.fixture(params=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Any, address: str) -> Any:
    page = opened(browser, address, phone=request.param == "phone")
    yield page
    assert page.problems == []
    page.context.close()


def press(page: Any, target: Any) -> None:
    """Use a control: with the space bar at a desk, with a thumb on a phone."""
    if page.phone:
        target.tap()
    else:
        target.focus()
        page.keyboard.press("Space")


def ticked(page: Any) -> list[bool]:
    return page.locator(".checklist input").evaluate_all("boxes => boxes.map(box => box.checked)")


def add_project(page: Any, address: str, name: str) -> None:
    page.goto(f"{address}mijn-projecten/")
    page.locator("#nieuw-project").fill(name)
    page.locator("#nieuw-project").press("Enter")
    page.get_by_text(f"{name} staat erbij").wait_for()


def saved(page: Any, button: Any) -> str:
    """What a press on this button downloads."""
    with page.expect_download() as download:
        button.click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def on_paper(page: Any, tmp_path: Path) -> str:
    page.pdf(path=tmp_path / "print.pdf", format="A4")
    done = subprocess.run(
        ["pdftotext", "-layout", tmp_path / "print.pdf", "-"], check=True, capture_output=True, text=True
    )
    return done.stdout


# Checklists


def test_ticks_are_there_after_a_reload(page: Any, address: str):
    page.goto(address + STEP)
    boxes = page.locator(".checklist input")
    total = boxes.count()
    assert total >= 5
    for index in (0, 1, 3):
        press(page, boxes.nth(index))
    press(page, boxes.nth(1))
    until(page, "document.querySelector('.progress').innerText.includes('2 van')")
    assert f"2 van {total} punten" in page.locator(".progress").inner_text()
    assert "Alleen op dit apparaat bewaard" in page.locator(".progress").inner_text()
    page.reload()
    assert ticked(page) == [index in (0, 3) for index in range(total)]
    page.goto(f"{address}fasen/opbouwen/")
    assert "2 van" in page.locator(".progress").inner_text()
    card = page.locator(".step-card", has=page.locator("a[href$='hulp-die-komt/']")).first
    assert f"2 van {total} punten" in card.inner_text()


def test_each_box_is_named_by_its_point_and_large_enough_for_a_thumb(page: Any, address: str):
    page.goto(address + STEP)
    first = page.locator(".checklist input").first
    label = page.locator(".checklist label").first
    assert page.get_by_label(label.inner_text()).first.get_attribute("id") == first.get_attribute("id")
    label.click(position={"x": 3, "y": 10})
    assert first.is_checked()
    assert page.locator(".checklist > li").first.bounding_box()["height"] >= 32


def test_projects_stand_side_by_side(page: Any, address: str):
    add_project(page, address, "Nigerdreef")
    page.goto(address + STEP)
    press(page, page.locator(".checklist input").first)
    add_project(page, address, "Oslostraat")
    page.goto(address + STEP)
    assert ticked(page)[0] is False
    page.locator("#project").select_option(label="Nigerdreef")
    assert ticked(page)[0] is True
    page.goto(f"{address}mijn-projecten/")
    names = page.locator(".project-name input").evaluate_all("fields => fields.map(field => field.value)")
    assert names == ["Nigerdreef", "Oslostraat"]


def test_a_project_gets_another_name(page: Any, address: str):
    add_project(page, address, "Nigerdref")
    page.locator(".project-name input").fill("Nigerdreef")
    page.locator(".project-name input").press("Enter")
    page.goto(address + STEP)
    assert page.locator("#project option:checked").inner_text() == "Nigerdreef"


def test_what_is_wiped_can_be_put_back(page: Any, address: str):
    add_project(page, address, "Nigerdreef")
    page.locator("details[data-phase] summary").first.click()
    press(page, page.locator(".checklist input").first)
    page.get_by_role("button", name="Wis: Nigerdreef").click()
    assert page.locator("[data-projects-empty]").is_visible()
    assert not any(ticked(page))
    assert page.evaluate("document.activeElement.textContent") == "Zet terug"
    page.keyboard.press("Enter")
    assert page.locator(".project-name input").input_value() == "Nigerdreef"
    assert ticked(page)[0]
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    page.get_by_text("Alle projecten zijn van dit apparaat gewist.").wait_for()
    page.reload()
    assert page.locator("[data-projects-empty]").is_visible()


def test_an_export_reads_back(page: Any, address: str, tmp_path: Path):
    add_project(page, address, "Nigerdreef")
    page.goto(address + STEP)
    press(page, page.locator(".checklist input").nth(2))
    page.goto(f"{address}mijn-projecten/")  # at once: a tick that is still on its way comes along
    text = saved(page, page.get_by_role("button", name="Exporteer: Nigerdreef"))
    assert "Nigerdreef" in text
    page.get_by_role("button", name="Wis alles van dit apparaat").click()
    file = tmp_path / "nigerdreef.json"
    file.write_text(text, encoding="utf-8")
    page.locator("[data-import]").set_input_files(file)
    page.get_by_text("1 project gelezen").wait_for()
    page.goto(address + STEP)
    assert [index for index, on in enumerate(ticked(page)) if on] == [2]


def test_a_strange_file_changes_nothing(page: Any, address: str, tmp_path: Path):
    add_project(page, address, "Nigerdreef")
    file = tmp_path / "anders.json"
    file.write_text('{"name": "iets anders"}', encoding="utf-8")
    page.locator("[data-import]").set_input_files(file)
    page.get_by_text("Er is niets veranderd").wait_for()
    assert page.locator(".project-name input").count() == 1


def test_two_tabs_agree(page: Any, address: str):
    page.goto(address + STEP)
    other = page.context.new_page()
    other.goto(address + STEP)
    press(page, page.locator(".checklist input").first)
    until(other, "document.querySelector('.checklist input').checked")
    other.locator(".checklist input").nth(1).check()
    until(page, "document.querySelectorAll('.checklist input:checked').length === 2")
    assert ticked(page) == ticked(other)


def test_ticks_follow_a_step_that_got_another_address(page: Any, address: str):
    page.goto(address + STEP)
    item = page.locator(".checklist > li").first.get_attribute("data-item")
    store = {
        "version": 2,
        "current": "a",
        "projects": {"a": {"name": "X", "ticks": {f"fasen/oud/stap/#{item}": "2026-11-24"}}},
    }
    page.evaluate("text => localStorage.setItem('handboek', text)", json.dumps(store))
    moved = json.dumps({"fasen/oud/stap/": STEP})

    def with_old_address(route: Any) -> None:
        script = route.fetch().text()
        script, times = re.subn(r"(?m)^const MOVED = \{.*\};$", f"const MOVED = {moved};", script)
        assert times == 1
        route.fulfill(body=script, content_type="text/javascript")

    page.context.route("**/own-projects.js", with_old_address)
    page.reload()
    assert ticked(page)[0]


def test_the_checklists_print_with_their_ticks(browser: Any, address: str, tmp_path: Path):
    page = opened(browser, address)
    add_project(page, address, "Nigerdreef")
    words = on_paper(page, tmp_path)
    assert "Project: Nigerdreef" in words
    assert "Lees bestanden in" not in words
    points = page.locator(".checklist > li .item-text").all_text_contents()
    flat = re.sub(r"\W+", "", words)
    # a page head may stand inside a point that runs over a page
    found = sum(re.sub(r"\W+", "", point)[:40] in flat for point in points)
    assert found >= len(points) * 0.97
    # a phase runs on over the page: no page but the last is half empty
    lengths = [len(sheet) for sheet in words.split("\f")[:-2]]
    assert min(lengths) > max(lengths) / 3
    page.emulate_media(media="print")
    box = page.locator(".checklist input").first
    empty = box.screenshot()
    box.evaluate("box => box.click()")
    assert box.screenshot() != empty, "a tick is seen on paper"
    page.context.close()


# A store that is old, damaged, refused or full


def seeded(page: Any, address: str, text: str) -> None:
    page.goto(address + STEP)
    page.evaluate("text => localStorage.setItem('handboek', text)", text)
    page.reload()


def test_an_old_store_is_taken_over(page: Any, address: str):
    page.goto(address + STEP)
    item = page.locator(".checklist > li").nth(1).get_attribute("data-item")
    seeded(page, address, json.dumps({"version": 1, "projects": {"Nigerdreef": [f"{STEP}#{item}"]}}))
    assert [index for index, on in enumerate(ticked(page)) if on] == [1]
    assert page.locator("#project option:checked").inner_text() == "Nigerdreef"
    assert page.locator("[data-notice]").is_hidden()


def test_a_damaged_store_is_kept_aside_and_told(page: Any, address: str):
    seeded(page, address, '{"version": 2, "projects": {"a": ')
    assert "apart gezet" in page.locator("[data-notice]").inner_text()
    press(page, page.locator(".checklist input").first)
    page.goto(f"{address}mijn-projecten/")
    assert page.locator("[data-aside]").is_visible()
    assert saved(page, page.get_by_role("button", name="Bewaar als bestand")) == '{"version": 2, "projects": {"a": '
    page.get_by_role("button", name="Gooi weg").click()
    assert page.locator("[data-aside]").is_hidden()
    page.goto(address + STEP)
    assert ticked(page)[0]


@pytest.mark.parametrize("blocked", [("localStorage",), ("localStorage", "sessionStorage")], ids=["device", "all"])
def test_a_browser_that_keeps_nothing_says_so_and_works(browser: Any, address: str, blocked: tuple[str, ...]):
    page = opened(browser, address)
    for name in blocked:
        refuse(page, name)
    page.goto(address + STEP)
    said = page.locator("[data-notice]").inner_text()
    assert ("tot je het sluit" if len(blocked) == 1 else "tot je deze bladzijde verlaat") in said
    assert "Bewaar een kopie" in said, "what can be done here"
    page.locator(".checklist input").first.check()
    until(page, "document.querySelector('.progress').innerText.includes('1 van')")
    page.goto(address + STEP)
    assert ticked(page)[0] is (len(blocked) == 1)
    page.context.close()


def test_a_full_device_is_told(browser: Any, address: str):
    page = opened(browser, address)
    page.add_init_script("Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); };")
    page.goto(address + STEP)
    page.locator(".checklist input").first.check()
    until(page, "!document.querySelector('[data-notice]').hidden")
    assert "geen ruimte" in page.locator("[data-notice]").inner_text()
    assert ticked(page)[0]
    page.context.close()


# The estimate


def test_an_estimate_follows_own_numbers_to_the_page_for_who_decides(page: Any, address: str):
    page.goto(f"{address}uren-en-geld/")
    said = page.locator("[data-estimate-said]")
    before = said.inner_text()
    board = page.locator("[data-estimate-board]")
    assert "Bij 96 woningen" in board.inner_text()
    page.locator("#aantal-woning").fill("50")
    assert said.inner_text() != before
    assert "Bij 50 woningen" in board.inner_text()
    assert said.inner_text().split(" uur,")[0] in board.inner_text(), "the same figure on both"
    first = page.locator("[data-estimate-rows] tr").first
    page.get_by_text("Haal weg wat je niet doet").click()
    press(page, first.locator("input"))
    assert "telt niet mee" in first.inner_text()
    assert "Niet meegeteld" in board.inner_text()
    page.locator("#aantal-uurprijs").fill("x")
    assert "geen uitkomst" in said.inner_text()
    assert board.is_hidden()
    page.reload()
    assert page.locator("#aantal-woning").input_value() == "50"
    assert "telt niet mee" in first.text_content()


# Draagvlakmeter


def test_121_of_174_needs_one_more(page: Any, address: str, site: Site, tmp_path: Path):
    page.goto(f"{address}draagvlakmeter/")
    assert "Vul in hoeveel huurders" in page.locator("[data-meter-said]").inner_text()
    for name, number in (("Huurders", "174"), ("Zeggen ja", "121"), ("Zeggen nee", "20")):
        field = page.get_by_label(name, exact=True)
        field.focus()
        page.keyboard.type(number)
    assert page.locator("[data-meter-said]").inner_text().startswith("Nog 1 te gaan")
    assert page.locator("[data-unheard='0']").inner_text() == "33"
    page.reload()
    assert page.get_by_label("Huurders", exact=True).input_value() == "174"
    page.get_by_label("Zeggen ja", exact=True).fill("122")
    assert page.locator("[data-meter-said]").inner_text().startswith("Gehaald")
    words = on_paper(page, tmp_path)
    assert "122 ja × 10 = 1220. 174 huurders × 7 = 1218." in words
    # the worksheet's own boxes and lines
    sheet = next(one for one in site.handbook.of("worksheet") if one.data.sheet.layout == "meter").data.sheet
    assert re.search(r"\s+".join(sheet.totals), words)
    assert re.search(r"174\s+122\s+20\s+32", words)
    for place in sheet.writing:
        assert place.label in words


def test_stairwells_add_up_and_one_that_is_wrong_is_told(page: Any, address: str, tmp_path: Path):
    page.goto(f"{address}draagvlakmeter/")
    page.locator("#tenants-0").fill("10")
    page.locator("#yes-0").fill("7")
    page.get_by_role("button", name="Tel per portiek").click()
    assert page.evaluate("document.activeElement.id") == "deel-1"
    page.keyboard.type("Trap B")
    page.locator("#tenants-1").fill("10")
    page.locator("#yes-1").fill("5")
    assert page.locator("[data-meter-said]").inner_text().startswith("Nog 2 te gaan: 12 van de 20")
    assert page.locator("[data-here]").all_inner_texts() == ["gehaald", "nog 2"]
    words = on_paper(page, tmp_path)
    assert re.search(r"Portiek 1\s+10\s+7\s+0\s+3\s+gehaald", words)
    assert re.search(r"Trap B\s+10\s+5\s+0\s+5\s+nog 2", words)
    page.locator("#no-1").fill("6")
    assert "kan niet kloppen" in page.locator("[data-meter-said]").inner_text()
    page.locator("#no-1").fill("zes")
    assert page.locator("#no-1-fout").inner_text() == "Schrijf het getal met cijfers."
    page.locator("#no-1").fill("5")
    page.get_by_role("button", name="Haal weg: portiek 1").click()
    assert page.locator("#tenants-0").input_value() == "10"
    assert page.locator("#tenants-1").count() == 0
    page.keyboard.press("Enter")
    assert page.locator("#yes-0").input_value() == "7"
    assert page.locator("#deel-1").input_value() == "Trap B"


# Trajectplanner


def start_works(page: Any, address: str, day: str) -> None:
    page.goto(f"{address}trajectplanner/")
    page.locator("[data-plan-start]").fill(day)
    page.locator("[data-plan-start]").press("Tab")


def test_each_phase_gets_its_start(page: Any, address: str, site: Site, tmp_path: Path):
    start_works(page, address, "2030-06-03")
    phases = [phase for phase in site.handbook.of("phase") if phase.data.span]
    first = min(phases, key=lambda phase: phase.data.span.first)
    assert f"fase {first.data.number}, {first.data.name}" in page.locator("[data-plan-said]").inner_text()
    row = page.locator(f"[data-phase={first.slug}]")
    assert first.data.span.first == -20
    assert "3 oktober 2028" in row.inner_text()
    assert page.locator("[data-plan-picture] svg").get_attribute("aria-label").count("vanaf") == len(phases)
    from_month, to_month = row.locator("[data-month]").all()
    to_month.fill("-10")
    from_month.fill("-12")
    from_month.press("Tab")
    assert "3 juni 2029" in row.inner_text()
    assert row.get_by_text("door jou aangepast").is_visible()
    page.reload()
    assert row.locator("[data-month]").first.input_value() == "-12"
    page.get_by_role("button", name="Terug naar de maanden").click()
    assert row.locator("[data-month]").first.input_value() == "-20"
    page.keyboard.press("Enter")
    assert row.locator("[data-month]").first.input_value() == "-12"
    calendar = saved(page, page.get_by_role("button", name="agenda"))
    assert calendar.count("BEGIN:VEVENT") == len(site.handbook.of("phase")) + 1
    assert "start van de werkzaamheden" in on_paper(page, tmp_path)


def test_months_that_cannot_be_are_refused_and_an_empty_field_is_the_month_of_the_handbook(page: Any, address: str):
    start_works(page, address, "2030-06-03")
    first, last = page.locator("[data-phase] [data-month]").all()[:2]
    own = first.input_value()
    after = "cell => getComputedStyle(cell, '::after').content"
    assert page.locator("[data-phase] td").first.evaluate(after) == "none", "months, not the minutes of a workshop"
    last.fill("-30")
    last.press("Tab")
    assert "voor ze begint" in page.locator("[data-plan-said]").inner_text(), "no phase ends before it begins"
    assert page.locator("[data-plan-picture] svg").count() == 0
    last.fill("")
    first.fill("-40,4")
    first.press("Enter")
    assert "heel getal" in page.locator("[data-plan-said]").inner_text()
    first.fill("")
    first.press("Tab")
    assert first.input_value() == own, "an empty field is the month of the handbook"
    assert page.locator("[data-plan-picture] svg").count() == 1


@pytest.mark.parametrize("tool", ["trajectplanner", "zelfscan"])
def test_a_drawing_fits_its_screen_and_can_be_kept(page: Any, address: str, tool: str):
    add_project(page, address, "Nigerdreef")
    start_works(page, address, "2030-06-03")
    page.goto(f"{address}{tool}/")
    button = page.get_by_role("button", name="Bewaar als plaatje")
    if tool == "zelfscan":
        assert button.is_disabled()
        page.locator(".ask:visible input[value=nee]").first.check()
    place = page.locator("[data-plan-picture], [data-scan-picture]")
    assert place.evaluate("place => place.scrollWidth <= place.clientWidth")
    with page.expect_download() as download:
        press(page, button)
    assert download.value.suggested_filename.startswith("nigerdreef-")
    with Image.open(download.value.path()) as image:
        assert image.format == "PNG"
        assert image.width > 700
        colours = image.convert("RGB").getcolors(1 << 24)
        assert max(count for count, _ in colours) < 0.97 * image.width * image.height, "there is something on it"


def test_a_start_that_is_near_says_what_to_leave_out_and_fits(page: Any, address: str):
    page.clock.set_fixed_time("2026-11-30T12:00:00")
    start_works(page, address, "2027-07-15")
    assert page.locator("#te-kort").inner_text() == "Je hebt nog 7 maanden tot de start van de werkzaamheden"
    out = page.locator("[data-plan-out]").inner_text()
    assert "Dit laat je weg" in out
    assert "Bel alle huishoudens" in out
    assert "Risico: Wie zelden thuis is, hoor je later of niet." in out
    fields = page.locator("[data-month]")
    before = fields.evaluate_all("all => all.map(one => one.value)")
    press(page, page.get_by_role("button", name="Reken de maanden om naar 7 maanden"))
    now = fields.evaluate_all("all => all.map(one => one.value)")
    assert min(int(month.replace("−", "-")) for month in now) == -7
    assert "al geweest" not in page.locator("[data-plan-said]").inner_text()
    assert page.locator("[data-plan-short]").is_visible(), "what is left out stays so"
    assert page.locator("[data-plan-fit]").is_hidden(), "what was done is not offered again"
    press(page, page.get_by_role("button", name="Zet terug"))
    assert fields.evaluate_all("all => all.map(one => one.value)") == before
    assert page.locator("[data-plan-fit]").is_visible()
    start_works(page, address, "2035-01-01")
    assert page.locator("[data-plan-short]").is_hidden()


def test_every_month_says_whether_a_source_has_it(page: Any, address: str, site: Site):
    page.goto(f"{address}trajectplanner/")
    for phase in site.handbook.of("phase"):
        said = "uit een bron" if phase.data.span.source else "redactioneel"
        assert page.locator(f"[data-phase={phase.slug}]").get_by_text(said).is_visible()


def test_overlap_of_projects_is_shown(page: Any, address: str):
    for name, day in (("Nigerdreef", "2030-01-07"), ("Oslostraat", "2030-09-02")):
        add_project(page, address, name)
        start_works(page, address, day)
    said = page.locator("[data-plan-overlap]")
    assert "Te veel tegelijk" in said.inner_text()
    assert "Nigerdreef en Oslostraat" in said.inner_text()
    assert "Te veel tegelijk: Van" in page.locator("[data-plan-together] svg").get_attribute("aria-label")
    page.locator("[data-plan-limit]").fill("2")
    page.locator("[data-plan-limit]").press("Tab")
    assert "Het past" in said.inner_text()
    page.reload()
    assert "Het past" in said.inner_text()


# Zelfscan


def test_a_scan_shows_its_result_and_where_to_go(page: Any, address: str, tmp_path: Path):
    page.goto(f"{address}zelfscan/")
    asks = page.locator(".ask:visible")
    assert asks.count() > 10
    for index, answer in enumerate(("nee", "ja", "deels", "onbekend")):
        press(page, asks.nth(index).locator(f"input[value={answer}]"))
    assert page.locator("[data-scan-said]").inner_text().startswith("4 van ")
    assert "1 ja, 1 deels, 1 nee, 1 weet ik niet" in page.locator("[data-scan-said]").inner_text()
    assert "1 nee" in page.locator("[data-scan-picture] svg").first.get_attribute("aria-label")
    assert page.locator("[data-scan-next] > li").count() == 3
    page.reload()
    assert page.locator("[data-scan-next] > li").count() == 3
    assert page.get_by_label("Vooraf").first.is_checked()
    assert (
        page.locator("[data-scan-next] > li").first.locator("strong").inner_text()
        == asks.first.locator("legend").inner_text()
    )
    table = saved(page, page.get_by_role("button", name="tabel"))
    assert table.startswith("\ufeff")
    assert table.count('"nee"') == 1
    words = on_paper(page, tmp_path)
    assert "Wat nu" in words
    page.locator("[data-scan-next] a").first.click()
    page.wait_for_url("**/fasen/**")


def test_the_moments_stand_in_the_address_and_open_from_it(page: Any, address: str, site: Site):
    first, second = (moment.id for moment in site.handbook.method.words.moments[:2])
    page.goto(f"{address}zelfscan/?moment={second}&ernaast={first}")
    assert page.locator(f"#moment-{second}").is_checked()
    assert page.locator("#ernaast").input_value() == first
    page.locator("#ernaast").select_option("")
    assert page.url == f"{address}zelfscan/?moment={second}"
    page.goto(f"{address}zelfscan/?moment=onzin&ernaast=constructor")
    assert page.locator(f"#moment-{first}").is_checked()


def test_two_moments_stand_beside_each_other(page: Any, address: str):
    page.goto(f"{address}zelfscan/")
    page.locator(".ask:visible").first.locator("input[value=nee]").check()
    page.get_by_label("Achteraf").first.check()
    page.locator(".ask:visible").first.locator("input[value=ja]").check()
    page.locator("[data-scan-beside]").select_option("voor")
    told = page.locator("[data-scan-picture] svg").first.get_attribute("aria-label")
    assert " achteraf: 1 ja" in told
    assert " vooraf: 1 nee" in told
    page.locator("details.words summary").click()
    head = page.locator("[data-scan-words] th[scope=col]").all_inner_texts()
    assert head == ["Fase", "achteraf", "vooraf"]
    page.reload()
    assert page.get_by_label("Achteraf").first.is_checked(), "it goes on where the reader was"
    page.get_by_role("button", name="Wis dit moment").click()
    assert page.locator("[data-scan-said]").inner_text().startswith("0 van")
    page.keyboard.press("Enter")
    assert page.locator("[data-scan-said]").inner_text().startswith("1 van")


# Keuzehulp


def test_a_choice_leaves_what_fits(page: Any, address: str, site: Site):
    page.goto(f"{address}keuzehulp/")
    goals = site.handbook.of("goal")
    assert page.locator(".goal:visible").count() == len(goals)
    assert page.locator("[data-chooser-count]").inner_text() == ""
    page.locator("#kies-tijd").select_option(label="een uur")
    timed = [
        tool.data.minutes
        for goal in goals
        for at in goal.data.at
        if (tool := site.handbook.at(at)) and getattr(tool.data, "minutes", None) is not None
    ]
    fits = sum(minutes <= 60 for minutes in timed)
    assert 0 < fits < len(timed)
    assert page.locator(".goal li:visible").count() == fits
    assert page.locator("[data-chooser-count]").inner_text().startswith(f"{fits} hulpmiddelen passen.")
    page.locator("#kies-doel").select_option(goals[0].slug)
    assert page.locator(".goal:visible").get_attribute("id") == goals[0].slug
    page.locator("#kies-tijd").select_option("")
    assert page.locator(".goal li:visible").count() == len(goals[0].data.at)
    role = page.locator("#kies-rol option").nth(1)
    page.locator("#kies-rol").select_option(role.get_attribute("value"))
    kept = page.locator(".goal li:visible").evaluate_all("all => all.map(one => one.dataset.roles.split(' '))")
    assert all(role.get_attribute("value") in roles for roles in kept)
    page.goto(f"{address}fasen/")
    page.go_back()
    chosen = page.locator("#kies-doel").input_value()
    assert page.locator(".goal:visible").count() <= (1 if chosen else len(goals)), "what it says is what it shows"
    assert (page.locator("[data-chooser-count]").inner_text() != "") == bool(chosen)


def test_a_choice_stands_in_the_address_and_opens_from_it(page: Any, address: str):
    page.goto(f"{address}keuzehulp/")
    page.locator("#kies-tijd").select_option("60")
    page.locator("#kies-doel").select_option(index=1)
    asked, said = page.url, page.locator("[data-chooser-count]").inner_text()
    assert "tijd=60" in asked and "doel=" in asked
    page.goto("about:blank")
    page.goto(asked)
    assert page.locator("#kies-tijd").input_value() == "60"
    assert page.locator("[data-chooser-count]").inner_text() == said
    page.locator("#kies-tijd").select_option("")
    assert "tijd" not in page.url
    page.goto(f"{address}keuzehulp/?rol=bestaat-niet")
    assert page.locator("#kies-rol").input_value() == ""


# Everybody


@pytest.mark.parametrize(
    ("phone", "scheme"),
    [
        pytest.param(False, "light", id="desk-light"),
        pytest.param(True, "dark", id="phone-dark"),
        pytest.param(False, "dark", marks=pytest.mark.hard, id="desk-dark"),
        pytest.param(True, "light", marks=pytest.mark.hard, id="phone-light"),
    ],
)
def test_axe_finds_nothing_when_they_are_filled_in(browser: Any, address: str, phone: bool, scheme: str):
    # Without movement: a button that fades in has too little contrast for a blink, and none to measure.
    page = opened(browser, address, phone=phone, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce")
    found = []
    soon = (datetime.date.today() + datetime.timedelta(days=200)).isoformat()

    def look(where: str) -> None:
        found.extend(f"{where}: {one}" for one in findings(page))
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            found.append(f"{where}: wider than the screen")

    for name, day in (
        ("Nigerdreef met een heel lange naam die ook nog ergens moet passen", "2030-01-07"),
        ("B", "2030-09-02"),
    ):
        add_project(page, address, name)
        start_works(page, address, day)
    look("trajectplanner")
    start_works(page, address, soon)
    look("trajectplanner, with little time")
    start_works(page, address, "2030-09-02")
    page.goto(f"{address}uren-en-geld/")
    page.locator("#aantal-woning").fill("50")
    page.get_by_text("Haal weg wat je niet doet").click()
    page.locator("[data-estimate-rows] input").first.uncheck()
    look("uren-en-geld")
    page.goto(address + STEP)
    page.locator(".checklist input").first.check()
    look("step")
    page.goto(f"{address}draagvlakmeter/")
    page.locator("#tenants-0").fill("174")
    page.locator("#yes-0").fill("121")
    page.get_by_role("button", name="Tel per portiek").click()
    page.locator("#no-1").fill("x")
    look("draagvlakmeter")
    page.goto(f"{address}zelfscan/")
    for index, answer in enumerate(("nee", "ja", "deels", "onbekend")):
        page.locator(".ask:visible").nth(index).locator(f"input[value={answer}]").check()
    page.locator("[data-scan-beside]").select_option("na")
    page.locator("details.words summary").click()
    look("zelfscan")
    page.goto(f"{address}mijn-projecten/")
    page.locator("details[data-phase] summary").first.click()
    page.locator("details[data-phase] .task button").first.click()
    page.locator("details[data-phase] .task select").select_option(index=1)
    page.locator(".project-days summary").first.click()
    page.get_by_role("button", name="Wis: B").click()
    look("mijn-projecten")
    page.context.close()
    assert found == []


def test_without_scripts_the_tools_say_what_to_do(browser: Any, address: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path, words in (
        ("draagvlakmeter/", "Zonder script: neem het werkblad"),
        ("trajectplanner/", "Zonder script zie je hieronder de maanden"),
        ("mijn-projecten/", "kun je wel printen"),
        ("onderweg/", "print wat je nodig hebt"),
    ):
        page.goto(address + path)
        notice = page.locator("noscript .notice")
        assert words in notice.inner_text(), path
        assert notice.is_visible(), path
    page.goto(f"{address}zelfscan/")
    assert page.locator(".ask legend").count() > 20
    context.close()
