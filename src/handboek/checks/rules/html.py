"""Een tekst bevat geen HTML.

Opmaak doe je met Markdown: `**vet**`, `*schuin*`, een lijst met streepjes. HTML verschijnt als gewone tekst, ook
op papier. Een browser ziet in elk `<` met een letter, `/`, `!` of `?` erachter het begin van HTML. Bedoel je *kleiner dan*,
schrijf dat dan in woorden of zet er een spatie achter. Tussen `` ` `` mag het wel, maar niet in een titel of samenvatting:
die staan ook op plekken waar geen opmaak kan.

Goed:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten **iedereen**.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten <b>iedereen</b>.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding
from handboek.markdown import HTML
from handboek.wording import shown

CODE = "html"
SEVERITY = "error"

INSTEAD = {
    "b": "Gebruik `**vet**`.",
    "strong": "Gebruik `**vet**`.",
    "i": "Gebruik `*schuin*`.",
    "em": "Gebruik `*schuin*`.",
    "a": "Gebruik `[tekst](adres)`.",
    "img": "Gebruik `![wat er te zien is](adres)`.",
    "br": "Begin een nieuwe alinea met een lege regel.",
    "ul": "Gebruik streepjes.",
    "li": "Gebruik streepjes.",
    "!--": "Een opmerking zou te lezen zijn; haal haar weg.",
}
NAME = re.compile(r"/?(!--|[a-zA-Z0-9]*)")
BARE = ("title", "summary")
"""The fields that also stand where no marks are: in the tab of a browser, in a list, in a search result."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each piece of HTML; a closing tag goes with its opening tag."""
    if "<" not in passage.value and "&" not in passage.value:
        return
    text = passage.text
    bare = passage.loc[0] in BARE
    opened: set[str] = set()
    for found in HTML.finditer(passage.value if bare else text.bare):
        tag = _tag(passage.value, found.start())
        name = (NAME.match(passage.value, found.start() + 1) or ["", ""])[1].lower()
        if tag.startswith("</") and name in opened:
            continue
        opened.add(name)
        what = f"Hier staat HTML: `{shown(tag, 40)}`."
        helps = INSTEAD.get(name, "Schrijf het zonder HTML, of haal het weg.")
        yield passage.say_from(found.start(), found.start() + len(tag), what, helps)
    if bare:
        yield from _spelled(passage)


def _spelled(passage: Passage) -> Iterator[Finding]:
    """HTML in a title that is there only when its marks are read: `&lt;b>`, or a `<` behind a backslash."""
    for found in SPELLED.finditer(passage.value):
        what = f"Hier staat HTML: `{shown(found[0], 40)}`."
        yield passage.say_from(*found.span(), what, "Schrijf het zonder HTML, of haal het weg.")


SPELLED = re.compile(r"(?:&lt;?|&#0{0,5}60;?|&#x0{0,5}3c;?)(?=[a-zA-Z/!?&])", re.IGNORECASE)


def _tag(text: str, start: int) -> str:
    """A tag or comment as it stands in the text, to the end of its line at most."""
    line = text[start : start + 2000].split("\n", maxsplit=1)[0]
    close = "-->" if line.startswith("<!--") else ">"
    end = line.find(close)
    return line[: end + len(close)] if end >= 0 else line[:40]
