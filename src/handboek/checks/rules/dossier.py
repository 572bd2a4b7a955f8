"""In het dossier heeft elke kop een antwoord, of er staat dat het onbekend is.

Een antwoord staat er zelf, komt uit de rest van het handboek (`draws`) of van de meetlat (`elements`), en leidt naar
waar het uitgebreid staat. Wat niemand weet, staat bij `unknown`. Een kop die niets zegt, lijkt vergeten.

Goed:

    # phases/dossier.yml
    title: Dossier
    summary: Voor wie dit moet beoordelen.
    checked: 2026-11-01
    used: Niemand heeft deze tekst gebruikt.
    judges: [{id: buurt, name: De buurt, asks: Of het helpt.}]
    parts:
      - heading: Wat het is
        asks:
          - {id: doel, asks: Het doel, means: Waar het voor is., judges: [buurt], answer: [Groeten.], at: [fasen/kijken]}
          - {id: effect, asks: Het effect, means: Of het helpt., judges: [buurt], unknown: Niemand heeft het gemeten.}

Fout:

    # phases/dossier.yml
    title: Dossier
    summary: Voor wie dit moet beoordelen.
    checked: 2026-11-01
    used: Niemand heeft deze tekst gebruikt.
    judges: [{id: buurt, name: De buurt, asks: Of het helpt.}]
    parts:
      - heading: Wat het is
        asks:
          - {id: doel, asks: Het doel, means: Waar het voor is., judges: [buurt], at: [fasen/kijken]}
"""

from __future__ import annotations

from collections.abc import Iterator

from handboek.checks.passages import finding_at
from handboek.dossier import DRAWN, answered
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.model.dossier import Ask
from handboek.wording import nearest, quoted

CODE = "dossier"
SEVERITY = "error"


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each heading that says nothing, answers nowhere, draws from nothing or names no judge."""
    for piece in handbook.of("dossier"):
        judges = {judge.id for judge in piece.data.judges}
        for number, part in enumerate(piece.data.parts):
            for index, ask in enumerate(part.asks):
                loc = ("parts", number, "asks", index)
                yield from _said(handbook, piece, loc, ask)
                for place, judge in enumerate(ask.judges):
                    if judge not in judges:
                        meant = nearest(judge, sorted(judges)) or ""
                        what = f"Er is geen beoordelaar `{judge}`."
                        helps = "" if meant else f"Er is wel: {quoted(sorted(judges), 'en')}."
                        yield finding_at(piece, (*loc, "judges", place), what, helps, suggestion=meant)


def _said(handbook: Handbook, piece: Piece, loc: tuple[str | int, ...], ask: Ask) -> Iterator[Finding]:
    found = answered(handbook, ask)
    if found.open and not found.unknown:
        helps = "Geef een antwoord bij `answer`, `draws` of `elements`, of schrijf bij `unknown` wat onbekend is."
        yield finding_at(piece, (*loc, "asks"), f"De kop `{ask.asks}` heeft geen antwoord.", helps)
    if ask.answer and not ask.at:
        what = f"Het antwoord bij `{ask.asks}` leidt nergens heen."
        yield finding_at(piece, (*loc, "answer"), what, "Noem bij `at` waar het uitgebreid staat.")
    for place, name in enumerate(ask.draws):
        if not any(DRAWN[name](handbook)):
            what = f"Er is niets om `{name}` uit te halen."
            helps = "Haal het weg en schrijf bij `unknown` wat onbekend is, of schrijf eerst wat er hoort te staan."
            yield finding_at(piece, (*loc, "draws", place), what, helps)
