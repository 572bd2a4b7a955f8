"""The words of the house hold for the interface too: what a template says is held to the same list."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from conftest import ROOT
from handboek.checks.rules.language.house_words import pattern
from handboek.handbook import Handbook
from handboek.model.kinds import KINDS
from handboek.model.reference import HouseWord, Room

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<script.*?</script>|<style.*?</style>|<[^>]*>", re.DOTALL)
"""What of a template is no text."""
PRINTER = "4 pagina's per vel"
"""What a printer calls it, as the page about printing quotes it."""


def shown(template: Path) -> str:
    """The words of a template, each in its place."""
    text = CODE.sub(lambda match: " " * len(match[0]), template.read_text(encoding="utf-8"))
    return text.replace(PRINTER, "")


def test_a_word_of_the_house_holds_for_kinds_that_there_are():
    assert set(get_args(Room)) <= {kind.folder for kind in KINDS if kind.folder}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "overrides")))
def test_the_interface_uses_the_words_of_the_house(handbook: Handbook, template: Path):
    everywhere = [piece.data for piece in handbook.of("houseword") if not piece.data.only_in]
    assert everywhere
    text = shown(template)
    assert [match[0] for choice in everywhere for match in pattern(choice.avoid).finditer(text)] == []


def rooms(choice: HouseWord) -> set[str]:
    """Where a choice holds."""
    return set(choice.only_in or get_args(Room)) - set(choice.not_in)


def test_no_choice_sends_a_writer_to_a_word_that_another_refuses(handbook: Handbook):
    choices: list[HouseWord] = [piece.data for piece in handbook.of("houseword")]
    refused = [
        (choice.id, words, other.id)
        for choice in choices
        for other in choices
        for words in choice.write
        if rooms(choice) & rooms(other) and pattern(other.avoid).search(words)
    ]
    assert refused == []
