"""A letter with blanks: a line to write on, or a field to type in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup, escape

from handboek.model.text import BLANK
from handboek.model.tools import Blank


def letter(html: str, blanks: tuple[Blank, ...], fill: bool, known: Mapping[str, str]) -> Markup:
    """The text with each `{name}` as what is `known` of it, or as a blank: a line with its label behind it, or a field."""
    labels = {blank.id: blank.label for blank in blanks}
    seen: Counter[str] = Counter()

    def show(match: re.Match[str]) -> str:
        name = match[1]
        if name in known:
            return escape(known[name])
        label = labels.get(name, name)
        seen[name] += 1
        if not fill:
            css = "blank long" if len(label) > 22 else "blank"
            return Markup('<span class="{}">({})</span>').format(css, label)
        again = f"-{seen[name]}" if seen[name] > 1 else ""
        return Markup('<input class="field inline" type="text" name="{}" title="{}">').format(name + again, label)

    return Markup(BLANK.sub(show, _headed(str(html))))


def _headed(html: str) -> str:
    """A letter whose first heading is the first of the paper; a line that is bold as a whole is a heading too."""
    lines = re.sub(r"<p><strong>((?:(?!</?strong>).)+)</strong></p>", r"<h2>\1</h2>", html)
    return re.sub(r"^<h2([^>]*)>(.*?)</h2>", r"<h1\1>\2</h1>", lines, count=1)
