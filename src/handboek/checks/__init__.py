"""The rules that content is held to.

Each module of a rule has a `CODE` (its own name), a `SEVERITY`, a docstring that explains it to an author in Dutch with
an example that passes and one that fails, and a generator `check(handbook)`. A rule of severity "warning" only warns; a
rule of severity "error" may soften a finding of its own. `reading` explains what is found before any rule looks;
`language` holds the rules that run only when asked for.
"""

from __future__ import annotations

import dataclasses
from types import ModuleType

from handboek.checks import (
    afbeelding,
    alternatief,
    bestandsnaam,
    burgerservicenummer,
    contrast,
    criteria,
    doorverwijzing,
    dubbel_genoemd,
    dubbel_nummer,
    dubbele_id,
    dubbele_naam,
    foto,
    geboortedatum,
    geen_blad,
    groepsgrootte,
    herkomst,
    html,
    invulplek,
    koppen,
    letterteken,
    link,
    linktekst,
    losse_stap,
    mailadres,
    methode,
    minuten,
    onderwerp,
    ongebruikt,
    onveilige_link,
    opvultekst,
    persoonsnaam,
    rekeningnummer,
    sjabloon,
    starttekst,
    telefoonnummer,
    toegestaan,
    toekomst,
    verouderd,
    verwijzing,
    vreemd_bestand,
    werkblad,
    werkmap,
    woonadres,
)
from handboek.checks.language import ambtelijk, lange_woorden, lange_zin, lijdende_vorm, spelling
from handboek.checks.reading import (
    dubbel_veld,
    gemaakt,
    keuze,
    koppeling,
    leeg,
    onbekend_veld,
    onleesbaar,
    ontbreekt,
    onzichtbaar_teken,
    te_groot,
    te_lang,
    te_veel,
    te_weinig,
    tekens,
    voorblad,
    waarde,
    yaml,
)
from handboek.finding import Finding
from handboek.handbook import Handbook

READING: tuple[ModuleType, ...] = (
    yaml,
    voorblad,
    tekens,
    onzichtbaar_teken,
    te_groot,
    koppeling,
    gemaakt,
    onleesbaar,
    dubbel_veld,
    ontbreekt,
    onbekend_veld,
    leeg,
    waarde,
    keuze,
    te_lang,
    te_weinig,
    te_veel,
)
"""What reading finds; it cannot be allowed, since a piece that was not read is not there."""

RULES: tuple[ModuleType, ...] = (
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
    minuten,
    groepsgrootte,
    werkblad,
    invulplek,
    geen_blad,
    werkmap,
    doorverwijzing,
    herkomst,
    toekomst,
    telefoonnummer,
    mailadres,
    burgerservicenummer,
    rekeningnummer,
    woonadres,
    geboortedatum,
    link,
    onveilige_link,
    afbeelding,
    foto,
    html,
    sjabloon,
    opvultekst,
    letterteken,
    contrast,
    alternatief,
    linktekst,
    koppen,
    dubbel_genoemd,
    ongebruikt,
    persoonsnaam,
    starttekst,
    verouderd,
)
"""The rules, the most pressing first."""

LANGUAGE: tuple[ModuleType, ...] = (spelling, lange_zin, lijdende_vorm, ambtelijk, lange_woorden)
"""The rules about the language itself, which take longer."""

ALL: tuple[ModuleType, ...] = (*READING, *RULES, *LANGUAGE, toegestaan)
"""Everything that a finding can be about, in the order of weight."""

CODES = tuple(rule.CODE for rule in ALL)

DEEPER = (persoonsnaam.CODE, woonadres.CODE, geboortedatum.CODE)
"""What `handboek names` looks for as well, and sees more of."""


def run(handbook: Handbook, *, language: bool = False) -> list[Finding]:
    """All findings: of the files themselves and of every rule, in the order of the files.

    The rules about language only look where `language` asks for it; their allowances are let be otherwise. So are those
    of what `handboek names` sees as well: it may need one that no rule here does.
    """
    found = set(handbook.findings)
    asked = (*RULES, *LANGUAGE) if language else RULES
    for rule in asked:
        for finding in rule.check(handbook):
            severity = "warning" if rule.SEVERITY == "warning" else finding.severity
            found.add(dataclasses.replace(finding, code=rule.CODE, severity=severity))
    codes = [rule.CODE for rule in (*RULES, *LANGUAGE)]
    idle = {*DEEPER, *(rule.CODE for rule in LANGUAGE if rule not in asked)}
    return sorted(toegestaan.apply(handbook, sorted(found), codes, idle))
