"""The preview of the form shows a lesson as its page does: both read the same Markdown, and give the same."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from py_mini_racer import MiniRacer

from conftest import ROOT
from handboek import markdown

HERE = Path(__file__).parent
ASSETS = ROOT / "overrides" / "site" / "assets"
CASES: list[str] = yaml.safe_load((HERE / "markdown.yml").read_text(encoding="utf-8"))
WORDS = [
    "een",
    "**twee**",
    "*drie*",
    "2014.",
    "Let op:",
    "**Let op:**Niet",
    "[x](/y/)",
    "`code`",
    "a_b_c",
    "<b>",
    "&amp;",
    "é",
    "**",
    "_",
    "\\",
]
STARTS = ["", "- ", "  - ", "    ", "1. ", "2014. ", "### ", "> ", "* ", "| a | b |", "--|--", "---", "```", "\t"]


class Tree(HTMLParser):
    """The page's HTML as the tree that the preview makes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[list[Any]] = [[]]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        inside: list[Any] = []
        if tag != "img":
            kept = {name: value for name, value in attrs if name in ("href", "title", "start")}
            self.stack[-1].append([tag, kept, inside])
        if tag not in ("br", "hr", "img"):
            self.stack.append(inside)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("br", "hr", "img"):
            self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].append(data)


def tidy(tree: list[Any], pre: bool = False) -> list[Any]:
    """Without the line ends between blocks, which nobody sees, and with neighbouring texts as one."""
    found: list[Any] = []
    for one in tree:
        if isinstance(one, str):
            if found and isinstance(found[-1], str):
                found[-1] += one
            else:
                found.append(one)
        else:
            tag, attributes, inside = one
            found.append([tag, attributes, tidy(inside, pre or tag == "pre")])
    blocks = {
        "p",
        "ul",
        "ol",
        "li",
        "blockquote",
        "pre",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "h2",
        "h3",
        "h4",
        "h5",
    }
    if any(not isinstance(one, str) and one[0] in blocks for one in found):
        found = [one.strip("\n") if isinstance(one, str) else one for one in found]
    return [one for one in found if one != ""]


@pytest.fixture(scope="module")
def preview() -> Iterator[Any]:
    with MiniRacer() as context:
        for name in ("vendor/markdown-it.js", "logic/lesson-preview.js"):
            context.eval((ASSETS / name).read_text(encoding="utf-8"))
        context.eval(
            "const flat = (parts) => parts.map((part) => typeof part === 'string' ? part : [part.tag, part.attributes, flat(part.inside)]);"
        )
        yield lambda kind, texts: json.loads(
            str(context.eval(f"JSON.stringify({json.dumps(texts)}.map(text => flat(Preview.{kind}(text))))"))
        )


def same(preview: Any, texts: list[str]) -> None:
    for text, tree in zip(texts, preview("blocks", texts), strict=True):
        assert tidy(tree) == tidy(Tree(str(markdown.block(text, shift=1))).stack[0]), text


def test_the_table_is_large():
    assert len(CASES) >= 90
    assert len(set(CASES)) == len(CASES)


def test_the_preview_and_the_page_read_each_text_the_same(preview: Any):
    same(preview, CASES)


def test_they_read_a_line_the_same(preview: Any):
    for text, tree in zip(CASES, preview("line", CASES), strict=True):
        assert tidy(tree) == tidy(Tree(str(markdown.line(text))).stack[0]), text


def test_they_read_what_comes_by_chance_the_same(preview: Any):
    chance = random.Random(20261130)
    texts = [
        "\n".join(
            chance.choice(STARTS) + chance.choice(["", " "]).join(chance.choices(WORDS, k=chance.randint(0, 5)))
            for _ in range(chance.randint(1, 7))
        )
        for _ in range(1500)
    ]
    same(preview, texts)


def test_a_text_of_a_million_letters_is_cut(preview: Any):
    (tree,) = preview("blocks", ["a " * 500_000])
    assert len(json.dumps(tree)) < 30_000
