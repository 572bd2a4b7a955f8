"""A letter with blanks: a line to write on, a field to type in, or what is known already."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from markupsafe import Markup, escape

from handboek.model.text import BLANK
from handboek.model.tools import Blank
from handboek.model.translation import Phrases
from handboek.render.letters import label_of

ALONE = re.compile(r'(<span class="blank alinea"[^<>]*></span>)[.,;] ?')
"""Lines to write on, and the sign behind them: whoever writes there ends the sentence."""


def blank(label: str, room: str, phrases: Phrases, language: str = "") -> Markup:
    """A line as long as what goes on it, and nothing else to see; who listens hears what goes there, as on the site.

    `language`: the attributes of what is in another language than the text around it.
    """
    said = ", ".join(filter(None, (label, phrases.open_blank)))
    return Markup('<span class="blank {}" data-said="{}"{}></span>').format(room, said, language)


def letter(
    html: str, blanks: tuple[Blank, ...], fill: bool, phrases: Phrases, known: Mapping[str, str] | None = None
) -> Markup:
    """The text with each `{name}` as what is `known` of it, or as a blank. `phrases`: those of the language of the text."""
    by_name = {blank.id: blank for blank in blanks}
    seen: Counter[str] = Counter()

    def show(match: re.Match[str]) -> str:
        name = match[1]
        if known and known.get(name):
            return escape(known[name])
        one = by_name.get(name)
        label, room = (one.label, one.room) if one else (name, "woord")
        seen[name] += 1
        if not fill:
            return blank(label_of(one) if one else name, room, phrases)
        again = f"-{seen[name]}" if seen[name] > 1 else ""
        return Markup('<input class="field inline {}" type="text" name="{}" title="{}">').format(
            room, name + again, label
        )

    return Markup(ALONE.sub(r"\1", BLANK.sub(show, _signed(_headed(str(html))))))


def _headed(html: str) -> str:
    """A letter whose first heading is the first of the paper; a line that is bold as a whole is a heading too."""
    lines = re.sub(r"<p><strong>((?:(?!</?strong>).)+)</strong></p>", r"<h2>\1</h2>", html)
    return re.sub(r"^<h2([^>]*)>(.*?)</h2>", r"<h1\1>\2</h1>", lines, count=1)


def _signed(html: str) -> str:
    """A letter with room for a signature above the name at its end."""
    return re.sub(r"<p>(\{[a-z0-9-]+\})</p>\s*$", r'<p class="signed">\1</p>', html)
