"""What Markdown is here: one parser, and what counts as HTML; for who reads it, checks it and shows it."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

HTML = re.compile(r"<(?=[a-zA-Z/!?])(?!(?:https?://|mailto:)[^\s<>]{1,2000}>)")
"""Where a browser would begin a tag or a comment, also where CommonMark would not; a link between angle brackets is none."""


def parser(of: type[MarkdownIt] = MarkdownIt) -> MarkdownIt:
    """A parser of the Markdown of this project: CommonMark with tables, in which HTML is text."""
    return of("commonmark", {"html": False}).enable("table")
