"""The language of formulas: what a program writes, what it comes to, and what is refused."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest

from handboek import formula
from handboek.formula import FormulaError

CELLS = {"a": 7, "b": 3, "leeg_vak": None, "woord": "Ja", "dag": datetime.date(2026, 11, 24)}
COLUMNS = {"a": (1, 2, None, "x", 2), "woord": ("ja", "Nee", "ja", None, ""), "leeg_vak": ()}
SETS = {"woord": ("ja", "nee", "nog niets")}


def find(name: str, use: str) -> Any:
    return {"cell": CELLS, "column": COLUMNS, "choices": SETS, "words": SETS}[use][name]


@pytest.mark.parametrize(
    ("text", "written", "comes_to"),
    [
        ("a + b * 2", "(a+(b*2))", 13),
        ('als(a > b, "meer", "minder")', 'IF((a>b),"meer","minder")', "meer"),
        ("en(a == 7, niet(b == 7))", "AND((a=7),NOT((b=7)))", True),
        ("of(leeg(a), gevuld(b))", "OR((LEN(a)=0),(LEN(b)>0))", True),
        ("leeg(leeg_vak)", "(LEN(leeg_vak)=0)", True),
        ('woord == "ja"', '(woord="ja")', True),
        ("som(a)", "SUM(a)", 5),
        ("gemiddelde(a)", 'IF(COUNT(a)=0,"",AVERAGE(a))', 5 / 3),
        ("gemiddelde(leeg_vak)", 'IF(COUNT(leeg_vak)=0,"",AVERAGE(leeg_vak))', ""),
        ("aantal(a)", "SUMPRODUCT(--(LEN(a)>0))", 4),
        ('aantal_waar(woord, "ja")', 'SUMPRODUCT(--(TRIM(woord&"")=TRIM("ja"&"")))', 2),
        ('aantal_waar(woord, "ja", a, 1)', 'SUMPRODUCT((TRIM(woord&"")=TRIM("ja"&""))*(TRIM(a&"")=TRIM(1&"")))', 1),
        ('aantal_waar(woord, "")', 'SUMPRODUCT(--(TRIM(woord&"")=TRIM(""&"")))', 2),
        ("hoogste(a) - laagste(a)", '(IF(COUNT(a)=0,"",MAX(a))-IF(COUNT(a)=0,"",MIN(a)))', 1),
        ("grootste(a, b, 4)", "MAX(a,b,4)", 7),
        ("getallen(a, woord, leeg_vak)", "COUNT(a,woord,leeg_vak)", 1),
        ("deel(a, 0)", 'IF(0=0,"",a/0)', ""),
        ("omhoog(174 * 70, 100)", "QUOTIENT((174*70)+100-1,100)", 122),
        ("rond(a * 10, 20)", "QUOTIENT(2*(a*10)+20,2*20)", 4),
        ("plaats(woord)", "IFERROR(MATCH(woord,woord,0),0)", 1),
        ("kleinste(a, b)", "MIN(a,b)", 3),
        ('samen("nog ", a, " te gaan")', '("nog "&a&" te gaan")', "nog 7 te gaan"),
        ('begint(woord, "j")', '(LEFT(woord,LEN("j"))="j")', True),
        ("dag > 1", "(dag>1)", True),
    ],
)
def test_a_formula_in_a_program_and_as_a_value(text: str, written: str, comes_to: Any):
    assert formula.excel(text, lambda name, _: name) == written
    assert formula.value(text, find) == comes_to


def test_words_that_are_none_are_nowhere():
    assert formula.excel("een_van(a, b)", lambda name, use: () if use == "words" else name) == "OR(FALSE)"
    assert formula.value("een_van(a, b)", lambda name, use: () if use == "words" else "ja") is False


def test_words_are_spelled_out():
    spelled = formula.excel("nog_niet(a, b)", lambda name, use: ("ja", "nee") if use == "words" else name)
    assert spelled == 'TRIM(IF(OR(a="ja",b="ja"),"","ja ")&IF(OR(a="nee",b="nee"),"","nee "))'
    assert formula.value("nog_niet(a, b)", lambda name, use: ("ja", "nee") if use == "words" else "ja") == "nee"
    either = formula.excel("een_van(a, af)", lambda name, use: ("ja", "nee") if use == "words" else name)
    assert either == 'OR(a="ja",a="nee")'


def test_a_quote_cannot_end_a_word():
    assert formula.excel("""als(a, 'zeg "dag"', "")""", lambda name, _: name) == 'IF(a,"zeg ""dag""","")'


def test_what_cannot_be_worked_out_is_wrong():
    assert formula.value("woord - 1", find) is formula.WRONG
    assert formula.value("als(woord - 1, 1, 2)", find) is formula.WRONG
    assert formula.value("als(a, 1, woord - 1)", find) == 1


@pytest.mark.parametrize(
    "text",
    [
        *(
            "a +",
            "a[0]",
            "a.b.c",
            "lambda: 1",
            "[1, 2]",
            "a if b else a",
            "a and b",
            "a < b < 3",
            "1.5",
            "True",
            "f'{a}'",
        ),
        *("hyperlink('x')", "webservice(a)", "som(1)", "als(a)", "aantal_waar(a)", "aantal_waar(a, 1, b)", "som(x=a)"),
        *(
            "a / b",
            "a ** b",
            "-a",
            "__import__('os')",
            "'a' 'b'[0]",
            "=A1",
            "a!B1",
            "(" * 500,
            "a;b",
            "",
        ),
    ],
)
def test_what_is_not_in_the_grammar_is_refused(text: str):
    with pytest.raises(FormulaError) as told:
        formula.excel(text, lambda name, _: name)
    assert told.value.what.endswith(".") and told.value.helps.endswith(".")


def test_every_function_is_tried():
    source = Path(__file__).read_text(encoding="utf-8")
    assert [name for name in formula.FUNCTIONS if f"{name}(" not in source] == []
