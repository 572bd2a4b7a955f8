"""Personal data: what must be caught and what must pass, in a lesson and in an example, by the check and by the form."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from py_mini_racer import MiniRacer

from conftest import ROOT
from handboek import checks, privacy
from handboek.checks.passages import from_practice
from handboek.finding import Finding
from handboek.handbook import Handbook, assemble
from handboek.load import read, with_file
from handboek.privacy import BY_CODE
from handboek.privacy.normalize import plain

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))["privacy"]
CAUGHT = [(code, text) for code in CASES for text in CASES[code]["caught"]]
PASSES = [(code, text) for code in CASES for text in CASES[code]["passes"]]
KLEIN = Path(__file__).parents[1] / "methods" / "klein"
LESSON = "docs/lessen/groet-eerst.md"
EXAMPLE = "docs/praktijk/dorpsstraat.md"

Spans = list[tuple[int, int]]


def marked(case: str) -> tuple[str, Spans]:
    """The text of a case, and the stretches between its marks."""
    text, spans = "", []
    for number, piece in enumerate(re.split("[\u27e6\u27e7]", case)):
        if number % 2:
            spans.append((len(text), len(text) + len(piece)))
        text += piece
    return text, spans


def found(text: str, path: str = LESSON, where: str = "We groetten.") -> list[Finding]:
    """What the check says of the small method with this text in a lesson, about personal data."""
    documents = read(KLEIN)
    changed = documents[path].text.replace(where, text)
    assert changed != documents[path].text
    return [f for f in checks.run(assemble(with_file(documents, path, changed.encode()))) if f.code in BY_CODE]


@pytest.fixture(scope="module")
def script() -> Iterator[Callable[[list[str]], list[dict[str, Spans]]]]:
    """What the form finds in texts: the stretches by sort, counted in letters as Python does."""
    with MiniRacer() as context:
        context.eval((ROOT / "overrides/site/assets/logic/privacy.js").read_text(encoding="utf-8"))
        context.eval(f"const privacy = Privacy({json.dumps(privacy.exported())}, 'redactie@handboek.example');")
        context.eval(
            "const finds = (text) => privacy.find(text).map(({ sort, start, end }) =>"
            " [sort.code, [...text.slice(0, start)].length, [...text.slice(0, end)].length]);"
        )

        def find(texts: list[str]) -> list[dict[str, Spans]]:
            answers = json.loads(str(context.eval(f"JSON.stringify({json.dumps(texts)}.map(finds))")))
            return [
                {code: [(start, end) for one, start, end in answer if one == code] for code in BY_CODE}
                for answer in answers
            ]

        yield find


def test_each_rule_has_cases():
    assert CASES.keys() == BY_CODE.keys()
    assert len(CAUGHT) >= 250 and len(set(CAUGHT)) == len(CAUGHT)
    assert len(PASSES) >= 120 and len(set(PASSES)) == len(PASSES)
    for sort in CASES.values():
        assert len(sort["caught"]) >= 25
        assert len(sort["passes"]) >= 10


@pytest.mark.parametrize(("code", "case"), CAUGHT)
def test_caught(code: str, case: str):
    text, spans = marked(case)
    assert len(spans) == 1
    assert list(BY_CODE[code].find(text)) == spans


@pytest.mark.parametrize(("code", "text"), PASSES)
def test_passes(code: str, text: str):
    assert list(BY_CODE[code].find(text)) == []


def test_the_form_finds_what_the_check_finds(script: Callable[[list[str]], list[dict[str, Spans]]]):
    """All cases, for all sorts and at the same places; glued together as well, so that one case stands beside another."""
    texts = [marked(case)[0] for _, case in CAUGHT + PASSES]
    texts += [
        "\n\n".join(texts),
        " ".join(texts),
        "".join(texts),
        *(text[1:] for text in texts),
        *(text[:-1] for text in texts),
    ]
    for text, answer in zip(texts, script(texts), strict=True):
        assert answer == {code: list(sort.find(text)) for code, sort in BY_CODE.items()}, text


@pytest.mark.parametrize(
    ("text", "line", "column", "width"),
    [
        ("Bel mij op **06**-12345678.", 20, 14, 13),
        ("Eerst dit.\nBel +31 6\n12345678 gerust.", 21, 5, 5),
        ("Het is niet 12, niet 06, maar\n06\n12345678.", 21, 1, 2),
        ("Zij\u200bheeft\u00a006\u201312345678.", 20, 11, 11),
    ],
)
def test_a_finding_points_at_the_words_of_the_author(text: str, line: int, column: int, width: int):
    finding = found(text)[0]
    assert (finding.code, finding.path) == ("telefoonnummer", LESSON)
    assert (finding.line, finding.column, finding.width) == (line, column, width)


@pytest.mark.parametrize("code", CASES)
def test_in_a_lesson(code: str):
    """One finding of each sort, an error but for names, for which a pattern is too unsure."""
    findings = [f for f in found(marked(CASES[code]["caught"][0])[0]) if f.code == code]
    assert [(f.severity, f.path, f.line) for f in findings] == [
        ("warning" if code == "persoonsnaam" else "error", LESSON, 20)
    ]


def test_in_the_data_above_the_text_and_in_examples_too():
    assert [(f.code, f.line) for f in found("summary: Bel 06-12345678.", where="summary: Wie groet, krijgt een praatje.")] == [("telefoonnummer", 3)]  # fmt: skip
    assert [f.code for f in found("place: Dorpsstraat 12, 6531 AB", EXAMPLE, "place: Nergens")] == ["woonadres"]
    assert [f.code for f in found("Bel 06-12345678.", EXAMPLE, "Het was een gewone dag.")] == ["telefoonnummer"]


def test_the_message_does_not_repeat_the_data():
    finding = found("Bel mij op 06-12345678.")[0]
    assert "1234" not in finding.text + finding.advice


def test_an_exception_switches_nothing_off():
    text = "<!-- toegestaan telefoonnummer: het nummer van het wijkcentrum -->\nBel 024 123 45 67."
    assert [f.code for f in found(text)] == ["telefoonnummer"]


def test_a_name_may_stand_there_with_a_reason():
    assert found("<!-- toegestaan persoonsnaam: zij wil genoemd worden -->\nWe spraken mevrouw Bakker.") == []


def test_the_address_of_the_editors_passes(monkeypatch: pytest.MonkeyPatch):
    assert [f.code for f in found("Schrijf naar les@example.org.")] == ["mailadres"]
    monkeypatch.setenv("HANDBOEK_MAIL", "les@example.org")
    assert found("Schrijf naar les@example.org.") == []
    assert found("Schrijf naar **les** @ example.org.") == []


def test_lessons_and_examples_hold_nothing_of_the_kind(handbook: Handbook):
    told = {
        (passage.entry.document.path, code, passage.value[start:end])
        for passage in from_practice(handbook)
        for code, sort in BY_CODE.items()
        for start, end in sort.find(passage.value)
    }
    assert told == set()


def test_every_sign_keeps_its_place():
    """Whatever a sign becomes, the plain text says where it stood, in the author's order; addresses stand behind it."""
    text = (
        "".join(map(chr, range(0x20, 0x3000))) + "\ufb01\u00bd\u338f\U0001d400\U000e0041e\u0301 > \n> &eacute; &#8209;"
    )
    read = plain(text)
    assert len(read.text) == len(read.starts) == len(read.ends)
    assert read.starts == sorted(read.starts) and read.ends == sorted(read.ends)
    assert all(start < end for start, end in zip(read.starts, read.ends, strict=True))
    assert plain("Ma\u0308x\u200b").span(0, 3) == (0, 4)
    assert plain("[a](tel:%30) b").text == "a b\ntel:0"


