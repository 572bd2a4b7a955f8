"""Personal data: what must be caught and what must pass, in a lesson and in an example."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from handboek import checks
from handboek.finding import Finding
from handboek.handbook import assemble
from handboek.load import read, with_file
from handboek.privacy import BY_CODE

CASES: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "cases.yml").read_text(encoding="utf-8"))["privacy"]
KLEIN = Path(__file__).parents[1] / "methods" / "klein"
LESSON = "docs/lessen/groet-eerst.md"
EXAMPLE = "docs/praktijk/dorpsstraat.md"


def found(text: str, path: str = LESSON, where: str = "We groetten.") -> list[Finding]:
    """What the check says of the small method with this text in a lesson, about personal data."""
    documents = read(KLEIN)
    changed = documents[path].text.replace(where, text)
    assert changed != documents[path].text
    return [f for f in checks.run(assemble(with_file(documents, path, changed.encode()))) if f.code in BY_CODE]


def test_each_rule_has_cases():
    assert CASES.keys() == BY_CODE.keys()
    for sort in CASES.values():
        assert len(sort["caught"]) >= 3
        assert len(sort["passes"]) >= 3


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in CASES for text in CASES[code]["caught"]])
def test_caught(code: str, text: str):
    findings = [f for f in found(text) if f.code == code]
    assert len(findings) == 1
    assert findings[0].severity == ("warning" if code == "persoonsnaam" else "error")
    assert (findings[0].path, findings[0].line) == (LESSON, 20)
    assert findings[0].width > 5


@pytest.mark.parametrize(("code", "text"), [(code, text) for code in CASES for text in CASES[code]["passes"]])
def test_passes(code: str, text: str):
    assert [f for f in found(text) if f.code == code] == []


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
