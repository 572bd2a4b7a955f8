"""Een telefoonnummer voor iedereen staat bij de nummers.

Nummers veranderen. Daarom staan ze bij elkaar in `phases/nummers.yml`, elk met de dag waarop iemand het naging. Overal
staat een nummer net zo geschreven als daar. Een bladzijde haalt het daar op met `{{ nummer("…") }}`, zodat een telefoon
het kan bellen. Het gaat om 0800, 0900 en nummers van drie cijfers; die van mensen horen nergens.

Goed:

    # phases/nummers.yml
    numbers:
      - id: politie
        number: 0900-8844
        name: Politie
        what: Geen spoed.
        open: dag en nacht
        cost: dat verschilt
        checked: 2026-11-01
        address: https://voorbeeld.example/politie

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten, en noemden 0900-8844 voor wie de politie zoekt.

Fout:

    # docs/lessen/groet-eerst.md
    ## Wat we deden

    We groetten, en noemden 0900 1234 voor wie de gemeente zoekt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handboek.checks.passages import Passage, passages
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.model.kinds import BY_TYPE
from handboek.model.reference import CALLED

CODE = "nummer"
SEVERITY = "error"
SINCE = 2

WRITTEN = re.compile(
    r"(?<![\w/+.,-])0[89]00(?:[ \u00a0./-]{0,3}\d){4,7}(?![\w-])"
    r"|(?<![\w/+.,€-])(?<!€[ \u00a0])11[0-9](?![\w%-]|[.,:]\d)"
)
"""What may be a number for everybody. Of three digits it may be a count of homes too: then it counts only behind a verb."""
CALL = re.compile(r"""\{\{ *nummer\( *["']([a-z0-9-]*)["'] *\) *\}\}""")
FILE = BY_TYPE["number"].files


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each number that is not known, is written in another way, or is not taken from the data."""
    known = {re.sub(r"\D", "", piece.data.number): piece for piece in handbook.of("number")}
    for passage in passages(handbook):
        if passage.entry.kind.type == "number" or passage.theirs:
            continue
        yield from _written(passage, known)
        if passage.loc == ("body",):
            for call in CALL.finditer(passage.value):
                if not handbook.get("number", call[1]):
                    what = f"Er is geen telefoonnummer met de naam {call[1]}."
                    yield passage.say_from(*call.span(), what, f"Kijk in `{FILE}` hoe het heet.")


@lru_cache(maxsize=20_000)
def _candidates(text: str) -> tuple[re.Match[str], ...]:
    return tuple(WRITTEN.finditer(text))


def _written(passage: Passage, known: dict[str, Piece]) -> Iterator[Finding]:
    """A finding for each number that stands in a text as digits and should not, or not like this."""
    for found in _candidates(passage.value):
        piece = known.get(re.sub(r"\D", "", found[0]))
        if piece is None:
            if len(found[0]) > 3 or CALLED.search(passage.value, 0, found.start()):
                what = f"Het nummer {found[0]} staat niet bij de telefoonnummers."
                helps = f"Zet het in `{FILE}`, met de dag waarop je het naging. Of haal het weg."
                yield passage.say_from(*found.span(), what, helps)
        elif passage.loc == ("body",) and (len(found[0]) > 3 or CALLED.search(passage.value, 0, found.start())):
            what = f"Het nummer {found[0]} staat hier los, en telefoons en de gegevens kennen het zo niet."
            yield passage.say_from(*found.span(), what, f'Schrijf `{{{{ nummer("{piece.slug}") }}}}`.')
        elif found[0] != piece.data.number:
            what = f"Het nummer {found[0]} staat elders als {piece.data.number}."
            yield passage.say_from(*found.span(), what, f"Schrijf {piece.data.number}.")