LONG = """
a|A|0 |06-|a@|[|](|[a](|a.b-|Aa |Aa-|A'|mevrouw |12 |geboren op |*|&#1|&#12;|http://a|nummer 12 Henk |A. |NL91 |Dorpsstraat
|dorpsstraat|Dorpsstraat 12 kleine |6531 AB |1-|woont op de |12: |van der |Laan van |1 2 |(0|+31|a at |a punt |%40|https://wa.me/
|\\|d'|en 12 mei |op Aaa|Jan van |tel |Oude Aa |mevrouw van |geboren te Aa |06,12|op de Aaa 1|op de Markt |Nl0l|I1l|1,2,|geboren 1,|naam -at- |nul 6 1 |> |\u0301|\u00ad\n|-\n|\u2003|\U0001d400
"""
"""Parts that a pattern could stumble over, a thousand times in a row."""


@pytest.mark.parametrize("part", LONG.replace("\n|", "|").strip("\n").split("|"))
def test_twice_as_long_costs_twice_as_much(part: str):
    def cost(length: int) -> float:
        text = (part * (length // len(part) + 1))[:length]
        spent = []
        for _ in range(3):
            plain.cache_clear()
            begun = time.process_time()
            for sort in BY_CODE.values():
                assert sum(1 for _ in sort.find(text)) <= length
            spent.append(time.process_time() - begun)
        return min(spent)

    assert cost(8_000) < 3 * cost(4_000) + 0.01


def test_the_address_that_the_method_says_passes():
    documents = read(ROOT / "tests/methods/klein")
    lesson = documents[LESSON].text.replace("We groetten", "Wij, les@example.org, groetten", 1)
    documents = with_file(documents, LESSON, lesson.encode())
    assert "mailadres" in {finding.code for finding in checks.run(assemble(documents))}
    method = documents["phases/method.yml"].text.replace("release:", "mail: Les@example.org\nrelease:", 1)
    told = checks.run(assemble(with_file(documents, "phases/method.yml", method.encode())))
    assert "mailadres" not in {finding.code for finding in told}
