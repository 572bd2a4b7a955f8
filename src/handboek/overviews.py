"""The pages that are made from the data as one method has them: in its own words where it has some, and with its tools."""

from __future__ import annotations

from dataclasses import replace

from handboek.handbook import Handbook
from handboek.markdown import plain
from handboek.model.kinds import KINDS, LISTS, List
from handboek.model.words import Overview

BEFORE = "onderweg"
"""The list before which the tools of a method stand."""


def overviews(handbook: Handbook) -> dict[str, List]:
    """Every page that is made from the data, by its address without the last slash, in the order of menu and search.

    A method that could not be read says nothing: then these are the lists that every method has, in neutral words.
    """
    words = {said.at: said for piece in handbook.of("method") for said in piece.data.lists}
    found: dict[str, List] = {}
    for folder, about in LISTS.items():
        if folder == BEFORE:
            found |= tools(handbook)
        found[folder] = _said(about, words[folder]) if folder in words else about
    return found


def tools(handbook: Handbook) -> dict[str, List]:
    """The tools that a method describes, by the address of their page."""
    pieces = (piece for kind in KINDS if kind.tool for piece in handbook.of(kind.type))
    return {piece.slug: List(plain(piece.title), plain(piece.summary), tool=True, template=piece.type) for piece in pieces}


def _said(about: List, words: Overview) -> List:
    """A list with what a method says of it."""
    return replace(
        about,
        title=plain(words.title or about.title),
        summary=plain(words.summary or about.summary),
        intro=words.intro or "",
    )
