"""What there is to say of a text in another language, on pages and on paper: a small sign behind it, explained at the foot."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from handboek.handbook import Handbook
from handboek.model.translation import Language
from handboek.translations import ANY_SIGN, SIGNS, How, translations_of

MARKS: Mapping[How, str] = {"stale": "*", "legal": "§", "concept": "°"}
"""What stands behind such a text."""
TITLE = re.compile(r"\A\s*# [^\n]*\n")
INSIDE = re.compile("<[^<>]*[\ue010-\ue014][^<>]*>")
"""A tag with a sign in one of its attributes, where nobody sees a mark."""


def untitled(text: str) -> str:
    """A text of Markdown without its title, where a page has that above it already."""
    return TITLE.sub("", text, count=1)


def marked(html: str) -> Markup:
    """The HTML with each sign of `translations.in_language` as a mark; what is still in Dutch says that it is."""
    if not ANY_SIGN.search(html):
        return Markup(html)
    html = INSIDE.sub(lambda tag: ANY_SIGN.sub("", tag[0]), html)
    opens, closes = SIGNS["missing"]
    html = html.replace(opens, '<span class="in-dutch" lang="nl" dir="ltr">').replace(closes, "</span>")
    for name, mark in MARKS.items():
        html = html.replace(SIGNS[name][1], f'<sup class="text-mark">{mark}</sup>')
    return Markup(html)


OWN_LINK = re.compile(r'<a href="/([^"]*)"')
FOLLOWS = re.compile(r"[\s,;·/]{0,9}<a ")
"""How a text goes on where one link follows another without a word between them."""


def led(handbook: Handbook, html: str, language: Language) -> Markup:
    """HTML of a text in another language in which each link leads to a page in that language, or is marked as leading to Dutch.

    The mark stands apart from the sentence, for the eye alone; who hears the link hears it said in the language itself.
    """
    in_dutch = language.phrases.in_dutch
    hidden = Markup('<span class="screen-reader"> ({})</span>').format(in_dutch) if in_dutch else ""

    def to(link: str, rest: str) -> str:
        found = OWN_LINK.search(link)
        if not found:
            return f"{link}</a>"
        piece = handbook.at(found[1].partition("#")[0])
        there = translations_of(handbook, piece) if piece else ()
        other = next((one for one in there if one.data.language == language.id), None)
        if other:
            return OWN_LINK.sub(f'<a href="/{other.address}" hreflang="{language.id}"', link) + "</a>"
        mark = "" if FOLLOWS.match(rest) else '<span class="link-mark" aria-hidden="true">NL</span>'
        return OWN_LINK.sub(f'{found[0]} hreflang="nl"', link) + f"{hidden}</a>{mark}"

    parts = str(html).split("</a>")  # plain text: what a template hands over would escape what is put beside it
    return Markup("".join(map(to, parts, parts[1:])) + parts[-1])
