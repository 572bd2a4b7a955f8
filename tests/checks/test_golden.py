"""The exact Dutch text of every message.

Each file in `golden/` holds fragments (see fragments.py), each with the lines that the check says of it behind `=>`.
`GOLDEN=write pytest tests/checks/test_golden.py` writes those lines anew; read the difference as an author would.
"""

import itertools
import os
import re
from pathlib import Path

import pytest
from fragments import HEADER, found, today  # noqa: F401

from handboek import checks, load, report, validation

GOLDEN = sorted((Path(__file__).parent / "golden").glob("*.txt"))


def cases(text):
    """Each case as its fragment and the lines that are expected."""
    starts = [match.start() for match in HEADER.finditer(text)] + [len(text)]
    for start, end in itertools.pairwise(starts):
        lines = text[start:end].rstrip("\n").split("\n")
        expected = [line.removeprefix("=> ") for line in lines if line.startswith("=> ")]
        yield "\n".join(line for line in lines if not line.startswith("=> ")).rstrip("\n") + "\n", expected


def says(fragment, file):
    return list(report.lines(found(fragment, language=file.stem == "taal"))) or ["Alles klopt."]


@pytest.mark.parametrize("file", GOLDEN, ids=lambda file: file.stem)
def test_messages(file):
    text = file.read_text(encoding="utf-8")
    if os.environ.get("GOLDEN") == "write":
        written = [fragment + "".join(f"=> {line}\n" for line in says(fragment, file)) for fragment, _ in cases(text)]
        file.write_text("\n".join(written), encoding="utf-8")
        text = file.read_text(encoding="utf-8")
    wrong = [(fragment, said) for fragment, expected in cases(text) if (said := says(fragment, file)) != expected]
    assert wrong == []


def test_every_rule_speaks_in_a_golden_file():
    spoken = {
        code
        for file in GOLDEN
        for code in re.findall(r"^=> .+?:\d+:\d+: \w+ ([a-z-]+): ", file.read_text(), re.MULTILINE)
    }
    elsewhere = {
        "te-groot",
        "vastgelopen",
        "afgebroken",
        "tekens",
        "koppeling",
        "gemaakt",
        "onleesbaar",
        "methode",
        "uitgave",  # these two of editions: tests/editions
        "botsing",
    }  # test_reading.py
    assert spoken | elsewhere == set(checks.CODES)


def test_every_kind_of_error_has_a_golden_case(monkeypatch):
    """Those that only Python data can raise (a float, bytes, a moment) never come from a file."""
    raised = set()

    def explain(errors, entry):
        raised.update(error["type"] for error in errors)
        return validation.explain(errors, entry)

    monkeypatch.setattr(load, "explain", explain)
    for file in GOLDEN:
        for fragment, _ in cases(file.read_text(encoding="utf-8")):
            found(fragment)
    never_from_text = {
        "string_unicode",
        "int_from_float",
        "int_type",
        "bool_type",
        "date_type",
        "date_parsing",
        "date_from_datetime_inexact",
        "model_attributes_type",
        "int_parsing_size",
    }
    of_editions = {"both_plurals", "one_change", "where_change"}  # tests/editions/test_looks.py
    assert raised | never_from_text | of_editions >= set(validation.TEXTS)


def test_no_message_speaks_of_python():
    words = re.compile(r"\b(None|dict|list|str|int|bool|tuple|NoneType|pydantic|Traceback|loc|string|integer|object)\b")
    for file in GOLDEN:
        for _, expected in cases(file.read_text(encoding="utf-8")):
            assert [line for line in expected if words.search(line)] == []
