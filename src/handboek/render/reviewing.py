"""The pages on which somebody who speaks a language reads a translation beside the Dutch, and says what is right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from handboek import privacy
from handboek.handbook import Piece
from handboek.headings import Headings
from handboek.markdown import line, plain
from handboek.model.introspect import fields_of
from handboek.model.text import BLANK
from handboek.model.translation import Translated
from handboek.render import lesson_form
from handboek.render.renderer import Page, Renderer
from handboek.translations import LABEL, Match, matched, parted, stands

FOLDER = "nakijken"
"""The last part of the address of such a page, below that of its translation; and the list of them all."""
RECORDS = "nagekeken"
"""The folder in which somebody with an account proposes a record; an editor takes it in, and it lies in no content."""
SCRIPTS = ("privacy.js", "review-form.js")
BOLD = "**"
LINK = re.compile("</?a(?: [^<>]*)?>")


@dataclass(frozen=True)
class Row:
    """A text to read: the Dutch and what stands for it, without the signs of a list, a heading or a line in bold."""

    match: Match
    before: str
    """The signs in front of the text, which whoever reads it needs not see; they come back in the record."""
    text: str
    behind: str

    @property
    def label(self) -> bool:
        """Whether it says what goes into a blank, and is no part of the letter itself."""
        return self.match.unit.field == LABEL

    @property
    def dutch(self) -> Markup:
        return _shown(_bare(self.match.unit.text)[1])

    @property
    def theirs(self) -> Markup:
        return _shown(self.text) if self.match.given else Markup()

    @property
    def signs(self) -> bool:
        """Whether signs are left that somebody who writes must keep."""
        return BOLD in self.text or "](" in self.text


def rows(translation: Piece) -> list[Row]:
    """The texts of a translation as somebody reads them: the letter first, and last what goes into its blanks."""
    assert translation.of
    found = matched(translation.of, translation.data)
    made = [Row(one, *_bare((one.given or one.unit).text)) for one in found]
    return sorted(made, key=lambda row: row.label)


def _bare(text: str) -> tuple[str, str, str]:
    """A text as the signs in front of it, what somebody reads, and the signs behind it."""
    before, said, behind = parted(text)
    if behind == BOLD and said.startswith(BOLD) and said.count(BOLD) == 1:
        return before + BOLD, said.removeprefix(BOLD), behind
    return before, said + behind, ""


def _shown(text: str) -> Markup:
    """A text as it looks, each blank in a box; a link leads nowhere here."""
    html = LINK.sub("", line(text))
    return Markup(BLANK.sub(lambda blank: f'<span class="gap">{escape(blank[0])}</span>', html))


def pages(renderer: Renderer) -> Iterator[Page]:
    """One for each translation."""
    return (_page(renderer, one) for one in _translations(renderer))


def addresses(renderer: Renderer) -> list[str]:
    """Where they stand."""
    return [_address(one) for one in _translations(renderer)]


def page_at(renderer: Renderer, address: str) -> Page | None:
    """The page at this address, where it is one of them."""
    return next((_page(renderer, one) for one in _translations(renderer) if _address(one) == address), None)


def _translations(renderer: Renderer) -> list[Piece]:
    return [one for one in renderer.handbook.of("translation") if stands(one) and not one.withdrawn]


def _address(translation: Piece) -> str:
    return f"{translation.address}{FOLDER}/"


def _page(renderer: Renderer, translation: Piece) -> Page:
    assert translation.of
    language = translation.language
    title = f"Help nakijken: {plain(translation.of.title)}, {language.dutch}"
    summary = f"Lees de vertaling naast het Nederlands, en zeg wat klopt en wat beter kan ({language.dutch})."
    headings = Headings()
    read = rows(translation)
    known = _known(renderer, translation, read, f"{plain(translation.of.title)}, {language.dutch}")
    told = {"language": language, "rows": read, "known": known}
    html = renderer.fill("pieces/review.html", headings, piece=translation, **told)
    found, path = tuple(headings.found), translation.path
    return Page(_address(translation), title, summary, str(html), found, path, "index", SCRIPTS, (), unlisted=True)


def _known(renderer: Renderer, translation: Piece, read: list[Row], called: str) -> Markup:
    """What the script needs: of each text its place and hashes, and where the record goes."""
    return lesson_form.in_page(
        {
            "of": translation.data.of,
            "language": translation.data.language,
            "called": called,
            "editors": renderer.mail,
            "new": f"{renderer.repo}/new/main/{RECORDS}",
            "privacy": privacy.exported(),
            "longest": fields_of(Translated)["text"].shape.longest,
            "texts": [
                {
                    "at": row.match.unit.at,
                    "dutch": row.match.unit.hash,
                    "hash": row.match.given.hash if row.match.given else "",
                    "text": row.text if row.match.given and not row.match.stale else "",  # else the same may be better
                    "before": row.before,
                    "behind": row.behind,
                    "blanks": sorted(set(BLANK.findall(row.match.unit.text))),
                }
                for row in read
            ],
        }
    )
