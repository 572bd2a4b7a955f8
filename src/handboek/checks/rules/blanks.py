"""De invulplekken van een bericht of gesprek kloppen met de tekst.

Elke `{naam}` in de tekst van een bericht staat bij `blanks`, met wat er ingevuld moet worden. Elke invulplek bij `blanks`
komt in de tekst voor, en een die bij een andere moet kloppen (`against`), noemt er een die er is. In een gesprek kan alleen wat iemand bij *Mijn gegevens* invult, zoals `{ik}` en `{organisatie}`.

Goed:

    # tools/messages/briefje.yml
    blanks: [{id: dag, label: dag}]
    body: Ik kom langs op {dag}.

    # tools/guides/praatje.yml
    opening: ["Dag, ik ben {ik} van {organisatie}."]

Fout:

    # tools/messages/briefje.yml
    blanks: [{id: dag, label: dag}]
    body: Ik kom langs op {dga}.

    # tools/guides/praatje.yml
    opening: ["Dag, ik ben {naam} van {organisatie}."]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek.anchors import anchor
from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook
from handboek.model.own_details import BY_ID
from handboek.model.text import SLUG, Words
from handboek.wording import nearest, quoted

CODE = "invulplek"
SEVERITY = "error"

BLANK = re.compile(r"\{([^{}\n]*)\}")


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each blank that is used and not declared, or declared and not used."""
    yield from _spoken(handbook)
    for message in handbook.of("message"):
        declared = {blank.id for blank in message.data.blanks}
        where = dict.fromkeys(BLANK.findall(message.data.short or ""), "short")
        where |= dict.fromkeys(BLANK.findall(message.data.body), "body")
        used = dict.fromkeys(where)
        together = {part for name in used for part in _parts(name)}
        meant = {}
        for name in used.keys() - declared:
            meant[name] = nearest(name, declared - used.keys()) or ""
        for name in used:
            if name not in declared:
                helps = "" if meant[name] else _help(name)
                what = f"De invulplek `{{{name}}}` staat niet bij `blanks`."
                yield finding_at(
                    message,
                    (where[name],),
                    what,
                    helps,
                    suggestion=meant[name] and f"{{{meant[name]}}}",
                    words=f"{{{name}}}",
                )
        for index, blank in enumerate(message.data.blanks):
            if blank.id not in used and blank.id not in meant.values() and blank.id not in together:
                what = f"De invulplek `{blank.id}` komt in de tekst niet voor."
                yield finding_at(
                    message,
                    ("blanks", index, "id"),
                    what,
                    f"Schrijf `{{{blank.id}}}` in de tekst, of haal hem hier weg.",
                )
            if blank.against and blank.against.blank not in declared:
                yield finding_at(
                    message,
                    ("blanks", index, "against", "blank"),
                    f"De invulplek `{blank.against.blank}` staat niet bij `blanks`.",
                    "Noem een andere invulplek van dit bericht.",
                    suggestion=nearest(blank.against.blank, declared) or "",
                )


def _spoken(handbook: Handbook) -> Iterator[Finding]:
    """The blanks of conversations that nobody can fill in."""
    for guide in handbook.of("guide"):
        for leaf in guide.leaves():
            for name in dict.fromkeys(BLANK.findall(leaf.value)) if isinstance(leaf.marker, Words) else ():
                if name not in BY_ID:
                    what = f"De invulplek `{{{name}}}` kent niemand: hij staat niet bij *Mijn gegevens*."
                    meant = nearest(name, BY_ID) or ""
                    helps = f"Kies uit {quoted([f'{{{known}}}' for known in BY_ID], 'en')}, of schrijf drie puntjes."
                    suggestion = meant and f"{{{meant}}}"
                    yield finding_at(guide, leaf.loc, what, helps, suggestion=suggestion, words=f"{{{name}}}")


def _parts(name: str) -> list[str]:
    """The names in a blank that holds more than one: `{naam, adres}`."""
    parts = [anchor(part) for part in re.split(r",| en ", name)]
    return parts if len(parts) > 1 and all(parts) else []


def _help(name: str) -> str:
    if re.fullmatch(SLUG, name):
        return f"Zet bij `blanks` een invulplek met `id: {name}` en een `label`."
    if parts := _parts(name):
        each = quoted([f"{{{part}}}" for part in parts], "en")
        return f"Geef elk een eigen invulplek: {each}. Is het gewone tekst, zet er dan ronde haken omheen."
    return "De naam van een invulplek bestaat uit kleine letters, cijfers en streepjes, zonder spaties."
