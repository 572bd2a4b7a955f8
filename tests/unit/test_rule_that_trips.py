"""A rule over which a library trips is a finding that names the file; every other rule is heard as well."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from conftest import KLEIN
from handboek import checks
from handboek.content import open_handbook
from handboek.finding import Finding
from handboek.handbook import Handbook

SHEET, LESSON = "tools/worksheets/lijstje.yml", "docs/lessen/groet-eerst.md"


@pytest.fixture
def book() -> Handbook:
    return open_handbook(KLEIN)


def told(book: Handbook, monkeypatch: pytest.MonkeyPatch, **does: object) -> list[tuple[str, str]]:
    """What the check says where its first rule does this."""
    first = replace(checks.RULES[0], check=None, check_text=None)
    monkeypatch.setattr(checks, "RULES", (replace(first, **does), *checks.RULES[1:]))
    return [(finding.path, finding.severity) for finding in checks.run(book)]


def test_over_one_text(book: Handbook, monkeypatch: pytest.MonkeyPatch):
    def trips(passage: object) -> Iterator[Finding]:
        if passage.entry.document.path == SHEET:  # type: ignore[attr-defined]
            raise RecursionError
        yield from ()

    assert {path for path, _ in told(book, monkeypatch, check_text=trips)} == {SHEET}


def test_over_the_files_that_hold_what_it_cannot_bear(book: Handbook, monkeypatch: pytest.MonkeyPatch):
    def trips(handbook: Handbook) -> Iterator[Finding]:
        if {SHEET, LESSON} & handbook.documents.keys():
            raise RecursionError
        yield from ()

    assert {path for path, _ in told(book, monkeypatch, check=trips)} == {SHEET, LESSON}


def test_over_all_of_it_together(book: Handbook, monkeypatch: pytest.MonkeyPatch):
    def trips(handbook: Handbook) -> Iterator[Finding]:
        if len(handbook.documents) > 1:
            raise RecursionError
        yield from ()

    assert {path for path, _ in told(book, monkeypatch, check=trips)} == {"phases/method.yml"}
