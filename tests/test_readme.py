"""The README tells the truth: its pictures are current and its commands exist."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from conftest import ROOT
from handboek.handbook import Handbook
from pictures import FOLDER, SHOWN, made_from

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", SHOWN)
def test_the_pictures_show_what_there_is_now(handbook: Handbook, name: str):
    shown = Image.open(FOLDER / f"{name}.png").info.get("made-from")
    assert shown == made_from(handbook, name), "the picture is out of date: run `make pictures`"


def test_every_make_target_is_named_and_exists():
    targets = set(re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {one or other for one, other in re.findall(r"`make ([a-z-]+)|^make ([a-z-]+)", README, re.MULTILINE)}
    assert named == targets


def test_every_folder_in_the_table_exists():
    for folder in re.findall(r"^\| `([a-z/]+)/` \|", README, re.MULTILINE):
        assert (ROOT / folder).is_dir(), folder
