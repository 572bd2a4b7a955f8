"""The rules that content is held to.

Each module of a rule has a `CODE` (its own name), a `SEVERITY`, a docstring that explains it to an author in Dutch with
an example that passes and one that fails, a generator `check(handbook)`, and, where it came after the first format of
content, `SINCE`. A rule of severity "warning" only warns; a
rule of severity "error" may soften a finding of its own. A text may be an exception to the rules in `MAY_BE_ALLOWED` only. `reading` explains what is found before any rule looks;
`language` holds the rules that run only when asked for.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from types import ModuleType

from handboek import formats
from handboek.checks import (
    afbeelding,
    alinea,
    alternatief,
    ander_schrift,
    bestandsnaam,
    burgerservicenummer,
    contrast,
    criteria,
    doorverwijzing,
    dubbel_genoemd,
    dubbel_nummer,
    dubbele_id,
    dubbele_naam,
    effects,
    foto,
    geboortedatum,
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
    mailadres,
    methode,
    minuten,
    nummer,
    onbedoeld,
    onderwerp,
    ongebruikt,
    onveilige_link,
    opmaak,
    opvultekst,
    persoonsnaam,
    rekeningnummer,
    sjabloon,
    starttekst,
    telefoonnummer,
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
    woonadres,
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
from handboek.checks.reading import (
    aanhalingsteken,
    afgebroken,
    conflict,
    dubbel_veld,
    formaat,
    gemaakt,
    keuze,
    koppeling,
    leeg,
    onbekend_veld,
    onleesbaar,
    ontbreekt,
    onzichtbaar_teken,
    opmerking,
    te_groot,
    te_ingewikkeld,
    te_lang,
    te_veel,
    te_weinig,
    tekens,
    vastgelopen,
    vervolgregel,
    voorblad,
    waarde,
    yaml,
)
from handboek.document import tripped
from handboek.finding import Finding
from handboek.handbook import Handbook, assemble

READING: tuple[ModuleType, ...] = (
    yaml,
    formaat,
    conflict,
    voorblad,
    tekens,
    onzichtbaar_teken,
    te_groot,
    te_ingewikkeld,
    koppeling,
    gemaakt,
    onleesbaar,
    vastgelopen,
    vervolgregel,
    opmerking,
    aanhalingsteken,
    dubbel_veld,
    ontbreekt,
    onbekend_veld,
    leeg,
    waarde,
    keuze,
    te_lang,
    te_weinig,
    te_veel,
    afgebroken,
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
    telefoonnummer,
    mailadres,
    burgerservicenummer,
    rekeningnummer,
    woonadres,
    geboortedatum,
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
    persoonsnaam,
    starttekst,
    verouderd,
)
"""The rules, the most pressing first."""

LANGUAGE: tuple[ModuleType, ...] = (
    spelling,
    huiswoord,
    lange_zin,
    lijdende_vorm,
    ambtelijk,
    lange_woorden,
    uitroepteken,
)
"""The rules about the language itself, which take longer."""

ALL: tuple[ModuleType, ...] = (*READING, *RULES, *LANGUAGE, toegestaan)
"""Everything that a finding can be about, in the order of weight."""

CODES = tuple(rule.CODE for rule in ALL)

SINCE = {rule.CODE: rule.SINCE for rule in ALL if hasattr(rule, "SINCE")}
"""By code the format from which a rule holds, where it came after the first: in older content it warns."""

MAY_BE_ALLOWED = frozenset(
    rule.CODE
    for rule in (
        onderwerp,
        opvultekst,
        letterteken,
        dubbel_genoemd,
        ongebruikt,
        verouderd,
        persoonsnaam,
        *LANGUAGE,
    )
)
"""The rules to which a text may be an exception, with a reason. What keeps readers and residents safe is not among them:
who adds a lesson could switch it off there. A name is: somebody may want to be named."""


def run(handbook: Handbook, *, language: bool = False) -> list[Finding]:
    """All findings: of the files themselves and of every rule. Causes come first, each with its effects behind it.

    The rules about language only look where `language` asks for it; their allowances are let be otherwise. So is one of a
    name: `handboek names` may need one that no rule here does. Of a file with hundreds of findings the first are told,
    and how many more there are.
    """
    found = effects.marked(handbook, _found(handbook, language), lambda other: _found(other, language))
    return effects.in_order(handbook, effects.at_most(found))


def _found(handbook: Handbook, language: bool) -> list[Finding]:
    found = set(handbook.findings)
    if handbook.format > formats.FORMAT:
        return list(found)
    asked = (*RULES, *LANGUAGE) if language else RULES
    for rule in asked:
        for finding in _asked(rule, handbook):
            severity = "warning" if rule.SEVERITY == "warning" else finding.severity
            found.add(dataclasses.replace(finding, code=finding.code or rule.CODE, severity=severity))
    idle = {persoonsnaam.CODE, *(rule.CODE for rule in LANGUAGE if rule not in asked)}
    told = toegestaan.apply(handbook, sorted(found), CODES, MAY_BE_ALLOWED, idle)
    return [_softened(finding, handbook.format) for finding in told]


def _softened(finding: Finding, format_: int) -> Finding:
    """A finding as content of this format hears it: what it could not know of is no error in it."""
    since = max(finding.since, SINCE.get(finding.code, formats.FIRST))
    return dataclasses.replace(finding, since=since, severity="warning" if since > format_ else finding.severity)


def _asked(rule: ModuleType, handbook: Handbook) -> Iterator[Finding]:
    """What a rule says; where it trips, the files over which it does."""
    try:
        yield from rule.check(handbook)
    except Exception as error:  # whatever a library trips over, its author hears which file
        alone = {path: assemble({path: document}) for path, document in handbook.documents.items()}
        paths = [path for path, book in alone.items() if _trips(rule, book)]
        for path in paths or ["phases/method.yml"]:
            yield from tripped(path, error).problems


def _trips(rule: ModuleType, handbook: Handbook) -> bool:
    try:
        for _ in rule.check(handbook):
            pass
    except Exception:
        return True
    return False
