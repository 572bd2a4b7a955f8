"""The pages on which somebody who speaks a language reads a translation beside the Dutch, and says what is right."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from handboek import privacy
from handboek.handbook import Piece
from handboek.headings import Headings
from handboek.markdown import plain
from handboek.model.introspect import fields_of
from handboek.model.text import BLANK
from handboek.model.translation import Translated
from handboek.render import lesson_form
from handboek.render.renderer import Page, Renderer
from handboek.translations import matched, stands

FOLDER = "nakijken"
"""The last part of the address of such a page, below that of its translation; and the list of them all."""
RECORDS = "nagekeken"
"""The folder in which somebody with an account proposes a record; an editor takes it in, and it lies in no content."""
SCRIPTS = ("privacy.js", "review-form.js")


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
    known = _known(renderer, translation, f"{plain(translation.of.title)}, {language.dutch}")
    html = renderer.fill("pieces/review.html", headings, piece=translation, language=language, known=known)
    found, path = tuple(headings.found), translation.path
    return Page(_address(translation), title, summary, str(html), found, path, "index", SCRIPTS, (), unlisted=True)


def _known(renderer: Renderer, translation: Piece, called: str) -> Markup:
    """What the script needs: of each text its place and hashes, and where the record goes."""
    assert translation.of
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
                    "at": match.unit.at,
                    "dutch": match.unit.hash,
                    "hash": match.given.hash if match.given else "",
                    "text": match.given.text if match.given and not match.stale else "",  # else the same may be better
                    "blanks": sorted(set(BLANK.findall(match.unit.text))),
                }
                for match in matched(translation.of, translation.data)
            ],
        }
    )
