"""What stands behind a sentence: the numbers of its sources, or that its words are those of an edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from handboek import adapted, markdown
from handboek.handbook import Handbook, Piece
from handboek.model.text import OWN, Statement

WORD_JOINER = "\u2060"
Cite = Callable[[tuple[str, ...]], Markup]
"""What stands behind a sentence for the sources that it rests on."""


def said(value: Statement | str | None, cite: Cite) -> Markup:
    """A statement with the numbers of its sources."""
    if value is None:
        return Markup("")
    if isinstance(value, str):
        return markdown.line(value)
    return markdown.line(value.text) + cite(value.source)


def cite_numbers(numbers: Mapping[str, int], own: Markup, sources: tuple[str, ...]) -> Markup:
    """Small numbers that lead to the sources at the foot of the page; never alone on the next line.

    Behind words of an edition's own stands `own`.
    """
    marks = [
        Markup('{}<a class="cite" href="#waar-dit-op-rust" aria-label="bron {n}">{n}</a>').format(
            WORD_JOINER, n=numbers[key]
        )
        for key in sources
        if key in numbers
    ]
    return Markup("").join([*marks, *([own] if OWN in sources else [])])


def own_words(handbook: Handbook, piece: Piece | None = None) -> Markup:
    """What stands behind words of an edition's own, in a piece where that is known: it leads to what the base says."""
    if handbook.origin is None:
        return Markup("")
    found = adapted.of(handbook, piece) if piece else None
    mark = '{}<a class="cite" data-own-words href="/{}/{}" aria-label="eigen tekst van {}">eigen</a>'
    return Markup(mark).format(
        WORD_JOINER, adapted.PAGE, f"#{found.anchor}" if found else "", handbook.origin.edition.organisation
    )
