"""A form asks only what may be asked in these words; two files together, so that no golden example can show it."""

from __future__ import annotations

from fragments import found, today  # noqa: F401

FORM = """# tools/worksheets/tabelletje.yml
sheet:
  layout: vragenlijst
  instruction: [Zet bij elke vraag een kruisje.]
  questions: [groeten]
"""
NO_WORDS = """# tools/vragen.yml
questions:
  - slug: groeten
    title: Groeten
    about: Wie er groet.
    purpose: uitkomst
    instrument: Een vraag van een ander.
    licence: Vraag het de makers.
    answers: [ja, soms, nee]
    moments: [voor, na]
    counted: Tel wie ja zegt.
"""


def said(fragments: str) -> list[str]:
    return [f"{one.path}:{one.line} {one.text}" for one in found(fragments) if one.code == "meetvraag"]


def test_a_form_may_ask_what_has_its_words_here():
    assert said(FORM) == []


def test_a_form_does_not_ask_what_has_no_words_here():
    assert said(FORM + NO_WORDS) == [
        "tools/worksheets/tabelletje.yml:14 Van de vraag `groeten` staan de woorden niet in de lijst."
    ]
