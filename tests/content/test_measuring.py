"""How this handbook lets people measure: words only where they may stand, and figures that somebody else can recalculate."""

from __future__ import annotations

import math
import re

import pytest
import yaml

from conftest import ROOT
from handboek.handbook import Handbook
from handboek.model.measuring import QuestionnaireSheet
from handboek.render import macros
from handboek.render.grounds import resting
from handboek.render.renderer import Renderer

PAGE = "meten-wat-het-doet"
FREE = ("CC BY", "vrij te gebruiken")
"""How a licence says that anybody may use the words."""


@pytest.fixture(scope="module")
def page(handbook: Handbook) -> str:
    piece = handbook.get("page", PAGE)
    assert piece
    html = str(macros.printed(Renderer(handbook, ROOT / "overrides"), piece))
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def forms(handbook: Handbook) -> dict[str, QuestionnaireSheet]:
    sheets = {piece.slug: piece.data.sheet for piece in handbook.of("worksheet")}
    return {slug: sheet for slug, sheet in sheets.items() if isinstance(sheet, QuestionnaireSheet)}


def test_words_stand_only_where_anybody_may_use_them(handbook: Handbook):
    for question in handbook.of("question"):
        licence = question.data.licence or "CC BY 4.0"  # what says nothing is the editors' own
        free = any(word in licence for word in FREE)
        assert free or not question.data.wording, question.slug
    assert {question.slug for question in handbook.of("question") if not question.data.wording} == {
        "buurt-samen",
        "eenzaamheid",
        "psychische-gezondheid",
        "ervaren-stress",
    }


def test_who_gave_the_words_stands_on_the_form(handbook: Handbook):
    """The licence of others asks that they are named."""
    for slug, sheet in forms(handbook).items():
        for question in handbook.some("question", sheet.questions):
            assert question.data.source or "redactie" in question.data.instrument, f"{slug}: {question.slug}"


def test_a_form_promises_only_what_residents_can_trust(handbook: Handbook):
    for slug, sheet in forms(handbook).items():
        said = " ".join(text.text for text in sheet.instruction)
        assert "Meedoen is vrij" in said, slug
        assert "geen naam of adres" in said, slug
        assert "huur" in said, slug
        assert sheet.decline and sheet.sender, slug
        assert {"rondkomen", "psychische-gezondheid"}.isdisjoint(sheet.questions), slug


def test_a_criterion_that_asks_people_names_its_question(handbook: Handbook):
    """Whether it helps is seen by asking: each question of outcome is the measure of a criterion or stands on the form."""
    criteria = {slug for piece in handbook.of("criterion") for slug in piece.data.questions}
    asked = {slug for sheet in forms(handbook).values() for slug in sheet.questions}
    assert {question.slug for question in handbook.of("question")} <= criteria | asked
    for wanted in ("minder-dagelijkse-stress", "minder-onrust", "buren-kijken-om", "terugkoppeling-gezien"):
        assert next(one for one in handbook.of("criterion") if one.slug == wanted).data.questions, wanted


def test_a_criterion_is_asked_at_moments_of_its_questions(handbook: Handbook):
    for criterion in handbook.of("criterion"):
        for question in handbook.some("question", criterion.data.questions):
            assert set(criterion.data.moments) & set(question.data.moments), f"{criterion.slug}: {question.slug}"


def test_the_worked_example_can_be_recalculated(page: str):
    """From the file alone, with sums of its own: what the page says is what the made-up answers give."""
    data = yaml.safe_load((ROOT / "tools" / "rekenvoorbeeld.yml").read_text(encoding="utf-8"))
    changes, spreads, loose = [], [], []
    for crowd in data["crowds"]:
        pairs = [tuple(int(answer) in data["counts"] for answer in pair.split("-")) for pair in crowd["both"]]
        left = [answer in data["counts"] for answer in crowd["first_only"]]
        came = [answer in data["counts"] for answer in crowd["second_only"]]
        first, second, number = sum(one for one, _ in pairs), sum(one for _, one in pairs), len(pairs)
        assert f" {number + len(left)} ({round(100 * (number + len(left)) / crowd['asked'])}%)" in page
        assert f" {number} ({round(100 * number / (number + len(left)))}% van wie eerst antwoordde)" in page
        assert f" {round(100 * first / number)}% " in page and f" {round(100 * second / number)}% " in page
        assert f" {round(100 * sum(left) / len(left))}% " in page
        gone = sum(one and not two for one, two in pairs)
        new = sum(two and not one for one, two in pairs)
        mean = (new - gone) / number
        changes.append(mean)
        spreads.append(((new + gone) / number - mean**2) / (number - 1))
        loose.append((second + sum(came)) / (number + len(came)) - (first + sum(left)) / (number + len(left)))
    difference, error = changes[0] - changes[1], 1.96 * math.sqrt(sum(spreads))
    assert f"twee veranderingen is {said(difference)} procentpunten" in page
    assert f"loopt van {said(difference - error)} tot {said(difference + error)}." in page
    assert ("het kan toeval zijn" in page) == (difference - error <= 0 <= difference + error)
    assert f"vindt {said(loose[0] - loose[1])} in plaats van {said(difference)}." in page


def said(part: float) -> str:
    whole = round(100 * part)
    return f"{'+' if whole > 0 else '−' if whole < 0 else ''}{abs(whole)}"


def test_what_is_made_up_says_so(page: str, handbook: Handbook):
    assert "Verzonnen voorbeeld" in page and "Geen van deze antwoorden is echt" in page
    from handboek import export

    assert "rekenvoorbeeld" not in {piece["slug"] for piece in export.data(handbook, {})["pieces"]}


def test_fewer_complaints_is_no_outcome(handbook: Handbook):
    plan = handbook.get("worksheet", "meetplan")
    assert plan
    assert any("minder klachten" in text.text for text in plan.data.sheet.instruction)
    assert not [one.slug for one in handbook.of("criterion") if "klacht" in one.data.statement]


def test_every_study_says_how_much_of_it_was_read_and_what_rests_on_it(handbook: Handbook):
    studies = [source for source in handbook.of("source") if source.data.kind == "onderzoek"]
    assert len(studies) >= 12
    shown = str(Renderer(handbook, ROOT / "overrides").index("waar-dit-op-rust").html)
    for study in studies:
        assert study.data.read and study.data.address, study.slug
        assert any(said for _, said in resting(handbook, study)), study.slug
        assert f'id="onderzoek-{study.slug}"' in shown
