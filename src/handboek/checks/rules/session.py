"""Een draaiboek klopt voor elke groep en elke tijd.

Een trainer kiest zelf de groep, het begin en de duur. Getallen die daarvan afhangen, telt het handboek: `{mensen}`,
`{tafels}`, `{tafels-van}`, `{groepjes}`, `{groepjes-van}`, `{tweetallen}` en `{dagdeel}`. Wat korter kan (`least`), zegt wat er dan anders
gaat (`shorter`, in de plaats van de gewone tekst) als de tekst zelf minuten noemt. Wat je alleen voor de gewone tekst inpakt
(`usual`), hoort bij zo'n deel. De korte versie (`short`) noemt delen die er zijn, en past in haar tijd.
Wat voor beide versies geldt (doel, zaal, inpakken, vooraf en evaluatie), noemt geen deel dat in de korte versie wegvalt.

Goed:

    # tools/scripts/ochtend.yml
    room: Buiten, met {tafels}

Fout:

    # tools/scripts/ochtend.yml
    room: Buiten, met twee tafels
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handboek import dutch, session
from handboek.checks.passages import finding_at
from handboek.finding import Finding
from handboek.handbook import Handbook, Piece
from handboek.model.text import Words
from handboek.wording import nearest, quoted
from handboek.workshop import COUNTED

SINCE = 2
CODE = "draaiboek"
SEVERITY = "error"

PLAIN = {"title", "summary", "goal", "evaluation", "corrected", "withdrawn"}
"""The fields that also stand where no group is known, such as a list."""
BRACES = re.compile(r"\{([^{}\n]*)\}")
NUMBER = re.compile(
    rf"\b(?P<number>\d+|{'|'.join(dutch.NUMBERS[2:])}|twintig)\s+(?:\w+e\s+)?(?P<of>[a-zé]+)\b(?!\s+procent)",
    re.IGNORECASE,
)
BOTH = {"goal", "room", "packing", "preparation", "evaluation"}
"""The fields that hold for the short version too."""
OF_PARTS = ("when_late", "packing")
"""The lists of which a row can go with a part."""
TABLES = {"tafels": "tafels", "groepjes": "groepjes", "tweetallen": "tweetallen", "drietallen": "groepjes"}
"""What follows from the group, and what counts it."""
PEOPLE = {"mensen", "deelnemers", "personen", "stoelen", "pennen", "stiften", "exemplaren"}
"""What there is of for everybody."""
MINUTES = re.compile(r"\b(?:kwartier|minuten|minuut)\b", re.IGNORECASE)


def check(handbook: Handbook) -> Iterator[Finding]:
    """Yield a finding for each number, part and length of a script that another group or time would contradict."""
    for script in handbook.of("script"):
        yield from _counted(script)
        yield from _parts(script)
        yield from _short(script)


def _counted(script: Piece) -> Iterator[Finding]:
    for leaf in script.leaves():
        if not isinstance(leaf.marker, Words):
            continue
        plain = leaf.loc[0] in PLAIN
        for name in dict.fromkeys(BRACES.findall(leaf.value)):
            if plain:
                what = f"Hier kan `{{{name}}}` niet: deze tekst staat ook waar niemand de groep kent."
                yield finding_at(script, leaf.loc, what, "Zeg het zonder getal.", words=f"{{{name}}}")
            elif name not in COUNTED:
                meant = nearest(name, COUNTED)
                helps = f"Kies uit {quoted([f'{{{known}}}' for known in COUNTED])}."
                suggestion = f"{{{meant}}}" if meant else ""
                what = f"Het handboek kan `{{{name}}}` niet tellen."
                yield finding_at(script, leaf.loc, what, helps, suggestion=suggestion, words=f"{{{name}}}")
        for found in NUMBER.finditer(leaf.value):
            if helps := _contradicted(script, found, plain):
                what = f"“{found[0]}” klopt niet voor elke groep."
                yield finding_at(script, leaf.loc, what, helps, words=found[0])


def _contradicted(script: Piece, found: re.Match[str], plain: bool) -> str:
    """What to write in the place of a number that follows from the group; nothing where it does not."""
    of, group = found["of"].lower(), script.data.group
    number = _value(found["number"])
    if of in TABLES:
        name = TABLES[of]
    elif of in PEOPLE and (number == group.usual or number > group.least):
        name = "mensen"
    else:
        return ""
    return "Zeg het zonder getal." if plain else f"Schrijf `{{{name}}}`; dan telt het handboek."


def _value(number: str) -> int:
    words = {**{word: value for value, word in enumerate(dutch.NUMBERS)}, "twintig": 20}
    return words.get(number.lower()) or int(number)


def _parts(script: Piece) -> Iterator[Finding]:
    for at, part in enumerate(script.data.parts):
        least = part.least or part.minutes
        if least > part.minutes:
            what = f"Dit deel heeft minstens {least} minuten nodig, en het duurt er {part.minutes}."
            yield finding_at(script, ("parts", at, "least"), what, f"Maak hiervan hoogstens {part.minutes}.")
        told = " ".join(filter(None, (part.trainer, part.participants)))
        if least < part.minutes and not part.shorter and (found := MINUTES.search(told)):
            what = f"Dit deel kan korter, en de tekst noemt minuten (“{found[0]}”)."
            helps = "Zeg bij `shorter` hoe het dan gaat, of haal de minuten uit de tekst."
            yield finding_at(script, ("parts", at, "least"), what, helps)
        if part.shorter and part.shorter.below and not least < part.shorter.below <= part.minutes:
            what = (
                f"Dit deel duurt van {least} tot {part.minutes} minuten; onder {part.shorter.below} minuten kan niet."
            )
            helps = f"Kies een getal van {least + 1} tot {part.minutes}, of laat `below` weg."
            yield finding_at(script, ("parts", at, "shorter", "below"), what, helps)
    ids = [part.id for part in script.data.parts]
    for name in OF_PARTS:
        for at, one in enumerate(getattr(script.data, name)):
            if one.part and one.part not in ids:
                yield _no_part(script, (name, at, "part"), one.part, ids)
    brief = {part.id for part in script.data.parts if part.shorter}
    for at, one in enumerate(script.data.packing):
        if one.usual and one.part not in brief:
            what = "Dit hoort bij de gewone tekst van een deel, en er is geen deel met `shorter` bij genoemd."
            helps = (
                f"Kies bij `part` uit {quoted(sorted(brief))}, of haal `usual` weg." if brief else "Haal `usual` weg."
            )
            yield finding_at(script, ("packing", at, "usual"), what, helps)


def _short(script: Piece) -> Iterator[Finding]:
    short, ids = script.data.short, [part.id for part in script.data.parts]
    if short is None:
        return
    yield from _named(script)
    gone = [(at, name) for at, name in enumerate(short.without) if name not in ids]
    for at, name in gone:
        yield _no_part(script, ("short", "without", at), name, ids)
    held = [name for name in ids if name not in short.without]
    for at, name in enumerate(short.late):
        if name not in held:
            yield _no_part(script, ("short", "late", at), name, held)
    wish = session.Wish(short=True, minutes=short.minutes)
    found = [one for one in session.session(script.data, wish).troubles if one.wish in ("minutes", "without")]
    for trouble in found if not gone else ():
        loc = ("short", trouble.wish)
        yield finding_at(script, loc, f"De korte versie past niet. {trouble.text}", "Pas de minuten of de delen aan.")


def _named(script: Piece) -> Iterator[Finding]:
    """What the whole script says of a part that its short version has not; a title of one word is also an ordinary word."""
    parts = [part for part in script.data.parts if part.id in script.data.short.without]
    gone = {part.title for part in parts if part.pause or " " in part.title}
    for leaf in script.leaves():
        if leaf.loc[0] not in BOTH or not isinstance(leaf.marker, Words):
            continue
        if leaf.loc[0] == "packing" and script.data.packing[leaf.loc[1]].part in script.data.short.without:
            continue
        for title in gone:
            if found := re.search(rf"\b{re.escape(title)}(?!\w)", leaf.value, re.IGNORECASE):
                what = f"“{found[0]}” valt weg in de korte versie, en deze tekst geldt ook daar."
                yield finding_at(script, leaf.loc, what, "Zeg het zonder dat deel.", words=found[0])


def _no_part(script: Piece, loc: tuple[str | int, ...], name: str, ids: list[str]) -> Finding:
    return finding_at(
        script, loc, f"Er is geen deel `{name}`.", f"Kies uit {quoted(ids)}.", suggestion=nearest(name, ids) or ""
    )
