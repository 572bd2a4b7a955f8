"""What the page *Help nakijken* makes of what somebody filled in is what `handboek language in` takes. Without a browser."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from conftest import KLEIN
from handboek import privacy
from handboek.authoring import language
from handboek.content import open_handbook
from handboek.project import Project
from handboek.render import reviewing
from handboek.site.site import renderer_of

sys.path.append(str(Path(__file__).parents[1] / "tools"))
from scripts import Logic, logic

TODAY = "2026-11-30"
SCRIPTS = ("lib/slugs.js", "lib/dates.js", "lib/sending.js", "logic/privacy.js", "logic/review.js")
UNCHANGED = " I walked down the street on {dag}.  Do walk with me."
NOTHING, UNSURE = {"answer": "", "better": ""}, {"answer": "unsure", "better": ""}


def letter(better: str, before: dict[str, str] = NOTHING) -> list[dict[str, str]]:
    """Answers that say how the last text of the letter is better; behind it stands what goes into its blank."""
    return [*[before] * 3, {"answer": "better", "better": better}, before]


@pytest.fixture(scope="module")
def form() -> Iterator[Logic]:
    """The form of the English card of the small method, without its page."""
    project = Project(KLEIN, "https://handboek.example/", "https://git.test/handboek")
    page = reviewing.page_at(renderer_of(project, open_handbook(KLEIN)), "berichten/groet/en/nakijken/")
    assert page and page.unlisted
    known = page.html.partition("data-review-known>")[2].partition("</script>")[0]
    with logic(*SCRIPTS) as engine:
        engine.context.eval(f"const review = Review({known});")
        yield engine


def values(**changed: Any) -> dict[str, Any]:
    answers = [{"answer": "right", "better": ""}, *[NOTHING] * 4]
    return {"organisation": "Buurthuis", "what": "nagekeken", "date": TODAY, "answers": answers, **changed}


def wrong(form: Logic, filled: dict[str, Any]) -> list[str]:
    said: list[dict[str, str]] = form.evaluate(f"filled => review.wrong(filled, '{TODAY}')", filled)
    return [one["field"] for one in said]


def test_a_form_that_is_filled_in_is_right(form: Logic):
    assert wrong(form, values()) == []


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"organisation": " "}, "organisatie"),
        ({"organisation": "mevrouw Bakker"}, "organisatie"),
        ({"what": ""}, "wat"),
        ({"date": "2026-12-01"}, "dag"),
        ({"answers": [NOTHING] * 5}, "tekst-0"),
        ({"answers": [UNSURE] * 5}, "tekst-0"),
        ({"answers": letter("I walked. Walk with me.")}, "tekst-3"),
        ({"answers": letter(" ")}, "tekst-3"),
        ({"answers": letter(UNCHANGED)}, "tekst-3"),
    ],
)
def test_what_lacks_is_said_where_it_lacks(form: Logic, changed: dict[str, Any], field: str):
    assert wrong(form, values(**changed)) == [field]


def test_the_record_comes_in(form: Logic, project: Project):
    better = 'I walked down the street "on" {dag}.'
    answers = letter(better, {"answer": "right", "better": ""})
    text: str = form.evaluate("filled => review.file(filled)", values(answers=answers))
    record = project.root.parent / "verslag.yml"
    record.write_text(text, "utf-8")
    assert language.take_in(project.root, [str(record)], Path()) == 0
    data = open_handbook(project.root).pieces["translation", "groet-en"].data
    assert (data.state, data.texts[-1].text) == ("nagekeken", better)


def test_a_short_record_stands_in_the_mail_and_can_be_taken_in(form: Logic, project: Project):
    made: dict[str, Any] = form.evaluate("filled => review.mail(filled, false)", values())
    assert made["inside"]
    body = parse_qs(urlsplit(made["address"]).query)["body"][0].replace("\r\n", "\n")
    assert "bijlage" not in body
    record = project.root.parent / "uit-de-mail.yml"
    record.write_text(body[body.index("of: ") :], "utf-8")
    assert language.take_in(project.root, [str(record)], Path()) == 0


def test_a_mail_speaks_of_the_file_once_it_is_saved_where_the_record_is_too_long(form: Logic):
    filled = values()
    filled["answers"][0] = {"answer": "better", "better": "Goedendag buur. " * 150}
    name: str = form.evaluate("filled => review.fileName(filled)", filled)
    assert name == "groet-en-buurthuis.yml"
    for saved in (True, False):
        made: dict[str, Any] = form.evaluate(f"filled => review.mail(filled, {str(saved).lower()})", filled)
        body = parse_qs(urlsplit(made["address"]).query)["body"][0]
        assert (made["inside"], name in body, "bijlage" in body) == (False, saved, saved)


def test_what_somebody_did_not_know_is_said(form: Logic):
    filled = values()
    filled["answers"][0] = {"answer": "unsure", "better": ""}
    assert form.evaluate("filled => review.file(filled)", filled).endswith("# Weet ik niet: tekst 1\n")


def test_who_did_it_alone_names_nobody(form: Logic, project: Project):
    alone = values(organisation=form.evaluate("() => review.ALONE"))
    assert wrong(form, alone) == []
    record = project.root.parent / "verslag.yml"
    record.write_text(form.evaluate("filled => review.file(filled)", alone), "utf-8")
    assert language.take_in(project.root, [str(record)], Path()) == 0


def test_a_proposal_names_the_file(form: Logic):
    name: str = form.evaluate("filled => review.fileName(filled)", values())
    proposed: dict[str, Any] = form.evaluate("filled => review.proposal(filled)", values())
    query = parse_qs(urlsplit(proposed["address"]).query)
    assert query["filename"] == [name]
    assert query["value"] == [form.evaluate("filled => review.file(filled)", values())]
    assert json.dumps(proposed["long"]) == "false"


def test_signs_that_nobody_reads_come_back_in_the_record():
    bold, item = reviewing._bare("**Kapınıza geldik**"), reviewing._bare("- **Waar:** {plek}")
    assert bold == ("**", "Kapınıza geldik", "**")
    assert item == ("- ", "**Waar:** {plek}", "")
    known = {
        "texts": [{"at": "body.1", "dutch": "0" * 8, "hash": "", "text": bold[1], "blanks": []}],
        "privacy": privacy.exported(),
    }
    known["texts"][0] |= {"before": bold[0], "behind": bold[2]}
    with logic(*SCRIPTS) as engine:
        engine.context.eval(
            f"const review = Review({json.dumps({**known, 'of': 'berichten/a', 'language': 'tr', 'editors': ''})});"
        )
        answers = [{"answer": "better", "better": "Size geldik"}]
        text: str = engine.evaluate("filled => review.file(filled)", values(answers=answers))
    assert '    text: "**Size geldik**"\n' in text
