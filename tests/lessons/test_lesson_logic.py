"""The form for a new lesson says what the check says, and makes the file that the project keeps. Without a browser."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml

from handboek import checks
from handboek.content import open_handbook
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.render import lesson_form

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from scripts import Logic, logic

HERE = Path(__file__).parent
KLEIN = HERE.parent / "methods" / "klein"
CASES: dict[str, Any] = yaml.safe_load((HERE / "cases.yml").read_text(encoding="utf-8"))
LESSON = "docs/lessen/groet-eerst.md"
TODAY = "2026-11-30"


@pytest.fixture(scope="module")
def form() -> Iterator[Logic]:
    """The form of the small method, without its page."""
    known = lesson_form.data(open_handbook(KLEIN), "redactie@handboek.example", "https://git.test/handboek")
    with logic(
        "lib/slugs.js", "lib/dates.js", "lib/counts.js", "lib/sending.js", "logic/privacy.js", "logic/lesson.js"
    ) as page:
        page.context.eval(f"const lesson = Lesson({known});")
        yield page


def said(form: Logic, field: str, values: list[Any], experience: str = "") -> list[str]:
    """What stands under a field for each of these values, once somebody has left it."""
    found = form.evaluate(
        "([field, values, today, experience]) => values.map(value => lesson.check("
        "field, typeof value === 'string' ? lesson.cleaned(value) : value, true, today, experience).map(one => one.text))",
        [field, values, TODAY, experience],
    )
    return ["\n".join(texts).replace("`", "") for texts in found]


def said_by_check(value: str, where: str = "We groetten.") -> list[Any]:
    documents = read(KLEIN)
    return checks.run(assemble(with_file(documents, LESSON, documents[LESSON].text.replace(where, value).encode())))


def shown(cases: list[str]) -> list[str]:
    """The first cases without marks; of personal data all cases are run in `test_privacy.py`."""
    return [re.sub("[\u27e6\u27e7]", "", text) for text in cases[:6]]


@pytest.mark.parametrize("code", [*CASES["privacy"], *CASES["text"]])
def test_the_form_and_the_check_find_the_same(form: Logic, code: str):
    kinds = {one.code: one.what for one in (*lesson_form.rules(), *lesson_form.privacy.PERSONAL_DATA)} | {
        "link": "leidt nergens"
    }
    cases = (CASES["privacy"] | CASES["text"])[code]
    assert min(len(cases["caught"]), len(cases["passes"])) >= 3, code
    caught, passes = shown(cases["caught"]), shown(cases["passes"])
    for text, told in zip(caught, said(form, "did", caught), strict=True):
        assert code in {finding.code for finding in said_by_check(text)}, (code, text)
        assert kinds[code] in told, (code, text)
    for text, told in zip(passes, said(form, "did", passes), strict=True):
        assert code not in {finding.code for finding in said_by_check(text)}, (code, text)
        assert kinds[code] not in told, (code, text)


def test_the_form_says_of_a_field_what_the_check_says(form: Logic):
    for case in CASES["fields"]:
        front = re.sub(rf"^{case['field']}:.*\n", "", read(KLEIN)[LESSON].text.split("---\n")[1], flags=re.MULTILINE)
        line = f"{case['field']}: {json.dumps(case['value'])}\n"
        findings = said_by_check(front + line, read(KLEIN)[LESSON].text.split("---\n")[1])
        assert case["code"] in {finding.code for finding in findings}
        assert any(case["says"] in f"{finding.text} {finding.advice}" for finding in findings)
        assert case["says"] in said(form, case["field"], [case["value"]])[0]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("title", "?!", "kan geen adres"),
        ("title", "Groet eerst", "al een les met deze titel"),
        ("title", "Con", "Windows houdt deze naam"),
        ("title", "Lpt 9", ""),
        ("date", "2026-02-30", "De dag moet bestaan"),
        ("date", "0202-09-01", "De dag moet bestaan"),
        ("date", "2026-12-01", "moet nog komen"),
        ("date", TODAY, ""),
        ("did", "Zie [dit](/bestaat/niet/).", "leidt nergens heen"),
        ("did", "Zie [dit](/fasen/kijken/rondje-lopen/#x).", ""),
        ("phases", [], "te weinig gekozen: 0"),
        ("phases", ["kijken"], ""),
        ("experience", [], "is leeg. Kies er een."),
        ("place", "", ""),
    ],
)
def test_a_field_says_what_is_wrong_with_it(form: Logic, field: str, value: Any, words: str):
    told = said(form, field, [value])[0]
    assert words in told
    assert bool(told) == bool(words)


def test_a_lesson_from_a_source_names_it(form: Logic):
    assert "de bron staat er niet bij" in said(form, "source", [[]], "bron")[0]
    assert said(form, "source", [[], ["boekje"]], "eigen ervaring") == ["", ""]
    assert said(form, "source", [["boekje"]], "bron") == [""]


def test_an_empty_field_is_no_mistake_before_it_is_left(form: Logic):
    asked = "([name, value, whole]) => lesson.check(name, value, whole, '2026-11-30').length"
    for name, value in (("title", ""), ("did", ""), ("phases", []), ("experience", [])):
        assert [form.evaluate(asked, [name, value, whole]) for whole in (False, True)] == [0, 1], name


VALUES = {
    "title": 'Bel "eerst" aan: ook bij één deur',
    "summary": "Wie belt,\ntreft iemand.",
    "situation": "Dicht.",
    "did": "- Gebeld.",
    "taught": "Bel.",
    "holds": "Flats.",
    "place": "De buurt: midden",
    "organisation": "",
    "date": "2026-11-01",
    "phases": ["kijken"],
    "roles": [],
    "steps": [],
    "tools": ["gesprekken/praatje"],
    "experience": ["bron"],
    "source": ["boekje"],
    "status": ["gepubliceerd"],
}


def test_the_file_is_a_lesson_that_the_check_takes(form: Logic):
    assert lesson_form.fields().keys() == VALUES.keys()
    name = form.evaluate("values => lesson.fileName(values)", VALUES)
    assert name == "bel-eerst-aan-ook-bij-een-deur.md"
    text = form.evaluate("([values, today]) => lesson.file(values, today)", [VALUES, TODAY])
    handbook = assemble(with_file(read(KLEIN), f"docs/lessen/{name}", text.encode()))
    assert [finding for finding in checks.run(handbook) if finding.path.endswith(name)] == []
    lesson = handbook.get("lesson", name.removesuffix(".md"))
    assert lesson
    assert (lesson.data.title, lesson.data.summary) == (VALUES["title"], "Wie belt, treft iemand.")
    assert (str(lesson.data.checked), lesson.data.place, lesson.data.organisation) == (TODAY, "De buurt: midden", None)
    assert form.evaluate("values => lesson.fileName(values)", {**VALUES, "title": "?"}) == "les.md"


def test_a_lesson_goes_along_in_a_link_unless_it_is_too_long(form: Logic):
    def proposed(values: dict[str, Any]) -> Any:
        return form.evaluate("([values, today]) => lesson.proposal(values, today)", [values, TODAY])

    short, long = proposed(VALUES), proposed({**VALUES, "did": "We belden twee keer. " * 400})
    text = form.evaluate("([values, today]) => lesson.file(values, today)", [VALUES, TODAY])
    name = form.evaluate("values => lesson.fileName(values)", VALUES)
    assert parse_qs(urlsplit(short["address"]).query) == {"filename": [name], "value": [text]}
    assert parse_qs(urlsplit(long["address"]).query) == {"filename": [name]}
    assert [short["long"], long["long"]] == [False, True]
    assert short["address"].startswith("https://git.test/handboek/new/main/docs/lessen?")
    mail = form.evaluate("values => lesson.mail(values)", VALUES)
    assert mail.startswith("mailto:redactie@handboek.example?subject=Les%20voor%20het%20handboek")
    assert name in parse_qs(urlsplit(mail).query)["body"][0]
