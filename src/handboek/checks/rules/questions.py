"""Met een vraag valt te meten.

Op een vragenlijst staan alleen vragen waarvan de woorden hier mogen staan. Een verzonnen rekenvoorbeeld gebruikt de
antwoorden van zijn vraag, begint met de groep waar het gebeurde, en telt niet meer mensen dan er gevraagd zijn.

Goed:

    # tools/vragen.yml
    questions:
      - slug: groeten
        title: Groeten
        about: Wie er groet.
        purpose: uitkomst
        instrument: Een eigen vraag.
        licence: Vrij te gebruiken.
        wording: [{id: groeten, text: Groet u?}]
        answers: [ja, nee]
        moments: [voor, na]
        counted: Tel wie ja zegt.

    # tools/rekenvoorbeeld.yml
    title: twee straten
    summary: Wat je telt.
    question: groeten
    counts: [1]
    called: die groet
    crowds:
      - {name: Dorpsstraat, joined: true, asked: 4, moved: 0, both: [2-1, 1-1]}
      - {name: Kerkstraat, joined: false, asked: 3, moved: 0, both: [2-2, 1-1]}

Fout:

    # tools/vragen.yml
    questions:
      - slug: groeten
        title: Groeten
        about: Wie er groet.
        purpose: uitkomst
        instrument: Een eigen vraag.
        licence: Vrij te gebruiken.
        wording: [{id: groeten, text: Groet u?}]
        answers: [ja, nee]
        moments: [voor, na]
        counted: Tel wie ja zegt.

    # tools/rekenvoorbeeld.yml
    title: twee straten
    summary: Wat je telt.
    question: groeten
    counts: [1]
    called: die groet
    crowds:
      - {name: Dorpsstraat, joined: true, asked: 4, moved: 0, both: [3-1, 1-1]}
      - {name: Kerkstraat, joined: false, asked: 1, moved: 0, both: [2-2, 1-1]}
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from handboek.checks.passages import finding_at
from handboek.document import Loc
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.measuring import QuestionnaireSheet

CODE = "meetvraag"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each question that no form can ask, and each comparison that contradicts itself."""
    for sheet in handbook.of("worksheet"):
        if isinstance(sheet.data.sheet, QuestionnaireSheet):
            for index, slug in enumerate(sheet.data.sheet.questions):
                question = handbook.get("question", slug)
                if question and not question.data.wording:
                    what = f"Van de vraag `{slug}` staan de woorden niet in de lijst."
                    helps = "Geef haar `wording` als de woorden hier mogen staan, of haal haar van dit blad."
                    yield finding_at(sheet, ("sheet", "questions", index), what, helps)
    for piece in handbook.of("comparison"):
        question = handbook.get("question", piece.data.question)
        for loc, what, helps in _wrong(piece.data, len(question.data.answers) if question else None):
            yield finding_at(piece, loc, what, helps)


def _wrong(data: Any, answers: int | None) -> Iterator[tuple[Loc, str, str]]:
    for index, (crowd, joined) in enumerate(zip(data.crowds, (True, False), strict=True)):
        if crowd.joined != joined:
            what = "De eerste groep is die waar het gebeurde, de tweede die waarmee je vergelijkt."
            yield ("crowds", index, "joined"), what, f"Zet hier `{str(joined).lower()}`, of wissel de groepen om."
        there = len(crowd.both) + len(crowd.first_only)
        if there > crowd.asked:
            what = f"De eerste keer antwoordden hier {there} mensen, en er zijn er {crowd.asked} gevraagd."
            yield ("crowds", index, "asked"), what, "Vraag er meer, of laat antwoorden weg."
    if answers == 0:
        yield ("question",), "Deze vraag heeft geen antwoorden.", "Geef haar `answers`, of noem een andere vraag."
    elif answers:
        for loc, answer in _answers(data):
            if answer > answers:
                what = f"Antwoord {answer} bestaat niet: de vraag heeft er {answers}."
                yield loc, what, f"Kies een plaats van 1 tot en met {answers}."


def _answers(data: Any) -> Iterator[tuple[Loc, int]]:
    """Every answer that a comparison names, with its place in the file."""
    yield from ((("counts", index), answer) for index, answer in enumerate(data.counts))
    for number, crowd in enumerate(data.crowds):
        for index, pair in enumerate(crowd.both):
            yield ("crowds", number, "both", index), max(map(int, pair.split("-")))
        for name in ("first_only", "second_only"):
            yield from ((("crowds", number, name, index), one) for index, one in enumerate(getattr(crowd, name)))
