"""What is wrong with the headings under which a body of Markdown holds the fields of a piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from handboek.document import Document
from handboek.entry import PARSER, Entry, parts_of
from handboek.finding import Finding
from handboek.markdown import closed
from handboek.model.introspect import fields_of
from handboek.wording import nearest


def problems(entry: Entry, prose: Document, fields: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with the headings that a body must have: text under any other heading would be lost."""
    wanted = [heading for heading in fields.values() if heading]
    if not wanted:
        return
    parts = parts_of(prose.body)
    above = prose.body_line - 1
    there = [part.heading for part in parts]
    open_ = [heading for heading in wanted if heading not in there]

    def say(line: int, code: str, what: str, helps: str, meant: str = "") -> Finding:
        width = len(prose.lines[line - 1]) if line <= len(prose.lines) else 1
        return Finding(prose.path, line, 1, code, what, helps, suggestion=meant, width=max(1, width))

    before = "\n".join(prose.body.split("\n")[: parts[0].at - 1 if parts else None])
    if before.strip():
        line = next(number for number, text in enumerate(before.split("\n"), prose.body_line) if text.strip())
        yield say(
            line,
            "onbekend-veld",
            "Deze tekst staat onder geen kop.",
            f"Zet hem onder een van deze koppen: {_listed(wanted)}.",
        )
    for part in parts:
        line = part.at + above
        if part.heading not in wanted:
            meant = nearest(part.heading, open_) or ""
            if meant:
                open_.remove(meant)
            helps = "" if meant else f"Hier kunnen staan: {_listed(wanted)}. Een kop daaronder begint met `###`."
            yield say(
                line, "onbekend-veld", f"De kop `## {part.heading}` bestaat hier niet.", helps, meant and f"## {meant}"
            )
        elif there.index(part.heading) != parts.index(part):
            what = f"De kop `## {part.heading}` staat hier voor de tweede keer."
            yield say(line, "dubbel-veld", what, "Zet de tekst onder de eerste kop en haal deze weg.")
        elif not part.text.strip():
            yield say(line, "leeg", f"Onder de kop `## {part.heading}` staat niets.", "Schrijf eronder wat hier hoort.")
    if open_ and (fence := _unclosed(prose.body)):
        what = "Dit blok code sluit nergens: alles eronder wordt code, ook de koppen."
        yield say(
            fence + above, "ontbreekt", what, "Zet dezelfde tekens op een regel onder het blok, of haal ze hier weg."
        )
        return
    for heading in open_:
        written = [
            number
            for number, line in enumerate(prose.body.split("\n"), prose.body_line)
            if _words(line) == heading.lower()
        ]
        if written:
            what = f"Dit is niet de kop `## {heading}`, al lijkt het erop."
            yield say(written[0], "ontbreekt", what, f"Schrijf op deze regel precies `## {heading}`.")
            continue
        name = next(name for name, other in fields.items() if other == heading)
        about = fields_of(entry.kind.model)[name].about
        helps = f"Zet hem erbij, met de tekst eronder: {about[:1].lower()}{about[1:]}"
        yield say(prose.body_line, "ontbreekt", f"De kop `## {heading}` ontbreekt.", helps)


def _words(line: str) -> str:
    """The words of a line without the marks of a heading, of emphasis or of a quotation."""
    return " ".join(re.sub(r"[#*_>\s:]+", " ", line).split()).lower()


def _unclosed(body: str) -> int:
    """The line of the body (from 1) on which a block of code begins that closes nowhere; 0 where there is none."""
    lines = body.split("\n")
    blocks = ((token.map, token.markup) for token in PARSER.parse(body) if token.type == "fence")
    return next((span[0] + 1 for span, markup in blocks if span and not closed(lines[slice(*span)], markup)), 0)


def misplaced(entry: Entry, name: str, heading: str) -> Finding:
    document = entry.document
    place = document.place((name,), key=True)
    where = (
        f"onder de kop `## {heading}`"
        if heading
        else "onder de gegevens"
        if document.path.endswith(".md")
        else f"in `{PurePosixPath(document.path).stem}.md`"
    )
    what, helps = f"Het veld `{name}` hoort niet in deze gegevens.", f"Zet de tekst {where}."
    return Finding(document.path, place.line, place.column, "onbekend-veld", what, helps, width=place.width)


def _listed(headings: list[str]) -> str:
    return ", ".join(f"`## {heading}`" for heading in headings)
