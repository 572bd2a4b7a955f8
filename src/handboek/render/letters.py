"""A letter on a page: its blanks with their labels, and what a script needs to fill them in."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from handboek.model.text import BLANK
from handboek.model.tools import Blank


def filled(html: str, blanks: tuple[Blank, ...], known: Mapping[str, str]) -> Markup:
    """A letter in which each `{name}` has become what is known of it, or a blank to fill in with its label."""
    labels = {blank.id: blank.label for blank in blanks}
    show = Markup('<span class="blank" data-blank="{}">{}</span>').format

    def told(match: re.Match[str]) -> Markup:
        return escape(known[match[1]]) if match[1] in known else show(match[1], labels.get(match[1], match[1]))

    return Markup(BLANK.sub(told, html))


def letter_texts(data: Any, known: Mapping[str, str]) -> str:
    """What a script needs to fill in a letter: its texts with their blanks, and what goes into each; JSON."""
    labels = {blank.id: blank.label for blank in data.blanks}
    told = {"body": data.body, "short": data.short or "", "size": data.size, "labels": labels, "known": dict(known)}
    return json.dumps(told, ensure_ascii=False)
