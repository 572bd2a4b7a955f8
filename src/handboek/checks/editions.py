"""What opening an edition finds, before any rule looks at it: the explanations only.

The findings themselves come from `edition/`, and from `hollow` what no longer holds in a base of which something is left
out. None can be allowed: they are about what the edition says of itself.
"""

from __future__ import annotations

from handboek.checks.rule import Rule, explained

CLASH = "botsing"
"""That a text of the base and of the edition wait to be made one."""

TEXTS = {
    "uitgave": """
        Wat een uitgave anders doet dan haar basis, past op die basis.

        In `editie.yml` staat van wie een uitgave is en wat ze weglaat, in `eigen/` wat ze anders zegt. Wat ze weglaat of
        verandert, moet er zijn. Klopt een stuk daarna niet meer, dan staat de melding op de regel waar dat door komt, met wat je nog
        meer kunt weglaten. Verander je een tekst die op een bron rust, dan zeg je of die bron dat ook zegt.

        Goed:

            # editie.yml
            weg:
              soorten: [lessen]

        Fout:

            # editie.yml
            weg:
              soorten: [lesen]
        """,
    CLASH: """
        Veranderden de basis en een uitgave hetzelfde, dan koos iemand.

        `handboek edition update` neemt je eigen teksten mee naar een nieuwe basis. Is de zin daar ook veranderd, dan blijven
        er drie teksten staan: bij `was` hoe het was, bij `nu` wat de basis nu zegt, en bij `wordt` wat van jullie is. Zet
        `kies: eigen`, `kies: basis` of `kies: beide` erbij, en typ `handboek edition resolve`.

        Goed:

            # eigen/tools/guides/praatje.yml
            verandert:
              - veld: goal
                was: Je leert iemand kennen.
                wordt: Je leert iemand beter kennen.

        Fout:

            # eigen/tools/guides/praatje.yml
            verandert:
              - veld: goal
                was: Je leert iemand wat kennen.
                nu: Je leert iemand kennen.
                wordt: Je leert iemand beter kennen.
        """,
}
"""What each asks, by its code."""

RULES: tuple[Rule, ...] = tuple(explained(code, "error", text) for code, text in TEXTS.items())
