"""Een link is veilig om op te klikken.

Een adres dat met `javascript:` of `data:` begint, kan code draaien op de computer van de lezer. Een adres met
`http://` is af te luisteren. De website maakt van zo'n adres geen link: het verschijnt als tekst. In Markdown is
het een fout, in YAML een waarschuwing.

Goed:

    # docs/over-deze-methode.md
    Zie [de bron](https://example.org/).

Fout:

    # docs/over-deze-methode.md
    Zie [de bron](http://example.org/).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.checks.marks import marks
from handboek.checks.spot import passages
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.messages import shown

CODE = "onveilige-link"
SEVERITY = "error"

SCHEME = re.compile(r"[\s\x00-\x20]*([a-zA-Z][a-zA-Z0-9+.-]*):|[\\/]{2}")


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each link whose kind of address the site does not let through."""
    for passage in passages(handbook):
        for mark in marks(passage.value, passage.block):
            found = SCHEME.match(mark.words) if mark.kind == "link" else None
            scheme = (found[1] or "").lower() if found else "https"
            if scheme in ("https", "mailto", "tel"):
                continue
            if scheme in ("http", ""):
                rest = mark.words.partition("//")[2]
                what, helps, meant = f"De link `{shown(mark.words)}` is niet beveiligd.", "", f"https://{rest}"
            else:
                what, helps, meant = (
                    f"Een link met `{scheme}:` kan hier niet.",
                    "Haal hem weg, of gebruik `https://`.",
                    "",
                )
            soft = not passage.in_markdown
            yield passage.say(what, helps, words=mark.words, nth=mark.nth, suggestion=meant, soft=soft)
