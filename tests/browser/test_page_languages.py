"""A text in another language on the site: its own direction, nothing that is passed off as finished, and a form that works."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from axe import findings
from conftest import Site, searched

pytestmark = pytest.mark.slow
ARABIC, FORM = "berichten/groet/ar/", "berichten/groet/ar/nakijken/"


def test_the_dutch_page_names_each_language_in_its_own_script(small: Site):
    html = small.html("berichten/groet/")
    assert re.findall(r'<bdi lang="(\w+)" dir="(\w+)">([^<]+)<', html) == [
        ("en", "ltr", "English"),
        ("ar", "rtl", "العربية"),
    ]
    assert "Nederlands</a>" in small.html(ARABIC)


def test_a_concept_says_so_and_is_handed_on_nowhere(small: Site):
    html = small.html(ARABIC)
    assert 'lang="ar" dir="rtl"' in html
    assert "Concept van een vertaling: geef het alleen met het Nederlands" in html
    assert '<meta name="robots" content="noindex">' in html
    mine = ("groet/ar", "groet-ar", "groet/en", "groet-en")
    for name in ("lessen.xml", "sitemap.xml", "sw.js"):
        text = (small.folder / name).read_text(encoding="utf-8")
        assert [one for one in mine if one in text] == [], name
    assert [one for one in mine if one in searched(small.folder)] == []
    packs = [piece for piece in small.export["pieces"] if piece["type"] == "pack"]
    assert packs and not any(one in json.dumps(packs) for one in mine)


def test_the_export_says_how_far_it_is(small: Site):
    told = [piece["translation"] for piece in small.export["pieces"] if piece["type"] == "translation"]
    state = {"state": "concept", "stale": 0, "missing": 0}
    assert sorted(told, key=lambda one: one["language"]) == [
        {"of": "berichten/groet", "language": language, **state} for language in ("ar", "en")
    ]


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", [ARABIC, FORM, "nakijken/", "berichten/groet/"])
def test_axe_finds_nothing_and_nothing_slides(browser: Any, klein: str, path: str, width: int):
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.goto(klein + path)
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_somebody_says_what_is_right_and_gets_a_file(browser: Any, klein: str):
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.goto(klein + FORM)
    page.click("[data-review-save]")
    assert "Zeg van minstens één tekst" in page.inner_text("[data-review-wrong]")
    for number in (0, 1, 2, 4):
        page.check(f'input[name="antwoord-{number}"][value="right"]')
    page.check('input[name="antwoord-3"][value="better"]')
    assert page.get_attribute("#na-beter-3", "dir") == "rtl"
    page.fill("#na-beter-3", f"{page.input_value('#na-beter-3')} نعم")
    page.fill('[name="organisatie"]', "Buurthuis")
    page.check('input[name="wat"][value="nagekeken"]')
    with page.expect_download() as given:
        page.click("[data-review-save]")
    assert given.value.suggested_filename == "groet-ar-buurthuis.yml"
    text = given.value.path().read_text(encoding="utf-8")
    assert 'language: "ar"' in text and "{dag}" in text
    assert page.inner_text("[data-review-count]") == "Je bekeek 5 van de 5 teksten."
    context.close()
