"""Letters in each language that paper carries: what stands in `languages/`, filled in, as a card, a small and a large letter."""

from __future__ import annotations

import re
import subprocess
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pypdfium2
from markupsafe import Markup
from workbench import PROJECT, samples

from handboek.markdown import block
from handboek.model.translation import DUTCH
from handboek.render.renderer import Renderer
from handboek.render.whole_numbers import whole_numbers
from handboek.sheets.letter import letter
from handboek.sheets.pdf import Pdf, render

PAPERS = ("A6", "A5", "A4")
DIRECTIONS = {"nl": "ltr", "en": "ltr", "tr": "ltr", "pl": "ltr", "uk": "ltr", "ti": "ltr", "ar": "rtl"}
OTHERS = [one for one in DIRECTIONS if one != "nl"]
TURN = {"ar": "انظروا الجهة الأخرى", "ti": "ናብ ካልእ ሸነኽ ርኣዩ", "uk": "Дивіться на звороті"}
"""That it stands on the other side; the other languages borrow the Dutch for it here."""


@dataclass(frozen=True)
class Language:
    id: str

    @property
    def direction(self) -> str:
        return DIRECTIONS[self.id]


def text(language: str, paper: str) -> str:
    """What is written in the letter of a size, as Markdown."""
    file = Path(__file__).parent / "languages" / f"{language}.md"
    return file.read_text(encoding="utf-8").split("\n---\n")[PAPERS.index(paper)].strip()


def paragraphs(language: str, paper: str) -> list[Markup]:
    """The paragraphs of a letter, the first a heading."""
    blocks = text(language, paper).split("\n\n")
    return [letter(str(block(one)), (), False, DUTCH) if at == 0 else block(one) for at, one in enumerate(blocks)]


def sheet(inside: str, paper: str) -> str:
    return f'<html lang="nl"><title>Een brief aan bewoners</title><article class="sheet kind-message size-{paper}">{inside}</article>'


def inside(language: str, html: str) -> str:
    """HTML as part of a letter in a language."""
    direction = DIRECTIONS[language]
    return f'<div class="letter" lang="{language}" dir="{direction}">{whole_numbers(html, direction)}</div>'


@lru_cache
def alone(language: str, paper: str) -> Pdf:
    """A letter in one language."""
    return render(sheet(inside(language, Markup("").join(paragraphs(language, paper))), paper), PROJECT.templates)


def _two(macro: str) -> Any:
    """A macro that lays out two languages."""
    template = Renderer(samples(), PROJECT.templates).environment.get_template("print/two-languages.html")
    return getattr(template.module, macro)


@lru_cache
def both(language: str, paper: str) -> Pdf:
    """A letter in Dutch and another language, each on a side of its own."""
    texts = (Markup("").join(paragraphs(one, paper)) for one in ("nl", language))
    made = _two("sides")(*texts, Language(language), TURN.get(language, "Zie de andere kant"))
    return render(sheet(made, paper), PROJECT.templates)


@lru_cache
def beside(language: str, paper: str) -> Pdf:
    """A page in Dutch and another language, beside each other."""
    pairs = list(zip(paragraphs("nl", paper), paragraphs(language, paper), strict=True))
    return render(sheet(_two("both")(pairs, Language(language)), paper), PROJECT.templates)


def pdfium(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def poppler(file: Path, *options: str) -> str:
    return subprocess.run(["pdftotext", *options, file, "-"], capture_output=True, text=True, check=True).stdout


def words(said: str) -> Counter[str]:
    """The words of a text; a mark that says in which direction to read ends a word, as a space does."""
    plain = unicodedata.normalize("NFKC", said)
    signs = (
        "" if sign in "\u200b\u2060\xad" else " " if unicodedata.category(sign) == "Cf" else sign for sign in plain
    )
    return Counter(re.findall(r"\w+", "".join(signs)))
