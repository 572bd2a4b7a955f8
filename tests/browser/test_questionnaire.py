"""The questionnaire on a screen: one person after the other, by thumb or by keyboard, and nothing that says who."""

from __future__ import annotations

import csv
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from axe import findings
from conftest import Site
from handboek.handbook import Handbook
from handboek.model.onscreen import Questionnaire

pytestmark = pytest.mark.slow


@pytest.fixture
def asked(handbook: Handbook) -> Questionnaire:
    found = handbook.one("questionnaire")
    assert found
    return found


@pytest.fixture
def screen(browser: Any, address: str, asked: Questionnaire) -> Any:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, accept_downloads=True, bypass_csp=True
    )
    page = context.new_page()
    page.problems, page.requests = [], []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("request", lambda request: page.requests.append(f"{request.method} {request.url}"))
    page.goto(f"{address}{asked.slug}/")
    yield page
    assert page.problems == []
    assert all(one.startswith(("GET http://127.0.0.1", "GET blob:http://127.0.0.1")) for one in page.requests)
    assert not [one for one in page.requests if "?" in one]
    context.close()


def saved(page: Any, to: Path) -> tuple[str, dict[str, str]]:
    with page.expect_download() as given:
        page.get_by_role("button", name="Bewaar als bestand").click()
    given.value.save_as(to)
    head, row = csv.reader(to.read_text(encoding="utf-8-sig").splitlines(), delimiter=";")
    return given.value.suggested_filename, dict(zip(head, row, strict=True))


def test_every_question_of_the_sheet_is_asked_in_its_words_with_its_answers(
    handbook: Handbook, asked: Questionnaire, screen: Any
):
    sheet = handbook.get("worksheet", asked.worksheet).data.sheet
    questions = [one.data for one in handbook.some("question", sheet.questions)]
    groups = screen.locator("fieldset.ask").all()
    wordings = [wording.text for one in questions for wording in one.wording]
    assert [re.sub(r"^\d+\. ", "", one.locator("legend").inner_text()) for one in groups] == wordings
    for group, question in zip(groups, questions, strict=True):
        assert [one.inner_text().strip() for one in group.locator("label.answer").all()] == [
            *question.answers,
            sheet.decline,
        ]
        assert bool(group.locator("textarea").count()) == bool(question.follow_up)


def test_a_thumb_hits_each_answer_and_nothing_runs_out_of_a_small_screen(screen: Any):
    screen.set_viewport_size({"width": 320, "height": 640})
    boxes = [one.bounding_box() for one in screen.locator("label.answer").all()]
    assert boxes and all(box["height"] >= 44 and box["width"] >= 44 for box in boxes)
    assert screen.evaluate("document.documentElement.scrollWidth") <= 320


def test_one_row_goes_out_and_holds_no_asker(handbook: Handbook, asked: Questionnaire, screen: Any, tmp_path: Path):
    screen.locator("#afzender-2").fill("Bel 030 000 00 00")
    screen.locator("#code").fill("K7P4X")
    groups = screen.locator("fieldset.ask")
    chosen = {}
    for index in range(groups.count() - 2):  # the last two are skipped
        answer = groups.nth(index).locator("label.answer").nth(index % 3)
        answer.tap()
        chosen[answer.locator("input").get_attribute("name")] = answer.inner_text().strip()
    name, row = saved(screen, tmp_path / "rij.csv")
    today = datetime.now(UTC).date().isoformat()
    assert name == f"{asked.worksheet}-{today}.csv"
    assert row.pop("blad") == asked.worksheet and row.pop("dag") == today
    assert row.pop("code") == "K7P4X"
    assert {key: value for key, value in row.items() if value} == chosen
    assert len(row) == groups.count() + groups.locator("textarea").count()
    assert not [value for value in row.values() if "030" in value]


def test_a_row_has_the_columns_that_the_fields_of_the_pdf_have(
    screen: Any, tmp_path: Path, asked: Questionnaire, site: Site
):
    (path,) = site.folder.glob(f"werkbladen/{asked.worksheet}-invulbaar.pdf")
    with pikepdf.open(path) as pdf:
        fields = {re.sub(r"-\d+$", "", str(field.T)) for field in pdf.Root.AcroForm.Fields}
    _, row = saved(screen, tmp_path / "rij.csv")
    assert {name for name in row if name.startswith("vraag-") and not name.endswith("-open")} <= fields


def test_the_next_one_reads_nothing_of_the_one_before(screen: Any, tmp_path: Path):
    screen.locator("#afzender-1").fill("Het onderzoeksbureau")
    screen.locator("#code").fill("K7P4X")
    screen.locator("label.answer").first.tap()
    screen.reload()
    assert screen.locator("#code").input_value() == "K7P4X"  # a mistake is no loss
    assert screen.locator("label.answer input").first.is_checked()
    screen.get_by_text("Wis de antwoorden", exact=True).click()
    screen.get_by_role("button", name="Ja, wis ze allemaal").click()
    screen.locator("[data-questionnaire-said]:has-text('Gewist')").wait_for()
    for again in (False, True):
        if again:
            screen.reload()
        assert screen.locator("#afzender-1").input_value() == "Het onderzoeksbureau"
        assert screen.locator("#code").input_value() == ""
        assert screen.locator("form input:checked").count() == 0
    kept = screen.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "K7P4X" not in kept and "ja, helemaal" not in kept
    _, row = saved(screen, tmp_path / "rij.csv")
    assert not any(value for key, value in row.items() if key not in ("blad", "dag"))


def test_what_points_at_a_person_stays_out_of_the_file(screen: Any, tmp_path: Path):
    field = screen.locator("fieldset textarea").first
    field.fill("Bel me op 06-12345678 als je meer wilt weten.")
    screen.get_by_role("button", name="Bewaar als bestand").click()
    assert field.get_attribute("aria-invalid") == "true"
    assert screen.locator("[data-questionnaire-wrong]").first.inner_text()
    assert "Haal dat eerst weg" in screen.locator("[data-questionnaire-said]").inner_text()
    field.fill("=Er werd zomaar gebeld.")
    _, row = saved(screen, tmp_path / "rij.csv")
    assert row[field.get_attribute("name")] == "'=Er werd zomaar gebeld."


def test_a_keyboard_and_a_screen_reader_come_through_it(screen: Any):
    assert findings(screen) == []
    screen.locator("#code").focus()
    screen.keyboard.press("Enter")  # sends nothing and goes nowhere
    screen.keyboard.press("Tab")
    screen.keyboard.press("Space")
    screen.keyboard.press("ArrowRight")
    first = screen.locator("fieldset.ask").first
    assert first.locator("input").nth(1).is_checked()
    screen.keyboard.press("Tab")
    assert screen.evaluate("document.activeElement.name") == screen.locator("fieldset.ask").nth(1).locator(
        "input"
    ).first.get_attribute("name")
    tree = first.aria_snapshot()
    assert tree.startswith('- group "1. ') and "radio" in tree


def test_without_a_script_it_is_read_and_filled_in_and_goes_nowhere(browser: Any, address: str, asked: Questionnaire):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}{asked.slug}/")
    page.locator("label.answer").first.click()
    page.locator("#code").fill("K7P4X")
    page.locator("#code").press("Enter")
    assert page.url == f"{address}{asked.slug}/"
    assert not page.get_by_role("button", name="Bewaar als bestand").is_visible()
    notice = page.locator("noscript .notice")
    assert notice.is_visible() and "Zonder script: print deze bladzijde." in notice.inner_text()
    context.close()
