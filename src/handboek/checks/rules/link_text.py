"""De tekst van een link zegt waar hij heen leidt.

Wie een schermlezer gebruikt, hoort soms alleen de links. "Hier" zegt dan niets. Zet de link op de woorden die zeggen
wat er staat.

Goed:

    # docs/over-deze-methode.md
    Lees over [het rondje lopen](/fasen/kijken/rondje-lopen/).

Fout:

    # docs/over-deze-methode.md
    Lees meer over het rondje [hier](/fasen/kijken/rondje-lopen/).
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import Passage
from handboek.finding import Finding

CODE = "linktekst"
SEVERITY = "error"

EMPTY = {
    *("hier", "klik", "klik hier", "hier klikken", "lees hier", "zie hier", "lees hier meer", "deze", "dit"),
    *("link", "de link", "deze link", "via deze link", "pagina", "deze pagina", "website", "deze website"),
    *(
        "meer",
        "lees meer",
        "lees verder",
        "meer lezen",
        "meer info",
        "meer informatie",
        "verder",
        "download",
        "klik op deze link",
    ),
}
"""What people write that says nothing about the place where the link leads."""


def check_text(passage: Passage) -> Iterator[Finding]:
    """Yield a finding for each link whose text says nothing."""
    for mark in passage.marks:
        if mark.kind != "link":
            continue
        words = " ".join(mark.text.lower().strip(" .!…>»→*_").split())
        if words in EMPTY:
            what = f"De tekst `{mark.text}` zegt niet waar de link heen leidt."
            helps = "Zet de link op woorden die zeggen wat daar staat."
            yield passage.say_from(mark.start, mark.start + len(mark.text) + 2, what, helps)
        elif not words:
            what = "Deze link heeft geen tekst."
            yield passage.say_mark(mark, what, "Schrijf tussen de vierkante haken wat daar staat.")
