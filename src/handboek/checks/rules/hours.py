"""Met de uren valt te rekenen.

Een stap schat zijn uren van weinig naar veel, en telt ze per hoeveelheid uit `phases/uren.yml`. Zo'n hoeveelheid heeft
een eigen getal, of is een deel van een andere. Een bladzijde noemt met `{{ getal("…") }}` alleen wat daaruit volgt.

Goed:

    # phases/uren.yml
    amounts:
      - {id: straat, one: straat, many: straten, number: 4, why: Een voorbeeld.}
      - {id: deur, one: deur, many: deuren, of: straat, times: 20, why: Twintig deuren per straat.}

    # phases/1-kijken/steps/rondje-lopen.yml
    hours:
      - {what: Lopen, per: straat, time: 30-45 minuten}

Fout:

    # phases/uren.yml
    amounts:
      - {id: straat, one: straat, many: straten, why: Een voorbeeld.}
      - {id: deur, one: deur, many: deuren, of: deur, why: Twintig deuren per straat.}

    # phases/1-kijken/steps/rondje-lopen.yml
    hours:
      - {what: Lopen, per: straat, time: 45-30 minuten}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek import hours
from handboek.checks.passages import finding_at, texts
from handboek.finding import Finding
from handboek.handbook import Handbook

CODE = "uren"
SEVERITY = "error"

CALL = re.compile(r"""getal\( *["']([a-z0-9-]*)["'] *\)""")


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each amount without a number, each span that runs backwards and each figure that is none."""
    for amount in handbook.of("amount"):
        if (amount.data.number is None) == (amount.data.of is None):
            what = "Deze hoeveelheid heeft een eigen getal of is een deel van een andere, en niet allebei of geen van beide."
            yield finding_at(amount, ("id",), what, "Geef `number`, of geef `of` met `times` en `by`.")
        elif not hours.how_many(handbook, amount.slug) and handbook.get("amount", amount.data.of or ""):
            what = "Van deze hoeveelheid komt geen getal."
            yield finding_at(
                amount, ("of",), what, "Kijk of zij niet een deel is van zichzelf, en of er genoeg overblijft."
            )
    for step in handbook.of("step"):
        for index, effort in enumerate(step.data.hours):
            low, high = effort.minutes
            if low > high:
                what = f"De tijd loopt van veel naar weinig: {effort.time}."
                yield finding_at(step, ("hours", index, "time"), what, "Zet het kleinste getal vooraan.")
    for page in handbook.of("page"):
        if page.data.macros:
            for passage in texts(page.entry):
                for call in CALL.finditer(passage.value):
                    try:
                        hours.figure(handbook, call[1])
                    except ValueError as error:
                        helps = "Gebruik `uren`, `uren-per-…`, `uren-maal-…` of de naam van een hoeveelheid."
                        yield passage.say_from(*call.span(), str(error), helps)
