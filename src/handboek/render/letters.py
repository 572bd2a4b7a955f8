"""A letter on a page: its blanks with their labels, and what a script needs to fill them in, in one language or two."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from markupsafe import Markup, escape

from handboek.blocks import blocks
from handboek.handbook import Piece
from handboek.markdown import block
from handboek.model.text import BLANK
from handboek.model.tools import Blank
from handboek.render.languages import MARKS
from handboek.render.whole_numbers import APART, CLOSE, unbroken, whole_numbers
from handboek.sender import SENDER
from handboek.translations import ANY_SIGN, SIGNS, in_language, said_of

HEADING = re.compile(r"#{1,6} .*")
LONG_LIST = 600
"""So many signs of a list are too much for one row of two languages beside each other."""
BESIDE = re.compile(r" \({0}[^{0}{1}]*{1}\)".format(*SIGNS["missing"]))
"""The Dutch label behind that of another language."""


def filled(html: str, blanks: tuple[Blank, ...], known: Mapping[str, str]) -> Markup:
    """A letter on a page: each `{name}` as what is known of it, or a blank to fill in with its label; numbers in one piece."""
    labels = {blank.id: blank.label for blank in blanks}
    show = Markup('<span class="blank" data-blank="{}" dir="auto">{}</span>').format

    def told(match: re.Match[str]) -> Markup:
        if match[1] in known:
            return escape(known[match[1]])
        return show(match[1], labels.get(match[1], match[1]))

    return unbroken(BLANK.sub(told, html))


def _parts(text: str, long: str) -> Iterator[str]:
    """The parts of a text; a list stands in points where that in `long` is more than fits beside another."""
    apart, measure = (re.split(r"\n\s*\n", one.strip()) for one in (text, long))
    for part, measured in zip(apart, measure, strict=True):
        yield from [one.text for one in blocks(part)] if len(measured) > LONG_LIST else (part,)


def paragraphs(text: str, long: str = "") -> list[Markup]:
    """The parts of a text between its empty lines as HTML: a paragraph or a list, with its heading.

    A long list comes point by point. The same text in another language has as many parts, where `long` says of both which
    lists are: what stands beside each other is said of the same.
    """
    parts: list[str] = []
    for part in _parts(text, long or text):
        if parts and HEADING.fullmatch(parts[-1]):
            parts[-1] += f"\n\n{part}"
        else:
            parts.append(part)
    return [block(part, highest=1) for part in parts]


def pairs(dutch: str, other: str) -> list[tuple[Markup, Markup]]:
    """The paragraphs of a text in Dutch, each with the same in another language.

    Raises `ValueError` where they have not as many: a paragraph without its other would be lost.
    """
    return list(zip(paragraphs(dutch), paragraphs(other, dutch), strict=True))


def letter_texts(piece: Piece, known: Mapping[str, str]) -> str:
    """What a script needs to fill in a letter, as JSON: `Letter` in `overrides/types.d.ts`. Of a translation the Dutch too."""
    of = piece.of or piece
    dutch = {**_texts(of.data), "language": "nl", "direction": "ltr", "closing": "", "brief": ""}
    theirs = _theirs(of, piece) if piece.of else None
    against = {one.id: one.against.model_dump(exclude_none=True) for one in of.data.blanks if one.against}
    told = {"size": of.data.size, "known": dict(known), "against": against, "dutch": dutch, "theirs": theirs}
    return json.dumps(told, ensure_ascii=False)


def short_messages(piece: Piece, known: Mapping[str, str], there: Mapping[str, str]) -> str:
    """What goes into WhatsApp: the short message, and below one in another language the Dutch, which counts.

    `there` is what is known as the other language writes it. The same as `Message.short` in `logic/message.js`.
    """
    if not piece.of:
        return short_message(piece, known)
    return f"{short_message(piece, there)}\n\n———\n\n{short_message(piece.of, known)}"


def short_message(piece: Piece, known: Mapping[str, str]) -> str:
    """The short message of a letter, or of a translation of it, with what is known; an open blank shows what goes there: `[dag]`."""
    of = piece.of or piece
    letter = _theirs(of, piece) if piece.of else {**_texts(of.data), "direction": "ltr", "brief": ""}
    before, after = (APART, CLOSE) if letter["direction"] == "rtl" else ("", "")

    def told(match: re.Match[str]) -> str:
        value = known.get(match[1])
        return f"{before}{value}{after}" if value else f"[{letter['labels'].get(match[1], match[1])}]"

    return "\n\n".join(filter(None, (BLANK.sub(told, letter["short"]), letter["brief"])))


def _texts(data: Any) -> dict[str, Any]:
    """With who sends it below, where the text does not say so: a mail and a short message have no head of a letter."""
    labels = {blank.id: label_of(blank) for blank in data.blanks}
    said = {"body": data.body, "short": data.short or ""}
    if not any(blank.own == "organisatie" for blank in data.blanks):
        labels[SENDER] = "organisatie"
        said = {name: text and f"{text}\n\n{{{SENDER}}}" for name, text in said.items()}
    return {**said, "labels": labels}


def label_of(blank: Blank) -> str:
    """What goes in a blank, in the language of its letter alone."""
    return ANY_SIGN.sub("", BESIDE.sub("", blank.label))


def _theirs(of: Piece, translation: Piece) -> dict[str, Any]:
    """The texts of a translation as they stand in a mail, which has no style: with its marks, and closed by what these mean."""
    language, said = translation.language, _texts(in_language(of, translation.data).data)
    phrases = language.phrases
    notes = [f"{MARKS[name]} {getattr(phrases, name)}" for name in said_of(of, translation.data) if name in MARKS]
    concept = phrases.concept if translation.unreviewed else ""
    plain = {name: _marked(said[name]) for name in ("body", "short")}
    if language.direction == "rtl":
        plain = {name: str(whole_numbers(text, "rtl")) for name, text in plain.items()}
    return {
        **said,
        **plain,
        "language": language.id,
        "direction": language.direction,
        "closing": " ".join(filter(None, (phrases.translated, phrases.dutch_counts, concept, *notes))),
        "brief": concept,
    }


def _marked(text: str) -> str:
    for name, mark in MARKS.items():
        text = text.replace(SIGNS[name][1], mark)
    return ANY_SIGN.sub("", text)
