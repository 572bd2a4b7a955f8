"""What commands write is the same to the byte too: wherever, whenever and by whomever they are given."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest

import digest
from command import handboek
from conftest import ROOT

pytestmark = pytest.mark.hard

CONTENT = ("phases", "tools", "docs", "macros", "mkdocs.yml")
MADE = {
    "a letter": ("letter", "niet-thuis", "--open-plekken", "--vul", "organisatie=Woonpalet", "-o", "{}/brief.pdf"),
    "a letter in another language": (
        "letter",
        "niet-thuis",
        "--taal",
        "ar",
        "--met-nederlands",
        "--open-plekken",
        "-o",
        "{}/brief.pdf",
    ),
    "a letter for Word": ("letter", "uitnodiging", "--taal", "tr", "--open-plekken", "-o", "{}/brief.docx"),
    "a pack": ("pack", "proeftuin-fasen", "--mensen", "12", "--begin", "13:15", "--kort", "-o", "{}/map.pdf"),
    "print jobs": ("pack", "proeftuin-fasen", "--mensen", "12", "--per-papier", "--enkelzijdig", "-o", "{}"),
    "a pack for Word": ("pack", "week-1", "--als", "word", "-o", "{}/map.zip"),
    "translations to be checked": ("language", "out", "pl", "berichten/niet-thuis/", "-o", "{}"),
    "an edition": ("edition", "new", "{}/uitgave", "--from", ".", "--naam", "Ons", "--organisatie", "Woonpalet"),
}
SURROUNDINGS: tuple[tuple[str, dict[str, str], dict[str, Any]], ...] = (
    ("hier", {"TZ": "KIR-14", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}, {}),
    ("ergens anders/é & co", {"TZ": "LAX8", "PYTHONHASHSEED": "2", "LC_ALL": "C"}, {"umask": 0o077}),
)


DAY = re.compile(rb'"opgehaald": "[0-9-]{10}"')
"""The day on which an edition took its base: it may be another one elsewhere."""


@pytest.mark.parametrize("words", MADE.values(), ids=MADE)
def test_a_command_writes_the_same_bytes(tmp_path: Path, words: tuple[str, ...]):
    found = []
    for folder, surroundings, options in SURROUNDINGS:
        root = tmp_path / folder
        root.mkdir(parents=True)
        for name in CONTENT:
            copied = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copied(ROOT / name, root / name)
        made = root / "gemaakt"
        made.mkdir()
        result = handboek(root, *(word.format(made) for word in words), env=surroundings, **options)
        assert result.returncode == 0, result.stderr
        for base in made.rglob("basis.json"):
            base.write_bytes(DAY.sub(b"", base.read_bytes()))
        found.append(digest.files(made))
    one, other = found
    assert one, "it wrote nothing"
    assert sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name)) == []
