"""The table of the rules, the most pressing first."""

from __future__ import annotations

from handboek.checks import (
    afbeelding,
    alinea,
    alternatief,
    ander_schrift,
    bestandsnaam,
    contrast,
    criteria,
    doorverwijzing,
    dubbel_genoemd,
    dubbel_nummer,
    dubbele_id,
    dubbele_naam,
    foto,
    geen_blad,
    groepsgrootte,
    herkomst,
    html,
    ingetrokken,
    invulplek,
    koppen,
    letterteken,
    lijst,
    link,
    linktekst,
    losse_stap,
    methode,
    minuten,
    nummer,
    onbedoeld,
    onderwerp,
    ongebruikt,
    onveilige_link,
    opmaak,
    opvultekst,
    personal,
    reading,
    sjabloon,
    starttekst,
    toegestaan,
    toekomst,
    uren,
    valse_link,
    verborgen_teken,
    verborgen_tekst,
    verouderd,
    vervanging,
    verwijzing,
    vreemd_bestand,
    werkblad,
    werkmap,
)
from handboek.checks.language import (
    ambtelijk,
    huiswoord,
    lange_woorden,
    lange_zin,
    lijdende_vorm,
    spelling,
    uitroepteken,
)
from handboek.checks.rule import Rule, of

RULES: tuple[Rule, ...] = (
    *of(
        methode,
        verwijzing,
        bestandsnaam,
        vreemd_bestand,
        dubbele_naam,
        dubbele_id,
        dubbel_nummer,
        losse_stap,
        criteria,
        onderwerp,
        alinea,
        minuten,
        uren,
        nummer,
        groepsgrootte,
        werkblad,
        invulplek,
        geen_blad,
        werkmap,
        doorverwijzing,
        vervanging,
        herkomst,
        toekomst,
    ),
    *personal.RULES,
    *of(
        link,
        onveilige_link,
        valse_link,
        verborgen_teken,
        ander_schrift,
        afbeelding,
        foto,
        html,
        sjabloon,
        verborgen_tekst,
        onbedoeld,
        lijst,
        opmaak,
        opvultekst,
        letterteken,
        contrast,
        alternatief,
        linktekst,
        koppen,
        ingetrokken,
        dubbel_genoemd,
        ongebruikt,
    ),
    personal.NAMES,
    *of(
        starttekst,
        verouderd,
    ),
)
"""What is looked for in the whole of the content."""

LANGUAGE: tuple[Rule, ...] = of(
    spelling,
    huiswoord,
    lange_zin,
    lijdende_vorm,
    ambtelijk,
    lange_woorden,
    uitroepteken,
)
"""The rules about the language itself, which take longer."""

ALL: tuple[Rule, ...] = (*reading.RULES, *RULES, *LANGUAGE, toegestaan.RULE)
"""Everything that a finding can be about, in the order of weight."""

CODES = tuple(rule.code for rule in ALL)

MAY_BE_ALLOWED = frozenset(
    (
        "onderwerp",
        "opvultekst",
        "letterteken",
        "dubbel-genoemd",
        "ongebruikt",
        "verouderd",
        personal.NAMES.code,
        *(rule.code for rule in LANGUAGE),
    )
)
"""The rules to which a text may be an exception, with a reason. What keeps readers and residents safe is not among them:
who adds a lesson could switch it off there. A name is: somebody may want to be named."""
