"""The telephone numbers of the handbook, to tap where a page names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from handboek.handbook import Handbook
from handboek.model.edition import dial
from handboek.model.reference import CALLED
from handboek.render.running_text import changed, either


@dataclass(frozen=True)
class Numbers:
    """Numbers as they are written, each with what a telephone dials."""

    tel: Mapping[str, str]

    @cached_property
    def _written(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w/+.,€-])(?:{either(self.tel)})(?![\w%-]|[.,]\d)")

    def link(self, html: str) -> str:
        """The HTML in which each number can be tapped; in running text one of three digits only where it is called."""
        if not self.tel or not self._written.search(html):  # most pages name none
            return str(html)
        return changed(html, self._linked)

    def _linked(self, text: str) -> str:
        def link(found: re.Match[str]) -> str:
            alone = found[0] == text.strip()
            if len(found[0]) <= 3 and not alone and not CALLED.search(text, 0, found.start()):
                return found[0]
            return f'<a href="{self.tel[found[0]]}">{found[0]}</a>'

        return self._written.sub(link, text)


def numbers_of(handbook: Handbook) -> Numbers:
    """The numbers of a handbook, and those of whose edition it is."""
    own = handbook.origin.edition.phones if handbook.origin else ()
    return Numbers(
        {piece.data.number: piece.data.tel for piece in handbook.of("number")} | {one: dial(one) for one in own}
    )
